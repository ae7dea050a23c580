"""The charts of the interactive page: one plotly figure for each drawing of the report, in both themes."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from throughline import figures
from throughline.content.catalogue import Catalogue
from throughline.levers import find_way
from throughline.reports.material import Material
from throughline.reports.model import Report
from throughline.scoring import score

if TYPE_CHECKING:
    import plotly.graph_objects as go

Draw = Callable[[figures.Look], "go.Figure"]


@dataclass(frozen=True)
class Chart:
    """One figure in both themes; a ``wide`` one needs a desk, and its plain drawing serves a phone."""

    light: "go.Figure"
    dark: "go.Figure"
    wide: bool = False


def report_charts(report: Report, material: Material, catalogue: Catalogue) -> dict[str, Chart]:
    """Draw every drawing of a report again as a figure, from the same results.

    The key of a chart is its section and the kind of its drawing, such as "result-balance".
    """
    drawn = {
        f"{section.id}-{block.kind}"
        for section in report.sections
        for block in section.blocks
        if block.kind not in ("text", "table")
    }
    known = _figures(material, catalogue)
    looks = figures.Look("light"), figures.Look("dark")
    found = {}
    for name in sorted(drawn & known.keys()):
        light, dark = (known[name](look) for look in looks)
        found[name] = Chart(light, dark, wide=name == "goals-goals")
    return found


def charts_data(charts: Mapping[str, Chart]) -> str:
    """Write the figures as JSON that cannot end the element it stands in: every "<" is written as an escape."""
    data = {
        name: {"light": _figure(chart.light), "dark": _figure(chart.dark)}
        for name, chart in charts.items()
    }
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c")


def _figures(material: Material, catalogue: Catalogue) -> dict[str, Draw]:
    """How each chart is drawn; one whose result is missing is not asked for."""
    questions, wording, pay = catalogue.questionnaire, catalogue.wording, catalogue.compensation
    answers, numbers = material.answers, catalogue.model.numbers
    profile = score(answers, questions, catalogue.model)
    found: dict[str, Draw] = {
        "result-balance": lambda look: figures.balance_bar(profile, wording, look=look),
        "areas-rows": lambda look: figures.domains_now_wanted(
            profile, answers.wanted, questions, look=look
        ),
        "needs-rows": lambda look: figures.needs_now_target(answers, questions, numbers, look=look),
        "pay-pay": lambda look: figures.pay_mix(
            material.mixes, pay, look=look, symbol=material.symbol
        ),
        "pay-fan": lambda look: figures.pay_fan(
            material.fans, material.paths, pay, look=look, symbol=material.symbol
        ),
    }
    if (place := profile.place) is not None:
        found["result-map"] = lambda look: figures.place_map(place, wording, look=look)
    if (way := find_way(profile, answers, questions, numbers)) is not None:
        found["way-way"] = lambda look: figures.way_waterfall(way, questions, look=look)
    if (placement := material.placement) is not None:
        found["pay-strip"] = lambda look: figures.pay_market(placement, look=look)
    if any(goal.due and not goal.dropped for goal in material.goals):
        timeline = material.timeline
        found["goals-goals"] = lambda look: figures.goal_timeline(
            timeline, catalogue.goals, look=look
        )
    return found


def _figure(figure: Any) -> Any:
    return json.loads(figure.to_json())
