"""What is ahead, in invented sentences: which words make a plan of what is no event as a fact."""

import pytest

from tests.annotations.events.reading import events

AHEAD = [
    (
        "Anna Trell will speak in Weirholm on Friday.",
        "speak",
        "planned",
        "2026-03-13",
        "a speech with its day",
    ),
    ("The pump is to be working by Friday.", "working", "planned", "../2026-03-13", "a state that is to be"),
    ("The council is due to debate the bill on Friday.", "debate", "planned", "2026-03-13", "due to"),
    ("The first results are expected on Friday.", "results", "planned", "2026-03-13", "results expected"),
    ("A full report was due next week.", "report", "planned", "[2026-03-16..2026-03-22]", "a report due"),
    (
        'Eight sailors of one trawler are "likely" to have caught the fever, the harbour doctor said.',
        "caught",
        "possible",
        None,
        "likely, in marks: no plan",
    ),
    ("Jon Pell faces a separate trial on Friday.", "trial", "planned", "2026-03-13", "what somebody faces"),
    ("Jon Pell faced a separate trial in January.", "trial", "happened", "2026-01", "what somebody faced"),
    ("If talks fail, Norland will go to court.", "go", "possible", None, "under a condition, no plan"),
    (
        "The lifting of the barge had been planned for Thursday but was put off because of the wind.",
        "lifting",
        "planned",
        "2026-03-12",
        "the day that it was planned for",
    ),
    (
        "The concert, planned for Thursday, has been put off until Friday because of the wind.",
        "concert",
        "planned",
        "2026-03-12",
        "what no table lists, put off: the day that it was set for",
    ),
    (
        "The concert, planned for Thursday, has been put off until Friday because of the wind.",
        "Friday",
        "planned",
        "2026-03-13",
        "and the day to which it was moved",
    ),
    (
        "Jon Pell arrived on Monday and will meet Anna Trell in Weirholm.",
        "meet",
        "planned",
        "2026-03-10/..",
        "what will be has not the day of what was",
    ),
    ("The fishermen have scheduled a regatta for Friday.", "regatta", "planned", "2026-03-13", "scheduled"),
    ("Anna Trell hopes to raise the wreck on Friday.", "raise", "planned", "2026-03-13", "hopes to"),
]


@pytest.mark.parametrize(("text", "words", "modality", "day", "why"), AHEAD, ids=[row[4] for row in AHEAD])
def test_what_is_ahead(text, words, modality, day, why):
    told = [(e.span.of(text), e.modality, e.when.edtf if e.when else None) for e in events(text)[0]]
    assert (words, modality, day) in told, (why, told)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param(
            "Anna Trell met Jon Pell this week.",
            "[2026-03-09..2026-03-10]",
            id="what was, by the report's day",
        ),
        pytest.param(
            "Anna Trell will meet Jon Pell this week.",
            "[2026-03-09..2026-03-15]",
            id="what will be, in all of it",
        ),
    ],
)
def test_this_week_ends_with_the_report_for_what_has_happened(text, day):
    (found,) = events(text)[0]
    assert found.when.edtf == day


NOT_AHEAD = [
    ("Anna Trell will speak.", "no day: a manner of going on"),
    ("The winner will need two seats on Friday.", "a state that no day makes a step"),
    ("Anna Trell said she would be happy on Friday.", "a feeling"),
    ("The rent is due on Friday.", "nothing that is made known"),
    ("A price was set for Friday.", "a price is no happening"),
    ("A charity set up to help the blind on Friday opened a school.", "what it was set up for"),
    ("The advice offered to help Anna Trell was wrong.", "what it was offered for"),
    ("Political will brought Anna Trell to Weirholm.", "a will, not what will be"),
    ("Anna Trell would probably be expected to visit Weirholm.", "it would, if at all"),
    ("The alternative would be to arrest Jon Pell.", "one way of several"),
    ("If Anna Trell has told Jon Pell that Norland will close the port, nobody knows.", "under a condition"),
    ("The tax isn't going to stop Norland on Friday, Anna Trell said.", "not going to"),
    ("The ferry was delayed for three hours.", "a length of time is no day"),
]


@pytest.mark.parametrize(("text", "why"), NOT_AHEAD, ids=[row[1] for row in NOT_AHEAD])
def test_what_is_no_plan(text, why):
    assert [e.span.of(text) for e in events(text)[0] if e.modality == "planned"] == [], why


STEPS = [
    ("Jon Pell was taken to hospital on Sunday.", "hospital", "happened", "where somebody is taken"),
    (
        "The company was warned in January that the pumps leaked.",
        "warning",
        "happened",
        "who was told, and when",
    ),
    ("The former minister is to be heard by a committee on Friday.", "hearing", "planned", "a hearing"),
    ("Norland could take the case to court.", "court action", "possible", "to court"),
    ("Anna Trell will be called as a witness.", "testimony", "planned", "as a witness"),
    ("Jon Pell was cleared of fraud on Monday.", "acquittal", "happened", "a passive with its preposition"),
    ("The lid can come loose.", "breakage", "possible", "what may break"),
]


@pytest.mark.parametrize(("text", "sort", "modality", "why"), STEPS, ids=[row[3] for row in STEPS])
def test_steps_told_by_a_light_verb_and_its_phrase(text, sort, modality, why):
    assert (sort, modality) in [(e.sort, e.modality) for e in events(text)[0]], why


NO_STEPS = [
    ("The report is expected to name nobody.", "publication", "what it will say, not when it comes"),
    ("Jon Pell took his daughter to school on Sunday.", "hospital", "another place"),
    ("Anna Trell was told that the mill was old.", "warning", "no day of its own"),
    ("Jon Pell was pressed for details on Monday.", "demand", "who is asked"),
]


@pytest.mark.parametrize(("text", "sort", "why"), NO_STEPS, ids=[row[2] for row in NO_STEPS])
def test_light_verbs_without_it(text, sort, why):
    assert sort not in [e.sort for e in events(text)[0]], why


def test_what_goes_on_since_a_day_has_no_end():
    found, _, _ = events("The water has been falling since Sunday.")
    assert [(e.modality, e.when.edtf) for e in found] == [("ongoing", "2026-03-08/..")]


def test_a_line_keeps_what_its_then_hangs_on():
    text = "Since then, nine people have been killed in Weirholm."
    assert [e.clause.of(text) for e in events(text)[0]] == [text[:-1]]
