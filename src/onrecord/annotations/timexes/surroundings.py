"""Where an expression stands in its sentence: the tense over it, the words beside it.

The tense comes from the parse: up from the expression to the verb that governs it, with its
auxiliaries. A plan ("scheduled for Monday") looks ahead whatever its tense. Without a parse nothing is
known.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from onrecord.annotations.timexes.around import time_words
from onrecord.english import english_table

Tense = Literal["past", "present", "future"]
_CLIMB = 12  # steps up the parse; beyond that the verb no longer governs


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """What the verb that governs an expression tells.

    Attributes:
        tense: None without a verb.
        direct: nothing but a preposition stands between it and the expression.
        reporting: it only reports what was said.
        infinitive: it is a "to" infinitive.
        plan: it is a plan with no tense of its own ("scheduled for"), or one of the past ("was due").
        either: it is one under a past verb that plans nothing, with words between it and the
            expression, which may belong to either ("ordered the firm to clear the whole site Friday").
        defers: it sets a limit or puts something off.
        will: what it tells is still to come on the report's own day ("will", "is due", not "would").
        timetable: its present tense tells what is to come ("opens Friday").
        once: it tells what had once been planned ("had been set to expire").
        fixes: it fixes a day for something ("scheduled a hearing for Friday").
    """

    tense: Tense | None = None
    direct: bool = False
    reporting: bool = False
    infinitive: bool = False
    plan: bool = False
    either: bool = False
    defers: bool = False
    will: bool = False
    timetable: bool = False
    once: bool = False
    fixes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What stands around an expression.

    Attributes:
        verb: the verb that governs it.
        owner: it is a possessive ("Friday's attack").
        before, after: the words beside it, lower case; "" at the sentence's ends.
        headline: it stands in a headline.
        heading: it begins its line before a colon, as days in a list do, whose year the list tells.
        quoted: it stands between quotation marks.
    """

    verb: Verb = Verb()
    owner: bool = False
    before: str = ""
    after: str = ""
    headline: bool = False
    heading: bool = False
    quoted: bool = False


@lru_cache(maxsize=1)
def words_around() -> dict[str, frozenset[str]]:
    """Return the English lists of words around time expressions, by name."""
    return {name: frozenset(words) for name, words in english_table("times_context").items()}


def verb_over(tokens: TokenSpan) -> Verb:
    """Return what the verb that governs an expression tells; nothing without a parse or a verb."""
    root = tokens.root
    if not root.doc.has_annotation("DEP"):
        return Verb()
    direct, at = True, root
    for _ in range(_CLIMB):
        if at.i < tokens.start or at.i >= tokens.end:
            tense = _planned(at) or (_tense(at) if at.tag_[:2] in ("VB", "MD") else None)
            if tense is not None:
                return _verb(at, tense, direct=direct, apart=tokens.start - at.i)
            if at.dep_ != "prep" and at.tag_ not in ("IN", "RP", "RB"):
                direct = False
        if at.head == at:
            break
        at = at.head
    return Verb()


_NEAR = 5  # words between an infinitive and its own day, as a rule; beyond, the day may be the main verb's


def _verb(verb: Token, tense: Tense, *, direct: bool, apart: int) -> Verb:
    lists = words_around()
    infinitive = any(child.tag_ == "TO" for child in verb.children)
    main = verb.head
    free = main is not verb and main.tag_ in ("VBD", "VBN") and main.lower_ not in lists["plan"]
    return Verb(
        tense=tense,
        direct=direct,
        reporting=verb.lower_ in lists["reporting"],
        infinitive=infinitive,
        plan=tense == "future" and _old_plan(verb),
        either=infinitive and free and tense == "future" and apart > _NEAR,
        defers=_defers(verb),
        will=_will(verb),
        once=tense == "past" and "past" in (_planned(verb), _planned(main)),
        fixes=verb.tag_ == "VBD" and verb.lower_ in lists["fixes"],
        timetable=direct and verb.lower_ in lists["timetable"],
    )


def _defers(verb: Token) -> bool:
    perfect = any(child.lower_ in time_words("surroundings.perfect") for child in verb.children)
    return perfect or verb.lower_ in words_around()["defer"]


def _will(verb: Token) -> bool:
    helpers = {
        child.lower_ for child in (*verb.children, *verb.head.children) if child.dep_ in ("aux", "auxpass")
    }
    if helpers & time_words("surroundings.unsure"):
        return False
    return bool(helpers & time_words("surroundings.will")) or verb.head.lower_ in time_words(
        "surroundings.be"
    )


def _planned(token: Token) -> Tense | None:
    """Return "future" under a plan ("due Friday"), "past" where it had been one ("had been due Friday")."""
    plans = words_around()["plan_past" if token.tag_ == "VBD" else "plan"]
    if token.lower_ not in plans:
        return None
    helpers = {near.lower_ for near in (*token.children, token.head, *token.head.children)}
    return "past" if "had" in helpers and "been" in helpers else "future"


def _tense(verb: Token) -> Tense | None:
    """Return a verb's tense; None for a bare participle, whose clause's verb decides."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass") and child.i < verb.i]
    words = {helper.lower_ for helper in helpers}
    tags = {helper.tag_ for helper in helpers}
    if "could" in words:
        return "past" if any(child.dep_ == "neg" for child in verb.children) or "VB" in tags else "future"
    if words & words_around()["ahead"] or verb.lower_ in words_around()["ahead"]:
        return "past" if "have" in words else "future"
    if "TO" in tags:
        return _infinitive(verb)
    if verb.tag_ == "VBD" or tags & {"VBD", "VBN"} or words & time_words("surroundings.has"):
        return "past"
    if verb.tag_ == "VBG":
        return "future" if helpers else None
    return "past" if verb.tag_ == "VBN" and not helpers else "present"


def _old_plan(verb: Token) -> bool:
    """Whether a verb stands under a plan that isn't one of the present ("was due to open")."""
    plan = next((word for word in (verb, verb.head) if _planned(word) == "future"), None)
    if plan is None or plan.tag_ in ("VBZ", "VBP"):
        return False
    near = {word.lower_ for word in (*plan.children, plan.head, *plan.head.children) if word.pos_ == "AUX"}
    return not near & time_words("surroundings.finite")


def _is_done(verb: Token) -> bool:
    """Whether an infinitive is a perfect one that somebody's belief or word stands over."""
    if not any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.children):
        return False
    return verb.head != verb and verb.head.lemma_ != "be" and _planned(verb.head) is None


def _infinitive(verb: Token) -> Tense | None:
    """Return the tense of a "to" infinitive: ahead, unless it was done ("failed to come") or is a purpose.

    A perfect one is done too ("is thought to have met"), but not of a plan ("was to have met").
    """
    if _is_done(verb):
        return "past"
    if verb.head != verb and verb.head.lower_ in words_around()["implicative"]:
        return "past"
    if _planned(verb.head) == "past":
        return "past"
    undone = any(child.dep_ == "neg" for child in verb.head.children) and verb.head.tag_[:2] == "VB"
    if undone and _planned(verb.head) is None and verb.head != verb and _tense(verb.head) == "past":
        return "past"
    if verb.dep_ in ("relcl", "acl") and any(
        child.lower_ in words_around()["ordinal"] for child in verb.head.children
    ):
        return None
    return None if verb.dep_ == "advcl" and verb.head != verb else "future"
