"""The API against its own description: schemathesis asks what may be asked, and what may not.

What it prints is kept in `$ONRECORD_KEEP`, if that names a folder.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from onrecord.web.access.tokens import add
from tests.api.kept import fill

ROOT = Path(__file__).parents[2]
LASTS = 400  # seconds after which it is given up; away takes about 20 where nothing else runs, here about 5
PHASES = {"here": "examples,fuzzing,stateful", "away": "examples,coverage,fuzzing,stateful"}


@contextmanager
def served(*arguments: str) -> Iterator[str]:
    """Serve a store, and give the address of its API."""
    command = [sys.executable, "-m", "tests.api.served", *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            yield f"http://127.0.0.1:{int(server.stdout.readline())}/api/v1"
        finally:
            server.terminate()


@pytest.mark.slow
@pytest.mark.parametrize("place", ["here", "away"])
def test_it_does_what_it_says(place: str, tmp_path: Path) -> None:
    store, tokens = fill(tmp_path / "record.db"), tmp_path / "tokens.json"
    shown = ["--header", f"Authorization: Bearer {add(tokens, 'edda', 'editor')}"] if place == "away" else []
    arguments = [str(store), *([str(tokens)] if shown else [])]
    with served(*arguments) as address:
        ran = subprocess.run(
            [
                *(sys.executable, "-m", "schemathesis.cli", "run", f"{address}/openapi.json", *shown),
                *("--max-examples", "5", "--seed", "1", "--no-color", "--continue-on-failure"),
                *("--phases", PHASES[place], "--request-timeout", "60"),
            ],
            cwd=tmp_path, capture_output=True, text=True, timeout=LASTS, check=False,
        )  # fmt: skip
    kept = os.environ.get("ONRECORD_KEEP")
    if kept:
        (Path(kept) / f"schemathesis-{place}.txt").write_text(ran.stdout, encoding="utf-8")
    assert ran.returncode == 0, ran.stdout[-6000:] + ran.stderr[-2000:]
