"""A trigger with all that was found about it in, whether it is an event mention, and how sure it is, out.

What the table of sorts lists must have somebody who takes part; or, where things happen to places, a place
or a day. What it doesn't list, or lists with less of its own, is told of a person or thing at least.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.annotations.events import grammar
from onrecord.annotations.events.acts import is_ahead, is_limited, is_measured
from onrecord.annotations.events.dated import Dated
from onrecord.annotations.events.lexicon import event_words, lexicon
from onrecord.annotations.events.modality_own import SINCE, STAYS
from onrecord.annotations.events.modality_verb import MEANT
from onrecord.annotations.events.standing import Standing
from onrecord.annotations.events.triggers import Trigger
from onrecord.annotations.events.voices import Told
from onrecord.model.annotation import Mention, Participant

LASTING = (STAYS, SINCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A trigger with all that was found about it."""

    trigger: Trigger
    standing: Standing
    participants: tuple[Participant, ...]
    heads: tuple[Token, ...]
    known: int
    others: int
    place: Mention | None
    day: Dated
    told: Told
    live: bool = False


def worth(candidate: Candidate) -> bool:
    """Whether a mention has enough of its own to stand on the record."""
    trigger, standing, day = candidate.trigger, candidate.standing, candidate.day
    if trigger.sort.open:
        return False
    details = candidate.known + (candidate.place is not None) + day.own + (standing.outcome is not None)
    if candidate.told.direct and (candidate.known == 0 or details < 2):
        return False
    if trigger.sort.happens and (candidate.place is not None or day.own):
        return True
    if trigger.sort.staged and trigger.noun and details >= 2:
        return True
    if candidate.known == 0 and candidate.others and day.own:
        return not candidate.told.direct
    if trigger.noun and candidate.known == 0:
        return False
    if trigger.sort.to and candidate.place is None and candidate.known < 2:
        return day.own and candidate.known == 1 and trigger.token.lemma_ == "visit"
    if trigger.sort.frame == "joint" and not trigger.noun:
        return candidate.known >= 2 or (candidate.known == 1 and (day.own or candidate.place is not None))
    return candidate.known >= 1


def confidence(candidate: Candidate) -> float:
    """Return how sure a mention is, in coarse steps by rule."""
    steps = 0.9 if not candidate.trigger.noun else 0.8
    if not candidate.standing.sure:
        steps -= 0.2
    if candidate.known == 0:
        steps -= 0.1
    if candidate.trigger.sort.frame == "joint" and candidate.known < 2 and not candidate.day.own:
        steps -= 0.2
    if candidate.told.direct:
        steps -= 0.1
    if candidate.standing.modality == "possible":
        steps -= 0.1
    return round(max(steps, 0.3), 2)


def worth_a_line(candidate: Candidate) -> bool:
    """Whether a mention that the table doesn't list, or that has less of its own, may stand on the record."""
    trigger, standing, day = candidate.trigger, candidate.standing, candidate.day
    details = candidate.known + (candidate.place is not None) + day.own + (standing.outcome is not None)
    if standing.reason == "there is no":
        return candidate.told.voice == "attributed"
    if _is_pledge(candidate):
        return True
    denial = standing.reason == "in talks" and standing.modality == "denied" and bool(candidate.told.given_by)
    if denial and candidate.known:
        return True
    if candidate.told.direct and (candidate.known == 0 or details < 2):
        return False
    if trigger.noun and trigger.sort.staged and standing.outcome in ("put-off", "called-off"):
        return details > 1 or candidate.others > 0
    if trigger.noun and is_sought(trigger, standing):
        return True
    if trigger.noun:
        of_something = details > 1 or candidate.others > 0 or trigger.sort.staged or trigger.sort.happens
        of_something = of_something or standing.modality == "planned"
        return day.own and of_something and standing.reason != "noun with infinitive"
    if standing.reason == "denied that":
        return True  # who denies it is told
    if (
        standing.reason == "until"
        and standing.words[0].lower_ not in event_words("acts.until")
        and not day.own
    ):
        return False  # "when the last of them have left"
    if standing.reason == SINCE and day.old:
        return False  # "has been in prison since 2009"
    if standing.reason == MEANT and not day.own and grammar.is_passive(standing.words[0]):
        return False  # "is meant to ease traffic"
    if trigger.sort.bare and standing.modality not in ("planned", "happened"):
        return False
    told = standing.modality in ("planned", "happened") or standing.reason in LASTING
    if trigger.sort.dated and not (_is_dated(candidate) and told):
        return False
    if trigger.sort.open and not _told_as_fact(candidate):
        return False
    passive = grammar.is_passive(trigger.token)
    if trigger.sort.open and standing.modality == "denied" and standing.reason == "negated":
        sure = day.own or passive or _nobody_is_met(trigger.token) or _is_refused(trigger.token)
        able = any(t.dep_ == "aux" and t.lower_ in event_words("worth.able") for t in trigger.token.children)
        nobody = passive and any(t.lower_ in event_words("worth.no_one") for t in standing.words) and not able
        return nobody or candidate.told.voice == "attributed" or (candidate.known > 0 and sure)
    nobody = standing.modality == "denied" and passive
    return candidate.known > 0 or candidate.others > 0 or nobody or _is_of_who_says(candidate)


