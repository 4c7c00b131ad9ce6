"""Attributions by place in, quotations out, in the same form as the rules give.

What the marks enclose is direct speech and is kept without its marks; what goes on from a quotation with no
cue of its own is found by the rules' own finder.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.annotations.parsed import Parsed
from onrecord.annotations.quotations.circumstances import circumstances_of
from onrecord.annotations.quotations.confidence import confidence_of
from onrecord.annotations.quotations.continued import find_continued
from onrecord.annotations.quotations.draft import Draft, Speaker
from onrecord.annotations.quotations.finder import quotation_id
from onrecord.annotations.quotations.grammar import quotation_words
from onrecord.annotations.quotations.reading import Reading
from onrecord.annotations.quotations.who import mentions_of
from onrecord.annotations.quotations_tagger.tagger import Attribution
from onrecord.model.annotation import Found, Quotation, QuotationKind
from onrecord.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sure:
    """A draft with its confidence."""

    draft: Draft
    confidence: float


def quotations(
    parsed: Parsed, found: Found, attributions: Iterable[Attribution], finder: str
) -> Iterator[Quotation]:
    """Yield attributions as quotations, in order of place."""
    reading = Reading.of(parsed)
    sure = [_Sure(draft=_draft(reading, each), confidence=each.confidence) for each in attributions]
    sure += _continued(reading, sure)
    sure.sort(key=lambda each: (each.draft.span, each.draft.rule))
    ids = {id(each.draft): quotation_id(parsed, each.draft) for each in sure}
    seen: set[str] = set()
    for each in sure:
        if ids[id(each.draft)] not in seen:
            seen.add(ids[id(each.draft)])
            yield _quotation(parsed, found, each, (ids, finder))


def _continued(reading: Reading, sure: list[_Sure]) -> list[_Sure]:
    """Return what goes on from a quotation; it's no surer than that one."""
    by_draft = {id(each.draft): each.confidence for each in sure}
    found = []
    for draft in find_continued(reading, [each.draft for each in sure]):
        confidence = min(confidence_of(draft), by_draft.get(id(draft.follows), 1.0))
        by_draft[id(draft)] = confidence
        found.append(_Sure(draft=draft, confidence=confidence))
    return found


def _draft(reading: Reading, attribution: Attribution) -> Draft:
    content = tuple(span for piece in attribution.content for span in _bare(reading, piece))
    verb = _root(reading, attribution.cue)
    speaker = None if attribution.source is None else _speaker(reading, attribution.source)
    cue = attribution.cue.of(reading.text)
    who = "no speaker is labelled" if speaker is None else "its speaker is linked to it"
    return Draft(
        kind=_kind(reading, attribution.content),
        content=content,
        cue=attribution.cue,
        verb=verb,
        speaker=speaker,
        rule="tagger",
        reason=f"the trained tagger takes “{cue}” as cue; {who}",
    )


def _speaker(reading: Reading, words: Span) -> Speaker | None:
    root = _root(reading, words)
    if root is None:
        return None
    if root.lower_ in quotation_words("speakers.relative") and root.head.dep_ == "relcl":
        root = root.head.head
    return Speaker(words=words, head=root, reason="labelled by the tagger")


def _root(reading: Reading, words: Span) -> Token | None:
    tokens = reading.parsed.tokens_in(words)
    return None if tokens is None else tokens.root


def _kind(reading: Reading, content: Iterable[Span]) -> QuotationKind:
    """Return how it is said: directly where all words stand between marks, indirectly where none do."""
    states = [
        reading.piece_at(token.idx) is not None
        for piece in content
        for token in reading.tokens(piece)
        if not token.is_space and not token.is_punct
    ]
    if not any(states):
        return "indirect"
    return "direct" if all(states) else "mixed"


def _bare(reading: Reading, piece: Span) -> list[Span]:
    """Return a piece without its marks, cut by paragraphs; as it is where not all of it is quoted."""
    inside: list[Span] = []
    at = piece.start
    while at < piece.end:
        region = reading.piece_at(at)
        if region is None:
            if not reading.text[at].isspace():
                return [piece]
            at += 1
            continue
        start, end = max(piece.start, region.inner.start), min(piece.end, region.inner.end)
        if start < end and reading.text[start:end].strip():
            inside.append(Span(start, end))
        at = max(at + 1, region.span.end)
    return inside or [piece]


def _quotation(parsed: Parsed, found: Found, each: _Sure, names: tuple[Mapping[int, str], str]) -> Quotation:
    draft, (ids, finder) = each.draft, names
    around = circumstances_of(draft, found.timexes)
    return Quotation(
        id=ids[id(draft)],
        report=parsed.report.id,
        span=draft.span,
        kind=draft.kind,
        content=draft.content,
        cue=draft.cue,
        speaker_words=draft.speaker.words if draft.speaker else None,
        speakers=mentions_of(draft.speaker, found.mentions),
        reason=draft.reason,
        finder=finder,
        confidence=each.confidence,
        to=around.to,
        medium=around.medium,
        where=around.where,
        said=around.said,
        continues=None if draft.follows is None else ids.get(id(draft.follows)),
    )
