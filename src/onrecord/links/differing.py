"""A section's name in, its table of English out: `data/en/differences.toml`, by which reports part."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any


def differing(section: str) -> Mapping[str, Any]:
    """Return one section of the table."""
    found: Mapping[str, Any] = _table()[section]
    return found


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Any]:
    return tomllib.loads((files("onrecord") / "data/en/differences.toml").read_text(encoding="utf-8"))
