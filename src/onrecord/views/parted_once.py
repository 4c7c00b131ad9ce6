"""The id of a difference that is on record no more in, what it was and what stands in its place out.

A difference goes when a report that comes shows that its sides tell of two things, when one of them is
revised or forgotten, or when somebody rules. Its id leads to both sides all the same (`record.parting_ids`):
so it is answered with the difference that both are sides of now, or with what has become of each.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model.annotation import Annotation, EventMention, FigureReading, Quotation
from onrecord.model.record import Difference, Record
from onrecord.model.span import Passage
from onrecord.record.parting_ids import Claim, Founded, claims_of, founded_by, nearest, words_of
from onrecord.record.store import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Once:
    """A difference that was on record.

    Attributes:
        about: what founded the line that it was about.
        other: what founded the side that parted from it; None where that isn't on record.
        founded: its kind and verdict; None where the other side isn't on record.
        lines: ids of the lines that the one and the other are on now.
    """

    id: str
    about: Annotation
    other: Claim | None
    founded: Founded | None
    lines: tuple[str | None, ...] = ()

    @property
    def sides(self) -> tuple[Annotation, ...]:
        """What is known of the two sides."""
        return (self.about,) if self.other is None else (self.about, self.other)


def parted_once(view: View, id_: str, about: Annotation, reports: Iterable[str]) -> Once:
    """Return what a difference was.

    Args:
        view: The store.
        id_: Its whole id.
        about: The annotation that its id leads to.
        reports: The reports of the storyline, with every state of them.
    """
    ids = sorted(reports)
    found = view.annotations(ids)
    claims = {claim.id: claim for report in ids for claim in claims_of(found[report])}
    founded = founded_by(id_, (*claims, *ids))
    other = claims.get(founded.founder) if founded is not None else None
    return Once(id=id_, about=about, other=other, founded=founded)


def passage_of(view: View, annotation: Annotation) -> Passage:
    """Return the words by which an annotation is told on a sheet."""
    match annotation:
        case EventMention() | FigureReading() | Quotation():
            words = words_of(annotation)
        case _:
            words = annotation.span
    return view.report(annotation.report).passage(words)


def parted_now(view: View, record: Record, once: Once) -> Difference | None:
    """Return the difference of its kind that both sides are sides of now; one of the same verdict first."""
    if once.founded is None:
        return None
    wanted = [{side.id, line} for side, line in zip(once.sides, once.lines, strict=True)]
    kind, verdict = once.founded.kind, once.founded.verdict
    alike = [difference for difference in record.differences if difference.kind == kind]
    known = ((each, _ids(view, each)) for each in alike)
    held = [difference for difference, ids in known if all(end & ids for end in wanted)]
    return min(held, key=lambda d: (d.verdict != verdict, d.id), default=None)


def _ids(view: View, difference: Difference) -> frozenset[str]:
    """Return by what ids a difference is known: of its line, of what it is between, and of what is there."""
    places = [support.span for side in difference.sides for support in side.support]
    found = view.annotations({place.report for place in places})
    there = (nearest(claims_of(found[place.report]), place.start) for place in places)
    items = (item for side in difference.sides for item in side.items)
    return frozenset((difference.about, *items, *(each for each in there if each is not None)))
