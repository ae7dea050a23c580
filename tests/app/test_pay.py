"""The Pay page: what is typed shows at once, defaults stay defaults, and nothing typed is ever lost or changed."""

import math
import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from components import resources
from tests.app.visit import (
    charts,
    drawn,
    fill,
    go_to,
    is_calm,
    press,
    rest,
    send,
    stored,
    title,
    words,
    write,
)
from tests.builders import WORDING, all_fives, result, worked_sheet
from throughline.content.catalogue import DATA, DOCS, read_catalogue
from throughline.wording import balance_sentence

PAY = read_catalogue().compensation
TABS = (
    *("What it gives", "How sure it is", "Year by year"),
    *("A move", "The market", "Beside your answers"),
)
CHART_OF = {"How sure it is": "chart_pay_certainty", "A move": "chart_pay_break_even"}
OFFICE = {"salary": 50_000.0, "pension": 5.0}
SHARES = {"shares": 1000.0, "price": 40.0}
# Worked example A of the pay model, as a person would type it: percents as percents.
EXAMPLE_A = {
    "": {"wage": 21.53, "hours": 36.0, "bonus_target": 2.0, "benefits.0.cost": 3000.0},
    "hourly": {"hours_sd": 5.0, "hours_min": 30.0, "ot_mult": 1.5},
    "bonus": {"bonus_p": 50.0},
    "retirement": {
        "employee_rate": 4.0,
        "match.0.rate": 50.0,
        "match.0.low": 0.0,
        "match.0.high": 4.0,
    },
    "prospects": {
        "growth": 2.5,
        "growth_sd": 1.0,
        "promo_p": 5.0,
        "promo_raise": 6.0,
        "loss": 10.0,
        "gap": 3.0,
    },
    "time": {
        "work_hours": 36.0,
        "leave_weeks": 4.0,
        "office_days": 5.0,
        "commute_h": 1.2,
        "commute_cost": 7.0,
        "other_cost": 200.0,
    },
}


def open_group(app: AppTest, group: str, package: str = "now") -> AppTest:
    """Open one group of the form."""
    app.session_state[f"group_{package}_{group}"] = True
    return app.run()


def type_in(
    app: AppTest, cells: dict[str, float], package: str = "now", kind: str = "pay"
) -> AppTest:
    """Type numbers into fields that show: only what has to is drawn again."""
    for name, value in cells.items():
        app.number_input(key=f"own.{kind}.{package}.{name}").set_value(value)
    return app.run()


def enter(
    app: AppTest, cells: dict[str, float], package: str = "now", kind: str = "pay"
) -> AppTest:
    """Type numbers, and look at the whole page; after a fragment the simulated page holds nothing else."""
    return type_in(app, cells, package, kind).run()


def describe(app: AppTest, cells: Mapping[str, object], package: str = "now") -> AppTest:
    """Write a package as typed earlier; nothing runs."""
    return write(app, "pay", {f"{package}.{name}": value for name, value in cells.items()})


def tab(app: AppTest, name: str) -> AppTest:
    """Choose one part below the picture."""
    app.session_state["pay_part"] = name
    return app.run()


def show(app: AppTest, package: str) -> AppTest:
    """Turn to another package."""
    return app.segmented_control(key="own.pay-shown.").set_value(package).run()


def headline(app: AppTest) -> str:
    """The total as the picture prints it."""
    return next(str(one.value) for one in app.subheader if " a year" in str(one.value))


def notes(app: AppTest) -> list[str]:
    """The messages on the page, in order."""
    marked = (str(one.value) for one in app.markdown)
    start = ":material/info: :small["
    return [one.removeprefix(start)[:-1] for one in marked if one.startswith(start)]


def table(app: AppTest, key: str) -> str:
    """The table under a chart, as text, once it is opened."""
    app.session_state[f"{key}_table"] = True
    app.run()
    (found,) = (one.table[0] for one in app.expander if one.key == f"{key}_table")
    return str(found.value.to_string())


@pytest.fixture
def pay(app: AppTest) -> AppTest:
    """A visitor on the Pay page who has typed nothing yet."""
    return go_to(app, "pay")


