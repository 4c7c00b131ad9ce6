"""The store in, its stories out; and words or an id in, the one story meant out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.errors import AmbiguousIdError, NotOnRecordError
from onrecord.links.material import published_key
from onrecord.model.report import Report
from onrecord.record.compose import title_of
from onrecord.record.founding import group_now
from onrecord.record.store import Store, View
from onrecord.views.belonging import whole_id
from onrecord.views.harmless import one_line
from onrecord.views.lookup import published_by


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """One story in the list of stories."""

    id: str
    title: str
    first: str | None
    last: str | None
    reports: int
    outlets: int
    storyline: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """What was asked for: a storyline, or one story of it."""

    storyline: str
    story: str | None = None


def stories(store: Store) -> tuple[StoryLine, ...]:
    """Return all stories, the one last reported on first."""
    with store.view() as view:
        return stories_of(view)


def stories_of(view: View) -> tuple[StoryLine, ...]:
    """Return all stories that a view holds, the one last reported on first."""
    groups = view.groups("stories")
    reports = {report.id: report for report in view.reports()}
    line_of = {r: line for line, members in view.groups("storylines").items() for r in members}
    found = [_line(story, members, reports, line_of) for story, members in groups.items()]
    return tuple(sorted(found, key=lambda s: (s.last or "", s.reports, s.id), reverse=True))


def _line(
    story: str, members: Sequence[str], reports: Mapping[str, Report], line_of: Mapping[str, str]
) -> StoryLine:
    own = sorted((reports[i] for i in members), key=published_key)
    days = sorted(day for report in own if (day := published_by(report)) is not None)
    return StoryLine(
        id=story,
        title=one_line(title_of(own)),
        first=days[0].isoformat() if days else None,
        last=days[-1].isoformat() if days else None,
        reports=len(own),
        outlets=len({report.outlet for report in own if report.outlet}),
        storyline=line_of.get(own[0].id, ""),
    )


def meant(store: Store, asked: str) -> Meant:
    """Return the story or storyline that an id, the beginning of one, or words of a title mean.

    Raises:
        NotOnRecordError: Nothing has this id or these words in its title.
        AmbiguousIdError: Several do.
    """
    with store.view() as view:
        by_id = _by_id(view, asked)
        return by_id if by_id is not None else _by_words(view, asked)


def _by_id(view: View, asked: str) -> Meant | None:
    full = whole_id(view, asked) if "-" in asked[:2] else None
    if full is None:
        return None
    group = group_now(view, full)
    if group is not None:
        layer, name = group
        line = next(iter(view.groups("storylines", view.group(layer, name))), "")
        return Meant(storyline=line, story=name if layer == "stories" else None)
    report = full if view.known([full]) else view.report_of(full)
    found = next(iter(view.groups("storylines", [report])), None)
    if found is None:
        raise NotOnRecordError("a later revision of this report is on record in its place", subject=asked)
    return Meant(storyline=found)


def _by_words(view: View, asked: str) -> Meant:
    words = asked.casefold().split()
    hits = [s for s in stories_of(view) if words and all(w in s.title.casefold() for w in words)]
    if not hits:
        raise NotOnRecordError("no story has this id, or these words in its title", subject=asked)
    lines = {story.storyline for story in hits}
    if len(hits) == 1:
        return Meant(storyline=hits[0].storyline, story=hits[0].id)
    if len(lines) == 1:
        return Meant(storyline=hits[0].storyline)
    shown = "; ".join(f"{story.id} {story.title}" for story in hits[:5])
    raise AmbiguousIdError(f"several stories have these words in their titles ({shown})", subject=asked)
