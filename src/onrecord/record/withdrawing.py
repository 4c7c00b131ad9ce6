"""A record and the earlier states of its reports in, the same with what these took back out.

A line that rested only on words that a later state of a report took back stays, as withdrawn; its support
leads to the words of the earlier state, which is then in the record too. A line that others tell as well, or
that the later state tells in other words, says in its history what changed, and in which report.

Lines are settled a second time, with what was taken back among them. So what stands is as it would be if no
earlier state had ever been read, and what is withdrawn is a line of its own only where no other tells it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from onrecord.links.material import Material, gather, published_key
from onrecord.model.annotation import Found
from onrecord.model.record import (
    Entity,
    Event,
    Figure,
    HistoryStep,
    HistoryWhat,
    Reading,
    Record,
    ReportLine,
    Statement,
    Support,
)
from onrecord.model.report import Report
from onrecord.record.entities import with_listed
from onrecord.record.events import compose_events
from onrecord.record.figures import compose_figures
from onrecord.record.revising import Lost, Revised, words_of_claim
from onrecord.record.settled import Settled
from onrecord.record.statements import compose_statements
from onrecord.record.taken_back import TakenBack

Back = tuple[Revised, Lost]
L = TypeVar("L", Event, Statement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Composing:
    """How lines are settled and entities composed: what `compose` does, for a second time."""

    settle: Callable[[Material], Settled]
    entities: Callable[[Settled, Record], Iterable[Entity]]


def with_taken_back(record: Record, settled: Settled, taken: TakenBack, composing: Composing) -> Record:
    """Return a record with what was withdrawn, and what changed in what stands; with the old states."""
    if not taken.lost and not taken.changed:
        return record
    again = composing.settle(_with_lost(settled.material, taken))
    found = _Again(record, settled, again, taken)
    events, statements, figures = found.events(), found.statements(), found.figures()
    lines = replace(record, events=events, statements=statements, figures=figures)
    entities = [*record.entities, *found.entities(composing.entities(again, lines), lines)]
    old = [state for states in taken.states.values() for state in states]
    reports = [*record.reports, *(ReportLine(report=r, origin=found.origin(r)) for r in old)]
    origins = {origin.id: origin for origin in (*again.origins.origins, *record.origins)}
    used = {line.origin for line in reports} | {s.origin for s in found.supports}
    known = {origin.id for origin in record.origins}
    return replace(
        lines,
        events=with_listed(events, entities),
        reports=tuple(sorted(reports, key=lambda line: published_key(line.report))),
        origins=tuple(origins[i] for i in sorted(origins) if i in known or i in used),
        entities=tuple(entities),
    )


def _with_lost(material: Material, taken: TakenBack) -> Material:
    """Return the material with the earlier states, each with what it alone claims."""
    days = {report.id: report.published for report in material.reports}
    old: list[Report] = []
    sets: list[frozenset[str]] = []
    for newest, states in taken.states.items():
        open_ = (s.published is None or s.published.basis == "open" for s in states)
        old += [replace(s, published=days[newest]) if o else s for s, o in zip(states, open_, strict=True)]
        sets.append(frozenset((newest, *(state.id for state in states))))
    lost = {i: _joined(material.found.get(i), found) for i, found in taken.found.items()}
    return gather(
        (*material.reports, *old),
        {**material.found, **lost},
        (*material.copies, *sets),
        material.ruled,
    )


def _joined(live: Found | None, lost: Found) -> Found:
    """Return what a report claims with what was taken back of it; an earlier state claims nothing else."""
    if live is None:
        return lost
    return replace(
        live,
        events=tuple(sorted((*live.events, *lost.events), key=lambda a: a.span)),
        figures=tuple(sorted((*live.figures, *lost.figures), key=lambda a: a.span)),
        quotations=tuple(sorted((*live.quotations, *lost.quotations), key=lambda a: a.span)),
    )


class _Again:
    """Lines settled a second time, and what they add to those of the record."""

    def __init__(self, record: Record, settled: Settled, again: Settled, taken: TakenBack) -> None:
        self._record = record
        self._again = again
        self._taken = taken
        self._names = _same_entities(settled, again)
        self._line_of = _lines(settled, record)
        self.supports: list[Support] = []

    def origin(self, report: Report) -> str:
        """Return the origin of an earlier state."""
        return self._again.origins.of_report[report.id]

    def events(self) -> tuple[Event, ...]:
        """Return the record's events with the changes in their histories, and those that were withdrawn."""
        members = {g.tellings[0].mention.id: [t.mention.id for t in g.tellings] for g in self._again.events}
        composed = {event.id: event for event in compose_events(self._again)}
        gone, steps = self._sorted_out(members)
        for step, change in self._taken.changed:
            line = self._line_of.get(self._now(change.now.id)) or self._taken_with(change.now.id, members)
            if line is not None:
                made = HistoryStep(report=step.after.id, what="changes", was=change.was, now=change.is_)
                steps.setdefault(line, []).append(made)
        withdrawn = (self._withdrawn_event(composed[i], back) for i, back in gone.items() if i in composed)
        return tuple(_with_history(event, steps) for event in (*self._record.events, *withdrawn))

    def statements(self) -> tuple[Statement, ...]:
        """Return the record's statements with changes in their histories, and those that were withdrawn."""
        members = {group.quotations[0]: group.quotations for group in self._again.statements}
        composed = {statement.id: statement for statement in compose_statements(self._again)}
        gone, steps = self._sorted_out(members)
        withdrawn = (
            self._withdrawn_statement(composed[i], back) for i, back in gone.items() if i in composed
        )
        return (*(_with_history(each, steps) for each in self._record.statements), *withdrawn)

    def figures(self) -> tuple[Figure, ...]:
        """Return the record's figures with the readings that were withdrawn, and what replaced them."""
        events = frozenset(event.id for event in self._record.events)
        added: dict[str, list[Reading]] = {}
        gone: list[Figure] = []
        for figure in compose_figures(self._again, events):
            back = [self._withdrawn_reading(r) for r in figure.readings if r.id in self._taken.lost]
            home = self._home([r.id for r in figure.readings])
            if back and home is None:
                steps = tuple(_step(*self._taken.lost[r.id], kept=False) for r in back)
                gone.append(replace(figure, readings=tuple(back), part_of=None, history=steps))
            elif back and home is not None:
                added.setdefault(home, []).extend(back)
        return (*(self._with_readings(f, added.get(f.id, [])) for f in self._record.figures), *gone)

    def entities(self, composed: Iterable[Entity], lines: Record) -> list[Entity]:
        """Return the entities that only withdrawn lines speak of."""
        known = {entity.id for entity in self._record.entities} | set(self._names)
        wanted = {i for event in lines.events if event.standing == "withdrawn" for i in _spoken_of(event)}
        wanted |= {i for s in lines.statements if s.standing == "withdrawn" for i in (*s.speakers, *s.via)}
        wanted |= {i for s in self.supports for i in (*s.given_by, *s.via)}
        return [
            replace(entity, perhaps=tuple(i for i in entity.perhaps if i in known))
            for entity in composed
            if entity.id in wanted - known
        ]

    def _sorted_out(
        self, members: Mapping[str, Sequence[str]]
    ) -> tuple[dict[str, list[Back]], dict[str, list[HistoryStep]]]:
        """Return what no line tells any more, by its own id, and the changes of lines that stand.

        Args:
            members: Of each line settled again, the ids of what it rests on, the founding one's first.
        """
        gone: dict[str, list[Back]] = {}
        steps: dict[str, list[HistoryStep]] = {}
        for line, ids in members.items():
            back = [self._taken.lost[i] for i in ids if i in self._taken.lost]
            home = self._home(ids) if back else None
            if home is not None:
                tell = self._told_by(ids)
                made = [_step(step, lost, kept=step.after.id in tell) for step, lost in back]
                steps.setdefault(home, []).extend(made)
            elif back:
                gone[line] = back
        return gone, steps

    def _home(self, ids: Sequence[str]) -> str | None:
        """Return the line that stands and tells the same, or that tells in its place what was changed."""
        lost = [self._taken.lost[i][1] for i in ids if i in self._taken.lost]
        there = [*ids, *(self._now(each.now.id) for each in lost if each.now is not None)]
        return next((self._line_of[i] for i in there if i in self._line_of), None)

    def _now(self, claim: str) -> str:
        """Return the claim that the newest state makes in the words of a later one."""
        return self._taken.current.get(claim, claim)

    def _taken_with(self, claim: str, members: Mapping[str, Sequence[str]]) -> str | None:
        """Return the line, settled again, of a claim that was changed to and then lost too."""
        lost = claim in self._taken.lost
        return next((line for line, ids in members.items() if lost and claim in ids), None)

    def _told_by(self, ids: Sequence[str]) -> set[str]:
        """Return the reports at hand that tell a line settled again."""
        found = self._again.material.found
        inside = set(ids) - self._taken.lost.keys()
        return {a.report for r in self._again.material.reports for a in found[r.id].all() if a.id in inside}

    def _withdrawn_event(self, event: Event, back: Iterable[Back]) -> Event:
        return replace(
            event,
            place=self._names.get(event.place, event.place) if event.place is not None else None,
            participants=tuple(
                replace(p, entity=self._names.get(p.entity, p.entity)) for p in event.participants
            ),
            part_of=None,
            outcome=None,
            standing="withdrawn",
            givers=self._named(event.givers),
            origins_against=(),
            history=(*event.history, *(_step(*each, kept=False) for each in back)),
            support=tuple(map(self._support, event.support)),
        )

    def _withdrawn_statement(self, statement: Statement, back: Iterable[Back]) -> Statement:
        return replace(
            statement,
            speakers=self._named(statement.speakers),
            via=self._named(statement.via),
            standing="withdrawn",
            history=tuple(_step(*each, kept=False) for each in back),
        )

    def _with_readings(self, figure: Figure, back: Sequence[Reading]) -> Figure:
        if not back:
            return figure
        lost = [self._taken.lost[reading.id] for reading in back]
        replaced = {self._now(each.now.id): each.claim.id for _, each in lost if each.now is not None}
        own = {reading.id for reading in figure.readings}
        live = tuple(replace(r, replaces=replaced.get(r.id, r.replaces)) for r in figure.readings)
        steps = (
            _step(step, each, kept=each.now is not None and self._now(each.now.id) in own)
            for step, each in lost
        )
        return replace(figure, readings=(*back, *live), history=(*figure.history, *steps))

    def _withdrawn_reading(self, reading: Reading) -> Reading:
        return replace(reading, standing="withdrawn", support=self._support(reading.support))

    def _named(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._names.get(i, i) for i in ids))

    def _support(self, support: Support) -> Support:
        own = replace(support, given_by=self._named(support.given_by), via=self._named(support.via))
        self.supports.append(own)
        return own


