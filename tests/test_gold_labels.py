"""The gold of the built-in example rests on words that stand in the reports, and on days that exist."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from eval.gold_texts import EXAMPLE, text_of

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "eval" / "gold" / "example" / "gold.json"
LOCK = ROOT / "eval" / "gold.lock"

MONTHS = {"March": 3, "April": 4}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
KINDS = {"person", "organization", "place", "group"}
MODALITIES = {"happened", "ongoing", "planned", "possible", "demanded", "denied"}
OUTCOMES = {None, "pending", "held", "put-off", "called-off", "denied", "changed", "no-report"}
DIFFERENCES = {"figure", "date", "place", "participant", "modality", "wording", "attribution"}
DAY = r"\d{4}(-\d{2}(-\d{2})?)?"
EDTF = re.compile(rf"(\.\./)?{DAY}|{DAY}/(\.\.|{DAY})|\[{DAY}\.\.{DAY}\]")
TYPES = {
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
}


@cache
def gold() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(GOLD.read_text(encoding="utf-8"))
    return loaded


def labels() -> Iterator[tuple[str, str, int | None, str]]:
    """Report, words, which of several, and the list, of every label that rests on words."""
    for statement in gold()["statements"]:
        for variant in statement["variants"]:
            for piece in variant["pieces"]:
                yield variant["report"], piece["content"], piece.get("nth"), "statements"
    for key, parts, words in (
        ("events", "mentions", "words"),
        ("figures", "readings", "printed"),
        ("differences", "between", "words"),
    ):
        for line in gold()[key]:
            for part in line[parts]:
                yield part["report"], part[words], part.get("nth"), key


@pytest.mark.parametrize("key", ["statements", "events", "figures", "differences"])
def test_every_label_stands_in_its_report(key: str) -> None:
    wrong = []
    for report, words, nth, kind in labels():
        found = text_of(report).count(words)
        if kind == key and not (found == 1 or (nth is not None and nth < found)):
            wrong.append((report, words, f"found {found} times"))
    assert wrong == []


def test_every_report_is_labelled_once() -> None:
    files = [report["file"] for report in gold()["reports"]]
    expected: list[str] = []
    for path in sorted(EXAMPLE.iterdir()):
        if path.suffix == ".jsonl":
            lines = path.read_text(encoding="utf-8").splitlines()
            expected += [f"{path.name}#{n}" for n in range(1, len(lines) + 1)]
        elif path.suffix in {".txt", ".html"}:
            expected.append(path.name)
    assert sorted(files) == sorted(expected)
    assert len(files) == 16
    in_stories = sorted(file for story in gold()["stories"] for file in story["reports"])
    assert in_stories == sorted(files)


def test_printed_facts_of_reports_stand_in_their_files() -> None:
    for report in gold()["reports"]:
        file, _, line = report["file"].partition("#")
        raw = (EXAMPLE / file).read_text(encoding="utf-8")
        raw = raw.splitlines()[int(line) - 1] if line else raw
        facts = [
            report["headline"],
            report["outlet"],
            report["dateline"],
            report["credit"],
            *report["bylines"],
        ]
        missing = [fact for fact in facts if fact and fact.lower() not in raw.lower()]
        assert missing == [], report["file"]


def test_weekdays_and_days_agree() -> None:
    day = re.compile(rf"({'|'.join(WEEKDAYS)}),? (March|April) (\d+)\b")
    wrong = []
    for report in gold()["reports"]:
        for weekday, month, number in day.findall(text_of(report["file"])):
            if WEEKDAYS[date(2026, MONTHS[month], int(number)).weekday()] != weekday:
                wrong.append((report["file"], weekday, month, number))
    assert wrong == []


def test_days_are_written_as_edtf() -> None:
    days = [line["when"] for line in gold()["events"]]
    days += [line["said"] for line in gold()["statements"]]
    days += [reading["as_of"] for line in gold()["figures"] for reading in line["readings"]]
    days += [report["published"] for report in gold()["reports"]]
    assert [day for day in days if day is not None and not EDTF.fullmatch(day)] == []
    for day in days:
        for full in re.findall(r"\d{4}-\d{2}-\d{2}", day or ""):
            date.fromisoformat(full)


def test_happenings_do_not_come_after_their_first_report() -> None:
    published = {report["file"]: report["published"] for report in gold()["reports"]}
    late = [
        line["label"]
        for line in gold()["events"]
        if line["modality"] == "happened" and re.fullmatch(r"\d{4}-\d{2}-\d{2}", line["when"] or "")
        if line["when"] > min(published[mention["report"]] for mention in line["mentions"])
    ]
    assert late == []


def test_names_and_codes_are_known() -> None:
    entities = {line["name"] for line in gold()["entities"]}
    events = {line["label"] for line in gold()["events"]}
    assert {line["kind"] for line in gold()["entities"]} <= KINDS
    for line in gold()["events"]:
        assert line["modality"] in MODALITIES, line["label"]
        assert line["outcome"] in OUTCOMES, line["label"]
        assert line["type"] is None or line["type"] in TYPES, line["label"]
        assert set(line["participants"]) <= entities, line["label"]
        assert line["outcome"] is None or line["modality"] in {"planned", "possible"}, line["label"]
    assert {line["event"] for line in gold()["figures"]} - {None} <= events
    assert {line["kind"] for line in gold()["differences"]} <= DIFFERENCES
    named = {
        name
        for line in gold()["statements"]
        if line["speaker_kind"] == "named"
        for name in (*line["speakers"], *line["via"])
    }
    assert named <= entities


def test_digests_are_those_of_the_lock() -> None:
    rows = [
        row.split("  ", 1)
        for row in LOCK.read_text(encoding="utf-8").splitlines()
        if row[:1] not in ("", "#")
    ]
    changed = [
        path for digest, path in rows if hashlib.sha256((ROOT / path).read_bytes()).hexdigest() != digest
    ]
    assert changed == [], "a change to the gold or to a report of the example is a line in eval/gold.lock"
    reports = {f"src/onrecord/data/example/{p.name}" for p in EXAMPLE.iterdir() if p.name != "README.md"}
    assert {path for _, path in rows} == reports | {"eval/gold/example/gold.json"}
