"""An evidence sheet in, its page on a terminal out."""

from rich.console import Console
from rich.text import Text

from onrecord.views.evidence import Evidence
from onrecord.views.setting import put
from onrecord.views.why_part import Part, Why


def print_why(why: Why, console: Console) -> None:
    """Print an evidence sheet."""
    put(
        console,
        Text(f"{why.kind} ", style="dim")
        .append(why.title, style="bold")
        .append(f"  {why.id}", style="dim cyan"),
    )
    for part in why.parts:
        if part.facts or part.evidence or part.lines:
            _print_part(part, console)


def _print_part(part: Part, console: Console) -> None:
    console.print()
    put(console, Text(part.heading, style="bold"))
    wide = max((len(fact.name) for fact in part.facts), default=0)
    for fact in part.facts:
        put(console, Text(fact.words), wide + 4, wide + 4, label=Text(f"  {fact.name}", style="dim"))
    for line in part.lines:
        put(console, Text(line.strip()), 4 if line.startswith(" ") else 2)
    for evidence in part.evidence:
        _print_evidence(evidence, console)


def _print_evidence(evidence: Evidence, console: Console) -> None:
    parts = (evidence.outlet, evidence.day.words, evidence.address, evidence.report)
    where = f"[{evidence.number}] {' · '.join(parts)}"
    put(console, Text(where), 2)
    sentence = Text(evidence.before, style="dim").append(evidence.words, style="not dim bold")
    put(console, sentence.append(evidence.after, style="dim"), 4, 4)
    for note in evidence.notes:
        put(console, Text(note, style="dim"), 6)
