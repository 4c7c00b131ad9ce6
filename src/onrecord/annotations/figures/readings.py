"""A parsed report and what was found before in, its figures out: one reading for each quantity."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotations.figures import apart, bare, holders, parts, shares
from onrecord.annotations.figures.answers import as_asked
from onrecord.annotations.figures.around import Around
from onrecord.annotations.figures.before import Before
from onrecord.annotations.figures.cited import given
from onrecord.annotations.figures.clauses import Clause, clause_of
from onrecord.annotations.figures.counted import Counted, counted
from onrecord.annotations.figures.days import as_said, as_told, days_of
from onrecord.annotations.figures.forms import singular
from onrecord.annotations.figures.gapped import of_next_giver, of_next_place
from onrecord.annotations.figures.givers import giver, quotation_round, with_attribution
from onrecord.annotations.figures.grammar import figure_words
from onrecord.annotations.figures.hedges import passed
from onrecord.annotations.figures.intended import to_be_done
from onrecord.annotations.figures.keeping import FEW, confidence_of, kept, measure_of
from onrecord.annotations.figures.lexicon import Lexicon, lexicon
from onrecord.annotations.figures.meant import Bare, noun_of
from onrecord.annotations.figures.naming import by_name
from onrecord.annotations.figures.nearby import Nearby
from onrecord.annotations.figures.owners import owner_of, with_owner_before
from onrecord.annotations.figures.quantities import Quantity, find_quantities
from onrecord.annotations.figures.sums import sum_of
from onrecord.annotations.figures.tails import gone
from onrecord.annotations.figures.told_on import joined_to, told_on
from onrecord.annotations.figures.view import SentenceView
from onrecord.annotations.figures.zero import Zero, find_zeros
from onrecord.annotations.parsed import Parsed, place_of
from onrecord.model.annotation import FigureReading, Found, Quotation, Voice
from onrecord.model.ids import make_id
from onrecord.model.span import Span

FINDER = "figures.rules/7"
SURE_OF_NONE = 0.8
SURE_OF_BARE = 0.75
PAST = ("VBD", "VBN")
NEAR = 8  # readings of the same sentence to which a number may go back


def find(parsed: Parsed, found: Found) -> tuple[FigureReading, ...]:
    """Return the readings of a report in order of place; furniture is left out."""
    tables = lexicon()
    out: list[FigureReading] = []
    nearby, before = Nearby(found), Before()
    for sent in parsed.sentences():
        view = SentenceView(sent, tables, parsed.report.text)
        here = _of_sentence(view, parsed, nearby, before)
        before = before.then(here, view)
        out += here
    return tuple(by_name(out, found.mentions, parsed.report.text))


def _of_sentence(view: SentenceView, parsed: Parsed, nearby: Nearby, before: Before) -> list[FigureReading]:
    quantities, zeros = find_quantities(view), list(find_zeros(view))
    if not quantities and not zeros:
        return []
    near = nearby.to(place_of(view.sent))
    around = Around(view=view, found=near, nearby=nearby)
    done: list[tuple[Quantity, FigureReading]] = []
    for quantity in quantities:
        what = holders.counted_so_far(view, quantity, counted(view, quantity))
        what = as_asked(view, what, before)
        whole = _whole(view, quantity, done)
        if whole is not None:
            what, whole = _as_part(view, quantity, what, whole)
        shared = holders.goes_on(view, quantity, what, done)
        meant = Bare(what=shared) if shared is not None else None
        if meant is None:
            meant = bare.resolve(view, quantity, what, before.and_here(r for _, r in done[-NEAR:]))
        if meant is None and whole is None and done:
            meant, whole = _of_list(around, quantity, what, done)
        counts = what if meant is None else replace(meant.what, toll=True)
        if not counts.phrase:
            counts = sum_of(view, quantity) or counts
        reading = _reading(around, quantity, counts, parsed=parsed)
        if shared is not None and done:
            reading = shares.in_its_unit(reading, done[-1][1])
        if meant is not None:
            reading, whole = _as_meant(reading, meant, around), whole or meant.whole
            reading = _of_its_day(reading, done)
        if holders.is_shared(view, meant.what if meant is not None else what):
            reading = _held(view, quantity, reading, near, gapped=shared is not None and bool(done))
        elif reading.measure == "count":
            reading = _owned(view, quantity, reading, what, (near, done))
        reading = _told_by_another(around, quantity, _part(reading, whole), (before, done))
        _give_state(done, reading, view)
        done.append((quantity, reading))
    none = [_zero(view, zero, parsed=parsed, found=near) for zero in zeros]
    return sorted([*none, *(reading for _, reading in done)], key=lambda reading: reading.span)


def _told_by_another(
    around: Around,
    quantity: Quantity,
    reading: FigureReading,
    known: tuple[Before, list[tuple[Quantity, FigureReading]]],
) -> FigureReading:
    """Return a number with who gave the one that it goes on from, where nobody is told to give it."""
    before, done = known
    given_by = joined_to(around, quantity, reading, done)
    if not given_by and reading.voice == "own" and before.sentences:
        token = around.view.token(quantity.amount.number[1]) or around.view.sent[0]
        clause = clause_of(around.view, token, quantity.span)
        given_by = told_on(around, reading, clause, before.sentences[-1])
    return replace(reading, voice="attributed", given_by=given_by) if given_by else reading


def _owned(
    view: SentenceView,
    quantity: Quantity,
    reading: FigureReading,
    what: Counted,
    known: tuple[Found, list[tuple[Quantity, FigureReading]]],
) -> FigureReading:
    """Return a count with the one whose people or things it counts, where that is said."""
    near, done = known
    quotation = quotation_round(near.quotations, quantity.span)
    owner = owner_of(view, quantity, near.mentions, quotation)
    owner = owner or with_owner_before(view, quantity, what, done[-1] if done else None)
    return reading if owner is None else replace(reading, holder=owner)


def _held(
    view: SentenceView, quantity: Quantity, reading: FigureReading, found: Found, *, gapped: bool
) -> FigureReading:
    """Return a share with its holder: a mention, else the name that stands with it."""
    clause = clause_of(view, view.token(quantity.amount.number[1]) or view.sent[0], quantity.span)
    holder = holders.holder_of(view, quantity, clause, found.mentions, gapped=gapped)
    name = "" if holder is not None else holders.named_holder(view, quantity, clause, gapped=gapped)
    return replace(reading, holder=holder, counts=f"{reading.counts} of {name}" if name else reading.counts)


def _of_list(
    around: Around, quantity: Quantity, what: Counted, done: list[tuple[Quantity, FigureReading]]
) -> tuple[Bare | None, FigureReading | None]:
    """Return what one of several counts told apart by place counts, and the total that it is part of.

    "Nine people in all, five in Ames and four in Bell"; the first of two with no total gets its place.
    """
    before, view = done[-1], around.view
    next_place = of_next_place(view, quantity, what, before, around.found.mentions)
    if next_place is not None:
        done[-1] = before[0], next_place[1]
        return next_place[0], None
    if (other := of_next_giver(view, quantity, what, before, around.found.mentions)) is not None:
        return other, None
    part = apart.of_total(view, quantity, what, before)
    if part is not None:
        return Bare(what=part), before[1]
    listed = apart.listed(view, quantity, what, (before[0], replace(before[1], part_of=None)))
    if listed is None:
        return None, None
    if before[1].part_of is not None:
        return listed, next((r for _, r in done if r.id == before[1].part_of), None)
    done[-1] = before[0], apart.told_apart(view, *before, quantity)
    return listed, None


def _of_its_day(reading: FigureReading, done: list[tuple[Quantity, FigureReading]]) -> FigureReading:
    """Return a bare number with the day of the one before it: "rose to 33 on Tuesday; he put it at 27"."""
    before = done[-1][1] if done else None
    if reading.as_of is not None or before is None or before.head != reading.head:
        return reading
    return replace(reading, as_of=before.as_of)


def _part(reading: FigureReading, whole: FigureReading | None) -> FigureReading:
    """Return a reading under its whole; who gives the whole gives the part."""
    if whole is None:
        return replace(reading, part_of=None)
    if reading.voice == "own":
        reading = replace(reading, voice=whole.voice, given_by=whole.given_by)
    return replace(reading, part_of=whole.id)


def _as_meant(reading: FigureReading, meant: Bare, around: Around) -> FigureReading:
    """Return the reading of a bare number with its giver: less sure than one with a noun of its own."""
    given_by = around.meant(meant.giver)
    if meant.giver is not None and meant.giver.pos_ != "PRON" and not given_by:
        reading = replace(reading, given_by=())  # "the office speaks of 12, the council of 24"
    return replace(
        reading,
        confidence=min(reading.confidence, SURE_OF_BARE),
        voice="attributed" if given_by else reading.voice,
        given_by=given_by or reading.given_by,
    )


def _zero(view: SentenceView, zero: Zero, *, parsed: Parsed, found: Found) -> FigureReading:
    """Return the reading of "no one was hurt"."""
    report, span = parsed.report, view.span(zero.first, zero.last)
    token = view.token(zero.at) or view.sent[0]
    clause = clause_of(view, token, span)
    quotation = quotation_round(found.quotations, span)
    voice, given_by = giver(quotation)
    return FigureReading(
        id=make_id("figure", report.id, span.start, span.end),
        report=report.id,
        span=span,
        low=0.0,
        high=0.0,
        hedge="exact",
        unit="people",
        counts=view.lexemes[zero.at].text,
        head=zero.state.name,
        measure="count",
        keep=True,
        clause=with_attribution(clause.span, quotation, place_of(view.sent)),
        voice=voice,
        given_by=given_by,
        finder=FINDER,
        confidence=SURE_OF_NONE,
        as_of=as_said(quotation),
    )


def _as_part(
    view: SentenceView, quantity: Quantity, what: Counted, whole: FigureReading
) -> tuple[Counted, FigureReading | None]:
    """Return what a part counts, in its whole's state, and its whole; None where they don't go together.

    People are parts of people, things of things of one name; a part with no noun counts what its whole does,
    less what the words after it leave out: "four of them in serious condition".
    """
    tables = view.lexicon
    if what.state and what.people and _is_plain(view, whole):
        return what, whole
    if not what.phrase:
        last = max(quantity.amount.last, quantity.hedged.last)
        tail = parts.tail_of(view, last) or parts.dismissed(view, quantity.hedged.first, last)
        token = view.token(last + 1)
        if not tail and token is not None and token.tag_ in ("VBD", "VBP"):
            tail = gone(view, last + 1)
        noun = f"{whole.counts} {tail}" if tail else ""
        if not noun and what.node is not None and what.node.dep_ == "dobj" and what.node.head.tag_ in PAST:
            noun = f"{noun_of(whole, tables.singulars)} {what.node.head.text}".strip()  # "upheld 38 of them"
        return replace(
            what, phrase=noun or whole.counts, noun=noun, lemma=whole.head, head=whole.head,
            people=whole.unit == "people", state="",
        ), whole  # fmt: skip
    if what.people != (whole.unit == "people") or (what.state and what.state != whole.head):
        return what, None
    if what.people and not what.state and _is_state(tables, whole.head):
        return replace(what, head=whole.head, state=whole.head), whole
    return what, whole if what.people or what.lemma == whole.head.partition(" ")[0] else None


def _is_plain(view: SentenceView, reading: FigureReading) -> bool:
    """Whether a reading counts people of whom nothing more is said: not "200 people sickened"."""
    last = singular(reading.counts.split()[-1], view.lexicon.singulars) if reading.counts else ""
    bare = last in view.lexicon.words["people.nouns"]
    return bare and reading.unit == "people" and not _is_state(view.lexicon, reading.head)


def _give_state(done: list[tuple[Quantity, FigureReading]], part: FigureReading, view: SentenceView) -> None:
    """Put a plain whole in its part's state: "14 people, including five children, whose deaths"."""
    if part.part_of is None or not _is_state(view.lexicon, part.head):
        return
    for index in range(len(done) - 1, max(-1, len(done) - NEAR), -1):
        quantity, whole = done[index]
        if whole.id == part.part_of and _is_plain(view, whole):
            done[index] = quantity, replace(whole, head=part.head, counts=f"{whole.counts} {part.head}")
    _give_giver(done, part, view)


