"""A verb in, out: whether what it tells happened, is planned, possible, demanded, denied, by which words.

The verb's own auxiliaries and negation come first, then what stands over it: "is due to", "plans to",
"threatened to", "denied". None is what isn't told as anything: a question, an unreal condition, a ban.
"""

from typing import Literal

from spacy.tokens import Token

from onrecord.annotations.events import grammar
from onrecord.annotations.events.disclaimed import denied_by
from onrecord.annotations.events.lexicon import Lexicon, event_words
from onrecord.annotations.events.modality_own import Found, condition, own_words
from onrecord.annotations.events.standing import Standing
from onrecord.model.annotation import Modality

OVER = 8  # levels climbed
GOING_ON = ("present", "past", "perfect")
TRIED = "tried"
"""The reason of an attempt: it was made, whatever came of it."""
MEANT = "meant to"
"""The reason of what somebody means to do, or what is meant to come."""
TOLD_IN = ("ROOT", "conj", "ccomp", "relcl", "advcl")
RAISING = ("planned", "possible", "demanded", "denied", "happened")


def of_verb(verb: Token, words: Lexicon) -> Standing | None:
    """Return how the event of a verb stands; None if it isn't told as anything."""
    below = verb
    got: Found = None
    if _unreal(verb):
        return None
    denying = denied_by(verb, words)
    if denying is not None:
        return Standing(modality="denied", words=(denying,), reason="denied that", verb=verb)
    for _ in range(OVER):
        got = own_words(below, words) or got
        if got is not None and got[0] == "denied" and condition(below) is not None:
            return None
        if got is not None and got[0] == "denied":
            break
        above = _over(below, words)
        if above == "skip":
            return None
        if isinstance(above, tuple):
            return None if above[0] != "denied" and _denied(below.head) else _made(verb, above)
        if above is None:
            break
        below = above
    found = got or _by_tense(verb, below)
    doubt = _condition_above(below)
    if found is not None and found[0] != "denied" and doubt is not None:
        found = "possible", (doubt,), "condition"
    return _made(verb, found)


def _condition_above(verb: Token) -> Token | None:
    """Return the "if" of a clause in which it is said that something is so: "if he has told her that …"."""
    for _ in range(OVER):
        if verb.dep_ not in ("ccomp", "xcomp") or verb.head == verb:
            return None
        verb = verb.head
        mark = condition(verb)
        if mark is not None:
            return mark if mark.lower_ in event_words("modality_verb.in_case") else None
    return None


def _denied(verb: Token) -> bool:
    """Whether a verb is what is denied: of "denied that she had threatened to go", going is no event."""
    return bool(verb.dep_ == "ccomp" and verb.head.lemma_ == "deny")


def _unreal(verb: Token) -> bool:
    """Whether a verb tells what didn't come about: "should have closed", "would have closed"."""
    helpers = {t.lower_ for t in verb.children if t.dep_ == "aux"}
    return bool(helpers & event_words("modality_verb.undone")) and "have" in helpers


def _made(verb: Token, got: Found) -> Standing | None:
    if got is None:
        return None
    return Standing(modality=got[0], words=got[1], reason=got[2], verb=verb)


def _over(verb: Token, words: Lexicon) -> Found | Token | Literal["skip"]:
    """Return what the word over the verb says of it: a finding, the next verb to ask, or nothing."""
    mark = condition(verb)
    if mark is not None:
        return ("possible", (mark,), "condition") if _real(verb) else "skip"
    until = _until(verb)
    if until is not None:
        return "planned", (until,), "until"
    head = verb.head
    if verb.dep_ in ("ccomp", "csubj", "csubjpass") and any(t.tag_ in ("WP", "WRB") for t in verb.children):
        return None  # "it isn't clear what sparked the fire": that it burnt is taken for granted
    if verb.dep_ == "conj" and grammar.is_verbal(head) and _shares(verb):
        return _aim_before(verb) or head
    if verb.dep_ in ("xcomp", "ccomp", "acl", "relcl", "advcl") or (
        verb.dep_ == "pcomp" and head.head != head
    ):
        return _under(verb, head.head if verb.dep_ == "pcomp" else head, words)
    return None


