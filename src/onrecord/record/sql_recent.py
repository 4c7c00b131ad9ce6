"""Pairs of reports in, held ready from one transaction to the next, so that they aren't read again and again.

In a dense wire the same parts of a record are settled batch by batch, each with all pairs inside it. What a
writer reads of them stays here, of so many reports at most. It is what the store holds as long as nobody else
writes: a pair that is put anew is let go of, a transaction that is undone or forgets lets go of all, and so
does one that finds that another connection has written since.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection

from onrecord.record.store import Layer, Scored

MOST: Final = 6000
"""Reports whose pairs are held, each counted once for each layer."""

Ends = Sequence[tuple[str, Scored]]
"""Pairs of one report with others that were read before it: the other, and the pair."""


class Recent:
    """Pairs by the report of the two that was read later, as the store holds them."""

    def __init__(self) -> None:
        self._pairs: dict[tuple[Layer, str], Ends] = {}
        self._seen: tuple[Any, int] | None = None

    def begin(self, connection: Connection) -> None:
        """Begin a transaction: what somebody else may have changed is let go of."""
        driver = connection.connection.dbapi_connection
        assert driver is not None
        (version,) = driver.cursor().execute("PRAGMA data_version").fetchone()
        if self._seen is None or self._seen[0] is not driver or self._seen[1] != version:
            self.clear()
            self._seen = driver, version

    def missing(self, layer: Layer, reports: Iterable[str]) -> list[str]:
        """Return those of some reports whose pairs aren't held; of too many the first are let go of."""
        if len(self._pairs) > MOST:
            for key in list(self._pairs)[: len(self._pairs) - MOST]:
                del self._pairs[key]
        return [each for each in reports if (layer, each) not in self._pairs]

    def hold(self, layer: Layer, pairs: Mapping[str, Ends]) -> None:
        """Hold all pairs that some reports make with those before them."""
        self._pairs.update(((layer, each), ends) for each, ends in pairs.items())

    def within(self, layer: Layer, reports: Iterable[str]) -> list[Scored]:
        """Return the pairs inside some reports, all of which are held."""
        wanted = frozenset(reports)
        return [pair for each in wanted for other, pair in self._pairs[layer, each] if other in wanted]

    def drop(self, reports: Iterable[tuple[Layer, str]]) -> None:
        """Let go of the pairs of some reports, each with its layer."""
        for each in reports:
            self._pairs.pop(each, None)

    def clear(self) -> None:
        """Let go of all."""
        self._pairs.clear()
