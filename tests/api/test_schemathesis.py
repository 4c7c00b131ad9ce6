"""The API against its own description: schemathesis asks what may be asked, and what may not.

What it prints is kept in `$ONRECORD_KEEP`, if that names a folder.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from onrecord.desk import Desk
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


def known(store: Path) -> str:
    """Return settings by which three questions in four are for what is on record: else all would be 404."""
    with Desk(store) as desk:
        record, stories = desk.record(), desk.stories()
    held = {
        "story": [story.id for story in stories],
        "report": [line.report.id for line in record.reports],
        "event": [event.id for event in record.events],
        "statement": [statement.id for statement in record.statements],
        "figure": [figure.id for figure in record.figures],
        "entity": [entity.id for entity in record.entities],
        "difference": [difference.id for difference in record.differences],
    }
    places = {each: (each, "id") for each in held} | {"story": ("story", "story")}
    places |= {"why": ("event", "id")}
    rows = [f"[dictionaries.{name}]\nvalues = {json.dumps(ids)}\n" for name, ids in held.items()]
    for operation, (name, parameter) in places.items():
        rows.append(f'[[operations]]\ninclude-operation-id = "{operation}"\n[operations.parameters]')
        rows.append(f'"path.{parameter}" = {{ dictionary = "{name}", probability = 0.75 }}\n')
    rows.append('[[operations]]\ninclude-operation-id = "rule"\n[operations.parameters]')
    rows.append('"body.ids[*]" = { dictionary = "event", probability = 0.75 }\n')
    return "\n".join(rows)


@pytest.mark.slow
@pytest.mark.parametrize("place", ["here", "away"])
def test_it_does_what_it_says(place: str, tmp_path: Path) -> None:
    store, tokens = fill(tmp_path / "record.db"), tmp_path / "tokens.json"
    shown = ["--header", f"Authorization: Bearer {add(tokens, 'edda', 'editor')}"] if place == "away" else []
    arguments = [str(store), *([str(tokens)] if shown else [])]
    (tmp_path / "schemathesis.toml").write_text(known(store), encoding="utf-8")
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
