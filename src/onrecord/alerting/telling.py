"""A store, what somebody follows and a delivery in, how many facts were told out: each once.

How far all was told is a reader's mark in the store. What was told beyond it stands in a ledger, so that a
run that was cut short goes on where it stopped. A delivery that fails is tried again, after longer and
longer waits; when it fails for good, the run ends, and the next one goes on with what is left.
"""

import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from onrecord.alerting.deliveries import Delivery, NotDelivered, Way, delivery
from onrecord.alerting.ledger import ledger_at
from onrecord.errors import AlertError
from onrecord.record.news import mark
from onrecord.record.store import Store
from onrecord.views.exports.alerts import Alert, alerts
from onrecord.views.exports.described import Names

TRIES: Final = 5
FIRST_WAIT: Final = 1.0
"""Seconds before the second try; each later wait is twice as long."""

LONGEST_WAIT: Final = 60.0
"""Seconds beyond which nobody waits, whatever an answer asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """What is to be told: of whom or what, to which reader, and how.

    Attributes:
        follows: a story, a person or words.
        to: `webhook`, `command` or `folder`, with its address, line or path.
        reader: whose mark says how far all was told; None is one for this alert alone.
        from_now: where there is no mark yet, whether what is on record already counts as told.
        tries: how often a delivery is tried.
    """

    follows: str
    to: tuple[Way, str]
    reader: str | None = None
    from_now: bool = False
    names: Names = "described"
    unsure: bool = False
    tries: int = TRIES

    @property
    def whose(self) -> str:
        """The reader's name; of an alert that names none, one for what is followed and where it is told."""
        if self.reader is not None:
            return self.reader
        parts = "\x1f".join((self.follows, *self.to)).encode("utf-8", "replace")
        return f"alert-{sha256(parts).hexdigest()[:10]}"


def tell(store: Store, asked: Following, *, ledgers: Path, wait: Callable[[float], None] = time.sleep) -> int:
    """Tell what is new since the reader's mark; return how many facts.

    Args:
        store: The store.
        asked: What is to be told.
        ledgers: The folder of the ledgers.
        wait: Waits some seconds.

    Raises:
        AlertError: The target is none of its kind, or a delivery failed for good; what was told stays told.
        NotOnRecordError: A story is followed by its id, and there is none such.
    """
    deliver = delivery(*asked.to)
    name = sha256(asked.whose.encode("utf-8", "replace")).hexdigest()[:16]
    with ledger_at(ledgers / f"{name}.told") as ledger:
        with store.view() as view:
            since = view.marks().get(asked.whose)
        if since is None and asked.from_now:
            mark(store, asked.whose)
            return 0
        found = alerts(store, asked.follows, since=since or 0, names=asked.names, unsure=asked.unsure)
        left = [alert for alert in found.alerts if not ledger.has(alert.key)]
        for alert in left:
            _deliver(alert, deliver, asked, wait)
            ledger.add(alert.key)
        mark(store, asked.whose, found.until)
        ledger.clear()
    return len(left)


def _deliver(alert: Alert, deliver: Delivery, asked: Following, wait: Callable[[float], None]) -> None:
    """Deliver one alert, trying again where that may do."""
    body = json.dumps({"follows": asked.follows, **asdict(alert)}, ensure_ascii=True).encode()
    for tries in range(1, asked.tries + 1):
        try:
            return deliver(body, alert.key)
        except NotDelivered as error:
            if not error.again or tries == asked.tries:
                raise AlertError(f"not delivered after {tries} of {asked.tries} tries: {error}") from error
            wait(min(max(error.wait or 0.0, FIRST_WAIT * 2 ** (tries - 1)), LONGEST_WAIT))
