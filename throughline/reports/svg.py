"""The drawings that need lines, as pictures in the text of a web page: the map, and five years of pay."""

from collections.abc import Sequence
from html import escape

from throughline.reports.shapes import FanDrawing, FanPanel, MapDrawing

WIDTH, HEIGHT = 720, 170
LEFT, RIGHT, TOP, BOTTOM = 56, 34, 8, 24
SIDE, PAD = 320, 26


def fan_panel(one: FanDrawing, panel: FanPanel) -> str:
    """Return one package: its range as an area, the median as a line and what is expected as a dashed one."""
    right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM
    grid = "".join(
        f'<line class="rule" x1="{LEFT}" x2="{right}" y1="{_y(at)}" y2="{_y(at)}"/>'
        f'<text x="{LEFT - 8}" y="{_y(at) + 4}" text-anchor="end">{escape(said)}</text>'
        for at, said in one.ticks
    )
    last = len(one.years) - 1
    years = "".join(
        f'<text x="{_x(place / last)}" y="{bottom + 18}" text-anchor="middle">{year}</text>'
        for place, year in enumerate(one.years)
        if last
    )
    area = " ".join([*_points(panel.high), *reversed(_points(panel.low))])
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">{grid}{years}'
        f'<polygon class="band" points="{area}"/>'
        f'<polyline class="median" points="{" ".join(_points(panel.middle))}"/>'
        f'<polyline class="expected" points="{" ".join(_points(panel.expected))}"/></svg>'
    )


def place_map(one: MapDrawing) -> str:
    """Return the map as a square of four equal quarters, with the place and its error."""
    middle, end = SIDE / 2, SIDE - PAD
    x, y = _along(one.present), SIDE - _along(one.path)
    unit = _along(1) - _along(0)
    sides, heights = ((PAD + 8, "start"), (end - 8, "end")), (PAD + 18, end - 10)
    corners = [(at, down, anchor) for down in heights for at, anchor in sides]
    names = "".join(
        f'<text class="ink" x="{at}" y="{down}" text-anchor="{anchor}">{escape(name)}</text>'
        for name, (at, down, anchor) in zip(one.quarters, corners, strict=True)
    )
    across, up = (escape(axis) for axis in one.axes)
    return (
        f'<svg class="square" viewBox="0 0 {SIDE} {SIDE}" aria-hidden="true">'
        f'<rect class="ground" x="{PAD}" y="{PAD}" width="{SIDE - 2 * PAD}" height="{SIDE - 2 * PAD}"/>'
        f'<line class="rule" x1="{middle}" x2="{middle}" y1="{PAD}" y2="{end}"/>'
        f'<line class="rule" x1="{PAD}" x2="{end}" y1="{middle}" y2="{middle}"/>'
        f'<ellipse class="error" cx="{x:.1f}" cy="{y:.1f}" rx="{unit * one.present_error:.1f}" '
        f'ry="{unit * one.path_error:.1f}"/>'
        f'<path class="cross" d="M{x - 6:.1f} {y:.1f}h12M{x:.1f} {y - 6:.1f}v12"/>{names}'
        f'<text x="{PAD}" y="{PAD - 8}">↑ {up}</text>'
        f'<text x="{end}" y="{end + 18}" text-anchor="end">{across} →</text></svg>'
    )


def _points(line: Sequence[float]) -> list[str]:
    last = max(1, len(line) - 1)
    return [f"{_x(place / last)},{_y(height)}" for place, height in enumerate(line)]


def _x(share: float) -> float:
    return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)


def _y(share: float) -> float:
    return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)


def _along(value: float) -> float:
    """Place 0-10 inside the square; half a point is free at each edge."""
    return PAD + (value + 0.5) / 11 * (SIDE - 2 * PAD)
