"""What the sliders claim beside what the ticked boxes show, for every list the person has been through."""

from typing import TYPE_CHECKING

from throughline.content.questionnaire import Questionnaire
from throughline.figures.rows import above_plot, joined, rows_beside
from throughline.figures.sketch import Sketch
from throughline.figures.style import Look, legend, out_of_ten, value_axis
from throughline.scoring.profile import Profile

if TYPE_CHECKING:
    import plotly.graph_objects as go


def claim_vs_evidence(profile: Profile, questionnaire: Questionnaire, *, look: Look) -> "go.Figure":
    """Draw sliders and boxes of each reviewed area on one line, 0-10. Without a reviewed list it has no rows."""
    both = _both(profile)
    labels = [questionnaire.domain(domain).short for domain in both]
    rows = list(range(len(both)))
    layout = rows_beside(look, labels, top=62, bottom=24, right=16)
    layout["xaxis"] = value_axis(look, -0.35, 10.35, {0: "0", 5: "5", 10: "10"})
    layout["annotations"] = [
        above_plot(look, "← present", x=0),
        above_plot(look, "future →", x=1),
    ]
    figure = Sketch(layout | {"showlegend": True, "legend": legend(look, ["sliders", "boxes"])})
    x, y = joined([(round(slider, 3), round(boxes, 3)) for slider, boxes in both.values()])
    figure.add_scatter(
        x=x,
        y=y,
        mode="lines",
        line={"color": look.colours.quiet, "width": look.px(1.5)},
        hoverinfo="skip",
        showlegend=False,
    )
    # Boxes first and a little larger: where both agree, the square shows behind the circle.
    for name, symbol, size, which, colour in (
        ("boxes", "square", 15, 1, look.colours.future),
        ("sliders", "circle", 11, 0, look.colours.ink),
    ):
        figure.add_scatter(
            name=name,
            legendrank=1 + which,
            x=[round(pair[which], 3) for pair in both.values()],
            y=rows,
            mode="markers",
            marker={
                "symbol": symbol,
                "size": look.px(size),
                "color": colour,
                "line": {"color": look.colours.paper, "width": look.px(1.5)},
            },
            customdata=[out_of_ten(pair[which]) for pair in both.values()],
            hovertemplate=f"%{{customdata}} by the {name}<extra></extra>",
        )
    return figure.figure()


def claim_vs_evidence_alt(profile: Profile, questionnaire: Questionnaire) -> str:
    """Say in which area sliders and boxes differ most."""
    both = _both(profile)
    if not both:
        return "No list of boxes is reviewed yet."
    widest = max(both, key=lambda domain: round(abs(both[domain][0] - both[domain][1]), 9))
    slider, boxes = both[widest]
    return (
        f"Sliders and boxes differ most in {questionnaire.domain(widest).name}: "
        f"sliders {out_of_ten(slider)} of 10, boxes {out_of_ten(boxes)}."
    )


def _both(profile: Profile) -> dict[str, tuple[float, float]]:
    return {
        domain.id: (domain.slider, domain.evidence)
        for domain in profile.domains.values()
        if domain.slider is not None and domain.evidence is not None
    }
