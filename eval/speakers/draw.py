"""The quotations benchmark in, the sheet of speakers out: `python -m eval.speakers.draw BENCHMARKS`.

Writes `sheet.json` beside this file: 300 quotations that `read` keeps, of thirty development documents, each
with whom the system takes its speakers to be. Keys and offsets only; `--show FILE` writes the rows of the
standing sheet with their words to a file outside the project, to judge from.
"""

import argparse
import hashlib
import json
import random
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from eval.labels.texts import key_of
from onrecord.annotations.reading import Annotated, annotate_report, finders
from onrecord.evaluation.reports import report_of
from onrecord.evaluation.scorer import TaskDoc, read_docs
from onrecord.model.annotation import Mention, Quotation
from onrecord.model.span import Span

SHEET: Final = Path(__file__).with_name("sheet.json")
SEED: Final = 20260311
REPORTS: Final = 30
QUOTATIONS: Final = 300
TASK: Final = "quotes"
PART: Final = "dev"

Row = dict[str, Any]


def documents(benchmarks: Path) -> dict[str, TaskDoc]:
    """Return the development documents by key."""
    return {key_of(TASK, doc).doc: doc for doc in read_docs(benchmarks / TASK, PART)}


def draw(benchmarks: Path, judged: frozenset[str] = frozenset()) -> Row:
    """Return the sheet, the same every time for the same finders and reports left out.

    Where fewer reports are left than a sheet has, all of them are taken, and more rows of each.

    Args:
        benchmarks: The folder of tasks.
        judged: Keys of reports that earlier sheets have used up.
    """
    chance = random.Random(SEED + len(judged))  # a sample, no secret
    docs = {key: doc for key, doc in documents(benchmarks).items() if key not in judged}
    keys = sorted(chance.sample(sorted(docs), min(REPORTS, len(docs))))
    found = {key: rows_of(key, annotate_report(report_of(docs[key]))) for key in keys}
    rows = share(found, chance)
    numbered = [{"n": number, **row} for number, row in enumerate(rows, 1)]
    return {"finders": list(finders()), "digest": digest(numbered), "reports": keys, "rows": numbered}


def share(found: Mapping[str, Sequence[Row]], chance: random.Random) -> list[Row]:
    """Return rows drawn evenly, ten of each of thirty reports, more of fewer; the rest from what is left."""
    taken: list[Row] = []
    left: list[Row] = []
    a_report = -(-QUOTATIONS // max(1, len(found)))
    for rows in found.values():
        shuffled = chance.sample(rows, len(rows))
        taken += shuffled[:a_report]
        left += shuffled[a_report:]
    if len(taken) > QUOTATIONS:
        taken = chance.sample(taken, QUOTATIONS)
    taken += chance.sample(left, min(len(left), QUOTATIONS - len(taken)))
    return sorted(taken, key=lambda row: (row["doc"], row["content"], row["kind"]))


def rows_of(key: str, annotated: Annotated) -> list[Row]:
    """Return the quotations of one report as rows of the sheet."""
    mentions = {mention.id: mention for mention in annotated.found.mentions}
    return [_row(key, quotation, mentions) for quotation in annotated.found.quotations]


def _row(key: str, quotation: Quotation, mentions: Mapping[str, Mention]) -> Row:
    return {
        "doc": key,
        "content": [_pair(piece) for piece in quotation.content],
        "kind": quotation.kind,
        "speaker_words": None if quotation.speaker_words is None else _pair(quotation.speaker_words),
        "speakers": [_speaker(mentions[speaker], mentions) for speaker in quotation.speakers],
    }


def _speaker(mention: Mention, mentions: Mapping[str, Mention]) -> Row:
    founder = None if mention.chain is None else mentions[mention.chain]
    return {
        "mention": _pair(mention.span),
        "form": mention.form,
        "founder": None if founder is None else _pair(founder.span),
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def digest(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return the SHA-256 of the rows, by which a reader's verdicts name the sheet that they judge."""
    return hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()


def show(benchmarks: Path, sheet: Row, path: Path) -> None:
    """Write the texts of the sheet, each followed by its rows with their words."""
    docs = documents(benchmarks)
    with path.open("w", encoding="utf-8") as out:
        for key in sheet["reports"]:
            out.write(f"\n######## {key}\n{docs[key].text}\n\n")
            out.writelines(shown(docs[key].text, row) for row in sheet["rows"] if row["doc"] == key)


def shown(text: str, row: Row) -> str:
    """Return one row in words."""
    words = " […] ".join(text[start:end] for start, end in row["content"])
    speakers = [
        f"{text[slice(*one['mention'])]} ({one['form']}) = "
        + ("?" if one["founder"] is None else f"{text[slice(*one['founder'])]} @{one['founder'][0]}")
        for one in row["speakers"]
    ]
    printed = "-" if row["speaker_words"] is None else text[slice(*row["speaker_words"])]
    told = " + ".join(speakers) or "nobody"
    return f"{row['n']}. {row['kind']} @{row['content'][0][0]} | {words} | {printed} | {told}\n"


def written(sheet: Row) -> str:
    """Return the sheet as it is kept: a row a line."""
    head = {name: value for name, value in sheet.items() if name != "rows"}
    lines = ",\n".join(json.dumps(row) for row in sheet["rows"])
    return json.dumps(head)[:-1] + ', "rows": [\n' + lines + "\n]}\n"


def reports_of(sheets: Sequence[Path]) -> frozenset[str]:
    """Return the keys of the reports that sheets have used up."""
    read = (json.loads(path.read_text(encoding="utf-8")) for path in sheets)
    return frozenset(key for sheet in read for key in sheet["reports"])


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the sheet, or show the one that stands; 0 when done."""
    parser = argparse.ArgumentParser(description="Draw the quotations whose speakers are judged.")
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("--folder", type=Path, default=SHEET.parent, help="where the sheet stands")
    parser.add_argument(
        "--without", type=Path, nargs="+", default=(), metavar="SHEET", help="leave out these sheets' reports"
    )
    parser.add_argument("--show", type=Path, metavar="FILE", help="write the standing sheet's words there")
    options = parser.parse_args(arguments)
    path = options.folder / SHEET.name
    if options.show:
        show(options.benchmarks, json.loads(path.read_text(encoding="utf-8")), options.show)
        return 0
    sheet = draw(options.benchmarks, reports_of(options.without))
    path.parent.mkdir(exist_ok=True)
    path.write_text(written(sheet), encoding="utf-8")
    sys.stdout.write(f"{len(sheet['rows'])} quotations of {len(sheet['reports'])} reports\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
