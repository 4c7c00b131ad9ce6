"""One report's quotations in, its renderings out: what a speaker said on each occasion told of.

What a speaker says in a report is of one occasion unless the words tell of two: two days, two audiences or
media, a cue that looks back ("she had promised"), or an opening ("Speaking from the balcony, …"). A day that
is told of once goes for what follows in its paragraph; elsewhere a report speaks of its newest occasion.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from onrecord.english import english_table
from onrecord.links.entities import Entities
from onrecord.links.linking import linking_pattern
from onrecord.links.material import Material
from onrecord.links.words import content_words, words_of
from onrecord.model.annotation import Quotation
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.model.when import When

FRESH: Final = timedelta(
    days=2
)  # a report's own occasion is told of by the day it comes out, or the next but one
MARKED: Final = re.compile('["“”„«]([^"“”„«»]{2,}?)["“”»]')
BEFORE: Final = 160  # code points before a quotation within which its sentence opens
SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+")

Setting = tuple[str, str]
"""A medium or an audience, and its last word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words of one sentence in marks, and whether the sentence begins and ends with them."""

    words: tuple[str, ...]
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What one quotation says: its words, those with meaning, and what stood in marks, by sentence too."""

    words: tuple[str, ...]
    meaning: frozenset[str]
    marked: tuple[tuple[str, ...], ...]
    stretches: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """One report's quotations of one speaker on one occasion, in order of place.

    Attributes:
        published: the latest day that the report may be of; None where that is open.
        pieces: the words of each quotation.
        settings: audiences and media that are told.
        unnamed: whether a description is all that is known of who speaks.
        looks_back: whether the words tell it as gone by ("had said"), or another passes it on.
        offices: what the speaker is called in any report ("chief executive").
        present: whom the report speaks of.
        called: the printed words for the speaker, each once.
    """

    report: str
    quotations: tuple[Quotation, ...]
    speakers: tuple[str, ...]
    said: When | None
    words: tuple[str, ...]
    meaning: frozenset[str]
    published: date | None = None
    pieces: tuple[Words, ...] = ()
    settings: frozenset[Setting] = frozenset()
    unnamed: bool = False
    looks_back: bool = False
    offices: frozenset[str] = frozenset()
    present: frozenset[str] = frozenset()
    called: frozenset[tuple[str, ...]] = frozenset()

    @property
    def id(self) -> str:
        """The founding quotation's id."""
        return self.quotations[0].id

    @property
    def window(self) -> tuple[date, date] | None:
        """From what day to what day it may have been said; None where that is open."""
        told = self.said.date if self.said is not None else None
        if told is not None and told.first is not None and told.last is not None:
            return told.first, told.last
        is_open = self.said is not None and self.said.basis != "bounded"
        if is_open or self.looks_back or self.published is None:
            return None
        return self.published - FRESH, self.published


@dataclass(slots=True)
class _Run:
    """Quotations of one occasion so far, as found from top to bottom."""

    speakers: tuple[str, ...]
    via: tuple[str, ...]
    looks_back: bool
    gone_by: bool = False
    quotations: list[Quotation] = field(default_factory=list)
    days: set[str] = field(default_factory=set)
    settings: set[Setting] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Report:
    """A report with what its quotations are read by."""

    report: Report
    material: Material
    entities: Entities
    bodies: frozenset[str]
    offices: Mapping[str, frozenset[str]]
    present: frozenset[str]

    @property
    def latest(self) -> date | None:
        """The latest day that it may be of."""
        when = self.report.published
        return when.date.last if when is not None and when.date is not None else None


