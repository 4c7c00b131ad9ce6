"""A report's time expressions and quotations in, those near a sentence out, however long the report."""

from collections import defaultdict
from collections.abc import Iterable

from onrecord.model.annotation import Found, Quotation, Timex
from onrecord.model.span import Span

STRETCH = 2000  # code points of text to a bucket


class Nearby:
    """Time expressions and quotations by the stretches of text that they touch."""

    def __init__(self, found: Found) -> None:
        self._timexes: dict[int, list[Timex]] = defaultdict(list)
        self._quotations: dict[int, list[Quotation]] = defaultdict(list)
        for timex in found.timexes:
            for bucket in _buckets([timex.span]):
                self._timexes[bucket].append(timex)
        for quotation in found.quotations:
            for bucket in _buckets(_words(quotation)):
                self._quotations[bucket].append(quotation)

    def to(self, sentence: Span) -> Found:
        """Return the time expressions and quotations of which some words stand in a sentence."""
        timexes = {t.id: t for b in _buckets([sentence]) for t in self._timexes.get(b, ())}
        quotations = {q.id: q for b in _buckets([sentence]) for q in self._quotations.get(b, ())}
        return Found(
            timexes=tuple(t for t in timexes.values() if t.span.overlaps(sentence)),
            quotations=tuple(q for q in quotations.values() if any(w.overlaps(sentence) for w in _words(q))),
        )


def _words(quotation: Quotation) -> list[Span]:
    given = (*quotation.content, quotation.span, quotation.cue, quotation.speaker_words)
    return [span for span in given if span is not None]


def _buckets(spans: Iterable[Span]) -> list[int]:
    return sorted({n for s in spans for n in range(s.start // STRETCH, s.end // STRETCH + 1)})
