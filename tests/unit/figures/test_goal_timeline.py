"""The five-year chart by its data: bars, diamonds, links, labels that never collide, and what is refused."""

import datetime
import itertools
import json
import math
from collections import Counter
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import DATA
from tests.property.test_goal_laws import NEAR, plans
from tests.unit.goals.plans import TODAY, day, goal, milestone
from throughline import figures
from throughline.content.goals import Goals
from throughline.content.reading import read_toml
from throughline.figures import Look
from throughline.figures.goal_bars import DAY
from throughline.figures.goal_colours import HUES, shade
from throughline.figures.goal_frame import EDGE, LANES, NARROWEST
from throughline.figures.goal_labels import fitted, place_label, text_width
from throughline.figures.goal_lanes import Link, Scale, links_of, rows_of
from throughline.figures.goal_links import elbow
from throughline.figures.goal_timeline import labels_of
from throughline.figures.style import DARK, LIGHT
from throughline.goals import Goal, Status, Timeline, read_goals, timeline_of
from throughline.goals.months import add_days

WORDS = read_toml(DATA / "goals.toml", Goals)
EXAMPLES = Path(__file__).resolve().parents[2] / "worked_examples"
WORKED = json.loads((EXAMPLES / "plan-example.json").read_text(encoding="utf-8"))
GOALS, _ = read_goals(WORKED["goals"], TODAY)
PLAN = timeline_of(GOALS, TODAY, 10)
PLOT = NARROWEST - LANES - EDGE
LOOKS = [Look(), Look("dark"), Look(stage=True), Look("dark", stage=True)]
DRAWN: tuple[Status, ...] = ("planned", "active", "at_risk", "overdue", "done")

examples = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def drawn(*goals: Goal, look: Look | None = None, start: str = "2026-10-01") -> Any:
    """The figure of a plan that begins in October 2026."""
    plan = timeline_of(goals, TODAY, None, day(start))
    return figures.goal_timeline(plan, WORDS, look=look or Look())


def bars(figure: Any) -> list[Any]:
    """The traces of goals, without strips."""
    return [trace for trace in figure.data if trace.type == "bar" and trace.customdata]


def marks(figure: Any) -> dict[str, tuple[str, Any]]:
    """Status and the day (or the first day and the length) of every bar and diamond."""
    found = {}
    for trace in figure.data:
        if trace.type == "bar" and trace.customdata:
            for id_, base, x in zip(trace.customdata, trace.base, trace.x, strict=True):
                found[id_] = (trace.name, (base, x))
        elif trace.customdata and str(trace.marker.symbol).startswith("diamond"):
            for id_, x in zip(trace.customdata, trace.x, strict=True):
                found[id_] = (trace.name, x)
    return found


def in_key(figure: Any, which: str | None = None) -> list[str]:
    """The names in a legend, in order."""
    return [t.name for t in figure.data if t.showlegend and t.legend == which]


def texts(figure: Any) -> list[str]:
    """Every label."""
    written = (t for t in figure.data if t.type == "scatter" and t.mode == "text")
    return [text for trace in written for text in trace.text]


def notes(figure: Any) -> list[str]:
    return [note.text for note in figure.layout.annotations]


def labels(plan: Timeline) -> Any:
    scale = Scale(plan.window, PLOT)
    rows = rows_of(plan, WORDS)
    return rows, labels_of(rows, WORDS, scale), scale


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_chart_asks_for_the_width_that_its_labels_were_placed_for(look: Look) -> None:
    layout = drawn(goal("g1", "2026-11-01", "2027-01-31"), look=look).layout

    assert layout.meta["least"] - layout.margin.l - layout.margin.r == look.px(PLOT)


# --- Bars and diamonds


def test_a_bar_is_as_long_as_its_days_with_the_last_one() -> None:
    found = marks(figures.goal_timeline(PLAN, WORDS, look=Look()))

    assert found.keys() == PLAN.goals.keys()
    for one in GOALS:
        if one.kind == "goal":
            assert one.start is not None
            assert one.due is not None
            days = (one.due - one.start).days + 1
            assert found[one.id][1] == (one.start.isoformat(), days * DAY)
        else:
            assert found[one.id][1] == f"{one.due}T12:00"


def test_every_mark_has_the_name_of_its_status() -> None:
    found = marks(figures.goal_timeline(PLAN, WORDS, look=Look()))

    for id_, status in WORKED["expected"]["status"].items():
        assert found[id_][0] == WORDS.statuses[status].name


