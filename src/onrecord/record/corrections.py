"""Reports in, which of their words only tell again what had been wrong out.

"An earlier version said that two sailors had been arrested": no claim that anybody was. So nothing is taken
from such words; and what the same outlet had said before, in another report, they take back. It is the
same where one number of one thing, or an event of one sort, people and words, was told; else it stands.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.links.counting import count_the_same
from onrecord.links.event_tellings import STATES
from onrecord.links.events import ALIKE
from onrecord.links.material import published_key
from onrecord.links.names import plain
from onrecord.links.words import content_words, held_in, words_of
from onrecord.model.annotation import Annotation, EventMention, FigureReading, Found
from onrecord.model.partial_date import PartialDate
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.record.notices import Notices, notices_in
from onrecord.record.revising import Claim, Lost, Revised, claims

FEWEST = 3  # telling words that two clauses must share to be of one event: a sort and a name are not enough

State = tuple[Report, Found]
Told = list[tuple[Report, Claim]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """Annotations without what reports only tell again, and what reports of their outlets so took back.

    Attributes:
        found: of each report, what it claims.
        lost: by the id of the claim, with the notice that took it back.
        notices: by the id of the claim, the words of the later report in which it is told again as wrong.
    """

    found: Mapping[str, Found]
    lost: Mapping[str, tuple[Revised, Lost]]
    notices: Mapping[str, Span] = field(default_factory=dict)


def correct(reports: Sequence[Report], found: Mapping[str, Found]) -> Corrected:
    """Return what some reports claim, corrections applied."""
    ordered = sorted(reports, key=published_key)
    notices = {report.id: notices_in(report) for report in ordered}
    if not any(each.retold or each.misdated for each in notices.values()):
        return Corrected(found=found, lost={})
    states = [(report, found.get(report.id, Found())) for report in ordered]
    lost: dict[str, tuple[Revised, Lost]] = {}
    wrong: dict[str, Span] = {}
    for place, state in enumerate(states):
        for notice, report, claim in _taken_back(state, notices[state[0].id], states[:place]):
            step = Revised(before=report, after=state[0], lost=(), changed=())
            lost.setdefault(claim.id, (step, Lost(claim=claim, now=None)))
            wrong.setdefault(claim.id, notice)
    gone = {each.id for report, annotations in states for each in retold(annotations, notices[report.id])}
    kept = {report: without(each, gone | lost.keys()) for report, each in found.items()}
    return Corrected(found=kept, lost=lost, notices=wrong)


def retold(found: Found, notices: Notices) -> tuple[Annotation, ...]:
    """Return the events, readings and quotations that a report only tells again as wrong."""
    return _inside(found, notices.retold)


def without(found: Found, gone: frozenset[str] | set[str]) -> Found:
    """Return annotations without some events, readings and quotations."""
    if not gone:
        return found
    return replace(
        found,
        events=tuple(a for a in found.events if a.id not in gone),
        figures=tuple(a for a in found.figures if a.id not in gone),
        quotations=tuple(a for a in found.quotations if a.id not in gone),
    )


def _inside(found: Found, spans: Sequence[Span]) -> tuple[Annotation, ...]:
    made: tuple[Annotation, ...] = (*found.events, *found.figures, *found.quotations)
    return tuple(a for a in made if any(span.holds(a.span) for span in spans))


def _taken_back(
    state: State, notices: Notices, before: Sequence[State]
) -> Iterator[tuple[Span, Report, Claim]]:
    """Yield what earlier reports of a report's outlet had claimed and its notices call wrong, with these."""
    report, found = state
    if not notices.retold and not notices.misdated:
        return
    mine = [each for each in before if each[0].outlet and plain(each[0].outlet) == plain(report.outlet or "")]
    for wrong in retold(found, notices):
        span = next(each for each in notices.retold if each.holds(wrong.span))
        if isinstance(wrong, FigureReading):
            yield from ((span, *told) for told in _readings(wrong, mine))
        elif isinstance(wrong, EventMention):
            own = _within(wrong, span)
            yield from ((span, *told) for told in _events((report, found, own), mine))
    for span, rest in notices.misdated:
        right = next((t.when.date for t in found.timexes if rest.holds(t.span) and t.when.date), None)
        if right is not None:
            named = content_words(words_of(span.of(report.text)))
            yield from ((span, *told) for told in _misdated(named, right, mine))


