"""What waits, run in a thread of its own: another test's browser may keep this thread's loop."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def run(ask: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Return what a coroutine gives."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(ask())).result()
