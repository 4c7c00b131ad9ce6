"""Event mentions of a made-up sentence, with mentions and days given by hand: no other finder is needed."""

import re

from onrecord.annotations.events import ANNOTATOR
from onrecord.model.annotation import Found, Mention, Quotation, Timex
from onrecord.model.ids import make_id
from onrecord.model.span import Span
from onrecord.model.when import When
from tests.support import parsed

PERSONS = ("Anna Trell", "Jon Pell", "Lena Ode", "Trell", "Pell", "Ode")
PLACES = ("Weirholm", "Norland", "Port Leven")
GROUPS = (
    "union leaders",
    "Police",
    "police",
    "The union",
    "Residents",
    "Nurses",
    "Dockers",
    "the foreign ministry",
    "The council",
)
DAYS = {
    "last year": "2025",
    "next week": "[2026-03-16..2026-03-22]",
    "this week": "[2026-03-09..2026-03-15]",
    "in 2019": "2019",
    "in January": "2026-01",
    "Saturday": "2026-03-07",
    "Sunday": "2026-03-08",
    "Monday": "2026-03-09",
    "Tuesday": "2026-03-10",
    "Thursday": "2026-03-12",
    "Friday": "2026-03-13",
}
SETS = ("every year", "every Tuesday")


def events(text, *, said=(), published="2026-03-10", headline=None):
    """Return the event mentions of a text; `said` is (words quoted, kind, speaker)."""
    page = parsed(text, published=published, headline=headline)
    text, report = page.report.text, page.report.id
    mentions, timexes = mentions_in(text, report), timexes_in(text, report)
    quotations = tuple(_quotation(text, mentions, *each) for each in said)
    found = Found(timexes=timexes, mentions=mentions, quotations=quotations)
    return list(ANNOTATOR.find(page, found)), page, {m.id: m.name for m in mentions}


def listed(text, **options):
    """Return the event mentions of a text that are of the table of sorts, with all that it asks for."""
    found, page, names = events(text, **options)
    return [event for event in found if event.finder == ANNOTATOR.finder], page, names


def mentions_in(text, report):
    """Return a name for each known person, place and group in a text."""
    return tuple(
        _mention(report, span, kind, text)
        for names, kind in ((PERSONS, "person"), (PLACES, "place"), (GROUPS, "group"))
        for span in _spans(text, names)
    )


def timexes_in(text, report):
    """Return the known time expressions of a text."""
    return tuple(
        Timex(
            id=make_id("timex", report, span.start, span.end),
            report=report,
            span=span,
            type="SET" if span.of(text) in SETS else "DATE",
            value="",
            mod=None,
            when=When(
                edtf=DAYS.get(span.of(text)),
                basis="resolved",
                rule="unit-of-report" if span.of(text).endswith("week") else None,
            ),
            finder="test",
            confidence=1.0,
        )
        for span in _spans(text, (*DAYS, *SETS))
    )


def _spans(text, words):
    taken: list[Span] = []
    for word in sorted(words, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text):
            span = Span(*match.span())
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield span


def _mention(report, span, kind, text):
    own = make_id("name", report, span.start, span.end)
    return Mention(
        id=own, report=report, span=span, form="name", kind=kind, name=span.of(text), role=None, chain=own,
        reason="test", finder="test", confidence=1.0,
    )  # fmt: skip


def _quotation(text, mentions, words, kind, speaker):
    place = Span(text.index(words), text.index(words) + len(words))
    speakers = tuple(m.id for m in mentions if m.span.of(text) == speaker)
    return Quotation(
        id=make_id("quotation", "test", place.start, place.end),
        report="test",
        span=place,
        kind=kind,
        content=(place,),
        cue=None,
        speaker_words=None,
        speakers=speakers,
        reason="test",
        finder="test",
        confidence=1.0,
    )
