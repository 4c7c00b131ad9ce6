"""An answer in, the same answer out with what tells a browser to run and ask for nothing but ours."""

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
ALWAYS: Final = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # Not "no-referrer": then browsers send "null" for the origin of our own forms, and they would be refused.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
}


def with_headers(send: Send, *, private: bool, posted: bool) -> Send:
    """Return what sends an answer on with these headers.

    Args:
        send: What sends it.
        private: Whether what is shown hangs on who asks; then no cache on the way may keep it.
        posted: Whether something was sent. Where that is refused, nobody waits for the rest of it.
    """

    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in ALWAYS.items():
                headers[name] = value
            if posted and message["status"] >= 400:
                headers["connection"] = "close"
            if "cache-control" not in headers:
                headers["cache-control"] = "private, no-cache" if private else "no-cache"
        await send(message)

    return send_with_headers
