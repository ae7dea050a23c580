"""What is legal in a plan file is kept; what is not is left out, and a sentence says where."""

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.plan_files.strategies import CONTENT, TODAY, WORDS
from tests.unit.plan_file.files import opened, said, text
from throughline.plan_file import Opened, PlanFile, as_legal, fits, read_plan, sentences, write_plan
from throughline.plan_file.document import DISMISSED_LIMIT, SITTING_LIMIT, SIZE_LIMIT

SITTING = {"id": "s1", "name": "Spring", "day": "2026-03-31", "answers": {"items": {"J1": 7}}}


def test_a_file_with_nothing_in_it_is_an_empty_plan() -> None:
    assert opened() == Opened(PlanFile(), (), 1)


@pytest.mark.parametrize("value", ["7", 7.5, -1, 11, True, None, [], {}, "Skipped", 1e308])
def test_a_slider_that_cannot_be_entered_is_left_out(value: object) -> None:
    found = opened(answers={"items": {"J1": value, "C1": 3, "K4": "skipped", "R3": "na"}})

    assert found.plan.answers.markers == {"C1": 3}
    assert found.plan.answers.skipped == {"K4"}
    assert found.plan.answers.not_applicable == {"R3"}
    assert [note.sentence for note in found.notes] == [
        "Answers, sliders: a value that can not be entered here was left out."
    ]


@pytest.mark.parametrize(
    ("part", "legal", "illegal"),
    [
        ("wanted", {"D1": 7.5}, {"D2": 7.25}),
        ("importance", {"D1": 3}, {"D2": 1.5}),
        ("importance", {"D1": 0}, {"D2": 4}),
        ("targets", {"P1": 10}, {"P2": 10.5}),
        ("ease", {"X1": "large"}, {"X2": "huge"}),
        ("times", {"J1": 1.25}, {"J2": "now"}),
        ("facts", {}, {"F1": "maybe"}),
    ],
)
def test_wishes_and_weights_are_those_of_the_form(
    part: str, legal: dict[str, object], illegal: dict[str, object]
) -> None:
    if part == "facts":
        illegal = {next(iter(CONTENT.facts)): "maybe"}
    found = opened(answers={part: legal | illegal | {"Q99": 1}})

    name = {"targets": "need_targets", "times": "first_answered"}.get(part, part)
    assert getattr(found.plan.answers, name) == legal
    assert {note.code for note in found.notes} == {"illegal", "unknown_name"}
    assert {note.place.field for note in found.notes} == {part}