def _until(verb: Token) -> Token | None:
    """Return what makes a clause one of what is still to come: "until the members have voted"."""
    if verb.dep_ != "advcl" or grammar.tense(verb) not in ("perfect", "present"):
        return None
    mark = next((t for t in verb.children if t.dep_ in ("mark", "advmod") and t.i < verb.i), None)
    if mark is None:
        return None
    done = grammar.tense(verb.head) == "future" and grammar.tense(verb) == "perfect"
    ahead = done and mark.lower_ in event_words("modality_verb.once")
    return mark if ahead or mark.lower_ in event_words("acts.until") else None


def _shares(verb: Token) -> bool:
    """Whether a coordinated verb has neither subject nor auxiliary of its own."""
    return not any(t.dep_ in ("aux", "auxpass", *grammar.SUBJECTS) for t in verb.children) and (
        verb.tag_ in ("VB", "VBG", "VBN")
        or _aim_before(verb) is not None
        or verb.head.tag_ == verb.tag_
        or (verb.head.tag_ == "VB" and verb.lower_ == verb.lemma_)  # "will stop one line and cut 140 jobs"
    )


def _aim_before(verb: Token) -> Token | None:
    """Return the infinitive that a bare verb goes on from: "has threatened to leave and topple them"."""
    if verb.lower_ != verb.lemma_ or verb.head.tag_ not in ("VBN", "VBD", "VBZ"):
        return None
    aims = (t for t in verb.head.children if t.dep_ == "xcomp" and t.i < verb.i)
    return next((t for t in aims if any(c.lower_ == "to" and c.dep_ == "aux" for c in t.children)), None)


def _real(verb: Token) -> bool:
    return grammar.tense(verb) not in ("pluperfect",)


def _under(verb: Token, head: Token, words: Lexicon) -> Found | Token | Literal["skip"]:
    lemma = head.lemma_.lower()
    to = next((t for t in verb.children if t.lower_ == "to" and t.dep_ == "aux"), None)
    if verb.dep_ == "pcomp":
        return _after_preposition(verb, head, words)
    if lemma == "be" and verb.dep_ == "xcomp" and to is not None:
        between = _adjective_between(head, to)
        if between is not None and (group := words.group("raising", between.lower_, RAISING)) is not None:
            return _raised(between, to, group, words)
        what = grammar.child(head, "nsubj")
        choice = what is not None and what.lemma_.lower() in event_words("modality_verb.choices")
        if choice or _may_be(head, words):
            return "possible", (head, to), "one way"
        past = grammar.tense(head) == "past"
        return "planned", (head, to), "was to" if past else "is to"
    if verb.dep_ in ("acl", "relcl") or (verb.dep_ == "advcl" and not grammar.is_verbal(head)):
        return _of_clause(verb, words) if to is None else _of_noun(to, head, words)
    if lemma == "go" and head.tag_ == "VBG" and verb.dep_ == "xcomp" and to is not None:
        negation = grammar.child(head, "neg")
        if negation is not None:
            return "denied", (negation, head, to), "negated"
        past = grammar.tense(head) in ("past", "pluperfect")
        return "planned", (head, to), "was going to" if past else "going to"
    if lemma == "mean" and to is not None and verb.dep_ == "xcomp":
        return _meant(head, to)
    group = _raising(head, words, RAISING)
    if words.says("raising", "skip", lemma) and verb.dep_ != "ccomp":
        return "skip"
    if verb.dep_ == "ccomp" and head.pos_ == "VERB":
        plain = to is not None or (verb.tag_ == "VBN" and grammar.child(verb, "aux", "auxpass") is None)
        wanted = plain and lemma in event_words("modality_verb.wanting")
        return _wanted(head, to) if wanted else _reported(verb, head, group)
    if verb.dep_ == "advcl":
        if to is None and verb.tag_ == "VBG" and grammar.child(verb, "mark", "aux") is None:
            return head if grammar.is_verbal(head) else None
        return None if to is None else _purpose(head, words)
    if (
        lemma in event_words("modality_verb.using")
        and to is not None
        and grammar.child(head, "dobj") is not None
    ):
        return head  # "used the occasion to announce an inquiry"
    if group is None:
        return "skip" if to is not None or verb.dep_ == "xcomp" else head
    return _raised(head, to, group, words)


