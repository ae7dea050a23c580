"""Each list of boxes is counted its own way."""

import pytest

from tests.builders import QUESTIONNAIRE, all_fives, result
from throughline.answers import Answers
from throughline.scoring.domains import evidence_score

TECHNICAL = ("coding", "design", "data", "accounting", "othertech")


def score(list_id: str, *ticks: str) -> float | None:
    """Evidence of one reviewed list with these boxes ticked."""
    sheet = Answers(form="full", ticks=frozenset(ticks), reviewed=frozenset({list_id}))
    return evidence_score(sheet, QUESTIONNAIRE, list_id)


@pytest.mark.parametrize("box", TECHNICAL)
def test_one_technical_skill_is_a_quarter_of_the_skills(box: str) -> None:
    assert score("D3", box) == 2.5


def test_more_technical_skills_count_no_more_than_one() -> None:
    assert score("D3", *TECHNICAL) == 2.5


def test_three_soft_skills_share_a_quarter_of_the_skills() -> None:
    assert score("D3", "comm") == pytest.approx(10 / 12)
    assert score("D3", "comm", "team", "lead") == pytest.approx(2.5)


def test_varied_work_and_own_time_each_count_a_quarter() -> None:
    assert score("D3", "varied") == score("D3", "interest") == 2.5


def test_promotions_count_half_of_an_advancement() -> None:
    assert score("D5", "prom_auth") == score("D5", "prom_recog") == 1.25
    assert score("D5", "adv_broader") == score("D5", "adv_cert") == score("D5", "adv_moved") == 2.5


@pytest.mark.parametrize(("list_id", "boxes"), [("D2", 4), ("D4", 3), ("D6", 6), ("D7", 3)])
def test_every_other_list_is_a_share_of_its_boxes(list_id: str, boxes: int) -> None:
    ids = [box.id for box in QUESTIONNAIRE.lists[list_id].boxes]
    assert len(ids) == boxes
    for ticked in range(boxes + 1):
        assert score(list_id, *ids[:ticked]) == pytest.approx(10 * ticked / boxes)


@pytest.mark.parametrize("list_id", ["D2", "D3", "D4", "D5", "D6", "D7", "X1", "X6"])
def test_a_full_list_is_ten_and_an_empty_one_zero(list_id: str) -> None:
    boxes = [box.id for box in QUESTIONNAIRE.lists[list_id].boxes]
    assert score(list_id) == 0
    assert score(list_id, *boxes) == pytest.approx(10)


def test_a_list_not_reviewed_has_no_evidence_even_when_ticked() -> None:
    sheet = Answers(form="full", ticks=frozenset({"degree"}))
    assert evidence_score(sheet, QUESTIONNAIRE, "D2") is None


def test_the_first_domain_has_no_list() -> None:
    assert score("D1") is None


def test_the_quick_form_ignores_boxes_of_domains_and_habits() -> None:
    plain = all_fives("quick")
    ticked = Answers(
        form="quick",
        markers=plain.markers,
        ticks=frozenset({"degree", "x1a"}),
        reviewed=frozenset({"D2", "X1"}),
    )
    assert result(ticked) == result(plain)


def test_no_evidence_counts_in_a_domain_below_its_minimum() -> None:
    sheet = Answers(form="full", markers={"E1": 5.0}, reviewed=frozenset({"D2"}))
    domain = result(sheet).domains["D2"]
    assert (domain.evidence, domain.score, domain.missing) == (None, None, 1)
