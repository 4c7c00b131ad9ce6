"""Judgements in, what linking is to keep to out: each found again, contradictions settled.

A judgement hangs on spans. It is found again by the annotation of its kind that overlaps its words most;
where a report was revised, by the same words in the newest state that has them. Of two that contradict each
other the later counts, and the earlier is marked as overruled. What is not found again is a problem, and is
found as soon as its words are.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from onrecord.links.ruled import NO_STORY_RULED, NOTHING_RULED, Pair, Ruled, RuledStories
from onrecord.model.annotation import Annotation, Found
from onrecord.model.record import JudgedKind, Judgement, Ruling
from onrecord.model.report import Problem, Report
from onrecord.model.span import Passage, Span
from onrecord.record.aligning import align
from onrecord.record.contradicting import contradictions
from onrecord.record.store import View

FIELDS: Mapping[JudgedKind, str] = {
    "event": "events", "statement": "quotations", "figure": "figures", "entity": "mentions",
}  # fmt: skip
"""Kinds of line, and the field of `Found` that holds what founds them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A judgement with where each of its spans is found now: the id there, or None, and the report."""

    judgement: Judgement
    ids: tuple[str | None, ...]
    reports: tuple[str, ...]

    @property
    def found(self) -> tuple[str, ...]:
        """The ids that were found."""
        return tuple(each for each in self.ids if each is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Judgements as they stand.

    Attributes:
        placed: those not undone, oldest first.
        overruled: of each that doesn't count, the later one that contradicts it.
        ruled, stories: what those that count say of lines, and of stories.
    """

    placed: tuple[Placed, ...] = ()
    overruled: Mapping[str, str]
    ruled: Ruled = NOTHING_RULED
    stories: RuledStories = NO_STORY_RULED


def ruled_stories(view: View) -> RuledStories:
    """Return what rulings say of stories and storylines."""
    return resolve(view, view.judgements()).stories


def resolve(view: View, judgements: Iterable[Judgement]) -> Resolved:
    """Return judgements with what they are found at now, and what those that count say."""
    standing = sorted((j for j in judgements if not j.undone), key=lambda j: (j.at, j.id))
    if not standing:
        return Resolved(overruled={})
    placed = place(view, standing)
    overruled = contradictions([(each.judgement, each.found) for each in placed])
    counting = [each for each in placed if each.judgement.id not in overruled]
    return Resolved(
        placed=tuple(placed), overruled=overruled, ruled=_ruled(placed, counting), stories=_stories(counting)
    )


def place(view: View, judgements: Sequence[Judgement]) -> list[Placed]:
    """Return where the spans of judgements are found now."""
    spans = [span for judgement in judgements for span in judgement.spans]
    later = states(view, {span.report for span in spans})
    every = {state for chain in later.values() for state in chain}
    reports = {r.id: r for r in view.reports(every)}
    found = view.annotations(sorted(every))
    return [_placed(judgement, later, reports, found) for judgement in judgements]


def found_now(view: View, passage: Passage, about: JudgedKind) -> str | None:
    """Return the annotation that is now on some words: in the newest state of their report that has them."""
    asked = Judgement(
        id="", verdict="same", spans=(passage,), by="", at="", because=None, undone=False, about=about
    )
    return place(view, [asked])[0].ids[0]


def newest(view: View, ids: Iterable[str]) -> dict[str, str]:
    """Return for each report, of those on record, the newest state of it."""
    return {each: chain[-1] for each, chain in states(view, ids).items()}


