"""A number in, who counted or gave it without being quoted out: "the ministry has confirmed 141 deaths".

Told by the verb that the number hangs on, by whose count it is said to be, by the paper that it stands in,
or by who read out or announced the figures.
"""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from onrecord.annotations.figures.around import Around
from onrecord.annotations.figures.clauses import Clause
from onrecord.annotations.figures.grammar import figure_words
from onrecord.annotations.figures.meant import counts_a_toll
from onrecord.annotations.figures.quantities import Quantity
from onrecord.annotations.figures.view import SentenceView, child, climb

COUNT_AFTER: Final = 12  # lexemes after a number in which it may be said by whose count it is
COUNT_BEFORE: Final = 24  # lexemes before it
AT: Final = 3  # lexemes from "at" or "as" to the number that is put there
COLON: Final = 8  # lexemes from what is announced to the colon before the numbers
STEPS: Final = 3  # verbs from one that shares its subject to the one that has it


def who_counts(around: Around, clause: Clause, quantity: Quantity, head: str) -> tuple[str, ...]:
    """Return who gives a number as counter; `head`: what is counted."""
    if clause.telling in ("unreal", "may"):
        return ()
    return (
        _by_verb(around, clause.verb, quantity, head)
        or _by_subject(around, clause.verb, quantity)
        or _by_whose_count(around, quantity)
        or _of_figure(around, quantity)
        or _by_relative(around, quantity)
        or _read_out(around, quantity)
    )


def _by_verb(around: Around, verb: Token | None, quantity: Quantity, head: str) -> tuple[str, ...]:
    """Return who does with a number what those do who give it: "the ministry put the toll at 45"."""
    if verb is None or not _gives(around.view, verb, quantity, head):
        return ()
    if any(kid.dep_ == "auxpass" for kid in verb.children) or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        agent = next((kid for kid in verb.children if kid.lower_ == "by"), None)
        after = around.view.token(max(quantity.amount.last, quantity.hedged.last) + 1)
        if agent is None and after is not None and after.lower_ == "by":
            agent = after
        return around.meant(child(agent, "pobj")) if agent is not None else ()
    if verb.idx > quantity.span.start:
        return ()
    subject = _subject(verb)
    if around.view.listed(verb.lower_, "givers.showing"):
        return around.issuer(subject) if subject is not None and _is_paper(subject) else ()
    found = around.meant(subject)
    shares = around.view.listed(verb.lower_, "givers.giving") and head in figure_words("givers.shares")
    return () if shares and not around.are_bodies(found) else found  # who gives seats away counts none


def _is_paper(noun: Token) -> bool:
    return noun.lower_ in figure_words("papers.nouns")


def _by_subject(around: Around, verb: Token | None, quantity: Quantity) -> tuple[str, ...]:
    """Return whose count comes to a number: "the ministry's count had reached 40"."""
    if verb is None or verb.idx > quantity.span.start or not around.view.listed(verb.lower_, "toll.verbs"):
        return ()
    subject = child(verb, "nsubj")
    if subject is None or subject.lower_ not in figure_words("papers.counts"):
        return ()
    if any(kid.lower_ == "of" for kid in subject.rights):
        return ()  # "the mill's number of workers fell to 300"
    return around.issuer(subject, back=False)


def _subject(verb: Token) -> Token | None:
    """Return the subject of a verb, of the one that it goes on, or the noun that a participle is of."""
    for _ in range(STEPS):
        subject = child(verb, "nsubj")
        if subject is not None:
            return subject
        if verb.dep_ == "acl":
            return verb.head
        if verb.dep_ not in ("conj", "advcl") or child(verb, "nsubjpass") is not None:
            return None
        verb = verb.head
    return None


def _gives(view: SentenceView, verb: Token, quantity: Quantity, head: str) -> bool:
    """Whether a verb tells that somebody gives the number that hangs on it."""
    word, first = verb.lower_, quantity.hedged.first
    if view.listed(word, "givers.setting"):
        at = view.words(first - AT, AT)
        on = at[-1:] == ("on",) and head in figure_words("givers.shares")
        return on or any(w in figure_words("givers.at") for w in at)
    if view.listed(word, "givers.speaking"):
        return view.word(first - 1) == "of"
    if view.listed(word, "givers.revising"):
        in_passing = (
            verb.dep_ == "advcl" and verb.tag_ == "VBG"
        )  # ", bringing the total to 19": the report adds
        what = child(verb, "dobj")
        of_things = what is not None and what.lower_ in figure_words("givers.number")
        by_act = of_things and not view.listed(
            word, "givers.correcting"
        )  # "cut the number of its workers to 300"
        return not in_passing and not by_act and _of_count(view, verb)
    if view.listed(word, "givers.confirming"):
        return counts_a_toll(view, head)
    if view.listed(word, "givers.claiming"):
        what = child(verb, "dobj")
        lost = figure_words("givers.lost")
        return head not in lost and (what is None or what.lower_ not in lost)
    if view.listed(word, "givers.showing"):
        return True
    if view.listed(word, "givers.giving"):
        return head in figure_words("givers.shares") or _of_count(view, verb)
    return view.listed(word, "givers.verbs")


