"""Acts told by verbs that are no events by themselves, in invented sentences; and what is none."""

import pytest

from tests.annotations.events.reading import events

TOLD = [
    ("The council sat in two rooms on Monday.", "sat", "happened", "2026-03-09", "a state, on its day"),
    ("Anna Trell spoke in Weirholm on Monday.", "spoke", "happened", "2026-03-09", "a speech, on its day"),
    ("Residents sang outside the mill until dusk.", "sang", "happened", "../2026-03-10", "until dusk"),
    ("Nurses waited at the gate for six hours.", "waited", "happened", "../2026-03-10", "for six hours"),
    ("Anna Trell won the seat in 2019.", "won", "happened", "2019", "a contest"),
    ("The motion was backed on Monday.", "backed", "happened", "2026-03-09", "done to a thing, on its day"),
    ("Anna Trell will be back at work on Friday.", "be", "planned", "2026-03-13", "being back is a plan"),
    (
        "The fleet will stay in port until the guests have left.",
        "stay",
        "planned",
        "2026-03-10/..",
        "a limit",
    ),
    ("The road will stay shut until Friday.", "stay", "ongoing", "../2026-03-13", "what is so goes on"),
    ("Nurses let the prisoners go on Monday.", "let", "happened", None, "letting somebody go"),
    ("Anna Trell walked out after an hour.", "walked out", "happened", "../2026-03-10", "a walkout of one"),
    ("Some of the drivers walked out on Monday.", "walked out", "happened", "2026-03-09", "some of them"),
    ("Anna Trell shook hands with Jon Pell.", "shook hands", "happened", "../2026-03-10", "a set phrase"),
    ("The council blamed Anna Trell.", "blamed", "happened", "../2026-03-10", "blame is an accusation"),
    (
        "The council declared Anna Trell the winner on Monday.",
        "declared",
        "happened",
        "2026-03-09",
        "declared",
    ),
    ("The council will rule on the plan on Friday.", "rule", "planned", "2026-03-13", "a ruling of any body"),
    ("The third, a recruit, died in Weirholm on Monday.", "died", "happened", "2026-03-09", "an ordinal"),
    ("A truce held until Friday.", "held", "happened", None, "a truce that held"),
    ("The truce broke down on Monday.", "broke down", "happened", "2026-03-09", "a truce that broke down"),
    (
        "Counting was slow, and work stopped on Monday.",
        "stopped",
        "happened",
        "2026-03-09",
        "work that stopped",
    ),
    ("Shells fell on the market in Weirholm.", "fell on", "happened", "../2026-03-10", "shells"),
    ("The convoy came under fire on Monday.", "came under", "happened", "2026-03-09", "a convoy under fire"),
    ("A case of fever was detected in Weirholm.", "detected", "happened", "../2026-03-10", "a case"),
    ("The rule took effect on Monday.", "took effect", "happened", "2026-03-09", "taking effect"),
    ("Anna Trell spoke to Jon Pell by telephone on Monday.", "spoke", "happened", "2026-03-09", "a call"),
    ("Anna Trell will appeal.", "appeal", "planned", "2026-03-10/..", "an appeal with no more words"),
    (
        "Anna Trell told the court on Monday that the mill was old.",
        "told",
        "happened",
        "2026-03-09",
        "testimony",
    ),
    ("The council held an angry debate on Monday.", "debate", "happened", "2026-03-09", "a debate"),
    (
        "The van had passed its yearly test in January.",
        "passed",
        "happened",
        "2026-01",
        "one of what is yearly",
    ),
    ("The council asked for one in 2019.", "asked for", "happened", "2019", "a demand with its day"),
    (
        "Anna Trell would hand the mayor a letter on Friday, she said.",
        "hand",
        "planned",
        "2026-03-13",
        "beside",
    ),
    (
        "Jon Pell, the head of the winners of Monday's vote, left.",
        "vote",
        "happened",
        "2026-03-09",
        "its own day",
    ),
]


@pytest.mark.parametrize(("text", "words", "modality", "day", "why"), TOLD, ids=[row[4] for row in TOLD])
def test_acts_with_a_day_or_a_length(text, words, modality, day, why):
    told = [(e.span.of(text), e.modality, e.when.edtf if e.when else None) for e in events(text)[0]]
    found = [(how, when) for span, how, when in told if set(words.split()) & set(span.split())]
    assert any(how == modality and (day is None or when == day) for how, when in found), (why, told)


NOTHING = [
    ("The council sat in two rooms.", "a state with no day"),
    ("Anna Trell spoke of the mill.", "words"),
    ("The plan sat badly with Weirholm on Monday.", "a thing does nothing"),
    ("The index stood at 4,100 on Monday.", "a measure"),
    ("The mill came under heavy pressure on Monday.", "a figure of speech"),
    ("Jon Pell has led the council since Monday.", "since then, a state"),
    ("Posted by Anna Trell on Monday.", "a credit"),
    ("Anna Trell appealed to voters.", "an appeal to somebody"),
    ("Let it go, Anna Trell said.", "no release"),
    ("Anna Trell declared that the mill was old.", "a statement"),
    ("Anna Trell was to have spoken on Friday.", "what didn't come"),
    ("The council publishes an annual report.", "what comes each year"),
    ("The concern began on Monday.", "a thought that began"),
    ("Anna Trell had offered to go on Monday.", "perhaps the day of the offer"),
]


@pytest.mark.parametrize(("text", "why"), NOTHING, ids=[row[1] for row in NOTHING])
def test_no_acts(text, why):
    sure = [e for e in events(text)[0] if e.confidence >= 0.5 and e.sort not in ("offer", "put-off")]
    assert [(e.sort, e.modality) for e in sure] == [], why
