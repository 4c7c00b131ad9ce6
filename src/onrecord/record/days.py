"""Reports of which one has a day without a year in, the same with that day worked out from the others.

"Tuesday, March 10" may be of any year in which 10 March was a Tuesday. Where the other reports of the
storyline are of years of which just one fits, that is taken, and the reason says so. A day with no
weekday ("tomorrow, March 14") is of the year of the others only where all of them are of one year, and
within two months of that day in it. What the report's annotations left open is then resolved by the
rules they name, counted from that day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from onrecord.model.annotation import Found, Timex
from onrecord.model.partial_date import Yearly
from onrecord.model.report import Report
from onrecord.model.when import When
from onrecord.reports.days import year_of

NEAR = 60  # days from the others within which a day of an open year is taken to be of their year


def settle_days(
    reports: Sequence[Report], found: Mapping[str, Found]
) -> tuple[tuple[Report, ...], Mapping[str, Found]]:
    """Return reports and annotations with the days that other reports fix; all else as it came."""
    days = sorted({day for report in reports if (day := _day(report)) is not None})
    settled = {report.id: _settle(report, days) for report in reports}
    changed = {old.id for old in reports if settled[old.id] is not old}
    if not changed:
        return tuple(reports), found
    again = {
        report_id: _counted_anew(annotations, _day(settled[report_id]))
        if report_id in changed
        else annotations
        for report_id, annotations in found.items()
    }
    return tuple(settled.values()), again


def _settle(report: Report, days: Sequence[date]) -> Report:
    when = report.published
    if when is None or when.basis != "open":
        return report
    yearly = when.date.yearly if when.date is not None else None
    settled = _told_again(when, days) if yearly is None else _in_their_year(when, yearly, days)
    return report if settled is None else replace(report, published=settled)


def _told_again(when: When, days: Sequence[date]) -> When | None:
    """Return a printed weekday and day of the month in the one year of the others that it fits."""
    years = sorted({day.year for day in days})
    fits = {year: edtf for year in years if (edtf := year_of(when, year)) is not None}
    if len(fits) != 1:
        return None
    year, edtf = next(iter(fits.items()))
    reason = f"{when.printed} fits {year}, the year of other reports of the storyline, and no other of theirs"
    return replace(when, edtf=edtf, basis="inferred", rule="weekday-and-day-fix-the-year", reason=reason)


def _in_their_year(when: When, yearly: Yearly, days: Sequence[date]) -> When | None:
    """Return a day of an open year in the year of the others, if all are of one, and near that day in it."""
    if not days or days[0].year != days[-1].year:
        return None
    year = days[0].year
    here = yearly.in_year(year)
    if here is None or max(abs((day - here).days) for day in days) > NEAR:
        return None
    if when.weekday not in (None, f"{here:%A}"):
        return None
    why = f"the other reports of the storyline are all of {year}, and within {NEAR} days of {here}"
    reason = f"{(when.reason or '').partition(';')[0]}; {why}".removeprefix("; ")
    return replace(when, edtf=here.isoformat(), basis="inferred", rule="year-of-the-storyline", reason=reason)


def _day(report: Report) -> date | None:
    when = report.published.date if report.published is not None else None
    return when.day if when is not None else None


def _counted_anew(found: Found, day: date | None) -> Found:
    if day is None:
        return found
    return replace(
        found,
        timexes=tuple(replace(timex, when=_resolved(timex, day)) for timex in found.timexes),
        quotations=tuple(replace(q, said=_anew(q.said, day)) for q in found.quotations),
        figures=tuple(
            replace(r, as_of=_anew(r.as_of, day), since=_anew(r.since, day)) for r in found.figures
        ),
        events=tuple(replace(event, when=_anew(event.when, day)) for event in found.events),
    )


def _anew(when: When | None, day: date) -> When | None:
    return None if when is None else _resolved(when, day)


def _resolved(found: Timex | When, day: date) -> When:
    # The rules stand with the finder that applies them, which loads the parser's library: only when needed.
    from onrecord.annotations.timexes import re_anchored

    when = found.when if isinstance(found, Timex) else found
    return re_anchored(found, day) if when.basis == "open" and when.rule is not None else when
