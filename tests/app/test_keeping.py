"""The copy in the visitor's browser: found, resumed, replaced, forgotten, and never believed."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.conftest import APP
from tests.app.visit import (
    PAGES,
    fill,
    fire,
    go_to,
    is_calm,
    piece,
    press,
    slide,
    stored,
    words,
    write,
)
from tests.app.whole_plan import whole_plan
from tests.builders import QUESTIONNAIRE, WORDING, worked_sheet
from tests.plan_files.strategies import CONTENT, TODAY
from throughline.answers import Answers
from throughline.goals import Goal, as_record
from throughline.plan_file import Opened, PlanFile, as_document, read_plan, write_plan

LINELESS = ("present", "host", "screen", "join")
"""Pages that leave out the line on one's own copy."""
SAID = WORDING.keeping
STORE = "browser_store"
GOAL = as_record(Goal(id="g1", title="Learn to weld"))
# Every part of each of these plans holds something.
FULL = (
    whole_plan(),
    replace(whole_plan(), answers=replace(worked_sheet("ben"), flips_on=False), pay_shown="now"),
    replace(whole_plan(), answers=worked_sheet("amina"), pay_shown="", steps={"quick": "review"}),
)
COPY = PlanFile(
    answers=Answers(markers={"J1": 3.0, "J3": 8.0}),
    pay={"now": {"salary": 50_000.0}},
    goals=(Goal(id="g1", title="Learn to weld"),),
    steps={"quick": "skills"},
)


def kept(app: AppTest) -> dict[str, Any]:
    """What the store has been told by the last run of a page."""
    found: dict[str, Any] = json.loads(piece(app, STORE).proto.json)
    return found


def plan_kept(app: AppTest) -> dict[str, Any]:
    """The plan that the store has been told to keep."""
    found: dict[str, Any] = json.loads(kept(app)["text"])
    return found


def tell(app: AppTest, state: str = "found", *, number: int = 1, **changes: object) -> AppTest:
    """Report what a browser would; a find unless `found=None`."""
    text = write_plan(COPY)
    found: dict[str, object] = {"number": number, "text": text, "patch": "", "saved_at": 1.8e12}
    found |= {"tab": "abc", "own": False, "whole": True}
    given = changes.pop("found", {})
    told = None if given is None else found | dict(given)  # type: ignore[call-overload]
    report = {"session": kept(app)["session"], "number": number, "state": state, "at": 1.8e12}
    return fire(app, STORE, "report", report | {"found": told} | changes)


def offered(app: AppTest) -> list[str]:
    """The buttons under the find."""
    keys = ("cta_resume_found", "cta_take_found", "take_found", "leave_found")
    return [str(one.key) for one in app.button if one.key in keys]


# ---- what is saved -----------------------------------------------------------------------------


@pytest.mark.parametrize("page", [one for one in PAGES if one not in LINELESS])
def test_an_untouched_visit_keeps_nothing_on_any_page(app: AppTest, page: str) -> None:
    go_to(app, page)

    assert kept(app)["revision"] == 0
    assert kept(app)["settled"] == 0
    assert kept(app)["enabled"] is True


def test_what_is_entered_is_in_the_text_of_the_next_page(app: AppTest) -> None:
    write(app, "pay", {"now.salary": 50_000.0})
    go_to(fill(app, worked_sheet("ben")), "balance")

    read = read_plan(kept(app)["text"], CONTENT, TODAY)
    assert isinstance(read, Opened)
    assert read.plan.answers.markers == worked_sheet("ben").markers
    assert read.plan.pay == {"now": {"salary": 50_000.0}}
    assert kept(app)["revision"] == 1


def test_typical_figures_filled_in_are_still_known_as_such_after_the_copy_came_back(
    app: AppTest,
) -> None:
    label = CONTENT.compensation.benchmark.label
    press(go_to(write(app, "pay", {"now.salary": 50_000.0}), "pay"), "benchmark")
    go_to(app, "learn")
    copy = read_plan(kept(app)["text"], CONTENT, TODAY)
    assert isinstance(copy, Opened)

    later = go_to(AppTest.from_file(APP, default_timeout=30).run(), "pay")
    assert label not in words(later)
    tell(later, found={"text": write_plan(copy.plan)})
    assert label in words(press(later, "cta_take_found"))


def test_a_page_that_changes_nothing_raises_no_revision(app: AppTest) -> None:
    go_to(fill(app, worked_sheet("ben")), "balance")
    for page in ("learn", "method", "start"):
        go_to(app, page).run()

    assert kept(app)["revision"] == 1


