"""What a session says reaches the connection it has now."""

import inspect
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.runtime import Runtime

from components.server import reconnecting


class Client:
    """A connection that remembers what it was sent."""

    def __init__(self) -> None:
        self.sent: list[ForwardMsg] = []

    def write_forward_msg(self, msg: ForwardMsg) -> None:
        """Send."""
        self.sent.append(msg)


def listed(client: Client) -> Any:
    return SimpleNamespace(session=SimpleNamespace(id="one"), client=client, script_run_count=0)


@pytest.mark.parametrize("gone", [False, True])
def test_a_message_goes_to_the_connection_of_now_and_not_to_the_one_that_was_listed(
    monkeypatch: pytest.MonkeyPatch,
    gone: bool,
) -> None:
    monkeypatch.setattr(Runtime, "_send_message", Runtime._send_message)
    reconnecting.follow_the_session()
    before, now = Client(), Client()
    runtime: Any = object.__new__(Runtime)
    runtime._session_mgr = SimpleNamespace(
        get_active_session_info=lambda _id: None if gone else listed(now)
    )

    runtime._send_message(listed(before), ForwardMsg(hash="said"))

    told, silent = (before, now) if gone else (now, before)
    assert [msg.hash for msg in told.sent] == ["said"]
    assert not silent.sent


def test_streamlit_still_sends_to_the_connection_that_was_listed() -> None:
    """Fails when Streamlit looks it up itself: then `reconnecting` can go."""
    source = inspect.getsource(Runtime._send_message)
    assert "session_info.client.write_forward_msg(msg)" in source
    assert "get_active_session_info" not in inspect.getsource(Runtime._loop_coroutine)
