"""Where an expression stands in its sentence: the tense over it, the words beside it.

The tense comes from the parse: up from the expression to the verb that governs it, with its auxiliaries. A plan
("scheduled for Monday") looks ahead whatever its tense. Without a parse nothing is known.
"""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

Tense = Literal["past", "present", "future"]
_CLIMB = 12  # steps up the parse; beyond that the verb no longer governs


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the sentence says about an expression.

    Attributes:
        tense: of the verb that governs it; None without one.
        direct: nothing but a preposition stands between it and that verb.
        reporting: that verb only reports what was said.
        owner: it is a possessive ("Friday's attack").
        before, after: the words beside it, lower case; "" at the sentence's ends.
        headline: it stands in a headline.
    """

    tense: Tense | None = None
    direct: bool = False
    reporting: bool = False
    owner: bool = False
    before: str = ""
    after: str = ""
    headline: bool = False


@lru_cache(maxsize=1)
def words_around() -> dict[str, frozenset[str]]:
    """Return the English lists of words around time expressions, by name."""
    text = (files("onrecord") / "data/en/times_context.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def tense_over(tokens: TokenSpan) -> tuple[Tense | None, bool, bool]:
    """Return the tense of the governing verb, whether it governs directly, and whether it only reports."""
    root = tokens.root
    if not root.doc.has_annotation("DEP"):
        return None, False, False
    direct, at = True, root
    for _ in range(_CLIMB):
        if at.i < tokens.start or at.i >= tokens.end:
            if _plans(at):
                return "future", direct, False
            if at.tag_[:2] in ("VB", "MD"):
                tense = _tense(at)
                if tense is not None:
                    return tense, direct, at.lower_ in words_around()["reporting"]
            elif at.dep_ != "prep" and at.tag_ not in ("IN", "RP", "RB"):
                direct = False
        if at.head is at:
            break
        at = at.head
    return None, False, False


def _plans(token: Token) -> bool:
    return token.lower_ in words_around()["plan"]


def _tense(verb: Token) -> Tense | None:
    """Return a verb's tense; None for a bare participle, whose clause's verb decides."""
    around = words_around()
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass") and child.i < verb.i]
    if any(helper.lower_ in around["ahead"] for helper in helpers) or verb.lower_ in around["ahead"]:
        return "past" if any(helper.lower_ == "have" for helper in helpers) else "future"
    if any(helper.tag_ == "TO" for helper in helpers):
        return _infinitive(verb)
    if verb.tag_ == "VBD" or any(helper.tag_ in ("VBD", "VBN") for helper in helpers):
        return "past"
    if any(helper.lower_ in ("has", "have", "'ve", "’ve") for helper in helpers):
        return "past"
    if verb.tag_ == "VBG":
        return "future" if helpers else None
    if verb.tag_ == "VBN" and not helpers:
        return "past"
    return "present"


def _infinitive(verb: Token) -> Tense | None:
    head = verb.head
    if head is verb or head.lower_ in words_around()["implicative"]:
        return "past" if head is not verb else "future"
    return "future"
