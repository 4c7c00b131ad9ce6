"""A sentence in, the words out that may name an event, each with its sort."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from onrecord.annotations.events import grammar
from onrecord.annotations.events.acts import is_people, presence_of
from onrecord.annotations.events.disclaimed import disclaimed_sort, missing_sort
from onrecord.annotations.events.lexicon import Lexicon, Sort, event_words, lexicon
from onrecord.annotations.events.modality_noun import outcome_of
from onrecord.annotations.events.modality_own import since_when, stays
from onrecord.annotations.events.open_verbs import lasting_sort, open_sort, particle_of

PARTICLES = ("prt", "dobj", "nsubjpass", "acomp", "oprd", "prep", "advmod")
MODIFIERS = ("compound", "amod", "nmod", "nummod")
NAMED = ("PERSON", "ORG", "GPE", "PRODUCT", "WORK_OF_ART", "FAC", "NORP")


THERE = Sort(sort="visit", frame="alone", open=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word that may name an event.

    Attributes:
        token: the verb or noun.
        words: it with its particle or modifier ("step down", "phone call"), in order.
        sort: what it names.
        noun: whether it is a noun.
    """

    token: Token
    words: tuple[Token, ...]
    sort: Sort
    noun: bool


def triggers(sent: TokenSpan, words: Lexicon) -> Iterator[Trigger]:
    """Yield the triggers of a sentence, in order."""
    lemmas = _Lemmas(sent)
    for token in sent:
        if token.pos_ in ("NOUN", "PROPN"):
            found = _noun(token, words)
            if found is not None and _allowed(found.sort, lemmas) and _fits(found):
                yield found
        elif token.lemma_ == "be" and (met := _among(token, words)) is not None:
            yield Trigger(token=token, words=(token,), sort=met, noun=False)
        elif token.lemma_ == "be" and _is_there(token):
            yield Trigger(token=token, words=(token,), sort=THERE, noun=False)
        elif token.lemma_ == "be" and (denied := disclaimed_sort(token, words) or missing_sort(token, words)):
            yield Trigger(token=token, words=(token,), sort=denied, noun=False)
        elif token.lemma_ == "be" and since_when(token, words) is not None:
            yield Trigger(token=token, words=(token,), sort=lasting_sort(token), noun=False)
        elif token.lemma_ == "be" and (presence := presence_of(token, words)):
            yield Trigger(token=token, words=(token,), sort=presence, noun=False)
        elif token.pos_ == "VERB":
            verb = _verb(token, words, lemmas)
            if verb is not None:
                yield verb


def _among(verb: Token, words: Lexicon) -> Sort | None:
    """Return what befell somebody who is one of those whom it befell: "among the dead is Anna Trell"."""
    who = grammar.child(verb, "nsubj", "attr")
    if who is None or not is_people(who, words):
        return None
    for prep, noun in grammar.phrases(verb):
        sort = words.befell.get(noun.lower_) if prep in event_words("triggers.among") else None
        if sort is not None:
            return Sort(sort=sort, frame="befalls", open=True)
    return None


def _is_there(verb: Token) -> bool:
    """Whether somebody is told to have been at a place: "was in Leven", with nothing else said of them."""
    who = grammar.child(verb, "nsubj")
    if who is None or who.ent_type_ != "PERSON" or verb.tag_ != "VBD":
        return False
    if any(t.dep_ in ("attr", "acomp", "oprd", "ccomp", "xcomp") for t in verb.children):
        return False
    return any(
        prep in event_words("triggers.at_a_place") and noun.pos_ == "PROPN"
        for prep, noun in grammar.phrases(verb)
    )


class _Lemmas:
    """The lemmas of a sentence, gathered once if a sort asks for them."""

    def __init__(self, sent: TokenSpan) -> None:
        self._sent = sent
        self._found: frozenset[str] | None = None

    def __call__(self) -> frozenset[str]:
        if self._found is None:
            self._found = frozenset(t.lemma_.lower() for t in self._sent)
        return self._found


def _allowed(sort: Sort, lemmas: _Lemmas) -> bool:
    return not (sort.near and not sort.near & lemmas()) and not (sort.unless and sort.unless & lemmas())


def _verb(token: Token, words: Lexicon, lemmas: _Lemmas) -> Trigger | None:
    """Return the trigger of a verb: by the table of sorts, else by what stands beside it, else by itself."""
    listed = _in_table(token, words, words.verbs)
    if listed is not None and _allowed(listed.sort, lemmas) and _fits(listed):
        return listed
    for beside in _in_open_table(token, words):
        if _allowed(beside.sort, lemmas) and _fits(beside):
            return beside
    denied = disclaimed_sort(token, words)
    if listed is not None and not listed.sort.things and len(listed.words) == 1 and denied is None:
        return None  # another sense: "met its target"
    sort = _of_subject(token, words) or open_sort(token, words) or denied
    if sort is None:
        return None
    particle = particle_of(token)
    parts = tuple(sorted((t for t in (token, particle) if t is not None), key=lambda t: t.i))
    return Trigger(token=token, words=parts, sort=sort, noun=False)


