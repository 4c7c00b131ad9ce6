"""A verb that stands in no table in, the sort of event that it tells out; None if it tells none.

Most verbs of news tell what somebody did or what was done. Left out are states, words of saying, mental acts,
figures of speech and light words (`events_open.toml`), and what is told of nobody in particular.
"""

from spacy.tokens import Token

from onrecord.annotations.events import grammar
from onrecord.annotations.events.acts import act_of, is_ahead, is_people, let_go, was_to_have
from onrecord.annotations.events.lexicon import Lexicon, Sort, event_words
from onrecord.annotations.events.modality_own import since_when, stays

NO_EVENT = ("states", "says", "mental", "figures")
PLACES = ("ROOT", "conj", "ccomp", "xcomp", "relcl", "advcl", "pcomp", "acl", "parataxis")


def open_sort(verb: Token, words: Lexicon) -> Sort | None:
    """Return a sort named after the verb, with its particle, or with its thing if it is a light one."""
    if verb.dep_ not in PLACES or not _told(verb):
        return None
    if any(t.lower_ in event_words("open_verbs.asking") for t in verb.children):
        return None  # "why the ferry sailed was not clear"
    lemma = verb.lemma_.lower()
    if not lemma.isalpha() or len(lemma) < 2:
        return None
    thing = grammar.child(verb, "dobj") or grammar.child(verb, "nsubjpass")
    if thing is not None and thing.tag_ == "WDT" and verb.dep_ == "relcl":
        thing = verb.head
    if (how := stays(verb)) is not None and grammar.tense(verb) != "future":
        return Sort(sort=f"{lemma} {how.lower_}", frame="on", open=True)
    if since_when(verb, words) is not None:
        return lasting_sort(verb)
    particle = particle_of(verb)
    name = lemma if particle is None else f"{lemma} {particle.lower_}"
    if any(words.says("open", group, lemma) for group in NO_EVENT) and particle is None:
        if thing is None or (
            lemma not in event_words("open_verbs.aspects") and not _concrete(thing, lemma, words)
        ):
            return (
                _planned(verb, words)
                or _informed(verb, words)
                or let_go(verb, words)
                or act_of(verb, thing, words)
            )
        name = f"{lemma} {thing.lemma_.lower()}"
    if lemma in event_words("open_verbs.aspects") and not _works(verb, thing, words):
        return _turned(verb, words)
    if not _doer_fits(verb, thing, words):
        return None
    return Sort(sort=name, frame="on", open=True)


def lasting_sort(verb: Token) -> Sort:
    """Return the sort of a state that has been so since a day: "have stood empty since Tuesday"."""
    how = grammar.child(verb, "acomp", "oprd") or next((noun for _, noun in grammar.phrases(verb)), None)
    lemma = verb.lemma_.lower()
    return Sort(
        sort=lemma if how is None else f"{lemma} {how.lemma_.lower()}", frame="on", open=True, dated=True
    )


def _planned(verb: Token, words: Lexicon) -> Sort | None:
    """Return the sort of what is no event when it is told as a fact, but is one as a plan with its day.

    "Will speak at noon on Friday", "is to be working by April", "is to lead the mill from Monday".
    """
    lemma = verb.lemma_.lower()
    if any(t.dep_ in ("xcomp", "ccomp") for t in verb.children) or not is_ahead(verb):
        return None
    if not any(words.says("open", group, lemma) for group in ("says", "steps")):
        return None
    if was_to_have(verb):
        return None
    doer = grammar.agent(verb) or grammar.subject(verb)
    if doer is None or (words.says("open", "idle", doer.lemma_.lower()) and not _who_says(doer, verb)):
        return None
    thing = grammar.child(verb, "dobj", "acomp", "oprd") or grammar.child(verb, "nsubjpass")
    if thing is not None and thing.tag_ == "WDT" and verb.dep_ == "relcl":
        thing = verb.head
    if thing is None and lemma in event_words("open_verbs.of_a_thing"):
        return None  # "will take until Friday"
    name = lemma if thing is None else f"{lemma} {thing.lemma_.lower()}"
    return Sort(sort=name, frame="on", open=True, dated=True)


def _who_says(doer: Token, verb: Token) -> bool:
    """Whether "it" is a body of which something is said: "the commission said it would wait until Friday"."""
    return bool(doer.lower_ == "it" and grammar.first_of_chain(verb).dep_ == "ccomp")


