"""A report and its readings in, how likely each number of people killed and hurt is out.

News counts victims in figures ("four were killed"), in headlines, or lists them one by one; it counts those
shot, and says of some of them that they died; a gunman's own death is often told apart. Every number that one
of these ways gives is a candidate, and a table of signals scores it. The weights were fitted on the
development part of the `stories` task (`docs/design/stories.md`).
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from onrecord.links.ages import ages_of
from onrecord.links.linking import linking_pattern
from onrecord.links.streets import tables
from onrecord.links.words import words_of
from onrecord.model.annotation import FigureReading, Found
from onrecord.model.report import NEWS, Report

STATES: Final = ("killed", "injured", "shot")
Numbers = tuple[tuple[int, float], ...]
_BREAK = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(A-Z0-9])|\n")
NEAR: Final = 5  # words before a word of hurting within which a negation or a death bears on it
FAR: Final = 8  # words after people within which it is said that they are hurt
_MOST = 200  # beyond this a number counts something else than the victims of one happening

WEIGHTS: Mapping[str, Mapping[str, float]] = {
    "killed": {
        "lead": 0.3, "often": 1.0, "highest": 0.9, "headline": 1.3, "none-told": 2.5, "none": 1.0,
        "none-many-cues": -2.5, "none-counted": -0.1, "one": 1.1, "one-told": 0.4, "listed": 0.6,
        "many": -2.5, "events": 0.3, "others": 0.3, "own-hand": 2.0,
    },
    "injured": {
        "lead": -0.1, "often": 2.0, "highest": -0.2, "headline": 1.5, "none-told": 3.2, "none": 3.4,
        "none-many-cues": -1.8, "none-counted": -1.8, "one": 0.9, "listed": 0.2, "many": 0.3,
        "shot": 0.8, "shot-less-killed": 1.1, "headline-shot-less": 1.2, "shot-less-uncounted": 0.6,
        "victims": 0.9, "besides": 1.2, "besides-and-one": 1.2, "victims-less": 0.1,
        "counted-otherwise": -1.1, "none-and-nobody-killed": -3.5, "one-and-nobody-killed": 0.1,
        "one-shot": 0.3, "hurt-himself": -0.2, "sum": 0.1, "listed-shot": 0.2, "laid": 0.6,
        "less-laid": -1.9, "none-alive": -0.3, "none-unhurt": 0.4, "one-alive": 0.8,
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a report tells of victims: numbers by state in the order told, and what its words list.

    Attributes:
        figures: numbers of the readings, by state.
        headline: numbers in the headline, by state.
        listed: people told of one by one, by state: ages in sentences of that state.
        cues: how many words tell of the state.
        one: whether a single person is told to be in the state.
        events: people whom events of killing name one by one.
        own_hand: whether somebody took his own life.
        others: people told of by their ages in sentences that tell of no suspect.
        alive: how many sentences say that somebody was hurt, with a word that isn't said of the dead.
        unhurt: whether it is said that nobody was hurt, or nobody else.
        laid: numbers of people who are said to be hurt a few words on, in the order told.
    """

    figures: Mapping[str, Sequence[int]]
    headline: Mapping[str, Sequence[int]]
    listed: Mapping[str, int]
    cues: Mapping[str, int]
    one: Mapping[str, bool]
    events: int
    own_hand: bool
    others: int
    alive: int
    unhurt: bool
    laid: Sequence[int]


def tolls_of(report: Report, found: Found) -> tuple[tuple[str, Numbers], ...]:
    """Return for killed and injured the likely numbers, each with its probability, likeliest first.

    A report that has no word of anybody killed, hurt or shot has none: no number is not zero.
    """
    told = told_in(report, found)
    if not any(told.cues.values()) and not any(told.figures.values()):
        return ()
    killed = _likely("killed", killed_signals(told))
    return ("killed", killed), ("injured", _likely("injured", injured_signals(told, killed)))


