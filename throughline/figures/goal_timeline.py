"""Five years of goals: one row each, lane by lane, with quarters on top, today, and what waits for what."""

import html
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from throughline.content.goals import Goals
from throughline.figures.goal_bars import DIAMOND, SMALL, Trace, bars, cuts, handles, strips
from throughline.figures.goal_frame import EDGE, LANES, NARROWEST, frame
from throughline.figures.goal_labels import Label, place_label
from throughline.figures.goal_lanes import Row, Scale, links_of, rows_of
from throughline.figures.goal_links import links
from throughline.figures.sketch import Sketch
from throughline.figures.style import Look, pl
from throughline.goals import Timeline
from throughline.goals.words import day_words

if TYPE_CHECKING:
    import plotly.graph_objects as go


def goal_timeline(timeline: Timeline, words: Goals, *, look: Look) -> "go.Figure":
    """Draw every dated goal of the window; a bar or a diamond carries the id of its goal.

    Args:
        timeline: The plan on a day.
        words: Names of lanes, statuses and marks.
        look: Theme and size.

    Raises:
        ValueError: no relevant goal has a due date; show the empty state instead.
    """
    if all(goal.due is None or goal.dropped for goal in timeline.goals.values()):
        raise ValueError("a timeline needs a goal with a due date")
    rows = rows_of(timeline, words)
    scale = Scale(timeline.window, NARROWEST - LANES - EDGE)
    labels = labels_of(rows, words, scale)
    data = [
        *strips(rows, words, look),
        *links(links_of(timeline, rows), rows, labels, scale, words, look),
        *bars(rows, timeline, words, look),
        *handles(rows, timeline, words, look),
        *cuts(rows, look),
        *_written(rows, labels, scale, look),
    ]
    return Sketch(frame(timeline, rows, scale, words, look), data).figure()


def goal_timeline_alt(timeline: Timeline, words: Goals) -> str:
    """Say how many goals there are of which kind and status, and the days shown."""
    rows = rows_of(timeline, words)
    kinds = Counter(row.goal.kind for row in rows)
    statuses = Counter(row.standing.status for row in rows)
    named = [
        words.summary["statuses"].format(count=statuses[status], name=one.name.lower())
        for status, one in words.statuses.items()
        if statuses[status]
    ]
    said = words.chart["alt"].format(
        goals=kinds["goal"],
        milestones=kinds["milestone"],
        start=day_words(timeline.window.first),
        end=day_words(timeline.window.last),
        lanes=len({row.goal.track for row in rows}),
        statuses=", ".join(named),
        today=day_words(timeline.today),
    )
    said = said.replace(" . ", " ")  # nothing lies in the window, so no status is named
    if timeline.undated:
        said += f" {words.chart['alt_undated'].format(count=len(timeline.undated))}"
    if timeline.conflicts:
        said += f" {words.chart['alt_conflicts'].format(count=len(timeline.conflicts))}"
    return said


def labels_of(rows: Sequence[Row], words: Goals, scale: Scale) -> tuple[Label, ...]:
    """Return the label of every row, in the same order: its title, its status and its due date."""
    return tuple(_label(row, words, scale) for row in rows)


def _label(row: Row, words: Goals, scale: Scale) -> Label:
    left, right = scale.px(row.span.first), scale.px(row.span.end)
    bar = (left, right)
    if row.milestone:
        middle = (left + right) / 2
        left, right = middle - DIAMOND / 2, middle + DIAMOND / 2
        bar = (middle, middle)
    if row.baseline:
        beside = SMALL / 2 if row.milestone else 0
        left = min(left, scale.px(row.baseline.first) - beside)
        right = max(right, scale.px(row.baseline.end) + beside)
    status = words.statuses[row.standing.status].name
    tails = (f"{status}, {day_words(row.goal.due)}", status)
    drawn = (max(0.0, left), min(scale.width, right))
    return place_label(" ".join(row.goal.title.split()), tails, drawn, bar, scale.width)


def _written(
    rows: Sequence[Row], labels: Sequence[Label], scale: Scale, look: Look
) -> Iterator[Trace]:
    """The labels as text, with a halo that keeps them clear of what runs below; light on a solid bar."""
    colours = look.colours
    halo = ", ".join([f"0 0 {look.px(3)}px {colours.paper}"] * 5)
    solid = [
        row.standing.status == "done" and label.side == "inside"
        for row, label in zip(rows, labels, strict=True)
    ]
    looks = (
        (False, look.font() | {"shadow": halo}),
        (True, look.font() | {"color": colours.paper}),
    )
    for inside, font in looks:
        shown = [(y, label) for y, label in enumerate(labels) if solid[y] == inside]
        if shown:
            yield {
                "type": "scatter",
                "mode": "text",
                "x": [scale.day(label.anchor).isoformat() for _, label in shown],
                "y": [y for y, _ in shown],
                "text": [_isolated(label, colours.quiet) for _, label in shown],
                "textposition": [f"middle {label.towards}" for _, label in shown],
                "textfont": font,
                "hoverinfo": "skip",
                "showlegend": False,
                "zorder": 5,
            }


def _isolated(label: Label, quiet: str) -> str:
    """The title between marks that keep writing from right to left away from the date after it."""
    title = f"\N{FIRST STRONG ISOLATE}{pl(label.title)}\N{POP DIRECTIONAL ISOLATE}"
    tail = html.escape(label.tail, quote=False)
    if label.side == "inside" or not tail:
        return title + tail
    return f"{title}<span style='color:{quiet}'>{tail}</span>"