def test_boxes_nobody_asks_twice_named_and_unreadable_are_counted() -> None:
    box = min(CONTENT.boxes)
    found = opened(answers={"ticks": [box, box, "nobox", "other", 5, [box]], "reviewed": "D2"})

    assert found.plan.answers.ticks == {box}
    assert {(note.code, note.count) for note in found.notes} == {
        ("unknown_name", 2),
        ("illegal", 2),
        ("repeated", 1),
        ("not_a_list", 1),
    }


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"owner": 5}, "Name: this is no text, so it was left empty."),
        ({"owner": "x" * 81}, "Name: it was longer than fits, so it was shortened."),
        ({"owner": "a\tb"}, "Name: characters that can not be shown were left out."),
        ({"plan_id": "a b"}, "Id of the plan: a value that can not be entered here was left out."),
        ({"saved": -1}, "Time of saving: a value that can not be entered here was left out."),
        ({"free_hours": 113}, "Free hours: a value that can not be entered here was left out."),
        (
            {"first_month": "2027-02-30"},
            "First month: a value that can not be entered here was left out.",
        ),
        ({"color": 1}, "The file: a detail this version does not know was left out."),
        (
            {"a": 1, "b": 2},
            "The file: a detail this version does not know was left out. This happened 2 times.",
        ),
        (
            {"steps": {"quick": "nowhere"}},
            "Place in the form: a value that can not be entered here was left out.",
        ),
        (
            {"answers": {"form": "long"}},
            "Answers, form: a value that is not on offer was left out.",
        ),
        (
            {"answers": {"wanted": []}},
            "Answers, where you want to be: empty or not readable, so it was left out.",
        ),
        (
            {"counters": {"goal": -1}},
            "Counts of what was made: a value that can not be entered here was left out.",
        ),
        (
            {"goals": [{"id": "g1", "title": "x"}, {"id": "g2", "title": "y", "due": "soon"}]},
            "Goal 2, due date: this is no day we can read, so it was left empty.",
        ),
        (
            {"goals": [{"id": "g1", "title": "x", "progress": 140}]},
            "Goal 1, progress: it was outside the limits, so the nearest one inside is used.",
        ),
        (
            {"goals": [{"id": "g1", "title": "x", "color": 1}]},
            "Goal 1: a detail this version does not know was left out.",
        ),
        (
            {"goals": [{"title": "x"}]},
            "Goals: an entry has no usable id, so it was left out.",
        ),
        (
            {"actions": [{"id": "a1", "what": "x"}, "y"]},
            "Action 2: an entry that is not readable was left out.",
        ),
        (
            {"actions": [{"id": "a1", "what": "x\u202ey"}]},
            "Action 1, what it is: something was put into its usual form.",
        ),
        (
            {"journal": [{"id": "e", "kind": "learning", "day": "2026-01-01", "text": "t" * 301}]},
            "Log entry 1, text: it was longer than fits, so it was shortened.",
        ),
        (
            {
                "journal": [
                    {"id": "e", "kind": "learning", "day": "2026-01-01", "text": "t", "unit": "h"}
                ]
            },
            "Log entry 1, unit: something was put into its usual form.",
        ),
        (
            {"pay": {"searches": {"now": "a\u2028b", "next": ""}}},
            "Pay, searches: characters that can not be shown were left out.",
        ),
        (
            {"pay": {"searches": {"now": "baker", "never": "cook"}}},
            "Pay, searches: something this version does not ask was left out.",
        ),
        ({"sittings": [5]}, "Sitting 1: an entry that is not readable was left out."),
        (
            {"sittings": [SITTING, SITTING]},
            "Sitting 2: an id was used twice, so the second one was left out.",
        ),
        (
            {"sittings": [SITTING | {"then": {"D1": 10.5}}]},
            "Sitting 1, rating of then: a value that can not be entered here was left out.",
        ),
        (
            {"sittings": [SITTING | {"answers": {"items": {"J1": 70}}}]},
            "Sitting 1, sliders: a value that can not be entered here was left out.",
        ),
    ],
)
def test_everything_put_right_is_said_with_its_place(
    parts: dict[str, object], sentence: str
) -> None:
    assert said(**parts) == [sentence]


@pytest.mark.parametrize("missing", ["id", "name", "day"])
def test_a_sitting_without_id_name_or_day_is_left_out(missing: str) -> None:
    found = opened(sittings=[{k: v for k, v in SITTING.items() if k != missing}, SITTING])
    assert [one.id for one in found.plan.sittings] == ["s1"]
    assert [note.code for note in found.notes] == ["no_record"]


def test_pay_keeps_any_number_the_form_takes_and_nothing_else() -> None:
    cells = {
        *{"salary": -5, "bonus_target": 1e300, "benefits.0.cost": 2.5, "hours": "40"}.items(),
        *{"wage": True, "benefits.99.cost": 1, "hours_preset": "wild", "symbol": "€"}.items(),
    }
    found = opened(
        pay={
            "packages": {"now": dict(cells), "never": {"salary": 1}, "next": {}},
            "moves": {"next": {"cost": 100, "nothing": 1, "success": None}},
            "shown": "next",
            "compared": {"from": "now", "to": "never"},
            "occupations": {"now": "15-1252", "next": "15-12"},
            "commission": ["now", "never"],
        }
    )
    plan = found.plan

    assert plan.pay == {
        "now": {"salary": -5, "bonus_target": 1e300, "benefits.0.cost": 2.5, "symbol": "€"}
    }
    assert plan.moves == {"next": {"cost": 100}}
    assert (plan.pay_shown, plan.pay_compared) == ("next", {"from": "now"})
    assert plan.occupations == {"now": "15-1252"}
    assert plan.commission == {"now"}
    assert {(note.place.field, note.code, note.count) for note in found.notes} == {
        ("packages", "illegal", 3),
        ("packages", "unknown_name", 2),
        ("moves", "unknown_name", 1),
        ("compared", "illegal", 1),
        ("occupations", "illegal", 1),
        ("commission", "unknown_name", 1),
    }


