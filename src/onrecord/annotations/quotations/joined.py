"""A verb in a reported clause in, whether it reports in its turn out: where one speaker's words end.

Parsers join a second reporting verb to the clause before it as readily as to the first reporting verb. These
rules tell them apart by subject, tense and commas.
"""

from typing import Final

from spacy.tokens import Token

from onrecord.annotations.quotations.cues import english
from onrecord.annotations.quotations.grammar import quotation_words

FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
SPEAKING: Final = frozenset({"PERSON", "ORG", "NORP", "GPE"})


def joined_above(token: Token) -> Token | None:
    """Return the reporting verb that another one is joined to over a clause in between.

    In "said the port was shut and warned that …" parsers join "warned" to "was shut"; but a port warns
    nobody. Only where the clause's subject is no person or body, and both verbs stand in one tense.
    """
    cue = english().verbs.get(token.lower_)
    if cue is None or not cue.takes("that") or token.tag_ not in FINITE:
        return None
    clause = token.head
    subject = next((c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)
    reports = any(c.dep_ in {"ccomp", "xcomp"} for c in token.children)
    if subject is None or own or not reports or subject.pos_ != "NOUN" or subject.ent_type_ in SPEAKING:
        return None
    above = clause.head
    outer = english().verbs.get(above.lower_)
    joins = clause.dep_ == "ccomp" and above.tag_ == token.tag_ and outer is not None and outer.takes("that")
    return above if joins else None


def next_report(token: Token) -> int | None:
    """Return where a further reporting clause with its own speaker begins: ", while Hahn said that …"."""
    cue = english().verbs.get(token.lower_)
    if (
        cue is None
        or not cue.takes("that")
        or token.dep_ not in {"conj", "advcl"}
        or token.tag_ not in FINITE
    ):
        return None
    roles = {child.dep_ for child in token.children}
    if not {"nsubj", "ccomp"} <= roles or any(
        c.lower_ in quotation_words("joined.marks") for c in token.children
    ):
        return None
    before = token.doc[token.left_edge.i - 1] if token.left_edge.i else None
    while before is not None and before.i and before.dep_ == "cc":
        before = before.nbor(-1)
    return before.i if before is not None and before.text in {",", ";"} else None


def reports_itself(token: Token) -> bool:
    """Whether a verb reports with a subject of its own."""
    cue = english().verbs.get(token.lower_)
    return (
        cue is not None
        and cue.takes("that")
        and token.tag_ in FINITE
        and any(c.dep_ == "nsubj" for c in token.children)
    )


def takes_a_stand(verb: Token) -> bool:
    """Whether a verb with a subject of its own reports, or answers what was told: "a clerk denied it"."""
    cues = english()
    answers = verb.lower_ in cues.answers and verb.tag_ in FINITE
    cue = cues.verbs.get(verb.lower_)
    says = cue is not None and cue.frames.get("that") in quotation_words("indirect.sayings")
    says = says and verb.tag_ in FINITE
    return (answers or says) and any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
