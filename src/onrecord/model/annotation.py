"""What one report says: stand-off annotations, each a place in its text.

Every annotation carries `id` (hash of report, kind and span), `report`, `span`, `finder` (name and version
of what found it, `timexes.rules/1`) and `confidence` (0 to 1). References to other annotations of the
same report are ids. Annotations never change the text, and links never change annotations.
"""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Span
from onrecord.model.when import When

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
MentionForm = Literal["name", "role", "pronoun", "description"]
EntityKind = Literal["person", "organization", "place", "group", "unnamed"]
QuotationKind = Literal["direct", "mixed", "indirect"]
Hedge = Literal["exact", "about", "at-least", "more-than", "at-most", "less-than", "nearly", "between"]
Voice = Literal["own", "attributed"]
Modality = Literal["happened", "ongoing", "planned", "possible", "demanded", "denied"]
ParticipantRole = Literal["actor", "recipient", "party"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression. `type`, `value` and `mod` are TIMEX3's; `when` is what the record holds."""

    id: str
    report: str
    span: Span
    type: TimexType
    value: str
    mod: str | None
    when: When
    finder: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name or refer to a person, organisation, place or group.

    Attributes:
        form: a name; a role standing for somebody ("the minister"); a pronoun; or the description of
            somebody who stays unnamed ("a senior official").
        name: the printed words without title, possessive and brackets; for a role or description the
            noun phrase.
        role: the title or apposition that goes with a name ("Prime Minister", "a spokeswoman for …").
        chain: id of the mention that founds the chain of all that refer to the same within this report:
            its fullest name. A mention that founds its own chain holds its own id; None is a pronoun or
            role of which it isn't known to whom it refers.
        reason: the rule that put it in its chain, in words.
        plural: more than one person or thing ("the officials", "they").
        geonames: GeoNames id of a place; latitude and longitude in degrees.
    """

    id: str
    report: str
    span: Span
    form: MentionForm
    kind: EntityKind
    name: str
    role: Span | None
    chain: str | None
    reason: str
    finder: str
    confidence: float
    plural: bool = False
    gender: Literal["female", "male"] | None = None
    age: int | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words, or their sense, that a report gives as someone's own.

    Attributes:
        span: from the first to the last code point of `content`.
        content: pieces in order; for direct speech the words between the marks, for indirect the clause.
        cue: the reporting words ("said", "according to").
        speaker_words: as printed beside the cue; None where no speaker is printed.
        speakers: ids of mentions, the speakers' own as printed (follow `Mention.chain` for who they are);
            empty = not known.
        via: ids of mentions: who passed it on; in "A said that B had told C", A.
        to, medium, where: as printed ("reporters", "social media", "the airport").
        said: when it was said; None where no words of the report tell.
        continues: id of the quotation that this one goes on from, same speaker, same occasion.
        reason: the rule that found it and its speaker, in words.
    """

    id: str
    report: str
    span: Span
    kind: QuotationKind
    content: tuple[Span, ...]
    cue: Span | None
    speaker_words: Span | None
    speakers: tuple[str, ...]
    reason: str
    finder: str
    confidence: float
    via: tuple[str, ...] = ()
    to: Span | None = None
    medium: Span | None = None
    where: Span | None = None
    said: When | None = None
    continues: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureReading:
    """One number that a report gives.

    Attributes:
        span: the printed number with its hedge ("more than 1,500", "between 30 and 40").
        low, high, hedge: by the table of `hedge` in the record's schema.
        unit: "people", "percent", a currency code, "metres"; "" for bare counts of things.
        counts: what is counted, as a short phrase in the report's words ("passengers stranded").
        head: lemma of the noun or verb that is counted ("passenger"), for comparison.
        measure: sort of number. Only counts, money, percent and measures of something enter the record.
        keep: whether the record keeps it (it counts something; no age, score, house number, day).
        change: = ~ > < up down, as the benchmark has it.
        clause: the words that support it: from the number's clause.
        voice, given_by: who says so; ids of mentions.
        as_of: the day for which it holds; since: from when it counts.
        part_of: id of the reading that this is a part of ("including five children").
        holder: id of the mention of whose seats, votes or share it is the number, or of whose people or
            things it is said to count ("four of its soldiers"); None for all else.
    """

    id: str
    report: str
    span: Span
    low: float | None
    high: float | None
    hedge: Hedge
    unit: str
    counts: str
    head: str
    measure: Literal["count", "money", "percent", "measure", "ratio", "other"]
    keep: bool
    clause: Span
    voice: Voice
    given_by: tuple[str, ...]
    finder: str
    confidence: float
    change: str = "="
    as_of: When | None = None
    since: When | None = None
    part_of: str | None = None
    holder: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Who takes part in an event mention: id of a mention, and the role."""

    mention: str
    role: ParticipantRole


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """What one report says happened, is planned, demanded, denied.

    Attributes:
        span: the trigger, verb or noun; part of the id.
        clause: the words that support it, from the trigger's clause.
        line: those of them that tell it alone, where the rest tells other events; None where all do.
        subject: its subject, where that stands outside the line.
        type: PLOVER event type, or None.
        sort: plain kind for what PLOVER has no type for, and the finer grain under a type ("meeting",
            "visit", "flood", "arrest", "vote"); mentions of one event share it.
        when: its own expression, else the sentence's, else bounded by the report's day.
        where: as printed; place: id of the place mention.
        modality and decided_by: with the words that decided it.
        voice, given_by, via: who says so; ids of mentions.
        background: told as an old thing, before what the report is about.
        part_of: id of the event mention that this is a part of.
        reason: the rule that found it, in words.
    """

    id: str
    report: str
    span: Span
    clause: Span
    type: str | None
    sort: str
    participants: tuple[Participant, ...]
    when: When | None
    modality: Modality
    voice: Voice
    given_by: tuple[str, ...]
    reason: str
    finder: str
    confidence: float
    decided_by: Span | None = None
    where: Span | None = None
    place: str | None = None
    via: tuple[str, ...] = ()
    background: bool = False
    part_of: str | None = None
    outcome: Literal["held", "put-off", "called-off", "denied"] | None = None
    line: Span | None = None
    subject: Span | None = None

    @property
    def shown(self) -> Span:
        """The words that the record shows for it: its line's label."""
        return self.line or self.clause


Annotation = Timex | Mention | Quotation | FigureReading | EventMention
"""Anything that an annotator finds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What has been found in a report so far, in order of place."""

    timexes: tuple[Timex, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    figures: tuple[FigureReading, ...] = ()
    events: tuple[EventMention, ...] = ()

    def all(self) -> tuple[Annotation, ...]:
        """Return every annotation, by kind and place."""
        return (*self.timexes, *self.mentions, *self.quotations, *self.figures, *self.events)
