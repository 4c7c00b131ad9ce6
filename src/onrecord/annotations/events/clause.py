"""A trigger in, the words of its line in the record out: its clause, with subject, attribution and hedge."""

from spacy.tokens import Token

from onrecord.annotations.events import grammar
from onrecord.annotations.events.lexicon import event_words
from onrecord.annotations.parsed import place_of
from onrecord.model.span import Span

MARKS = ("”", '"', ")", "’", "%")
SHORT = 24  # words: a sentence that short is its own clause


def clause_of(
    trigger: Token,
    verb: Token | None,
    keep: tuple[Token, ...],
    *,
    others: tuple[Token, ...] = (),
    apart: tuple[Token, ...] = (),
) -> Span:
    """Return the clause of a trigger within its sentence.

    Args:
        trigger: The verb or noun.
        verb: The verb that carries it.
        keep: Words that must stand in it: what decided modality and attribution, and the participants.
        others: What tells other events in the sentence, and the word of saying that the line can do without:
            their clauses are cut away where they can be.
        apart: Those of them that stand otherwise than this one: a plan's line doesn't begin with a deed that
            its sentence tells first, though both be the same people's.
    """
    sent = trigger.sent
    words = [t for t in sent if not t.is_space]
    if len(words) <= SHORT and not others and not _is_aside(verb):
        return trimmed(words)
    root = _root(verb if verb is not None and verb.sent.start == sent.start else trigger, others)
    first, last = _reach(root)
    last = _before_next(trigger, root, last)
    for other in others:
        first, last = without(other, first, last, trigger)
    begin = _begin(trigger, apart)
    for token in (trigger, *keep):
        if sent.start <= token.i < sent.end and token.i >= begin:
            whole = token.left_edge.i if token.pos_ in ("NOUN", "PROPN") else token.i
            first, last = min(first, whole), max(last, token.i)
    return trimmed([t for t in sent.doc[max(first, begin) : last + 1] if not t.is_space])


def _begin(trigger: Token, apart: tuple[Token, ...]) -> int:
    """Return the first word of the coordinated verb under which a trigger stands, behind what is apart."""
    token = trigger
    while token.head != token:
        before = token.dep_ == "conj" and grammar.is_verbal(token)
        if before and any(other == token.head or _stands_in(other, token.head, token) for other in apart):
            return int(token.left_edge.i)
        token = token.head
    return 0


def _stands_in(other: Token, head: Token, conjunct: Token) -> bool:
    """Whether a word stands under a verb, before one that is coordinated with it."""
    return bool(other.i < conjunct.left_edge.i and head.is_ancestor(other))


def _is_aside(verb: Token | None) -> bool:
    """Whether a clause only tells since when, or before or after what, the rest of its sentence is true."""
    if verb is None or verb.dep_ != "advcl" or grammar.child(verb, "nsubj", "nsubjpass") is None:
        return False
    mark = grammar.child(verb, "mark")
    return mark is not None and mark.lower_ in event_words("clause.timed")


def phrase_of(noun: Token, keep: tuple[Token, ...]) -> Span:
    """Return the phrase of a noun that is told of beside what its clause tells ("amid an ongoing truce").

    Its phrase alone is its line, else the clause's plan would read as its own.
    """
    first, last = noun.left_edge.i, _with_place(noun)
    for token in keep:
        if noun.sent.start <= token.i < noun.sent.end:
            first, last = min(first, token.i), max(last, token.i)
    return trimmed([t for t in noun.doc[first : last + 1] if not t.is_space])


def _with_place(noun: Token) -> int:
    """Return the last word of a noun's phrase, with where it was if the parse has that with its verb.

    "Two people were hurt in a fire at a mill."
    """
    last = int(noun.right_edge.i)
    verb = noun.head.head if noun.dep_ == "pobj" else noun
    for prep in verb.children:
        place = grammar.child(prep, "pobj")
        timed = place is None or place.ent_type_ in ("DATE", "TIME")
        if prep.i == last + 1 and prep.lower_ in event_words("roles.at_a_place") and not timed:
            last = int(prep.right_edge.i)
    return last