def test_the_key_names_every_status_in_use_also_one_that_is_only_a_diamond() -> None:
    key = in_key(figures.goal_timeline(PLAN, WORDS, look=Look()))

    assert sorted(key) == sorted(WORDS.statuses[status].name for status in DRAWN)
    assert len(set(key)) == len(key)
    assert in_key(drawn(milestone("m", "2027-01-01"))) == [WORDS.statuses["planned"].name]


def test_the_key_of_the_marks_names_what_is_drawn() -> None:
    chart = WORDS.chart
    every = [chart[name] for name in ("milestone", "progress", "link", "conflict")]

    assert in_key(figures.goal_timeline(PLAN, WORDS, look=Look()), "legend2") == every
    assert in_key(drawn(goal("g", "2027-01-01", "2027-03-01")), "legend2") == []


def test_statuses_are_told_apart_without_colour() -> None:
    for look in (Look(), Look("dark")):
        hatches = Counter(shade(status, look).hatch for status in DRAWN)
        solid = [shade(status, look) for status in DRAWN if not shade(status, look).hatch]
        assert all(count == 1 for hatch, count in hatches.items() if hatch)
        assert [one.fill == one.edge for one in solid] == [False, True]


def test_every_edge_reaches_three_to_one_and_every_label_is_readable_on_its_fill() -> None:
    for look, colours in ((Look(), LIGHT), (Look("dark"), DARK)):
        for status in DRAWN:
            style = shade(status, look)
            assert contrast(style.edge, colours.paper) >= 3
            ink = colours.paper if status == "done" else colours.ink
            quiet = colours.paper if status == "done" else colours.quiet
            assert contrast(ink, style.fill) >= 4.5, status
            assert contrast(quiet, style.fill) >= 4.5, status
        near = HUES[look.theme]["pale"]
        assert contrast(colours.quiet, near) >= 4.5


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_what_is_dropped_undated_or_outside_is_not_drawn() -> None:
    figure = drawn(
        goal("here", "2027-01-01", "2027-06-01"),
        goal("gone", "2027-01-01", "2027-06-01", dropped=True),
        goal("open", "2027-01-01"),
        goal("past", "2020-01-01", "2020-06-01"),
        milestone("later", "2035-01-01"),
        goal("gone later", "2035-01-01", "2036-06-01", dropped=True),
    )

    assert marks(figure).keys() == {"here"}
    both = "1 lies before the days shown. 1 lies after the days shown. The list holds them all."
    assert both in notes(figure)


def test_a_bar_that_goes_on_is_cut_at_the_edge_and_has_an_arrow() -> None:
    figure = drawn(
        goal("both", "2020-01-01", "2040-01-01"), goal("right", "2030-01-01", "2040-01-01")
    )
    scattered = [t for t in figure.data if t.type == "scatter"]
    arrows = next(t for t in scattered if "triangle-left" in (t.marker.symbol or ()))
    window = timeline_of((), TODAY, None, day("2026-10-01")).window

    days = (window.last - window.first).days + 1
    assert marks(figure)["both"][1] == ("2026-10-01", days * DAY)
    assert list(arrows.marker.symbol) == ["triangle-left", "triangle-right", "triangle-right"]
    assert list(arrows.y) == [0, 0, 1]


def test_a_goal_that_ends_before_it_begins_is_one_day_long() -> None:
    assert marks(drawn(goal("g", "2028-01-01", "2027-01-01")))["g"][1] == ("2027-01-01", DAY)
    assert marks(drawn(goal("g", "", "2027-01-01")))["g"][1] == ("2027-01-01", DAY)


def test_a_short_bar_can_be_hit_by_a_finger() -> None:
    figure = drawn(
        goal("short", "2027-01-01", "2027-01-03"), goal("long", "2027-01-01", "2028-01-01")
    )
    handle = next(t for t in figure.data if t.marker.opacity == 0)

    assert list(handle.customdata) == ["short"]
    assert handle.marker.size >= 24


def test_lanes_stand_in_the_order_of_the_content_and_each_row_in_that_of_the_plan() -> None:
    figure = drawn(
        goal("i", "2027-01-01", "2027-06-01", track="income"),
        goal("p2", "2027-03-01", "2027-06-01", track="promotion"),
        goal("p1", "2027-01-01", "2027-06-01", track="promotion"),
    )
    rows = dict(zip(bars(figure)[0].customdata, bars(figure)[0].y, strict=True))

    assert rows == {"p2": 0, "p1": 1, "i": 2}
    lanes = [n for n in figure.layout.annotations if n.text in ("Promotion", "Income")]
    assert [(note.text, note.y) for note in lanes] == [("Promotion", 0), ("Income", 2)]


