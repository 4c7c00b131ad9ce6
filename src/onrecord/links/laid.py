"""A gist in, the same laid out for comparison out.

A report is compared with a hundred others in a dense stream. What each comparison would look up in both gists
is made ready once for each of them, and so it is kept: lists with weights as mappings, and their sums.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from onrecord.links.gist import Focal, Gist

NAMES: Final = 20  # of a report, heaviest first, that are compared
NAMED: Final = 8.0  # weight of people in both reports from which having none in common speaks against
TOWNS: Final = 4  # of a report, most prominent first, that may be shared

Weights = Mapping[str, float]
Numbers = tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A gist made ready.

    Attributes:
        report, day, leading, places, focal, towns, states, streets, ages, kinds, outlet: as in the gist.
        days: the likely days as they stand in the gist, likeliest first.
        day_odds: the same by day.
        names, words, terms, headline, people: by what is weighed.
        names_sum: of the weights of the names.
        words_square: the sum of the squares of the words' weights.
        known: people with a weight that tells.
        tolls, toll_odds: likely numbers by state, in order and by number.
    """

    report: str
    day: date | None
    leading: frozenset[str]
    places: frozenset[str]
    focal: tuple[Focal, ...]
    towns: tuple[str, ...]
    states: frozenset[str]
    streets: frozenset[str]
    ages: frozenset[int]
    kinds: frozenset[str]
    outlet: str | None
    days: tuple[tuple[date, float], ...]
    day_odds: Mapping[date, float]
    names: Weights
    names_sum: float
    words: Weights
    words_square: float
    terms: Weights
    headline: Weights
    people: Weights
    known: frozenset[str]
    tolls: Mapping[str, Numbers]
    toll_odds: Mapping[str, Mapping[int, float]]


def lay(gist: Gist) -> Laid:
    """Return a gist laid out for comparison."""
    names, words = dict(gist.names[:NAMES]), dict(gist.words)
    return Laid(
        report=gist.report,
        day=gist.day,
        leading=gist.leading,
        places=gist.places,
        focal=gist.focal,
        towns=gist.towns,
        states=gist.states,
        streets=gist.streets,
        ages=gist.ages,
        kinds=gist.kinds,
        outlet=gist.outlet,
        days=gist.days,
        day_odds=dict(gist.days),
        names=names,
        names_sum=sum(names.values()),
        words=words,
        words_square=sum(weight * weight for weight in words.values()),
        terms=dict(gist.terms),
        headline=dict(gist.headline),
        people=dict(gist.people),
        known=frozenset(name for name, weight in gist.people if weight >= NAMED / 2),
        tolls=dict(gist.tolls),
        toll_odds={state: dict(numbers) for state, numbers in gist.tolls},
    )
