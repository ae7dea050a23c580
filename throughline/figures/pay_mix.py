"""What pay is made of: one bar of 100 % for each package, six parts in the order of the article."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from throughline.compensation.run_rate import Mix
from throughline.content.compensation import Compensation, Part
from throughline.figures.rows import at_row
from throughline.figures.sketch import Sketch
from throughline.figures.style import Look, Theme, base_layout, legend, percent, pl
from throughline.tables.pay import chart_money
from throughline.wording import money

if TYPE_CHECKING:
    import plotly.graph_objects as go

ROW, KEY = 82, 72
BAR = 0.34
ENTRY = 106  # two columns on a phone
ROOM_PER_LETTER = 0.01
LABEL_FROM = 0.06  # a narrower part has its share in the table: on a phone the number would not fit

# Every colour reaches 3:1 on the page; the hatch tells the parts apart without it.
COLOURS: Mapping[Theme, Mapping[Part, str]] = {
    "light": {
        "salary": "#2F5D8C",
        "hourly": "#A85A22",
        "bonus": "#8A7512",
        "equity": "#7B4A8E",
        "benefits": "#3F7C8A",
        "retirement": "#5A5F66",
    },
    "dark": {
        "salary": "#8DB7E6",
        "hourly": "#E8A673",
        "bonus": "#D6C457",
        "equity": "#C9A2DB",
        "benefits": "#8CC4D1",
        "retirement": "#B3BAC2",
    },
}
HATCH: Mapping[Part, str] = {
    "salary": "",
    "hourly": "/",
    "bonus": ".",
    "equity": "x",
    "benefits": "\\",
    "retirement": "-",
}


def pay_mix(
    mixes: Mapping[str, Mix],
    content: Compensation,
    *,
    look: Look,
    equity: bool = True,
    symbol: str = "",
) -> "go.Figure":
    """Draw the parts of each package as shares of its total; both totals are always printed.

    Args:
        mixes: Package name -> a year of pay; one without pay keeps its row and says so.
        content: Names of the parts.
        look: Theme and size.
        equity: Whether shares count equity; False is the switch "leave equity out".
        symbol: Currency sign of the amounts.

    Raises:
        ValueError: no package has any pay to draw; show the empty state instead.
    """
    shares = {name: shares_of(one, equity=equity) for name, one in mixes.items()}
    drawn = [p for p in content.parts if any(share.get(p.id) for share in shares.values())]
    if not drawn:
        raise ValueError("a pay mix needs a package with pay")
    names = [part.name for part in drawn]
    layout = base_layout(look, look.px(ROW * len(mixes) + KEY), right=14, bottom=KEY)
    hidden = {"fixedrange": True, "visible": False}
    layout |= {"barmode": "stack", "showlegend": True}
    layout["legend"] = legend(look, names) | {"yref": "paper", "y": 0, "entrywidth": look.px(ENTRY)}
    layout["xaxis"] = hidden | {"range": [0, 1]}
    layout["yaxis"] = hidden | {"range": [len(mixes) - 0.5, -0.5]}
    layout["annotations"] = [
        note
        for row, (name, one) in enumerate(mixes.items())
        for note in _labels(row, name, one, shares[name], content, look, symbol)
    ]
    figure = Sketch(layout)
    for part in drawn:
        figure.add_bar(
            name=part.name,
            x=[round(share.get(part.id, 0.0), 4) for share in shares.values()],
            y=list(range(len(mixes))),
            orientation="h",
            width=BAR,
            marker=_marker(part.id, look),
            customdata=[
                f"{percent(share.get(part.id, 0.0))}, {pl(money(one.amounts[part.id], symbol))}"
                for share, one in zip(shares.values(), mixes.values(), strict=True)
            ],
            hovertemplate=f"{part.name}: %{{customdata}}<extra></extra>",
        )
    return figure.figure()


def pay_mix_alt(mixes: Mapping[str, Mix], content: Compensation, *, equity: bool = True) -> str:
    """Say the parts of each package, the largest first."""
    names = {part.id: part.name for part in content.parts}
    said = []
    for name, one in mixes.items():
        shares = shares_of(one, equity=equity)
        parts = sorted((p for p in shares if shares[p]), key=lambda p: -round(shares[p], 9))
        told = ", ".join(f"{names[part].lower()} {percent(shares[part])}" for part in parts)
        said.append(f"{name}: {told or content.texts['no_pay']}")
    counted = "" if equity else " Equity is left out."
    return f"{'; '.join(said)}.{counted}" if said else f"{content.empty['mix']}"


def shares_of(one: Mix, *, equity: bool) -> Mapping[Part, float]:
    """Shares of the total by part, 0-1, with or without equity; empty when there is nothing to share."""
    if equity:
        return one.shares if one.total else {}
    rest = one.total_without_equity
    kept = {part: amount for part, amount in one.amounts.items() if part != "equity"}
    return {part: amount / rest for part, amount in kept.items()} if rest else {}


def _marker(part: Part, look: Look) -> dict[str, Any]:
    paper = look.colours.paper
    pattern = {"shape": HATCH[part], "fillmode": "overlay", "fgcolor": paper, "fgopacity": 0.75}
    pattern |= {"solidity": 0.2, "size": look.px(8)}
    line = {"color": paper, "width": look.px(1.5)}
    return {"color": COLOURS[look.theme][part], "pattern": pattern, "line": line}


def _labels(
    row: int,
    name: str,
    one: Mix,
    shares: Mapping[Part, float],
    content: Compensation,
    look: Look,
    symbol: str,
) -> list[dict[str, Any]]:
    """Name and totals above the bar, shares below the parts that are wide enough."""
    above = {"yanchor": "bottom", "yshift": look.px(4)}
    top, bottom = row - BAR / 2, row + BAR / 2
    left = at_row(look, top, name, x=0, ref="x domain") | above
    template = content.texts["with_equity" if one.amounts["equity"] else "total"]
    both = (chart_money(one.total, symbol), chart_money(one.total_without_equity, symbol))
    totals = template.format(total=both[0], without=both[1])
    right = at_row(look, top, totals, x=1, ref="x domain") | above | {"xanchor": "right"}
    if not shares:
        note = at_row(look, row, content.texts["no_pay"], x=0, ref="x domain", quiet=True)
        return [left, note]
    notes, start = [left, right], 0.0
    names = {part.id: part.name for part in content.parts}
    for part, share in shares.items():
        if share >= LABEL_FROM:
            said = _said(names[part], share, look)
            label = at_row(look, bottom, said, x=round(start + share / 2, 4))
            notes.append(
                label
                | {"xanchor": "center", "yanchor": "top", "yshift": look.px(-4)}
                | {"font": look.font(12)}
            )
        start += share
    return notes


def _said(name: str, share: float, look: Look) -> str:
    """The share; on a stage with the name where there is room, as the key is read from far away."""
    both = f"{name} {percent(share)}"
    return both if look.stage and share > ROOM_PER_LETTER * len(both) else percent(share)
