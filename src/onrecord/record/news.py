"""A store and a mark in, what has come since out: fact by fact, in the order of reading, each once.

What is new is the difference between the record as it was read up to the mark and the record now. Only
storylines that reports read since the mark have touched are composed, once for each side; a storyline that
settled the same on both sides is passed over.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, cast

from onrecord.model.record import Record
from onrecord.model.report import NEWS, Report
from onrecord.model.span import Passage, Span
from onrecord.record.aligning import align
from onrecord.record.as_of import StoreAsOf
from onrecord.record.as_of_view import slot_of
from onrecord.record.check import check
from onrecord.record.clocks import Kept, Moment
from onrecord.record.new_fact import TAKEN_BACK, Facts, NewFact, NewsKind, Reads, overlap
from onrecord.record.news_facts import facts_of
from onrecord.record.recall import encode, recall
from onrecord.record.store import Layer, Store, View

ORDER: Final[tuple[NewsKind, ...]] = (
    "revision", "withdrawal", "event", "outcome", "statement", "reading", "second-origin", "difference",
)  # fmt: skip


MUCH: Final = 0.7
"""Share of a passage's words from which a revision has only worded it anew."""

_NUMBER: Final = re.compile(r"\d[\d,.]*")


Reworded = dict[NewsKind, list[Passage]]


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What has come since a mark.

    Attributes:
        since: the read number up to which all was seen.
        until: the last read number: the cursor from which the next news goes on.
        now: records of the touched storylines as they are.
        before: the same as they were at the mark.
        reports: those that the facts' words stand in, by id.
    """

    since: int
    until: int
    facts: tuple[NewFact, ...]
    now: tuple[Record, ...]
    before: tuple[Record, ...]
    reports: dict[str, Report]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Composed:
    """The record of a storyline, the key it is kept under, and whether it was kept already."""

    line: str
    key: str
    record: Record
    was_kept: bool


def news(store: Store, since: int, *, story: frozenset[str] | None = None, least: float = 0.0) -> News:
    """Return what has come since a read number.

    Args:
        store: The store.
        since: The read number up to which all was seen.
        story: The only reports to tell of, with the states that they replace; None is all.
        least: Confidence that something of an event or statement must be found with to be told.
    """
    before = StoreAsOf(store, Moment(read=since))
    with store.view() as view, before.over(view) as then:
        kept, until = tuple(then.every.values()), view.last_read()
        fresh = [each for each in kept if each.read > since]
        reads = _reads(kept)
        touched = {i for each in fresh for i in (each.id, each.revises) if i is not None}
        if story is not None:
            near = story.union(*view.groups("storylines", story).values())
            touched = set(story) if near & touched else set()
            fresh = [each for each in fresh if each.id in near]
        new, old = _both(view, cast(View, then), touched)
        now, told = (facts_of((c.record for c in side), reads, least=least) for side in (new, old))
        reworded = _reworded(view, told, now, fresh)
        by = {each.revises: each.read for each in fresh if each.revises is not None}
        gone = _gone(now, told, by, reads)
        found = [*brought(_new(now, told, reworded), reads, since), *gone]
        found += _revisions(view, fresh)
        mine = [fact for fact in found if story is None or fact.report in story]
        reports = {report.id: report for report in view.reports({fact.report for fact in mine})}
        fresher = [each for each in new if not each.was_kept]  # these take the places of older ones
        then.fresh.update((slot_of(c.line, c.key), _kept(c)) for c in old if fresher or not c.was_kept)
        then.fresh.update((c.line, _kept(c)) for c in fresher)
    return News(
        since=since,
        until=until,
        facts=tuple(_folded(mine)),
        now=tuple(c.record for c in new),
        before=tuple(c.record for c in old),
        reports=reports,
    )


def news_in(record: Record, *, least: float = 0.0) -> News:
    """Return all that a record tells, as news since the beginning; what was taken back is told no more.

    Args:
        record: The record.
        least: Confidence that something of an event or statement must be found with to be told.
    """
    reports = {line.report.id: line.report for line in record.reports}
    first: dict[str, str] = {}
    for report in sorted(reports.values(), key=lambda report: report.read):
        first[report.id] = first.get(report.revises or "", report.id)
    reads = Reads(number={i: report.read for i, report in reports.items()}, first=first)
    facts = [*facts_of([record], reads, least=least).told]
    facts += [
        _revision(report, reports[report.revises]) for report in reports.values() if report.revises in reports
    ]
    return News(
        since=0,
        until=max(reads.number.values(), default=0),
        facts=tuple(_folded(fact for fact in facts if fact.report in reports)),
        now=(record,),
        before=(),
        reports=reports,
    )


def mark(store: Store, reader: str, at: int | None = None) -> int:
    """Set a reader's mark at a read number, or at the last that was given; return where it stands."""
    with store.writer() as writer:
        last = writer.view.last_read()
        seen = last if at is None else min(at, last)
        writer.put_mark(reader, seen)
    return seen


