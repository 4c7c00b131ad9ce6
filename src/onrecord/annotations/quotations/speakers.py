"""A reporting verb in, its speaker out: the grammatical subject, followed through the sentence.

A verb without a subject of its own has that of the verb it is joined to, of the verb that governs it, or the
noun that it modifies. What a passive verb reports is its agent's.
"""

from typing import Final

from spacy.tokens import Token

from onrecord.annotations.parsed import place_of
from onrecord.annotations.quotations.cues import english
from onrecord.annotations.quotations.draft import Speaker
from onrecord.annotations.quotations.grammar import quotation_words
from onrecord.annotations.quotations.joined import FINITE, joined_above
from onrecord.model.span import Span

WHEN: Final = frozenset({"DATE", "TIME"})
SUBJECTS: Final = frozenset({"nsubj", "csubj"})
NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
MODIFIERS: Final = frozenset({"acl", "relcl"})
GOVERNED: Final = frozenset({"xcomp", "advcl", "pcomp", "prep", "ccomp"})
CLAUSES: Final = frozenset({"ccomp", "xcomp", "advcl"})
STEPS: Final = 5
DATELINE_ENDS: Final = frozenset({"--", "—", "–", "-"})
SETS_OFF: Final = frozenset({",", "—", "–", "--"})
TOLD: Final = "the one who is told or made to"


def speaker_of(verb: Token) -> Speaker | None:
    """Return who says what a verb reports; None where the sentence doesn't tell."""
    if is_passive(verb):
        return _agent(verb)
    if (quoted := _quoted(verb)) is not None:
        return Speaker(words=phrase(quoted, verb), head=quoted, reason="whom another quotes as saying it")
    if subject_of(verb) is None and verb.tag_ == "VBG" and verb.i and verb.nbor(-1).text in SETS_OFF:
        speaker = _of_sentence(verb)
        return None if speaker is None or _across_a_mark(speaker.head, verb) else speaker
    token = verb
    for _ in range(STEPS):
        subject = subject_of(token)
        if subject is not None:
            return None if _across_a_mark(subject, verb) else _from_subject(subject, token, verb)
        if token.dep_ == "xcomp" and (controller := _controller(token)) is not None:
            return Speaker(
                words=phrase(controller, verb),
                head=controller,
                reason=TOLD,
                own=False,
            )
        if token.dep_ in MODIFIERS:
            return _issuer(token.head, verb) or _teller(token.head, verb) or _from_noun(token.head, verb)
        if (judged := _judged(token)) is not None:
            return Speaker(
                words=phrase(judged, verb), head=judged, reason="the one who is judged for it", own=False
            )
        above = _governor(token)
        if above is None:
            return None
        token = above
    return None


def _quoted(verb: Token) -> Token | None:
    """Return whom another quotes: "state radio quoted the mayor as saying …"; None where nobody is."""
    quoting = verb.head.head
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as" or quoting.lower_ not in english().quoting:
        return None
    if is_passive(quoting):
        return next((c for c in quoting.children if c.dep_ == "nsubjpass"), None)
    return next((c for c in quoting.children if c.dep_ == "dobj" and quoting.i < c.i < verb.i), None)


def _judged(token: Token) -> Token | None:
    """Return whom a verb judges for what another one reports: "blamed the paper for reporting …"."""
    judging, own = token.head.head, english().verbs.get(token.lower_)
    known = english().verbs.get(judging.lower_)
    if (
        token.dep_ != "pcomp"
        or known is None
        or own is None
        or not own.takes("that")
        or known.frames.get("object") != "judge"
        or is_passive(judging)
    ):
        return None
    return next((c for c in judging.children if c.dep_ == "dobj" and judging.i < c.i < token.i), None)


def _across_a_mark(subject: Token, verb: Token) -> bool:
    """Whether a quotation begins or ends between the two: nobody speaks out of another's words."""
    between = subject.doc[min(subject.i, verb.i) : max(subject.i, verb.i)]
    return len([token for token in between if token.is_quote and token.tag_ != "POS"]) % 2 == 1