def _root(token: Token, others: tuple[Token, ...]) -> Token:
    """Return the head of its whole clause: over what hedges, attributes or shares a subject.

    A clause with a subject of its own is whole where what it stands under tells another event.
    """
    for _ in range(20):
        head = token.head
        if _stands_alone(token) and any(_tells_beside(other, token) for other in others):
            return token
        if head == token or token.dep_ in ("relcl", "acl"):
            return token
        if (
            token.dep_ == "advcl"
            and token.tag_ != "VBG"
            and grammar.child(token, "nsubj", "nsubjpass") is not None
        ):
            return token
        if (
            token.dep_ == "conj"
            and grammar.is_verbal(token)
            and grammar.child(token, "nsubj", "nsubjpass") is not None
        ):
            return token
        token = head
    return token


def _stands_alone(verb: Token) -> bool:
    """Whether a clause has a subject, or is a participle with a thing of its own."""
    if verb.dep_ == "advcl" and verb.tag_ == "VBG":
        return grammar.child(verb, "dobj") is not None  # "…, killing nine people"
    return verb.dep_ in ("ccomp", "advcl") and grammar.child(verb, "nsubj", "nsubjpass") is not None


def _tells_beside(other: Token, verb: Token) -> bool:
    """Whether another event is told in what a clause stands under, outside it."""
    inside = verb == other or verb.is_ancestor(other)
    above = verb.head == other or verb.head.is_ancestor(other) or other.is_ancestor(verb)
    return not inside and above


def _reach(root: Token) -> tuple[int, int]:
    first, last = root.left_edge.i, root.right_edge.i
    if root.dep_ in ("relcl", "acl"):
        first = root.head.left_edge.i
    for part in root.children:
        if (
            part.dep_ == "conj"
            and grammar.is_verbal(part)
            and grammar.child(part, "nsubj", "nsubjpass") is not None
        ):
            last = min(last, part.left_edge.i - 1)
    return first, _without_joins(root, last)


def _without_joins(word: Token, last: int) -> int:
    """Return where a stretch ends without what only joins it to what follows; a closing mark stays."""
    doc = word.doc
    while last > word.i and (doc[last].is_space or doc[last].dep_ in ("cc", "punct")):
        if doc[last].text in MARKS:
            break
        last -= 1
    return last


def _before_next(trigger: Token, root: Token, last: int) -> int:
    """Return where a stretch ends without the verbs that go on from those over a trigger: "… and said"."""
    above = trigger
    for _ in range(20):
        for part in above.children:
            if part.dep_ == "conj" and grammar.is_verbal(part) and part.i > trigger.i:
                last = min(last, part.left_edge.i - 1)
        if above in (root, above.head):
            break
        above = above.head
    return _without_joins(trigger, max(last, trigger.i))


def without(other: Token, first: int, last: int, trigger: Token) -> tuple[int, int]:
    """Return a stretch without the clause of another event, where that stands at its end or its beginning."""
    top = other
    for _ in range(20):
        if top.dep_ in ("advcl", "relcl", "conj", "acl") and grammar.is_verbal(top):
            break
        if top.head == top:
            return first, last
        top = top.head
    if top == trigger or top.is_ancestor(trigger) or not _cuts_off(top):
        return first, last
    left, right = top.left_edge.i, top.right_edge.i
    if left > trigger.i and right >= last - 1:
        return first, max(trigger.i, left - 1)
    if right < trigger.i and left <= first + 1 and top.dep_ == "advcl":
        return right + 1, last
    return first, last


def _cuts_off(verb: Token) -> bool:
    """Whether a clause can go and leave a whole: no aim ("to demand …"), nor what its noun hangs on."""
    if any(t.lower_ == "to" and t.dep_ == "aux" for t in verb.children):
        return False
    if verb.dep_ not in ("relcl", "acl"):
        return True
    first = verb.left_edge
    relative = first.tag_.startswith("W") or first.lower_ == "that"
    return bool(relative or (first.i > 0 and first.nbor(-1).text == ","))


def _only_joins(word: Token) -> bool:
    """Whether a word at the beginning of a clause only joins it to another: "after police searched …"."""
    if word.i + 1 < len(word.doc) and word.nbor().lower_ == "then":
        return False  # "since then, nine have died"
    return word.lower_ in event_words("clause.joins") and word.dep_ in ("mark", "advmod", "cc", "prep")


def trimmed(words: list[Token]) -> Span:
    """Return the place of some words without the marks and joining words at their ends."""
    while (
        len(words) > 1
        and (words[-1].is_punct or words[-1].dep_ in ("cc", "mark"))
        and words[-1].text not in MARKS
    ):
        words = words[:-1]
    while len(words) > 1 and (words[0].text in (",", ";", ":", "-", "–", "—") or _only_joins(words[0])):
        words = words[1:]
    return place_of(words[0]).to(place_of(words[-1]))
