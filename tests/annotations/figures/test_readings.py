"""What is counted, by whom, when and as part of what. Every sentence is invented."""

from dataclasses import replace

import pytest

from onrecord.annotations.figures import ANNOTATOR
from onrecord.model.annotation import FigureReading, Found, Mention, Quotation, Timex
from onrecord.model.span import Span
from onrecord.model.when import When
from tests.support import parsed

Row = tuple[str, float | None, float | None, str, str, str]


def readings(text: str, found: Found | None = None) -> list[FigureReading]:
    return list(ANNOTATOR.find(parsed(text), found or Found()))


def kept(text: str) -> list[Row]:
    return [(r.span.of(text), r.low, r.high, r.unit, r.counts, r.head) for r in readings(text) if r.keep]


KEPT: list[tuple[str, list[Row]]] = [
    # tolls: many ways to say one thing
    ("At least 45 people were killed.", [("At least 45", 45, None, "people", "people killed", "killed")]),
    ("The blast killed 45 people.", [("45", 45, 45, "people", "people killed", "killed")]),
    ("The blast left 14 dead.", [("14", 14, 14, "people", "dead", "killed")]),
    ("In the port, 58 were charged.", [("58", 58, 58, "people", "charged", "charged")]),
    ("Twelve people died in the fire.", [("Twelve", 12, 12, "people", "people died", "killed")]),
    ("Officials reported 30 deaths.", [("30", 30, 30, "people", "deaths", "killed")]),
    ("Divers found seven bodies.", [("seven", 7, 7, "people", "bodies", "killed")]),
    ("The death toll rose to 45.", [("45", 45, 45, "people", "death toll", "killed")]),
    ("The collapse brought the toll to 45.", [("45", 45, 45, "people", "toll", "killed")]),
    ("The death toll passed 20.", [("20", 20, None, "people", "death toll", "killed")]),
    ("The number of dead stands at 23.", [("23", 23, 23, "people", "number of dead", "killed")]),
    ("A wave struck the pier, killing 12 people.", [("12", 12, 12, "people", "people killed", "killed")]),
    ("Forty-five were killed.", [("Forty-five", 45, 45, "people", "killed", "killed")]),
    ("Five of the passengers died.", [("Five", 5, 5, "people", "passengers died", "killed")]),
    ("The fire claimed the lives of 11 miners.", [("11", 11, 11, "people", "miners", "miner")]),
    ("Gunmen shot dead six soldiers.", [("six", 6, 6, "people", "soldiers dead", "killed")]),
    ("Nine people were injured.", [("Nine", 9, 9, "people", "people injured", "injured")]),
    ("More than 60 were hurt.", [("More than 60", 60, None, "people", "hurt", "injured")]),
    ("The crash wounded 16 commuters.", [("16", 16, 16, "people", "commuters wounded", "injured")]),
    ("Three people are still missing.", [("Three", 3, 3, "people", "people missing", "missing")]),
    ("Another 12 were missing.", [("12", 12, 12, "people", "further missing", "missing")]),
    ("Dozens of passengers were stranded.", [
        ("Dozens", 24, None, "people", "passengers stranded", "stranded"),
    ]),
    ("Police arrested 17 protesters.", [("17", 17, 17, "people", "protesters arrested", "arrested")]),
    ("Seventeen protesters were detained.", [
        ("Seventeen", 17, 17, "people", "protesters detained", "arrested"),
    ]),
    ("The war has displaced 2 million people.", [
        ("2 million", 2e6, 2e6, "people", "people displaced", "displaced"),
    ]),
    ("The quake left 3,000 homeless.", [("3,000", 3000, 3000, "people", "homeless", "homeless")]),
    ("Crews rescued 31 sailors.", [("31", 31, 31, "people", "sailors rescued", "rescued")]),
    ("Two men were charged.", [("Two", 2, 2, "people", "men charged", "charged")]),
    # two tolls in one sentence
    (
        "At least 45 people were killed and 30 injured.",
        [
            ("At least 45", 45, None, "people", "people killed", "killed"),
            ("30", 30, 30, "people", "injured", "injured"),
        ],
    ),
    (
        "The blast left 14 dead and more than 60 wounded.",
        [
            ("14", 14, 14, "people", "dead", "killed"),
            ("more than 60", 60, None, "people", "wounded", "injured"),
        ],
    ),
    ("Twelve soldiers killed three rebels.", [
        ("Twelve", 12, 12, "people", "soldiers", "soldier"),
        ("three", 3, 3, "people", "rebels killed", "killed"),
    ]),
    ("The blaze left one man dead and at least six others with burns.", [
        ("one", 1, 1, "people", "man dead", "killed"),
    ]),
    ("The raid left five soldiers and two nurses dead.", [
        ("five", 5, 5, "people", "soldiers dead", "killed"),
        ("two", 2, 2, "people", "nurses dead", "killed"),
    ]),
    # things keep their noun
    ("Between 30 and 40 houses were destroyed.", [
        ("Between 30 and 40", 30, 40, "", "houses destroyed", "house destroyed"),
    ]),
    ("The storm damaged 400 homes.", [("400", 400, 400, "", "homes damaged", "home damaged")]),
    ("Some 120 flights were cancelled.", [("Some 120", 120, 120, "", "flights cancelled", "flight")]),
    ("The army sent more than 300 soldiers to the valley.", [
        ("more than 300", 300, None, "people", "soldiers", "soldier"),
    ]),
    ("As many as 60 fishing boats sank.", [("As many as 60", None, 60, "", "fishing boats sank", "boat")]),
    ("The clinic carried out 3,000 tests a day.", [
        ("3,000", 3000, 3000, "per day", "tests carried", "test"),
    ]),
    ("About 12,000 homes without power were visited.", [
        ("About 12,000", 12000, 12000, "", "homes without power", "home"),
    ]),
    ("Hundreds of thousands of people fled.", [
        ("Hundreds of thousands", 200_000, None, "people", "people fled", "flee"),
    ]),
    ("About 200 people gathered outside the mill.", [
        ("About 200", 200, 200, "people", "people gathered", "gather"),
    ]),
    # shares, percent, money, measures
    ("Nearly two-thirds of the voters stayed at home.", [
        ("Nearly two-thirds", None, 2 / 3, "", "voters", "voter"),
    ]),
    ("One in five homes has no water.", [("One in five", 0.2, 0.2, "", "homes", "home")]),
    ("More than 60 percent of residents left.", [
        ("More than 60 percent", 60, None, "percent", "residents", "resident"),
    ]),
    ("Prices rose 5 percent.", [("5 percent", 5, 5, "percent", "Prices rose", "price")]),
    ("The bridge cost $3.5 million.", [("$3.5 million", 3.5e6, 3.5e6, "USD", "bridge cost", "bridge")]),
    ("The town won a £2m grant.", [("£2m", 2e6, 2e6, "GBP", "grant", "grant")]),
    ("The fire did $5 million in damage.", [("$5 million", 5e6, 5e6, "USD", "damage", "damage")]),
    ("They cut the fee to $4.", [("$4", 4, 4, "USD", "fee cut", "fee")]),
    ("The storm brought winds of 120 mph.", [
        ("120 mph", 120, 120, "miles per hour", "winds", "wind"),
    ]),
    ("About 900 barrels of oil a day were leaking.", [
        ("About 900 barrels", 900, 900, "barrels per day", "oil", "oil"),
    ]),
    ("About 900 barrels (37,800 gallons) of oil a day were leaking.", [
        ("About 900 barrels", 900, 900, "barrels per day", "oil", "oil"),
    ]),
    ("Some 900 barrels -- or 37,800 gallons -- of oil is leaking each day.", [
        ("Some 900 barrels", 900, 900, "barrels per day", "oil", "oil"),
    ]),
    ("The crews recovered 900 barrels of oil.", [("900 barrels", 900, 900, "barrels", "oil", "oil")]),
    ("The company lowered the lake by two metres.", [("two metres", 2, 2, "metres", "lake lowered", "lake")]),
    ("Between 100 and 200 people are thought to have died.", [
        ("Between 100 and 200", 100, 200, "people", "people died", "killed"),
    ]),
    ("The flood left as many as 45 to 50 people dead.", [
        ("as many as 45 to 50", None, 50, "people", "people dead", "killed"),
    ]),
    ("The repairs cost billions of pounds.", [
        ("billions of pounds", 2e9, None, "GBP", "repairs cost", "repair"),
    ]),
    ("They managed to rescue 12 sailors.", [("12", 12, 12, "people", "sailors rescued", "rescued")]),
    ("At least 12 Veltrans and three Ostrians were wounded.", [
        ("At least 12", 12, None, "people", "Veltrans wounded", "injured"),
        ("three", 3, 3, "people", "Ostrians wounded", "injured"),
    ]),
    # zero, said outright
    ("No one was hurt.", [("No one", 0, 0, "people", "hurt", "injured")]),
    ("Nobody was killed.", [("Nobody", 0, 0, "people", "killed", "killed")]),
    ("There were no injuries.", [("no", 0, 0, "people", "injuries", "injured")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), KEPT, ids=[text for text, _ in KEPT])
def test_what_is_counted(text: str, expected: list[Row]) -> None:
    assert kept(text) == expected


NOT_KEPT = [
    ("He was jailed for 15 years.", "a duration"),
    ("The trial lasted six weeks.", "a duration"),
    ("A 34-year-old man was in court.", "an age"),
    ("She is 35 years old.", "an age"),
    ("He is one of the officials.", "talk"),
    ("That is one reason for the delay.", "talk"),
    ("The two men shook hands.", "spoken of before"),
    ("The two teams left.", "spoken of before"),
    ("The storm could kill 500 people.", "possible only"),
    ("If 40 people die, the mill will close.", "a condition"),
    ("The fire did not kill 12 people.", "denied"),
    ("Rebels threatened to kill 30 hostages.", "a threat"),
    ("No injuries were reported.", "no report of them is not none"),
    ("There was no immediate word on casualties.", "nothing is known"),
    ("No number was given.", "no number is not zero"),
    ("No one was seriously hurt.", "some may have been"),
    ("If no one is hurt, they will go on.", "a condition"),
    ("The wives of two missing sailors filed lawsuits.", "whose wives they are"),
    ("A lawyer for four injured workers spoke.", "whose lawyer it is"),
    ("The margin of error is plus or minus 3 percent.", "a margin"),
    ("There are 20 fewer people in the town.", "a difference"),
    ("Two Leopards were destroyed.", "a make, no people"),
    ("He fired a 9mm pistol.", "the name of a kind"),
    ("She won by two points.", "a score"),
    ("They came with zero expectations.", "a figure of speech"),
    ("He had $40 in cash.", "no words tell of what"),
    ("Dr Vera Dunmore, 58 was charged with fraud.", "an age with no comma behind it"),
    ("There was enough rice to feed 300 sailors.", "what it is enough for"),
    ("The boat was too small to carry 300 sailors.", "too little for it"),
    ("The airline ordered 787 airplanes.", "a type of aircraft"),
    ("He denies every one of these charges.", "all of them, not one"),
    ("She sat two seats away.", "how far, not how many"),
    ("He weighs 170 pounds.", "neither weight nor money is told"),
    ("A population of 2 million has been displaced.", "the number is not the displaced"),
    ("Some 500 carried lanterns.", "what follows is a verb"),
    ("The 11 News crew left.", "a name"),
    ("Crews flew in to rescue the 400 sailors.", "an aim"),
    ("No one is in charge.", "in charge is not charged"),
    ("One resident heard a bang.", "one of many, no count"),
    ("The village is 16 kilometres from the dam.", "a distance"),
    ("They own the western half of the island.", "a half that is a place"),
    ("The gift of # 60m was welcome.", "a sign that can't be read"),
]


@pytest.mark.parametrize(("text", "why"), NOT_KEPT, ids=[text for text, _ in NOT_KEPT])
def test_what_the_record_leaves_out(text: str, why: str) -> None:
    assert kept(text) == [], why


PARTS = [
    ("The quake killed 12 people, including five children.", "five", "12", "killed"),
    ("Seven people died, four of them children.", "four", "Seven", "killed"),
    ("The dead numbered 17 people, among them two nurses.", "two", "17", None),
]


@pytest.mark.parametrize(("text", "part", "whole", "head"), PARTS, ids=[row[0] for row in PARTS])
def test_a_part_hangs_under_its_whole(text: str, part: str, whole: str, head: str | None) -> None:
    by_words = {reading.span.of(text): reading for reading in readings(text)}
    assert by_words[part].part_of == by_words[whole].id
    assert by_words[whole].part_of is None
    assert head is None or by_words[part].head == head


def test_several_parts_hang_under_one_whole() -> None:
    text = "The quake killed 12 people, including two women and five children."
    whole, women, children = readings(text)
    assert women.part_of == children.part_of == whole.id


def test_a_further_toll_is_no_part() -> None:
    text = "The quake killed 12 people, including five children, and left 3,000 homeless."
    assert readings(text)[-1].part_of is None


def test_things_are_no_part_of_people() -> None:
    text = "The raid killed 12 people, including strikes on three bridges."
    assert [reading.part_of for reading in readings(text)] == [None, None]


DAY = When(edtf="2026-03-06", basis="resolved", printed="Friday", rule="weekday-past", anchor="2026-03-10")


def timex(text: str, words: str) -> Found:
    start = text.index(words)
    span = Span(start, start + len(words))
    day = Timex(
        id="t-1", report="r-1", span=span, type="DATE", value="2026-03-06", mod=None, when=DAY,
        finder="timexes.made/1", confidence=1.0,
    )  # fmt: skip
    return Found(timexes=(day,))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The death toll rose to 45 by Friday.", "Friday"),
        ("On Friday the ministry put the toll at 45.", "Friday"),
        ("The number of dead stood at 45 on Friday.", "Friday"),
    ],
)
def test_a_printed_day_dates_a_count(text: str, words: str) -> None:
    (reading,) = readings(text, timex(text, words))
    assert reading.as_of == DAY


