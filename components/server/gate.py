"""What is refused at the door: Streamlit's open side doors, and pages of other sites."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check")


class Gate:
    """Answers 404 for what nobody needs to see, and 403 to what another origin asks for.

    Only the origin that was asked (the Host header) is known. So Streamlit never gets to the question
    whether an unknown origin is its own public address, for which it would ask another machine.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may come in."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
        elif _is_foreign(Headers(scope=scope)):
            await _refuse(scope, receive, send)
        elif scope["type"] == "http" and _is_closed(scope["path"]):
            await PlainTextResponse("Not found", status_code=404)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _is_foreign(headers: Headers) -> bool:
    origins = headers.getlist("origin")
    if not origins:
        return False  # a navigation, or no browser: Streamlit's own rule for sockets too
    return len(origins) > 1 or urlsplit(origins[0]).netloc != headers.get("host")


def _is_closed(path: str) -> bool:
    return any(path == one or path.startswith(f"{one}/") for one in CLOSED)


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008})
    else:
        await PlainTextResponse("Not from here", status_code=403)(scope, receive, send)
