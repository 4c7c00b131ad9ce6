"""The API of a small invented record, as the reading room serves it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.desk import Desk
from onrecord.web.access.tokens import add
from onrecord.web.app import app
from onrecord.web.settings import Settings
from tests.api.kept import fill


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that tests only read back."""
    return fill(tmp_path_factory.mktemp("api") / "record.db")


@pytest.fixture(scope="session")
def desk(shared: Path) -> Iterator[Desk]:
    with Desk(shared) as opened:
        yield opened


@pytest.fixture(scope="session")
def client(shared: Path) -> Iterator[TestClient]:
    with TestClient(app(Settings(store=str(shared))), base_url="http://localhost/api/v1") as opened:
        yield opened


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store that a test may change."""
    return fill(tmp_path / "record.db")


@pytest.fixture
def own(store: Path) -> Iterator[TestClient]:
    """The client of a record that a test may change."""
    with TestClient(app(Settings(store=str(store))), base_url="http://localhost/api/v1") as opened:
        yield opened


@pytest.fixture
def asker(store: Path, tmp_path: Path) -> Iterator[Callable[[str], TestClient]]:
    """Return a function that gives the client of a reader, an editor, or of nobody known."""
    path = tmp_path / "tokens.json"
    tokens = {"reader": add(path, "rhea", "reader"), "editor": add(path, "edda", "editor"), "nobody": "onr_x"}
    made = app(Settings(store=str(store), host="room.example", tokens=path))
    with TestClient(made) as _:

        def as_(who: str) -> TestClient:
            headers = {"authorization": f"Bearer {tokens[who]}"}
            return TestClient(made, base_url="http://room.example/api/v1", headers=headers)

        yield as_
