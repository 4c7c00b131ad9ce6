"""Denials and claims in, which claims a denial answers out.

A denial of what was said before ("denied it") answers the nearest claim before it. One that says what it
denies answers the claims that share its words, in any report of the storyline; a plea of not guilty answers
the charge.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from onrecord.model.span import Span
from onrecord.record.claims import FINDER, Claim, after_accuser, stems_of
from onrecord.record.composing import composing_pattern, composing_words
from onrecord.record.denials import Denial, opposing
from onrecord.record.difference_negations import Negation, deeds_of, idle_stems
from onrecord.record.settled import Settled

BACK = 700  # code points before "denied it" within which what is denied was told
SHARED = 3  # stems that a denial and a claim of another report share at least
HELD = 0.6  # share of a denial's stems that a claim holds
HALF = 0.5  # share of them that what has just been said holds
BESIDE = 120  # code points between the two
MARKS: Final = '“"‘'
CLAUSE = 20  # code points of a sentence before "but" that may hold a claim
NEAR = 900  # code points within which two shared stems are enough
ALIKE = 0.75  # share of the stems of two claims from which they tell one thing

CALLED: Final = re.compile(r"\b[A-Z][\w’'-]{3,}")  # a word of a name
NUMBER: Final = re.compile(r"[1-9][\d,.]*[1-9]\d*|\d{3,}")  # one that few things have: no "20"

Denying = Denial | Negation


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


def answered(denial: Denial, claimed: Claimed, here: Sequence[Denying]) -> list[Claim]:
    """Return the claims that a denial denies; `here` are the denials of its report."""
    if denial.way == "guilt":
        return [claim for claim in claimed.said if _charges(claim, denial, claimed.accused)]
    if denial.way == "ahead":
        return (
            _matching(denial, claimed)
            or _reported_after(denial, claimed)
            or _such(denial, claimed, here)
            or _referred_to(denial, claimed, here)
            or _claimed_in_it(denial, claimed)
        )
    before = [
        claim
        for claim in claimed.by_report[denial.report]
        if claim.span.end <= denial.verb.start
        and denial.sentence.start - claim.span.end <= BACK
        and not claim.speakers & denial.entities
        and not is_denied(claim, here)
    ]
    if _opposes(denial, claimed.settled):  # "some say that …, but that is not the case"
        before = [claim for claim in before if claim.span.overlaps(denial.sentence)]
        if not before:
            return []
    nearest = max(
        before,
        key=lambda claim: (_blames(claim, denial, claimed.settled), claim.span.end, -claim.span.start),
        default=None,
    )
    if nearest is None:
        return _matching(denial, claimed)
    begun = _begun_by(nearest, before, claimed.settled)
    alike = (c for c in claimed.said if _alike(c, nearest))
    beside = (
        c
        for c in before
        if c.speakers and c.span.overlaps(nearest.span) and len(c.span) >= HELD * len(nearest.span)
    )
    return list({id(claim): claim for claim in (begun, nearest, *beside, *alike)}.values())


def _blames(claim: Claim, denial: Denial, settled: Settled) -> bool:
    """Whether a claim in the sentence before accuses whoever denies: that is denied, whatever goes on."""
    if not claim.accuses or denial.sentence.start - claim.span.end > BESIDE:
        return False
    text = settled.material.by_id[denial.report].text
    named = (
        {match[0] for match in CALLED.finditer(text, start, end)}
        for start, end in (
            (after_accuser(claim.span, text).start, claim.span.end),
            (denial.sentence.start, denial.verb.start),
        )
    )
    return bool(claim.charged & denial.entities) or not next(named).isdisjoint(next(named))


def ended_before(claim: Claim, denials: Sequence[Denying], settled: Settled) -> Claim:
    """Return a claim without the words that deny it: "the firm would pay; a person close to it denied it"."""
    text = settled.material.by_id[claim.report].text
    for denial in denials:
        if not isinstance(denial, Denial) or denial.way != "back":
            continue
        if not claim.span.start + CLAUSE < denial.verb.start < claim.span.end:
            continue
        ends = composing_pattern("denied.ends").finditer(text, claim.span.start + CLAUSE, denial.verb.start)
        end = max((match.start() for match in ends), default=None)
        if end is not None:
            span = Span(claim.span.start, end)
            support = replace(claim.support, span=settled.material.by_id[claim.report].passage(span))
            return replace(claim, span=span, stems=stems_of(span.of(text)), support=support)
    return claim


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
        and not is_denied(claim, here)
    ]
    return [max(before, key=lambda claim: (claim.span.end, -claim.span.start))] if before else []


def _referred_to(denial: Denial, claimed: Claimed, here: Sequence[Denying]) -> list[Claim]:
    """Return what somebody has just said, where a denial says no more of it than "that he was ever on it"."""
    text = claimed.settled.material.by_id[denial.report].text
    what = denial.what.of(text)
    bare = (
        stems_of(what) - _names_in(denial, claimed.settled) - composing_words("denied.empty") - idle_stems()
    )
    if bare or composing_pattern("denied.refers").search(what) is None:
        return []
    before = [
        claim
        for claim in claimed.by_report[denial.report]
        if 0 <= denial.sentence.start - claim.span.end <= BESIDE
        and "\n" not in text[claim.span.end : denial.sentence.start]
        and claim.speakers
        and not claim.speakers & denial.entities
        and not is_denied(claim, here)
    ]
    return [max(before, key=lambda claim: (claim.span.end, -claim.span.start))] if before else []


def _claimed_in_it(denial: Denial, claimed: Claimed) -> list[Claim]:
    """Return what a denial itself says that somebody had told: "a report in the Tide that she had gone"."""
    settled, report = claimed.settled, claimed.settled.material.by_id[denial.report]
    beside = Span(max(denial.sentence.start, denial.verb.start - CLAUSE), denial.verb.end)
    mentions = [
        m
        for m in settled.material.found[report.id].mentions
        if m.form == "name" and m.span.overlaps(beside) and _tells(m.span, denial, report.text)
    ]
    speakers = settled.entities.of([m.id for m in mentions])
    line = next((c.about for c in claimed.by_report[report.id] if c.span.overlaps(denial.sentence)), None)
    if not speakers:
        return []
    start = denial.what.start
    while start < denial.what.end and report.text[start].isspace():
        start += 1
    is_noun = composing_pattern("denied.noun").match(denial.verb.of(report.text)) is not None
    told = composing_pattern("denied.told_of" if is_noun else "denied.told").match(
        report.text, start, denial.what.end
    )
    if told is None:
        return []
    span = Span(start, told.end("what"))
    support = settled.wording(report.id, span, finder=FINDER, confidence=0.8)
    return [
        Claim(
            report=report.id,
            span=span,
            about=line or speakers[0],
            stems=stems_of(span.of(report.text)),
            entities=frozenset(speakers),
            speakers=frozenset(speakers),
            support=replace(support, voice="attributed", given_by=tuple(speakers)),
        )
    ]


def _tells(mention: Span, denial: Denial, text: str) -> bool:
    """Whether a name is of who told it: "Reyes's assurance that", "a report in the Tide that"."""
    before = text[max(denial.sentence.start, mention.start - CLAUSE) : mention.start]
    after = text[mention.end : denial.verb.end]
    return (
        composing_pattern("denied.told_in").search(before) is not None and mention.start > denial.verb.start
    ) or composing_pattern("denied.his_claim").match(after) is not None


def _opposes(denial: Denial, settled: Settled) -> bool:
    """Whether what is denied stands before it in its own sentence, which goes on with "but"."""
    text = settled.material.by_id[denial.report].text
    found = opposing().search(text, denial.sentence.start, denial.verb.start)
    return found is not None and found.start() - denial.sentence.start >= CLAUSE


def is_denied(claim: Claim, denials: Sequence[Denying]) -> bool:
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
        own = bare - composing_words("denied.agents") or bare
        return len(told & own) >= HALF * len(own)
    if shared < HELD * len(stems) or len(told & bare) < max(1, HELD * len(bare)):
        return False
    if shared >= SHARED:
        return True
    near = claim.report == denial.report and abs(claim.span.start - denial.sentence.start) <= NEAR
    tied = bool(claim.entities & denial.entities) or any(NUMBER.fullmatch(stem) for stem in told & stems)
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
