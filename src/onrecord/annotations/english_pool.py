"""Work and items in, results in order out, made by several processes.

Parses are dear to send between processes, so a worker parses and annotates, and sends back plain values.
Workers are forked after the model has been loaded and share its memory (on systems without fork each loads
its own). Only so much is under way as keeps the workers busy, so memory doesn't grow with the input.
"""

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TypeVar

from onrecord.annotations import english
from onrecord.errors import AnnotationError

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 6  # items under way for each worker: enough that none waits for the slowest


def in_processes(
    work: Callable[[Item], Result], items: Iterable[Item], processes: int = 1
) -> Iterator[Result]:
    """Yield the result of each item, in order, like `map`.

    With one process there is no pool. Start it before other threads do: a fork copies only the thread
    that calls it, and locks that others hold stay locked.

    Args:
        work: A function of a module (it is sent by name) that gives plain values.
        items: Taken as they are needed.
        processes: How many work at once.

    Raises:
        AnnotationError: A worker was killed, mostly for want of memory.
    """
    if processes <= 1:
        yield from map(work, items)
        return
    with_fork = sys.platform == "linux"
    if with_fork:
        english.load()
    pool = ProcessPoolExecutor(
        processes,
        mp_context=multiprocessing.get_context("fork" if with_fork else "spawn"),
        initializer=_begin,
        initargs=(os.getpid(),),
    )
    try:
        yield from _ordered(pool, work, iter(items), processes * AHEAD)
    except BrokenProcessPool as error:
        raise AnnotationError("a worker process was killed: try again with fewer processes") from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _ordered(
    pool: ProcessPoolExecutor, work: Callable[[Item], Result], items: Iterator[Item], ahead: int
) -> Iterator[Result]:
    waiting: deque[Future[Result]] = deque(pool.submit(work, item) for item in islice(items, ahead))
    while waiting:
        result = waiting.popleft().result()
        waiting.extend(pool.submit(work, item) for item in islice(items, 1))
        yield result


def _begin(parent: int) -> None:
    """Set a worker up: Ctrl-C is the parent's to handle, and a worker ends when its parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)