def _meant(head: Token, to: Token) -> Found | Literal["skip"]:
    """Return what "means to" and "is meant to" make of an act; what was meant tells nothing."""
    if grammar.child(head, "neg") is not None or head.dep_ == "acl" or grammar.tense(head) != "present":
        return "skip"
    return "planned", (head, to), MEANT


def _adjective_between(head: Token, to: Token) -> Token | None:
    """Return the adjective between "is" and "to" where the parse has it aside: 'are "likely" to close'."""
    return next((t for t in head.doc[head.i + 1 : to.i] if t.pos_ in ("ADJ", "VERB")), None)


def _of_clause(verb: Token, words: Lexicon) -> Found | Literal["skip"]:
    """Return how a noun's clause is told: "the claim that", not "the hope that"; "rejected a claim that"."""
    that = any(t.dep_ == "mark" for t in verb.children)
    denies = verb.head.head if verb.head.dep_ == "dobj" else None
    if that and denies is not None and words.says("object", "disputed", denies.lemma_.lower()):
        return "denied", (denies,), "denied that"
    if that and verb.dep_ == "acl" and not words.says("noun", "told", verb.head.lemma_.lower()):
        return "skip"
    return None


def _of_noun(to: Token, noun: Token, words: Lexicon) -> Found | Literal["skip"]:
    """Return what a noun says of the infinitive after it: "the decision to close", "Quill to visit Leven"."""
    if noun.dep_ == "ROOT" and noun.pos_ in ("NOUN", "PROPN"):
        return "planned", (to,), "headline infinitive"
    group = words.group("noun", noun.lemma_.lower(), ("planned", "possible", "demanded"))
    thing = noun
    while thing.dep_ in ("pobj", "prep") and thing.head != thing:
        thing = thing.head
    if thing.dep_ == "dobj" and thing.head.lemma_ in event_words("modality_verb.wanting"):
        return _wanted(thing.head, to)  # "wants the terms of the loan to be published"
    if group is None:
        return "skip"
    named: dict[str, Modality] = {"planned": "planned", "possible": "possible", "demanded": "demanded"}
    return named[group], (noun, to), "noun with infinitive"


def _raised(head: Token, to: Token | None, group: str, words: Lexicon) -> Found | Token | Literal["skip"]:
    if head.dep_ == "pcomp" and head.head.lower_ in event_words("modality_verb.not_done"):
        return "skip"
    negation = grammar.child(head, "neg")
    said = tuple(t for t in (negation, head, to) if t is not None)
    if group == "happened":
        return head
    if group == "denied":
        return ("happened", said, "didn't fail to") if negation is not None else ("denied", said, "raising")
    if negation is not None:
        return "denied", said, "negated raising"
    if head.lemma_ in event_words("modality_verb.trying") and to is not None:
        tried = _by_tense(head, head)
        told = tried is not None and head.dep_ in TOLD_IN and condition(head) is None
        if told and tried is not None and tried[0] in ("happened", "ongoing"):
            return tried[0], said, TRIED
    if head.lemma_ in event_words("modality_verb.letting") and head.dep_ == "xcomp":
        return head  # "asked to be allowed to land"
    if group in ("planned", "demanded") and _may_be(head, words):
        return "possible", said, "raising"
    if group == "planned":
        return "planned", said, "raising"
    if group == "demanded":
        return "demanded", said, "raising"
    return "possible", said, "raising"


def _may_be(head: Token, words: Lexicon) -> bool:
    """Whether what a plan hangs on is itself only said to be possible: "would be meant to", "may plan to"."""
    own = own_words(head, words) if grammar.is_verbal(head) else None
    return own is not None and own[0] == "possible"


def _wanted(head: Token, to: Token | None) -> Found | Literal["skip"]:
    """Return what somebody's wish makes of what others are to do: "wants the vote to be held again"."""
    if grammar.child(head, "neg") is not None:
        return "skip"
    if head.dep_ == "relcl" and grammar.child(head, "aux") is not None:
        return "skip"  # "people who would want heads to roll"
    return "demanded", tuple(t for t in (head, to) if t is not None), "wanted to"


