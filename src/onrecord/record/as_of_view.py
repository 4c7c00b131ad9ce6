"""A view and a moment in, a view of what could be seen at that moment out.

Reports that had not been published or read are not there. A later state of a report that wasn't there lets
the state before stand. Copies, stories and storylines are settled anew over what is seen, a component when it
is first asked for; settled ones are kept under a key of all that they depend on.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from itertools import chain
from typing import Any, Final
from zlib import crc32

import msgspec

from onrecord import __version__
from onrecord.errors import NotOnRecordError
from onrecord.links.key_numbers import met_by
from onrecord.model.annotation import Found
from onrecord.model.ids import make_id
from onrecord.model.report import Problem, Report
from onrecord.record.as_of_settling import LAYERS, Draft, Groups
from onrecord.record.clocks import Kept, Moment
from onrecord.record.founding import founders
from onrecord.record.store import Hit, HitKind, Layer, Pair, Scored, View

SETTLING: Final = "as-of/1"  # raise when the same pairs settle into other groups
Ends = tuple[str, str]
SLOTS: Final = 8
"""How many moments are kept of one thing: each has its place by its key, and the last one asked for stays."""
MOST_IDS: Final = 10  # that begin alike: enough to see that there are several
WHOLE: Final = len(make_id("story", ""))
_MOST: Final = 1000  # hits that a search looks through for what could be seen


def slot_of(thing: str, key: str) -> str:
    """Return the place in the cache for what is kept of a thing under a key."""
    return f"{thing}@{crc32(key.encode()) % SLOTS}"


class ViewAsOf:
    """What could be seen at a moment; what the clocks don't touch is asked of the view itself.

    Attributes:
        fresh: what is to be kept for next time: by its place in the cache, its key and body.
    """

    def __init__(self, view: View, moment: Moment) -> None:
        self.view = view
        self.moment = moment
        self.fresh: dict[str, tuple[str, bytes]] = {}
        self._groups: Groups = {layer: {} for layer in LAYERS}
        self._group_of: dict[str, dict[Layer, str]] = {}
        self._draft = Draft(self)
        self._all_settled = False
        self._asked: dict[Layer, set[str]] = {layer: set() for layer in LAYERS}
        self._pairs: dict[Layer, dict[Ends, Pair]] = {layer: {} for layer in LAYERS}
        self._ends: dict[Layer, dict[str, set[Ends]]] = {layer: {} for layer in LAYERS}
        self._drafted: dict[Layer, dict[Ends, Pair]] = {layer: {} for layer in LAYERS}

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever the view has
        return getattr(self.view, name)

    @cached_property
    def seen(self) -> dict[str, Kept]:
        """The reports seen, by id, each with the state seen before it as that which it revises."""
        if self.moment.read == 0:  # whoever has seen nothing asks this for every story
            return {}
        every = self.every
        seen = {i: kept for i, kept in every.items() if self.moment.sees(kept)}
        for i, kept in seen.items():
            before = kept.revises
            while before is not None and before not in seen:
                before = every[before].revises
            if before != kept.revises:
                seen[i] = kept._replace(revises=before)
        return seen

    @cached_property
    def every(self) -> dict[str, Kept]:
        """All reports, by id, seen or not."""
        return {kept.id: kept for kept in self.view.kept()}

    @cached_property
    def _sees_all(self) -> bool:
        """Whether nothing that is on record is hidden; then all stands together as it does now."""
        return len(self.seen) == len(self.every)

    @cached_property
    def key(self) -> str:
        """The key of all that settling depends on: what is seen, by whom it was annotated, the rulings."""
        by_finders: dict[str, list[tuple[str, str | None]]] = {}  # hardly more than one set of them
        for kept in self.seen.values():
            by_finders.setdefault(kept.finders, []).append((kept.id, kept.revises))
        parts = (__version__, SETTLING, by_finders, self.view.judgements())
        return sha256(msgspec.json.encode(parts)).hexdigest()

    @cached_property
    def _superseded(self) -> frozenset[str]:
        return frozenset(kept.revises for kept in self.seen.values() if kept.revises is not None)

    @cached_property
    def _standing_again(self) -> frozenset[str]:
        """Reports that stood at that moment and have since been replaced."""
        return (self.view.superseded() & self.seen.keys()) - self._superseded

    def kept(self) -> tuple[Kept, ...]:
        """Return the place on both clocks of every report seen, by read number."""
        return tuple(self.seen.values())

    def last_read(self) -> int:
        """Return the greatest read number seen."""
        return max((kept.read for kept in self.seen.values()), default=0)

    def known(self, ids: Iterable[str]) -> frozenset[str]:
        """Return those of some report ids that are seen."""
        return frozenset(i for i in ids if i in self.seen)

    def report(self, report_id: str) -> Report:
        """Return a report; raise NotOnRecordError if it isn't seen."""
        found = self.reports([report_id])
        if not found:
            raise NotOnRecordError(subject=report_id)
        return found[0]

    def reports(self, ids: Iterable[str] | None = None) -> tuple[Report, ...]:
        """Return some reports, or all, by read number; those that aren't seen are passed over."""
        wanted = self.seen if ids is None else [i for i in ids if i in self.seen]
        return tuple(self._as_then(report) for report in self.view.reports(wanted))

    def _as_then(self, report: Report) -> Report:
        if report.revises is None:
            return report
        revises, number, earlier = self.seen[report.id].revises, 1, self.seen[report.id].revises
        while earlier is not None:
            number, earlier = number + 1, self.seen[earlier].revises
        return replace(report, revises=revises, revision=number)

    def latest(self, address: str, location: str | None) -> Report | None:
        """Return the newest revision seen at this location, or address if that is None."""
        report = self.view.latest(address, location)
        while report is not None and report.id not in self.seen:
            report = self.view.report(report.revises) if report.revises is not None else None
        return None if report is None else self._as_then(report)

    def superseded(self) -> frozenset[str]:
        """Return the ids of reports that a later revision replaced by then."""
        return self._superseded

    def later(self, ids: Iterable[str]) -> Mapping[str, str]:
        """Return of those reports that a later revision replaced by then that revision's id."""
        after = {kept.revises: kept.id for kept in self.seen.values() if kept.revises is not None}
        return {i: after[i] for i in ids if i in after}

    def before(self, ids: Iterable[str]) -> Mapping[str, str]:
        """Return of those reports that revise another seen before the id of that state."""
        chosen = (self.seen[i] for i in ids if i in self.seen)
        return {kept.id: kept.revises for kept in chosen if kept.revises is not None}

    def annotations(self, ids: Iterable[str]) -> Mapping[str, Found]:
        """Return the annotations of reports, by report id; each kind in order of place."""
        return self.view.annotations([i for i in ids if i in self.seen])

    def finders(self, report_id: str) -> tuple[str, ...]:
        """Return the names and versions of the annotators that have read a report."""
        if report_id not in self.seen:
            return self.view.finders(report_id)
        return tuple(json.loads(self.seen[report_id].finders))

    def finders_of(self, ids: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """Return the same of several reports, those that are seen."""
        return {i: self.finders(i) for i in ids if i in self.seen}

    def report_of(self, annotation_id: str) -> str:
        """Return the report that an annotation stands in; raise NotOnRecordError if it isn't seen."""
        report = self.view.report_of(annotation_id)
        if report not in self.seen:
            raise NotOnRecordError(subject=annotation_id)
        return report

    def ids_beginning(self, beginning: str) -> tuple[str, ...]:
        """Return the ids of reports, annotations and groups that begin so; ten at most.

        Where no group is called so, but a report seen would found one, its id is among them.
        """
        if self._sees_all:
            return self.view.ids_beginning(beginning)
        would = self._founders(beginning)
        if len(would) <= MOST_IDS:
            named = {n for n, (layer, report) in would.items() if self._settled(report).get(layer) == n}
            would = {n: would[n] for n in named or would}
        found = {*would, *(i for i in self.view.ids_beginning(beginning) if self._leads_here(i))}
        return tuple(sorted(found)[:MOST_IDS])

    def _founders(self, beginning: str) -> dict[str, tuple[Layer, str]]:
        """Return the group ids that begin so and that reports seen found, with layer and report."""
        for layer in LAYERS if len(beginning) == WHOLE else ():  # a whole id is of one report alone
            members = self.view.group(layer, beginning)
            if members and (found := founders(beginning, self.known(members))):
                return found
        return founders(beginning, self.seen)

    def _leads_here(self, each: str) -> bool:
        if each in self.seen:
            return True
        try:
            return self.view.report_of(each) in self.seen
        except NotOnRecordError:  # a report not seen, or a group: those are found by their founders
            return False

    def sharing(self, layer: Layer, keys: Iterable[int]) -> Mapping[int, tuple[str, ...]]:
        """Return for each key the reports seen that have it, by id."""
        found = self.view.sharing(layer, list(keys))
        drafted = self._draft.keys[layer]
        return {
            key: tuple(sorted({i for i in ids if i in self.seen} | drafted.get(key, set())))
            for key, ids in found.items()
        }

    def meeting(self, layer: Layer, ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Return each of some drafted reports with each other seen that a key of it meets."""
        wanted = frozenset(ids)
        drafted = {key: of & wanted for key, of in self._draft.keys[layer].items() if of & wanted}
        found = self.sharing(layer, {met for key in drafted for met in met_by(key)})
        met = {
            (own, other)
            for key, of in drafted.items()
            for own in of
            for there in met_by(key)
            for other in found[there]
        }
        return tuple((own, other) for own, other in met if own != other)

    def pairs(self, layer: Layer, ids: Iterable[str]) -> tuple[Pair, ...]:
        """Return the pairs of reports seen in which one of the reports stands, ordered by (first, second)."""
        wanted = {i for i in ids if i in self.seen}
        if missing := wanted - self._asked[layer]:
            self._asked[layer] |= missing
            self._note(self.view.pairs(layer, sorted(missing)))
        ends = {each for i in wanted for each in self._ends[layer].get(i, ())}
        return tuple(self._pairs[layer][each] for each in sorted(ends))

    def scores(self, layer: Layer, ids: Iterable[str], reason: str) -> tuple[Scored, ...]:
        """Return those pairs with one of their reasons alone, in no order."""
        wanted = [i for i in ids if i in self.seen]
        seen, drafted = self.seen, self._drafted[layer]
        kept = self.view.scores(layer, wanted, reason)
        if not drafted:
            return tuple(pair for pair in kept if pair[0] in seen and pair[1] in seen)
        inside = frozenset(wanted)
        found = {pair[:2]: pair for pair in kept if pair[0] in seen and pair[1] in seen}
        mine = (pair for pair in drafted.values() if pair.first in inside or pair.second in inside)
        return tuple((found | {(pair.first, pair.second): pair.scored(reason) for pair in mine}).values())

    def scores_within(self, layer: Layer, ids: Iterable[str], reason: str) -> tuple[Scored, ...]:
        """Return the pairs both of whose reports are among some, with one of their reasons alone."""
        inside = frozenset(i for i in ids if i in self.seen)
        kept = self.view.scores_within(layer, inside, reason)
        drafted = self._drafted[layer]
        if not drafted:
            return kept
        mine = {ends: pair.scored(reason) for ends, pair in drafted.items() if inside.issuperset(ends)}
        return tuple(({each[:2]: each for each in kept} | mine).values())

    def draft_pairs(self, pairs: Iterable[Pair]) -> None:
        """Add pairs that were never kept."""
        new = [pair for pair in pairs if pair.first in self.seen and pair.second in self.seen]
        self._note(new)
        for pair in new:
            self._drafted[pair.layer][pair.first, pair.second] = pair

    def _note(self, pairs: Iterable[Pair]) -> None:
        for pair in pairs:
            ends = (pair.first, pair.second)
            if pair.first in self.seen and pair.second in self.seen:
                self._pairs[pair.layer][ends] = pair
                for end in ends:
                    self._ends[pair.layer].setdefault(end, set()).add(ends)

    def groups(self, layer: Layer, ids: Iterable[str] | None = None) -> Mapping[str, tuple[str, ...]]:
        """Return the groups (id to sorted report ids) in which these reports are, or all groups."""
        if self._sees_all:
            return self.view.groups(layer, ids)
        if ids is None:
            self._settle_all()
            return dict(sorted(self._groups[layer].items()))
        in_order = sorted(ids)  # the same one first every time, under which its component is kept
        names = {name for i in in_order if (name := self._settled(i).get(layer)) is not None}
        return {name: self._groups[layer][name] for name in sorted(names)}

    def group(self, layer: Layer, group_id: str) -> tuple[str, ...]:
        """Return the sorted reports of one group; empty if there is none."""
        if self._sees_all:
            return self.view.group(layer, group_id)
        for of, report in self._founders(group_id).values():
            if of == layer and self._settled(report).get(layer) == group_id:
                return self._groups[layer][group_id]
        return ()

    def problems(self, ids: Iterable[str] | None = None) -> tuple[Problem, ...]:
        """Return the problems of some reports, or all, in a fixed order.

        What could not be read at all has a place on neither clock: it shows where every report does.
        """
        if ids is not None:
            return self.view.problems([i for i in ids if i in self.seen])
        every = self.view.problems()
        return tuple(p for p in every if (p.report in self.seen if p.report else self._sees_all))

    def cached(self, group_id: str, key: str) -> bytes | None:
        """Return what is kept under this very key, by the record of now or of a moment."""
        body = self.view.cached(group_id, key)
        return body if body is not None else self.view.cached(slot_of(group_id, key), key)

    def search(self, words: str, *, kind: HitKind | None = None, limit: int = 20) -> tuple[Hit, ...]:
        """Return where words stand in what is seen, best first."""
        asked = limit
        while True:
            every = self.view.search(words, kind=kind, limit=asked)
            hits = tuple(hit for hit in every if hit.report in self.seen)[:limit]
            if len(hits) == limit or len(every) < asked or asked >= _MOST:
                return hits
            asked = min(_MOST, asked * 4)

    def _settled(self, report: str) -> Mapping[Layer, str]:
        """Return the groups of one report, settled with its component when it is first asked for."""
        if report not in self.seen or report in self._superseded:
            return {}
        if report not in self._group_of and not self._recall(report):
            before = {layer: dict(groups) for layer, groups in self._draft.groups.items()}
            self._compare_once()
            self._draft.settle([report])
            settled = {
                layer: {n: g for n, g in groups.items() if before[layer].get(n) != g}
                for layer, groups in self._draft.groups.items()
            }
            self._take(settled)
            self.fresh[slot_of(report, self.key)] = (self.key, msgspec.json.encode(settled))
        return self._group_of.get(report, {})

    def _settle_all(self) -> None:
        if self._all_settled or self._recall("all"):
            self._all_settled = True
            return
        self._compare_once()
        self._draft.settle(i for i in self.seen if i not in self._group_of and i not in self._superseded)
        self._take(self._draft.groups)
        self.fresh[slot_of("all", self.key)] = (self.key, msgspec.json.encode(self._groups))
        self._all_settled = True

    def _recall(self, thing: str) -> bool:
        body = self.view.cached(slot_of(thing, self.key), self.key)
        if body is not None:
            self._take(msgspec.json.decode(body, type=Groups))
        return body is not None

    def _take(self, groups: Groups) -> None:
        for layer, named in groups.items():
            self._groups[layer].update(named)
            for report, name in chain.from_iterable(_members(named)):
                self._group_of.setdefault(report, {})[layer] = name

    def _compare_once(self) -> None:
        if self._standing_again and not self._draft.compared:
            self._draft.compared = True
            self._draft.compare(self._standing_again)


def _members(named: Mapping[str, Iterable[str]]) -> Iterator[Iterator[tuple[str, str]]]:
    for name, group in named.items():
        yield ((report, name) for report in group)
