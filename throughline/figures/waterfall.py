"""The way from now to wanted: its exact parts by area, and one area's levers."""

from typing import TYPE_CHECKING

from throughline.content.questionnaire import Questionnaire
from throughline.figures.rows import above_plot, at_row, rows_above, rows_beside
from throughline.figures.sketch import Sketch
from throughline.figures.style import Look, points, shorten, value_axis
from throughline.levers import DomainGap, Lever, Way
from throughline.tables.formats import tenths
from throughline.tables.plan import KEEP, in_order, lever_words

if TYPE_CHECKING:
    import plotly.graph_objects as go

LABEL = 48


def way_waterfall(way: Way, questionnaire: Questionnaire, *, look: Look) -> "go.Figure":
    """Draw the way on the future scale, 0-100: now, one floating bar for each area with a target, wanted.

    Now is a solid bar in ink and wanted a hollow one, apart from the steps between them. A step
    towards the present is hatched, so that its direction does not hang on its colour.
    """
    starts, at = [], way.now
    for gap in way.domains:
        starts.append(at)
        at += gap.points
    sizes = [way.now, *(gap.points for gap in way.domains), way.wanted]
    bases = [0.0, *starts, 0.0]
    ends = [base + size for base, size in zip(bases, sizes, strict=True)]
    steps = [points(gap.points, decimals=1) for gap in way.domains]
    texts = [tenths(way.now), *steps, tenths(way.wanted)]
    names = [questionnaire.domain(gap.domain).short for gap in way.domains]
    labels = ["Now", *names, "Wanted"]
    colours = look.colours
    of_steps = [colours.present if gap.points < 0 else colours.future for gap in way.domains]

    layout = rows_beside(look, labels, top=28, bottom=24, right=44)
    layout["xaxis"] = value_axis(look, 0, 100, {0: "0", 50: "50", 100: "100"})
    layout["annotations"] = [
        above_plot(look, "future, 0-100 ▲", x=1),
        *(
            at_row(look, row, text, x=max(bases[row], ends[row])) | {"xshift": look.px(6)}
            for row, text in enumerate(texts)
        ),
    ]
    thin = {"color": colours.quiet, "width": look.px(1)}
    layout["shapes"] = [
        {"type": "line", "x0": end, "x1": end, "y0": row + 0.26, "y1": row + 0.74, "line": thin}
        for row, end in enumerate(round(end, 3) for end in ends[:-1])
    ]
    figure = Sketch(layout)
    figure.add_bar(
        x=[round(size, 3) for size in sizes],
        base=[round(base, 3) for base in bases],
        y=list(range(len(labels))),
        orientation="h",
        width=0.52,
        marker={
            "color": [colours.ink, *of_steps, colours.paper],
            "pattern": {
                "shape": ["/" if size < 0 else "" for size in sizes],
                "fillmode": "replace",
                "solidity": 0.4,
                "size": look.px(7),
            },
            "line": {"color": colours.ink, "width": [*([0] * (len(sizes) - 1)), look.px(2)]},
        },
        hoverinfo="skip",
    )
    return figure.figure()


def way_waterfall_alt(way: Way, questionnaire: Questionnaire) -> str:
    """Say both ends of the way and its largest part."""
    largest = max(way.domains, key=lambda gap: round(abs(gap.points), 9))
    if way.plan == "close":
        return f"Now {tenths(way.now)}, wanted {tenths(way.wanted)} of 100: close to the target."
    towards = "future" if way.gap > 0 else "present"
    return (
        f"From {tenths(way.now)} now to {tenths(way.wanted)} wanted, "
        f"{tenths(abs(way.gap))} points towards the {towards}; "
        f"the largest part is {questionnaire.domain(largest.domain).name}, "
        f"{points(largest.points, decimals=1)}."
    )


def lever_bars(gap: DomainGap, questionnaire: Questionnaire, *, look: Look) -> "go.Figure":
    """Draw one area's levers in points of the balance, moves first; what to keep is hatched and says so."""
    levers = in_order(gap)
    labels = [shorten(_label(lever, questionnaire), LABEL) for lever in levers]
    sizes = [round(lever.points, 3) for lever in levers]
    # Room for the numbers on the right, and a scale that never blows up a lever of nearly nothing.
    reach = max(0.5, *(abs(size) for size in sizes))
    below, above = min(sizes) < 0, max(sizes) > 0
    low = -1.05 * reach if below else 0.0
    high = reach * (above + 0.4 + 0.3 * (below and above))
    colours = look.colours

    layout = rows_above(look, labels, top=10, bottom=4, right=16)
    layout["xaxis"] = value_axis(look, low, high, {}, grid=False)
    layout["annotations"] += [
        at_row(look, row, _amount(lever), x=max(0.0, sizes[row])) | {"xshift": look.px(8)}
        for row, lever in enumerate(levers)
    ]
    figure = Sketch(layout | {"barcornerradius": look.px(3)})
    figure.add_bar(
        x=sizes,
        y=list(range(len(levers))),
        orientation="h",
        width=0.24,
        marker={
            "color": [
                colours.quiet if one.keep else colours.future if one.points > 0 else colours.present
                for one in levers
            ],
            "pattern": {
                "shape": ["/" if lever.keep else "" for lever in levers],
                "fillmode": "replace",
                "solidity": 0.4,
                "size": look.px(6),
            },
        },
        hoverinfo="skip",
    )
    return figure.figure()


def lever_bars_alt(gap: DomainGap, questionnaire: Questionnaire) -> str:
    """Say the area's part of the way and its largest move."""
    area = questionnaire.domain(gap.domain).name
    moves = [lever for lever in in_order(gap) if not lever.keep]
    if not moves or abs(gap.points) < 0.05:
        return f"{area}: at the target you chose."
    said = (
        f"{area}: {points(gap.points, decimals=1)} points of the way; the largest move, "
        f"{points(moves[0].points, decimals=1)}, is “{_label(moves[0], questionnaire)}”"
    )
    kept = len(gap.levers) - len(moves)
    return f"{said}; {kept} to keep." if kept else f"{said}."


def _label(lever: Lever, questionnaire: Questionnaire) -> str:
    question, towards = lever_words(lever, questionnaire)
    if lever.keep:
        return question
    is_statement = lever.kind == "slider" and questionnaire.by_id[lever.id].kind == "statement"
    return f"{towards.capitalize()}: {question}" if is_statement else f"{question}: {towards}"


def _amount(lever: Lever) -> str:
    amount = points(lever.points, decimals=1)
    return f"{KEEP} ({amount})" if lever.keep else amount
