"""What the three pages of a room share: who asks, what the address carried, and a sentence for what went wrong."""

from collections.abc import Mapping
from urllib.parse import urlsplit

import streamlit as st

from components import resources
from throughline.errors import RoomError
from throughline.workshop.invitation import join_address, join_page

DEVICE_HEADER = "X-Device"
LOOPBACK = ("localhost", "127.0.0.1", "::1", "0.0.0.0")  # noqa: S104 - recognised, never listened on
SHORTLY = 20.0
"""Seconds after something moved in which a phone asks more often."""


def routed() -> bool:
    """Whether the server has routes beside the pages, so that cookies can carry a token."""
    return bool(resources.server_address()) or DEVICE_HEADER in st.context.headers


def client() -> str:
    """A name for this browser, for the count of wrong codes only."""
    return st.context.headers.get(DEVICE_HEADER) or browser_session()


def browser_session() -> str:
    """A random name for this session of the server, the same as long as it lasts."""
    if not isinstance(st.session_state.get("room.session"), str):
        st.session_state["room.session"] = resources.new_id()
    return str(st.session_state["room.session"])


def base_address() -> str:
    """The address that others are told, without a path; "" where nobody knows.

    Of several addresses of the server: the one chosen at this desk, or else the one this page came by.
    """
    here = page_address()
    for one in (noted_text("address"), here):
        if one in resources.server_places():
            return one
    return resources.server_address().rstrip("/") or here


def page_address() -> str:
    """The address this page was opened under, without its path; "" where nobody knows."""
    parts = urlsplit(str(st.context.url or ""))
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def tell_address(address: str) -> None:
    """Callback: from now on tell phones and screens this address of the server."""
    note(address=address)


def land(room_id: str) -> None:
    """Note that a phone has reached this room; a browser with a desk proves nothing about the network."""
    here, desk = page_address(), any(name.startswith("tl_f_") for name in st.context.cookies)
    if not desk and here in {*resources.server_places(), resources.server_address()}:
        resources.presence().land(room_id, here)


def only_here(address: str) -> bool:
    """Whether an address names this computer to itself, so that a phone can not use it."""
    return (urlsplit(address).hostname or "localhost") in LOOPBACK


def join_link(code: str, key: str, *, base: str = "") -> str:
    """The address in the QR code: a route where there is one, or the page itself."""
    base = base or base_address()
    return join_address(base, code, key) if routed() else f"{base}{join_page(code, key)}"


def screen_link(token: str, theme: str) -> str:
    """The address of the projector with its read-only token, without Streamlit's own bars."""
    return f"{base_address()}/screen?t={token}&embed=true&embed_options={theme}_theme"


def carried(*names: str) -> dict[str, str]:
    """Return parameters of the address."""
    return {name: st.query_params[name] for name in names if name in st.query_params}


def strip_address() -> None:
    """Take every parameter out of the address bar."""
    st.query_params.clear()


def sentence(error: RoomError) -> str:
    """What to tell a person about a refusal."""
    known: Mapping[str, str] = resources.catalogue().room.errors
    # An error without a sentence of its own here brings one along.
    return known.get(type(error).__name__) or str(error) or known["RoomError"]


def stirred() -> None:
    """Note that something has just moved in the room."""
    st.session_state["room.moved_at"] = resources.now()


def lively() -> bool:
    """Whether something moved a moment ago, so that more is likely to."""
    at = st.session_state.get("room.moved_at")
    return isinstance(at, float) and resources.now() - at < SHORTLY


def noted_text(name: str) -> str:
    """What a phone noted under this name, as text; "" for nothing."""
    return str(noted(name) or "")


def noted(name: str) -> object:
    """What a phone noted under this name."""
    return st.session_state.get(f"room.{name}")


def note(**values: object) -> None:
    """Note something about this phone and its room."""
    for name, value in values.items():
        st.session_state[f"room.{name}"] = value
