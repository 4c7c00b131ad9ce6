"""A counted noun (or bare number) in, the state that it is counted in out: killed, injured, missing.

Looked for in this order: the noun itself ("deaths"), words at the number's side ("45 dead", "12 injured
passengers"), the clause at the noun ("passengers who were stranded"), the verb that it is subject or object
of, and a toll's own noun ("the death toll rose to 45").
"""

from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from onrecord.annotations.figures.forms import singular
from onrecord.annotations.figures.grammar import figure_pattern, figure_phrases, figure_words
from onrecord.annotations.figures.lexicon import State
from onrecord.annotations.figures.view import SentenceView, child, climb

LONGEST_CLAUSE = 12  # tokens of a relative clause in which a state is looked for
REACH = 8  # lexemes from the number to a state word at its side


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundState:
    """A state with the words that say it."""

    state: State
    words: str


def state_of(
    view: SentenceView, first: int, last: int, node: Token, *, noun: Token | None
) -> FoundState | None:
    """Return the state in which what `node` names is counted; lexemes first to last are number and hedge."""
    whole = _first_of_list(node)
    for found in (
        _by_noun(view, noun if noun is not None else node),
        _beside(view, last, adjacent=_of_something(node)),
        _modifier(view, noun if noun is not None else node),
        _by_clause(view, node) or (_by_clause(view, noun) if noun is not None else None),
        _by_verb(view, whole, noun if noun is not None else node),
        _by_toll(view, first, whole),
        _fallen(view, noun) if noun is not None else None,
    ):
        if found is not None:
            return found
    return None


def _first_of_list(node: Token) -> Token:
    """Return the first member of a list that a noun goes on ("soldiers and civilians": soldiers)."""
    for head in climb(node, 6):
        if node.dep_ != "conj" or not head.tag_.startswith(("NN", "CD")):
            break
        node = head
    return node


def _by_noun(view: SentenceView, node: Token) -> FoundState | None:
    lemma = singular(node.text, view.lexicon.singulars)
    for state in view.lexicon.states:
        if lemma in state.nouns and node.tag_ in ("NN", "NNS", "NNP", "NNPS"):
            return FoundState(state=state, words=node.text)
    if lemma == "life" and node.dep_ in ("dobj", "nsubjpass") and view.listed(node.head.lower_, "toll.lost"):
        return FoundState(state=view.lexicon.states[0], words="lost")
    return None


def _of_something(node: Token) -> bool:
    """Whether another noun has the number ("a population of 2 million"): what follows speaks of that."""
    return bool(node.dep_ == "pobj" and node.head.head.tag_.startswith("NN"))


def _beside(view: SentenceView, last: int, *, adjacent: bool) -> FoundState | None:
    """Return a state word shortly after the number: "45 dead", "30 others hurt", "12 people were killed"."""
    for index in range(last + 1, min(last + 1 + (1 if adjacent else REACH), len(view.lexemes))):
        word = view.word(index)
        for state in view.lexicon.states:
            if word in state.adjectives:
                return FoundState(state=state, words=view.lexemes[index].text)
        if view.words(index, 2) in figure_phrases("states.on_board"):
            aboard = next(
                state for state in view.lexicon.states if state.name in figure_words("states.aboard")
            )
            return FoundState(state=aboard, words=" ".join(view.words(index, 2)))
        if word not in figure_words("states.auxiliaries"):
            return None
    return None


def _modifier(view: SentenceView, node: Token) -> FoundState | None:
    words = {
        kid.lower_: kid
        for kid in node.children
        if kid.dep_ in ("amod", "compound", "nmod") and kid.i < node.i
    }
    for state in view.lexicon.states:
        for word, token in words.items():
            if word in state.adjectives:
                return FoundState(state=state, words=token.text)
    return None


def _by_clause(view: SentenceView, node: Token) -> FoundState | None:
    """Return the state said by a clause at the noun: "people killed in", "passengers who were stranded"."""
    for kid in node.children:
        if kid.i <= node.i or kid.dep_ not in ("acl", "relcl", "amod", "appos"):
            continue
        if any(
            token.lower_ in figure_words("states.of_whom") and token.head.lower_ == "of"
            for token in kid.subtree
        ):
            continue  # "44 passengers, of whom six died"
        if kid.dep_ == "relcl" and (found := _within(view, kid)) is not None:
            return found
        passive = kid.dep_ in ("acl", "amod") or child(kid, "nsubjpass", "auxpass") is not None
        found = _verbal(view, kid, subject=True, passive=passive and kid.tag_ in ("VBN", "VBD", "JJ"))
        found = found or _predicate(view, kid, node)
        if found is not None:
            return found
    return None


def _within(view: SentenceView, clause: Token) -> FoundState | None:
    """Return the state told within a relative clause: "whose deaths it had confirmed"."""
    tokens = [token for token in clause.subtree if token.i - clause.left_edge.i <= LONGEST_CLAUSE]
    for before, token in pairwise(tokens):
        for state in view.lexicon.states:
            owned = before.lower_ == "whose" and singular(token.text, view.lexicon.singulars) in state.nouns
            if owned or (before.lower_ in figure_words("states.been") and token.lower_ in state.adjectives):
                return FoundState(state=state, words=token.text)
    return None


