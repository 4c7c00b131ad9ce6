"""Supports in, standing out: do two or more origins bear a claim out that don't all rest on one giver?"""

from collections.abc import Iterable, Mapping

from onrecord.model.record import Standing, Support


def standing_of(supports: Iterable[Support], perhaps: Mapping[str, tuple[str, ...]]) -> Standing:
    """Return the standing of a claim.

    Each support rests on its givers, or on its own origin where the report says it in its own voice.
    Givers that are perhaps one count as one.

    Args:
        supports: Every support for the claim.
        perhaps: Of each entity, the others that it may be.
    """
    origins, roots = set(), set()
    either = _both_ways(perhaps)
    for support in supports:
        origins.add(support.origin)
        if support.voice == "attributed" and support.given_by:
            roots |= {_one_of(giver, either) for giver in support.given_by}
        else:
            roots.add(support.origin)
    return "several-origins" if len(origins) > 1 and len(roots) > 1 else "one-origin"


def _both_ways(perhaps: Mapping[str, tuple[str, ...]]) -> dict[str, set[str]]:
    either: dict[str, set[str]] = {}
    for one, others in perhaps.items():
        for other in others:
            either.setdefault(one, set()).add(other)
            either.setdefault(other, set()).add(one)
    return either


def _one_of(giver: str, perhaps: Mapping[str, set[str]]) -> str:
    """Return one name for all givers that are perhaps the same: the first of their ids."""
    seen, waiting = {giver}, [giver]
    while waiting:
        for other in perhaps.get(waiting.pop(), ()):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return min(seen)
