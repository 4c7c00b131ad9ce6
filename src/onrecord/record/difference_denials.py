"""Claims and denials in, what one report tells and another (or the same) denies out.

A denial of what was said before ("denied it") answers the nearest claim before it. One that says what it
denies answers the claims that share its words, in any report of the storyline; a plea of not guilty answers
the charge. Claims that tell one thing, and all their denials, are one line with two sides.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from onrecord.links.groups import components
from onrecord.model.record import Difference, DifferenceKind, Side, Support
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.record.claims import FINDER, Claim, claims_of, stems_of
from onrecord.record.composing import composing_pattern
from onrecord.record.denials import Denial, denials_of, opposing, tables
from onrecord.record.difference import make_difference
from onrecord.record.difference_contraries import contradicted, told_in
from onrecord.record.difference_negations import Negation, asking, deeds_of, idle_stems, negations_of
from onrecord.record.notices import notices_in
from onrecord.record.settled import Settled

BACK = 700  # code points before "denied it" within which what is denied was told
SHARED = 3  # stems that a denial and a claim of another report share at least
HELD = 0.6  # share of a denial's stems that a claim holds
HALF = 0.5  # share of them that what has just been said holds
BESIDE = 120  # code points between the two
AFTER: Final = ' \n.”"’)'  # between a sentence and the next
MARKS: Final = '“"‘'
QUOTED = 12  # code points after a denial within which its own words begin: a full stop, marks
CLAUSE = 20  # code points of a sentence before "but" that may hold a claim
NEAR = 900  # code points within which two shared stems are enough
AROUND = 40  # code points before a denial within which such words stand
DENIED: Final = "told by one, denied by another"
CHARGED: Final = "charged, and denied"
"""Why two sides part: of a charge it is the guilt that is denied, not that there is a charge."""

Denying = Denial | Negation
ALIKE = 0.75  # share of the stems of two claims from which they tell one thing


def differences_of_denial(settled: Settled, lines: frozenset[str]) -> Iterator[Difference]:
    """Yield a difference for each thing that is told and denied.

    Args:
        settled: The settled links.
        lines: Ids of the events and statements that are lines of the record.
    """
    claims = claims_of(settled)
    every = [claim for of_report in claims.values() for claim in of_report if claim.about in lines]
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
    said = [claim for claim in every if not _is_denied(claim, here[claim.report])]
    claimed = Claimed(by_report=claims, said=said, accused=_accused(settled), settled=settled)
    for denial in denials:
        pairs += [(denial, claim) for claim in _answered(denial, claimed, here[denial.report])]
    for negation in negations:
        here[negation.report].append(negation)
    told = told_in((claim for claim in said if not _is_denied(claim, here[claim.report])), settled)
    for negation in negations:
        pairs += [(negation, claim) for claim in contradicted(negation, told, settled)]
    yield from _lines(pairs, every, settled)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """What is claimed.

    Attributes:
        by_report: the claims of each report.
        said: those by which lines are told, without what is denied.
        accused: who is accused by each event that is a charge.
        settled: the settled links.
    """

    by_report: Mapping[str, Sequence[Claim]]
    said: Sequence[Claim]
    accused: Mapping[str, frozenset[str]]
    settled: Settled


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


def _answered(denial: Denial, claimed: Claimed, here: Sequence[Denying]) -> list[Claim]:
    """Return the claims that a denial denies; `here` are the denials of its report."""
    if denial.way == "guilt":
        return [claim for claim in claimed.said if _charges(claim, denial, claimed.accused)]
    if denial.way == "ahead":
        return _matching(denial, claimed) or _reported_after(denial, claimed) or _such(denial, claimed, here)
    before = [
        claim
        for claim in claimed.by_report[denial.report]
        if claim.span.end <= denial.verb.start
        and denial.sentence.start - claim.span.end <= BACK
        and not claim.speakers & denial.entities
        and not _is_denied(claim, here)
    ]
    if _opposes(denial, claimed.settled):  # "some say that …, but that is not the case"
        before = [claim for claim in before if claim.span.overlaps(denial.sentence)]
        if not before:
            return []
    nearest = max(before, key=lambda claim: (claim.span.end, -claim.span.start), default=None)
    if nearest is None:
        return _matching(denial, claimed)
    begun = _begun_by(nearest, before, claimed.settled)
    alike = (c for c in claimed.said if _alike(c, nearest))
    return list({id(claim): claim for claim in (begun, nearest, *alike)}.values())


def _begun_by(last: Claim, before: Sequence[Claim], settled: Settled) -> Claim:
    """Return the first claim of what somebody says in a paragraph, if that goes on in marks up to the last.

    "A diplomat said that he feared questions. 'He has no answer,' the diplomat said. His office denied it."
    """
    text = settled.material.by_id[last.report].text
    if not last.speakers or text[max(0, last.span.start - 1)] not in MARKS:
        return last
    same = (
        claim
        for claim in before
        if claim.speakers == last.speakers
        and claim.about == last.about
        and "\n" not in text[claim.span.start : last.span.start]
    )
    return min(same, key=lambda claim: claim.span)


def _reported_after(denial: Denial, claimed: Claimed) -> list[Claim]:
    """Return the claim that is told after its denial: "denied a report … The Post had written that …"."""
    text = claimed.settled.material.by_id[denial.report].text
    end = denial.sentence.end
    return [
        claim
        for claim in claimed.by_report[denial.report]
        if end <= claim.span.start <= end + BACK
        and "\n" not in text[end : claim.span.start].strip("\n")
        and composing_pattern("denied.had_told").search(text, end, claim.span.end) is not None
        and not claim.speakers & denial.entities
    ][:1]


def _such(denial: Denial, claimed: Claimed, here: Sequence[Denying]) -> list[Claim]:
    """Return the nearest claim before a denial of "any such" thing, in its paragraph."""
    text = claimed.settled.material.by_id[denial.report].text
    if composing_pattern("denied.such").match(denial.what.of(text)) is None:
        return []
    before = [
        claim
        for claim in claimed.by_report[denial.report]
        if claim.span.end <= denial.sentence.start
        and "\n" not in text[claim.span.end : denial.sentence.start]
        and not claim.speakers & denial.entities
        and not _is_denied(claim, here)
    ]
    return [max(before, key=lambda claim: (claim.span.end, -claim.span.start))] if before else []


def _opposes(denial: Denial, settled: Settled) -> bool:
    """Whether what is denied stands before it in its own sentence, which goes on with "but"."""
    text = settled.material.by_id[denial.report].text
    found = opposing().search(text, denial.sentence.start, denial.verb.start)
    return found is not None and found.start() - denial.sentence.start >= CLAUSE


def _is_denied(claim: Claim, denials: Sequence[Denying]) -> bool:
    """Whether a claim's words are themselves what some denial says."""
    return any(
        d.report == claim.report and (d.what.overlaps(claim.span) or claim.span.holds(d.verb))
        for d in denials
    )


