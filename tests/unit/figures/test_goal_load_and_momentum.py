"""The load of the plan and the months of the log by their data: what is drawn, said and refused."""

import datetime
import json
from typing import Any

import pytest

from tests.builders import DATA
from tests.unit.figures.test_goal_timeline import GOALS, PLAN, WORDS, contrast, fonts
from tests.unit.goals.plans import TODAY, goal
from throughline import figures
from throughline.content.journal import JournalContent
from throughline.content.reading import read_toml
from throughline.figures import Look
from throughline.figures.momentum import COLOURS, HATCH
from throughline.figures.style import DARK, LIGHT
from throughline.goals import timeline_of
from throughline.journal import Entry, LogMonths, momentum_by_month

JOURNAL = read_toml(DATA / "journal.toml", JournalContent)
LOOKS = [Look(), Look("dark"), Look(stage=True), Look("dark", stage=True)]


def log(*entries: tuple[Any, str]) -> LogMonths:
    """The months of some entries (kind and day)."""
    found = [
        Entry(f"e{place}", kind, datetime.date.fromisoformat(day), "x")
        for place, (kind, day) in enumerate(entries)
    ]
    return momentum_by_month(found, TODAY, JOURNAL)


LOG = log(("learning", "2026-11-02"), ("learning", "2026-11-20"), ("contact", "2026-03-01"))


def hours(figure: Any) -> dict[int, float]:
    """Place of each quarter that has a bar, and its hours."""
    return {x: y for t in figure.data if t.type == "bar" for x, y in zip(t.x, t.y, strict=True)}


# --- Hours a week


def test_each_quarter_with_hours_has_a_bar_and_those_above_the_free_hours_are_hatched() -> None:
    figure = figures.goal_load(PLAN, WORDS, look=Look())
    fits, above = (t for t in figure.data if t.type == "bar")

    assert hours(figure) == {x: round(one.hours, 2) for x, one in enumerate(PLAN.load) if one.hours}
    assert list(above.x) == [4, 5, 6, 7, 8]
    assert (fits.marker.pattern.shape, above.marker.pattern.shape) == ("", "/")


def test_the_free_hours_are_a_line_with_its_number() -> None:
    figure = figures.goal_load(PLAN, WORDS, look=Look())
    line = next(t for t in figure.data if t.type == "scatter")

    assert list(line.y) == [10, 10]
    assert line.name == "Your free hours: 10"
    assert line.showlegend


def test_exactly_the_free_hours_are_not_above_them() -> None:
    plan = timeline_of([goal("g", "2027-01-01", "2027-12-31", hours_week=0.1 + 0.2)], TODAY, 0.3)

    assert (
        len([t for t in figures.goal_load(plan, WORDS, look=Look()).data if t.type == "bar"]) == 1
    )
    assert "every quarter fits" in figures.goal_load_alt(plan, WORDS)


def test_without_free_hours_there_is_no_line_and_nothing_is_hatched() -> None:
    plan = timeline_of(GOALS, TODAY, None)
    figure = figures.goal_load(plan, WORDS, look=Look())

    assert [t.type for t in figure.data] == ["bar"]
    assert "free" not in figures.goal_load_alt(plan, WORDS)


def test_the_fullest_quarter_has_its_number_and_every_whole_year_its_name() -> None:
    figure = figures.goal_load(PLAN, WORDS, look=Look())

    assert [(n.x, n.text) for n in figure.layout.annotations[1:]] == [(5, "11")]
    assert list(figure.layout.xaxis.ticktext) == ["2027", "2028", "2029", "2030", "2031"]


def test_a_plan_without_hours_is_no_chart_but_a_sentence() -> None:
    for goals in ((), (goal("g", "2027-01-01", "2027-12-31"),)):
        plan = timeline_of(goals, TODAY, 5)
        with pytest.raises(ValueError, match="hours"):
            figures.goal_load(plan, WORDS, look=Look())
        assert figures.goal_load_alt(plan, WORDS) == WORDS.load["empty"]


def test_the_sentence_of_the_load_names_the_fullest_quarter() -> None:
    assert figures.goal_load_alt(PLAN, WORDS) == (
        "Hours a week by quarter, from Q4 2026 to Q3 2031. The fullest quarter is Q1 2028 with 11 "
        "hours a week. You have 10 free; 5 quarters take more."
    )


# --- The log


def test_each_kind_in_use_is_a_stack_of_twelve_months() -> None:
    figure = figures.momentum(LOG, JOURNAL, look=Look())

    assert {t.name: list(t.y) for t in figure.data} == {
        "Learning": [*[0] * 11, 2],
        "Contact": [0, 0, 0, 1, *[0] * 8],
    }
    assert figure.layout.barmode == "stack"
    assert len(figure.layout.xaxis.tickvals) == 12


def test_kinds_reach_three_to_one_and_hatches_tell_them_apart() -> None:
    assert tuple(HATCH) == tuple(JOURNAL.kinds)
    assert len(set(HATCH.values())) == len(HATCH)
    for own, colours in ((COLOURS["light"], LIGHT), (COLOURS["dark"], DARK)):
        assert own.keys() == HATCH.keys()
        assert all(contrast(colour, colours.paper) >= 3 for colour in own.values())


@pytest.mark.parametrize(
    ("month", "years"), [(11, ["2026"]), (12, ["2026"]), (6, ["2025", "2026"])]
)
def test_years_stand_under_months_that_do_not_touch(month: int, years: list[str]) -> None:
    today = datetime.date(2026, month, 20)
    found = momentum_by_month([Entry("e", "contact", today, "x")], today, JOURNAL)
    names = figures.momentum(found, JOURNAL, look=Look()).layout.xaxis.ticktext

    assert [name.partition("<br>")[2] for name in names if "<br>" in name] == years


def test_a_log_without_entries_is_no_chart_but_a_sentence() -> None:
    empty = log()

    with pytest.raises(ValueError, match="entry"):
        figures.momentum(empty, JOURNAL, look=Look())
    assert figures.momentum_alt(empty, JOURNAL) == "No entry from Dec 2025 to Nov 2026."


def test_the_sentence_of_the_log_names_the_kinds() -> None:
    assert "3 in all, 2 learning notes, 1 contact" in figures.momentum_alt(LOG, JOURNAL)


# --- Both


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_axes_are_fixed_and_texts_are_large_enough(look: Look) -> None:
    for figure in (
        figures.goal_load(PLAN, WORDS, look=look),
        figures.momentum(LOG, JOURNAL, look=look),
    ):
        for axis in (figure.layout.xaxis, figure.layout.yaxis):
            assert axis.fixedrange is True
            assert axis.range is not None
        assert figure.layout.uirevision == "fixed"
        assert min(fonts(figure.to_plotly_json())) >= look.px(12)
        assert len(figure.to_json()) < 8_000
        assert {trace.type for trace in figure.data} <= {"bar", "scatter"}


def test_one_entry_has_whole_numbers_on_its_axis() -> None:
    figure = figures.momentum(log(("contact", "2026-11-01")), JOURNAL, look=Look())

    assert list(figure.layout.yaxis.ticktext) == ["0", "1"]
    assert "NaN" not in json.dumps(figure.to_plotly_json(), default=list)
