"""Who asks and what for in, whether it is too often out.

Each asker has a bucket for each kind of request, which holds so many and fills up at a steady rate. Buckets
that are full again are forgotten, so that many askers cost no memory for long.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["look", "post", "sign-in"]

MOST: Final = 10_000
"""Buckets that are kept at a time; past it the oldest go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """How many at once, and how many more a second."""

    burst: float
    each_second: float


RATES: Final[Mapping[Kind, Rate]] = {
    # A page brings up to six files and fragments along; nobody opens ten pages a second for long.
    "look": Rate(burst=200, each_second=20),
    # A person rules on a few lines a minute, and may undo a handful at once.
    "post": Rate(burst=30, each_second=1),
    # Nobody mistypes a pasted token often; 256 bits can't be guessed anyhow.
    "sign-in": Rate(burst=10, each_second=0.1),
}


class Rates:
    """Counts requests."""

    def __init__(
        self, rates: Mapping[Kind, Rate] = RATES, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rates = rates
        self._clock = clock
        self._left: dict[tuple[Kind, str], tuple[float, float]] = {}

    def wait(self, kind: Kind, asker: str) -> int:
        """Count one request; return 0 if it may go on, else after how many seconds to ask again."""
        rate, now = self._rates[kind], self._clock()
        left, at = self._left.pop((kind, asker), (rate.burst, now))
        left = min(rate.burst, left + (now - at) * rate.each_second)
        if len(self._left) >= MOST:
            self._left.pop(next(iter(self._left)))
        if left < 1:
            self._left[kind, asker] = (left, now)
            return max(1, round((1 - left) / rate.each_second))
        self._left[kind, asker] = (left - 1, now)
        return 0
