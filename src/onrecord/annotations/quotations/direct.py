"""A reading in, direct quotations out: quoted regions with the reporting words beside them.

Works on the words between the quoted pieces of a paragraph (the gaps), not on parsed sentences: parsers break
at quotation marks. Each piece looks for its cue in the gap after it (“…,” said X), then in the gap before it
(X said: “…”). Pieces that find the same cue are one quotation, split. A piece without a cue belongs to the
quotation before it in its paragraph if it's a sentence of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.annotations.quotations.adjacent import speaker_beside
from onrecord.annotations.quotations.clauses import cue_span
from onrecord.annotations.quotations.deeds import is_weak
from onrecord.annotations.quotations.draft import Draft, Speaker
from onrecord.annotations.quotations.grammar import quotation_words
from onrecord.annotations.quotations.marks import Region
from onrecord.annotations.quotations.not_quotations import is_phrase
from onrecord.annotations.quotations.piece import Piece
from onrecord.annotations.quotations.reading import Reading
from onrecord.annotations.quotations.sentencelike import (
    STOPS,
    ends_open,
    ends_sentence,
    first_sentence,
    is_sentence,
    last_sentence,
    starts_sentence,
)
from onrecord.annotations.quotations.speakers import speaker_of, subject_of
from onrecord.model.span import Span

REACH = 40
"""Tokens between a piece and its cue, at most."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A cue beside a piece."""

    verb: Token
    rule: str


def find_direct(reading: Reading) -> Iterator[Draft]:
    """Yield the drafts of direct quotations, in order of place."""
    owners: dict[int, list[Piece]] = {}
    cues: dict[int, Beside] = {}
    last: tuple[int, Piece] | None = None
    for region, before, after in _neighbours(reading):
        found = _cue_of(reading, region, before, after)
        if found is not None:
            owners.setdefault(found.verb.i, []).extend(region.pieces)
            cues.setdefault(found.verb.i, found)
            last = (found.verb.i, region.pieces[-1])
        elif last is not None and _goes_on(reading, last[1], region):
            owners[last[0]].extend(region.pieces)
            last = (last[0], region.pieces[-1])
    for at in sorted(owners):
        yield _draft(reading, cues[at], owners[at])


def _neighbours(reading: Reading) -> Iterator[tuple[Region, Span, Span]]:
    """Yield each region with the gap before it and the gap after it, within its paragraphs."""
    edges = reading.paragraphs
    at = 0
    regions = [region for region in reading.regions if not is_phrase(reading, region)]
    for i, region in enumerate(regions):
        while edges[at].end <= region.span.start:
            at += 1
        head = edges[at]
        tail = reading.paragraph_at(region.span.end - 1)
        before = max(head.start, regions[i - 1].span.end if i else 0)
        after = min(tail.end, regions[i + 1].span.start if i + 1 < len(regions) else tail.end)
        if before == head.start and not reading.text[before : region.span.start].strip() and at:
            intro = edges[at - 1]
            if reading.text[intro.start : intro.end].rstrip().endswith(":"):
                before = intro.start
        yield (
            region,
            Span(min(before, region.span.start), region.span.start),
            Span(region.span.end, max(after, region.span.end)),
        )


def _cue_of(reading: Reading, region: Region, before: Span, after: Span) -> Beside | None:
    if not region.closed:
        return None
    words = region.pieces[-1].inner.of(reading.text)
    follows = reading.text[after.start : after.end].lstrip()
    if ends_open(words, follows) or _bare_cue(reading, after):
        verb = _verb_after(reading, after)
        if verb is not None and not _has_clause(verb) and not _is_reported_already(reading, region):
            return Beside(verb, "after")
    lead = reading.text[before.start : before.end].rstrip()
    verb = _verb_before(reading, before, lead, is_sentence(region.pieces[0].inner.of(reading.text)))
    return None if verb is None else Beside(verb, "before")


def _has_clause(verb: Token) -> bool:
    """Whether a verb is followed by a clause of its own: then it isn't the cue of the words before it."""
    return any(
        child.dep_ == "ccomp"
        and child.i > verb.i
        and any(c.lower_ in quotation_words("direct.marks") for c in child.children)
        for child in verb.children
    )


def _is_reported_already(reading: Reading, region: Region) -> bool:
    """Whether a phrase ends what another cue in its sentence reports: "Asked if it was “fair,” he …"."""
    start = region.pieces[0].span.start
    if starts_sentence(region.pieces[0].inner.of(reading.text)):
        return False
    head = [t for t in reading.tokens(reading.lead(start)) if not t.is_space]
    verbs = reading.cues.verbs
    return any(t.lower_ in verbs and t.pos_ == "VERB" for t in last_sentence(head, reading))


def _bare_cue(reading: Reading, gap: Span) -> bool:
    """Whether nothing but a short "X said." follows, whatever stop stands before the closing mark."""
    tokens = first_sentence([t for t in reading.tokens(gap) if not t.is_space][:REACH])
    return 2 <= len(tokens) <= 5 and _reports(reading, tokens[-1]) and len(tokens) < len(reading.tokens(gap))


def _verb_after(reading: Reading, gap: Span) -> Token | None:
    tokens = first_sentence([t for t in reading.tokens(gap) if not t.is_space][:REACH])
    while tokens and tokens[0].is_punct:
        tokens = tokens[1:]
    if not tokens or tokens[0].lower_ in quotation_words("direct.opens_another"):
        return None
    found = [t for t in tokens if _reports(reading, t)]
    main = [t for t in found if t.dep_ not in {"relcl", "acl", "advcl"}] or found
    return main[0] if main else None