def _governor(token: Token) -> Token | None:
    """Return the verb from which a verb without a subject of its own has one."""
    head = token.head
    if token.dep_ == "conj":
        above = joined_above(token)
        if above is not None:
            return above
        finite = token.tag_ in FINITE
        while finite and head.tag_ not in FINITE and head.dep_ in CLAUSES and head.head.tag_ in FINITE:
            head = head.head
        return head
    if token.dep_ in GOVERNED and head.pos_ in {"VERB", "AUX", "ADP", "SCONJ"}:
        return head
    return None


def _of_sentence(verb: Token) -> Speaker | None:
    """Return the subject of the main clause, whose a participle after a comma is (", saying …")."""
    token = verb.head
    beside = _cue_before(verb)
    if beside is not None:
        return _from_subject(beside, beside.head, verb)
    for _ in range(2 * STEPS):
        if token.dep_ == "ROOT" or token.head == token:
            break
        token = token.head
    subject = subject_of(token)
    while subject is None and token.dep_ == "conj":
        token = token.head
        subject = subject_of(token)
    return None if subject is None or subject.i > verb.i else _from_subject(subject, token, verb)


def _cue_before(verb: Token) -> Token | None:
    """Return the subject of a cue clause that stands right before: "…,” Hale added, saying …"."""
    if verb.i < 3:
        return None
    cue = verb.nbor(-2)
    known = english().verbs.get(cue.lower_)
    subject = subject_of(cue) if known is not None and known.takes("direct") else None
    return subject if subject is not None and subject.i == cue.i - 1 else None


def _issuer(noun: Token, verb: Token) -> Speaker | None:
    """Return who issued the document that a verb modifies: "released a statement saying …"."""
    issuing = noun.head
    if noun.dep_ == "pobj" and issuing.head.pos_ == "VERB":
        issuing = issuing.head
    if noun.lower_ not in english().issued or issuing.pos_ != "VERB" or is_passive(issuing):
        return None
    subject = subject_of(issuing)
    while subject is None and issuing.dep_ in {"conj", "xcomp"}:
        issuing = issuing.head
        subject = subject_of(issuing)
    return None if subject is None else _from_subject(subject, issuing, verb)


def _teller(noun: Token, verb: Token) -> Speaker | None:
    """Return who tells the one whom a participle stands behind: "emailed supporters saying …"."""
    telling = noun.head
    known = english().verbs.get(telling.lower_)
    tells = known is not None and (known.takes("listener") or known.takes("direct"))
    if not tells or verb.tag_ != "VBG" or noun.dep_ not in {"dobj", "dative"} or is_passive(telling):
        return None
    subject = subject_of(telling)
    return None if subject is None else _from_subject(subject, telling, verb)


def subject_of(verb: Token) -> Token | None:
    """Return the active subject of a verb."""
    found = [child for child in verb.children if child.dep_ in SUBJECTS]
    if len(found) > 1 and found[0].is_upper and found[0].nbor(1).text in DATELINE_ENDS:
        return found[-1]
    if len(found) > 1 and (_stands_beside(found[-1], verb) or _is_called(found[0], found[-1], verb)):
        return found[-1]
    return next((child for child in found if child.ent_type_ not in WHEN), found[0] if found else None)


def _stands_beside(subject: Token, verb: Token) -> bool:
    """Whether a subject stands right before its verb, after a comma: "…, some with flags, police said"."""
    first = subject.left_edge
    return bool(subject.i == verb.i - 1 and first.i > 0 and first.nbor(-1).text == ",")


def _is_called(kind: Token, name: Token, verb: Token) -> bool:
    """Whether a subject is the name of what stands before it: "the weekly The Bell reported"."""
    beside = name.left_edge.i == kind.right_edge.i + 1 and name.right_edge.i == verb.i - 1
    return beside and name.pos_ == "PROPN" and kind.pos_ in {"NOUN", "ADJ"}


