"""The six present needs: how far each is met now, beside its target."""

from typing import TYPE_CHECKING

from throughline.answers import Answers
from throughline.content.constants import Constants
from throughline.content.questionnaire import Questionnaire
from throughline.figures.rows import at_row, ends_below, joined, rows_above, rows_beside
from throughline.figures.sketch import Sketch
from throughline.figures.style import Look, legend, out_of_ten, shorten, value_axis
from throughline.scoring.support import Support
from throughline.tables.plan import need_target
from throughline.tables.results import NOT_ANSWERED

if TYPE_CHECKING:
    import plotly.graph_objects as go

LABEL = 48


def needs_now_target(
    answers: Answers, questionnaire: Questionnaire, constants: Constants, *, look: Look
) -> "go.Figure":
    """Draw each need now and its target, 0 (not met) to 10 (fully met).

    A target the person chose is a diamond; one they left at the default is a circle. Both are hollow.
    """
    needs = questionnaire.of_kind("need")
    now = {row: answers.markers[n.id] for row, n in enumerate(needs) if answers.answered(n.id)}
    targets = [need_target(answers, need, constants) for need in needs]
    labels = [shorten(need.text, LABEL) for need in needs]
    # A low slide has no height for a label above each row, and the width for one beside it.
    if look.stage:
        layout = rows_beside(look, labels, top=40, bottom=28, right=8, left=290)
    else:
        layout = rows_above(look, labels, top=40, bottom=28, right=8)
    layout["xaxis"] = value_axis(look, -0.35, 10.35, {}, grid=False)
    layout["annotations"] = [
        *layout.get("annotations", []),
        *ends_below(look, "0, not met", "10, fully met"),
        *(
            at_row(look, row, NOT_ANSWERED, x=0, quiet=True)
            for row in range(len(needs))
            if row not in now
        ),
    ]
    figure = Sketch(
        layout | {"showlegend": True, "legend": legend(look, ["now", "target", "default"])}
    )
    x, y = joined(
        [(now[row], target[0]) if row in now else None for row, target in enumerate(targets)]
    )
    track_x, track_y = joined([(0.0, 10.0) if row in now else None for row in range(len(needs))])
    for line_x, line_y, colour, width in (
        (track_x, track_y, look.colours.rule, 1.5),
        (x, y, look.colours.present_pale, 7),
    ):
        figure.add_scatter(
            x=line_x,
            y=line_y,
            mode="lines",
            line={"color": colour, "width": look.px(width)},
            hoverinfo="skip",
            showlegend=False,
        )
    for name, symbol, chosen in (
        ("target", "diamond", True),
        ("default", "circle", False),
    ):
        own = {
            row: target
            for row, (target, by_person) in enumerate(targets)
            if by_person is chosen and row in now
        }
        figure.add_scatter(
            name=name,
            x=list(own.values()),
            y=list(own),
            mode="markers",
            marker={
                "symbol": symbol,
                "size": look.px(15),
                "color": look.colours.paper,
                "line": {"color": look.colours.ink, "width": look.px(2)},
            },
            customdata=[out_of_ten(target) for target in own.values()],
            hovertemplate=f"%{{customdata}}, {name}<extra></extra>",
            visible=bool(own),
        )
    figure.add_scatter(
        name="now",
        x=list(now.values()),
        y=list(now),
        mode="markers",
        marker={"symbol": "circle", "size": look.px(12), "color": look.colours.ink},
        customdata=[out_of_ten(level) for level in now.values()],
        hovertemplate="%{customdata} now<extra></extra>",
        legendrank=1,
    )
    return figure.figure()


def needs_now_target_alt(support: Support, questionnaire: Questionnaire) -> str:
    """Say the need met least and the one furthest from its target."""
    lowest = questionnaire.by_id[support.lowest].text
    if not support.gaps:
        return f"Every need is at its target; the one met least is “{lowest}”."
    gap = support.gaps[0]
    return (
        f"“{questionnaire.by_id[gap.id].text}” is furthest from its target: "
        f"{out_of_ten(gap.now)} of 10 now, {out_of_ten(gap.target)} wanted."
    )
