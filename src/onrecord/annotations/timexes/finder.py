"""A parsed report in, its time expressions out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from spacy.tokens import Span as TokenSpan

from onrecord.annotations.parsed import Parsed
from onrecord.annotations.timexes import grammar, lexicon
from onrecord.annotations.timexes.anchor import Anchor
from onrecord.annotations.timexes.around import time_words
from onrecord.annotations.timexes.choice import Chosen, Place, choose
from onrecord.annotations.timexes.expression import Expression
from onrecord.annotations.timexes.grammar import Reading
from onrecord.annotations.timexes.headlines import Located, with_settled_headlines
from onrecord.annotations.timexes.meaning import Meaning, meaning_of, rule_name
from onrecord.annotations.timexes.memory import Memory, Spoken
from onrecord.annotations.timexes.period import Period
from onrecord.annotations.timexes.quoting import Quoted
from onrecord.annotations.timexes.readers import expression_of
from onrecord.annotations.timexes.surroundings import Surroundings, Verb, verb_over, words_around
from onrecord.annotations.timexes.traps import is_trap
from onrecord.annotations.timexes.words import Word, words_of
from onrecord.model.annotation import Found, Timex
from onrecord.model.ids import make_id
from onrecord.model.report import NEWS, BlockKind, Report
from onrecord.model.span import Span

FINDER = "timexes.rules/4"
_KINDS: frozenset[BlockKind] = NEWS | {"caption"}


class Candidate(NamedTuple):
    """A reading with what it says; `frame` is the reading whose verb and preposition it shares."""

    reading: Reading
    expression: Expression
    frame: Reading


def find(parsed: Parsed, found: Found) -> Iterator[Timex]:
    """Yield the time expressions of a report, in order of place."""
    del found
    for located in locate(parsed):
        yield located.timex


def locate(parsed: Parsed) -> list[Located]:
    """Return the time expressions of a report with what they were read from."""
    return with_settled_headlines(list(Reader(parsed).located()))


class Reader:
    """Reads one report in order, keeping what it spoke of."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._memory = Memory()
        self._quoted = Quoted(parsed.report.text, parsed.report.blocks)

    def located(self) -> Iterator[Located]:
        """Yield the time expressions in order of place."""
        for number, sentence in enumerate(self._parsed.sentences(_KINDS)):
            words = words_of(sentence.text, sentence.start_char, lexicon.english())
            candidates = _candidates(words, sentence)
            if candidates:
                yield from self._in_sentence(words, candidates, number)

    def _in_sentence(self, words: list[Word], candidates: list[Candidate], number: int) -> Iterator[Located]:
        """Yield a sentence's expressions; what is quoted in it is read after the day on which it was said."""
        found: dict[int, Located | None] = {}
        said: date | None = None
        places = [(at, self._place(words, one, number)) for at, one in enumerate(candidates)]
        for at, place in sorted(places, key=lambda pair: pair[1].around.quoted):
            located = self._located(words, candidates[at], replace(place, said=said))
            found[at] = located
            if located is not None and place.around.verb.reporting and not place.around.quoted:
                when = located.timex.when.date
                said = when.day if when is not None else None
        yield from (found[at] for at in sorted(found) if found[at] is not None)  # type: ignore[misc]

    def _place(self, words: list[Word], candidate: Candidate, number: int) -> Place:
        start = words[candidate.reading.first].start
        around = _surroundings(self._parsed, words, candidate.frame, quoted=self._quoted.holds(start))
        day, until = own_days_at(self._parsed.report, start)
        return Place(around=around, memory=self._memory, sentence=number, day=day, until=until)

    def _located(self, words: list[Word], candidate: Candidate, place: Place) -> Located | None:
        reading, around = candidate.reading, place.around
        span = Span(words[reading.first].start, words[reading.end - 1].end)
        expression = _counted_ahead(candidate.expression, around, words[: reading.first])
        printed = [word.low for word in words[reading.first : reading.end]]
        if printed == ["soon"] and around.verb.tense == "past":
            return None  # "soon became": a sequel, not what is to come
        if " ".join(printed) in time_words("finder.one_day") and around.before in words_around()["ahead"]:
            expression = replace(expression, kind="reference", value="FUTURE_REF")  # "will one day be"
        chosen = choose(expression, place)
        preposition = "" if _of_time_only(words[reading.first], around) else around.before
        meaning = meaning_of(expression, chosen, preposition)
        if chosen is not None and _contradicts(meaning, place):
            meaning = meaning_of(expression, replace(chosen, anchor=Anchor()), preposition)
        if meaning.outcome is None and expression.kind == "spoken" and chosen and not chosen.after:
            return None  # "that day" of nothing spoken of before: no day, and often no time at all
        _remember(place, expression, chosen, meaning)
        return Located(_timex(self._parsed.report, span, meaning), expression, around)


