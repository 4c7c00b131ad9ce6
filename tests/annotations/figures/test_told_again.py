"""Sums by what is done with them, what somebody means to do, answers to questions, the rest of a number.

Every sentence is invented.
"""

import pytest

from onrecord.annotations.figures import ANNOTATOR
from onrecord.model.annotation import FigureReading, Found
from tests.support import parsed

LENT = "The bank had lent 90 million crowns."


def row(text: str, printed: str) -> FigureReading | None:
    readings = ANNOTATOR.find(parsed(text), Found())
    return next((r for r in readings if r.span.of(text) == printed and r.keep), None)


KEPT = [
    # money: what is done with it, what it is paid for, what it stands before
    (
        "In June two million crowns changed hands at the border.",
        "two million crowns",
        "sum changed hands at the border",
        "sum",
    ),
    ("She lost 8,000 crowns when the bank failed.", "8,000 crowns", "sum lost", "sum"),
    (
        "Dunford Mills bought the brewery for 40 million crowns.",
        "40 million crowns",
        "price of brewery",
        "price",
    ),
    ("The mill's shares closed at 14.20 crowns on Monday.", "14.20 crowns", "shares closed", "share"),
    ("It had set up a separate $100 million fund.", "$100 million", "fund", "fund"),
    (
        "Shares closed at 14 crowns, 38 percent below the price of Friday.",
        "38 percent",
        "below the price",
        "below",
    ),
    # the currency that was named before
    (f"{LENT} Parliament votes on the 800m guarantee.", "800m", "guarantee", "guarantee"),
    (f"{LENT} Lane puts the exposure at 1.5 billion.", "1.5 billion", "exposure puts", "exposure"),
    # what somebody means to do is no count of what there is
    ("Lane wants to close 34 shops and cut 600 posts.", "34", "shops to close", "shop"),
    ("Lane wants to close 34 shops and cut 600 posts.", "600", "posts to cut", "post"),
    (
        "The company said 240 night-shift posts would be abolished.",
        "240",
        "night-shift posts abolished",
        "post",
    ),
    ("The blaze killed two night watchmen.", "two", "night watchmen killed", "killed"),
    ("It promised to keep all 31 of its shops; three years later four were left.", "31", "shops", "shop"),
    (
        "It promised to keep all 31 of its shops; three years later four were left.",
        "four",
        "shops left",
        "shop",
    ),
    # answers, and numbers that are in doubt
    ("How many have died? Two, says the ministry. The hospital says six.", "Two", "people died", "killed"),
    ("How many have died? Two, says the ministry. The hospital says six.", "six", "people died", "killed"),
    ("How many people have fled? The office counts 21,000 people.", "21,000", "people fled", "people"),
    ("How many walked out is disputed. The union says 1,900.", "1,900", "people walked out", "people"),
    (
        "How large the crowd was depends on who is asked. The union claims 25,000.",
        "25,000",
        "crowd",
        "attended",
    ),
    ("What of the pumps? The 40,000 promised are at the border.", "40,000", "pumps", "pump"),
    (
        "The ministry counts 21,000 displaced people. The relief office has 22,500.",
        "22,500",
        "displaced people",
        "displaced",
    ),
    ("Thirty-one men were seized by the police. The police admit to 17.", "17", "men seized", "man"),
    (
        "The ministry counted nine dead. On Friday it raised its own tally to eleven.",
        "eleven",
        "dead",
        "killed",
    ),
    ("The mayor puts the dead on the other side at four.", "four", "dead on the other side", "killed"),
    ("The dead of that night now number seven.", "seven", "dead", "killed"),
    ("The sick already number 260, doctors say.", "260", "sick", "sick"),
    # the rest, the others, those told of again
    (
        "Twenty-six of the 60 prisoners came home. The other 34 are to follow.",
        "34",
        "other prisoners",
        "prisoner",
    ),
    (
        "Four miners are still below ground. Three others were brought up on Friday.",
        "Three",
        "other miners brought",
        "miner",
    ),
    ("She and 40 others met in the church hall.", "40", "other people", "others"),
    ("Three policemen were killed. All three were from Sund.", "three", "policemen killed", "killed"),
    ("The shells, three in number, came from the hills.", "three", "shells", "shell"),
    ("The ministry counted 655 suspected and 131 confirmed cases.", "655", "suspected cases", "case"),
    ("The seven sailors were brought ashore.", "seven", "sailors brought", "sailor"),
    ("Their two lorries were stopped.", "two", "lorries stopped", "lorry"),
    ("It confirms that one sailor was killed.", "one", "sailor killed", "killed"),
    ("The firm released six names on Monday.", "six", "names released", "name"),
    ("In the ballot 81 percent voted for it.", "81 percent", "vote of yes", "vote"),
    ("She faces two counts of fraud.", "two", "counts of fraud", "count"),
]


@pytest.mark.parametrize(("text", "printed", "counts", "head"), KEPT, ids=[f"{r[1]} {r[2]}" for r in KEPT])
def test_what_is_counted_without_its_noun(text: str, printed: str, counts: str, head: str) -> None:
    reading = row(text, printed)
    assert reading is not None
    assert (reading.counts, reading.head) == (counts, head)


