"""The Progress page: sittings kept, renamed, rated and compared, and a plan file that changes nothing unasked."""

import datetime
import json
from dataclasses import replace
from typing import Any

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
from tests.builders import DOMAINS, all_fives, keyed_sheet, only_first, worked_sheet
from throughline.answers import Answers
from throughline.content.catalogue import read_catalogue
from throughline.plan_file import PlanFile, Sitting, sitting_record, write_plan
from throughline.plan_file.document import FORMAT, SITTING_LIMIT
from throughline.wording import literal

CATALOGUE = read_catalogue()
WORDS, FILE = CATALOGUE.progress, CATALOGUE.plan_file
HOSTILE = "![x](http://x/y.png) **$5$** </b> :red[x]"
SHOWN = literal(HOSTILE)
NONSENSE: list[Any] = ["x", 5, None, [1], {}, [{"id": "s1"}], [{"id": 3, "day": []}], [None, "x"]]
REFUSED: dict[str, bytes] = {
    "empty": b"",
    "not_json": b"%PDF-1.7 nothing of ours",
    "cut_short": write_plan(PlanFile(owner="Dana")).encode()[:-9],
    "not_a_plan": b'{"app": "somebody else", "format": 1}',
    "newer": b'{"app": "throughline", "format": %d}' % (FORMAT + 1),
    "too_large": b" " * 1_000_001,
    "too_deep": b"[" * 5000,
    "encoding": b'{"app": "\xe9\xfa"}',
}
EVERY_REFUSAL = pytest.mark.parametrize("name", REFUSED)


def shifted(steps: int, form: Any = "full") -> Answers:
    """Everything answered, by meaning so many steps from the middle towards the future."""
    sheet = all_fives(form)
    asked = CATALOGUE.questionnaire.balance_items(form)
    return replace(
        sheet,
        markers={**sheet.markers, **keyed_sheet({one.id: 5.0 + steps for one in asked}).markers},
    )


def sitting(number: int, answers: Answers, **more: Any) -> Sitting:
    """A sitting of one month of 2026."""
    given: dict[str, Any] = {
        "name": f"Month {number}",
        "day": datetime.date(2026, number, 3),
        "model": "1.0",
    }
    return Sitting(id=f"s{number}", answers=answers, **(given | more))


def keep(app: AppTest, *sittings: Sitting) -> AppTest:
    """Sittings as the session holds them, with the page open."""
    write(app, "sittings", {"": [sitting_record(one) for one in sittings]})
    write(app, "sitting-count", {"": len(sittings)})
    return go_to(app, "progress")


def kept(app: AppTest, sheet: str = "own") -> list[dict[str, Any]]:
    """The sittings of a sheet as records."""
    records: list[dict[str, Any]] = stored(app, "sittings", sheet).get("", [])
    return records


def offer(app: AppTest, data: bytes, name: str = "plan.json") -> AppTest:
    """Choose a file."""
    (uploader,) = app.file_uploader
    return uploader.set_value((name, data, "application/json")).run()


def everything(app: AppTest) -> dict[str, Any]:
    """All that is entered on any sheet, and what is known about saving it."""
    held = {str(name): value for name, value in app.session_state.items()}
    return {name: held[name] for name in held if name.startswith(("own.", "amina.", "store."))}


def plan_of(answers: Answers, **more: Any) -> bytes:
    """A file."""
    return write_plan(PlanFile(answers=replace(answers, first_answered={}), **more)).encode()


# --- Keeping


def test_without_answers_the_page_leads_to_the_questions(app: AppTest) -> None:
    go_to(app, "progress")

    assert is_calm(app)
    assert WORDS.page["empty"] in words(app)
    assert charts(app) == {}
    assert title(press(app, "cta_to_questions")) == "Assess"


def test_one_click_keeps_todays_answers_under_a_number(app: AppTest) -> None:
    press(go_to(fill(app, all_fives()), "progress"), "cta_take_sitting")

    (only,) = kept(app)
    assert only["name"] == "Sitting 1"
    assert only["day"] == resources.today().isoformat()
    assert only["answers"]["items"]["J1"] == 5
    assert only["answers"]["times"] == {}
    assert WORDS.page["one"] in words(app)
    assert charts(app) == {}


