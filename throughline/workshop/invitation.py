"""How a room is found: its code as shown and as typed, the address in its QR code, and the QR code."""

import io
import re
import unicodedata

import segno

CODE_PARAMETER = "code"
KEY_PARAMETER = "k"

_KEY = re.compile(r"[A-Za-z0-9_-]{16}")
_LONGEST_TYPED = 64
_QUIET_ZONE = 4
# What may stand between the digits of a code: spaces, dashes, and the invisible marks that copying adds.
_BETWEEN = {"Zs", "Pd", "Cf"}
_ALSO_BETWEEN = "\t\r\n\u2212_."


def shown_code(code: str) -> str:
    """Return a code as it is shown and read aloud: ``1234 5678``."""
    return f"{code[:4]} {code[4:]}"


def read_code(typed: str) -> str | None:
    """Return the 8 ASCII digits somebody meant, or None if it is no code.

    Any decimal digits count (full-width, Arabic, …); spaces, dashes, dots and invisible marks between
    them do not matter.
    """
    if len(typed) > _LONGEST_TYPED:
        return None
    meant = [c for c in typed if c not in _ALSO_BETWEEN and unicodedata.category(c) not in _BETWEEN]
    if len(meant) != 8 or not all(c.isdecimal() for c in meant):
        return None
    return "".join(str(unicodedata.decimal(c)) for c in meant)


def is_key(text: str) -> bool:
    """Whether this has the shape of a QR key: 16 url-safe characters (96 bits)."""
    return _KEY.fullmatch(text) is not None


def join_address(base: str, code: str, key: str) -> str:
    """Return the address in the QR code, for a server that has the route ``/j``.

    Args:
        base: address of the server, e.g. ``http://192.168.1.20:8501``.
        code: 8 ASCII digits.
        key: 16 url-safe characters.
    """
    return f"{base.rstrip('/')}/j/{code}?{KEY_PARAMETER}={key}"


def join_page(code: str, key: str | None) -> str:
    """Return the join page with a code and a key, as a path: where ``/j`` leads, and what stands in for it."""
    carried = f"&{KEY_PARAMETER}={key}" if key else ""
    return f"/join?{CODE_PARAMETER}={code}{carried}"


def qr_matrix(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return a QR code row by row, True for dark, with the quiet zone of 4 around it.

    Level M (15 % may be damaged), the smallest version that holds the text: 41 x 41 for an address of
    up to 62 bytes.
    """
    rows = _qr(text).matrix_iter(border=_QUIET_ZONE)
    return tuple(tuple(bool(module) for module in row) for row in rows)


def qr_svg(text: str) -> str:
    """Return a QR code as an SVG that fills its container: dark on white in any theme, or cameras fail."""
    drawing = io.BytesIO()
    _qr(text).save(
        drawing,
        kind="svg",
        border=_QUIET_ZONE,
        xmldecl=False,
        omitsize=True,
        dark="#000",
        light="#fff",
    )
    return drawing.getvalue().decode().strip()


def qr_terminal(text: str) -> str:
    """Return a QR code in half-block characters, as lines for a terminal."""
    drawing = io.StringIO()
    _qr(text).terminal(drawing, border=2, compact=True)
    return drawing.getvalue()


def _qr(text: str) -> segno.QRCode:
    return segno.make(text, error="m", boost_error=False, micro=False)
