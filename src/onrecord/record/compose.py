"""Reports, annotations and groups in, the record out: layer after layer, none reading a later one.

The record of a storyline is a function of its reports' revisions, their annotations, the copies and
stories they fall into, and the versions of rules and tables. Records of several storylines are put side by
side, and an entity with one full name in both is one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from onrecord.links.entities import settle_entities
from onrecord.links.events import settle_events
from onrecord.links.figures import settle_figures
from onrecord.links.gist import opening_end
from onrecord.links.material import Material, gather, published_key
from onrecord.links.statements import settle_statements
from onrecord.model.annotation import Found
from onrecord.model.record import Copies, CopyShare, Record, ReportLine, Story, Storyline
from onrecord.model.report import Report
from onrecord.record.across import one_by_name
from onrecord.record.beside import NOTHING_BESIDE, Beside
from onrecord.record.corrections import correct
from onrecord.record.days import settle_days
from onrecord.record.difference_corrections import differences_of_correction
from onrecord.record.differences import find_differences
from onrecord.record.entities import compose_entities, with_listed
from onrecord.record.events import compose_events, compose_joinings
from onrecord.record.figures import compose_figures
from onrecord.record.origins import find_origins, original_of, together
from onrecord.record.parting_ids import with_ids
from onrecord.record.settled import Settled
from onrecord.record.statements import compose_statements
from onrecord.record.taken_back import take_back, with_notices
from onrecord.record.withdrawing import Composing, with_taken_back

TITLE = 90  # code points of an opening that serve as a title where there is no headline


def compose(
    storyline: str,
    stories: Mapping[str, Sequence[str]],
    reports: Sequence[Report],
    found: Mapping[str, Found],
    beside: Beside = NOTHING_BESIDE,
) -> Record:
    """Return the record of one storyline.

    Args:
        storyline: Its id.
        stories: Report ids by story.
        reports: The reports, in any order.
        found: Annotations by report.
        beside: The sets of copies, what a person has ruled, and the states that the reports revise.
    """
    dated, told = settle_days(reports, found)
    corrected = correct(dated, told)
    settled = _settle(
        storyline,
        stories,
        gather(dated, corrected.found, map(frozenset, beside.copies.values()), beside.ruled),
    )
    events = compose_events(settled)
    statements = compose_statements(settled)
    figures = compose_figures(settled, frozenset(event.id for event in events))
    lines = Record(
        made_at="", as_of=None, as_read=None, versions=(),
        statements=statements, events=events, figures=figures,
    )  # fmt: skip
    entities = compose_entities(settled, lines)
    ordered, opened = settled.material.reports, _openings(settled)
    record = Record(
        made_at="",
        as_of=None,
        as_read=None,
        versions=(),
        reports=tuple(ReportLine(report=r, origin=settled.origins.of_report[r.id]) for r in ordered),
        origins=settled.origins.origins,
        copies=tuple(
            _copies(group_id, shares, settled) for group_id, shares in sorted(beside.copies.items())
        ),
        stories=tuple(_story(i, members, settled, opened) for i, members in sorted(stories.items())),
        storylines=(_storyline(settled),),
        entities=entities,
        statements=statements,
        events=with_listed(events, entities),
        figures=figures,
        joinings=compose_joinings(settled),
    )
    taken = take_back(ordered, settled.material.found, beside.earlier, beside.found)
    taken = with_notices(taken, corrected.lost, told)
    every = {story: (*members, *taken.earlier_of(members)) for story, members in stories.items()}
    composing = Composing(
        settle=lambda material: _settle(storyline, every, material), entities=compose_entities
    )
    whole = with_taken_back(record, settled, taken, composing)
    parted = find_differences(settled, figures, events)
    parted = (*parted, *differences_of_correction(whole, settled, corrected, parted))
    return replace(whole, differences=with_ids(parted, settled.material))


def _settle(storyline: str, stories: Mapping[str, Sequence[str]], material: Material) -> Settled:
    story_of = {report: story for story, members in stories.items() for report in members}
    entities = settle_entities(material)
    events = settle_events(material, entities, story_of)
    return Settled(
        material=material,
        entities=entities,
        statements=settle_statements(material, entities),
        events=events,
        figures=settle_figures(material, events, story_of),
        origins=find_origins(material, entities),
        stories={story: tuple(members) for story, members in stories.items()},
        storyline=storyline,
    )


def _copies(group_id: str, shares: Mapping[str, float], settled: Settled) -> Copies:
    original = original_of(frozenset(shares), settled.material.reports, settled.origins)
    return Copies(
        id=group_id,
        original=original,
        reports=tuple(CopyShare(report=report, share=share) for report, share in sorted(shares.items())),
        reason="runs of five words, outside quotation marks, that stand in both",
    )


def _story(
    story: str, members: Sequence[str], settled: Settled, opened: Mapping[str, Sequence[int]]
) -> Story:
    reports = sorted((settled.material.by_id[i] for i in members), key=published_key)
    days = [r.published.date for r in reports if r.published is not None and r.published.date is not None]
    firsts = sorted(day.first for day in days if day.first is not None)
    lasts = sorted(day.last for day in days if day.last is not None)
    return Story(
        id=story,
        title=title_of(reports),
        reports=tuple(report.id for report in reports),
        storyline=settled.storyline,
        focus=_focus(reports, settled, opened),
        first=firsts[0].isoformat() if firsts else None,
        last=lasts[-1].isoformat() if lasts else None,
        judgements=settled.ruled_on(members),
    )


def title_of(reports: Sequence[Report]) -> str:
    """Return the headline of the first report that has one, else the opening words of the first."""
    headline = next((report.headline for report in reports if report.headline), None)
    if headline is not None:
        return " ".join(headline.split())
    body = next((block for block in reports[0].blocks if block.kind == "body"), None)
    words = " ".join((body.span.of(reports[0].text) if body else reports[0].address).split())
    return words if len(words) <= TITLE else words[:TITLE].rsplit(" ", 1)[0] + " …"


def _openings(settled: Settled) -> Mapping[str, Sequence[int]]:
    """Return the places of the events that each report opens with; of those told as background only, none."""
    ends = {report.id: opening_end(report) for report in settled.material.reports}
    found: dict[str, list[int]] = {}
    for place, group in enumerate(settled.events):
        if not all(telling.mention.background for telling in group.tellings):
            mentions = (telling.mention for telling in group.tellings)
            for report in dict.fromkeys(m.report for m in mentions if m.span.start < ends[m.report]):
                found.setdefault(report, []).append(place)
    return found


def _focus(reports: Sequence[Report], settled: Settled, opened: Mapping[str, Sequence[int]]) -> str | None:
    """Return the event that most of the reports open with; among equals the first."""
    votes = Counter(place for report in reports for place in opened.get(report.id, ()))
    most = min(votes, key=lambda place: (-votes[place], place), default=None)
    return settled.events[most].tellings[0].mention.id if most is not None else None


def _storyline(settled: Settled) -> Storyline:
    """Return the storyline, with the title of its story of most reports, then the earliest."""
    stories = {
        story: sorted((settled.material.by_id[i] for i in members), key=published_key)
        for story, members in settled.stories.items()
    }
    ordered = sorted(stories, key=lambda story: (published_key(stories[story][0]), story))
    leading = max(ordered, key=lambda story: len(stories[story]))
    return Storyline(id=settled.storyline, title=title_of(stories[leading]), stories=tuple(ordered))


def _line_key(line: ReportLine) -> tuple[date, str]:
    return published_key(line.report)


def side_by_side(records: Iterable[Record]) -> Record:
    """Return one record of several storylines; parts keep the order of `records`, which must be fixed."""
    parts = one_by_name(list(records))
    reports = sorted((line for part in parts for line in part.reports), key=_line_key)
    origins = together(origin for part in parts for origin in part.origins)
    return Record(
        made_at="",
        as_of=None,
        as_read=None,
        versions=(),
        reports=tuple(reports),
        origins=origins,
        copies=tuple(c for part in parts for c in part.copies),
        stories=tuple(s for part in parts for s in part.stories),
        storylines=tuple(s for part in parts for s in part.storylines),
        entities=tuple(e for part in parts for e in part.entities),
        statements=tuple(s for part in parts for s in part.statements),
        events=tuple(e for part in parts for e in part.events),
        figures=tuple(f for part in parts for f in part.figures),
        differences=tuple(d for part in parts for d in part.differences),
        joinings=tuple(joining for part in parts for joining in part.joinings),
    )