# --- Today, quarters and years


def test_today_has_a_line_and_a_flag_and_the_next_twelve_months_are_shaded() -> None:
    figure = figures.goal_timeline(PLAN, WORDS, look=Look())
    lines = [s for s in figure.layout.shapes if s.type == "line" and s.x0 == "2026-11-23"]
    end = add_days(TODAY, 366).isoformat()
    near = [s for s in figure.layout.shapes if (s.x0, s.x1) == ("2026-11-23", end)]

    assert len(lines) == len(near) == 1
    assert [n.x for n in figure.layout.annotations if n.text == "Today"] == ["2026-11-23"]
    assert WORDS.chart["near"] in notes(figure)


def test_a_window_without_today_has_no_line_and_no_flag() -> None:
    figure = drawn(goal("g", "2032-01-01", "2033-01-01"), start="2031-10-01")

    assert "Today" not in notes(figure)
    assert WORDS.chart["near"] not in notes(figure)


def test_five_years_have_twenty_quarters_and_every_year_is_named() -> None:
    figure = figures.goal_timeline(PLAN, WORDS, look=Look())

    assert list(figure.layout.xaxis.ticktext) == [
        "Q4",
        *["Q1", "Q2", "Q3", "Q4"] * 4,
        "Q1",
        "Q2",
        "Q3",
    ]
    assert [text for text in notes(figure) if text.isdigit()] == [str(y) for y in range(2026, 2032)]


@pytest.mark.parametrize("start", ["2026-12-01", "2026-11-15", "2027-01-31", "2027-03-01"])
def test_names_of_quarters_and_years_never_touch(start: str) -> None:
    figure = drawn(goal("g", "2027-06-01", "2028-01-01"), start=start)
    window = timeline_of((), TODAY, None, day(start)).window
    scale = Scale(window, PLOT)
    ticks = [scale.px(day(tick[:10])) for tick in figure.layout.xaxis.tickvals]
    assert all(b - a >= text_width("Q4", 12) for a, b in itertools.pairwise(ticks))
    edges = []
    for note in figure.layout.annotations:
        if note.text.isdigit():
            x, wide = scale.px(day(note.x)), text_width(note.text)
            edges.append((x - wide, x) if note.xanchor == "right" else (x, x + wide))
    assert all(a[1] <= b[0] + 4 for a, b in itertools.pairwise(edges))
    assert edges[-1][1] <= PLOT + EDGE


# --- Progress, first dates and links


def test_progress_and_the_first_date_are_thin_bars() -> None:
    one = goal("g", "2027-01-01", "2027-04-10", progress=50, baseline_due=day("2027-03-01"))
    figure = drawn(one)
    progress, baseline = (
        next(t for t in figure.data if t.name == WORDS.chart[name])
        for name in ("progress", "baseline")
    )

    assert (progress.base[0], progress.x[0]) == ("2027-01-01", 50 * DAY)
    assert (baseline.base[0], baseline.x[0]) == ("2027-01-01", 60 * DAY)
    assert max(progress.width, baseline.width) <= 0.2
    names = {t.name for t in drawn(replace(one, progress=0, baseline_due=one.due)).data}
    assert WORDS.chart["progress"] not in names
    assert WORDS.chart["baseline"] not in names


def test_a_goal_that_moved_as_a_whole_keeps_its_length_at_its_first_date() -> None:
    figure = drawn(goal("g", "2028-01-01", "2028-01-10", baseline_due=day("2027-06-30")))
    baseline = next(t for t in figure.data if t.name == WORDS.chart["baseline"])

    assert (baseline.base[0], baseline.x[0]) == ("2027-06-21", 10 * DAY)


@pytest.mark.parametrize("now", ["2027-01-01", "2028-01-01"])
def test_a_milestone_that_moved_has_a_small_diamond_on_its_first_date(now: str) -> None:
    figure = drawn(milestone("m", now, baseline_due=day("2027-06-30")))
    first = next(t for t in figure.data if t.name == WORDS.chart["baseline"])

    assert list(first.x) == ["2027-06-30T12:00"]
    assert first.showlegend
    assert first.customdata is None


def test_a_link_runs_from_an_end_to_a_beginning_and_a_broken_one_is_dotted() -> None:
    figure = figures.goal_timeline(PLAN, WORDS, look=Look())
    kept, broken = (
        next(t for t in figure.data if t.name == WORDS.chart[name]) for name in ("link", "conflict")
    )

    assert kept.line.dash is None
    assert broken.line.dash == "dot"
    assert sum(x is None for x in kept.x) + 1 == 6
    assert broken.x[0] == "2028-01-01"  # the day after m1
    assert broken.x[-1] == "2027-12-15"  # the first day of g6