LEFT_OUT = [
    ("He had 40 crowns on him.", "40 crowns", "no news is told of it"),
    ("A 50-crown note lay on the table.", "50-crown", "the name of a kind"),
    ("The fine could reach 40 million crowns.", "40 million crowns", "possible only"),
    ("The rebels promised to kill 30 hostages.", "30", "what is promised of people isn't done"),
    ("He planned to visit three museums if it rained.", "three", "a condition"),
    ("How many have died? At 8 the lamps went out.", "8", "an hour"),
    ("How many have fled? The mayor is 54.", "54", "an age"),
    ("How many have fled? In 2019 the mill stood.", "2019", "a year"),
    ("How many have fled? She lives at 12 Harbour Street.", "12", "an address"),
    ("How many have fled? Sund won 3-1.", "3-1", "a score"),
    ("Bus number 260 leaves at noon.", "260", "the number of a bus"),
    ("The two sides talked.", "two", "spoken of before"),
    (
        "Three policemen were killed. Three witnesses spoke. All three asked not to be named.",
        "three",
        "three of whom isn't told",
    ),
    ("The club has 40 members. The other team has 22.", "22", "no toll, and another's"),
    ("Lane bought a horse and 40 others.", "40", "others of what isn't told"),
    ("More than one neighbour turned off the wireless.", "More than one", "no more than some"),
    ("That explains the two counts that have gone about.", "two", "counts that are no charges"),
    ("The night lasted 240 minutes.", "240 minutes", "a duration"),
]


@pytest.mark.parametrize(("text", "printed", "why"), LEFT_OUT, ids=[row[0] for row in LEFT_OUT])
def test_what_is_no_figure_though_like_one(text: str, printed: str, why: str) -> None:
    assert row(text, printed) is None, why


def test_a_number_of_millions_is_no_money_where_nothing_says_so() -> None:
    reading = row(f"{LENT} The population stands at 1.5 million.", "1.5 million")
    assert reading is not None
    assert reading.measure == "count"


ELSEWHERE = [
    (
        "The union put the number of strikers at 3,400, the hospitals at just under 2,000.",
        "just under 2,000",
        "strikers",
        "count",
    ),
    ("A poll of voters puts his party at 27 percent of the vote, down from 33.", "33", "vote", "percent"),
    (
        "The fund has promised 40 million crowns; nine million have arrived.",
        "nine million",
        "sum arrived",
        "money",
    ),
    ("She won a contract worth 38 million florins.", "38 million florins", "contract", "money"),
    ('They looked for "seven or eight" people.', "seven or eight", "people", "count"),
    ("Eleven children are among the dead.", "Eleven", "children among the dead", "count"),
    ("Seven marks were left on the wall.", "Seven", "marks left", "count"),
    ("The police spoke of 9,000 marchers. Our reporters made it 12,000.", "12,000", "marchers", "count"),
    ("The union will march tomorrow. The union expects 20,000.", "20,000", "crowd expected", "count"),
    ("The army says it shot four militants and lost one man.", "one", "man lost", "count"),
    ("The hospital plans to hire 300 nurses.", "300", "nurses to hire", "count"),
    ("Of the 23 counts of fraud, he upheld 15.", "15", "counts upheld", "count"),
    (
        "Scientists counted 1,140 seals this winter. In 2009 there had been 4,000.",
        "4,000",
        "seals counted",
        "count",
    ),
    ("The mill promised 40 million crowns. It released 25 million in aid.", "25 million", "aid", "money"),
    (
        "The judge jailed three former officials. He acquitted two others.",
        "two",
        "other people acquitted",
        "count",
    ),
]


@pytest.mark.parametrize(("text", "printed", "counts", "measure"), ELSEWHERE, ids=[r[0] for r in ELSEWHERE])
def test_what_the_words_around_tell(text: str, printed: str, counts: str, measure: str) -> None:
    reading = row(text, printed)
    assert reading is not None
    assert (reading.counts, reading.measure) == (counts, measure)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("The fund promised 40 million crowns. Two million were hungry.", "Two million"),
        ("There was not a single death.", "a single"),
        ("The team lost one man to a bad knee.", "one"),
        ("A single tree stood there.", "A single"),
        ("Many will lose one or more limbs.", "one or more"),
        ("It stood about two blocks up from the river.", "about two"),
        ("The government released 25 million in aid.", "25 million"),
    ],
)
def test_what_looks_like_it_and_is_not(text: str, printed: str) -> None:
    assert row(text, printed) is None


@pytest.mark.parametrize(
    ("text", "printed", "head"),
    [
        ("Nine miners were killed. Three others were brought up alive.", "Three", "miner"),
        ("Nine miners were killed. The other three fled.", "three", "miner"),
        ("The blast killed nine miners. A doctor treated 12 others.", "12", "people"),
    ],
)
def test_the_others_are_in_no_state_of_those_counted_before(text: str, printed: str, head: str) -> None:
    reading = row(text, printed)
    assert reading is not None
    assert reading.head == head


def test_the_sick_are_not_dead_though_the_dead_are_told_of_after_them() -> None:
    text = (
        "The flu left more than 200 people sickened, including more than 100 in Ames, and at least 17 dead."
    )
    sick, dead = row(text, "more than 200"), row(text, "at least 17")
    assert sick is not None
    assert dead is not None
    assert (sick.head, dead.head, dead.part_of) == (sick.head, "killed", None)
    assert sick.head != "killed"
