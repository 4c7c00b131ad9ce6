"""Two texts of one report in, which words of the one stand in the other out.

Furniture is left out. Paragraphs that are the same are matched first, then the words of what lies between
them (Ratcliff and Obershelp, as difflib has it), so that a long page costs little more than its changes.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from onrecord.model.report import NEWS, Report
from onrecord.model.span import Span

LONG = 2000  # words in one stretch of changes from which the commonest ones aren't taken for anchors
_WORD = re.compile(r"\w+(?:[.,’'-]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of the earlier text that the later one has otherwise; None where nothing stands."""

    before: Span | None
    after: Span | None


@dataclass(frozen=True)
class Aligned:
    """Two texts with their words; `pairs` are places of words that stand in both, rising on either side."""

    before: tuple[Span, ...]
    after: tuple[Span, ...]
    pairs: tuple[tuple[int, int], ...]

    @cached_property
    def _kept(self) -> dict[int, int]:
        return dict(self.pairs)

    def share(self, span: Span) -> float:
        """Return the share of the earlier text's words at a place that stand in the later; 1 of no words."""
        inside = self._inside(span)
        return sum(place in self._kept for place in inside) / len(inside) if inside else 1.0

    def carried(self, span: Span) -> Span | None:
        """Return where the words at a place of the earlier text stand in the later; None if none does."""
        kept = [self._kept[place] for place in self._inside(span) if place in self._kept]
        return self.after[kept[0]].to(self.after[kept[-1]]) if kept else None

    def instead(self, span: Span) -> Span | None:
        """Return what the later text has in the place of words: from the kept word before to that after."""
        inside = self._inside(span)
        if not inside:
            return None
        left, right = bisect_left(self._olds, inside[0]), bisect_right(self._olds, inside[-1])
        before = self.pairs[left - 1][1] if left else -1
        after = self.pairs[right][1] if right < len(self.pairs) else len(self.after)
        if after - before < 2:
            return None
        return self.after[before + 1].to(self.after[after - 1])

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """What was changed, cut and added, in order."""
        return tuple(self._edits())

    def edits_in(self, span: Span) -> tuple[Edit, ...]:
        """Return the changes of words within a place of the earlier text."""
        first = bisect_left(self._changed, span.start, key=lambda change: change[0].start)
        found = []
        for before, after in self._changed[first:]:
            if not span.holds(before):
                break
            found.append(Edit(before, after))
        return tuple(found)

    @cached_property
    def _changed(self) -> list[tuple[Span, Span]]:
        return [(e.before, e.after) for e in self.edits if e.before is not None and e.after is not None]

    def _edits(self) -> Iterator[Edit]:
        ends = (*self.pairs, (len(self.before), len(self.after)))
        old = new = 0
        for next_old, next_new in ends:
            if next_old > old or next_new > new:
                yield Edit(_over(self.before[old:next_old]), _over(self.after[new:next_new]))
            old, new = next_old + 1, next_new + 1

    @cached_property
    def _olds(self) -> list[int]:
        return [old for old, _ in self.pairs]

    @cached_property
    def _ends(self) -> list[int]:
        return [word.end for word in self.before]

    def _inside(self, span: Span) -> range:
        """Return the numbers of the earlier text's words that a place touches."""
        first = bisect_right(self._ends, span.start)
        return range(first, max(first, bisect_left(self.before, Span(span.end, span.end))))


def align(before: Report, after: Report) -> Aligned:
    """Return how the words of two states of a report stand to each other."""
    old, new = _paragraphs(before), _paragraphs(after)
    lines = SequenceMatcher(a=[_key(p, before) for p in old], b=[_key(p, after) for p in new], autojunk=False)
    starts = _starts(old), _starts(new)
    pairs: list[tuple[int, int]] = []
    for tag, a1, a2, b1, b2 in lines.get_opcodes():
        left, right = starts[0][a1], starts[1][b1]
        if tag == "equal":
            pairs += [(left + k, right + k) for k in range(starts[0][a2] - left)]
            continue
        words = [
            [word.of(r.text) for p in ps for word in p]
            for r, ps in ((before, old[a1:a2]), (after, new[b1:b2]))
        ]
        matcher = SequenceMatcher(a=words[0], b=words[1], autojunk=max(map(len, words)) > LONG)
        pairs += [
            (left + block.a + k, right + block.b + k)
            for block in matcher.get_matching_blocks()
            for k in range(block.size)
        ]
    return Aligned(_flat(old), _flat(new), tuple(pairs))


def _paragraphs(report: Report) -> list[list[Span]]:
    """Return the words of each paragraph that is no furniture."""
    blocks = [block.span for block in report.blocks if block.kind in NEWS]
    words = (
        [Span(span.start + m.start(), span.start + m.end()) for m in _WORD.finditer(span.of(report.text))]
        for span in blocks
    )
    return [each for each in words if each]


def _key(words: Sequence[Span], report: Report) -> str:
    return " ".join(word.of(report.text) for word in words)


def _starts(paragraphs: Sequence[Sequence[Span]]) -> list[int]:
    starts = [0]
    for words in paragraphs:
        starts.append(starts[-1] + len(words))
    return starts


def _flat(paragraphs: Sequence[Sequence[Span]]) -> tuple[Span, ...]:
    return tuple(word for words in paragraphs for word in words)


def _over(words: Sequence[Span]) -> Span | None:
    return words[0].to(words[-1]) if words else None
