"""A step or an action becomes a goal that the timeline can read, whatever its date and its links are."""

import datetime
from typing import Literal, get_args

import pytest

from tests.builders import DATA, DOMAINS, HABITS, NEEDS
from throughline.actions import Action, goal_from_action, goal_from_step
from throughline.content.actions import ActionContent
from throughline.content.reading import read_toml
from throughline.goals import as_record, read_goal
from throughline.goals.goal import Kind

CONTENT = read_toml(DATA / "actions.toml", ActionContent)
TODAY = datetime.date(2026, 3, 31)
DAYS = [None, TODAY, TODAY.replace(year=2027), TODAY.replace(year=2025), TODAY.replace(year=2099)]
EVERY_KIND = pytest.mark.parametrize("kind", get_args(Kind))


@EVERY_KIND
@pytest.mark.parametrize("due", DAYS, ids=str)
@pytest.mark.parametrize("link", [*HABITS, *DOMAINS, *NEEDS, "elsewhere"])
def test_a_goal_made_of_an_action_reads_back_as_it_is(
    kind: Literal["goal", "milestone"], due: datetime.date | None, link: str
) -> None:
    action = Action("a1", "w" * 80, due=due, links=(link,))

    goal = goal_from_action(action, goal_id="g1", kind=kind, today=TODAY, content=CONTENT)

    assert read_goal(as_record(goal), TODAY, entered=True) == (goal, ())
    assert (goal.title, goal.kind, goal.origin) == (action.what, kind, "a1")


@pytest.mark.parametrize("link", [*HABITS, *DOMAINS, *NEEDS])
def test_whatever_an_action_serves_has_a_lane_on_the_timeline(link: str) -> None:
    assert link in CONTENT.tracks


@EVERY_KIND
@pytest.mark.parametrize("habit", HABITS)
def test_a_step_lasts_as_long_as_the_longest_action_suggested_for_it(
    kind: Literal["goal", "milestone"], habit: str
) -> None:
    goal = goal_from_step(habit, "Step", goal_id="g1", kind=kind, today=TODAY, content=CONTENT)

    longest = max(one.days for one in CONTENT.suggested(habit, "path"))
    assert goal.due == TODAY + datetime.timedelta(days=longest)
    assert goal.start == (TODAY if kind == "goal" else goal.due)
    assert goal.links == (habit,)


def test_a_date_beyond_the_timeline_is_left_open() -> None:
    action = Action("a1", "Read", due=TODAY.replace(year=2099))

    goal = goal_from_action(action, goal_id="g1", kind="goal", today=TODAY, content=CONTENT)

    assert (goal.start, goal.due) == (None, None)
