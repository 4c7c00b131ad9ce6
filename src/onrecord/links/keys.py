"""A gist in, its blocking keys out: two reports are compared if they share one, and only then.

A key joins two things that seldom meet by chance, and a stretch of time where they might: a name and a town,
a town and a day, a town and a rare word in one half of a month. So the reports under one key are bounded by
what is published in that stretch, however large the store; no count of what the store holds is asked.

Two common words meet by chance every day of a wire: these make a key with the day of publication alone.

What a key is made of comes out as a number (`key_numbers`).
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.links.key_numbers import Stretch, always, during, on
from onrecord.links.rarity import rarity

if TYPE_CHECKING:
    from onrecord.links.gist import Gist

TELLING = 8.5  # weight of a full name that is no public figure's: with a town it makes a key for all time
SINGULAR = 9.5  # from which it makes a key by itself
KNOWN = 5.0  # and of one that makes a key within a quarter of a year
LIKELY = 0.2  # probability from which a day makes a key
RARE = 4.7  # rarity from which two words make a key for all time
TERMS = 12  # telling words that make keys with a town
PAIRED = 8  # of them, names that make keys with each other
FIRST = 6  # and any that do
# Rarity of two words together below which a key holds for neighbouring days only. Of the candidates that met
# under such keys alone, whatever their days, in a wire of 290 reports a day, one in 220 was like enough to be
# of one happening, of the others one in 7. The figures of `eval stories` are the same in four places with
# these; half a unit to one more costs pairs of one incident.
COMMON_NAMES = 7.5  # two words written with a capital
COMMON_NAMED = 9.0  # one of them, and any telling word
COMMON_LEADING = 10.5  # a leading name, and a word of the opening
COMMON_WORDS = 8.0  # two telling words


def keys_of(gist: "Gist", leading: Sequence[str], proper: Collection[str]) -> tuple[int, ...]:
    """Return the blocking keys of a gist, each once, in a fixed order.

    Args:
        gist: Of the report.
        leading: Its leading names.
        proper: Words that the report writes with a capital alone: of names, whatever they name.
    """
    named = [word for word, _ in gist.terms if word in proper]
    made = (
        _of_days(gist),
        _of_people(gist),
        _of_streets(gist),
        _of_words(gist, named),
        _of_names(gist, leading),
    )
    return tuple(dict.fromkeys(key for keys in made for key in keys))


def _of_names(gist: "Gist", leading: Sequence[str]) -> Iterator[int]:
    """Yield pairs of leading names, and a leading name with a rare word of the opening, for half a month."""
    for first, second in combinations(sorted(leading), 2):
        yield always("nn", first, second)
    long, short = half(gist.day), single(gist.day)
    for name in sorted(leading):
        for word, _ in gist.words[:6]:
            yield during(long if _tell(name, word, COMMON_LEADING) else short, "nw", name, word)


def _tell(first: str, second: str, least: float) -> bool:
    """Whether two words are so rare together that they seldom meet by chance."""
    return rarity(first) + rarity(second) >= least


def _likely(gist: "Gist") -> list[int]:
    """Return the numbers of the days that make keys."""
    return [day.toordinal() for day, probability in gist.days if probability >= LIKELY]


def _of_days(gist: "Gist") -> Iterator[int]:
    """Yield a town with a likely day."""
    days, near = _likely(gist), half(gist.day)
    for town in gist.towns[:3]:
        for day in days:
            yield on(day, "td", town)
        for sort in sorted({event.sort for event in gist.focal[:3]}):
            yield during(near, "ts", town, sort)
    for age in map(str, sorted(gist.ages)[:10]):
        for day in days:
            yield on(day, "ad", age)
        for town in gist.towns[:2]:
            yield during(near, "at", age, town)


def _of_people(gist: "Gist") -> Iterator[int]:
    people = [(name, weight) for name, weight in gist.people[:12] if weight >= KNOWN]
    for name, _ in people:
        yield during(half(gist.day), "ph", name)
    surnames = {name.rsplit(" ", 1)[-1] for name, _ in gist.people[:12]}
    for surname in sorted(name for name in surnames if rarity(name) >= RARE):
        for town in gist.towns[:3]:
            yield always("nt", surname, town)
    for name, weight in people[:8]:
        if weight >= SINGULAR:
            yield always("pn", name)
        for town in gist.towns[:3]:
            yield _timed(gist.day, weight, ("pt", name, town))
    for (first, left), (second, right) in combinations(sorted(people[:5]), 2):
        yield _timed(gist.day, max(left, right), ("pp", first, second))


def _timed(day: date | None, weight: float, words: tuple[str, str, str]) -> int:
    return always(*words) if weight >= TELLING else during(quarter(day), *words)


def _of_streets(gist: "Gist") -> Iterator[int]:
    days = _likely(gist)
    for street in sorted(gist.streets)[:8]:
        for town in gist.towns[:3]:
            yield during(quarter(gist.day), "st", street, town)
        yield during(half(gist.day), "sh", street)
        for day in days:
            yield on(day, "sd", street)


def _of_words(gist: "Gist", named: Sequence[str]) -> Iterator[int]:
    towns = {word for town in gist.towns for word in town.split()}
    words = [word for word, _ in gist.terms if word not in towns]
    yield from _of_pairs(gist.day, named, words)
    near = half(gist.day)
    for town in gist.towns[:2]:
        for word in words[:TERMS]:
            yield during(near, "tw", town, word)
    names = {word for name, _ in (*gist.people, *gist.names) for word in name.split()}
    rare = [word for word in words if word in names and rarity(word) >= RARE][:PAIRED]
    for first, second in combinations(sorted({*rare, *gist.towns[:2]}), 2):
        yield always("rr", first, second)


def _of_pairs(day: date | None, named: Sequence[str], words: Sequence[str]) -> Iterator[int]:
    """Yield two telling words, both names, one, or neither: two that make a key already make no other."""
    capital, telling = frozenset(named[:PAIRED]), frozenset(words[:FIRST])
    longest, long, short = quarter(day), half(day), single(day)
    for first, second in combinations(sorted(capital), 2):
        yield during(longest if _tell(first, second, COMMON_NAMES) else short, "pr", first, second)
    for first, second in combinations(sorted(telling), 2):
        if not ({first, second} <= capital and _tell(first, second, COMMON_NAMES)):
            yield during(long if _tell(first, second, COMMON_WORDS) else short, "ww", first, second)
    for name in named[:4]:
        for word in words[:8]:
            both = {name, word}
            if name == word or not (both <= capital or both <= telling):
                yield during(long if _tell(name, word, COMMON_NAMED) else short, "pw", name, word)


def single(day: date | None) -> Stretch | None:
    """Return a day as a stretch of time, by its number."""
    return None if day is None else ("d", day.toordinal())


def half(day: date | None) -> Stretch | None:
    """Return the half of a month that a day lies in."""
    return None if day is None else ("h", (day.year * 12 + day.month - 1) * 2 + (day.day > 15))


def quarter(day: date | None) -> Stretch | None:
    """Return the quarter of a year that a day lies in."""
    return None if day is None else ("q", day.year * 4 + (day.month - 1) // 3)
