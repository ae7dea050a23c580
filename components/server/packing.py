"""Files go out compressed, and each is compressed once in the life of the server."""

import gzip
import re
import threading
from dataclasses import dataclass
from pathlib import Path

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_REFUSED = re.compile(r"gzip\s*;\s*q=0(\.0*)?\s*(,|$)")


@dataclass(frozen=True)
class Packed:
    """A file as it goes over the wire; `small` is None where compressing would not help (fonts, pictures)."""

    plain: bytes
    small: bytes | None


class Shelf:
    """Files packed so far. Only files of the app's own folders come here, so their number is bounded."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int], Packed] = {}
        self._lock = threading.Lock()

    def packed(self, path: str) -> Packed:
        """Return a file, reading and compressing it the first time it is asked for."""
        name = (path, Path(path).stat().st_mtime_ns)
        with self._lock:  # a room full of phones asks for the same file in the same second
            if name not in self._kept:
                self._kept[name] = _pack(Path(path))
            return self._kept[name]


class Packing:
    """Asks the file servers behind it for names of files instead of contents, and sends those packed.

    What is found where, how long it may be kept, and what has not changed stays their decision: the
    ASGI extension ``http.response.pathsend`` hands over the path after the headers.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._shelf = Shelf()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and send a file that comes back packed."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        extensions = {**scope.get("extensions", {}), "http.response.pathsend": {}}
        wants_small = _accepts_gzip(Headers(scope=scope))
        started: list[Message] = []

        async def pack(message: Message) -> None:
            if message["type"] == "http.response.start":
                started.append(message)
                return
            if message["type"] == "http.response.pathsend":
                file = await to_thread.run_sync(self._shelf.packed, message["path"])
                body = _fit(MutableHeaders(scope=started[0]), file, wants_small=wants_small)
                message = {"type": "http.response.body", "body": body, "more_body": False}
            if started:
                await send(started.pop())
            await send(message)

        await self._app({**scope, "extensions": extensions}, receive, pack)


def _pack(path: Path) -> Packed:
    plain = path.read_bytes()
    small = gzip.compress(plain, mtime=0)
    return Packed(plain, small if len(small) < 0.95 * len(plain) else None)


def _fit(headers: MutableHeaders, file: Packed, *, wants_small: bool) -> bytes:
    body = file.plain
    if file.small is not None:
        headers.add_vary_header("Accept-Encoding")
        if wants_small:
            body = file.small
            headers["Content-Encoding"] = "gzip"
    headers["Content-Length"] = str(len(body))
    if "etag" in headers:  # the same content, in other bytes
        headers["ETag"] = f"W/{headers['etag'].removeprefix('W/')}"
    return body


def _accepts_gzip(headers: Headers) -> bool:
    accepted = headers.get("accept-encoding", "").lower()
    return "gzip" in accepted and not _REFUSED.search(accepted)