def test_a_log_out_of_order_is_sorted_without_a_word() -> None:
    days = ("2026-03-01", "2026-01-01", "2026-02-01")
    entries = [
        {"id": f"e{n}", "kind": "learning", "day": day, "text": "t"} for n, day in enumerate(days)
    ]
    found = opened(journal=entries)
    assert [one.id for one in found.plan.journal] == ["e1", "e2", "e0"]
    assert found.notes == ()


@pytest.mark.parametrize(
    ("part", "made", "limit"),
    [
        ("actions", lambda n: {"id": f"a{n}", "what": "x"}, 60),
        (
            "journal",
            lambda n: {"id": f"e{n}", "kind": "contact", "day": "2026-01-01", "text": "t"},
            1000,
        ),
        ("goals", lambda n: {"id": f"g{n}", "title": "t"}, 300),
        ("sittings", lambda n: SITTING | {"id": f"s{n}"}, SITTING_LIMIT),
        ("dismissed", lambda n: f"d{n}", DISMISSED_LIMIT),
    ],
)
def test_each_list_has_its_limit_and_what_is_beyond_is_said(
    part: str, made: Callable[[int], object], limit: int
) -> None:
    assert opened(**{part: [made(n) for n in range(limit)]}).notes == ()
    found = opened(**{part: [made(n) for n in range(limit + 1)]})
    assert len(getattr(found.plan, part)) == limit
    assert [note.code for note in found.notes] == ["too_many"]


def test_many_notes_are_cut_and_counted() -> None:
    notes = opened(actions=[{"id": f"a{n}", "what": "x", "z": 1} for n in range(60)]).notes
    told = sentences(notes, WORDS)
    assert len(notes) == 60
    assert len(told) == 41
    assert told[-1] == "20 more things were put right or left out."
    assert sentences(notes[:41], WORDS)[-1] == "One more thing was put right or left out."


def test_a_goal_far_from_today_is_kept_whatever_the_day_of_reading() -> None:
    data = text(goals=[{"id": "g", "title": "t", "due": "1971-01-01"}])
    for today in (datetime.date(2026, 1, 1), datetime.date(2199, 1, 1)):
        found = read_plan(data, CONTENT, today)
        assert isinstance(found, Opened)
        assert found.notes == ()


def test_reading_does_not_change_what_it_was_given() -> None:
    data = bytearray(text(owner="Ada", goals=[5]).encode())
    before = bytes(data)
    read_plan(data, CONTENT, TODAY)
    assert bytes(data) == before


def test_a_plan_with_values_nobody_can_enter_is_made_legal() -> None:
    plan = PlanFile(
        owner="a\nb",
        pay={"now": {"salary": float("nan"), "wage": 3.0}, "never": {"wage": 1.0}},
        free_hours=float("inf"),
    )
    assert as_legal(plan, CONTENT, TODAY) == PlanFile(owner="a b", pay={"now": {"wage": 3.0}})
    with pytest.raises(ValueError, match="JSON compliant"):
        write_plan(plan)


def test_seven_and_seven_point_nought_are_written_alike() -> None:
    whole = PlanFile(free_hours=7)
    assert write_plan(whole) == write_plan(replace(whole, free_hours=7.0))
    assert '"free_hours":7,' in write_plan(whole)
    assert '"free_hours":0,' in write_plan(replace(whole, free_hours=-0.0))


def test_a_written_plan_says_whether_it_can_be_opened_again() -> None:
    assert fits(write_plan(PlanFile()))
    assert fits("a" * SIZE_LIMIT)
    assert not fits("a" * (SIZE_LIMIT + 1))
    assert not fits("é" * (SIZE_LIMIT // 2 + 1))
