"""A report in, where it corrects out: what it tells again as having been wrong, and what was misdated."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.english import english_table
from onrecord.model.report import NEWS, Report
from onrecord.model.span import Span

_SENTENCE = re.compile(r"[^\s].*?(?:[.!?][”’\"')]*(?=\s+[“‘\"'A-Z])|$)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """What corrections a report holds.

    Attributes:
        retold: words that only tell again what had been wrong.
        misdated: words for which an outlet says it gave a wrong day, each with what follows in its block.
    """

    retold: tuple[Span, ...] = ()
    misdated: tuple[tuple[Span, Span], ...] = ()


def notices_in(report: Report) -> Notices:
    """Return the corrections that a report holds."""
    words = notice_words()
    headline = re.match(words.notice, report.headline or "", re.IGNORECASE) is not None
    retold: list[Span] = []
    misdated: list[tuple[Span, Span]] = []
    for block in report.blocks:
        if block.kind in NEWS:
            noticed = headline or block.kind == "correction"
            for sentence in _corrected(block.span, report, noticed=noticed):
                retold += _retold(sentence, report)
                misdated += _misdated(sentence, block.span, report)
    return Notices(retold=tuple(retold), misdated=tuple(misdated))


def _corrected(block: Span, report: Report, *, noticed: bool) -> Iterator[Span]:
    """Yield the sentences of a notice; elsewhere those that the next sentence calls wrong."""
    words = notice_words()
    text = block.of(report.text)
    noticed = noticed or re.match(words.notice, text, re.IGNORECASE) is not None
    if not noticed and re.search(words.wrong, text, re.IGNORECASE) is None:
        return
    sentences = [Span(block.start + m.start(), block.start + m.end()) for m in _SENTENCE.finditer(text)]
    for place, sentence in enumerate(sentences):
        after = sentences[place + 1].of(report.text) if place + 1 < len(sentences) else ""
        if noticed or re.match(words.wrong, after, re.IGNORECASE):
            yield sentence


def _retold(sentence: Span, report: Report) -> Iterator[Span]:
    """Yield what a sentence says had been said: from the verb to where what is right begins."""
    words = notice_words()
    said = words.said(report.outlet).search(report.text, sentence.start, sentence.end)
    if said is not None:
        end = re.compile(words.ends, re.IGNORECASE).search(report.text, said.end(), sentence.end)
        yield Span(said.end(), end.start() if end is not None else sentence.end)


def _misdated(sentence: Span, block: Span, report: Report) -> Iterator[tuple[Span, Span]]:
    """Yield what was given a wrong day, with the rest of the block, which tells the right one."""
    given = re.compile(notice_words().misdated, re.IGNORECASE)
    found = given.search(report.text, sentence.start, sentence.end)
    if found is not None:
        yield Span(found.end(), sentence.end), Span(sentence.end, block.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeWords:
    """The regular expressions of `corrections.toml`; its comments say what each is for."""

    notice: str
    source: tuple[str, ...]
    verb: str
    ends: str
    wrong: str
    misdated: str
    that: str

    def said(self, outlet: str | None) -> re.Pattern[str]:
        """Return what matches up to where the words that had been wrong begin."""
        own = re.escape(outlet) if outlet else r"(?!)"
        sources = "|".join(source.replace("OUTLET", own) for source in self.source)
        return re.compile(rf"\b(?:{sources}),? {self.verb}\b(?: {self.that}\b)?", re.IGNORECASE)


@lru_cache(maxsize=1)
def notice_words() -> NoticeWords:
    """Return the expressions of English."""
    table = english_table("corrections")
    return NoticeWords(**{**table, "source": tuple(table["source"])})