def find_renderings(
    report: Report,
    material: Material,
    entities: Entities,
    offices: Mapping[str, frozenset[str]] | None = None,
) -> list[Rendering]:
    """Return the quotations of one report, gathered by speaker and occasion.

    Indirect speech of an unknown speaker is left out: nobody stands for it.

    Args:
        report: The report.
        material: All reports of the storyline.
        entities: Who is who in them.
        offices: What people are called, by `offices_of`; without it no office tells who speaks.
    """
    kinds = {group.id: group.kind for group in entities.groups}
    bodies = frozenset(one for one, kind in kinds.items() if kind == "organization")
    present = frozenset(entities.of(mention.id for mention in material.found[report.id].mentions))
    page = _Report(report, material, entities, bodies, offices or {}, present)
    runs: list[_Run] = []
    for quotation in sorted(material.found[report.id].quotations, key=lambda q: q.span):
        speakers = entities.of(quotation.speakers)
        if (not speakers and quotation.kind == "indirect") or quotation.id in material.ruled.struck:
            continue
        run = _run_of(runs, quotation, page)
        if run is None:
            run = _Run(speakers, _relays(quotation, page), _looks_back(quotation, report))
            runs.append(run)
        run.quotations.append(quotation)
        run.gone_by |= _is_gone_by(quotation, report)
        run.days |= _days(quotation)
        run.settings |= _settings(quotation, report)
    return [_rendering(run, page, kinds) for run in runs]


def _run_of(runs: Sequence[_Run], quotation: Quotation, page: _Report) -> _Run | None:
    """Return the run that a quotation goes on: the last that fits; one that it can't be of is passed over."""
    ruled = page.material.ruled
    for run in reversed(runs):
        if ruled.apart((q.id for q in run.quotations), quotation.id):
            continue
        if quotation.continues is not None and quotation.continues in {q.id for q in run.quotations}:
            return run
        if _goes_on(run, quotation, page):
            return run
    return None


def _goes_on(run: _Run, quotation: Quotation, page: _Report) -> bool:
    """Whether a quotation belongs to the occasion that a run of quotations is of."""
    speakers = page.entities.of(quotation.speakers)
    if not speakers or speakers != run.speakers or _relays(quotation, page) != run.via:
        return False
    settings = _settings(quotation, page.report)
    if settings and run.settings and settings.isdisjoint(run.settings):
        return False
    days = _days(quotation)
    beside = _same_paragraph(run.quotations[-1], quotation, page.report)
    if days and run.days:
        return not days.isdisjoint(run.days)
    if _looks_back(quotation, page.report) != run.looks_back or (
        not beside and _opens_another(quotation, page.report)
    ):
        return False
    if days:
        return beside or _is_fresh(days, page)
    return beside or not run.days or _is_fresh(run.days, page)


def _same_paragraph(first: Quotation, second: Quotation, report: Report) -> bool:
    return "\n" not in report.text[min(first.span.end, second.span.start) : second.span.start]


def _is_fresh(days: set[str], page: _Report) -> bool:
    """Whether days are those that a report itself is about; so they are where its own isn't known."""
    latest = page.latest
    lasts = [When(edtf=day, basis="stated").date for day in days]
    return latest is None or any(
        last is None or (last.last is not None and latest - last.last <= FRESH) for last in lasts
    )


def _days(quotation: Quotation) -> set[str]:
    """Return the day that the words tell, if they tell one."""
    said = quotation.said
    firm = said is not None and said.basis not in ("bounded", "open") and said.edtf is not None
    return {said.edtf} if firm and said is not None and said.edtf is not None else set()


def _relays(quotation: Quotation, page: _Report) -> tuple[str, ...]:
    """Return who passes it on; an outlet that reports it is no relay but the report's source."""
    return tuple(one for one in page.entities.of(quotation.via) if one not in page.bodies)


def _looks_back(quotation: Quotation, report: Report) -> bool:
    return (
        quotation.cue is not None
        and linking_pattern("occasions.looks_back").match(quotation.cue.of(report.text)) is not None
    )


def _is_gone_by(quotation: Quotation, report: Report) -> bool:
    """Whether it is told beside the news as what came before it: "a week after she told …", "…, who said"."""
    if quotation.cue is None:
        return False
    return (
        _tables().gone_by.search(report.text, max(0, quotation.cue.start - BEFORE), quotation.cue.start)
        is not None
    )


def _opens_another(quotation: Quotation, report: Report) -> bool:
    """Whether its sentence opens with where or before whom its speaker spoke: "Speaking from the balcony"."""
    before = report.text[max(0, quotation.span.start - BEFORE) : quotation.span.start]
    return _tables().openings.search(before) is not None


