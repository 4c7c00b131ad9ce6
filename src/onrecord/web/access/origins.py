"""The headers of a request in, whether it may be meant for us and come from our own pages out.

Three checks that need no session. The name it was sent to must be one of ours: else another site has pointed
its own name at this machine (DNS rebinding). What changes anything must come from a page of ours: browsers
say so in `Sec-Fetch-Site` or `Origin`. And where there is no password, no proxy may stand before us.
"""

from collections.abc import Iterable, Mapping
from typing import Final
from urllib.parse import urlsplit

LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})
FORWARDED: Final = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})


def is_local(host: str) -> bool:
    """Whether a host name or address is that of this machine alone."""
    return host.lower().strip("[]") in LOCAL


def host_of(header: str) -> str | None:
    """Return the name in a Host header, without its port; None if it is none."""
    if not header or any(sign in header for sign in "/@\\,? #") or not header.isascii():
        return None
    try:
        parts = urlsplit(f"//{header}")
        _ = parts.port
    except ValueError:
        return None
    return parts.hostname


def is_ours(host: str | None, names: Iterable[str]) -> bool:
    """Whether a request was sent to this server by a name that it has; with no names given, by any."""
    wanted = {name.lower().strip("[]") for name in names}
    return host is not None and (not wanted or host in wanted)


def is_from_us(method: str, headers: Mapping[str, str]) -> bool:
    """Whether a request that changes anything comes from a page of ours, or from no browser at all."""
    if method in SAFE:
        return True
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site != "same-origin":
        return False
    if origin is None:
        return True  # no browser leaves both out of a form's post; the form's token is asked for all the same
    return urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def is_forwarded(headers: Mapping[str, str]) -> bool:
    """Whether a request was passed on by a proxy."""
    return any(name in headers for name in FORWARDED)
