"""The whole way of a report, on one page: documents, reports, annotations, links, record.

What runs the language model is imported when the first new report comes: reading known reports again, or
reading a record back, waits for no model.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from onrecord.model.report import Document, Problem, Report
from onrecord.record.composed import record_of
from onrecord.record.forgetting import tombstone_over
from onrecord.record.joining import join
from onrecord.record.store import Store
from onrecord.record.tombstone import Tombstone
from onrecord.reports import read_document
from onrecord.sources.files import documents

if TYPE_CHECKING:
    from onrecord.annotations.reading import Annotated

__all__ = ["Outcome", "read", "record_of", "renew"]

BATCH = 16  # reports in one transaction: what a kill can cost, and what shares a transaction's price

State = Literal["kept", "revised", "known", "forgotten", "problem"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one document: its report was kept, was known or forgotten already, or not read."""

    state: State
    address: str
    report: str | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A document as far as it has come: its report, if one could be read, and the problems met."""

    address: str
    report: Report | None
    problems: tuple[Problem, ...]
    known: bool = False
    forgotten: bool = False
    annotated: "Annotated | None" = None


def read(
    paths: Sequence[str | Path], store: Store, *, processes: int = 1, again: bool = False
) -> Iterator[Outcome]:
    """Read every document at some paths, and yield what became of each once it is safely kept.

    Args:
        paths: Files and folders.
        store: Where to keep what is read.
        processes: How many annotate at once.
        again: Whether reports that were forgotten are read all the same.
    """
    to_read = new_ones((read_one(document) for document in documents(paths)), store, again=again)
    annotated = annotate_new(to_read, processes)
    while batch := list(islice(annotated, BATCH)):
        yield from keep(batch, store)


def read_one(document: Document | Problem) -> Read:
    """Return the report of one document, or the problem that stood for it."""
    if isinstance(document, Problem):
        return Read(address=document.address or "", report=None, problems=(document,))
    result = read_document(document)
    return Read(address=document.address, report=result.report, problems=result.problems)


def new_ones(found: Iterable[Read], store: Store, *, again: bool = False) -> Iterator[Read]:
    """Yield what was read, marking the reports that the store knows or that came before in this run.

    Of a report that was forgotten nothing goes on but a problem, unless it is to be read again.
    """
    met: set[str] = set()
    for item in found:
        if item.report is None:
            yield item
            continue
        with store.view() as view:
            known = item.report.id in met or bool(view.known([item.report.id]))
            stone = None if known or again else tombstone_over(item.report, view.tombstones())
        if stone is not None:
            yield _forgotten(item, stone)
            continue
        met.add(item.report.id)
        yield Read(address=item.address, report=item.report, problems=item.problems, known=known)


def _forgotten(item: Read, stone: Tombstone) -> Read:
    problem = Problem(report=None, address=item.address, kind="forgotten", message=stone.saying)
    return Read(address=item.address, report=None, problems=(problem,), forgotten=True)


def annotate_new(items: Iterable[Read], processes: int) -> Iterator[Read]:
    """Yield what was read in order, new reports with their annotations."""
    waiting = iter(items)
    for item in waiting:
        if item.report is None or item.known:
            yield item
            continue
        from onrecord.annotations.english_pool import in_processes

        yield from in_processes(annotate_one, chain([item], waiting), processes)


def annotate_one(item: Read) -> Read:
    """Return a new report with its annotations; what is known or could not be read goes through as it is."""
    if item.report is None or item.known:
        return item
    from onrecord.annotations.reading import annotate_report

    annotated = annotate_report(item.report)
    problems = (*item.problems, *annotated.problems)
    return Read(address=item.address, report=annotated.report, problems=problems, annotated=annotated)


def keep(batch: Iterable[Read], store: Store) -> list[Outcome]:
    """Keep and link a batch in one transaction, and return what became of each."""
    outcomes, kept = [], []
    with store.writer() as writer:
        for item in batch:
            if item.forgotten:  # not even its address is kept
                outcomes.append(Outcome(state="forgotten", address=item.address, problems=item.problems))
            elif item.report is None:
                for problem in item.problems:
                    writer.keep_problem(problem)
                outcomes.append(Outcome(state="problem", address=item.address, problems=item.problems))
            elif item.annotated is None:
                outcomes.append(Outcome(state="known", address=item.address, report=item.report.id))
            else:
                found, by = item.annotated.found, item.annotated.finders
                report = writer.keep(item.report, found, finders=by, problems=item.problems)
                kept.append((report, found))
                state: State = "revised" if report.revision > 1 else "kept"
                outcomes.append(
                    Outcome(state=state, address=item.address, report=report.id, problems=item.problems)
                )
        join(writer, kept)
    return outcomes


def renew(store: Store, *, processes: int = 1) -> int:
    """Annotate anew the reports that older versions of the annotators have read; return how many."""
    from onrecord.annotations.english_pool import in_processes
    from onrecord.annotations.reading import annotate_report, finders

    with store.view() as view:
        outdated = [report_id for report_id in view.outdated(finders()) if view.finders(report_id)]
        reports = view.reports(outdated)
    for annotated in in_processes(annotate_report, reports, processes):
        with store.writer() as writer:
            writer.annotate(annotated.report, annotated.found, finders=annotated.finders)
            join(writer, [(annotated.report, annotated.found)])
    return len(reports)
