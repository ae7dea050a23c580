"""The projector: what can be shown, one slide at a time by button and by key, and the way out."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.visit import PAGES, charts, fill, fire, go_to, is_calm, press, title, words
from tests.builders import all_fives, result, worked_sheet
from throughline.content.catalogue import read_catalogue

SECTIONS = read_catalogue().learn.sections
TITLES = [
    title
    for one in SECTIONS
    for title in (
        one.presenter,
        *([one.table.caption] if one.table else []),
        *(fact.text for fact in one.facts),
    )
]


def keys(app: AppTest) -> set[str]:
    """Keys of the buttons on the page."""
    return {str(one.key) for one in app.button}


@pytest.fixture
def ideas(app: AppTest) -> AppTest:
    """A presenter on the first slide of the ideas."""
    return press(go_to(app, "present"), "cta_ideas")


def test_with_nothing_answered_the_ideas_and_both_samples_can_be_shown(app: AppTest) -> None:
    go_to(app, "present")

    assert title(app) == PAGES["present"]
    assert keys(app) == {"cta_ideas", "stage_amina", "stage_ben", "stage_leave"}


def test_with_own_answers_the_own_result_can_be_shown_too(app: AppTest) -> None:
    press(go_to(fill(app, all_fives("quick")), "present"), "The result on this screen")

    assert is_calm(app)
    assert result(all_fives("quick")).balance is not None
    assert "close to even" in title(app)
    assert list(charts(app)) == ["stage_chart_balance"]


def test_a_sample_can_be_shown_and_its_deck_has_every_picture(app: AppTest) -> None:
    press(go_to(app, "present"), "stage_amina")
    shown = list(charts(app))
    while not app.button(key="stage_next").disabled:
        press(app, "stage_next")
        shown += charts(app)
        assert is_calm(app)

    assert "Sample: Amina" in words(app)
    assert shown == [
        f"stage_chart_{name}" for name in ("balance", "map", "domains", "way", "needs", "habits")
    ]


def test_the_ideas_show_every_line_table_and_finding_in_order(ideas: AppTest) -> None:
    titles = [title(ideas)]
    while not ideas.button(key="stage_next").disabled:
        press(ideas, "stage_next")
        titles.append(title(ideas))
        assert is_calm(ideas)

    assert titles == TITLES
    assert f"{len(TITLES)} of {len(TITLES)}" in words(ideas)


def test_back_leads_to_the_slide_before_and_stops_at_the_first(ideas: AppTest) -> None:
    press(ideas, "stage_next")
    assert not ideas.button(key="stage_back").disabled

    press(ideas, "stage_back")

    assert title(ideas) == SECTIONS[0].presenter
    assert ideas.button(key="stage_back").disabled


@pytest.mark.parametrize(
    ("presses", "slide"),
    [
        (["next"], 1),
        (["next", "next", "back"], 1),
        (["next", "next", "first"], 0),
        (["back"], 0),
    ],
)
def test_the_keys_of_a_clicker_move_through_the_deck(
    ideas: AppTest, presses: list[str], slide: int
) -> None:
    for count, move in enumerate(presses, start=1):
        fire(ideas, "clicker", "move", f"{move}:{count}")

    assert title(ideas) == SECTIONS[slide].presenter


def test_a_key_pressed_beyond_the_last_slide_stays_there(ideas: AppTest) -> None:
    while not ideas.button(key="stage_next").disabled:
        press(ideas, "stage_next")

    fire(ideas, "clicker", "move", "next:99")

    assert title(ideas) == TITLES[-1]


@pytest.mark.parametrize("nonsense", ["", "jump:1", "next", "next:x", 5, None, ["next:1"], {}])
def test_a_key_that_means_nothing_leaves_the_slide(ideas: AppTest, nonsense: object) -> None:
    fire(ideas, "clicker", "move", nonsense)

    assert is_calm(ideas)
    assert title(ideas) == SECTIONS[0].presenter


def test_escape_leads_back_to_where_the_deck_comes_from(ideas: AppTest) -> None:
    assert title(fire(ideas, "clicker", "move", "exit:1")) == "Learn"


@pytest.mark.parametrize(("origin", "home"), [("learn", "Learn"), ("balance", "Balance")])
def test_present_on_a_page_opens_its_deck_and_leave_comes_back(
    app: AppTest, origin: str, home: str
) -> None:
    fill(app, worked_sheet("ben"))

    press(go_to(app, origin), "Present")
    assert "stage_next" in keys(app)

    assert title(press(app, "stage_leave")) == home


def test_present_on_an_empty_balance_page_asks_what_to_show(app: AppTest) -> None:
    assert title(press(go_to(app, "balance"), "Present")) == PAGES["present"]


def test_another_deck_returns_to_the_choice(ideas: AppTest) -> None:
    assert title(press(ideas, "stage_decks")) == PAGES["present"]


def test_leaving_the_choice_leads_to_the_start(app: AppTest) -> None:
    assert title(press(go_to(app, "present"), "stage_leave")) == PAGES["start"]