@pytest.mark.parametrize(
    "text",
    ["The blast killed 45 people on Friday.", "The toll of Friday's blast rose to 45."],
)
def test_the_day_of_the_event_dates_no_count(text: str) -> None:
    (reading,) = readings(text, timex(text, "Friday"))
    assert reading.as_of is None


@pytest.mark.parametrize("text", ["The war has killed 45 people.", "Three people are still missing."])
def test_the_present_dates_a_count_by_the_report(text: str) -> None:
    (reading,) = readings(text)
    assert reading.as_of is not None
    assert (reading.as_of.edtf, reading.as_of.basis) == ("2026-03-10", "inferred")
    assert reading.as_of.reason


def test_a_report_without_a_day_dates_nothing() -> None:
    (reading,) = ANNOTATOR.find(parsed("The war has killed 45 people.", published=None), Found())
    assert reading.as_of is None


def test_since_tells_from_when_it_counts() -> None:
    text = "The strike has stranded 45 people since Friday."
    (reading,) = readings(text, timex(text, "Friday"))
    assert reading.since == DAY
    assert reading.as_of is not None
    assert reading.as_of.edtf == "2026-03-10"


SAID = "Forty people were hurt, the mayor said."


def quotation(text: str, content: str, *, said: When | None = None) -> Found:
    start = text.index(content)
    span = Span(start, start + len(content))
    speaker = Span(text.index("the mayor"), text.index("the mayor") + len("the mayor"))
    made = Quotation(
        id="q-1", report="r-1", span=span, kind="indirect", content=(span,),
        cue=Span(text.index("said"), text.index("said") + 4), speaker_words=speaker, speakers=("n-1",),
        reason="made", finder="quotations.made/1", confidence=1.0, said=said,
    )  # fmt: skip
    return Found(quotations=(made,))


