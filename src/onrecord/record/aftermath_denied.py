"""A demand and a later sentence in, whether it tells of it as a request that was refused out.

"A request by the League that the vote be repeated was rejected": what was demanded may be told in wholly
other words, so whoever demanded it must be named, and two things more be in both.
"""

import re
from functools import lru_cache

from onrecord.record.aftermath_facts import Facts
from onrecord.record.aftermath_index import Sentences
from onrecord.record.aftermath_sentences import Sentence, object_after, phrase_of, stems_in
from onrecord.record.akin import Doing

WORDS = 40  # code points after the words that tell that somebody won't
SHARED = 2  # things that a sentence on a demand shares with it, whoever demands it among them


def is_turned_down(index: Sentences, facts: Facts, sentence: Sentence) -> bool:
    """Whether a sentence tells of a request for what is demanded that it was refused."""
    if facts.first is None or sentence.told <= facts.first:
        return False
    found = phrase_of("turned_down").search(sentence.text)
    if found is None:
        return False
    common = index.in_common(facts, sentence)
    if not common & facts.about & index.settled.somebody:
        return False
    named = bool(facts.nouns) and _named(facts.nouns).search(sentence.text) is not None
    return len(common) > SHARED or (named and len(common) >= SHARED)


def is_refused(index: Sentences, facts: Facts, sentence: Sentence) -> bool:
    """Whether who was asked to do it tells, in other words for it, that he won't: "would not step down"."""
    if facts.first is None or sentence.told <= facts.first or not facts.doings:
        return False
    text = sentence.text
    for said in phrase_of("unwilling").finditer(text):
        words = text[said.end() : said.end() + WORDS]
        if any(_tells(doing, words, facts) for doing in facts.doings):
            return bool(index.in_common(facts, sentence) & facts.people)
    return False


def _tells(doing: Doing, words: str, facts: Facts) -> bool:
    """Whether words begin with one of a doing's, also as a gerund, and then name what it is to be done to."""
    for each in (words, phrase_of("gerund").sub(r"\1\3", words, count=1)):
        found = doing.verbs.match(each)
        if found is not None:
            next_ = object_after().match(each, found.end())
            stems = stems_in(next_[0]) if next_ is not None else frozenset()
            return not stems or bool(stems & facts.words)
    return False


@lru_cache(maxsize=256)
def _named(nouns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{nouns})\b", re.IGNORECASE)
