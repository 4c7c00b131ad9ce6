"""A story in, its record as pages show it out: composed once, and kept while it holds."""

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock
from typing import Final

from onrecord.desk import Desk
from onrecord.model.record import Record
from onrecord.views.days import iso_words
from onrecord.views.lookup import Lookup, published_by
from onrecord.views.news import NewsInBrief, NewsPage
from onrecord.views.plots.coverage import Coverage, coverage
from onrecord.views.plots.histories import History, history
from onrecord.views.sheet import Sheet, sheet
from onrecord.views.shelves import Asked, Shelf
from onrecord.views.state import State
from onrecord.web.keeping import Keeping

Key = tuple[str, int, bool]
"""A story, since which read number, and whether with lines of which the machine is unsure."""

WORKERS: Final = 2
"""How many stories' news are worked out at a time."""

STORIES: Final = 96
"""Records that are kept in memory; one of 20 reports takes about 1 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day on which a story's record may be looked back at."""

    iso: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A story's record, and what a page shows of it.

    Attributes:
        reports: ids of the reports; the number that lines give is the place here, from 1.
        histories: the course of each figure that has one, by its id.
    """

    asked: str
    record: Record
    sheet: Sheet
    reports: tuple[str, ...]
    histories: Mapping[str, History]
    coverage: Coverage | None


class Records:
    """The records of a desk's stories."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._shown: Keeping[Shown] = Keeping(STORIES)
        self._news: Keeping[NewsInBrief] = Keeping(STORIES)
        self._states: dict[str, State] = {}
        self._lock = Lock()
        self._workers = ThreadPoolExecutor(WORKERS, thread_name_prefix="news")
        self._working: dict[Key, Future[NewsInBrief]] = {}
        self._shelves: Keeping[tuple[Shelf, ...]] = Keeping(16)

    def story(self, asked: str, *, as_of: str | None = None, unsure: bool = False) -> Shown:
        """Return a story's record.

        Args:
            asked: The id of a story or storyline, or the beginning of it.
            as_of: A day: as it stood by its end.
            unsure: Whether lines of which the machine is unsure are shown.

        Raises:
            NotOnRecordError: There is no such story, or there was none then.
            NoSuchMomentError: It is no day.
        """
        now = self._desk.state()
        return self._shown.get(
            (asked, as_of, unsure),
            now,
            lambda: self._make(asked, as_of, unsure),
            made_of=lambda: self._state_of(asked, now),
        )

    def moments(self, asked: str) -> tuple[Moment, ...]:
        """Return the days on which something of a story was published, in order."""
        record = self.story(asked).record
        days = sorted({day for line in record.reports if (day := published_by(line.report)) is not None})
        return tuple(Moment(iso=day.isoformat(), words=iso_words(day.isoformat())) for day in days)

    def news(self, asked: str, *, reader: str, unsure: bool = False) -> NewsPage:
        """Return all that has come of a story since a reader's mark."""
        return self._desk.new(asked, reader=reader, unsure=unsure)

    def brief(
        self, asked: str, *, reader: str, unsure: bool = False, wait: float | None = None
    ) -> NewsInBrief | None:
        """Return in brief what has come of a story since a reader's mark; None if that takes longer.

        What had been on record at the mark may have to be settled anew, which takes seconds in a large store.
        It is worked out meanwhile. Since the beginning, all is new, and nothing has to be settled.

        Args:
            asked: The id of a story or storyline.
            reader: Whose mark.
            unsure: Whether lines of which the machine is unsure count too.
            wait: Seconds; None is as long as it takes.
        """
        since = self._desk.marks().get(reader, 0)
        key, now = (asked, since, unsure), self._desk.state()
        ready = self._news.ready(key, now)
        if ready is not None:
            return ready
        if not since:
            return self._make_brief(key, now)
        with self._lock:
            working = self._working.get(key)
            if working is None or working.done():
                working = self._workers.submit(self._make_brief, key, now)
                self._working[key] = working
        try:
            return working.result(timeout=wait)
        except TimeoutError:
            return None

    def close(self) -> None:
        """Let go of what is being worked out."""
        self._workers.shutdown(wait=True, cancel_futures=True)

    def shelves(self, asked: Asked) -> tuple[Shelf, ...]:
        """Return the storylines that hold what is asked for."""
        return self._shelves.get(asked, self._desk.state(), lambda: self._desk.shelves(asked))

    def unread(self) -> int:
        """Return how many files and pages could not be read at all."""
        return len({problem.address for problem in self._desk.problems() if problem.report is None})

    def _make_brief(self, key: Key, now: State) -> NewsInBrief:
        asked, since, unsure = key
        record = self.story(asked, unsure=unsure).record
        try:
            return self._news.get(
                key,
                now,
                lambda: self._desk.new_in_brief(asked, since=since, record=record, unsure=unsure),
                made_of=lambda: self._state_of(asked, now),
            )
        finally:
            with self._lock:
                self._working.pop(key, None)

    def _state_of(self, asked: str, now: State) -> State:
        """Return the state of a story, asked of the store once for each state that the store has been in."""
        known = self._states.get(asked)
        if known is None or (known.read, known.ruled) != (now.read, now.ruled):
            known = self._desk.state(asked)
            if len(self._states) > 4 * STORIES:
                self._states.clear()
            self._states[asked] = known
        return known

    def _make(self, asked: str, as_of: str | None, unsure: bool) -> Shown:
        record = self._desk.record(asked, as_of=as_of)
        lookup = Lookup(record)
        courses = {figure.id: history(figure, lookup) for figure in record.figures}
        return Shown(
            asked=asked,
            record=record,
            sheet=sheet(record, unsure=unsure),
            reports=tuple(line.report.id for line in record.reports),
            histories={each: course for each, course in courses.items() if course is not None},
            coverage=coverage(record),
        )
