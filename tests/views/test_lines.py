from dataclasses import replace

import pytest

from onrecord.model.record import Outcome
from onrecord.views.lines import event_line, folded, origins_words, outcome_words, who_says
from onrecord.views.lookup import Lookup
from tests.views.made import BEACON, COPY, MEETING, OFFICE, ROPE, SILENT, TIDE, VIGIL, a_record, support

LOOKUP = Lookup(a_record())


def test_a_line_says_day_what_who_and_how_many_origins():
    line = event_line(SILENT, LOOKUP)
    assert line.day.words == "2 June"
    assert line.what == "The bell of Skerry Light fell silent on Tuesday"
    assert line.who == "Skerry Beacon and Morning Oar"
    assert line.origins == "1 origin"
    assert line.refs == (1, 3)


def test_what_is_attributed_names_who_is_cited():
    assert event_line(MEETING, LOOKUP).who == "according to a harbour official (in Skerry Beacon)"


def test_own_voice_and_citation_stand_apart():
    supports = (support(BEACON, "fell silent"), support(TIDE, "cut the rope", by=(OFFICE.id,)))
    assert who_says(supports, LOOKUP) == "Skerry Beacon; according to harbour office (in The Tide)"


def test_a_giver_not_made_out_is_said_to_be_that():
    supports = (support(TIDE, "cut the rope", voice="attributed"),)
    assert who_says(supports, LOOKUP) == "according to somebody not made out (in The Tide)"


def test_a_denial_is_led_by_that_word():
    line = event_line(ROPE, LOOKUP)
    assert line.lead == "denied"
    assert line.marks == ("said otherwise by The Tide",)


@pytest.mark.parametrize("modality", ["planned", "possible", "demanded", "denied"])
def test_what_has_not_happened_is_led_by_what_it_is(modality):
    assert event_line(replace(SILENT, modality=modality), LOOKUP).lead == modality


def test_every_line_has_somebody_who_says_so():
    for event in a_record().events:
        assert event_line(event, LOOKUP).who


@pytest.mark.parametrize(
    ("standing", "origins", "givers", "words"),
    [
        ("one-origin", ("a",), (), "1 origin"),
        ("several-origins", ("a", "b"), (), "2 origins, no tie found"),
        ("one-origin", ("a", "b"), (OFFICE.id,), "2 origins, all citing harbour office"),
        ("one-origin", ("a", "b"), (), "2 origins, tied"),
        ("withdrawn", ("a",), (), "withdrawn"),
    ],
)
def test_origins_in_plain_words(standing, origins, givers, words):
    assert origins_words(standing, origins, givers, LOOKUP) == words


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("pending", "no outcome reported yet"),
        ("put-off", "put off"),
        ("called-off", "called off"),
        ("denied", "denied"),
        ("changed", "changed"),
    ],
)
def test_what_became_of_a_plan(state, words):
    assert outcome_words(Outcome(state=state, to=None, up_to=None, support=()), LOOKUP) == words


def test_silence_is_dated_by_the_newest_report():
    assert event_line(VIGIL, LOOKUP).marks == ("no report of it up to 5 June",)


def test_a_plan_that_was_held_tells_when():
    held = Outcome(state="held", to=SILENT.id, up_to=None, support=())
    assert outcome_words(held, LOOKUP) == "held: 2 June"


def test_an_unsure_line_is_marked():
    weak = replace(SILENT, support=(support(COPY, "fell silent", confidence=0.5),))
    assert "unsure" in event_line(weak, LOOKUP).marks


def test_a_sentence_stands_around_its_words():
    sentence = event_line(ROPE, LOOKUP).evidence[0]
    assert sentence.before == "The harbour office denied that "
    assert sentence.words == "it had cut the rope"
    assert sentence.after == "."
    assert (sentence.outlet, sentence.number, sentence.day.words) == ("The Tide", 2, "4 June")


def test_lines_with_the_same_words_of_the_same_day_are_one():
    once = event_line(SILENT, LOOKUP)
    again = replace(once, id="e-again", refs=(1,))
    other = replace(once, id="e-other", lead="denied")
    lines = folded([again, once, other])
    assert [(line.id, line.also) for line in lines] == [(SILENT.id, ("e-again",)), ("e-other", ())]


def test_a_line_whose_words_stand_in_another_of_that_day_is_folded_into_it():
    whole = event_line(SILENT, LOOKUP)
    told = whole.evidence[0]
    part = replace(whole, id="e-part", what="silent", evidence=(replace(told, start=told.end - 6),))
    elsewhere = replace(part, id="e-else", what="mute", evidence=(replace(told, report="r-other"),))
    later = replace(part, id="e-later", day=event_line(VIGIL, LOOKUP).day)
    lines = folded([part, elsewhere, whole, later])
    assert [(line.id, line.also) for line in lines] == [
        ("e-else", ()), (SILENT.id, ("e-part",)), ("e-later", ()),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("report", "reason"),
    [(BEACON, "no tie to another report found"), (COPY, "carries the copy of [1] Skerry Beacon")],
)
def test_why_a_report_has_its_origin_is_told_of_that_very_report(report, reason):
    assert LOOKUP.origin_reason(report.id) == reason
