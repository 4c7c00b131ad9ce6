"""A quantity in, what it counts out: the noun phrase, its head, and the state that is counted.

"45 people were killed", "killing 45", "45 dead", "the death toll rose to 45" are readings of one thing, so
all have the head "killed". Of things, the noun stays the head and the state is added: "house destroyed".
"""

from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

from onrecord.annotations.figures.elided import is_in_kind
from onrecord.annotations.figures.forms import singular
from onrecord.annotations.figures.grammar import figure_words
from onrecord.annotations.figures.measured import measured
from onrecord.annotations.figures.nouns import noun_phrase, printed
from onrecord.annotations.figures.quantities import Quantity
from onrecord.annotations.figures.states import FoundState, state_of
from onrecord.annotations.figures.view import NOUNS, SentenceView, child

PARTS: Final = ("fraction", "share", "multiple", "ratio")
LONGEST_RESTRICTION: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a quantity counts.

    Attributes:
        phrase: in the report's words, with its restriction ("passengers stranded"); "" if nothing.
        noun: the noun phrase alone ("charging stations"); "" if there is none.
        lemma: of the noun; "" if there is none.
        head: the lemma, or the name of the state of people ("killed").
        people: whether people are counted.
        state: name of the state, or "".
        node: token of the noun, or of the number where no noun is printed.
        per: what the count is a rate of ("day" in "3,000 tests a day"), or "".
        toll: whether a verb sets the number for it, so that a day beside is the number's.
    """

    phrase: str
    noun: str
    lemma: str
    head: str
    people: bool
    state: str
    node: Token | None
    per: str = ""
    toll: bool = False


NOTHING: Final = Counted(phrase="", noun="", lemma="", head="", people=False, state="", node=None)


def counted(view: SentenceView, quantity: Quantity) -> Counted:
    """Return what a quantity counts."""
    amount = quantity.amount
    bare = amount.unit_at is None or amount.kind == "plural"
    number = view.token(amount.number[1] if bare or amount.unit_at is None else amount.unit_at[1])
    if number is None:
        return NOTHING
    if quantity.counted_by != "count" and quantity.counted_by not in PARTS:
        return _measure(view, quantity, number)
    return _count(view, quantity, number)


def _measure(view: SentenceView, quantity: Quantity, number: Token) -> Counted:
    found = measured(view, quantity, number)
    if found is None:
        return Counted(phrase="", noun="", lemma="", head="", people=False, state="", node=number)
    lemma = singular(found.head.text, view.lexicon.singulars)
    return Counted(
        phrase=found.phrase, noun=found.phrase, lemma=lemma, head=lemma, people=False, state="", node=number,
        per=_rate(view, [found.head]) or _rate_of_verb(found.head),
    )  # fmt: skip


def _count(view: SentenceView, quantity: Quantity, number: Token) -> Counted:
    amount, last = quantity.amount, max(quantity.amount.last, quantity.hedged.last)
    of = view.word(last + 1) == "of"
    share = quantity.counted_by in PARTS
    last += view.word(last + 1) in figure_words("counted.closing")  # looking for "seven or eight" people
    start = last + 1 + of + (of and view.word(last + 2) in figure_words("counted.of_them"))
    tokens = noun_phrase(view, start, articles=of or share)
    if _no_noun(view, tokens):
        tokens = []
    lemma = singular(tokens[-1].text, view.lexicon.singulars) if tokens else ""
    people = lemma in view.lexicon.words["people.nouns"] or (bool(tokens) and _is_of_nation(tokens[-1]))
    if not tokens and not of and is_in_kind(view, amount):
        return NOTHING  # "released 25 million in aid" frees nobody
    node = _top(view, amount.number) if of or not tokens else tokens[-1]
    found = None if share else state_of(view, amount.first, last, node, noun=tokens[-1] if tokens else None)
    by_noun = found is not None and lemma in found.state.nouns
    if found is not None and lemma and found.state.things == people and not by_noun:
        found = None
    per, more = _rate(view, tokens), _more(view, quantity)
    if found is None:
        phrase = printed(tokens)
        if tokens and not share:
            phrase = " ".join(
                part for part in (phrase, _without(tokens[-1]) or _restriction(node, tokens[-1])) if part
            )
        head, state, people = lemma, "", people and not share
        plain = lemma in view.lexicon.words["people.plain"] and not share and node.dep_ != "dobj"
        verb = _verb_of(node) if plain else None
        head = verb.lemma_.lower() if verb is not None else head
    else:
        phrase = _with_state(printed(tokens), found)
        if by_noun and (told := _told_of(view, node)):
            phrase = f"{phrase} {told}"
        head = f"{lemma} {found.state.name}".strip() if found.state.things else found.state.name
        state, people = found.state.name, not found.state.things
    phrase = f"{more} {phrase}" if more and phrase else phrase
    if tokens and view.listed(lemma, "definite.one"):
        phrase = f"{phrase} {_of_what(tokens[-1])}".strip()
    noun, at = printed(tokens), tokens[-1] if tokens else number
    return Counted(
        phrase=phrase, noun=noun, lemma=lemma, head=head, people=people, state=state, node=at, per=per
    )


def _is_of_nation(noun: Token) -> bool:
    """Whether a noun names people by their nation, town or faith: "300 Veltrans"."""
    return bool(
        noun.text[:1].isupper()
        and noun.lower_.endswith("s")
        and (noun.tag_ == "NNPS" or noun.ent_type_ == "NORP")
    )


def _told_of(view: SentenceView, noun: Token) -> str:
    """Return what was done with some of the dead ("four bodies were entered twice")."""
    verb = noun.head if noun.dep_ == "nsubjpass" else None
    if verb is None or verb.pos_ != "VERB" or view.listed(verb.lower_, "toll.found"):
        return ""
    return str(verb.text)


def _of_what(noun: Token) -> str:
    """Return "of bribery" after "two counts"; "" before a list, which says that they are all of them."""
    prep = next((kid for kid in noun.rights if kid.dep_ == "prep" and kid.lower_ == "of"), None)
    what = child(prep, "pobj", "pcomp") if prep is not None else None
    if prep is None or what is None or any(kid.dep_ == "conj" for kid in what.children):
        return ""
    return str(noun.doc[prep.i : what.i + 1].text)


def _no_noun(view: SentenceView, tokens: list[Token]) -> bool:
    """Whether a seeming noun phrase is a state or a verb: "5 shot at", "500 carried lanterns"."""
    if not tokens:
        return False
    state = any(tokens[0].lower_ in state.adjectives for state in view.lexicon.states)
    return (state and len(tokens) == 1) or (
        tokens[0].tag_ == "VBN" and tokens[-1].dep_ == "ROOT" and not state
    )


def _with_state(noun: str, found: FoundState) -> str:
    said = "" if found.words.lower() in noun.lower().split() else found.words
    return " ".join(part for part in (noun, said) if part)


def _more(view: SentenceView, quantity: Quantity) -> str:
    """Return the word that says that the count comes on top of another one: "further" for "another 12"."""
    first, last = quantity.amount.first, max(quantity.amount.last, quantity.hedged.last)
    if view.word(first - 1) in figure_words("counted.on_top"):
        return "further" if view.word(first - 1) == "another" else view.word(first - 1)
    return view.word(last + 1) if view.word(last + 1) in figure_words("counted.on_top_after") else ""


def _restriction(node: Token, noun: Token) -> str:
    """Return the words that tell which are counted ("flights" that are "cancelled"), or ""."""
    verb = _verb_of(node)
    if verb is None:
        return ""
    if node.dep_ != "nsubj" or verb.head == node:
        return str(verb.text) if verb.tag_ == "VBN" or verb.lower_.endswith("ed") else ""
    last = child(verb, "dobj", "prt", "acomp") or verb
    words = verb.doc[max(node.i, noun.i) + 1 : last.i + 1]
    if not 0 < len(words) <= LONGEST_RESTRICTION or any(token.like_num or token.is_punct for token in words):
        return str(verb.text) if verb.tag_ == "VBD" and child(verb, "dobj") is None else ""
    return str(words.text)


def _verb_of(node: Token) -> Token | None:
    """Return the verb that a counted noun is subject or object of, or the participle after it."""
    verb = child(node, "acl")
    if verb is None and node.dep_ in ("nsubjpass", "nsubj", "dobj"):
        verb = node.head
    if verb is None or verb.pos_ != "VERB" or verb.lemma_.lower() in figure_words("counted.empty_verbs"):
        return None
    return None if verb.tag_ == "VBG" and verb.head == node else verb


def _without(noun: Token) -> str:
    """Return "without power", "in hospital" after a noun: they say which are counted."""
    prep = next(
        (
            kid
            for kid in noun.rights
            if kid.dep_ == "prep" and kid.lower_ in figure_words("counted.restricting")
        ),
        None,
    )
    if prep is None or prep.i != noun.i + 1 or prep.right_edge.i - prep.i > 4:
        return ""
    return str(noun.doc[prep.i : prep.right_edge.i + 1].text)


def _rate(view: SentenceView, tokens: list[Token]) -> str:
    """Return what the count is a rate of: "day" in "3,000 tests per day"."""
    if not tokens or tokens[-1].i + 2 >= view.sent.end:
        return ""
    first, second = tokens[-1].nbor(1), tokens[-1].nbor(2)
    later = second.i + 1 < view.sent.end and second.nbor().lower_ in figure_words("counted.other_times")
    if first.lower_ == "per" and second.tag_ in NOUNS:
        return str(second.lower_)
    return (
        str(second.lower_)
        if first.lower_ in figure_words("shared.each")
        and second.lower_ in figure_words("counted.times")
        and not later
        else ""
    )


def _rate_of_verb(noun: Token) -> str:
    """Return what an amount is a rate of by its verb: "day" in "900 barrels of oil are leaking each day"."""
    verb = next((head for head in noun.ancestors if head.pos_ in ("VERB", "AUX")), None)
    times = [kid for kid in verb.rights if kid.dep_ == "npadvmod"] if verb is not None else []
    for time in times:
        if time.lower_ in figure_words("counted.times") and any(
            kid.lower_ in figure_words("counted.every") for kid in time.lefts
        ):
            return str(time.lower_)
    return ""


def _top(view: SentenceView, number: tuple[int, int]) -> Token:
    """Return the token of a number on which its others hang ("million" in "half a million")."""
    tokens = [token for index in range(number[0], number[1] + 1) if (token := view.token(index)) is not None]
    own = {token.i for token in tokens}
    top = next((token for token in tokens if token.head.i not in own), tokens[-1])
    return top.head if top.head.lower_ in figure_words("nouns.more") and top.head.i > top.i else top
