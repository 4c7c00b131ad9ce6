"""An evidence sheet in, a page to print out: Markdown, or HTML that asks no other host, with no script."""

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Final, Literal

from jinja2 import DictLoader, Environment, StrictUndefined, Template

from onrecord import __version__
from onrecord.views.evidence import Evidence
from onrecord.views.harmless import one_line
from onrecord.views.markdown import plain
from onrecord.views.why_part import Part, Why

SheetFormat = Literal["md", "html"]
SHEET_FORMATS: Final[tuple[SheetFormat, ...]] = ("md", "html")


SAYS: Final = (
    "This sheet shows the words that one line of a record of news reports rests on. It tells what was "
    "reported, not whether it is so. Bold words are the report's own, at the place named, counted in "
    "characters of its text. “No tie found” doesn't mean that two origins are independent of each other. A "
    "confidence is the finder's own, from 0 to 1."
)


def as_sheet(why: Why, form: SheetFormat) -> str:
    """Return an evidence sheet as a page."""
    return as_markdown_sheet(why) if form == "md" else as_html_sheet(why)


def as_markdown_sheet(why: Why) -> str:
    """Return an evidence sheet as Markdown: the words of a report are quoted, those it rests on bold."""
    parts = [f"# Evidence: {plain(one_line(why.title))}", f"{plain(why.kind)} {plain(why.id)}", SAYS]
    for part in filled(why):
        parts += [f"## {plain(part.heading)}", *_written(part)]
    parts.append(f"*onrecord {__version__}*")
    return "\n\n".join(parts) + "\n"


def as_html_sheet(why: Why) -> str:
    """Return an evidence sheet as one page of HTML."""
    return _page().render(why=why, parts=filled(why), says=SAYS, version=__version__)


def filled(why: Why) -> tuple[Part, ...]:
    """Return the parts that hold something."""
    return tuple(part for part in why.parts if part.facts or part.lines or part.evidence)


def where(evidence: Evidence) -> str:
    """Return where words stand: report, outlet, day, address, part and place."""
    place = f"{evidence.from_}, characters {evidence.start} to {evidence.end}"
    who = f"[{evidence.number}] {evidence.outlet}"
    parts = (who, evidence.day.words, evidence.address, evidence.report, place)
    return " · ".join(part for part in parts if part)


def _written(part: Part) -> Iterator[str]:
    if part.facts:
        yield "\n".join(f"- {plain(fact.name)}: {plain(fact.words)}" for fact in part.facts)
    for evidence in part.evidence:
        words = f"{plain(evidence.before)}**{plain(evidence.words)}**{plain(evidence.after)}".strip()
        notes = "\n".join(f"  - {plain(note)}" for note in evidence.notes)
        yield f"> {words}\n\n- {plain(where(evidence))}" + (f"\n{notes}" if notes else "")
    if part.lines:
        yield "\n".join(f"- {plain(line.strip())}" for line in part.lines)


@lru_cache(maxsize=1)
def _page() -> Template:
    text = (files("onrecord") / "views/templates/why.html").read_text(encoding="utf-8")
    environment = Environment(
        loader=DictLoader({"why.html": text}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["where"] = where
    return environment.get_template("why.html")
