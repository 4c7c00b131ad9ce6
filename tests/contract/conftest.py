"""Each store that the contract is held against: a passing one, and a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.record.sql import open_store
from onrecord.record.store import Store


@pytest.fixture(params=["sqlite memory", "sqlite file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    place = "sqlite://" if request.param == "sqlite memory" else str(tmp_path / "onrecord.db")
    opened = open_store(place, wait=0.2)
    yield opened
    opened.close()
