"""The method document and the model file say the same, constant by constant and table by table."""

import math
import re
from dataclasses import fields
from itertools import pairwise

import pytest

from tests.builders import DATA, MODEL, QUESTIONNAIRE
from throughline.content.compensation import Compensation
from throughline.content.constants import Constant, Constants
from throughline.content.goals import Goals
from throughline.content.reading import read_toml
from throughline.content.sources import Sources

METHOD = (DATA.parent / "docs" / "method.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`([a-z_]+)` (\d+(?:\.\d+)?(?:e-?\d+)?)", METHOD)
GOALS = read_toml(DATA / "goals.toml", Goals)
PAY = read_toml(DATA / "compensation.toml", Compensation)
CONSTANTS: dict[str, Constant] = {
    **MODEL.constants,
    **{str(name): one for name, one in PAY.constants.items()},
    **{str(name): one for name, one in GOALS.constants.items()},
}
HEADINGS = re.findall(r"^## (.+)$", METHOD, re.MULTILINE)
EXPECTED_HEADINGS = {
    *("Answers and their states", "Keying", "Scales", "Domains", "Evidence", "Balance", "Range"),
    *("Bounds", "Quality notes", "Support and momentum", "Pay", "Levers", "One more tick"),
    *("Steps", "Goals", "Goal attainment", "Map", "Change", "Limits", "Pay over the years"),
    *("Certainty and steadiness of pay", "Moving to other pay", "Wages in the market"),
}


def section(heading: str) -> str:
    """The text under one heading."""
    return METHOD.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def table(heading: str) -> list[list[str]]:
    """The cells of the last table under a heading, header first, without the ruler."""
    rows = [line for line in section(heading).splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    return [row for row in cells if not set("".join(row)) <= set("-")]


@pytest.mark.parametrize(("name", "value"), NAMED)
def test_a_constant_is_printed_with_the_value_of_its_file(name: str, value: str) -> None:
    assert CONSTANTS[name].value == float(value)


@pytest.mark.parametrize(
    "name", [*(field.name for field in fields(Constants)), *PAY.constants, *GOALS.constants]
)
def test_every_constant_of_the_model_of_pay_and_of_goals_is_explained(name: str) -> None:
    assert name in dict(NAMED)


@pytest.mark.parametrize("name", CONSTANTS)
def test_a_constant_names_its_source_or_judgement_in_its_section(name: str) -> None:
    source = CONSTANTS[name].source
    own = next(text for text in map(section, HEADINGS) if f"`{name}` " in text)
    assert source in own


def test_the_document_belongs_to_this_version_of_the_model() -> None:
    assert f"Model version {MODEL.version}." in METHOD


def test_the_document_has_one_title_and_all_its_headings() -> None:
    assert METHOD.startswith("# Method\n")
    assert METHOD.count("\n# ") == 0
    assert set(HEADINGS) >= EXPECTED_HEADINGS
    assert len(HEADINGS) == len(set(HEADINGS))


def test_every_link_inside_the_document_meets_a_heading() -> None:
    anchors = {heading.lower().replace(",", "").replace(" ", "-") for heading in HEADINGS}
    links = re.findall(r"\]\(#([^)]+)\)", METHOD)
    assert links
    assert set(links) <= anchors


def test_every_cited_source_is_in_the_list_of_sources() -> None:
    known = {source.id for source in read_toml(DATA / "sources.toml", Sources).sources}
    cited = set(re.findall(r"\bS\d+b?\b", METHOD))
    assert cited >= {"S2", "S30", "S31", "S36", "S41"}
    assert cited <= known


def test_the_step_links_are_those_of_the_model() -> None:
    header, *rows = table("Steps")
    assert [row[0] for row in rows] == [
        f"{habit.id} {habit.step}" for habit in QUESTIONNAIRE.of_kind("habit")
    ]
    for row in rows:
        for domain, cell in zip(header[1:], row[1:], strict=True):
            assert float(cell) == MODEL.link(row[0].split()[0], domain), row


def test_the_pay_weights_are_those_of_the_model() -> None:
    header, *rows = table("Pay")
    assert [row[0] for row in rows] == list(MODEL.pay_lens)
    for row in rows:
        for lens, cell in zip(header[1:], row[1:], strict=True):
            assert float(cell) == MODEL.pay_lens[row[0]].get(lens.replace("-", "_"), 0.0), row


def test_the_printed_chances_of_cash_are_those_the_form_offers() -> None:
    listed, private = (100 * preset.cash_chance for preset in PAY.equity_presets)
    assert f"{listed:g} % for shares traded on an exchange and of {private:g} %" in section("Pay")


def test_the_method_waits_for_no_page_of_pay() -> None:
    for heading in HEADINGS:
        if heading in EXPECTED_HEADINGS and "pay" in heading.lower():
            assert "no page shows it" not in section(heading)


def test_the_printed_minimums_are_half_of_the_questions_and_those_of_the_form() -> None:
    text = section("Scales")
    for domain in QUESTIONNAIRE.domains:
        for scale, minimum in domain.minimum("full").items():
            assert minimum == math.ceil(len(QUESTIONNAIRE.of_scale(scale)) / 2)
            assert f"{scale} {minimum}" in text
        assert set(domain.minimum("quick").values()) == {1}


def test_the_printed_counts_of_sliders_are_those_of_the_questionnaire() -> None:
    text = section("Answers and their states")
    two_pole = QUESTIONNAIRE.of_kind("two-pole")
    assert f"**Full form** has {len(QUESTIONNAIRE.balance_items('full'))} sliders" in text
    assert f"has {len(QUESTIONNAIRE.balance_items('quick'))} of the 40" in text
    flipped = sum(item.flipped for item in two_pole)
    assert f"{flipped} of the {len(two_pole)} two-pole questions" in section("Keying")


def test_formulas_open_and_close_and_nothing_else_is_a_dollar() -> None:
    assert METHOD.count("$$") % 2 == 0
    blocks = METHOD.split("$$")
    for prose in blocks[::2]:
        for line in prose.splitlines():
            assert line.count("$") % 2 == 0, line
    for before, after in pairwise(blocks):
        assert before.endswith("\n")
        assert after.startswith("\n")
