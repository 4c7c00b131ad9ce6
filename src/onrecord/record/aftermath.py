"""Settled reports in, the sentences that may tell what became of a plan out, found by words, people and day.

What came of a plan isn't always an event that a finder names: "its results, which were due on Thursday, will
now come on October 9". So later sentences are held against the plan. One that shares its name, people or
day and says in a known phrase (`aftermath.toml`) that it was kept, moved, dropped or refused tells what
became of it. One that may speak of it in other words tells nothing, but then there isn't "no report" either.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files

from onrecord.links.events import EventGroup
from onrecord.links.words import function_words
from onrecord.model.partial_date import PartialDate
from onrecord.model.record import OutcomeState, Support
from onrecord.model.report import NEWS
from onrecord.model.span import Span
from onrecord.record.claims import calendar, sentences_of
from onrecord.record.happenings import fixed_days, people_of, told_first, when_of
from onrecord.record.planned import window_of
from onrecord.record.settled import Settled

FINDER = "aftermath/1"
SURE = 0.7  # confidence of an outcome that rests on a phrase: as that of an event told by a noun
SHARED = 2  # words beside its name that a sentence on a plan shares with it, where neither people nor day do
DAY = timedelta(days=1)

BEFORE = 20  # code points before a length of time among which it is told that something comes within it
DAYS = {"D": 1, "W": 7, "M": 31, "Y": 366}  # the most that a length of time can be

NEAR = timedelta(days=8)  # the longest stretch within which a bounded day may be the plan's: "on Thursday"
Name = frozenset[str]

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_ENDING = re.compile(r"(?<=\w{4})(?:ings?|ed|es|s|e)\Z|(?<=\w{3})(?:ing|ed)\Z")
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1\Z")  # "admitted", "admits"
_LENGTH = re.compile(r"P(\d{1,3})([DWMY])")
_PRONOUN = re.compile(r"(?:[“‘\"']\s*)?(?:he|she|they)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a report, with the stems that it holds.

    Attributes:
        moves: where a phrase ends that tells that something was moved; None where there is none.
        keeps: whether a phrase tells that something went as planned, and none that it was moved.
        known: where those stand of whom it speaks: with the sentence before, where it begins with a pronoun.
    """

    report: str
    span: Span
    told: date
    stems: frozenset[str]
    text: str
    moves: int | None
    keeps: bool
    known: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a sentence tells of a plan."""

    state: OutcomeState
    support: Support


class Aftermath:
    """The sentences of a storyline, by the stems that they hold."""

    def __init__(self, settled: Settled) -> None:
        self._settled = settled
        self._by_stem: dict[str, list[Sentence]] = defaultdict(list)
        self._moving: list[Sentence] = []
        self._keeping: list[Sentence] = []
        self._told: dict[tuple[str, Span], frozenset[str]] = {}
        for sentence in _sentences(settled):
            for stem in sentence.stems:
                self._by_stem[stem].append(sentence)
            if sentence.moves is not None:
                self._moving.append(sentence)
            if sentence.keeps:
                self._keeping.append(sentence)

    def of(self, plan: EventGroup, states: Sequence[OutcomeState]) -> Told | None:
        """Return which of some states the latest sentence tells of a plan; None where none tells one.

        Args:
            plan: A plan, demand or possibility.
            states: Of held, put-off, called-off and denied those that can be.
        """
        facts = _facts(plan, self._settled)
        later = [*self._named(facts), *(self._moving if "put-off" in states else ())]
        later += self._keeping if "held" in states else ()
        found = [(s, state) for s in later for state in states if self._tells(state, facts, s)]
        if not found:
            return None
        sentence, state = max(found, key=lambda each: (each[0].told, each[0].report, each[0].span))
        return Told(state=state, support=self._support(sentence))

    def _support(self, sentence: Sentence) -> Support:
        """Return the support that a sentence gives: somebody's where an event or quotation in it is."""
        settled = self._settled
        own = settled.wording(sentence.report, sentence.span, finder=FINDER, confidence=SURE)
        found = settled.material.found[sentence.report]
        for event in found.events:
            if event.voice == "attributed" and sentence.span.holds(event.span):
                given, via = settled.entities.of(event.given_by), settled.entities.of(event.via)
                return replace(own, voice="attributed", given_by=given, via=via)
        for quotation in found.quotations:
            if any(sentence.span.overlaps(piece) for piece in quotation.content):
                given = settled.entities.of(quotation.speakers)
                return replace(own, voice="attributed", given_by=given)
        return own

    def may_be_told(self, plan: EventGroup) -> bool:
        """Whether a later sentence, from the plan's first day on, may speak of it in words of its own.

        Of a plan without a day any sentence may that holds its name, or two things that it is told with.
        """
        facts, window = _facts(plan, self._settled), window_of(plan)
        told, reports = self._told_with(facts), {report for report, _ in facts.told}
        for sentence in self._sharing(facts):
            later = facts.first is not None and sentence.told >= facts.first
            if not later or sentence.report in reports or (window is not None and sentence.told < window[0]):
                continue
            if _is_telling(sentence, facts):
                continue
            things = len(self._told_in(sentence) & told)
            names = [name for name in facts.names if name <= sentence.stems]
            named = any(not name <= _light() for name in names)
            if window is None:
                found = named or things >= SHARED
            elif things >= SHARED and (named or (names and things > SHARED)):
                found = True
            else:
                dated = things > SHARED or (things == SHARED and facts.one_day)
                found = dated and self._on_day(sentence, facts, len(sentence.text))
            if found:
                return True
        return False

    def deadline(self, plan: EventGroup) -> date | None:
        """Return the day by which a plan is to come about that gives a length of time: "within 14 days"."""
        mention, first = plan.tellings[0].mention, told_first(plan)
        text = self._settled.material.by_id[mention.report].text
        within = _phrases()["within"]
        for timex in self._settled.material.found[mention.report].timexes:
            length = _LENGTH.fullmatch(timex.value) if mention.clause.holds(timex.span) else None
            words = text[max(0, timex.span.start - BEFORE) : timex.span.end]
            if length and first and any(re.search(phrase, words, re.IGNORECASE) for phrase in within):
                return first + timedelta(days=int(length[1]) * DAYS[length[2]])
        return None

    def _told_with(self, facts: "Facts") -> frozenset[str]:
        """Return what a plan is told with: words that are no names, and ids of entities."""
        return frozenset().union(*(self._things(report, clause) for report, clause in facts.told))

    def _told_in(self, sentence: Sentence) -> frozenset[str]:
        """Return the same of a sentence."""
        place = (sentence.report, sentence.span)
        if place not in self._told:
            self._told[place] = self._things(*place)
        return self._told[place]

    def _things(self, report: str, span: Span) -> frozenset[str]:
        text, entities = self._settled.material.by_id[report].text, self._settled.entities
        here = [m for m in self._settled.material.found[report].mentions if span.holds(m.span)]
        bare = list(span.of(text))
        for mention in here:
            if mention.form == "name":
                start, end = mention.span.start - span.start, mention.span.end - span.start
                bare[start:end] = " " * (end - start)
        return stems_in("".join(bare)).union(entities.of(m.id for m in here))

    def _sharing(self, facts: "Facts") -> Iterator[Sentence]:
        """Yield, once each, the sentences that share a word with a plan."""
        seen: set[int] = set()
        for stem in sorted(facts.words):
            for sentence in self._by_stem.get(stem, ()):
                if id(sentence) not in seen:
                    seen.add(id(sentence))
                    yield sentence

    def _named(self, facts: "Facts") -> Iterator[Sentence]:
        """Yield the sentences told with a plan or after it that hold all words of a name of it."""
        for name in facts.names:
            rarest = min((self._by_stem.get(stem, []) for stem in sorted(name)), key=len, default=[])
            for sentence in rarest:
                if facts.first is not None and sentence.told >= facts.first and name <= sentence.stems:
                    yield sentence

    def _tells(self, state: OutcomeState, facts: "Facts", sentence: Sentence) -> bool:
        """Whether a sentence says of a plan that it has come to a state."""
        if facts.first is None or sentence.told < facts.first + (state != "denied") * DAY:
            return False
        shared = sentence.stems & facts.words
        named = any(name <= sentence.stems for name in facts.names)
        if state == "put-off":
            if sentence.moves is None or not self._on_day(sentence, facts, sentence.moves):
                return False
            return named or len(self._told_in(sentence) & self._told_with(facts)) >= SHARED
        if state == "held":
            return len(shared) >= SHARED and self._kept(facts, sentence)
        if state == "called-off" and self._is_off(facts, sentence):
            return True
        phrases = _phrases()["dropped" if state == "called-off" else "refused"]
        if not named or not _says(phrases, facts.forms, sentence.text):
            return False
        beside = not facts.people and any(len(shared - name) >= SHARED for name in facts.names)
        return beside or _is_telling(sentence, facts) or self._people(sentence, facts)

    def _is_off(self, facts: "Facts", sentence: Sentence) -> bool:
        """Whether a sentence tells that what was planned for a day, or is named, was called off."""
        phrase = _off().search(sentence.text)
        if phrase is None or len(self._told_in(sentence) & self._told_with(facts)) < SHARED:
            return False
        return self._on_day(sentence, facts, phrase.end())

    def _kept(self, facts: "Facts", sentence: Sentence) -> bool:
        """Whether a sentence tells, from the one day of a plan on, that what was of it went as planned."""
        if facts.day is None or facts.day.first is None or not facts.one_day or not sentence.keeps:
            return False
        return sentence.told >= facts.day.first and self._on_day(sentence, facts, len(sentence.text))

    def _people(self, sentence: Sentence, facts: "Facts") -> bool:
        """Whether somebody who takes part in the plan is spoken of."""
        mentions = self._settled.material.found[sentence.report].mentions
        here = (m.id for m in mentions if sentence.known.holds(m.span))
        return not facts.people.isdisjoint(self._settled.entities.of(here))

    def _on_day(self, sentence: Sentence, facts: "Facts", end: int) -> bool:
        """Whether a sentence speaks, before a place in it, of what can only be the plan's day."""
        if facts.day is None:
            return False
        for timex in self._settled.material.found[sentence.report].timexes:
            day = timex.when.date
            if not sentence.span.holds(timex.span) or timex.span.start - sentence.span.start >= end:
                continue
            if day is None or day.first is None or day.last is None or day.last == date.max:
                continue
            if day.last - day.first <= NEAR and day.may_be(facts.day):
                return True
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a plan is known by.

    Attributes:
        names, forms: the stems of the words that name it, and those as printed.
        words: stems of its clauses, the names' among them.
        people: ids of entities.
        told: report and clause of each telling.
        day: its day; None where its words leave it open.
        first: when it was first told.
    """

    names: tuple[Name, ...]
    forms: tuple[str, ...]
    words: frozenset[str]
    people: frozenset[str]
    told: tuple[tuple[str, Span], ...]
    day: PartialDate | None
    first: date | None

    @property
    def one_day(self) -> bool:
        """Whether it is planned for one day."""
        return self.day is not None and self.day.first == self.day.last


def _facts(plan: EventGroup, settled: Settled) -> Facts:
    texts = settled.material.by_id
    named = [t.mention.span.of(texts[t.mention.report].text) for t in plan.tellings]
    names = {name for words in named if (name := stems_in(words))}
    clauses = [stems_in(t.mention.clause.of(texts[t.mention.report].text)) for t in plan.tellings]
    return Facts(
        names=tuple(sorted(names, key=sorted)),
        forms=tuple(sorted({" ".join(words.split()) for words in named})),
        words=frozenset().union(*clauses),
        people=people_of(plan),
        told=tuple((t.mention.report, t.mention.clause) for t in plan.tellings),
        day=when.date
        if fixed_days(plan) is not None and (when := when_of(plan.tellings)) is not None
        else None,
        first=told_first(plan),
    )


def _is_telling(sentence: Sentence, facts: Facts) -> bool:
    """Whether a sentence is one that tells the plan itself."""
    return any(sentence.report == report and sentence.span.holds(clause) for report, clause in facts.told)


def _says(phrases: Iterable[str], forms: Iterable[str], text: str) -> bool:
    """Whether a sentence says one of some phrases of something by its name."""
    name = "(?:" + "|".join(re.escape(form) for form in forms) + ")"
    return any(re.search(phrase.replace("NAME", name), text, re.IGNORECASE) for phrase in phrases)


def _sentences(settled: Settled) -> Iterator[Sentence]:
    """Yield the sentences of the running text of all reports of which it is known when they were out."""
    moved, kept = (re.compile("|".join(_phrases()[which]), re.IGNORECASE) for which in ("moved", "kept"))
    for report in settled.material.reports:
        day = report.published.date if report.published is not None else None
        if day is None or day.last is None or day.last == date.max:
            continue
        for block in report.blocks:
            if block.kind not in NEWS or block.kind in ("headline", "subhead"):
                continue
            before = None
            for span in sentences_of(report.text, block.start, block.end):
                text = re.sub(r"\s", " ", span.of(report.text))
                phrase = moved.search(text)
                yield Sentence(
                    report=report.id, span=span, told=day.last, stems=stems_in(text), text=text,
                    moves=phrase.end() if phrase is not None else None,
                    keeps=phrase is None and kept.search(text) is not None,
                    known=Span(before.start, span.end) if before and _PRONOUN.match(text) else span,
                )  # fmt: skip
                before = span


def stems_in(text: str) -> frozenset[str]:
    """Return the words of a text that carry meaning, without their endings; days and months tell nothing."""
    return frozenset(stem for word in set(_WORD.findall(text)) if (stem := _stem(word)))


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    """Return a word without its ending; nothing for a day, a month, and what carries no meaning."""
    small = word.casefold()
    if len(small) <= 2 or small in function_words() or (word.istitle() and small in calendar()):
        return ""
    return _DOUBLED.sub(r"\1", _ENDING.sub("", small))


@lru_cache(maxsize=1)
def _phrases() -> Mapping[str, tuple[str, ...]]:
    """Return the phrases of English."""
    text = files("onrecord").joinpath("data/en/aftermath.toml").read_text(encoding="utf-8")
    return {name: tuple(phrases) for name, phrases in tomllib.loads(text).items()}


@lru_cache(maxsize=1)
def _light() -> frozenset[str]:
    """Return the stems of verbs that name no plan by themselves: "held", "opened"."""
    return stems_in(" ".join(_phrases()["light"]))


@lru_cache(maxsize=1)
def _off() -> re.Pattern[str]:
    """Return the phrases by which something is called off, as one pattern."""
    return re.compile("|".join(_phrases()["off"]), re.IGNORECASE)
