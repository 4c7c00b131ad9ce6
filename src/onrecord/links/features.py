"""Two gists in, a table of named features out: what speaks for one happening, and what against it.

Each feature is a function of the two gists alone and gives a value, mostly from 0 to 1, with the words that
explain it; 0 means that it says nothing. Agreement and contradiction are features of their own: two reports
that name other streets are held apart by it, two that name none are not.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from math import log2

from onrecord.links.laid import TOWNS, Laid
from onrecord.links.terms import alike

SURE = 0.4  # probability from which a day is held against another
Said = tuple[float, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A named feature of a pair, with its weights in the scores of happening, story and storyline."""

    name: str
    happening: float
    story: float
    line: float
    compare: Callable[[Laid, Laid], Said]


def same_day(first: Laid, second: Laid) -> Said:
    """Return the probability that both tell of what came on one day."""
    left, right = first.day_odds, second.day_odds
    both = {day: min(left[day], right[day]) for day in left.keys() & right.keys()}
    if not both:
        return 0.0, "no day in common"
    return min(1.0, sum(both.values())), f"both tell of {max(both, key=lambda d: (both[d], d))}"


def other_day(first: Laid, second: Laid) -> Said:
    """Return how surely each tells of another day, more than a day apart."""
    gap = _days_between(first, second)
    if gap is None or gap <= 1:
        return 0.0, "no two days that differ"
    return _sureness(first, second), f"{first.days[0][0]} in one, {second.days[0][0]} in the other"


def next_day(first: Laid, second: Laid) -> Said:
    """Return how surely the days are neighbours: midnight, or a slip."""
    if _days_between(first, second) != 1:
        return 0.0, "no neighbouring days"
    return _sureness(first, second), f"{first.days[0][0]} in one, {second.days[0][0]} in the other"


def _sureness(first: Laid, second: Laid) -> float:
    return max(0.0, first.days[0][1] * second.days[0][1] - same_day(first, second)[0])


def _days_between(first: Laid, second: Laid) -> int | None:
    if not first.days or not second.days or min(first.days[0][1], second.days[0][1]) < SURE:
        return None
    return abs((first.days[0][0] - second.days[0][0]).days)


def published_apart(first: Laid, second: Laid) -> Said:
    """Return how far apart two reports were published: 0 on one day, 1 from about 1,000 days on."""
    if first.day is None or second.day is None:
        return apart(first, second), "a day of publication isn't known"
    return apart(first, second), f"published {abs((first.day - second.day).days)} days apart"


def apart(first: Laid, second: Laid) -> float:
    """Return the same without words; .3 where a day isn't known."""
    if first.day is None or second.day is None:
        return 0.3
    return min(1.0, log2(1 + abs((first.day - second.day).days)) / 10)


def told_before(first: Laid, second: Laid) -> Said:
    """Return 1 if one report tells surely of a day after the other was published."""
    early, late = sorted((first, second), key=lambda g: (g.day or date.max, g.report))
    if early.day is None or not late.days or late.days[0][1] < SURE:
        return 0.0, "each may tell of what the other tells of"
    gap = (late.days[0][0] - early.day).days
    return (late.days[0][1] if gap >= 2 else 0.0), f"{late.days[0][0]} is after the other was published"


def same_town(first: Laid, second: Laid) -> Said:
    """Return 1 where the leading towns are one, .5 where another town is in both."""
    both = [town for town in first.towns[:TOWNS] if town in second.towns[:TOWNS]]
    if not both:
        return 0.0, "no town in common"
    score = 1.0 if first.towns[0] == second.towns[0] else 0.5
    return score, f"both name {both[0]}"


def other_town(first: Laid, second: Laid) -> Said:
    """Return 1 where both name towns, and none in common."""
    if not first.towns or not second.towns or set(first.towns) & set(second.towns):
        return 0.0, "no towns that differ"
    return 1.0, f"{first.towns[0]} in one, {second.towns[0]} in the other"


def other_state(first: Laid, second: Laid) -> Said:
    """Return 1 where both name states, and none in common."""
    if not first.states or not second.states or first.states & second.states:
        return 0.0, "no states that differ"
    return 1.0, f"{min(first.states)} in one, {min(second.states)} in the other"


def same_street(first: Laid, second: Laid) -> Said:
    """Return .7 for a street in common, 1 for two or more."""
    both = sorted(first.streets & second.streets)
    return (0.0, 0.7, 1.0)[min(2, len(both))], (
        "both name the street " + ", ".join(both[:3])
    ) if both else "no street in common"


