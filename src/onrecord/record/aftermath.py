"""Settled reports in, the sentences that may tell what became of a plan out, found by words, people and day.

What came of a plan isn't always an event that a finder names: "its results, which were due on Thursday, will
now come on October 9". So later sentences are held against the plan. One that shares its name, people or
day and says in a known phrase (`aftermath.toml`) that it was kept, moved, dropped or refused tells what
became of it. One that may speak of it in other words tells nothing, but then there isn't "no report" either.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.links.events import EventGroup
from onrecord.model.partial_date import PartialDate
from onrecord.model.record import OutcomeState, Support
from onrecord.model.span import Span
from onrecord.model.when import WEEKDAYS, When
from onrecord.record.aftermath_sentences import (
    Sentence,
    doubt,
    end_of,
    light,
    phrases,
    saying,
    says,
    sentences,
    stems_in,
)
from onrecord.record.akin import Doing, doings, doings_planned, told_in
from onrecord.record.happenings import fixed_days, once, people_of, told_first, when_of
from onrecord.record.planned import window_of
from onrecord.record.settled import Settled

FINDER = "aftermath/2"
SURE = 0.7  # confidence of an outcome that rests on a phrase: as that of an event told by a noun
SHARED = 2  # words beside its name that a sentence on a plan shares with it, where neither people nor day do
DAY = timedelta(days=1)

NEXT = 16  # code points after "since" or "until" within which the day stands
AROUND = 60  # code points on either side in which a word of doubt takes back what a phrase tells
BEFORE = 20  # code points before a length of time among which it is told that something comes within it
DAYS = {"D": 1, "W": 7, "M": 31, "Y": 366}  # the most that a length of time can be

NEAR = timedelta(days=8)  # the longest stretch within which a bounded day may be the plan's: "on Thursday"
Name = frozenset[str]

_LENGTH = re.compile(r"P(\d{1,3})([DWMY])")


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
        for sentence in sentences(settled):
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
        after = [*self._named(facts), *(self._moving if "put-off" in states else ())]
        after += self._keeping if "held" in states else ()
        found = [(s, state) for s in after for state in states if self._tells(state, facts, s)]
        if not found and "held" in states:
            found = [(s, "held") for s in self._sharing(facts) if self._came(facts, s)]
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
            after = facts.first is not None and sentence.told >= facts.first
            if not after or sentence.report in reports or (window is not None and sentence.told < window[0]):
                continue
            if _is_telling(sentence, facts):
                continue
            common = self._told_in(sentence) & told
            things, words = len(common), len(common & sentence.stems)
            names = [name for name in facts.names if name <= sentence.stems]
            named = any(not name <= light() for name in names)
            if window is None:
                found = named or things >= SHARED
            elif things >= SHARED and (named or (names and things > SHARED)):
                found = True
            else:
                dated = things > SHARED or (things == SHARED and words > 0 and facts.one_day)
                found = dated and self._on_day(sentence, facts, len(sentence.text))
            if found:
                return True
        return False

    def deadline(self, plan: EventGroup) -> date | None:
        """Return the day by which a plan is to come about that gives a length of time: "within 14 days"."""
        mention, first = plan.tellings[0].mention, told_first(plan)
        text = self._settled.material.by_id[mention.report].text
        within = phrases()["within"]
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
        for words in (w for m in here if m.form == "name" for w in (m.span, m.role) if w is not None):
            start, end = max(0, words.start - span.start), max(0, words.end - span.start)
            bare[start:end] = " " * len(bare[start:end])
        return (stems_in("".join(bare)) - saying()).union(entities.of(m.id for m in here))

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
            if named and (self._is_later(facts, sentence) or self._is_shifted(facts, sentence)):
                return True
            if sentence.moves is None or not self._on_day(sentence, facts, sentence.moves):
                return False
            return named or len(self._told_in(sentence) & self._told_with(facts)) >= SHARED
        if state == "held":
            return len(shared) >= SHARED and self._kept(facts, sentence)
        if state == "called-off" and self._is_off(facts, sentence):
            return True
        known = phrases()["dropped" if state == "called-off" else "refused"]
        known += phrases()["forgone"] if facts.may else ()
        if not named or not says(known, facts.forms, facts.words, sentence.text):
            return False
        beside = not facts.people and any(len(shared - name) >= SHARED for name in facts.names)
        return beside or _is_telling(sentence, facts) or self._people(sentence, facts)

    def _is_off(self, facts: "Facts", sentence: Sentence) -> bool:
        """Whether a sentence tells that what was planned for a day, or is named, was called off."""
        passive, active = end_of("off", sentence.text), end_of("barred", sentence.text)
        end = max(passive or 0, active + AROUND if active else 0)
        if not end or len(self._told_in(sentence) & self._told_with(facts)) < SHARED:
            return False
        return self._on_day(sentence, facts, end)

    def _is_later(self, facts: "Facts", sentence: Sentence) -> bool:
        """Whether a sentence tells of a plan with a day that it comes on a later one."""
        if facts.day is None or facts.day.last is None or _is_telling(sentence, facts):
            return False
        if end_of("later", sentence.text) is None:
            return False
        days = [when.date for _, when in self._days(sentence)]
        if not days or any(d is None or d.last is None or d.last <= facts.day.last for d in days):
            return False
        return len(self._told_in(sentence) & self._told_with(facts)) > SHARED

    def _is_shifted(self, facts: "Facts", sentence: Sentence) -> bool:
        """Whether a sentence tells, about a plan's day, by how much it was put off: "moved back by a day"."""
        if facts.day is None or facts.day.last is None or _is_telling(sentence, facts):
            return False
        if end_of("shifted", sentence.text) is None or sentence.told - NEAR > facts.day.last:
            return False
        return len(self._told_in(sentence) & self._told_with(facts)) >= SHARED

    def _kept(self, facts: "Facts", sentence: Sentence) -> bool:
        """Whether a sentence tells, from the one day of a plan on, that what was of it went as planned."""
        if facts.day is None or facts.day.first is None or not facts.one_day or not sentence.keeps:
            return False
        return sentence.told >= facts.day.first and self._on_day(sentence, facts, len(sentence.text))

    def _came(self, facts: "Facts", sentence: Sentence) -> bool:
        """Whether a sentence speaks of what was planned for a day as of a thing that was done on it."""
        day = facts.day.first if facts.day is not None and facts.one_day else None
        if day is None or not facts.doings or sentence.told < day or _is_telling(sentence, facts):
            return False
        if len(self._told_in(sentence) & self._told_with(facts)) < SHARED:
            return False
        for spoken, lasting in told_in(sentence.text, facts.doings):
            start, end = (lasting, lasting + NEXT) if lasting else (0, len(sentence.text))
            near = sentence.text[max(0, spoken.start - AROUND) : spoken.end + AROUND]
            if self._on_day(sentence, facts, end, start=start) and not doubt().search(near):
                return True
        return False

    def _people(self, sentence: Sentence, facts: "Facts") -> bool:
        """Whether somebody who takes part in the plan is spoken of."""
        mentions = self._settled.material.found[sentence.report].mentions
        here = (m.id for m in mentions if sentence.known.holds(m.span))
        return not facts.people.isdisjoint(self._settled.entities.of(here))

    def _on_day(self, sentence: Sentence, facts: "Facts", end: int, *, start: int = 0) -> bool:
        """Whether a sentence speaks, between places in it, of what can only be the plan's day."""
        known = facts.day
        return known is not None and any(
            start <= place < end and when.date is not None and when.date.may_be(known)
            for place, when in self._days(sentence)
            if _may_fall_on(when, facts)
        )

    def _days(self, sentence: Sentence) -> Iterator[tuple[int, When]]:
        """Yield the days that a sentence tells, none of them a long stretch, with their places in it."""
        for timex in self._settled.material.found[sentence.report].timexes:
            day = timex.when.date
            if not sentence.span.holds(timex.span) or day is None or day.first is None or day.last is None:
                continue
            if day.last != date.max and day.last - day.first <= NEAR:
                yield timex.span.start - sentence.span.start, timex.when


