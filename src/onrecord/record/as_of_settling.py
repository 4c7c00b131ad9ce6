"""A view of some reports and stored pairs in, the groups out that these reports settle into by themselves.

The same rules that settle a store settle what could be seen at a moment: `Draft` stands where they expect a
writer, and keeps in memory what they write. Only reports that a later state has since replaced need more:
what was read after that state was never compared with them, so it is done here.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, cast

from onrecord.model.report import Problem
from onrecord.record.comparing import compare_new
from onrecord.record.joining import settle_touched
from onrecord.record.store import Layer, Pair, Writer

if TYPE_CHECKING:
    from onrecord.record.as_of_view import ViewAsOf

LAYERS: Final[tuple[Layer, ...]] = ("copies", "stories", "storylines")

Groups = dict[Layer, dict[str, tuple[str, ...]]]


class Draft:
    """What settling writes, kept in memory."""

    def __init__(self, view: "ViewAsOf") -> None:
        self.view = view
        self.groups: Groups = {layer: {} for layer in LAYERS}
        self.keys: dict[Layer, dict[int, set[str]]] = {layer: {} for layer in LAYERS}
        self.problems: list[Problem] = []
        self.compared = False

    def put_groups(self, layer: Layer, groups: Mapping[str, Sequence[str]]) -> None:
        """Put groups in the place of all in which their reports were."""
        known = self.groups[layer]
        inside = {report for group in groups.values() for report in group}
        for name in [name for name, group in known.items() if inside & set(group)]:
            del known[name]
        known.update((name, tuple(sorted(group))) for name, group in groups.items() if group)

    def put_keys(self, layer: Layer, report_id: str, keys: Iterable[int]) -> None:
        """Note a report's blocking keys."""
        for key in keys:
            self.keys[layer].setdefault(key, set()).add(report_id)

    def put_pairs(self, pairs: Iterable[Pair]) -> None:
        """Note pairs."""
        self.view.draft_pairs(pairs)

    def keep_problem(self, problem: Problem) -> None:
        """Note what settling finds wrong."""
        self.problems.append(problem)

    def cache(self, group_id: str, key: str, body: bytes) -> None:
        """Keep nothing: what is drafted hangs on the moment."""

    def compare(self, reports: Iterable[str]) -> None:
        """Compare reports with all that share a key with them, where that was never done."""
        ids = sorted(reports)
        if not ids:
            return
        found = self.view.annotations(ids)
        for report in self.view.reports(ids):
            compare_new(cast(Writer, self), [(report, found[report.id])])

    def settle(self, reports: Iterable[str]) -> None:
        """Settle the components of some reports."""
        settle_touched(cast(Writer, self), sorted(reports))
