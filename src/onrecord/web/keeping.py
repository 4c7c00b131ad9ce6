"""What was made once, kept as long as it holds.

Making a page's content costs tens of milliseconds, and while reports are read in, the store changes ten
times a second. So what is kept is given again if the store is as it was; or if what it is made of is as it
was; or if it was looked at a moment ago, and nobody has ruled since. That moment is a small multiple of what
making it cost: cheap things are always new, dear ones lag by a second or two while reading goes on.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from time import monotonic
from typing import Final, Generic, TypeVar

from onrecord.views.state import State

T = TypeVar("T")

LAG: Final = 10
"""How often what making cost may go by before it is looked at again: at most a tenth of the time goes into
making it."""


@dataclass(slots=True)
class _Kept(Generic[T]):
    value: T
    state: State
    looked: float
    cost: float


class Keeping(Generic[T]):
    """Values by key; those not asked for longest are let go."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, _Kept[T]] = OrderedDict()
        self._making: dict[Hashable, Lock] = {}
        self._lock = Lock()

    def get(
        self, key: Hashable, now: State, make: Callable[[], T], *, made_of: Callable[[], State] | None = None
    ) -> T:
        """Return what is kept under a key, or make it.

        Args:
            key: What it is kept under.
            now: The state of the store.
            make: Makes it.
            made_of: Returns the state with what it is made of, where that is cheaper than making it.
        """
        with self._lock:
            found = self._kept.get(key)
            making = self._making.setdefault(key, Lock())
        if found is not None and _holds(found, now):
            return found.value
        if found is not None and found.state.ruled == now.ruled and making.locked():
            return found.value  # somebody makes it anew just now: the others have what was there before
        with making:
            found = self._kept.get(key)
            if found is not None and _holds(found, now):
                return found.value
            began = monotonic()
            state = made_of() if made_of is not None else now
            if found is not None and state.members and _alike(found.state, state):
                found.state, found.looked = state, monotonic()
                return found.value
            value = make()
            ended = monotonic()
            self._put(key, _Kept(value=value, state=state, looked=ended, cost=ended - began))
            return value

    def ready(self, key: Hashable, now: State) -> T | None:
        """Return what is kept under a key, if it holds; None where it has to be made."""
        with self._lock:
            found = self._kept.get(key)
        return found.value if found is not None and _holds(found, now) else None

    def _put(self, key: Hashable, kept: _Kept[T]) -> None:
        with self._lock:
            self._kept[key] = kept
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                gone, _ = self._kept.popitem(last=False)
                self._making.pop(gone, None)


def _holds(kept: _Kept[T], now: State) -> bool:
    if kept.state.ruled != now.ruled:
        return False
    return kept.state.read == now.read or monotonic() - kept.looked < LAG * kept.cost


def _alike(one: State, other: State) -> bool:
    return (one.ruled, one.members) == (other.ruled, other.members)
