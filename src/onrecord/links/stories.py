"""Gists in, stories and storylines out: which reports share a focal event, which stories hang together.

Two reports are compared by a table of small features; each says how much it speaks for or against, and
why. What is kept of a comparison is a function of the two reports alone. Weights and thresholds are set by
hand on invented stories; they are to be fitted when grouping is deepened.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from onrecord.links.gist import Focal, Gist
from onrecord.links.groups import settle

SAME_STORY = 1.3  # score from which two reports are linked into one story
SAME_LINE = 1.0  # and into one storyline
CORE = 0.3  # share of a storyline's reports that must be about a name for it to lead the storyline


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A named feature of a pair: its weight in the story score and in the storyline score."""

    name: str
    story: float
    line: float
    compare: Callable[[Gist, Gist], tuple[float, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLink:
    """The outcome of a comparison; `reasons` are (feature, score, words)."""

    first: str
    second: str
    story: float
    line: float
    reasons: tuple[tuple[str, float, str], ...]


def shared_names(first: Gist, second: Gist) -> tuple[float, str]:
    """Return how much of the weight of the names is shared, from 0 to 1, by the lesser weight of each."""
    left, right = dict(first.names[:20]), dict(second.names[:20])
    both = sorted(left.keys() & right.keys())
    shared = sum(min(left[name], right[name]) for name in both)
    total = min(sum(left.values()), sum(right.values()))
    score = shared / max(total, 6.0)
    return score, "both name " + ", ".join(both[:5]) if both else "no name in common"


def leading_names(first: Gist, second: Gist) -> tuple[float, str]:
    """Return 1 if two leading names are shared, .5 for one: who the focal events and headlines are about."""
    both = sorted(first.leading & second.leading)
    score = 1.0 if len(both) >= 2 else 0.5 if both else 0.0
    return score, "both are about " + " and ".join(both[:3]) if both else "about others"


def shared_words(first: Gist, second: Gist) -> tuple[float, str]:
    """Return the likeness (weighted cosine) of the rare words of headline and opening, from 0 to 1."""
    left, right = dict(first.words), dict(second.words)
    both = sorted(left.keys() & right.keys(), key=lambda word: (-left[word], word))
    norm = (sum(w * w for w in left.values()) * sum(w * w for w in right.values())) ** 0.5
    score = sum(left[word] * right[word] for word in both) / norm if norm else 0.0
    return score, "openings share " + ", ".join(both[:5]) if both else "openings share no rare word"


def focal_event(first: Gist, second: Gist) -> tuple[float, str]:
    """Return 1 where both open with one event of one sort, state and day; .5 where a day is open."""
    score, sort = _same_focal(first, second)
    return score, f"both open with one {sort}" if score else "no focal event in common"


def focal_days_differ(first: Gist, second: Gist) -> tuple[float, str]:
    """Return 1 where both open with an event of one sort and people, but of another day or state."""
    if not first.focal or not second.focal or _same_focal(first, second)[0]:
        return 0.0, "no focal event on days that differ"
    left, right = first.focal[0], second.focal[0]
    if left.sort != right.sort or not _share(left, right):
        return 0.0, "no focal event on days that differ"
    return 1.0, f"each opens with a {left.sort} of its own"


def _same_focal(first: Gist, second: Gist) -> tuple[float, str]:
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


def apart(first: Gist, second: Gist) -> tuple[float, str]:
    """Return how far apart the days of publication lie: 0 within 3 days, 1 from 30 days on, .5 if unknown."""
    if first.day is None or second.day is None:
        return 0.5, "a day of publication isn't known"
    days = abs((first.day - second.day).days)
    return min(1.0, max(0, days - 3) / 27), f"{days} days apart"


def shared_places(first: Gist, second: Gist) -> tuple[float, str]:
    """Return 1 where a place is named in both, 0 elsewhere."""
    both = sorted(first.places & second.places)
    return (1.0, "both name " + both[0]) if both else (0.0, "no place in common")


FEATURES = (
    Feature(name="shared-names", story=0.6, line=1.0, compare=shared_names),
    Feature(name="leading-names", story=0.1, line=0.7, compare=leading_names),
    Feature(name="shared-words", story=1.2, line=0.8, compare=shared_words),
    Feature(name="focal-event", story=0.8, line=0.2, compare=focal_event),
    Feature(name="focal-days-differ", story=-0.8, line=0.2, compare=focal_days_differ),
    Feature(name="shared-places", story=0.1, line=0.1, compare=shared_places),
    Feature(name="days-apart", story=-1.0, line=-0.2, compare=apart),
)


def compare_stories(first: Gist, second: Gist) -> StoryLink:
    """Return what speaks for and against two reports being of one story, and of one storyline."""
    if second.report < first.report:
        first, second = second, first
    scores = [(feature, *feature.compare(first, second)) for feature in FEATURES]
    return StoryLink(
        first=first.report,
        second=second.report,
        story=round(sum(feature.story * score for feature, score, _ in scores), 3),
        line=round(sum(feature.line * score for feature, score, _ in scores), 3),
        reasons=tuple((feature.name, round(score, 3), reason) for feature, score, reason in scores),
    )


def settle_stories(
    reports: Sequence[str],
    links: Iterable[StoryLink],
    copies: Iterable[frozenset[str]],
) -> list[tuple[str, ...]]:
    """Return the stories of one storyline: average link over the pairs, copies always together.

    A pair that was never compared, sharing no candidate, counts as unlike (score 0).
    """
    score = {(link.first, link.second): link.story for link in links}
    for group in copies:
        members = sorted(group)
        score |= {(a, b): 9.0 for place, a in enumerate(members) for b in members[place + 1 :]}
    rank = {report: place for place, report in enumerate(sorted(reports))}

    def may_meet(left: Sequence[str], right: Sequence[str]) -> bool:
        pairs = [score.get((min(a, b), max(a, b)), 0.0) for a in left for b in right]
        return sum(pairs) / len(pairs) >= SAME_STORY * 0.75

    strong = [
        (value, a, b) for (a, b), value in score.items() if value >= SAME_STORY and a in rank and b in rank
    ]
    return [tuple(group) for group in settle(sorted(reports), strong, rank=rank, may_meet=may_meet)]


def ties(link: StoryLink) -> bool:
    """Whether a comparison may tie two reports into one storyline: one story, or two leading names shared."""
    leading = next(score for name, score, _ in link.reasons if name == "leading-names")
    return link.story >= SAME_STORY or (link.line >= SAME_LINE and leading == 1.0)


def settle_storylines(
    stories: Sequence[tuple[str, ...]], gists: Mapping[str, Gist], links: Iterable[tuple[float, str, str]]
) -> list[tuple[str, ...]]:
    """Return the storylines: stories tied from the strongest tie down, as long as two leading names hold.

    So a chain of reports that each share other names with the next makes no storyline.

    Args:
        stories: Report ids by story, in founding order.
        gists: Of every report.
        links: Ties between reports: score and two report ids.
    """
    story_of = {report: place for place, story in enumerate(stories) for report in story}
    ties_of = [
        (score, story_of[a], story_of[b])
        for score, a, b in links
        if a in story_of and b in story_of and story_of[a] != story_of[b]
    ]

    def may_meet(left: Sequence[int], right: Sequence[int]) -> bool:
        cores = [_core([gists[r] for place in group for r in stories[place]]) for group in (left, right)]
        return len(cores[0] & cores[1]) >= 2

    places = list(range(len(stories)))
    groups = settle(places, ties_of, rank={place: place for place in places}, may_meet=may_meet)
    return [tuple(report for place in group for report in stories[place]) for group in groups]


def _core(gists: Sequence[Gist]) -> frozenset[str]:
    """Return the names that enough of the reports are about."""
    counts = Counter(name for gist in gists for name in gist.leading)
    return frozenset(name for name, count in counts.items() if count >= CORE * len(gists))