def _may_fall_on(when: When, facts: "Facts") -> bool:
    """Whether a plan's one day is of the weekday that is told: one Saturday or the next is no Monday."""
    day = facts.day.first if facts.day is not None and facts.one_day else None
    return when.weekday is None or day is None or WEEKDAYS[day.weekday()] == when.weekday


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
        doings: what is to be done.
        may: whether it is only said that it may be.
    """

    names: tuple[Name, ...]
    forms: tuple[str, ...]
    words: frozenset[str]
    people: frozenset[str]
    told: tuple[tuple[str, Span], ...]
    day: PartialDate | None
    first: date | None
    doings: tuple[Doing, ...]
    may: bool

    @property
    def one_day(self) -> bool:
        """Whether it is planned for one day."""
        return self.day is not None and self.day.first == self.day.last


@once
def _facts(plan: EventGroup, settled: Settled) -> Facts:
    """Return what a plan is known by."""
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
        day=_day_of(plan),
        first=told_first(plan),
        doings=tuple(doings()[n] for n in sorted(doings_planned(plan, settled))),
        may=plan.tellings[0].state == "possible",
    )


def _day_of(plan: EventGroup) -> PartialDate | None:
    """Return the day of a plan, or the few that it may be on: "next Saturday"."""
    when = when_of(plan.tellings)
    day = when.date if when is not None else None
    if day is None or fixed_days(plan) is not None:
        return day
    first, last = day.first or date.min, day.last or date.max
    return day if first != date.min and last != date.max and last - first <= NEAR else None


def _is_telling(sentence: Sentence, facts: Facts) -> bool:
    """Whether a sentence is one that tells the plan itself."""
    return any(sentence.report == report and sentence.span.holds(clause) for report, clause in facts.told)
