"""The pay page's words and numbers: complete, in the article's order, and the same as the code and the data."""

import dataclasses
import re
import shutil
from pathlib import Path
from typing import Any, get_args

import pytest

from tests.builders import DATA, MODEL
from throughline import market as market_module
from throughline.compensation import package as package_module
from throughline.compensation.certainty import certainty
from throughline.compensation.constants import PayConstants, pay_constants
from throughline.compensation.limits import (
    HOURS_IN_WEEK,
    LIMITS,
    SCHEDULE_TOLERANCE,
    VEST_STEPS,
    read_package,
)
from throughline.compensation.move import MOVE_LIMITS, Move
from throughline.compensation.package import PARTS, Benefit, Package
from throughline.compensation.reader import IssueKind
from throughline.content import compensation as content_module
from throughline.content.compensation import Compensation
from throughline.content.constants import PayConstant
from throughline.content.reading import read_toml
from throughline.content.sources import Sources
from throughline.errors import ContentError
from throughline.market import medians_ratio, read_market
from throughline.tables.pay import cell_of
from throughline.wording import money

CONTENT = read_toml(DATA / "compensation.toml", Compensation)
SOURCES = {one.id for one in read_toml(DATA / "sources.toml", Sources).sources}
MARKET = read_market(DATA / "oews_national_2025.csv")
DEFAULTS = {one.name: one.default for one in dataclasses.fields(Package)}
FULL = Package(
    salary=1,
    wage=1,
    hours=2,
    hours_min=1,
    bonus_target=1,
    bonus_floor=0.5,
    shares=4,
    price=1,
    benefits=(Benefit(1),),
    pension=0.5,
)

# Section 8 of the design: annual P10, median, P90 of both, and the ratio of the medians.
PAIRS = """
41-2031 27,210 35,410 47,890 41-1011 33,120 48,520 77,080 1.37
35-3031 18,100 35,230 64,720 11-9051 45,960 69,390 107,640 1.97
53-3054 34,650 42,100 75,800 11-3071 65,120 107,230 194,900 2.55
25-2031 48,780 72,040 107,600 11-9032 76,280 105,870 167,770 1.47
15-1232 40,980 61,860 100,540 15-1252 82,460 135,980 214,670 2.20
15-1252 82,460 135,980 214,670 11-3021 107,550 175,140 297,510 1.29
13-1161 43,390 78,760 155,480 11-2021 90,260 166,790 293,610 2.12
43-4051 31,750 44,770 63,590 43-1011 45,610 69,500 104,710 1.55
43-4051 31,750 44,770 63,590 11-1021 50,090 105,770 253,390 2.36
39-9031 28,800 47,160 83,100 11-9072 46,270 79,520 139,110 1.69
27-1024 39,520 62,960 104,910 15-1255 53,750 104,000 201,550 1.65
27-4021 30,820 44,660 91,810 27-3023 36,240 62,200 144,140 1.39
"""


def spread(soc: str) -> list[str]:
    annual = MARKET.by_soc[soc].annual
    assert annual is not None
    return [soc, *(money(annual[place]) for place in (0, 2, 4))]


def test_the_parts_are_those_of_the_code_and_of_the_lens_in_the_order_of_the_article() -> None:
    assert tuple(part.id for part in CONTENT.parts) == PARTS == tuple(MODEL.pay_lens)


def test_every_field_has_the_limits_and_the_default_of_the_formulas() -> None:
    assert {one.id: (one.low, one.high) for one in CONTENT.fields} == LIMITS
    for field in CONTENT.fields:
        assert field.default == DEFAULTS[field.id], field.id


def test_every_input_of_a_package_is_asked_by_one_field_or_one_list() -> None:
    assert sorted(one.id for one in CONTENT.asked) == sorted(DEFAULTS)
    columns = {one.id: [column.id for column in one.columns] for one in CONTENT.lists}
    tiers = ["rate", "low", "high"]
    assert columns == {
        "benefits": ["cost", "use"],
        "match": tiers,
        "brackets": tiers,
        "vest_schedule": ["share"],
    }


def test_the_defaults_make_an_empty_package_without_a_word() -> None:
    typed: dict[str, Any] = {field.id: field.default for field in CONTENT.fields}
    assert read_package(typed) == (Package(), ())


