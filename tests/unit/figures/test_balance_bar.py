"""The balance bar: where the split, the range and the whisker are drawn."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from tests import builders
from throughline.answers import Answers
from throughline.figures import Look, balance_bar, balance_bar_alt

Traces = Mapping[str, Any]


def traces(sheet: Answers) -> Traces:
    figure = balance_bar(builders.result(sheet), builders.WORDING, look=Look())
    return {trace.name: trace for trace in figure.data}


def texts(sheet: Answers) -> str:
    figure = balance_bar(builders.result(sheet), builders.WORDING, look=Look())
    return " | ".join(note.text for note in figure.layout.annotations)


def at_end(keyed: float) -> Answers:
    return builders.keyed_sheet(
        {i.id: 10 - keyed if i.scale == "J" else keyed for i in builders.BALANCE}
    )


def test_the_two_parts_meet_at_the_present_share_and_fill_the_bar() -> None:
    drawn = traces(builders.worked_sheet("amina"))
    assert drawn["present"].base == drawn["future"].base == (72.04,)
    assert (drawn["present"].x, drawn["future"].x) == ((-72.04,), (27.96,))


def test_the_labels_are_the_pair_that_adds_to_100_with_both_poles_named() -> None:
    said = texts(builders.worked_sheet("amina"))
    assert ">72</span> present" in said
    assert "future <span" in said
    assert ">28</span>" in said


def test_each_pole_has_its_own_shape_beside_its_number() -> None:
    figure = balance_bar(
        builders.result(builders.worked_sheet("amina")), builders.WORDING, look=Look()
    )
    marks = [(s.type, s.xanchor) for s in figure.layout.shapes if s.xsizemode == "pixel"]
    assert marks == [("circle", 0), ("path", 1)]


def test_the_range_is_thick_and_the_whisker_thin_and_both_belong_to_the_larger_number() -> None:
    drawn = traces(builders.worked_sheet("amina"))
    band, whisker = drawn["69-75 with similar questions"], drawn["67-74 with the open answers"]
    assert band.x == pytest.approx((69.1, 75.0), abs=0.05)
    assert whisker.x == pytest.approx((67.0, 74.2), abs=0.05)
    assert band.line.width > whisker.line.width


def test_a_sheet_that_leans_to_the_future_prints_the_range_of_the_future() -> None:
    assert "71-78 with similar questions" in traces(builders.worked_sheet("ben"))


def test_nothing_open_draws_no_whisker() -> None:
    assert len(traces(builders.worked_sheet("ben"))) == 3


@pytest.mark.parametrize("keyed", [0.0, 0.2, 9.8, 10.0])
def test_what_is_drawn_near_the_ends_is_cut_at_0_and_100(keyed: float) -> None:
    sheet = builders.without(at_end(keyed), "E1", "K2")
    profile = builders.result(sheet)
    assert profile.balance is not None
    assert profile.balance.low < 0 or profile.balance.high > 100
    for trace in traces(sheet).values():
        offset = trace.base[0] if trace.type == "bar" else 0
        assert all(0 <= offset + x <= 100 for x in trace.x)


def test_the_whisker_always_reaches_the_balance() -> None:
    # The balance can lie outside the bounds when a domain is unavailable.
    keyed: dict[str, float] = {
        i.id: 1.0 if i.scale == "J" else 9.0 for i in builders.BALANCE if i.scale != "D5"
    }
    sheet = builders.keyed_sheet({**keyed, "A1": 0.0})
    whisker = next(trace for name, trace in traces(sheet).items() if name.endswith("open answers"))
    assert min(whisker.x) == 10.0


def test_an_even_sheet_splits_in_the_middle() -> None:
    assert traces(builders.all_fives())["present"].base == (50,)


def test_the_sentence_is_the_result_sentence() -> None:
    said = balance_bar_alt(builders.result(builders.worked_sheet("amina")), builders.WORDING)
    assert said.startswith("Your answers lean 72 : 28 towards present needs")


def test_a_closed_gate_has_no_bar() -> None:
    closed = builders.result(replace(builders.only_first(23)))
    with pytest.raises(ValueError, match="with a balance"):
        balance_bar(closed, builders.WORDING, look=Look())
    assert "1 more answer" in balance_bar_alt(closed, builders.WORDING)
