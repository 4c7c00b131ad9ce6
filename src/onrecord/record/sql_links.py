"""Links: the keys by which reports become candidates, the pairs compared, the groups they settle into."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter, itemgetter
from typing import Any, Final

from sqlalchemy import Select, select

from onrecord.errors import NotOnRecordError
from onrecord.record import codec
from onrecord.record.schema import annotations, groups, reports
from onrecord.record.sql_base import Line, Part
from onrecord.record.sql_dialect import (
    DROP_GROUPS,
    DROP_KEYS,
    GROUPS,
    GROUPS_OF,
    MEETING,
    PAIRS_OF,
    PAIRS_WITHIN,
    PUT_GROUPS,
    PUT_KEYS,
    PUT_PAIRS,
    SHARING,
    VALUES_OF,
    VALUES_UNDER,
    VALUES_WITHIN,
    answer,
    put,
)
from onrecord.record.sql_recent import Recent
from onrecord.record.store import SETTLED_BY, Layer, Pair, Scored

_GROUPS: Final = select(groups.c.id, reports.c.id).join_from(
    groups, reports, groups.c.report == reports.c.read
)
LAYERS: Final[tuple[Layer, ...]] = ("copies", "stories", "storylines")
"""By whose places keys name their layer: a number of no size, where a name would be half of a row."""

_AT_MOST: Final = 10  # ids that begin alike: enough to see that there are several


class LinkReads(Part):
    """What a view says of links."""

    def sharing(self, layer: Layer, keys_: Iterable[int]) -> Mapping[int, tuple[str, ...]]:
        """Return for each key the reports that have it, by id."""
        found: dict[int, list[str]] = {key: [] for key in keys_}
        rows = answer(self._connection, SHARING, layer=LAYERS.index(layer), keys=list(found))
        names = self._ids(map(itemgetter(1), rows))
        for key, number in rows:
            found[key].append(names[number])
        return {key: tuple(sorted(ids)) if len(ids) > 1 else tuple(ids) for key, ids in found.items()}

    def meeting(self, layer: Layer, ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Return each of some reports with each other that a key of it meets, by id, in no order."""
        numbers = list(self._numbers(ids).values())
        found = answer(self._connection, MEETING, layer=LAYERS.index(layer), numbers=numbers)
        names = self._ids(chain.from_iterable(found))
        return tuple([(names[own], names[other]) for own, other in found])

    def pairs(self, layer: Layer, ids: Iterable[str]) -> tuple[Pair, ...]:
        """Return the pairs of a layer in which one of the reports stands, ordered by (first, second)."""
        numbers = list(self._numbers(ids).values())
        found = {row[:2]: row for row in answer(self._connection, PAIRS_OF, layer=layer, numbers=numbers)}
        names = self._ids(chain.from_iterable(found))
        kept = (_pair(layer, row, names) for row in found.values())
        return tuple(sorted(kept, key=attrgetter("first", "second")))

    def scores(self, layer: Layer, ids: Iterable[str], reason: str) -> tuple[Scored, ...]:
        """Return those pairs with one of their reasons alone, in no order; a pair may come twice."""
        numbers = list(self._numbers(ids).values())
        asked = VALUES_OF if reason == SETTLED_BY[layer] else PAIRS_OF
        found = answer(self._connection, asked, layer=layer, numbers=numbers)
        names = self._ids(chain(map(itemgetter(0), found), map(itemgetter(1), found)))
        if asked is PAIRS_OF:
            return tuple(_scored(found, names, reason))
        return _ordered(found, names)

    def scores_within(self, layer: Layer, ids: Iterable[str], reason: str) -> tuple[Scored, ...]:
        """Return the pairs both of whose reports are among some, with one of their reasons alone."""
        if self._met.recent is not None and reason == SETTLED_BY[layer]:
            return self._recent_within(layer, list(self._numbers(ids)), self._met.recent)
        names = {number: each for each, number in self._numbers(ids).items()}
        asked = VALUES_WITHIN if reason == SETTLED_BY[layer] else PAIRS_WITHIN
        found = answer(self._connection, asked, layer=layer, numbers=list(names))
        if asked is PAIRS_WITHIN:
            return tuple(_scored(found, names, reason))
        return _ordered(found, names)

    def _recent_within(self, layer: Layer, ids: Sequence[str], recent: Recent) -> tuple[Scored, ...]:
        """Return the same out of what is held ready; what isn't is read, and held."""
        missing = self._numbers(recent.missing(layer, ids))  # the others are held till the next question
        found = answer(self._connection, VALUES_UNDER, layer=layer, numbers=list(missing.values()))
        names = self._ids(map(itemgetter(1), found))
        under: dict[str, list[tuple[str, Scored]]] = {each: [] for each in missing}
        for (later, *_), pair in zip(found, _ordered(found, names), strict=True):
            own = names[later]
            under[own].append((pair[0] if pair[1] == own else pair[1], pair))
        recent.hold(layer, under)
        return tuple(recent.within(layer, ids))

    def groups(self, layer: Layer, ids: Iterable[str] | None = None) -> Mapping[str, tuple[str, ...]]:
        """Return the groups (id to sorted report ids) in which these reports are, or all groups."""
        if ids is None:
            return _grouped(self._rows(_GROUPS.where(groups.c.layer == layer)))
        return self._called(layer, _group_ids(self, layer, self._numbers(ids).values()))

    def group(self, layer: Layer, group_id: str) -> tuple[str, ...]:
        """Return the sorted reports of one group; empty if there is none."""
        name = codec.plain(group_id)
        return self._called(layer, [name]).get(name, ())

    def _called(self, layer: Layer, names: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return groups by their ids, those that there are."""
        rows = answer(self._connection, GROUPS, layer=layer, ids=list(names))
        ids = self._ids(number for _, number in rows)
        return _grouped((name, ids[number]) for name, number in rows)

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

    def put_keys(self, layer: Layer, report_id: str, keys_: Iterable[int]) -> None:
        """Put a report's blocking keys in the place of older ones."""
        number, place = self._number(report_id), LAYERS.index(layer)
        answer(self._connection, DROP_KEYS, layer=place, report=number)
        put(self._connection, PUT_KEYS, [(key, place, number) for key in sorted(set(keys_))])

    def put_pairs(self, pairs_: Iterable[Pair]) -> None:
        """Keep pairs; a pair that is there is overwritten."""
        kept = list(pairs_)
        numbers = self._known_numbers(chain.from_iterable((pair.first, pair.second) for pair in kept))
        rows = [
            (
                pair.layer,
                max(numbers[pair.first], numbers[pair.second]),
                min(numbers[pair.first], numbers[pair.second]),
                pair.score,
                codec.encode(pair.reasons),
                pair.scored(SETTLED_BY[pair.layer])[3],
            )
            for pair in kept
        ]
        put(self._connection, PUT_PAIRS, sorted(rows, key=itemgetter(0, 1, 2)))
        if self._met.recent is not None:
            later = (max(pair.first, pair.second, key=numbers.__getitem__) for pair in kept)
            self._met.recent.drop(zip((pair.layer for pair in kept), later, strict=True))

    def put_groups(self, layer: Layer, groups_: Mapping[str, Sequence[str]]) -> None:
        """Put these groups in the place of all groups in which their reports were.

        Those that stand there already are left alone: most of what is settled anew comes out as it was.
        """
        numbers = self._known_numbers(chain.from_iterable(groups_.values()))
        wanted = {each: {numbers[report] for report in ids} for each, ids in groups_.items() if ids}
        standing = self._standing(layer, {*groups_, *_group_ids(self, layer, numbers.values())})
        gone = sorted(each for each, inside in standing.items() if wanted.get(each) != inside)
        if gone:
            answer(self._connection, DROP_GROUPS, layer=layer, ids=gone)
        rows = [
            (layer, number, each)
            for each, inside in wanted.items()
            if standing.get(each) != inside
            for number in sorted(inside)
        ]
        put(self._connection, PUT_GROUPS, rows)

    def _standing(self, layer: Layer, names: Iterable[str]) -> dict[str, set[int]]:
        """Return the reports of those of some groups that there are, by number."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for name, number in answer(self._connection, GROUPS, layer=layer, ids=sorted(names)):
            found[name].add(number)
        return dict(found)

    def _known_numbers(self, ids: Iterable[str]) -> dict[str, int]:
        wanted = tuple(dict.fromkeys(ids))
        numbers = self._numbers(wanted)
        for each in wanted:
            if each not in numbers:
                raise NotOnRecordError(subject=each)
        return numbers


def _group_ids(part: Part, layer: Layer, numbers: Iterable[int]) -> tuple[str, ...]:
    rows = answer(part._connection, GROUPS_OF, layer=layer, numbers=list(numbers))
    return tuple(sorted({row[0] for row in rows}))


def _grouped(rows: Iterable[Line]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for group_id, report_id in rows:
        found[group_id].append(report_id)
    return {each: tuple(sorted(found[each])) for each in sorted(found)}


def _pair(layer: Layer, row: Line, names: Mapping[int, str]) -> Pair:
    first, second = sorted((names[row[0]], names[row[1]]))
    reasons = codec.decode(tuple[tuple[str, float, str], ...], row[3])
    return Pair(layer=layer, first=first, second=second, score=row[2], reasons=reasons)


def _ordered(found: Iterable[Line], names: Mapping[int, str]) -> tuple[Scored, ...]:
    """Return rows by ids, the lesser first: they stand under the report that was read later."""
    return tuple(
        [
            (a, b, score, value) if (a := names[one]) < (b := names[other]) else (b, a, score, value)
            for one, other, score, value in found
        ]
    )


def _scored(found: Iterable[Line], names: Mapping[int, str], reason: str) -> Iterator[Scored]:
    """Yield rows with one of their reasons, without decoding the others.

    In the words of a reason each quotation mark stands behind a backslash, so that nothing in them begins as
    a reason does.
    """
    begins = f'["{reason}",'
    for first, second, score, reasons in found:
        place = reasons.find(begins) + len(begins)
        value = float(reasons[place : reasons.index(",", place)]) if place >= len(begins) else None
        one, other = sorted((names[first], names[second]))
        yield one, other, score, value
