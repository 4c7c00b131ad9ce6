"""What was found in a report in, what of it is near a sentence out, however long the report."""

from collections import defaultdict
from collections.abc import Iterable

from onrecord.model.annotation import Found, Mention, Quotation, Timex
from onrecord.model.span import Span

STRETCH = 2000  # code points of text to a bucket


class Nearby:
    """Time expressions, mentions and quotations by the stretches of text that they touch."""

    def __init__(self, found: Found) -> None:
        self._timexes: dict[int, list[Timex]] = defaultdict(list)
        self._quotations: dict[int, list[Quotation]] = defaultdict(list)
        self._mentions: dict[int, list[Mention]] = defaultdict(list)
        for mention in found.mentions:
            for bucket in _buckets([mention.span]):
                self._mentions[bucket].append(mention)
        for timex in found.timexes:
            for bucket in _buckets([timex.span]):
                self._timexes[bucket].append(timex)
        for quotation in found.quotations:
            for bucket in _buckets(_words(quotation)):
                self._quotations[bucket].append(quotation)

    def to(self, sentence: Span) -> Found:
        """Return the time expressions, mentions and quotations of which some words stand in a sentence."""
        timexes = {t.id: t for b in _buckets([sentence]) for t in self._timexes.get(b, ())}
        quotations = {q.id: q for b in _buckets([sentence]) for q in self._quotations.get(b, ())}
        mentions = {m.id: m for b in _buckets([sentence]) for m in self._mentions.get(b, ())}
        return Found(
            mentions=tuple(m for m in mentions.values() if sentence.holds(m.span)),
            timexes=tuple(t for t in timexes.values() if t.span.overlaps(sentence)),
            quotations=tuple(q for q in quotations.values() if any(w.overlaps(sentence) for w in _words(q))),
        )


def _words(quotation: Quotation) -> list[Span]:
    given = (*quotation.content, quotation.span, quotation.cue, quotation.speaker_words)
    return [span for span in given if span is not None]


def _buckets(spans: Iterable[Span]) -> list[int]:
    return sorted({n for s in spans for n in range(s.start // STRETCH, s.end // STRETCH + 1)})
