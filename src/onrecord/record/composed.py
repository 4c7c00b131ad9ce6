"""The store in, its record out: the storylines asked for, each composed once and then kept.

Nothing here or below needs the language model, so that a record is read back at once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from onrecord import __version__
from onrecord.errors import StoreBusyError
from onrecord.model.record import Record
from onrecord.record.check import check
from onrecord.record.compose import side_by_side
from onrecord.record.recall import COMPOSING, encode, recall
from onrecord.record.rulings import shown
from onrecord.record.store import Store, View


def record_of(store: Store, storylines: Sequence[str] | None = None) -> Record:
    """Return the record of some storylines, or of all, each composed once and then kept."""
    parts, fresh = [], []
    with store.view() as view:
        wanted = sorted(view.groups("storylines")) if storylines is None else sorted(set(storylines))
        for storyline in wanted:
            part, key, was_kept = recall(view, storyline)
            parts.append(part)
            if not was_kept:
                fresh.append((storyline, key, part))
        record = with_facts(side_by_side(parts), view, whole=storylines is None)
    if fresh:  # what was kept was sound when it was composed
        check(record)
        keep_composed(store, fresh)
    return record


def with_facts(record: Record, view: View, *, whole: bool) -> Record:
    """Return a record with the versions, problems and rulings that the store holds for its reports.

    Args:
        record: The record.
        view: The store.
        whole: Whether it is of all storylines; then what could not be read at all belongs to it too.
    """
    ids = [line.report.id for line in record.reports]
    judgements, lost = shown(view, ids, whole=whole)
    problems = view.problems() if whole else view.problems(ids)
    return replace(
        record,
        versions=versions_of(ids, view),
        judgements=judgements,
        problems=(*problems, *lost),
    )


def versions_of(ids: Iterable[str], view: View) -> tuple[tuple[str, str], ...]:
    """Return the versions of package and rules that reports were annotated and composed with."""
    found: dict[str, set[str]] = {"onrecord": {__version__}}
    names = {COMPOSING, *chain.from_iterable(view.finders_of(ids).values())}
    for name in names:
        rules, _, version = name.rpartition("/")
        found.setdefault(rules, set()).add(version)
    return tuple((rules, ", ".join(sorted(found[rules]))) for rules in sorted(found))


def keep_composed(store: Store, fresh: Iterable[tuple[str, str, Record]]) -> None:
    """Keep composed records for next time; while somebody else writes, they are just composed again."""
    pending = list(fresh)
    if not pending:
        return
    try:
        with store.writer(wait=False) as writer:  # who reads a page back isn't kept waiting by who reads in
            for storyline, key, record in pending:
                writer.cache(storyline, key, encode(record))
    except StoreBusyError:
        return
