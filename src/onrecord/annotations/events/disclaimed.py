"""A word in, what denies it out: "denied that the line was faulty", "denies taking bribes".

What is denied is told whatever its verb: that a line was faulty or a man was pushed is no event by itself,
but its denial says that somebody charged it. Where what is denied is that somebody was about to do a thing,
the doing stands for it.
"""

from spacy.tokens import Token

from onrecord.annotations.events import grammar
from onrecord.annotations.events.lexicon import Lexicon, Sort, event_words

UP = 4  # levels from a verb to the clause that is denied: "denied that she was about to sell"
MORE = ("dobj", "acomp", "attr", "oprd")
PASSED = ("xcomp", "acomp")


def disclaimed_sort(verb: Token, words: Lexicon) -> Sort | None:
    """Return the sort of what a verb tells, where that is what is denied; None where it isn't."""
    if denied_by(verb, words) is None or (verb.lemma_ == "be" and _has_act(verb)):
        return None
    more = grammar.child(verb, *MORE)
    if grammar.child(verb, "expl") is not None:
        listed = more is None or more.lemma_.lower() in words.nouns
        return None if more is None or listed else Sort(sort=more.lemma_.lower(), frame="on", open=True)
    if more is None and verb.lemma_ == "be":
        more = next((noun for _, noun in grammar.phrases(verb)), None)
    lemma = verb.lemma_.lower()
    return Sort(sort=lemma if more is None else f"{lemma} {more.lemma_.lower()}", frame="on", open=True)


def missing_sort(verb: Token, words: Lexicon) -> Sort | None:
    """Return the sort of a thing that is said not to be: "there is no bargain", not "there is no doubt"."""
    thing = grammar.child(verb, "attr") if grammar.child(verb, "expl") is not None else None
    if thing is None or thing.pos_ != "NOUN" or not any(t.lower_ == "no" for t in thing.children):
        return None
    lemma = thing.lemma_.lower()
    other = any(t.lower_ == "other" for t in thing.children)
    if other or lemma in words.nouns or words.says("open", "not_missed", lemma):
        return None
    return Sort(sort=lemma, frame="on", open=True)


def denied_by(verb: Token, words: Lexicon) -> Token | None:
    """Return the verb by which a clause, a gerund, or a claim or charge of it, is denied."""
    top = _headed(verb)
    if top is None:
        return None
    over = _over(top, words)
    if over is None or (grammar.child(over, "neg") is not None and over.lemma_ != "plead"):
        return None
    return over


def _headed(verb: Token) -> Token | None:
    """Return the verb of the clause in which a thing is told as ahead: "was" of "was about to sell"."""
    top = verb
    for _ in range(UP):
        if top.dep_ not in PASSED or top.tag_ == "VBG":
            return top
        top = top.head
        if top.lemma_.lower() not in event_words("disclaimed.ahead"):
            return None
    return None


def _over(verb: Token, words: Lexicon) -> Token | None:
    """Return what may deny a verb: "denied" over it, or over the claim or charge that it fills."""
    head = verb.head
    if head == verb:
        return None
    if verb.dep_ == "ccomp" or (verb.dep_ == "xcomp" and verb.tag_ == "VBG"):
        return head if head.lemma_ == "deny" and head.pos_ == "VERB" else None
    if verb.dep_ == "pcomp" and verb.tag_ == "VBG" and head.lower_ == "of":
        return _against(head.head, words)
    that = any(t.dep_ == "mark" and t.lower_ == "that" for t in verb.children)
    return _against(head, words) if that and verb.dep_ in ("acl", "relcl") else None


def _against(noun: Token, words: Lexicon) -> Token | None:
    """Return what is said against a claim or charge: "rejected a claim", "pleaded not guilty to charges"."""
    if not words.says("noun", "charged", noun.lemma_.lower()):
        return None
    over = noun.head
    if noun.dep_ == "dobj" and words.says("object", "disputed", over.lemma_.lower()):
        return over
    if noun.dep_ != "pobj" or over.lower_ != "to":
        return None
    plea = next((t for t in over.ancestors if t.lemma_ == "plead"), None)
    return plea if plea is not None and _not_guilty(plea) else None


def _not_guilty(plea: Token) -> bool:
    """Whether one plea is told, and it is "not guilty": not "guilty to one and not guilty to the other"."""
    said = [t for t in plea.subtree if t.lower_ == "guilty"]
    return len(said) == 1 and said[0].i > 0 and said[0].nbor(-1).lower_ == "not"


def _has_act(verb: Token) -> bool:
    """Whether "be" only leads to an act: "was about to sell"."""
    return any(t.dep_ == "xcomp" or grammar.child(t, "xcomp") is not None for t in verb.children)
