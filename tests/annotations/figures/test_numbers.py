"""Numbers, units, hedges and ranges: what needs no parse. Every sentence is invented."""

import pytest
import spacy

from onrecord.annotations.figures.lexemes import lex
from onrecord.annotations.figures.lexicon import lexicon
from onrecord.annotations.figures.numerals import Reader
from onrecord.annotations.figures.quantities import Quantity, find_quantities
from onrecord.annotations.figures.view import SentenceView

BLANK = spacy.blank("en")


def quantities(text: str) -> list[Quantity]:
    return find_quantities(SentenceView(BLANK(text)[:], lexicon(), text))


def values(text: str) -> list[float]:
    return [numeral.value for numeral in Reader(lex(text), lexicon()).all()]


NUMERALS = [
    ("1,234 homes", [1234], "commas"),
    ("12345 homes", [12345], "no commas"),
    ("3.6 million people", [3_600_000], "scale word"),
    ("$5.4m in aid", [5_400_000], "short scale behind money"),
    ("£2bn", [2_000_000_000], "bn needs no money mark"),
    ("20k homes", [20_000], "k"),
    ("a 35m tower", [35], "m before one thing is metres"),
    ("35m high", [35], "m before an adjective of size is metres"),
    ("35m people", [35_000_000], "m before what is counted is million"),
    ("twenty-five thousand", [25_000], "words with a hyphen"),
    ("two hundred and six", [206], "and after hundred"),
    ("three thousand one hundred", [3100], "words in a row"),
    ("five and six", [5, 6], "and that joins two numbers"),
    ("a hundred people", [100], "article for one"),
    ("a dozen boats", [12], "a dozen"),
    ("two dozen boats", [24], "scale after a word"),
    ("half a dozen boats", [6], "half of a scale"),
    ("half a million people", [500_000], "half a million"),
    ("half-a-million people", [500_000], "half-a-million"),
    ("two and a half million people", [2_500_000], "and a half"),
    ("a million and a half people", [1_500_000], "and a half after the scale"),
    ("a quarter of the homes", [0.25], "a quarter of"),
    ("two-thirds of the homes", [2 / 3], "fraction"),
    ("three quarters of the homes", [0.75], "fraction in two words"),
    ("half the homes", [0.5], "half the"),
    ("one in five homes", [0.2], "share"),
    ("two out of three homes", [2 / 3], "out of"),
    ("1 in 10 homes", [0.1], "share in digits"),
    ("dozens of boats", [24], "dozens is at least two dozen"),
    ("hundreds of boats", [200], "hundreds is at least two hundred"),
    ("tens of thousands of people", [20_000], "plural of plural"),
    ("hundreds of thousands of people", [200_000], "plural of plural"),
    ("several hundred people", [200], "several hundred is at least two"),
    ("a few thousand people", [2000], "a few thousand"),
    ("scores of people", [40], "scores of"),
    ("the scores were even", [], "scores of a game"),
    ("sixfold", [6], "multiple"),
    ("twice the rate", [2], "twice"),
    ("the third man", [], "an ordinal is no fraction"),
    ("in the first half", [], "a half of a game is none"),
    ("second to none", [], "second is an ordinal"),
    ("123456789012345678901234", [], "a serial number"),
]


@pytest.mark.parametrize(("text", "expected", "why"), NUMERALS, ids=[text for text, _, _ in NUMERALS])
def test_numbers_in_digits_and_words(text: str, expected: list[float], why: str) -> None:
    assert values(text) == pytest.approx(expected), why


