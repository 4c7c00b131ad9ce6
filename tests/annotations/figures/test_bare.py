"""Numbers with no noun of their own: some of the injured, people by what they did, tolls, former numbers.

Every sentence is invented.
"""

import pytest

from onrecord.annotations.figures import ANNOTATOR
from onrecord.model.annotation import FigureReading, Found, Mention
from onrecord.model.span import Span
from tests.support import parsed

VOTE = (
    "Voters in Sund went to the polls in the election on Sunday, and the vote was close. "
    "With 14 percent counted, the gap had been 6.5 points. "
    "At noon the Harbour Party led by 33.6 percent to 32.9 percent. "
    "By then more than 60 percent had voted. "
    "The Greens, with 15.9 percent, may decide who governs. "
    "In 2018 Lorne won by 11 points. The poll was out by 2 points either way. "
    "Lorne lost a seat, and Greel keeps her 56. "
    "The motion was rejected by four votes to one."
)
SEATS = "The poll would give New Hope 61 of the 150 seats in the House of Deputies."
FIGURES = (
    "The officer opened the ballots again for the recount of the votes. "
    "Then Ada Lane read out the figures: 20,590 for Kesh."
)


def row(text: str, printed: str, found: Found | None = None) -> FigureReading | None:
    readings = ANNOTATOR.find(parsed(text), found or Found())
    return next((r for r in readings if r.span.of(text) == printed and r.keep), None)


KEPT = [
    # some of those in a state
    ("Five of the injured were in a critical condition.",
     "Five", "injured in a critical condition", "injured"),
    ("Nine of the 22 injured were still in hospital.", "Nine", "injured in hospital", "injured"),
    ("Four of those hurt at the pier were still in bed.", "Four", "hurt at the pier", "injured"),
    ("Two of the dead had been counted twice.", "Two", "dead counted twice", "killed"),
    ("Among them are five who swam ashore.", "five", "people who swam ashore", "swam"),
    ("Twenty-one others are now known to have been hurt.", "Twenty-one", "others hurt", "injured"),
    # people by what is said of them
    ("Fourteen were in hospital on Tuesday.", "Fourteen", "people in hospital", "hospital"),
    ("Thirty people were hurt. Nine had gone home.", "Nine", "people gone home", "home"),
    ("The sinking killed 29 people. The town mourned. Lorries came. Of the 29, seven were children.",
     "seven", "children", "killed"),
    ("The blast killed 31 people. Of these, 12 were children.", "12", "children", "killed"),
    # tolls and numbers that somebody gives
    ("The mayor gave a death toll of 12.", "12", "death toll", "killed"),
    ("A spokesman gave the number of dead as 12.", "12", "dead", "killed"),
    ("The police put arrests at 40.", "40", "arrests", "arrested"),
    ("The police freed 12 miners. The union said it knew of eight.", "eight", "miners freed", "released"),
    ("The harbour said 26 people were missing. The ministry gave a higher number: 31.",
     "31", "people missing", "missing"),
    ("The death toll rose to 45, up from 33.", "33", "death toll", "killed"),
    ("They recalled 66,500 kettles. The other 1,500 had never left the yard.",
     "1,500", "other kettles recalled", "kettle"),
    ("The company offered 200 jobs. The union wanted 300.", "300", "jobs offered", "job"),
    # people of a nation, and names on a list
    ("The government holds about 300 Keldans.", "about 300", "Keldans", "keldan"),
    ("They handed over a list of 214 names.", "214", "names", "name"),
    # levels and sums, degrees, and those of whom something is said
    ("The port has a deficit of 300 million.", "300 million", "deficit", "deficit"),
    ("Imports rose to 4.1 billion.", "4.1 billion", "Imports", "import"),
    ("The fire was 40 percent contained.", "40 percent", "fire contained", "fire"),
    ("The laboratory tested 1,140 samples; 212 were positive.", "212", "samples positive", "sample"),
    ("The council received 410 complaints and upheld 38 of them.", "38", "complaints upheld", "complaint"),
    ("Some 70,000 people marched. The ministry's count was 28,000.", "28,000", "people marched", "attended"),
    ("Eight sailors are feared dead.", "Eight", "sailors dead", "killed"),
    ("Three of the accused pleaded guilty.", "Three", "accused pleaded guilty", "accused"),
    # shares, seats and leads
    (VOTE, "14 percent", "vote counted", "vote counted"),
    (VOTE, "6.5 points", "lead", "lead"),
    (VOTE, "11 points", "lead", "lead"),
    (VOTE, "2 points", "margin of error", "margin of error"),
    (VOTE, "33.6 percent", "vote of Harbour Party", "vote"),
    (VOTE, "more than 60 percent", "turnout", "turnout"),
    (VOTE, "15.9 percent", "vote of Greens", "vote"),
    (VOTE, "56", "seats of Greel", "seat"),
    (VOTE, "one", "votes against", "vote"),
    (SEATS, "61", "seats of New Hope", "seat"),
    (FIGURES, "20,590", "votes of Kesh", "vote"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "printed", "counts", "head"), KEPT, ids=[f"{r[1]} {r[2]}" for r in KEPT])
