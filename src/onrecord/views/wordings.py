"""Statements in, their wordings side by side out: who said it, when, to whom, and where words differ."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from onrecord.model.record import Piece, Record, Statement, Variant
from onrecord.model.span import Passage
from onrecord.views.days import Day, day_of
from onrecord.views.evidence import Evidence, evidence_of
from onrecord.views.harmless import one_line
from onrecord.views.lines import UNSURE, origins_words, refs_of
from onrecord.views.lookup import Lookup, listed
from onrecord.views.revised import revision_marks
from onrecord.views.ruled import rulings_of
from onrecord.views.showing import showing_words

RELATIONS: Final = {
    "first": "", "same": "same words", "cut": "cut", "reworded": "reworded", "paraphrased": "in other words",
}  # fmt: skip


_MARKS: Final = str.maketrans("“”‘’", "\"\"''")

Differing = Mapping[str, tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Some words of a wording: quoted or not, differing or not; or the reporting words beside them."""

    words: str
    quoted: bool = False
    differs: bool = False
    cue: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """How one or more reports word a statement; reports that only repeat the words are folded in."""

    stretches: tuple[Stretch, ...]
    relation: str
    outlets: str
    refs: tuple[int, ...]
    evidence: tuple[Evidence, ...]

    @property
    def text(self) -> str:
        """The words without their marks of difference."""
        return "".join(each.words for each in self.stretches)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement, in words."""

    id: str
    day: Day
    who: str
    occasion: str
    renderings: tuple[Rendering, ...]
    origins: str
    marks: tuple[str, ...]
    refs: tuple[int, ...]


def said(statement: Statement, lookup: Lookup, differing: Differing) -> Said:
    """Return a statement in words.

    Args:
        statement: The statement.
        lookup: What the record's ids stand for.
        differing: Of each report, the places whose words another report of the statement gives otherwise.
    """
    reports = [variant.report for variant in statement.variants]
    origins = tuple(dict.fromkeys(variant.origin for variant in statement.variants))
    return Said(
        id=statement.id,
        day=day_of(statement.said, lookup.year),
        who=speakers_words(statement, lookup),
        occasion=occasion_words(statement),
        renderings=tuple(_renderings(statement, lookup, differing)),
        origins=origins_words(statement.standing, origins, (), lookup),
        marks=(
            *statement_marks(statement),
            *revision_marks(statement.history, lookup),
            *rulings_of(statement.judgements, lookup),
        ),
        refs=refs_of(reports, lookup),
    )


def speakers_words(statement: Statement, lookup: Lookup) -> str:
    """Return who said it, with who passed it on; a speaker not known is said to be that."""
    who = lookup.names(statement.speakers) if statement.speakers else "speaker not known"
    return f"{who}, as passed on by {lookup.names(statement.via)}" if statement.via else who


def occasion_words(statement: Statement) -> str:
    """Return to whom, in which medium and where, as printed."""
    parts = []
    if statement.to:
        parts.append(f"to {one_line(statement.to)}")
    if statement.medium:
        parts.append(f"medium: {one_line(statement.medium)}")
    if statement.where:
        parts.append(f"place: {one_line(statement.where)}")
    return " · ".join(parts)


def statement_marks(statement: Statement) -> Iterable[str]:
    """Yield what a reader must know beside a statement's words."""
    relations = {variant.relation for variant in statement.variants}
    if "reworded" in relations or any(variant.differs for variant in statement.variants):
        yield "wordings differ"
    if statement.speaker_kind == "unnamed":
        yield "speaker unnamed"
    if all(variant.confidence < UNSURE for variant in statement.variants):
        yield "unsure"


def differing_places(record: Record) -> dict[str, dict[str, tuple[tuple[int, int], ...]]]:
    """Return for each statement the places, by report, where reports word it otherwise."""
    found: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for difference in record.differences:
        if difference.kind == "wording":
            places = found.setdefault(difference.about, {})
            for side in difference.sides:
                for support in side.support:
                    place = (support.span.start, support.span.end)
                    places.setdefault(support.span.report, []).append(place)
    for statement in record.statements:
        for variant in statement.variants:
            for passage in variant.differs:
                place = (passage.start, passage.end)
                found.setdefault(statement.id, {}).setdefault(variant.report, []).append(place)
    return {
        about: {report: tuple(sorted(set(spans))) for report, spans in places.items()}
        for about, places in found.items()
    }