def test_a_move_is_asked_with_the_limits_of_the_formulas_and_a_discount_rate() -> None:
    asked = {one.id: one for one in CONTENT.move}
    assert set(asked) == {*MOVE_LIMITS, "discount_rate"}
    for name, limits in MOVE_LIMITS.items():
        assert (asked[name].low, asked[name].high) == limits
        assert asked[name].default == getattr(Move(), name)


def test_the_short_form_asks_six_numbers_in_the_order_of_the_parts() -> None:
    assert [one.id for one in CONTENT.short_form] == [
        *("salary", "wage", "hours", "bonus_target", "benefits", "pension")
    ]


def test_shares_are_shown_in_percent_and_say_so() -> None:
    columns = [column for one in CONTENT.lists for column in one.columns]
    for field in (*CONTENT.fields, *CONTENT.move, *columns):
        assert field.percent == ("%" in field.unit), field.id
        assert field.help.endswith("."), field.id


def test_a_choice_and_an_upper_field_are_those_of_the_formulas() -> None:
    assert CONTENT.by_id["vest_step"].choices == VEST_STEPS
    upper = {one.id: one.at_most for one in CONTENT.fields if one.at_most}
    assert upper == {"hours_min": "hours", "vest_cliff": "vest_months"}


def test_every_constant_has_the_value_the_code_uses() -> None:
    values = {name: one.value for name, one in CONTENT.constants.items()}
    code: dict[str, Any] = dataclasses.asdict(PayConstants())
    names = ("fan_low", "fan_quarter", "fan_middle", "fan_three_quarters", "fan_high")
    code |= dict(zip(names, code.pop("fan_percentiles"), strict=True))
    code |= {"schedule_tolerance": SCHEDULE_TOLERANCE, "week_hours_most": HOURS_IN_WEEK}
    code |= {"full_time_year": market_module.FULL_TIME_YEAR}
    code |= {"part_time_below": market_module.PART_TIME_BELOW}
    assert values == code


def test_the_formulas_run_on_the_constants_of_the_file() -> None:
    assert pay_constants(CONTENT) == PayConstants()
    for name, one in CONTENT.constants.items():
        changed = CONTENT.model_copy(
            update={
                "constants": {**CONTENT.constants, name: one.model_copy(update={"value": 77.0})}
            }
        )
        in_code_too = {"schedule_tolerance", "week_hours_most", "full_time_year", "part_time_below"}
        assert (pay_constants(changed) == PayConstants()) == (name in in_code_too), name


def test_parts_and_issues_are_those_of_the_formulas() -> None:
    assert get_args(content_module.Part) == content_module.PARTS == get_args(package_module.Part)
    assert get_args(content_module.Issue) == get_args(IssueKind)


def test_every_constant_has_a_unit_a_meaning_and_is_used_once() -> None:
    assert set(CONTENT.constants) == set(get_args(PayConstant))
    assert not set(CONTENT.constants) & set(MODEL.constants)
    for name, one in CONTENT.constants.items():
        assert one.unit, name
        assert one.meaning, name
        assert not one.meaning.endswith("."), name


def test_every_source_is_known_or_a_judgement() -> None:
    named = [one.source for one in CONTENT.constants.values()]
    named += [one.source for one in CONTENT.equity_presets]
    assert set(named) <= SOURCES | {"judgement"}
    assert {CONTENT.market.source, CONTENT.benchmark.source} == {"S53", "S54"}
    assert {"S53", "S54", "S55"} <= SOURCES


def test_the_presets_are_legal_and_one_is_chosen() -> None:
    assert [one.id for one in CONTENT.hours_presets] == list(PayConstants().hours_presets)
    assert [one.id for one in CONTENT.hours_presets if one.default] == ["typical"]
    for preset in CONTENT.vest_presets:
        typed = {"vest_months": preset.months, "vest_cliff": preset.cliff, "vest_step": preset.step}
        schedule = {"vest_schedule": list(preset.schedule)} if preset.schedule else {}
        assert read_package({**typed, **schedule})[1] == (), preset.id


def test_the_map_of_certainty_places_every_piece_of_pay_as_the_code_does() -> None:
    found: dict[str, dict[str, str]] = {cell.id: {} for cell in CONTENT.certainty.cells}
    pieces = certainty(FULL).pieces
    for piece in pieces:
        alone = sum(one.part == piece.part for one in pieces) == 1
        split = "guaranteed" if piece.sureness == "certain" else "rest"
        found[cell_of(piece)][piece.part] = "all" if alone else split
    assert found == {cell.id: dict(cell.shares) for cell in CONTENT.certainty.cells}
    for part in CONTENT.parts:
        times = {piece.when for piece in pieces if piece.part == part.id}
        assert times == {part.when}


