"""A verb that is no event by itself in, the sort of act that it tells with a day or a length of its own out.

"Sat", "spoke", "won", "blocked": such verbs mostly say how things are, what somebody said, or what one thing
does to another in a figure of speech. Of somebody, on a day or for so many hours, they tell what was done:
"the envoys sat in two rooms on Tuesday", "Trell spoke for three hours". A plan needs a day or a limit:
"will stay shut until Friday", "will be back at work on Monday".
"""

from spacy.tokens import Token

from onrecord.annotations.events import grammar
from onrecord.annotations.events.lexicon import Lexicon, Sort, event_words

NAMES = ("PERSON", "ORG", "GPE", "NORP", "")
MORE = ("attr", "acomp", "oprd", "ccomp", "xcomp")


def act_of(verb: Token, thing: Token | None, words: Lexicon) -> Sort | None:
    """Return the sort of an act of somebody, or what was done to a thing; None of what isn't told as one."""
    lemma = verb.lemma_.lower()
    if not words.says("open", "acts", lemma) or grammar.child(verb, "ccomp", "xcomp") is not None:
        return None
    doer = grammar.agent(verb) or grammar.subject(verb)
    if was_to_have(verb) or (verb.dep_ == "xcomp" and not is_ahead(verb)):
        return None  # "had offered to go on Friday": the day may be that of the offer
    if doer is None or not (is_people(doer, words) or _undergoes(verb, doer, words)):
        return None
    if not _is_told(verb, words) or doer.lemma_.lower() in words.nouns or _is_figure(verb, thing, words):
        return None
    name = lemma if thing is None else f"{lemma} {thing.lemma_.lower()}"
    return Sort(sort=name, frame="on", open=True, dated=True, act=True)


def _is_told(verb: Token, words: Lexicon) -> bool:
    """Whether a verb tells a deed: no credit ("posted by …"), and no word of saying that goes on."""
    if verb.dep_ == "acl":
        return False
    if verb.tag_ == "VBN" and grammar.child(verb, "aux", "auxpass") is None:
        return verb.dep_ == "conj" and grammar.child(verb.head, "aux", "auxpass") is not None
    return not (verb.tag_ == "VBG" and words.says("open", "says", verb.lemma_.lower()))


def _is_figure(verb: Token, thing: Token | None, words: Lexicon) -> bool:
    """Whether a verb makes a figure of speech with its thing or phrase: "came under heavy fire"."""
    if thing is not None and thing.lemma_.lower() in event_words("acts.to_come"):
        return True  # "backed plans for a concert on Friday": the day is the concert's
    if (
        thing is not None
        and thing.lower_ not in event_words("acts.persons")
        and (thing.pos_ == "PRON" or words.says("open", "empty_things", thing.lemma_.lower()))
    ):
        return True
    return any(
        prep in event_words("acts.figured")
        and noun.lemma_.lower() not in event_words("acts.units")
        and words.says("open", "empty_things", noun.lemma_.lower())
        for prep, noun in grammar.phrases(verb)
    )


def is_people(noun: Token, words: Lexicon) -> bool:
    """Whether a word is somebody, or a body of people: a name, one who is pointed at, or a noun for them."""
    if noun.pos_ == "PROPN":
        named = noun.ent_type_ in NAMES and noun.text[:1].isupper()
        return named or words.says("open", "people", noun.lemma_.lower())
    if noun.pos_ in ("NUM", "DET", "ADJ") or noun.lower_ in event_words("acts.some"):
        inner = next((other for prep, other in grammar.phrases(noun) if prep == "of"), None)
        return inner is not None and inner != noun and is_people(inner, words)
    pointing = noun.lower_ in event_words("acts.pointing")
    return pointing or words.says("open", "people", noun.lemma_.lower())


def is_measured(verb: Token) -> bool:
    """Whether a verb is told to have gone on for a stretch of time: "for six hours", "until dusk"."""
    for span in grammar.children(verb, "npadvmod", "dobj"):
        long = span.lemma_.lower() in event_words("acts.units") | event_words("acts.long_units")
        if long and any(t.dep_ == "nummod" for t in span.children):
            return True  # "waited four years"
    for prep, noun in grammar.phrases(verb):
        if prep in event_words("acts.until") and noun.lemma_.lower() in event_words("acts.times"):
            return True
        if prep in event_words("acts.all_through") and noun.lemma_.lower() in event_words("acts.units"):
            return True
        if prep == "for" and noun.lemma_.lower() in event_words("acts.units"):
            return any(t.dep_ in ("nummod", "det", "amod") for t in noun.children)
    return False


def is_limited(verb: Token) -> bool:
    """Whether a plan has its time told by no day: "until the guests have left", "within the hour"."""
    for prep, noun in grammar.phrases(verb):
        if prep in event_words("acts.within") and noun.lemma_.lower() in event_words("acts.units"):
            return True
    for clause in grammar.children(verb, "advcl"):
        if any(t.dep_ == "mark" and t.lower_ in event_words("acts.until") for t in clause.children):
            return True
    return False


def presence_of(verb: Token, words: Lexicon) -> Sort | None:
    """Return the sort of somebody's being back, or as a plan somewhere: "will be at work on Monday"."""
    ahead = is_ahead(verb)
    if grammar.child(verb, *MORE) is not None or not (ahead or verb.tag_ == "VBD"):
        return None
    who = grammar.subject(verb)
    if who is None or not is_people(who, words):
        return None
    back = any(t.lower_ in event_words("acts.back") for t in verb.children)
    there = ahead and any(prep in event_words("acts.there") for prep, _ in grammar.phrases(verb))
    return Sort(sort="visit", frame="alone", open=True, dated=True) if back or there else None


def is_ahead(verb: Token) -> bool:
    """Whether a verb is told as ahead: "will speak", "is to speak", "is due to speak"."""
    helpers = {t.lower_ for t in verb.children if t.dep_ == "aux"}
    over = verb.head.lemma_.lower() if verb.dep_ == "xcomp" else ""
    return bool(helpers & event_words("open_verbs.will")) or (
        "to" in helpers and over in event_words("open_verbs.ahead")
    )


def was_to_have(verb: Token) -> bool:
    """Whether a thing did not come, or not then: "was to have spoken on Friday"."""
    helpers = {t.lower_ for t in verb.children if t.dep_ == "aux"}
    return helpers >= event_words("acts.undone")


def let_go(verb: Token, words: Lexicon) -> Sort | None:
    """Return the sort of letting somebody go: "let the hostages go", not "let it go"."""
    told = grammar.child(verb, "ccomp", "xcomp")
    if verb.lemma_ != "let" or told is None or told.lower_ not in event_words("acts.let"):
        return None
    who = grammar.child(told, "nsubj") or grammar.child(verb, "dobj")
    if who is None or not is_people(who, words):
        return None
    return Sort(sort="release", frame="on", type="CONCEDE", open=True)


def _undergoes(verb: Token, what: Token, words: Lexicon) -> bool:
    """Whether a thing is told to have been dealt with: "the motion was backed on Monday"."""
    passive = grammar.child(verb, "nsubjpass") is not None
    return passive and what.pos_ == "NOUN" and not words.says("open", "idle", what.lemma_.lower())
