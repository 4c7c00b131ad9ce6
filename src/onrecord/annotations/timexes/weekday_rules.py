"""Rules for weekdays: "on Sunday", "last Friday", "the following Friday"."""

from datetime import timedelta

from onrecord.annotations.timexes.anchor import Anchor, Outcome, from_report, from_spoken, on_day
from onrecord.annotations.timexes.expression import Expression
from onrecord.annotations.timexes.period import Period


def _weekday(expression: Expression, anchor: Anchor, *, back: bool, own: bool) -> Outcome | None:
    """The nearest such day before or after the report's own, counting its own or not."""
    if anchor.day is None or expression.weekday is None:
        return None
    here = anchor.day.weekday()
    if back:
        apart = (here - expression.weekday) % 7
        return from_report(anchor, on_day(anchor.day - timedelta(days=apart if apart or own else 7)))
    apart = (expression.weekday - here) % 7
    return from_report(anchor, on_day(anchor.day + timedelta(days=apart if apart or own else 7)))


def weekday_past(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The last such day, counting the report's own."""
    return _weekday(expression, anchor, back=True, own=True)


def weekday_future(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The next such day, counting the report's own."""
    return _weekday(expression, anchor, back=False, own=True)


def weekday_past_or_future(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The last or the next such day, counting the report's own: the sentence leaves it open."""
    return _either(expression, anchor, back=True)


def weekday_future_or_past(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The next or the last such day: a plan of the past ("was due to open on Friday") may be over."""
    return _either(expression, anchor, back=False)


def _either(expression: Expression, anchor: Anchor, *, back: bool) -> Outcome | None:
    before, after = weekday_past(expression, anchor), weekday_future(expression, anchor)
    if before is None or after is None or before.period == after.period:
        return before
    edtf = f"[{before.period.first}..{after.period.first}]"
    reason = "the last or the next such day: the sentence may be read either way"
    return from_report(anchor, before.period if back else after.period, edtf=edtf, reason=reason)


def weekday_last(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The last such day before the report's own ("last Friday")."""
    return _weekday(expression, anchor, back=True, own=False)


def weekday_next(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The next such day after the report's own; within one week "next" may mean the week after: bounded."""
    found = _weekday(expression, anchor, back=False, own=False)
    if found is None or anchor.day is None:
        return None
    day = found.period.first
    if Period.holding(day, "week") != Period.holding(anchor.day, "week"):
        return found
    reason = f"'next' on a {anchor.day:%A} may mean {day} or a week later"
    return from_report(anchor, found.period, edtf=f"[{day}..{day + timedelta(days=7)}]", reason=reason)


def weekday_of_this_week(expression: Expression, anchor: Anchor) -> Outcome | None:
    """Such a day in the week of the report, or so many weeks away ("Tuesday of last week")."""
    if anchor.day is None or expression.weekday is None:
        return None
    monday = Period.holding(anchor.day, "week").first
    return from_report(
        anchor, on_day(monday + timedelta(days=expression.weekday + 7 * (expression.toward or 0)))
    )


def weekday_a_week_on(expression: Expression, anchor: Anchor) -> Outcome | None:
    """A week after the next such day ("on Saturday week"); of the report's own weekday, a week on."""
    if anchor.day is None or expression.weekday is None:
        return None
    apart = (expression.weekday - anchor.day.weekday()) % 7
    return from_report(anchor, on_day(anchor.day + timedelta(days=apart + 7)))


def weekday_beside_last_spoken(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The such day before or after the last day spoken of ("the following Friday", "that Friday")."""
    if anchor.spoken is None or expression.weekday is None:
        return None
    toward = expression.toward or 0
    other = Anchor(day=anchor.spoken.last if toward > 0 else anchor.spoken.first)
    found = _weekday(expression, other, back=toward < 0, own=toward == 0)
    return None if found is None else from_spoken(anchor, found.period)
