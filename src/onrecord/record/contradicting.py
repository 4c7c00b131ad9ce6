"""Judgements with what they name in, those that later ones contradict out."""

from collections.abc import Sequence
from itertools import combinations

from onrecord.model.record import Judgement


def contradictions(named: Sequence[tuple[Judgement, Sequence[str]]]) -> dict[str, str]:
    """Return the judgements that don't count, each with a later one that contradicts it.

    From the newest back, each counts if it can be true beside all that count already. What was called wrong
    and later the same as something, or different from it, is wrong no more; and the other way round.

    Args:
        named: Judgements, each with the ids that it names, in any order.
    """
    counting = _Counting()
    overruled = {}
    for judgement, ids in sorted(named, key=lambda each: (each[0].at, each[0].id), reverse=True):
        against = counting.against(judgement, ids)
        if against is None:
            counting.add(judgement, ids)
        else:
            overruled[judgement.id] = against
    return overruled


class _Counting:
    """The judgements that count so far: what they bring together, part, and call wrong."""

    def __init__(self) -> None:
        self._group: dict[str, frozenset[str]] = {}
        self._joined: dict[str, str] = {}  # the newest "same" on each id
        self._apart: dict[frozenset[str], str] = {}
        self._lines: dict[str, str] = {}  # the newest "same" or "different" on each id
        self._wrong: dict[str, str] = {}

    def against(self, judgement: Judgement, ids: Sequence[str]) -> str | None:
        """Return a judgement that counts and can't be true beside another; None if there is none."""
        other = self._lines if judgement.verdict == "wrong" else self._wrong
        for each in ids:
            if each in other:
                return other[each]
        if judgement.verdict == "same":
            return self._parts(ids)
        if judgement.verdict == "different":
            return self._joins(ids)
        return None

    def add(self, judgement: Judgement, ids: Sequence[str]) -> None:
        """Let a judgement count."""
        if judgement.verdict == "wrong":
            for each in ids:
                self._wrong.setdefault(each, judgement.id)
            return
        if judgement.verdict == "same":
            whole = self._whole(ids)
            self._group.update(dict.fromkeys(whole, whole))
            for each in ids:
                self._joined.setdefault(each, judgement.id)
        else:
            for first, second in combinations(dict.fromkeys(ids), 2):
                self._apart.setdefault(frozenset((first, second)), judgement.id)
        for each in ids:
            self._lines.setdefault(each, judgement.id)

    def _whole(self, ids: Sequence[str]) -> frozenset[str]:
        """Return some ids with all that they are one with."""
        return frozenset(ids).union(*(self._group.get(each, frozenset()) for each in ids))

    def _parts(self, ids: Sequence[str]) -> str | None:
        whole = self._whole(ids)
        return next((self._apart[pair] for pair in sorted(self._apart, key=sorted) if pair <= whole), None)

    def _joins(self, ids: Sequence[str]) -> str | None:
        for first, second in combinations(ids, 2):
            if first != second and second in self._group.get(first, frozenset()):
                return self._joined.get(first) or self._joined.get(second)
        return None
