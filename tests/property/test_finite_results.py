"""No sheet, however sparse or lopsided, leads to a number that is not one."""

import math
from dataclasses import fields, is_dataclass
from typing import Any

from hypothesis import given, settings

from tests.builders import MODEL, QUESTIONNAIRE, result, sheets, way_of
from throughline.actions import rank_steps
from throughline.answers import Answers
from throughline.scoring import score_form


@settings(max_examples=150, deadline=None)
@given(sheets())
def test_every_number_of_every_result_is_finite(sheet: Answers) -> None:
    profile = result(sheet)
    way = way_of(sheet)
    ranking = rank_steps(profile, way, sheet, QUESTIONNAIRE, MODEL)
    for number in numbers(
        [profile, score_form(sheet, QUESTIONNAIRE, MODEL, form=sheet.form), way, ranking]
    ):
        assert math.isfinite(number)


def numbers(value: Any) -> list[float]:
    """Every number inside a result, however deep."""
    if isinstance(value, float):
        return [value]
    if is_dataclass(value):
        return numbers([getattr(value, field.name) for field in fields(value)])
    if isinstance(value, dict):
        return numbers(list(value.values()))
    return [n for one in value for n in numbers(one)] if isinstance(value, list | tuple) else []
