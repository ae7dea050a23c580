"""Every printed number of the worked five-year plan, from the file to the timeline."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from throughline.goals import both_horizons, push, read_goals, timeline_of
from throughline.goals.sequence import conflicts, sequence_of

EXAMPLE: dict[str, Any] = json.loads(
    Path(__file__).with_name("plan-example.json").read_text(encoding="utf-8")
)
EXPECTED: dict[str, Any] = EXAMPLE["expected"]
TODAY = datetime.date.fromisoformat(EXAMPLE["today"])
GOALS, ISSUES = read_goals(EXAMPLE["goals"], TODAY)
PLAN = timeline_of(GOALS, TODAY, EXAMPLE["free_hours"])


def test_the_plan_needs_nothing_put_right() -> None:
    assert ISSUES == ()
    assert len(GOALS) == len(EXAMPLE["goals"])


@pytest.mark.parametrize("id_", EXPECTED["status"])
def test_a_goal_stands_where_it_is_printed(id_: str) -> None:
    standing = PLAN.standings[id_]

    assert standing.status == EXPECTED["status"][id_]
    assert standing.days_late == EXPECTED["days_late"].get(id_, 0)
    assert f"{standing.expected:.1f}" == EXPECTED["expected_progress"][id_]


def test_the_short_term_goals_are_the_printed_ones() -> None:
    short = [one for one, standing in PLAN.standings.items() if standing.horizon == "short"]

    assert short == EXPECTED["short_term"]
    assert both_horizons(GOALS, TODAY, short_goal_box=False, written_box=False)


def test_earliest_starts_and_conflicts_are_the_printed_ones() -> None:
    assert {one: str(day) for one, day in PLAN.earliest.items()} == EXPECTED["earliest"]
    assert PLAN.conflicts == EXPECTED["conflicts"]


def test_slack_and_the_tightest_chain_are_the_printed_ones() -> None:
    assert PLAN.slack == EXPECTED["slack"]
    assert PLAN.chain is not None
    assert list(PLAN.chain.ids) == EXPECTED["chain"]
    assert PLAN.chain.free == EXPECTED["chain_free"]
    assert not PLAN.chain.critical


@pytest.mark.parametrize("first", ["g6", None])
def test_a_push_moves_one_goal_and_nothing_else(first: str | None) -> None:
    pushed = push(PLAN.sequence, first)
    moved = {
        after.id: [str(after.start), str(after.due)]
        for before, after in zip(GOALS, pushed, strict=True)
        if before != after
    }

    assert moved == EXPECTED["pushed"]
    assert conflicts(sequence_of(pushed)) == {}


@pytest.mark.parametrize("quarter", EXPECTED["load"])
def test_the_load_of_a_quarter_is_the_printed_one(quarter: str) -> None:
    loads = {f"{one.quarter.year} Q{one.quarter.number}": one.hours for one in PLAN.load}

    assert f"{loads[quarter]:.2f}" == EXPECTED["load"][quarter]


def test_the_five_years_begin_with_the_first_goal() -> None:
    assert [str(PLAN.window.first), str(PLAN.window.last)] == EXPECTED["window"]
    assert PLAN.outside == {}
    assert len(PLAN.load) == 20


def test_the_advice_is_the_printed_one() -> None:
    found = [[one.kind, list(one.goals), round(one.amount, 9)] for one in PLAN.advice]

    assert found == EXPECTED["advice"]
