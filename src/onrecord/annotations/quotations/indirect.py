"""A reading in, indirect and mixed quotations out: reporting verbs with their complements.

One verb gives one draft, by the first frame that fits: a clause, an infinitive, an object, words under a
preposition. A quotation without a speaker is left out: nine of ten such are wrong.
"""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from onrecord.annotations.quotations.clauses import cue_span, set_off, spread, spread_object, whole_quotes
from onrecord.annotations.quotations.cues import Cue
from onrecord.annotations.quotations.draft import Draft, Speaker
from onrecord.annotations.quotations.parenthetical import sentence_around
from onrecord.annotations.quotations.reading import Reading
from onrecord.annotations.quotations.sentence import sentence_bounds
from onrecord.annotations.quotations.speakers import RELATIVE, speaker_of
from onrecord.model.span import Span

WH: Final = frozenset(
    {"whether", "if", "who", "what", "when", "where", "why", "how", "which", "whom", "whose"}
)
NOT_SPEAKERS: Final = frozenset(
    {"it", "you", "there", "this", "that", "one", "what", "nothing", "everything"}
)

EMBEDDED: Final = frozenset({"parataxis", "ccomp", "pcomp", "xcomp", "csubj"})
MODALS: Final = frozenset({"would", "could", "might", "may", "should", "can", "must"})
CONDITIONS: Final = frozenset({"if", "unless", "whether"})


def find_indirect(reading: Reading) -> Iterator[Draft]:
    """Yield the drafts of all reporting verbs outside quotation marks."""
    for token in reading.free_tokens():
        cue = reading.cues.verbs.get(token.lower_)
        if cue is None or token.pos_ != "VERB" or token.dep_ in {"amod", "compound"}:
            continue
        draft = _draft(reading, token, cue)
        if draft is not None:
            yield draft


def _draft(reading: Reading, verb: Token, cue: Cue) -> Draft | None:
    speaker = speaker_of(verb)
    if speaker is None or speaker.words.of(reading.text).lower() in NOT_SPEAKERS:
        return None
    around = sentence_around(verb, speaker) if cue.takes("that") else None
    found = ("around", cue.frames["that"], around) if around else _complement(verb, cue)
    if found is None:
        return None
    frame, sort, content = found
    if sort == "give" and speaker.head.lower_ not in reading.cues.speaking:
        return None
    pieces = whole_quotes(reading, tuple(p for p in content if not p.overlaps(speaker.words)), verb)
    if not pieces or pieces[0].of(reading.text).lower().startswith(reading.cues.manner):
        return None
    nobody = speaker.words.of(reading.text).split()[0].lower() in reading.cues.nobody
    mixed = any(reading.quotes(piece) for piece in pieces)
    return Draft(
        kind="mixed" if mixed else "indirect",
        content=pieces,
        cue=cue_span(verb),
        verb=verb,
        speaker=speaker,
        rule=f"{frame}:{sort}{_place(verb, speaker)}",
        reason=f"“{verb.text}” with {NAMES[frame]}; the speaker is {speaker.reason}",
        weak=nobody or is_weak(verb),
    )


def _place(verb: Token, speaker: Speaker) -> str:
    """Return how a verb stands in its sentence, as far as it bears on how sure the rule is."""
    antecedent = any(c.idx == speaker.words.start and c.lower_ in RELATIVE for c in verb.children)
    if verb.dep_ in EMBEDDED or (verb.dep_ == "relcl" and not antecedent):
        return "/embedded"
    return "" if speaker.own else "/borrowed"


NAMES: Final = {
    "that": "a clause",
    "around": "the sentence around it",
    "whether": "a question",
    "to": "an infinitive",
    "object": "an object",
    "about": "words under a preposition",
}


def is_weak(verb: Token) -> bool:
    """Whether the report says that it wasn't said, or may be said, or asks whether it was."""
    denied = any(
        child.dep_ == "neg"
        or (child.dep_ == "aux" and child.lower_ in MODALS)
        or (child.dep_ == "mark" and child.lower_ in CONDITIONS)
        for child in verb.children
    )
    return denied or (verb.dep_ == "ROOT" and verb.doc[sentence_bounds(verb)[1] - 1].text == "?")


Complement = tuple[str, str, tuple[Span, ...]]
"""Frame, class of the cue, content."""


def _complement(verb: Token, cue: Cue) -> Complement | None:
    finders = (_clause, _infinitive, _object, _prepositional)
    return next((found for finder in finders if (found := finder(verb, cue)) is not None), None)


def _clause(verb: Token, cue: Cue) -> Complement | None:
    for child in verb.children:
        if child.dep_ == "ccomp" and (child.i > verb.i or set_off(verb)):
            asks = any(t.lower_ in WH for t in (child.left_edge, *child.children) if t.i < child.i)
            frame = "whether" if asks and cue.takes("whether") else "that"
            if cue.takes(frame):
                return frame, cue.frames[frame], spread(child, verb)
            if cue.takes("object"):
                return "object", cue.frames["object"], spread_object(child, verb)
    if cue.takes("that") and (under := _under_noun(verb, cue)) is not None:
        return "that", cue.frames["that"], spread(under, verb)
    if verb.dep_ == "parataxis" and cue.takes("that") and verb.head.pos_ in {"VERB", "AUX"}:
        return "that", cue.frames["that"], spread(verb.head, verb)
    return None


def _under_noun(verb: Token, cue: Cue) -> Token | None:
    """Return the clause that a parser hung on medium or listener: "said in a statement that it was over"."""
    nouns = [n for p in verb.children if p.dep_ == "prep" for n in p.children if p.i > verb.i]
    if cue.takes("listener"):
        nouns += [child for child in verb.children if child.dep_ in {"dobj", "dative"} and child.i > verb.i]
    for clause in (child for noun in nouns for child in noun.children):
        words = {c.lower_ for c in clause.children if c.i < clause.i}
        own = any(c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ != "that" for c in clause.children)
        if clause.dep_ in {"acl", "relcl", "ccomp"} and "that" in words and own:
            return clause
    return None


def _infinitive(verb: Token, cue: Cue) -> Complement | None:
    if cue.takes("to"):
        for child in verb.children:
            if child.dep_ in {"xcomp", "ccomp"} and child.i > verb.i and _is_infinitive(child):
                return "to", cue.frames["to"], spread(child, verb)
    return None


def _object(verb: Token, cue: Cue) -> Complement | None:
    if cue.takes("object"):
        wanted = {"dobj", "oprd"} | (
            {"xcomp", "ccomp"} if cue.frames["object"] in {"name", "see", "give"} else set()
        )
        for child in verb.children:
            if child.dep_ in wanted and child.i > verb.i:
                return "object", cue.frames["object"], spread_object(child, verb)
    return None


def _prepositional(verb: Token, cue: Cue) -> Complement | None:
    for child in verb.children:
        if child.dep_ == "prep" and child.i > verb.i and child.lower_ in cue.prepositions:
            return "about", cue.prepositions[child.lower_], spread(child, verb)
    return None


def _is_infinitive(token: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)
