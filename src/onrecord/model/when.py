"""A day or time as far as it is known, with how it came to be known."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal, get_args

from onrecord.model.partial_date import PartialDate
from onrecord.model.span import Passage

_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")

Basis = Literal["stated", "resolved", "inferred", "bounded", "open"]
Mod = Literal["start", "mid", "end", "before", "after", "about"]
Weekday = Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)


Told = tuple[PartialDate, Weekday | None]
"""A day as it is told, with its weekday where that is known."""


def are_one(first: Told, second: Told) -> bool:
    """Whether two days may be one; where one tells a weekday, the other's single day must be one."""
    return first[0].may_be(second[0]) and _allows(first[1], second[0]) and _allows(second[1], first[0])


def _allows(weekday: Weekday | None, date: PartialDate) -> bool:
    return weekday is None or date.day is None or WEEKDAYS[date.day.weekday()] == weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """One day or time: its EDTF value, the words, the rule, the anchor and the reason.

    `edtf` is None where the day can't be fixed; where only its year can't, it is `XXXX-07-07` and the basis
    "open". `reason` is never None for inferred and bounded.
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

    def may_be(self, other: "When") -> bool:
        """Whether both may be one day; where one tells a weekday, the other's single day must be one."""
        first, second = self.date, other.date
        return first is None or second is None or are_one((first, self.weekday), (second, other.weekday))

    @property
    def date(self) -> PartialDate | None:
        """The value as a partial date; None where it can't be fixed.

        A time in UTC whose zone was printed counts for the day that its own place wrote, the day from
        which a report's "yesterday" counts.
        """
        if self.edtf is None:
            return None
        value = PartialDate.parse(self.edtf)
        if self.zone is None or not self.edtf.endswith("Z"):
            return value
        offset = _OFFSET.fullmatch(self.zone)
        if offset is None:
            return value
        shift = timedelta(hours=int(offset[2]), minutes=int(offset[3])) * (-1 if offset[1] == "-" else 1)
        local = datetime.fromisoformat(self.edtf) + shift
        return replace(value, first=local.date(), last=local.date())