def test_the_page_arrives_empty_and_says_what_to_do(pay: AppTest) -> None:
    assert title(pay) == "Pay"
    assert charts(pay) == {}
    assert {one.value for one in pay.number_input} == {None}
    assert [str(one.key).split(".", 3)[-1] for one in pay.number_input] == [
        *("salary", "wage", "hours", "bonus_target", "benefits.0.cost", "pension")
    ]
    assert PAY.empty["mix"] in words(pay)
    assert notes(pay) == []


@pytest.mark.parametrize("name", TABS)
def test_every_tab_is_calm_and_draws_nothing_before_there_is_pay(pay: AppTest, name: str) -> None:
    tab(pay, name)

    assert is_calm(pay)
    assert charts(pay) == {}


@pytest.mark.parametrize(
    ("name", "drawn_there"),
    [(name, CHART_OF.get(name, "")) for name in TABS],
)
def test_every_tab_has_its_say_once_there_is_pay(app: AppTest, name: str, drawn_there: str) -> None:
    describe(app, {**OFFICE, **SHARES})
    describe(app, {"wage": 30.0, "hours": 38.0}, "next")

    tab(go_to(app, "pay"), name)

    assert is_calm(app)
    assert set(charts(app)) - {"chart_pay_mix", "chart_pay_fan"} == {drawn_there} - {""}


def test_a_salary_alone_gives_a_total_a_mix_and_five_years(pay: AppTest) -> None:
    enter(pay, {"salary": 50_000.0})

    assert headline(pay) == "Job now: 50,000 a year"
    assert list(charts(pay)) == ["chart_pay_mix", "chart_pay_fan"]
    assert "100%" in table(pay, "chart_pay_mix")


def test_worked_example_a_typed_field_by_field_gives_its_printed_figures(pay: AppTest) -> None:
    for group in EXAMPLE_A:
        pay.session_state[f"group_now_{group}"] = True
    pay.run()
    enter(pay, {name: value for cells in EXAMPLE_A.values() for name, value in cells.items()})

    assert notes(pay) == []
    assert headline(pay) == "Job now: 44,860 a year"
    for shown in ("40,641 (91%)", "406.41 (1%)", "3,000 (7%)", "812.81 (2%)", "44,860"):
        assert shown in table(pay, "chart_pay_mix")
    said = words(tab(pay, "How sure it is"))
    assert "82% is guaranteed, 17% can vary, and 2% comes in the long term" in said
    metrics = {one.label: one.value for one in pay.metric}
    assert list(metrics.values()) == ["88 of 100", "97 of 100", "21.32"]
    assert "On paper an hour is 21.93" in said
    assert "208,764 today" in words(tab(pay, "Year by year"))


def test_worked_example_e_typed_into_the_form_breaks_even_in_month_31(pay: AppTest) -> None:
    enter(pay, {"salary": 36_000.0})
    enter(show(pay, "next"), {"salary": 50_400.0}, "next")
    enter(
        tab(pay, "A move"),
        {"train_months": 12.0, "pay_cut": 40.0, "cost": 6000.0},
        "next",
        "move",
    )

    said = words(pay)
    assert "from month 31 on" in said
    assert "+29,865 after five years and +79,823 after ten" in said
    assert "month 31" in charts(pay)["chart_pay_break_even"]


def test_a_second_package_with_less_pay_never_pays_back(app: AppTest) -> None:
    describe(app, {"salary": 36_000.0})
    describe(app, {"salary": 34_800.0}, "path")

    assert "does not pay for itself" in words(tab(go_to(app, "pay"), "A move"))


@pytest.mark.parametrize(
    ("group", "cells", "message"),
    [
        ("", {"salary": -5.0}, "Salary a year: 0 is used"),
        ("", {"bonus_target": 600.0}, "Bonus on target: 500% is used"),
        ("hourly", {"hours_min": 30.0}, "Guaranteed hours a week: 0 is used"),
        ("equity", {"eq_q": 150.0}, "Chance that it ever becomes cash: 100% is used"),
        ("equity", {"vest_step": 5.0}, "A new part every: 6 is used"),
        ("equity", {"vest_schedule.0.share": 60.0}, "the years do not add up to 100 %"),
        ("benefits", {"benefits.0.use": 150.0}, "Of use to you: 100% is used"),
        ("prospects", {"gap": 2.5}, "Months without pay after that: 3 is used"),
        ("time", {"leave_weeks": 60.0}, "Weeks away from work a year: 52 is used"),
        ("comparison", {"fx": 0.0}, "Exchange rate: 0.000001 is used"),
    ],
    ids=lambda one: str(one)[:30],
)
def test_what_is_put_right_is_said_and_what_was_typed_stays(
    pay: AppTest, group: str, cells: dict[str, float], message: str
) -> None:
    type_in(open_group(pay, group) if group else pay, {"hours": 0.0, **cells})

    (note,) = notes(pay)
    assert message in note
    for name, value in cells.items():
        assert pay.number_input(key=f"own.pay.now.{name}").value == value
    assert rest(pay, "pay").session_state[f"own.pay.now.{next(iter(cells))}"] in cells.values()


