"""The plan page's words: one for every id of the domain, fair to both kinds of goals, the same numbers as the code."""

import dataclasses
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from tests.builders import DATA, MODEL
from throughline import goals as domain
from throughline.content import goal_words as words
from throughline.content.goals import Goals
from throughline.content.reading import read_toml
from throughline.content.sources import Sources
from throughline.errors import ContentError
from throughline.goals import goal as goal_module
from throughline.goals import limits
from throughline.goals.constants import CONSTANTS

CONTENT = read_toml(DATA / "goals.toml", Goals)
SOURCES = {one.id: one for one in read_toml(DATA / "sources.toml", Sources).sources}
TONE = re.compile(
    r"\b(just|only|still|low|behind|stuck|real career|weak|deficit|fail\w*|late|lazy|merely)\b|—",
    re.IGNORECASE,
)
DRAWN = re.compile(r"[<>`$|\[\]]|\*\*|__|!\(|^[#]|://", re.MULTILINE)

# What the page can fill in, by the section the text stands in.
GAPS = {
    "statuses": {"start", "due", "progress", "expected", "points", "days", "day"},
    "horizons": {"days"},
    "advice": {"title", "titles", "other", "days", "day", "hours", "limit", "count"},
    "smart": {"words"},
    "wording_test": {"points", "missing"},
    "moves": {"title", "start", "due", "years"},
    "pushing": {"title", "titles", "count", "years"},
    "issues": {"goal", "field"},
    "issue_words": {"titles", "limit", "field"},
    "attainment": {"value", "count"},
    "check_in": {"day", "before", "after"},
    "page": {"count"},
    "cards": {"year", "name", "count"},
    "chart": {
        *("goals", "milestones", "start", "end", "lanes", "statuses", "today", "count"),
    },
    "outside": {"count"},
    "load": {"first", "last", "quarter", "hours", "limit", "count"},
    "undo": {"title", "count", "other"},
    "calendar": {"days", "count"},
    "summary": {
        *("short", "long", "undated", "count", "name", "days", "titles", "start", "due"),
    },
}


