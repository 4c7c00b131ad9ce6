"""A sheet in, its page on a terminal out: colour where the terminal has it, plain text where it has none."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from onrecord.views.lines import Line, refs_words
from onrecord.views.numbers import Counted, ReadingLine
from onrecord.views.outlets import Listed
from onrecord.views.parting import Parting, SideLine
from onrecord.views.people import Who
from onrecord.views.setting import DIFFERS, HEADING, LEAD, MARK, QUIET, day_text, id_text, joined, put
from onrecord.views.sheet import Sheet
from onrecord.views.wordings import Rendering, Said

Row = tuple[Text, int]
"""A text, and the columns that it is indented by."""


def print_sheet(sheet: Sheet, console: Console) -> None:
    """Print a record as a page."""
    put(console, Text(sheet.title, style="bold"))
    put(console, Text(sheet.state, style=QUIET))
    if sheet.left_out:
        put(console, Text(sheet.left_out, style=QUIET))
    _section(console, "Next", map(line_text, sheet.coming))
    _section(console, "Where reports part", _flat(map(_parting_texts, sheet.partings)))
    _section(console, "Timeline", map(line_text, sheet.timeline))
    _section(console, "Also told (no day of its own, one origin)", map(line_text, sheet.also_told))
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


def line_text(line: Line) -> Text:
    """Return a line: day, what, who says so, origins, marks, reports, id."""
    what = Text()
    if line.lead:
        what.append(f"{line.lead}: ", style=LEAD)
    what.append(line.what)
    return joined(
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
        where.append(" ").append_text(id_text(each))
    return where


def _parting_texts(parting: Parting) -> Iterable[Row]:
    head = joined(
        [Text(parting.kind, style=MARK), Text(parting.about), Text(parting.reason, style=QUIET),
         id_text(parting.ids[0])]
    )  # fmt: skip
    yield head, 2
    for row in parting.rows:
        for place, side in enumerate(row):
            yield _side_text(side, first=place == 0), 4


def _side_text(side: SideLine, *, first: bool) -> Text:
    bullet = Text("- " if first else "  ")
    return bullet + joined([Text(side.claim), Text(side.who), Text(refs_words(side.refs), style=QUIET)])


def _said_texts(said: Said) -> Iterable[Row]:
    """Yield a statement: on one line where there is one wording, else its wordings beneath one another."""
    marks = [Text(mark, style=MARK) for mark in said.marks]
    who = [day_text(said.day), Text(said.who, style="bold"), Text(said.occasion)]
    if len(said.renderings) == 1:
        only = said.renderings[0]
        words = [_words_text(only), Text(only.outlets), Text(said.origins, style=QUIET)]
        yield joined([*who, *words, *marks, _where(only.refs, said.id)]), 2
        return
    yield joined([*who, Text(said.origins, style=QUIET), *marks, id_text(said.id)]), 2
    for rendering in said.renderings:
        relation = Text(rendering.relation, style=MARK)
        refs = Text(refs_words(rendering.refs), style=QUIET)
        yield joined([_words_text(rendering), Text(rendering.outlets), relation, refs]), 4


def _words_text(rendering: Rendering) -> Text:
    words = Text()
    for each in rendering.stretches:
        words.append(each.words, style=DIFFERS if each.differs else "italic" if each.cue else "")
    return words


def _counted_texts(figure: Counted) -> Iterable[Row]:
    head = joined(
        [
            Text(figure.counts, style="bold"),
            Text(f"part of: {figure.part_of}" if figure.part_of else ""),
            Text(f"since {figure.since.words}" if figure.since is not None else ""),
            *(Text(mark, style=MARK) for mark in figure.marks),
            id_text(figure.id),
        ]
    )
    yield head, 2
    for reading in figure.readings:
        yield _reading_text(reading), 4


def _reading_text(reading: ReadingLine) -> Text:
    number = Text(f"{reading.hedge} " if reading.hedge else "").append(reading.printed, style="bold")
    return joined(
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
    return joined(
        [name, Text(who.part, style=QUIET), Text(perhaps), Text(refs_words(who.refs), style=QUIET),
         id_text(who.id)]
    )  # fmt: skip


def _listed_text(listed: Listed) -> Text:
    origin = f"origin {listed.origin}" if listed.origin != listed.outlet else ""
    return joined(
        [
            Text(f"[{listed.number}] {listed.outlet}"),
            day_text(listed.day),
            Text(listed.headline),
            Text(origin),
            *(Text(mark, style=MARK) for mark in listed.marks),
            Text(listed.address, style=QUIET),
            id_text(listed.id),
        ]
    )
