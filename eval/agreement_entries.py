"""One reader's labels in, its lines by kind out, with report, words, and whether it is required."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eval.gold_reports import FACTS
from eval.gold_view import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One reader's line: the report and the words it stands on, and the line itself."""

    report: str
    words: str
    required: bool
    line: Line


def facts(gold: Line) -> Iterator[Entry]:
    """Yield a line for each fact that a reader has of each report."""
    for report in gold["reports"]:
        for fact in FACTS:
            if report[fact]:
                words = f"{fact}: {report[fact]}"
                line = {"fact": fact, "value": report[fact]}
                yield Entry(report=report["file"], words=words, required=True, line=line)


def entities(gold: Line) -> Iterator[Entry]:
    """Yield the entities."""
    for line in gold["entities"]:
        words = f"{line['name']} ({line['kind']})"
        yield Entry(report="-", words=words, required=line["required"], line=line)


def variants(gold: Line) -> Iterator[Entry]:
    """Yield the variants of all statements, each under its content, with the statement's speakers."""
    for statement in gold["statements"]:
        for variant in statement["variants"]:
            words = " … ".join(piece["content"] for piece in variant["pieces"])
            required = statement["required"] and variant.get("required", True)
            yield Entry(report=variant["report"], words=words, required=required, line=statement)


def events(gold: Line) -> Iterator[Entry]:
    """Yield the events, each under its label and the first words that it rests on."""
    for line in gold["events"]:
        mention = line["mentions"][0]
        words = f"{line['label']}: {mention['words']}"
        yield Entry(report=mention["report"], words=words, required=line["required"], line=line)


def differences(gold: Line) -> Iterator[Entry]:
    """Yield the differences, each under the words of its first side."""
    for line in gold["differences"]:
        side = line["between"][0]
        words = f"{line['kind']} {line['verdict']}: {line['about']}: {side['words']}"
        yield Entry(report=side["report"], words=words, required=line["required"], line=line)


def readings(gold: Line) -> Iterator[Entry]:
    """Yield the readings of all figures, each under its printed words."""
    for figure in gold["figures"]:
        for line in figure["readings"]:
            required = line["required"]
            yield Entry(report=line["report"], words=line["printed"], required=required, line=line)
