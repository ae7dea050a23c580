"""The report model: the same words and numbers as the pages, nothing private in a shared copy, no surprise."""

import json
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import HealthCheck, given, settings

from tests import builders
from tests.unit.reports import made
from throughline import tables
from throughline.answers import Answers
from throughline.compensation.run_rate import mix
from throughline.goals.goal import Goal
from throughline.reports.build import build_report
from throughline.reports.model import SECTIONS, Block, Choice, Report, SectionId, Table, Text
from throughline.reports.printed import long_date, printed_table
from throughline.reports.shapes import (
    BalanceDrawing,
    GoalsDrawing,
    PayDrawing,
    RowsDrawing,
    WayDrawing,
)
from throughline.wording import balance_sentence


def section(report: Report, name: SectionId) -> Sequence[Block]:
    return next(one.blocks for one in report.sections if one.id == name)


def table(report: Report, name: SectionId, caption: str) -> Table:
    tables_here = [one for one in section(report, name) if isinstance(one, Table)]
    return next(one for one in tables_here if one.caption == caption)


def test_my_copy_has_every_section_in_its_order() -> None:
    report = made.report()
    assert [one.id for one in report.sections] == list(SECTIONS)
    assert (report.author, report.date, report.subtitle) == (
        "Amina O.",
        "23 Nov 2026",
        "My own copy",
    )


def test_a_shared_copy_has_no_pay_no_log_and_no_note_and_says_what_is_missing() -> None:
    report = made.report(Choice.shared())
    shown = " ".join(made.texts(report.as_data()))
    assert "A note on" not in shown
    assert "58,000" not in shown
    assert "Answered two days early" not in shown
    assert "the sliders say more than the boxes" not in shown
    assert report.about[-1] == "Not in this copy: What the pay is made of, Along the way."
    assert "A note on Tuesdays" in " ".join(made.texts(made.report().as_data()))


def test_a_person_can_choose_fewer_or_other_sections() -> None:
    choice = Choice("shared", frozenset({"goals", "pay"}), notes=False)
    assert [one.id for one in made.report(choice).sections] == ["pay", "goals"]


def test_a_section_without_anything_is_left_out_and_named() -> None:
    report = made.report(packages={}, goals=(), entries=())
    assert [one.id for one in report.sections] == [
        "result",
        "areas",
        "way",
        "needs",
        "plan",
        "method",
    ]
    assert "Five years of goals" in report.about[-1]


def test_the_sentences_and_tables_are_those_of_the_pages() -> None:
    report, sheet = made.report(), builders.worked_sheet("amina")
    profile, way = builders.result(sheet), builders.way_of(sheet)
    assert way is not None
    assert report.summary == balance_sentence(profile, builders.WORDING)
    pairs = {
        ("result", "The balance in points of 100"): tables.balance_bar_table(profile),
        ("areas", "Each area, 0 to 10 from present to future"): tables.domains_now_wanted_table(
            profile, sheet.wanted, builders.QUESTIONNAIRE
        ),
        ("way", "The way in points of the balance"): tables.way_waterfall_table(
            way, builders.QUESTIONNAIRE
        ),
        ("needs", "Needs and targets"): tables.needs_now_target_table(
            sheet, builders.QUESTIONNAIRE, builders.MODEL.numbers
        ),
        ("pay", "A year of pay by part, €"): tables.pay_mix_table(
            {name: mix(package) for name, package in made.PACKAGES.items()},
            made.catalogue().compensation,
        ),
    }
    for (name, caption), frame in pairs.items():
        printed = table(report, name, caption)  # type: ignore[arg-type]
        assert list(printed.rows) == [tuple(row) for row in frame.itertuples(index=False)]
        assert list(printed.head) == list(frame.columns)


def test_what_is_drawn_is_what_is_printed() -> None:
    report = made.report()
    (balance,) = (one for one in section(report, "result") if isinstance(one, BalanceDrawing))
    assert (balance.present, balance.future) == ("72", "28")
    assert balance.low < balance.split < balance.high
    (way,) = (one for one in section(report, "way") if isinstance(one, WayDrawing))
    assert [step.said for step in way.steps] == [
        row[-1] for row in table(report, "way", "The way in points of the balance").rows
    ]
    for before, after in zip(way.steps[:-1], way.steps[1:-1], strict=False):
        assert before.end == after.start
    (areas,) = (one for one in section(report, "areas") if isinstance(one, RowsDrawing))
    printed = table(report, "areas", "Each area, 0 to 10 from present to future").rows
    assert [row.said for row in areas.rows] == [row[-1] for row in printed]
    (pay,) = (one for one in section(report, "pay") if isinstance(one, PayDrawing))
    for bar in pay.bars:
        assert sum(part.share for part in bar.parts) == pytest.approx(1, abs=0.001)


