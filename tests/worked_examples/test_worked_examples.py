"""Every value of the worked examples, recomputed from the real questionnaire and model."""

from dataclasses import asdict
from typing import Any

import pytest

from tests.builders import (
    DATA,
    MODEL,
    QUESTIONNAIRE,
    WORDING,
    person,
    result,
    way_of,
    worked_examples,
    worked_sheet,
)
from throughline.actions import rank_steps
from throughline.change import compare
from throughline.compensation.impact import impact
from throughline.content.reading import read_toml
from throughline.content.samples import Samples
from throughline.goals import attainment
from throughline.levers import Way
from throughline.wording import balance_sentence, place_label

PEOPLE = tuple(one["id"] for one in worked_examples()["people"])
SENTENCES = {
    "amina": (
        "Your answers lean 72 : 28 towards present needs; with similar questions the 72 could be"
        " 69-75. You left 3 sliders open; they could move it to between 67 and 74."
    ),
    "amina_later": (
        "Your answers lean 61 : 39 towards present needs; with similar questions the 61 could be"
        " 58-65. You left 3 sliders open; they could move it to between 57 and 64."
    ),
    "ben": (
        "Your answers lean 26 : 74 towards future identity; with similar questions the 74 could be"
        " 71-78."
    ),
}


def assert_same(actual: Any, expected: Any, where: str = "") -> None:
    """Compare values of any shape; numbers to the 4 decimals of the file."""
    if isinstance(expected, dict):
        assert set(actual) == set(expected), where
        for key, value in expected.items():
            assert_same(actual[key], value, f"{where} {key}")
    elif isinstance(expected, list | tuple):
        assert len(actual) == len(expected), where
        for place, value in enumerate(expected):
            assert_same(actual[place], value, f"{where} {place}")
    elif isinstance(expected, float | int) and not isinstance(expected, bool):
        # Half a unit of the fourth decimal, not a rounding: 29.17125 may fall either way in binary.
        assert abs(actual - expected) <= 5e-5 + 1e-6, f"{where}: {actual} is not {expected}"
    else:
        assert actual == expected, f"{where}: {actual!r} is not {expected!r}"


def found(person_id: str) -> dict[str, Any]:
    """Everything the product says about one person, in the shape of the expected values."""
    sheet = worked_sheet(person_id)
    profile = result(sheet)
    way = way_of(sheet)
    balance, place, support = profile.balance, profile.place, profile.support
    pay = impact(person(person_id)["inputs"]["pay"], MODEL)
    assert balance
    assert place
    assert support
    assert way
    assert pay
    ranking = rank_steps(profile, way, sheet, QUESTIONNAIRE, MODEL)
    gaps = {one.domain: one.gap for one in way.domains}
    quality = profile.quality
    return {
        "answered": profile.gate.answered,
        "total": profile.gate.total,
        "open": profile.gate.open,
        "not_applicable": profile.gate.not_applicable,
        "balance_shown": profile.gate.passed,
        "answers_needed": profile.gate.answers_needed,
        "domains_needed": profile.gate.domains_needed,
        "JN": place.present,
        "CN": place.path,
        "path": profile.path,
        "purpose": profile.purpose,
        "s_p": profile.spread.sd,
        "nu": profile.spread.df,
        "t": profile.spread.t,
        "domains": {
            one.id: {
                "slider_mean": one.slider,
                "evidence": one.evidence,
                "score": one.score,
                "se": one.se,
                "gap": gaps[one.id],
            }
            for one in profile.domains.values()
        },
        "B": balance.value,
        "SE_B": balance.se,
        "range": (balance.low, balance.high),
        "bounds": (balance.least, balance.most),
        "whisker": balance.whisker,
        "membership": {WORDING.places[name].name: share for name, share in place.shares.items()},
        "membership_label": place_label(place, WORDING),
        "P": support.value,
        "lowest_need": support.lowest,
        "need_gaps": [(gap.id, gap.gap) for gap in support.gaps],
        "M": profile.habits.momentum,
        "habit_levels": profile.habits.levels,
        "ACQ": quality.yes_saying,
        "PB": quality.side_pull,
        "longest_run": quality.longest_run,
        "spread": quality.spread,
        "claim_minus_evidence": quality.claim_minus_evidence,
        "flags": {
            **{name: name in quality.flags for name in ("yes_saying", "side_pull", "run", "flat")},
            "claim_vs_evidence": list(quality.claim_flags),
        },
        "wanted_balance": way.wanted,
        "total_gap": way.gap,
        "waterfall": waterfall(way),
        "single_ticks": [
            {"box": tick_name(tick.boxes), "domain": tick.domain, "gain": tick.gain}
            for tick in way.ticks
        ],
        "plan": way.plan,
        "steps": [asdict(step) for step in ranking.ranked],
        "steps_unranked": list(ranking.unranked),
        "pay_lens": pay.lens,
        "pay_breadth": pay.breadth,
    }