def test_answers_given_later_leave_a_sitting_as_it_was(app: AppTest) -> None:
    press(go_to(fill(app, all_fives()), "progress"), "cta_take_sitting")
    rest(write(app, "answer", {"J1": 9.0}), "progress")

    assert kept(app)[0]["answers"]["items"]["J1"] == 5


def test_a_number_is_never_given_twice(app: AppTest) -> None:
    go_to(fill(app, all_fives()), "progress")
    for button in ("cta_take_sitting", "cta_take_sitting", "sitting_remove_s1", "cta_take_sitting"):
        press(app, button)

    assert [one["name"] for one in kept(app)] == ["Sitting 2", "Sitting 3"]


def test_an_empty_sheet_is_refused_whatever_the_browser_sends(app: AppTest) -> None:
    go_to(fill(app, all_fives()), "progress")
    for name in stored(app, "answer"):
        del app.session_state[f"own.answer.{name}"]

    press(app, "cta_take_sitting")

    assert kept(app) == []
    assert is_calm(app)


def test_a_full_list_takes_no_more(app: AppTest) -> None:
    fill(app, all_fives())
    many = [
        replace(sitting(1 + n % 12, shifted(0, "quick")), id=f"n{n}") for n in range(SITTING_LIMIT)
    ]
    press(keep(app, *many), "cta_take_sitting")

    assert len(kept(app)) == SITTING_LIMIT
    assert str(SITTING_LIMIT) in app.session_state["own.sitting-said."]
    assert is_calm(app)


def test_a_hostile_name_stays_what_it_is(app: AppTest) -> None:
    go_to(fill(app, all_fives()), "progress")
    app.text_input(key="own.sitting-new.name").set_value(HOSTILE)
    press(app, "cta_take_sitting")
    press(app, "cta_take_sitting")

    assert kept(app)[0]["name"] == HOSTILE
    assert f"**{SHOWN}**" in words(app)
    said = [one.value for one in app.markdown if "http" in str(one.value)]
    assert all(SHOWN in str(one) for one in said)
    assert "<b>" not in json.dumps(drawn(app, "chart_balance_history"))
    assert "</b>" not in json.dumps(drawn(app, "chart_balance_history")["data"])


# --- Changing, with one way back


def test_a_sitting_is_renamed_and_the_change_taken_back(app: AppTest) -> None:
    press(keep(app, sitting(1, shifted(0))), "sitting_change_s1")
    app.text_input(key="own.sitting-edit.s1.0.name").set_value("  Spring\nterm ").run()
    assert kept(app)[0]["name"] == "Spring term"

    press(press(app, "cta_sitting_close"), "undo_sittings")

    assert kept(app)[0]["name"] == "Month 1"
    assert literal(WORDS.page["undone"]) in words(app)


@pytest.mark.parametrize("name", ["", "   ", "\u202e\x00"])
def test_an_empty_name_changes_nothing(app: AppTest, name: str) -> None:
    press(keep(app, sitting(1, shifted(0))), "sitting_change_s1")
    app.text_input(key="own.sitting-edit.s1.0.name").set_value(name).run()

    assert kept(app)[0]["name"] == "Month 1"
    assert app.text_input(key="own.sitting-edit.s1.1.name").value == "Month 1"


def test_removing_is_one_click_and_so_is_the_way_back(app: AppTest) -> None:
    keep(app, sitting(1, shifted(0)), sitting(2, shifted(1)))
    before = kept(app)
    press(app, "sitting_remove_s1")
    assert [one["id"] for one in kept(app)] == ["s2"]

    press(app, "undo_sittings")

    assert kept(app) == before


def test_every_change_can_be_taken_back_in_turn(app: AppTest) -> None:
    fill(app, all_fives())
    keep(app, sitting(1, shifted(0)))
    for button in ("cta_take_sitting", "cta_take_sitting", "sitting_remove_s1"):
        press(app, button)
    for left in (["s1", "s2", "s3"], ["s1", "s2"], ["s1"]):
        press(app, "undo_sittings")
        assert [one["id"] for one in kept(app)] == left