def _of_count(view: SentenceView, verb: Token) -> bool:
    """Whether what a verb changes or gives is a count: "raised the number of dead to 45"."""
    what = child(verb, "dobj")
    return what is not None and (
        view.listed(what.lower_, "toll.heads") or view.listed(what.lower_, "bare.figures")
    )


def _by_whose_count(around: Around, quantity: Quantity) -> tuple[str, ...]:
    """Return whose count a number is said to be: "by the organisers' count", "in the agency's tally"."""
    view, last = around.view, quantity.amount.last
    after = range(last + 1, min(last + 1 + COUNT_AFTER, len(view.lexemes)))
    before = range(quantity.hedged.first - 1, max(-1, quantity.hedged.first - COUNT_BEFORE), -1)
    for index in (*after, *before):
        if index < quantity.hedged.first and view.lexemes[index].kind == "number":
            break  # "7,000 by the police's reckoning and 20,000 by that of its organisers"
        token = view.token(index) if view.word(index) in figure_words("givers.counts") else None
        if token is None or token.dep_ != "pobj" or token.head.lower_ not in figure_words("givers.by_count"):
            continue
        if found := around.issuer(token):
            return found
        own = next((kid for kid in token.lefts if kid.dep_ == "poss"), None)
        if own is not None:
            return _one_who_says(around, own)
    return ()


def _one_who_says(around: Around, own: Token) -> tuple[str, ...]:
    """Return whose "its own count" is: the pronoun, where it is taken for somebody."""
    return around.named(own)


def _of_figure(around: Around, quantity: Quantity) -> tuple[str, ...]:
    """Return whose figure a number is: "the union's figure of 103", "an estimate by the bank of 40"."""
    token = around.view.token(quantity.amount.number[0])
    if token is None:
        return ()
    for head in _prepositional(token):
        listing = head.lower_ in figure_words("papers.lists")
        if listing and head.dep_ == "dobj" and head.head.lower_ in figure_words("papers.issuing"):
            return around.meant(_subject(head.head))
        if listing or head.lower_ in figure_words("givers.figures"):
            return around.issuer(head, back=False)
    return ()


def _by_relative(around: Around, quantity: Quantity) -> tuple[str, ...]:
    """Return who has confirmed or recorded what is counted: "14 people whose deaths the guard confirmed"."""
    token, view = around.view.token(quantity.amount.number[1]), around.view
    noun = (
        next((t for t in (token.head, token) if t.tag_.startswith("NN")), None) if token is not None else None
    )
    clause = child(noun, "relcl") if noun is not None else None
    if clause is None or any(kid.dep_ == "neg" or kid.tag_ == "MD" for kid in clause.children):
        return ()
    gives = view.listed(clause.lower_, "givers.verbs") or view.listed(clause.lower_, "givers.confirming")
    subject = child(clause, "nsubj")
    if not gives or subject is None or subject.lower_ in figure_words("shared.relative"):
        return ()
    return around.meant(subject)


def _prepositional(token: Token) -> Iterator[Token]:
    """Yield the nouns that a number hangs on by "of" or "at"."""
    for head in climb(token, 4):
        if head.pos_ in ("VERB", "AUX"):
            return
        yield head


def _read_out(around: Around, quantity: Quantity) -> tuple[str, ...]:
    """Return who read out or announced the figures that a number is one of.

    Before a colon: "the officer read out the result: 20,590 for Lane"; or by a clause with "when".
    """
    view, first = around.view, quantity.hedged.first
    for verb, what in around.announcing:
        at = view.lexeme_of(what)
        colon = at < first and ":" in view.words(at, min(COLON, first - at))
        when = verb.dep_ == "advcl" and any(
            kid.lower_ in figure_words("givers.when") for kid in verb.children
        )
        if colon or (when and verb.idx > quantity.span.end):
            return around.meant(child(verb, "nsubj"))
    return ()
