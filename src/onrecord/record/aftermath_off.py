"""A plan and a later sentence in, whether it tells without its day that the plan was called or put off, out.

"The visit was cancelled at noon", after a sentence on who was to come; "the exchange of prisoners was put
off", where it was planned for no day. So it speaks of the plan by a noun, and of whom or what is in both.
"""

import re
from datetime import timedelta
from functools import lru_cache

from onrecord.model.record import OutcomeState
from onrecord.record.aftermath_facts import NEAR, Facts, is_telling
from onrecord.record.aftermath_index import Sentences
from onrecord.record.aftermath_sentences import Sentence, phrase_of, phrases, without_asides

SHARED = 2  # things that a sentence on a plan shares with it
BEFORE = 140  # code points before the phrase within which the noun stands
SOON = timedelta(days=3)  # after a plan's day, in which it is told without it what became of it


def is_called_off(index: Sentences, facts: Facts, sentence: Sentence) -> bool:
    """Whether a sentence tells of what was planned for some day that it was called off."""
    if facts.window is None or facts.first is None or is_telling(sentence, facts):
        return False
    if not facts.first < sentence.told <= facts.window[1] + SOON:
        return False
    end = _end_of("off", sentence.text, facts.nouns)
    if end is None or index.on_another(facts, sentence, end) or index.before_on_another(facts, sentence):
        return False
    if not index.in_common(facts, sentence, before=True) & facts.actors:
        return False
    places = index.places_in(sentence)
    return not places or not places.isdisjoint(facts.about)


def is_put_off(index: Sentences, facts: Facts, sentence: Sentence) -> bool:
    """Whether a sentence tells of what was planned for no day that it was put off."""
    if facts.day is not None and facts.window is not None:
        return False
    if (
        is_telling(sentence, facts)
        or index.is_elsewhere(facts, sentence)
        or _end_of("moved", sentence.text, facts.nouns) is None
    ):
        return False
    return len(index.in_common(facts, sentence)) >= SHARED


def may_be_of(index: Sentences, facts: Facts, sentence: Sentence) -> bool:
    """Whether a sentence in which something is called off may speak of a plan."""
    if facts.window is not None and sentence.told > facts.window[1] + NEAR:
        return False
    known = _known(facts.nouns).search(sentence.text) if facts.nouns else None
    opens = known is not None and not sentence.text[: known.start()].strip()
    beside = index.in_common(facts, sentence, before=opens).difference(*facts.names)
    if known is not None and beside:
        return not index.on_another(facts, sentence, len(sentence.text))
    return len(index.in_common(facts, sentence)) > SHARED


def set_aside_in(sentence: Sentence, facts: Facts) -> OutcomeState | None:
    """Return what the sentence after what was to have been tells of it by a noun: "it was put off"."""
    if _end_of("moved", sentence.text, facts.nouns) is not None:
        return "put-off"
    return "called-off" if _end_of("off", sentence.text, facts.nouns) is not None else None


def is_taken_back(text: str) -> bool:
    """Whether a sentence takes back what the one before it told: "On Thursday it took that back"."""
    return phrase_of("taken_back").search(text) is not None


def _end_of(way: str, text: str, nouns: str) -> int | None:
    """Return where a phrase ends that tells so of what a noun names before it."""
    match = phrase_of(way).search(without_asides(text)) if nouns else None
    if match is None or phrase_of("long_ago").search(match[0]):
        return None
    named = _known(nouns).search(text, max(0, match.start() - BEFORE), match.start())
    return match.end() if named is not None else None


@lru_cache(maxsize=256)
def _known(nouns: str) -> re.Pattern[str]:
    """Return the pattern of a thing that is spoken of as known."""
    return re.compile("|".join(phrases()["known"]).replace("NOUNS", nouns), re.IGNORECASE)
