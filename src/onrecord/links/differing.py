"""A section's name in, its table of English out: `data/en/differences.toml`, by which reports part."""

from collections.abc import Mapping
from typing import Any

from onrecord.english import english_table


def differing(section: str) -> Mapping[str, Any]:
    """Return one section of the table."""
    found: Mapping[str, Any] = english_table("differences")[section]
    return found
