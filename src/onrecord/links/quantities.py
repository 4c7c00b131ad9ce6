"""A reading and its report in, what its clause says of the quantity beside the words that are counted out.

"Her lead is 187 votes" counts no votes of hers but a margin; what was offered is not what was agreed on; and
a crowd is a crowd whatever the words for those who came. Names say whose a thing is: "Calder boats" and
"boats" are one count unless another's boats are told of.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from onrecord.links.counting import restriction
from onrecord.links.counting import tables as counting_tables
from onrecord.links.differing import differing
from onrecord.links.linking import linking_pattern
from onrecord.links.material import Material
from onrecord.links.quantity_names import as_named
from onrecord.links.words import content_of, content_words, words_of
from onrecord.model.annotation import FigureReading, Found
from onrecord.model.report import Report
from onrecord.model.span import Span

CROWD: Final = "crowd"
BEHIND: Final = 50  # code points behind a number in which it is told in which place it is counted
AROUND: Final = 40  # code points beside a number in which it is called a margin


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Words of margins, of the stages of a bargain, of what is counted by and by, and of what crowds do."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    bargain: dict[str, re.Pattern[str]]
    tally: re.Pattern[str]
    so_far: re.Pattern[str]
    crowd: frozenset[str]
    won_by: frozenset[str]
    there: frozenset[str]
    lowered: re.Pattern[str]
    of_some: re.Pattern[str]
    anew: re.Pattern[str]
    sure: re.Pattern[str]
    unsure: re.Pattern[str]
    rate: re.Pattern[str]
    world: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """What a clause says of a number.

    Attributes:
        margin: whether it is by how much one is ahead of another.
        step: whether it is by how much something rose or fell, and not what it came to.
        bargain: the stages of a bargain that it is told of ("offered", "agreed").
        restriction: what restricts the count, names left out.
        names: stems of what is counted that a name of the report holds.
        some: whether it is of some among more: the two of "two of the wounded died".
        rate: whether it is so many each year or day, which no one happening brings.
        world: whether it is of all countries.
        where: stems of the place that is named right behind what is counted: "311 cases in Scotland".
        by_its_stage: whether nothing is said of what is counted but the stage: "the offer was 9,000 tonnes".
        told: the reading under the one name of its quantity, by which it is held against others.
        places: stems of the places that its clause names.
    """

    margin: bool
    step: bool
    bargain: frozenset[str]
    restriction: frozenset[str]
    names: frozenset[str]
    told: FigureReading
    by_its_stage: bool = False
    some: bool = False
    rate: bool = False
    world: bool = False
    where: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


Quantities = Mapping[str, Quantity]


@lru_cache(maxsize=1)
def tables() -> Tables:
    """Return the tables of the package."""
    raw = differing("quantity")

    def any_of(patterns: list[str]) -> re.Pattern[str]:
        return re.compile("|".join(patterns), re.IGNORECASE)

    return Tables(
        before=any_of([f"(?:{pattern})$" for pattern in raw["margin_before"]]),
        after=any_of(raw["margin_after"]),
        bargain={stage: any_of(words) for stage, words in raw["bargain"].items()},
        tally=any_of(raw["tally"]),
        so_far=any_of(raw["so_far"]),
        crowd=content_words(raw["crowd"]),
        won_by=frozenset(raw["won_by"]),
        there=frozenset(raw["there"]),
        lowered=any_of(raw["lowered"]),
        of_some=any_of(raw["of_some"]),
        anew=any_of(raw["anew"]),
        sure=any_of(raw["sure"]),
        unsure=any_of(raw["unsure"]),
        rate=any_of(raw["rate"]),
        world=any_of(raw["world"]),
    )


def as_crowd(reading: FigureReading) -> FigureReading:
    """Return a count of people who did what crowds do ("fishermen protested") as one of a crowd."""
    words = content_words(words_of(reading.counts)[-1:])
    of_people = reading.measure == "count" and reading.unit == "people"
    of_people = of_people and reading.head not in counting_tables().states
    return replace(reading, head=CROWD) if of_people and words and words <= tables().crowd else reading


def quantities_of(readings: Iterable[FigureReading], material: Material) -> Quantities:
    """Return what their reports say of some quantities, by the readings' ids."""
    names = {report: _names(found) for report, found in material.found.items() if found.figures}
    return {r.id: _quantity(r, material.by_id[r.report].text, names[r.report]) for r in readings}


