"""Every page before anything is entered: it opens by any way in, names itself, and claims nothing."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.conftest import APP
from tests.app.visit import (
    PAGES,
    QUARTERS,
    RATIO,
    charts,
    go_to,
    is_calm,
    live,
    piece,
    press,
    questions,
    ratio,
    rest,
    title,
    words,
)
from tests.builders import QUESTIONNAIRE

EVERY_PAGE = pytest.mark.parametrize("name", PAGES)


@EVERY_PAGE
def test_a_page_opens_untouched_under_its_title(app: AppTest, name: str) -> None:
    go_to(app, name)

    assert is_calm(app)
    assert title(app) == PAGES[name]


@EVERY_PAGE
def test_a_page_stays_calm_when_it_runs_again(app: AppTest, name: str) -> None:
    rest(app, name)

    assert is_calm(app)
    assert title(app) == PAGES[name]


@EVERY_PAGE
def test_a_deep_link_on_a_cold_server_goes_through_the_front_door(
    cold_server: None, name: str
) -> None:
    visitor = AppTest.from_file(APP, default_timeout=30).switch_page(f"pages/{name}.py").run()

    assert is_calm(visitor)
    assert title(visitor) == PAGES[name]
    assert piece(visitor, "page_style").proto.component_name


@EVERY_PAGE
def test_an_untouched_sheet_draws_no_chart(app: AppTest, name: str) -> None:
    assert charts(go_to(app, name)) == {}


@pytest.mark.parametrize("name", ["start", "assess", "balance", "present"])
def test_an_untouched_sheet_shows_no_balance_and_no_place(app: AppTest, name: str) -> None:
    said = words(go_to(app, name))

    assert not RATIO.search(said)
    assert not QUARTERS.search(said)


def test_the_live_picture_of_an_untouched_sheet_says_what_is_missing(app: AppTest) -> None:
    shown = live(go_to(app, "assess"))

    assert (shown["number"], shown["split"], shown["low"], shown["high"]) == ("", None, None, None)
    assert "Your balance appears after" in shown["text"]
    assert shown["count"] == "0 of 18"


def test_an_untouched_scale_carries_no_value(app: AppTest) -> None:
    asked = questions(go_to(app, "assess"), "own.scale")

    assert {one["state"] for one in asked.values()} == {"untouched"}
    assert {one["value"] for one in asked.values()} == {None}


def test_the_empty_balance_page_counts_what_is_missing_step_by_step(app: AppTest) -> None:
    go_to(app, "balance")

    missing = {one.key: one.label for one in app.button if str(one.key).startswith("missing_")}
    assert missing == {
        "missing_today": "Work today: 2 more",
        "missing_skills": "Learning and skills: 2 more",
        "missing_goals": "Goals and moving ahead: 2 more",
        "missing_rewards": "Rewards and direction: 2 more",
    }


def test_a_missing_step_opens_the_form_at_that_step(app: AppTest) -> None:
    press(go_to(app, "balance"), "missing_goals")

    step = next(one for one in QUESTIONNAIRE.steps_of("quick") if one.id == "goals")
    assert title(app) == "Assess"
    assert list(questions(app, "own.scale")) == [item.id for item in QUESTIONNAIRE.of_step(step)]


@pytest.mark.parametrize(("button", "total"), [("cta_quick", "0 of 18"), ("begin_full", "0 of 52")])
def test_the_start_page_opens_either_form(app: AppTest, button: str, total: str) -> None:
    press(app, button)

    assert title(app) == "Assess"
    assert live(app)["count"] == total
    assert ratio(app) == ""
