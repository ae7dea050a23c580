"""What holds for every figure: fresh, fixed, small, drawn for any legal sheet, and cheap to import."""

import json
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests import builders
from throughline import figures
from throughline.answers import Answers
from throughline.figures import Look, sketch
from throughline.figures.sketch import Sketch

QUESTIONS, WORDING = builders.QUESTIONNAIRE, builders.WORDING
NUMBERS = builders.MODEL.numbers
ROOT = Path(__file__).resolve().parents[3]
LOOKS = [Look(), Look("dark"), Look(stage=True), Look("dark", stage=True)]


def drawn(sheet: Answers, look: Look) -> dict[str, Any]:
    """Every figure the sheet supports, by name."""
    profile, way = builders.result(sheet), builders.way_of(sheet)
    found = {
        "domains": figures.domains_now_wanted(profile, sheet.wanted, QUESTIONS, look=look),
        "claims": figures.claim_vs_evidence(profile, QUESTIONS, look=look),
        "needs": figures.needs_now_target(sheet, QUESTIONS, NUMBERS, look=look),
        "habits": figures.habit_bars(profile.habits, QUESTIONS, look=look),
    }
    if profile.balance:
        found["balance"] = figures.balance_bar(profile, WORDING, look=look)
    if profile.place:
        found["map"] = figures.place_map(profile.place, WORDING, look=look)
        found["membership"] = figures.membership_bars(profile.place, WORDING, look=look)
    if way:
        found["way"] = figures.way_waterfall(way, QUESTIONS, look=look)
        for gap in way.domains:
            found[f"levers {gap.domain}"] = figures.lever_bars(gap, QUESTIONS, look=look)
    return found


def said(sheet: Answers) -> list[str]:
    """Every sentence the sheet supports."""
    profile, way = builders.result(sheet), builders.way_of(sheet)
    sentences = [
        figures.balance_bar_alt(profile, WORDING),
        figures.domains_now_wanted_alt(profile, sheet.wanted, QUESTIONS),
        figures.claim_vs_evidence_alt(profile, QUESTIONS),
        figures.habit_bars_alt(profile.habits, QUESTIONS),
    ]
    if profile.support:
        sentences.append(figures.needs_now_target_alt(profile.support, QUESTIONS))
    if profile.place:
        sentences.append(figures.place_map_alt(profile.place, WORDING))
        sentences.append(figures.membership_bars_alt(profile.place, WORDING))
    if way:
        sentences.append(figures.way_waterfall_alt(way, QUESTIONS))
        sentences += [figures.lever_bars_alt(gap, QUESTIONS) for gap in way.domains]
    return sentences


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("person", ["amina", "ben"])
def test_every_axis_is_fixed_with_a_range_of_its_own(person: str, look: Look) -> None:
    for name, figure in drawn(builders.worked_sheet(person), look).items():
        for axis in (figure.layout.xaxis, figure.layout.yaxis):
            assert axis.fixedrange is True, name
            assert axis.range is not None, name
            assert axis.automargin is not True, name


def test_the_tests_have_plotly_check_every_figure() -> None:
    with pytest.raises(ValueError, match="bar"):
        Sketch({}, [{"type": "bar", "colour": "red"}]).figure()


@pytest.mark.parametrize("person", ["amina", "ben"])
def test_a_figure_is_the_same_when_plotly_does_not_look(
    person: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = drawn(builders.worked_sheet(person), Look())
    monkeypatch.setattr(sketch, "VALIDATE", False)
    for name, figure in drawn(builders.worked_sheet(person), Look()).items():
        assert json.loads(figure.to_json()) == json.loads(checked[name].to_json()), name


@pytest.mark.parametrize("person", ["amina", "ben"])
def test_every_figure_keeps_its_place_and_has_clear_paper(person: str) -> None:
    for name, figure in drawn(builders.worked_sheet(person), Look()).items():
        layout = figure.layout
        assert layout.uirevision == "fixed", name
        assert layout.dragmode is False, name
        assert layout.paper_bgcolor == "rgba(0,0,0,0)", name
        assert layout.height >= 100, name
        assert layout.width is None, name


def test_a_figure_is_small_to_send() -> None:
    for name, figure in drawn(builders.worked_sheet("amina"), Look()).items():
        assert len(figure.to_json()) < 8_000, name
        assert len(figure.data) <= 5, name


def test_on_a_stage_no_text_is_under_24_pixels() -> None:
    for name, figure in drawn(builders.worked_sheet("amina"), Look(stage=True)).items():
        spec = figure.to_plotly_json()
        sizes = [font["size"] for font in _all(spec, lambda key: key.endswith("font"))]
        assert min(sizes) >= 24, name


def test_every_call_returns_a_fresh_figure() -> None:
    first, second = (drawn(builders.worked_sheet("amina"), Look()) for _ in range(2))
    for name, figure in first.items():
        assert figure is not second[name]
        assert figure == second[name]


@pytest.mark.parametrize("person", ["amina", "ben"])
def test_no_figure_or_sentence_changes_what_it_is_given(person: str) -> None:
    sheet = builders.worked_sheet(person)
    profile, way = builders.result(sheet), builders.way_of(sheet)
    before = deepcopy((sheet, profile, way))
    drawn(sheet, Look())
    figures.domains_now_wanted(profile, sheet.wanted, QUESTIONS, look=Look())
    if way:
        figures.way_waterfall(way, QUESTIONS, look=Look())
    said(sheet)
    assert (sheet, profile, way) == before


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheet=builders.sheets())
def test_any_legal_sheet_can_be_drawn_and_said(sheet: Answers) -> None:
    drawn(sheet, Look())
    for sentence in said(sheet):
        assert sentence.endswith(".")
        assert "None" not in sentence
        assert "nan" not in sentence


def test_importing_the_figures_and_tables_loads_neither_plotly_nor_pandas() -> None:
    program = (
        "import sys, throughline.figures, throughline.tables\n"
        "print([name for name in ('plotly', 'pandas', 'numpy', 'streamlit') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def _all(spec: Any, wanted: Callable[[str], bool]) -> list[Any]:
    if isinstance(spec, dict):
        inner = [hit for value in spec.values() for hit in _all(value, wanted)]
        return inner + [value for key, value in spec.items() if wanted(key)]
    if isinstance(spec, list | tuple):
        return [hit for value in spec for hit in _all(value, wanted)]
    return []
