"""Words in marks and a retelling of them in, whether one utterance is told in other words out.

"I was told that there was a chance. I would take it again", "he had been offered a chance and would take it
again": most words of meaning of either stand in the other, and the retelling has some of its own. Who tells
the very words, or leaves some out, words nothing otherwise.
"""

from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Final

from onrecord.links.statements import Rendering, days_agree
from onrecord.links.words import Place, words_of
from onrecord.model.span import Span
from onrecord.record.claims import sentences_of, stems_of
from onrecord.record.composing import composing_pattern, composing_words
from onrecord.record.settled import Settled
from onrecord.record.wordings import Change, Wording

FEWEST: Final = 2  # words of meaning that both have
MOST: Final = 0.66  # and their share of those of the one that has fewer
OF_EITHER: Final = 0.5  # and of the other one's
NEAR: Final = timedelta(days=7)  # between two reports of which one may retell what the other quotes


def retold(first: Wording, other: Wording, texts: tuple[str, str], names: frozenset[str]) -> Change | None:
    """Return the sentence in marks and the clause that tell one thing in other words; None if none do.

    Args:
        first: Words of one report.
        other: And of another; one of the two stands in marks by itself.
        texts: Of the two reports.
        names: Stems of the names in both: who is spoken of tells no utterance from another.
    """
    whole = [wording.direct and not wording.inside for wording in (first, other)]
    clause = _whole(other.places if whole[0] else first.places)
    if whole[0] == whole[1] or clause is None:
        return None
    text, its = texts if whole[0] else texts[::-1]
    empty = names | composing_words("retellings.empty")
    told = clause.of(its)
    meant = _meant(told, empty)
    if len(meant) < FEWEST or _has(text, told):
        return None
    for sentence in _sentences(first if whole[0] else other, text):
        quoted = sentence.of(text)
        if composing_pattern("retellings.of_former").search(quoted) is not None:
            continue
        if _are_one(_meant(quoted, empty), meant) and not _has(its, quoted):
            places = (sentence, clause) if whole[0] else (clause, sentence)
            return Change(first=places[0], second=places[1])
    return None


def _meant(words: str, empty: frozenset[str]) -> frozenset[str]:
    """Return the stems of some words that tell an utterance from others: no numbers, which many have."""
    return frozenset(stem for stem in stems_of(words) - empty if not any(map(str.isdigit, stem)))


def _has(text: str, words: str) -> bool:
    """Whether a report has some words in a row: then it leaves nothing to another's wording."""
    return f" {' '.join(words_of(words))} " in _running(text)


@lru_cache(maxsize=64)  # a report is held against each that retells it
def _running(text: str) -> str:
    return f" {' '.join(words_of(text))} "


def _are_one(quoted: frozenset[str], told: frozenset[str]) -> bool:
    """Whether words of meaning are of one utterance, and the one that tells it has some of its own."""
    shared = len(quoted & told)
    sizes = sorted((len(quoted), len(told)))
    return (
        shared >= FEWEST
        and shared >= MOST * sizes[0]
        and shared >= OF_EITHER * sizes[1]
        and told > quoted & told
    )


def may_retell(first: Rendering, second: Rendering) -> bool:
    """Whether two reports may tell one utterance of one named speaker: of one day, told within days."""
    if first.report == second.report or not first.speakers or first.speakers != second.speakers:
        return False
    if first.unnamed or second.unnamed or not days_agree(first.said, second.said):
        return False
    if first.published is None or second.published is None:
        return False
    return abs(first.published - second.published) <= NEAR


def names_of(report: str, settled: Settled) -> frozenset[str]:
    """Return the stems of the names in a report."""
    mentions = settled.material.found[report].mentions
    return frozenset(stem for m in mentions if m.form == "name" for stem in stems_of(m.name))


def _whole(places: tuple[Place, ...]) -> Span | None:
    return Span(places[0].start, places[-1].end) if places else None


def _sentences(direct: Wording, text: str) -> Iterator[Span]:
    """Yield the sentences of words in marks, and each two that follow each other: one may retell both."""
    whole = _whole(direct.places)
    if whole is None:
        return
    found = [
        Span(span.start, span.start + len(span.of(text).rstrip()))
        for span in sentences_of(text, whole.start, whole.end)
    ]
    yield from found
    yield from (Span(one.start, other.end) for one, other in pairwise(found))
