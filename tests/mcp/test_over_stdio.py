"""`onrecord mcp` on the built-in example, asked by the package's own client over stdin and stdout.

What was asked and answered is kept in `$ONRECORD_KEEP`, if that names a folder.
"""

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from mcp.client.stdio import StdioServerParameters

from mcp import Client
from tests.mcp.running import run

pytestmark = pytest.mark.model

QUESTIONS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("stories", {"limit": 3}),
    ("record", {"story": "dam talks"}),
    ("who_said", {"person": "Oakes"}),
    ("figure_history", {"counts": "dead", "limit": 1}),
    ("what_is_new", {"since": 14, "limit": 5}),
    ("search", {"words": "logbook", "limit": 3}),
)


def onrecord(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "onrecord", *arguments]


async def asked(store: Path) -> tuple[list[str], list[tuple[str, dict[str, Any], Any]]]:
    """Return the tools, and what each question was answered with; the last is why of the first line."""
    command, *rest = onrecord("mcp", "--store", str(store))
    async with Client(StdioServerParameters(command=command, args=rest)) as client:
        tools = [tool.name for tool in (await client.list_tools()).tools]
        found = [(tool, given, await client.call_tool(tool, given)) for tool, given in QUESTIONS]
        line = {"id": found[2][2].structured_content["lines"][0]["id"]}
        found.append(("why", line, await client.call_tool("why", line)))
    return tools, found


def test_the_example_over_stdio(tmp_path):
    store = tmp_path / "example.db"
    subprocess.run(onrecord("--store", str(store), "demo"), check=True, capture_output=True)
    tools, found = run(partial(asked, store))
    assert {tool for tool, *_ in found} == set(tools)
    for tool, given, answer in found:
        assert not answer.is_error, (tool, given, answer.content)
        lines = answer.structured_content["lines"]
        assert lines, (tool, given)
        assert all(line["citations"] for line in lines)
        assert json.loads(answer.content[0].text) == answer.structured_content
    said = found[2][2].structured_content["lines"][0]
    assert said["who"] == "⟦Daniel Oakes⟧"
    assert said["standing"] == "one-origin"
    assert said["citations"][0]["words"] == "⟦People had minutes, not hours,⟧"
    kept = os.environ.get("ONRECORD_KEEP")
    if kept:
        shown = [f"tools: {', '.join(tools)}"]
        for tool, given, answer in found:
            first = json.dumps(answer.structured_content["lines"][0], ensure_ascii=False, indent=1)
            many = len(answer.structured_content["lines"])
            shown.append(f"{tool} {json.dumps(given)}: {many} lines; the first:\n{first}")
        (Path(kept) / "mcp.txt").write_text("\n\n".join(shown) + "\n", encoding="utf-8")