def _give_giver(done: list[tuple[Quantity, FigureReading]], part: FigureReading, view: SentenceView) -> None:
    """Let who gives a part give its whole: "14 people, including five children, whose deaths A confirmed"."""
    after = view.text[part.span.end : part.clause.end].split(",")[1:]
    whose = any(clause.split()[:1] == [word] for clause in after for word in figure_words("readings.of_all"))
    if not part.given_by or not whose:
        return
    for index, (quantity, whole) in enumerate(done[-NEAR:], start=max(0, len(done) - NEAR)):
        if whole.id == part.part_of and whole.voice == "own":
            done[index] = quantity, replace(whole, voice=part.voice, given_by=part.given_by)


def _is_state(tables: Lexicon, head: str) -> bool:
    return any(state.name == head for state in tables.states)


def _reading(around: Around, quantity: Quantity, what: Counted, *, parsed: Parsed) -> FigureReading:
    report, view, found = parsed.report, around.view, around.found
    clause = _clause(view, quantity, what)
    quotation = quotation_round(found.quotations, quantity.span)
    voice, given_by = given(around, quotation, clause, quantity, what.head)
    toll = what.toll or any(word in figure_words("readings.toll") for word in what.phrase.split())
    days = days_of(view, clause, found.timexes, number=quantity.span, toll=toll)
    # "seven of its nine members had asked him" counts them all the same
    few = quantity.amount.value <= FEW or measure_of(quantity, what) != "count"
    speaks = few and any(
        _tells_speakers(q.speaker_words, quantity.span, report.text) for q in found.quotations
    )
    if (
        toll
        and quantity.hedged.hedge == "exact"
        and view.word(quantity.amount.first - 1) in figure_words("readings.passed")
    ):
        quantity = replace(quantity, hedged=passed(quantity.hedged))
    return FigureReading(
        id=make_id("figure", report.id, quantity.span.start, quantity.span.end),
        report=report.id,
        span=quantity.span,
        low=quantity.hedged.low,
        high=quantity.hedged.high,
        hedge=quantity.hedged.hedge,
        unit=_unit(quantity, what),
        counts=to_be_done(view, quantity, clause, what),
        head=what.head,
        measure=measure_of(quantity, what),
        keep=not speaks and kept(view, quantity, what, clause, attributed=quotation is not None),
        clause=_supported(around, clause, quotation, voice),
        voice=voice,
        given_by=given_by,
        finder=FINDER,
        confidence=confidence_of(quantity, what, clause),
        change=quantity.change,
        as_of=days.as_of or as_said(quotation) or as_told(clause, report),
        since=days.since,
    )