@pytest.mark.parametrize("ends", ["2027-02-01", "2027-06-30", "2028-03-01"])
@pytest.mark.parametrize("first", [0, 2])
def test_a_link_turns_only_at_right_angles(ends: str, first: int) -> None:
    plan = timeline_of(
        [
            goal("a", "2027-01-01", ends if first == 0 else "2027-07-01"),
            goal("b", "2027-01-02", "2027-07-01"),
            goal("c", "2027-07-02", ends if first == 2 else "2028-01-01"),
        ],
        TODAY,
        None,
        day("2026-10-01"),
    )
    rows, placed, scale = labels(plan)
    corners = elbow(Link(first, 2 - first, broken=False), rows, placed, scale)

    assert corners[0] == (rows[first].span.end, first)
    assert corners[-1] == (rows[2 - first].span.first, 2 - first)
    for (x0, y0), (x1, y1) in itertools.pairwise(corners):
        assert x0 == x1 or y0 == y1


def test_goals_that_wait_in_a_circle_are_drawn_without_the_link_that_closes_it() -> None:
    plan = timeline_of(
        [
            goal("a", "2027-01-01", "2027-02-01", after=("b",)),
            goal("b", "2027-03-01", "2027-04-01", after=("a",)),
        ],
        TODAY,
    )

    assert len(links_of(plan, rows_of(plan, WORDS))) == 1
    assert len(marks(figures.goal_timeline(plan, WORDS, look=Look()))) == 2


# --- Labels


def test_a_label_stands_right_then_left_then_inside() -> None:
    tails = ("Planned, 1 Jan 2027", "Planned")
    assert place_label("Title", tails, (100, 200), (100, 200), 680).side == "right"
    assert place_label("Title", tails, (500, 600), (500, 600), 680).side == "left"
    assert place_label("Title", tails, (20, 660), (20, 660), 680).side == "inside"


def test_a_label_without_room_keeps_its_status_and_is_cut_with_an_ellipsis() -> None:
    label = place_label("w" * 200, ("Planned, 1 Jan 2027", "Planned"), (300, 330), (300, 330), 680)

    assert label.title.endswith("…")
    assert label.tail.endswith("Planned")


@pytest.mark.parametrize(
    "text", ["", "a", "Finish", "名字を覚える", "👩‍👩‍👧‍👦" * 9, "e\u0301" * 40, "ﷺ" * 9]
)
@pytest.mark.parametrize("room", [0, 5, 40, 200, 2_000])
def test_a_fitted_text_is_never_wider_than_its_room(text: str, room: float) -> None:
    cut = fitted(text, room)

    assert text_width(cut) <= room
    assert cut in {text, ""} or cut.endswith("…")
    assert "\u200d…" not in cut


def test_a_title_is_text_whatever_it_holds() -> None:
    title = "<a href='https://x.example'>press</a> & <b>bold</b>"
    figure = drawn(goal("g", "2027-01-01", "2027-06-01", title=title))
    said = json.dumps(figure.to_plotly_json(), default=list)

    assert "<a" not in said
    assert "&lt;a href=" in texts(figure)[0]
    assert "&amp; &lt;b&gt;" in texts(figure)[0]
    assert all("&lt;a" in hover for hover in bars(figure)[0].hovertext)


def test_writing_from_right_to_left_is_isolated_from_the_date() -> None:
    title = "לסיים את התואר\u202e"
    text = texts(drawn(goal("g", "2027-01-01", "2027-06-01", title=title)))[0]

    assert text.startswith("\u2068לסיים את התואר\u2069<span")
    assert "1 Jun 2027" in text


def test_a_title_of_two_hundred_characters_is_whole_in_the_hover() -> None:
    title = "A very long title " * 11
    figure = drawn(goal("g", "2027-01-01", "2027-06-01", title=title))
    hover = bars(figure)[0].hovertext[0].replace("<b>", "").replace("</b>", "").replace("<br>", " ")

    assert "…" in texts(figure)[0]
    assert title.strip() in hover


@examples
@given(plans(acyclic=False), NEAR, st.none() | NEAR)
def test_labels_never_overlap_what_is_drawn_and_never_leave_the_plot(
    goals: tuple[Goal, ...], today: datetime.date, start: datetime.date | None
) -> None:
    plan = timeline_of(goals, today, None, start)
    rows, placed, scale = labels(plan)

    for row, label in zip(rows, placed, strict=True):
        left, right = scale.px(row.span.first), scale.px(row.span.end)
        assert 0 <= label.left <= label.right <= PLOT + 1e-6
        assert label.title
        if label.side == "inside":
            assert left < label.left <= label.right < right
        else:
            assert label.left > right or label.right < left
        assert label.right - label.left >= text_width(label.title + label.tail) - 1e-6


