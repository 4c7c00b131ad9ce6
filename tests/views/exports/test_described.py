"""Names left out: from lines by a description, from reports' words letter by letter; places hold."""

import re
from dataclasses import replace

import pytest

from onrecord.record.check import passages_of
from onrecord.views.as_json import as_json, from_json
from onrecord.views.exports.described import described
from tests.views.exports.private import GRETA, HURT, INES, MARSH, MILL, OSKAR, SAW, a_fire
from tests.views.made import a_record


def by_id(things):
    return {each.id: each for each in things}


def test_names_are_gone_from_everything_but_the_address():
    shown = as_json(described(a_fire()), made_at="2026-06-06T10:00:00Z").decode()
    assert not re.search(
        r"Tilda|Marsh|Oskar|Pell|Ines|Dray|Rolf", shown.replace("post.example/tilda-marsh", "")
    )
    assert "Greta Hagen" in shown


def test_lines_say_a_description():
    record = described(a_fire())
    assert by_id(record.events)[HURT.id].label.startswith("[person A], 41, was injured")
    assert record.stories[0].title == "[person A] hurt in mill fire"
    names = {entity.id: (entity.name, entity.kind) for entity in record.entities}
    assert names[MARSH.id] == ("person A", "unnamed")
    assert names[OSKAR.id] == ("minor A", "unnamed")
    assert names[INES.id] == ("witness A", "unnamed")
    assert names[GRETA.id] == ("Greta Hagen", "person")


def test_words_of_reports_keep_their_places():
    record = described(a_fire())
    text = record.reports[0].report.text
    assert len(text) == len(MILL.text)
    assert text.split("\n\n")[1].startswith("█████ █████, 41, was injured")
    assert "I saw █████ run" in text
    for passage in passages_of(record):
        assert text[passage.start : passage.end] == passage.text


def test_without_the_text_spans_are_blocked_out_too():
    record = a_fire()
    bare = tuple(replace(line, report=replace(line.report, text="")) for line in record.reports)
    shown = described(replace(record, reports=bare))
    assert all("Marsh" not in passage.text for passage in passages_of(shown))


def test_a_name_shared_with_somebody_named_stays_theirs():
    text = described(a_fire()).reports[0].report.text
    assert "Police arrested ████ █████ on Tuesday" in text
    assert "Mayor Greta Hagen visited" in text
    assert "Hagen's office" in text


def test_aliases_go_and_who_spoke_is_unnamed():
    record = described(a_fire())
    assert by_id(record.entities)[MARSH.id].aliases == ()
    assert by_id(record.statements)[SAW.id].speaker_kind == "unnamed"


def test_once_is_enough():
    once = described(a_fire())
    assert described(once) == once
    assert described(from_json(as_json(once, made_at="2026-06-06T10:00:00Z"))).entities == once.entities


def test_a_record_of_nobody_private_is_the_same():
    assert described(a_record()) is not None
    calm = a_fire(GRETA)
    assert described(calm) is calm


def test_names_in_other_reports_are_other_peoples():
    other = replace(a_record().reports[0].report, text="Marsh Road floods each spring.")
    record = a_fire()
    both = replace(record, reports=(*record.reports, replace(record.reports[0], report=other)))
    assert described(both).reports[1].report.text == "Marsh Road floods each spring."


@pytest.mark.parametrize(("number", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_letters_go_on(number, letters):
    from onrecord.views.exports.described import _letters

    assert _letters(number) == letters
