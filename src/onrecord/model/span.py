"""Places in a report's text, and the words that stand there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open place `[start, end)` in the code points of one report's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, not {self.start}, {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words at this place of a text."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether the other span lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def to(self, other: "Span") -> "Span":
        """Return the smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Passage:
    """A span with its report and the words that stand there; `text` is `report.text[start:end]`."""

    report: str
    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """The bare place."""
        return Span(self.start, self.end)
