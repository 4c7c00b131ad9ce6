"""A store in, its storylines with their stories out, the one last reported on first; or those that fit.

A report's head never changes, so it is read once and kept: of a store of thousands only what has come since
is read again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import Final

from onrecord.links.material import published_key
from onrecord.model.report import Report
from onrecord.record.compose import title_of
from onrecord.record.store import HitKind, Store, View
from onrecord.views.harmless import one_line
from onrecord.views.lookup import published_by

FOUND: Final = 1000
"""Reports that a person or place is looked for in, the best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a list needs of a report; `key` orders by publication."""

    id: str
    read: int
    outlet: str
    title: str
    headed: bool
    day: date | None
    key: tuple[date, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """One story on a shelf.

    Attributes:
        reads: the read numbers of its reports, rising.
        key: orders by publication.
    """

    id: str
    title: str
    first: str | None
    last: str | None
    reports: tuple[str, ...]
    outlets: tuple[str, ...]
    reads: tuple[int, ...]
    key: tuple[date, str]

    def since(self, read: int) -> int:
        """Return how many of its reports were read after a read number."""
        return sum(number > read for number in self.reads)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A storyline with its stories, the newest first; `id` is its own."""

    id: str
    title: str
    first: str | None
    last: str | None
    reports: int
    outlets: tuple[str, ...]
    stories: tuple[Shelved, ...]

    def since(self, read: int) -> int:
        """Return how many of its reports were read after a read number."""
        return sum(story.since(read) for story in self.stories)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What stories are asked for; days are ISO, both ends included."""

    outlet: str = ""
    person: str = ""
    place: str = ""
    begin: str = ""
    end: str = ""

    @property
    def anything(self) -> bool:
        """Whether it asks for anything."""
        return bool(self.outlet or self.person or self.place or self.begin or self.end)


@dataclass
class Shelves:
    """The storylines of a store; what one look has made of a story serves the next, if it is as it was."""

    _heads: dict[str, Head] = field(default_factory=dict)
    _stories: dict[str, tuple[Sequence[str], Shelved]] = field(default_factory=dict)
    _lines: dict[str, tuple[Sequence[Shelved], Shelf]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def all(self, store: Store) -> tuple[Shelf, ...]:
        """Return all storylines, the one last reported on first."""
        with store.view() as view, self._lock:
            stories, lines = view.groups("stories"), view.groups("storylines")
            heads = self._of(view, {report for members in stories.values() for report in members})
            line_of = {report: line for line, members in lines.items() for report in members}
            shelved: dict[str, list[Shelved]] = {}
            for story, members in stories.items():
                found = self._story(story, members, heads)
                shelved.setdefault(line_of.get(members[0], story), []).append(found)
            for kept, there in ((self._stories, stories.keys()), (self._lines, shelved.keys())):
                for gone in kept.keys() - there:
                    del kept[gone]
            shelves = [self._line(line, found) for line, found in shelved.items()]
        return tuple(sorted(shelves, key=lambda s: (s.last or "", s.reports, s.id), reverse=True))

    def _story(self, story: str, members: Sequence[str], heads: Mapping[str, Head]) -> Shelved:
        known = self._stories.get(story)
        if known is None or known[0] != members:
            known = self._stories[story] = (members, _shelved(story, members, heads))
        return known[1]

    def _line(self, line: str, found: Sequence[Shelved]) -> Shelf:
        known = self._lines.get(line)
        if known is None or [*map(id, known[0])] != [*map(id, found)]:
            known = self._lines[line] = (found, _shelf(line, found))
        return known[1]

    def _of(self, view: View, ids: set[str]) -> Mapping[str, Head]:
        for gone in self._heads.keys() - ids:
            del self._heads[gone]
        for report in view.reports(sorted(ids - self._heads.keys())):
            self._heads[report.id] = _head(report)
        return self._heads


def held(store: Store, shelves: Sequence[Shelf], asked: Asked) -> tuple[Shelf, ...]:
    """Return the storylines that hold what is asked for, each with those of its stories that do."""
    if not asked.anything:
        return tuple(shelves)
    wanted = [_named(store, words, kind) for words, kind in _words(asked)]
    found = []
    for shelf in shelves:
        own = tuple(
            s for s in shelf.stories if _holds(s, asked) and all(ids & set(s.reports) for ids in wanted)
        )
        if own:
            found.append(_shelf(shelf.id, own, title=shelf.title))
    return tuple(found)


def _words(asked: Asked) -> Iterable[tuple[str, HitKind]]:
    if asked.person:
        yield asked.person, "person"
    if asked.place:
        yield asked.place, "report"


def _named(store: Store, words: str, kind: HitKind) -> frozenset[str]:
    """Return the reports in which somebody is named, or words stand."""
    with store.view() as view:
        return frozenset(hit.report for hit in view.search(words, kind=kind, limit=FOUND))


def _holds(story: Shelved, asked: Asked) -> bool:
    if asked.outlet and not any(asked.outlet.casefold() in each.casefold() for each in story.outlets):
        return False
    if asked.begin and (story.last or "") < asked.begin:
        return False
    return not asked.end or (story.first or "9999") <= asked.end


def _head(report: Report) -> Head:
    return Head(
        id=report.id,
        read=report.read,
        outlet=one_line(report.outlet or ""),
        title=one_line(title_of([report])),
        headed=bool(report.headline),
        day=published_by(report),
        key=published_key(report),
    )


def _shelved(story: str, members: Sequence[str], heads: Mapping[str, Head]) -> Shelved:
    own = sorted((heads[i] for i in members if i in heads), key=lambda head: head.key)
    days = sorted(head.day.isoformat() for head in own if head.day is not None)
    headed = next((head for head in own if head.headed), own[0])
    return Shelved(
        id=story,
        title=headed.title,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        reports=tuple(head.id for head in own),
        outlets=tuple(dict.fromkeys(head.outlet for head in own if head.outlet)),
        reads=tuple(sorted(head.read for head in own)),
        key=own[0].key,
    )


def _shelf(line: str, found: Sequence[Shelved], *, title: str = "") -> Shelf:
    stories = sorted(found, key=lambda s: (s.last or "", len(s.reports), s.id), reverse=True)
    leading = min(found, key=lambda s: (-len(s.reports), s.key, s.id))
    return Shelf(
        id=line,
        title=title or leading.title,
        first=min((s.first for s in found if s.first), default=None),
        last=max((s.last for s in found if s.last), default=None),
        reports=sum(len(s.reports) for s in found),
        outlets=tuple(dict.fromkeys(outlet for s in stories for outlet in s.outlets)),
        stories=tuple(stories),
    )
