"""The laws of plan files: nothing legal is lost on the way to a file and back, and nothing is changed unsaid."""

import json
import random  # noqa: TID251  (only a shuffle that Hypothesis hands over)
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import QUESTIONNAIRE
from tests.plan_files.strategies import CONTENT, SITTINGS, TODAY, WORDS, plans
from throughline.plan_file import (
    Opened,
    PlanFile,
    Sitting,
    as_document,
    as_legal,
    read_plan,
    sentences,
    write_plan,
)
from throughline.plan_file.history import common_form, compare, history
from throughline.plan_file.summary import difference, summary

checks = [HealthCheck.too_slow, HealthCheck.data_too_large]
examples = settings(max_examples=40, deadline=None, suppress_health_check=checks)


def opened(data: bytes | str) -> Opened:
    """The file as it is read; it has to open."""
    found = read_plan(data, CONTENT, TODAY)
    assert isinstance(found, Opened), found
    return found


@examples
@given(plans(), st.booleans())
def test_a_legal_plan_is_read_as_it_was_written(plan: PlanFile, pretty: bool) -> None:
    text = write_plan(plan, pretty=pretty)
    found = opened(text.encode())

    assert found.notes == ()
    assert sentences(found.notes, WORDS) == ()
    assert found.plan == as_legal(plan, CONTENT, TODAY) == plan
    assert write_plan(found.plan, pretty=pretty) == text
    assert json.loads(text, parse_constant=int) == as_document(plan)  # no NaN, no mark in front


@examples
@given(plans(), st.randoms(use_true_random=False))
def test_equal_plans_are_equal_bytes_whatever_order_they_were_entered_in(
    plan: PlanFile, chance: random.Random
) -> None:
    shuffled = list(plan.answers.markers.items())
    chance.shuffle(shuffled)
    whole = {item: int(value) for item, value in shuffled}
    twin = replace(plan, answers=replace(plan.answers, markers=whole))

    assert twin == plan
    assert write_plan(twin) == write_plan(plan)


@settings(examples, max_examples=15)
@given(plans(), plans())
def test_the_preview_counts_every_difference(now: PlanFile, file: PlanFile) -> None:
    there, back = difference(now, file, WORDS), difference(file, now, WORDS)

    assert all(one.same for one in difference(now, now, WORDS))
    assert [(one.section, one.added, one.removed) for one in there] == [
        (one.section, one.removed, one.added) for one in back
    ]
    if all(one.same for one in there):
        told = replace(now.answers, first_answered=file.answers.first_answered)
        assert (told, now.pay, now.goals) == (file.answers, file.pay, file.goals)
    assert summary(file, CONTENT)


@examples
@given(SITTINGS)
def test_any_sittings_have_a_history_and_compare(found: tuple[Sitting, ...]) -> None:
    model = CONTENT.model
    points = history(found, QUESTIONNAIRE, model)

    assert [one.sitting for one in points] == [one.id for one in found]
    for point in points:
        assert point.balance is None or point.balance.low < point.balance.value < point.balance.high
        assert all(span.low < span.value < span.high for span in point.domains.values())
    together = history(found, QUESTIONNAIRE, model, form=common_form(found, QUESTIONNAIRE, model))
    assert len({one.form for one in together}) <= 1
    if len(found) == 2:
        one, other = found
        seen = compare(one, other, QUESTIONNAIRE, model, WORDS)
        assert seen.sentences
        assert seen.before.day <= seen.after.day
