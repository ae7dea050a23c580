"""The Coach page: plan files side by side, nobody ranked, notes apart, nothing kept; hostile files change nothing."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.visit import charts, drawn, go_to, is_calm, piece, press, stored, words, write
from tests.builders import DATA, worked_sheet
from throughline.answers import Answers
from throughline.content.coach import CoachWords
from throughline.content.reading import read_toml
from throughline.goals import Goal
from throughline.plan_file import PlanFile, write_plan

WORDS = read_toml(DATA / "coach.toml", CoachWords)
BEN = PlanFile(owner="Ben", answers=worked_sheet("ben"))
AMINA = PlanFile(owner="Amina", answers=worked_sheet("amina"))
HOSTILE = "[x](https://evil.example) $a$ **b** <b>c</b>"


def choose(app: AppTest, *files: tuple[str, bytes | str]) -> AppTest:
    """Choose files of these names and contents, as a browser would."""
    given = [(name, data.encode() if isinstance(data, str) else data, "") for name, data in files]
    uploader: Any = app.get("file_uploader")[0]
    uploader.set_value(given).run()
    return app


def two(app: AppTest) -> AppTest:
    """The page with Ben's and Amina's plans open."""
    go_to(app, "coach")
    return choose(app, ("ben.json", write_plan(BEN)), ("amina.json", write_plan(AMINA)))


def labels(app: AppTest) -> list[str]:
    """The labels of the open files, in their order."""
    return [str(one.value) for one in app.text_input if str(one.key).startswith("coach.label.")]


def plain(app: AppTest) -> str:
    """What the page says, without the marks that keep Markdown away."""
    return words(app).replace("\\", "")


def test_nothing_is_compared_before_two_files_are_open(app: AppTest) -> None:
    go_to(app, "coach")
    assert WORDS.page["none"] in words(app)

    choose(app, ("ben.json", write_plan(BEN)))
    assert WORDS.page["one"] in words(app)
    assert charts(app) == {}
    assert labels(app) == ["Ben"]


def test_two_files_stand_side_by_side_in_the_order_they_were_opened(app: AppTest) -> None:
    two(app)

    assert is_calm(app)
    assert labels(app) == ["Ben", "Amina"]
    assert list(charts(app)) == ["chart_coach"]
    alt = charts(app)["chart_coach"]
    assert alt.index("Ben") < alt.index("Amina")
    assert len(app.table) == 3
    assert list(app.table[0].value["File"]) == ["Ben", "Amina"]


def test_overlapping_ranges_are_no_clear_difference(app: AppTest) -> None:
    again = replace(BEN, owner="Ben again", goals=(Goal("g1", "Weld"),))
    choose(go_to(app, "coach"), ("a", write_plan(BEN)), ("b", write_plan(again)))

    assert WORDS.compare["unclear"] in plain(app)


def test_a_chart_needs_no_colour_and_holds_as_many_dots_as_balances(app: AppTest) -> None:
    figure = drawn(two(app), "chart_coach")

    assert {one["type"] for one in figure["data"]} == {"scatter"}
    assert len(figure["data"][-1]["x"]) == 2


def test_opening_others_changes_nothing_of_ones_own(app: AppTest) -> None:
    write(app, "answer", {"J1": 3.0}).run()
    before = json.loads(piece(app, "browser_store").proto.json)
    two(app)
    after = json.loads(piece(app, "browser_store").proto.json)

    assert stored(app, "answer") == {"J1": 3}
    assert (after["text"], after["revision"]) == (before["text"], before["revision"])
    assert "Amina" not in after["text"]


def test_forgetting_everything_closes_the_files_of_others(app: AppTest) -> None:
    press(two(app), "forget_everything")
    go_to(app, "coach")

    assert labels(app) == []
    assert [one for one in app.session_state if "coach.label" in str(one)] == []


def test_the_next_dates_and_the_lowest_need_are_named(app: AppTest) -> None:
    goal = Goal("g1", "Weld $5$", due=date(2190, 1, 2), start=date(2026, 1, 1))
    past = Goal("g2", "Gone", due=date(2001, 1, 2), start=date(2001, 1, 1))
    plan = replace(BEN, goals=(goal, past))
    choose(go_to(app, "coach"), ("a", write_plan(plan)), ("b", write_plan(AMINA)))

    dates = app.table[2].value["Next dates"]
    assert "2 Jan 2190: Weld \\$5\\$" in dates.iloc[0]
    assert "Gone" not in dates.iloc[0]
    assert dates.iloc[1] == "none"


def test_a_label_can_be_changed_and_two_files_of_one_name_are_told_apart(app: AppTest) -> None:
    again = replace(BEN, goals=(Goal("g1", "Weld"),))
    choose(go_to(app, "coach"), ("a", write_plan(BEN)), ("b", write_plan(again)))
    assert labels(app) == ["Ben", "Ben (2)"]

    app.text_input[0].set_value("March").run()
    assert list(app.table[0].value["File"]) == ["March", "Ben \\(2\\)"]


def test_a_file_without_an_owner_is_called_by_its_name(app: AppTest) -> None:
    choose(go_to(app, "coach"), ("march.json", write_plan(replace(BEN, owner=""))))

    assert labels(app) == ["march"]


def test_closing_a_file_leaves_the_others(app: AppTest) -> None:
    two(app)
    button = next(one for one in app.button if str(one.key).startswith("coach_close_"))
    button.click().run()

    assert labels(app) == ["Amina"]
    press(app, "coach_close_all")
    assert labels(app) == []


def test_the_same_file_twice_is_said_and_kept_once(app: AppTest) -> None:
    choose(two(app), ("other.json", write_plan(BEN)))

    assert labels(app) == ["Ben", "Amina"]
    assert "this is open already" in plain(app)


def test_a_ninth_file_is_refused(app: AppTest) -> None:
    many = [(f"{n}.json", write_plan(replace(BEN, owner=f"Client {n}"))) for n in range(9)]
    choose(go_to(app, "coach"), *many)

    assert len(labels(app)) == 8
    assert "8.json: up to 8 files" in plain(app)
    assert is_calm(app)


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe\x00", b"{", b"[]", b"null", b'{"app": "else"}', b"[" * 5000, b"\0" * 99],
)
def test_a_broken_file_is_refused_in_one_sentence_and_changes_nothing(
    app: AppTest, data: bytes
) -> None:
    choose(two(app), ("bad.json", data))

    assert is_calm(app)
    assert labels(app) == ["Ben", "Amina"]
    assert "bad.json: " in plain(app)


def test_what_a_file_says_that_can_not_be_is_told_when_it_opens(app: AppTest) -> None:
    go_to(app, "coach")
    spoiled = json.loads(write_plan(BEN))
    spoiled["answers"]["items"] |= {"J1": 77, "C1": "x"}
    choose(app, ("ben.json", json.dumps(spoiled)))

    assert labels(app) == ["Ben"]
    assert WORDS.said["put_right"].format(file="ben.json", count=2) in plain(app)


def test_hostile_names_are_printed_and_never_read_as_markdown(app: AppTest) -> None:
    plan = replace(BEN, owner=HOSTILE, goals=(Goal("g1", HOSTILE, due=date(2190, 1, 2)),))
    choose(go_to(app, "coach"), (HOSTILE, write_plan(plan)), ("b", write_plan(AMINA)))
    choose(app, (HOSTILE, b"{"))

    assert is_calm(app)
    shown = [str(one.value) for one in (*app.markdown, *app.subheader, *app.header)]
    shown += [str(cell) for one in app.table for cell in one.value.to_numpy().ravel()]
    shown += [one.label for one in (*app.text_area, *app.text_input)]
    assert not [one for one in shown if "[x](https" in one or "$a$" in one or "**b**" in one]


def test_files_without_answers_stand_beside_others_and_say_so(app: AppTest) -> None:
    empty = PlanFile(owner="New", answers=Answers(markers={"J1": 3.0}))
    choose(go_to(app, "coach"), ("a", write_plan(BEN)), ("b", write_plan(empty)))

    assert is_calm(app)
    assert WORDS.compare["none"] in plain(app)
    assert list(app.table[0].value["Present : future"])[1] == WORDS.compare["pending"]


def test_notes_are_kept_over_pages_and_come_back_from_their_file(app: AppTest) -> None:
    two(app)
    app.text_area[0].set_value("Ask about hours").run()
    go_to(app, "learn").run()
    go_to(app, "coach")
    assert app.text_area[0].value == "Ask about hours"

    press(app, "coach_close_all")
    notes = {"app": "throughline", "kind": "coach-notes", "format": 1}
    kept: dict[str, Any] = notes | {"notes": {"Ben": "Ask about hours", "Zed": "Wait"}}
    choose(app, ("notes.json", json.dumps(kept)))
    assert "wait for a file with the label" in plain(app)
    choose(app, ("ben.json", write_plan(BEN)))
    assert app.text_area[0].value == "Ask about hours"


@pytest.mark.parametrize("notes", [None, 7, [], {"": "x"}, {"Ben": 7}, {"Ben": "\ud800" * 9}])
def test_a_hostile_notes_file_changes_nothing(app: AppTest, notes: object) -> None:
    two(app)
    choose(app, ("notes.json", json.dumps({"kind": "coach-notes", "notes": notes})))

    assert is_calm(app)
    assert [one.value or "" for one in app.text_area] == ["", ""]
