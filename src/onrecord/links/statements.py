"""Quotations in, statements out: who said what on one occasion, in which wordings.

Renderings of several reports are one statement when their speaker is one, their days can be one, and a
quotation of the one says what a quotation of the other says: many words in a row, or most of the words that
carry meaning, or all that stands in marks. A run of words that both share, with the rest another's, is an
echo and no likeness.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from onrecord.links.entities import Entities
from onrecord.links.groups import settle
from onrecord.links.material import Material
from onrecord.links.occasions import Rendering, Words, find_renderings
from onrecord.links.words import content_words, held_in, longest_run
from onrecord.model.when import When

__all__ = ["Rendering", "StatementGroup", "days_agree", "find_renderings", "likeness", "settle_statements"]

LONG_RUN: Final = 8  # words in a row that only one utterance has, whoever is named for it
RUN: Final = 5  # words in a row that go with a share of meaning; fewer are set phrases
SHARE: Final = 0.6  # of the meaning words of the shorter quotation
FEWEST: Final = 4  # meaning words that a share without a run must rest on
FEW: Final = 2  # and with one
CUT: Final = 3  # words in marks, two of them with meaning, that are told whole elsewhere
ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementGroup:
    """Renderings that are one statement; the first founds it."""

    renderings: tuple[Rendering, ...]

    @property
    def quotations(self) -> tuple[str, ...]:
        """The ids of all quotations."""
        return tuple(quotation.id for rendering in self.renderings for quotation in rendering.quotations)


def settle_statements(material: Material, entities: Entities) -> tuple[StatementGroup, ...]:
    """Return the statements of a storyline, in founding order."""
    renderings = [r for report in material.reports for r in find_renderings(report, material, entities)]
    renderings.sort(key=lambda r: material.order(r.report, r.quotations[0].span.start))
    by_id = {rendering.id: rendering for rendering in renderings}
    rank = {rendering.id: place for place, rendering in enumerate(renderings)}
    links = [
        (score, first.id, second.id)
        for place, first in enumerate(renderings)
        for second in renderings[place + 1 :]
        if (score := likeness(first, second)) > 0
    ]
    settled = settle(
        [r.id for r in renderings],
        links,
        rank=rank,
        may_meet=lambda left, right: _may_meet([by_id[i] for i in left], [by_id[i] for i in right]),
        bonds=material.ruled.bonds({q.id: r.id for r in renderings for q in r.quotations}),
    )
    groups = (StatementGroup(renderings=tuple(by_id[i] for i in group)) for group in settled)
    return tuple(group for group in groups if material.ruled.wrong.isdisjoint(group.quotations))


def likeness(first: Rendering, second: Rendering) -> float:
    """Return how surely two renderings are of one statement: 0 where they aren't."""
    if first.report == second.report or first.meaning.isdisjoint(second.meaning):
        return 0.0
    same = first.speakers == second.speakers
    if not same and not _may_be_one_speaker(first, second):
        return 0.0
    if not _days_may_be_one(first, second):
        return 0.0
    scores = (_alike(a, b, by_words_alone=not same) for a in first.pieces for b in second.pieces)
    return max(scores, default=0.0)


def _may_be_one_speaker(first: Rendering, second: Rendering) -> bool:
    """Whether one report leaves open who speaks, or both describe somebody unnamed in the same days.

    Whom one report leaves open another may name; then only the words tell, many in a row.
    """
    if not first.speakers or not second.speakers:
        return True
    if not (first.unnamed and second.unnamed) or first.published is None or second.published is None:
        return False
    return abs(first.published - second.published) <= ONE_DAY


def _alike(first: Words, second: Words, *, by_words_alone: bool) -> float:
    """Return how surely two quotations are of one utterance: 0 where they needn't be."""
    if first.meaning.isdisjoint(second.meaning):
        return 0.0
    run = longest_run(first.words, second.words)
    shared = held_in(first.meaning, second.meaning)
    score = round(min(1.0, 0.5 * shared + 0.05 * min(run, 10)), 3)
    if by_words_alone:
        return score if run >= LONG_RUN and first.marked and second.marked else 0.0
    fewest = min(len(first.meaning), len(second.meaning))
    if run >= LONG_RUN or (shared >= SHARE and fewest >= (FEW if run >= RUN else FEWEST)):
        return score
    if any(_is_cut(part, second, run) for part in first.marked):
        return score
    return score if any(_is_cut(part, first, run) for part in second.marked) else 0.0


def _is_cut(part: Sequence[str], other: Words, run: int) -> bool:
    """Whether words in marks stand whole in another quotation, in a row, and aren't a set phrase."""
    if not CUT <= len(part) <= run or len(content_words(part)) < FEW:
        return run >= RUN and len(part) >= RUN and held_in(content_words(part), other.meaning) >= SHARE
    return longest_run(part, other.words) == len(part)


def days_agree(first: When | None, second: When | None) -> bool:
    """Whether two statements can have been made on one day, as far as the words tell."""
    if first is None or second is None or first.date is None or second.date is None:
        return True
    return first.date.may_be(second.date)


def _days_may_be_one(first: Rendering, second: Rendering) -> bool:
    """Whether the days told can be one, and neither report came out before the other's day."""
    return (
        days_agree(first.said, second.said)
        and _came_after(first, second.published)
        and _came_after(second, first.published)
    )


def _came_after(rendering: Rendering, published: date | None) -> bool:
    """Whether a report of some day can tell what was said on a rendering's day."""
    if rendering.said is None or rendering.said.date is None or published is None:
        return True
    first = rendering.said.date.first
    return first is None or rendering.said.basis in ("bounded", "open") or first <= published


def _may_meet(left: Sequence[Rendering], right: Sequence[Rendering]) -> bool:
    """Whether all days can be one day, no two speakers would become one, and no report's two occasions."""
    both = (*left, *right)
    named = {rendering.speakers for rendering in both if rendering.speakers and not rendering.unnamed}
    if len(named) > 1 or (named and any(rendering.unnamed for rendering in both)):
        return False
    told = {rendering.report for rendering in left if rendering.speakers}
    if any(rendering.report in told for rendering in right if rendering.speakers):
        return False
    return all(_days_may_be_one(a, b) for a in left for b in right)
