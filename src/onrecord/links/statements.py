"""Quotations in, statements out: who said what on one occasion, in which wordings.

Renderings of several reports are one statement when their speaker is one, their days can be one, and a
quotation of the one says what a quotation of the other says: many words in a row, or most of the words that
carry meaning, or all that stands in marks. A run of words that both share, with the rest another's, is an
echo and no likeness.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.links.entities import Entities
from onrecord.links.groups import settle
from onrecord.links.material import Material
from onrecord.links.occasions import Rendering, Words, find_renderings, settings
from onrecord.links.offices import offices_of
from onrecord.links.statement_pairs import ONE_DAY, pairs_of
from onrecord.links.tenses import has_come_about
from onrecord.links.utterances import alike, said_over, told_again, told_whole, word_for_word
from onrecord.model.when import When

__all__ = ["Rendering", "StatementGroup", "days_agree", "find_renderings", "likeness", "settle_statements"]


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
    offices = offices_of(entities, material)
    renderings = [
        rendering
        for report in material.reports
        for rendering in find_renderings(report, material, entities, offices)
    ]
    renderings.sort(key=lambda r: material.order(r.report, r.quotations[0].span.start))
    by_id = {rendering.id: rendering for rendering in renderings}
    rank = {rendering.id: place for place, rendering in enumerate(renderings)}
    links = [
        (score, first.id, second.id)
        for first, second in pairs_of(renderings)
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
    taken = not same and _are_described_alike(first, second)
    if not (same or taken or _may_be_one_speaker(first, second)):
        return 0.0
    if not _days_may_be_one(first, second) or _said_elsewhere(first, second):
        return 0.0
    pairs = [(a, b) for a in first.pieces for b in second.pieces if not a.meaning.isdisjoint(b.meaning)]
    if taken and (score := max((word_for_word(a, b) for a, b in pairs), default=0.0)):
        return score
    if not (same or _may_be_one_speaker(first, second)):
        return 0.0
    if not same and not _may_be_in_office(first, second):
        known = _may_be_present(first, second) and not _apart(first, second)
        return max((_said_by_one(a, b, known=known) for a, b in pairs), default=0.0)
    if not same:
        pairs = [(a, b) for a, b in pairs if a.marked and b.marked]
    pairs = [(a, b) for a, b in pairs if not has_come_about(a, b)]
    if (
        same
        and _told_for_one_day(first, second)
        and (day := max((told_whole(a, b) for a, b in pairs), default=0.0))
    ):
        return day
    if _apart(first, second) and not any(told_again(a, b) for a, b in pairs):
        return 0.0
    return max((alike(a, b) for a, b in pairs), default=0.0)


def _said_by_one(first: Words, second: Words, *, known: bool) -> float:
    """Return how surely the words tell that one speaker said both; fewer do of somebody who may be known."""
    over = said_over(first, second)
    if over or not known or not (first.marked and second.marked and told_again(first, second)):
        return over
    return alike(first, second)


def _may_be_present(first: Rendering, second: Rendering) -> bool:
    """Whether one report leaves open who speaks, and speaks of whom the other names."""
    if bool(first.speakers) == bool(second.speakers):
        return False
    nobody, somebody = (second, first) if first.speakers else (first, second)
    return not somebody.unnamed and set(somebody.speakers) <= nobody.present


def _may_be_in_office(first: Rendering, second: Rendering) -> bool:
    """Whether one is described by the office of the other, who is named in the same report too."""
    if first.unnamed == second.unnamed or not (first.speakers and second.speakers):
        return False
    described, named = (first, second) if first.unnamed else (second, first)
    return set(named.speakers) <= described.present and not described.offices.isdisjoint(named.offices)


def _apart(first: Rendering, second: Rendering) -> bool:
    """Whether two reports each tell of an occasion of their own days, which aren't the same days."""
    one, other = first.window, second.window
    if not (first.settings & second.settings).isdisjoint(settings("written")):
        return False  # a letter is quoted for days
    return one is not None and other is not None and (one[1] < other[0] or other[1] < one[0])


def _told_for_one_day(first: Rendering, second: Rendering) -> bool:
    """Whether both are told to have been said on one and the same day."""
    if any(r.said is None or r.said.basis in ("bounded", "open") for r in (first, second)):
        return False
    return first.window == second.window and first.window is not None and first.window[0] == first.window[1]


def _said_elsewhere(first: Rendering, second: Rendering) -> bool:
    """Whether one was said from afar and the other before people: by telephone, to the mourners."""
    far, near = settings("afar"), settings("before")
    return any(
        not one.isdisjoint(far) and not other.isdisjoint(near)
        for one, other in ((first.settings, second.settings), (second.settings, first.settings))
    )


def _may_be_one_speaker(first: Rendering, second: Rendering) -> bool:
    """Whether one report leaves open who speaks, or both describe somebody unnamed in the same days.

    Whom one report leaves open another may name; then only the words tell, many in a row.
    """
    if not first.speakers or not second.speakers or _may_be_in_office(first, second):
        return True
    if not (first.unnamed and second.unnamed) or first.published is None or second.published is None:
        return False
    return abs(first.published - second.published) <= ONE_DAY


def _are_described_alike(first: Rendering, second: Rendering) -> bool:
    """Whether two reports describe somebody unnamed in one phrase: then whole sentences are one's words."""
    return first.unnamed and second.unnamed and not first.called.isdisjoint(second.called)


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
    named = [rendering for rendering in both if rendering.speakers and not rendering.unnamed]
    described = [rendering for rendering in both if rendering.unnamed]
    if len({rendering.speakers for rendering in named}) > 1:
        return False
    if named and not all(_may_be_in_office(named[0], one) for one in described):
        return False
    told = {rendering.report for rendering in left if rendering.speakers}
    if any(rendering.report in told for rendering in right if rendering.speakers):
        return False
    return all(_days_may_be_one(a, b) for a in left for b in right)
