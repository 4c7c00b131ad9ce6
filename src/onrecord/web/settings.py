"""What a reading room is made with."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a reading room is served.

    Attributes:
        store: path or address of the store.
        host, port: where it listens. Anything but a loopback address demands `tokens`.
        tokens: file of hashed tokens with their roles; None is loopback without a password.
        by: who rules where there is no password.
    """

    store: str
    host: str = "127.0.0.1"
    port: int = 8000
    tokens: Path | None = None
    by: str = "me"
