"""A verb in, what its negation, its auxiliaries and what it is done to say of whether it came about out.

None is what says nothing: the plain verb, of which its tense and what stands over it decide.
"""

from spacy.tokens import Token

from onrecord.annotations.events import grammar
from onrecord.annotations.events.acts import is_people
from onrecord.annotations.events.disclaimed import missing_sort
from onrecord.annotations.events.lexicon import Lexicon, event_words
from onrecord.model.annotation import Modality

STAYS = "stays so"
SINCE = "since then"
"""The reason of a state that goes on since a day: "have stood empty since Tuesday"."""
Found = tuple[Modality, tuple[Token, ...], str] | None


def own_words(verb: Token, words: Lexicon) -> Found:
    """Return what negation and auxiliaries of the verb itself say."""
    if verb.lemma_ == "be" and missing_sort(verb, words) is not None:
        return "denied", (verb,), "there is no"
    negation = grammar.child(verb, "neg") if verb.lemma_ != "plead" else None  # "pleaded not guilty"
    nobody = next((t for t in verb.children if _is_denied(t, verb, words)), None)
    if negation is not None and nobody is None and _not_until(verb):
        return "happened", (negation,), "not until"
    if negation is not None or nobody is not None:
        return "denied", tuple(t for t in (nobody, negation) if t is not None), "negated"
    never = next((t for t in verb.children if t.lower_ in event_words("modality_verb.never")), None)
    if never is not None:
        return "denied", (never,), "negated"
    be = next((t for t in verb.children if t.dep_ == "auxpass" and t.lower_ == "be"), None)
    plain = verb.tag_ == "VBN" and grammar.child(verb, "aux") is None and verb.dep_ != "conj"
    if be is not None and plain and grammar.child(verb, "nsubjpass") is not None:
        return "demanded", (be,), "subjunctive"  # "demanded that ten men be set free"
    for aux in grammar.children(verb, "aux"):
        group = words.group("auxiliary", aux.lower_, ("planned", "past_future", "possible", "demanded"))
        if group == "past_future" and aux.lower_ != "would" and verb.tag_ in ("VBN", "VBD"):
            continue  # "he'd met"
        if group == "past_future":
            reported = verb.dep_ == "ccomp" or grammar.first_of_chain(verb).dep_ == "ccomp"
            return ("planned", (aux,), "would, reported") if reported else ("possible", (aux,), "would")
        if group == "planned" and not _takes_will(verb):
            continue  # "political will created treaties"
        if group == "planned" and _goes_on(verb):
            return "ongoing", (aux, verb), STAYS
        if group == "planned":
            unless = _under_condition(verb)
            return (
                ("planned", (aux,), "auxiliary") if unless is None else ("possible", (unless, aux), "if so")
            )
        if group == "possible":
            return "possible", (aux,), "auxiliary"
        if group == "demanded":
            return (
                ("planned", (aux,), "expected") if _comes(verb, words) else ("demanded", (aux,), "auxiliary")
            )
    if grammar.tense(verb) == "present" and stays(verb) is not None:
        return "ongoing", (verb,), STAYS
    since = since_when(verb, words)
    if since is not None:
        return "ongoing", (since,), SINCE
    maybe = next((t for t in verb.children if words.says("hedge", "adverbs", t.lower_)), None)
    return None if maybe is None else ("possible", (maybe,), "adverb")


def _not_until(verb: Token) -> bool:
    """Whether something is told to have come late, not to have failed: "did not meet until Friday"."""
    until = any(prep in event_words("acts.until") for prep, _ in grammar.phrases(verb))
    return until and grammar.tense(verb) == "past"