def test_an_answer_travels_as_a_patch_with_the_courier(app: AppTest) -> None:
    go_to(app, "assess")
    slide(app, "own.scale.", {"J1": 7})

    carried = json.loads(json.loads(piece(app, "live_piece_courier").proto.json)["parcel"])
    assert carried["revision"] == 1
    assert json.loads(carried["patch"])["answers"]["items"] == {"J1": 7}
    assert isinstance(read_plan(carried["patch"], CONTENT, TODAY), Opened)
    assert "text" not in carried

    app.run()
    assert plan_kept(app)["answers"]["items"] == {"J1": 7}
    assert kept(app)["patch"] == ""
    assert kept(app)["revision"] == 2


def test_a_slide_of_the_presenter_neither_saves_nor_asks(app: AppTest) -> None:
    tell(app)
    go_to(app, "present")

    assert offered(app) == []
    assert not [one for one in app.get("bidi_component") if one.key == STORE]


def test_a_sample_that_shows_is_not_saved(app: AppTest) -> None:
    write(app, "answer", {"J1": 3.0}).run()
    before = kept(app)["text"]
    press(app, "sample_amina")
    go_to(app, "balance").run()

    assert kept(app)["text"] == before
    assert kept(app)["revision"] == 1


def test_a_sample_on_an_untouched_visit_keeps_nothing(app: AppTest) -> None:
    press(app, "sample_amina")
    go_to(app, "assess")

    assert kept(app)["revision"] == 0


# ---- what was found ----------------------------------------------------------------------------


def test_a_find_is_offered_with_what_it_holds(app: AppTest) -> None:
    tell(app)

    assert SAID["welcome"] in words(app)
    assert "2 of 18 answers of the Quick form" in words(app).replace("\\", "")
    assert offered(app) == ["cta_resume_found", "take_found", "leave_found"]
    assert kept(app)["seen"] == 1
    assert kept(app)["revision"] == 0


def test_a_find_waits_on_every_page_until_somebody_decides(app: AppTest) -> None:
    tell(app)
    for page in ("pay", "assess", "plan", "start"):
        go_to(app, page)
        assert "leave_found" in offered(app)
        assert kept(app)["settled"] == 0


def test_going_on_leads_to_the_first_open_question(app: AppTest) -> None:
    press(tell(app), "cta_resume_found")

    first = QUESTIONNAIRE.steps_of("quick")[0]
    assert app.title[0].value == "Assess"
    assert stored(app, "answer") == {"J1": 3, "J3": 8}
    assert stored(app, "step")["quick"] == first.id
    assert kept(app)["settled"] == 1
    assert offered(app) == []
    app.run()
    go_to(app, "start")
    assert app.title[0].value != "Assess"


def test_opening_it_on_this_page_stays_here(app: AppTest) -> None:
    go_to(app, "pay")
    press(tell(app), "take_found")

    assert app.title[0].value == "Pay"
    assert stored(app, "pay")["now.salary"] == 50_000
    assert SAID["taken"] in words(app)


def test_a_copy_without_open_questions_has_one_way_in(app: AppTest) -> None:
    whole = write_plan(PlanFile(answers=worked_sheet("ben"), goals=COPY.goals))
    tell(app, found={"text": whole})

    assert offered(app) == ["cta_take_found", "leave_found"]


def test_what_was_touched_before_deciding_stays_on_top(app: AppTest) -> None:
    tell(app)
    write(app, "answer", {"J1": 9.0, "C1": 2.0})
    write(app, "goals", {"": [as_record(Goal(id="g1", title="Call Ana"))]})
    press(app, "take_found")

    assert stored(app, "answer") == {"J1": 9, "J3": 8, "C1": 2}
    assert [one["title"] for one in app.session_state["own.goals."]] == [
        "Learn to weld",
        "Call Ana",
    ]


def test_undo_brings_back_what_a_copy_replaced(app: AppTest) -> None:
    tell(app)
    write(app, "answer", {"C1": 2.0})
    press(app, "take_found")
    press(app, "undo_replace")

    assert stored(app, "answer") == {"C1": 2}
    assert "own.goals." not in app.session_state or app.session_state["own.goals."] == []
    assert SAID["undone"] in words(app)
    assert not [one for one in app.button if one.key == "undo_replace"]