def _within(wrong: EventMention, span: Span) -> EventMention:
    """Return an event with its clause cut to what a notice tells again: "we reported that" tells nothing."""
    if not wrong.clause.overlaps(span):
        return wrong
    return replace(wrong, clause=Span(max(wrong.clause.start, span.start), min(wrong.clause.end, span.end)))


def _readings(wrong: FigureReading, before: Sequence[State]) -> Told:
    """Return the readings of the same number: of the very same thing, or the only one of the sort."""
    alike = [
        (report, claim)
        for report, found in before
        for claim in claims(report, found)
        if isinstance(claim, FigureReading)
        and (claim.low, claim.high, claim.head) == (wrong.low, wrong.high, wrong.head)
    ]
    same: Told = [(r, claim) for r, claim in alike if count_the_same(claim, wrong)]
    return same or (list(alike) if len(alike) == 1 else [])


def _events(wrong: tuple[Report, Found, EventMention], before: Sequence[State]) -> Told:
    """Return the events of one sort, people and words with one that a notice tells, and what heads them."""
    alike = [
        (report, found, claim)
        for report, found in before
        for claim in claims(report, found)
        if isinstance(claim, EventMention) and _one_event((report, found, claim), wrong)
    ]
    told = {claim.id: (report, claim) for report, _, claim in alike}
    for report, found, claim in alike:
        told |= {above.id: (report, above) for above in _above(report, found, claim)}
    return list(told.values())


def _above(report: Report, found: Found, claim: EventMention) -> Iterator[EventMention]:
    """Yield the events of a report's headlines that tell shortly what one of its body tells."""
    heads = [Span(b.start, b.end) for b in report.blocks if b.kind in ("headline", "subhead")]
    names = _names(found, claim)
    for other in found.events:
        shortly = any(head.holds(other.span) for head in heads) and not any(
            h.holds(claim.span) for h in heads
        )
        if shortly and other.sort == claim.sort and STATES[other.modality] == STATES[claim.modality]:
            theirs = _names(found, other)
            if not names or not theirs or names & theirs:
                yield other


def _misdated(named: frozenset[str], right: PartialDate, before: Sequence[State]) -> Told:
    """Return the events that a notice's words name, told with another day than the right one.

    With such an event goes what else its words tell by that very expression: "died in the fire of May 7".
    """
    found: Told = []
    for report, annotations in before:
        dated = [
            claim
            for claim in claims(report, annotations)
            if isinstance(claim, EventMention)
            and named <= content_words(words_of(claim.clause.of(report.text)))
            and _on_another_day(claim, right)
        ]
        called = [c for c in dated if named & content_words(words_of(c.span.of(report.text)))]
        printed = {_expression(claim) for claim in called} - {None}
        found += [(report, claim) for claim in dated if claim in called or _expression(claim) in printed]
    return found


def _expression(claim: EventMention) -> Span | None:
    """Return the words that give an event its day."""
    printed = claim.when.span if claim.when is not None else None
    return None if printed is None else printed.span


def _one_event(first: tuple[Report, Found, EventMention], second: tuple[Report, Found, EventMention]) -> bool:
    if not _are_of_one_sort(first[2], second[2]) or STATES[first[2].modality] != STATES[second[2].modality]:
        return False
    people = [_names(found, event) for _, found, event in (first, second)]
    if people[0] and people[1] and people[0].isdisjoint(people[1]):
        return False
    meaning = [content_words(words_of(event.clause.of(r.text))) for r, _, event in (first, second)]
    return len(meaning[0] & meaning[1]) >= FEWEST and held_in(*meaning) >= ALIKE


def _are_of_one_sort(first: EventMention, second: EventMention) -> bool:
    """Whether two events are of one sort, or told by one verb: "switched the works off", "switched off"."""
    shorter, longer = sorted((first.sort, second.sort), key=len)
    return longer == shorter or longer.startswith(f"{shorter} ")


def _names(found: Found, event: EventMention) -> frozenset[str]:
    """Return the last words of the names of those who take part."""
    wanted = {participant.mention for participant in event.participants}
    chains = {m.chain or m.id for m in found.mentions if m.id in wanted}
    named = (m for m in found.mentions if m.form == "name" and (m.chain or m.id) in chains)
    return frozenset(plain(mention.name).rsplit(" ", 1)[-1] for mention in named)


def _on_another_day(claim: EventMention, right: PartialDate) -> bool:
    """Whether an event's own words give a day that can't be the right one."""
    when = claim.when
    if when is None or when.date is None or when.basis in ("bounded", "open"):
        return False
    return not when.date.may_be(right)
