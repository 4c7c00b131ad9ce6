"""A quantity and what it counts in, whether the record keeps it out, with its measure and confidence.

The record keeps what counts or measures something of the news and is told as so. Ages, durations, talk ("one
of the reasons"), sport and numbers in clauses of "could", "if" and "not" are found and not kept.
"""

from typing import Literal

from spacy.tokens import Token

from onrecord.annotations.figures.clauses import Clause
from onrecord.annotations.figures.counted import Counted
from onrecord.annotations.figures.grammar import figure_endings, figure_pattern, figure_words
from onrecord.annotations.figures.quantities import Quantity
from onrecord.annotations.figures.view import SentenceView
from onrecord.annotations.figures.votes import in_points

FEW = 5  # people who are described as sources, at most
LISTED = 8  # lexemes before names in which their list is told of
LAW = 600  # code points round a number of counts in which a court or a charge is told of
THAN = 6  # lexemes after a number within which "than" makes "more" a comparison
Measure = Literal["count", "money", "percent", "measure", "ratio", "other"]
_MEASURES: dict[str, Measure] = {
    "count": "count", "money": "money", "percent": "percent", "fraction": "ratio", "share": "ratio",
    "multiple": "ratio", "ratio": "ratio", "duration": "other", "age": "other", "other": "other",
}  # fmt: skip


def measure_of(quantity: Quantity, what: Counted) -> Measure:
    """Return the sort of number; points by which a vote is led are percent."""
    if in_points(quantity) and what.head in figure_words("votes.named"):
        return "percent"
    return _MEASURES.get(quantity.counted_by, "measure")


def kept(
    view: SentenceView, quantity: Quantity, what: Counted, clause: Clause, *, attributed: bool = False
) -> bool:
    """Whether the record keeps a quantity; `attributed`: somebody is cited for it."""
    measure, amount = measure_of(quantity, what), quantity.amount
    would = clause.verb is not None and any(
        kid.lower_ in figure_words("keeping.would") for kid in clause.verb.children
    )
    projected = would and what.head in figure_words("keeping.shares")
    told = projected or _told_all_the_same(view, quantity, what, attributed=attributed)
    if clause.telling in ("may", "meant") and not told and (clause.telling == "may" or what.state):
        return False  # of people in a state it is told who they are, not who are to be
    if measure == "other" or quantity.converted or not what.phrase:
        return False
    there = measure == "count" and _there_whatever_is_denied(view, quantity, what)
    if clause.telling == "unreal" and not there:
        return False
    talk = what.lemma in view.lexicon.words["keep.not_heads"] and measure != "money"
    if (talk and not _of_list(view, quantity, what)) or _compares(view, quantity):
        return False
    not_one = quantity.amount.value == 1 and view.word(quantity.hedged.first - 1) in figure_words(
        "keeping.negated"
    )
    if not_one or _whose(view, quantity, what):
        return False
    if what.state or amount.value == 0:
        return bool(what.state)
    if _sources(view, quantity, what):
        return False
    if measure == "measure":
        distance = view.listed(view.word(amount.last + 1), "keep.away")
        return not distance and not _attributive(view, quantity)
    if amount.kind == "multiple" or quantity.counted_by == "ratio":
        return False
    if measure == "money" and what.lemma in figure_words("keeping.coins"):
        return False  # "a 50-crown note"
    if measure == "count":
        return _counts_things(view, quantity, what) and not _is_some(view, quantity, what)
    vague = amount.kind == "fraction" and not what.people and (what.node is None or what.node.tag_ != "NNS")
    return bool(what.noun) and not vague


def _told_all_the_same(view: SentenceView, quantity: Quantity, what: Counted, *, attributed: bool) -> bool:
    """Whether a number in a clause of "could" or "to" is news: things there are, or what somebody reckons.

    "Any of its 85 shops" are there whatever may be done in them; "could cost 3 million", she said, is her
    estimate; "could kill 300" is no toll.
    """
    beside = what.head in figure_words("keeping.shares") and view.word(quantity.hedged.first - 1) == "with"
    known = what.node is not None and any(
        kid.dep_ == "acl" and kid.tag_ in ("VBN", "VBD") for kid in what.node.rights
    )  # "to free seven sailors seized in May"
    there = beside or known or _possessed(view, quantity) or what.head in figure_words("keeping.there")
    return there or (attributed and not what.state)


