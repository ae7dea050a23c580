"""The balances of several plan files in the order they were opened, each with its range."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from throughline.content.coach import CoachWords
from throughline.figures.rows import above_plot, at_row, below_plot, rows_above
from throughline.figures.sketch import Sketch
from throughline.figures.style import Look, shorten, value_axis
from throughline.plan_file.side_by_side import Side
from throughline.wording import half_up, percent_pair

if TYPE_CHECKING:
    import plotly.graph_objects as go

LABEL = 40


def balances_beside(sides: Sequence[Side], words: CoachWords, *, look: Look) -> "go.Figure":
    """Draw each balance as a dot on its 90 % range, cut at 0 and 100, from present to future.

    Args:
        sides: The files, drawn from the top in the order given; one without a balance says so.
        words: The words of the page.
        look: Theme and size.
    """
    said, colours = words.compare, look.colours
    layout = rows_above(
        look, [shorten(one.label, LABEL) for one in sides], top=40, bottom=44, right=8
    )
    known = {row: one.profile.balance for row, one in enumerate(sides) if one.profile.balance}
    layout["annotations"] += [
        above_plot(look, f"← {said['axis_present']}", x=0) | {"yshift": look.px(20)},
        above_plot(look, f"{said['axis_future']} →", x=1) | {"yshift": look.px(20)},
        below_plot(look, said["range"]),
        *(
            at_row(look, row, said["pending"], x=0, ref="x domain", quiet=True)
            for row in range(len(sides))
            if row not in known
        ),
    ]
    layout["xaxis"] = value_axis(look, -3, 103, {0: "0", 50: "even", 100: "100"})
    figure = Sketch(layout)
    for row, balance in known.items():
        figure.add_scatter(
            x=[round(_cut(balance.low), 2), round(_cut(balance.high), 2)],
            y=[row, row],
            mode="lines",
            line={"color": colours.ink, "width": look.px(3)},
            hoverinfo="skip",
            showlegend=False,
        )
    figure.add_scatter(
        x=[round(_cut(one.value), 2) for one in known.values()],
        y=list(known),
        mode="markers",
        marker={"symbol": "circle", "size": look.px(14), "color": colours.ink},
        customdata=[_pair(one.value) for one in known.values()],
        hovertemplate="%{customdata}<extra></extra>",
        showlegend=False,
    )
    return figure.figure()


def balances_beside_alt(sides: Sequence[Side], words: CoachWords) -> str:
    """Say every balance with its range, in the order the files were opened."""
    said = []
    for one in sides:
        balance = one.profile.balance
        if balance is None:
            said.append(words.compare["alt_pending"].format(label=one.label))
            continue
        present, future = percent_pair(balance.value)
        low, high = half_up(_cut(balance.low)), half_up(_cut(balance.high))
        said.append(
            words.compare["alt"].format(
                label=one.label, present=present, future=future, low=low, high=high
            )
        )
    return " ".join(said)


def _cut(value: float) -> float:
    return min(100.0, max(0.0, value))


def _pair(value: float) -> str:
    present, future = percent_pair(value)
    return f"{present} : {future}"
