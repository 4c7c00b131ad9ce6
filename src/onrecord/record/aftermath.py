"""Settled reports in, the sentences that may tell what became of a plan out, found by words, people and day.

What came of a plan isn't always an event that a finder names: "its results, which were due on Thursday, will
now come on October 9". So later sentences are held against the plan. One that shares its name, people or
day and says in a known phrase (`aftermath.toml`) that it was kept, moved, dropped or refused tells what
became of it. One that may speak of it in other words tells nothing, but then there isn't "no report" either.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.links.events import EventGroup
from onrecord.model.record import OutcomeState, Support
from onrecord.record.about import is_told_so
from onrecord.record.aftermath_denied import is_refused, is_turned_down
from onrecord.record.aftermath_facts import NEAR, Facts, facts_of, is_telling
from onrecord.record.aftermath_held import AROUND, SOON, came, goes_on
from onrecord.record.aftermath_index import Sentences, soon
from onrecord.record.aftermath_numbers import is_recounted
from onrecord.record.aftermath_off import is_called_off, is_put_off, is_taken_back, may_be_of, set_aside_in
from onrecord.record.aftermath_sentences import (
    Sentence,
    end_of,
    light,
    phrase_of,
    phrases,
    says,
    without_asides,
)
from onrecord.record.happenings import told_first
from onrecord.record.planned import window_of
from onrecord.record.settled import Settled

FINDER = "aftermath/3"
SURE = 0.7  # confidence of an outcome that rests on a phrase: as that of an event told by a noun
SHARED = 2  # words beside its name that a sentence on a plan shares with it, where neither people nor day do
DAY = timedelta(days=1)

BEFORE = 20  # code points before a length of time among which it is told that something comes within it
DAYS = {"D": 1, "W": 7, "M": 31, "Y": 366}  # the most that a length of time can be

_LENGTH = re.compile(r"P(\d{1,3})([DWMY])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a sentence tells of a plan."""

    state: OutcomeState
    support: Support


def _may_be_seen(index: Sentences, facts: Facts, sentence: Sentence) -> bool:
    """Whether a sentence speaks, soon after, of the place where many were to be: "roars in Mill Square"."""
    if not any(doing.crowd for doing in facts.doings) or any(r == sentence.report for r, _ in facts.told):
        return False
    there = facts.about & index.settled.places
    return soon(facts, sentence, within=SOON) and bool(
        index.entities_in(sentence.report, sentence.span) & there
    )


