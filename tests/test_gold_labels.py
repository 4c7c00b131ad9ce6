"""The gold of each golden story rests on words that stand in its reports, and on days that exist."""

from __future__ import annotations

import hashlib
import html
import json
import re
from calendar import month_name
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from eval.gold_texts import EVERY, ROOT, folder_of, labels_of, labels_path, text_of
from eval.gold_words import plain

LOCK = ROOT / "eval" / "gold.lock"

MONTHS = {name: number for number, name in enumerate(month_name) if name}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
KINDS = {"person", "organization", "place", "group"}
MODALITIES = {"happened", "ongoing", "planned", "possible", "demanded", "denied"}
OUTCOMES = {None, "pending", "held", "put-off", "called-off", "denied", "changed", "no-report"}
STANDINGS = {None, "one-origin", "several-origins", "withdrawn"}
DIFFERENCES = {"figure", "date", "place", "participant", "modality", "wording", "attribution"}
NEWS = {
    "event",
    "statement",
    "reading",
    "outcome",
    "second-origin",
    "difference",
    "withdrawal",
    "revision",
}
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

each_story = pytest.mark.parametrize("story", EVERY)


@cache
def gold(story: str) -> dict[str, Any]:
    return labels_of(story)


def words_of(story: str, name: str) -> str:
    return text_of(name, folder_of(story))


def labels(story: str) -> Iterator[tuple[str, str, int | None]]:
    """Report, words and which of several, of every label that rests on words."""
    labelled = gold(story)
    for statement in labelled["statements"]:
        for variant in statement["variants"]:
            for piece in variant["pieces"]:
                yield variant["report"], piece["content"], piece.get("nth")
    for key, parts, words in (
        ("events", "mentions", "words"),
        ("figures", "readings", "printed"),
        ("differences", "between", "words"),
        ("news", "facts", "words"),
    ):
        for line in labelled.get(key, ()):
            for part in line[parts]:
                yield part["report"], part[words], part.get("nth")
    for line in labelled.get("withdrawals", ()):
        yield line["report"], line["words"], line.get("nth")
    for line in labelled.get("lifted", ()):
        yield line["report"], line["words"], None


@each_story
def test_every_label_stands_in_its_report(story: str) -> None:
    wrong = []
    for report, words, nth in labels(story):
        found = words_of(story, report).count(words)
        if not (found == 1 or (found and nth is not None and nth < found)):
            wrong.append((report, words, f"found {found} times"))
    assert wrong == []


@each_story
def test_every_report_is_labelled_once(story: str) -> None:
    files = [report["file"] for report in gold(story)["reports"]]
    earlier = [line["earlier"] for line in gold(story).get("revisions", ())]
    expected: list[str] = []
    for path in sorted(folder_of(story).iterdir()):
        if path.suffix == ".jsonl":
            rows = path.read_text(encoding="utf-8").splitlines()
            expected += [f"{path.name}#{n}" for n in range(1, len(rows) + 1)]
        elif path.suffix in {".txt", ".html"}:
            expected.append(path.name)
    assert sorted([*files, *earlier]) == sorted(expected)
    in_stories = sorted(file for one in gold(story)["stories"] for file in one["reports"])
    assert in_stories == sorted(files)


@each_story
def test_printed_facts_of_reports_stand_in_their_files(story: str) -> None:
    for report in gold(story)["reports"]:
        file, _, line = report["file"].partition("#")
        raw = (folder_of(story) / file).read_text(encoding="utf-8")
        raw = json.dumps(json.loads(raw.splitlines()[int(line) - 1]), ensure_ascii=False) if line else raw
        facts = [
            report["headline"],
            report["outlet"],
            report["dateline"],
            *report["bylines"],
        ]
        missing = [fact for fact in facts if fact and _plain(fact) not in _plain(raw)]
        assert missing == [], report["file"]


def _plain(text: str) -> str:
    return plain(html.unescape(text)).lower().replace('\\"', '"')


