"""A report in, the day by whose end it had been published out: the first of the record's two clocks.

The second, the order of reading, is the read number. A report counts from the end of the latest day that its
date allows: its text is that of its last update, so of that day where it is printed, else the day of
publication. A report without a day, and a revision whose update prints none, count from the day when
they were retrieved, else from the day when this desk read them: that they had been out before isn't known.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from onrecord.model.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A report's place on both clocks.

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