def test_a_message_of_a_closed_group_stands_under_it(app: AppTest) -> None:
    go_to(describe(app, {"salary": 9e4, "tax": 120.0}), "pay")

    assert [note.split(":")[0] for note in notes(app)] == ["Tax on cash pay"]
    assert len(notes(open_group(app, "comparison"))) == 1


def test_a_message_goes_when_the_number_is_mended(pay: AppTest) -> None:
    type_in(pay, {"salary": -5.0})
    type_in(pay, {"salary": 5.0})
    assert notes(pay) == []


def test_a_message_comes_back_after_everything_was_emptied_in_between(pay: AppTest) -> None:
    enter(pay, {"salary": -5.0})
    press(pay, "clear_pay")
    assert notes(pay) == []

    type_in(pay, {"salary": -7.0})

    assert len(notes(pay)) == 1


def test_a_message_about_a_move_names_the_number_used(app: AppTest) -> None:
    describe(app, {"salary": 5e4})
    describe(app, {"salary": 6e4}, "next")
    tab(go_to(app, "pay"), "A move")

    type_in(app, {"train_months": 12.5, "success": 200.0}, "next", "move")

    assert is_calm(app)
    assert [note.split(",")[0] for note in notes(app)] == [
        "Months of training: 13 is used",
        "Chance that the move works out: 100% is used",
    ]


def test_the_label_of_a_group_never_changes_so_that_it_stays_open_while_it_is_filled_in(
    pay: AppTest,
) -> None:
    before = [one.label for one in open_group(pay, "equity").expander][:8]

    type_in(pay, {"shares": 10.0, "eq_q": 150.0})

    assert [one.label for one in pay.expander][:8] == before
    assert pay.number_input(key="own.pay.now.eq_q").value == 150
    assert "Filled in: Stock options and shares." in words(pay)


def test_a_default_is_shown_as_one_and_never_becomes_data(pay: AppTest) -> None:
    enter(pay, {"wage": 20.0, "hours": 40.0})
    open_group(pay, "hourly")

    spread = pay.number_input(key="own.pay.now.hours_sd")
    assert (spread.value, spread.proto.placeholder) == (None, "default: 8")
    pay.selectbox(key="own.pay.now.hours_preset").set_value("uneven").run()
    spread = pay.number_input(key="own.pay.now.hours_sd")
    assert (spread.value, spread.proto.placeholder) == (None, "default: 12")


@pytest.mark.parametrize("bad", [math.inf, -math.inf, math.nan, 1e308, -1e308, 5e-324])
@pytest.mark.parametrize("name", ["salary", "hours", "pension"])
def test_a_forged_number_stays_within_the_limits(pay: AppTest, name: str, bad: float) -> None:
    enter(pay, {"wage": 20.0, "hours": 30.0})
    widget = pay.number_input(key=f"own.pay.now.{name}")

    send(pay, WidgetState(id=widget.proto.id, double_value=bad)).run()

    assert is_calm(pay)
    assert not {"nan", "inf", "-0"} & set(words(pay).replace(",", " ").split())


@pytest.mark.parametrize(
    "bad", ["x", "5", True, [5], {"a": 1}, "x" * 100_000, b"5", 10**400], ids=lambda b: repr(b)[:12]
)
def test_nonsense_under_the_keys_of_the_pay_page_draws_a_calm_page(
    app: AppTest, bad: object
) -> None:
    describe(app, OFFICE)
    hidden = ("growth", "tax", "benefits.4.cost", "eq_q", "hours_sd")
    write(app, "pay", {f"now.{name}": bad for name in hidden})
    write(app, "move", {"now.cost": bad})
    for kind in ("pay-filled", "pay-rows", "pay-undo", "pay-equity-out"):
        write(app, kind, {"": bad, "now": bad, "now.benefits": bad})

    go_to(app, "pay")

    assert is_calm(app)
    assert headline(app).startswith("Job now: ")