def _comes(verb: Token, words: Lexicon) -> bool:
    """Whether a thing "should" come by itself on a day: it is expected then, and demanded of nobody."""
    what = grammar.subject(verb)
    if what is None or is_people(what, words) or what.pos_ == "PRON":
        return False
    if grammar.is_passive(verb) or grammar.child(verb, "dobj", "ccomp", "xcomp") is not None:
        return False
    return any(noun.ent_type_ in ("DATE", "TIME") for _, noun in grammar.phrases(verb)) or any(
        t.dep_ == "npadvmod" and t.ent_type_ in ("DATE", "TIME") for t in verb.children
    )


def _goes_on(verb: Token) -> bool:
    """Whether a verb tells that what is so will go on: "will stay closed until Friday"."""
    staying = verb.lemma_ in event_words("modality_verb.staying")
    return staying and grammar.child(verb, "acomp", "oprd") is not None


def _takes_will(verb: Token) -> bool:
    """Whether a verb can stand behind "will": plain, or with an auxiliary of its own that does."""
    helpers = [t for t in verb.children if t.dep_ in ("aux", "auxpass")]
    return verb.tag_ not in ("VBD", "VBN") or len(helpers) > 1 or verb.lower_ == verb.lemma_


def _under_condition(verb: Token) -> Token | None:
    """Return "if" over a clause on which a verb hangs: "if talks fail, Norland will go to court"."""
    for clause in grammar.children(verb, "advcl"):
        mark = condition(clause)
        if mark is not None and mark.lower_ in event_words("modality_verb.conditional") and clause.i < verb.i:
            return mark
    return None


def stays(verb: Token) -> Token | None:
    """Return how a thing is told to remain, of what weighs: "remains in force", "stayed shut"."""
    if verb.lemma_ not in event_words("modality_verb.staying"):
        return None
    for how in grammar.children(verb, "acomp", "oprd", "xcomp", "ccomp", "advcl"):
        if how.lower_ in event_words("modality_verb.stuck"):
            return how
    held = event_words("modality_verb.held_in")
    return next(
        (
            n
            for prep, n in grammar.phrases(verb)
            if prep in event_words("modality_verb.kept") and n.lower_ in held
        ),
        None,
    )


def since_when(verb: Token, words: Lexicon) -> Token | None:
    """Return "since" of a state that has been so since a day; None of a deed, or with no day."""
    if grammar.tense(verb) != "perfect" or grammar.child(verb, "dobj", "attr", "xcomp", "ccomp") is not None:
        return None
    if not words.says("open", "states", verb.lemma_.lower()):
        return None
    if verb.lemma_ == "be" and grammar.child(verb, "prep", "acomp") is None:
        return None
    return next(
        (
            t
            for t in verb.children
            if t.lower_ == "since" and any(n.dep_ == "pobj" and n.ent_type_ == "DATE" for n in t.children)
        ),
        None,
    )


def _is_denied(word: Token, verb: Token, words: Lexicon) -> bool:
    """Whether nobody, or nothing, does what a verb tells, or has it done to them: "made no demands".

    What finds no fault has found that; what finds no survivor has found nobody.
    """
    if word.dep_ in grammar.SUBJECTS:
        return _none(word)
    if word.dep_ != "dobj" or not _none(word):
        return False
    if verb.lemma_ not in event_words("modality_verb.finding"):
        return True
    someone = word.lower_ in event_words("modality_verb.nobody") or word.pos_ == "PRON"
    return word.lower_ != "nothing" and (someone or is_people(word, words))


def _none(token: Token) -> bool:
    """Whether a word stands for nobody or nothing: "none of them", "no one", "not a stone"."""
    if token.lower_ in event_words("modality_verb.nobody"):
        return True
    first = token.doc[token.left_edge.i]
    if first.lower_ == "not" and first != token:
        return True
    return any(t.dep_ == "det" and t.lower_ in event_words("modality_verb.no") for t in token.children)


def condition(verb: Token) -> Token | None:
    """Return the word that makes a clause a condition: "if", "unless"."""
    return next(
        (
            t
            for t in verb.children
            if t.dep_ in ("mark", "advmod") and t.lower_ in event_words("modality_verb.conditions")
        ),
        None,
    )
