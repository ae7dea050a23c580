"""The figures of a room as plain boxes of a web page, one block for each row."""

import math
from html import escape

from throughline.reports.shapes import RoomDrawing
from throughline.tables.room_rows import RoomRow

LARGEST = 20
"""Pixels across of the largest circle of a row."""


def room_drawing(one: RoomDrawing) -> str:
    """Return the rows with their key."""
    keys = [("upright", one.median), ("wish", one.wish)]
    key = "".join(
        f'<span><i class="sign {sign}"></i>{escape(name)}</span>' for sign, name in keys if name
    )
    return f'{"".join(map(_row, one.rows))}<div class="key">{key}</div>'


def _row(row: RoomRow) -> str:
    head = f'<span>{escape(row.label)}</span><span class="said">{escape(row.people)}</span>'
    if row.note and row.mark is None:
        return f'<div class="line">{head}<span class="quiet">{escape(row.note)}</span></div>'
    note = f'<span class="quiet">{escape(row.note)}</span>' if row.note else ""
    ends = "".join(f"<span>{escape(end)}</span>" for end in row.ends)
    ends = f'<div class="ends">{ends}</div>' if any(row.ends) else ""
    return f'<div class="line">{head}<div>{_track(row)}{ends}{note}</div><b>{escape(row.said)}</b></div>'


def _track(row: RoomRow) -> str:
    if row.bands:
        marks = (' class="chosen"' if third == row.chosen else "" for third in range(3))
        bands = "".join(
            f"<span{mark}>{escape(band)}</span>"
            for mark, band in zip(marks, row.bands, strict=True)
        )
        return f'<div class="bands">{bands}</div>'
    if row.fill is not None:
        fill = f'<i class="fill" style="width:{100 * row.fill:.2f}%"></i>'
        return f'<div class="track plain"><i class="whole"></i>{fill}</div>'
    if row.mark is None:
        return ""
    found = ""
    if row.span:
        low, high = (100 * end for end in row.span)
        found += f'<i class="range" style="left:{low:.2f}%;width:{high - low:.2f}%"></i>'
    found += f'<i class="median" style="left:{100 * row.mark:.2f}%"></i>'
    most = max((people for _, people in row.strip), default=1)
    for place, people in row.strip:
        left = f"left:{100 * place:.2f}%"
        if row.up_to:
            size = f"{LARGEST * math.sqrt(people / most):.0f}px"
            found += f'<i class="people" style="{left};width:{size};min-width:0;height:{size}"></i>'
            continue
        many, said = (" many", str(people)) if people > 1 else ("", "")
        found += f'<i class="people{many}" style="{left}">{said}</i>'
    if row.wish is not None:
        found += f'<i class="wish" style="left:{100 * row.wish:.2f}%"></i>'
    return f'<div class="track">{found}</div>'
