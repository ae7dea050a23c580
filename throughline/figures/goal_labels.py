"""Where the title of each bar goes: beside it, or inside when it is wide, measured so that nothing overlaps."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from throughline.tables.formats import ELLIPSIS

Side = Literal["right", "left", "inside"]

SIZE = 13.0
GAP = 7.0
ARROW = 15.0  # left of a bar, where a link may arrive
BETWEEN = "\N{NO-BREAK SPACE}\N{MIDDLE DOT} "

# Widths in em: those of the app's font, rounded up by a twentieth; a font that stands in may be wider.
_SHAPES = {
    0.3: "ijlI' ",
    0.35: "!|,.:;`",
    0.45: "ftr1()/[\\]{}",
    0.53: '-_"^*',
    0.59: "cskxzaJL?",
    0.62: "7veyFhnu",
    0.66: "2bdgopqE5369",
    0.7: "08Z#$&PRS4BTK+<=>~",
    0.77: "XYAVUHDC",
    0.8: "GNOQ",
    0.93: "mwM",
    1.04: "W@%ŒœÆæ©",
}
_WIDTHS = {one: width for width, letters in _SHAPES.items() for one in letters}
_WIDTHS |= {"\N{NO-BREAK SPACE}": 0.3, "\N{MIDDLE DOT}": 0.34, ELLIPSIS: 0.9}
_ASCII, _LETTER, _CAPITAL, _BEYOND, _PICTURE = 0.7, 0.72, 0.95, 1.05, 1.4
_ALPHABETS_END = 0x700  # Latin, Greek, Cyrillic, Hebrew and Arabic


@dataclass(frozen=True, slots=True)
class Label:
    """The text of one row, placed; lengths in design pixels from the left edge of the plot.

    Attributes:
        title: what the person wrote, shortened where there is no room.
        tail: what follows it in quiet, with the sign between them; may be empty.
        side: of the bar.
        left, right: the edges of its box.
    """

    title: str
    tail: str
    side: Side
    left: float
    right: float

    @property
    def anchor(self) -> float:
        """The edge that lies at the bar."""
        return self.right if self.side == "left" else self.left

    @property
    def towards(self) -> Literal["left", "right"]:
        """Which way the text runs from its anchor."""
        return "left" if self.side == "left" else "right"


def place_label(
    title: str,
    tails: Sequence[str],
    drawn: tuple[float, float],
    bar: tuple[float, float],
    width: float,
) -> Label:
    """Place the label of one row.

    The order of choices: right of all that is drawn with the longest tail, left of it, the same with a
    shorter tail, inside the bar; then the title alone; then cut to the widest of the three.

    Args:
        title: what the person wrote, on one line.
        tails: what to say after it, longest first; the last one is kept as long as anything is.
        drawn: left and right edge of everything drawn in the row.
        bar: left and right edge of the bar, inside ``drawn``.
        width: of the plot; all four edges lie in 0-``width``.
    """
    rooms: dict[Side, tuple[float, float]] = {
        "right": (drawn[1] + GAP, width),
        "left": (0.0, drawn[0] - ARROW),
        "inside": (bar[0] + GAP, bar[1] - GAP),
    }
    ends = [f"{BETWEEN}{tail}" for tail in tails if tail]
    beside: tuple[Side, ...] = ("right", "left")
    trials = [(end, side) for end in ends for side in beside]
    trials += [(end, "inside") for end in ends]
    trials += [("", side) for side in rooms]
    for tail, side in trials:
        needed = text_width(title + tail)
        if needed <= _size(rooms[side]):
            return _at(title, tail, side, rooms[side], needed)
    side = max(rooms, key=lambda one: _size(rooms[one]))
    tail = ends[-1] if ends else ""
    room = _size(rooms[side]) - text_width(tail)
    if room < _size(rooms[side]) / 2:
        tail, room = "", _size(rooms[side])
    cut = fitted(title, room)
    return _at(cut, tail, side, rooms[side], text_width(cut + tail))


def text_width(text: str, size: float = SIZE) -> float:
    """Return a width in pixels that a text of this font size will hardly exceed."""
    # A single character may stand for a whole phrase; taken apart it has its real width.
    return size * sum(map(_em, unicodedata.normalize("NFKC", text)))


def fitted(text: str, room: float, size: float = SIZE) -> str:
    """Return the text, or its beginning and an ellipsis, in at most ``room`` pixels; empty without room."""
    if text_width(text, size) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = text_width(text[:middle] + ELLIPSIS, size) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    while low and _joins(text, low):
        low -= 1
    cut = text[:low].rstrip(" ,;:.(-")
    return cut + ELLIPSIS if cut else ""


def _at(title: str, tail: str, side: Side, room: tuple[float, float], width: float) -> Label:
    left = room[1] - width if side == "left" else room[0]
    return Label(title, tail, side, left, left + width)


def _size(room: tuple[float, float]) -> float:
    return max(0.0, room[1] - room[0])


def _em(one: str) -> float:
    if one in _WIDTHS:
        return _WIDTHS[one]
    if one.isascii():
        return _ASCII
    if unicodedata.category(one) in ("Mn", "Me", "Cf"):
        return 0.0
    if ord(one) < _ALPHABETS_END:
        return _CAPITAL if one.isupper() else _LETTER
    return _PICTURE if ord(one) > 0xFFFF else _BEYOND


def _joins(text: str, place: int) -> bool:
    """Whether a cut at ``place`` would tear something apart that is drawn as one."""
    return (
        unicodedata.category(text[place]) in ("Mn", "Me", "Cf", "Sk") or text[place - 1] == "\u200d"
    )
