"""Questions put to the API in tests."""

from collections.abc import Iterator
from typing import Any

from starlette.testclient import TestClient

LISTS = ("reports", "statements", "events", "figures", "entities", "differences")


def got(client: TestClient, path: str, **asked: Any) -> Any:
    """Return what is answered, which must be well."""
    found = client.get(path, params={key.rstrip("_"): value for key, value in asked.items()})
    assert found.status_code == 200, found.text
    return found.json()


def paged(client: TestClient, path: str, *, limit: int, **asked: Any) -> Iterator[Any]:
    """Yield the items of all pages."""
    cursor: dict[str, str] = {}
    while True:
        page = got(client, path, limit=limit, **asked, **cursor)
        assert len(page["items"]) <= limit
        yield from page["items"]
        if page["next"] is None:
            return
        cursor = {"cursor": page["next"]}
