"""The figures of a room as rows of one drawing: places from 0 to 1 on a line, before anything draws them."""

from dataclasses import dataclass

from throughline.content.catalogue import Catalogue
from throughline.tables.formats import out_of_ten, points, whole
from throughline.tables.room_counts import band_said, moves_said, people_said, share_said
from throughline.tables.room_words import (
    AXES,
    Group,
    room_ends,
    room_state,
    room_title,
    row_name,
    row_value,
)
from throughline.workshop.picture import BANDS, GroupFigure

SMALL_SHARE = 5
"""Percent of the people that is drawn like a single person."""


@dataclass(frozen=True, slots=True)
class RoomRow:
    """One line of a drawing; places run from 0 (left end) to 1.

    Attributes:
        label: what it is; ``said``: the number printed beside it; ``people``: n as printed.
        ends: names of both ends.
        strip: place and number of people, or percent of them, each rounded up, with ``up_to``.
        mark: the median (or the one number there is); ``wish``: what is wanted.
        span: a range.
        bands: texts of three equal bands in place of dots; ``chosen``: the one that is true, from 0.
        fill: length of a bar.
        note: words in place of a drawing.
    """

    label: str
    said: str = ""
    people: str = ""
    ends: tuple[str, str] = ("", "")
    strip: tuple[tuple[float, int], ...] = ()
    mark: float | None = None
    wish: float | None = None
    span: tuple[float, float] | None = None
    bands: tuple[str, str, str] | None = None
    chosen: int | None = None
    fill: float | None = None
    note: str = ""
    up_to: bool = False


def room_rows(group: Group, catalogue: Catalogue) -> tuple[RoomRow, ...]:
    """Return the rows of figures that are drawn together."""
    wishes = {one.subject: one for one in group if one.kind == "wanted"}
    with_now = any(one.kind == "domain" for one in group)
    rows: list[RoomRow] = []
    for figure in group:
        if with_now and figure.kind in ("wanted", "gap"):
            continue  # it stands in the row of its area
        wish = wishes.get(figure.subject) if figure.kind == "domain" else None
        rows += _rows(figure, catalogue, wish)
    return tuple(rows)


def _rows(
    figure: GroupFigure, catalogue: Catalogue, wish: GroupFigure | None
) -> tuple[RoomRow, ...]:
    labels = catalogue.room_pictures.labels
    title = room_title(figure, catalogue)
    if figure.state != "shown":
        return (RoomRow(title, note=room_state(figure, catalogue)),)
    people = people_said(figure, catalogue)
    if figure.kind in ("boxes", "fact", "pay", "steps", "map"):
        return _bars(figure, catalogue, people)
    ends = room_ends(figure, catalogue)
    if figure.kind == "scale":
        return (_scale(figure, title, people, ends),)
    if figure.kind == "gap":
        return (RoomRow(title, said=points(figure.mean or 0), people=people),)
    low, high = (
        (-10, 10) if figure.kind == "change" else (0, 100 if figure.kind == "balance" else 10)
    )

    def place(value: float) -> float:
        return round((value - low) / (high - low), 4)

    said, note = _said(figure), band_said(figure, catalogue)
    if figure.same is not None:
        note = labels["same"].format(same=out_of_ten(figure.same))
    bands = None
    if "low" in dict(figure.rows) and figure.kind in ("item", "domain", "balance"):
        first, middle, last = (share_said(figure, name, catalogue) for name in BANDS)
        bands = (first, middle, last)
    if figure.kind == "change" and figure.rows:
        bands = moves_said(figure, catalogue)
    range_ = None
    if figure.low is not None and figure.high is not None:
        range_ = (place(figure.low), place(figure.high))
    wanted = wish.median if wish and wish.state == "shown" else None
    return (
        RoomRow(
            title,
            said=said,
            people=people,
            ends=ends,
            strip=tuple((place(value), count) for value, count in figure.strip),
            mark=None if figure.median is None or figure.kind == "change" else place(figure.median),
            wish=None if wanted is None else place(wanted),
            span=range_,
            bands=bands,
            note=note,
            up_to=figure.up_to,
        ),
    )


def _said(figure: GroupFigure) -> str:
    if figure.median is None:
        return ""
    if figure.kind == "change":
        return points(figure.median, decimals=1).removesuffix(".0")
    return whole(figure.median) if figure.kind == "balance" else out_of_ten(figure.median)


def _bars(figure: GroupFigure, catalogue: Catalogue, people: str) -> tuple[RoomRow, ...]:
    labels = catalogue.room_pictures.labels
    in_thirds = figure.kind in ("boxes", "fact")
    of_map = 100.0 if figure.up_to else float(figure.n)
    top = {"pay": 100.0, "map": of_map}.get(figure.kind)
    most = top or max((value or 0 for _, value in figure.rows), default=0) or 1.0
    rows: list[RoomRow] = []
    for place, (name, value) in enumerate(figure.rows):
        if figure.kind == "map" and name in AXES:
            continue
        label = row_name(figure, name, catalogue)
        label = f"{place + 1}. {label}" if figure.kind == "steps" else label
        first = "" if rows else people
        if in_thirds and value is not None:
            thirds = (labels["few"], labels["half"], labels["most"])
            rows.append(RoomRow(label, people=first, bands=thirds, chosen=int(value)))
            continue
        said = row_value(figure, name, catalogue)
        fill = None if value is None or in_thirds else round(value / most, 4)
        rows.append(RoomRow(label, said=said, people=first, fill=fill))
    return tuple(rows)


def _scale(figure: GroupFigure, title: str, people: str, ends: tuple[str, str]) -> RoomRow:
    alpha, low, high = (figure.row(name) for name in ("alpha", "alpha.low", "alpha.high"))
    span = None if low is None or high is None else (max(0.0, low), min(1.0, high))
    return RoomRow(
        title,
        said="–" if alpha is None else f"{alpha:.2f}",
        people=people,
        ends=ends,
        mark=None if alpha is None else max(0.0, alpha),
        span=span,
    )
