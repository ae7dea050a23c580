"""The drawings of a report as plain boxes of a web page: no script and no picture, so they fit a phone and print."""

from collections.abc import Mapping
from html import escape

from throughline.reports.room_html import room_drawing
from throughline.reports.shapes import (
    BalanceDrawing,
    Drawing,
    FanDrawing,
    GoalLine,
    GoalsDrawing,
    MapDrawing,
    PayDrawing,
    RoomDrawing,
    Row,
    RowsDrawing,
    StripDrawing,
    WayDrawing,
)
from throughline.reports.svg import fan_panel, place_map

LONG_LABEL = 22


def drawing(one: Drawing) -> str:
    """Return a drawing; a screen reader gets its sentence, and the table below holds its numbers."""
    inside, kind = _inside(one)
    return f'<div class="draw {kind}" role="img" aria-label="{escape(one.alt)}">{inside}</div>'


def _inside(one: Drawing) -> tuple[str, str]:
    kind = ""
    match one:
        case BalanceDrawing():
            found = _balance(one)
        case MapDrawing():
            found, kind = f"{place_map(one)}{_key({'cross': one.mark})}", "map"
        case RowsDrawing():
            found, kind = _rows(one), "long" if _longest(one) > LONG_LABEL else ""
        case WayDrawing():
            found = _way(one)
        case PayDrawing():
            found = _pay(one)
        case FanDrawing():
            found = _fan(one)
        case StripDrawing():
            found, kind = _strip(one), "strip"
        case RoomDrawing():
            found, kind = room_drawing(one), "room"
        case GoalsDrawing():
            found, kind = _goals(one), "goals"
    return found, kind


def _balance(one: BalanceDrawing) -> str:
    left, right = (escape(pole) for pole in one.poles)
    ranges = _place("err", one.low, one.high, "border-top-width:5px")
    if one.least is not None and one.most is not None:
        ranges = _place("err", one.least, one.most) + ranges
    return (
        f'<div class="poles"><span><b>{one.present}</b> {left}</span>'
        f"<span>{right} <b>{one.future}</b></span></div>"
        f'<div class="bar">{_wide("p2", one.split)}{_wide("p0", 100 - one.split)}</div>'
        f'<div class="track">{ranges}</div>{_key({"thick": one.range_text, "err": one.open_text})}'
    )


def _rows(one: RowsDrawing) -> str:
    lines = "".join(
        _line(row.label, _now_and_wanted(row), f"<b>{escape(row.said)}</b>") for row in one.rows
    )
    wishes = [row.chosen for row in one.rows if row.wanted is not None]
    signs = [
        "now",
        *(["wish"] if True in wishes else []),
        *(["wish usual"] if False in wishes else []),
    ]
    return f"{lines}{_ends(one.ends)}{_key(dict(zip([*signs, 'err'], one.names, strict=False)))}"


def _now_and_wanted(row: Row) -> str:
    if row.now is None:
        return ""
    found = ""
    if row.wanted is not None:
        low, high = sorted((10 * row.now, 10 * row.wanted))
        usual = "" if row.chosen else " usual"
        found = _place("span", low, high) + _mark(f"wish{usual}", 10 * row.wanted)
    if row.error:
        low, high = max(0.0, row.now - row.error), min(10.0, row.now + row.error)
        found += _place("err", 10 * low, 10 * high)
    return found + _mark("now", 10 * row.now)


def _way(one: WayDrawing) -> str:
    lines = []
    for step in one.steps:
        low, high = sorted((step.start, step.end))
        kind = "whole" if step.whole else "back" if step.end < step.start else ""
        lines.append(
            _line(step.label, _place(f"step {kind}", low, high), f"<b>{escape(step.said)}</b>")
        )
    return f"{''.join(lines)}{_ends(one.ends)}"


