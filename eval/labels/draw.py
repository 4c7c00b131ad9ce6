"""The benchmarks' development parts in, the places to label out: `python -m eval.labels.draw BENCHMARKS`.

Writes `sample.json` beside this file: twenty reports, each with the stretch of its first 250 words, and a
hundred and fifty sentences of other documents that hold a word of the table of sorts. Keys and offsets only.
`--show FOLDER` writes the places with their words to a folder outside the project, to label from.
"""

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from eval.labels.sentences import SortWords, sentences
from eval.labels.texts import PARTS, Key, by_key, day_of, documents, key_of
from onrecord.evaluation.scorer import TaskDoc

SAMPLE: Final = Path(__file__).with_name("sample.json")
SEED: Final = 20260301
REPORTS: Final = {"quotes": 10, "stories": 6, "times": 4}
SENTENCES: Final = {"quotes": 75, "stories": 45, "times": 30}
A_DOCUMENT: Final = 2
REPORT_WORDS: Final = (150, 700)
SENTENCE_WORDS: Final = (8, 45)
STRETCH: Final = 250

Row = dict[str, Any]


def draw(benchmarks: Path) -> dict[str, list[Row]]:
    """Return the places drawn, the same every time."""
    chance = random.Random(SEED)  # a sample, no secret
    words = SortWords()
    rows: dict[str, list[Row]] = {"reports": [], "sentences": []}
    for task in PARTS:
        docs = sorted(documents(benchmarks, task), key=lambda doc: doc.id)
        fit = [doc for doc in docs if _within(doc.text, REPORT_WORDS)]
        reports = chance.sample(fit, REPORTS[task])
        rows["reports"] += [_row(task, doc, 0, _stretch(doc.text)) for doc in reports]
        taken = {doc.id for doc in reports}
        others = [place for doc in docs if doc.id not in taken for place in _places(doc, words)]
        chance.shuffle(others)
        rows["sentences"] += [_row(task, *place) for place in _first(others, SENTENCES[task])]
    return rows


def _row(task: str, doc: TaskDoc, start: int, end: int) -> Row:
    return {"task": task, "doc": key_of(task, doc).doc, "start": start, "end": end}


def _within(text: str, limits: tuple[int, int]) -> bool:
    return limits[0] <= len(text.split()) <= limits[1]


def _stretch(text: str) -> int:
    """Return where the first words of a report end."""
    words = list(re.finditer(r"\S+", text))
    return words[min(STRETCH, len(words)) - 1].end()


def _places(doc: TaskDoc, words: SortWords) -> Iterator[tuple[TaskDoc, int, int]]:
    for start, end in sentences(doc.text):
        sentence = doc.text[start:end]
        if _within(sentence, SENTENCE_WORDS) and words.stand_in(sentence):
            yield doc, start, end


def _first(places: Sequence[tuple[TaskDoc, int, int]], number: int) -> list[tuple[TaskDoc, int, int]]:
    """Return the first places, at most two a document."""
    seen: Counter[str] = Counter()
    kept: list[tuple[TaskDoc, int, int]] = []
    for place in places:
        seen[place[0].id] += 1
        if seen[place[0].id] <= A_DOCUMENT and len(kept) < number:
            kept.append(place)
    return kept


def show(benchmarks: Path, rows: dict[str, list[Row]], folder: Path) -> None:
    """Write the places with their words to a folder."""
    docs = by_key(benchmarks)
    folder.mkdir(parents=True, exist_ok=True)
    for sort, places in rows.items():
        with (folder / f"{sort}.txt").open("w", encoding="utf-8") as out:
            for number, row in enumerate(places):
                doc = docs[Key(row["task"], row["doc"])]
                out.write(
                    f"## {number} {row['task']} {row['doc']} {day_of(doc)} {row['start']}-{row['end']}\n"
                )
                out.write(doc.text[row["start"] : row["end"]] + "\n\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the sample, or show the one that stands; 0 when done."""
    parser = argparse.ArgumentParser(description="Draw the places to label.")
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("--show", type=Path, metavar="FOLDER", help="write the standing sample's words there")
    options = parser.parse_args(arguments)
    if options.show:
        show(options.benchmarks, json.loads(SAMPLE.read_text(encoding="utf-8")), options.show)
        return 0
    rows = draw(options.benchmarks)
    lists = (f'"{sort}": [\n' + ",\n".join(map(json.dumps, places)) + "\n]" for sort, places in rows.items())
    SAMPLE.write_text("{" + ",\n".join(lists) + "}\n", encoding="utf-8")
    sys.stdout.write(", ".join(f"{len(places)} {sort}" for sort, places in rows.items()) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
