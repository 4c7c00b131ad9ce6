"""Two readings of one figure in, whether they are of two things out: of two places, or of two reaches.

Cases of one country aren't those of the world, nor what is confirmed all that is suspected, nor what a fever
does each year what it did this spring: readings of two such things don't contradict each other.
"""

import re
from typing import Final

from onrecord.links.quantities import is_of_the_world, is_rate, surety_of
from onrecord.model.record import Reading
from onrecord.model.span import Span
from onrecord.record.claims import stems_of
from onrecord.record.composing import composing_pattern
from onrecord.record.elsewhere import are_elsewhere, tells_where
from onrecord.record.settled import Settled

NUMBER: Final = re.compile(r"\d")
CALLED: Final = (25, 40)  # code points before and behind a number within which a word tells how sure it is
BEFORE: Final = 60  # and before its clause, within which it is told how often or how widely it is so
MANY: Final = 3  # times: so far apart two who count one thing seldom are


def bound_of(reading: Reading) -> float | None:
    """Return the number by which a reading is compared: its least, or its most where it has no least."""
    return reading.high if reading.low is None else reading.low


def are_of_two_things(first: Reading, second: Reading, settled: Settled) -> bool:
    """Whether two readings are of two places or reaches, or one counts what is confirmed and one what isn't.

    What is confirmed is some of what there is: fewer "confirmed" than are told of otherwise don't differ.
    What is so each year is of no one happening.
    """
    sureties = [_surety(reading) for reading in (first, second)]
    if set(sureties) == {True, False}:
        return True
    if sureties.count(True) == 1:
        sure, other = (first, second) if sureties[0] else (second, first)
        sizes = bound_of(sure), bound_of(other)
        if None not in sizes and (sizes[0] or 0) < (sizes[1] or 0):
            return True
    around = [_around(reading, settled) for reading in (first, second)]
    if is_rate(around[0]) != is_rate(around[1]) or {_is_done(first, settled), _is_done(second, settled)} == {
        True,
        False,
    }:
        return True
    parts = [_part(reading) for reading in (first, second)]
    if parts[0] and parts[1] and parts[0].isdisjoint(parts[1]):
        return True
    if _are_of_two_votes(first, second) or _is_of_those_who(first, second) or _is_of_those_who(second, first):
        return True
    return are_elsewhere(_where(first), _where(second), settled) or _are_of_two_reaches(
        first, second, settled
    )


def is_of_the_rest(reading: Reading) -> bool:
    """Whether a number is of those beside others: "the remaining four"."""
    before = reading.support.span.text.partition(reading.printed)[0]
    return composing_pattern("reach.rest").search(before) is not None


def _are_of_two_votes(first: Reading, second: Reading) -> bool:
    """Whether two numbers of votes lie so far apart that they are of two votes."""
    sizes = sorted((bound_of(first) or 0.0, bound_of(second) or 0.0))
    texts = [reading.support.span.text for reading in (first, second)]
    if not all(composing_pattern("reach.votes").search(text) for text in texts):
        return False
    leads = any(composing_pattern("reach.leads").search(text) for text in texts)  # a lead grows as it will
    return not leads and sizes[1] > MANY * sizes[0]


def _is_done(reading: Reading, settled: Settled) -> bool | None:
    """Whether a number stands in what has happened, or in what is to come; None if nothing tells."""
    report, clause, at = _where(reading)
    here = [
        event
        for event in settled.material.found[report].events
        if event.clause.overlaps(clause) and event.clause.start <= at < event.clause.end
    ]
    told = {event.modality for event in here if len(event.clause) == min(len(e.clause) for e in here)}
    if told == {"happened"}:
        return True
    return False if told and told <= {"planned", "demanded", "possible"} else None


def _part(reading: Reading) -> frozenset[str]:
    """Return the words for those of a whole that a number is of: "96 of them in Leven"; else none."""
    before, _, after = reading.support.span.text.partition(reading.printed)
    of_it = composing_pattern("reach.of_them").match(after)
    if of_it is None and composing_pattern("reach.of_which").search(before) is not None:
        of_it = composing_pattern("reach.next_words").match(after)
    return stems_of(of_it["what"]) if of_it is not None else frozenset()


def _is_of_those_who(reading: Reading, other: Reading) -> bool:
    """Whether a number is of those alone who did what the other doesn't tell: "eight shops that move"."""
    after = reading.support.span.text.partition(reading.printed)[2]
    found = composing_pattern("reach.those_who").match(after)
    if found is None:
        return False
    told = stems_of(found["what"])
    return bool(told) and told.isdisjoint(stems_of(other.support.span.text))


def _are_of_two_reaches(first: Reading, second: Reading, settled: Settled) -> bool:
    """Whether one is of a place, the other of the world, or of nowhere told and many times as much."""
    placed = [tells_where(_where(reading), settled) for reading in (first, second)]
    if placed[0] == placed[1]:
        return False
    wide, narrow = (second, first) if placed[0] else (first, second)
    if is_of_the_world(_around(wide, settled)):
        return True
    sizes = bound_of(wide), bound_of(narrow)
    return None not in sizes and (sizes[0] or 0) > MANY * (sizes[1] or 0)


def _around(reading: Reading, settled: Settled) -> str:
    """Return the words round a number: its clause, with what stands right before it."""
    span = reading.support.span
    text = settled.material.by_id[span.report].text
    return text[max(0, span.start - BEFORE) : span.end]


def _surety(reading: Reading) -> bool | None:
    """Return whether a number is called confirmed or suspected by the words right beside it."""
    before, number, after = reading.support.span.text.partition(reading.printed)
    before, after = NUMBER.split(before)[-1], NUMBER.split(after)[0]  # another number has words of its own
    return surety_of(f"{before[-CALLED[0] :]}{number}{after[: CALLED[1]]}")


def _where(reading: Reading) -> tuple[str, Span, int]:
    """Return the clause of a reading, and where its number stands."""
    clause = reading.support.span
    return clause.report, clause.span, clause.start + max(0, clause.text.find(reading.printed))
