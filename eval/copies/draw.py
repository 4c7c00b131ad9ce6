"""Task folders in, the sheet of pairs out: `python -m eval.copies.draw BENCHMARKS`.

Writes `sheet.json` beside this file: 200 pairs of reports that share 30 % or more of their runs of five
words, drawn evenly over the bands of a tenth. All such pairs are found, exactly: of two sets with a Jaccard
of t or more, one of the rarest n - ceil(tn) + 1 members of the one is among those of the other (Chaudhuri,
Ganti and Kaushik 2006). Nothing of the program under test decides what is drawn.
"""

import argparse
import json
import math
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from eval.copies.texts import OTHERS, WIRE, Text, texts

SHEET: Final = Path(__file__).with_name("sheet.json")
SEED: Final = 20260402
PAIRS: Final = 200
LEAST: Final = 0.3
BANDS: Final = 7
RUN: Final = 5
FEWEST_WORDS: Final = 30
A_REPORT: Final = {WIRE: 1}
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

Row = dict[str, Any]
Alike = tuple[float, Text, Text]


def words(text: str) -> list[str]:
    """Return the words of a text, small letters, marks left out."""
    return [word.casefold() for word in _WORD.findall(text)]


def draw(benchmarks: Path) -> Row:
    """Return the sheet, the same every time."""
    chance = random.Random(SEED)  # a sample, no secret
    wire = _share(alike(texts(benchmarks, WIRE)), PAIRS // 2, chance)
    others = [pair for task in OTHERS for pair in alike(texts(benchmarks, task))]
    rows = [_row(pair) for pair in [*wire, *_share(others, PAIRS - len(wire), chance)]]
    chance.shuffle(rows)
    numbered = [{"n": number, **row} for number, row in enumerate(rows, 1)]
    return {"digest": digest(numbered), "rows": numbered}


def alike(some: Iterable[Text]) -> list[Alike]:
    """Return all pairs that share enough, with their Jaccard, in the order of their keys."""
    by_doc = {one.doc: one for one in some}
    runs = {doc: found for doc, one in by_doc.items() if (found := _runs(one.text))}
    rare = Counter(run for found in runs.values() for run in found)
    sharing: dict[int, list[str]] = defaultdict(list)
    for doc, found in runs.items():
        first = len(found) - math.ceil(LEAST * len(found)) + 1
        for run in sorted(found, key=lambda run: (rare[run], run))[:first]:
            sharing[run].append(doc)
    pairs = {(a, b) for docs in sharing.values() for a in docs for b in docs if a < b}
    measured = ((_jaccard(runs[a], runs[b]), by_doc[a], by_doc[b]) for a, b in sorted(pairs))
    return [pair for pair in measured if pair[0] >= LEAST]


def _runs(text: str) -> frozenset[int]:
    found = words(text)
    if len(found) < FEWEST_WORDS:
        return frozenset()
    return frozenset(hash(tuple(found[i : i + RUN])) for i in range(len(found) - RUN + 1))


def _jaccard(first: frozenset[int], second: frozenset[int]) -> float:
    both = len(first & second)
    return both / (len(first) + len(second) - both)


def _share(pairs: Sequence[Alike], number: int, chance: random.Random) -> list[Alike]:
    """Return pairs taken from the bands in turn, until there are enough or none is left."""
    bands: dict[int, list[Alike]] = defaultdict(list)
    for pair in chance.sample(pairs, len(pairs)):
        bands[min(int(pair[0] * 10 + 1e-9), 9)].append(pair)
    used: Counter[str] = Counter()
    taken: list[Alike] = []
    while len(taken) < number and any(bands.values()):
        for band in sorted(bands):
            found = _next(bands[band], used) if len(taken) < number else None
            if found is not None:
                taken.append(found)
                used.update((found[1].doc, found[2].doc))
    return taken


def _next(band: list[Alike], used: Mapping[str, int]) -> Alike | None:
    while band:
        pair = band.pop()
        if all(used.get(one.doc, 0) < A_REPORT.get(one.task, 3) for one in pair[1:]):
            return pair
    return None


def _row(pair: Alike) -> Row:
    jaccard, first, second = pair
    key = f"{first.task} {first.doc} {second.doc}"
    return {
        "task": first.task,
        "first": _end(first),
        "second": _end(second),
        "jaccard": round(jaccard, 3),
        "half": "fit" if int(sha256(key.encode()).hexdigest()[:8], 16) % 2 else "held",
    }


def _end(one: Text) -> Row:
    return {"doc": one.doc, "text": one.digest, "start": 0, "end": len(one.text)}


def digest(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return the SHA-256 of the rows, by which labels name the sheet that they are of."""
    return sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()


def pairs_of(benchmarks: Path, rows: Sequence[Row]) -> list[tuple[Text, Text]]:
    """Return the two reports of each row.

    Raises:
        ValueError: A text isn't the one that was drawn.
    """
    by_key = {(task, one.doc): one for task in {r["task"] for r in rows} for one in texts(benchmarks, task)}
    found = [(by_key[r["task"], r["first"]["doc"]], by_key[r["task"], r["second"]["doc"]]) for r in rows]
    for row, ends in zip(rows, found, strict=True):
        if [one.digest for one in ends] != [row["first"]["text"], row["second"]["text"]]:
            raise ValueError(f"row {row['n']}: the text isn't the one that was drawn")
    return found


def show(benchmarks: Path, rows: Sequence[Row], path: Path) -> None:
    """Write each pair with its words: what both have bare, what only one has after - and +."""
    with path.open("w", encoding="utf-8") as out:
        for row, ends in zip(rows, pairs_of(benchmarks, rows), strict=True):
            out.write(f"\n######## {row['n']} {row['task']}\n")
            for one in ends:
                named = (
                    one.fields.get(name) for name in ("date", "published", "outlet", "title", "headline")
                )
                out.write(" | ".join(str(value) for value in named if value) + f" | {len(one.text)}\n")
            out.writelines(line + "\n" for line in _marked(*(one.text.split() for one in ends)))


def _marked(first: Sequence[str], second: Sequence[str]) -> Iterable[str]:
    for what, a, b, c, d in SequenceMatcher(a=first, b=second, autojunk=False).get_opcodes():
        if what == "equal":
            yield "  " + " ".join(first[a:b])
            continue
        yield from ("- " + " ".join(first[a:b]) for _ in first[a : a + 1] if b > a)
        yield from ("+ " + " ".join(second[c:d]) for _ in second[c : c + 1] if d > c)


def written(sheet: Row) -> str:
    """Return the sheet as it is kept: a row a line."""
    lines = ",\n".join(json.dumps(row) for row in sheet["rows"])
    return json.dumps({"digest": sheet["digest"]})[:-1] + ', "rows": [\n' + lines + "\n]}\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the sheet, or show the one that stands; 0 when done."""
    parser = argparse.ArgumentParser(description="Draw the pairs of reports that readers label.")
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("--show", type=Path, metavar="FILE", help="write the standing sheet's words there")
    options = parser.parse_args(arguments)
    if options.show:
        show(options.benchmarks, json.loads(SHEET.read_text(encoding="utf-8"))["rows"], options.show)
        return 0
    sheet = draw(options.benchmarks)
    SHEET.write_text(written(sheet), encoding="utf-8")
    sys.stdout.write(f"{len(sheet['rows'])} pairs\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
