"""A report forgotten: it goes with every revision of it, and with what rested on it alone.

What stays is a tombstone: hashes, the day and the reason. Rulings on its words keep their place and lose the
words; they wait, and say so, in case it is ever read again. Its stories are settled anew without it.
"""

from collections.abc import Iterable
from datetime import UTC, datetime

from onrecord.model.report import Report
from onrecord.record.joining import LAYERS, settle_touched
from onrecord.record.store import Store, View
from onrecord.record.tied import Tied
from onrecord.record.tombstone import Tombstone


def forget(store: Store, report_id: str, *, because: str | None = None) -> tuple[Tombstone, ...]:
    """Forget a report; return what stays of it and of its revisions.

    Raises:
        NotOnRecordError: There is no such report.
        StoreBusyError: Somebody uses the store. If the report is gone from its tables already, it stays
            gone, and `store check` wipes its traces from the file.
    """
    day = datetime.now(UTC).date().isoformat()
    with store.writer() as writer:
        states = revisions(writer.view, report_id)
        gone = {state.id for state in states}
        groups = writer.view.groups("storylines", gone)
        others = {each for members in groups.values() for each in members}
        others = (others | Tied(writer.view).neighbours(gone)) - gone
        for layer in LAYERS:  # what they were in is settled anew
            writer.put_groups(layer, dict.fromkeys(writer.view.groups(layer, gone), ()))
        writer.forget(states, day=day, because=because)
        settle_touched(writer, sorted(others))
    store.wipe()
    with store.view() as view:
        return tuple(stone for stone in view.tombstones() if stone.report in gone)


def revisions(view: View, report_id: str) -> tuple[Report, ...]:
    """Return every state of a report that is on record, oldest first."""
    first = view.report(report_id)
    while first.revises is not None:
        first = view.report(first.revises)
    states = [first]
    while later := view.later([states[-1].id]):
        states.append(view.report(later[states[-1].id]))
    return tuple(states)


def tombstone_over(report: Report, stones: Iterable[Tombstone]) -> Tombstone | None:
    """Return the tombstone that covers a report, the latest; None if it was never forgotten."""
    return max(
        (stone for stone in stones if stone.covers(report)), key=lambda s: (s.day, s.report), default=None
    )
