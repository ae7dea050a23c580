"""A few short texts that the browser keeps, so that a reload comes back as the same person or facilitator."""

import json
from collections.abc import Callable
from pathlib import Path

import streamlit as st

MOST = 4_000

_PIECE = st.components.v2.component(
    "throughline_keepsake",
    js=(Path(__file__).parent / "keepsake.js").read_text(encoding="utf-8"),
)


def keepsake(
    name: str,
    *,
    session: str,
    text: str,
    gone: bool,
    lasting: bool,
    route: str = "",
    on_found: Callable[[], None],
) -> None:
    """Keep a text in the browser, or ask once what it holds; draws nothing.

    Args:
        name: What it is kept under, and the widget key: the find is
            ``st.session_state["keepsake_<name>"].found``, for ``parse_kept``.
        session: Random id of this session of the server; the browser answers it once.
        text: What to keep; "" keeps what is there.
        gone: Remove what is kept.
        lasting: Outlive the tab.
        route: Post the text to this path instead, for a cookie.
        on_found: Called when something was found.
    """
    _PIECE(
        key=f"keepsake_{name}",
        data={
            "name": name,
            "session": session,
            "text": text,
            "gone": gone,
            "lasting": lasting,
            "route": route,
        },
        height=1,
        on_found_change=on_found,
    )


def parse_kept(raw: object, session: str) -> dict[str, str]:
    """Return the texts a browser found for this session; {} for anything that is not ours."""
    if not isinstance(raw, str) or len(raw) > MOST:
        return {}
    try:
        found = json.loads(raw)
        texts = json.loads(found["text"]) if found["session"] == session else {}
    except (ValueError, RecursionError, KeyError, TypeError):
        return {}
    if not isinstance(texts, dict):
        return {}
    return {str(n): text for n, text in texts.items() if isinstance(text, str)}