def _there_whatever_is_denied(view: SentenceView, quantity: Quantity, what: Counted) -> bool:
    """Whether what is counted is there whatever isn't so of it: "the Greens' nine are not needed"."""
    at = quantity.hedged.first - 1
    rest = view.word(at) in figure_words("keeping.rest") and view.word(at - 1) in figure_words(
        "keeping.definite"
    )
    seats = what.head in figure_words("keeping.shares") and view.word(at).endswith(("'s", "’s", "s'", "s’"))
    return rest or seats


def _possessed(view: SentenceView, quantity: Quantity) -> bool:
    before = view.word(quantity.hedged.first - 1)
    owned = before.endswith(("'s", "’s", "s'", "s’")) or before in figure_words("keeping.owners")
    return owned and quantity.amount.value > view.lexicon.raw["definite"]["few"]


def _of_list(view: SentenceView, quantity: Quantity, what: Counted) -> bool:
    """Whether names are counted on a list: "the list holds 214 names"."""
    first = quantity.hedged.first
    near = view.words(max(0, first - LISTED), min(LISTED, first))
    return what.lemma in figure_words("keeping.names") and any(view.listed(w, "keep.lists") for w in near)


def _sources(view: SentenceView, quantity: Quantity, what: Counted) -> bool:
    """Whether a few people are described as those who told: "two people familiar with the talks"."""
    few = quantity.hedged.hedge == "exact" and quantity.amount.value <= FEW
    if few and what.people and view.word(quantity.hedged.first - 1) in figure_words("keeping.citing"):
        return True
    return (
        few
        and what.lemma in view.lexicon.words["definite.sources"]
        and any(
            view.listed(word, "definite.told_of")
            for word in view.words(max(quantity.amount.last, quantity.hedged.last) + 2, 1)
        )
    )


def _whose(view: SentenceView, quantity: Quantity, what: Counted) -> bool:
    """Whether a few are counted only to say whose family or lawyer somebody is: "the wives of two miners"."""
    if what.node is None or quantity.amount.value > view.lexicon.raw["definite"]["few"]:
        return False
    prep = what.node.head if what.node.dep_ == "pobj" else None
    return (
        prep is not None
        and prep.lower_ in figure_words("keeping.of")
        and view.listed(prep.head.lower_, "keep.whose")
    )


def _compares(view: SentenceView, quantity: Quantity) -> bool:
    """Whether it is a difference or margin: "20 fewer people", "5 more than", "plus or minus 3"."""
    first, last = quantity.hedged.first, max(quantity.amount.last, quantity.hedged.last)
    if view.word(first - 1) in figure_words("keeping.margin") and view.word(first - 2) in figure_words(
        "keeping.beside_margin"
    ):
        return True
    after = view.words(last + 1, THAN)
    if in_points(quantity):
        return False  # "1.1 points more than" is a lead
    return after[:1] in (("fewer",), ("less",), ("more",)) and (after[0] != "more" or "than" in after)


def _attributive(view: SentenceView, quantity: Quantity) -> bool:
    """Whether a measure stands before its noun as a name of its kind: "a 9mm pistol", "a 40-foot boat"."""
    token = view.token(quantity.amount.last + 1)
    return token is not None and token.tag_ in ("NN", "NNS", "NNP", "JJ", "HYPH")