def _lines(settled: Settled, record: Record) -> dict[str, str]:
    """Return the line of the record that each annotation is on."""
    shown = {line.id for lines in (record.events, record.statements, record.figures) for line in lines}
    groups: list[Sequence[str]] = [[t.mention.id for t in g.tellings] for g in settled.events]
    groups += [group.quotations for group in settled.statements]
    groups += [[reading.id for reading in group.readings] for group in settled.figures]
    return {member: ids[0] for ids in groups if ids[0] in shown for member in ids}


def _same_entities(settled: Settled, again: Settled) -> dict[str, str]:
    """Return for each entity settled again the one of the record: whose mentions that stand it has."""
    ids = settled.entities.of_mention
    names: dict[str, str] = {}
    for group in again.entities.groups:
        live = next((ids[m.id] for m in group.mentions if m.id in ids), None)
        if live is not None:
            names[group.id] = live
    return names


def _with_history(line: L, steps: Mapping[str, Sequence[HistoryStep]]) -> L:
    return replace(line, history=(*line.history, *steps[line.id])) if line.id in steps else line


def _spoken_of(event: Event) -> tuple[str, ...]:
    place = () if event.place is None else (event.place,)
    return (*(p.entity for p in event.participants), *place, *event.givers)


def _step(step: Revised, lost: Lost, *, kept: bool) -> HistoryStep:
    """Return what a later state did to a line: changed it, or took its part in it back."""
    what: HistoryWhat = "changes" if kept or lost.now is not None else "withdraws"
    was, now = words_of_claim(lost.claim), None if lost.now is None else words_of_claim(lost.now)
    return HistoryStep(
        report=step.after.id,
        what=what,
        was=step.before.passage(was),
        now=None if now is None else step.after.passage(now),
    )
