"""A report with what was found in it, what its words say was taken from elsewhere out.

"told the Ledger", "the Ledger reported", "according to state television", "said in a statement": each such
phrase governs what is quoted beside it, and what goes on from that; where nothing is quoted, "reported" and
"according to" govern their sentence. A document that an outlet "has seen" governs only what is quoted from
it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from onrecord.links.linking import linking_pattern, linking_words
from onrecord.links.outlets import MOST_WORDS, Outlets, citing_table, is_agency
from onrecord.model.annotation import Found, Quotation
from onrecord.model.record import OriginKind
from onrecord.model.report import NEWS, Report
from onrecord.model.span import Span
from onrecord.reports.dayline import parse_dayline

Way = Literal["sentence", "quoted"]
HEAD: Final = 400  # code points in which a release says that it is one
LONGEST: Final = 1_500  # code points of a sentence; longer ones are no prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """Words of a report that say from whom it has a thing.

    Attributes:
        words: the phrase, as evidence.
        name: the outlet, as it is known or printed; None for a release or post, which is its giver's.
        giver: id of the mention whose release or post it is.
        governs: where what was taken from there stands, in order.
    """

    report: str
    words: Span
    kind: OriginKind
    name: str | None
    giver: str | None
    governs: tuple[Span, ...]


def find_cited(report: Report, found: Found, outlets: Outlets) -> tuple[Cited, ...]:
    """Return what a report says that it has from elsewhere, in order of place."""
    cited: list[Cited] = []
    for block in report.blocks:
        if block.kind in NEWS:
            for sentence in sentences(report.text, block.span):
                here = [q for q in found.quotations if _stands_in(q, sentence)]
                cited += _of_outlets(report, sentence, here, outlets)
                cited += _of_releases(report, sentence, here)
    return tuple(_with_more(one, found.quotations) for one in cited)


def sentences(text: str, within: Span) -> Iterator[Span]:
    """Yield the sentences of a stretch of text, as far as marks tell."""
    start = within.start
    for match in linking_pattern("citing.sentence_end").finditer(text, within.start, within.end):
        yield Span(start, match.end())
        start = match.end()
    if start < within.end:
        yield Span(start, within.end)


def _stands_in(quotation: Quotation, sentence: Span) -> bool:
    """Whether a quotation's cue, else some of its content, stands in a sentence."""
    if quotation.cue is not None:
        return _overlap(quotation.cue, sentence)
    return any(_overlap(piece, sentence) for piece in quotation.content)


def _overlap(first: Span, second: Span) -> bool:
    return first.start < second.end and second.start < first.end


def _of_outlets(
    report: Report, sentence: Span, here: Sequence[Quotation], outlets: Outlets
) -> Iterator[Cited]:
    if len(sentence) > LONGEST or not _tells(sentence.of(report.text)):
        return
    for phrase in _phrases(sentence.of(report.text)):
        words = Span(sentence.start + phrase.words.start, sentence.start + phrase.words.end)
        name = _outlet_in(phrase, report, outlets)
        governs = _governed(words, sentence, here, phrase.way) if name is not None else ()
        if name is not None and governs:
            kind: OriginKind = "agency" if is_agency(name) else "outlet"
            yield Cited(report=report.id, words=words, kind=kind, name=name, giver=None, governs=governs)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    """Words of a sentence by which an outlet is cited, and how it is named or described there."""

    words: Span
    way: Way
    name: str
    described: str
    of: str
    definite: bool


@lru_cache(maxsize=8192)  # a sentence is read again for each moment
def _phrases(sentence: str) -> tuple[_Phrase, ...]:
    """Return the words of a sentence that may cite an outlet, pattern by pattern."""
    definite = linking_words("citing.definite")
    return tuple(
        _Phrase(
            words=Span(match.start(), match.end()),
            way=way,
            name=told.get("name") or "",
            described=told.get("described") or "",
            of=told.get("of") or "",
            definite=(told.get("article") or "").strip().lower() in definite,
        )
        for pattern, way in _patterns()
        for match in pattern.finditer(sentence)
        for told in [match.groupdict()]
    )


def _outlet_in(phrase: _Phrase, report: Report, outlets: Outlets) -> str | None:
    """Return the outlet that a phrase names, if it isn't the report's own."""
    if phrase.described:
        known = outlets.described(phrase.described.lower(), report.outlet) if phrase.definite else None
        return known or (" ".join((phrase.of + phrase.described).split()) if phrase.of else None)
    name = outlets.named(phrase.name, report.outlet)
    return None if name is None or name == report.outlet else name


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], Way], ...]:
    table = citing_table()["outlet"]
    described = (
        rf"\b(?P<article>(?:{_any(table['own_articles'])})\s|)"
        rf"(?P<of>(?:(?:{'|'.join(table['of_what'])})\s){{0,3}})"
        rf"(?P<described>{'|'.join(table['described'])})\b"
    )
    joined = rf"(?:\s(?:{_any(table['joining'])})?[A-ZÀ-Þ][\w&-]*){{0,{MOST_WORDS - 1}}}"
    article = rf"(?:(?:{_any(table['articles'])})\s)?"
    named = rf"(?:{article}(?P<name>(?-i:[A-ZÀ-Þ][\w&’'-]*{joined})))"
    ways: tuple[tuple[Way, str], ...] = (("sentence", "before"), ("quoted", "told"), ("quoted", "had"))
    made: list[tuple[str, Way]] = []
    for outlet in (named, described):
        made.append((rf"{outlet}\s(?:{_any(table['after'])})\b", "sentence"))
        made += [(rf"\b(?:{_any(table[key])})\s{outlet}", way) for way, key in ways]
    return tuple((re.compile(_blanks(pattern), re.IGNORECASE), way) for pattern, way in made)


