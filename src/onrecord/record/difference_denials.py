"""Claims and denials in, what one report tells and another (or the same) denies out.

Which claims a denial answers is told by `difference_answered`, which a negation by `difference_contraries`.
Claims that tell one thing, and all their denials, are one line with two sides.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from onrecord.links.groups import components
from onrecord.model.record import Difference, DifferenceKind, Side, Support
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.record.claims import FINDER, Claim, claims_of, stems_of
from onrecord.record.composing import composing_pattern
from onrecord.record.denials import Denial, denials_of, part_of, tables
from onrecord.record.difference import make_difference
from onrecord.record.difference_answered import Claimed, Denying, answered, ended_before, is_denied
from onrecord.record.difference_contraries import contradicted, told_in
from onrecord.record.difference_negations import Negation, asking, negations_of
from onrecord.record.notices import notices_in
from onrecord.record.settled import Settled

QUOTED = 12  # code points after a denial within which its own words begin: a full stop, marks
AROUND = 40  # code points before a denial within which such words stand
AFTER: Final = ' \n.”"’)'  # between a sentence and the next
MARKS: Final = '“"‘'
DENIED: Final = "told by one, denied by another"
CHARGED: Final = "charged, and denied"
"""Why two sides part: of a charge it is the guilt that is denied, not that there is a charge."""


def differences_of_denial(settled: Settled, lines: frozenset[str]) -> Iterator[Difference]:
    """Yield a difference for each thing that is told and denied.

    Args:
        settled: The settled links.
        lines: Ids of the events and statements that are lines of the record.
    """
    pairs: list[tuple[Denying, Claim]] = []
    undenied = composing_pattern("denied.undenied").search
    denials = [
        _of_notice(d, report)
        for report in settled.material.reports
        for d in denials_of(report, settled)
        if not undenied(report.text, max(d.sentence.start, d.verb.start - AROUND), d.verb.start)
    ]
    negations = [n for report in settled.material.reports for n in negations_of(report, settled)]
    here: dict[str, list[Denying]] = defaultdict(list)
    for denial in denials:
        here[denial.report].append(denial)
    claims = {
        report: [ended_before(claim, here[report], settled) for claim in of_report]
        for report, of_report in claims_of(settled).items()
    }
    every = [claim for of_report in claims.values() for claim in of_report if claim.about in lines]
    said = [claim for claim in every if not is_denied(claim, here[claim.report])]
    claimed = Claimed(by_report=claims, said=said, accused=_accused(settled), settled=settled)
    for denial in denials:
        pairs += [(denial, claim) for claim in answered(denial, claimed, here[denial.report])]
    for negation in negations:
        here[negation.report].append(negation)
    told = told_in((claim for claim in said if not is_denied(claim, here[claim.report])), settled)
    for negation in negations:
        pairs += [(negation, claim) for claim in contradicted(negation, told, settled)]
    known = {id(claim) for claim in every}
    made = {
        id(claim): claim
        for _, claim in pairs
        if id(claim) not in known and claim.about in (lines | claim.speakers)
    }
    yield from _lines(pairs, [*every, *made.values()], settled)


def _of_notice(denial: Denial, report: Report) -> Denial:
    """Return a denial; where it calls wrong what its outlet wrote, as one of the words told again."""
    before = (
        span
        for span in notices_in(report).retold
        if span.end <= denial.verb.start
        and not report.text[span.end : denial.sentence.start].strip(AFTER)
        and denial.way == "back"
    )
    what = next(before, None)
    if what is None:
        return denial
    return replace(denial, way="ahead", what=what, stems=stems_of(what.of(report.text)))


def _accused(settled: Settled) -> dict[str, frozenset[str]]:
    """Return who is accused by each event that is a charge, by its id."""
    return {
        group.tellings[0].mention.id: frozenset(
            entity
            for telling in group.tellings
            for participant in telling.mention.participants
            if participant.role != "actor"
            for entity in settled.entities.of([participant.mention])
        )
        for group in settled.events
        if group.tellings[0].mention.sort in tables().charges
    }


def _lines(
    pairs: Sequence[tuple[Denying, Claim]],
    every: Sequence[Claim],
    settled: Settled,
) -> Iterator[Difference]:
    """Yield one difference for each set of claims and denials that answer each other."""
    place = {id(claim): number for number, claim in enumerate(every)}
    denials = list({id(denial): denial for denial, _ in pairs}.values())
    number_of = {id(denial): number for number, denial in enumerate(denials)}
    links = [
        (("d", number_of[id(denial)]), ("c", place[id(claim)]))
        for denial, claim in pairs
        if id(claim) in place
    ]
    links += _in_one_breath(denials, settled)
    nodes = {node for link in links for node in link}
    for group in sorted(components(sorted(nodes), links), key=sorted):
        told = [every[n] for kind, n in sorted(group) if kind == "c"]
        denied = [denials[n] for kind, n in sorted(group) if kind == "d"]
        yield _line(told, denied, settled)


def _in_one_breath(
    denials: Sequence[Denying], settled: Settled
) -> list[tuple[tuple[str, int], tuple[str, int]]]:
    """Return the pairs of denials of which one quotes the other: "called it a lie. 'There was no …'"."""
    spans = [[s.span for s in _denying(denial, settled)] for denial in denials]
    return [
        (("d", a), ("d", b))
        for a, b in combinations(range(len(denials)), 2)
        if denials[a].report == denials[b].report
        and (
            any(one.span.overlaps(other.span) for one in spans[a] for other in spans[b])
            or _quotes(denials[a], denials[b], settled)
            or _quotes(denials[b], denials[a], settled)
        )
    ]


def _quotes(first: Denying, other: Denying, settled: Settled) -> bool:
    """Whether the sentence after a denial of what was said before is in marks, and denies too."""
    if not isinstance(first, Denial) or first.way != "back":
        return False
    text = settled.material.by_id[first.report].text
    after = text[first.sentence.end : other.sentence.start + 1]
    return 0 < len(after) <= QUOTED and "\n" not in after and after[-1] in MARKS


def _line(told: Sequence[Claim], denied: Sequence[Denying], settled: Settled) -> Difference:
    supports = tuple(support for denial in denied for support in _denying(denial, settled))
    sides = [
        Side(
            claim=" ".join(told[0].support.span.text.split()),
            items=tuple(dict.fromkeys(claim.about for claim in told)),
            support=tuple(claim.support for claim in told),
        ),
        Side(claim=" ".join(supports[0].span.text.split()), items=(), support=supports),
    ]
    kind = _kind(told, denied, settled)
    charged = all(isinstance(denial, Denial) and denial.way == "guilt" for denial in denied)
    return make_difference(kind, told[0].about, "conflict", CHARGED if charged else DENIED, sides)


def _kind(told: Sequence[Claim], denied: Sequence[Denying], settled: Settled) -> DifferenceKind:
    """Return what is in dispute: who took part, who asked for a thing, or whether it was at all."""
    words = [claim.span.of(settled.material.by_id[claim.report].text) for claim in told]
    if all(asking().search(text) is not None for text in words):
        return "attribution"
    of_who = all(isinstance(denial, Negation) and (denial.takes_part or denial.instead) for denial in denied)
    return "participant" if of_who else "modality"


def _denying(denial: Denying, settled: Settled) -> Iterator[Support]:
    """Yield the words of a denial as support: to what is denied; and what is quoted right after it."""
    text = settled.material.by_id[denial.report].text
    end = max(denial.verb.end, denial.what.end)
    if composing_pattern("denied.noun").match(denial.verb.of(text)) is not None:
        end = denial.sentence.start + len(denial.sentence.of(text).rstrip(" .!?\n"))
    elif (further := composing_pattern("denied.saying").match(text, end)) is not None:
        end = further.end() + len(text[further.end() : denial.sentence.end].rstrip(" .!?"))
    start = part_of(text, denial.sentence.start, denial.verb.start)
    while start < denial.verb.start and text[start].isspace():
        start += 1
    yield settled.wording(denial.report, Span(start, end), finder=FINDER, confidence=0.8)
    for quotation in settled.material.found[denial.report].quotations:
        after = quotation.span.start - end
        if quotation.kind == "direct" and 0 <= after <= QUOTED:
            speakers = frozenset(settled.entities.of(quotation.speakers))
            if not speakers or speakers & denial.entities or not denial.entities:
                yield settled.wording(denial.report, quotation.span, finder=FINDER, confidence=0.8)
                return
