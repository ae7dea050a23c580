"""Exploring a made-up person: their sheet beside one's own, never in it."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.visit import (
    answer,
    fill,
    go_to,
    is_calm,
    live,
    press,
    questions,
    rest,
    slide,
    stored,
    title,
    words,
    write,
)
from tests.builders import WORDING, all_fives, result, worked_sheet
from throughline.wording import balance_sentence

SAMPLES = pytest.mark.parametrize("sample", ["amina", "ben"])
OWN = all_fives("quick")


def said_of(person: str) -> str:
    """The balance of a made-up person in words."""
    return balance_sentence(result(worked_sheet(person)), WORDING)


@SAMPLES
def test_a_sample_opens_its_result_under_a_banner(app: AppTest, sample: str) -> None:
    press(app, f"sample_{sample}")

    assert is_calm(app)
    assert title(app) == "Balance"
    assert f"**Sample: {sample.title()}**" in words(app)
    assert said_of(sample) in words(app)


@SAMPLES
def test_exploring_and_changing_a_sample_leaves_own_answers_untouched(
    app: AppTest, sample: str
) -> None:
    fill(app, OWN)
    before = {name: value for name, value in app.session_state.items() if "own." in str(name)}
    press(go_to(app, "start"), f"sample_{sample}")

    slide(go_to(app, "assess"), f"{sample}.scale.full", {"J1": 0, "C1": "na"})

    after = {name: value for name, value in app.session_state.items() if "own." in str(name)}
    assert after == before
    assert stored(app, "answer", sample)["J1"] == 0


@pytest.mark.parametrize("name", ["start", "assess", "balance", "pay", "learn", "method"])
def test_one_click_leaves_the_sample_from_any_page(app: AppTest, name: str) -> None:
    fill(app, OWN)
    press(go_to(app, "start"), "sample_amina")

    press(rest(app, name), "leave_sample")

    assert is_calm(app)
    assert "Sample: Amina" not in words(app)
    assert balance_sentence(result(OWN), WORDING) in words(go_to(app, "balance"))


def test_a_sample_shows_no_trace_of_own_answers(app: AppTest) -> None:
    go_to(answer(app, {"J1": 1.0}), "start")
    press(app, "sample_amina")

    asked = questions(go_to(app, "assess"), "amina.scale.full")

    assert asked["J1"]["value"] == worked_sheet("amina").markers["J1"] == 9


def test_reopening_a_sample_starts_it_afresh(app: AppTest) -> None:
    press(app, "sample_amina")
    slide(go_to(app, "assess"), "amina.scale.full", {"J1": 0, "J2": "skipped"}).run()
    app.toggle(key="amina.flips.").set_value(False).run()
    write(app, "tick", {"degree": True, "trade": True, "cert": True}, "amina")
    write(app, "importance", {"D4": 0, "D5": 3}, "amina")
    write(app, "what-if", {"": {"J3": 0.0}}, "amina")
    press(app, "leave_sample")

    press(go_to(app, "start"), "sample_amina")

    assert said_of("amina") in words(rest(app, "balance"))
    assert app.session_state["amina.flips."] is True
    assert live(app, "what_if")["label"] == "As answered"
    assert stored(app, "tick", "amina").keys() == worked_sheet("amina").ticks


def test_the_second_sample_replaces_the_first(app: AppTest) -> None:
    press(app, "sample_amina")
    press(go_to(app, "start"), "sample_ben")

    said = words(app)
    assert said_of("ben") in said
    assert "Sample: Amina" not in said


def test_beginning_the_form_leaves_the_sample(app: AppTest) -> None:
    press(app, "sample_ben")

    press(go_to(app, "start"), "cta_quick")

    assert "Sample: Ben" not in words(app)
    assert {one["state"] for one in questions(app, "own.scale.quick").values()} == {"untouched"}


def test_the_projector_says_that_it_shows_a_sample_and_leaves_to_the_banner(app: AppTest) -> None:
    press(app, "sample_amina")
    press(app, "Present")
    assert "Sample: Amina" in words(app)

    press(app, "stage_leave")

    assert "leave_sample" in {one.key for one in app.button}