def _of_subject(verb: Token, words: Lexicon) -> Sort | None:
    """Return the sort of the event that a verb tells the beginning or the end of: "the talks opened"."""
    subject = grammar.subject(verb)
    if subject is None or not words.says("subject", "own", verb.lemma_.lower()):
        return None
    sort = words.nouns.get(subject.lemma_.lower())
    if sort is not None and sort.heads and not _comes(verb):
        return None
    return replace(sort, open=True) if sort is not None and sort.staged else None


def _comes(verb: Token) -> bool:
    """Whether what is made known comes: "the results came on Friday", not "the figure came from a clerk"."""
    return verb.lemma_ == "come" and all(prep != "from" for prep, _ in grammar.phrases(verb))


def _in_table(token: Token, words: Lexicon, table: dict[str, Sort]) -> Trigger | None:
    """Return the trigger that a verb is by a table of sorts, with its particle or alone."""
    for key, parts in _keys(token, words):
        if key in table:
            return Trigger(token=token, words=parts, sort=table[key], noun=False)
    return None


def _in_open_table(token: Token, words: Lexicon) -> Iterator[Trigger]:
    for key, parts in _keys(token, words):
        for sort in words.open_verbs.get(key, ()):
            yield Trigger(token=token, words=parts, sort=sort, noun=False)