@each_story
def test_weekdays_and_days_agree(story: str) -> None:
    day = re.compile(rf"({'|'.join(WEEKDAYS)}),? ({'|'.join(MONTHS)}) (\d+)\b")
    wrong = []
    for report in gold(story)["reports"]:
        year = int(report["published"][:4])
        for weekday, month, number in day.findall(words_of(story, report["file"])):
            if WEEKDAYS[date(year, MONTHS[month], int(number)).weekday()] != weekday:
                wrong.append((report["file"], weekday, month, number))
    assert wrong == []


@each_story
def test_days_are_written_as_edtf(story: str) -> None:
    days = [line["when"] for line in gold(story)["events"]]
    days += [line["said"] for line in gold(story)["statements"]]
    days += [reading["as_of"] for line in gold(story)["figures"] for reading in line["readings"]]
    days += [report["published"] for report in gold(story)["reports"]]
    assert [day for day in days if day is not None and not EDTF.fullmatch(day)] == []
    for day in days:
        for full in re.findall(r"\d{4}-\d{2}-\d{2}", day or ""):
            date.fromisoformat(full)


@each_story
def test_happenings_do_not_come_after_their_first_report(story: str) -> None:
    revised = {
        line["later"] for line in gold(story).get("revisions", ())
    }  # a page put right tells of later days
    published = {report["file"]: report["published"] for report in gold(story)["reports"]}
    published |= dict.fromkeys(revised, "9999-12-31")
    late = [
        line["label"]
        for line in gold(story)["events"]
        if line["modality"] == "happened" and re.fullmatch(r"\d{4}-\d{2}-\d{2}", line["when"] or "")
        if line["when"] > min(published[mention["report"]] for mention in line["mentions"])
    ]
    assert late == []


@each_story
def test_names_and_codes_are_known(story: str) -> None:
    labelled = gold(story)
    entities = {line["name"] for line in labelled["entities"]}
    events = {line["label"] for line in labelled["events"]}
    assert {line["kind"] for line in labelled["entities"]} <= KINDS
    for line in labelled["events"]:
        assert line["modality"] in MODALITIES, line["label"]
        assert line["outcome"] in OUTCOMES, line["label"]
        assert line["type"] is None or line["type"] in TYPES, line["label"]
        assert set(line["participants"]) <= entities, line["label"]
        assert line["outcome"] is None or line["modality"] in {"planned", "possible", "demanded"}, line[
            "label"
        ]
        assert line.get("standing") in STANDINGS, line["label"]
        assert line.get("part_of") in {None, *events}, line["label"]
        detail = line.get("outcome_detail")
        assert not detail or detail["state"].replace(" ", "-") == line["outcome"], line["label"]
        assert not detail or detail["event"] in {None, *events}, line["label"]
    assert {line["event"] for line in labelled["figures"]} - {None} <= events
    assert {line["kind"] for line in labelled["differences"]} <= DIFFERENCES
    assert {fact["kind"] for mark in labelled.get("news", ()) for fact in mark["facts"]} <= NEWS
    named = {
        name
        for line in labelled["statements"]
        if line["speaker_kind"] == "named"
        for name in line["speakers"]  # who passed it on may have no name
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
    assert changed == [], "a change to a gold or to a report of a golden story is a line in eval/gold.lock"
    reports = [path for story in EVERY for path in folder_of(story).iterdir() if path.name != "README.md"]
    golds = [labels_path(story) for story in EVERY]
    locked = {ROOT / path for _, path in rows}
    assert locked >= {*reports, *golds}
    assert all(path.name == "second.json" for path in locked - {*reports, *golds})


def test_a_story_has_a_folder_of_its_own() -> None:
    folders = {path.name for path in (ROOT / "eval" / "gold").iterdir() if path.is_dir()}
    assert folders == set(EVERY)
    assert all(Path(folder_of(story)).is_dir() for story in EVERY)
