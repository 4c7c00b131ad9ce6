"""`onrecord train`: a tagger from the user's own copy of annotated reports."""

import logging
from pathlib import Path

import click


@click.group("train")
def train() -> None:
    """Train a tagger on your own copy of annotated reports."""


@train.command("quotes")
@click.argument("directory", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The tagger's file.")
@click.option(
    "--epochs", type=click.IntRange(1), default=6, show_default=True, help="Passes over the reports."
)
@click.option("--threads", type=click.IntRange(1), default=1, show_default=True, help="Of the processor.")
def quotes(directory: Path, out: Path | None, epochs: int, threads: int) -> None:
    """Train a tagger of quotations; `read` uses it from then on.

    DIR holds docs.jsonl.gz and gold.jsonl.gz in the form of the benchmark task "quotes", the scorer
    beside it. Needs `pip install onrecord[train]`. Prints the tagger's card.
    """
    from onrecord.training.quotes import train as train_quotes

    ours = logging.getLogger("onrecord")
    ours.addHandler(logging.StreamHandler())
    ours.setLevel(logging.INFO)
    card = train_quotes(directory, out, epochs=epochs, threads=threads)
    for line in card.lines():
        click.echo(line)
