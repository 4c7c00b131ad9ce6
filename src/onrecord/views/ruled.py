"""Judgements on a line in, in words out: *ruled the same by NAME on DAY: why*."""

from collections.abc import Iterable
from typing import Final

from onrecord.model.record import Judgement
from onrecord.model.span import Passage
from onrecord.views.days import iso_words
from onrecord.views.harmless import one_line
from onrecord.views.lookup import Lookup
from onrecord.views.why_part import Part

RULED: Final = {"same": "the same", "different": "different", "wrong": "wrong"}


def ruling_words(judgement: Judgement) -> str:
    """Return a ruling in words: `ruled the same by A. Reader on 2026-03-12: they are brothers`."""
    because = f": {one_line(judgement.because)}" if judgement.because else ""
    words = (
        f"ruled {RULED[judgement.verdict]} by {one_line(judgement.by)} on {day_words(judgement.at)}{because}"
    )
    return f"{words} (overruled by {judgement.overruled_by})" if judgement.overruled_by else words


def rulings_of(ids: Iterable[str], lookup: Lookup) -> tuple[str, ...]:
    """Return the rulings on a line in words; `ids` are its judgements'."""
    wanted = frozenset(ids)
    if not wanted:
        return ()
    return tuple(ruling_words(j) for j in lookup.record.judgements if j.id in wanted)


def ruled_part(thing: object, lookup: Lookup) -> tuple[Part, ...]:
    """Return the part of an evidence sheet that tells what was ruled on a thing; none where nothing was."""
    words = rulings_of(getattr(thing, "judgements", ()), lookup)
    return (Part(heading="Ruled on", lines=words),) if words else ()


def ruled_at(passage: Passage, lookup: Lookup) -> tuple[Part, ...]:
    """Return the part that tells what was ruled on words that are on no line."""
    words = tuple(
        ruling_words(judgement)
        for judgement in lookup.record.judgements
        if not judgement.undone
        and any(s.report == passage.report and s.span.overlaps(passage.span) for s in judgement.spans)
    )
    return (Part(heading="Ruled on", lines=words),) if words else ()


def day_words(at: str | None) -> str:
    """Return the day of a time in words."""
    return iso_words(at[:10], None) if at else "a day not known"