def test_packages_are_called_as_a_person_calls_them_and_two_equal_names_are_told_apart(
    app: AppTest,
) -> None:
    describe(app, {**OFFICE, "name": "Nurse"})
    describe(app, {**OFFICE, "name": "Nurse"}, "next")

    go_to(app, "pay")

    assert is_calm(app)
    assert headline(app) == "Nurse: 52,500 a year"
    assert table(app, "chart_pay_mix").split("\n")[0].split() == [
        "Part",
        "of",
        "pay",
        "Nurse",
        "Nurse",
        "2",
    ]


def test_a_name_and_a_currency_sign_are_shown_as_typed_and_never_as_markdown(app: AppTest) -> None:
    describe(app, {**OFFICE, **SHARES, "name": "**A** $b", "symbol": "$"})

    go_to(app, "pay")

    assert headline(app) == r"\*\*A\*\* \$b: \$62,500 a year"
    assert r"\$52,500 without equity; \$62,500 with it" in words(app)
    assert charts(app)["chart_pay_mix"]
    for name in TABS:
        marked = [str(one.value) for one in (*tab(app, name).markdown, *app.metric)]
        assert all("$" not in one.replace(r"\$", "") for one in marked)


def test_the_currency_sign_stands_in_every_chart_its_sentence_and_its_table(app: AppTest) -> None:
    describe(app, {**OFFICE, **SHARES, "symbol": "kr"})
    describe(app, {"salary": 60_000.0}, "next")
    go_to(app, "pay")

    assert "kr62,500 a year" in str(drawn(app, "chart_pay_mix"))
    assert "median kr302,500" in str(drawn(app, "chart_pay_fan"))
    assert all("kr62,500" in table(app, f"chart_pay_{one}") for one in ("mix", "fan"))
    assert "median is kr" in charts(app)["chart_pay_fan"]
    assert "kr50,000" in str(drawn(tab(app, "How sure it is"), "chart_pay_certainty"))
    assert "kr50,000" in table(app, "chart_pay_certainty")
    assert "Salary kr50,000" in str(tab(app, "Year by year").table[-1].value)
    assert "+kr" in charts(tab(app, "A move"))["chart_pay_break_even"]
    assert "kr" in table(app, "chart_pay_break_even")


def test_packages_stand_side_by_side_with_what_makes_them_sure(app: AppTest) -> None:
    describe(app, {"wage": 20.0, "hours": 40.0, "name": "Shop $"})
    assert PAY.texts["sides_title"] not in words(tab(go_to(app, "pay"), "How sure it is"))

    describe(app, {"salary": 50_000.0, "bonus_target": 25.0, "work_hours": 40.0}, "next")
    tab(go_to(app, "pay"), "How sure it is")

    sides = app.table[-1].value
    assert list(sides.columns) == ["Measure", r"Shop \$", "Next step"]
    assert list(sides[r"Shop \$"])[:4] == ["41,600", "0%", "100%", "0%"]
    assert list(sides["Next step"]) == [*("62,500", "80%", "20%", "0%", "80", "100", "30.05")]


def test_the_range_of_five_years_is_explained(pay: AppTest) -> None:
    enter(pay, {"salary": 50_000.0})

    assert "95 of 100 futures bring less than: 250,000" in words(pay)


def test_a_package_can_be_copied_and_the_copy_undone(pay: AppTest) -> None:
    enter(pay, OFFICE)
    show(pay, "next")
    enter(pay, {"salary": 70_000.0}, "next")

    press(pay, "copy_now")
    assert headline(pay) == "Next step: 52,500 a year"
    assert stored(pay, "pay")["next.pension"] == 5

    press(pay, "undo_pay")
    assert headline(pay) == "Next step: 70,000 a year"
    assert stored(pay, "pay")["next.pension"] is None
    assert stored(pay, "pay")["now.salary"] == 50_000


def test_what_is_typed_after_a_copy_survives_an_undo(pay: AppTest) -> None:
    enter(pay, OFFICE)
    press(show(pay, "next"), "copy_now")
    enter(pay, {"salary": 71_000.0}, "next")

    press(pay, "undo_pay")
    assert stored(pay, "pay")["next.salary"] is None
    assert PAY.texts["undone"].format(name="Next step") in words(pay)

    press(pay, "redo_pay")
    assert stored(pay, "pay")["next.salary"] == 71_000
    assert "undo_pay" in {one.key for one in pay.button}


