"""The built-in example in, the examples in the API's description out: `src/onrecord/data/api_examples.json`.

Run it when the shape of answers changes: `python scripts/api_examples.py`. Lists are cut to their first.
"""

import json
import sys
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from onrecord.desk import Desk
from onrecord.web.app import app
from onrecord.web.settings import Settings

WHERE = Path(__file__).parents[1] / "src/onrecord/data/api_examples.json"
PAIRS = ("sides", "reports")  # where the schema asks for two
EXAMPLES = {
    "Service": "", "Stories": "stories", "Record": "stories/{story}", "Reports": "reports",
    "Statements": "statements?person=Oakes", "Events": "events?modality=planned",
    "Figures": "figures?counts=dead", "Entities": "entities?kind=person", "Differences": "differences",
    "ReportItem": "reports/{report}", "StatementItem": "statements/{statement}",
    "EventItem": "events/{event}", "FigureItem": "figures/{figure}",
    "EntityItem": "entities/{entity}", "DifferenceItem": "differences/{difference}", "Why": "why/{event}",
    "Found": "search?words=wall+of+water", "News": "new?limit=1",
}  # fmt: skip


def main() -> int:
    """Write the examples, and return the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "example.db"
        with Desk(store) as desk:
            list(desk.read(str(files("onrecord") / "data/example")))
        client = TestClient(app(Settings(store=str(store))), base_url="http://localhost/api/v1")
        ids = {
            "story": client.get("stories").json()["items"][0]["id"],
            **{one: _first(client, f"{many}?limit=1") for one, many in _KINDS.items()},
        }
        found = {name: client.get(path.format(**ids)).json() for name, path in EXAMPLES.items()}
        ruling = {"verdict": "wrong", "ids": [ids["event"]], "because": "told twice"}
        found["Judgements"] = client.post("rulings", json=ruling).json()
        found["Rulings"] = client.get("rulings").json()
    kept = {name: _cut(value) for name, value in sorted(found.items())}
    WHERE.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    sys.stderr.write(f"{WHERE}: {WHERE.stat().st_size:,} bytes\n")
    return 0


_KINDS = {
    "report": "reports", "statement": "statements", "event": "events", "figure": "figures",
    "entity": "entities", "difference": "differences",
}  # fmt: skip


def _first(client: TestClient, path: str) -> str:
    return str(client.get(path).json()["items"][0]["line"]["id"])


def _cut(value: Any, key: str = "") -> Any:  # noqa: ANN401  any JSON
    """Return a value with its lists cut short."""
    if isinstance(value, dict):
        return {name: _cut(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_cut(each) for each in value[: 2 if key in PAIRS else 1]]
    return value


if __name__ == "__main__":
    sys.exit(main())