@lru_cache(maxsize=8192)  # a sentence is read again for each moment
def _tells(sentence: str) -> bool:
    """Whether a sentence has one of the words by which others are cited."""
    return _telling().search(sentence.lower()) is not None


@lru_cache(maxsize=1)
def _telling() -> re.Pattern[str]:
    """Return a pattern of the words one of which stands in all patterns: few sentences have any.

    It is for a sentence in small letters: heeding none takes a search three times as long.
    """
    table = citing_table()["outlet"]
    words = [word for key in ("after", "before", "told", "had") for word in table[key]]
    return re.compile(_blanks(rf"\b(?:{_any(words)})"))


def _any(words: Iterable[str]) -> str:
    return "|".join(words)


def _blanks(pattern: str) -> str:
    return pattern.replace(" ", r"\s")


def _governed(words: Span, sentence: Span, here: Sequence[Quotation], way: Way) -> tuple[Span, ...]:
    """Return what a phrase governs: what is quoted by its words; else, if so it goes, its sentence."""
    beside = [q for q in here if any(_overlap(part, words) for part in _told_by(q))]
    if not beside and way == "quoted":
        return ()
    if not beside:
        inside = any(
            piece.start <= words.start and words.end <= piece.end for q in here for piece in q.content
        )
        return () if inside else (sentence,)
    return tuple(piece for quotation in beside for piece in quotation.content)


def _told_by(quotation: Quotation) -> list[Span]:
    parts = (quotation.cue, quotation.speaker_words, quotation.to, quotation.medium)
    return [part for part in parts if part is not None]


def _of_releases(report: Report, sentence: Span, here: Sequence[Quotation]) -> Iterator[Cited]:
    """Yield what is said in a release or post by those who are quoted in its sentence."""
    if not here or len(sentence) > LONGEST:
        return
    known: set[tuple[Span, ...]] = set()
    for pattern, kind in _releases():
        for match in pattern.finditer(report.text, sentence.start, sentence.end):
            words = Span(match.start(), match.end())
            said = [q for q in here if q.speakers and not any(_overlap(p, words) for p in q.content)]
            governs = tuple(piece for quotation in said for piece in quotation.content)
            if said and governs not in known:
                known.add(governs)
                giver = said[0].speakers[0]
                yield Cited(report=report.id, words=words, kind=kind, name=None, giver=giver, governs=governs)


@lru_cache(maxsize=1)
def _releases() -> tuple[tuple[re.Pattern[str], OriginKind], ...]:
    table = citing_table()
    release = table["release"]
    noun = rf"(?:{_any(release['how'])})\s"
    written = (
        rf"\b(?:{_any(release['by'])})\s(?:{_any(release['articles'])})\s(?:{noun}){{0,3}}"
        rf"(?:{_any(release['nouns'])})\b(?!\s(?:{_any(release['heard'])}))"
    )
    patterns: tuple[tuple[str, OriginKind], ...] = (
        (written, "release"),
        (rf"\b(?:{_any(table['post']['words'])})\b", "post"),
    )
    return tuple((re.compile(_blanks(pattern), re.IGNORECASE), kind) for pattern, kind in patterns)


def _with_more(cited: Cited, quotations: Iterable[Quotation]) -> Cited:
    """Return a citing with the quotations that go on from those which it governs."""
    governs = list(cited.governs)
    ids: set[str] = set()
    for quotation in quotations:
        goes_on = quotation.continues in ids
        if goes_on or any(piece in governs for piece in quotation.content):
            ids.add(quotation.id)
            governs += [piece for piece in quotation.content if piece not in governs] if goes_on else []
    return Cited(
        report=cited.report,
        words=cited.words,
        kind=cited.kind,
        name=cited.name,
        giver=cited.giver,
        governs=tuple(governs),
    )


def released_by(report: Report) -> str | None:
    """Return who gives a report out as a release: its outlet, else the name below the label, else None.

    A release says so in its first lines.
    """
    labels = {label.casefold() for label in citing_table()["release"]["labels"]}
    lines = [" ".join(line.split()) for line in report.text[:HEAD].splitlines() if line.strip()][:4]
    for place, line in enumerate(lines):
        if line.strip(" :*-–—.").casefold() in labels:
            below = lines[place + 1] if place + 1 < len(lines) else ""
            return report.outlet or (below if _body().fullmatch(below) and not parse_dayline(below) else None)
    return None


@lru_cache(maxsize=1)
def _body() -> re.Pattern[str]:
    """Return a pattern of a line that is the name of who gives something out."""
    part = rf"(?:[A-ZÀ-Þ][\w&.’'-]*|{_any(citing_table()['outlet']['small'])})"
    return re.compile(rf"{part}(?:\s{part}){{0,7}}")
