"""Sittings: kept, renamed, rated and deleted whole or not at all; compared and shown over time like with like."""

import datetime
from dataclasses import replace

import pytest

from tests.builders import MODEL, QUESTIONNAIRE, all_fives, only_first, result, worked_sheet
from tests.plan_files.strategies import WORDS
from throughline.answers import Answers
from throughline.plan_file import Sitting
from throughline.plan_file.document import SITTING_LIMIT
from throughline.plan_file.history import (
    common_form,
    compare,
    history,
    then_and_now,
    then_and_now_sentences,
)
from throughline.plan_file.sittings import Ratings, Sittings, delete, rate, rename, take

SPRING, AUTUMN = datetime.date(2026, 3, 31), datetime.date(2026, 9, 30)


def kept(
    answers: Answers, day: datetime.date = SPRING, name: str = "Spring", model: str = "1.0"
) -> Sitting:
    """A sitting of these answers."""
    return Sitting(f"s-{name}", name, day, answers, model)


def taken(sittings: tuple[Sitting, ...] = (), **parts: object) -> Sittings:
    """What comes of keeping the answers of one day."""
    usual: dict[str, object] = {
        "answers": all_fives(),
        "sitting_id": "s1",
        "name": "Spring",
        "today": SPRING,
        "model": "1.0",
    }
    return take(sittings, words=WORDS, **(usual | parts))  # type: ignore[arg-type]


def said(one: Sitting, other: Sitting) -> list[str]:
    """What is said about two sittings."""
    return list(compare(one, other, QUESTIONNAIRE, MODEL, WORDS).sentences)


def test_a_sitting_keeps_the_answers_and_not_the_moments() -> None:
    sheet = replace(all_fives(), first_answered={"J1": 5.0})
    found = taken(answers=sheet, name="  Spring\n2026 ")

    assert not found.refused
    (one,) = found.sittings
    assert (one.id, one.name, one.day, one.model) == ("s1", "Spring 2026", SPRING, "1.0")
    assert one.answers == all_fives()
    assert found.said == "Kept: Spring 2026, 31 Mar 2026."


def test_a_sitting_keeps_what_the_sheet_was() -> None:
    (one,) = taken().sittings
    again = taken((one,), sitting_id="s2", answers=all_fives().with_marker("J1", 9), today=AUTUMN)
    assert [two.answers.markers["J1"] for two in again.sittings] == [5, 9]


@pytest.mark.parametrize("name", ["", "  ", None, 5, "\x00"])
def test_a_sitting_without_a_name_is_numbered(name: object) -> None:
    assert taken(name=name).sittings[0].name == "Sitting 1"


def test_a_long_name_is_cut_to_sixty_characters() -> None:
    assert taken(name="n" * 100_000).sittings[0].name == "n" * 60


def test_sittings_lie_by_day_and_those_of_one_day_as_taken() -> None:
    found = taken(today=AUTUMN, sitting_id="b").sittings
    found = taken(found, today=SPRING, sitting_id="c").sittings
    found = taken(found, today=SPRING, sitting_id="a").sittings
    assert [one.id for one in found] == ["c", "a", "b"]


@pytest.mark.parametrize(
    ("parts", "word"),
    [
        ({"answers": Answers()}, "empty sheet"),
        ({"answers": Answers(skipped=frozenset({"J1"}))}, "empty sheet"),
        ({"sitting_id": "s1"}, "already"),
        ({"sitting_id": "no id"}, "already"),
    ],
)
def test_what_cannot_be_kept_changes_nothing(parts: dict[str, object], word: str) -> None:
    before = taken().sittings
    found = taken(before, **({"sitting_id": "s2"} | parts))
    assert found.refused
    assert found.sittings is before
    assert word in found.said


def test_there_is_room_for_sixty() -> None:
    found: tuple[Sitting, ...] = ()
    for number in range(SITTING_LIMIT):
        found = taken(found, sitting_id=f"s{number}").sittings
    more = taken(found, sitting_id="one-more")
    assert len(found) == SITTING_LIMIT
    assert more == Sittings(found, "Up to 60 sittings can be kept. Take one away first.", True)


def test_a_sitting_is_renamed_and_deleted_by_id() -> None:
    before = (kept(all_fives()), kept(all_fives(), AUTUMN, "Autumn"))
    named = rename(before, "s-Autumn", "After the move", WORDS)
    assert [one.name for one in named.sittings] == ["Spring", "After the move"]
    gone = delete(named.sittings, "s-Autumn", WORDS)
    assert gone.sittings == before[:1]
    assert gone.said == "After the move was taken away."


@pytest.mark.parametrize("name", ["", " \n", None, 5])
def test_a_name_cannot_be_taken_away(name: object) -> None:
    before = (kept(all_fives()),)
    assert rename(before, "s-Spring", name, WORDS) == Sittings(
        before, "A sitting needs a name.", True
    )


def test_a_sitting_that_has_gone_cannot_be_changed() -> None:
    before = (kept(all_fives()),)
    for found in (
        rename(before, "s9", "Name", WORDS),
        delete(before, "s9", WORDS),
        rate(before, "s9", Ratings(), WORDS),
    ):
        assert found == Sittings(before, "This sitting is not here any more.", True)


