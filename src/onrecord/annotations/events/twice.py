"""The candidates of a sentence in, which of them only tell again what another tells: "met for talks"."""

from onrecord.annotations.events import grammar
from onrecord.annotations.events.lexicon import event_words, lexicon
from onrecord.annotations.events.triggers import Trigger
from onrecord.annotations.events.worth import Candidate, is_sought

ACTS = frozenset({"demand", "threat", "promise"})  # what is told beside what it demands or threatens
TRIED = frozenset({"trial", "hearing"})
LIGHT = (("object", "own"), ("open", "figures"), ("open", "states"))


def said_twice(candidate: Candidate, found: list[Candidate], worthy: list[Candidate]) -> bool:
    """Whether another trigger of the sentence tells the same event and more: "met for talks".

    What has too little of its own to stand on the record takes the place of no promise or demand, nor of what
    the tables list.
    """
    trigger = candidate.trigger
    for other in found:
        weak = other not in worthy
        if other is candidate or (
            weak
            and (
                _is_given(candidate)
                if trigger.sort.clausal
                else _is_in_table(trigger) or other.trigger.sort.open
            )
        ):
            continue
        above = trigger.token.is_ancestor(other.trigger.token)
        below = other.trigger.token.is_ancestor(trigger.token)
        if trigger.sort.clausal and above:
            return trigger.sort.sort not in ACTS or not candidate.known + candidate.others
        carried = trigger.sort.open and not trigger.noun and not trigger.sort.subjects
        if carried and _carries(candidate, other, weak=weak):
            return True
        talks = {trigger.sort.sort, other.trigger.sort.sort} <= {"meeting", "summit", "conference", "call"}
        same = trigger.sort.sort == other.trigger.sort.sort or talks
        if same and below and other.known >= candidate.known and not candidate.day.own:
            return True
    return False


def _is_in_table(trigger: Trigger) -> bool:
    """Whether a verb itself is one of its sort: "a truce held", not "the meeting went no better"."""
    lemma = trigger.token.lemma_.lower()
    return any(listed.split()[0] == lemma for listed in trigger.sort.verbs)


def _is_given(candidate: Candidate) -> bool:
    """Whether a promise or a demand has been made: one that is ahead is told by what it would be of."""
    return candidate.trigger.sort.clausal and candidate.standing.modality == "happened"


def _carries(candidate: Candidate, other: Candidate, *, weak: bool) -> bool:
    """Whether a verb only carries the event that its subject or object names: "a fire broke out"."""
    verb = candidate.trigger.token
    carries = other.trigger.noun and other.standing.verb == verb and other.standing.outcome in (None, "held")
    carries = carries and not is_sought(other.trigger, other.standing)
    lemma = verb.lemma_.lower()
    alone = grammar.child(verb, "prt") is None  # not "ruled out an inquiry"
    light = alone and any(lexicon().says(*group, lemma) for group in LIGHT)
    if weak and other.standing.relation == "object" and not light:
        return False  # "traced the outbreak to a well"
    if carries and candidate.trigger.sort.sort == "hearing" and other.trigger.sort.sort in TRIED:
        return True  # "will be heard in a separate trial"
    return (
        carries
        and other.standing.relation in ("object", "subject")
        and verb.lemma_ not in event_words("modality_noun.told_plans")
    )