HEDGES = [
    ("at least 45 boats", "at-least", 45, None),
    ("no fewer than 45 boats", "at-least", 45, None),
    ("45 or more boats", "at-least", 45, None),
    ("45-plus boats", "at-least", 45, None),
    ("45+ boats", "at-least", 45, None),
    ("a minimum of 45 boats", "at-least", 45, None),
    ("dozens of boats", "at-least", 24, None),
    ("more than 45 boats", "more-than", 45, None),
    ("well over 45 boats", "more-than", 45, None),
    ("upwards of 45 boats", "more-than", 45, None),
    ("in excess of 45 boats", "more-than", 45, None),
    ("more than an estimated 45 boats", "more-than", 45, None),
    ("up to 45 boats", "at-most", None, 45),
    ("as many as 45 boats", "at-most", None, 45),
    ("no more than 45 boats", "at-most", None, 45),
    ("45 or fewer boats", "at-most", None, 45),
    ("fewer than 45 boats", "less-than", None, 45),
    ("just under 45 boats", "less-than", None, 45),
    ("nearly 45 boats", "nearly", None, 45),
    ("almost 45 boats", "nearly", None, 45),
    ("close to 45 boats", "nearly", None, 45),
    ("about 45 boats", "about", 45, 45),
    ("some 45 boats", "about", 45, 45),
    ("an estimated 45 boats", "about", 45, 45),
    ("45 or so boats", "about", 45, 45),
    ("roughly 45 boats", "about", 45, 45),
    ("~45 boats", "about", 45, 45),
    ("exactly 45 boats", "exact", 45, 45),
    ("only 45 boats", "exact", 45, 45),
    ("another 45 boats", "exact", 45, 45),
    ("between 30 and 40 boats", "between", 30, 40),
    ("30 to 40 boats", "between", 30, 40),
    ("three or four boats", "between", 3, 4),
    ("two to three million boats", "between", 2_000_000, 3_000_000),
    ("from 30 to 40 boats", "between", 30, 40),
    ("between 30 boats and 40 boats", "between", 30, 40),
]


@pytest.mark.parametrize(("text", "hedge", "low", "high"), HEDGES, ids=[row[0] for row in HEDGES])
def test_hedges_by_the_table_of_the_schema(
    text: str, hedge: str, low: float | None, high: float | None
) -> None:
    (quantity,) = quantities(text)
    assert (quantity.hedged.hedge, quantity.hedged.low, quantity.hedged.high) == (hedge, low, high)


UNITS = [
    ("5 percent", 5, "percent", ""),
    ("five per cent", 5, "percent", ""),
    ("5%", 5, "percent", ""),
    ("two percentage points", 2, "percentage points", ""),
    ("40 basis points", 40, "basis points", ""),
    ("$35", 35, "USD", ""),
    ("35 dollars", 35, "USD", ""),
    ("US$1.5 billion", 1.5e9, "USD", ""),
    ("USD10m", 1e7, "USD", ""),
    ("HK$3.7 billion", 3.7e9, "HKD", ""),
    ("€20", 20, "EUR", ""),
    ("20 euros", 20, "EUR", ""),
    ("£3m", 3e6, "GBP", ""),
    ("two million pounds", 2e6, "GBP", ""),
    ("170 pounds", 170, "pounds", ""),
    ("7,199 Chinese yuan", 7199, "CNY", ""),
    ("RM23.50", 23.5, "MYR", ""),
    ("$10 a barrel", 10, "USD", "barrel"),
    ("$120 per square foot", 120, "USD", "square foot"),
    ("80km/h", 80, "kilometres per hour", ""),
    ("60 miles an hour", 60, "miles per hour", ""),
    ("12 metres", 12, "metres", ""),
    ("12-metre", 12, "metres", ""),
    ("5kW", 5, "kilowatts", ""),
    ("30 square kilometres", 30, "square kilometres", ""),
    ("500 sq ft", 500, "square feet", ""),
    ("minus 5 degrees Celsius", -5, "degrees Celsius", ""),
    ("104 F", 104, "degrees Fahrenheit", ""),
    ("400 million-year-old", 400e6, "years old", ""),
    ("34 years old", 34, "years old", ""),
    ("six months", 6, "months", ""),
]