def states(view: View, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return for each report, of those on record, itself and the later states of it, oldest first."""
    found: dict[str, tuple[str, ...]] = {each: (each,) for each in view.known(ids)}
    while later := view.later({chain[-1] for chain in found.values()}):
        found = {i: (*c, later[c[-1]]) if c[-1] in later else c for i, c in found.items()}
    return found


def _placed(
    judgement: Judgement,
    later: Mapping[str, Sequence[str]],
    reports: Mapping[str, Report],
    found: Mapping[str, Found],
) -> Placed:
    ids = tuple(_found_again(judgement, span, later, reports, found) for span in judgement.spans)
    now = tuple(later.get(span.report, (span.report,))[-1] for span in judgement.spans)
    return Placed(judgement=judgement, ids=ids, reports=now)


def _found_again(
    judgement: Judgement,
    passage: Passage,
    later: Mapping[str, Sequence[str]],
    reports: Mapping[str, Report],
    found: Mapping[str, Found],
) -> str | None:
    chain = later.get(passage.report, ())
    if not chain or judgement.about == "story":
        return chain[-1] if chain else None
    kinds = tuple(FIELDS) if judgement.about is None else (judgement.about,)
    for state in reversed(chain):  # the newest that has the words: of what is withdrawn, an earlier one
        span = _carried(passage, reports[passage.report], reports[state])
        if span is not None:
            best = (_overlapping(span, getattr(found[state], FIELDS[kind])) for kind in kinds)
            return next((each for each in best if each is not None), None)
    return None


def _carried(passage: Passage, report: Report, state: Report) -> Span | None:
    """Return where words of a report stand in another state of it; None if not all of them do."""
    if report.id == state.id:
        return passage.span
    aligned = align(report, state)
    return aligned.carried(passage.span) if aligned.share(passage.span) == 1.0 else None


def _overlapping(span: Span, annotations: Iterable[Annotation]) -> str | None:
    """Return the annotation that has most words in common with a span; among equals the one most like it."""
    shared = [
        (min(a.span.end, span.end) - max(a.span.start, span.start), a)
        for a in annotations
        if a.span.overlaps(span)
    ]
    best = min(
        shared, key=lambda s: (-s[0], abs(len(s[1].span) - len(span)), s[1].span, s[1].id), default=None
    )
    return best[1].id if best is not None else None


def _ruled(placed: Sequence[Placed], counting: Sequence[Placed]) -> Ruled:
    """Return what judgements say of lines; those that are overruled are named by their lines all the same."""
    lines = [each for each in counting if each.judgement.about != "story"]
    wrong = [each for each in lines if each.judgement.verdict == "wrong"]
    by: dict[str, list[str]] = {}
    for each in placed:
        for found in each.found:
            by.setdefault(found, []).append(each.judgement.id)
    return Ruled(
        same=_pairs(lines, "same"),
        different=_pairs(lines, "different"),
        wrong=frozenset(i for each in wrong if each.judgement.whole for i in each.found),
        struck=frozenset(i for each in wrong if not each.judgement.whole for i in each.found),
        by={found: tuple(sorted(ids)) for found, ids in by.items()},
    )


def _stories(counting: Sequence[Placed]) -> RuledStories:
    stories = [each for each in counting if each.judgement.about == "story"]
    lines = [
        each for each in counting if each.judgement.about != "story" and each.judgement.verdict == "same"
    ]
    tied = {
        (min(pair), max(pair))
        for each in lines
        for pair in combinations([r for r, i in zip(each.reports, each.ids, strict=True) if i is not None], 2)
        if pair[0] != pair[1]
    }
    return RuledStories(
        same=_pairs(stories, "same"), different=_pairs(stories, "different"), tied=tuple(sorted(tied))
    )


def _pairs(placed: Iterable[Placed], verdict: Ruling) -> tuple[Pair, ...]:
    pairs = {
        (min(pair), max(pair))
        for each in placed
        if each.judgement.verdict == verdict
        for pair in combinations(each.found, 2)
        if pair[0] != pair[1]
    }
    return tuple(sorted(pairs))


def missing(view: View, placed: Iterable[Placed]) -> tuple[Problem, ...]:
    """Return a problem for each span of a judgement that is not found again."""
    lost = [
        (each.judgement, span)
        for each in placed
        for span, found in zip(each.judgement.spans, each.ids, strict=True)
        if found is None
    ]
    known = {report.id: report for report in view.reports({span.report for _, span in lost})}
    return tuple(_problem(judgement, span, known.get(span.report)) for judgement, span in lost)


def _problem(judgement: Judgement, span: Passage, report: Report | None) -> Problem:
    what = f"the words that “{judgement.verdict}” ({judgement.id}) was ruled on are found no more"
    return Problem(
        report=report.id if report is not None else None,
        address=report.address if report is not None else None,
        kind="judgement",
        message=what if report is not None else f"{what}: their report is not on record ({span.report})",
        span=span if report is not None else None,
    )


def shown(
    view: View, reports: Iterable[str], *, whole: bool
) -> tuple[tuple[Judgement, ...], tuple[Problem, ...]]:
    """Return the judgements that a record of some reports holds, oldest first, and what isn't found of them.

    Args:
        view: The store.
        reports: The reports of the record.
        whole: Whether the record is of all that is on record; then every judgement belongs to it.
    """
    judgements = view.judgements()
    if not judgements:
        return (), ()
    inside = frozenset(reports)
    now = newest(view, {span.report for judgement in judgements for span in judgement.spans})
    own = [j for j in judgements if whole or any(now.get(span.report) in inside for span in j.spans)]
    resolved = resolve(view, own)
    marked = tuple(replace(j, overruled_by=resolved.overruled.get(j.id)) for j in own)
    return marked, missing(view, resolved.placed)
