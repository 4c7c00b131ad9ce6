"""Two gists in, how far they are about the same people and events out: features for news of any kind.

Each feature is a function of the two gists alone, with the words that explain it.
"""

from itertools import product

from onrecord.links.gist import Focal
from onrecord.links.laid import Laid


def shared_names(first: Laid, second: Laid) -> tuple[float, str]:
    """Return how much of the weight of the names is shared, from 0 to 1, by the lesser weight of each."""
    left, right = first.names, second.names
    both = sorted(left.keys() & right.keys())
    if not both:
        return 0.0, "no name in common"
    shared = sum([min(left[name], right[name]) for name in both])
    return shared / weight_of_names(first, second), "both name " + ", ".join(both[:5])


def weight_of_names(first: Laid, second: Laid) -> float:
    """Return the weight of the names of the report that names less; 6 where that is little."""
    return max(min(first.names_sum, second.names_sum), 6.0)


def leading_names(first: Laid, second: Laid) -> tuple[float, str]:
    """Return 1 if two leading names are shared, .5 for one: who the focal events and headlines are about."""
    both = sorted(first.leading & second.leading)
    score = 1.0 if len(both) >= 2 else 0.5 if both else 0.0
    return score, "both are about " + " and ".join(both[:3]) if both else "about others"


def shared_words(first: Laid, second: Laid) -> tuple[float, str]:
    """Return the likeness (weighted cosine) of the rare words of headline and opening, from 0 to 1."""
    left, right = first.words, second.words
    both = sorted([(-left[word], word) for word in left.keys() & right.keys()])
    if not both:
        return 0.0, "openings share no rare word"
    norm = (first.words_square * second.words_square) ** 0.5
    score = sum([-weight * right[word] for weight, word in both]) / norm if norm else 0.0
    return score, "openings share " + ", ".join([word for _, word in both[:5]])


def focal_event(first: Laid, second: Laid) -> tuple[float, str]:
    """Return 1 where both open with one event of one sort, state and day; .5 where a day is open."""
    score, sort = _same_focal(first, second)
    return score, f"both open with one {sort}" if score else "no focal event in common"


def focal_days_differ(first: Laid, second: Laid) -> tuple[float, str]:
    """Return 1 where both open with an event of one sort and people, but of another day or state."""
    if not first.focal or not second.focal or _same_focal(first, second)[0]:
        return 0.0, "no focal event on days that differ"
    left, right = first.focal[0], second.focal[0]
    if left.sort != right.sort or not _share(left, right):
        return 0.0, "no focal event on days that differ"
    return 1.0, f"each opens with a {left.sort} of its own"


def _same_focal(first: Laid, second: Laid) -> tuple[float, str]:
    """Return how well the leading focal event of one report is met by the first two of the other."""
    best = (0.0, "")
    for left, right in product(first.focal[:2], second.focal[:2]):
        if left.weight + right.weight <= 1:
            continue
        if left.sort == right.sort and left.state == right.state and _share(left, right):
            score = (1.0 if _may_be(left, right) else 0.0) if _fixed(left) and _fixed(right) else 0.5
            best = max(best, (score, left.sort))
    return best


def _fixed(focal: Focal) -> bool:
    return focal.first is not None and focal.first == focal.last


def _share(left: Focal, right: Focal) -> bool:
    return bool(left.names & right.names) or not left.names or not right.names


def _may_be(left: Focal, right: Focal) -> bool:
    if left.first is None or right.first is None or left.last is None or right.last is None:
        return True
    return left.first <= right.last and right.first <= left.last


def shared_places(first: Laid, second: Laid) -> tuple[float, str]:
    """Return 1 where a place is named in both, 0 elsewhere."""
    both = sorted(first.places & second.places)
    return (1.0, "both name " + both[0]) if both else (0.0, "no place in common")
