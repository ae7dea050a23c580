"""Names of the cookies that a browser may carry, and the shape of what is in them."""

import hashlib
import re

DEVICE_COOKIE = "tl_d"
"""Names a browser to the server it talks to; never stored with answers."""

_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


def person_cookie(code: str) -> str:
    """Name of the cookie with a person's token for the room of this code (8 ASCII digits)."""
    return f"tl_p_{_short(code)}"


def facilitator_cookie(room_id: str) -> str:
    """Name of the cookie with a facilitator's secret for the room of this id."""
    return f"tl_f_{_short(room_id)}"


def is_token(text: object) -> bool:
    """Whether this has the shape of 256 random bits in 43 url-safe characters; nothing is said of its right."""
    return isinstance(text, str) and _TOKEN.fullmatch(text) is not None


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