def _candidates(words: list[Word], sentence: TokenSpan) -> list[Candidate]:
    """Return the readings that hold: leftmost, then longest, then as the grammar orders them."""
    readings = list(grammar.english().readings(words))
    if not readings:
        return []
    tags = {token.idx: token.tag_ for token in sentence}
    readings.sort(key=lambda r: (r.first, -r.end, r.order))
    out: list[Candidate] = []
    free = 0
    for reading in readings:
        if reading.first < free:
            continue
        expression = expression_of(reading)
        if expression is None or is_trap(reading, expression, words, tags):
            continue
        reading = _trimmed(reading, words)
        out.append(Candidate(reading, expression, reading))
        free = reading.end
        second = _second_day(reading, expression, words)
        if second is not None:
            out.append(second)
            free = second.reading.end
    return out


def _trimmed(reading: Reading, words: list[Word]) -> Reading:
    """Return the reading without an "over" that is a preposition and without an adjective's article."""
    first = reading.first
    before = words[first - 1].low if first else ""
    if words[first].low == "over" and before not in time_words("finder.adverbs_before_over"):
        first += 1
    if (
        words[first].low in time_words("finder.articles")
        and reading.end - first > 2
        and words[reading.end - 2].low in "-–‑"
    ):
        first += 1
    return reading if first == reading.first else replace(reading, first=first)


def _second_day(reading: Reading, expression: Expression, words: list[Word]) -> Candidate | None:
    """Return the second day of "April 24 and 25"."""
    if expression.kind != "date" or expression.clock or reading.end + 1 >= len(words):
        return None
    link, day = words[reading.end], words[reading.end + 1]
    if words[reading.end - 1] is not reading.words.get("day") or day.kind != "dd":
        return None
    if link.low not in time_words("finder.links") or day.value <= (expression.day or 31):
        return None
    place = Reading(reading.form, {}, reading.end + 1, reading.end + 2, reading.order)
    return Candidate(place, replace(expression, day=int(day.value), weekday=None), reading)


_TIMES = frozenset({"part", "clock", "clock24"})


def _of_time_only(first: Word, around: Surroundings) -> bool:
    """Whether "before" or "after" governs a time of day, not its day: "before dawn on Monday" is on Monday.

    Of what is still to come it isn't: a road that "will open after midnight on Monday" may open on Tuesday.
    """
    return (
        first.kind in _TIMES
        and around.before in time_words("finder.beside")
        and around.verb.tense != "future"
    )


def _contradicts(meaning: Meaning, place: Place) -> bool:
    """Whether a day that was counted from another in the text lies ahead, where no verb looks ahead."""
    if meaning.outcome is None or place.day is None or place.around.verb.tense == "future":
        return False
    latest = place.until or place.day
    spoken = (meaning.when.rule or "").endswith("last-spoken")
    return spoken and meaning.outcome.period.first > latest