def _by_verb(view: SentenceView, node: Token, counted: Token) -> FoundState | None:
    """Return the state said by the verb that the noun is subject or object of."""
    head = node.head
    if head == node:
        return None
    if head.lower_ in view.lexicon.words["modality.thought"] and node.dep_ in ("nsubj", "nsubjpass"):
        told = child(head, "xcomp", "ccomp")
        if told is None:
            return _predicate(view, head, counted)  # "are feared dead"
        return _verbal(view, told, subject=True, passive=_is_passive(told)) or _predicate(view, told, counted)
    if node.dep_ == "nsubjpass":
        return _verbal(view, head, subject=True, passive=True) or _predicate(view, head, counted)
    if node.dep_ == "nsubj":
        passive = child(head, "dobj") is None and head.tag_ in ("VBN", "VBD")
        return _verbal(view, head, subject=True, passive=passive) or _predicate(view, head, counted)
    if node.dep_ in ("dobj", "obj", "attr", "oprd"):
        return _verbal(view, head, subject=False, passive=True) or _predicate(view, head, counted)
    return None


def _is_passive(verb: Token) -> bool:
    return child(verb, "auxpass") is not None or any(kid.lower_ == "been" for kid in verb.children)


def _fallen(view: SentenceView, noun: Token) -> FoundState | None:
    """Return the state of those whom an army lost: "lost one man at a farm"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lower_ not in figure_words("states.losing"):
        return None
    who = child(verb, "nsubj") or (child(verb.head, "nsubj") if verb.dep_ == "conj" else None)
    forces = who is not None and (
        who.lower_ in figure_words("states.forces")
        or (who.lower_ == "it" and figure_pattern("states.of_forces").search(view.sent.text) is not None)
    )
    lost = singular(noun.text, view.lexicon.singulars) in figure_words("states.fighters")
    return FoundState(state=view.lexicon.states[0], words=verb.text) if forces and lost else None


def _verbal(view: SentenceView, verb: Token, *, subject: bool, passive: bool) -> FoundState | None:
    word = verb.lower_
    for state in view.lexicon.states:
        if word not in state.verbs and word not in state.adjectives:
            continue
        if (word in figure_words("states.active_subject")) != subject and word in figure_words(
            "states.active_subject"
        ):
            return None
        if passive or word in figure_words("states.active_subject"):
            participle = subject or word in state.adjectives or word.endswith("ed")
            return FoundState(state=state, words=verb.text if participle else state.name)
    return None


def _predicate(view: SentenceView, verb: Token, counted: Token) -> FoundState | None:
    """Return the state said beside a verb, after what is counted: "were missing", "left 12 homeless".

    In "left one dead and six others with burns" the six are not dead.
    """
    for kid in verb.children:
        if (
            kid.dep_ not in ("acomp", "oprd", "attr", "advcl", "xcomp", "ccomp")
            or kid.i < max(verb.i, counted.i)
            or kid.i > max(verb.i, counted.i) + 6
        ):
            continue
        for state in view.lexicon.states:
            if kid.lower_ in state.adjectives:
                return FoundState(state=state, words=kid.text)
    words = tuple(token.lower_ for token in verb.doc[verb.i : min(verb.i + 4, len(verb.doc))])
    for state in view.lexicon.states:
        for phrase in state.phrases:
            size = len(phrase)
            if size > 1 and phrase in (words[:size], words[1 : 1 + size]):
                return FoundState(state=state, words=" ".join(phrase))
    return None


def _by_toll(view: SentenceView, first: int, node: Token) -> FoundState | None:
    """Return the state of a toll that the number is the measure of: "the death toll rose to 45"."""
    verb = _toll_verb(view, node)
    if verb is None:
        return None
    start = view.lexemes[first].start
    for kid in verb.children:
        if kid.lower_ not in view.lexicon.words["toll.heads"] or kid.dep_ not in (
            "nsubj",
            "nsubjpass",
            "dobj",
        ):
            continue
        words = {token.lower_ for token in kid.subtree if token.idx < start}
        for state in view.lexicon.states:
            if words & (state.nouns | state.adjectives | state.verbs):
                return FoundState(state=state, words=_toll_words(kid))
        if kid.lower_ == "toll":
            return FoundState(state=view.lexicon.states[0], words=_toll_words(kid))
    return None


def _toll_verb(view: SentenceView, node: Token) -> Token | None:
    """Return the verb that sets a toll at a number: this is its object, or stands after "to" or "at"."""
    verb = node.head
    if node.dep_ == "pobj" and verb.lower_ in figure_words("shared.steps"):
        verb = verb.head
    elif node.dep_ not in ("dobj", "attr", "npadvmod", "acomp"):
        return None
    return verb if verb.lower_ in view.lexicon.words["toll.verbs"] else None


def _toll_words(noun: Token) -> str:
    before = [kid for kid in noun.lefts if kid.dep_ in ("compound", "amod")]
    start = before[0].i if before and noun.i - before[0].i < 4 else noun.i
    after = [token for kid in noun.rights if kid.dep_ == "prep" for token in kid.subtree]
    end = after[-1].i if after and after[-1].i - noun.i < 4 else noun.i
    return str(noun.doc[start : end + 1].text)
