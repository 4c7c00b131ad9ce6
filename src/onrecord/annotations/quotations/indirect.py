"""A reading in, indirect and mixed quotations out: reporting verbs with their complements.

One verb gives one draft, by the first frame that fits: a clause, an infinitive, an object, words under a
preposition. A quotation without a speaker is left out: nine of ten such are wrong.
"""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from onrecord.annotations.quotations.between_commas import speaker_between_commas, speaker_of_whose
from onrecord.annotations.quotations.clauses import cue_span, set_off, spread, spread_object, whole_quotes
from onrecord.annotations.quotations.cues import Cue, english
from onrecord.annotations.quotations.deeds import (
    is_deed,
    is_infinitive,
    is_no_content,
    is_weak,
    points_back,
)
from onrecord.annotations.quotations.draft import Draft, Speaker
from onrecord.annotations.quotations.grammar import quotation_words
from onrecord.annotations.quotations.parenthetical import sentence_around
from onrecord.annotations.quotations.pronouns import is_body_pronoun
from onrecord.annotations.quotations.reading import Reading
from onrecord.annotations.quotations.settle import QUOTED
from onrecord.annotations.quotations.speakers import (
    WHEN,
    is_passive,
    phrase,
    speaker_of,
)
from onrecord.model.span import Span

HEARD: Final = "hear"
"""The class of cues for what somebody has been told: then another said it."""

EMBEDDED: Final = frozenset({"parataxis", "ccomp", "pcomp", "xcomp", "csubj"})


def find_indirect(reading: Reading) -> Iterator[Draft]:
    """Yield the drafts of all reporting verbs outside quotation marks."""
    for token in reading.free_tokens():
        cue = reading.cues.verbs.get(token.lower_)
        if cue is None or not _is_verb(token) or token.dep_ in {"amod", "compound"}:
            continue
        draft = _draft(reading, token, cue)
        if draft is not None:
            yield draft
    yield from _passed_on(reading)


def _is_verb(token: Token) -> bool:
    """Whether a word is a verb; one that has a subject and heads its sentence is, whatever its tag."""
    mistaken = token.tag_ == "NNS" and token.dep_ == "ROOT"
    return token.pos_ == "VERB" or (mistaken and any(c.dep_ == "nsubj" for c in token.children))


def _passed_on(reading: Reading) -> Iterator[Draft]:
    """Yield what somebody quoted passes on of another, who is named: "“Hale said it was over,” she said"."""
    for piece in reading.pieces:
        for token in reading.tokens(piece.inner) if piece.closed else ():
            cue = reading.cues.verbs.get(token.lower_)
            says = cue is not None and cue.frames.get("that") in quotation_words("indirect.passing_on")
            if cue is None or not says or token.tag_ not in {"VBD", "VBN"} or token.pos_ != "VERB":
                continue
            speaker = speaker_of(token)
            clause = _clause(token, cue)
            if speaker is None or clause is None or is_weak(token) or speaker.head.pos_ != "PROPN":
                continue
            frame, sort, content = clause
            within = (*content, speaker.words)
            if frame == "that" and speaker.own and all(piece.inner.holds(part) for part in within):
                yield Draft(
                    kind="indirect", content=content, cue=cue_span(token), verb=token, speaker=speaker,
                    rule=f"that:{sort}{QUOTED}",
                    reason=f"“{token.text}” in quoted words; the speaker is {speaker.reason}",
                )  # fmt: skip


def _draft(reading: Reading, verb: Token, cue: Cue) -> Draft | None:
    speaker = speaker_of_whose(verb) or speaker_of(verb) or _beside(verb, cue)
    if verb.dep_ == "relcl" and verb.head.lower_ in quotation_words("indirect.whatever"):
        return None  # "Nothing the mayor said will help": what follows is no content
    if speaker is None or _is_nobody(reading, speaker, cue):
        return None
    found = _told(verb, cue, speaker)
    if found is None and (beside := _beside(verb, cue)) is not None:
        found, speaker = _told(verb, cue, beside), beside
    if found is None:
        return None
    frame, sort, content = found
    told_by = _heard_from(verb) if sort == HEARD else None
    speaker = told_by or speaker
    if sort == "give" and speaker.head.lower_ not in reading.cues.speaking:
        return None
    pieces = whole_quotes(reading, tuple(p for p in content if not p.overlaps(speaker.words)), verb)
    words = pieces[0].of(reading.text).lower() if pieces else ""
    if not words or words.startswith(reading.cues.manner) or (len(pieces) == 1 and points_back(words)):
        return None
    if is_no_content(verb, speaker, pieces):
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
        weak=nobody
        or (sort == HEARD and told_by is None)
        or is_weak(verb)
        or (not mixed and is_deed(verb, speaker, frame, sort)),
    )


