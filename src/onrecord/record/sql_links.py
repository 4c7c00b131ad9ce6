"""Links: the keys by which reports become candidates, the pairs compared, the groups they settle into."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any, Final

from sqlalchemy import Select, delete, select

from onrecord.errors import NotOnRecordError
from onrecord.record import codec
from onrecord.record.schema import annotations, groups, keys, pairs, reports
from onrecord.record.sql_base import Line, Part
from onrecord.record.sql_dialect import chunks, upsert
from onrecord.record.store import Layer, Pair

_GROUPS: Final = select(groups.c.id, reports.c.id).join_from(
    groups, reports, groups.c.report == reports.c.read
)
_AT_MOST: Final = 10  # ids that begin alike: enough to see that there are several


class LinkReads(Part):
    """What a view says of links."""

    def sharing(self, layer: Layer, keys_: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """Return for each key the reports that have it, by id."""
        wanted = {codec.plain(key): key for key in keys_}
        found: dict[str, list[str]] = {key: [] for key in wanted.values()}
        query = select(keys.c.key, reports.c.id).join_from(keys, reports, keys.c.report == reports.c.read)
        for chunk in chunks(wanted):
            for row in self._rows(query.where(keys.c.layer == layer, keys.c.key.in_(chunk))):
                found[wanted[row[0]]].append(row[1])
        return {key: tuple(sorted(ids)) for key, ids in found.items()}

    def pairs(self, layer: Layer, ids: Iterable[str]) -> tuple[Pair, ...]:
        """Return the pairs of a layer in which one of the reports stands, ordered by (first, second)."""
        found: dict[tuple[int, int], Line] = {}
        query = select(pairs).where(pairs.c.layer == layer)
        for chunk in chunks(self._numbers(ids).values()):
            firsts = self._others_of(layer, chunk)
            rows = chain(
                self._rows(query.where(pairs.c.first.in_(chunk))),
                *(
                    self._rows(query.where(pairs.c.first.in_(some), pairs.c.second.in_(chunk)))
                    for some in chunks(firsts)
                ),
            )
            found.update(((row.first, row.second), row) for row in rows)
        names = self._ids(chain.from_iterable(found))
        kept = (_pair(row, names) for row in found.values())
        return tuple(sorted(kept, key=attrgetter("first", "second")))

    def _others_of(self, layer: Layer, seconds: Sequence[int]) -> list[int]:
        """Return the first reports of the pairs in which some are the second, out of the index alone.

        Asked for the layer as it is, SQLite would go through all of it: it takes a layer for small. Asked for
        whole rows, it would read those of every layer, and rows with reasons are long.
        """
        query = select(pairs.c.first).distinct()
        of_layer = pairs.c.layer.concat("") == layer
        rows = self._rows(query.where(of_layer, pairs.c.second.in_(seconds), pairs.c.first.not_in(seconds)))
        return sorted(row[0] for row in rows)

    def groups(self, layer: Layer, ids: Iterable[str] | None = None) -> Mapping[str, tuple[str, ...]]:
        """Return the groups (id to sorted report ids) in which these reports are, or all groups."""
        query = _GROUPS.where(groups.c.layer == layer)
        if ids is None:
            return _grouped(self._rows(query))
        names = _group_ids(self, layer, self._numbers(ids).values())
        return _grouped(
            row for chunk in chunks(names) for row in self._rows(query.where(groups.c.id.in_(chunk)))
        )

    def group(self, layer: Layer, group_id: str) -> tuple[str, ...]:
        """Return the sorted reports of one group; empty if there is none."""
        query = _GROUPS.where(groups.c.layer == layer, groups.c.id == codec.plain(group_id))
        return tuple(sorted(row[1] for row in self._rows(query)))

    def ids_beginning(self, beginning: str) -> tuple[str, ...]:
        """Return the ids of reports, annotations and groups that begin so; ten at most."""
        if not beginning.isascii():  # no id begins so
            return ()
        found: set[str] = set()
        for column in (reports.c.id, annotations.c.id, groups.c.id):
            query: Select[Any] = select(column).where(column >= beginning).distinct()
            if beginning:
                query = query.where(column < beginning[:-1] + chr(ord(beginning[-1]) + 1))
            found.update(row[0] for row in self._rows(query.order_by(column).limit(_AT_MOST)))
        return tuple(sorted(found)[:_AT_MOST])


class LinkWrites(Part):
    """What a writer does with links."""

    def put_keys(self, layer: Layer, report_id: str, keys_: Iterable[str]) -> None:
        """Put a report's blocking keys in the place of older ones."""
        number = self._number(report_id)
        self._connection.execute(delete(keys).where(keys.c.report == number, keys.c.layer == layer))
        rows = [{"layer": layer, "key": key, "report": number} for key in {codec.plain(key) for key in keys_}]
        if rows:
            self._connection.execute(keys.insert(), sorted(rows, key=lambda row: str(row["key"])))

    def put_pairs(self, pairs_: Iterable[Pair]) -> None:
        """Keep pairs; a pair that is there is overwritten."""
        kept = list(pairs_)
        numbers = self._known_numbers(chain.from_iterable((pair.first, pair.second) for pair in kept))
        rows = [
            {
                "layer": pair.layer,
                "first": numbers[pair.first],
                "second": numbers[pair.second],
                "score": pair.score,
                "reasons": codec.encode(pair.reasons),
            }
            for pair in kept
        ]
        if rows:
            self._connection.execute(upsert(self._connection, pairs), rows)

    def put_groups(self, layer: Layer, groups_: Mapping[str, Sequence[str]]) -> None:
        """Put these groups in the place of all groups in which their reports were."""
        numbers = self._known_numbers(chain.from_iterable(groups_.values()))
        names = {*groups_, *_group_ids(self, layer, numbers.values())}
        for chunk in chunks(sorted(names)):
            self._connection.execute(delete(groups).where(groups.c.layer == layer, groups.c.id.in_(chunk)))
        rows = [
            {"layer": layer, "report": numbers[report_id], "id": group_id}
            for group_id, ids in groups_.items()
            for report_id in dict.fromkeys(ids)
        ]
        if rows:
            self._connection.execute(groups.insert(), rows)

    def _known_numbers(self, ids: Iterable[str]) -> dict[str, int]:
        wanted = tuple(dict.fromkeys(ids))
        numbers = self._numbers(wanted)
        for each in wanted:
            if each not in numbers:
                raise NotOnRecordError(subject=each)
        return numbers


def _group_ids(part: Part, layer: Layer, numbers: Iterable[int]) -> tuple[str, ...]:
    query = select(groups.c.id).where(groups.c.layer == layer)
    rows = (row for chunk in chunks(numbers) for row in part._rows(query.where(groups.c.report.in_(chunk))))
    return tuple(sorted({row[0] for row in rows}))


def _grouped(rows: Iterable[Line]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for group_id, report_id in rows:
        found[group_id].append(report_id)
    return {each: tuple(sorted(found[each])) for each in sorted(found)}


def _pair(row: Line, names: Mapping[int, str]) -> Pair:
    reasons = codec.decode(tuple[tuple[str, float, str], ...], row.reasons)
    return Pair(
        layer=row.layer, first=names[row.first], second=names[row.second], score=row.score, reasons=reasons
    )