def _renderings(statement: Statement, lookup: Lookup, differing: Differing) -> Iterable[Rendering]:
    """Yield each wording once, with the reports that give it so."""
    folded: dict[tuple[str, ...], list[Variant]] = {}
    for variant in statement.variants:
        words = tuple(compared_words(p.text) for q in variant.pieces for p in (*q.content, *_cue_of(q)))
        folded.setdefault(words, []).append(variant)
    for same in folded.values():
        reports = [variant.report for variant in same]
        passages = [(v, p) for v in same for piece in v.pieces for p in piece.content]
        yield Rendering(
            stretches=tuple(_stretches(same[0], differing.get(same[0].report, ()))),
            relation=RELATIONS[same[0].relation],
            outlets=lookup.outlets(reports),
            refs=refs_of(reports, lookup),
            evidence=tuple(evidence_of(p, lookup, notes=_notes(v, lookup)) for v, p in passages),
        )


def compared_words(text: str) -> str:
    """Return words as they count for being the same: case, end marks and the shape of marks left out."""
    return one_line(text).casefold().translate(_MARKS).rstrip(",.")


def _cue_of(piece: Piece) -> tuple[Passage, ...]:
    """Return the cue of a piece where it is shown."""
    return (piece.cue,) if piece.cue is not None and piece.kind != "direct" else ()


def _notes(variant: Variant, lookup: Lookup) -> tuple[str, ...]:
    spoken = [piece.speaker_words.text for piece in variant.pieces if piece.speaker_words is not None]
    notes = [f"speaker as printed: {listed([one_line(w) for w in dict.fromkeys(spoken)])}"] if spoken else []
    if variant.origin != lookup.origin_of.get(variant.report, variant.origin):
        notes.append(f"origin {lookup.origin(variant.origin)}")
    return tuple(notes)


def _stretches(variant: Variant, differing: tuple[tuple[int, int], ...]) -> Iterable[Stretch]:
    """Yield the words of a variant in order, direct ones within marks, pieces left apart by `…`.

    What isn't direct stands with its cue: without it, what somebody denied would read as what they said.
    """
    for place, piece in enumerate(variant.pieces):
        if place:
            yield Stretch(words=" … ")
        cue = piece.cue if piece.kind != "direct" else None
        words = one_line(cue.text) if cue is not None else ""
        before = cue is not None and cue.start < piece.content[0].start
        if before and words.casefold() not in showing_words("wordings.behind"):
            yield Stretch(words=f"{words} ", cue=True)
        for number, passage in enumerate(piece.content):
            if number:
                yield Stretch(words=" … ")
            yield from _of_passage(piece, passage, differing)
        if words and not before and words.casefold() not in showing_words("wordings.bare"):
            yield Stretch(words=f" ({words})", cue=True)


def _of_passage(piece: Piece, passage: Passage, differing: tuple[tuple[int, int], ...]) -> Iterable[Stretch]:
    quoted = piece.kind == "direct"
    if quoted:
        yield Stretch(words="“", quoted=True)
    at = passage.start
    for start, end in differing:
        start, end = max(start, at), min(end, passage.end)
        if start < end:
            yield from _plain(passage, at, start, quoted=quoted, differs=False)
            yield from _plain(passage, start, end, quoted=quoted, differs=True)
            at = end
    yield from _plain(passage, at, passage.end, quoted=quoted, differs=False)
    if quoted:
        yield Stretch(words="”", quoted=True)


def _plain(passage: Passage, start: int, end: int, *, quoted: bool, differs: bool) -> Iterable[Stretch]:
    text = passage.text[start - passage.start : end - passage.start]
    if text:
        words = one_line(text)
        left = " " if text[0].isspace() else ""
        right = " " if text[-1].isspace() and words else ""
        yield Stretch(words=f"{left}{words}{right}", quoted=quoted, differs=differs)