class Aftermath:
    """The sentences of a storyline, by the stems that they hold."""

    def __init__(self, settled: Settled) -> None:
        self._settled = settled
        self._index = Sentences(settled)
        self._moving = [s for s in self._index.all if s.moves is not None]
        self._keeping = [s for s in self._index.all if s.keeps]
        self._off = [s for s in self._index.all if end_of("off", s.text) or end_of("barred", s.text)]

    def of(self, plan: EventGroup, states: Sequence[OutcomeState]) -> Told | None:
        """Return which of some states the latest sentence tells of a plan; None where none tells one.

        Args:
            plan: A plan, demand or possibility.
            states: Of held, put-off, called-off and denied those that can be.
        """
        facts = facts_of(plan, self._settled)
        after = [*self._index.named(facts), *(self._moving if "put-off" in states else ())]
        after += self._keeping if "held" in states else ()
        found = [(s, state) for s in after for state in states if self._tells(state, facts, s)]
        if not found and "called-off" in states:
            found = [(s, "called-off") for s in self._off if is_called_off(self._index, facts, s)]
        if not found and "put-off" in states and is_told_so("unfulfilled", plan, self._settled):
            beside = self._index.next_to(facts)
            found = [(s, state) for s in beside if (state := set_aside_in(s, facts)) is not None]
        if not found and "held" in states:
            near = self._index.sharing(facts, entities=True)
            found = [
                (s, "held") for s in near if came(self._index, facts, s) or goes_on(self._index, facts, s)
            ]
        if not found and "denied" in states:
            near = self._index.sharing(facts, entities=True)
            found = [
                (s, "denied")
                for s in near
                if is_turned_down(self._index, facts, s) or is_refused(self._index, facts, s)
            ]
        if not found and "changed" in states:
            near = self._index.sharing(facts, entities=True)
            found = [(s, "changed") for s in near if is_recounted(self._index, facts, s)]
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
        facts, window = facts_of(plan, self._settled), window_of(plan)
        if any(
            _may_be_seen(self._index, facts, sentence)
            for sentence in self._index.sharing(facts, entities=True)
        ):
            return True
        told, reports = self._index.told_with(facts), {report for report, _ in facts.told}
        for sentence in self._index.sharing(facts):
            after = facts.first is not None and sentence.told >= facts.first
            early = window is None or facts.first is None or sentence.told <= facts.first
            again = sentence.report in reports and early
            if not after or again or (window is not None and sentence.told < window[0]):
                continue
            if is_telling(sentence, facts) or (window is None and self._is_planned(plan, sentence)):
                continue
            common = self._index.told_in(sentence) & told
            things, words = len(common), len(common & sentence.stems)
            names = [name for name in facts.names if name <= sentence.stems]
            named = any(not name <= light() for name in names)
            if window is None:
                found = named or things >= SHARED
            elif things >= SHARED and (named or (names and things > SHARED)):
                found = True
            else:
                dated = things > SHARED or (things == SHARED and words > 0 and facts.one_day)
                found = dated and self._index.on_day(facts, sentence, len(sentence.text))
            if found:
                return True
        return False

    def _is_planned(self, plan: EventGroup, sentence: Sentence) -> bool:
        """Whether a sentence tells of a plan's sort that it is still to come."""
        sort = plan.tellings[0].mention.sort
        events = self._settled.material.found[sentence.report].events
        same = [e for e in events if e.sort == sort and sentence.span.holds(e.span)]
        return bool(same) and all(e.modality == "planned" and e.outcome is None for e in same)

    def is_awaited(self, plan: EventGroup) -> bool:
        """Whether the latest sentence that surely speaks of a plan tells that it is still to come."""
        facts = facts_of(plan, self._settled)
        after = [
            sentence
            for sentence in self._index.sharing(facts, entities=True)
            if facts.first is not None
            and sentence.told > facts.first
            and len(self._index.in_common(facts, sentence)) > SHARED
        ]
        latest = max(after, key=lambda s: (s.told, s.report, s.span), default=None)
        newest = self._settled.newest
        recent = latest is not None and newest is not None and newest <= latest.told + 2 * NEAR
        return recent and latest is not None and phrase_of("awaited").search(latest.text) is not None

    def may_be_off(self, plan: EventGroup) -> bool:
        """Whether a later sentence may tell that it won't come, or otherwise, in words of its own."""
        facts = facts_of(plan, self._settled)
        if any(is_taken_back(sentence.text) for sentence in self._index.next_to(facts)):
            return True
        return any(
            may_be_of(self._index, facts, sentence)
            for sentence in self._off
            if facts.first is not None and sentence.told > facts.first and not is_telling(sentence, facts)
        )

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

    def _tells(self, state: OutcomeState, facts: Facts, sentence: Sentence) -> bool:
        """Whether a sentence says of a plan that it has come to a state."""
        if facts.first is None or sentence.told < facts.first + (state != "denied") * DAY:
            return False
        shared = sentence.stems & facts.words
        named = any(name <= sentence.stems for name in facts.names)
        if state == "put-off":
            if named and (self._is_later(facts, sentence) or self._is_shifted(facts, sentence)):
                return True
            if sentence.moves is not None and is_put_off(self._index, facts, sentence):
                return True
            if sentence.moves is None or not self._index.on_day(facts, sentence, sentence.moves):
                return False
            return named or len(self._index.told_in(sentence) & self._index.told_with(facts)) >= SHARED
        if state == "held":
            return len(shared) >= SHARED and self._kept(facts, sentence)
        if state == "called-off" and self._is_off(facts, sentence):
            return True
        known = phrases()["dropped" if state == "called-off" else "refused"]
        known += phrases()["forgone"] if facts.may else ()
        if not named or not says(
            known, facts.forms, facts.words if facts.has_object else None, sentence.text
        ):
            return False
        beside = not facts.people and any(len(shared - name) >= SHARED for name in facts.names)
        return beside or is_telling(sentence, facts) or self._people(sentence, facts)

    def _is_off(self, facts: Facts, sentence: Sentence) -> bool:
        """Whether a sentence tells that what was planned for a day, or is named, was called off."""
        text = without_asides(sentence.text)
        passive, active = end_of("off", text), end_of("barred", text)
        end = max(passive or 0, active + AROUND if active else 0)
        if not end or len(self._index.in_common(facts, sentence)) < SHARED:
            return False
        return self._index.on_day(facts, sentence, end)

    def _is_later(self, facts: Facts, sentence: Sentence) -> bool:
        """Whether a sentence tells of a plan with a day that it comes on a later one."""
        if facts.day is None or facts.day.last is None or is_telling(sentence, facts):
            return False
        if end_of("later", sentence.text) is None:
            return False
        days = [when.date for _, when in self._index.days(sentence)]
        if not days or any(d is None or d.last is None or d.last <= facts.day.last for d in days):
            return False
        return len(self._index.told_in(sentence) & self._index.told_with(facts)) > SHARED

    def _is_shifted(self, facts: Facts, sentence: Sentence) -> bool:
        """Whether a sentence tells, about a plan's day, by how much it was put off: "moved back by a day"."""
        if facts.day is None or facts.day.last is None or is_telling(sentence, facts):
            return False
        if end_of("shifted", sentence.text) is None or sentence.told - NEAR > facts.day.last:
            return False
        return len(self._index.told_in(sentence) & self._index.told_with(facts)) >= SHARED

    def _kept(self, facts: Facts, sentence: Sentence) -> bool:
        """Whether a sentence tells, from the one day of a plan on, that what was of it went as planned."""
        if facts.day is None or facts.day.first is None or not facts.one_day or not sentence.keeps:
            return False
        return sentence.told >= facts.day.first and self._index.on_day(facts, sentence, len(sentence.text))

    def _people(self, sentence: Sentence, facts: Facts) -> bool:
        """Whether somebody who takes part in the plan is spoken of."""
        mentions = self._settled.material.found[sentence.report].mentions
        here = (m.id for m in mentions if sentence.known.holds(m.span))
        return not (facts.people | facts.actors).isdisjoint(self._settled.entities.of(here))
