"""A sheet in, its page on a terminal out: colour where the terminal has it, plain text where it has none."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from onrecord.views.days import Day, iso_words
from onrecord.views.lines import Line, refs_words
from onrecord.views.lookup import counted
from onrecord.views.numbers import Counted, ReadingLine
from onrecord.views.outlets import Listed
from onrecord.views.parting import Parting, SideLine
from onrecord.views.people import Who
from onrecord.views.search import SearchLine
from onrecord.views.setting import put
from onrecord.views.sheet import Sheet
from onrecord.views.stories import StoryLine
from onrecord.views.wordings import Rendering, Said

HEADING = "bold"
QUIET = "dim"
LEAD = "bold magenta"
MARK = "yellow"
DIFFERS = "bold underline"
ID = "dim cyan"
SHORT = 10
"""Characters of an id that are printed: unlike others among a billion, and `why` takes beginnings."""

Row = tuple[Text, int]


def print_sheet(sheet: Sheet, console: Console) -> None:
    """Print a record as a page."""
    put(console, Text(sheet.title, style="bold"))
    put(console, Text(sheet.state, style=QUIET))
    if sheet.left_out:
        put(console, Text(sheet.left_out, style=QUIET))
    _section(console, "Next", map(line_text, sheet.coming))
    _section(console, "Where reports part", _flat(map(_parting_texts, sheet.partings)))
    _section(console, "Timeline", map(line_text, sheet.timeline))
    _section(console, "Background (told as older)", map(line_text, sheet.background))
    _section(console, "What became of plans", map(line_text, sheet.past_plans))
    _section(console, "Statements in several wordings", _flat(map(_said_texts, sheet.compared)))
    _section(console, "Statements", _flat(map(_said_texts, sheet.statements)))
    _section(console, "Figures", _flat(map(_counted_texts, sheet.figures)))
    _section(console, "Who is who", map(_who_text, sheet.people))
    _section(console, "Reports", map(_listed_text, sheet.reports))
    _section(console, "Copies", map(Text, sheet.copies))
    _section(console, "Problems", map(Text, sheet.problems))


def _flat(groups: Iterable[Iterable[Row]]) -> Iterable[Row]:
    return (each for group in groups for each in group)


def _section(console: Console, heading: str, lines: Iterable[Text | Row]) -> None:
    shown = list(lines)
    if not shown:
        return
    console.print()
    put(console, Text(heading, style=HEADING))
    for line in shown:
        text, indent = (line, 2) if isinstance(line, Text) else line
        put(console, text, indent)


def _joined(parts: Iterable[Text]) -> Text:
    return Text(" · ", style=QUIET).join([part for part in parts if part.plain])


def _id(whole: str) -> Text:
    return Text(whole[:SHORT], style=ID)


def day_text(day: Day) -> Text:
    """Return a day; one that isn't sure is set in italics beside saying so."""
    return Text(day.words, style="" if day.sure else "italic")


def line_text(line: Line) -> Text:
    """Return a line: day, what, who says so, origins, marks, reports, id."""
    what = Text()
    if line.lead:
        what.append(f"{line.lead}: ", style=LEAD)
    what.append(line.what)
    return _joined(
        [
            day_text(line.day),
            what,
            Text(line.who),
            Text(line.origins, style=QUIET),
            *(Text(mark, style=MARK) for mark in line.marks),
            _where(line.refs, line.id, *line.also),
        ]
    )


def _where(refs: Sequence[int], *ids: str) -> Text:
    where = Text(refs_words(refs), style=QUIET)
    for each in ids:
        where.append(" ").append_text(_id(each))
    return where


def _parting_texts(parting: Parting) -> Iterable[Row]:
    head = _joined(
        [Text(parting.kind, style=MARK), Text(parting.about), Text(parting.reason, style=QUIET),
         _id(parting.ids[0])]
    )  # fmt: skip
    yield head, 2
    for row in parting.rows:
        for place, side in enumerate(row):
            yield _side_text(side, first=place == 0), 4