def _reads(kept: Sequence[Kept]) -> Reads:
    first: dict[str, str] = {}
    for each in kept:
        if each.revises is not None:
            first[each.id] = first.get(each.revises, each.revises)
    return Reads(number={each.id: each.read for each in kept}, first=first)


def _both(view: View, then: View, ids: set[str]) -> tuple[list[_Composed], list[_Composed]]:
    """Return the storylines in which reports are or were, composed as they are and as they were."""
    while True:
        now = view.groups("storylines", ids)
        wider = ids.union(*now.values())
        was = then.groups("storylines", then.known(wider))
        wider = wider.union(*was.values())
        if wider == ids:
            break
        ids = wider
    same = {line for line in now if was.get(line) == now[line] and _settled_alike(view, then, now[line])}
    return (
        [_composed(view, line, now[line]) for line in sorted(now) if line not in same],
        [_composed(then, line, was[line]) for line in sorted(was) if line not in same],
    )


def _settled_alike(view: View, then: View, members: Sequence[str]) -> bool:
    layers: tuple[Layer, ...] = ("stories", "copies")
    return all(view.groups(layer, members) == then.groups(layer, members) for layer in layers)


def _composed(view: View, line: str, members: Sequence[str]) -> _Composed:
    record, key, was_kept = recall(view, line, members)
    return _Composed(line=line, key=key, record=check(record), was_kept=was_kept)


def _kept(composed: _Composed) -> tuple[str, bytes]:
    """Return a composed record as the store keeps it, with its key."""
    return composed.key, encode(composed.record)


def _new(now: Facts, told: Facts, reworded: Reworded) -> list[NewFact]:
    """Return the facts of which no mark was told, and whose words no revision has only worded anew."""
    known: dict[NewsKind, set[str]] = {kind: set() for kind in ORDER}
    for fact in told.told:
        known[fact.kind] |= fact.marks
    return [
        fact
        for fact in now.told
        if known[fact.kind].isdisjoint(fact.marks)
        and not any(overlap(p, to) for p in fact.rests for to in reworded.get(fact.kind, ()))
    ]


def brought(facts: Iterable[NewFact], reads: Reads, since: int) -> Iterable[NewFact]:
    """Yield facts with the words since the mark that brought them; those that none brought are left out.

    The words that first gave a fact may be older: a second origin's weren't known for the same until others
    came between, an event was background until then. What only settles in another way is no news.
    """
    for fact in facts:
        number = next((n for n, p in enumerate(fact.rests) if reads.of(p)[0] > since), None)
        if fact.read > since:
            yield fact
        elif number is not None:
            passage, rests = fact.rests[number], fact.rests[number:]
            yield replace(
                fact, report=passage.report, read=reads.of(passage)[0], passage=passage, rests=rests
            )


