"""Every chart says its sentence to a screen reader and stands beside its numbers in a table."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.visit import charts, drawn, fill, fire, go_to, is_calm, piece, press
from tests.builders import all_fives, worked_sheet
from throughline.answers import Answers

FULL = {
    *("chart_balance", "chart_map", "chart_membership", "chart_areas", "chart_way"),
    *("chart_levers", "chart_claims", "chart_needs", "chart_habits"),
}
SHEETS = {
    "a full sheet": (worked_sheet("amina"), FULL),
    "a quick sheet": (
        all_fives("quick"),
        {"chart_balance", "chart_map", "chart_membership", "chart_areas", "chart_habits"},
    ),
    "one habit": (Answers(markers={"X1": 5.0}), {"chart_habits"}),
    "one area": (Answers(markers={"E3": 5.0}), {"chart_areas"}),
}
DEMO = Path(__file__).resolve().parents[1] / "browser" / "pieces" / "chart_demo.py"
FORGED = [None, 7, True, [], {}, ["J1"], {"id": "J1"}, "", "j1", "7", "J1\0", "J1" * 9_999]
EVERY_SHEET = pytest.mark.parametrize(("sheet", "expected"), SHEETS.values(), ids=SHEETS)


@EVERY_SHEET
def test_the_balance_page_draws_what_the_sheet_supports_and_no_more(
    app: AppTest, sheet: Answers, expected: set[str]
) -> None:
    assert charts(go_to(fill(app, sheet), "balance")).keys() == expected


@EVERY_SHEET
def test_every_chart_has_a_sentence_and_a_table_with_the_same_sentence(
    app: AppTest, sheet: Answers, expected: set[str]
) -> None:
    go_to(fill(app, sheet), "balance")

    alts = charts(app)
    for key in alts:
        app.session_state[f"{key}_table"] = True  # what a tap on its summary does
    app.run()
    twins = {one.key: one.table[0] for one in app.expander if one.label == "As a table"}
    assert {f"{key}_table" for key in alts} == twins.keys()
    for key, alt in alts.items():
        assert len(alt.split()) >= 5
        assert twins[f"{key}_table"].proto.alt == alt
        assert twins[f"{key}_table"].proto.hide_index
        assert not twins[f"{key}_table"].value.empty


def test_two_charts_never_share_a_sentence(app: AppTest) -> None:
    alts = list(charts(go_to(fill(app, worked_sheet("ben")), "balance")).values())

    assert len(set(alts)) == len(alts)


def test_every_slide_with_a_chart_has_a_sentence(app: AppTest) -> None:
    press(go_to(fill(app, worked_sheet("ben")), "present"), "The result on this screen")
    spoken = list(charts(app).values())
    while not app.button(key="stage_next").disabled:
        press(app, "stage_next")
        spoken += charts(app).values()

    assert len(spoken) == 6
    assert all(len(alt.split()) >= 5 for alt in spoken)


def test_choosing_another_area_draws_its_levers(app: AppTest) -> None:
    go_to(fill(app, worked_sheet("amina")), "balance")
    before = charts(app)["chart_levers"]
    shown = app.segmented_control(key="own.lever_area.").value

    app.segmented_control(key="own.lever_area.").set_value("D5" if shown != "D5" else "D3").run()

    assert charts(app)["chart_levers"] != before


@EVERY_SHEET
def test_every_chart_is_sent_as_flat_values_and_asks_for_no_click(
    app: AppTest, sheet: Answers, expected: set[str]
) -> None:
    go_to(fill(app, sheet), "balance")

    for key in expected:
        told = json.loads(piece(app, key).proto.json)
        assert {name: type(value) for name, value in told.items()} == {
            "figure": str,
            "alt": str,
            "click": bool,
            "table": bool,
            "fill": bool,
        }
        assert not told["click"]
        assert drawn(app, key)["data"]
        assert drawn(app, key)["layout"]["height"] > 0


def test_another_area_draws_other_levers(app: AppTest) -> None:
    go_to(fill(app, worked_sheet("amina")), "balance")
    before = drawn(app, "chart_levers")
    shown = app.segmented_control(key="own.lever_area.").value

    app.segmented_control(key="own.lever_area.").set_value("D5" if shown != "D5" else "D3").run()

    assert drawn(app, "chart_levers")["data"] != before["data"]


@pytest.fixture
def demo() -> AppTest:
    """A page with one chart that takes clicks."""
    return AppTest.from_file(DEMO, default_timeout=30).run()


def clicks(demo: AppTest) -> str:
    """What the demo has been told, e.g. "J1 E3"."""
    (said,) = [one.value for one in demo.text if one.value.startswith("clicks:")]
    return str(said).removeprefix("clicks:").strip()


def test_a_click_says_its_id_and_the_same_id_again(demo: AppTest) -> None:
    fire(demo, "pressed", "click", "J1")
    fire(demo, "pressed", "click", "J1")

    assert clicks(demo) == "J1 J1"
    assert clicks(demo.run()) == "J1 J1"


@pytest.mark.parametrize("value", FORGED, ids=lambda value: repr(value)[:20])
def test_a_forged_click_says_nothing(demo: AppTest, value: object) -> None:
    fire(demo, "pressed", "click", value)

    assert is_calm(demo)
    assert clicks(demo) == ""


def test_a_click_that_a_chart_did_not_ask_for_says_nothing(demo: AppTest) -> None:
    fire(demo, "hidden", "click", "J1")

    assert is_calm(demo)
    assert clicks(demo) == ""
