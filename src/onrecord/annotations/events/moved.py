"""What is put off, and the expressions beside it, in; from which day it is moved and to which out.

"Moved from Tuesday to Thursday", said on a Monday, tells two days to come in the tense of what was.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from onrecord.annotations.events.dated import Dated, of_timex
from onrecord.annotations.events.lexicon import event_words, lexicon
from onrecord.annotations.events.modality_noun import outcome_of
from onrecord.annotations.events.placed import Placed, held_by, introduced
from onrecord.annotations.events.standing import Standing
from onrecord.annotations.events.triggers import Trigger

LAST, NEXT, LAST_DATE = "weekday-past", "weekday-future", "last-such-date"
LEAP = (2, 29)
SOON = timedelta(days=60)  # within which a report is mostly corrected


def moved_to(standing: Standing, placed: Sequence[Placed], today: date | None) -> Dated | None:
    """Return the day to which what is put off was moved; None where none is told."""
    found = next((each for each in placed if moves(each, standing)), None)
    return None if found is None else to_come(of_timex(found, today, until=False), today)


def comes_before(each: Placed, day: Dated, moved: Dated | None, today: date | None) -> bool:
    """Whether the day from which a thing was moved is to come too: "moved from Tuesday to Thursday"."""
    if moved is None or introduced(each) != "from":
        return False
    first, last = to_come(day, today).when, moved.when
    if first is None or last is None or first.edtf is None or last.edtf is None:
        return first is not None and first.edtf is None
    return first.edtf < last.edtf


def to_come(day: Dated, today: date | None) -> Dated:
    """Return a weekday that was read as the last such day as the next."""
    when = day.when
    if when is None or when.rule != LAST:
        return day
    if when.edtf is None:
        return replace(day, when=replace(when, rule=NEXT))
    first = None if when.date is None else when.date.first
    if today is None or first is None or first >= today or len(when.edtf) != len(first.isoformat()):
        return day
    edtf = (first + timedelta(days=7)).isoformat()
    return replace(day, when=replace(when, edtf=edtf, rule=NEXT), future=edtf > today.isoformat())


def gone_by(day: Dated, today: date | None) -> Dated:
    """Return a weekday that was read as the next such day as the last: "was to have opened on Friday"."""
    when = day.when
    if when is None or when.rule != NEXT:
        return day
    if when.edtf is None:
        return replace(day, when=replace(when, rule=LAST))
    first = None if when.date is None else when.date.first
    if today is None or first is None or first <= today or len(when.edtf) != len(first.isoformat()):
        return day
    edtf = (first - timedelta(days=7)).isoformat()
    return replace(day, when=replace(when, edtf=edtf, rule=LAST), future=False)


def of_a_note(day: Dated, today: date | None) -> Dated:
    """Return the day of a change to a report, not a year before it: notes come soon after a report's day."""
    when = day.when
    if when is None or when.rule != LAST_DATE or when.date is None or today is None:
        return day
    first = when.date.first
    if first is None or first != when.date.last or (first.month, first.day) == LEAP:
        return day
    after = first.replace(year=first.year + 1)
    if not timedelta(0) <= after - today <= SOON:
        return day
    reason = "a note of a change, which comes after its report's day"
    return replace(day, when=replace(when, edtf=after.isoformat(), rule="note-after-report", reason=reason))


def is_moved(each: Placed, trigger: Trigger) -> bool:
    """Whether an expression tells from or to which day a verb puts something off: that is not when it did."""
    verb = trigger.token
    if trigger.noun or introduced(each) not in event_words("days.put_off") or held_by(each) != verb:
        return False
    return outcome_of(verb, lexicon()) == "put-off"


def moves(each: Placed, standing: Standing) -> bool:
    """Whether an expression tells to which day something was put off: "until Friday"."""
    if (
        standing.outcome != "put-off"
        or standing.verb is None
        or introduced(each) not in event_words("days.moved_to")
    ):
        return False
    governor = held_by(each)
    return governor is not None and governor.i == standing.verb.i