def _is_refused(verb: Token) -> bool:
    """Whether it is told that somebody would not do a thing: "let it be known that he would not travel"."""
    would = any(t.dep_ == "aux" and t.lower_ in event_words("worth.would") for t in verb.children)
    return would and grammar.first_of_chain(verb).dep_ == "ccomp"


def _nobody_is_met(verb: Token) -> bool:
    """Whether a thing was done to nobody: "found none of them"."""
    thing = grammar.child(verb, "dobj")
    return thing is not None and thing.lower_ in event_words("modality_verb.nobody")


def is_sought(trigger: Trigger, standing: Standing) -> bool:
    """Whether a noun names what somebody demands or promises, and may be refused: "called for an inquiry"."""
    sought = trigger.noun and lexicon().says("open", "sought", trigger.sort.sort)
    verb = "" if standing.verb is None else standing.verb.lemma_
    seeks = standing.modality == "demanded" and verb in event_words("worth.seeking")
    promised = standing.modality == "planned" and verb in event_words("worth.promising")
    return sought and (seeks or promised) and standing.relation == "object"


def _is_of_who_says(candidate: Candidate) -> bool:
    """Whether "it" does a thing, by its own word: "the commission said it would wait until Friday"."""
    verb, told = candidate.trigger.token, candidate.told
    doer = grammar.child(verb, "nsubj")
    reported = told.voice == "attributed" and bool(told.given_by) and not told.direct
    return reported and doer is not None and doer.lower_ in event_words("worth.body") and verb.dep_ == "ccomp"


def _is_pledge(candidate: Candidate) -> bool:
    """Whether somebody says in their own words that they will do, or not do, a thing of weight."""
    trigger, told = candidate.trigger, candidate.told
    if not told.direct or not told.given_by or trigger.noun or trigger.sort.sort not in lexicon().pledged:
        return False
    doer = grammar.child(trigger.token, "nsubj")
    if doer is None or doer.lower_ not in event_words("worth.own"):
        return False
    return candidate.standing.modality in ("planned", "denied") and is_ahead(trigger.token)


def _is_dated(candidate: Candidate) -> bool:
    """Whether a day is told; or of an act, for how long it went on, and of a plan, until when it will."""
    verb, day, sort = candidate.trigger.token, candidate.day, candidate.trigger.sort
    said = lexicon().says("open", "says", verb.lemma_.lower())
    if candidate.live and candidate.standing.modality == "happened" and not said:
        return True  # its day is that of the ticker
    if day.fixed:
        return not (sort.act and day.since)  # "has led the party since May" is a state
    if candidate.standing.modality in ("planned", "ongoing"):
        return is_limited(verb)
    return sort.act and is_measured(verb)


def _told_as_fact(candidate: Candidate) -> bool:
    """Whether a verb that no table lists is told plainly: as no condition, no state, nor what comes after."""
    standing, verb = candidate.standing, candidate.trigger.token
    asked = grammar.child(verb, "xcomp")
    if asked is not None and grammar.child(asked, "neg") is not None:
        return False  # "asked not to be named"
    if standing.reason in ("condition", "thought", "would", "noun with infinitive"):
        return False
    if standing.modality == "denied" and standing.reason != "denied that":
        to = any(t.lower_ == "to" and t.dep_ == "aux" for t in verb.children)
        return standing.reason == "negated" and not to  # not "asked not to be named"
    over = verb.head if verb.dep_ == "xcomp" else verb  # "until the firm finishes drilling"
    fixed = candidate.day.fixed and standing.modality == "happened"
    if (
        over.dep_ == "advcl"
        and not fixed
        and any(t.lower_ in event_words("worth.timed") for t in over.children)
    ):
        return False
    state = any(t.dep_ == "auxpass" and t.tag_ in ("VBZ", "VBP") for t in verb.children)
    return candidate.live or not (state and standing.modality == "happened")
