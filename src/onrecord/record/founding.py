"""The beginning of a group's id in, the report that founds it out.

The id of a copy set, story or storyline is a hash of its founding report, so any that was ever given out
leads to that report, and from there to the group that the report is in at the moment that is asked of.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from onrecord.model.ids import PREFIXES, Kind, make_id
from onrecord.record.store import Layer, View

KINDS: Final[Mapping[Layer, Kind]] = {"copies": "copies", "stories": "story", "storylines": "storyline"}


def founders(beginning: str, reports: Iterable[str]) -> dict[str, tuple[Layer, str]]:
    """Return the group ids that begin so and that some of the reports found, with layer and report."""
    layers = [layer for layer, kind in KINDS.items() if beginning.startswith(f"{PREFIXES[kind]}-")]
    return {
        group: (layer, report)
        for layer in layers
        for report in reports
        if (group := make_id(KINDS[layer], report)).startswith(beginning)
    }


def group_now(view: View, group_id: str) -> tuple[Layer, str] | None:
    """Return the group that an id stands for: the one called so, else that of its founding report."""
    for layer, kind in KINDS.items():
        if group_id.startswith(f"{PREFIXES[kind]}-") and view.group(layer, group_id):
            return layer, group_id
    for layer, report in founders(group_id, (kept.id for kept in view.kept())).values():
        for name in view.groups(layer, [report]):
            return layer, name
    return None
