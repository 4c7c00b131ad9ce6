"""What stays of a report that was forgotten: hashes by which it is known again, the day, and the reason."""

from dataclasses import dataclass
from hashlib import sha256

from onrecord.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """A report that was forgotten.

    Attributes:
        report: its id, a hash of address and text.
        words: SHA-256 of its text.
        address: SHA-256 of the web address that it came from; None for a file, whose name says little.
        day: when it was forgotten, as a day in UTC.
        because: why, in words.
        wiped: whether the store's file was rewritten since, so that no freed page of it holds any of it.
    """

    report: str
    words: str
    address: str | None
    day: str
    because: str | None
    wiped: bool = False

    def covers(self, report: Report) -> bool:
        """Whether a report has the forgotten one's words, or stands at its web address."""
        return self.words == report.sha256 or (
            self.address is not None and self.address == hash_of_address(report.address)
        )

    @property
    def saying(self) -> str:
        """The day and the reason in words."""
        return f"forgotten on {self.day}" + (f": {self.because}" if self.because else "")


def tombstone_of(report: Report, *, day: str, because: str | None) -> Tombstone:
    """Return what stays of a report."""
    return Tombstone(
        report=report.id,
        words=report.sha256,
        address=hash_of_address(report.address),
        day=day,
        because=because,
    )


def hash_of_address(address: str) -> str | None:
    """Return the hash of a web address; None for the name of a file."""
    return sha256(address.encode("utf-8", "surrogatepass")).hexdigest() if "://" in address else None
