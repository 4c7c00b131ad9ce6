"""A record in, everything that a page shows out, in the order in which it shows it.

The sheet holds words; the terminal, Markdown and HTML faces only set them. So every face says the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.model.record import Event, Record, Statement
from onrecord.views.days import day_of, iso_words, place_in_time
from onrecord.views.harmless import one_line
from onrecord.views.lines import UNSURE, Line, event_line, folded
from onrecord.views.lookup import Lookup, counted
from onrecord.views.numbers import Counted, counted_line
from onrecord.views.outlets import Listed, copies_words, listed_reports, problem_words
from onrecord.views.parting import Parting, partings, verdicts_about
from onrecord.views.people import Who, who_is_who
from onrecord.views.wordings import Said, differing_places, said
from onrecord.views.worth import is_also_told

PLANS = ("planned", "demanded")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a page shows of a record.

    Attributes:
        coming: plans that nothing more is told of and whose day has not passed.
        also_told: what nothing makes a date of the story; if that is all there is, it is the timeline.
        past_plans: plans of which more is told, or whose day has passed.
        compared: statements of which there are several wordings.
        left_out: how many lines are left out because the machine is unsure of them; empty if none.
    """

    title: str
    state: str
    left_out: str
    coming: tuple[Line, ...]
    partings: tuple[Parting, ...]
    timeline: tuple[Line, ...]
    also_told: tuple[Line, ...]
    background: tuple[Line, ...]
    past_plans: tuple[Line, ...]
    compared: tuple[Said, ...]
    statements: tuple[Said, ...]
    figures: tuple[Counted, ...]
    people: tuple[Who, ...]
    reports: tuple[Listed, ...]
    copies: tuple[str, ...]
    problems: tuple[str, ...]


def sheet(record: Record, *, full: bool = False, unsure: bool = False) -> Sheet:
    """Return what a page shows of a record.

    Args:
        record: The record.
        full: Whether the reports' whole texts go along.
        unsure: Whether lines of which the machine is unsure are shown, marked.
    """
    lookup = Lookup(record)
    events = sorted(
        (e for e in record.events if unsure or not is_unsure(e)), key=lambda event: _when_key(event, lookup)
    )
    statements = [s for s in record.statements if unsure or not is_unsure(s)]
    left_out = len(record.events) - len(events) + len(record.statements) - len(statements)
    plans = [event for event in events if _is_plan(event)]
    coming = [e for e in plans if e.outcome is not None and e.outcome.state == "pending"]
    coming.sort(key=lambda e: e.when is None or e.when.edtf is None)
    happened = [e for e in events if not _is_plan(e)]
    new = [e for e in happened if not e.background]
    aside = [e for e in new if is_also_told(e)]
    aside = aside if len(aside) < len(new) else []
    differing = differing_places(record)
    verdicts = verdicts_about(record.differences)
    spoken = [
        said(s, lookup, differing.get(s.id, {}))
        for s in sorted(statements, key=lambda s: _said_key(s, lookup))
    ]
    return Sheet(
        title=title_of(record),
        state=state_line(lookup, coming),
        left_out=f"{counted(left_out, 'unsure line')} left out" if left_out else "",
        coming=_lines(coming, lookup),
        partings=partings(record, lookup),
        timeline=_lines(_without(new, aside), lookup),
        also_told=_lines(aside, lookup),
        background=_lines((e for e in happened if e.background), lookup),
        past_plans=_lines(_without(plans, coming), lookup),
        compared=tuple(each for each in spoken if len(each.renderings) > 1),
        statements=tuple(each for each in spoken if len(each.renderings) == 1),
        figures=tuple(counted_line(f, lookup, verdicts.get(f.id, frozenset())) for f in record.figures),
        people=who_is_who(record, lookup),
        reports=listed_reports(record, lookup, full=full),
        copies=tuple(copies_words(copies, lookup) for copies in record.copies),
        problems=tuple(problem_words(problem) for problem in record.problems),
    )


def _lines(events: Iterable[Event], lookup: Lookup) -> tuple[Line, ...]:
    return folded(event_line(event, lookup) for event in events)


def _without(events: Iterable[Event], left_out: Iterable[Event]) -> Iterator[Event]:
    ids = {event.id for event in left_out}
    return (event for event in events if event.id not in ids)


def _is_plan(event: Event) -> bool:
    return event.modality in PLANS and event.outcome is not None


def _when_key(event: Event, lookup: Lookup) -> tuple[date, int, date, str]:
    told = lookup.told([support.span.report for support in event.support])
    return (*place_in_time(event.when, told), told or date.max, event.id)


def is_unsure(line: Event | Statement) -> bool:
    """Whether nothing that a line rests on was found with much confidence."""
    if isinstance(line, Event):
        return all(support.confidence < UNSURE for support in line.support)
    return all(variant.confidence < UNSURE for variant in line.variants)


def _said_key(statement: Statement, lookup: Lookup) -> tuple[date, int, int, str]:
    told = lookup.told([variant.report for variant in statement.variants])
    first = statement.variants[0].pieces[0].content[0]
    return (
        *place_in_time(statement.said, told),
        lookup.numbers.get(first.report, 0) * 10**7 + first.start,
        "",
    )


def title_of(record: Record) -> str:
    """Return what a record is called: its storyline's title, or how many it holds."""
    if len(record.storylines) == 1:
        return one_line(record.storylines[0].title)
    return counted(len(record.storylines), "storyline") if record.storylines else "Nothing on record"


def moment_words(record: Record) -> Iterable[str]:
    """Yield as of which day, and as read up to which report, a record stands."""
    if record.as_of is not None:
        yield f"As of {iso_words(record.as_of)}"
    if record.as_read is not None:
        yield f"As read up to report {record.as_read}"


def state_line(lookup: Lookup, coming: Iterable[Event]) -> str:
    """Return how things stand, in one line: what is set, the last report, how many reports and by whom."""
    parts = list(moment_words(lookup.record))
    dated = next((e for e in coming if e.when is not None and e.when.basis in ("stated", "resolved")), None)
    if dated is not None:
        parts.append(f"Next planned for {day_of(dated.when, lookup.year).words}")
    if lookup.newest is not None:
        last = "last report" if dated is not None else "Last report"
        parts.append(f"{last} {iso_words(lookup.newest.isoformat(), None)}")
    outlets = {r.outlet for r in lookup.reports.values() if r.outlet}
    origins = set(lookup.origin_of.values())
    counts = [counted(len(lookup.reports.keys() - lookup.replaced), "report")]
    counts += [counted(len(outlets), "outlet")] if outlets else []
    parts.append(", ".join([*counts, counted(len(origins), "origin")]))
    return " · ".join(parts)