def test_a_copy_leaves_the_name_of_a_package_alone(app: AppTest) -> None:
    describe(app, {**OFFICE, "name": "Shop"})
    describe(app, {"salary": 60_000.0, "name": "Nurse"}, "next")

    press(show(go_to(app, "pay"), "next"), "copy_now")

    assert headline(app) == "Nurse: 52,500 a year"


def test_three_packages_copied_from_one_another_are_equal_and_told_apart(pay: AppTest) -> None:
    enter(pay, {**OFFICE, "benefits.0.cost": 3000.0})
    press(show(pay, "next"), "copy_now")
    press(show(pay, "path"), "copy_next")

    assert is_calm(pay)
    assert table(pay, "chart_pay_mix").count("55,500") == 6
    enter(pay, {"salary": 1.0}, "path")
    assert table(pay, "chart_pay_mix").count("55,500") == 4


def test_a_package_can_be_emptied_and_brought_back(pay: AppTest) -> None:
    enter(pay, OFFICE)

    press(pay, "clear_pay")
    assert charts(pay) == {}

    press(pay, "undo_pay")
    assert headline(pay) == "Job now: 52,500 a year"


def test_typical_figures_fill_empty_fields_only_and_say_what_they_are(pay: AppTest) -> None:
    enter(pay, OFFICE)

    press(pay, "benchmark")

    assert stored(pay, "pay")["now.pension"] == 5
    assert stored(pay, "pay")["now.benefits.0.cost"] == pytest.approx(
        50_000 * PAY.benchmark.insurance_of_wages, abs=0.01
    )
    assert PAY.benchmark.label in words(pay)


def test_typical_figures_are_labelled_until_all_of_them_are_replaced(pay: AppTest) -> None:
    enter(pay, {"salary": 50_000.0})
    press(pay, "benchmark")

    enter(pay, {"pension": 6.0})
    assert PAY.benchmark.label in words(pay)
    enter(pay, {"benefits.0.cost": 1.0})
    assert PAY.benchmark.label not in words(pay)


def test_a_copy_of_typical_figures_is_labelled_and_an_undo_brings_the_label_back(
    pay: AppTest,
) -> None:
    enter(pay, {"salary": 50_000.0})
    press(pay, "benchmark")
    press(show(pay, "next"), "copy_now")
    assert PAY.benchmark.label in words(pay)

    press(pay, "clear_pay")
    assert PAY.benchmark.label not in words(pay)
    press(pay, "undo_pay")
    assert PAY.benchmark.label in words(pay)


def test_typical_figures_with_nothing_left_to_fill_change_and_claim_nothing(pay: AppTest) -> None:
    enter(pay, {**OFFICE, "benefits.0.cost": 10.0})

    press(pay, "benchmark")

    assert PAY.benchmark.label not in words(pay)
    assert "undo_pay" not in {one.key for one in pay.button}


def test_leaving_equity_out_takes_it_out_of_every_picture(app: AppTest) -> None:
    go_to(describe(app, {**OFFICE, **SHARES}), "pay")
    assert headline(app) == "Job now: 62,500 a year"
    assert "52,500 without equity; 62,500 with it" in words(app)
    before = drawn(app, "chart_pay_fan")

    app.toggle(key="own.pay-equity-out.").set_value(True).run()

    assert headline(app) == "Job now: 52,500 a year"
    assert "62,500 with it" in words(app)
    assert drawn(app, "chart_pay_fan") != before


def test_shares_of_a_private_company_stay_out_of_the_headline(app: AppTest) -> None:
    go_to(describe(app, {**OFFICE, **SHARES, "equity_preset": "private"}), "pay")

    assert headline(app) == "Job now: 52,500 a year"
    assert "52,500 without equity; 56,000 with it; 62,500 if every share" in words(app)


def test_pay_survives_leaving_and_coming_back_twice(pay: AppTest) -> None:
    enter(pay, {**OFFICE, "bonus_target": -1.0})
    enter(open_group(pay, "equity"), SHARES)
    pay.text_input(key="own.pay.now.name").set_value("Nurse").run()
    pay.text_input(key="own.pay.now.symbol").set_value("€").run()
    enter(show(pay, "path"), {"wage": 50.0, "hours": 40.0}, "path")
    before = {k: v for k, v in stored(pay, "pay").items() if v not in (None, "")}

    for _ in range(2):
        rest(pay, "learn")
        rest(pay, "pay")

    after = {k: v for k, v in stored(pay, "pay").items() if v not in (None, "")}
    assert after == before
    assert headline(pay) == "Career path: €104,000 a year"
    assert headline(show(pay, "now")) == "Nurse: €62,500 a year"


