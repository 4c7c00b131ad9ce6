"""Negations and claims in, which claims can't be true beside which negation out.

A negation answers a claim that has its verb, or another word for the deed, and its subject or most of its
other words, by another speaker or another report. What was not so and came later is no conflict, and of what
will not be nothing is known yet.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.links.words import words_of
from onrecord.record.claims import Claim, stems_of
from onrecord.record.composing import composing_pattern, composing_words
from onrecord.record.difference_negations import KIN, Negation, tables, verbs_of
from onrecord.record.elsewhere import are_elsewhere
from onrecord.record.settled import Settled

FEW = 2  # other words of a negation that has no subject but a thing
REACH = 7  # words after a thing within which its verb stands
BESIDE = 3  # words before a verb among which its subject stands: "Reyes has since resigned"
NEAR = 600  # code points within which "there was no list" answers who has just spoken of a list
HELD = 0.5  # share of a negation's other words that a claim of its subject holds
MOSTLY = 0.6  # the same where the subject isn't known


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told: claims by the stems of their words, and those of taking part in something.

    Of what is to come none is told: that it has not come contradicts nobody.
    """

    by_word: Mapping[str, Sequence[tuple[Claim, frozenset[str]]]]
    taking_part: Sequence[tuple[Claim, frozenset[str]]]


def told_in(claims: Iterable[Claim], settled: Settled) -> Told:
    """Return what is told by some claims; one that says that something isn't so tells it no other way."""
    by_word: dict[str, list[tuple[Claim, frozenset[str]]]] = defaultdict(list)
    taking_part = []
    for claim in claims:
        words, takes_part = _told_by(claim.span.of(settled.material.by_id[claim.report].text))
        if not (words or takes_part) or _is_to_come(claim, settled):
            continue
        for word in words:
            by_word[word].append((claim, words))
        if takes_part:
            taking_part.append((claim, words))
    return Told(by_word=by_word, taking_part=taking_part)


@lru_cache(maxsize=8192)  # a clause is read again for each moment
def _told_by(text: str) -> tuple[frozenset[str], bool]:
    """Return by which words a clause tells something that has come, and whether it tells of taking part."""
    if composing_pattern("negations.not").search(text) or tables().ahead.search(text):
        return frozenset(), False
    words = verbs_of(composing_pattern("contraries.not_told").sub(" ", text))
    if tables().refusing.search(text) is not None:
        words &= {*tables().kin.values()}  # "refused to sign" tells of no signing
        words &= {f"{KIN}refuse"}
    return words, tables().taking_part.search(text) is not None


def contradicted(negation: Negation, told: Told, settled: Settled) -> Iterator[Claim]:
    """Yield the claims that can't be true beside a negation."""
    word = min(negation.key, default="", key=lambda each: len(told.by_word.get(each, ())))
    for claim, words in told.taking_part if negation.takes_part else told.by_word.get(word, ()):
        if (
            _by_another(negation, claim)
            and _in_time(negation, claim, settled)
            and _says_so(negation, claim, words, settled)
            and (
                negation.stems
                or negation.lacking
                or not negation.subject
                or _answers_for_us(negation, claim)
                or _is_done_by(negation, claim, settled)
            )
            and not _are_elsewhere(negation, claim, settled)
            and not _at_other_times(negation, claim, settled)
        ):
            yield claim


def _are_elsewhere(negation: Negation, claim: Claim, settled: Settled) -> bool:
    passages = (negation.report, negation.what, None), (claim.report, claim.span, None)
    return are_elsewhere(*passages, settled)


def _answers_for_us(negation: Negation, claim: Claim) -> bool:
    """Whether somebody answers for several what has just been told: "we are not in talks with Orley"."""
    apart = negation.sentence.start - claim.span.end
    return (
        negation.for_us
        and negation.report == claim.report
        and 0 <= apart <= NEAR
        and bool(negation.named & claim.entities)
    )


def _at_other_times(negation: Negation, claim: Claim, settled: Settled) -> bool:
    """Whether each tells a time of its own, and the two can't be one: "signed in June", "refused in May"."""
    times = [
        [
            timex.when.date
            for timex in settled.material.found[report].timexes
            if timex.type == "DATE" and span.holds(timex.span) and timex.when.date is not None
        ]
        for report, span in ((negation.report, negation.what), (claim.report, claim.span))
    ]
    return bool(times[0] and times[1]) and not any(a.may_be(b) for a in times[0] for b in times[1])