def _timex(report: Report, span: Span, meaning: Meaning) -> Timex:
    return Timex(
        id=make_id("timex", report.id, span.start, span.end),
        report=report.id,
        span=span,
        type=meaning.type,
        value=meaning.value,
        mod=meaning.mod,
        when=replace(meaning.when, printed=span.of(report.text), span=report.passage(span)),
        finder=FINDER,
        confidence=round(meaning.sure, 2),
    )


def _counted_ahead(expression: Expression, around: Surroundings, before: list[Word]) -> Expression:
    """Return "in three days" under a future verb as a day ahead; anything else as it is.

    After a superlative it looks back: "the worst flood to hit the town in 200 years".
    """
    counts = expression.kind == "duration" and around.before == "in" and expression.amount is not None
    if not counts or around.verb.tense != "future" or any(_is_superlative(word) for word in before):
        return expression
    return replace(expression, kind="ago")


def _is_superlative(word: Word) -> bool:
    return word.low in words_around()["superlative"] or (word.low.endswith("est") and len(word.low) > 5)


def _surroundings(parsed: Parsed, words: list[Word], reading: Reading, *, quoted: bool) -> Surroundings:
    span = Span(words[reading.first].start, words[reading.end - 1].end)
    before = words[reading.first - 1].low if reading.first else ""
    after = words[reading.end].low if reading.end < len(words) else ""
    tokens = parsed.tokens_in(span)
    return Surroundings(
        verb=verb_over(tokens) if tokens is not None else Verb(),
        owner=after == "'",
        before=before,
        after=after,
        headline=parsed.kind_at(span.start) in ("headline", "subhead"),
        heading=reading.first == 0 and after == ":",
        quoted=quoted,
    )


_MOST_DAYS = 7  # a report's own day that is known less well than to a week fixes none of its days


def own_days_at(report: Report, place: int) -> tuple[date | None, date | None]:
    """Return the day from which relative expressions count at a place, and the latest it may be if not fixed.

    That is the dated entry's that the place lies in, else the report's.
    """
    entry = next((e for e in report.entries if e.start <= place < e.end and e.when is not None), None)
    when = entry.when if entry is not None else report.published
    known = when.date if when is not None else None
    if known is None or known.first is None or known.last is None:
        return None, None
    if known.day is not None:
        return known.day, None
    return (known.first, known.last) if (known.last - known.first).days < _MOST_DAYS else (None, None)


def _remember(place: Place, expression: Expression, chosen: Chosen | None, meaning: Meaning) -> None:
    """Keep what later expressions may count from."""
    memory, number, around = place.memory, place.sentence, place.around
    if chosen is None:
        if expression.kind == "duration" and expression.grain == "month" and expression.amount and place.day:
            year = Period.holding(place.day, "year")  # "the first nine months": of the year at hand
            memory.all.append(Spoken(period=year, rule="stated", sentence=number, reporting=False))
        return
    if not _is_anchor(chosen):
        return
    period = meaning.outcome.period if meaning.outcome and meaning.outcome.sure else None
    weekday = chosen.weekday if chosen.weekday is not None else chosen.expression.weekday
    if period is not None and period.grain == "day":
        weekday = period.first.weekday()
    if period is None and weekday is None:
        return
    memory.all.append(
        Spoken(
            period=period,
            rule=rule_name(chosen),
            sentence=number,
            reporting=around.verb.reporting,
            weekday=weekday,
        )
    )


def _is_anchor(chosen: Chosen) -> bool:
    """Whether what was spoken of is itself what the text goes on from, and no comparison with it."""
    expression = chosen.expression
    if chosen.rule in (
        "year-before-last-spoken-quarter",
        "time-of-day",
        "span-to-report",
        "unit-up-to-report",
    ):
        return False
    if chosen.rule == "units-from-last-spoken":
        return expression.grain == "day"
    return not (chosen.rule == "unit-of-report" and expression.grain == "year" and expression.toward == -1)