def _reported(verb: Token, head: Token, group: str | None) -> Found | Token | Literal["skip"]:
    """Return what a verb of saying or thinking makes of its clause: it passes all but what it says itself."""
    lemma = head.lemma_.lower()
    if lemma == "deny":
        return "skip" if grammar.child(head, "neg") is not None else ("denied", (head,), "denied that")
    if group == "demanded" and verb.tag_ == "VB" and grammar.child(verb, "aux") is None:
        return "demanded", (head,), "demanded that"
    if lemma in event_words("modality_verb.expecting") and grammar.tense(verb) != "past":
        return "planned", (head,), "expected that"
    if lemma in event_words("modality_verb.thinking"):
        return "possible", (head,), "thought"
    return None


def _purpose(head: Token, words: Lexicon) -> Found | Literal["skip"]:
    if head.lemma_ in event_words("modality_verb.gathering"):
        return "happened", (), "gathered to"
    group = _raising(head, words, ("planned", "possible", "demanded"))
    return _raised(head, None, group, words) if group is not None else "skip"


def _raising(head: Token, words: Lexicon, groups: tuple[str, ...]) -> str | None:
    """Return what a verb says of an infinitive after it.

    "Set up to" and the like say nothing of it, nor does "the advice offered to solve it".
    """
    if head.dep_ == "acl" and head.tag_ == "VBN" and head.lemma_ in event_words("modality_verb.for_an_aim"):
        return None
    if grammar.child(head, "prt") is not None and head.lemma_.lower() in event_words("modality_verb.alone"):
        return None
    return words.group("raising", head.lemma_.lower(), groups)


def _after_preposition(verb: Token, head: Token, words: Lexicon) -> Found | Token | Literal["skip"]:
    prep = verb.head.lower_
    if prep in event_words("modality_verb.not_done_after"):
        return "skip"
    if words.says("raising", "skip", head.lemma_.lower()):
        return "skip"
    group = words.group("raising", head.lemma_.lower(), ("possible", "demanded", "denied"))
    if group == "demanded" and prep not in event_words("modality_verb.demanded_with"):
        return "skip"
    if group is not None and prep not in event_words("modality_verb.timed"):
        return _raised(head, None, group, words)
    if prep in event_words("modality_verb.done_before"):
        return "happened", (), f"{prep} doing"
    return head if prep in event_words("modality_verb.done_beside") else "skip"


def _is_setting(clause: Token) -> bool:
    """Whether a clause tells what came about meanwhile: "was carrying 40 people when it left the road"."""
    return clause.dep_ == "advcl" and any(
        t.lower_ in event_words("modality_verb.meanwhile") for t in clause.children
    )


def _by_then(verb: Token) -> bool:
    """Whether a verb tells what had been going on before: "had been giving"."""
    return any(t.dep_ == "aux" and t.lower_ in event_words("grammar.pluperfect") for t in verb.children)


def _by_tense(verb: Token, carrier: Token) -> Found:
    """Return what the tense alone says."""
    time = grammar.tense(carrier)
    helper = grammar.child(carrier, "aux", "auxpass")
    if time == "past" and any(_is_setting(t) for t in carrier.children):
        return "happened", (), time
    if any(t.lower_ == "being" and t.dep_ == "auxpass" for t in carrier.children) and time in GOING_ON:
        return "ongoing", (carrier,), "progressive"
    if carrier.tag_ == "VBG" and helper is not None and time in GOING_ON and not _by_then(carrier):
        return "ongoing", (helper, carrier), "progressive"
    if carrier.tag_ == "VB" and helper is not None and helper.lower_ == "to" and carrier.dep_ == "ROOT":
        return "planned", (helper,), "headline infinitive"
    if carrier.tag_ == "VB" and time == "none":
        return None
    if carrier.tag_ == "VBG" and helper is None and carrier.dep_ not in ("advcl", "acl", "conj"):
        return None  # "described Norland attacking": not told as done
    if verb.dep_ in ("acl", "relcl") or time != "none" or carrier.tag_ in ("VBN", "VBG", "VBD"):
        return "happened", (), time
    return None
