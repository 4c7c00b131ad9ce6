"""Events that no table of sorts lists, in invented sentences: what counts, how it stands, day and line."""

import pytest

from tests.annotations.events.reading import events

TOLD = [
    ("Volunteers planted 40 trees in Weirholm on Sunday.", "planted", "happened", "a verb of no table"),
    (
        "The baker gave evidence in Weirholm on Monday.",
        "gave evidence",
        "happened",
        "a light verb with its thing",
    ),
    ("The barge was towed to Port Leven on Monday.", "towed", "happened", "a passive"),
    ("Anna Trell stayed away on Monday.", "stayed away", "happened", "a state with a direction is a step"),
    ("Anna Trell will unveil a statue on Friday.", "unveil", "planned", "a plan"),
    ("The council is to repair the roof on Friday.", "repair", "planned", "is to"),
    ("Jon Pell denied that Anna Trell had hidden the keys.", "hidden", "denied", "what is denied"),
    (
        "Jon Pell rejected a claim that Anna Trell had hidden the keys.",
        "hidden",
        "denied",
        "a claim rejected",
    ),
    ("Engineers hope to repair the crane by Friday.", "repair", "planned", "a hope with a day"),
    ("Anna Trell was in Weirholm on Monday.", "was", "happened", "to have been at a place"),
    ("Shares in the mill fell by 4 percent on Monday.", "fell", "happened", "a price that moved"),
    ("Nobody has been arrested.", "arrested", "denied", "nobody to whom it happened"),
    (
        "Jon Pell pleaded not guilty on Monday.",
        "pleaded",
        "happened",
        "the plea is made, its not is no denial",
    ),
    ("The company will stop one line and cut 60 jobs.", "cut jobs", "planned", "coordinated under will"),
    (
        "Jon Pell has threatened to leave the council and thus topple the mayor.",
        "topple",
        "possible",
        "what a threat goes on to is no deed",
    ),
    ("The roof is being repaired by the council.", "repaired", "ongoing", "a passive in progress"),
]


@pytest.mark.parametrize(("text", "words", "modality", "why"), TOLD, ids=[row[3] for row in TOLD])
def test_what_no_table_lists_is_told_as_well(text, words, modality, why):
    found, page, _ = events(text)
    told = [(e.span.of(page.report.text), e.modality) for e in found]
    assert any(set(words.split()) & set(span.split()) and modality == how for span, how in told), (why, told)


NOTHING = [
    ("Anna Trell owns a mill in Weirholm.", "a state"),
    ("Anna Trell says the mill is old.", "a word of saying"),
    ("Anna Trell thinks Jon Pell was wrong.", "a thought"),
    ("The delay gave rise to doubts.", "a figure of speech"),
    ("Bakers bake bread at night.", "a habit"),
    ("The mill is licensed to grind oats.", "a present state in the passive"),
    ("A member of staff, who asked not to be named, smiled.", "who won't be named"),
    ("The council should have repaired the roof.", "it did not"),
    ("Jon Pell wrote a letter while water boiled.", "what goes on beside, and a word of writing"),
    ("Should the mill be repaired?", "a question"),
    ("People know how bakers knead dough.", "people at large"),
    ("The tests usually begin at noon.", "what is usual"),
    ("Asked what message he planned to bring to Weirholm, an aide smiled.", "a question that somebody asked"),
    ("When asked about the mill, Anna Trell smiled.", "a question is no demand"),
    ("Her main concern is mending the mill and feeding Weirholm.", "what somebody cares for"),
    ("Anna Trell asked whether Jon Pell had sold the mill.", "whether it is so is what she asked"),
]


@pytest.mark.parametrize(("text", "why"), NOTHING, ids=[row[1] for row in NOTHING])
def test_nothing_is_made_of(text, why):
    assert [e.span.of(text) for e in events(text)[0]] == [], why


