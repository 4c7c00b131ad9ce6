"""Supports in, standing out: do two or more origins bear a claim out that don't all rest on one giver?"""

from collections.abc import Iterable, Mapping
from functools import cached_property

from onrecord.model.record import Standing, Support


class Perhaps(dict[str, tuple[str, ...]]):
    """Of each entity, the others that it may be; with one name for all that are perhaps the same."""

    @cached_property
    def one_of(self) -> dict[str, str]:
        """The first of the ids that each may be, directly or by others."""
        names: dict[str, str] = {}

        def name_of(one: str) -> str:
            while (name := names.setdefault(one, one)) != one:
                names[one] = one = names[name]
            return one

        groups = {frozenset((one, *others)) for one, others in self.items()}  # most are told of each member
        for one, *others in map(sorted, groups):
            for other in others:
                low, high = sorted((name_of(one), name_of(other)))
                names[high] = low
        return {one: name_of(one) for one in names}


def standing_of(supports: Iterable[Support], perhaps: Mapping[str, tuple[str, ...]]) -> Standing:
    """Return the standing of a claim.

    Each support rests on its givers, or on its own origin where the report says it in its own voice.
    Givers that are perhaps one count as one, and a release counts as the word of who gave it out.

    Args:
        supports: Every support for the claim.
        perhaps: Of each entity, the others that it may be; of an origin, whose word it is.
    """
    origins, roots = set(), set()
    one_of = perhaps.one_of if isinstance(perhaps, Perhaps) else Perhaps(perhaps).one_of
    for support in supports:
        origins.add(support.origin)
        if support.voice == "attributed" and support.given_by:
            roots |= {one_of.get(giver, giver) for giver in support.given_by}
        else:
            roots.add(one_of.get(support.origin, support.origin))
    return "several-origins" if len(origins) > 1 and len(roots) > 1 else "one-origin"