def _likely(state: str, signals: Mapping[int, Mapping[str, float]]) -> Numbers:
    scores = {
        number: math.exp(sum(WEIGHTS[state].get(name, 0.0) * value for name, value in values.items()))
        for number, values in signals.items()
    }
    total = sum(scores.values())
    shares = [(number, round(score / total, 2)) for number, score in scores.items()]
    return tuple(sorted(((n, p) for n, p in shares if p >= 0.03), key=lambda item: (-item[1], item[0])))


def killed_signals(told: Told) -> dict[int, dict[str, float]]:
    """Return the signals of each number of people who may have been killed."""
    figures = told.figures["killed"]
    numbers = {0, 1, *figures, *told.headline["killed"], told.listed["killed"], told.events, told.others}
    if told.own_hand:
        numbers |= {number + 1 for number in figures[:1]}
    return {
        number: {
            **_common(told, "killed", number),
            "events": float(told.events == number > 0),
            "others": float(told.others == number > 0),
            "own-hand": float(told.own_hand and bool(figures) and number == figures[0] + 1),
        }
        for number in sorted(numbers)
        if number <= _MOST
    }


def injured_signals(told: Told, killed: Numbers) -> dict[int, dict[str, float]]:
    """Return the signals of each number of people who may have been hurt, given how many were killed."""
    figures, shot, headline = told.figures["injured"], told.figures["shot"], told.headline["shot"]
    victims = told.figures["victims"]
    less, headline_less = _less(shot[:1], killed), _less(headline[:1], killed)
    listed_less, others_less = _less([told.listed["shot"]], killed), _less([told.others], killed)
    alive, shot_at = dict(killed).get(0, 0.0), float(told.cues["shot"] > 0)
    numbers = {0, 1, *figures, *told.headline["injured"], *shot, *headline, *less, *headline_less}
    numbers |= {
        sum(figures[:2]),
        told.listed["injured"],
        *listed_less,
        *others_less,
        *victims,
        *_less(victims[:1], killed),
        *told.laid,
    }
    return {
        number: {
            **_common(told, "injured", number),
            "shot": float(number in shot[:1]),
            "shot-less-killed": less.get(number, 0.0),
            "headline-shot-less": headline_less.get(number, 0.0),
            "shot-less-uncounted": 0.0 if figures else less.get(number, 0.0) + headline_less.get(number, 0.0),
            "victims": float(number in victims[:1]),
            "besides": float(number in told.figures["besides"][:1]),
            "besides-and-one": float(number - 1 in told.figures["besides"][:1]) * alive,
            "victims-less": _less(victims[:1], killed).get(number, 0.0),
            "others-less": others_less.get(number, 0.0) if told.others else 0.0,
            "counted-otherwise": float(bool(shot or headline or victims)) * float(number == 0),
            "none-and-nobody-killed": float(number == 0) * alive * shot_at,
            "one-and-nobody-killed": float(number == 1) * alive * shot_at,
            "one-shot": float(number == 1 and told.one["shot"]) * alive,
            "laid": float(number in told.laid),
            "less-laid": float(bool(told.laid) and not figures and number < min(told.laid)),
            "none-alive": float(number == 0) * min(3, told.alive) / 3,
            "one-alive": float(
                number == 1 and told.alive > 0 and not figures and not told.headline["injured"]
            ),
            "none-unhurt": float(number == 0 and told.unhurt),
            "hurt-himself": float(number == 1 and told.own_hand) * alive,
            "sum": float(len(figures) > 1 and number == sum(figures[:2])),
            "listed-shot": listed_less.get(number, 0.0) if told.listed["shot"] else 0.0,
        }
        for number in sorted(numbers)
        if 0 <= number <= _MOST
    }


def _less(numbers: Iterable[int], killed: Numbers) -> dict[int, float]:
    """Return what is left of a number of victims without those killed, by how likely that is."""
    left: dict[int, float] = defaultdict(float)
    for number in numbers:
        for dead, probability in killed:
            left[number - dead] += probability
    return left