def quantity_of(reading: FigureReading, report: Report, found: Found) -> Quantity:
    """Return what a report says of a quantity."""
    return _quantity(reading, report.text, _names(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """The stems of all names of a report, and of those of places with where they stand."""

    stems: frozenset[str]
    places: tuple[tuple[Span, frozenset[str]], ...]


def _names(found: Found) -> _Names:
    names = [mention for mention in found.mentions if mention.form == "name"]
    return _Names(
        stems=frozenset[str]().union(*(content_of(mention.name) for mention in names)),
        places=tuple((m.span, content_of(m.name)) for m in names if m.kind == "place"),
    )


@lru_cache(maxsize=8192)  # several numbers stand in one clause, and it is read again for each moment
def _stages(clause: str) -> frozenset[str]:
    """Return the stages of a bargain that a clause tells."""
    return frozenset(stage for stage, words in tables().bargain.items() if words.search(clause))


def _quantity(reading: FigureReading, text: str, names: _Names) -> Quantity:
    span = reading.span
    known = tables()
    before = text[max(reading.clause.start, span.start - AROUND) : span.start]
    after = text[span.end : min(reading.clause.end, span.end + AROUND)]
    told = as_named(reading, text)
    restricted = restriction(told)
    contest = _is_of_a_contest(reading) and linking_pattern("quantities.against").match(after) is None
    margin = contest and bool(known.before.search(before) or known.after.match(after))
    return Quantity(
        margin=margin,
        step=not margin and linking_pattern("quantities.by").search(before) is not None,
        bargain=_stages(reading.clause.of(text)),
        restriction=restricted - names.stems,
        names=restricted & names.stems,
        told=told,
        places=frozenset(
            stem for span, stems in names.places if reading.clause.holds(span) for stem in stems
        ),
        some=is_of_some(reading, text),
        rate=reading.measure == "count" and is_rate(reading.clause.of(text)),
        world=is_of_the_world(reading.clause.of(text)),
        where=_where(reading, text, names),
        by_its_stage=any(words.fullmatch(reading.counts.strip()) for words in known.bargain.values()),
    )


def _where(reading: FigureReading, text: str, names: _Names) -> frozenset[str]:
    """Return the stems of the place that is named right behind what is counted."""
    if reading.measure != "count" or reading.head in counting_tables().states:
        return frozenset()  # a toll's town and its country tell of one toll
    start, end = reading.span.end, reading.span.end + BEHIND
    for span, stems in names.places:
        if start < span.start < end and linking_pattern("quantities.where").fullmatch(
            text[start : span.start]
        ):
            return stems
    return frozenset()


def is_of_some(reading: FigureReading, text: str) -> bool:
    """Whether a number is of some among more: the one of "one of the dead"."""
    return reading.part_of is None and tables().of_some.match(text, reading.span.end) is not None


def is_lowered(text: str) -> bool:
    """Whether words beside a number tell that it was lowered or put right."""
    return tables().lowered.search(text) is not None


def is_anew(text: str) -> bool:
    """Whether words beside a number tell that it takes the place of another: after a recount, "now"."""
    return tables().anew.search(text) is not None or is_lowered(text)


def surety_of(text: str) -> bool | None:
    """Return whether words beside a number say that what it counts is confirmed; None if neither or both."""
    sure, unsure = (words.search(text) is not None for words in (tables().sure, tables().unsure))
    return sure if sure != unsure else None


def is_rate(text: str) -> bool:
    """Whether words round a number say that it is so each year or day: it is of no one happening."""
    return tables().rate.search(text) is not None


def is_of_the_world(text: str) -> bool:
    """Whether words round a number say that it is of all countries."""
    return tables().world.search(text) is not None


def counts_who_is_there(reading: FigureReading) -> bool:
    """Whether a reading counts people by where they are: passengers, guests."""
    return reading.measure == "count" and reading.head in tables().there


def _is_of_a_contest(reading: FigureReading) -> bool:
    """Whether a reading counts what contests are won by."""
    return reading.measure == "percent" or reading.head in counting_tables().held | tables().won_by


def is_of_contest(reading: FigureReading) -> bool:
    """Whether a percentage is of a vote: somebody's share of it, or how many took part."""
    of_vote = reading.head in {"turnout", *counting_tables().held}
    return reading.measure == "percent" and of_vote


def is_so_far(reading: FigureReading, clause: str) -> bool:
    """Whether a number is of a count that goes on: "with 30 of 96 wards counted", "54 percent at 6 p.m."."""
    goes_on = reading.measure == "percent" or reading.head in counting_tables().held
    return tables().tally.search(clause) is not None or (
        goes_on and tables().so_far.search(clause) is not None
    )


def are_one(first: Quantity, second: Quantity) -> bool:
    """Whether nothing that two clauses say parts their quantities."""
    if (first.margin, first.step, first.some, first.rate) != (
        second.margin,
        second.step,
        second.some,
        second.rate,
    ):
        return False
    if first.where and second.where and first.where.isdisjoint(second.where):
        return False
    if (first.world and second.where) or (second.world and first.where):
        return False
    return not (first.bargain and second.bargain and first.bargain.isdisjoint(second.bargain))


def of_one_bargain(first: FigureReading, second: FigureReading, told: tuple[Quantity, Quantity]) -> bool:
    """Whether two sums or measures are of one stage of a bargain, and one says no more of what is counted."""
    if not (told[0].by_its_stage or told[1].by_its_stage):
        return False
    one_unit = (first.measure, first.unit) == (second.measure, second.unit) and bool(first.unit)
    of_goods = first.measure in ("money", "measure")
    return one_unit and of_goods and bool(told[0].bargain & told[1].bargain)


def restrict_alike(first: Quantity, second: Quantity) -> bool:
    """Whether two counts are restricted alike but for a name that one of them leaves out."""
    same = first.restriction == second.restriction and bool(first.restriction)
    return same and (first.names <= second.names or second.names <= first.names)