@pytest.mark.parametrize("sample", ["amina", "ben"])
def test_the_pay_of_a_sample_never_mixes_with_own(app: AppTest, sample: str) -> None:
    describe(app, {"salary": 12_345.0, "name": "Mine"})
    press(go_to(app, "start"), f"sample_{sample}")

    rest(app, "pay")

    assert is_calm(app)
    assert charts(app)
    assert headline(app).startswith("Job now: ")
    app.number_input(key=f"{sample}.pay.now.benefits.0.cost").set_value(1.0).run().run()
    press(app, "leave_sample")
    assert headline(rest(app, "pay")) == "Mine: 12,345 a year"
    assert stored(app, "pay")["now.salary"] == 12_345


def test_pay_moves_nothing_in_the_balance(app: AppTest) -> None:
    said = balance_sentence(result(all_fives("full")), WORDING)
    go_to(fill(app, all_fives("full")), "balance")
    before = charts(app)

    rest(describe(app, {**OFFICE, **SHARES}), "pay")

    go_to(app, "balance")
    assert said in words(app)
    assert charts(app) == before


def test_answers_about_pay_stand_beside_it_in_words(app: AppTest) -> None:
    fill(app, worked_sheet("amina"))

    tab(go_to(app, "pay"), "Beside your answers")

    (asked,) = (one.value for one in app.table)
    questions = read_catalogue().questionnaire
    assert list(asked["Question"]) == [
        *(questions.by_id[one].text for one in PAY.beside),
        questions.lists["D6"].title,
    ]
    assert {"P1", "P2", "P4", "P5"} < set(PAY.beside)
    press(app, "pay_said_needs")
    assert title(app) == "Assess"


def search(app: AppTest, text: str) -> list[str]:
    """Search an occupation; gives the titles found."""
    app.text_input(key="own.pay-search.now").set_value(text).run()
    return list(app.radio[0].options) if app.radio else []


def choose(app: AppTest, soc: str) -> AppTest:
    """Pick one of the occupations found."""
    return app.radio(key="own.pay-occupation.now").set_value(soc).run()


def test_an_occupation_is_searched_and_never_guessed(app: AppTest) -> None:
    tab(go_to(describe(app, {"wage": 21.53, "hours": 36.0}), "pay"), "The market")
    assert "chart_pay_market" not in charts(app)

    assert "Customer Service Representatives" in search(app, "customer service")
    assert app.radio[0].value is None
    choose(app, "43-4051")

    assert "about P50" in charts(app)["chart_pay_market"]
    for caveat in ("self-employed", "No state", "2,080 hours", "cannot vouch"):
        assert caveat in words(app)


def test_a_search_that_finds_many_says_how_many_and_shows_the_commonest(app: AppTest) -> None:
    tab(go_to(app, "pay"), "The market")
    assert app.text_input(key="own.pay-search.now").label == "Search 830 US occupations"

    found = search(app, "teacher")

    assert found[0].startswith("Elementary School Teachers")
    assert f"The {len(found)} of 52 titles" in words(app)
    assert len(found) == 10
    assert search(app, "management")[-1] == "Management Occupations (the whole group)"
    assert "Another word narrows" not in words(app)


def test_a_search_that_finds_nothing_says_so_and_keeps_what_was_chosen(app: AppTest) -> None:
    tab(go_to(describe(app, {"wage": 21.53, "hours": 36.0}), "pay"), "The market")
    assert search(app, "xyzzy") == []
    assert PAY.empty["search"] in words(app)

    search(app, "customer service")
    choose(app, "43-4051")
    assert search(app, "xyzzy") == ["Customer Service Representatives"]
    assert "chart_pay_market" in charts(app)


@pytest.mark.parametrize("text", ["43-4051", "  CUSTOMER   service ", "representatives customer"])
def test_a_code_capitals_and_another_order_find_it_too(app: AppTest, text: str) -> None:
    tab(go_to(app, "pay"), "The market")

    assert "Customer Service Representatives" in search(app, text)


