"""A store in, what tells whether what is shown of it may have changed out.

A face that keeps what it has shown asks this first: it costs a few milliseconds where composing costs more.
"""

from dataclasses import dataclass

import msgspec

from onrecord.record.store import Store, View
from onrecord.views.stories import meant


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The state of a store: `read` grows as reports are read; `ruled` changes when people change something.

    `members` is what a story's record is made of; empty for the whole store.
    """

    read: tuple[int, int]
    ruled: str
    members: str = ""


def state(store: Store) -> State:
    """Return the state of a store."""
    with store.view() as view:
        return _state(view)


def story_state(store: Store, asked: str) -> State:
    """Return the state of a store, with what the record of a story or storyline is made of.

    Raises:
        NotOnRecordError: There is no such story.
        AmbiguousIdError: It may be one of several.
    """
    found = meant(store, asked)
    with store.view() as view:
        ids = view.group("storylines", found.storyline)
        parts = (found.story, ids, view.groups("stories", ids), view.groups("copies", ids))
        whole = _state(view)
    return State(read=whole.read, ruled=whole.ruled, members=msgspec.json.encode(parts).decode())


def _state(view: View) -> State:
    counts = view.counts()
    judgements = [(each.id, each.undone) for each in view.judgements()]
    last = view.last_read()
    gone = last - counts["reports"]
    return State(
        read=(last, counts["annotations"]),
        ruled=msgspec.json.encode((gone, judgements)).decode(),
    )
