"""A trigger in, who takes part out: the words of its arguments, with role, and where.

Passive-aware, and with what a noun's verb adds: in "the union held talks with the ministry" the union is
the subject of "held" and a party to the talks.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.annotations.events import grammar
from onrecord.annotations.events.lexicon import Lexicon, Sort, event_words
from onrecord.annotations.events.standing import Standing
from onrecord.annotations.events.triggers import Trigger
from onrecord.model.annotation import ParticipantRole

NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """The head word of an argument, and the role it plays."""

    token: Token
    role: ParticipantRole


def arguments(trigger: Trigger, standing: Standing, words: Lexicon) -> Iterator[Argument]:
    """Yield the arguments of a trigger, each conjunct by itself."""
    found = _of_noun(trigger, standing, words) if trigger.noun else _of_verb(trigger.token, trigger.sort)
    for token, role in found:
        for each in grammar.with_conjuncts(token):
            yield Argument(token=each, role=role)


def _of_verb(verb: Token, sort: Sort) -> Iterator[tuple[Token, ParticipantRole]]:
    subject, passive = grammar.subject(verb), grammar.is_passive(verb)
    if subject is not None:
        alone = grammar.child(verb, "dobj") is None
        role = (
            None
            if sort.frame == "befalls" and not alone
            else _subject_role(sort, passive=passive or (sort.middle and alone))
        )
        if role is not None:
            yield subject, role
    doer = grammar.agent(verb)
    if doer is not None and sort.frame != "befalls":
        yield doer, "party" if sort.frame == "joint" else "actor"
    for thing in grammar.children(verb, "dobj", "dative"):
        if sort.frame != "alone":
            yield thing, "party" if sort.frame == "joint" else "recipient"
    if verb.lemma_ == "be" and sort.frame == "befalls":
        yield from ((one, "recipient") for one in grammar.children(verb, "attr"))
    listed = dict(sort.preps)
    for prep, noun in grammar.phrases(verb):
        if prep in listed:
            yield noun, listed[prep]  # type: ignore[misc]
        elif prep == "with" and sort.frame == "joint":
            yield noun, "party"


def _subject_role(sort: Sort, *, passive: bool) -> ParticipantRole | None:
    if sort.frame == "joint":
        return "party"
    if sort.frame == "befalls":
        return "recipient"
    return "recipient" if passive else "actor"


def _of_noun(trigger: Trigger, standing: Standing, words: Lexicon) -> Iterator[tuple[Token, ParticipantRole]]:
    noun, sort = trigger.token, trigger.sort
    main: ParticipantRole | None = {"joint": "party", "on": "actor", "alone": "actor"}.get(sort.frame)  # type: ignore[assignment]
    owner: ParticipantRole | None = sort.poss if sort.poss else main  # type: ignore[assignment]
    for token in noun.children:
        if token.dep_ == "poss" and owner is not None:
            yield token, owner
        elif token.dep_ in ("compound", "amod", "nmod") and (
            token.ent_type_ == "NORP" or (token.ent_type_ == "PERSON" and not sort.happens)
        ):
            if main is not None:
                yield token, main if sort.poss is None else owner or main
        elif token.dep_ in ("relcl", "acl"):
            yield from _of_clause(token, main, words)
    listed = dict(sort.preps)
    for prep, other in grammar.phrases(noun):
        role = _phrase_role(prep, sort, listed, owner, main)
        if role is not None:
            yield other, role
    yield from _of_holder(standing, main, owner, words)
    if sort.happens or sort.type == "ASSAULT":
        yield from ((token, "recipient") for token in _harmed(noun, words))


def _harmed(noun: Token, words: Lexicon) -> Iterator[Token]:
    """Yield who came to harm: "one was killed and two hurt in the attack", "the blast injured three"."""
    verb = (
        noun.head.head
        if noun.dep_ == "pobj" and noun.head.lower_ in event_words("roles.harmed")
        else noun.head
    )
    if verb == noun or not words.says("holder", "harms", verb.lemma_):
        return
    if noun.dep_ == "nsubj":
        yield from grammar.children(verb, "dobj")
    elif noun.dep_ == "pobj":
        harming = [t for t in verb.conjuncts if words.says("holder", "harms", t.lemma_)]
        for each in sorted((verb, *harming), key=lambda t: t.i):
            subject = grammar.subject(each)
            if subject is not None and (grammar.is_passive(each) or each.lemma_ == "die"):
                yield subject


def _phrase_role(
    prep: str, sort: Sort, listed: dict[str, str], owner: ParticipantRole | None, main: ParticipantRole | None
) -> ParticipantRole | None:
    if prep in listed:
        return listed[prep]  # type: ignore[return-value]
    if sort.frame == "joint":
        return "party" if prep in event_words("roles.party") else None
    if prep == "by":
        return main
    if prep == "of":
        return owner if sort.frame == "alone" else "recipient"
    return "recipient" if prep in sort.to or (prep == "with" and sort.sort == "visit") else None


def _of_clause(
    verb: Token, main: ParticipantRole | None, words: Lexicon
) -> Iterator[tuple[Token, ParticipantRole]]:
    doer = grammar.agent(verb)
    if doer is not None and main is not None and words.says("holder", "verbs", verb.lemma_):
        yield doer, "actor" if words.says("holder", "hosts", verb.lemma_) else main


def _of_holder(
    standing: Standing, main: ParticipantRole | None, owner: ParticipantRole | None, words: Lexicon
) -> Iterator[tuple[Token, ParticipantRole]]:
    """Yield who holds, plans or stages the event that the noun names."""
    verb = standing.verb
    if verb is None or main is None or standing.relation not in ("object", "subject"):
        return
    passive = grammar.is_passive(verb)
    if main == "party":
        yield from ((noun, main) for prep, noun in grammar.phrases(verb) if prep in event_words("roles.with"))
    if standing.modality == "demanded" or standing.reason == "told of":
        return  # "called the attack shameful": nobody's deed but the attackers'
    doer = grammar.subject(verb)
    if words.says("holder", "undergoes", verb.lemma_) and doer is not None and standing.relation == "object":
        yield doer, owner or main  # "faces trial"
        return
    if not words.says("holder", "verbs", verb.lemma_.lower()):
        return
    doer = (
        grammar.agent(verb) if passive else (grammar.subject(verb) if standing.relation == "object" else None)
    )
    if doer is not None:
        yield doer, "actor" if words.says("holder", "hosts", verb.lemma_) else main


def places(trigger: Trigger, standing: Standing) -> Iterator[Token]:
    """Yield the heads of phrases that may tell where, nearest first."""
    carriers, listed = [trigger.token], () if trigger.sort.happens else dict(trigger.sort.preps)
    verb = standing.verb
    if verb is not None and verb != trigger.token and standing.relation in ("object", "subject"):
        carriers.append(verb)
    if trigger.noun:
        carriers += [t for t in trigger.token.children if t.dep_ in ("acl", "relcl")]
    for carrier in carriers:
        if trigger.noun and trigger.sort.happens:
            yield from grammar.children(carrier, "compound", "nmod")
        for prep, noun in grammar.phrases(carrier):
            if (prep in event_words("roles.held") and prep not in listed) or prep in trigger.sort.to:
                yield noun
                named = noun.lemma_.lower() in event_words("roles.of_a_name")
                yield from (
                    inner
                    for deeper, inner in grammar.phrases(noun)
                    if deeper in event_words("roles.held") or (named and deeper == "of")
                )
        if trigger.sort.frame == "befalls" and carrier != trigger.token:
            yield from grammar.children(carrier, "dobj")
        if trigger.sort.sort == "visit" and carrier == trigger.token:
            yield from grammar.children(carrier, "dobj", "nsubjpass")
        for phrase in grammar.children(carrier, "dobj", "nsubjpass", "nsubj"):
            yield from (
                noun for prep, noun in grammar.phrases(phrase) if prep in event_words("roles.at_a_place")
            )
            yield from grammar.children(phrase, "poss", "compound")


def is_somebody(token: Token) -> bool:
    """Whether a word that is no mention of the report tells of somebody or something all the same."""
    named = token.pos_ == "PROPN" and token.ent_type_ in (*NAMES, "")
    noun = token.pos_ in ("NOUN", "NUM") or (token.pos_ == "PROPN" and token.text.islower())
    if named or noun or token.lower_ in event_words("roles.somebody"):
        return True
    if token.pos_ in ("ADJ", "VERB"):  # "the third", "the injured"
        other = token.lower_ in event_words("roles.other")
        return not other and any(t.dep_ == "det" for t in token.children)
    some = token.lower_ in event_words("acts.some")
    return some and any(prep == "of" for prep, _ in grammar.phrases(token))  # "some of the drivers"