def waterfall(way: Way) -> dict[str, dict[str, float]]:
    """Levers by kind and id."""
    levers = [lever for one in way.domains for lever in one.levers]
    return {
        "domains": {one.domain: one.points for one in way.domains},
        "items": {lever.id: lever.points for lever in levers if lever.kind == "slider"},
        "evidence": {lever.id: lever.points for lever in levers if lever.kind == "evidence"},
    }


def tick_name(boxes: tuple[str, ...]) -> str:
    """The examples write one word for the five technical boxes, which share a suggestion."""
    return boxes[0] if len(boxes) == 1 else "technical"


@pytest.mark.parametrize("name", person("amina")["expected"])
@pytest.mark.parametrize("person_id", PEOPLE)
def test_a_worked_person_gets_exactly_the_published_value(person_id: str, name: str) -> None:
    expected = person(person_id)["expected"]
    assert_same(found(person_id)[name], expected[name], f"{person_id} {name}")


@pytest.mark.parametrize("person_id", PEOPLE)
def test_no_published_value_of_a_person_goes_unchecked(person_id: str) -> None:
    assert set(found(person_id)) == set(person(person_id)["expected"])


@pytest.mark.parametrize("person_id", PEOPLE)
def test_the_markers_of_a_person_key_to_the_published_meaning(person_id: str) -> None:
    sheet = worked_sheet(person_id)
    keyed = {
        item.id: sheet.keyed(item)
        for item in QUESTIONNAIRE.balance_items("full")
        if sheet.answered(item.id)
    }
    assert keyed == person(person_id)["inputs"]["keyed"]


@pytest.mark.parametrize("person_id", PEOPLE)
def test_the_result_sentence_is_printed_word_for_word(person_id: str) -> None:
    assert balance_sentence(result(worked_sheet(person_id)), WORDING) == SENTENCES[person_id]


@pytest.mark.parametrize(
    ("person_id", "biggest"), [("amina", ["G1", "G3"]), ("amina_later", ["E1"]), ("ben", ["A3"])]
)
def test_the_biggest_single_change_is_the_printed_one(person_id: str, biggest: list[str]) -> None:
    way = way_of(worked_sheet(person_id))
    assert way
    assert [lever.id for lever in way.biggest] == biggest


def test_levers_of_ben_that_point_against_their_domain_are_kept() -> None:
    way = way_of(worked_sheet("ben"))
    assert way
    levers = [lever for one in way.domains for lever in one.levers]
    assert {lever.id for lever in levers if lever.keep} == {
        *("J2", "J5", "C1", "C2", "C3", "C5", "C6", "C7r", "E1", "K1", "K4", "G2", "A4"),
        *("B1", "B4", "B5", "D7"),
    }


@pytest.mark.parametrize("change", worked_examples()["change"])
def test_the_change_between_sittings_is_the_published_one(change: dict[str, Any]) -> None:
    before, after = worked_sheet(change["from"]), worked_sheet(change["to"])
    seen = compare(before, after, QUESTIONNAIRE, MODEL)
    assert seen
    assert_same(
        {"points": seen.points, "threshold": seen.threshold, "word": seen.word},
        {
            "points": change["delta_B"],
            "threshold": change["own_threshold"],
            "word": change["word"],
        },
    )


@pytest.mark.parametrize("goals", worked_examples()["goal_attainment"])
def test_goal_attainment_is_the_published_one(goals: dict[str, Any]) -> None:
    assert_same(attainment(goals["x"], goals["w"], MODEL.numbers), goals["T"])


@pytest.mark.parametrize("package", worked_examples()["pay"])
def test_the_pay_mix_is_the_published_one(package: dict[str, Any]) -> None:
    mix = impact(package["pay"], MODEL)
    assert mix
    assert_same(mix.lens, package["lens"])
    assert_same(mix.breadth, package["breadth"])


@pytest.mark.parametrize("persona", read_toml(DATA / "samples.toml", Samples).samples)
def test_a_sample_persona_is_the_worked_person_of_the_same_name(persona: Any) -> None:
    sheet = worked_sheet(persona.id)
    assert persona.markers == sheet.markers
    assert frozenset(persona.skipped) == sheet.skipped
    assert frozenset(persona.ticks) == sheet.ticks
    assert frozenset(persona.reviewed) == sheet.reviewed
    assert persona.wanted == sheet.wanted