def test_a_rating_of_then_and_now_stands_beside_the_answers() -> None:
    ratings = Ratings({"D1": 3, "D2": 11, "D3": 4.5}, {"D1": 6, "D4": 2})
    found = rate((kept(all_fives()),), "s-Spring", ratings, WORDS).sittings[0]

    assert (found.then, found.now) == ({"D1": 3}, {"D1": 6, "D4": 2})
    (one,) = then_and_now(found, QUESTIONNAIRE)
    assert (one.domain, one.then, one.now, one.points) == ("D1", 3, 6, 3)
    assert then_and_now_sentences(found, QUESTIONNAIRE, WORDS) == (
        "Looking back, you rate What the work is like 3 then and 6 now, out of 10.",
        "A rating from memory stands beside the measured change and is never mixed with it.",
    )
    assert then_and_now_sentences(kept(all_fives()), QUESTIONNAIRE, WORDS) == ()


def test_a_rating_moves_no_figure() -> None:
    plain = (kept(worked_sheet("ben")),)
    rated = rate(plain, "s-Spring", Ratings({"D1": 0}, {"D1": 10}), WORDS).sittings
    assert history(plain, QUESTIONNAIRE, MODEL) == history(rated, QUESTIONNAIRE, MODEL)


def test_the_earlier_sitting_comes_first_in_a_comparison() -> None:
    spring = kept(worked_sheet("amina"))
    autumn = kept(worked_sheet("amina_later"), AUTUMN, "Autumn")
    for one, other in ((spring, autumn), (autumn, spring)):
        found = compare(one, other, QUESTIONNAIRE, MODEL, WORDS)
        assert (found.before, found.after) == (spring, autumn)
        assert found.change
        assert found.change.points > 0
        assert list(found.sentences) == [
            f"{found.change.points:.1f} points further towards the future since Spring, 31 Mar"
            f" 2026: {found.change.word}. The wording of the questions alone could account for"
            f" {found.change.threshold:.1f} points."
        ]


def test_no_movement_is_said_without_a_direction() -> None:
    (sentence,) = said(kept(all_fives()), kept(all_fives(), AUTUMN, "Autumn"))
    assert sentence.startswith(
        "No movement to speak of since Spring, 31 Mar 2026: no clear change."
    )


def test_different_forms_are_compared_as_quick_and_this_is_said() -> None:
    full, quick = kept(all_fives()), kept(all_fives("quick"), AUTUMN, "Autumn")
    assert "compared on the 12 questions of the Quick form" in said(full, quick)[1]
    assert len(said(quick, replace(quick, id="other"))) == 1


def test_an_older_model_is_said() -> None:
    old, new = kept(all_fives(), model="0.9"), kept(all_fives(), AUTUMN, "Autumn", MODEL.version)
    assert "another version of the model" in said(old, new)[1]
    assert len(said(replace(old, model=""), new)) == 1


def test_sittings_without_common_ground_are_not_compared() -> None:
    found = compare(kept(only_first(3)), kept(all_fives()), QUESTIONNAIRE, MODEL, WORDS)
    assert found.change is None
    assert "too few answers" in found.sentences[0]


def test_the_history_holds_the_figures_each_sitting_showed() -> None:
    amina, later = worked_sheet("amina"), worked_sheet("amina_later")
    first, second = history((kept(later, AUTUMN, "Autumn"), kept(amina)), QUESTIONNAIRE, MODEL)
    assert (first.name, second.name) == ("Spring", "Autumn")
    for point, sheet in ((first, amina), (second, later)):
        profile = result(sheet)
        assert profile.balance
        assert point.balance
        assert (point.balance.value, point.balance.low, point.balance.high) == (
            profile.balance.value,
            profile.balance.low,
            profile.balance.high,
        )
        assert {one: span.value for one, span in point.domains.items()} == {
            one.id: one.score for one in profile.available
        }
        assert point.form == "full"
        assert not point.older_model


def test_a_history_on_one_line_is_in_the_form_all_can_show() -> None:
    full, quick = kept(all_fives()), kept(all_fives("quick"), AUTUMN, "Autumn")
    assert common_form((full,), QUESTIONNAIRE, MODEL) == "full"
    assert common_form((full, quick), QUESTIONNAIRE, MODEL) == "quick"
    mixed = history((full, quick), QUESTIONNAIRE, MODEL)
    alike = history((full, quick), QUESTIONNAIRE, MODEL, form="quick")
    assert [one.form for one in mixed] == ["full", "quick"]
    assert [one.form for one in alike] == ["quick", "quick"]
    wide, narrow = alike[0].balance, mixed[0].balance
    assert wide
    assert narrow
    assert wide.high - wide.low > narrow.high - narrow.low


def test_a_sitting_with_too_few_answers_has_no_balance_and_keeps_its_place() -> None:
    (point,) = history((kept(only_first(3)),), QUESTIONNAIRE, MODEL)
    assert point.balance is None