def _gone(now: Facts, told: Facts, by: Mapping[str, int], reads: Reads) -> Iterable[NewFact]:
    """Yield what was told and stands no longer: its line is withdrawn, or its words were taken out of it.

    Args:
        now: The facts as they are.
        told: The facts as they were at the mark.
        by: Of each report that a later state has replaced since, that state's read number.
        reads: Of every report, its place in the order of reading.
    """
    out = [was for was, into_others in now.changed if not into_others]
    reworded = [was for was, into_others in now.changed if into_others]
    for fact in told.told:
        if fact.kind not in TAKEN_BACK or fact.marks & now.standing[fact.kind]:
            continue
        shown = next((by_ for mark, by_ in now.withdrawn.items() if mark in fact.marks), None)
        revised = [p for p in fact.rests if p.report in by]
        if shown is None and not any(overlap(p, was) for p in revised for was in out):
            continue
        if shown is None and fact.kind == "event" and any(overlap(p, w) for p in revised for w in reworded):
            continue  # what was taken back stands within its words
        passage = (*revised, fact.passage)[0]
        yield replace(
            fact,
            kind="withdrawal",
            report=passage.report,
            read=by.get(passage.report) or reads.number.get(shown or "") or fact.read,
            passage=passage,
            marks=frozenset(f"{fact.kind}|{mark}" for mark in fact.marks),
            fold=f"{fact.kind} {fact.fold}",
        )


def _reworded(view: View, told: Facts, now: Facts, fresh: Iterable[Kept]) -> Reworded:
    """Return by kind where a revision words anew what was told, and the record names no change of it.

    Most of the words must be the same, and the numbers all. Of a statement every word counts; but where
    nothing but a number is another, that is told as a reading.
    """
    found: Reworded = {}
    changed = [was for was, _ in now.changed]
    read = [p for f in now.told if f.kind == "reading" for p in f.rests]
    for each in fresh:
        mine = [(f, p) for f in told.told for p in f.rests if p.report == each.revises]
        if not mine or each.revises is None:
            continue
        after = view.report(each.id)
        aligned = align(view.report(each.revises), after)
        for fact, passage in mine:
            carried = aligned.carried(passage.span)
            if carried is None or aligned.share(passage.span) < MUCH or now.withdrawn.keys() & fact.marks:
                continue
            if fact.kind == "statement":
                to = after.passage(carried)
                if _unnumbered(to) == _unnumbered(passage) and any(overlap(to, p) for p in read):
                    found.setdefault(fact.kind, []).append(to)
                continue
            if any(overlap(passage, was) for was in changed):
                continue
            if _NUMBER.findall(carried.of(after.text)) == _NUMBER.findall(passage.text):
                found.setdefault(fact.kind, []).append(after.passage(carried))
    return found


def _unnumbered(passage: Passage) -> list[str]:
    """Return the words of a passage without its numbers."""
    return re.sub(_NUMBER, " ", passage.text).split()


def _revisions(view: View, fresh: Iterable[Kept]) -> Iterable[NewFact]:
    """Yield the later states of reports, each with its note of correction, else its first other words."""
    numbers = {each.id: each for each in fresh if each.revises is not None}
    for report in view.reports(numbers):
        yield _revision(report, view.report(numbers[report.id].revises or ""))


def _revision(report: Report, before: Report) -> NewFact:
    passage = report.passage(_note_in(report, before))
    return NewFact(
        kind="revision", about=report.id, report=report.id, read=report.read, passage=passage,
        rests=(passage,), marks=frozenset([report.id]), fold="",
    )  # fmt: skip


def _note_in(report: Report, before: Report) -> Span:
    """Return the words that say that a report was corrected, else the first block that it hadn't before."""
    old = {block.span.of(before.text) for block in before.blocks}
    fresh = [block for block in report.blocks if block.span.of(report.text) not in old]
    note = next((block for block in fresh if block.kind == "correction"), None)
    news = next((block for block in fresh if block.kind in NEWS), None)
    block = note or news or next(iter(fresh), None)
    return block.span if block is not None else Span(0, min(len(report.text), 1))


def _folded(facts: Iterable[NewFact]) -> Iterable[NewFact]:
    """Yield facts in the order of reading; those that one report's same words bring are one."""
    folded: dict[tuple[str, str, str], NewFact] = {}
    for fact in sorted(facts, key=_order):
        key = (fact.kind, fact.report, fact.fold)
        known = folded.get(key)
        folded[key] = fact if known is None else replace(known, marks=known.marks | fact.marks)
    return folded.values()


def _order(fact: NewFact) -> tuple[int, int, str, int, str]:
    return (fact.read, ORDER.index(fact.kind), fact.report, fact.passage.start, fact.about)
