"""Two passages in, whether each tells where by name and the two places are others out.

What happened in one place says nothing of another: "no cases in Ardmere", "nine cases in Calverra". Where one
place lies in the other they are two as well: a part's number isn't the whole's. Streets lie in towns, and say
nothing here.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from onrecord.links.differing import differing
from onrecord.links.streets import streets_of
from onrecord.model.annotation import Mention
from onrecord.model.span import Span
from onrecord.record.settled import Settled

BESIDE = 20  # code points beside a name in which the words stand that make it where something is

BREAK = re.compile(r"[,;–—]")

Passage = tuple[str, Span, int | None]
"""A report's id, a span of it, and where in it the nearest name of a place counts; None: all count."""


def are_elsewhere(first: Passage, second: Passage, settled: Settled) -> bool:
    """Whether two passages tell where, and no one place is in both."""
    one, other = (_places(*passage, settled) for passage in (first, second))
    return bool(one and other) and one.isdisjoint(other)


def tells_where(passage: Passage, settled: Settled) -> bool:
    """Whether a passage names a place where something is."""
    return bool(_places(*passage, settled))


def _places(report: str, span: Span, at: int | None, settled: Settled) -> frozenset[str]:
    text = settled.material.by_id[report].text
    named = [m for m in settled.material.found[report].mentions if span.holds(m.span) and _is_where(m, text)]
    if at is not None:
        named = sorted(_beside(named, at, text), key=lambda mention: _far(mention, at))[:1]
    return frozenset(settled.entities.of(mention.id for mention in named))


def _is_where(mention: Mention, text: str) -> bool:
    """Whether a mention names where something is: a place, no street, and no one who does it."""
    if mention.kind != "place" or mention.form != "name" or any(streets_of(mention.name)):
        return False
    before, after = _words()
    start, end = mention.span.start, mention.span.end
    return bool(before.search(text[max(0, start - BESIDE) : start]) or after.match(text[end : end + BESIDE]))


def _beside(named: Iterable[Mention], at: int, text: str) -> Iterator[Mention]:
    """Yield the mentions between which and a place no comma stands."""
    for mention in named:
        between = text[min(at, mention.span.end) : max(at, mention.span.start)]
        if not BREAK.search(between):
            yield mention


def _far(mention: Mention, at: int) -> tuple[int, int]:
    return min(abs(mention.span.start - at), abs(mention.span.end - at)), mention.span.start


@lru_cache(maxsize=1)
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = differing("elsewhere")
    return re.compile(table["before"], re.IGNORECASE), re.compile(table["after"])
