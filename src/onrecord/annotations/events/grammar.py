"""A parsed word in, its grammatical neighbours out: small steps over the dependency tree."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.annotations.events.lexicon import event_words

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
CLAUSES = frozenset(
    {"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "parataxis", "csubj"}
)


def child(token: Token, *deps: str) -> Token | None:
    """Return the first child with one of some relations."""
    return next((t for t in token.children if t.dep_ in deps), None)


def children(token: Token, *deps: str) -> list[Token]:
    """Return the children with one of some relations, in order."""
    return [t for t in token.children if t.dep_ in deps]


def is_verbal(token: Token) -> bool:
    """Whether a word is a verb or auxiliary."""
    return token.pos_ in ("VERB", "AUX")


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive, or is a bare past participle after its noun."""
    if any(t.dep_ in ("nsubjpass", "auxpass") for t in verb.children):
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "ROOT" and child(verb, "aux", "dobj") is None:
        return True  # headline: "March put off until Sunday"
    if verb.tag_ == "VBN" and verb.dep_ == "ccomp" and child(verb, "aux", "dobj") is None:
        return verb.head.lemma_ in event_words("grammar.having")  # "had her arm broken"
    if child(verb, "aux", "dobj", "nsubj") is not None:
        return False
    if verb.dep_ == "conj" and verb.tag_ in ("VBN", "VBD") and is_verbal(verb.head):
        return is_passive(verb.head)  # "was shot and killed"
    return bool(verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod", "advcl"))


def first_of_chain(token: Token) -> Token:
    """Return the first conjunct that a word is coordinated with; itself if none."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def with_conjuncts(token: Token) -> list[Token]:
    """Return a word with all that are coordinated to its right."""
    return [token, *token.conjuncts] if token.dep_ != "conj" else [token]


def subject(verb: Token) -> Token | None:
    """Return a verb's subject: its own, or that of the verb which it shares one with.

    Shared: with the first verb of a coordination, with the verb above an infinitive ("plans to meet"), or the
    noun that a clause or participle is about ("a man arrested in Leven", "Trell, who met …").
    """
    for _ in range(6):
        own = child(verb, "nsubj", "nsubjpass")
        if own is not None:
            return _about(verb) if own.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else own
        if verb.dep_ in ("acl", "relcl"):
            return _about(verb) if verb.tag_ in ("VBN", "VBG") or verb.dep_ == "relcl" else None
        if verb.dep_ in ("xcomp", "advcl", "ccomp") and is_verbal(verb.head) and verb.tag_ == "VB":
            asked = _asked(verb.head)
            if asked is not None:
                return asked
        if verb.dep_ == "xcomp" and child(verb.head, "dobj") is not None and is_verbal(verb.head):
            return child(verb.head, "dobj")
        if verb.dep_ in ("conj", "xcomp", "advcl") and (is_verbal(verb.head) or verb.head.pos_ == "ADJ"):
            verb = verb.head
        elif verb.dep_ == "advcl" and verb.head.dep_ == "ROOT":  # headline: "Trell to visit Leven"
            return _about(verb)
        elif (
            verb.dep_ == "pcomp"
            and verb.head.dep_ == "prep"
            and is_verbal(verb.head.head)
            and child(verb.head.head, "dobj") is None  # "saw him before opening fire": who did?
        ):
            verb = verb.head.head
        elif verb.dep_ in ("acomp", "oprd", "attr") and is_verbal(verb.head):
            verb = verb.head
        else:
            return None
    return None


def _asked(verb: Token) -> Token | None:
    """Return who is asked, in "called on Weirholm to withdraw"."""
    if verb.lemma_ not in event_words("grammar.asking"):
        return None
    return next((noun for prep, noun in phrases(verb) if prep in event_words("grammar.asked_with")), None)


def _about(verb: Token) -> Token | None:
    cleft = verb.head.lower_ == "it" and verb.head.dep_ == "nsubj" and verb.head.head.lemma_ == "be"
    if cleft or (verb.dep_ == "relcl" and verb.head.lemma_ == "be"):  # "it is Trell who was hurt"
        return child(verb.head.head if cleft else verb.head, "attr")
    return verb.head if verb.head.pos_ in ("NOUN", "PROPN", "PRON", "NUM") else None


def agent(verb: Token) -> Token | None:
    """Return who does it, of a passive verb with "by"."""
    by = child(verb, "agent")
    return None if by is None else child(by, "pobj")


def phrases(token: Token) -> Iterator[tuple[str, Token]]:
    """Yield a word's prepositional phrases: the preposition in lower case, the head of its noun phrase."""
    for prep in token.children:
        if prep.dep_ in ("prep", "agent", "dative") and prep.pos_ in ("ADP", "SCONJ", "VERB", "ADV", "PART"):
            for noun in prep.children:
                if noun.dep_ in ("pobj", "pcomp"):
                    yield prep.lower_, noun
                elif noun.dep_ == "prep":  # "ahead of", "out of"
                    for inner in children(noun, "pobj", "pcomp"):
                        yield f"{prep.lower_} {noun.lower_}", inner


def preposition_of(noun: Token) -> tuple[str, Token] | None:
    """Return the preposition over a noun and the word that its phrase hangs on; None if there is none."""
    if noun.dep_ not in ("pobj", "pcomp") or noun.head.dep_ not in (
        "prep",
        "agent",
        "dative",
        "advmod",
        "mark",
    ):
        return None
    prep = noun.head
    words = prep.lower_
    while (
        prep.head.dep_ in ("prep", "advmod")
        and prep.head.i == prep.i - 1
        and prep.head.pos_ in ("ADP", "ADV", "ADJ")
    ):
        prep = prep.head
        words = f"{prep.lower_} {words}"
    if prep.head.dep_ == "pobj" and prep.head.lower_ == "wake":
        return "in the wake of", prep.head.head.head
    return words, prep.head


def clause_verb(token: Token) -> Token | None:
    """Return the nearest verb above a word."""
    for above in token.ancestors:
        if is_verbal(above):
            return above
    return None


def tense(verb: Token) -> str:
    """Return past, present, future, perfect or none of a verb group, from its auxiliaries."""
    helpers = [t for t in verb.children if t.dep_ in ("aux", "auxpass")]
    words = {t.lower_ for t in helpers}
    if words & event_words("grammar.future"):
        return "future"
    if words & event_words("grammar.pluperfect") and verb.tag_ in ("VBN", "VBD"):
        return "pluperfect"
    if words & event_words("grammar.perfect") and any(t.lemma_ == "have" for t in helpers):
        return "perfect"
    if verb.tag_ == "VBD" or any(t.tag_ == "VBD" for t in helpers):
        return "past"
    if verb.tag_ in ("VBZ", "VBP") or any(t.tag_ in ("VBZ", "VBP") for t in helpers):
        return "present"
    return "none"