@pytest.mark.parametrize("text", ["*", "(", "\\", "[a-z", "\x00", "%s", "🙂", "x" * 80])
def test_odd_signs_in_a_search_are_no_pattern(app: AppTest, text: str) -> None:
    tab(go_to(app, "pay"), "The market")

    search(app, text)

    assert is_calm(app)


@pytest.mark.parametrize(
    ("soc", "cells", "said"),
    [
        ("43-4051", {"salary": 30_000.0, "work_hours": 25.0}, "about P62"),
        ("43-4051", {"wage": 15.0, "hours": 40.0}, "below P10"),
        ("43-4051", {"wage": 31.0, "hours": 40.0}, "above P90"),
        ("25-2031", {"salary": 60_000.0}, "about P25"),
        ("27-2011", {"wage": 30.0, "hours": 10.0}, "about P51"),
    ],
    ids=str,
)
def test_pay_is_placed_as_the_table_allows(
    app: AppTest, soc: str, cells: dict[str, float | str], said: str
) -> None:
    describe(app, cells)
    write(app, "pay-occupation", {"now": soc})

    tab(go_to(app, "pay"), "The market")

    assert said in charts(app)["chart_pay_market"]
    assert ("scaled from 25" in words(app)) == ("work_hours" in cells)


def test_a_salary_against_hourly_wages_asks_for_the_hours(app: AppTest) -> None:
    describe(app, {"salary": 60_000.0})
    write(app, "pay-occupation", {"now": "27-2011"})

    tab(go_to(app, "pay"), "The market")

    assert PAY.empty["market_hours"] in words(app)


@pytest.mark.parametrize("bad", ["99-9999", "", 5, None, ["43-4051"], True], ids=repr)
def test_an_occupation_that_is_not_in_the_table_is_not_chosen(app: AppTest, bad: object) -> None:
    describe(app, OFFICE)
    write(app, "pay-occupation", {"now": bad})

    tab(go_to(app, "pay"), "The market")

    assert is_calm(app)
    assert "chart_pay_market" not in charts(app)


def test_another_currency_is_warned_about(app: AppTest) -> None:
    describe(app, {**OFFICE, "symbol": "€"})
    write(app, "pay-occupation", {"now": "43-4051"})

    tab(go_to(app, "pay"), "The market")

    assert "in another currency" in words(app)


def test_the_projector_shows_the_pay_described_and_leads_back(app: AppTest) -> None:
    go_to(describe(app, {**OFFICE, "name": "Nurse $"}), "pay")

    press(app, "Present")
    go_to(app, "present")
    titles, shown = [title(app)], list(charts(app))
    while not app.button(key="stage_next").disabled:
        press(app, "stage_next")
        titles.append(title(app))
        shown += charts(app)

    assert shown == [f"stage_chart_pay_{name}" for name in ("mix", "fan", "certainty")]
    assert titles[-1].startswith(r"Nurse \$: ")
    assert title(press(app, "stage_leave")) == "Pay"


def test_with_no_pay_the_projector_asks_what_to_show(pay: AppTest) -> None:
    press(pay, "Present")

    assert title(pay) == "What would you like to show?"
    assert "The pay on this screen" not in words(pay)


def test_a_broken_wage_table_leaves_the_page_calm_and_the_pay_where_it_is(
    app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    (copy / resources.WAGES).write_text("soc,title\nx,y\n", encoding="utf-8")
    monkeypatch.setattr(resources, "DATA", copy)
    monkeypatch.setattr(resources, "read_catalogue", partial(read_catalogue, data=copy, docs=DOCS))

    tab(go_to(describe(app, OFFICE), "pay"), "The market")

    assert is_calm(app)
    assert "cannot be read at the moment" in words(app)
    assert headline(app) == "Job now: 52,500 a year"
    assert stored(app, "pay")["now.salary"] == 50_000


@pytest.mark.parametrize(("rate", "said"), [(None, True), (0.9, False)])
def test_two_currencies_at_one_rate_are_pointed_out(
    app: AppTest, rate: float | None, *, said: bool
) -> None:
    write(app, "pay", {"now.salary": 50_000.0, "now.symbol": "€"})
    write(app, "pay", {"next.salary": 60_000.0, "next.symbol": "$", "next.fx": rate})
    go_to(app, "pay")

    assert (PAY.texts["mixed_currency"] in words(app)) is said
