"""A visitor without a browser: Streamlit's own messages over a websocket, counted in bytes and CPU time."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count

import psutil  # type: ignore[import-untyped]
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from bench.servers import Running, Subject, serve

STREAMLIT = Subprotocol("streamlit")
WARM_UPS = 3


@dataclass(frozen=True)
class Cost:
    """What one interaction costs: CPU milliseconds of the process tree, and payload bytes sent down."""

    cpu_ms: float
    payload: float
    lost: int


@dataclass
class Visitor:
    """One open session: what it has been shown, and the widget values its browser would hold."""

    socket: ClientConnection
    address: str
    page: str = ""
    elements: dict[str, str] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    values: dict[str, WidgetState] = field(default_factory=dict)
    cached: set[str] = field(default_factory=set)

    def widget(self, ending: str) -> str:
        """Id of the newest widget whose id ends so; raises StopIteration if none was shown."""
        return next(name for name in reversed(self.elements) if name.endswith(ending))

    def run(self, *, trigger: WidgetState | None = None) -> tuple[int, int]:
        """Ask for a run as the browser does; returns payload bytes and number of elements received."""
        ask = BackMsg()
        ask.rerun_script.page_script_hash = self.page
        ask.rerun_script.cached_message_hashes.extend(self.cached)
        ask.rerun_script.context_info.url = self.address
        ask.rerun_script.context_info.timezone = "UTC"
        ask.rerun_script.context_info.locale = "en-US"
        ask.rerun_script.context_info.color_scheme = "light"
        states = [*self.values.values(), *([trigger] if trigger is not None else [])]
        ask.rerun_script.widget_states.widgets.extend(states)
        self.socket.send(ask.SerializeToString())
        return self._listen()

    def _listen(self) -> tuple[int, int]:
        payload = drawn = 0
        finished = False
        while True:
            frame = self.socket.recv(timeout=30)
            payload += len(frame)
            message = ForwardMsg()
            message.ParseFromString(frame if isinstance(frame, bytes) else frame.encode())
            if message.metadata.cacheable:
                self.cached.add(message.hash)
            match message.WhichOneof("type"):
                case "delta" if message.delta.HasField("new_element"):
                    drawn += 1
                    self._remember(message)
                case "navigation":
                    self.page = message.navigation.page_script_hash
                    for page in message.navigation.app_pages:
                        self.pages[page.url_pathname] = page.page_script_hash
                case "script_finished":
                    finished = message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
                case "session_status_changed":
                    if finished and not message.session_status_changed.script_is_running:
                        return payload, drawn
                case _:
                    pass

    def _remember(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        content = getattr(element, element.WhichOneof("type") or "", None)
        name = getattr(content, "id", "")
        if name:
            self.elements.pop(name, None)
            self.elements[name] = getattr(content, "json", "")


@contextmanager
def visiting(running: Running) -> Iterator[Visitor]:
    """Open a session and draw its first page."""
    address = f"{running.address.replace('http', 'ws', 1)}/_stcore/stream"
    with connect(address, subprotocols=[STREAMLIT], compression=None, max_size=None) as socket:
        visitor = Visitor(socket, running.address)
        visitor.run()
        yield visitor


def move_floor(visitor: Visitor) -> Callable[[], None]:
    """Return what sets the floor's slider to another place."""
    name, turn = next(iter(visitor.elements)), count()

    def move() -> None:
        state = WidgetState(id=name)
        state.double_array_value.data.append(5 + next(turn) % 2)
        visitor.values[name] = state

    return move


def move_ours(visitor: Visitor) -> Callable[[], None]:
    """Open the full form of a sample, its longest step; return what answers its first question."""
    visitor.run(trigger=WidgetState(id=visitor.widget("-sample_amina"), trigger_value=True))
    visitor.page = visitor.pages["assess"]
    visitor.run()
    name = visitor.widget("-amina.scale.full.d1.True")
    asked = json.loads(json.loads(visitor.elements[name])["questions"])
    answers = {one["id"]: one["value"] for one in asked}
    first, turn = asked[0]["id"], count(1)

    def move() -> None:
        number = next(turn)
        report = {"n": number, "answers": {**answers, first: 4 + number % 2}}
        reply = json.dumps({"answers": json.dumps(report)})
        visitor.values[name] = WidgetState(id=name, json_value=reply)

    return move


def change_pay(visitor: Visitor) -> Callable[[], None]:
    """Open the pay of a sample who is paid by the hour; return what changes the wage."""
    visitor.run(trigger=WidgetState(id=visitor.widget("-sample_amina"), trigger_value=True))
    visitor.page = visitor.pages["pay"]
    visitor.run()
    name, turn = visitor.widget("-amina.pay.now.wage"), count()

    def change() -> None:
        visitor.values[name] = WidgetState(id=name, double_value=22 + next(turn) % 2)

    return change


def interact(
    subject: Subject, times: int, ours: Callable[[Visitor], Callable[[], None]] = move_ours
) -> Cost:
    """Start a fresh server, change one answer (or ``ours``) so many times, and share out what it took."""
    with serve(subject) as running, visiting(running) as visitor:
        move = move_floor(visitor) if subject.name == "floor" else ours(visitor)
        for _ in range(WARM_UPS):
            move()
            visitor.run()
        before, payload, lost = _cpu_seconds(running.pid), 0, 0
        for _ in range(times):
            move()
            received, drawn = visitor.run()
            payload += received
            lost += not drawn
        # The floor collects garbage after its last message: one more round trip waits for that.
        visitor.run()
        spent = _cpu_seconds(running.pid) - before
        return Cost(1000 * spent / (times + 1), payload / times, lost)


def _cpu_seconds(pid: int) -> float:
    root = psutil.Process(pid)
    times = [one.cpu_times() for one in [root, *root.children(recursive=True)]]
    return float(sum(one.user + one.system for one in times))
