"""A record in, Markdown out: a page whose footnotes are the sentences that its lines rest on."""

import re
from collections.abc import Iterable
from typing import Final

from onrecord.model.record import Record
from onrecord.views.as_json import Texts
from onrecord.views.evidence import Evidence
from onrecord.views.lines import Line, refs_words
from onrecord.views.numbers import Counted
from onrecord.views.outlets import Listed
from onrecord.views.parting import Parting
from onrecord.views.people import Who
from onrecord.views.sheet import Sheet, sheet
from onrecord.views.wordings import Said, Stretch

_ACTING: Final = re.compile(r"([\\`*_{}\[\]<>#|~^$&!])")
_OPENING: Final = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")
_LINKING: Final = re.compile(r"(?i)\b(https?|ftp)://|\bwww\.")


def plain(text: str) -> str:
    """Return text in which nothing is Markdown or HTML, and no address becomes a link by itself."""
    quiet = _ACTING.sub(r"\\\1", text)
    quiet = _LINKING.sub(lambda m: m[0].replace(":", "\\:").replace(".", "\\."), quiet)
    return _OPENING.sub(lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", quiet)


def as_markdown(record: Record, *, texts: Texts = "excerpts") -> str:
    """Return a record as a Markdown page.

    Args:
        record: The record.
        texts: `none` leaves the sentences out of the footnotes, `full` puts the reports' texts at the end.
    """
    return _Page(sheet(record, full=texts == "full"), texts=texts).written()


class _Page:
    """A page as it is written: lines, and the footnotes that they have led to so far."""

    def __init__(self, shown: Sheet, *, texts: Texts) -> None:
        self._sheet = shown
        self._texts = texts
        self._notes: dict[tuple[int, str, str, str, tuple[str, ...]], int] = {}

    def written(self) -> str:
        shown = self._sheet
        parts = [f"# {plain(shown.title)}", plain(shown.state)]
        parts += [f"*{plain(shown.left_out)}*"] if shown.left_out else []
        parts += self._section("Next", map(self._line, shown.coming))
        parts += self._section("Where reports part", map(self._parting, shown.partings))
        parts += self._section("Timeline", map(self._line, shown.timeline))
        parts += self._section("Also told (no day of its own, one origin)", map(self._line, shown.also_told))
        parts += self._section("Background (told as older)", map(self._line, shown.background))
        parts += self._section("What became of plans", map(self._line, shown.past_plans))
        parts += self._section("Statements in several wordings", map(self._said, shown.compared))
        parts += self._section("Statements", map(self._said, shown.statements))
        parts += self._section("Figures", map(self._counted, shown.figures))
        parts += self._section("Who is who", map(_who, shown.people))
        parts += self._section("Reports", map(_listed, shown.reports))
        parts += self._section("Copies", (f"- {plain(line)}" for line in shown.copies))
        parts += self._section("Problems", (f"- {plain(line)}" for line in shown.problems))
        parts += list(self._full_texts())
        parts += self._section("Sentences", self._footnotes(), loose=True)
        return "\n\n".join(parts) + "\n"

    def _section(self, heading: str, lines: Iterable[str], *, loose: bool = False) -> list[str]:
        shown = list(lines)
        return [f"## {heading}", ("\n\n" if loose else "\n").join(shown)] if shown else []

    def _line(self, line: Line) -> str:
        lead = f"*{plain(line.lead)}:* " if line.lead else ""
        parts = [
            f"**{plain(line.day.words)}**",
            f"{lead}{plain(line.what)}",
            plain(line.who),
            plain(line.origins),
        ]
        parts += [f"*{plain(mark)}*" for mark in line.marks]
        return f"- {_joined(parts)}{self._refs(line.evidence)} {_ids(line.id, *line.also)}"

    def _parting(self, parting: Parting) -> str:
        head = _joined([f"*{plain(parting.kind)}*", plain(parting.about), plain(parting.reason)])
        rows = [f"- {head} `{parting.ids[0]}`"]
        for row in parting.rows:
            for side in row:
                rows.append(f"  - {_joined([plain(side.claim), plain(side.who)])}{self._refs(side.evidence)}")
        return "\n".join(rows)

    def _said(self, said: Said) -> str:
        marks = [f"*{plain(mark)}*" for mark in said.marks]
        head = _joined(
            [
                f"**{plain(said.day.words)}**",
                f"**{plain(said.who)}**",
                plain(said.occasion),
                plain(said.origins),
                *marks,
            ]
        )
        rows = [f"- {head} `{said.id}`"]
        for each in said.renderings:
            words = "".join(_stretch(stretch) for stretch in each.stretches)
            relation = f"*{plain(each.relation)}*" if each.relation else ""
            rows.append(f"  - {_joined([words, plain(each.outlets), relation])}{self._refs(each.evidence)}")
        return "\n".join(rows)

    def _counted(self, counted: Counted) -> str:
        head = _joined(
            [
                f"**{plain(counted.counts)}**",
                plain(f"part of: {counted.part_of}") if counted.part_of else "",
                plain(f"since {counted.since.words}") if counted.since is not None else "",
                *(f"*{plain(mark)}*" for mark in counted.marks),
            ]
        )
        rows = [f"- {head} `{counted.id}`"]
        for each in counted.readings:
            number = f"{each.hedge} **{plain(each.printed)}**".strip()
            parts = [
                number,
                plain(each.who),
                plain(f"{each.as_of[0]} {each.as_of[1].words}"),
                plain(each.mark),
            ]
            rows.append(f"  - {_joined(parts)}{self._refs(each.evidence)}")
        return "\n".join(rows)

    def _refs(self, evidence: Iterable[Evidence]) -> str:
        """Return the marks of some sentences' footnotes, making those that aren't there yet."""
        marks = []
        for each in evidence:
            key = (each.number, each.before, each.words, each.after, each.notes)
            marks.append(f"[^{self._notes.setdefault(key, len(self._notes) + 1)}]")
        return "".join(dict.fromkeys(marks))

    def _footnotes(self) -> Iterable[str]:
        listed = {report.number: report for report in self._sheet.reports}
        for (number, before, words, after, notes), mark in self._notes.items():
            report = listed.get(number)
            where = (
                f"[{number}] {report.outlet}, {report.day.words}, {report.address}"
                if report
                else f"[{number}]"
            )
            sentence = f"{plain(before)}**{plain(words)}**{plain(after)}" if self._texts != "none" else ""
            yield f"[^{mark}]: " + _joined([plain(where), sentence, *map(plain, notes)])

    def _full_texts(self) -> Iterable[str]:
        for report in self._sheet.reports:
            if report.text:
                yield f"## Report {report.number}: {plain(report.outlet)}"
                yield "\n".join(
                    f"> {plain(line)}" if line.strip() else ">" for line in report.text.splitlines()
                )


def _ids(*ids: str) -> str:
    return " ".join(f"`{each}`" for each in ids)


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)


