"""Gists in, happenings, stories and storylines out: which reports belong together, and how closely.

A happening gathers the reports that go back to it, however late: of a shooting also the arrest, the vigil and
the piece from court. A story is the part of it whose newest news is one. A storyline ties happenings that
share leading participants.

Two reports are compared by a table of small features; each says how much it speaks for or against, and
why. What is kept of a comparison is a function of the two reports alone. The weights of the happening score
are those of a logistic regression (`docs/design/stories.md` says on what, and what it reaches on what it has
not seen): it is the logarithm of the odds that two reports go back to one happening. The weights of the
scores of story and storyline are set by hand on invented stories.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import TypeAlias

from onrecord.links import features, leading
from onrecord.links.average import Levels, settle_average
from onrecord.links.features import Feature
from onrecord.links.gist import Gist
from onrecord.links.groups import Bonds, settle
from onrecord.links.laid import Laid, lay
from onrecord.links.ruled import NO_STORY_RULED, RuledStories
from onrecord.links.sifting import Least, Sieve, far

BIAS = -3.49  # score of a pair of which no feature says anything
SAME_HAPPENING = -1.0  # least mean score over the pairs between two groups that become one happening
UNLIKE = -2.0  # a pair below it, and one never compared, counts as this
FAINT = -1.25
"""From which a pair that was published more than a day apart, and ties nothing, is kept.

