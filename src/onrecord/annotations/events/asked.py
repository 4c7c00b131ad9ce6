"""A verb in, whether it puts a question or stands in one: what is asked is told by nobody."""

from spacy.tokens import Token

from onrecord.annotations.events import grammar
from onrecord.annotations.events.lexicon import Lexicon, event_words

STEPS = 6  # up the tree to what a clause hangs on


def asks(token: Token, words: Lexicon) -> bool:
    """Whether a verb puts a question, and demands nothing: "asked whether he would go", "asked about it"."""
    if not words.says("question", "verbs", token.lemma_):
        return False
    told = grammar.children(token, "ccomp")
    if any(words.says("question", "words", clause.doc[clause.left_edge.i].lower_) for clause in told):
        return True
    return not told and any(t.dep_ == "prep" and t.lower_ == "about" for t in token.children)


def is_asked(token: Token, words: Lexicon) -> bool:
    """Whether a word stands in a question that somebody asks or leaves open: "asked whether he would go"."""
    for _ in range(STEPS):
        head = token.head
        if token.dep_ == "relcl" and any(
            t.dep_ == "det" and t.lower_ in event_words("asked.asking") for t in head.children
        ):
            return True  # "what message he planned to bring"
        if head == token or token.dep_ in ("relcl", "acl"):
            return False
        if token.dep_ in ("ccomp", "advcl", "pcomp") and words.says("question", "verbs", head.lemma_):
            inside = token.doc[token.left_edge.i : token.i + 1]
            return any(words.says("question", "words", each.lower_) for each in inside)
        token = head
    return False
