"""The library's one door: a store in, everything that can be asked of it out. It holds no logic.

Each question imports what answers it, so that a command starts as fast as it can.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from copy import copy
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from onrecord.desk_rulings import RulingsDesk
from onrecord.errors import StoreError
from onrecord.record.sql import open_store

if TYPE_CHECKING:
    from onrecord.alerting.telling import Following
    from onrecord.model.record import Record
    from onrecord.model.report import Problem
    from onrecord.pipeline import Outcome
    from onrecord.record.store import HitKind, Store
    from onrecord.record.tombstone import Tombstone
    from onrecord.views.as_json import Texts
    from onrecord.views.belonging import Found
    from onrecord.views.comparing import Compared
    from onrecord.views.exports.described import Names
    from onrecord.views.exports.formats import Format
    from onrecord.views.in_place import ReportPage
    from onrecord.views.news import NewsInBrief, NewsPage
    from onrecord.views.search import SearchLine
    from onrecord.views.shelves import Asked, Shelf, Shelves
    from onrecord.views.state import State
    from onrecord.views.stories import StoryLine
    from onrecord.views.why_part import Why


class Desk(RulingsDesk):
    """A desk: the reports that it has read, and the record that they make.

    Example:
        >>> with Desk("sqlite://") as desk:
        ...     desk.stories()
        ()
    """

    def __init__(self, store: str | Path = "onrecord.db") -> None:
        """Open the store at a path or address; where there is none, it is made.

        Raises:
            StoreError: It can't be opened.
        """
        self._store = open_store(str(store))
        self._shelves: Shelves | None = None

    def __enter__(self) -> "Desk":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    def at(self, *, as_of: date | str | None = None, as_read: int | None = None) -> "Desk":
        """Return this desk as it was at a moment, to read back from; it shares this one's store.

        Args:
            as_of: A day: what had been published by its end.
            as_read: A read number: what had been read by then.

        Raises:
            NoSuchMomentError: It is no day, or no read number.
        """
        then = copy(self)
        then._store = self._at(as_of, as_read)
        return then

    def _at(self, as_of: date | str | None, as_read: int | None) -> "Store":
        if as_of is None and as_read is None:
            return self._store
        from onrecord.record.as_of import at

        return at(self._store, as_of=as_of, as_read=as_read)

    def read(
        self, paths: str | Path | Sequence[str | Path], *, processes: int = 1, again: bool = False
    ) -> "Iterator[Outcome]":
        """Read files and folders; yield what became of each report once it is safely kept.

        What was forgotten is passed over, and said to have been; with `again` it is read all the same.

        Raises:
            SourceNotFoundError: One of the paths isn't there.
            AnnotationError: The language model can't be used.
        """
        from onrecord.pipeline import read

        wanted = [paths] if isinstance(paths, str | Path) else paths
        yield from read(wanted, self._store, processes=processes, again=again)

    def renew(self, *, processes: int = 1) -> int:
        """Annotate anew what older versions of the annotators have read; return how many reports."""
        from onrecord.pipeline import renew

        return renew(self._store, processes=processes)

    def stories(
        self, *, as_of: date | str | None = None, as_read: int | None = None
    ) -> "tuple[StoryLine, ...]":
        """Return all stories, the one last reported on first.

        Args:
            as_of: A day: the stories of what had been published by its end.
            as_read: A read number: the stories of what had been read by then.
        """
        from onrecord.views.stories import stories

        return stories(self._at(as_of, as_read))

    def storylines(self, *, as_of: date | str | None = None, as_read: int | None = None) -> tuple[str, ...]:
        """Return the ids of all storylines, in order."""
        with self._at(as_of, as_read).view() as view:
            return tuple(sorted(view.groups("storylines")))

    def storylines_of(self, reports: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of the storylines that some reports are in, in order."""
        with self._store.view() as view:
            return tuple(sorted(view.groups("storylines", list(reports))))

    def record(
        self,
        story: str | None = None,
        *,
        as_of: date | str | None = None,
        as_read: int | None = None,
    ) -> "Record":
        """Return the record of a story or storyline, or of all that is on record.

        Args:
            story: Its id, the beginning of it, or words of its title.
            as_of: A day: the record from what had been published by its end.
            as_read: A read number: the record from what had been read by then.

        Raises:
            NotOnRecordError: There is none.
            AmbiguousIdError: It may be one of several.
            NoSuchMomentError: It is no day, or no read number.
        """
        from onrecord.views.asked import record_asked

        return record_asked(self._at(as_of, as_read), story)

    def search(
        self, words: str, *, kind: "HitKind | None" = None, limit: int = 20
    ) -> "tuple[SearchLine, ...]":
        """Return where words stand in reports, statements, events and names, best first."""
        from onrecord.views.search import search

        return search(self._store, words, kind=kind, limit=limit)

    def new(
        self,
        story: str | None = None,
        *,
        reader: str = "me",
        since: int | None = None,
        unsure: bool = False,
    ) -> "NewsPage":
        """Return what has come since a reader's mark, fact by fact, in the order of reading.

        Args:
            story: Its id, the beginning of it, or words of its title; None is all.
            reader: Whose mark; a reader who has none has seen nothing.
            since: A cursor (a read number) in the place of the mark.
            unsure: Whether lines of which the machine is unsure are told too.

        Raises:
            NotOnRecordError: There is no such story.
            AmbiguousIdError: It may be one of several.
        """
        from onrecord.views.news import whats_new

        return whats_new(self._store, story, reader=reader, since=since, unsure=unsure)

    def alert(self, asked: "Following", *, ledgers: str | Path) -> int:
        """Tell each new fact on what somebody follows once; return how many were told.

        Args:
            asked: What is followed, where it is told, and how.
            ledgers: Folder in which it is kept what was told beyond the reader's mark.

        Raises:
            AlertError: It could not be delivered; what was told before stays told.
            NotOnRecordError: There is no such story.
        """
        from onrecord.alerting.telling import tell

        return tell(self._store, asked, ledgers=Path(ledgers))

    def new_in_brief(
        self, story: str, *, since: int, record: "Record", unsure: bool = False
    ) -> "NewsInBrief":
        """Return the few lines that stand for all that has come of a story since a read number.

        Args:
            story: Its id.
            since: The read number; 0 is the beginning.
            record: The story's record as it is.
            unsure: Whether lines of which the machine is unsure count too.
        """
        from onrecord.views.news import new_in_brief

        return new_in_brief(self._store, story, since=since, record=record, unsure=unsure)

    def mark(self, reader: str = "me", *, at: int | None = None) -> int:
        """Set a reader's mark: all up to a read number, or up to the last, has been seen; return it."""
        from onrecord.record.news import mark

        return mark(self._store, reader, at)

    def marks(self) -> Mapping[str, int]:
        """Return the readers, in order, with the read number up to which each has seen all."""
        with self._store.view() as view:
            return view.marks()

    def why(self, line: str, *, within: "Record | None" = None) -> "Why":
        """Return the whole evidence of a line, report, entity, story or annotation, by its id.

        Args:
            line: The id, or the beginning of it.
            within: A record to look in first.

        Raises:
            NotOnRecordError: Nothing has this id.
            AmbiguousIdError: Several ids begin so.
        """
        from onrecord.views.why import why

        return why(self._store, line, within=within)

    def report(
        self,
        report: str,
        *,
        here: tuple[int, int] | None = None,
        begin: int = 0,
        marked: Collection[str] | None = None,
    ) -> "ReportPage":
        """Return a report with everything that was found in it, in place.

        Args:
            report: Its id, or the beginning of it.
            here: A place in its text that is to be marked; of a long report, the part with it is given.
            begin: Where else the part begins.
            marked: The kinds of what was found that are marked; None is all.

        Raises:
            NotOnRecordError: There is no such report.
            AmbiguousIdError: Several ids begin so.
        """
        from onrecord.views.in_place import KINDS, report_page

        kinds = KINDS if marked is None else marked
        return report_page(self._store, report, here=here, begin=begin, marked=kinds)

    def compare(self, first: str, second: str) -> "Compared":
        """Return two reports side by side: the same, worded otherwise, only in one.

        Raises:
            NotOnRecordError: There is no such report.
            AmbiguousIdError: Several ids begin so.
        """
        from onrecord.views.comparing import compare

        return compare(self._store, first, second)

    def shelves(self, asked: "Asked | None" = None) -> "tuple[Shelf, ...]":
        """Return the storylines with their stories, the one last reported on first.

        Args:
            asked: Outlet, person, place and days that they are to hold; None is all.
        """
        from onrecord.views.shelves import Asked, Shelves, held

        self._shelves = self._shelves or Shelves()
        return held(self._store, self._shelves.all(self._store), asked or Asked())

    def state(self, story: str | None = None) -> "State":
        """Return what tells whether anything on record, or in one story's record, has changed.

        Raises:
            NotOnRecordError: There is no such story.
            AmbiguousIdError: It may be one of several.
        """
        from onrecord.views.state import state, story_state

        return state(self._store) if story is None else story_state(self._store, story)

    def find(self, asked: str) -> "Found":
        """Return what an id stands for now, with the record that it is in.

        Raises:
            NotOnRecordError: Nothing has this id.
            AmbiguousIdError: Several ids begin so.
        """
        from onrecord.views.belonging import find

        return find(self._store, asked)

    def export(
        self,
        format: "Format" = "json",
        story: str | None = None,
        *,
        texts: "Texts | None" = None,
        names: "Names" = "described",
        made_at: datetime | None = None,
    ) -> bytes:
        """Return the record of a story, or of all, as a file's bytes.

        Args:
            format: `json` keeps to `record.schema.json`; `onrecord.views.exports.formats.FORMATS` has all.
            story: Its id, the beginning of it, or words of its title.
            texts: How much of the reports' texts goes along; None is `full` for JSON, else `excerpts`.
            names: `described` gives persons known only as victim, witness, suspect or minor by a description;
                `all` by name.
            made_at: The time to put on it; None is now.
        """
        from onrecord.views.exports.formats import export

        made_at = made_at or datetime.now(UTC)
        return export(self.record(story), format, texts=texts, made_at=made_at, names=names)

    @staticmethod
    def record_in(body: bytes, story: str | None = None, *, name: str = "the file") -> "Record":
        """Return the record that another desk exported as JSON, or what it holds of a story; nothing is kept.

        Raises:
            NotARecordError: The bytes hold none.
            NotOnRecordError: There is no such story in it.
            AmbiguousIdError: It may be one of several.
        """
        from onrecord.views.exports.from_file import record_in

        return record_in(body, name=name, story=story)

    def forget(self, report: str, *, because: str | None = None) -> "tuple[Tombstone, ...]":
        """Take out a report, every revision of it, and what rested on it alone; return what stays.

        Args:
            report: Its id, or the beginning of it.
            because: Why, in words.

        Raises:
            NotOnRecordError: There is no such report.
            AmbiguousIdError: Several begin so.
            StoreBusyError: Somebody else uses the store.
        """
        from onrecord.record.forgetting import forget
        from onrecord.views.belonging import whole_id

        with self._store.view() as view:
            full = whole_id(view, report)
        return forget(self._store, full or report, because=because)

    def problems(self) -> "tuple[Problem, ...]":
        """Return everything that could not be read, where and why."""
        with self._store.view() as view:
            return view.problems()

    def check(self) -> tuple[str, ...]:
        """Return what is damaged in the store, or left of what was forgotten, in words; empty if all is well.

        Traces of forgotten reports that couldn't be wiped from its files before are wiped now.
        """
        with suppress(StoreError):
            self._store.wipe()
        return self._store.check()