def _common(told: Told, state: str, number: int) -> dict[str, float]:
    figures, headline, cues = told.figures[state], told.headline[state], told.cues[state]
    counted = bool(figures or headline)
    return {
        "lead": float(number in figures[:1]),
        "often": figures.count(number) / len(figures) if figures else 0.0,
        "highest": float(bool(figures) and number == max(figures)),
        "headline": float(number in headline[:1]),
        "none-told": float(number == 0 and not cues and not counted),
        "none": float(number == 0 and cues > 0),
        "none-many-cues": float(number == 0) * min(5, cues) / 5,
        "none-counted": float(number == 0 and counted),
        "one": float(number == 1 and cues > 0 and not counted),
        "one-told": float(number == 1 and told.one[state]),
        "listed": float(number == told.listed[state] > 0),
        "many": math.log2(1 + number) / 4,
    }


def told_in(report: Report, found: Found) -> Told:
    """Return what a report tells of victims."""
    news = [b.span.of(report.text) for b in report.blocks if b.kind in NEWS or b.kind == "caption"]
    sentences = [s for part in (report.headline or "", *news) for s in _BREAK.split(part) if s]
    words = [_barred(words_of(sentence)) for sentence in sentences]
    cues = _cues()
    figures: dict[str, list[int]] = {state: [] for state in (*STATES, "victims", "besides")}
    for reading in sorted(found.figures, key=lambda reading: reading.span):
        number, state = _number(reading), _state(reading, report)
        if number is not None and state is not None and not _is_of_them(reading, report.text):
            figures[state].append(number)
            near = words_of(report.text[reading.span.end : reading.span.end + 25])[:2]
            if state in ("shot", "injured") and _cues()["besides"] & {*near, *words_of(reading.counts)}:
                figures["besides"].append(number)
    for each in words:
        for state, number in _multiples(each):
            figures[state].append(number)
    return Told(
        figures=figures,
        headline={state: list(_in_headline(report.headline or "", state)) for state in STATES},
        others=len(
            {
                age
                for sentence, each in zip(sentences, words, strict=True)
                if not cues["suspects"] & set(each)
                for age in ages_of(sentence)
            }
        ),
        listed={state: _listed(sentences, words, state) for state in STATES},
        cues={state: sum(len([w for w in each if w in cues[state]]) for each in words) for state in STATES},
        one={state: any(_tells_one(each, state) for each in words) for state in STATES},
        alive=sum(_says_hurt(each) is True for each in words),
        unhurt=any(_says_hurt(each) is False for each in words),
        laid=[number for each in words for number in _laid(each)],
        events=_victims(found),
        own_hand=any(
            "suicide" in each or bool(cues["own_hand"] & set(each) and cues["killed"] & set(each))
            for each in words
        ),
    )


def _is_of_them(reading: FigureReading, text: str) -> bool:
    """Whether a number is of some of the hurt or dead: "three of the wounded lie in a coma"."""
    of = linking_pattern("counting.of_the").match(text, reading.span.end)
    named = of[1].lower() if of is not None else ""
    return named in _cues().get(reading.head, ()) and named == reading.counts.lower().split(" ")[0]


def _number(reading: FigureReading) -> int | None:
    value = reading.low if reading.low is not None else reading.high
    if not reading.keep or reading.measure != "count" or value is None:
        return None
    return int(value) if reading.part_of is None and 0 <= value <= _MOST else None


def _state(reading: FigureReading, report: Report) -> str | None:
    """Return of what state a reading counts people; of those shot dead, killed."""
    if reading.head == "shot":
        near = " ".join(words_of(report.text[reading.span.start : reading.span.end + 60]))
        return "killed" if any(phrase in near for phrase in _cues()["shot_dead"]) else "shot"
    if reading.head in STATES:
        value = int(reading.low or 0)
        near_it = report.text[max(0, reading.span.start - 20) : reading.span.end + 2]
        return None if value in set(ages_of(near_it)) else reading.head
    return "victims" if _cues()["victims"] & {*words_of(reading.counts), reading.head} else None


