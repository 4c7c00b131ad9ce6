"""The store read, records composed: the settled groups and their reports become `Record`s.

A composed storyline is kept in the store under a key made of all that it depends on, so a record is
composed once and then read; whatever changes it changes the key.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256

import msgspec

from onrecord import __version__
from onrecord.model.record import Record
from onrecord.record.beside import Named, beside, key_beside, named_beside
from onrecord.record.collecting import uncollected
from onrecord.record.compose import compose
from onrecord.record.store import View

COMPOSING = "composing/11"  # raise when the same annotations make another record


def storyline_of(view: View, story: str) -> str:
    """Return the storyline of a story (or storyline, given by its own id)."""
    if view.group("storylines", story):
        return story
    members = view.group("stories", story)
    return next(iter(view.groups("storylines", members)), "")


@uncollected()
def recall(view: View, storyline: str, members: Sequence[str] | None = None) -> tuple[Record, str, bool]:
    """Return the record of a storyline, the key it is kept under, and whether it was kept already.

    Args:
        view: The store, or a moment of it.
        storyline: Its id.
        members: Its reports, where they are known.
    """
    members = view.group("storylines", storyline) if members is None else members
    stories = view.groups("stories", members)
    copies = _copies(view, members)
    named = named_beside(view, members)
    key = _key(view, members, stories, copies, named)
    body = view.cached(storyline, key)
    if body is not None:
        return msgspec.json.decode(body, type=Record), key, True
    reports, found = view.reports(members), view.annotations(members)
    record = compose(storyline, stories, reports, found, beside(view, named, copies))
    return record, key, False


def _copies(view: View, members: Sequence[str]) -> dict[str, dict[str, float]]:
    """Return the sets of copies, with the largest share of each report that is copy."""
    shares: dict[str, float] = {}
    for pair in view.pairs("copies", members):
        for report, reason in zip((pair.first, pair.second), pair.reasons, strict=True):
            shares[report] = max(shares.get(report, 0.0), reason[1])
    groups = view.groups("copies", members)
    return {i: {report: shares.get(report, 0.0) for report in group} for i, group in groups.items()}


def _key(
    view: View,
    members: Sequence[str],
    stories: Mapping[str, Sequence[str]],
    copies: Mapping[str, Mapping[str, float]],
    named: Named,
) -> str:
    parts = [
        __version__,
        COMPOSING,
        sorted(view.finders_of(members).items()),
        sorted((i, sorted(group)) for i, group in stories.items()),
        sorted((i, sorted(group.items())) for i, group in copies.items()),
        key_beside(view, named),
    ]
    return sha256(msgspec.json.encode(parts)).hexdigest()


def encode(record: Record) -> bytes:
    """Return a record as the store keeps it."""
    return msgspec.json.encode(record)
