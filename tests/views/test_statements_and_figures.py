from dataclasses import replace

import pytest

from onrecord.model.record import Piece
from onrecord.model.when import When
from onrecord.views.lookup import Lookup, published_by
from onrecord.views.numbers import counted_line
from onrecord.views.parting import partings
from onrecord.views.wordings import differing_places, said
from tests.views.made import BEACON, BOATS, FORTY, RING, TIDE, a_record, passage, variant

RECORD = a_record()
LOOKUP = Lookup(RECORD)


def shown(statement):
    return said(statement, LOOKUP, differing_places(RECORD).get(statement.id, {}))


def test_wordings_stand_side_by_side_with_differing_words_marked():
    line = shown(RING)
    assert line.who == "Mara Voss"
    assert line.marks == ("wordings differ",)
    assert [each.outlets for each in line.renderings] == ["Skerry Beacon", "The Tide"]
    marked = [[s.words for s in each.stretches if s.differs] for each in line.renderings]
    assert marked == [["by hand"], ["with our hands"]]


def test_direct_words_stand_within_marks():
    assert shown(RING).renderings[0].text == "“We will ring it again by hand,”"


def test_reports_that_only_repeat_the_words_are_folded():
    same = replace(variant(TIDE, "We will ring it again with our hands,", "same"), report=TIDE.id)
    line = shown(replace(RING, variants=(same, same)))
    assert len(line.renderings) == 1


def test_what_is_not_direct_stands_with_its_cue():
    piece = Piece(
        kind="indirect",
        content=(passage(TIDE, "it had cut the rope"),),
        speaker_words=None,
        cue=passage(TIDE, "denied"),
    )
    denied = replace(variant(TIDE, "We will ring it again with our hands,", "first"), pieces=(piece,))
    assert shown(replace(RING, variants=(denied,))).renderings[0].text == "denied it had cut the rope"


def test_a_cue_after_the_words_stands_after_them():
    piece = Piece(
        kind="indirect",
        content=(passage(BEACON, "The keepers and the harbour office will meet on 12 June"),),
        speaker_words=None,
        cue=passage(BEACON, "a harbour official said"),
    )
    told = replace(variant(BEACON, "We will ring it again by hand,", "first"), pieces=(piece,))
    assert (
        shown(replace(RING, variants=(told,)))
        .renderings[0]
        .text.endswith("on 12 June (a harbour official said)")
    )


def test_an_unknown_speaker_is_said_to_be_unknown():
    assert shown(replace(RING, speakers=(), speaker_kind="unknown")).who == "speaker not known"


def test_a_figure_shows_hedge_giver_and_day_of_each_reading():
    line = counted_line(BOATS, LOOKUP, frozenset({"conflict"}))
    assert line.counts == "boats in port"
    assert line.marks == ("reports part",)
    first = line.readings[0]
    assert (first.printed, first.who, first.refs) == ("At least 40", "according to harbour office", (1,))
    assert first.as_of[0] == "as of"
    assert first.as_of[1].words == "3 June (inferred)"


def test_a_number_with_no_day_of_its_own_says_the_day_of_its_report():
    bare = replace(FORTY, as_of=None)
    line = counted_line(replace(BOATS, readings=(bare,)), LOOKUP, frozenset())
    assert line.readings[0].as_of[0] == "in a report of"
    assert line.readings[0].as_of[1].words == "3 June"


def test_a_hedge_that_the_printed_words_lack_is_added():
    bare = replace(FORTY, printed="40")
    assert counted_line(replace(BOATS, readings=(bare,)), LOOKUP, frozenset()).readings[0].hedge == "at least"


def test_readings_that_only_repeat_are_one_line():
    again = replace(FORTY, id="f-again")
    line = counted_line(replace(BOATS, readings=(FORTY, again)), LOOKUP, frozenset())
    assert [reading.ids for reading in line.readings] == [(FORTY.id, "f-again")]


def test_reports_part_conflicts_first_each_side_with_who_says_so():
    first, second = partings(RECORD, LOOKUP)
    assert (first.kind, first.verdict, first.about) == ("number", "conflict", "boats in port")
    assert first.reason == "readings for 3 June that can't both hold"
    assert [side.claim for side in first.rows[0]] == ["At least 40", "Some 60"]
    assert [side.who for side in first.rows[0]] == [
        "according to harbour office (in Skerry Beacon)",
        "according to fishers’ guild (in The Tide)",
    ]
    assert (second.kind, second.about) == ("wordings differ", "statement by Mara Voss")


@pytest.mark.parametrize("words", ["said", "According to"])
def test_a_cue_that_says_no_more_than_that_it_was_said_is_left_out_after_the_words(words):
    content = passage(BEACON, "The keepers and the harbour office will meet on 12 June")
    cue = replace(content, start=content.end + 2, end=content.end + 2 + len(words), text=words)
    piece = Piece(kind="indirect", content=(content,), speaker_words=None, cue=cue)
    told = replace(variant(BEACON, "We will ring it again by hand,", "first"), pieces=(piece,))
    assert shown(replace(RING, variants=(told,))).renderings[0].text == content.text


def test_a_report_with_no_latest_day_is_of_no_known_day():
    open_ended = When(edtf="[2023-10-07..]", basis="bounded", reason="it tells of that day")
    assert published_by(replace(BEACON, published=open_ended)) is None
