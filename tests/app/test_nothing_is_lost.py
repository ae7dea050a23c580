"""Leaving a page, staying away for two runs and coming back: everything entered is still there."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.visit import (
    answer,
    fill,
    go_to,
    live,
    press,
    questions,
    ratio,
    rest,
    slide,
    stored,
    words,
    write,
)
from tests.builders import QUESTIONNAIRE, WORDING, result, worked_sheet
from throughline.wording import balance_sentence

AWAY = pytest.mark.parametrize("away", ["start", "balance", "pay", "learn", "method", "present"])
SHEET = worked_sheet("ben")


def open_full_step(app: AppTest, step: str) -> AppTest:
    """Open one step of the full form."""
    write(app, "form", {"": "full"})
    return go_to(write(app, "step", {"full": step}), "assess")


@AWAY
def test_answers_are_still_there_after_two_runs_elsewhere(app: AppTest, away: str) -> None:
    slide(go_to(app, "assess"), "own.scale.", {"J1": 7, "J3": "skipped", "C1": "na"})

    rest(app, away)
    asked = questions(rest(app, "assess"), "own.scale.")

    assert {name: (one["value"], one["state"]) for name, one in asked.items()} == {
        "J1": (7, "answered"),
        "J3": (None, "skipped"),
        "C1": (None, "na"),
        "C4": (None, "untouched"),
    }


@AWAY
def test_ticks_and_a_reviewed_list_are_still_there(app: AppTest, away: str) -> None:
    open_full_step(app, "d2")
    app.checkbox(key="own.tick.degree").check()
    app.toggle(key="own.reviewed.D2").set_value(True).run()

    rest(app, away)
    rest(app, "assess")

    assert app.checkbox(key="own.tick.degree").value is True
    assert app.checkbox(key="own.tick.cert").value is False
    assert app.toggle(key="own.reviewed.D2").value is True


@AWAY
def test_the_wanted_place_and_the_importance_are_still_there(app: AppTest, away: str) -> None:
    open_full_step(app, "wanted")
    slide(app, "own.scale.wanted", {"D4": 7.5}).run()
    app.segmented_control(key="own.importance.D4").set_value(3).run()

    rest(app, away)
    rest(app, "assess")

    assert questions(app, "own.scale.wanted")["D4"]["value"] == 7.5
    assert app.segmented_control(key="own.importance.D4").value == 3


@AWAY
def test_facts_are_still_there(app: AppTest, away: str) -> None:
    choice, box = QUESTIONNAIRE.facts[0], next(f for f in QUESTIONNAIRE.facts if not f.options)
    steps = {d: step.id for step in QUESTIONNAIRE.steps_of("full") for d in step.domains}
    open_full_step(app, steps[choice.domain])
    app.segmented_control(key=f"own.fact.{choice.id}").set_value(choice.options[1]).run()
    open_full_step(app, steps[box.domain])
    app.checkbox(key=f"own.fact.{box.id}").check().run()

    rest(app, away)
    rest(app, "assess")

    assert app.checkbox(key=f"own.fact.{box.id}").value is True
    open_full_step(app, steps[choice.domain]).run()
    assert app.segmented_control(key=f"own.fact.{choice.id}").value == choice.options[1]


@AWAY
def test_the_form_its_step_and_the_sides_are_still_as_they_were(app: AppTest, away: str) -> None:
    go_to(app, "assess")
    app.segmented_control(key="own.form.").set_value("full").run()
    press(app, "cta_next")
    app.toggle(key="own.flips.").set_value(False).run()

    rest(app, away)
    rest(app, "assess")

    second = QUESTIONNAIRE.steps_of("full")[1]
    assert app.segmented_control(key="own.form.").value == "full"
    assert app.toggle(key="own.flips.").value is False
    assert list(questions(app, "own.scale.full")) == [i.id for i in QUESTIONNAIRE.of_step(second)]


def test_need_targets_are_still_there(app: AppTest) -> None:
    open_full_step(app, "needs")
    slide(app, "own.scale.targets", {"P1": 9})

    rest(app, "balance")
    asked = questions(rest(app, "assess"), "own.scale.targets")

    assert (asked["P1"]["value"], asked["P2"]["value"]) == (9, None)


def test_a_whole_sheet_survives_a_tour_of_every_page(app: AppTest) -> None:
    fill(app, SHEET)
    said = balance_sentence(result(SHEET), WORDING)

    for page in ("balance", "learn", "method", "present", "start", "assess"):
        rest(app, page)

    assert said in words(rest(app, "balance"))


def test_changing_the_form_and_back_loses_nothing(app: AppTest) -> None:
    go_to(fill(app, SHEET), "assess")
    before, full = {kind: stored(app, kind) for kind in ("answer", "wanted", "tick")}, ratio(app)

    app.segmented_control(key="own.form.").set_value("quick").run().run()
    quick = live(app)["label"]
    app.segmented_control(key="own.form.").set_value("full").run().run()

    assert quick == "Quick form"
    assert {kind: stored(app, kind) for kind in before} == before
    assert ratio(app) == full


def test_the_quick_answers_are_the_full_forms_answers_too(app: AppTest) -> None:
    go_to(answer(app, {"J1": 3.0}), "assess")
    app.segmented_control(key="own.form.").set_value("full").run()

    assert questions(app, "own.scale.full")["J1"]["value"] == 3


def test_each_form_remembers_its_own_step(app: AppTest) -> None:
    go_to(app, "assess")
    press(app, "cta_next")
    app.segmented_control(key="own.form.").set_value("full").run()
    app.segmented_control(key="own.form.").set_value("quick").run()

    second = QUESTIONNAIRE.steps_of("quick")[1]
    assert list(questions(app, "own.scale.quick")) == [i.id for i in QUESTIONNAIRE.of_step(second)]
