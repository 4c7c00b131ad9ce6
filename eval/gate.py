"""The annotators' figures on the benchmarks in, whether one has fallen below its floor out.

`python -m eval.gate --benchmarks DIR` runs every evaluation whose task folder is in DIR and compares with
`eval/floors.json`. It fails (exit 1) when a figure lies below its floor by more than the noise margin.
`--gold FILE` takes the shares that `python3 run.py gold --json FILE` wrote, `--gold` alone reads the golden
stories anew. They have floors by kind over all seven stories, precision and recall each, where the gold has
thirty required lines of the kind or more. Its items are those lines, or those produced if they are fewer.
`--update` raises floors to the figures measured; it lowers one only with `--allow-regression`.

The margin: the rules are deterministic, so the same code gives the same figure; what varies is which single
items a harmless change flips. If one item in a hundred flips, each way with equal chance, the net loss over n
items has a standard deviation of sqrt(0.01 n) items. A loss above 1.645 of it comes by chance once in twenty
times: the margin is 1.645 sqrt(0.01 n) / n, which is .0075 for 477 quantities and .0038 for 1,903 time
expressions.
"""

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any, Final

FLOORS: Final = Path(__file__).parent / "floors.json"
FLIPS: Final = 0.01
ONE_IN_TWENTY: Final = 1.645
ANEW: Final = Path("anew")

Figures = dict[str, dict[str, float]]
"""Figures by task and key; `items` is the number of gold items that they rest on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One figure beside its floor; `floor` is None where there is none yet."""

    task: str
    key: str
    value: float
    floor: float | None
    margin: float

    @property
    def fallen(self) -> bool:
        """Whether the figure lies below its floor by more than the margin."""
        return self.floor is not None and self.value < self.floor - self.margin


def margin(items: float) -> float:
    """Return the noise margin of a figure over a number of gold items."""
    return ONE_IN_TWENTY * sqrt(FLIPS * items) / items if items else 0.0


def compare(floors: Mapping[str, Mapping[str, float]], measured: Figures) -> tuple[Line, ...]:
    """Return a line for each figure measured."""
    return tuple(
        Line(
            task=task,
            key=key,
            value=value,
            floor=floors.get(task, {}).get(key),
            margin=margin(figures.get("items", 0)),
        )
        for task, figures in measured.items()
        for key, value in figures.items()
        if key != "items"
    )


def raised(
    floors: Mapping[str, Mapping[str, float]], measured: Figures, *, allow_regression: bool = False
) -> Figures:
    """Return the floors lifted to the figures measured; what was not measured stays.

    A floor above its figure stays too, unless a regression is allowed.
    """
    new: Figures = {task: dict(keys) for task, keys in floors.items()}
    for task, figures in measured.items():
        old = new.setdefault(task, {})
        for key, value in figures.items():
            keep = key in old and key != "items" and old[key] > value and not allow_regression
            old[key] = old[key] if keep else value
    return new


def measure(benchmarks: Path) -> Figures:
    """Return the figures of every evaluation whose task folder is there."""
    runs: dict[str, Callable[[Path], dict[str, float]]] = {
        "quotes": _quotes,
        "times": _times,
        "figures": _figures,
    }
    return {task: run(benchmarks / task) for task, run in runs.items() if (benchmarks / task).is_dir()}


def _gold(shares: Path) -> Figures:
    """Return the shares of the golden stories, kept in a file or measured anew."""
    if shares != ANEW:
        kept: Figures = json.loads(shares.read_text("utf-8"))
        return kept
    from eval.gold_texts import STORIES
    from eval.golden import score_anew
    from eval.golden_table import shares as shares_of

    return shares_of(score_anew(STORIES))


def _quotes(folder: Path) -> dict[str, float]:
    from onrecord.annotations.quotations import CUTOFF
    from onrecord.evaluation.quotes import evaluate

    by_cutoff = evaluate(folder, "dev", (0.0,))
    every, read = by_cutoff["0.00"], by_cutoff[f"{CUTOFF:.2f}"]
    return {
        "items": every["gold_attributions"],
        **_chosen(every, "linked_f1", "direct_linked_f1"),
        **{f"read_{key}": read[key] for key in ("linked_sourced_p", "linked_sourced_r")},
    }


def _times(folder: Path) -> dict[str, float]:
    from onrecord.evaluation.times import evaluate

    metrics = evaluate(folder)
    return {"items": metrics["gold_timexes"], **_chosen(metrics, "value_f1", "strict_f1", "type_f1")}


def _figures(folder: Path) -> dict[str, float]:
    from onrecord.evaluation.figures import evaluate

    metrics = evaluate(folder)
    keys = ("value_f1", "value_change_f1", "value_unit_loose_f1")
    return {"items": metrics["gold_quantities"], **_chosen(metrics, *keys)}


def _chosen(metrics: Mapping[str, Any], *keys: str) -> dict[str, float]:
    return {key: float(metrics[key]) for key in keys}


def table(lines: Sequence[Line]) -> str:
    """Return the lines as a table to read."""
    rows = [f"{'figure':32}{'now':>8}{'floor':>8}{'margin':>8}"]
    for line in lines:
        floor = "-" if line.floor is None else f"{line.floor:.4f}"
        told = "  FALLEN" if line.fallen else ""
        rows.append(f"{line.task + ' ' + line.key:32}{line.value:8.4f}{floor:>8}{line.margin:8.4f}{told}")
    return "\n".join(rows)


def main(argv: Sequence[str]) -> int:
    """Run the evaluations, print the table; 1 if a figure has fallen."""
    parser = argparse.ArgumentParser(prog="eval.gate", description="Compare accuracy with its floors.")
    parser.add_argument("--benchmarks", type=Path, help="folder with a folder for each task")
    parser.add_argument(
        "--gold", type=Path, nargs="?", const=ANEW, metavar="FILE", help="shares as run.py gold wrote them"
    )
    parser.add_argument("--floors", type=Path, default=FLOORS)
    parser.add_argument("--update", action="store_true", help="raise floors to the figures measured")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: lower floors too")
    options = parser.parse_args(argv)
    floors: Figures = json.loads(options.floors.read_text("utf-8")) if options.floors.is_file() else {}
    if not options.benchmarks and not options.gold:
        parser.error("nothing to measure: give --benchmarks or --gold")
    measured = measure(options.benchmarks) if options.benchmarks else {}
    measured |= _gold(options.gold) if options.gold else {}
    lines = compare(floors, measured)
    print(table(lines))
    if options.update:
        new = raised(floors, measured, allow_regression=options.allow_regression)
        options.floors.write_text(json.dumps(new, indent=2, sort_keys=True) + "\n", "utf-8")
        return 0
    return int(any(line.fallen for line in lines))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
