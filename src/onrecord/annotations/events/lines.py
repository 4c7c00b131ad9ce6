"""An event among those of its sentence in, the words that support it out, and those that are its line.

The clause keeps what decided modality and who says so, and all who take part. Where it tells other events
beside, the line is the part of it that tells this one alone: behind the clause that says which subject is
meant ("Trell, who met her on Friday, has left"), from the verb that goes on ("… and founded a club"), between
semicolons. Its subject, if that stands outside, is told along.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.annotations.events import grammar
from onrecord.annotations.events.clause import clause_of, phrase_of, trimmed, without
from onrecord.annotations.events.lexicon import Lexicon
from onrecord.annotations.events.people import People
from onrecord.annotations.events.standing import Standing
from onrecord.annotations.events.worth import Candidate
from onrecord.annotations.parsed import place_of
from onrecord.model.span import Span

TOLD = frozenset({"happened", "ongoing", "denied"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The words that support an event; those that tell it alone, and its subject, where they are others."""

    clause: Span
    line: Span | None = None
    subject: Span | None = None


def line_of(c: Candidate, kept: list[Candidate], *, people: People, words: Lexicon) -> Line:
    """Return the words of an event, given all events of its sentence."""
    others = tuple(other.trigger.token for other in kept if other is not c)
    keep, said = _keep(people, words, c, others)
    if _in_passing(c, others):
        return Line(clause=phrase_of(c.trigger.token, keep))
    clause = clause_of(
        c.trigger.token,
        c.standing.verb,
        keep,
        others=others if said is None else (*others, said),
        apart=_apart(c, kept),
    )
    return _narrowed(c, others, clause)


def _narrowed(c: Candidate, others: tuple[Token, ...], clause: Span) -> Line:
    """Return a clause with the part of it that tells an event alone, if there is one."""
    doc, trigger = c.trigger.token.doc, c.trigger.token
    found = doc.char_span(clause.start, clause.end)
    beside = tuple(t for t in others if found is not None and found.start <= t.i < found.end)
    relative = trigger.dep_ == "relcl"
    if found is None or c.standing.reason == "denied that":
        return Line(clause=clause)
    first, last = _between_semicolons(trigger, found.start, found.end - 1, beside)
    if relative:
        first, last = max(first, trigger.head.left_edge.i), min(last, trigger.right_edge.i)
    first = max(first, _begin(trigger, beside))
    for other in beside:
        first, last = without(other, first, last, trigger)
    first, last = _alone(trigger, first, last, beside)
    line = trimmed([t for t in doc[first : last + 1] if not t.is_space])
    if len(line) == len(clause) or any(not line.holds(place_of(t)) for t in _needed(c)):
        return Line(clause=clause)
    verb = c.standing.verb if c.trigger.noun else trigger
    who = None if verb is None else grammar.subject(verb)
    if who is None:
        return Line(clause=clause, line=line) if first == found.start else Line(clause=clause)
    if line.holds(place_of(who)):
        return Line(clause=clause, line=line)
    subject = _named(who)
    return Line(clause=clause) if subject is None else Line(clause=clause, line=line, subject=subject)


def _needed(c: Candidate) -> tuple[Token, ...]:
    """Return the words without which a line would tell another thing: the trigger, and what decides on it."""
    thing = [] if c.trigger.noun else grammar.children(c.trigger.token, "dobj", "nsubjpass", "agent", "neg")
    inside = [t for t in thing if t.dep_ != "nsubjpass"]
    said = () if c.told.words is None else (c.told.words,)
    return (*c.trigger.words, *c.standing.words, *inside, *said)


def _named(who: Token) -> Span | None:
    """Return a subject without what follows its noun; None of one with a number, which needs its support."""
    words = who.doc[who.left_edge.i : who.i + 1]
    if any(t.like_num or t.is_digit for t in words) or who.sent.start != words[0].sent.start:
        return None
    return place_of(words)


def _between_semicolons(trigger: Token, first: int, last: int, beside: tuple[Token, ...]) -> tuple[int, int]:
    """Return the part of a stretch between the semicolons around a trigger, beyond which others are told."""
    for mark in trigger.doc[first : last + 1]:
        if mark.text != ";":
            continue
        if mark.i < trigger.i and any(t.i < mark.i for t in beside):
            first = mark.i + 1
        elif mark.i > trigger.i and any(t.i > mark.i for t in beside):
            return first, mark.i - 1
    return first, last


