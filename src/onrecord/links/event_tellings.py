"""Event mentions in, tellings out: each with who takes part, its day and its words, ready to compare."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from onrecord.english import english_table
from onrecord.links.entities import Entities
from onrecord.links.linking import linking_pattern, linking_words
from onrecord.links.material import Material
from onrecord.links.terms import terms_of
from onrecord.links.words import STEM, content_of, content_words, words_of
from onrecord.model.annotation import EventMention, Mention, Participant
from onrecord.model.partial_date import PartialDate
from onrecord.model.report import Report
from onrecord.model.when import When

STATES = {
    "happened": "real", "ongoing": "real", "planned": "planned", "possible": "possible",
    "demanded": "demanded", "denied": "denied",
}  # fmt: skip

NEAR = 3  # words before the trigger among which such a word makes it definite: "the two-day talks"
AFTER = 2  # words after it among which "again" says that it is one more
BESIDE = 40  # code points on either side of the trigger in which these words stand
LISTED = "events.rules/"


def is_listed(mention: EventMention) -> bool:
    """Whether an event is of the table of sorts, with all that it asks for: what reports are linked by."""
    return mention.finder.startswith(LISTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An event mention with the entities that take part in it.

    Attributes:
        mention: the mention.
        participants, place: ids of entities.
        done_to: those of the participants to whom it is done.
        day: its partial date; None where none is told.
        state: real, planned, possible, demanded or denied.
        meaning: stems of its clause's words that carry meaning.
        in_headline: whether it stands in headline or subhead, which tell again what the opening tells.
        definite: whether it is spoken of as known: "the talks", "their meeting".
        told: the latest day on which the report can have been published; None where it isn't known.
        named: stems of the words that name it: verb or noun.
        again: whether it is told as one more of its sort, and its day doesn't tell which.
        own: what `meaning` holds beside its name and the names of who takes part.
        terms: the telling ones among its own words, with weights.
        story: the story that its report is of.
    """

    mention: EventMention
    participants: frozenset[str]
    place: str | None
    day: PartialDate | None
    state: str
    meaning: frozenset[str]
    in_headline: bool
    definite: bool
    told: date | None = None
    named: frozenset[str] = frozenset()
    again: bool = False
    own: frozenset[str] = frozenset()
    terms: tuple[tuple[str, float], ...] = ()
    story: str | None = None
    done_to: frozenset[str] = frozenset()

    @property
    def fixed(self) -> bool:
        """Whether its own words give the day."""
        when = self.mention.when
        return self.day is not None and when is not None and when.basis not in ("bounded", "open")


def tellings_of(material: Material, entities: Entities, story_of: Mapping[str, str]) -> list[Telling]:
    """Return a telling for each event mention that stands, in founding order."""
    tellings = [
        _telling(mention, report, entities, names=names, story=story_of.get(report.id))
        for report in material.reports
        for names in [{m.id: m for m in material.found[report.id].mentions}]
        for mention in material.found[report.id].events
        if mention.id not in material.ruled.struck
    ]
    return sorted(tellings, key=lambda t: material.order(t.mention.report, t.mention.span.start))


def _is_one_of_many(who: Participant, mention: EventMention, named: Mapping[str, Mention]) -> bool:
    """Whether somebody is only described ("at least 12 people") among those whom a blow or disaster met.

    Each report describes them anew, and numbers them otherwise: that doesn't tell which disaster it was.
    """
    told = named.get(who.mention)
    return told is not None and told.form == "description" and mention.sort in _of_many()


@lru_cache(maxsize=1)
def _of_many() -> frozenset[str]:
    """Return the sorts of blow and disaster, and of what comes to many by one."""
    return frozenset(english_table("events_linking")["of_many"])


def _telling(
    mention: EventMention,
    report: Report,
    entities: Entities,
    *,
    names: Mapping[str, Mention],
    story: str | None,
) -> Telling:
    above = report.text[max(0, mention.span.start - BESIDE) : mention.span.start]
    before = words_of(linking_pattern("event_tellings.breaks").split(above)[-1])[-NEAR:]
    after = words_of(report.text[mention.span.end : min(mention.clause.end, mention.span.end + BESIDE)])
    kind = next((b.kind for b in report.blocks if b.start <= mention.span.start < b.end), "body")
    if (when := _bounded(mention, report)) is not mention.when:
        mention = replace(mention, when=when)
    meaning, terms = _read(mention.clause.of(report.text))
    named = content_of(mention.span.of(report.text))
    called = (content_of(names[p.mention].name) for p in mention.participants if p.mention in names)
    own = meaning.difference(named, _calendar(), *called)
    known = [p for p in mention.participants if not _is_one_of_many(p, mention, names)]
    return Telling(
        mention=mention,
        participants=frozenset(entities.of(p.mention for p in known)),
        place=next(iter(entities.of([mention.place] if mention.place else [])), None),
        day=mention.when.date if mention.when else None,
        state=STATES[mention.modality],
        meaning=meaning,
        in_headline=kind in ("headline", "subhead"),
        definite=bool(linking_words("event_tellings.definite") & set(before)),
        told=published.last if (published := report.published and report.published.date) else None,
        named=named,
        again=_is_one_more({*before, *after[:AFTER]}) and not _is_set(mention),
        own=own,
        terms=tuple((word, weight) for word, weight in terms if word[:STEM] in own),
        story=story,
        done_to=frozenset(entities.of(p.mention for p in known if p.role == "recipient")),
    )


@lru_cache(maxsize=1)
def _calendar() -> frozenset[str]:
    """Return the stems of the words of calendar and clock."""
    return content_words(sorted(linking_words("event_tellings.calendar")))


def _is_set(mention: EventMention) -> bool:
    """Whether a plan has a day of its own: "the second round, set for April 21"."""
    when = mention.when
    if when is None or when.date is None or mention.modality != "planned":
        return False
    return when.basis not in ("bounded", "open") and when.date.day is not None


def _is_one_more(beside: set[str]) -> bool:
    return not linking_words("event_tellings.again").isdisjoint(beside)


@lru_cache(maxsize=8192)  # several things are told in one clause, and it is read again for each moment
def _read(clause: str) -> tuple[frozenset[str], tuple[tuple[str, float], ...]]:
    """Return the stems of a clause's words that carry meaning, and its telling words with weights."""
    return content_words(words_of(clause)), terms_of(clause)


def _bounded(mention: EventMention, report: Report) -> When | None:
    """Return a mention's day; of what is told as past and is left open, that it isn't after the report's.

    Its finder knows of no day of the report's where only other reports give that, and an expression may count
    from a day that isn't known ("at noon", "four days later").
    """
    when, day = mention.when, report.published.date if report.published is not None else None
    if (
        (when is not None and when.edtf is not None)
        or day is None
        or day.last is None
        or day.last == date.max
    ):
        return when
    if STATES[mention.modality] != "real":
        return when
    edtf, reason = (
        f"../{day.last.isoformat()}",
        "told as past, with no day that can be fixed: not after the report's",
    )
    if when is None:
        return When(edtf=edtf, basis="bounded", anchor=day.last.isoformat(), reason=reason)
    return replace(when, edtf=edtf, basis="bounded", anchor=day.last.isoformat(), reason=reason)
