"""A settled event in, its line in the reports' own words out.

A clause that goes on from another's subject ("… and will stay until Monday") begins with its verb. Its line
then begins with the nearest name before it of who takes part, and a mark for what is left out between.
"""

from collections.abc import Sequence
from typing import Final

from onrecord.links.event_tellings import Telling
from onrecord.links.events import EventGroup
from onrecord.model.annotation import Mention
from onrecord.record.composing import composing_words
from onrecord.record.settled import Settled

MANY: Final = 2  # other things that a clause tells, from which it is no label for one
REACH: Final = 300  # code points before a clause within which its subject stands
CUT: Final = "…"


def label_of(group: EventGroup, settled: Settled) -> str:
    """Return the words that stand for an event."""
    telling = _telling(group.tellings, settled)
    mention = telling.mention
    text = settled.material.by_id[mention.report].text
    words = " ".join(mention.shown.of(text).split())
    if mention.subject is not None:
        return f"{' '.join(mention.subject.of(text).split())} {CUT} {words}"
    if not _lacks_a_subject(words):
        return words
    who = _who(telling, settled)
    return f"{CUT} {words}" if who is None else f"{' '.join(who.span.of(text).split())} {CUT} {words}"


def _telling(tellings: Sequence[Telling], settled: Settled) -> Telling:
    """Return the telling whose words stand for an event.

    One with a fixed day; among those one whose clause doesn't tell a tale beside; then with most people,
    surest, first.
    """
    return min(
        tellings,
        key=lambda t: (
            not t.fixed,
            _told_beside(t, settled) >= MANY,
            -len(t.participants),
            -t.mention.confidence,
        ),
    )


def _told_beside(telling: Telling, settled: Settled) -> int:
    """Return how many other things the clause of a telling tells."""
    mention = telling.mention
    told = {e.span for e in settled.material.found[mention.report].events if mention.shown.holds(e.span)}
    return len(told - {mention.span})


def _lacks_a_subject(words: str) -> bool:
    """Whether a clause begins with an auxiliary or a verb of saying: its subject stands in the one before."""
    return words.partition(" ")[0] in composing_words("labels.verbs")


def _who(telling: Telling, settled: Settled) -> Mention | None:
    """Return the nearest mention before a clause, in its line of text, of who takes part or says so."""
    mention = telling.mention
    part = {*(participant.mention for participant in mention.participants), *mention.given_by}
    text = settled.material.by_id[mention.report].text
    before = [
        m
        for m in settled.material.found[mention.report].mentions
        if m.id in part
        and m.span.end <= mention.shown.start <= m.span.end + REACH
        and "\n" not in text[m.span.end : mention.shown.start]
    ]
    return max(before, key=lambda m: m.span.end, default=None)
