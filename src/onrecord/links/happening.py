"""A report's time expressions and events in, how likely each day is that of what it is about out.

News names several days: of the happening, of the arrest, of the hearing, of the statement. Each named day is
scored by a table of signals (does an event of the leading sort stand beside it, a clock time, how early and
how often is it named, is it the day of speaking), and the scores are made probabilities against "none of
them". The weights were fitted on the development part of the `stories` task (`docs/design/stories.md`).
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.links.linking import linking_pattern
from onrecord.links.material import published_key
from onrecord.links.streets import tables
from onrecord.links.words import words_of
from onrecord.model.annotation import EventMention, Found, Timex
from onrecord.model.report import NEWS, Report

LATEST = 2  # days after publication that a happening can be told for: pages are stamped in other zones
_BREAK = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(A-Z0-9])|\n")

WEIGHTS: Mapping[str, float] = {
    "bias": -0.1, "told": 0.4, "beside": 0.5, "clock": 0.4, "hour": 0.6, "first": 0.1, "often": 1.0,
    "said": -1.8, "after": -1.5, "same-day": -0.8, "day-before": 0.0, "week": -0.6, "month": 1.0,
    "long-ago": 0.3, "opening": 0.9,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A stretch between full stops, with what stands in it."""

    start: int
    end: int
    words: tuple[str, ...]
    clock: bool


def days_of(report: Report, found: Found) -> tuple[tuple[date, float], ...]:
    """Return the days that may be that of the happening, each with its probability, likeliest first."""
    scores = {
        day: math.exp(min(20.0, sum(WEIGHTS[name] * value for name, value in signals.items())))
        for day, signals in signals_of(report, found).items()
    }
    total = 1.0 + sum(scores.values())
    shares = [(day, round(score / total, 2)) for day, score in scores.items()]
    return tuple(sorted(((d, p) for d, p in shares if p >= 0.03), key=lambda item: (-item[1], item[0])))


def signals_of(report: Report, found: Found) -> dict[date, dict[str, float]]:
    """Return the signals of each single day that the news of a report names."""
    named = [(t, d) for t in found.timexes if (d := _day(t)) is not None and _in_news(report, t.span.start)]
    published = published_key(report)[0]
    sort = leading_sort(found.events)
    sentences = _sentences(report)
    told = Counter(_event_day(event) for event in found.events if event.sort == sort and not event.background)
    triggers = [event.span.start for event in found.events if event.sort == sort]
    places = list(dict.fromkeys(day for _, day in named))
    by_day: dict[date, list[Timex]] = defaultdict(list)
    for timex, day in named:
        if published == date.max or (day - published).days <= LATEST:
            by_day[day].append(timex)
    return {
        day: {
            "bias": 1.0,
            "told": float(told[day] > 0),
            "first": 1.0 / (1 + places.index(day)),
            "often": len(timexes) / len(named),
            **_gap(published, day),
            **_beside(timexes, sentences, triggers),
        }
        for day, timexes in by_day.items()
    }


def leading_sort(events: Sequence[EventMention]) -> str | None:
    """Return the sort of event that a report tells most of, the earlier told the more."""
    weight: dict[str, float] = defaultdict(float)
    for place, event in enumerate(sorted((e for e in events if not e.background), key=lambda e: e.span)):
        weight[event.sort] += 1.0 / (1 + place)
    return max(weight, key=lambda sort: (weight[sort], sort), default=None)


def _day(timex: Timex) -> date | None:
    when = timex.when.date
    return when.day if when is not None and timex.when.basis in ("stated", "resolved") else None


def _event_day(event: EventMention) -> date | None:
    if event.when is None or event.when.basis not in ("stated", "resolved", "inferred"):
        return None
    return event.when.date.day if event.when.date is not None else None


def _gap(published: date, day: date) -> dict[str, float]:
    gap = 400 if published == date.max else (published - day).days
    return {
        "same-day": float(gap <= 0),
        "day-before": float(gap == 1),
        "week": float(2 <= gap <= 7),
        "month": float(7 < gap <= 60),
        "long-ago": float(gap > 60),
    }


def _beside(
    timexes: Sequence[Timex], sentences: Sequence[Sentence], triggers: Sequence[int]
) -> dict[str, float]:
    signals: dict[str, float] = defaultdict(float)
    for timex in timexes:
        sentence = next((s for s in sentences if s.start <= timex.span.start < s.end), None)
        if sentence is None:
            continue
        signals["beside"] = max(
            signals["beside"], float(any(sentence.start <= t < sentence.end for t in triggers))
        )
        signals["clock"] = max(signals["clock"], float(sentence.clock))
        signals["hour"] = max(signals["hour"], float("T" in timex.value))
        signals["opening"] = max(signals["opening"], float(timex.span.start < 500))
        words = _words()
        signals["after"] += float(bool(words["after"] & set(sentence.words))) / len(timexes)
        signals["said"] += float(_follows_saying(timex, sentence)) / len(timexes)
    return signals


def _follows_saying(timex: Timex, sentence: Sentence) -> bool:
    """Whether a word of speaking stands right before a day, or one word further off."""
    printed = words_of(timex.when.printed or "")[:1]
    places = [i for i, word in enumerate(sentence.words) if [word] == printed]
    return any(_words()["said"] & set(sentence.words[max(0, i - 2) : i]) for i in places)


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in tables()["days"].items()}


def _in_news(report: Report, start: int) -> bool:
    return any(b.start <= start < b.end and (b.kind in NEWS or b.kind == "caption") for b in report.blocks)


def _sentences(report: Report) -> list[Sentence]:
    made: list[Sentence] = []
    start = 0
    for end in [*(match.end() for match in _BREAK.finditer(report.text)), len(report.text)]:
        text = report.text[start:end]
        made.append(
            Sentence(
                start=start,
                end=end,
                words=tuple(words_of(text)),
                clock=bool(linking_pattern("happening.clock").search(text)),
            )
        )
        start = end
    return made
