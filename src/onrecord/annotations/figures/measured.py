"""Money, percent or a measure in, what it is an amount of out: "contract" in "a $5 million contract".

Looked for in this order: after "of", "in" or "worth of"; the noun that the amount stands before; the noun
that it hangs on ("winds of 120 mph"); the verb with its subject ("The bridge cost $5 million").
"""

from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.annotations.figures.grammar import figure_phrases, figure_words
from onrecord.annotations.figures.nouns import noun_phrase, printed
from onrecord.annotations.figures.quantities import Quantity
from onrecord.annotations.figures.spending import spent
from onrecord.annotations.figures.tails import gone
from onrecord.annotations.figures.view import NOUNS, SentenceView, child, climb

DASHES = ("-", "--", "–", "—")
STEPS = 3  # verbs from one that shares its subject to the one that has it
CONVERTED = 6  # lexemes at most in which an amount is given again in another unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Words of what an amount is an amount of, and the noun (or verb) that heads them."""

    phrase: str
    head: Token


def measured(view: SentenceView, quantity: Quantity, unit: Token) -> Measured | None:
    """Return what an amount measures; None if no words tell. `unit` is the token of unit or number."""
    found = _after(view, quantity) or _hung_on(view, unit) or _beside(view, quantity)
    if found is not None:
        return found
    speed = quantity.counted_by == "speed"
    if speed and unit.dep_ == "npadvmod" and _is_amount(view, unit.head):
        unit = unit.head  # "70 kilometres an hour"
    told = _by_verb(view, unit, speed=speed) or _degree(view, quantity, unit) or _apart(view, quantity)
    sum_of = spent(view, quantity, unit) if told is None else None
    return told if sum_of is None else Measured(phrase=sum_of[0], head=sum_of[1])


def _degree(view: SentenceView, quantity: Quantity, unit: Token) -> Measured | None:
    """Return what is so to a percentage: "the fire was 40 percent contained"."""
    after = view.token(max(quantity.amount.last, quantity.hedged.last) + 1)
    if quantity.counted_by != "percent" or after is None or after.tag_ not in ("JJ", "VBN"):
        return None
    verb = after.head if after.dep_ == "acomp" or after.pos_ != "VERB" else after
    subject = child(verb, "nsubj", "nsubjpass") if view.inside(verb) else None
    follows = view.token(view.lexeme_of(after) + 1)
    named = follows is not None and follows.tag_ in NOUNS
    is_so = verb.lower_ in figure_words("zero.be") or child(verb, "auxpass") is not None
    if subject is None or subject.tag_ not in NOUNS or subject.i >= unit.i - 1 or named or not is_so:
        return None
    if view.listed(after.lower_, "measure.no_degrees"):
        return None
    return Measured(phrase=f"{_with_modifiers(subject)} {after.text}", head=subject)


def _apart(view: SentenceView, quantity: Quantity) -> Measured | None:
    """Return how a percentage lies to something: "38 percent below Friday's price"."""
    after = max(quantity.amount.last, quantity.hedged.last) + 1
    head = view.token(after)
    if (
        quantity.counted_by != "percent"
        or head is None
        or view.word(after) not in figure_words("measured.apart")
    ):
        return None
    words = gone(view, after)
    return Measured(phrase=words, head=head) if " " in words else None


def _beside(view: SentenceView, quantity: Quantity) -> Measured | None:
    """Return what a percentage stands right beside: "turnout, at 68 percent, was the highest"."""
    first = quantity.hedged.first
    if quantity.counted_by != "percent" or view.words(first - 2, 2) not in figure_phrases("measured.beside"):
        return None
    token = view.token(first - 3)
    named = token is not None and view.listed(token.lower_, "measure.named")
    return Measured(phrase=str(token), head=token) if named and token is not None else None


def _after(view: SentenceView, quantity: Quantity) -> Measured | None:
    at = _past_conversion(view, max(quantity.amount.last, quantity.hedged.last) + 1)
    word = view.word(at)
    linked = word in figure_words("measured.links")
    if word in ("-", "‑") and quantity.amount.unit is not None:
        at += 1
    at += linked + (word == "worth" and view.word(at + 1) == "of")
    tokens = noun_phrase(view, at, articles=word == "of")
    if not tokens or (word == "in" and not _named_by_in(view, tokens[-1])):
        return None
    if not linked and quantity.counted_by == "money" and not _before_its_noun(view, quantity, tokens[-1]):
        return None
    return Measured(phrase=printed(tokens), head=tokens[-1])


def _past_conversion(view: SentenceView, at: int) -> int:
    """Return where the words go on after the same amount in another unit: "(3 km)", "-- or 3 km --"."""
    opened = view.word(at)
    closed: tuple[str, ...] = (")",)
    if opened == "(":
        start = at + 1
    elif opened in DASHES:
        while view.word(at + 1) in DASHES:
            at += 1
        closed, start = DASHES, at + 2
        if view.word(at + 1) != "or":
            return at
    else:
        return at
    end = next((n for n in range(start, start + CONVERTED) if view.word(n) in closed), None)
    if end is None or not any(view.word(n)[:1].isdigit() for n in range(start, end)):
        return at
    while view.word(end + 1) in DASHES:
        end += 1
    return end + 1


