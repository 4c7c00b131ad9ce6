"""A record in, what every format needs of it out: names for ids, sentences, days, how much text goes along.

A format asks here for words and sentences, so that `--texts` means the same in each: `none` gives places and
hashes alone, `excerpts` the words with the sentence around them, `full` the reports' whole texts as well.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256
from typing import Final
from uuid import UUID, uuid5

from onrecord.model.record import Event, Piece, Record
from onrecord.model.report import Report
from onrecord.model.span import Passage
from onrecord.model.when import When
from onrecord.views.as_json import Texts
from onrecord.views.evidence import sentence_around
from onrecord.views.harmless import one_line
from onrecord.views.lines import Line
from onrecord.views.lookup import Lookup
from onrecord.views.sheet import is_unsure

NAMESPACE: Final = UUID("5b7f8a5e-6f0e-5d0c-9a44-0d6c3f0b8f21")
"""Under which ids of lines become UUIDs: the same line has the same UUID in every export."""


@dataclass(frozen=True)
class WithYears(Lookup):
    """What the ids of a record stand for, where no year goes without saying."""

    @cached_property
    def year(self) -> int | None:
        """No year."""
        return None


@dataclass(frozen=True)
class Exported:
    """A record as it is being exported.

    Attributes:
        record: The record, with `made_at` set.
        texts: How much of the reports' texts goes along.
        made_at: When it is exported.
    """

    record: Record
    texts: Texts
    made_at: datetime

    @cached_property
    def lookup(self) -> Lookup:
        """What the record's ids stand for; every day has its year, since a line may stand alone."""
        return WithYears(self.record)

    @cached_property
    def sure(self) -> Record:
        """The record without lines of which the machine is unsure, for formats that can't say so."""
        return replace(
            self.record,
            events=tuple(event for event in self.record.events if not is_unsure(event)),
            statements=tuple(said for said in self.record.statements if not is_unsure(said)),
        )

    @property
    def stamp(self) -> str:
        """When it is exported, as an RFC 3339 time in UTC."""
        return stamp(self.made_at)

    def words(self, passage: Passage) -> str | None:
        """Return the words at a place on one harmless line; None where no text goes along."""
        return None if self.texts == "none" else one_line(passage.text)

    def sentence(self, passage: Passage) -> str | None:
        """Return the sentence around a place on one harmless line; None where no text is at hand."""
        report = self.lookup.reports.get(passage.report)
        if self.texts == "none" or report is None or not report.text:
            return None
        return one_line(sentence_around(report, passage.span).of(report.text))

    def text(self, report: Report) -> str | None:
        """Return a report's whole text, where it was asked for and is there."""
        return report.text or None if self.texts == "full" else None


def titled(event: Event, line: Line) -> str:
    """Return an event as a title that may stand alone: with what it is, where it has not simply happened.

    Where no report tells it in its own voice, it says who does.
    """
    own = any(support.voice == "own" for support in event.support)
    what = f"{line.lead}: {line.what}" if line.lead else line.what
    return what if own else f"{what} · {line.who}"


def quoted(piece: Piece, passage: Passage) -> str:
    """Return quoted words; what isn't direct stands with its cue, since denied words are not said."""
    words = one_line(passage.text)
    if piece.kind == "direct" or piece.cue is None:
        return words
    cue = one_line(piece.cue.text)
    return f"{cue} {words}" if piece.cue.start < passage.start else f"{words} ({cue})"


def stamp(when: datetime) -> str:
    """Return a time as RFC 3339 in UTC, to the second."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def hash_of(passage: Passage) -> str:
    """Return the SHA-256 of a passage's words, by which who has the report can tell them again."""
    return sha256(passage.text.encode("utf-8", "surrogatepass")).hexdigest()


def urn(*parts: str) -> str:
    """Return the address of a line that stays the same from export to export: `urn:uuid:…`."""
    return f"urn:uuid:{uuid5(NAMESPACE, chr(31).join(parts))}"


def web_address(address: str) -> str | None:
    """Return an address where it is one of the web and holds nothing that can't stand in one."""
    one = one_line(address)
    clean = not set(one) & set(' "<>\\^`{|}\ufffd') and one == address
    return one if clean and one.startswith(("https://", "http://")) else None


def address_of(report: Report) -> str:
    """Return where a report is to be found: its address on the web, else a name that stands for it."""
    return web_address(report.address) or urn(report.id)


def first_day(when: When | None) -> str | None:
    """Return the first day that a `When` allows, as ISO; None where it is open."""
    known = when.date if when is not None else None
    return None if known is None or known.first is None else known.first.isoformat()


def begins(when: When) -> bool:
    """Whether the first day that a `When` allows is one on which something begins, not a mere limit."""
    known = when.date
    return known is not None and known.lasting and when.basis in ("stated", "resolved")


def last_day(when: When | None) -> str | None:
    """Return the last day that a `When` allows, as ISO; None where it is open."""
    known = when.date if when is not None else None
    return None if known is None or known.last is None else known.last.isoformat()


def fixed_day(when: When | None) -> str | None:
    """Return the one day that a `When` stands for, as ISO; None where it isn't fixed to one."""
    first = first_day(when)
    return first if first is not None and first == last_day(when) else None


def said_day(when: When | None) -> str | None:
    """Return a date as precise as it is known, as ISO 8601: `2026`, `2026-03` or `2026-03-12`.

    None where it is more than one point in time, or fixed by one of its limits alone.
    """
    if when is None or when.edtf is None or when.mod in ("before", "after", "about"):
        return None
    bare = when.edtf.partition("T")[0]
    parts = bare.split("-")
    whole = all(part.isdigit() for part in parts) and len(parts[0]) == len("2026")
    months = len(parts) > 1 and int(parts[1]) not in range(1, 13) if whole else True
    return bare if whole and not months else None


def joined(values: Iterable[str]) -> str:
    """Return several values as one cell, each once: `a; b`."""
    return "; ".join(dict.fromkeys(values))


def shortened(words: str, longest: int) -> str:
    """Return words, cut between two of them and marked so where they are longer than a title may be."""
    if len(words) <= longest:
        return words
    return f"{words[: longest - 2].rsplit(' ', 1)[0]} …"
