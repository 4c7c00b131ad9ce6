"""What a person has ruled, as linking wants it: ids of annotations and reports: one, two, or wrong."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from onrecord.links.groups import Bonds

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """Rulings that stand, each on ids of annotations, or of reports where stories were ruled on.

    Attributes:
        same, different: pairs, without contradictions.
        wrong: ids whose whole line is left out.
        struck: ids that are left out by themselves, whatever becomes of their line.
        by: of each id, the judgements that name it.
    """

    same: tuple[Pair, ...] = ()
    different: tuple[Pair, ...] = ()
    wrong: frozenset[str] = frozenset()
    struck: frozenset[str] = frozenset()
    by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def bonds(self, node_of: Mapping[str, str]) -> Bonds[str]:
        """Return what was ruled on some nodes; `node_of` says in which node each id stands."""
        return Bonds(_over(self.same, node_of), _over(self.different, node_of))

    def apart(self, ids: Iterable[str], other: str) -> bool:
        """Whether one id was ruled different from any of some others."""
        if not self.different:
            return False
        rest = frozenset(ids)
        return any((a in rest and b == other) or (b in rest and a == other) for a, b in self.different)

    def judgements(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the judgements that name any of some ids, each once, in order."""
        if not self.by:
            return ()
        return tuple(sorted({judgement for each in ids for judgement in self.by.get(each, ())}))


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledStories:
    """Rulings that bear on stories and storylines, as pairs of report ids.

    Attributes:
        same, different: whether two reports are of one story.
        tied: reports with lines that were ruled the same: of one storyline, whatever their stories.
    """

    same: tuple[Pair, ...] = ()
    different: tuple[Pair, ...] = ()
    tied: tuple[Pair, ...] = ()

    def scores(self, *, parted: bool) -> dict[Pair, float]:
        """Return the pairs with scores beside which no other counts; the different ones only if `parted`."""
        scores = {(min(pair), max(pair)): OUTRANKS for pair in self.same}
        return scores | {(min(pair), max(pair)): -OUTRANKS for pair in self.different if parted}

    def tied_to(self, reports: Iterable[str]) -> frozenset[str]:
        """Return the reports that rulings tie to some reports."""
        inside = frozenset(reports)
        pairs = (pair for pair in (*self.same, *self.tied) if not inside.isdisjoint(pair))
        return frozenset(report for pair in pairs for report in pair) - inside


NOTHING_RULED = Ruled()
NO_STORY_RULED = RuledStories()
OUTRANKS = 1e9  # a score that the mean over a whole component can't undo


def _over(pairs: Iterable[Pair], node_of: Mapping[str, str]) -> Iterator[Pair]:
    for first, second in pairs:
        ends = node_of.get(first), node_of.get(second)
        if ends[0] is not None and ends[1] is not None and ends[0] != ends[1]:
            yield ends[0], ends[1]
