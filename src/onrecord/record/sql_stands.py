"""Stands: with what each report is settled together, kept so that it needn't be looked up in all ties."""

from collections.abc import Iterable, Mapping
from itertools import chain
from operator import itemgetter

from onrecord.record.sql_base import Part
from onrecord.record.sql_dialect import (
    DROP_STANDS,
    PUT_STANDS,
    STANDING,
    STANDS,
    STANDS_UNDER,
    answer,
    put,
)
from onrecord.record.store import Stand


class StandReads(Part):
    """What a view says of where reports stand."""

    def stands_under(self) -> str | None:
        """Return under which rulings and bounds reports stand as is kept; None where nothing is."""
        rows = answer(self._connection, STANDS_UNDER)
        return rows[0][0] if rows else None

    def stands(self, ids: Iterable[str]) -> Mapping[str, Stand]:
        """Return where reports stand, of those of which it is kept."""
        rows = answer(self._connection, STANDS, numbers=list(self._numbers(ids).values()))
        names = self._ids(chain(map(itemgetter(0), rows), map(itemgetter(2), rows)))
        return {names[number]: Stand(level=level, part=names[part]) for number, level, part in rows}

    def standing(self, parts: Iterable[str]) -> Mapping[str, str]:
        """Return the reports that stand in some parts, each with the part."""
        rows = answer(self._connection, STANDING, parts=list(self._numbers(parts).values()))
        names = self._ids(map(itemgetter(0), rows))
        return {names[number]: names[part] for number, part in rows}


class StandWrites(Part):
    """What a writer does with where reports stand."""

    def put_stands(self, stands: Mapping[str, Stand], under: str) -> None:
        """Keep where reports stand, in the place of where they stood."""
        numbers = self._numbers({*stands, *(stand.part for stand in stands.values())})
        rows = [(numbers[each], s.level, numbers[s.part], under) for each, s in stands.items()]
        put(self._connection, PUT_STANDS, sorted(rows))

    def drop_stands(self) -> None:
        """Take away where all reports stand: it is to be looked up anew."""
        answer(self._connection, DROP_STANDS)
