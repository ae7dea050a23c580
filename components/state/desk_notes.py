"""What a session notes about its desk: the room, the secret, and the rooms whose desk was left here."""

import streamlit as st


def noted(name: str) -> object:
    """What was noted under this name."""
    return st.session_state.get(f"host.{name}")


def noted_text(name: str) -> str:
    """What was noted under this name, as text; "" for nothing."""
    return str(noted(name) or "")


def note(**values: object) -> None:
    """Note something about this desk."""
    for name, value in values.items():
        st.session_state[f"host.{name}"] = value


def take(room_id: str, token: str) -> None:
    """Run this room from here."""
    note(id=room_id, token=token, drop=False)


def leave_desk() -> None:
    """Callback: let go of the room on this computer."""
    said, rooms = noted_text("said"), [*left(), noted_text("id")]
    for name in [str(one) for one in st.session_state if str(one).startswith("host.")]:
        del st.session_state[name]
    note(drop=True, said=said, left=rooms)


def left() -> list[str]:
    """Rooms whose desk was left here; this session sees their cookies until the next reload."""
    held = noted("left")
    return [str(one) for one in held if one] if isinstance(held, list) else []