def test_starting_fresh_settles_and_keeps_what_is_here(app: AppTest) -> None:
    tell(app)
    write(app, "answer", {"C1": 2.0})
    press(app, "leave_found")

    assert stored(app, "answer") == {"C1": 2}
    assert kept(app)["settled"] == 1
    assert offered(app) == []


def test_this_tabs_own_copy_comes_back_by_itself_in_its_place(app: AppTest) -> None:
    go_to(app, "assess")
    tell(app, found={"own": True})

    assert stored(app, "answer") == {"J1": 3, "J3": 8}
    assert stored(app, "step")["quick"] == "skills"
    assert kept(app)["settled"] == 1
    assert json.loads(kept(app)["words"])["saved"] == SAID["restored"]
    assert offered(app) == []


def test_an_answer_given_before_the_own_copy_arrived_stays(app: AppTest) -> None:
    go_to(app, "assess")
    slide(app, "own.scale.", {"J1": 7}).run()
    tell(app, found={"own": True})

    assert stored(app, "answer") == {"J1": 7, "J3": 8}


def test_the_own_copy_takes_nobody_out_of_a_sample(app: AppTest) -> None:
    press(app, "sample_amina")
    tell(app, found={"own": True})

    assert app.session_state["sheet"] == "amina"
    assert stored(app, "answer") == {"J1": 3, "J3": 8}
    press(app, "leave_sample")
    assert plan_kept(app)["answers"]["items"] == {"J1": 3, "J3": 8}


def test_a_copy_taken_from_within_a_sample_replaces_the_own_sheet_only(app: AppTest) -> None:
    press(app, "sample_amina")
    before = stored(app, "answer", "amina")
    press(tell(app), "take_found")

    assert stored(app, "answer") == {"J1": 3, "J3": 8}
    assert stored(app, "answer", "amina") == before
    assert not [one for one in app.button if one.key == "undo_replace"]


def test_a_copy_that_holds_nothing_is_taken_without_a_word(app: AppTest) -> None:
    tell(app, found={"text": write_plan(PlanFile(steps={"quick": "skills"}))})

    assert offered(app) == []
    assert kept(app)["settled"] == 1
    assert SAID["welcome"] not in words(app)


def test_a_patch_beside_the_text_counts(app: AppTest) -> None:
    patch = json.dumps({"answers": {"items": {"J1": None, "C1": 4}}})
    press(tell(app, found={"patch": patch}), "take_found")

    assert stored(app, "answer") == {"J3": 8, "C1": 4}


# ---- two tabs ----------------------------------------------------------------------------------


def test_a_conflict_asks_which_plan_shall_stay(app: AppTest) -> None:
    write(app, "answer", {"C1": 2.0}).run()
    tell(app, "conflict")

    assert SAID["conflict_title"] in words(app)
    press(app, "cta_take_found")
    assert stored(app, "answer") == {"J1": 3, "J3": 8}
    press(app, "undo_replace")
    assert stored(app, "answer") == {"C1": 2}


def test_keeping_this_plan_in_a_conflict_changes_nothing_here(app: AppTest) -> None:
    write(app, "answer", {"C1": 2.0}).run()
    press(tell(app, "conflict"), "leave_found")

    assert stored(app, "answer") == {"C1": 2}
    assert kept(app)["settled"] == 1


# ---- what can not be read or believed ------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "{", "null", "[]", "x" * 1000, '{"app": "else"}', "\ud800"])
def test_a_broken_copy_is_named_and_stays_until_somebody_decides(app: AppTest, text: str) -> None:
    tell(app, found={"text": text})

    assert is_calm(app)
    assert offered(app) == ["leave_found"]
    assert "can not be read" in words(app)
    assert kept(app)["settled"] == 0


def test_a_broken_copy_of_this_very_tab_is_asked_about_as_well(app: AppTest) -> None:
    write(app, "answer", {"C1": 2.0})
    tell(app, found={"text": "{", "own": True})

    assert offered(app) == ["leave_found"]
    assert stored(app, "answer") == {"C1": 2}


def test_a_copy_too_long_to_send_back_is_said_to_be(app: AppTest) -> None:
    tell(app, found={"text": "", "whole": False})

    assert SAID["too_long"] in words(app)
    assert offered(app) == ["leave_found"]


def test_what_a_copy_says_is_printed_and_never_read_as_markdown(app: AppTest) -> None:
    tell(app, found={"text": write_plan(PlanFile(owner="[x](https://evil.example) $a$ **b**"))})

    assert "[x](https://evil" not in words(app)
    assert is_calm(app)


