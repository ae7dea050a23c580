"""The seven areas: where each is now, and where the person wants it to be."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from throughline.content.questionnaire import Questionnaire
from throughline.figures.rows import (
    above_plot,
    at_row,
    below_plot,
    joined,
    right_of_rows,
    rows_beside,
)
from throughline.figures.sketch import Sketch
from throughline.figures.style import Look, legend, out_of_ten, points, value_axis
from throughline.scoring.profile import Profile
from throughline.tables.results import NO_SCORE

if TYPE_CHECKING:
    import plotly.graph_objects as go


def domains_now_wanted(
    profile: Profile, wanted: Mapping[str, float], questionnaire: Questionnaire, *, look: Look
) -> "go.Figure":
    """Draw each area now (± one standard error, cut at 0 and 10) and wanted, from present to future.

    Args:
        profile: A result; an area without a score keeps its row and says so.
        wanted: Area id -> where it is wanted, 0-10.
        questionnaire: Names of the areas.
        look: Theme and size.
    """
    domains = list(profile.domains.values())
    scored = {row: d for row, d in enumerate(domains) if d.score is not None}
    goals = {row: wanted[d.id] for row, d in scored.items() if d.id in wanted}
    pairs = [
        (round(d.score or 0.0, 3), goals[row]) if row in goals else None
        for row, d in enumerate(domains)
    ]
    labels = [questionnaire.domain(d.id).short for d in domains]
    colours = look.colours
    layout = rows_beside(look, labels, top=62, bottom=44, right=54)
    layout["annotations"] = [
        above_plot(look, "← present", x=0),
        above_plot(look, "future →", x=1),
        below_plot(look, "thin line: ± 1 standard error"),
        *(
            at_row(look, row, NO_SCORE, x=0, quiet=True) | {"xshift": look.px(6)}
            for row in range(len(domains))
            if row not in scored
        ),
    ]
    if goals:
        gaps = {row: points(10 * (goal - (domains[row].score or 0))) for row, goal in goals.items()}
        layout["annotations"] += right_of_rows(look, gaps, "points")
    layout["xaxis"] = value_axis(look, -0.35, 10.35, {0: "0", 5: "5", 10: "10"})
    figure = Sketch(layout | {"showlegend": True, "legend": legend(look, ["now", "wanted"])})
    x, y = joined(pairs)
    figure.add_scatter(
        x=x,
        y=y,
        mode="lines",
        line={"color": colours.rule, "width": look.px(7)},
        hoverinfo="skip",
        showlegend=False,
    )
    figure.add_scatter(
        name="wanted",
        legendrank=2,
        x=list(goals.values()),
        y=list(goals),
        mode="markers",
        marker={
            "symbol": "diamond",
            "size": look.px(15),
            "color": colours.paper,
            "line": {"color": colours.ink, "width": look.px(2)},
        },
        customdata=[out_of_ten(goal) for goal in goals.values()],
        hovertemplate="%{customdata} wanted<extra></extra>",
        visible=bool(goals),
    )
    # Drawn last and smaller: where both agree, the dot shows inside the diamond.
    figure.add_scatter(
        name="now",
        legendrank=1,
        x=[round(d.score or 0.0, 3) for d in scored.values()],
        y=list(scored),
        mode="markers",
        marker={"symbol": "circle", "size": look.px(12), "color": colours.ink},
        error_x={
            "type": "data",
            "symmetric": False,
            "array": [round(min(d.se or 0.0, 10 - (d.score or 0.0)), 3) for d in scored.values()],
            "arrayminus": [round(min(d.se or 0.0, d.score or 0.0), 3) for d in scored.values()],
            "color": colours.ink,
            "thickness": look.px(1.25),
            "width": look.px(3),
        },
        customdata=[out_of_ten(d.score or 0.0) for d in scored.values()],
        hovertemplate="%{customdata} now<extra></extra>",
    )
    return figure.figure()


def domains_now_wanted_alt(
    profile: Profile, wanted: Mapping[str, float], questionnaire: Questionnaire
) -> str:
    """Say which area is furthest from its target; without targets, which areas are at the ends."""
    scores = {d.id: d.score for d in profile.domains.values() if d.score is not None}
    if not scores:
        return "No area has enough answers yet."
    names = {one: questionnaire.domain(one).name for one in scores}
    goals = {one: wanted[one] for one in scores if one in wanted}
    if not goals:
        first = min(scores, key=lambda one: scores[one])
        last = max(scores, key=lambda one: scores[one])
        return (
            f"Nearest to the present is {names[first]}, {out_of_ten(scores[first])} of 10; "
            f"nearest to the future is {names[last]}, {out_of_ten(scores[last])}."
        )
    widest = max(goals, key=lambda one: round(abs(goals[one] - scores[one]), 9))
    if abs(goals[widest] - scores[widest]) < 0.05:
        return "Every area is at the target you chose."
    return (
        f"The widest way is in {names[widest]}: {out_of_ten(scores[widest])} of 10 now, "
        f"{out_of_ten(goals[widest])} wanted."
    )
