"""Settled drafts in, the quotations that go on from them with no cue of their own out.

Conservative: the quoted words are whole sentences, and stand right after the sentence of the one before: in
its paragraph, or as a paragraph of their own after one that its quotation or cue ends.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.annotations.quotations.draft import Draft
from onrecord.annotations.quotations.grammar import quotation_words
from onrecord.annotations.quotations.marks import Region
from onrecord.annotations.quotations.not_quotations import is_phrase
from onrecord.annotations.quotations.reading import Reading
from onrecord.annotations.quotations.sentencelike import ends_sentence, is_title, starts_sentence
from onrecord.model.span import Span

FAR = 400
"""Code points between a quotation's last word and the words that go on from it, at most."""
REACH = 30
"""Words that may stand between the cue and the words that go on: the end of the cue's own sentence."""


def find_continued(reading: Reading, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield a draft for each region that goes on from the last draft before it."""
    told = sorted((d for d in drafts if d.speaker is not None), key=_end)
    content = _told(drafts)
    starts = [span.start for span in content]

    def is_told(region: Region) -> bool:
        i = bisect_left(starts, region.span.end) - 1
        return i >= 0 and content[i].end > region.span.start

    at = 0
    last: Draft | None = None
    for region in reading.regions:
        if is_phrase(reading, region):
            continue
        while at < len(told) and _end(told[at]) <= region.span.start:
            if last is None or _end(told[at]) >= _end(last):
                last = told[at]
            at += 1
        if last is None or not _whole(reading, region) or is_told(region):
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


def _told(drafts: Sequence[Draft]) -> list[Span]:
    """Return the stretches that are content already, joined where they touch, in order."""
    joined: list[Span] = []
    for piece in sorted(piece for draft in drafts for piece in draft.content):
        if joined and piece.start < joined[-1].end:
            joined[-1] = joined[-1].to(piece)
        else:
            joined.append(piece)
    return joined


def _whole(reading: Reading, region: Region) -> bool:
    words = [piece.inner.of(reading.text) for piece in region.pieces]
    return (
        region.closed
        and starts_sentence(words[0])
        and ends_sentence(words[-1])
        and len(words[0].split()) > 2
        and not is_title(words[0])
    )


def _adjacent(reading: Reading, gap: Span, region: Region, last: Draft) -> bool:
    if len(gap) > FAR:
        return False
    between = gap.of(reading.text)
    tokens = [t for t in reading.tokens(gap) if not t.is_space and not t.is_punct and not t.is_quote]
    stops = [t for t in reading.tokens(gap) if t.text in {".", "!", "?"}]
    if _led(reading, region, stops):
        return False
    if "\n" not in between:
        return len(stops) <= 1 and len(tokens) <= REACH
    if last.kind == "indirect" or ":" in between:
        return False
    paragraph = reading.paragraph_at(region.pieces[-1].span.start)
    alone = not reading.text[region.span.end : paragraph.end].strip()
    follows = reading.paragraph_at(gap.start).end >= gap.start and "\n" not in between.strip()
    return alone and follows and len(stops) <= 1 and len(tokens) <= REACH


def _led(reading: Reading, region: Region, stops: Sequence[Token]) -> bool:
    """Whether words of its own sentence lead up to a region: "It closed. From the minister's letter: “…”"."""
    before = reading.token_before(region.span.start)
    if before is None or before.text not in quotation_words("continued.before"):
        return False
    return bool(stops) and stops[-1].i < before.i - 1


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