def _verb_before(reading: Reading, gap: Span, lead: str, sentence: bool) -> Token | None:
    tokens = last_sentence([t for t in reading.tokens(gap) if not t.is_space][-REACH:])
    if not tokens:
        return None
    found = [t for t in tokens if _reports(reading, t)]
    main = [t for t in found if t.dep_ not in {"relcl", "acl"}] or found
    if lead.endswith(":"):
        finite = [t for t in main if speaker_of(t) is not None] or main
        return finite[-1] if finite else _governor(tokens)
    if not found:
        return None
    if not sentence and any(t.text == "," for t in tokens[: max(0, len(tokens) - 2)]):
        return None
    if lead.endswith(",") and (sentence or tokens[-2:-1] == found[-1:]):
        return found[-1] if tokens[-2:-1] == found[-1:] else main[-1]
    if sentence and (tokens[-1].lower_ == "that" or tokens[-1] == found[-1]):
        return found[-1]
    return None


def _governor(tokens: Sequence[Token]) -> Token | None:
    """Return the verb of a sentence that a colon ends: "She had one piece of advice: …"."""
    verbs = [t for t in tokens if t.pos_ == "VERB" and t.dep_ in {"ROOT", "conj"}]
    subject = subject_of(verbs[-1]) if verbs else None
    return (
        None if subject is None or subject.lower_ in quotation_words("indirect.not_speakers") else verbs[-1]
    )


def _reports(reading: Reading, token: Token) -> bool:
    cue = reading.cues.verbs.get(token.lower_)
    if cue is None or not cue.takes("direct"):
        return False
    return (token.pos_ == "VERB" or cue.lemma in quotation_words("direct.plain")) and not _is_asked(token)


def _is_asked(token: Token) -> bool:
    """Whether somebody is asked, not asking: "Asked which he liked, he …"."""
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    subject = any(child.dep_ == "nsubj" and child.i < token.i for child in token.children)
    return token.lower_ == "asked" and not subject and after in quotation_words("direct.after_asked")


def _goes_on(reading: Reading, last: Piece, region: Region) -> bool:
    """Whether a region without a cue is the next sentence of the quotation before it in the paragraph."""
    gap = Span(last.span.end, region.span.start)
    between = gap.of(reading.text)
    words = region.pieces[0].inner.of(reading.text)
    if not region.closed or "\n" in between:
        return False
    if between.rstrip().endswith(",") and last.inner.of(reading.text).rstrip().endswith(","):
        return not any(t.text in STOPS for t in reading.tokens(gap))
    if not (starts_sentence(words) and ends_sentence(words)):
        return False
    stops = [t for t in reading.tokens(gap) if t.text in STOPS and reading.piece_at(t.idx) is None]
    return between.rstrip(" \u00a0\"”'’").endswith((".", ",", ":", ";", "—", "–", "-")) and len(stops) <= 1


def _draft(reading: Reading, found: Beside, pieces: Sequence[Piece]) -> Draft:
    cue = reading.cues.verbs.get(found.verb.lower_)
    sort = "colon" if cue is None or not cue.takes("direct") else cue.frames["direct"]
    speaker = _speaker(reading, found.verb)
    who = "no speaker is printed" if speaker is None else f"the speaker is {speaker.reason}"
    where = "after" if found.rule == "after" else "before"
    content = tuple(piece.inner for piece in sorted(pieces, key=lambda p: p.span))
    opening = _opening(reading, found, content[0])
    return Draft(
        kind="direct" if opening is None else "mixed",
        content=content if opening is None else (opening, *content[1:]),
        cue=cue_span(found.verb),
        verb=found.verb,
        speaker=speaker,
        rule=f"direct-{where}:{sort}",
        weak=is_weak(found.verb),
        reason=f"“{found.verb.text}” stands {where} the quoted words; {who}",
    )


def _speaker(reading: Reading, verb: Token) -> Speaker | None:
    """Return the verb's own subject, else the noun phrase beside it, else another verb's subject."""
    parsed = speaker_of(verb)
    if parsed is None and any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return None  # "Hale was asked, “…”": the one beside it is who hears it
    if parsed is not None and _beyond(reading, parsed.head, verb):
        parsed = None
    if parsed is not None and (
        parsed.head.ent_type_ in {"DATE", "TIME"}
        or reading.piece_at(parsed.head.idx) is not None
        or reading.quotes(parsed.words)
    ):
        parsed = None
    if parsed is not None and (parsed.own or verb.dep_ == "conj" or verb.tag_ == "VBG"):
        return parsed
    beside = speaker_beside(reading, verb)
    if parsed is None or (beside is not None and beside.head.lower_ not in reading.cues.issued):
        return beside
    return parsed


def _beyond(reading: Reading, head: Token, verb: Token) -> bool:
    """Whether quoted words stand between a subject and its verb, and another noun after them.

    In "Her verdict: “It works,” Hale said" parsers make "verdict" the subject of "said".
    """
    if head.i > verb.i or not reading.quotes(Span(head.idx, verb.idx)):
        return False
    own = [child for child in verb.children if child.dep_ in {"nsubj", "appos"} and child.i < verb.i]
    return verb.i > 0 and (len(own) > 1 or verb.nbor(-1).pos_ in {"PRON", "PROPN"})


def _opening(reading: Reading, found: Beside, first: Span) -> Span | None:
    """Return the first piece with the words before it in its sentence; None where it begins one."""
    piece = reading.piece_at(first.start)
    if found.rule != "after" or piece is None or starts_sentence(first.of(reading.text)):
        return None
    tokens = [t for t in reading.tokens(reading.lead(piece.span.start)) if not t.is_space]
    tokens = last_sentence(tokens, reading)
    if not tokens or not starts_sentence(tokens[0].text):
        return None
    return Span(tokens[0].idx, piece.span.end)
