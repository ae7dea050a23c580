"""How sure pay is and when it comes: four areas around a cross, as large as the money in them."""

import math
from typing import TYPE_CHECKING, Any

from throughline.compensation.certainty import Certainty
from throughline.content.compensation import CELLS, Cell, CertaintyCell, CertaintyMap, Compensation
from throughline.figures.rows import above_plot
from throughline.figures.sketch import Sketch
from throughline.figures.style import Look, base_layout, percent, pl
from throughline.tables.pay import cell_of, chart_money

if TYPE_CHECKING:
    import plotly.graph_objects as go

HEIGHT = 300
ROOM = 0.62  # of the height of a cell; the rest holds its words


def pay_certainty(
    certainty: Certainty, content: Compensation, *, look: Look, symbol: str = ""
) -> "go.Figure":
    """Draw certain pay above and pay that can change (hatched) below, this year left and later right.

    Amounts carry the currency ``symbol``.

    Raises:
        ValueError: there is no pay to draw; show the empty state instead.
    """
    amounts = amounts_of(certainty)
    total, most = sum(amounts.values()), max(amounts.values())
    if not total:
        raise ValueError("a map of certainty needs pay")
    words = content.certainty
    layout = base_layout(look, look.px(HEIGHT), top=24)
    hidden = {"fixedrange": True, "visible": False, "range": [-1, 1]}
    rule = {"type": "line", "line": {"color": look.colours.quiet, "width": look.px(1)}}
    layout |= {"xaxis": hidden, "yaxis": hidden, "bargap": 0}
    layout["shapes"] = [
        rule | {"x0": 0, "x1": 0, "y0": -1, "y1": 1},
        rule | {"x0": -1, "x1": 1, "y0": 0, "y1": 0},
    ]
    layout["annotations"] = [
        above_plot(look, words.now, x=0),
        above_plot(look, words.later, x=1),
        *(
            _label(
                words,
                cell,
                f"{percent(amounts[cell.id] / total)} · {chart_money(amounts[cell.id], symbol)}",
                look,
            )
            for cell in words.cells
        ),
    ]
    figure = Sketch(layout)
    for cell in words.cells:
        size = math.sqrt(amounts[cell.id] / most)
        right, up = _side(cell)
        figure.add_bar(
            name=cell.name,
            x=[0],
            offset=[0.0 if right else round(-size, 4)],
            width=[round(size, 4)],
            y=[round(up * ROOM * size, 4)],
            marker={
                "color": look.colours.quiet,
                "pattern": {
                    "shape": "" if cell.sureness == "certain" else "/",
                    "fillmode": "replace",
                    "solidity": 0.35,
                    "size": look.px(8),
                },
                "line": {"color": look.colours.quiet, "width": look.px(1) if size else 0},
            },
            hoverinfo="skip",
        )
    return figure.figure()


def pay_certainty_alt(certainty: Certainty, content: Compensation) -> str:
    """Say the share of every cell."""
    amounts = amounts_of(certainty)
    total = sum(amounts.values())
    if not total:
        return content.empty["certainty"]
    cells = content.certainty.cells
    said = "; ".join(f"{cell.name.lower()}: {percent(amounts[cell.id] / total)}" for cell in cells)
    return f"Of a year's pay, {said}."


def amounts_of(certainty: Certainty) -> dict[Cell, float]:
    """Add up a year's pay by cell, in report currency."""
    found: dict[Cell, float] = dict.fromkeys(CELLS, 0.0)
    for piece in certainty.pieces:
        found[cell_of(piece)] += piece.amount
    return found


def _side(cell: CertaintyCell) -> tuple[bool, int]:
    """Whether a cell is on the right, and its direction from the middle line."""
    return cell.when == "later", 1 if cell.sureness == "certain" else -1


def _label(words: CertaintyMap, cell: CertaintyCell, amount: str, look: Look) -> dict[str, Any]:
    """Write how sure a cell is and how much is in it, in the outer corner of the cell."""
    right, up = _side(cell)
    sureness = words.certain if cell.sureness == "certain" else words.at_risk
    return {
        "x": 1 if right else -1,
        "y": up,
        "xanchor": "right" if right else "left",
        "yanchor": "top" if up > 0 else "bottom",
        "text": f"{pl(sureness)}<br><b>{pl(amount)}</b>",
        "align": "right" if right else "left",
        "showarrow": False,
        "borderpad": 0,
        "font": look.font(),
    }