def _stretch(stretch: Stretch) -> str:
    """Return some words of a wording; differing ones bold, with the blanks at their ends outside."""
    words = plain(stretch.words)
    if stretch.cue:
        return f"*{words.strip()}* " if words.endswith(" ") else f" *{words.strip()}*"
    if not stretch.differs or not words.strip():
        return words
    bare = words.strip()
    left = words[: len(words) - len(words.lstrip())]
    return f"{left}**{bare}**{words[len(words.rstrip()) :]}"


def _who(who: Who) -> str:
    name = f"**{plain(who.name)}**" + (f", {plain(who.roles[0])}" if who.roles else "")
    perhaps = f"perhaps the same as {plain(who.perhaps)}" if who.perhaps else ""
    return f"- {_joined([name, plain(who.part), perhaps, plain(refs_words(who.refs))])} `{who.id}`"


def _listed(listed: Listed) -> str:
    origin = f"origin {plain(listed.origin)}" if listed.origin != listed.outlet else ""
    parts = [
        plain(f"[{listed.number}] {listed.outlet}"),
        plain(listed.day.words),
        plain(listed.headline),
        origin,
        *(plain(mark) for mark in listed.marks),
        plain(listed.address),
    ]
    return f"- {_joined(parts)} `{listed.id}`"
