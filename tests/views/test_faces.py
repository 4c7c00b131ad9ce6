"""The terminal, Markdown and HTML say the same words, and none of them lets others' words act."""

import html
import re
from dataclasses import replace

import pytest
from rich.console import Console

from onrecord.model.record import Record
from onrecord.views.html import as_html
from onrecord.views.markdown import as_markdown, plain
from onrecord.views.sheet import sheet
from onrecord.views.terminal import print_sheet
from tests.views.made import SILENT, a_record

EMPTY = Record(made_at="", as_of=None, as_read=None, versions=())
NEVER = ("corroborated", "overdue", "misquoted")


def on_terminal(record, width=100, **options):
    console = Console(width=width, highlight=False, **options)
    with console.capture() as captured:
        print_sheet(sheet(record), console)
    return captured.get()


def unmarked(page):
    """Return the words of an HTML page, or of Markdown, without their markup, blanks as one."""
    text = re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL)
    return " ".join(re.sub(r"\\(.)", r"\1", html.unescape(text)).replace("*", "").split())


def faces(record):
    terminal = " ".join(on_terminal(record, width=5000).split())
    return {"terminal": terminal, "md": unmarked(as_markdown(record)), "html": unmarked(as_html(record))}


def test_every_face_says_the_same_words():
    shown = sheet(a_record())
    words = {shown.title, shown.state, *shown.copies, *shown.problems}
    for line in (*shown.coming, *shown.timeline, *shown.also_told, *shown.background, *shown.past_plans):
        words |= {line.day.words, line.lead, line.what, line.who, line.origins, *line.marks}
    for said in (*shown.compared, *shown.statements):
        words |= {said.day.words, said.who, said.occasion, said.origins, *said.marks}
        words |= {each.relation for each in said.renderings}
    for figure in shown.figures:
        words |= {figure.counts, *figure.marks}
        words |= {w for r in figure.readings for w in (r.printed, r.who, r.as_of[1].words)}
    for parting in shown.partings:
        words |= {parting.kind, parting.about, parting.reason}
        words |= {w for row in parting.rows for side in row for w in (side.claim, side.who)}
    for name, face in faces(a_record()).items():
        missing = [each for each in words if each not in face]
        assert not missing, name


def test_no_face_uses_words_that_say_more_than_is_known():
    for face in faces(a_record()).values():
        assert not [word for word in NEVER if word in face.casefold()]


def test_piped_text_is_plain_and_keeps_to_the_width():
    text = on_terminal(a_record(), width=60)
    assert "\x1b" not in text
    assert all(len(line) <= 60 for line in text.splitlines())
    assert not [line for line in text.splitlines() if line != line.rstrip()]


def test_a_terminal_has_colour():
    assert "\x1b[" in on_terminal(a_record(), force_terminal=True)


def test_each_line_ends_in_its_reports_and_its_id():
    assert re.search(rf"\[1\] \[3\] {SILENT.id[:10]}", " ".join(on_terminal(a_record()).split()))


def test_a_page_asks_no_other_host_and_runs_nothing():
    page = as_html(a_record())
    assert not re.search(r"<(script|link|img|iframe|object|embed|base|form)\b", page, re.IGNORECASE)
    assert not re.search(r"@import|url\(|\bsrc\s*=|\bon\w+\s*=|javascript:", page, re.IGNORECASE)
    assert "default-src 'none'" in page


def test_only_web_addresses_become_links():
    page = as_html(a_record())
    targets = re.findall(r'href="([^"]+)"', page)
    assert {t for t in targets if not t.startswith("#")} == {"https://tide.example/bell"}


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}",
    "[x](javascript:alert(1)) ![y](http://evil.example/p.png)",
    "\x1b]0;owned\x07 \u202egnp.exe",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_others_words_are_text_on_every_face(words):
    record = replace(a_record(), events=(replace(SILENT, label=words),))
    page, md, text = as_html(record), as_markdown(record), on_terminal(record)
    assert not re.search(r"<(script|img)", page)
    assert "49" not in re.findall(r"alert|\b49\b", page)
    assert "](" not in re.sub(r"\\.", "", md)
    assert not re.search(r"(?<!\\)<(script|img)", md)
    assert not set("\x1b\x07\u202e") & set(page + md + text)


@pytest.mark.parametrize(
    "text", ["- a", "1. a", "# a", "> a", "| a", "https://x.example", "www.x.example", "a_b_*c*"]
)
def test_markdown_marks_in_a_report_stay_words(text):
    shown = plain(text)
    assert shown != text
    assert re.sub(r"\\(.)", r"\1", shown) == text


def test_a_footnote_for_each_mark_and_a_mark_for_each_footnote():
    md = as_markdown(a_record())
    marks = set(re.findall(r"(?<!\n)\[\^(\d+)\](?!:)", md))
    notes = re.findall(r"^\[\^(\d+)\]:", md, re.MULTILINE)
    assert marks == set(notes)
    assert len(notes) == len(set(notes))


def test_texts_are_left_out_or_put_in_as_asked():
    words = "Some 60 boats stayed in port"
    assert "denied that" not in as_html(a_record(), texts="none")
    assert "denied that" in as_html(a_record(), texts="excerpts")
    assert as_html(a_record(), texts="full").count(words) > as_html(a_record()).count(words)
    assert "denied that" not in as_markdown(a_record(), texts="none")
    assert "Report 2" in as_markdown(a_record(), texts="full")


def test_an_empty_record_is_a_page_too():
    assert "Nothing on record" in on_terminal(EMPTY)
    assert "Nothing on record" in as_html(EMPTY)
    assert "Nothing on record" in as_markdown(EMPTY)


def test_old_events_stand_under_background():
    text = on_terminal(a_record())
    assert text.index("Background") < text.index("The light was built in 1871")


def test_unsure_lines_are_left_out_and_counted():
    weak = tuple(replace(s, confidence=0.4) for s in SILENT.support)
    record = replace(a_record(), events=(replace(SILENT, support=weak),), statements=())
    assert sheet(record).left_out == "1 unsure line left out"
    assert not sheet(record).timeline
    assert sheet(record, unsure=True).timeline[0].marks == ("unsure",)