def texts(value: Any) -> Iterator[str]:
    """Every text inside a piece of content."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts(one)


def section(name: str) -> list[str]:
    return list(texts(CONTENT.model_dump()[name]))


SECTIONS = [name for name in Goals.model_fields if name not in ("version", "constants")]
EVERY_SECTION = pytest.mark.parametrize("name", SECTIONS)


@pytest.mark.parametrize(
    ("said", "known"),
    [
        (words.GoalTrack, domain.Track),
        (words.GoalKind, domain.Kind),
        (words.GoalTimeframe, domain.Timeframe),
        (words.GoalStatus, domain.Status),
        (words.GoalHorizon, domain.Horizon),
        (words.GoalAdvice, domain.AdviceKind),
        (words.GoalCheck, domain.SmartCheck),
        (words.GoalMove, domain.MoveReason),
        (words.GoalIssue, domain.IssueKind),
        (words.GoalOutside, domain.Outside),
    ],
)
def test_there_are_words_for_exactly_the_ids_of_the_domain(said: object, known: object) -> None:
    assert set(get_args(said)) == set(get_args(known))


def test_every_field_of_a_goal_has_a_label_and_so_has_the_plan() -> None:
    fields = {one.name for one in dataclasses.fields(domain.Goal)}

    assert set(CONTENT.fields) == fields | {"goals"}


def test_every_constant_has_the_value_the_code_uses() -> None:
    code: dict[str, Any] = dataclasses.asdict(CONSTANTS)
    code |= {"goal_limit": limits.GOAL_LIMIT, "check_in_limit": limits.CHECK_IN_LIMIT}
    values = {name: one.value for name, one in CONTENT.constants.items()}
    page = {name: values.pop(name) for name in ("free_hours", "alarm_days")}

    assert values == code
    assert page == {"free_hours": 6, "alarm_days": 14}


def test_a_constant_names_its_unit_its_source_and_its_meaning() -> None:
    assert set(CONTENT.constants) == set(get_args(words.GoalConstant))
    assert not set(CONTENT.constants) & set(MODEL.constants)
    for name, one in CONTENT.constants.items():
        assert one.unit, name
        assert one.source in {"judgement", *SOURCES}, name
        assert one.meaning, name
        assert not one.meaning.endswith("."), name


@pytest.mark.parametrize(
    ("field", "length"),
    [
        ("title", goal_module.TITLE_LENGTH),
        ("purpose", goal_module.CHOICE_LENGTH),
        ("growth_plan", goal_module.CHOICE_LENGTH),
        ("measure_unit", goal_module.UNIT_LENGTH),
        ("note", goal_module.NOTE_LENGTH),
    ],
)
def test_the_help_of_a_text_names_how_long_it_may_be(field: words.GoalField, length: int) -> None:
    one = CONTENT.fields[field]

    assert f"p to {length} characters" in one.help
    assert len(one.placeholder) <= length


def test_the_lanes_and_rows_are_in_the_order_of_the_domain_and_of_the_article() -> None:
    assert list(CONTENT.tracks) == list(get_args(domain.Track))
    assert [row.field for row in CONTENT.comparison.rows] == [
        *("timeframe", "purpose", "growth_plan", "title")
    ]


def test_promotion_is_inside_one_employer_and_advancement_is_wider() -> None:
    assert "where you work now" in CONTENT.tracks["promotion"].help
    assert {"authority", "pay"} <= set(re.findall(r"\w+", CONTENT.tracks["promotion"].help))
    for wider in ("certificate", "education", "another company"):
        assert wider in CONTENT.tracks["advancement"].help
    assert "neither is the better goal" in CONTENT.page["promotion_text"]


@pytest.mark.parametrize("choice", ["timeframes", "purposes", "growth_plans"])
def test_each_row_of_the_goal_table_offers_one_choice_of_either_focus(choice: str) -> None:
    offered = list(getattr(CONTENT, choice).values())

    assert [one.focus for one in offered] == ["Job focus", "Career focus"]
    lengths = sorted(len(one.help) for one in offered)
    assert lengths[1] < 2 * lengths[0]


def test_the_comparison_says_what_the_choices_say() -> None:
    rows = {row.field: row for row in CONTENT.comparison.rows}

    assert rows["purpose"].job == CONTENT.purposes["income"].name
    assert rows["purpose"].career == CONTENT.purposes["mastery"].name
    assert rows["growth_plan"].job == CONTENT.growth_plans["sideways"].name
    assert CONTENT.fields["title"].placeholder == rows["title"].career
    assert CONTENT.comparison.columns[1:] == ("Job focus", "Career focus")


def test_statuses_differ_in_name_and_icon_so_that_colour_is_never_alone() -> None:
    assert len({one.name for one in CONTENT.statuses.values()}) == 6
    assert len({one.icon for one in CONTENT.statuses.values()}) == 6
    assert len({one.icon for one in CONTENT.tracks.values()}) == 5


def test_the_checks_spell_smart_and_name_what_is_missing() -> None:
    assert [one.letter for one in CONTENT.smart.values()] == list("SMART")
    assert list(CONTENT.smart) == list(get_args(domain.SmartCheck))
    assert CONTENT.smart["specific"].ask


def test_a_number_of_one_has_a_sentence_of_its_own() -> None:
    for name, one in CONTENT.advice.items():
        counted = "{days}" in one.text or name in ("cycle", "no_measure")
        assert bool(one.one) == counted, name
        assert not re.search(r"\{(days|count)\}", one.one), name
    assert "1 day " in CONTENT.statuses["overdue"].one


def test_every_finding_names_a_source_we_have_and_its_year() -> None:
    for one in CONTENT.research:
        source = SOURCES[one.source]
        assert f"({source.year})" in one.text, one.id
        assert source.kind == "read", one.id


@EVERY_SECTION
def test_every_gap_is_one_the_page_can_fill_there(name: str) -> None:
    gaps = {gap for text in section(name) for gap in re.findall(r"\{([^}]*)\}", text)}

    assert gaps == GAPS.get(name, set())


@EVERY_SECTION
def test_no_word_belittles_and_none_is_drawn_as_markup(name: str) -> None:
    found = [text for text in section(name) if TONE.search(re.sub(r"{\w+}", "", text))]
    drawn = [text for text in section(name) if DRAWN.search(text)]

    assert found == []
    assert drawn == []


@EVERY_SECTION
def test_no_text_has_space_around_it(name: str) -> None:
    assert [text for text in section(name) if text != text.strip()] == []


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ("[statuses.dropped]", "[statuses.gone]", "gone"),
        ('rounded = "', 'ronded = "', "ronded"),
        ("[advice.cycle]", "[advice.circle]", "circle"),
        ("value = -2\n", "value = -3\n", "outcomes"),
        ("value = 2\n", "value = 1\n", "in this order"),
        ('icon = ":material/stairs:"', 'icon = "stairs"', "tracks"),
        ("[constants.alarm_days]", "[constants.alarm]", "alarm"),
        ('field = "purpose"', 'field = "aim"', "rows"),
        (
            'before = "{count} lie before',
            'befor = "{count} lie before',
            "outside before has no words",
        ),
        ("[smart.relevant]\n", "[smart.specific2]\n", "specific2"),
        ('letter = "S"', 'letter = "s"', "specific"),
    ],
)
def test_a_slip_is_named(tmp_path: Path, before: str, after: str, named: str) -> None:
    path = tmp_path / "goals.toml"
    shutil.copy(DATA / "goals.toml", path)
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(ContentError, match=r"^goals\.toml: ") as caught:
        read_toml(path, Goals)
    assert named in str(caught.value)


@pytest.mark.parametrize(
    "name", ["tracks.income", "fields.note", "statuses.done", "advice.no_measure", "moves.too_far"]
)
def test_words_that_are_missing_are_named(tmp_path: Path, name: str) -> None:
    path = tmp_path / "goals.toml"
    text = (DATA / "goals.toml").read_text(encoding="utf-8")
    path.write_text(re.sub(rf"\[{name}\]\n(.+\n)+", "", text), encoding="utf-8")
    with pytest.raises(ContentError, match=rf"{name.partition('.')[2]} has no words"):
        read_toml(path, Goals)