def _matching(denial: Denial, claimed: Claimed) -> list[Claim]:
    """Return the claims that tell what a denial denies: by words that they share, and who is in both."""
    settled = claimed.settled
    what = denial.what.of(settled.material.by_id[denial.report].text) if denial.way == "ahead" else ""
    stems = (deeds_of(what) if what else denial.stems) - idle_stems()
    bare = stems - _names_in(denial, settled)
    return [
        claim
        for claim in claimed.said
        if _matches(claim, denial, (stems, bare), settled)
        and not (claim.speakers and claim.speakers <= denial.entities)
    ]


def _matches(
    claim: Claim, denial: Denial, denied: tuple[frozenset[str], frozenset[str]], settled: Settled
) -> bool:
    """Whether a claim holds most of the words that are denied, with names and without."""
    stems, bare = denied
    told = claim.stems | deeds_of(claim.span.of(settled.material.by_id[claim.report].text))
    shared = len(told & stems)
    apart = denial.sentence.start - claim.span.end
    if claim.report == denial.report and 0 <= apart <= BESIDE and claim.speakers and bare:
        return len(told & bare) >= HALF * len(bare)
    if shared < HELD * len(stems) or len(told & bare) < max(1, HELD * len(bare)):
        return False
    if shared >= SHARED:
        return True
    near = claim.report == denial.report and abs(claim.span.start - denial.sentence.start) <= NEAR
    tied = bool(claim.entities & denial.entities)
    return shared == 2 and (near or tied)


def _names_in(denial: Denial, settled: Settled) -> frozenset[str]:
    """Return the stems of the names in what is denied: who is in two things tells neither from the other."""
    mentions = settled.material.found[denial.report].mentions
    return frozenset(
        stem
        for mention in mentions
        if mention.form == "name" and denial.sentence.holds(mention.span)
        for stem in stems_of(mention.name)
    )


def _charges(claim: Claim, denial: Denial, accused: Mapping[str, frozenset[str]]) -> bool:
    """Whether a claim is a charge against whoever denies it."""
    if claim.accuses:
        return bool(claim.charged & denial.entities)
    return bool(accused.get(claim.about, frozenset()) & denial.entities)


def _alike(first: Claim, second: Claim) -> bool:
    """Whether two claims tell one thing, in two reports: most of their words are shared."""
    shared = len(first.stems & second.stems)
    larger = max(len(first.stems), len(second.stems))
    return first.report != second.report and shared >= SHARED and shared >= ALIKE * larger


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
    nodes = {node for link in links for node in link}
    for group in sorted(components(sorted(nodes), links), key=sorted):
        told = [every[n] for kind, n in sorted(group) if kind == "c"]
        denied = [denials[n] for kind, n in sorted(group) if kind == "d"]
        yield _line(told, denied, settled)


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
    if (further := composing_pattern("denied.saying").match(text, end)) is not None:
        end = further.end() + len(text[further.end() : denial.sentence.end].rstrip(" .!?"))
    start = denial.sentence.start
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