# --- Then and now


def test_a_rating_is_optional_and_kept_with_its_sitting(app: AppTest) -> None:
    go_to(fill(app, all_fives()), "progress")
    app.number_input(key="own.sitting-new.then.D4").set_value(2)
    app.number_input(key="own.sitting-new.now.D4").set_value(6)
    press(app, "cta_take_sitting")

    assert (kept(app)[0]["then"], kept(app)[0]["now"]) == ({"D4": 2}, {"D4": 6})
    assert app.number_input(key="own.sitting-new.then.D4").value is None


def test_the_rating_stands_beside_the_change_and_is_not_part_of_it(app: AppTest) -> None:
    rated = {"then": dict.fromkeys(DOMAINS, 0.0), "now": dict.fromkeys(DOMAINS, 10.0)}
    plain = words(keep(app, sitting(1, shifted(0)), sitting(2, shifted(1))))
    beside = words(keep(app, sitting(1, shifted(0)), sitting(2, shifted(1), **rated)))

    sentence = literal("8.6 points further towards the future since Month 1")
    assert sentence in plain
    assert sentence in beside
    assert FILE.change["beside"] not in plain
    assert FILE.change["beside"] in beside


@pytest.mark.parametrize("forged", [55.0, -1.0, 3.5, float("nan"), float("inf"), -1e300])
def test_a_forged_rating_leaves_the_one_that_was_there(app: AppTest, forged: float) -> None:
    kept_one = sitting(1, shifted(0), then={"D4": 3.0}, now={"D4": 4.0})
    press(keep(app, kept_one), "sitting_change_s1")
    before = kept(app)
    widget = app.number_input(key="own.sitting-edit.s1.0.then.D4")
    send(app, WidgetState(id=widget.proto.id, double_value=forged)).run()

    assert kept(app) == before
    assert is_calm(app)


def test_a_rating_can_be_given_later(app: AppTest) -> None:
    press(keep(app, sitting(1, shifted(0))), "sitting_change_s1")
    app.number_input(key="own.sitting-edit.s1.0.now.D2").set_value(7).run()

    assert kept(app)[0]["now"] == {"D2": 7}


# --- Change


@pytest.mark.parametrize(
    ("steps", "word"), [(0, "word_no"), (1, "word_possible"), (4, "word_clear")]
)
def test_the_change_is_called_by_its_size_and_the_noise(
    app: AppTest, steps: int, word: str
) -> None:
    keep(app, sitting(1, shifted(0)), sitting(2, shifted(steps)))

    assert [one.value for one in app.subheader if one.value in WORDS.change.values()] == [
        WORDS.change[word]
    ]
    assert "Question wording alone: 1.645 × √(1.68² + 1.68²) = 3.90" in words(app)
    assert set(charts(app)) == {"chart_balance_history", "chart_domain_history"}


def test_of_two_there_is_nothing_to_choose_and_of_three_the_last_two_show(app: AppTest) -> None:
    three = [sitting(n, shifted(n - 1)) for n in (1, 2, 3)]
    assert not keep(app, *three[:2]).selectbox
    keep(app, *three)

    assert [one.value for one in app.selectbox] == ["s2", "s3"]
    assert literal("8.6 points") in words(app)


def test_any_two_can_be_chosen_in_either_order(app: AppTest) -> None:
    keep(app, *(sitting(n, shifted(n - 1)) for n in (1, 2, 3)))
    app.selectbox[0].set_value("s3").run()
    assert WORDS.change["same"] in words(app)
    app.selectbox[1].set_value("s1").run()

    assert literal("17.1 points further towards the future since Month 1") in words(app)


def test_a_choice_outlives_the_page_and_not_its_sitting(app: AppTest) -> None:
    keep(app, *(sitting(n, shifted(n - 1)) for n in (1, 2, 3)))
    app.selectbox[0].set_value("s1").run()
    assert [one.value for one in go_to(go_to(app, "plan"), "progress").selectbox] == ["s1", "s3"]

    press(app, "sitting_remove_s1")

    assert literal("8.6 points") in words(app)
    assert is_calm(app)