def _supported(around: Around, clause: Clause, quotation: Quotation | None, voice: Voice) -> Span:
    """Return the words that support a number: its clause, with those that say who gives it."""
    span, ending = with_attribution(clause.span, quotation, place_of(around.view.sent)), around.ending
    if quotation is not None or voice == "own" or ending is None or ending.phrase[0].idx < span.end:
        return span
    return span.to(Span(ending.verb.idx, ending.verb.idx + len(ending.verb.text)))


def _tells_speakers(words: Span | None, number: Span, text: str) -> bool:
    """Whether a number says how many speak ("two witnesses"), not what is told of the speaker beside."""
    if words is None or not words.overlaps(number):
        return False
    before = text[words.start : number.start]
    return "," not in before and not any(f" {word} " in before for word in figure_words("shared.relative"))


def _clause(view: SentenceView, quantity: Quantity, what: Counted) -> Clause:
    token = view.token(quantity.amount.number[1])
    return clause_of(view, what.node or token or view.sent[0], quantity.span)


def _unit(quantity: Quantity, what: Counted) -> str:
    unit = quantity.amount.unit
    name = unit.name if unit is not None else "people" if what.people else ""
    per = quantity.amount.per or what.per
    return f"{name} per {per}".strip() if per else name


def _whole(
    view: SentenceView, quantity: Quantity, done: Sequence[tuple[Quantity, FigureReading]]
) -> FigureReading | None:
    """Return the reading that a quantity is said to be a part of; a list of parts hangs under one whole."""
    first, last = quantity.hedged.first, quantity.hedged.last
    if parts.opens_part(view, first, last):
        counts = [reading for _, reading in done if reading.measure == "count"]
        sizes: list[tuple[Span, float | None]] = [(r.span, r.high) for r in counts]
        index = parts.whole_of(sizes, quantity.span, quantity.hedged.low)
        return None if index is None else counts[index]
    if done and done[-1][1].part_of and parts.goes_on(view, done[-1][0].hedged.last, first):
        return next((r for _, r in done if r.id == done[-1][1].part_of), None)
    return None