def _keys(token: Token, words: Lexicon) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Yield what a verb may be listed as: with each word that may belong to it, then alone."""
    lemma = token.lemma_.lower()
    if lemma in words.longer:
        for other in token.children:
            if other.dep_ in PARTICLES and (other.dep_ != "prep" or other.i > token.i):
                pair = tuple(sorted((token, other), key=lambda t: t.i))
                yield f"{lemma} {other.lemma_.lower()}", pair
    if not any(t.dep_ == "prt" for t in token.children):
        yield lemma, (token,)


def _noun(token: Token, words: Lexicon) -> Trigger | None:
    if token.dep_ in ("compound", "nmod", "amod", "npadvmod") or token.ent_type_ in (
        "DATE",
        "TIME",
        "PERSON",
    ):
        return None
    lemma = token.lemma_.lower()
    if token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_:
        sort = words.nouns.get(
            f"{token.nbor(-2).lower_}-{lemma}"
        )  # "cease-fire" is three tokens, and no fire
        start = token.doc[token.i - 2]
        return None if sort is None else Trigger(token=token, words=(start, token), sort=sort, noun=True)
    if token.pos_ == "PROPN":
        lemma = lemma.removesuffix("s") if lemma not in words.nouns else lemma
    for other in token.children:
        if other.i == token.i - 1 and other.dep_ in MODIFIERS:
            sort = words.nouns.get(f"{other.lower_} {lemma}")
            if sort is not None:
                return Trigger(token=token, words=(other, token), sort=sort, noun=True)
    sort = words.nouns.get(lemma)
    if sort is None and _is_set_for_a_day(token, words):
        set_for = Sort(sort=lemma, frame="befalls", staged=True, open=True)
        return Trigger(token=token, words=(token,), sort=set_for, noun=True)
    if sort is None or (token.pos_ == "PROPN" and token.ent_type_ in NAMED and not sort.happens):
        return None
    if lemma in sort.plural and token.tag_ not in ("NNS", "NNPS"):
        return None
    return Trigger(token=token, words=(token,), sort=sort, noun=True)


def _is_set_for_a_day(noun: Token, words: Lexicon) -> bool:
    """Whether a noun of no table is told to have been put off, called off or planned for a day.

    "The concert, planned for Saturday, has been put off", "the opening was postponed until May".
    """
    if noun.pos_ != "NOUN" or noun.dep_ not in ("nsubjpass", "dobj") or noun.head.pos_ != "VERB":
        return False
    if words.says("open", "unset", noun.lemma_.lower()):
        return False
    told = [noun.head, *(t for t in noun.children if t.dep_ == "acl" and t.tag_ == "VBN")]
    moved = any(outcome_of(verb, words) is not None for verb in told)
    planned = any(words.says("open", "sets", verb.lemma_.lower()) for verb in told)
    return (moved or planned) and any(
        prep in event_words("triggers.for_a_day") and goal.ent_type_ in ("DATE", "TIME")
        for verb in told
        for prep, goal in grammar.phrases(verb)
    )


def _fits(trigger: Trigger) -> bool:
    return _noun_fits(trigger) if trigger.noun else _verb_fits(trigger)


def _noun_fits(trigger: Trigger) -> bool:
    token, sort = trigger.token, trigger.sort
    modifiers = {t.lower_ for t in token.children if t.dep_ in MODIFIERS}
    if modifiers & sort.unless_modifier:
        return False
    if sort.heads and not _is_held(token, sort):
        return False
    if sort.unless_head and token.dep_ == "dobj" and token.head.lemma_ in sort.unless_head:
        return False
    over = grammar.preposition_of(token)
    return not (
        over and over[0] in sort.unless_prep and not modifiers and grammar.child(token, "det") is None
    )


def _is_held(noun: Token, sort: Sort) -> bool:
    """Whether a noun is what one of some verbs is done to, or what is "due": "a report was due"."""
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.lemma_ == "be":
        said = grammar.child(verb, "acomp", "oprd")
        return said is not None and said.lower_ in sort.heads and grammar.child(said, "xcomp") is None
    held = noun.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in sort.heads
    return held and grammar.child(verb, "xcomp") is None


def _verb_fits(trigger: Trigger) -> bool:
    token, sort = trigger.token, trigger.sort
    if token.dep_ == "amod" or (token.dep_ in ("acomp", "oprd") and stays(token.head) is not None):
        return False  # "stayed shut"
    thing = grammar.child(token, "dobj", "nsubjpass")
    if thing is None and grammar.is_passive(token):
        thing = grammar.subject(token)
    if thing is None and sort.things:
        thing = grammar.subject(token)
    if sort.object and grammar.child(token, "dobj") is None and not grammar.is_passive(token):
        return False
    if sort.complement and not any(
        t.dep_ in sort.complement or t.lower_ in sort.complement for t in token.children
    ):
        return False
    if (
        len(trigger.words) > 1
        and trigger.words[-1].dep_ == "prep"
        and trigger.words[-1].lower_ in event_words("triggers.asked")
        and grammar.is_passive(token)
    ):
        return False  # "pressed for details, she": she is asked
    if sort.goals and not any(_is_one(noun, sort.goals) for _, noun in grammar.phrases(token)):
        return False
    if token.lemma_ in sort.no_object and grammar.child(token, "dobj") is not None:
        return False
    if thing is not None and thing.lower_ in event_words("triggers.reflexive"):
        return False
    if sort.frame == "joint" and thing is not None and thing.dep_ == "nsubjpass" and sort.sort == "meeting":
        return False  # "was met with chants"
    barred = thing or (grammar.subject(token) if sort.frame == "befalls" else None)
    if barred is not None and (barred.lemma_.lower() in sort.bars or barred.ent_type_ in sort.bars):
        return False
    if sort.things and not (thing is not None and _is_one(thing, sort.things)):
        return False
    if sort.orders and not _has_order(token):
        return False
    if sort.small and not any(_is_small(t) for t in token.children):
        return False
    if sort.bare and any(
        t.dep_ in ("dobj", "prep", "xcomp", "ccomp") and not _tells_time(t) for t in token.children
    ):
        return False
    if sort.people:
        who = grammar.agent(token) or grammar.subject(token)
        return who is not None and is_people(who, lexicon())
    if sort.subjects:
        doer = grammar.agent(token) or grammar.subject(token)
        return doer is not None and _is_one(doer, sort.subjects)
    return True


def _has_order(verb: Token) -> bool:
    """Whether a verb of saying has an order under it: "told them to leave", not "told them a tale"."""
    told = grammar.child(verb, "xcomp", "ccomp")
    return (
        told is not None
        and told.tag_ == "VB"
        and any(t.dep_ == "aux" and t.lower_ == "to" for t in told.children)
    )


def _tells_time(part: Token) -> bool:
    """Whether a phrase tells when: "on Monday"."""
    return any(t.ent_type_ in ("DATE", "TIME") for t in part.children)


def _is_small(token: Token) -> bool:
    """Whether a word says what something is declared to be: "declared him dead", "declared the vote void"."""
    if token.dep_ not in ("oprd", "ccomp") or token.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB"):
        return False
    verbal = token.pos_ == "VERB" and (token.tag_ != "VBN" or token.dep_ == "ccomp")
    return not verbal and grammar.child(token, "aux", "auxpass", "cop", "mark") is None


def _is_one(token: Token, listed: frozenset[str]) -> bool:
    """Whether a word, or one beside it, is listed: by itself, by its kind of name, or as "one of" those."""
    if token.lower_ in event_words("triggers.him") and "PERSON" in listed:
        return True
    if (
        token.pos_ == "NUM"
        and listed & {"PERSON", "people"}
        and not any(True for _ in grammar.phrases(token))
    ):
        return True  # "20,000 turned out"
    words = grammar.with_conjuncts(token)
    if token.pos_ in ("NUM", "PRON", "DET"):
        words = [*words, *(noun for prep, noun in grammar.phrases(token) if prep == "of")]
    if "NAME" in listed and any(t.pos_ == "PROPN" for t in words):
        return True
    return any(t.lemma_.lower() in listed or t.ent_type_ in listed for t in words)