def _named_by_in(view: SentenceView, noun: Token) -> bool:
    return noun.tag_ in ("NN", "NNS") and not view.listed(noun.lower_, "money.not_for")


def _before_its_noun(view: SentenceView, quantity: Quantity, noun: Token) -> bool:
    """Whether a sum stands before a noun that it belongs to ("a $3 million settlement")."""
    before = view.word(quantity.hedged.first - 1)
    return noun.tag_ in ("NN", "NNS") and (
        view.listed(before, "money.articles") or before.endswith(("'s", "’s"))
    )


def _hung_on(view: SentenceView, unit: Token) -> Measured | None:
    for head in climb(unit, 4):
        if head.pos_ in ("VERB", "AUX") or not view.inside(head):
            return None
        if head.tag_ in ("NN", "NNS") and head.i < unit.i and not _is_amount(view, head):
            if unit.dep_ == "conj":
                return None
            return Measured(phrase=_with_modifiers(head), head=head)
        if head.tag_ in NOUNS or head.tag_ in ("CD", "SYM", "$"):
            unit = head
        elif head.lower_ not in figure_words("measured.prepositions"):
            return None
    return None


def _is_amount(view: SentenceView, token: Token) -> bool:
    sums = view.lexicon.words["toll.heads"]
    return (
        token.lower_ in sums
        or token.lower_ in view.lexicon.number_words
        or (token.lower_,) in view.lexicon.units
    )


def _with_modifiers(noun: Token) -> str:
    before = [kid for kid in noun.lefts if kid.dep_ in ("amod", "compound", "nmod") and noun.i - kid.i <= 3]
    return str(noun.doc[before[0].i if before else noun.i : noun.i + 1].text)


def _by_verb(view: SentenceView, unit: Token, *, speed: bool) -> Measured | None:
    """Return the object that the verb sets the amount for ("cut wages to $4"), else the verb's subject."""
    verb = _mover(unit) if speed else None
    verb = verb or _governor(view, unit)
    if verb is None or not view.inside(verb):
        return None
    what = child(verb, "dobj") if unit.dep_ == "pobj" else None
    what = what if what is not None and what.i < unit.i else _subject(verb)
    if what is None or what.tag_ not in NOUNS or what.i > unit.i or _is_amount(view, what):
        return None
    if verb.lemma_.lower() == "be":
        return _measure_of_it(what, unit)
    return Measured(phrase=f"{_with_modifiers(what)} {verb.text}", head=what)


def _measure_of_it(what: Token, unit: Token) -> Measured | None:
    """Return what is said to be an amount: "the offer was 9 tonnes", "the tunnel is 6 km long"."""
    if unit.dep_ == "npadvmod" and unit.head.dep_ == "acomp":
        return Measured(phrase=f"{_with_modifiers(what)} {unit.head.text}", head=what)
    return Measured(phrase=_with_modifiers(what), head=what) if unit.dep_ == "attr" else None


def _subject(verb: Token) -> Token | None:
    """Return the subject of a verb, or of the one that it goes on: "is 6 km long and will cost 3 million"."""
    for _ in range(STEPS):
        subject = child(verb, "nsubj", "nsubjpass")
        if subject is not None or verb.dep_ not in ("conj", "xcomp"):
            return subject
        verb = verb.head
    return None


def _governor(view: SentenceView, unit: Token) -> Token | None:
    """Return the verb whose object, complement or step an amount is; None where other words come between."""
    head = unit.head
    if unit.dep_ in ("dobj", "npadvmod", "attr", "acomp", "advmod", "oprd") and head.pos_ in ("VERB", "AUX"):
        return head
    if unit.dep_ == "npadvmod" and head.dep_ == "acomp" and view.listed(head.lower_, "measure.dimensions"):
        return head.head
    steps = (
        view.lexicon.words["change.stems"]
        | view.lexicon.words["toll.verbs"]
        | view.lexicon.words["money.cost"]
        | view.lexicon.words["measure.verbs"]
    )
    if unit.dep_ == "pobj" and head.lower_ in figure_words("measured.steps") and head.head.lower_ in steps:
        return head.head
    return None


def _mover(unit: Token) -> Token | None:
    """Return the verb of what moves at a speed: "was driving at 70 km an hour", "going no faster than 45"."""
    head = unit.head
    of_speed = head.lower_ in figure_words("measured.of_speed") or (
        unit.dep_ == "npadvmod" and head.tag_ == "JJR"
    )
    return next((t for t in climb(unit, STEPS) if t.pos_ == "VERB"), None) if of_speed else None