def _alone(trigger: Token, first: int, last: int, beside: tuple[Token, ...]) -> tuple[int, int]:
    """Return a stretch without coordinated clauses that have subjects of their own, before and behind."""
    token = trigger
    while True:
        for part in token.children:
            if part.i > trigger.i and part.dep_ == "conj" and _is_clause(part):
                last = min(last, part.left_edge.i - 1)
        if token.dep_ == "conj" and _is_clause(token):
            return max(first, token.left_edge.i), min(last, token.right_edge.i)
        if (
            token.dep_ == "advcl"
            and _is_clause(token)
            and any(not token.is_ancestor(t) and t != token for t in beside)
        ):
            return max(first, token.left_edge.i), min(last, token.right_edge.i)
        if token.head == token:
            return first, last
        token = token.head


def _is_clause(verb: Token) -> bool:
    """Whether a verb has a subject and stands in a tense."""
    own = grammar.child(verb, "nsubj", "nsubjpass") is not None
    return own and grammar.is_verbal(verb) and grammar.tense(verb) != "none"


def _begin(trigger: Token, beside: tuple[Token, ...]) -> int:
    """Return the first word of a trigger's own clause, behind others of the same subject."""
    token = trigger
    while True:
        if token.dep_ == "conj" and grammar.is_verbal(token) and _can_begin(token):
            head = token.head
            if any(t == head or (t.i < token.left_edge.i and head.is_ancestor(t)) for t in beside):
                return int(token.left_edge.i)
        after = _after_aside(token, beside)
        if after is not None and after <= trigger.i:
            return after
        if token.head == token:
            return 0
        token = token.head


def _can_begin(verb: Token) -> bool:
    """Whether a line may begin with a verb: not with one that has no tense ("… wounding two")."""
    return verb.tag_ not in ("VB", "VBG") or grammar.child(verb, "aux", "auxpass") is not None


def _after_aside(verb: Token, beside: tuple[Token, ...]) -> int | None:
    """Return the first word behind a clause between a verb and its subject that tells another event."""
    who = grammar.child(verb, "nsubj", "nsubjpass")
    if who is None or who.i > verb.i:
        return None
    last = int(who.right_edge.i)
    if not any(who.i < t.i <= last and _in_clause_of(t, who) for t in beside):
        return None
    while last + 1 < verb.i and verb.doc[last + 1].is_punct:
        last += 1
    return last + 1


def _in_clause_of(word: Token, noun: Token) -> bool:
    """Whether a word stands in a relative clause or participle of a noun."""
    while word != noun and word.head != word:
        if word.dep_ in ("relcl", "acl"):
            return True
        word = word.head
    return False


def _keep(
    people: People, words: Lexicon, c: Candidate, others: tuple[Token, ...]
) -> tuple[tuple[Token, ...], Token | None]:
    """Return the words that the line of an event must hold, and the word of saying that it can do without.

    That is so where the word of saying stands with another event of the sentence, and nobody's name is in
    this one; the line's giver tells it then.
    """
    said = c.told.words or _saying(words, c)
    needed = (*c.standing.words, *c.heads, *_denier(c.standing))
    if said is None:
        return needed, None
    person = any(people.kind(p.mention) == "person" for p in c.participants)
    if not person and any(_between(t, said, c.trigger.token) for t in others):
        return needed, said
    speaker = grammar.subject(said)
    return (*needed, said, *(() if speaker is None else (speaker,))), None


def _denier(standing: Standing) -> tuple[Token, ...]:
    """Return who denies what a line tells: it is no line without them."""
    who = grammar.subject(standing.words[0]) if standing.reason == "denied that" else None
    return () if who is None else (who.doc[who.left_edge.i], who)


def _saying(words: Lexicon, c: Candidate) -> Token | None:
    """Return the word of saying over what stands in a quotation."""
    if c.told.voice == "own" or c.told.direct:
        return None
    above = c.trigger.token.ancestors
    return next((t for t in above if words.says("say", "verbs", t.lemma_.lower())), None)


def _between(other: Token, said: Token, trigger: Token) -> bool:
    """Whether another event stands with the word of saying, outside what is said of this one."""
    told = next((t for t in said.children if t == trigger or t.is_ancestor(trigger)), None)
    within = told is not None and (told == other or told.is_ancestor(other))
    first, last = sorted((said.i, trigger.i))
    return said == other or (said.is_ancestor(other) and not within) or first < other.i < last


def _apart(c: Candidate, kept: list[Candidate]) -> tuple[Token, ...]:
    """Return what tells of deeds, or of what is denied, where this one is told as neither."""
    if c.standing.modality in TOLD:
        return ()
    return tuple(other.trigger.token for other in kept if other.standing.modality in TOLD)


def _in_passing(c: Candidate, others: tuple[Token, ...]) -> bool:
    """Whether a noun is told in a phrase of a clause that tells another thing.

    Its own words say how it stands, or the verb over it tells another event: "asked at Monday's meeting".
    """
    if not c.trigger.noun or c.trigger.token.dep_ != "pobj":
        return False
    return c.standing.reason in ("modifier", "its day") or (
        c.standing.verb in others and c.standing.outcome is None
    )
