"""A server and a client in one function: what an ASGI application answers to one request."""

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket

HERE = "rooms.test:8501"


@dataclass
class Answer:
    """Status, headers and body of one answer."""

    status: int = 0
    headers: Headers = field(default_factory=Headers)
    body: bytes = b""

    @property
    def cookie(self) -> str:
        """The one cookie that was set, "" for none."""
        return self.headers.get("set-cookie", "")


def ask(
    app: ASGIApp,
    path: str,
    *,
    method: str = "GET",
    scheme: str = "http",
    body: Iterable[bytes] = (b"",),
    **headers: str,
) -> Answer:
    """Send one request; headers are given with _ for -, ``host`` is ours unless another is given."""
    chunks = list(body)
    sent = [_chunk(one, more=n < len(chunks)) for n, one in enumerate(chunks, 1)]
    answer = Answer()

    async def receive() -> Message:
        return sent.pop(0) if sent else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            answer.status = message["status"]
            answer.headers = Headers(raw=message["headers"])
        else:
            answer.body += message.get("body", b"")

    scope = _scope("http", path, scheme, headers) | {"method": method}
    _run(app, scope, receive, send)
    return answer


def knock(app: ASGIApp, path: str, **headers: str) -> list[Message]:
    """Open a websocket; returns what came back until the application was done."""
    sent: list[Message] = [{"type": "websocket.connect"}]
    came: list[Message] = []

    async def receive() -> Message:
        return sent.pop(0) if sent else {"type": "websocket.disconnect", "code": 1000}

    async def send(message: Message) -> None:
        came.append(message)

    _run(app, _scope("websocket", path, "ws", headers), receive, send)
    return came


def behind(*middleware: Callable[[ASGIApp], ASGIApp], routes: Iterable[BaseRoute] = ()) -> ASGIApp:
    """Stand an application behind middleware that shows, at any address, the headers it was given."""

    async def shown(request: Request) -> JSONResponse:
        return JSONResponse(dict(request.headers))

    async def spoken(socket: WebSocket) -> None:
        await socket.accept()
        await socket.send_json(dict(socket.headers))

    echo = [
        WebSocketRoute("/{path:path}", spoken),
        Mount(
            "/", Starlette(routes=[Route("/{path:path}", shown, methods=["GET", "POST", "PUT"])])
        ),
    ]
    app: ASGIApp = Starlette(routes=[*routes, *echo])
    for one in reversed(middleware):
        app = one(app)
    return app


def _run(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    async def once() -> None:
        await app(scope, receive, send)

    with ThreadPoolExecutor(1) as aside:  # a browser test may have a loop running in this thread
        aside.submit(asyncio.run, once()).result()


def _chunk(body: bytes, *, more: bool) -> Message:
    return {"type": "http.request", "body": body, "more_body": more}


def _scope(kind: str, path: str, scheme: str, headers: dict[str, str]) -> dict[str, object]:
    plain, _, query = path.partition("?")
    given = {"host": HERE, **headers}
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in given.items()]
    return {
        "type": kind,
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "path": plain,
        "query_string": query.encode(),
        "scheme": scheme,
        "headers": raw,
        "server": ("rooms.test", 8501),
        "root_path": "",
        "subprotocols": [],
    }
