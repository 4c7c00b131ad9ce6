"""A plan and a later sentence in, whether it speaks of the plan as of what came about out.

"After Friday's signing", "her tour on Thursday lasted an hour", "it applied to the court", "on the first full
day of the truce": no event is found in some of these that would be the plan's.
"""

import re
from datetime import timedelta
from functools import lru_cache

from onrecord.english import english_table
from onrecord.record.aftermath_facts import NEAR, Facts, is_telling
from onrecord.record.aftermath_index import Sentences, soon
from onrecord.record.aftermath_sentences import Sentence, doubt, phrase_of, without_asides
from onrecord.record.akin import told_in, without_quoted

SHARED = 2  # things that a sentence on a plan shares with it
SOON = timedelta(days=2)  # from a plan's day on, in which it is told without one that it came about
LATER = timedelta(days=14)  # the same of what was planned for no day
NEXT = 16  # code points after "since" or "until" within which the day stands
AROUND = 60  # code points on either side in which a word of doubt takes back what a phrase tells


def came(index: Sentences, facts: Facts, sentence: Sentence) -> bool:
    """Whether a sentence speaks of what was planned as of a thing that was done when it was to be."""
    if not facts.doings or facts.first is None or sentence.told < facts.first or is_telling(sentence, facts):
        return False
    return (
        _is_spoken_of(index, facts, sentence)
        or _took_place(index, facts, sentence)
        or _was_done(index, facts, sentence)
    )


def _is_spoken_of(index: Sentences, facts: Facts, sentence: Sentence) -> bool:
    """Whether it is spoken of as done: "after Friday's signing"; in the week for which it was planned."""
    if facts.window is None or sentence.told < facts.window[0]:
        return False
    day = facts.day.first if facts.day is not None and facts.one_day else None
    common = len(index.told_in(sentence) & index.told_with(facts))
    if common < SHARED:
        return False
    for spoken, lasting in told_in(sentence.text, facts.doings):
        start, end = (lasting, lasting + NEXT) if lasting else (0, len(sentence.text))
        near = sentence.text[max(0, spoken.start - AROUND) : spoken.end + AROUND]
        if doubt().search(near):
            continue
        if day is not None and index.on_day(facts, sentence, end, start=start):
            return True
        if day is None and common > SHARED and _is_of_its_week(facts, sentence):
            return True
    return False


def _is_of_its_week(facts: Facts, sentence: Sentence) -> bool:
    window = facts.window
    return window is not None and window[1] - window[0] <= NEAR and soon(facts, sentence, within=SOON)


def _took_place(index: Sentences, facts: Facts, sentence: Sentence) -> bool:
    """Whether it is told of it as a thing that it took place: "her tour on Thursday lasted an hour"."""
    if facts.window is None or sentence.told < facts.window[0] or not facts.one_day:
        return False
    if index.is_elsewhere(facts, sentence):
        return False
    if not index.on_day(facts, sentence, len(sentence.text)):
        return False
    text = without_asides(without_quoted(sentence.text))
    told = [found for doing in facts.doings if (found := doing.passed.search(text)) is not None]
    if not any(doubt().search(found[0]) is None for found in told):
        return False
    common = index.in_common(facts, sentence)
    return bool(common & facts.actors) or len(common) > SHARED


def _was_done(index: Sentences, facts: Facts, sentence: Sentence) -> bool:
    """Whether who was to do it is told to have done it, in other words: "it applied to the court"."""
    text = without_quoted(sentence.text)
    found = next((m for d in facts.doings if d.did and (m := d.did.search(text)) is not None), None)
    if found is None or doubt().search(text[max(0, found.start() - AROUND) : found.end()]):
        return False
    if facts.window is None:
        soon_told = facts.first is not None and sentence.told <= facts.first + LATER
    else:
        soon_told = soon(facts, sentence, within=SOON)
    opened = phrase_of("openers").match(text) is not None
    doer = (
        frozenset[str]()
        if not opened or sentence.before is None
        else index.first_in(sentence.before, sentence)
    )
    before = index.entities_between(sentence, 0, found.start()) | doer
    return soon_told and bool(before & facts.actors) and len(index.in_common(facts, sentence)) > SHARED


def goes_on(index: Sentences, facts: Facts, sentence: Sentence) -> bool:
    """Whether what was to begin then, and lasts, is spoken of as some days old, going on or broken."""
    if facts.lasting is None or facts.window is None or is_telling(sentence, facts):
        return False
    if not soon(facts, sentence, within=LATER):
        return False
    text = without_quoted(sentence.text)
    told = _lasts(facts.lasting).search(text)
    if told is None or doubt().search(text[max(0, told.start() - AROUND) : told.end()]):
        return False
    if phrase_of("unbegun").search(text, told.start()) or index.is_elsewhere(facts, sentence):
        return False
    noun = re.compile(facts.lasting, re.IGNORECASE).search(text, told.start())
    if noun is not None and phrase_of("another").search(text[: noun.start()]):
        return False
    if noun is not None and noun.start() == told.start() and phrase_of("of_it").search(text[: noun.start()]):
        return False
    if not index.names(sentence) & (facts.about | facts.people):
        return False
    return not index.before(facts, sentence)


@lru_cache(maxsize=32)
def _lasts(nouns: str) -> re.Pattern[str]:
    """Return the words by which it is told of a thing that lasts that it has begun."""
    phrases = english_table("aftermath")["lasts"]
    return re.compile("|".join(phrases).replace("NOUNS", nouns), re.IGNORECASE)