@examples
@given(plans(acyclic=False), NEAR, st.none() | NEAR)
def test_any_plan_is_drawn_with_legal_marks(
    goals: tuple[Goal, ...], today: datetime.date, start: datetime.date | None
) -> None:
    plan = timeline_of(goals, today, None, start)
    before = deepcopy(goals)
    if all(one.due is None or one.dropped for one in goals):
        with pytest.raises(ValueError, match="due date"):
            figures.goal_timeline(plan, WORDS, look=Look())
        return
    figure = figures.goal_timeline(plan, WORDS, look=Look())
    found = marks(figure)

    rows = rows_of(plan, WORDS)
    assert found.keys() == {row.goal.id for row in rows}
    for trace in figure.data:
        assert trace.type in ("bar", "scatter")
        if trace.type == "bar":
            assert all(math.isfinite(x) and x >= DAY for x in trace.x)
            assert all(day(base) >= plan.window.first for base in trace.base)
            assert len(trace.base) == len(trace.x) == len(trace.y)
    sentence = figures.goal_timeline_alt(plan, WORDS)
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert ".." not in sentence
    assert goals == before


# --- The whole


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_axes_are_fixed_and_the_height_grows_by_the_row(look: Look) -> None:
    many = [goal(f"g{n}", "2027-01-01", "2027-06-01") for n in range(40)]
    one, forty = (drawn(*some, look=look) for some in (many[:1], many))

    for axis in (forty.layout.xaxis, forty.layout.yaxis):
        assert axis.fixedrange is True
        assert axis.range is not None
        assert axis.automargin is not True
    assert forty.layout.xaxis.type == "date"
    assert forty.layout.width is None
    assert forty.layout.height - one.layout.height == 39 * look.px(34)


def test_on_a_stage_no_text_is_under_24_pixels() -> None:
    figure = figures.goal_timeline(PLAN, WORDS, look=Look(stage=True))

    assert min(fonts(figure.to_plotly_json())) >= 24


def fonts(spec: Any) -> list[float]:
    if isinstance(spec, dict):
        own = [value["size"] for key, value in spec.items() if key.endswith("font")]
        return own + [size for value in spec.values() for size in fonts(value)]
    if isinstance(spec, list | tuple):
        return [size for value in spec for size in fonts(value)]
    return []


def test_the_worked_plan_is_small_to_send_and_three_hundred_goals_are_drawn() -> None:
    many = [
        goal(f"g{n}", "2027-01-01", "2027-06-01", after=(f"g{n - 1}",) if n else ())
        for n in range(300)
    ]

    assert len(figures.goal_timeline(PLAN, WORDS, look=Look()).to_json()) < 20_000
    figure = drawn(*many)
    assert len(marks(figure)) == len(texts(figure)) == 300
    assert len(figure.to_json()) < 300_000


def test_every_call_returns_a_fresh_equal_figure() -> None:
    first, second = (figures.goal_timeline(PLAN, WORDS, look=Look()) for _ in range(2))

    assert first is not second
    assert first == second


def test_a_plan_without_a_due_date_is_no_chart_and_has_a_sentence() -> None:
    for goals in ((), (goal("g", "2027-01-01"),), (goal("g", "", "2027-01-01", dropped=True),)):
        plan = timeline_of(goals, TODAY)
        with pytest.raises(ValueError, match="due date"):
            figures.goal_timeline(plan, WORDS, look=Look())
        assert figures.goal_timeline_alt(plan, WORDS).startswith("Timeline of 0 goals")


def test_a_plan_that_lies_outside_is_an_empty_frame_that_says_so() -> None:
    figure = drawn(goal("g", "2035-01-01", "2036-01-01"))

    assert marks(figure) == {}
    assert any("1 lies after" in text for text in notes(figure))
    assert figure.layout.height >= 100


def test_the_sentence_names_counts_statuses_and_days() -> None:
    said = figures.goal_timeline_alt(PLAN, WORDS)

    assert said.startswith("Timeline of 6 goals and 3 milestones from 1 Oct 2026 to 30 Sep 2031")
    assert "5 planned, 1 under way, 1 needs a look, 1 past its date, 1 done. Today" in said
    assert "23 Nov 2026" in said