def _controller(infinitive: Token) -> Token | None:
    """Return the object that an infinitive belongs to: "asked the minister to say", "called on him to"."""
    if infinitive.head.lower_.startswith("promis"):
        return None
    told = [c for c in infinitive.head.children if c.i < infinitive.i and c.dep_ in {"dobj", "prep"}]
    if (
        told
        and told[-1].lower_ in quotation_words("speakers.called_on")
        and infinitive.head.lower_.startswith("call")
    ):
        return next((c for c in told[-1].children if c.dep_ == "pobj"), None)
    return next((c for c in told if c.dep_ == "dobj"), None)


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive, finite or as a bare participle with an agent.

    "By telephone" is no agent of a verb that has a subject.
    """
    roles = {child.dep_ for child in verb.children}
    if roles & {"nsubjpass", "auxpass"} or ("agent" in roles and "nsubj" not in roles):
        return True
    if _tells_behind_its_noun(verb):
        return False
    bare = not roles & {"aux", "nsubj"} and verb.dep_ != "conj"
    return bare and (verb.tag_ == "VBN" or (verb.lower_ == "asked" and verb.dep_ == "advcl"))


def _tells_behind_its_noun(verb: Token) -> bool:
    """Whether a verb is its sentence's own, though hung on its subject: "Hale, who …, charged that …".

    A sentence that is a noun with a participle behind a comma, and that with a clause, lacks its main verb.
    """
    if verb.dep_ != "acl" or verb.head.dep_ != "ROOT" or verb.head.pos_ not in {"NOUN", "PROPN"}:
        return False
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    marked = clause is not None and any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)
    return marked and verb.nbor(-1).text == ","


def _agent(verb: Token) -> Speaker | None:
    for child in verb.children:
        if child.dep_ == "agent":
            for noun in child.children:
                if noun.dep_ == "pobj":
                    return Speaker(words=phrase(noun, verb), head=noun, reason="the agent of a passive")
    return None


def _from_subject(subject: Token, owner: Token, verb: Token) -> Speaker:
    if subject.lower_ in quotation_words("speakers.relative") and owner.dep_ == "relcl":
        return Speaker(words=place_of(subject), head=owner.head, reason="the antecedent of a relative clause")
    subject = _after_the_place(subject)
    how = (
        "the subject of its verb"
        if owner == verb
        else f"the subject of “{owner.text}”, which governs the verb"
    )
    return Speaker(words=phrase(subject, verb), head=subject, reason=how, own=owner == verb)


def _from_noun(noun: Token, verb: Token) -> Speaker | None:
    if noun.pos_ not in NOMINAL:
        return None
    return Speaker(words=phrase(noun, verb), head=noun, reason="the noun that the verb modifies", own=False)


def _after_the_place(subject: Token) -> Token:
    """Return the name after a place that a parser took for the subject: "In Highfold, Petra Lowe said"."""
    first = subject.left_edge
    member = next((c for c in subject.children if c.dep_ == "nmod" and c.i < subject.i and _of(c)), None)
    if member is not None and subject.tag_ in {"NN", "NNS"}:
        return member
    if subject.is_upper and subject.i == first.i and subject.i + 2 < len(subject.doc):
        dash = subject.nbor(1).text in DATELINE_ENDS
        named = (
            c
            for c in subject.subtree
            if dash and c.i > subject.i + 1 and c.dep_ in {"appos", "conj", "nsubj"}
        )
        return next(named, subject)
    if not first.i or first.nbor(-1).lower_ not in quotation_words("speakers.at_a_place"):
        return subject
    named = (c for c in subject.children if c.dep_ in {"conj", "appos"} and c.left_edge.nbor(-1).text == ",")
    return next(named, subject)


def _of(noun: Token) -> bool:
    return any(child.lower_ == "of" and child.i > noun.i for child in noun.children)


def phrase(head: Token, verb: Token) -> Span:
    """Return the whole noun phrase of a head, cut at the verb."""
    first, last = head.left_edge.i, head.right_edge.i
    if head.i < verb.i <= last:
        last = verb.i - 1
    if first <= verb.i < head.i:
        first = verb.i + 1
    return trimmed(head, first, last)


def trimmed(head: Token, first: int, last: int) -> Span:
    """Return a stretch of tokens without punctuation and blanks at its ends; it holds its head."""
    doc = head.doc
    while last > head.i and (doc[last].is_punct or doc[last].is_space) and doc[last].text not in ")]":
        last -= 1
    while first < head.i and (doc[first].is_punct or doc[first].is_space):
        first += 1
    return Span(doc[first].idx, doc[last].idx + len(doc[last].text))