def test_goals_lie_on_whole_years_and_what_has_no_date_is_in_the_table_only() -> None:
    report = made.report()
    (drawing,) = (one for one in section(report, "goals") if isinstance(one, GoalsDrawing))
    assert drawing.years == ("2026", "2027", "2028", "2029", "2030", "2031")
    assert "Say no more often" not in [line.title for line in drawing.lines]
    assert len(table(report, "goals", "Goals and milestones").rows) == len(made.GOALS)
    for line in drawing.lines:
        assert 0 <= line.start <= line.end <= 1
    first = next(line for line in drawing.lines if line.title == "Finish the design course")
    assert first.end == pytest.approx(455 / 2191, abs=0.001)
    assert first.said == "31 Mar 2027, active"
    assert 0 < drawing.today < 1 / 6


def test_a_date_far_away_or_long_past_stays_on_the_line() -> None:
    goals = tuple(
        Goal(f"g{year}", "x", due=long.replace(year=year))
        for year in (2001, 2026, 2036, 9999)
        for long in (made.TODAY,)
    )
    (drawing,) = (
        one for one in section(made.report(goals=goals), "goals") if isinstance(one, GoalsDrawing)
    )
    assert len(drawing.years) <= 16
    assert all(0 <= line.start <= line.end <= 1 for line in drawing.lines)


def test_the_report_is_frozen_plain_and_the_same_twice() -> None:
    report = made.report()
    with pytest.raises(FrozenInstanceError):
        report.title = "x"  # type: ignore[misc]
    first, second = (json.dumps(made.report().as_data(), allow_nan=False) for _ in range(2))
    assert first == second


def test_hostile_words_arrive_as_plain_text() -> None:
    shown = made.texts(made.hostile_report().as_data())
    assert all(ch == "\n" or ord(ch) > 31 for text in shown for ch in text)
    assert "nul turned round lone end" in shown
    assert made.HOSTILE[0] in shown
    "".join(shown).encode("utf-8")


def test_the_versions_are_named_and_the_seed_only_with_a_simulation() -> None:
    assert made.report().about[:2] == (
        "Throughline 0.2.0, questions 1.0, model 1.0, pay 1.0.",
        "Simulations: 10,000 paths, seed 2025.",
    )
    assert len(made.report(simulation=None).about) == 1


def test_no_text_of_the_limits_keeps_its_marks() -> None:
    limits = [one.text for one in section(made.report(), "method") if isinstance(one, Text)]
    assert "What it does not know" in limits
    assert not [text for text in limits if "*" in text or text.startswith(("#", "-"))]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheet=builders.sheets())
def test_any_legal_sheet_makes_a_report_of_finite_numbers(sheet: Answers) -> None:
    report = made.report(answers=sheet)
    said = json.dumps(report.as_data(), allow_nan=False)
    assert "None" not in said
    assert "nan" not in " ".join(made.texts(report.as_data())).split()


def test_nothing_entered_is_a_report_that_says_so() -> None:
    report = made.report(
        answers=Answers(form="full"), packages={}, goals=(), entries=(), actions=()
    )
    assert [one.id for one in report.sections] == ["method"]
    assert report.summary.startswith("Not enough answers yet")


def test_columns_of_numbers_are_known_and_no_rows_are_no_table() -> None:
    printed = printed_table(["a", "b", "c"], [["x", "−2", "1,200 (5%)"], ["", "", "69-75"]], "t")
    assert printed is not None
    assert printed.numbers == (False, True, True)
    assert printed_table(["a"], [], "t") is None
    assert long_date(None) == ""


def test_the_material_is_not_changed() -> None:
    given_material = made.material()
    before = deepcopy(given_material)
    build_report(given_material, made.catalogue(), made.WORDS, Choice.mine())
    assert given_material == before


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Ada", "My own copy  ·  Ada  ·  "),
        ("李明", "My own copy  ·  李明  ·  "),
        ("ليلى", "My own copy  ·  \u2068ليلى\u2069  ·  "),
        ("", "My own copy  ·  "),
    ],
)
def test_a_name_written_from_the_right_turns_nothing_beside_it_round(name: str, line: str) -> None:
    report = made.report(author=name)
    assert report.byline == line + report.date