def _multiples(words: Sequence[str]) -> Iterable[tuple[str, int]]:
    """Yield the state and number of "triple homicide", "double shooting"."""
    for place, word in enumerate(words[:-1]):
        number = tables()["tolls"].get(word)
        if isinstance(number, int):
            state = next((s for s in ("killed", "shot") if words[place + 1] in _cues()[s]), None)
            if state is not None:
                yield state, number


def _barred(words: Sequence[str]) -> list[str]:
    """Return words without the phrases that are said of no victim."""
    text = f" {' '.join(words)} "
    for phrase in tables()["tolls"]["bars"]:
        if phrase in text:
            text = text.replace(f" {phrase} ", " ")
    return text.split()


@lru_cache(maxsize=1)
def _cues() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in tables()["tolls"].items() if isinstance(words, list)}


def _in_headline(headline: str, state: str) -> Iterable[int]:
    """Yield numbers that stand up to three words before a word of the state, or right after it."""
    words, ages = words_of(headline), set(ages_of(headline))
    for place, word in enumerate(words):
        if word not in _cues()[state]:
            continue
        near = [*reversed(words[max(0, place - 3) : place]), *words[place + 1 : place + 2]]
        for other in near:
            number = _value(other)
            at = words.index(other)
            aged = number in ages or not _cues()["of_age"].isdisjoint(words[at + 1 : at + 2])
            if number is not None and not aged:
                yield number
                break


def _value(word: str) -> int | None:
    numbers = tables()["tolls"]["numbers"]
    if word in numbers:
        return int(numbers.index(word))
    return int(word) if word.isdecimal() and word.isascii() and int(word) <= 60 else None


def _tells_one(words: Sequence[str], state: str) -> bool:
    """Whether a word for one person stands within three words before a word of the state."""
    return any(
        word in _cues()[state] and bool(_cues()["one"] & set(words[max(0, place - 3) : place]))
        for place, word in enumerate(words)
    )


def _says_hurt(words: Sequence[str]) -> bool | None:
    """Return whether a sentence says that somebody was hurt and lived, or that nobody was, or neither."""
    said = None
    for place, word in enumerate(words):
        if word in _cues()["hurt"] or word in _cues()["hurts"]:
            before = set(words[max(0, place - NEAR) : place])
            if before & _cues()["nobody"]:
                said = False
            elif word in _cues()["hurt"] and not _cues()["killed"] & set(words[max(0, place - 2) : place]):
                return True  # "fatally wounded" is said of the dead
    return said


def _laid(words: Sequence[str]) -> Iterable[int]:
    """Yield numbers of people who are said to be hurt a few words on: "four men are recovering"."""
    cues = _cues()
    for place, word in enumerate(words):
        number = _value(word)
        if number is None or number < 2:
            continue
        people = next(
            (at for at in range(place + 1, min(place + 4, len(words))) if words[at] in cues["people"]), None
        )
        if people is None or "of" in words[place + 1 : people]:
            continue
        for each in words[people + 1 : people + 1 + FAR]:
            if each in cues["killed"] or _value(each) is not None:
                break
            if each in cues["hurt"] or each in cues["laid"]:
                yield number
                break


def _listed(sentences: Sequence[str], words: Sequence[Sequence[str]], state: str) -> int:
    """Return how many people of different ages stand in sentences that tell of the state."""
    ages: set[int] = set()
    for sentence, each in zip(sentences, words, strict=True):
        if _cues()[state] & set(each):
            ages |= set(ages_of(sentence))
    return len(ages)


def _victims(found: Found) -> int:
    """Return how many people events of killing name or describe one by one."""
    mentions = {mention.id: mention for mention in found.mentions}
    victims: dict[str, None] = defaultdict()
    for event in found.events:
        if event.sort in ("killing", "deaths") and not event.background and event.modality == "happened":
            for participant in event.participants:
                mention = mentions.get(participant.mention)
                if mention is not None and not mention.plural and participant.role != "actor":
                    victims[mention.chain or mention.id] = None
    return len(victims)
