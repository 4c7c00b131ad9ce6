"""The library's one door: a store in, everything that can be asked of it out. It holds no logic."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal

from onrecord.model.record import Record
from onrecord.model.report import Problem
from onrecord.record.composed import record_of
from onrecord.record.sql import open_store
from onrecord.record.store import HitKind
from onrecord.views.narrow import narrow
from onrecord.views.search import SearchLine, search
from onrecord.views.stories import Meant, StoryLine, meant, stories
from onrecord.views.why import why
from onrecord.views.why_part import Why

if TYPE_CHECKING:
    from onrecord.pipeline import Outcome

Format = Literal["json", "md", "html"]
Texts = Literal["none", "excerpts", "full"]


class Desk:
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

    def __enter__(self) -> "Desk":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    def read(self, paths: str | Path | Sequence[str | Path], *, processes: int = 1) -> "Iterator[Outcome]":
        """Read files and folders; yield what became of each report once it is safely kept.

        Raises:
            SourceNotFoundError: One of the paths isn't there.
            AnnotationError: The language model can't be used.
        """
        from onrecord.pipeline import read

        wanted = [paths] if isinstance(paths, str | Path) else paths
        yield from read(wanted, self._store, processes=processes)

    def renew(self, *, processes: int = 1) -> int:
        """Annotate anew what older versions of the annotators have read; return how many reports."""
        from onrecord.pipeline import renew

        return renew(self._store, processes=processes)

    def stories(self) -> tuple[StoryLine, ...]:
        """Return all stories, the one last reported on first."""
        return stories(self._store)

    def record(self, story: str | None = None) -> Record:
        """Return the record of a story or storyline, or of all that is on record.

        Args:
            story: Its id, the beginning of it, or words of its title.

        Raises:
            NotOnRecordError: There is none.
            AmbiguousIdError: It may be one of several.
        """
        return record_of(self._store) if story is None else self._record_of(meant(self._store, story))

    def only_record(self) -> Record:
        """Return the record of the one storyline there is.

        Raises:
            NotOnRecordError: Nothing is on record.
            AmbiguousIdError: There are several storylines.
        """
        return self._record_of(meant(self._store, None))

    def _record_of(self, asked: Meant) -> Record:
        record = record_of(self._store, [asked.storyline])
        own = next((story for story in record.stories if story.id == asked.story), None)
        return record if own is None or len(record.stories) == 1 else narrow(record, own)

    def search(self, words: str, *, kind: HitKind | None = None, limit: int = 20) -> tuple[SearchLine, ...]:
        """Return where words stand in reports, statements, events and names, best first."""
        return search(self._store, words, kind=kind, limit=limit)

    def why(self, line: str) -> Why:
        """Return the whole evidence of a line, report, entity, story or annotation, by its id.

        Raises:
            NotOnRecordError: Nothing has this id.
            AmbiguousIdError: Several ids begin so.
        """
        return why(self._store, line)

    def export(
        self,
        format: Format = "json",
        story: str | None = None,
        *,
        texts: Texts | None = None,
        made_at: datetime | None = None,
    ) -> bytes:
        """Return the record of a story, or of all, as a file's bytes.

        Args:
            format: `json` keeps to `record.schema.json`; `md` and `html` are pages to read.
            story: Its id, the beginning of it, or words of its title.
            texts: How much of the reports' texts goes along; None is `full` for JSON, else `excerpts`.
            made_at: The time to put on it; None is now.
        """
        from onrecord.views.export import export

        return export(self.record(story), format, texts=texts, made_at=made_at or datetime.now(UTC))

    def problems(self) -> tuple[Problem, ...]:
        """Return everything that could not be read, where and why."""
        with self._store.view() as view:
            return view.problems()

    def check(self) -> tuple[str, ...]:
        """Return what is damaged in the store, in words; empty if all is well."""
        return self._store.check()
