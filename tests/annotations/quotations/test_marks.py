"""The state machine of the quotation marks: pure text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotations.quotations import quoted_regions
from onrecord.annotations.quotations.marks import find_regions
from onrecord.model.report import Block
from onrecord.model.span import Span
from tests.support import make_report, seconds

REGIONS = {
    "curly": ("He said “go now” twice.", ["“go now”"]),
    "straight": ('He said "go now" twice.', ['"go now"']),
    "doubled apostrophes": ("He said ''go now'' twice.", ["''go now''"]),
    "grave and apostrophes": ("He said ``go now'' twice.", ["``go now''"]),
    "guillemets": ("He said «go now» twice.", ["«go now»"]),
    "low mark": ("He said „go now“ twice.", ["„go now“"]),
    "single curly": ("He said ‘go now’ twice.", ["‘go now’"]),
    "single straight": ("He said 'go now' twice.", ["'go now'"]),
    "single within double": ("“He said ‘go’ and left.”", ["“He said ‘go’ and left.”"]),
    "double within single": ("‘He said “go” and left.’", ["‘He said “go” and left.’"]),
    "double within double": ("“He said “go” and left.”", ["“He said “go” and left.”"]),
    "straight within straight": ('"He said "go" and left."', ['"He said "go" and left."']),
    "wrong way round": ("He said “go now“ twice.", ["“go now“"]),
    "wrong way round at the start": ("He said ”go now” twice.", ["”go now”"]),
    "in brackets": ("(“go now”)", ["“go now”"]),
    "after a dash": ("He stopped—“go now”—and left.", ["“go now”"]),
    "two": ("“go” and “stop”", ["“go”", "“stop”"]),
    "blanks inside": ('He said " go now " twice.', ['" go now "']),
    "unclosed": ("He said “go now and left.", ["“go now and left."]),
    "unclosed, then another": ("“go now, he said. “Stop,” he said.", ["“go now, he said.", "“Stop,”"]),
    "unclosed in one paragraph": ("“go now.\n\nHe said “stop” twice.", ["“go now.", "“stop”"]),
    "several paragraphs": ("“go.\n\n“stop.”\n\nHe left.", ["“go.", "“stop.”"]),
    "stray closing mark": ("He left.” He said “go now”.", ["“go now”"]),
    "feet and inches": ('He is 6\' 2" tall and said "go".', ['"go"']),
    "possessive in singles": ("‘the workers’ union’s hall,’ he said", ["‘the workers’ union’s hall,’"]),
    "clipped words": ("rock ’n’ roll of the ’90s, ’til he left", []),
    "plural possessives": ("the boys' and girls' rooms", []),
    "none": ("He left.", []),
}


def regions(text: str) -> list[str]:
    return [span.of(text) for span in quoted_regions(make_report(text))]


@pytest.mark.parametrize(("text", "expected"), REGIONS.values(), ids=REGIONS.keys())
def test_what_stands_between_marks(text: str, expected: list[str]) -> None:
    assert regions(text) == expected


def test_paragraphs_with_one_closing_mark_are_one_region() -> None:
    text = "“go.\n\n“stop.\n\n“run.”\n\n“no.”"
    paragraphs = [Span(b.start, b.end) for b in make_report(text).blocks]
    assert [len(region.pieces) for region in find_regions(text, paragraphs)] == [3, 1]


def test_furniture_is_not_read() -> None:
    text = "“go”\n“stop”"
    blocks = (Block(kind="body", start=0, end=4), Block(kind="caption", start=5, end=11))
    report = make_report(text, blocks=blocks)
    assert [span.of(text) for span in quoted_regions(report)] == ["“go”"]


MARKED = st.text(alphabet="\"“”„«»''`‘’‛ .,ab12\n\u200b\u202e—(", max_size=200)


@given(MARKED)
def test_regions_lie_in_the_text_in_order_and_apart(text: str) -> None:
    spans = quoted_regions(make_report(text))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all("\n\n" not in span.of(text) for span in spans)


@given(MARKED, MARKED)
def test_a_closed_paragraph_does_not_depend_on_what_follows(text: str, more: str) -> None:
    alone = regions("“go now,” he said.\n\nHe left.")
    both = regions(f"“go now,” he said.\n\nHe left.\n\n{text}\n\n{more}")
    assert both[: len(alone)] == alone


@pytest.mark.parametrize("mark", ['"', "“", "”", "'", "‘", "''", "“a” ", '"a" ', " 'a", "a' "])
def test_ten_thousand_marks_take_linear_time(mark: str) -> None:
    short, long = (make_report(mark * times) for times in (100, 10_000))
    quoted_regions(short)
    assert seconds(lambda: quoted_regions(long)) < 2.0


@settings(max_examples=20)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    quoted_regions(make_report(text))