@pytest.mark.parametrize(
    "change",
    [
        {"session": "another"},
        {"session": None},
        {"number": 0},
        {"number": True},
        {"number": "1"},
        {"number": -1},
        {"state": "hacked"},
        {"state": ["found"]},
        {"found": {"text": 7}},
        {"found": {"patch": None}},
        {"found": {"number": 0}},
    ],
)
def test_a_forged_report_changes_nothing(app: AppTest, change: Mapping[str, object]) -> None:
    write(app, "answer", {"C1": 2.0}).run()
    before = kept(app)
    tell(app, **change)  # type: ignore[arg-type]

    assert is_calm(app)
    assert offered(app) == []
    assert kept(app) == before
    assert stored(app, "answer") == {"C1": 2}


@pytest.mark.parametrize("value", [None, 7, "text", [], {}, [[]], {"session": {}}])
def test_a_report_of_no_known_shape_changes_nothing(app: AppTest, value: object) -> None:
    before = kept(app)
    fire(app, STORE, "report", value)

    assert is_calm(app)
    assert kept(app) == before


def test_a_report_that_comes_twice_is_taken_in_once(app: AppTest) -> None:
    tell(app)
    press(app, "leave_found")
    tell(app)

    assert offered(app) == []


# ---- off, and forgotten --------------------------------------------------------------------------


def test_a_browser_that_remembers_off_switches_the_switch(app: AppTest) -> None:
    tell(app, "off", found=None)

    assert app.toggle(key="store.switch").value is False
    assert kept(app)["enabled"] is False
    go_to(app, "pay")
    assert app.toggle(key="store.switch").value is False


def test_the_switch_is_an_order_that_outlives_the_page(app: AppTest) -> None:
    app.toggle(key="store.switch").set_value(False).run()
    go_to(app, "pay").run()

    assert kept(app)["enabled"] is False


def test_forgetting_empties_everything_of_ones_own(app: AppTest) -> None:
    write(fill(app, worked_sheet("ben")), "pay", {"now.salary": 50_000.0})
    write(app, "goals", {"": [GOAL]})
    app.session_state["coach.records"] = [{"text": "x"}]
    go_to(app, "balance")
    before = kept(app)
    press(app, "forget_everything")

    assert kept(app)["forget"] == 1
    assert kept(app)["revision"] > before["revision"]
    assert plan_kept(app) == as_document(PlanFile(versions=plan_kept(app)["versions"]))
    assert SAID["forgotten_here"] in words(app)
    assert stored(app, "answer") == {}
    assert "coach.records" not in app.session_state
    assert not [one for one in app.button if one.key == "undo_replace"]


def test_after_forgetting_a_change_is_saved_without_what_was_forgotten(app: AppTest) -> None:
    go_to(write(app, "answer", {"J1": 3.0, "C1": 2.0}), "assess")
    press(app, "forget_everything")
    slide(go_to(app, "assess"), "own.scale.", {"J3": 8}).run()

    assert plan_kept(app)["answers"]["items"] == {"J3": 8}


def test_forgetting_leaves_a_sample_as_it_is(app: AppTest) -> None:
    write(app, "answer", {"J1": 3.0})
    press(app, "sample_amina")
    before = stored(app, "answer", "amina")
    press(app, "forget_everything")

    assert stored(app, "answer", "amina") == before
    assert stored(app, "answer") == {}


def test_forgetting_withdraws_a_find(app: AppTest) -> None:
    press(tell(app), "forget_everything")

    assert offered(app) == []


# ---- everything there and back -------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(3))
def test_everything_a_person_can_enter_comes_back_as_it_was(app: AppTest, seed: int) -> None:
    whole = FULL[seed]
    tell(app, found={"text": write_plan(whole)})
    press(app, "cta_take_found" if "cta_take_found" in offered(app) else "take_found")

    read = read_plan(kept(app)["text"], CONTENT, TODAY)
    assert isinstance(read, Opened)
    assert read.notes == ()
    assert _usual(read.plan) == _usual(whole)


def _usual(plan: PlanFile) -> dict[str, Any]:
    """A plan as a document, without its versions and without defaults that a file may spell out."""
    document = as_document(plan) | {"versions": {}}
    shown, weights = document["pay"]["shown"], document["answers"]["importance"]
    said = {domain: weight for domain, weight in weights.items() if weight != 1}
    document |= {"answers": document["answers"] | {"importance": said}}
    return document | {"pay": document["pay"] | {"shown": "" if shown == "now" else shown}}