def _counts_things(view: SentenceView, quantity: Quantity, what: Counted) -> bool:
    """Whether a bare number counts things or people of the news that were not counted before."""
    if not what.noun or what.node is None:
        return False
    in_law = view.listed(what.lemma, "definite.one")
    start = view.lexemes[quantity.amount.first].start
    if in_law and not figure_pattern("keeping.in_law").search(view.text, max(0, start - LAW), start + LAW):
        return False  # "the two counts that have gone about" are numbers
    if _anaphoric(view, quantity) and not in_law:
        return False
    amount = quantity.amount
    if what.noun and what.node.i <= _last_token(view, quantity):
        return True  # a bare number that counts what was named before it
    hyphen = view.word(amount.last + 1) in ("-", "‑") and view.lexemes[amount.last + 1].glued
    after = what.node.i + 1 - view.sent.start
    if after < len(view.sent) and view.sent[after].lower_ in figure_words("keeping.apart"):
        return False  # "two seats away": how far, not how many
    of_nation = what.people and amount.value > 1 and _names_nation(what)
    named = what.node.tag_ in ("NNP", "NNPS") and not of_nation
    if hyphen or named or _is_type(view, quantity) or _is_name(view, quantity, what.node):
        return False
    if amount.value == 1 and amount.upto is None and not view.listed(what.lemma, "definite.one"):
        some = quantity.hedged.hedge == "at-least" and what.people
        return quantity.hedged.hedge != "exact" and (some or view.word(amount.last + 1) != "of")
    by_number = view.listed(what.lemma, "definite.one")
    return what.node.tag_ == "NNS" or what.people or by_number or what.node.lower_ in view.lexicon.singulars


def _is_some(view: SentenceView, quantity: Quantity, what: Counted) -> bool:
    """Whether "more than one mother", "one or more limbs" say no more than that there are some."""
    or_more = view.word(quantity.amount.last + 1) in figure_words("keeping.or_more")
    more = quantity.hedged.hedge == "more-than" or or_more
    return more and quantity.amount.value == 1 and not what.state


def _names_nation(what: Counted) -> bool:
    """Whether a noun names people of a nation or place: "about 300 Keldans", not "two Leopards"."""
    node = what.node
    if node is None:
        return False
    return bool(node.ent_type_ == "NORP" or node.lower_.endswith(figure_endings("keeping.nations")))


def _is_type(view: SentenceView, quantity: Quantity) -> bool:
    """Whether a number names a type of aircraft: "ordered 787 planes"."""
    if str(int(quantity.amount.value)) not in figure_words("keeping.types"):
        return False
    return any(
        view.word(quantity.amount.last + step) in figure_words("keeping.aircraft") for step in (1, 2, 3)
    )


def _is_name(view: SentenceView, quantity: Quantity, noun: Token) -> bool:
    """Whether a number is part of a name that goes before one noun: "the 11 News crew"."""
    amount = quantity.amount
    named = view.lexemes[amount.last + 1].text[:1].isupper() if amount.last + 1 < len(view.lexemes) else False
    the = view.word(amount.first - 1) in figure_words("keeping.definite")
    return the and named and amount.kind == "digits" and noun.tag_ == "NN"


def _last_token(view: SentenceView, quantity: Quantity) -> int:
    token = view.token(max(quantity.amount.last, quantity.hedged.last))
    return token.i if token is not None else -1


def _anaphoric(view: SentenceView, quantity: Quantity) -> bool:
    """Whether "two" speaks of what was told before: "the two men", "both two sides".

    More than two are counted again where they are told again, and somebody's two are counted first there.
    """
    few = view.lexicon.raw["definite"]["most"]
    if quantity.hedged.hedge != "exact" or quantity.amount.value > few:
        return False
    at = quantity.amount.first - 1
    at -= view.word(at) in figure_words("keeping.passed")
    passed = view.word(quantity.amount.first - 1) in figure_words("keeping.ranks")
    owned = view.word(at) in figure_words("keeping.owners") and not passed
    return view.listed(view.word(at), "definite.words") and not owned


def confidence_of(quantity: Quantity, what: Counted, clause: Clause) -> float:
    """Return how sure the reading is, in steps: a state or unit .9, a thing .8, vague or planned less."""
    sure = 0.9 if what.state or quantity.amount.unit is not None else 0.8 if what.noun else 0.5
    if quantity.amount.kind == "plural":
        sure = min(sure, 0.7)
    if clause.telling != "fact":
        sure = min(sure, 0.75 if clause.telling in ("plan", "meant") else 0.6)
    return sure
