"""Words or an id in, the record that they ask for out."""

from dataclasses import replace

from onrecord.model.record import Record
from onrecord.record.as_of import StoreAsOf
from onrecord.record.collecting import uncollected
from onrecord.record.composed import record_of
from onrecord.record.store import Store
from onrecord.views.narrow import narrow
from onrecord.views.stories import meant


@uncollected()
def record_asked(store: Store, asked: str | None) -> Record:
    """Return the record of a story or storyline, or of all that is on record.

    Args:
        store: The store, as it is or as it was at a moment, which the record then bears.
        asked: An id, the beginning of one, or words of a title; None is all.

    Raises:
        NotOnRecordError: There is none.
        AmbiguousIdError: It may be one of several.
    """
    record = _record(store, asked)
    if not isinstance(store, StoreAsOf):
        return record
    moment = store.moment
    return replace(record, as_of=moment.day.isoformat() if moment.day else None, as_read=moment.read)


def _record(store: Store, asked: str | None) -> Record:
    if asked is None:
        return record_of(store)
    found = meant(store, asked)
    record = record_of(store, [found.storyline])
    own = next((story for story in record.stories if story.id == found.story), None)
    return record if own is None or len(record.stories) == 1 else narrow(record, own)
