"""`onrecord eval`: how well an annotator does on a benchmark, by the benchmark's own scorer."""

import importlib
import inspect
import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

import click

from onrecord.errors import QueryError

TASKS: Final = ("quotes", "times", "figures", "stories")
FILE: Final = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("eval")
@click.argument("task", type=click.Choice(TASKS))
@click.argument("directory", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--part", metavar="NAME", help="Only this part of the task: train, dev …")
@click.option(
    "--at", type=click.FloatRange(0, 1), multiple=True, help="Cut-off of confidence; may be repeated."
)
@click.option("--tagger", type=FILE, help="Of quotes: measure this trained tagger, not the rules.")
@click.option("--mixed", type=FILE, help="Of stories: mix these other reports, JSON lines, into the stream.")
@click.option(
    "--store", metavar="PATH", help="Of stories: read into this store; a later run goes on from it."
)
@click.option("--predictions", type=FILE, help="Score another system's predictions, JSON lines.")
@click.option("--json", "as_json", is_flag=True, help="Print the metrics as JSON.")
def evaluate(
    task: str,
    directory: Path,
    part: str | None,
    as_json: bool,
    **options: Any,  # noqa: ANN401
) -> None:
    """Print the scorer's metrics of an annotator over a TASK folder."""
    result = _result(task, directory, part, options)
    if as_json:
        click.echo(json.dumps(result, indent=1))
        return
    for line in aligned(result):
        click.echo(line)


def _result(task: str, directory: Path, part: str | None, chosen: Mapping[str, Any]) -> Mapping[str, Any]:
    if chosen["predictions"] is not None:
        from onrecord.evaluation.scorer import score

        lines = chosen["predictions"].read_text(encoding="utf-8").splitlines()
        return score(directory, task, [json.loads(line) for line in lines if line.strip()], part)
    if chosen["tagger"] is not None:
        if task != "quotes":
            raise click.UsageError("--tagger is of quotes alone")
        from onrecord.training.evaluating import CUTOFFS
        from onrecord.training.evaluating import evaluate as evaluate_tagger

        return evaluate_tagger(directory, chosen["tagger"], part or "dev", chosen["at"] or CUTOFFS)
    if task == "stories" and part is None and not chosen["at"]:
        return _stories(directory, chosen)
    for name in ("mixed", "store"):
        if chosen[name] is not None:
            raise click.UsageError(f"--{name} is of stories alone")
    return metrics_of(task, directory, part=part, cutoffs=chosen["at"])


def _stories(directory: Path, chosen: Mapping[str, Any]) -> Mapping[str, Any]:
    from onrecord.evaluation.stories import evaluate as evaluate_stories

    return evaluate_stories(
        directory,
        chosen["mixed"],
        store=chosen["store"] or "sqlite://",
        told=partial(click.echo, err=True),
    )


def metrics_of(
    task: str, directory: Path, *, part: str | None, cutoffs: tuple[float, ...]
) -> Mapping[str, Any]:
    """Return what the task's evaluation gives; options that it doesn't take aren't passed on.

    Raises:
        QueryError: No evaluation of this task is there.
    """
    name = f"onrecord.evaluation.{task}"
    try:
        function = getattr(importlib.import_module(name), "evaluate", None)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        function = None
    if function is None:
        raise QueryError("no evaluation of this task is built in yet", subject=task)
    takes = inspect.signature(function).parameters
    given: dict[str, Any] = {}
    if part is not None:
        given["part"] = part
    if cutoffs:
        given[next((n for n in ("cutoffs", "at") if n in takes), "cutoffs")] = cutoffs
    refused = [name for name in given if name not in takes]
    if refused:
        raise click.UsageError(f"eval {task} takes no --{'at' if refused[0] == 'cutoffs' else refused[0]}")
    result: Mapping[str, Any] = function(directory, **given)
    return result


def aligned(result: Mapping[str, Any]) -> list[str]:
    """Return metrics as aligned lines: plain ones first, then a column for each part or cut-off."""
    plain = {name: value for name, value in result.items() if not isinstance(value, Mapping)}
    columns = {name: value for name, value in result.items() if isinstance(value, Mapping)}
    tables = {name: value for name, value in columns.items() if _holds_tables(value)}
    beside = {name: value for name, value in columns.items() if name not in tables}
    lines = (_table({"": plain}) if plain else []) + (_table(beside) if beside else [])
    for name, table in tables.items():
        lines += ["", name, *aligned(table)]
    return lines


def _holds_tables(metrics: Mapping[str, Any]) -> bool:
    return any(isinstance(value, Mapping) for value in metrics.values())


def _table(columns: Mapping[str, Mapping[str, Any]]) -> list[str]:
    names = list(dict.fromkeys(name for metrics in columns.values() for name in metrics))
    wide = max(map(len, names), default=0)
    head = [" " * wide + "".join(f"{column:>9}" for column in columns)] if any(columns) else []
    return head + [
        f"{name:<{wide}}" + "".join(_cell(metrics.get(name)) for metrics in columns.values())
        for name in names
    ]


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:9.4f}"
    return f"{'' if value is None else value!s:>9}"
