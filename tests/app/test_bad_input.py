"""Nonsense in every place a value can come from: the page shows, and what is not legal is not data."""

import json
import math
from typing import Any

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from tests.app.visit import (
    PAGES,
    answer,
    charts,
    fill,
    go_to,
    is_calm,
    live,
    press,
    questions,
    ratio,
    report,
    send,
    slide,
    stored,
    title,
    words,
    write,
)
from tests.builders import WORDING, all_fives, result, worked_sheet
from throughline.wording import balance_sentence

NONSENSE: list[Any] = ["x", "", 99, -1, math.nan, math.inf, True, None, [5], {"J1": 5}, 7.3, b"5"]
OWN = all_fives("full")
SAID = balance_sentence(result(OWN), WORDING)


def named(value: object) -> str:
    """A short name of a value for the test's id."""
    return repr(value)[:24]


ANY_NONSENSE = pytest.mark.parametrize("bad", NONSENSE, ids=named)


@ANY_NONSENSE
def test_an_answer_that_is_not_legal_is_not_entered(app: AppTest, bad: object) -> None:
    answer(app, {"J1": bad, "C1": 6.0})

    go_to(app, "assess")

    assert is_calm(app)
    assert questions(app, "own.scale")["J1"]["state"] == "untouched"
    assert live(app)["count"] == "1 of 18"


@ANY_NONSENSE
@pytest.mark.parametrize("kind", ["answer", "when", "target", "ease"])
def test_nonsense_under_every_key_of_a_kind_leaves_the_balance_page_empty(
    app: AppTest, kind: str, bad: object
) -> None:
    write(app, kind, dict.fromkeys([*OWN.markers, "nobody"], bad))

    go_to(app, "balance")

    assert is_calm(app)
    assert charts(app) == {}


@ANY_NONSENSE
def test_a_wanted_place_off_the_grid_opens_no_way(app: AppTest, bad: object) -> None:
    write(fill(app, OWN), "wanted", {"D2": bad})

    go_to(app, "balance")

    assert is_calm(app)
    assert SAID in words(app)
    assert "chart_way" not in charts(app)


@ANY_NONSENSE
def test_an_importance_that_is_not_offered_counts_as_the_default(app: AppTest, bad: object) -> None:
    write(fill(app, OWN), "importance", {"D2": bad})

    go_to(app, "balance")

    assert is_calm(app)
    assert SAID in words(app)


@pytest.mark.parametrize("bad", ["evil", "", 5, None, ["full"], {}], ids=named)
@pytest.mark.parametrize("kind", ["form", "step"])
def test_an_unknown_form_or_step_opens_the_first_quick_step(
    app: AppTest, kind: str, bad: object
) -> None:
    write(app, kind, {"": bad, "quick": bad})

    go_to(app, "assess")

    assert is_calm(app)
    assert list(questions(app, "own.scale.quick")) == ["J1", "J3", "C1", "C4"]


@pytest.mark.parametrize(
    "bad",
    ["x", 5, None, [1], {"nobody": 5.0}, *({"J1": one} for one in NONSENSE), {3: 4}],
    ids=named,
)
def test_a_try_that_is_not_legal_moves_nothing(app: AppTest, bad: object) -> None:
    write(fill(app, OWN), "what-if", {"": bad})

    go_to(app, "balance")

    assert is_calm(app)
    assert live(app, "what_if")["label"] == "As answered"
    assert ratio(app, "what_if") == ratio(go_to(app, "assess"))


@pytest.mark.parametrize("bad", ["x", 5, None, [1], {}], ids=named)
def test_a_history_that_is_not_legal_does_not_break_undo(app: AppTest, bad: object) -> None:
    write(fill(app, OWN), "what-if-history", {"": bad})

    press(go_to(app, "balance"), "undo")

    assert is_calm(app)
    assert ratio(app, "what_if") == ratio(go_to(app, "assess"))


@pytest.mark.parametrize(
    "slide_number", [-9, 10**9, "x", None, math.nan, 1.5, True, [1]], ids=named
)
@pytest.mark.parametrize("deck", ["evil", "learn", "balance", 5, None, ["learn"], {}], ids=named)
def test_the_projector_shows_something_whatever_the_deck_and_the_slide(
    app: AppTest, deck: object, slide_number: object
) -> None:
    app.session_state["present.deck"] = deck
    app.session_state["present.slide"] = slide_number

    go_to(app, "present")

    assert is_calm(app)
    assert (title(app) == PAGES["present"]) == (deck != "learn")