def _is_done_by(negation: Negation, claim: Claim, settled: Settled) -> bool:
    """Whether a claim has the subject of a negation right before its verb: "Reyes has resigned"."""
    words = claim.span.of(settled.material.by_id[claim.report].text)
    told = words_of(composing_pattern("contraries.aside").sub(" ", words))
    stems = [verbs_of(word) for word in told]
    for place, stem in enumerate(stems):
        before = range(max(0, place - BESIDE), place)
        if stem & negation.key and any(
            stems[n] & negation.called or told[n] in composing_words("contraries.persons") for n in before
        ):
            return True
    return False


def _nouns(negation: Negation, settled: Settled) -> frozenset[str]:
    """Return the nouns by which the subject of a negation is called where no name is given: "the court"."""
    return frozenset(
        stem
        for group in settled.entities.groups
        if group.id in negation.subject
        for mention in group.mentions
        if mention.form not in ("name", "pronoun") and mention.name.split()
        for stem in stems_of(mention.name.split()[-1])
    )


def _is_done_to(negation: Negation, told: Sequence[str]) -> bool:
    """Whether a claim tells the deed of the same thing: "the talks broke off", "the talks had not been …"."""
    thing = stems_of(negation.thing)
    stems = [verbs_of(word) for word in told]
    at = next((n for n, stem in enumerate(stems) if thing and thing <= stem), None)
    if at is None or len(negation.stems) > FEW:
        return False
    return any(negation.key <= stem for stem in stems[at + 1 : at + 1 + REACH])


def _says_so(negation: Negation, claim: Claim, words: frozenset[str], settled: Settled) -> bool:
    """Whether a claim says what a negation says not to be so."""
    told = words_of(claim.span.of(settled.material.by_id[claim.report].text))
    shared = len(words & negation.stems)
    if negation.takes_part:
        return not negation.by_pronoun and bool(negation.subject & claim.entities) and shared > 0
    if not negation.key <= words:
        return False
    if negation.instead:
        others = bool(negation.subject) and bool(claim.entities - negation.subject)
        of_it = shared > 0 and shared >= MOSTLY * len(negation.stems)
        return of_it and others and not negation.subject & claim.entities and not negation.called & words
    if negation.absent and negation.report == claim.report:
        return bool(claim.speakers) and abs(claim.span.start - negation.sentence.start) <= NEAR
    if negation.nobody or negation.absent:
        return shared > 0 and shared >= MOSTLY * len(negation.stems)
    if _answers_for_us(negation, claim):
        return True
    if negation.by_pronoun and negation.report == claim.report:
        return False
    called = negation.called | (_nouns(negation, settled) if negation.lacking else frozenset())
    if negation.subject & claim.entities or called & words:
        return shared >= HELD * len(negation.stems - called)
    if negation.stems and negation.stems <= words and _nouns(negation, settled) & words:
        return True
    if negation.absent is False and not negation.subject and _is_done_to(negation, told):
        return True
    return shared > 1 and shared >= MOSTLY * len(negation.stems)


def _is_to_come(claim: Claim, settled: Settled) -> bool:
    """Whether a claim tells of a plan, a demand or a possibility."""
    return any(
        event.modality in ("planned", "possible", "demanded") and claim.span.holds(event.span)
        for event in settled.material.found[claim.report].events
    )


def _by_another(negation: Negation, claim: Claim) -> bool:
    """Whether somebody else makes a claim, or a report of its own."""
    if negation.speakers & claim.speakers or (negation.report == claim.report and negation.in_headline):
        return False
    return negation.report != claim.report or negation.speakers != claim.speakers


def _in_time(negation: Negation, claim: Claim, settled: Settled) -> bool:
    """Whether a claim was told by the day on which it is said not to be so.

    What "has not" come by one day may have come by the end of it.
    """
    published = settled.material.by_id[claim.report].published
    day = published.date.first if published is not None and published.date is not None else None
    if day is None or negation.told is None or claim.report == negation.report:
        return True
    return day < negation.told if negation.so_far else day <= negation.told
