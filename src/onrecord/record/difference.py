"""What a difference of any kind is made of: sides, and the id that they give it."""

from collections.abc import Sequence

from onrecord.links.events import EventGroup
from onrecord.model.ids import make_id
from onrecord.model.record import Difference, DifferenceKind, Side, Support, Verdict
from onrecord.record.settled import Settled


def make_difference(
    kind: DifferenceKind, about: str, verdict: Verdict, reason: str, sides: Sequence[Side]
) -> Difference:
    """Return a difference; its id comes of kind, subject, verdict and its sides' places."""
    parts = [str(part) for side in sides for part in (side.support[0].span.start, *side.items)]
    return Difference(
        id=make_id("difference", kind, about, verdict, *parts),
        kind=kind,
        about=about,
        verdict=verdict,
        reason=reason,
        sides=tuple(sides),
    )


def event_side(group: EventGroup, settled: Settled) -> Side:
    """Return an event as one side: its first telling's words, and every telling as support."""
    supports: tuple[Support, ...] = tuple(settled.support(telling.mention) for telling in group.tellings)
    return Side(
        claim=" ".join(supports[0].span.text.split()),
        items=(group.tellings[0].mention.id,),
        support=supports,
    )