def test_a_verb_that_carries_an_event_is_no_second_one():
    found, _, _ = events("A fire broke out at a mill in Weirholm on Sunday.")
    assert [e.sort for e in found] == ["fire"]


def test_what_is_put_off_is_two_plans():
    found, _, _ = events("Talks between Norland and Weirholm, due on Thursday, were put off until Friday.")
    plans = [(e.when.edtf, e.outcome) for e in found if e.sort == "meeting"]
    assert plans == [("2026-03-12", "put-off"), ("2026-03-13", None)]


def test_talks_that_open_are_the_talks():
    found, _, _ = events("Talks between Norland and Weirholm will open on Friday.")
    assert {e.sort for e in found} == {"meeting"}


def test_a_noun_in_a_phrase_beside_another_event_is_its_own_line():
    found, page, _ = events("Residents burned a flag at a protest in Weirholm on Monday.")
    lines = {e.sort: e.clause.of(page.report.text) for e in found}
    assert lines["protest"].startswith("a protest")


def test_what_is_ordered_and_the_order_are_two():
    found, _, _ = events("Mayor Anna Trell ordered Jon Pell to repair the roof.")
    assert [(e.sort, e.modality) for e in found] == [("demand repair", "happened"), ("repair", "demanded")]


def test_a_denial_of_the_sentence_before_denies_what_it_told():
    text = "A clerk said that Jon Pell had hidden the keys. His lawyer denied it."
    found, page, _ = events(text)
    assert [(e.sort, e.modality) for e in found] == [("hide", "happened"), ("hide", "denied")] or [
        (e.sort, e.modality) for e in found
    ] == [("hide", "denied")]
    assert found[-1].clause.of(page.report.text).endswith("denied it")


DAYS = [
    ("The council will repair the roof.", "2026-03-10/..", "a plan is not before the report's day"),
    ("The council repaired the roof.", "../2026-03-10", "the past is not after the report's day"),
    ("The council repaired the roof before Sunday.", "../2026-03-07", "before a day"),
    ("The council had repaired the roof by Sunday.", "../2026-03-08", "by a day"),
    ("The mill had been sold for Sunday but was repaired.", "../2026-03-10", "set against the other verb"),
    (
        "The baker took over the mill until Friday.",
        "../2026-03-10",
        "until when it lasts is not when it came",
    ),
]


@pytest.mark.parametrize(("text", "edtf", "why"), DAYS, ids=[row[2] for row in DAYS])
def test_the_day_of_it(text, edtf, why):
    found, _, _ = events(text)
    assert [e.when.edtf for e in found if e.when is not None][-1:] == [edtf], why


LINES = [
    (
        "Anna Trell repaired the roof after Jon Pell had sold the mill.",
        ["Anna Trell repaired the roof", "Jon Pell had sold the mill"],
        "two clauses, two lines",
    ),
    (
        "Anna Trell walked to Weirholm on Sunday and promised that the roof would be repaired.",
        [
            "Anna Trell walked to Weirholm on Sunday",
            "Anna Trell walked to Weirholm on Sunday and promised that the roof would be repaired",
            "the roof would be repaired",
        ],
        "a plan's line begins behind the deed",
    ),
    (
        "The mill is the first to burn since Anna Trell returned to Weirholm in January.",
        ["Anna Trell returned to Weirholm in January"],
        "since when it is true, and not what is true",
    ),
    (
        "Jon Pell, who had sold the mill on Sunday, towed the crane to Weirholm.",
        [
            "Jon Pell, who had sold the mill on Sunday",
            "Jon Pell, who had sold the mill on Sunday, towed the crane to Weirholm",
        ],
        "what stands between stays",
    ),
]


@pytest.mark.parametrize(("text", "lines", "why"), LINES, ids=[row[2] for row in LINES])
def test_each_event_has_a_line_of_its_own(text, lines, why):
    found, page, _ = events(text)
    assert [e.clause.of(page.report.text) for e in found] == lines, why
