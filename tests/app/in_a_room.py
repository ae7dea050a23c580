"""What a facilitator and the people of a room do on their pages, in words the tests can use."""

import json
import re
from collections.abc import Mapping

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from tests.app.conftest import APP, ROOM_KEY
from tests.app.visit import go_to, piece, press, send, words


class Clock:
    """A clock that stands still until it is told to go on."""

    def __init__(self) -> None:
        self.moment = 1_800_000_000.0

    def __call__(self) -> float:
        """The moment it shows."""
        return self.moment

    def passes(self, seconds: float) -> None:
        """Let time go by."""
        self.moment += seconds


def visitor() -> AppTest:
    """Somebody with a browser of their own."""
    return AppTest.from_file(APP, default_timeout=30).run()


def hosted(**chosen: object) -> AppTest:
    """A facilitator at the desk of a room just opened; the secrets are put away."""
    host = go_to(visitor(), "host")
    host.session_state["host.title"] = "Team day"
    host.session_state["host.key"] = ROOM_KEY
    for name, value in chosen.items():
        host.session_state[f"host.{name}"] = value
    press(host, "cta_open_room")
    return press(host, "cta_kept")


def code_of(host: AppTest) -> str:
    """The code that the desk shows."""
    (found,) = re.findall(r"^\*\*(\d{4} \d{4})\*\*$", words(host), flags=re.MULTILINE)
    return str(found)


def invited(code: str) -> AppTest:
    """A phone that has typed a code, and not joined yet."""
    phone = go_to(visitor(), "join")
    phone.session_state["room.code_input"] = code
    return press(phone, "cta_code")


def joined(code: str) -> AppTest:
    """A phone in the room."""
    return press(invited(code), "cta_join")


def answers(phone: AppTest, given: Mapping[str, object]) -> AppTest:
    """Answer what is open, and save: the piece is sent with the button, as a browser sends a form."""
    mounted = next(one for one in phone.get("bidi_component") if str(one.key).endswith(".scale"))
    report = json.dumps({"n": len(given), "answers": dict(given)})
    button = next(one for one in phone.button if str(one.key).startswith("cta_save"))
    return send(
        phone,
        WidgetState(id=mounted.proto.id, json_value=json.dumps({"answers": report})),
        WidgetState(id=button.proto.id, trigger_value=True),
    )


def screen_token(host: AppTest) -> str:
    """The secret in the link for a screen that this desk has made."""
    press(host, "make_screen")
    links = [one.proto.url for one in host.get("link_button")]
    return str(re.findall(r"[?&]t=([\w-]{43})", links[0])[0])


def wall(screen: AppTest) -> dict[str, str]:
    """What the frame of the projector has been told to show."""
    told: dict[str, str] = json.loads(piece(screen, "wall").proto.json)
    return told
