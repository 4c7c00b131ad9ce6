"""A folder of annotated reports in, a tagger's file out: what `onrecord train quotes DIR` runs.

The folder holds `docs.jsonl.gz` and `gold.jsonl.gz` as the task `quotes` has them, its scorer beside it. One
document in fifteen is held out, to calibrate the confidence by; a part named "dev" is only measured on.
"""

import argparse
import json
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from onrecord.annotations.quotations_tagger import default_path
from onrecord.annotations.quotations_tagger.card import Card
from onrecord.errors import ModelNotFoundError
from onrecord.training.evaluating import CUTOFFS, evaluate
from onrecord.training.weights import HOW


def train(
    directory: Path,
    out: Path | None = None,
    *,
    epochs: int = 6,
    threads: int = 1,
    limit: int | None = None,
) -> Card:
    """Train a tagger on a folder, write its file, and return its card.

    Args:
        directory: with documents and gold; its part "train" is learnt from, or all where there are no parts.
        out: the tagger's file; by default where `read` looks for it.
        epochs: passes over the documents.
        threads: of the processor; more than one only helps where nothing else runs.
        limit: only so many documents, to try it out.

    Raises:
        SourceNotFoundError: The folder or its scorer is missing.
        ModelNotFoundError: The extra `train` or the encoder's first weights are not installed.
    """
    try:
        from onrecord.training.fitting import Plan  # torch is loaded here and not before
        from onrecord.training.making import Making
    except ImportError as error:
        raise ModelNotFoundError(f"training needs {error.name}; {HOW}") from error
    plan = Plan(epochs=epochs, threads=threads)
    return Making(directory=directory, out=out or default_path(), plan=plan, limit=limit).run()


def main(arguments: Sequence[str] | None = None) -> int:
    """Train or evaluate from the command line; the card or the metrics go to stdout, progress to stderr."""
    parser = argparse.ArgumentParser(description="A quotation tagger from one's own annotated reports.")
    parser.add_argument("directory", type=Path, help="the task folder, with score.py beside it")
    parser.add_argument("--out", type=Path, help="the tagger's file [default: where `read` looks for it]")
    parser.add_argument("--evaluate", type=Path, metavar="FILE", help="don't train: measure this tagger")
    parser.add_argument("--part", default="dev", help="what to measure on")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--limit", type=int, help="only so many documents")
    options = parser.parse_args(arguments)
    if options.evaluate is not None:
        for at, metrics in evaluate(options.directory, options.evaluate, options.part, CUTOFFS).items():
            sys.stdout.write(json.dumps({"at": float(at), **metrics}) + "\n")
        return 0
    _tell_progress()
    given = {"epochs": options.epochs, "threads": options.threads, "limit": options.limit}
    card = train(options.directory, options.out, **given)
    sys.stdout.writelines(f"{line}\n" for line in card.lines())
    return 0


def _tell_progress() -> None:
    """Send our own progress to stderr, and not what libraries have to say beside."""
    ours = logging.getLogger("onrecord")
    ours.addHandler(logging.StreamHandler(sys.stderr))
    ours.setLevel(logging.INFO)


if __name__ == "__main__":
    raise SystemExit(main())
