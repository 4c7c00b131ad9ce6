"""A report in, the day by whose end it had been published out: the first of the record's two clocks.

The second, the order of reading, is the read number. A report counts from the end of the latest day that its
date allows: its text is that of its last update, so of that day where it is printed, else the day of
publication. A report without a day, and a revision whose update prints none, count from the day when
they were retrieved, else from the day when this desk read them: that they had been out before isn't known.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple, Protocol

from onrecord.errors import NoSuchMomentError
from onrecord.model.partial_date import PartialDate
from onrecord.model.when import When


class Kept(NamedTuple):
    """A report's place on both clocks: a tuple, as each look at the clocks makes one of every report.

    Attributes:
        out: day by whose end it had been published.
        revises: id of the state before.
        finders: names and versions of the annotators that have read it, as one text.
    """

    id: str
    read: int
    out: date
    revises: str | None
    finders: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A place on one clock or both: what had been published by the end of a day, or read by a read number."""

    day: date | None = None
    read: int | None = None

    def sees(self, kept: Kept) -> bool:
        """Whether a report had been published, and read, by then."""
        return (self.day is None or kept.out <= self.day) and (self.read is None or kept.read <= self.read)

    @property
    def words(self) -> str:
        """The moment in words: `as of 2026-03-12`, `as read up to 40`."""
        parts = [f"as of {self.day.isoformat()}"] if self.day is not None else []
        return ", ".join([*parts, f"as read up to {self.read}"] if self.read is not None else parts)


def moment_of(as_of: date | str | None, as_read: int | None) -> Moment | None:
    """Return the moment that is asked for; None for now.

    Args:
        as_of: A day, or EDTF text of one; of a month or year, its last day.
        as_read: A read number.

    Raises:
        NoSuchMomentError: It is no day, or a number below nought.
    """
    if as_of is None and as_read is None:
        return None
    if as_read is not None and as_read < 0:
        raise NoSuchMomentError("reports are numbered from 1 as they are read", subject=str(as_read))
    try:
        day = PartialDate.parse(as_of).last if isinstance(as_of, str) else as_of
    except ValueError:
        day = None
    if as_of is not None and day is None:
        raise NoSuchMomentError(subject=str(as_of))
    return Moment(day=day, read=as_read)


class Stamped(Protocol):
    """What bears the days of a report: the report itself, or what the store keeps of it."""

    @property
    def published(self) -> When | None:
        """The day of publication."""

    @property
    def updated(self) -> When | None:
        """The day of its last update."""

    @property
    def retrieved(self) -> datetime | None:
        """When it was fetched."""


def out_by(report: Stamped, before: Stamped | None, read_at: datetime) -> date:
    """Return the day by whose end a report had been published.

    Args:
        report: The report.
        before: The state that it revises.
        read_at: When this desk read it.
    """
    stamps = [when for when in (report.published, report.updated) if when is not None]
    if before is not None:  # a stamp that the state before bore too doesn't date the new words
        old = {when.edtf for when in (before.published, before.updated) if when is not None}
        stamps = [when for when in stamps if when.edtf not in old]
    days = [when.date.last for when in stamps if when.date is not None and when.date.last is not None]
    return max(days, default=(report.retrieved or read_at).date())
