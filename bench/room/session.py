"""One browser without a browser: opens a page as a document, then speaks Streamlit's websocket messages."""

import asyncio
import json
import time
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

STREAMLIT = Subprotocol("streamlit")
NOBODY = Subprotocol("PLACEHOLDER_AUTH_TOKEN")
LIMIT_S = 20.0
"""How long one run may take before the session counts as broken."""


class Broken(Exception):
    """The server refused something, or did not answer in time."""


@dataclass
class Session:
    """One open page: the widgets it shows and the values its browser would hold.

    Attributes:
        address: such as ``http://127.0.0.1:40123``; ``page``: name of the page, such as ``join``.
        query: the query string of the page, without the question mark.
        links: where the links lead that were drawn so far.
        owners: widget -> the fragment that drew it, "" for the page itself.
        written: the fragment and the text of everything written.
        cookies: what the server has set so far; kept over a reconnect, as a browser would.
    """

    address: str
    page: str
    query: str = ""
    cookies: dict[str, str] = field(default_factory=dict)
    elements: dict[str, str] = field(default_factory=dict)
    values: dict[str, WidgetState] = field(default_factory=dict)
    written: list[tuple[str, str]] = field(default_factory=list)
    owners: dict[str, str] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    pollers: dict[str, float] = field(default_factory=dict)
    hash: str = ""
    id: str = ""
    _socket: ClientConnection | None = None
    _cached: set[str] = field(default_factory=set)
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def visit(self, path: str) -> str:
        """Ask for a document as a browser does, keep its cookies; returns where it leads, or ""."""
        place = urlsplit(self.address)
        reader, writer = await asyncio.open_connection(place.hostname, place.port)
        lines = [f"GET {path} HTTP/1.1", f"Host: {place.netloc}", "Accept: text/html"]
        lines += [f"Cookie: {self._cookie_line()}"] if self.cookies else []
        writer.write(("\r\n".join([*lines, "Connection: close", "", ""])).encode())
        await writer.drain()
        head = (await reader.read(65_536)).decode("latin-1").partition("\r\n\r\n")[0]
        writer.close()
        leads = ""
        for line in head.split("\r\n")[1:]:
            name, _, value = line.partition(":")
            if name.lower() == "set-cookie":
                key, _, content = value.strip().partition(";")[0].partition("=")
                self.cookies[key] = content
            elif name.lower() == "location":
                leads = value.strip()
        return leads

    async def open(self) -> None:
        """Connect and draw the page; after a lost connection, to the session there was, as a browser does."""
        socket = f"{self.address.replace('http', 'ws', 1)}/_stcore/stream"
        headers = {"Cookie": self._cookie_line()} if self.cookies else {}
        self._socket = await connect(
            socket,
            subprotocols=[STREAMLIT, *([NOBODY, Subprotocol(self.id)] if self.id else [])],
            additional_headers=headers,
            compression=None,
            max_size=None,
            open_timeout=LIMIT_S,
            ping_interval=None,
        )
        await self.run()

    async def close(self) -> None:
        """Close the connection, as a phone that is put away."""
        if self._socket is not None:
            await self._socket.close()
            self._socket = None

    @property
    def texts(self) -> list[str]:
        """Everything that stands on the page as text."""
        return [text for _, text in self.written]

    def find(self, ending: str) -> str:
        """Id of the newest widget whose id ends so, "" if none is shown."""
        return next((name for name in reversed(self.elements) if name.endswith(ending)), "")

    def forget_page(self) -> None:
        """Drop what the page showed and held, as a browser does that loads it anew."""
        self._clear()
        self.values.clear()
        self._cached.clear()

    async def press(self, ending: str) -> None:
        """Press a button. Raises Broken if it is not there."""
        name = self.find(ending)
        if not name:
            raise Broken(f"no button {ending} on {self.page}: {self.texts[-12:]}")
        trigger = WidgetState(id=name, trigger_value=True)
        await self.run(trigger=trigger, fragment=self.owners.get(name, ""))

    async def poll(self) -> None:
        """Let every part of the page that asks by itself ask once."""
        for fragment in list(self.pollers):
            await self.run(fragment=fragment, asked_by_itself=True)

    async def run(
        self,
        *,
        trigger: WidgetState | None = None,
        fragment: str = "",
        asked_by_itself: bool = False,
    ) -> float:
        """Ask for one run and wait for its end; returns seconds. One at a time, as in a browser."""
        async with self._turn:
            began = time.perf_counter()
            try:
                async with asyncio.timeout(LIMIT_S):
                    await self._ask(trigger, fragment, asked_by_itself=asked_by_itself)
                    await self._listen()
            except TimeoutError as error:
                raise Broken(f"{self.page} did not answer in {LIMIT_S:.0f} s") from error
            return time.perf_counter() - began

    async def _ask(
        self, trigger: WidgetState | None, fragment: str, *, asked_by_itself: bool
    ) -> None:
        assert self._socket is not None
        ask = BackMsg()
        ask.rerun_script.query_string = self.query
        ask.rerun_script.page_script_hash = self.hash
        ask.rerun_script.page_name = "" if self.hash else self.page
        ask.rerun_script.fragment_id = fragment
        ask.rerun_script.is_auto_rerun = asked_by_itself
        ask.rerun_script.cached_message_hashes.extend(self._cached)
        ask.rerun_script.context_info.url = f"{self.address}/{self.page}"
        ask.rerun_script.context_info.timezone = "UTC"
        ask.rerun_script.context_info.locale = "en-US"
        ask.rerun_script.context_info.color_scheme = "light"
        states = [*self.values.values(), *([trigger] if trigger is not None else [])]
        ask.rerun_script.widget_states.widgets.extend(states)
        await self._socket.send(ask.SerializeToString())

    async def _listen(self) -> None:
        assert self._socket is not None
        finished = False
        async for frame in self._socket:
            message = ForwardMsg()
            message.ParseFromString(frame if isinstance(frame, bytes) else frame.encode())
            match message.WhichOneof("type"):
                case "script_finished":
                    finished = message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
                case "session_status_changed":
                    if finished and not message.session_status_changed.script_is_running:
                        return
                case _:
                    finished = finished and not message.HasField("new_session")
                    self._take(message)
        raise Broken("the server closed the connection")

    def _take(self, message: ForwardMsg) -> None:
        if message.metadata.cacheable:
            self._cached.add(message.hash)
        match message.WhichOneof("type"):
            case "new_session":
                self.id = message.new_session.initialize.session_id or self.id
                drawn_anew = set(message.metadata.run.fragment_ids)
                self._forget(drawn_anew) if drawn_anew else self._clear()
            case "delta" if message.delta.HasField("new_element"):
                self._remember(message)
            case "navigation":
                self.hash = message.navigation.page_script_hash
            case "auto_rerun":
                self.pollers[message.auto_rerun.fragment_id] = message.auto_rerun.interval
            case "stop_auto_rerun":
                for fragment in message.stop_auto_rerun.fragment_ids:
                    self.pollers.pop(fragment, None)
            case "page_info_changed":
                self.query = message.page_info_changed.query_string
            case _:
                pass

    def _clear(self) -> None:
        self.elements.clear()
        self.owners.clear()
        self.written.clear()
        self.pollers.clear()

    def _forget(self, fragments: set[str]) -> None:
        """Take from the page what these fragments drew."""
        for name in [one for one, owner in self.owners.items() if owner in fragments]:
            self.elements.pop(name, None)
            del self.owners[name]
        self.written = [one for one in self.written if one[0] not in fragments]

    def _remember(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        content = getattr(element, element.WhichOneof("type") or "", None)
        name = getattr(content, "id", "")
        if name:
            self.elements.pop(name, None)
            self.elements[name] = getattr(content, "json", "")
            self.owners[name] = message.delta.fragment_id
        if url := getattr(content, "url", ""):
            self.links.append(url)
        body = getattr(content, "body", "")
        if isinstance(body, str) and body:
            self.written.append((message.delta.fragment_id, body))

    def _cookie_line(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())


def scale_reply(name: str, answers: dict[str, float]) -> WidgetState:
    """The report of a scale piece: every answer of the step, numbered."""
    report = json.dumps({"n": 1, "answers": answers})
    return WidgetState(id=name, json_value=json.dumps({"answers": report}))