def test_a_part_that_can_be_split_has_words_for_being_all_guaranteed() -> None:
    split = {part.id for part in CONTENT.parts if part.sure}
    assert split == {"hourly", "bonus"}


def test_every_issue_and_every_note_has_words() -> None:
    assert set(CONTENT.issues) == set(get_args(IssueKind))
    assert set(CONTENT.market.notes) == set(get_args(market_module.Note))
    assert set(CONTENT.market.places) == {"inside", "below", "above"}


def test_the_pairs_of_the_article_have_the_wages_of_the_table() -> None:
    expected = [line.split() for line in PAIRS.strip().splitlines()]
    found = []
    for pair in CONTENT.market.pairs:
        ratio = medians_ratio(MARKET.by_soc[pair.job], MARKET.by_soc[pair.step])
        found.append([*spread(pair.job), *spread(pair.step), f"{ratio:.2f}"])
    assert found == expected


def test_the_caveats_of_the_wage_name_the_release_and_whom_it_leaves_out() -> None:
    words = CONTENT.market
    assert str(words.released) == "2026-05-15"
    assert "15 May 2026" in words.citation
    assert "self-employed" in words.people
    assert "United States" in words.area
    assert {"tips", "commissions"} <= set(words.counts)
    assert {"overtime", "benefits", "stock", "year-end bonuses"} <= set(words.leaves_out)
    assert not set(words.counts) & set(words.leaves_out)


def test_the_benchmark_is_labelled_and_its_shares_follow_from_the_release() -> None:
    typical = CONTENT.benchmark
    assert (typical.total_hour, typical.wages_hour) == (45.65, 32.07)
    assert typical.wages_share == pytest.approx(32.07 / 45.65, abs=0.001)
    assert typical.insurance_of_wages == pytest.approx(3.44 / 32.07, abs=0.001)
    assert typical.retirement_of_wages == pytest.approx(1.54 / 32.07, abs=0.001)
    assert "June 2025" in typical.label
    assert str(typical.released) == "2025-09-12"


def test_every_gap_in_a_text_is_one_the_page_can_fill() -> None:
    raw = (DATA / "compensation.toml").read_text(encoding="utf-8")
    gaps = set(re.findall(r"(?<!= )\{(\w*)\}", raw))
    assert gaps == {
        *("n", "label", "value", "low", "high", "hours", "pay", "percentile", "title"),
        *("total", "without", "amount", "name", "paper", "after_tax", "rate", "paths"),
        *("breadth", "guaranteed", "variable", "long_term", "nominal", "month", "months"),
        *("share", "at_60", "at_120", "groups", "reference", "number", "shown"),
    }


def test_nothing_in_the_file_is_markup_and_one_dollar_sign_is_an_example() -> None:
    raw = (DATA / "compensation.toml").read_text(encoding="utf-8")
    assert not re.search(r"[<>]", raw)
    # A pair of them would be read as a formula.
    assert raw.count("$") == CONTENT.texts["symbol"].count("$") == 1


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ('id = "salary"\nname', 'id = "hourly"\nname', "in this order"),
        ('id = "wage"', 'id = "salary"', "salary: the id is used twice"),
        ('group = "time"', 'group = "tame"', "tame"),
        ('at_most = "hours"', 'at_most = "hour"', "hour"),
        ("default = 52", "default = 53", "weeks"),
        ('retirement = "all"', 'benefits = "all"', "benefits is placed as"),
        ('blank = "paid hours"\n', "", "work_hours"),
        ("choices = [1, 3, 6, 12]", "choices = [3, 6, 12]", "vest_step"),
        ("[constants.hours_steady]", "[constants.hours_still]", "hours_steady"),
        ("[constants.seed]", "[constants.sead]", "seed"),
        ('long_week = "', 'long_weak = "', "long_weak"),
    ],
)
def test_a_slip_is_named(tmp_path: Path, before: str, after: str, named: str) -> None:
    path = tmp_path / "compensation.toml"
    shutil.copy(DATA / "compensation.toml", path)
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(ContentError, match=r"^compensation\.toml: ") as caught:
        read_toml(path, Compensation)
    assert named in str(caught.value)
