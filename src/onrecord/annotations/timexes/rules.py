"""The named rules: what an expression and an anchor say, as a stretch of the calendar.

Each rule is a pure function of the printed expression and the anchor. Its name is kept with the value
it gave, so that a reader can check it, and so that the same rule can be applied again when a better
anchor is learnt. A rule gives None where the anchor doesn't suffice: the expression then stays open.
"""

from dataclasses import replace
from datetime import timedelta

from onrecord.annotations.timexes.anchor import Anchor, Outcome, Rule
from onrecord.annotations.timexes.counted_rules import (
    days_from_report,
    days_from_saying,
    overnight,
    span_to_report,
    unit_of_report,
    unit_up_to_report,
    units_from_report,
    weekend_of_report,
)
from onrecord.annotations.timexes.date_rules import (
    last_such_date,
    last_such_date_before,
    nearest_such_date,
    next_such_date,
    of_this_year,
    short_year,
    stated,
    weekday_fixes_year,
    year_beside,
    year_of_the_sentence,
)
from onrecord.annotations.timexes.expression import Expression
from onrecord.annotations.timexes.spoken_rules import (
    day_before_last_spoken,
    last_spoken_quarter,
    next_day_after_last_spoken,
    same_as_last_spoken,
    time_of_day,
    units_from_last_spoken,
    year_before_last_spoken_quarter,
)
from onrecord.annotations.timexes.weekday_rules import (
    weekday_a_week_on,
    weekday_beside_last_spoken,
    weekday_future,
    weekday_future_or_past,
    weekday_last,
    weekday_next,
    weekday_of_this_week,
    weekday_past,
    weekday_past_or_future,
)

_MOST_DAYS = 31  # an anchor less certain than a month fixes nothing

RULES: dict[str, Rule] = {
    "stated": stated,
    "weekday-past": weekday_past,
    "weekday-future": weekday_future,
    "weekday-past-or-future": weekday_past_or_future,
    "weekday-future-or-past": weekday_future_or_past,
    "weekday-last": weekday_last,
    "weekday-next": weekday_next,
    "weekday-of-week": weekday_of_this_week,
    "weekday-a-week-on": weekday_a_week_on,
    "weekday-beside-last-spoken": weekday_beside_last_spoken,
    "weekday-and-day-fix-the-year": weekday_fixes_year,
    "year-beside": year_beside,
    "year-of-the-sentence": year_of_the_sentence,
    "month-day-of-anchor-year": of_this_year,
    "last-such-date": last_such_date,
    "last-such-date-before": last_such_date_before,
    "next-such-date": next_such_date,
    "nearest-such-date": nearest_such_date,
    "days-from-report": days_from_report,
    "days-from-saying": days_from_saying,
    "overnight": overnight,
    "units-from-report": units_from_report,
    "unit-of-report": unit_of_report,
    "unit-up-to-report": unit_up_to_report,
    "span-to-report": span_to_report,
    "weekend-of-report": weekend_of_report,
    "next-day-after-last-spoken": next_day_after_last_spoken,
    "day-before-last-spoken": day_before_last_spoken,
    "same-as-last-spoken": same_as_last_spoken,
    "units-from-last-spoken": units_from_last_spoken,
    "last-spoken-quarter": last_spoken_quarter,
    "year-before-last-spoken-quarter": year_before_last_spoken_quarter,
    "time-of-day": time_of_day,
    "short-year": short_year,
}
"""Every rule by name."""


def apply_rule(name: str, expression: Expression, anchor: Anchor) -> Outcome | None:
    """Return what a rule gives; None where the anchor doesn't suffice or the calendar has no such day.

    Where the anchor is only bounded, every day that it may be must give the same.
    """
    try:
        found = RULES[name](expression, anchor)
        if found is None or anchor.day is None or anchor.until is None or found.counted_from is None:
            return found
        for apart in range(1, min((anchor.until - anchor.day).days, _MOST_DAYS) + 1):
            other = RULES[name](expression, replace(anchor, day=anchor.day + timedelta(days=apart)))
            if other is None or (other.period, other.edtf) != (found.period, found.edtf):
                return None
        return replace(found, counted_from=f"[{anchor.day}..{anchor.until}]")
    except (OverflowError, ValueError):
        return None
