"""The device cookie, which ties a session to the browser that opened it."""

import secrets

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from throughline.workshop.cookies import DEVICE_COOKIE, is_token

HEADER = "X-Device"
TRUSTED = {HEADER: "device"}
"""For ``server.trustedUserHeaders``. Only the launcher sets it: without this middleware nothing would
strip a header that a client made up."""


class DeviceCookie:
    """Gives each browser a random name and hands it to Streamlit as a header, whatever the client sent.

    A session belongs to the headers it was opened with. Whoever learns its id and lacks the cookie gets a
    fresh session.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on under its device, and name a device that has none."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        device = HTTPConnection(scope).cookies.get(DEVICE_COOKIE)
        known = is_token(device)
        headers = [pair for pair in scope["headers"] if pair[0].lower() != HEADER.lower().encode()]
        if device is not None and known:
            headers.append((HEADER.lower().encode(), device.encode()))
        scope = {**scope, "headers": headers}
        if known or not _is_document(scope):
            await self._app(scope, receive, send)
            return

        async def named(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("set-cookie", _new_cookie(scope))
            await send(message)

        await self._app(scope, receive, named)


def _is_document(scope: Scope) -> bool:
    """Whether a browser asks for a page, at whatever address: a QR code is a deep link."""
    headers = Headers(scope=scope)
    return (
        scope["type"] == "http"
        and "text/html" in headers.get("accept", "")
        and headers.get("sec-fetch-dest", "document") == "document"
    )


def _new_cookie(scope: Scope) -> str:
    carrier = Response()
    carrier.set_cookie(
        DEVICE_COOKIE,
        secrets.token_urlsafe(32),
        httponly=True,
        samesite="lax",
        secure=scope["scheme"] == "https",
    )
    return carrier.headers["set-cookie"]
