"""Every chart says its sentence to a screen reader and stands beside its numbers in a table."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.visit import charts, fill, go_to, press
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
