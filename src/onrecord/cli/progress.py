"""Outcomes in, the same outcomes out, with a bar on the terminal meanwhile."""

from collections.abc import Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

Item = TypeVar("Item")


class Rate(ProgressColumn):
    """How many reports a second."""

    def render(self, task: Task) -> Text:
        """Return the rate, once there is one."""
        speed = task.finished_speed or task.speed
        return Text("" if not speed else f"{speed:.1f} reports/s", style="dim")


def with_bar(items: Iterator[Item], *, total: int | None, console: Console) -> Iterator[Item]:
    """Yield items; the bar is gone when they are done."""
    columns = (
        SpinnerColumn(),
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("Reading", total=total)
        for item in items:
            yield item
            progress.advance(task)