def _heard_from(verb: Token) -> Speaker | None:
    """Return from whom somebody has heard it: "the Courier has learned from two clerks that …"."""
    sources = (c for c in verb.children if c.lower_ == "from" and c.dep_ == "prep")
    noun = next((n for source in sources for n in source.children if n.dep_ == "pobj"), None)
    return (
        None
        if noun is None
        else Speaker(words=phrase(noun, verb), head=noun, reason="from whom it was heard")
    )


def _is_nobody(reading: Reading, speaker: Speaker, cue: Cue) -> bool:
    """Whether a subject speaks for nobody: "there", "what"; "it" where no word of saying follows."""
    if speaker.words.of(reading.text).lower() not in quotation_words("indirect.not_speakers"):
        return False
    says = cue.frames.get("that") in quotation_words("indirect.sayings")
    return not (says and speaker.own and is_body_pronoun(speaker.head))


def _told(verb: Token, cue: Cue, speaker: Speaker) -> "Complement | None":
    """Return what a verb reports of a speaker: the sentence around both, else the verb's complement."""
    sort = cue.frames.get("that") or cue.frames.get("around")
    around = sentence_around(verb, speaker) if sort else None
    return ("around", sort, around) if sort and around else _complement(verb, cue)


def _beside(verb: Token, cue: Cue) -> Speaker | None:
    """Return who stands between commas before a word of saying, or before the verb that it is joined to."""
    if is_passive(verb) or cue.frames.get("that") not in quotation_words("indirect.sayings"):
        return None
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.head.i < verb.i:
        verb = verb.head
    return speaker_between_commas(verb)


def _place(verb: Token, speaker: Speaker) -> str:
    """Return how a verb stands in its sentence, as far as it bears on how sure the rule is."""
    antecedent = any(
        c.idx == speaker.words.start and c.lower_ in quotation_words("speakers.relative")
        for c in verb.children
    )
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


Complement = tuple[str, str, tuple[Span, ...]]
"""Frame, class of the cue, content."""


def _complement(verb: Token, cue: Cue) -> Complement | None:
    finders = (_clause, _infinitive, _object, _prepositional)
    return next((found for finder in finders if (found := finder(verb, cue)) is not None), None)


def _clause(verb: Token, cue: Cue) -> Complement | None:
    for child in _clauses_of(verb):
        if child.i > verb.i or set_off(verb):
            asks = any(
                t.lower_ in quotation_words("indirect.wh")
                for t in (child.left_edge, *child.children)
                if t.i < child.i
            )
            frame = "whether" if asks and cue.takes("whether") else "that"
            if _is_result(child, verb):
                continue
            if cue.takes(frame):
                return frame, cue.frames[frame], spread(child, verb)
            if cue.takes("object"):
                return "object", cue.frames["object"], spread_object(child, verb)
    if cue.takes("that") and (under := _under_noun(verb, cue)) is not None:
        return "that", cue.frames["that"], spread(under, verb)
    own = any(child.dep_ in {"dobj", "ccomp"} and child.i > verb.i for child in verb.children)
    if verb.dep_ == "parataxis" and cue.takes("that") and verb.head.pos_ in {"VERB", "AUX"} and not own:
        return "that", cue.frames["that"], spread(verb.head, verb)
    return None


def _clauses_of(verb: Token) -> list[Token]:
    """Return the clauses under a verb: those after it, and those before only if it has nothing else to say.

    In "The council wavered; the mayor said that …" parsers hang the first clause on "said" too.
    """
    clauses = [child for child in verb.children if child.dep_ == "ccomp" or _is_marked(child)]
    after = [clause for clause in clauses if clause.i > verb.i]
    said = any(child.dep_ == "dobj" and child.i > verb.i for child in verb.children)
    cue = english().verbs.get(verb.lower_)
    listens = cue is not None and cue.takes("listener")
    if after or (said and not listens):
        return after
    return [clause for clause in clauses if not _ends_before(clause, verb)]


def _is_marked(clause: Token) -> bool:
    """Whether a parser took a clause with "that" and a subject for a bare one: "told him only that …"."""
    roles = {child.dep_ for child in clause.children if child.i < clause.i}
    return clause.dep_ == "xcomp" and {"mark", "nsubj"} <= roles and not is_infinitive(clause)


