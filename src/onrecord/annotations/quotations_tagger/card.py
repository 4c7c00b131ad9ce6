"""What a tagger says of itself: on which data it was made, how, when, and what it reached."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from onrecord.errors import ModelChangedError

FORMAT: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A tagger's card.

    Attributes:
        format: of the file; another one can't be read.
        made: day and time in UTC.
        data: counts of documents and attributions, and SHA-256 of the files that it learnt from.
        training: passes, rates, seed, seconds, loss of each pass.
        figures: the scorer's metrics by part ("held-out", "dev").
        timing: milliseconds a report, and of how many words.
        versions: of what it was made with.
        floor: confidence below which an attribution is never given.
        cutoff: confidence from which `read` keeps its quotations.
        files: SHA-256 of each file of the tagger.
        sizes: bytes of each.
    """

    format: int = FORMAT
    made: str
    data: Mapping[str, Any]
    training: Mapping[str, Any]
    figures: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    timing: Mapping[str, float] = field(default_factory=dict)
    versions: Mapping[str, str]
    floor: float
    cutoff: float
    files: Mapping[str, str] = field(default_factory=dict)
    sizes: Mapping[str, int] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return the card as JSON has it."""
        return asdict(self)

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> "Card":
        """Return a card read back.

        Raises:
            ModelChangedError: It is of another format, or no card.
        """
        if row.get("format") != FORMAT:
            raise ModelChangedError(
                f"a tagger of format {FORMAT} was expected, not {row.get('format')}: train it again"
            )
        try:
            return cls(**row)
        except TypeError as error:
            raise ModelChangedError(f"the tagger's card can't be read: {error}") from error

    def lines(self) -> Iterator[str]:
        """Yield the card as aligned lines of text."""
        yield f"made       {self.made}"
        for name, table in (("data", self.data), ("training", self.training), ("versions", self.versions)):
            for key, value in table.items():
                yield f"{name:<10} {key}: {value}"
        for part, metrics in self.figures.items():
            for key, value in metrics.items():
                yield f"{part:<10} {key}: {value:.4f}"
        for key, amount in self.timing.items():
            yield f"timing     {key}: {amount:.1f}"
        yield f"floor      {self.floor:.2f}"
        yield f"cut-off    {self.cutoff:.2f}"
        for name, size in self.sizes.items():
            yield f"file       {name}: {size:,} bytes, sha256 {self.files[name]}"