@pytest.mark.parametrize(("text", "value", "unit", "per"), UNITS, ids=[row[0] for row in UNITS])
def test_units_before_and_after_the_number(text: str, value: float, unit: str, per: str) -> None:
    (quantity,) = quantities(text)
    assert quantity.amount.value == pytest.approx(value)
    assert quantity.amount.unit is not None
    assert (quantity.amount.unit.name, quantity.amount.per) == (unit, per)


RANGES = [
    ("between $62 and $68 per share", [(62, 68)], "both ends marked"),
    ("$10 to $15 billion", [(10e9, 15e9)], "the scale is given once"),
    ("$800,000 to $1.3 million", [(800_000, 1_300_000)], "the scale is the right one's alone"),
    ("15-22 miles per hour", [(15, 22)], "dash"),
    ("7-10 percent", [(7, 10)], "dash and percent"),
    ("rose from 24 to 45", [(24, None), (45, None)], "a change is no range"),
    ("rose by $4 to $9", [(4, None), (9, None)], "step and new value"),
    ("46 percent to 39 percent", [(46, None), (39, None)], "a result of a poll is no range"),
    ("25,000 or 40,000", [(25_000, None), (40_000, None)], "two numbers to choose from"),
    ("12 and 15", [(12, None), (15, None)], "and without between"),
]


@pytest.mark.parametrize(("text", "expected", "why"), RANGES, ids=[row[0] for row in RANGES])
def test_ranges_and_what_only_looks_like_one(
    text: str, expected: list[tuple[float, float | None]], why: str
) -> None:
    assert [(q.amount.value, q.amount.upto) for q in quantities(text)] == expected, why


NO_QUANTITY = [
    ("On 5 June", "day of a month"),
    ("On June 5 and 6", "days of a month"),
    ("June 5-7", "days of a month"),
    ("in 2024", "year"),
    ("between 2014 and 2017", "years"),
    ("in the 1990s", "decade"),
    ("at 10:45", "clock time"),
    ("at 5 p.m.", "clock time"),
    ("at 0401 GMT", "clock time with a zone"),
    ("the 5th brigade", "ordinal in digits"),
    ("won 3-1", "score"),
    ("Flight 370", "label"),
    ("No. 5", "number of a list"),
    ("chapter 3", "label"),
    ("phase two", "label in words"),
    ("12 Harbour Street", "house number"),
    ("the 1600 block of Elm", "house number"),
    ("an F-16", "part of a name"),
    ("the G20", "part of a word"),
    ("in 3D", "part of a word"),
    ("on 9/11", "date with a slash"),
    ("call (555) 010-2000", "telephone number"),
    ("as was said.[11]", "note"),
    ("no one", "pronoun"),
    ("this one", "pronoun"),
    ("one another", "set phrase"),
    ("Covid-19", "part of a name"),
]


@pytest.mark.parametrize(("text", "why"), NO_QUANTITY, ids=[row[0] for row in NO_QUANTITY])
def test_what_is_no_quantity(text: str, why: str) -> None:
    assert [quantity.span.of(text) for quantity in quantities(text)] == [], why


CHANGES = [
    ("up 19 cents", ["up"]),
    ("rose 5 percent", ["up"]),
    ("fell by 3%", ["down"]),
    ("lost 190 points, or 0.6%", ["down", "down"]),
    ("rose more than 5 percent", [">"]),
    ("fell to 49 hertz", ["down"]),
    ("rose 2 percent to $9", ["up", "="]),
    ("about 7 percent", ["~"]),
    ("up to 7 percent", ["<"]),
    ("at least 7 percent", [">"]),
    ("more than 100 km (60 miles)", [">", ">"]),
]


@pytest.mark.parametrize(("text", "changes"), CHANGES, ids=[row[0] for row in CHANGES])
def test_signs_of_change(text: str, changes: list[str]) -> None:
    assert [quantity.change for quantity in quantities(text)] == changes
