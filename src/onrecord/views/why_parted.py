"""A difference that is on record no more in, what it was and why it stands no longer out."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.model.record import Record, ReportLine
from onrecord.record.rulings import states
from onrecord.record.store import View
from onrecord.views.belonging import things
from onrecord.views.evidence import evidence_of
from onrecord.views.harmless import one_line
from onrecord.views.lookup import Lookup
from onrecord.views.parted_once import Once, passage_of
from onrecord.views.parting import KINDS
from onrecord.views.ruled import ruled_at
from onrecord.views.why_lines import line_parts
from onrecord.views.why_part import Part, Why, facts


def parted_why(view: View, record: Record, once: Once) -> Why:
    """Return what a difference was, its sides with their sentences, and what has become of them."""
    lookup = _lookup(view, record, once)
    passages = [passage_of(view, side) for side in once.sides]
    kind = KINDS[once.founded.kind] if once.founded is not None else None
    known = facts(("kind", kind), ("verdict", once.founded.verdict if once.founded is not None else None))
    evidence = tuple(evidence_of(passage, lookup) for passage in passages)
    rulings = [line for p in passages for part in ruled_at(p, lookup) for line in part.lines]
    parts = (
        Part(heading="What parted", facts=known, evidence=evidence),
        Part(heading="Why it stands no longer", lines=tuple(_reasons(view, once, lookup))),
        Part(heading="Ruled on", lines=tuple(dict.fromkeys(rulings))),
        Part(heading="Told now on these lines", lines=tuple(_lines(once, lookup))),
    )
    title = "reports part here no longer" + (f": {kind}" if kind else "")
    return Why(
        id=once.id, kind="difference", title=title, parts=tuple(part for part in parts if _holds(part))
    )


def _holds(part: Part) -> bool:
    return bool(part.facts or part.evidence or part.lines)


def _lookup(view: View, record: Record, once: Once) -> Lookup:
    """Return what ids stand for, the states among them that the sides stood in."""
    known = {line.report.id for line in record.reports}
    old = view.reports({side.report for side in once.sides} - known)
    lines = (*record.reports, *(ReportLine(report=report, origin="") for report in old))
    return Lookup(replace(record, reports=lines))


def _reasons(view: View, once: Once, lookup: Lookup) -> Iterator[str]:
    """Yield what has changed, as far as the record tells it."""
    if once.other is None:
        yield "the side that parted from it is in no report of this storyline"
    later = states(view, {side.report for side in once.sides})
    for report, chain in later.items():
        if chain[-1] != report:
            ref = f"[{lookup.numbers[report]}] {lookup.outlet(report)}"
            yield f"{ref} was revised: {chain[-1]} stands in the place of {report}"
    for side, line in zip(once.sides, once.lines, strict=True):
        if line is None:
            yield f"“{one_line(passage_of(view, side).text)}” is on no line of the record"
    if len(once.lines) == 2 and None not in once.lines:
        alike = once.lines[0] == once.lines[1]
        yield (
            "both are on one line, and can hold together"
            if alike
            else "they stand on two lines, as of two things"
        )


def _lines(once: Once, lookup: Lookup) -> Iterator[str]:
    """Yield the lines that the sides are on, and where reports part on these."""
    on = dict.fromkeys(line for line in once.lines if line is not None)
    held = {thing.id: thing for thing in things(lookup.record)}
    for each in on:
        yield f"{each}  {line_parts(held[each], lookup)[1]}"
    for difference in lookup.record.differences:
        if difference.about in on:
            yield f"{difference.id}  {line_parts(difference, lookup)[1]}"
