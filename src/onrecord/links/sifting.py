"""Two gists in, the most that a comparison can say of them out, in less time than it takes.

In a dense stream most comparisons come to nothing: the reports share a key and little else. So it is
looked first which features can say anything at all. No comparison that comes to something is passed over.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import mul

from onrecord.links.features import Feature, apart
from onrecord.links.laid import Laid, Weights
from onrecord.links.leading import weight_of_names

PEOPLE = 2.0  # the most that same-people says
ROUNDED = 0.001  # by which a rounded score may lie above what it was

SIFTED = (
    "leading-names",
    "published-apart",
    "one-outlet",
    "same-day",
    "same-town",
    "same-street",
    "same-people",
    "same-ages",
    "same-tolls",
    "same-words",
    "same-headline",
    "shared-words",
    "shared-names",
    "one-in-court",
    "focal-event",
    "focal-days-differ",
    "shared-places",
)
"""The features that `at_most` speaks of, in its order."""

EXACT = frozenset(SIFTED[:3])
"""Those of them of which it gives what they say, no more and no less."""


def far(first: Laid, second: Laid) -> bool:
    """Whether two reports were published more than a day apart, as far as is known."""
    return first.day is not None and second.day is not None and abs((first.day - second.day).days) > 1


def at_most(first: Laid, second: Laid) -> tuple[float, ...]:
    """Return for each of `SIFTED` what it says at most of two reports."""
    norm = (first.words_square * second.words_square) ** 0.5 or 1.0
    focal = bool(first.focal and second.focal)
    return (
        min(2, len(first.leading & second.leading)) / 2,
        apart(first, second),
        first.outlet is not None and first.outlet == second.outlet,
        not first.day_odds.keys().isdisjoint(second.day_odds),
        bool(first.towns) and not set(first.towns).isdisjoint(second.towns),
        not first.streets.isdisjoint(second.streets),
        0.0 if first.people.keys().isdisjoint(second.people) else PEOPLE,
        not first.ages.isdisjoint(second.ages),
        not first.tolls.keys().isdisjoint(second.tolls),
        _product(first.terms, second.terms) ** 0.5,
        _product(first.headline, second.headline),
        _product(first.words, second.words) / norm,
        _least(first.names, second.names) / weight_of_names(first, second),
        bool(first.kinds or second.kinds),
        focal,
        focal,
        not first.places.isdisjoint(second.places),
    )


def _product(left: Weights, right: Weights) -> float:
    return sum([left[word] * right[word] for word in left.keys() & right.keys()])


def _least(left: Weights, right: Weights) -> float:
    if left.keys().isdisjoint(right):
        return 0.0
    return sum([min(weight, right[word]) for word, weight in left.items() if word in right])


@dataclass(frozen=True, slots=True, kw_only=True)
class Least:
    """The scores from which a comparison is of use; that of the line where two leading names are shared."""

    happening: float
    story: float
    line: float


class Sieve:
    """What the scores of two reports can be at most, by a table of features.

    Args:
        features: The table. What one of them says is not below 0.
        near: The scores from which a comparison is of use, without what every pair has.
        far: The same for reports that were published more than a day apart.
    """

    def __init__(self, features: Sequence[Feature], *, near: Least, far: Least) -> None:
        self._near, self._far = near, far
        self._happening = _weights({each.name: each.happening for each in features})
        self._story = _weights({each.name: each.story for each in features})
        self._line = _weights({each.name: each.line for each in features})
        self._places = [
            (number, SIFTED.index(each.name) if each.name in SIFTED else None)
            for number, each in enumerate(features)
        ]

    def speaking(self, first: Laid, second: Laid, *, away: bool) -> list[int] | None:
        """Return the places of the features that may say something; None where no score may be of use."""
        said, least = at_most(first, second), self._far if away else self._near
        if (
            _sum(self._happening, said) < least.happening
            and _sum(self._story, said) < least.story
            and (said[0] != 1.0 or _sum(self._line, said) < least.line)
        ):
            return None
        return [number for number, place in self._places if place is None or said[place] > 0]

    def most(self, first: Laid, second: Laid) -> tuple[float, float, float]:
        """Return the most that the scores of happening, story and line can be."""
        said = at_most(first, second)
        return _sum(self._happening, said), _sum(self._story, said), _sum(self._line, said)


def _weights(by_name: Mapping[str, float]) -> tuple[float, tuple[float, ...]]:
    """Return the most that the features say which aren't sifted, and the weights of those that are."""
    others = sum(max(0.0, weight) for name, weight in by_name.items() if name not in SIFTED)
    # What is there at most may not be there: it speaks against nothing.
    sifted = (by_name[name] if name in EXACT else max(0.0, by_name[name]) for name in SIFTED)
    return others + ROUNDED, tuple(sifted)


def _sum(weights: tuple[float, tuple[float, ...]], said: tuple[float, ...]) -> float:
    total: float = weights[0] + sum(map(mul, weights[1], said))
    return total