def _side_text(side: SideLine, *, first: bool) -> Text:
    bullet = Text("- " if first else "  ")
    return bullet + _joined([Text(side.claim), Text(side.who), Text(refs_words(side.refs), style=QUIET)])


def _said_texts(said: Said) -> Iterable[Row]:
    """Yield a statement: on one line where there is one wording, else its wordings beneath one another."""
    marks = [Text(mark, style=MARK) for mark in said.marks]
    who = [day_text(said.day), Text(said.who, style="bold"), Text(said.occasion)]
    if len(said.renderings) == 1:
        only = said.renderings[0]
        words = [_words_text(only), Text(only.outlets), Text(said.origins, style=QUIET)]
        yield _joined([*who, *words, *marks, _where(only.refs, said.id)]), 2
        return
    yield _joined([*who, Text(said.origins, style=QUIET), *marks, _id(said.id)]), 2
    for rendering in said.renderings:
        relation = Text(rendering.relation, style=MARK)
        refs = Text(refs_words(rendering.refs), style=QUIET)
        yield _joined([_words_text(rendering), Text(rendering.outlets), relation, refs]), 4


def _words_text(rendering: Rendering) -> Text:
    words = Text()
    for each in rendering.stretches:
        words.append(each.words, style=DIFFERS if each.differs else "italic" if each.cue else "")
    return words


def _counted_texts(figure: Counted) -> Iterable[Row]:
    head = _joined(
        [
            Text(figure.counts, style="bold"),
            Text(f"part of: {figure.part_of}" if figure.part_of else ""),
            Text(f"since {figure.since.words}" if figure.since is not None else ""),
            *(Text(mark, style=MARK) for mark in figure.marks),
            _id(figure.id),
        ]
    )
    yield head, 2
    for reading in figure.readings:
        yield _reading_text(reading), 4


def _reading_text(reading: ReadingLine) -> Text:
    number = Text(f"{reading.hedge} " if reading.hedge else "").append(reading.printed, style="bold")
    return _joined(
        [
            number,
            Text(reading.who),
            Text(f"{reading.as_of[0]} ").append_text(day_text(reading.as_of[1])),
            Text(reading.mark, style=MARK),
            Text(refs_words(reading.refs), style=QUIET),
        ]
    )


def _who_text(who: Who) -> Text:
    name = Text(who.name, style="bold")
    if who.roles:
        name.append(f", {who.roles[0]}", style="")
    perhaps = f"perhaps the same as {who.perhaps}" if who.perhaps else ""
    return _joined(
        [name, Text(who.part, style=QUIET), Text(perhaps), Text(refs_words(who.refs), style=QUIET),
         _id(who.id)]
    )  # fmt: skip


def _listed_text(listed: Listed) -> Text:
    origin = f"origin {listed.origin}" if listed.origin != listed.outlet else ""
    return _joined(
        [
            Text(f"[{listed.number}] {listed.outlet}"),
            day_text(listed.day),
            Text(listed.headline),
            Text(origin),
            *(Text(mark, style=MARK) for mark in listed.marks),
            Text(listed.address, style=QUIET),
            _id(listed.id),
        ]
    )


def hit_text(hit: SearchLine) -> Text:
    """Return what a search found: kind, words, outlet, day, id."""
    outlet = Text(hit.outlet)
    return _joined([Text(hit.kind, style=MARK), Text(hit.words), outlet, day_text(hit.day), _id(hit.id)])


def story_texts(story: StoryLine) -> Iterable[Row]:
    """Yield a story in the list of stories: its title, and beneath it what is known of it."""
    yield Text(story.title, style="bold"), 0
    days = Text(days_words(story))
    counts = [
        counted(story.reports, "report"),
        *([counted(story.outlets, "outlet")] if story.outlets else []),
    ]
    line = Text("storyline ", style=QUIET).append_text(_id(story.storyline))
    yield _joined([days, Text(", ".join(counts)), _id(story.id), line]), 2


def days_words(story: StoryLine) -> str:
    """Return from when to when a story was reported on."""
    if story.first is None or story.last is None:
        return "day not known"
    last = iso_words(story.last)
    return last if story.first == story.last else f"{iso_words(story.first)} to {last}"
