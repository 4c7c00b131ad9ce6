"""What was read: documents, reports with their blocks, and problems."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from onrecord.model.span import Passage, Span
from onrecord.model.when import When

Media = Literal["text", "html"]
BlockKind = Literal[
    "headline", "subhead", "byline", "dateline", "date", "body", "caption", "credit", "related",
    "correction", "boilerplate",
]  # fmt: skip

NEWS: frozenset[BlockKind] = frozenset({"headline", "subhead", "body", "correction"})
"""Kinds of block that may be quoted, counted and named from. All others are furniture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Bytes with an address.

    Attributes:
        address: URL, or file name, that they came from; part of the report's identity and exported.
        location: where this machine found them (a path); None where the address says it. Never exported.
        body: the bytes, undecoded. For a line of JSON Lines, its text field in UTF-8.
        media: whether the bytes are a page or plain text.
        charset: as declared by whoever delivered them.
        retrieved: when they were fetched, UTC; None where that isn't known.
        fields: what the delivery says beside the text, under the names `outlet`, `headline`, `subhead`,
            `published`, `updated`, `byline`, `language`, `credit`.
    """

    address: str
    location: str | None
    body: bytes = field(repr=False)
    media: Media
    charset: str | None = None
    retrieved: datetime | None = None
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of a report's text of one kind; blocks don't overlap and stand in order."""

    kind: BlockKind
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The bare place."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A dated entry of a live page."""

    start: int
    end: int
    when: When | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    r"""One piece by one outlet, as published; every span in the record is a place in `text`.

    Attributes:
        id: hash of address and text, so each revision has its own.
        text: the decoded text with line ends as `\\n` and nothing else changed; a page's extracted text.
        published: the day (and time) of publication as far as known; None where nothing tells.
        dateline: place that it is filed from, as printed.
        credit: agency or author credit, as printed.
        language: BCP 47, `und` when not known.
        read: number in the order in which this desk read; 0 until it is kept.
        revision: 1 for the first state of the piece at this address; counted up when it is kept.
        revises: id of the state before.
    """

    id: str
    address: str
    location: str | None
    outlet: str | None
    headline: str | None
    subhead: str | None
    bylines: tuple[str, ...]
    dateline: str | None
    credit: str | None
    published: When | None
    updated: When | None
    retrieved: datetime | None
    language: str
    text: str = field(repr=False)
    sha256: str
    blocks: tuple[Block, ...]
    entries: tuple[Entry, ...] = ()
    read: int = 0
    revision: int = 1
    revises: str | None = None

    def passage(self, span: Span) -> Passage:
        """Return a span of this report with its words."""
        return Passage(report=self.id, start=span.start, end=span.end, text=span.of(self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What could not be read, where and why."""

    report: str | None
    address: str | None
    kind: str
    message: str
    span: Passage | None = None