def _settings(quotation: Quotation, report: Report) -> set[Setting]:
    """Return medium and audience, where they tell one occasion from another."""
    found = set()
    written = quotation.cue is not None and quotation.cue.of(report.text).casefold() in _tables().writing
    if quotation.medium is not None:
        medium = _last_word(quotation.medium, report)
        found.add(("medium", medium))
        written = written or medium in _tables().written
    if written:
        found.add(("medium", "written"))
    if quotation.to is not None:
        words = quotation.to.of(report.text).split()
        named = any(word[:1].isupper() for word in words[:4]) and len(words) <= 6
        if named or (words and words[-1].lower().strip(".,") in _tables().audiences):
            found.add(("to", _last_word(quotation.to, report)))
    return found


def _last_word(span: Span, report: Report) -> str:
    words = words_of(span.of(report.text))
    return words[-1] if words else ""


@lru_cache(maxsize=4)
def settings(which: str) -> frozenset[Setting]:
    """Return settings by what they are: "afar", "before" people, or "written"."""
    kind = "to" if which == "before" else "medium"
    return frozenset((kind, word) for word in english_table("occasions")[which])


@dataclass(frozen=True, slots=True)
class _Tables:
    """What tells occasions apart: audiences, openings, writing, and clauses of what came before the news."""

    audiences: frozenset[str]
    writing: frozenset[str]
    written: frozenset[str]
    openings: re.Pattern[str]
    gone_by: re.Pattern[str]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    raw = english_table("occasions")
    return _Tables(
        audiences=frozenset(raw["audiences"]),
        writing=frozenset(raw["writing"]),
        written=frozenset(raw["written"]),
        openings=re.compile("|".join(raw["openings"])),
        gone_by=re.compile("|".join(raw["gone_by"]), re.IGNORECASE),
    )


def _rendering(run: _Run, page: _Report, kinds: Mapping[str, str]) -> Rendering:
    text = page.report.text
    told = [q.said for q in run.quotations if q.said is not None]
    firm = [when for when in told if when.basis not in ("bounded", "open")]
    pieces = tuple(_words(quotation, text) for quotation in run.quotations)
    words = [word for piece in pieces for word in piece.words]
    return Rendering(
        report=page.report.id,
        quotations=tuple(run.quotations),
        speakers=run.speakers,
        said=next(iter(firm or told), None),
        words=tuple(words),
        meaning=content_words(words),
        published=page.latest,
        pieces=pieces,
        settings=frozenset(run.settings),
        unnamed=bool(run.speakers) and all(kinds.get(one) == "unnamed" for one in run.speakers),
        looks_back=run.looks_back or run.gone_by or bool(run.via),
        offices=frozenset(office for one in run.speakers for office in page.offices.get(one, ())),
        present=page.present,
        called=frozenset(
            tuple(words_of(q.speaker_words.of(text))) for q in run.quotations if q.speaker_words is not None
        ),
    )


def _words(quotation: Quotation, text: str) -> Words:
    parts = [span.of(text) for span in quotation.content]
    words = [word for part in parts for word in words_of(part)]
    marked = tuple(_marked(quotation.kind, parts))
    return Words(
        words=tuple(words),
        meaning=content_words(words),
        marked=tuple(tuple(words_of(stretch)) for stretch in marked),
        stretches=tuple(
            stretch
            for words_in_marks in marked
            for stretch in _sentences(words_in_marks, direct=quotation.kind == "direct")
        ),
    )


def _marked(kind: str, parts: Sequence[str]) -> Iterator[str]:
    """Yield each stretch that stood in quotation marks."""
    for part in parts:
        yield from [part] if kind == "direct" else MARKED.findall(part) if kind == "mixed" else []


def _sentences(stretch: str, *, direct: bool) -> Iterator[Stretch]:
    """Yield the sentences of words in marks; what a clause quotes within itself has open ends."""
    for sentence in SENTENCE_END.split(stretch.strip()):
        if words := tuple(words_of(sentence)):
            yield Stretch(
                words=words,
                opens=direct and sentence[:1].isupper(),
                closes=sentence[-1:] in (".", "!", "?"),
            )
