"""A time expression in, the day that it gives an event out: with its bound, and whether it lies ahead."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.annotations.events.lexicon import event_words
from onrecord.annotations.events.placed import Placed, introduced
from onrecord.model.annotation import Timex
from onrecord.model.partial_date import days_between
from onrecord.model.when import When

OLD = 30  # days before the report's from which a stated day makes an event background


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A day, whether words of the report tell it, and whether it is long past or yet to come.

    `loose` is a bound of a day that isn't known yet ("until Friday"): it could be no bound any more later.
    """

    when: When | None
    own: bool = False
    timex: Timex | None = None
    old: bool = False
    future: bool = False
    since: bool = False
    loose: bool = False

    @property
    def fixed(self) -> bool:
        """Whether words tell a day that is known, or will be with the report's own: "on Monday"."""
        when = self.when
        told = when is not None and bool(when.edtf or when.weekday or when.rule)
        return self.own and told and not self.loose


def of_timex(each: Placed, today: date | None, *, until: bool = True) -> Dated:
    """Return the day of an expression, seen from the report's; "before dawn on Tuesday" is on it."""
    timex = each.timex
    within = timex.when.weekday is not None and timex.type == "TIME" and introduced(each) == "before"
    when = _until(timex.when, introduced(each)) if until and not within else timex.when
    day = when.date
    loose = when.edtf is None and introduced(each) in event_words("days.limits")
    if today is None or day is None:
        return Dated(when=when, own=True, timex=timex, loose=loose)
    old = day.last is not None and days_between(day.last, today) > OLD
    return Dated(
        when=when,
        own=True,
        timex=timex,
        old=old,
        future=day.first is not None and day.first > today,
        since=introduced(each) in event_words("days.since"),
    )


def _until(when: When, introduced: str) -> When:
    """Return "before" a day, "by" it or "until" it, as the bound that it is."""
    day = when.date
    if introduced not in event_words("days.limits") or day is None or when.edtf is None or "/" in when.edtf:
        return when
    if (
        introduced in event_words("days.still_in") or when.mod == "end"
    ):  # "before the end of May" is still in it
        return when if day.last is None else replace(when, edtf=f"../{day.last.isoformat()}")
    if day.first is None or day.first == date.min:
        return when
    return replace(when, edtf=f"../{(day.first - timedelta(days=1)).isoformat()}")
