import io

import click
import pytest
from rich.console import Console

from onrecord.cli import reading
from onrecord.cli.progress import with_bar
from onrecord.pipeline import Outcome


def test_a_bar_lets_every_item_through_and_shows_how_many():
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=80)
    assert list(with_bar(iter("abc"), total=3, console=console)) == ["a", "b", "c"]
    assert "3/3" in screen.getvalue()


def test_where_talk_is_no_terminal_there_is_no_bar(capfd, tmp_path):
    outcomes = [Outcome(state="kept", address="a"), Outcome(state="known", address="b")]
    assert list(reading.watched(iter(outcomes), [str(tmp_path)])) == outcomes
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(("names", "total"), [(["a.txt", "b.html"], 2), (["a.txt", "b.jsonl"], None)])
def test_the_total_is_known_where_each_file_is_one_report(tmp_path, names, total):
    for name in names:
        (tmp_path / name).write_text("x")
    assert reading.count_of([str(tmp_path)]) == total


def test_summaries_name_only_what_there_was():
    from collections import Counter

    assert reading.summary(Counter(kept=1200, problem=1)) == "Reports: 1,200 new, 1 not read"
    assert reading.summary(Counter()) == "No reports found"
    assert click.unstyle(reading.one_problem("a", "b\nc", "d")) == "a: b c: d"
