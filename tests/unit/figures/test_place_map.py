"""The map and the four shares: where the point, the ellipse and the names are."""

import pytest

from tests import builders
from throughline.answers import Answers
from throughline.figures import (
    Look,
    membership_bars,
    membership_bars_alt,
    place_map,
    place_map_alt,
)
from throughline.scoring.place import Place


def place_of(sheet: Answers) -> Place:
    place = builders.result(sheet).place
    assert place is not None
    return place


def at(present: float, path: float) -> Place:
    keyed = {
        i.id: present if i.scale == "J" else path for i in builders.BALANCE if i.domain == "D1"
    }
    return place_of(builders.keyed_sheet(keyed))


def test_the_point_is_at_present_needs_and_path() -> None:
    point = place_map(place_of(builders.worked_sheet("amina")), builders.WORDING, look=Look()).data[
        0
    ]
    assert (point.x, point.y) == ((pytest.approx(7.833),), (pytest.approx(3.429),))


def test_the_ellipse_is_one_standard_error_each_way() -> None:
    place = place_of(builders.worked_sheet("ben"))
    figure = place_map(place, builders.WORDING, look=Look())
    ellipse = next(shape for shape in figure.layout.shapes if shape.type == "circle")
    assert ellipse.x1 - ellipse.x0 == pytest.approx(2 * place.present_se, abs=0.002)
    assert (ellipse.y1 + ellipse.y0) / 2 == pytest.approx(place.path, abs=0.002)


def test_the_four_names_stand_in_their_own_corners() -> None:
    figure = place_map(at(5, 5), builders.WORDING, look=Look())
    corners = {a.text: (a.x, a.y) for a in figure.layout.annotations if a.xref is None}
    assert corners == {
        "Path-building": (0, 10),
        "Dual-track": (10, 10),
        "Own-place": (0, 0),
        "Present-anchored": (10, 0),
    }


@pytest.mark.parametrize(
    ("place", "name"),
    [(at(10, 0), "Present-anchored"), (at(0, 10), "Path-building"), (at(10, 10), "Dual-track")],
)
def test_a_name_makes_way_for_the_point(place: Place, name: str) -> None:
    figure = place_map(place, builders.WORDING, look=Look())
    heights = {a.text: a.y for a in figure.layout.annotations if a.xref is None}
    assert heights.pop(name) == 5
    assert 5 not in heights.values()


@pytest.mark.parametrize("stage", [False, True])
def test_equal_errors_look_equal_on_every_screen(stage: bool) -> None:
    layout = place_map(at(5, 5), builders.WORDING, look=Look(stage=stage)).layout
    assert layout.yaxis.scaleanchor == "x"
    assert layout.xaxis.constrain == layout.yaxis.constrain == "domain"
    assert layout.xaxis.range == layout.yaxis.range


@pytest.mark.parametrize("place", [at(5, 5), at(10, 0), at(0, 10)])
def test_on_a_stage_every_name_stands_outside_beside_its_quarter(place: Place) -> None:
    notes = place_map(place, builders.WORDING, look=Look(stage=True)).layout.annotations[:4]
    assert {note.text: (note.x, note.y, note.xanchor) for note in notes} == {
        "Path-building": (0, 0.75, "right"),
        "Dual-track": (1, 0.75, "left"),
        "Own-place": (0, 0.25, "right"),
        "Present-anchored": (1, 0.25, "left"),
    }
    assert {(note.xref, note.yref) for note in notes} == {("x domain", "y domain")}


def test_on_a_stage_the_margins_leave_a_low_slide_most_of_its_height() -> None:
    margin = place_map(at(5, 5), builders.WORDING, look=Look(stage=True)).layout.margin
    assert 420 - margin.t - margin.b >= 300


def test_the_map_sentence_names_the_place_and_both_axes() -> None:
    said = place_map_alt(place_of(builders.worked_sheet("amina")), builders.WORDING)
    assert said == "Present-anchored: present needs weigh 7.8 of 10, path weighs 3.4 of 10."


def test_an_all_five_sheet_is_near_the_middle() -> None:
    said = place_map_alt(place_of(builders.all_fives()), builders.WORDING)
    assert said.startswith("Near the middle of the map")


def test_all_four_shares_are_drawn_in_table_order_with_percent_text() -> None:
    place = place_of(builders.worked_sheet("ben"))
    figure = membership_bars(place, builders.WORDING, look=Look())
    assert figure.data[1].x == pytest.approx((0.0, 93.9, 6.1, 0.0), abs=0.1)
    assert [note.text for note in figure.layout.annotations] == [
        "Present-anchored",
        "Path-building",
        "Dual-track",
        "Own-place",
        "0%",
        "94%",
        "6%",
        "0%",
    ]


def test_the_shares_sentence_starts_with_the_largest() -> None:
    said = membership_bars_alt(place_of(builders.worked_sheet("ben")), builders.WORDING)
    assert said.startswith("Shares of the four quarters: Path-building 94%, Dual-track 6%")
