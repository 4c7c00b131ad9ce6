"""What a store must do: the contract, which names no database.

A store keeps reports with their annotations, the keys and pairs by which reports are linked, the groups
they settle into, judgements, problems, and a cache of composed records. One `Writer` is one transaction:
all of it or nothing. A `View` reads one state. Every store passes `tests/contract/test_store.py`.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Final, Literal, Protocol

from onrecord.model.annotation import Found
from onrecord.model.record import Judgement
from onrecord.model.report import Problem, Report
from onrecord.record.clocks import Kept
from onrecord.record.tombstone import Tombstone

Layer = Literal["copies", "stories", "storylines"]
SETTLED_BY: Final[Mapping[Layer, str]] = {
    "copies": "first-share",
    "stories": "happening",
    "storylines": "strength",
}
"""The reason by whose value the pairs of each layer are settled; a store gives it without the others."""

HitKind = Literal["report", "statement", "event", "person"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A kept link between two reports, `first` < `second`, with what spoke for and against it.

    `reasons` are (feature, score, words) in the order of the feature table.
    """

    layer: Layer
    first: str
    second: str
    score: float
    reasons: tuple[tuple[str, float, str], ...]

    def scored(self, reason: str) -> "Scored":
        """Return what settling asks of it."""
        value = next((value for name, value, _ in self.reasons if name == reason), None)
        return self.first, self.second, self.score, value


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where a report stands: with what it is settled together (`record/tied.py`).

    Attributes:
        level: place of the level whose ties hold these together.
        part: id of one of them, the same for all.
    """

    level: int
    part: str


Scored = tuple[str, str, float, float | None]
"""A pair's ends, its score, and the value of one of its reasons; None where it hasn't got that reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something that a search found: words in a report, and the annotation that they belong to.

    `id` is the report's own for a report, else the annotation's.
    """

    kind: HitKind
    id: str
    report: str
    start: int
    end: int
    excerpt: str


class View(Protocol):
    """One state of the store, to read from."""

    def known(self, ids: Iterable[str]) -> frozenset[str]:
        """Return those of some report ids that are kept."""

    def report(self, report_id: str) -> Report:
        """Return a report; raise NotOnRecordError if there is none."""

    def reports(self, ids: Iterable[str] | None = None) -> tuple[Report, ...]:
        """Return some reports, or all, by read number; unknown ids are passed over."""

    def latest(self, address: str, location: str | None) -> Report | None:
        """Return the newest revision kept at this location, or address if that is None."""

    def superseded(self) -> frozenset[str]:
        """Return the ids of reports that a later revision replaces."""

    def kept(self) -> tuple[Kept, ...]:
        """Return every report's place on both clocks, by read number."""

    def last_read(self) -> int:
        """Return the read number that was given last; 0 before the first."""

    def marks(self) -> Mapping[str, int]:
        """Return the readers, in order, with the read number up to which each has seen all."""

    def later(self, ids: Iterable[str]) -> Mapping[str, str]:
        """Return of those reports that a later revision replaces that revision's id."""

    def before(self, ids: Iterable[str]) -> Mapping[str, str]:
        """Return of those reports that revise another the id of the state before."""

    def annotations(self, ids: Iterable[str]) -> Mapping[str, Found]:
        """Return the annotations of reports, by report id; each kind in order of place."""

    def finders(self, report_id: str) -> tuple[str, ...]:
        """Return the names and versions of the annotators that have read a report."""

    def finders_of(self, ids: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """Return the same of several reports, those that are kept."""

    def outdated(self, finders: Sequence[str]) -> tuple[str, ...]:
        """Return the ids of reports that other finders than these have annotated, by read number."""

    def report_of(self, annotation_id: str) -> str:
        """Return the report that an annotation stands in; raise NotOnRecordError if there is none."""

    def ids_beginning(self, beginning: str) -> tuple[str, ...]:
        """Return the ids of reports, annotations and groups that begin so; ten at most."""

    def sharing(self, layer: Layer, keys: Iterable[int]) -> Mapping[int, tuple[str, ...]]:
        """Return for each key the reports that have it, by id."""

    def meeting(self, layer: Layer, ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Return each of some reports with each other that a key of it meets, by id, in no order."""

    def pairs(self, layer: Layer, ids: Iterable[str]) -> tuple[Pair, ...]:
        """Return the pairs of a layer in which one of the reports stands, ordered by (first, second)."""

    def scores(self, layer: Layer, ids: Iterable[str], reason: str) -> tuple[Scored, ...]:
        """Return those pairs with one of their reasons alone, in no order; a pair may come twice."""

    def scores_within(self, layer: Layer, ids: Iterable[str], reason: str) -> tuple[Scored, ...]:
        """Return the pairs both of whose reports are among some, with one of their reasons alone."""

    def stands_under(self) -> str | None:
        """Return under which rulings and bounds reports stand as is kept; None where nothing is."""

    def stands(self, ids: Iterable[str]) -> Mapping[str, Stand]:
        """Return where reports stand, of those of which it is kept."""

    def standing(self, parts: Iterable[str]) -> Mapping[str, str]:
        """Return the reports that stand in some parts, each with the part."""

    def groups(self, layer: Layer, ids: Iterable[str] | None = None) -> Mapping[str, tuple[str, ...]]:
        """Return the groups (id to sorted report ids) in which these reports are, or all groups."""

    def group(self, layer: Layer, group_id: str) -> tuple[str, ...]:
        """Return the sorted reports of one group; empty if there is none."""

    def problems(self, ids: Iterable[str] | None = None) -> tuple[Problem, ...]:
        """Return the problems of some reports, or all, in a fixed order."""

    def judgements(self) -> tuple[Judgement, ...]:
        """Return all rulings, oldest first."""

    def tombstones(self) -> tuple[Tombstone, ...]:
        """Return what stays of every report that was forgotten, by day and id."""

    def cached(self, group_id: str, key: str) -> bytes | None:
        """Return a composed record kept under this very key, if there is one."""

    def bodies(self, ids: Iterable[str], key: str) -> Mapping[str, bytes]:
        """Return what is kept of each of these under this very key, of those of which something is."""

    def search(self, words: str, *, kind: HitKind | None = None, limit: int = 20) -> tuple[Hit, ...]:
        """Return where words stand, best first; marks and operators in `words` are plain text."""

    def counts(self) -> Mapping[str, int]:
        """Return how many reports, annotations, problems and judgements are kept."""


class Writer(Protocol):
    """One transaction: all of it is kept, or nothing."""

    @property
    def view(self) -> View:
        """What the store holds, with what this transaction has written."""

    def keep(
        self, report: Report, found: Found, *, finders: Sequence[str], problems: Iterable[Problem]
    ) -> Report:
        """Keep a report with its annotations; return it with `read`, `revision` and `revises` as kept."""

    def keep_problem(self, problem: Problem) -> None:
        """Keep what could not be read; the same problem of the same address is kept once."""

    def annotate(self, report: Report, found: Found, *, finders: Sequence[str]) -> None:
        """Put newer annotations in the place of a report's older ones."""

    def put_keys(self, layer: Layer, report_id: str, keys: Iterable[int]) -> None:
        """Put a report's blocking keys in the place of older ones."""

    def put_pairs(self, pairs: Iterable[Pair]) -> None:
        """Keep pairs; a pair that is there is overwritten."""

    def put_stands(self, stands: Mapping[str, Stand], under: str) -> None:
        """Keep where reports stand, in the place of where they stood."""

    def drop_stands(self) -> None:
        """Take away where all reports stand: it is to be looked up anew."""

    def put_groups(self, layer: Layer, groups: Mapping[str, Sequence[str]]) -> None:
        """Put these groups in the place of all groups in which their reports were."""

    def put_judgement(self, judgement: Judgement) -> None:
        """Keep a ruling; one with the same id is overwritten."""

    def put_mark(self, reader: str, read: int) -> None:
        """Set a reader's mark in the place of an older one."""

    def forget(self, reports_: Iterable[Report], *, day: str, because: str | None) -> None:
        """Take out reports with all that was made of them, and keep a tombstone of each.

        Every revision of a report must be among them. What is composed goes whole: it may rest on them.
        """

    def cache(self, group_id: str, key: str, body: bytes) -> None:
        """Keep a composed record in the place of the group's older one."""


class Store(Protocol):
    """Where reports and what was found in them are kept."""

    def writer(self, *, wait: bool = True) -> AbstractContextManager[Writer]:
        """Begin a transaction; it is kept when the block ends well, and undone when it raises.

        Where another process is writing it waits for its end, for some seconds; or, told not to wait, it
        raises StoreBusyError at once.
        """

    def view(self) -> AbstractContextManager[View]:
        """Begin to read; the state seen doesn't change until the block ends."""

    def wipe(self) -> None:
        """Leave no trace in the store's files of what was forgotten; raise StoreBusyError if it is in use."""

    def check(self) -> tuple[str, ...]:
        """Return what is damaged, in words; empty if all is well."""

    def close(self) -> None:
        """Let go of the store."""