def test_what_a_bare_number_counts(text: str, printed: str, counts: str, head: str) -> None:
    reading = row(text, printed)
    assert reading is not None
    assert (reading.counts, reading.head) == (counts, head)


LEFT_OUT = [
    ("The team won by 11 points.", "11 points", "a game"),
    ("A woman of 67 who had been ill died.", "67", "an age"),
    ("The police cited two officials.", "two", "sources, whom the report doesn't count"),
    (
        "The text was ready but for two lines. The union wanted 300.",
        "300",
        "300 of what, nobody says",
    ),
    ("Nine had gone home.", "Nine", "nobody was counted before"),
    ("The shares fell 3 points.", "3 points", "no vote is spoken of"),
    ("She told them two names.", "two", "names on no list"),
    ("Payments rose to 40 or even 50 percent.", "40", "a percentage"),
    ("They got 410 complaints. The number of attacks rose. The ministry knows of 44.", "44", "of attacks"),
    ("There were 11 payments, and not one of them has a name on it.", "one", "none of them has"),
]


@pytest.mark.parametrize(("text", "printed", "why"), LEFT_OUT, ids=[row[0] for row in LEFT_OUT])
def test_what_a_bare_number_does_not_count(text: str, printed: str, why: str) -> None:
    assert row(text, printed) is None, why


NUMBERS = [
    ("Three-quarters of a million people fled.", "Three-quarters of a million", 750_000.0),
    ("More than one and half million people fled.", "More than one and half million", 1_500_000.0),
    ("A million and a half people fled.", "A million and a half", 1_500_000.0),
]


@pytest.mark.parametrize(("text", "printed", "value"), NUMBERS, ids=[row[1] for row in NUMBERS])
def test_parts_of_millions(text: str, printed: str, value: float) -> None:
    reading = row(text, printed)
    assert reading is not None
    assert reading.low == value


def place(text: str, name: str) -> Mention:
    start = text.index(name)
    return Mention(
        id=f"n-{name}", report="r-1", span=Span(start, start + len(name)), form="name", kind="place",
        name=name, role=None, chain=None, reason="made", finder="mentions.made/1", confidence=1.0,
    )  # fmt: skip


def test_a_list_of_places_says_the_noun_once() -> None:
    text = "Spain has 311 cases, France 40 and Italy 9."
    found = Found(mentions=tuple(place(text, name) for name in ("Spain", "France", "Italy")))
    counts = {r.span.of(text): r.counts for r in ANNOTATOR.find(parsed(text), found) if r.keep}
    assert counts == {"311": "cases in Spain", "40": "cases in France", "9": "cases in Italy"}
