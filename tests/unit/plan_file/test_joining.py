"""What was entered before a copy arrived, laid over it: of the lists nothing is lost and no id comes twice."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings

from tests.plan_files.strategies import CONTENT, TODAY, plans
from throughline.actions import Action
from throughline.answers import Answers
from throughline.goals import Goal
from throughline.plan_file import Opened, PlanFile, as_document, read_plan
from throughline.plan_file.joining import LISTS, joined
from throughline.plan_file.patching import difference

EMPTY = as_document(PlanFile())
DAY = date(2027, 3, 31)
examples = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def together(kept: PlanFile, here: PlanFile) -> dict[str, Any]:
    """The copy with what is on the screen laid over it."""
    return joined(as_document(kept), difference(EMPTY, as_document(here)))


def goal(name: str, title: str, **given: Any) -> Goal:
    """A goal that lasts until the last day of March 2027."""
    return Goal(id=name, title=title, start=date(2027, 1, 1), due=DAY, baseline_due=DAY, **given)


@examples
@given(plans())
def test_an_empty_side_and_the_same_plan_twice_change_nothing(plan: PlanFile) -> None:
    assert together(plan, PlanFile()) == as_document(plan)
    assert together(PlanFile(), plan) == as_document(plan)
    assert together(plan, plan) == as_document(plan)


@examples
@given(plans(), plans())
def test_no_entry_of_either_list_is_lost_and_every_id_is_its_own(
    kept: PlanFile, here: PlanFile
) -> None:
    both, old, new = together(kept, here), as_document(kept), as_document(here)

    for section in LISTS:
        ids = [one["id"] for one in both[section]]
        assert len(ids) == len(set(ids))
        assert both[section][: len(old[section])] == old[section]
        added = [one for one in new[section] if one not in old[section]]
        assert len(ids) == len(old[section]) + len(added)


@examples
@given(plans(), plans())
def test_two_plans_together_can_be_read(kept: PlanFile, here: PlanFile) -> None:
    assert isinstance(read_plan(json.dumps(together(kept, here)), CONTENT, TODAY), Opened)


def test_an_answer_given_meanwhile_stands_and_the_others_come_back() -> None:
    kept = PlanFile(answers=Answers(markers={"J1": 3.0, "J3": 8.0}))
    here = PlanFile(answers=Answers(markers={"J1": 9.0}))

    assert together(kept, here)["answers"]["items"] == {"J1": 9, "J3": 8}


def test_a_goal_whose_id_is_taken_gets_another_and_what_points_to_it_follows() -> None:
    kept = PlanFile(goals=(goal("g1", "Old"),), counters={"goal": 5, "action": 1})
    here = PlanFile(
        goals=(goal("g1", "New"), goal("g2", "After it", after=("g1",))),
        actions=(Action(id="a1", what="Do", goal="g1"),),
        counters={"goal": 2},
    )

    both = together(kept, here)

    assert [(one["id"], one["title"]) for one in both["goals"]] == [
        ("g1", "Old"),
        ("g1-2", "New"),
        ("g2", "After it"),
    ]
    assert both["goals"][2]["after"] == ["g1-2"]
    assert both["actions"][0]["goal"] == "g1-2"
    assert both["counters"] == {"goal": 5, "action": 1}


def test_the_longest_id_still_fits_when_it_gets_a_number() -> None:
    name = "g" * 40
    kept, here = PlanFile(goals=(goal(name, "Old"),)), PlanFile(goals=(goal(name, "New"),))

    assert [len(one["id"]) <= 40 for one in together(kept, here)["goals"]] == [True, True]


def test_suggestions_set_aside_in_either_stay_set_aside() -> None:
    kept, here = PlanFile(dismissed=frozenset({"a", "b"})), PlanFile(dismissed=frozenset({"c"}))

    assert together(kept, here)["dismissed"] == ["a", "b", "c"]
    assert together(replace(kept, dismissed=frozenset()), here)["dismissed"] == ["c"]