Of the 14 pairs that a report keeps in a wire of 290 a day, 17 days in, 5 lie below it. No figure of the
`stories` task changes with it, and no story of the invented ones; from -1.1 pairs of one incident are lost.
"""
Scores = Mapping[tuple[str, str], float]
"""Pairs of reports, the lesser id first, with how much speaks for it."""

Told: TypeAlias = tuple[int, float, str]
"""The place of a feature, and what it says."""

COPY = 9.0  # score of a pair of copies
SAME_STORY = 1.0  # least mean story score over the pairs of two groups that become one story
SAME_LINE = 1.0  # score from which two reports are linked into one storyline
CORE = 0.3  # share of a storyline's reports that must be about a name for it to lead the storyline

FEATURES = (
    Feature(name="same-day", happening=2.17, story=0.6, line=0.0, compare=features.same_day),
    Feature(name="other-day", happening=-1.22, story=0.0, line=0.0, compare=features.other_day),
    Feature(name="next-day", happening=0.0, story=0.0, line=0.0, compare=features.next_day),
    Feature(name="published-apart", happening=-1.26, story=-1.5, line=-0.3, compare=features.published_apart),
    Feature(name="told-before", happening=-2.06, story=0.0, line=0.0, compare=features.told_before),
    Feature(name="same-town", happening=0.34, story=0.0, line=0.0, compare=features.same_town),
    Feature(name="other-town", happening=-1.04, story=0.0, line=0.0, compare=features.other_town),
    Feature(name="other-state", happening=-1.02, story=0.0, line=0.0, compare=features.other_state),
    Feature(name="same-street", happening=1.2, story=0.0, line=0.0, compare=features.same_street),
    Feature(name="other-street", happening=-1.73, story=0.0, line=0.0, compare=features.other_street),
    Feature(name="same-people", happening=1.86, story=0.0, line=0.0, compare=features.same_people),
    Feature(name="other-people", happening=-0.36, story=0.0, line=0.0, compare=features.other_people),
    Feature(name="same-ages", happening=0.41, story=0.0, line=0.0, compare=features.same_ages),
    Feature(name="other-ages", happening=-1.55, story=0.0, line=0.0, compare=features.other_ages),
    Feature(name="same-tolls", happening=2.66, story=0.0, line=0.0, compare=features.same_tolls),
    Feature(name="other-tolls", happening=-0.6, story=0.0, line=0.0, compare=features.other_tolls),
    Feature(name="same-words", happening=3.93, story=0.0, line=0.0, compare=features.same_words),
    Feature(name="same-headline", happening=1.07, story=0.0, line=0.0, compare=features.same_headline),
    Feature(name="one-in-court", happening=0.98, story=0.0, line=0.0, compare=features.one_in_court),
    Feature(name="one-outlet", happening=-0.54, story=0.0, line=0.0, compare=features.one_outlet),
    Feature(name="thin", happening=0.0, story=0.0, line=0.0, compare=features.thin),
    Feature(name="shared-names", happening=1.06, story=0.6, line=1.0, compare=leading.shared_names),
    Feature(name="leading-names", happening=1.28, story=0.1, line=0.7, compare=leading.leading_names),
    Feature(name="shared-words", happening=0.56, story=1.2, line=0.8, compare=leading.shared_words),
    Feature(name="focal-event", happening=0.0, story=0.8, line=0.2, compare=leading.focal_event),
    Feature(name="focal-days-differ", happening=0.0, story=-0.8, line=0.2, compare=leading.focal_days_differ),
    Feature(name="shared-places", happening=0.75, story=0.1, line=0.1, compare=leading.shared_places),
)
WEIGHTS = tuple(zip(*((each.happening, each.story, each.line) for each in FEATURES), strict=True))
COMPARE = tuple(each.compare for each in FEATURES)
NAMES = tuple(each.name for each in FEATURES)
ABOUT = NAMES.index("leading-names")
SIEVE = Sieve(
    FEATURES,
    near=Least(happening=UNLIKE - BIAS, story=SAME_STORY, line=SAME_LINE),
    far=Least(happening=FAINT - BIAS, story=SAME_STORY, line=SAME_LINE),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLink:
    """The outcome of a comparison: how much speaks for one happening, one story, one storyline.

    Attributes:
        reasons: the features that say something: name, value, words.
    """

    first: str
    second: str
    happening: float
    story: float
    line: float
    reasons: tuple[tuple[str, float, str], ...]


def compare_stories(first: Gist, second: Gist) -> StoryLink:
    """Return what speaks for and against two reports being of one story, and of one storyline."""
    one, other = _in_order(lay(first), lay(second))
    said = _told(one, other, range(len(COMPARE)))
    return _link(one, other, said, _scores(said))


def compare_laid(first: Laid, second: Laid) -> StoryLink | None:
    """Return the same where it speaks for something, or not much against; None elsewhere.

    Of two reports that were published more than a day apart it is to speak less against (`FAINT`).
    """
    first, second = _in_order(first, second)
    away = far(first, second)
    speaking = SIEVE.speaking(first, second, away=away)
    if speaking is None:
        return None
    said = _told(first, second, speaking)
    happening, story, line = scores = _scores(said)
    about = next((value for place, value, _ in said if place == ABOUT), 0.0)
    worth = tells(happening, story) if not away else happening >= FAINT or story >= SAME_STORY
    worth = worth or _tie(happening, line, about) >= 0
    return _link(first, second, said, scores) if worth else None


def tells(happening: float, story: float) -> bool:
    """Whether scores say something of two reports being of one happening or story, for or against."""
    return happening > UNLIKE or story >= SAME_STORY


def _in_order(first: Laid, second: Laid) -> tuple[Laid, Laid]:
    return (second, first) if second.report < first.report else (first, second)


def _told(first: Laid, second: Laid, places: Iterable[int]) -> list[Told]:
    """Return what some features say of two reports, of those that say something."""
    said = [(place, *COMPARE[place](first, second)) for place in places]
    return [each for each in said if each[1]]


def _scores(said: Sequence[Told]) -> tuple[float, float, float]:
    """Return the scores of happening, story and storyline."""
    happening, story, line = (
        sum([weights[place] * value for place, value, _ in said]) for weights in WEIGHTS
    )
    return round(BIAS + happening, 3), round(story, 3), round(line, 3)


def _link(first: Laid, second: Laid, said: Sequence[Told], scores: tuple[float, float, float]) -> StoryLink:
    happening, story, line = scores
    return StoryLink(
        first=first.report,
        second=second.report,
        happening=happening,
        story=story,
        line=line,
        reasons=tuple([(NAMES[place], round(value, 3), words) for place, value, words in said]),
    )


def settle_happenings(
    reports: Sequence[str],
    scores: Scores,
    copies: Iterable[frozenset[str]],
    ruled: RuledStories = NO_STORY_RULED,
) -> list[list[str]]:
    """Return the happenings of some reports: average link over the pairs, scored as of one happening.

    A pair that was never compared, sharing no key, counts as unlike. Copies that were compared count as sure;
    what else shares half of its words, but no telling name, place and word, shares the furniture of a page.
    What a person has ruled one story is one happening.
    """
    score = {ends: UNLIKE if happening < UNLIKE else happening for ends, happening in scores.items()}
    scored = score | _sure(score, copies) | ruled.scores(parted=False)
    return _settled([reports], scored, Levels(least=SAME_HAPPENING, unscored=UNLIKE))


def settle_stories(
    happenings: Iterable[Sequence[str]],
    scores: Scores,
    copies: Iterable[frozenset[str]],
    ruled: RuledStories = NO_STORY_RULED,
) -> list[tuple[str, ...]]:
    """Return the stories of happenings, by pairs scored as of one story: parts whose newest news is one."""
    scored = {**scores, **_sure(scores, copies), **ruled.scores(parted=True)}
    return list(map(tuple, _settled(happenings, scored, Levels(least=SAME_STORY, unscored=0.0))))


def _sure(score: Scores, copies: Iterable[frozenset[str]]) -> dict[tuple[str, str], float]:
    """Return the pairs of copies that were compared, scored as sure."""
    return {pair: COPY for group in copies for pair in combinations(sorted(group), 2) if pair in score}


def _settled(parts: Iterable[Sequence[str]], score: Scores, levels: Levels) -> list[list[str]]:
    """Return the groups into which each of some parts falls by itself."""
    ordered = [sorted(reports) for reports in parts]
    several = ((number, reports) for number, reports in enumerate(ordered) if len(reports) > 1)
    part_of = {report: number for number, reports in several for report in reports}
    pairs: list[list[tuple[float, str, str]]] = [[] for _ in ordered]
    for (a, b), value in score.items() if part_of else ():
        part = part_of.get(a)
        if part is not None and part == part_of.get(b):
            pairs[part].append((value, a, b))
    return [
        group
        for reports, inside in zip(ordered, pairs, strict=True)
        for group in (_joined(reports, inside, levels) if inside else [[each] for each in reports])
    ]


def _joined(
    reports: Sequence[str], pairs: Sequence[tuple[float, str, str]], levels: Levels
) -> list[list[str]]:
    """Return the groups of one part: what is like enough to nothing stays alone, and most of it does."""
    like = {end for score, *ends in pairs if score >= levels.least for end in ends}
    groups = [[each] for each in reports if each not in like]
    if len(like) == 2:
        groups.append(sorted(like))
    elif like:
        between = pairs
        if groups:
            between = [pair for pair in pairs if pair[1] in like and pair[2] in like]
        groups += settle_average(sorted(like), between, levels)
    return sorted(groups)


def tie_of(link: StoryLink) -> float:
    """Return how strongly a comparison ties two reports into one storyline; below 0 it doesn't.

    They are of one happening, or share two leading names; the strength is how far the score is above the
    least that does.
    """
    about = next((score for name, score, _ in link.reasons if name == "leading-names"), 0.0)
    return _tie(link.happening, link.line, about)


def _tie(happening: float, line: float, about: float) -> float:
    by_names = line - SAME_LINE if about == 1.0 else -1.0
    return round(max(happening - SAME_HAPPENING, by_names), 3)


def settle_storylines(
    happenings: Sequence[tuple[str, ...]],
    leading: Mapping[str, frozenset[str]],
    links: Iterable[tuple[float, str, str]],
    ruled: RuledStories = NO_STORY_RULED,
) -> list[tuple[str, ...]]:
    """Return the storylines: happenings tied from the strongest tie down, as long as two leading names hold.

    So a chain of reports that each share other names with the next makes no storyline.

    Args:
        happenings: Report ids by happening, in founding order.
        leading: The leading names of every report.
        links: Ties between reports: score and two report ids.
        ruled: What a person has ruled: reports with lines that are the same are of one storyline.
    """
    place_of = {report: place for place, reports in enumerate(happenings) for report in reports}
    ties_of = [
        (score, place_of[a], place_of[b])
        for score, a, b in links
        if a in place_of and b in place_of and place_of[a] != place_of[b]
    ]

    @cache  # a group is asked for with each tie that it has
    def core(group: tuple[int, ...]) -> frozenset[str]:
        return _core([leading[r] for place in group for r in happenings[place]])

    def may_meet(left: Sequence[int], right: Sequence[int]) -> bool:
        return len(core(tuple(left)) & core(tuple(right))) >= 2

    places = list(range(len(happenings)))
    bonds = Bonds((place_of[a], place_of[b]) for a, b in ruled.tied if a in place_of and b in place_of)
    rank = {place: place for place in places}
    groups = settle(places, ties_of, rank=rank, may_meet=may_meet, bonds=bonds)
    return [tuple(report for place in group for report in happenings[place]) for group in groups]


def _core(leading: Sequence[frozenset[str]]) -> frozenset[str]:
    """Return the names that enough of the reports are about."""
    counts = Counter(name for names in leading for name in names)
    return frozenset(name for name, count in counts.items() if count >= CORE * len(leading))