def test_a_number_within_a_quotation_is_the_speakers() -> None:
    (reading,) = readings(SAID, quotation(SAID, "Forty people were hurt"))
    assert (reading.voice, reading.given_by) == ("attributed", ("n-1",))
    assert reading.clause.of(SAID) == "Forty people were hurt, the mayor said"


OWNED = [
    ("Three of its sailors died, the mayor said.", "Three of its sailors died", ["n-1"]),
    (
        "Three of its sailors died and 21 were hurt, the mayor said.",
        "Three of its sailors died and 21 were hurt",
        ["n-1", "n-1"],
    ),
    ("Three sailors died, the mayor said.", "Three sailors died", [None]),
    ("Three of its sailors died.", "", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "owners"), OWNED)
def test_whose_people_are_counted(text: str, content: str, owners: list[str | None]) -> None:
    found = quotation(text, content) if content else None
    assert [reading.holder for reading in readings(text, found)] == owners


def test_a_number_outside_any_quotation_is_the_reports() -> None:
    (reading,) = readings("At least 45 people were killed.")
    assert (reading.voice, reading.given_by) == ("own", ())


def test_a_number_that_somebody_unknown_is_said_to_tell_is_not_the_reports() -> None:
    (reading,) = readings(SAID)
    assert (reading.voice, reading.given_by) == ("attributed", ())


