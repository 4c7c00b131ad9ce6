"""The record: what many reports say together. Field for field the schema `onrecord/1`."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.annotation import (
    EntityKind,
    Hedge,
    Modality,
    ParticipantRole,
    QuotationKind,
    Voice,
)  # fmt: skip
from onrecord.model.report import Problem, Report
from onrecord.model.span import Passage
from onrecord.model.when import When

OriginKind = Literal["outlet", "agency", "release", "post", "document"]
SpeakerKind = Literal["named", "unnamed", "collective", "document", "unknown"]
Relation = Literal["first", "same", "cut", "reworded", "paraphrased"]
Standing = Literal["one-origin", "several-origins", "withdrawn"]
OutcomeState = Literal["pending", "held", "put-off", "called-off", "denied", "changed", "no-report"]
HistoryWhat = Literal["first", "adds", "changes", "repeats", "denies", "withdraws"]
DifferenceKind = Literal["figure", "date", "place", "participant", "modality", "wording", "attribution"]
Verdict = Literal["conflict", "update", "wording"]
Ruling = Literal["same", "different", "wrong"]
JudgedKind = Literal["entity", "event", "statement", "figure", "story"]
SupportFrom = Literal["headline", "subhead", "body", "caption"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """One report's words for one claim. `from_` is exported as `from`."""

    span: Passage
    voice: Voice
    given_by: tuple[str, ...]
    via: tuple[str, ...]
    origin: str
    from_: SupportFrom
    finder: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginTie:
    """What shows that a passage of a report was taken from an origin: the reason, and the words."""

    report: str
    reason: str
    evidence: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Who gathered a claim, as far as the text shows.

    Attributes:
        ties: what single passages of reports were taken from it, besides reports as a whole.
    """

    id: str
    kind: OriginKind
    name: str
    reason: str
    evidence: Passage | None
    ties: tuple[OriginTie, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyShare:
    """A report's part in a set of copies: the share of its body that is copy."""

    report: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """Reports that carry the same copy."""

    id: str
    original: str | None
    reports: tuple[CopyShare, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The reports that share a focal event."""

    id: str
    title: str
    reports: tuple[str, ...]
    storyline: str
    focus: str | None
    first: str | None
    last: str | None
    judgements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Storyline:
    """Stories linked by shared leading participants."""

    id: str
    title: str
    stories: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role that a report gives to somebody."""

    role: str
    when: When | None
    span: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a place lies; degrees."""

    geonames: int | None
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """The person, organisation, place or group that mentions share."""

    id: str
    formerly: tuple[str, ...]
    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]
    mentions: tuple[Passage, ...]
    perhaps: tuple[str, ...]
    place: Place | None
    judgements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One quotation within a variant."""

    kind: QuotationKind
    content: tuple[Passage, ...]
    speaker_words: Passage | None
    cue: Passage | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One report's rendering of a statement."""

    report: str
    pieces: tuple[Piece, ...]
    relation: Relation
    differs: tuple[Passage, ...]
    origin: str
    finder: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryStep:
    """What one report did to an event, a statement or a figure.

    Attributes:
        was, now: where a later state of a report changed it or took it back: the words before, and those that
            stand in their place; None where nothing does.
    """

    report: str
    what: HistoryWhat
    was: Passage | None = None
    now: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one speaker, or several together, said on one occasion."""

    id: str
    formerly: tuple[str, ...]
    speakers: tuple[str, ...]
    via: tuple[str, ...]
    speaker_kind: SpeakerKind
    said: When | None
    to: str | None
    medium: str | None
    where: str | None
    variants: tuple[Variant, ...]
    standing: Standing
    history: tuple[HistoryStep, ...] = ()
    judgements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventParticipant:
    """An entity that takes part in an event."""

    entity: str
    role: ParticipantRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a plan or demand."""

    state: OutcomeState
    to: str | None
    up_to: str | None
    support: tuple[Support, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening, plan, demand or denial, and everything that supports it."""

    id: str
    formerly: tuple[str, ...]
    type: str | None
    label: str
    when: When | None
    place: str | None
    where: str | None
    participants: tuple[EventParticipant, ...]
    modality: Modality
    background: bool
    part_of: str | None
    outcome: Outcome | None
    standing: Standing
    givers: tuple[str, ...]
    origins_for: tuple[str, ...]
    origins_against: tuple[str, ...]
    history: tuple[HistoryStep, ...]
    support: tuple[Support, ...]
    judgements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One report's number for a figure."""

    id: str
    printed: str
    low: float | None
    high: float | None
    hedge: Hedge
    as_of: When | None
    replaces: str | None
    support: Support
    standing: Standing = "one-origin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One quantity and every reading of it."""

    id: str
    formerly: tuple[str, ...]
    counts: str
    unit: str
    event: str | None
    part_of: str | None
    since: When | None
    readings: tuple[Reading, ...]
    history: tuple[HistoryStep, ...] = ()
    judgements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a difference."""

    claim: str
    items: tuple[str, ...]
    support: tuple[Support, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Where reports part."""

    id: str
    kind: DifferenceKind
    about: str
    verdict: Verdict
    reason: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's ruling, hung on spans.

    Attributes:
        spans: the founding mentions of what was ruled on; of a story, the head of a report of it.
        about: the kind of line that the spans found; None where that isn't known.
        whole: of a wrong one, whether the line goes with all that it holds, or these words alone.
        overruled_by: the later judgement that contradicts it and counts in its place.
    """

    id: str
    verdict: Ruling
    spans: tuple[Passage, ...]
    by: str
    at: str
    because: str | None
    undone: bool
    about: JudgedKind | None = None
    whole: bool = True
    undone_by: str | None = None
    undone_at: str | None = None
    overruled_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """Why two tellings are of one event; an event's hold all its tellings together.

    Attributes:
        event: id of the event.
        telling, like: the words that name it in the one report, and in the other.
        score: how surely the two are of one event: logarithm of the odds.
        reasons: what each feature of the two added to the score; what added nothing is left out.
    """

    event: str
    telling: Passage
    like: Passage
    score: float
    reasons: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """A report as the record shows it: with its origin."""

    report: Report
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All of it for the stories at hand. Tuples stand in an order that depends on nothing but content.

    `joinings` is for `why` alone: it isn't exported.
    """

    made_at: str
    as_of: str | None
    as_read: int | None
    versions: tuple[tuple[str, str], ...]
    reports: tuple[ReportLine, ...] = ()
    origins: tuple[Origin, ...] = ()
    copies: tuple[Copies, ...] = ()
    stories: tuple[Story, ...] = ()
    storylines: tuple[Storyline, ...] = ()
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    differences: tuple[Difference, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    problems: tuple[Problem, ...] = ()
    joinings: tuple[Joining, ...] = ()
