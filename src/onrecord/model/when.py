"""A day or time as far as it is known, with how it came to be known."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.partial_date import PartialDate
from onrecord.model.span import Passage

Basis = Literal["stated", "resolved", "inferred", "bounded", "open"]
Mod = Literal["start", "mid", "end", "before", "after", "about"]
Weekday = Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """One day or time: its EDTF value, the words, the rule, the anchor and the reason.

    `edtf` is None where the day can't be fixed. `reason` is never None for inferred and bounded.
    """

    edtf: str | None
    basis: Basis
    printed: str | None = None
    span: Passage | None = None
    rule: str | None = None
    anchor: str | None = None
    reason: str | None = None
    mod: Mod | None = None
    weekday: Weekday | None = None
    zone: str | None = None

    @property
    def date(self) -> PartialDate | None:
        """The value as a partial date; None where it can't be fixed."""
        return None if self.edtf is None else PartialDate.parse(self.edtf)