def test_quick_against_full_is_compared_on_the_quick_questions_and_says_so(app: AppTest) -> None:
    keep(app, sitting(1, shifted(0, "quick")), sitting(2, shifted(1)))
    count = len(CATALOGUE.questionnaire.balance_items("quick"))

    assert FILE.change["as_quick"].format(count=count).split(",")[0] in words(app)
    assert WORDS.charts["as_quick"].format(count=count) in words(app)
    names = [one["name"] for one in drawn(app, "chart_balance_history")["data"] if "name" in one]
    assert names == ["Quick form"]


def test_two_full_sittings_are_told_as_full(app: AppTest) -> None:
    keep(app, sitting(1, shifted(0)), sitting(2, shifted(1)))

    assert WORDS.charts["as_full"] in words(app)
    assert WORDS.charts["as_quick"][:30] not in words(app)


def test_a_sitting_of_another_model_is_told(app: AppTest) -> None:
    keep(app, sitting(1, shifted(0), model="0.9"), sitting(2, shifted(1)))

    assert WORDS.listed["older_model"] in words(app)
    assert WORDS.charts["older_model"] in words(app)


def test_sittings_without_common_ground_are_not_compared(app: AppTest) -> None:
    keep(app, sitting(1, only_first(3)), sitting(2, shifted(1)))

    assert literal(FILE.change["pending"]) in words(app)
    assert WORDS.charts["left_out_one"] in words(app)
    assert WORDS.listed["pending"] in words(app)


def test_without_any_balance_nothing_is_drawn(app: AppTest) -> None:
    keep(app, sitting(1, only_first(2)), sitting(2, only_first(3)))

    assert charts(app) == {}
    assert WORDS.charts["none"] in words(app)


def test_many_sittings_show_six_and_the_rest_on_demand(app: AppTest) -> None:
    days = [datetime.date(2024, 1, 1) + datetime.timedelta(days=9 * n) for n in range(40)]
    keep(app, *(replace(sitting(1, shifted(n % 3)), id=f"n{n}", day=d) for n, d in enumerate(days)))
    lines = [one.key for one in app.button if str(one.key).startswith("sitting_change_")]

    assert lines == [f"sitting_change_n{n}" for n in range(39, 33, -1)]
    assert WORDS.listed["earlier"].format(count=34) in [one.label for one in app.expander]


@pytest.mark.parametrize("bad", NONSENSE, ids=lambda one: repr(one)[:24])
@pytest.mark.parametrize(
    "kind", ["sittings", "sitting-history", "sitting-compared", "sitting-open", "sitting-round"]
)
def test_nonsense_in_the_session_is_no_sitting(app: AppTest, kind: str, bad: Any) -> None:
    fill(app, all_fives())
    write(app, kind, {"": bad})
    rest(app, "progress")
    assert is_calm(app)

    press(app, "cta_take_sitting")

    assert is_calm(app)
    assert kept(app)[-1]["name"]


# --- The plan file


@EVERY_REFUSAL
def test_a_file_that_can_not_be_opened_says_why_and_changes_nothing(
    app: AppTest, name: str
) -> None:
    fill(app, worked_sheet("amina"))
    keep(app, sitting(1, shifted(0)))
    before = everything(app)
    offer(app, REFUSED[name])

    (said,) = (str(one.value) for one in app.info)
    assert said == WORDS.file["refused"].format(sentence=FILE.refusals[name])  # type: ignore[index]
    assert everything(app) == before
    assert "cta_open_plan_file" not in [one.key for one in app.button]


@pytest.mark.parametrize("name", ["plan.exe", "../../x.json", "", "x" * 300, "p.json.txt"])
def test_the_name_of_a_file_does_not_matter(app: AppTest, name: str) -> None:
    offer(go_to(app, "progress"), plan_of(all_fives()), name)

    assert is_calm(app)
    assert WORDS.file["preview_title"] in words(app)


