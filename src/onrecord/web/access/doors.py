"""Every request in, those that may come in out, each with who is asking.

Plain ASGI, around the whole app, so that no page can be forgotten: one that is added tomorrow is behind the
same doors. What is refused here is refused before its body is read.
"""

from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.web.access.bodies import LARGE, SMALL, Patience, bounded, too_large
from onrecord.web.access.headers import with_headers
from onrecord.web.access.keeper import Keeper, Who
from onrecord.web.access.origins import SAFE, host_of, is_forwarded, is_from_us, is_ours
from onrecord.web.access.rates import Kind, Rates

SIGN_IN: Final = "/sign-in"
OPEN: Final = (SIGN_IN, "/static/")
"""What everybody may see: the page that asks for the token, and how pages look."""

API: Final = "/api/"
ROOMY: Final = ("/reading/files", "/reading/text")
"""Where reports are dropped: larger bodies may come there than elsewhere."""


class Doors:
    """Lets requests in or refuses them."""

    def __init__(
        self, app: ASGIApp, *, keeper: Keeper, rates: Rates | None = None, patience: Patience | None = None
    ) -> None:
        self._app = app
        self._keeper = keeper
        self._rates = rates or Rates()
        self._patience = patience or Patience()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on with `who` and `keeper` in its state."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            headers = Headers(scope=scope)
            posted = scope["method"] not in SAFE
            send = with_headers(send, private=not self._keeper.access.is_local, posted=posted)
            who = self._keeper.who(headers)
            refused = self._refused(scope, headers, who)
            if refused is not None:
                await refused(scope, receive, send)
                return
            scope.setdefault("state", {}).update(_state(who, self._keeper))
            await self._app(scope, bounded(receive, most=_most(scope["path"]), patience=self._patience), send)

    def _refused(self, scope: Scope, headers: Headers, who: Who | None) -> Response | None:
        """Return how a request is refused; None if it may come in."""
        access, path, method = self._keeper.access, scope["path"], scope["method"]
        if not is_ours(host_of(headers.get("host", "")), access.called):
            return _refusal(scope, 421, "This server doesn't go by that name.")
        if access.is_local and is_forwarded(headers):
            why = "This server is for its own machine alone. Behind a proxy it takes --tokens FILE."
            return _refusal(scope, 403, why)
        if not is_from_us(method, headers):
            return _refusal(scope, 403, "This came from a page of another site. Nothing was changed.")
        wait = self._wait(scope, who)
        if wait:
            return _refusal(
                scope, 429, f"Too many requests. Ask again in {wait} s.", {"Retry-After": str(wait)}
            )
        if who is None and not path.startswith(OPEN):
            return _asked_to_sign_in(scope, headers)
        if _length(headers) > _most(path):
            return _refusal(scope, 413, too_large(_most(path)))
        return None

    def _wait(self, scope: Scope, who: Who | None) -> int:
        """Return after how many seconds to ask again; what one's own machine looks at isn't counted."""
        asker = who.name if who is not None else (scope.get("client") or ("",))[0]
        kind: Kind = "look" if scope["method"] in SAFE else "post"
        if kind == "post" and who is None:
            kind = "sign-in"
        if self._keeper.access.is_local and kind == "look":
            return 0
        return self._rates.wait(kind, f"{'in' if who else 'out'} {asker}")


def _state(who: Who | None, keeper: Keeper) -> dict[str, object]:
    """Return what pages find in `request.state`."""
    found: dict[str, object] = {"who": who, "keeper": keeper}
    if who is not None:
        found |= {"reader": who.name, "role": who.role, "csrf": who.csrf}
    else:
        found |= {"reader": "", "role": "reader", "csrf": ""}
    return found


def _most(path: str) -> int:
    return LARGE if path in ROOMY else SMALL


def _length(headers: Headers) -> int:
    given = headers.get("content-length", "0")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 16 else LARGE + 1


def _asked_to_sign_in(scope: Scope, headers: Headers) -> Response:
    path = scope["path"]
    if path.startswith(API) or "authorization" in headers:
        return _refusal(scope, 401, "A token is needed.", {"WWW-Authenticate": "Bearer"})
    query = scope.get("query_string", b"").decode("latin-1")
    here = quote(f"{path}?{query}" if query else path, safe="")
    if "hx-request" in headers:  # a fragment: the whole page has to go
        return Response(status_code=401, headers={"HX-Redirect": SIGN_IN})
    if scope["method"] not in SAFE:
        return _refusal(scope, 401, "You are signed out. Sign in, then send it again.")
    return RedirectResponse(f"{SIGN_IN}?next={here}" if path != "/" else SIGN_IN, status_code=303)


def _refusal(scope: Scope, status: int, why: str, headers: Mapping[str, str] | None = None) -> Response:
    """Return a refusal in words: as a problem (RFC 9457) to a program, else as plain text."""
    more = dict(headers or {})
    if scope["path"].startswith(API):
        body = {"type": "about:blank", "status": status, "title": why}
        return JSONResponse(body, status, more, media_type="application/problem+json")
    return PlainTextResponse(f"{why}\n", status, more)