def _informed(verb: Token, words: Lexicon) -> Sort | None:
    """Return the sort of somebody's being told of a thing, which counts with its day: "was warned in May"."""
    if not words.says("open", "informs", verb.lemma_.lower()) or not grammar.is_passive(verb):
        return None
    return Sort(sort="warning", frame="on", open=True, dated=True)


def particle_of(verb: Token) -> Token | None:
    """Return a verb's particle, or the adverb of direction that does the work of one: "stayed away"."""
    return next(
        (
            t
            for t in verb.children
            if (t.dep_ == "prt" and t.pos_ in ("ADP", "ADV") and t.text.islower())
            or (t.dep_ == "advmod" and t.lower_ in event_words("open_verbs.directions"))
        ),
        None,
    )


def _works(verb: Token, thing: Token | None, words: Lexicon) -> bool:
    """Whether a beginning or an end is of something: of a thing, or of an act that tells no event itself."""
    act = grammar.child(verb, "xcomp")
    if act is not None:
        told = open_sort(act, words) if act.pos_ == "VERB" else None
        return act.pos_ == "VERB" and (told is None or told.dated)
    return thing is not None and thing.pos_ in ("NOUN", "PROPN")


def _turned(verb: Token, words: Lexicon) -> Sort | None:
    """Return the sort of what begins or ends by itself, on its day: "counting stopped on Monday"."""
    what = grammar.subject(verb)
    alone = grammar.child(verb, "dobj", "xcomp", "ccomp", "prt") is None and verb.dep_ != "relcl"
    if what is None or not alone or what.pos_ != "NOUN":
        return None
    lemma = what.lemma_.lower()
    begun = words.says("open", "activities", lemma) or not words.says("open", "idle", lemma)
    if not begun or words.says("open", "people", lemma) or lemma in words.nouns:
        return None
    return Sort(sort=f"{verb.lemma_.lower()} {lemma}", frame="befalls", open=True, dated=True)


def _told(verb: Token) -> bool:
    """Whether a verb stands where something is told: not as a name of an act, a modifier or a mere manner."""
    if verb.dep_ == "acl" and grammar.child(verb, "nsubj", "nsubjpass") is not None:
        return True  # "a claim that he had hidden the keys"
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and _has_day(verb):
        return True  # "Founded in 1871, the bank …"
    if verb.dep_ == "acl":
        return verb.tag_ == "VBN" and grammar.agent(verb) is not None
    if verb.dep_ in ("advcl", "pcomp") and verb.tag_ in ("VBG", "VBN"):
        return grammar.child(verb, "nsubj", "nsubjpass", "aux", "auxpass") is not None
    return True


def _has_day(verb: Token) -> bool:
    """Whether a day hangs on a verb: "founded in 1871", not in a note that ends with a colon."""
    after = verb.right_edge.i + 1
    if after < len(verb.doc) and verb.doc[after].text == ":":
        return False
    return any(noun.ent_type_ == "DATE" for _, noun in grammar.phrases(verb)) or any(
        t.dep_ == "npadvmod" and t.ent_type_ == "DATE" for t in verb.children
    )


def _concrete(thing: Token, lemma: str, words: Lexicon) -> bool:
    """Whether the thing of a light verb makes it an act: "gave evidence", not "gave rise"."""
    held = lemma == "hold" and thing.dep_ == "nsubjpass" and not is_people(thing, words)
    if not held and not words.says("open", "things_needed", lemma):
        return False
    return thing.pos_ in ("NOUN", "PROPN") and not words.says("open", "empty_things", thing.lemma_.lower())


def _doer_fits(verb: Token, thing: Token | None, words: Lexicon) -> bool:
    """Whether somebody, or some thing, is told of: not words, thoughts, times or people at large."""
    doer = grammar.agent(verb) or grammar.subject(verb)
    if doer is None:
        return False
    if not words.says("open", "idle", doer.lemma_.lower()):
        return True
    if doer.lower_ == "it":
        return thing is not None and thing.i != doer.i and grammar.first_of_chain(verb).dep_ == "ccomp"
    counted = any(t.dep_ == "nummod" for t in doer.children)
    return doer.pos_ == "NOUN" and (counted or doer.dep_ == "nsubjpass")
