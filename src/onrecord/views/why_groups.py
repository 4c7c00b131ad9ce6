"""Stories, storylines and sets of copies in, what binds their reports together out."""

from collections.abc import Iterable

from onrecord.model.record import Copies, Story, Storyline
from onrecord.record.store import Layer, Pair, View
from onrecord.views.belonging import Thing
from onrecord.views.harmless import one_line
from onrecord.views.lookup import Lookup
from onrecord.views.outlets import copies_words
from onrecord.views.ruled import ruled_part
from onrecord.views.why_part import Part, Why, facts


def group_why(view: View, thing: Thing, lookup: Lookup) -> Why | None:
    """Return what binds a group of reports together; None for what is no group."""
    match thing:
        case Story():
            known = facts(("first report", thing.first), ("last report", thing.last), ("focus", thing.focus))
            parts = (
                Part(heading="What is known", facts=known),
                *ruled_part(thing, lookup),
                *_bound("stories", view, thing.reports, lookup),
            )
            return Why(id=thing.id, kind="story", title=one_line(thing.title), parts=parts)
        case Storyline():
            stories = [s for s in lookup.record.stories if s.storyline == thing.id]
            lines = tuple(f"{story.id}  {one_line(story.title)}" for story in stories)
            ids = [report for story in stories for report in story.reports]
            parts = (Part(heading="Stories", lines=lines), *_bound("storylines", view, ids, lookup))
            return Why(id=thing.id, kind="storyline", title=one_line(thing.title), parts=parts)
        case Copies():
            ids = [share.report for share in thing.reports]
            known = facts(("reason", one_line(thing.reason)))
            parts = (Part(heading="What is known", facts=known), *_bound("copies", view, ids, lookup))
            return Why(id=thing.id, kind="copies", title=copies_words(thing, lookup), parts=parts)
    return None


def _bound(layer: Layer, view: View, ids: Iterable[str], lookup: Lookup) -> tuple[Part, ...]:
    members = list(ids)
    inside = frozenset(members)
    reports = tuple(report_words(report, lookup) for report in members)
    # A storyline's own pairs have no reasons: these stand with the pairs of stories and copies.
    layers: tuple[Layer, ...] = ("copies", "stories") if layer == "storylines" else (layer,)
    pairs = [
        p for each in layers for p in view.pairs(each, members) if p.first in inside and p.second in inside
    ]
    return (
        Part(heading="Reports", lines=reports),
        Part(heading="Bound together by", lines=tuple(pair_words(pair, lookup) for pair in pairs)),
    )


def report_words(report: str, lookup: Lookup) -> str:
    """Return a report in a line: number, outlet, headline, id."""
    found = lookup.reports.get(report)
    headline = one_line(found.headline or "") if found is not None else ""
    return f"[{lookup.numbers.get(report, 0)}] {lookup.outlet(report)} · {headline} · {report}"


def pair_words(pair: Pair, lookup: Lookup) -> str:
    """Return what speaks for two reports belonging together: features with score and reason."""
    ends = " and ".join(f"[{lookup.numbers.get(i, 0)}] {lookup.outlet(i)}" for i in (pair.first, pair.second))
    reasons = "; ".join(
        f"{name} {score:.2f}{f' ({one_line(words)})' if words else ''}" for name, score, words in pair.reasons
    )
    return f"{ends} · {pair.layer} {pair.score:.2f} · {reasons}"
