"""The bytes of an exported record in, the record out: what one desk passed on, read at another.

Such a record is read where it lies: it isn't kept in a store, since its lines are another desk's, made by its
versions and rulings. It can be shown and exported again, whole or one story of it.
"""

from onrecord.errors import AmbiguousIdError, NotARecordError, NotOnRecordError
from onrecord.model.record import Record
from onrecord.views.as_json import from_json
from onrecord.views.narrow import narrow


def record_in(body: bytes, *, name: str, story: str | None = None) -> Record:
    """Return the record that JSON of `record.schema.json` holds, or what it holds of one story.

    Args:
        body: What `onrecord export --format json` wrote.
        name: Of the file, for what is said of it.
        story: A story's id, the beginning of it, or words of its title.

    Raises:
        NotARecordError: It holds none.
        NotOnRecordError: There is no such story in it.
        AmbiguousIdError: It may be one of several.
    """
    try:
        record = from_json(body)
    except (ValueError, RecursionError) as error:
        raise NotARecordError(subject=f"{name}: {error}") from error
    return record if story is None else _part_of(record, story)


def _part_of(record: Record, asked: str) -> Record:
    words = asked.casefold().split()
    found = [story for story in record.stories if story.id.startswith(asked)]
    found = found or [s for s in record.stories if all(word in s.title.casefold() for word in words)]
    if not found:
        raise NotOnRecordError("no such story in this file", subject=asked)
    if len(found) > 1:
        raise AmbiguousIdError("several stories of this file: say more of it", subject=asked)
    return record if len(record.stories) == 1 else narrow(record, found[0])
