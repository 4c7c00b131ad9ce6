"""Settled drafts in, the quotations that go on from them with no cue of their own out.

Conservative: the quoted words are whole sentences, and stand right after the sentence of the one before: in
its paragraph, or as a paragraph of their own after one that its quotation or cue ends.
"""

from collections.abc import Iterator, Sequence

from onrecord.annotations.quotations.draft import Draft
from onrecord.annotations.quotations.marks import Region
from onrecord.annotations.quotations.not_quotations import is_phrase
from onrecord.annotations.quotations.reading import Reading
from onrecord.annotations.quotations.sentencelike import ends_sentence, starts_sentence
from onrecord.model.span import Span


def find_continued(reading: Reading, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield a draft for each region that goes on from the last draft before it."""
    told = sorted((d for d in drafts if d.speaker is not None), key=_end)
    at = 0
    last: Draft | None = None
    for region in reading.regions:
        if is_phrase(reading, region):
            continue
        while at < len(told) and _end(told[at]) <= region.span.start:
            if last is None or _end(told[at]) >= _end(last):
                last = told[at]
            at += 1
        if last is None or not _whole(reading, region) or any(_takes(d, region) for d in told):
            continue
        gap = Span(_end(last), region.span.start)
        if _adjacent(reading, gap, region, last):
            yield (last := _draft(reading, last, region))


def _end(draft: Draft) -> int:
    ends = [draft.span.end]
    if draft.cue is not None:
        ends.append(draft.cue.end)
        if draft.speaker is not None:
            ends.append(draft.speaker.words.end)
    return max(ends)


def _takes(draft: Draft, region: Region) -> bool:
    return any(piece.overlaps(region.span) for piece in draft.content)


def _whole(reading: Reading, region: Region) -> bool:
    words = [piece.inner.of(reading.text) for piece in region.pieces]
    return (
        region.closed and starts_sentence(words[0]) and ends_sentence(words[-1]) and len(words[0].split()) > 2
    )


def _adjacent(reading: Reading, gap: Span, region: Region, last: Draft) -> bool:
    between = gap.of(reading.text)
    tokens = [t for t in reading.tokens(gap) if not t.is_space and not t.is_punct and not t.is_quote]
    stops = [t for t in reading.tokens(gap) if t.text in {".", "!", "?"}]
    if "\n" not in between:
        return len(stops) <= 1 and len(tokens) <= REACH
    if last.kind == "indirect" or ":" in between:
        return False
    paragraph = reading.paragraph_at(region.pieces[-1].span.start)
    alone = not reading.text[region.span.end : paragraph.end].strip()
    follows = not any(gap.start < p.start and p.end <= gap.end for p in _near(reading, gap))
    return alone and follows and len(stops) <= 1 and len(tokens) <= REACH


def _near(reading: Reading, gap: Span) -> Iterator[Span]:
    """Yield the paragraphs that lie wholly in a gap."""
    for paragraph in reading.paragraphs:
        if paragraph.start >= gap.end:
            return
        if paragraph.start > gap.start:
            yield paragraph


REACH = 12
"""Words that may stand between the cue and the words that go on: the end of the cue's own sentence."""


def _draft(reading: Reading, last: Draft, region: Region) -> Draft:
    return Draft(
        kind="direct",
        content=tuple(piece.inner for piece in region.pieces),
        cue=None,
        verb=None,
        speaker=last.speaker,
        rule="continued-paragraph"
        if "\n" in reading.text[last.span.end : region.span.start]
        else "continued",
        reason="goes on from the quotation before it with no words of another between them",
        follows=last,
    )
