"""Reports in, which of their words only tell again what had been wrong out.

"An earlier version said that two sailors had been arrested": no claim that anybody was. So nothing is taken
from such words; and what the same outlet had said before, in another report, they take back.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from onrecord.links.counting import count_the_same
from onrecord.links.events import ALIKE, STATES
from onrecord.links.material import published_key
from onrecord.links.names import plain
from onrecord.links.words import content_words, held_in, words_of
from onrecord.model.annotation import Annotation, EventMention, FigureReading, Found
from onrecord.model.report import NEWS, Report
from onrecord.model.span import Span
from onrecord.record.revising import Claim, Lost, Revised, claims

_SENTENCE = re.compile(r"[^\s].*?(?:[.!?][”’\"')]*(?=\s+[“‘\"'A-Z])|$)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """Annotations without what reports only tell again, and what reports of their outlets so took back.

    Attributes:
        found: of each report, what it claims.
        lost: by the id of the claim, with the notice that took it back.
    """

    found: Mapping[str, Found]
    lost: Mapping[str, tuple[Revised, Lost]]


def correct(reports: Sequence[Report], found: Mapping[str, Found]) -> Corrected:
    """Return what some reports claim, corrections applied."""
    ordered = sorted(reports, key=published_key)
    retold = {report.id: spans for report in ordered if (spans := retold_in(report))}
    if not retold:
        return Corrected(found=found, lost={})
    lost: dict[str, tuple[Revised, Lost]] = {}
    for notice in ordered:
        for wrong in _inside(found.get(notice.id, Found()), retold.get(notice.id, ())):
            for report, claim in _said_before(notice, wrong, ordered, found):
                step = Revised(before=report, after=notice, lost=(), changed=())
                lost.setdefault(claim.id, (step, Lost(claim=claim, now=None)))
    gone = {claim.id for i, spans in retold.items() for claim in _inside(found.get(i, Found()), spans)}
    kept = {report: without(each, gone | lost.keys()) for report, each in found.items()}
    return Corrected(found=kept, lost=lost)


def retold_in(report: Report) -> tuple[Span, ...]:
    """Return where a report tells again what had been wrong."""
    words = _words()
    headline = re.match(words.notice, report.headline or "", re.IGNORECASE) is not None
    return tuple(
        span
        for block in report.blocks
        if block.kind in NEWS
        for span in _of_block(block.span, report, noticed=headline or block.kind == "correction")
    )


def without(found: Found, gone: frozenset[str] | set[str]) -> Found:
    """Return annotations without some events, readings and quotations."""
    if not gone:
        return found
    return replace(
        found,
        events=tuple(a for a in found.events if a.id not in gone),
        figures=tuple(a for a in found.figures if a.id not in gone),
        quotations=tuple(a for a in found.quotations if a.id not in gone),
    )


def _of_block(block: Span, report: Report, *, noticed: bool) -> Iterator[Span]:
    words = _words()
    text = block.of(report.text)
    noticed = noticed or re.match(words.notice, text, re.IGNORECASE) is not None
    sentences = [Span(block.start + m.start(), block.start + m.end()) for m in _SENTENCE.finditer(text)]
    for place, sentence in enumerate(sentences):
        after = sentences[place + 1].of(report.text) if place + 1 < len(sentences) else ""
        if noticed or re.match(words.wrong, after, re.IGNORECASE):
            yield from _of_sentence(sentence, report)


def _of_sentence(sentence: Span, report: Report) -> Iterator[Span]:
    """Yield what a sentence of a notice says had been said: from the verb to where what is right begins."""
    words = _words()
    said = words.said(report.outlet).search(report.text, sentence.start, sentence.end)
    if said is not None:
        end = re.compile(words.ends, re.IGNORECASE).search(report.text, said.end(), sentence.end)
        yield Span(said.end(), end.start() if end is not None else sentence.end)


def _inside(found: Found, spans: Sequence[Span]) -> tuple[Annotation, ...]:
    made: tuple[Annotation, ...] = (*found.events, *found.figures, *found.quotations)
    return tuple(a for a in made if any(span.holds(a.span) for span in spans))


def _said_before(
    notice: Report, wrong: Annotation, reports: Sequence[Report], found: Mapping[str, Found]
) -> Iterator[tuple[Report, Claim]]:
    """Yield what earlier reports of a notice's outlet had claimed and it calls wrong."""
    for report in reports:
        mine = report.outlet and plain(report.outlet) == plain(notice.outlet or "")
        if report.id == notice.id or not mine or published_key(report) > published_key(notice):
            continue
        for claim in claims(report, found.get(report.id, Found())):
            if _is_same(claim, wrong, report, notice):
                yield report, claim


def _is_same(claim: Claim, wrong: Annotation, report: Report, notice: Report) -> bool:
    """Whether a claim is the one that a notice calls wrong: one number of one thing, or one event."""
    if isinstance(claim, FigureReading) and isinstance(wrong, FigureReading):
        return (claim.low, claim.high) == (wrong.low, wrong.high) and count_the_same(claim, wrong)
    if isinstance(claim, EventMention) and isinstance(wrong, EventMention):
        meaning = [
            content_words(words_of(a.clause.of(r.text))) for a, r in ((claim, report), (wrong, notice))
        ]
        one_sort = (claim.sort, STATES[claim.modality]) == (wrong.sort, STATES[wrong.modality])
        return one_sort and held_in(meaning[0], meaning[1]) >= ALIKE
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The regular expressions of `corrections.toml`; its comments say what each is for."""

    notice: str
    source: tuple[str, ...]
    verb: str
    ends: str
    wrong: str

    def said(self, outlet: str | None) -> re.Pattern[str]:
        """Return what matches up to where the words that had been wrong begin."""
        own = re.escape(outlet) if outlet else r"(?!)"
        sources = "|".join(source.replace("OUTLET", own) for source in self.source)
        return re.compile(rf"\b(?:{sources}),? {self.verb}\b(?: that\b)?", re.IGNORECASE)


@lru_cache(maxsize=1)
def _words() -> Words:
    table = tomllib.loads((files("onrecord") / "data/en/corrections.toml").read_text(encoding="utf-8"))
    return Words(**{**table, "source": tuple(table["source"])})