def _ends_before(clause: Token, verb: Token) -> bool:
    """Whether a semicolon or dash ends a clause well before the verb that it hangs on."""
    doc = verb.doc
    return any(doc[i].text in {";", "—", "–", "--"} for i in range(clause.right_edge.i + 1, verb.i))


def _is_result(clause: Token, verb: Token) -> bool:
    """Whether a clause tells what comes of it: "tells so many lies that nobody listens"."""
    between = verb.doc[verb.i + 1 : clause.left_edge.i]
    return (
        any(t.lower_ in quotation_words("indirect.so") for t in between) and clause.left_edge.lower_ == "that"
    )


def _under_noun(verb: Token, cue: Cue) -> Token | None:
    """Return the clause that a parser hung on medium or listener: "said in a statement that it was over"."""
    nouns = [
        n for p in verb.children if p.dep_ == "prep" for n in p.children if p.i > verb.i and n.dep_ == "pobj"
    ]
    if cue.takes("listener"):
        nouns += [child for child in verb.children if child.dep_ in {"dobj", "dative"} and child.i > verb.i]
    for clause in (child for noun in nouns for child in noun.children):
        words = {c.lower_ for c in clause.children if c.i < clause.i}
        own = any(c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ != "that" for c in clause.children)
        if (
            clause.dep_ in {"acl", "relcl", "ccomp"}
            and "that" in words
            and own
            and not _is_result(clause, verb)
        ):
            return clause
    return None


def _infinitive(verb: Token, cue: Cue) -> Complement | None:
    if cue.takes("to") and not _is_bidden(verb, cue):
        for child in verb.children:
            deps = {"xcomp", "ccomp", "advcl"} if _is_parted(verb, child, cue) else {"xcomp", "ccomp"}
            if child.dep_ in deps and child.i > verb.i and is_infinitive(child):
                return "to", cue.frames["to"], spread(child, verb)
    return None


def _is_bidden(verb: Token, cue: Cue) -> bool:
    """Whether the subject is who is told, as headlines have it: "City told to boil water"."""
    if cue.lemma not in quotation_words("indirect.bidding") or verb.tag_ not in {"VBD", "VBN"}:
        return False
    to = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    return to is not None and to.lower_ == "to" and to.tag_ == "TO"


def _is_parted(verb: Token, clause: Token, cue: Cue) -> bool:
    """Whether only circumstances stand before the infinitive of a verb of will: "refused on Monday to go"."""
    between = [child for child in verb.children if verb.i < child.i < clause.i]
    return (
        cue.frames["to"] in quotation_words("indirect.willing")
        and bool(between)
        and all(child.dep_ in {"prep", "npadvmod", "advmod"} for child in between)
    )


def _object(verb: Token, cue: Cue) -> Complement | None:
    if cue.takes("object") and not _is_phrasal(verb):
        wanted = {"dobj", "oprd"} | (
            {"xcomp", "ccomp"} if cue.frames["object"] in {"name", "see", "give"} else set()
        )
        for child in verb.children:
            if child.dep_ in wanted and child.i > verb.i and child.ent_type_ not in WHEN:
                told = _told_in(child) if cue.frames["object"] == "judge" else None
                content = spread_object(child, verb) if told is None else spread(told, verb)
                return "object", cue.frames["object"], content
    return None


def _is_phrasal(verb: Token) -> bool:
    """Whether a particle makes it another verb: "called off the search", "hailed down a cab"."""
    return any(
        child.dep_ in {"prt", "advmod", "oprd"}
        and child.lower_ in quotation_words("indirect.particles")
        and (child.i == verb.i + 1 or _ends_object(child, verb))
        for child in verb.children
    )


def _ends_object(particle: Token, verb: Token) -> bool:
    """Whether a particle stands right behind the object: "called its members back"."""
    object_ = next((c for c in verb.children if c.dep_ == "dobj"), None)
    return object_ is not None and particle.i == object_.right_edge.i + 1 and particle.n_rights == 0


def _told_in(noun: Token) -> Token | None:
    """Return the clause that tells what a claim is: "denied a report by the crew that it had failed"."""
    known = english().nouns.get(noun.lower_)
    if known is None or not known.takes("that"):
        return None
    return next(
        (
            clause
            for clause in noun.subtree
            if clause.dep_ in {"acl", "ccomp", "relcl"}
            and clause.i > noun.i
            and any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)
        ),
        None,
    )


def _prepositional(verb: Token, cue: Cue) -> Complement | None:
    for child in verb.children:
        if child.dep_ == "prep" and child.i > verb.i and child.lower_ in cue.prepositions:
            return "about", cue.prepositions[child.lower_], spread(child, verb)
    return None