def other_street(first: Laid, second: Laid) -> Said:
    """Return 1 where both name streets, and none in common."""
    if not first.streets or not second.streets or first.streets & second.streets:
        return 0.0, "no streets that differ"
    return 1.0, f"{min(first.streets)} in one, {min(second.streets)} in the other"


def same_people(first: Laid, second: Laid) -> Said:
    """Return the weight of the people named in both, 1 for about one rare full name, 2 at most."""
    left, right = first.people, second.people
    if left.keys().isdisjoint(right.keys()):
        return 0.0, "no person in common"
    both = sorted(left.keys() & right.keys(), key=lambda name: (-left[name], name))
    score = min(2.0, sum(min(left[name], right[name]) for name in both) / 10)
    return score, "both name " + ", ".join(both[:4])


def other_people(first: Laid, second: Laid) -> Said:
    """Return how many people, up to two, each names with none in common: 1 for two or more in both."""
    left, right = first.known, second.known
    if not left or not right or left & right:
        return 0.0, "no people that differ"
    return min(2, len(left), len(right)) / 2, f"{min(left)} in one, {min(right)} in the other"


def same_ages(first: Laid, second: Laid) -> Said:
    """Return .4 for an age in common, .7 for two, 1 for three or more."""
    both = sorted(first.ages & second.ages)
    words = "both give the age " + ", ".join(map(str, both[:4])) if both else "no age in common"
    return (0.0, 0.4, 0.7, 1.0)[min(3, len(both))], words


def other_ages(first: Laid, second: Laid) -> Said:
    """Return 1 where both give ages, and none in common; .5 where one gives but one."""
    if not first.ages or not second.ages or first.ages & second.ages:
        return 0.0, "no ages that differ"
    score = 0.5 if min(len(first.ages), len(second.ages)) == 1 else 1.0
    return score, f"{min(first.ages)} in one, {min(second.ages)} in the other"


def same_tolls(first: Laid, second: Laid) -> Said:
    """Return how likely both tell of one number killed and one hurt; none and one tell a third of others."""
    both = {
        (state, n): min(p, second.toll_odds[state][n]) * (1.0 if n > 1 else 1 / 3)
        for state in sorted(first.tolls.keys() & second.tolls.keys())
        for n, p in first.tolls[state]
        if n in second.toll_odds[state]
    }
    if not both:
        return 0.0, "no toll in common"
    state, number = max(both, key=lambda each: (both[each], each))
    return sum(both.values()) / 2, f"both likely tell of {number or 'nobody'} {state}"


def other_tolls(first: Laid, second: Laid) -> Said:
    """Return how unlikely it is that both tell of one number killed, and one hurt."""
    left, right = first.tolls, second.tolls
    apart = {
        state: 1.0 - sum(min(p, second.toll_odds[state].get(n, 0.0)) for n, p in left[state])
        for state in sorted(left.keys() & right.keys())
        if left[state] and right[state]
    }
    if not apart:
        return 0.0, "no tolls that differ"
    state = max(apart, key=lambda each: (apart[each], each))
    words = f"likely {left[state][0][0] or 'nobody'} and {right[state][0][0] or 'nobody'} {state}"
    return sum(apart.values()) / 2, words if left[state][0] != right[state][0] else "tolls that may be one"


def same_words(first: Laid, second: Laid) -> Said:
    """Return the likeness of the telling words: the root of the cosine."""
    score, both = alike(first.terms, second.terms)
    return max(0.0, score) ** 0.5, "both have " + ", ".join(both[:5]) if both else "no telling word in common"


def same_headline(first: Laid, second: Laid) -> Said:
    """Return the likeness of the headlines."""
    score, both = alike(first.headline, second.headline)
    return score, "headlines share " + ", ".join(both[:4]) if both else "headlines share no telling word"


def one_in_court(first: Laid, second: Laid) -> Said:
    """Return 1 where one or both are pieces from court, which come long after."""
    court = "court" in first.kinds or "court" in second.kinds
    return float(court), "a piece from court" if court else "no piece from court"


def one_outlet(first: Laid, second: Laid) -> Said:
    """Return 1 for two reports of one outlet."""
    one = first.outlet is not None and first.outlet == second.outlet
    return float(one), "of one outlet" if one else "of two outlets"


def thin(first: Laid, second: Laid) -> Said:
    """Return 1 where one of the two has too few telling words to say much."""
    few = min(len(first.terms), len(second.terms)) < 25
    return float(few), "one is short" if few else "both are long enough"
