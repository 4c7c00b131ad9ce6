"""Two readers' labels of the same reports in, their agreement by kind of line out.

The second reader's labels are seen as a record and the first's as its gold, so that the scorer's own rules
say what is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from eval import agreement_entries
from eval.agreement_pairs import Choice, Sides, compare
from eval.agreement_result import Compared, Values
from eval.gold_days import bounds, days_agree
from eval.gold_figures import VALUES, sides_agree
from eval.gold_reports import same_entities, same_fact
from eval.gold_variants import content_share
from eval.gold_view import Line, View
from eval.gold_words import tokens


def compare_facts(view: View, second: Line) -> Compared:
    """Return the agreement on the facts of reports: one line for each fact that a reader has."""
    first, others = tuple(agreement_entries.facts(view.gold)), tuple(agreement_entries.facts(second))
    return compare(
        Sides(kind="report facts", first=first, second=others),
        (
            Choice(
                first=one, second=other, barred="" if _same_value(mine.line, theirs.line) else "other value"
            )
            for one, mine in enumerate(first)
            for other, theirs in enumerate(others)
            if (mine.report, mine.line["fact"]) == (theirs.report, theirs.line["fact"])
        ),
    )


def compare_entities(view: View, second: Line) -> Compared:
    """Return the agreement on entities: of one kind, and of one name or alias."""
    first, others = tuple(agreement_entries.entities(view.gold)), tuple(agreement_entries.entities(second))
    return compare(
        Sides(kind="entities", first=first, second=others, values={"required": _required}),
        (
            Choice(first=one, second=other, rank=(-order,))
            for other, entity in enumerate(second["entities"])
            for order, one in enumerate(same_entities(view, entity))
        ),
    )


def compare_statements(view: View, second: Line) -> Compared:
    """Return the agreement on statements: variants with the same content and the same speakers."""
    first, others = tuple(agreement_entries.variants(view.gold)), tuple(agreement_entries.variants(second))
    values = {"standing": _standing, "required": _required}
    sides = Sides(kind="statements", first=first, second=others, values=values)
    return compare(sides, _alike_statements(view, sides))


def compare_events(view: View, second: Line) -> Compared:
    """Return the agreement on events: lines that rest on overlapping words, then what is said of them."""
    first, others = tuple(agreement_entries.events(view.gold)), tuple(agreement_entries.events(second))
    values: dict[str, Callable[[Line, Line], Values | None]] = {
        "day": _days,
        "day as scored": _scored_days,
        "modality": _told("modality"),
        "outcome": _told("outcome"),
        "standing": _standing,
        "required": _required,
    }
    sides = Sides(kind="events", first=first, second=others, values=values)
    return compare(sides, _alike_events(view, sides))


def compare_figures(view: View, second: Line) -> Compared:
    """Return the agreement on readings: overlapping printed words, then numbers, hedge and giver."""

    def givers(one: Line, other: Line) -> Values:
        names = ", ".join(one["giver"]) or "nobody"
        same = view.are_called(other["giver"], one["giver"])
        return names, names if same else ", ".join(other["giver"]) or "nobody"

    first, others = tuple(agreement_entries.readings(view.gold)), tuple(agreement_entries.readings(second))
    values = {"numbers": _numbers, "hedge": _told("hedge"), "giver": givers, "required": _required}
    sides = Sides(kind="figures", first=first, second=others, values=values)
    return compare(sides, _alike_readings(view, sides))


def compare_differences(view: View, second: Line) -> Compared:
    """Return the agreement on differences: of one kind and verdict, with two sides on the same words."""
    told = bool(second["differences"])  # the second reader of the example wasn't asked for them
    first = tuple(agreement_entries.differences(view.gold)) if told else ()
    others = tuple(agreement_entries.differences(second))
    return compare(
        Sides(kind="differences", first=first, second=others, values={"required": _required}),
        (
            Choice(first=one, second=other, barred="" if _same_sort(mine.line, theirs) else "another sort")
            for one, mine in enumerate(first)
            for other, theirs in enumerate(view.record["differences"])
            if sides_agree(view, theirs, mine.line)
        ),
    )


KINDS: Mapping[str, Callable[[View, Line], Compared]] = {
    "report facts": compare_facts,
    "entities": compare_entities,
    "statements": compare_statements,
    "events": compare_events,
    "figures": compare_figures,
    "differences": compare_differences,
}


def _same_value(one: Line, other: Line) -> bool:
    """Whether both readers give one fact the same value."""
    return same_fact(one["fact"], one["value"], other["value"])


def _same_sort(one: Line, other: Line) -> bool:
    """Whether two differences are of one kind and verdict."""
    return (one["kind"], one["verdict"]) == (other["kind"], other["verdict"])


def _alike_statements(view: View, sides: Sides) -> Iterator[Choice]:
    """Yield the variants of one report that share their content, from whichever side it is seen."""
    for one, mine in enumerate(sides.first):
        for other, theirs in enumerate(sides.second):
            if mine.report != theirs.report:
                continue
            words, others = tokens(mine.words), tokens(theirs.words)
            share = max(content_share(words, others), content_share(others, words))
            if share > 0:
                same = view.are_called(theirs.line["speakers"], mine.line["speakers"])
                barred = "" if same else "other speakers"
                yield Choice(first=one, second=other, rank=(share,), barred=barred)


def _alike_events(view: View, sides: Sides) -> Iterator[Choice]:
    """Yield the events that share words; day and modality go before the most words."""
    for other, (event, theirs) in enumerate(zip(view.record["events"], sides.second, strict=True)):
        spans = [support["span"] for support in event["support"]]
        for one, mine in enumerate(sides.first):
            share = view.best(spans, mine.line["mentions"], "words")
            if share > 0:
                same_day = days_agree(mine.line["when"], theirs.line["when"])
                agreed = same_day + (mine.line["modality"] == theirs.line["modality"])
                rank = (agreed, mine.required + theirs.required, share)
                yield Choice(first=one, second=other, rank=rank)


def _alike_readings(view: View, sides: Sides) -> Iterator[Choice]:
    """Yield the readings whose printed words overlap; the same numbers go before the most words."""
    given = [reading for figure in view.record["figures"] for reading in figure["readings"]]
    for other, reading in enumerate(given):
        for one, mine in enumerate(sides.first):
            share = view.overlap(reading["support"]["span"], mine.line, "printed")
            if share > 0:
                same = all(mine.line[key] == reading[key] for key in VALUES)
                yield Choice(first=one, second=other, rank=(same, share))


def _told(key: str) -> Callable[[Line, Line], Values]:
    """Return what reads one thing off both lines."""
    return lambda one, other: (str(one[key]), str(other[key]))


def _required(one: Line, other: Line) -> Values:
    """Return whether either reader requires the line."""
    words = {True: "required", False: "optional"}
    return words[one["required"]], words[other["required"]]


def _standing(one: Line, other: Line) -> Values | None:
    """Return the standings, where both readers could tell one."""
    mine, theirs = one.get("standing"), other.get("standing")
    return (mine, theirs) if mine and theirs else None


def _days(one: Line, other: Line) -> Values:
    """Return the days that either date allows."""
    return _day(one["when"]), _day(other["when"])


def _day(edtf: str | None) -> str:
    """Return the days that a date allows, in one form for all ways of writing them."""
    low, high = bounds(edtf)
    if low == high:
        return low.isoformat()
    ends = ("" if low == date.min else low.isoformat(), "" if high == date.max else high.isoformat())
    return "..".join(ends) if any(ends) else "open"


def _scored_days(one: Line, other: Line) -> Values:
    """Return the days that either date allows; the first's twice where the scorer takes both for the same."""
    mine, theirs = _days(one, other)
    return mine, mine if days_agree(one["when"], other["when"]) else theirs


def _numbers(one: Line, other: Line) -> Values:
    """Return the range of either reading."""
    return f"{one['low']}..{one['high']}", f"{other['low']}..{other['high']}"