def _pay(one: PayDrawing) -> str:
    found = []
    for bar in one.bars:
        parts = "".join(_wide(f"p{part.place}", 100 * part.share) for part in bar.parts)
        key = "".join(
            f'<span><i class="swatch p{part.place}"></i>{escape(part.name)} <b>{escape(part.said)}</b></span>'
            for part in bar.parts
        )
        drawn = f'<div class="bar">{parts}</div>' if parts else f"<p>{escape(one.empty)}</p>"
        head = f"<div><b>{escape(bar.name)}</b> {escape(bar.total)}</div>"
        found.append(f'{head}{drawn}<div class="key">{key}</div>')
    return "".join(found)


def _fan(one: FanDrawing) -> str:
    panels = "".join(
        f'<div class="package"><b>{escape(panel.name)}</b> {escape(panel.said)}</div>'
        f"{fan_panel(one, panel)}"
        for panel in one.panels
    )
    band, median, expected = one.names
    return f"{panels}{_key({'band': band, 'thick': median, 'dashed': expected})}"


def _strip(one: StripDrawing) -> str:
    last = len(one.points) - 1
    cells = "".join(f'<i class="cell{" mid" if 0 < n < last else ""}"></i>' for n in range(last))
    points = "".join(
        f'<span style="left:{8 + 84 * place / last:.2f}%">{escape(name)}<br>{escape(amount)}</span>'
        for place, (name, amount) in enumerate(one.points)
    )
    return (
        f'<div class="package"><b>{escape(one.title)}</b> {escape(one.said)}</div>'
        f'<div class="wages">{cells}{_mark("mark own", 100 * one.at)}</div><div class="points">{points}</div>'
    )


def _goals(one: GoalsDrawing) -> str:
    years = "".join(f"<span>{year}</span>" for year in one.years)
    lines = [_line("", f'<div class="years">{years}</div>', "", track=False)]
    today = _mark("today", 100 * one.today)
    for goal in one.lines:
        label = f'{escape(goal.title)} <small class="said">{escape(goal.said)}</small>'
        lines.append(_line(label, today + _goal(goal), "", raw=True))
    return f"{''.join(lines)}{_key({'today': one.today_text})}"


def _goal(goal: GoalLine) -> str:
    if goal.milestone:
        return _mark("mark", 100 * goal.start)
    done = goal.start + (goal.end - goal.start) * goal.progress
    past = " past" if goal.quiet else ""
    before = _place("before", 100 * goal.first[0], 100 * goal.first[1]) if goal.first else ""
    bar = before + _place(f"goal{past}", 100 * goal.start, 100 * goal.end, "min-width:4px")
    return bar + _place("part", 100 * goal.start, 100 * done)


def _line(label: str, inside: str, said: str, *, raw: bool = False, track: bool = True) -> str:
    name = label if raw else escape(label)
    drawn = f'<div class="track">{inside}</div>' if track else inside
    return f'<div class="row"><span>{name}</span>{drawn}{said}</div>'


def _ends(ends: tuple[str, str]) -> str:
    return (
        f'<div class="ends in"><span>{escape(ends[0])}</span><span>{escape(ends[1])}</span></div>'
    )


def _key(names: Mapping[str, str]) -> str:
    """Return a key: the class of each sign and what it is; what has no name is not drawn."""
    signs = (
        f'<span><i class="sign {sign}"></i>{escape(name)}</span>'
        for sign, name in names.items()
        if name
    )
    return f'<div class="key">{"".join(signs)}</div>'


def _place(kind: str, low: float, high: float, more: str = "") -> str:
    return f'<i class="{kind.strip()}" style="left:{low:.2f}%;width:{high - low:.2f}%;{more}"></i>'


def _mark(kind: str, at: float) -> str:
    return f'<i class="{kind}" style="left:{at:.2f}%"></i>'


def _wide(kind: str, share: float) -> str:
    return f'<i class="{kind}" style="width:{share:.2f}%"></i>'


def _longest(one: RowsDrawing) -> int:
    return max(len(row.label) for row in one.rows)