def test_a_look_into_a_file_changes_nothing(app: AppTest) -> None:
    fill(app, worked_sheet("amina"))
    go_to(app, "progress")
    before = everything(app)
    offer(app, plan_of(all_fives(), owner=HOSTILE, sittings=(sitting(1, shifted(0)),)))

    assert everything(app) == before
    assert literal(f"Name: {HOSTILE}") in words(app)
    assert literal("Sittings: nothing here yet; 1 from the file.") in words(app)
    assert FILE.difference["undo"] in words(app)

    press(app, "drop_plan_file")

    assert everything(app) == before
    assert WORDS.file["preview_title"] not in words(app)


def test_what_was_left_out_of_a_file_is_told(app: AppTest) -> None:
    document = json.loads(plan_of(all_fives()))
    document["answers"]["items"] |= {"J1": 99, "no-such": 3}
    offer(go_to(app, "progress"), json.dumps(document).encode())

    assert WORDS.file["notes"].format(count=2) in [one.label for one in app.expander]
    assert is_calm(app)


def test_a_file_of_another_questionnaire_is_told_and_read_by_id(app: AppTest) -> None:
    versions = {"questionnaire": "0.1", "model": "1.0", "pay": "1.0"}
    offer(go_to(app, "progress"), plan_of(all_fives(), versions=versions))

    assert literal("Made with version 0.1 of the questions") in words(app)


def test_replacing_takes_everything_and_one_step_brings_it_back(app: AppTest) -> None:
    fill(app, worked_sheet("amina"))
    keep(app, sitting(1, shifted(0)))
    offer(app, plan_of(all_fives(), sittings=(sitting(5, shifted(2)), sitting(6, shifted(3)))))
    press(app, "cta_open_plan_file")

    assert [one["id"] for one in kept(app)] == ["s5", "s6"]
    assert stored(app, "answer")["J1"] == 5
    assert WORDS.file["replaced"] in words(app)
    assert WORDS.file["preview_title"] not in words(app)
    assert "undo_sittings" not in [one.key for one in app.button]

    press(app, "undo_open_plan_file")

    assert [one["id"] for one in kept(app)] == ["s1"]
    assert stored(app, "answer")["J1"] == worked_sheet("amina").markers["J1"]


def test_a_file_opened_on_an_empty_sheet_can_be_taken_back_too(app: AppTest) -> None:
    offer(go_to(app, "progress"), plan_of(all_fives()))
    press(app, "cta_open_plan_file")
    assert stored(app, "answer")["J1"] == 5
    press(app, "undo_open_plan_file")

    assert stored(app, "answer") == {}


def test_what_is_downloaded_opens_as_what_is_here(app: AppTest) -> None:
    from components.progress.plan_file import _bytes

    fill(app, only_first(30))
    keep(app, sitting(1, shifted(0), name=HOSTILE))
    here = PlanFile(answers=all_fives(), sittings=(sitting(1, shifted(0), name=HOSTILE),))
    offer(app, _bytes(here))
    press(app, "cta_open_plan_file")
    offer(app, _bytes(here))

    assert [one["name"] for one in kept(app)] == [HOSTILE]
    assert literal(FILE.difference["nothing"]) in words(app)


# --- Samples


@pytest.fixture
def sample(app: AppTest) -> AppTest:
    """Somebody with answers of their own who explores a sample."""
    fill(app, all_fives())
    return go_to(press(app, "sample_amina"), "progress")


def test_a_sitting_of_a_sample_stays_with_the_sample(sample: AppTest) -> None:
    press(sample, "cta_take_sitting")

    assert len(kept(sample, "amina")) == 1
    assert kept(sample) == []


def test_a_sample_has_no_plan_file_and_leads_back_to_the_own_one(sample: AppTest) -> None:
    assert WORDS.file["sample"] in words(sample)
    assert not sample.get("file_uploader")

    press(sample, "leave_for_file")

    assert sample.get("file_uploader")
    assert stored(sample, "answer")["J1"] == 5
