"""What stands around a picture on the projector: how to join, how many there are, and what is kept."""

import base64
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

import streamlit as st

_FOLDER = Path(__file__).parent
_PIECE = st.components.v2.component(
    "throughline_wall",
    html=(_FOLDER / "wall.html").read_text(encoding="utf-8"),
    css=(_FOLDER / "wall.css").read_text(encoding="utf-8"),
    js=(_FOLDER / "wall.js").read_text(encoding="utf-8"),
)
_COURIER = st.components.v2.component(
    "throughline_wall_courier", js=(_FOLDER / "courier.js").read_text(encoding="utf-8")
)


@dataclass(frozen=True)
class Wall:
    """Everything the frame says, ready to be drawn.

    Attributes:
        mode: "join" (a large code and QR), "tally" (a large number) or "strip" (nothing but the strip).
        qr: SVG of the QR code; "" draws none.
        qr_alt: What a screen reader says instead.
        scan, or_, type_: The three ways to join, in words.
        address, code: Where to go and what to type; "" once nobody can join.
        big, says, hint: A large number, what it counts, and what to do.
        done: 0-100 for the bar under the number; -1 draws none.
        counts: Label and number, in the strip.
        panel: What this room keeps, and from how many people on it shows anything.
        rehearsal: The mark of a room whose people are invented.
        said: The numbers in one sentence, for a screen reader.
        keys_title, keys: What the keys of this page do, key and words, shown on "h".
    """

    mode: Literal["join", "tally", "strip"]
    qr: str = ""
    qr_alt: str = ""
    scan: str = ""
    or_: str = ""
    type_: str = ""
    address: str = ""
    code: str = ""
    big: str = ""
    says: str = ""
    hint: str = ""
    done: int = -1
    counts: tuple[tuple[str, str], ...] = field(default=())
    panel: str = ""
    rehearsal: str = ""
    said: str = ""
    keys_title: str = ""
    keys: tuple[tuple[str, str], ...] = field(default=())


def wall(shown: Wall, *, key: str) -> None:
    """Draw the frame; a later call under the same key changes it in place."""
    _PIECE(key=key, data=_payload(shown) | {"qr": as_image(shown.qr)})


def send(shown: Wall, *, key: str) -> None:
    """Bring the frame that is drawn what it says now, but the QR code, which moves with the page only."""
    _COURIER(key=key, data=_payload(shown), height=1)


def _payload(shown: Wall) -> dict[str, str | int]:
    data = {name.rstrip("_"): value for name, value in asdict(shown).items() if name != "qr"}
    # One string where a list would make Streamlit load pandas.
    return data | {"counts": json.dumps(shown.counts), "keys": json.dumps(shown.keys)}


def as_image(svg: str) -> str:
    """Return an SVG as an address that an image can carry; "" stays ""."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode() if svg else ""
