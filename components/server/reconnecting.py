"""A page that comes back is told everything: messages go to the connection a session has now."""

from typing import TYPE_CHECKING

from streamlit.runtime.runtime import Runtime

if TYPE_CHECKING:
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
    from streamlit.runtime.session_manager import ActiveSessionInfo

_SEND, _SESSIONS = "_send_message", "_session_mgr"


def follow_the_session() -> None:
    """Let the loop that sends look up whom it sends to, with each message.

    Streamlit 1.67 lists sessions and connections once and then goes round; with some hundred phones a
    round takes seconds. Whoever came back meanwhile was listed with the connection they had lost: all
    that their session had to say went there, and their page stood still.
    """
    send = getattr(Runtime, _SEND)

    def send_to_the_present(
        runtime: Runtime, listed: "ActiveSessionInfo", msg: "ForwardMsg"
    ) -> None:
        present = getattr(runtime, _SESSIONS).get_active_session_info(listed.session.id)
        send(runtime, present or listed, msg)

    setattr(Runtime, _SEND, send_to_the_present)