def test_a_count_is_dated_by_when_it_was_said() -> None:
    (reading,) = readings(SAID, quotation(SAID, "Forty people were hurt", said=DAY))
    assert reading.as_of is not None
    assert (reading.as_of.edtf, reading.as_of.rule) == ("2026-03-06", "count-as-said")


def test_who_puts_a_toll_at_a_number_gives_it() -> None:
    text = "The ministry put the toll at 45."
    ministry = Mention(
        id="n-1", report="r-1", span=Span(0, 12), form="role", kind="organization", name="ministry",
        role=None, chain=None, reason="made", finder="mentions.made/1", confidence=1.0,
    )  # fmt: skip
    (reading,) = readings(text, Found(mentions=(ministry,)))
    assert (reading.voice, reading.given_by) == ("attributed", ("n-1",))


def test_a_number_of_speakers_counts_nothing() -> None:
    text = "Two officials said the mill was shut."
    found = quotation("the mayor said " + text, "the mill")
    speaker = replace(found.quotations[0], speaker_words=Span(0, 13), content=(), span=Span(18, 35))
    (reading,) = readings(text, Found(quotations=(speaker,)))
    assert not reading.keep


def test_furniture_gives_no_figure() -> None:
    from onrecord.model.report import Block

    text = "Forty people were hurt, the mayor said."
    blocks = (Block(kind="related", start=0, end=len(text)),)
    assert list(ANNOTATOR.find(parsed(text, blocks=blocks), Found())) == []