@pytest.mark.parametrize("bad", ["../x", "", 5, None, ["own"], "own.answer", {}], ids=named)
@pytest.mark.parametrize("name", ["assess", "balance"])
def test_an_unknown_sheet_falls_back_to_ones_own(app: AppTest, name: str, bad: object) -> None:
    fill(app, OWN)
    app.session_state["sheet"] = bad

    go_to(app, name)

    assert is_calm(app)
    assert SAID.split(";")[0] in words(app)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{",
        '{"n": 1}',
        '{"n": -1, "answers": {"J1": 5}}',
        '{"n": 1, "answers": {"J1": 99}}',
        '{"n": 1, "answers": {"J1": NaN}}',
        '{"n": 1, "answers": {"J1": 7.3}}',
        '{"n": 1, "answers": {"J1": true}}',
        '{"n": 1, "answers": {"J1": "evil"}}',
        '{"n": 1, "answers": {"J1": [5]}}',
        '{"n": 1, "answers": {"E1": 5}}',
        '{"n": 1, "answers": {"../sheet": 5}}',
        '{"n": 1, "answers": {"J1": 5, "J1": 6}}',
        json.dumps({"n": 1, "answers": {"J1": "x" * 100_000}}),
        7,
        None,
        ["J1"],
        {"J1": 5},
    ],
    ids=named,
)
def test_a_forged_report_of_a_scale_enters_nothing(app: AppTest, text: object) -> None:
    go_to(app, "assess")

    report(app, "own.scale", text).run()

    assert is_calm(app)
    assert stored(app, "answer") == {}
    assert live(app)["count"] == "0 of 18"


def test_the_good_part_of_a_half_forged_report_is_kept(app: AppTest) -> None:
    slide(go_to(app, "assess"), "own.scale", {"J1": 5, "C1": 99, "evil": 3})

    assert stored(app, "answer") == {"J1": 5.0}


@pytest.mark.parametrize("text", ["[]", "5", "null", '"x"', '{"answers": 5, "extra": {}}', "1e999"])
def test_a_message_that_is_not_a_report_at_all_enters_nothing(app: AppTest, text: str) -> None:
    go_to(app, "assess")
    scale = next(one for one in app.get("bidi_component") if str(one.key).startswith("own.scale"))

    send(app, WidgetState(id=scale.proto.id, json_value=text)).run()

    assert is_calm(app)
    assert stored(app, "answer") == {}


@pytest.mark.parametrize(
    ("key", "default"), [("own.form.", "full"), ("own.importance.D2", 1), ("own.fact.", None)]
)
@pytest.mark.parametrize(
    "forged", [["evil"], ["99"], ["__class__"], ["x" * 100_000], ["a", "b"]], ids=named
)
def test_a_choice_that_was_never_offered_is_refused(
    app: AppTest, key: str, default: object, forged: list[str]
) -> None:
    step = "d1" if key == "own.fact." else "wanted"
    write(write(app, "form", {"": "full"}), "step", {"full": step})
    go_to(app, "assess")
    choice = next(one for one in app.segmented_control if str(one.key).startswith(key))
    state = WidgetState(id=choice.id)
    state.string_array_value.data.extend(forged)

    send(app, state)

    assert title(app) == "Assess"
    assert not app.exception
    assert app.session_state[str(choice.key)] in (default, "quick", None)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    "parameters",
    [
        {"x": "<script>alert(1)</script>"},
        {"x": "y" * 1_000_000},
        {"step": "zzz", "sheet": "../x", "form": "evil"},
        {"own.answer.J1": "5", "present.deck": "learn"},
        {"x": ["1", "2"], "": "", "\u0000": "\r\n"},
    ],
    ids=named,
)
def test_no_parameter_of_the_address_changes_a_page(
    app: AppTest, name: str, parameters: dict[str, Any]
) -> None:
    expected = words(go_to(app, name))
    app.query_params.update(parameters)

    go_to(app, name)

    assert is_calm(app)
    assert words(app) == expected


def test_more_sliders_to_try_than_anybody_would_pick_never_cost_the_page(app: AppTest) -> None:
    go_to(fill(app, worked_sheet("ben")), "balance")
    picker = app.multiselect(key="own.what-if-items.")
    state = WidgetState(id=picker.id)
    state.string_array_value.data.extend(picker.options[:20])

    send(app, state)
    assert title(app) == "Balance"

    assert is_calm(go_to(app, "assess"))
    assert is_calm(go_to(app, "balance"))
