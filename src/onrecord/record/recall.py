"""The store read, records composed: the settled groups and their reports become `Record`s.

A composed storyline is kept in the store under a key made of all that it depends on, so a record is
composed once and then read; whatever changes it changes the key.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256

import msgspec

from onrecord import __version__
from onrecord.model.record import Record
from onrecord.record.beside import beside, key_beside
from onrecord.record.collecting import uncollected
from onrecord.record.compose import compose
from onrecord.record.store import View

COMPOSING = "composing/8"  # raise when the same annotations make another record


def storyline_of(view: View, story: str) -> str:
    """Return the storyline of a story (or storyline, given by its own id)."""
    if view.group("storylines", story):
        return story
    members = view.group("stories", story)
    return next(iter(view.groups("storylines", members)), "")


@uncollected()
def recall(view: View, storyline: str) -> tuple[Record, str, bool]:
    """Return the record of a storyline, the key it is kept under, and whether it was kept already."""
    members = view.group("storylines", storyline)
    stories = view.groups("stories", members)
    copies = _copies(view, members)
    key = _key(view, members, stories, copies)
    body = view.cached(storyline, key)
    if body is not None:
        return msgspec.json.decode(body, type=Record), key, True
    reports, found = view.reports(members), view.annotations(members)
    record = compose(storyline, stories, reports, found, beside(view, members, copies))
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
) -> str:
    parts = [
        __version__,
        COMPOSING,
        sorted(view.finders_of(members).items()),
        sorted((i, sorted(group)) for i, group in stories.items()),
        sorted((i, sorted(group.items())) for i, group in copies.items()),
        key_beside(view, members),
    ]
    return sha256(msgspec.json.encode(parts)).hexdigest()


def encode(record: Record) -> bytes:
    """Return a record as the store keeps it."""
    return msgspec.json.encode(record)
