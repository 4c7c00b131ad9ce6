"""Work in, the same done without Python's looks for cycles of values in between.

A record is hundreds of thousands of values that are made in one go and hold no cycles. To look through all of
them for some, over and over as they grow, took a fifth of the time of composing, and of reading one back.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Do without the collector of cycles meanwhile, if it is at work."""
    at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if at_work:
            gc.enable()
