"""A store and a moment in, the store as it was at that moment out, to read from.

Whatever asks a store is asked of it in the same way, so that every command and view takes a moment.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import cast

from onrecord.errors import NotOnRecordError, StoreBusyError
from onrecord.record.as_of_view import ViewAsOf, slot_of
from onrecord.record.clocks import Moment, moment_of
from onrecord.record.store import Store, View, Writer


class StoreAsOf:
    """A store at a moment. It writes nothing but what is composed, so as not to do it again."""

    def __init__(self, store: Store, moment: Moment) -> None:
        self.store = store
        self.moment = moment

    @contextmanager
    def view(self) -> Iterator[View]:
        """Begin to read what could be seen at the moment."""
        with self.store.view() as now, self.over(now) as then:
            yield cast(View, then)

    @contextmanager
    def over(self, now: View) -> Iterator[ViewAsOf]:
        """Begin to read what could be seen at the moment, out of a view that has been begun."""
        then = ViewAsOf(now, self.moment)
        try:
            yield then
        except NotOnRecordError as error:
            raise self._not_then(error, now) from error
        self._keep(then)

    @contextmanager
    def writer(self, *, wait: bool = True) -> Iterator[Writer]:
        """Begin to keep what is composed."""
        with self.store.writer(wait=wait) as writer:
            yield cast(Writer, _Slots(writer))

    def check(self) -> tuple[str, ...]:
        """Return what is damaged, in words; empty if all is well."""
        return self.store.check()

    def wipe(self) -> None:
        """Leave no trace of what was forgotten in the store's files."""
        self.store.wipe()

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    def _not_then(self, error: NotOnRecordError, now: View) -> NotOnRecordError:
        """Return an error that tells what came later from what never came."""
        subject = error.subject or ""
        later = "-" in subject[:2] and bool(now.ids_beginning(subject))
        words = "it did not exist yet" if later else str(error).removesuffix(f": {subject}")
        return NotOnRecordError(f"{words} ({self.moment.words})", subject=error.subject)

    def _keep(self, then: ViewAsOf) -> None:
        """Keep what was settled or composed for next time; it is done again if somebody else writes."""
        if not then.fresh:
            return
        try:
            with self.store.writer(wait=False) as writer:
                for slot, (key, body) in then.fresh.items():
                    writer.cache(slot, key, body)
        except StoreBusyError:
            return


class _Slots:
    """A writer that keeps what is composed beside what is composed of now, and writes nothing else."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def cache(self, group_id: str, key: str, body: bytes) -> None:
        """Keep a composed record among those of other moments."""
        self._writer.cache(slot_of(group_id, key), key, body)


def at(store: Store, *, as_of: date | str | None = None, as_read: int | None = None) -> Store:
    """Return the store as it was by the end of a day, or after so many reads; as it is now for neither.

    Raises:
        NoSuchMomentError: It is no day, or no read number.
    """
    moment = moment_of(as_of, as_read)
    return store if moment is None else StoreAsOf(store, moment)
