"""How the charts of a picture are divided among the pages of the projector."""

from components.room.projector import ROWS_WITH_ENDS, charts_of, parts
from tests.unit.workshop.room_of import QUICK, RoomOf, invented
from throughline.workshop.picture import GroupFigure

AREAS = tuple(f"D{n}" for n in range(1, 8))


def test_what_is_wanted_is_on_the_page_of_its_area_and_seven_areas_fit_one_page() -> None:
    group = [
        GroupFigure(f"{kind}.{area}", kind, "shown")
        for kind in ("domain", "wanted", "gap")
        for area in AREAS
    ]
    (page,) = parts(group)
    assert sorted(one.id for one in page) == sorted(one.id for one in group)


def test_questions_with_ends_of_their_own_share_a_page_with_few_others_and_none_is_lost() -> None:
    group = [
        GroupFigure(f"item.{item}", "item", "shown") for item in ("E1", "E2", "E3", "E4", "K1")
    ]
    pages = list(parts(group))
    assert max(map(len, pages)) <= ROWS_WITH_ENDS
    assert [one for page in pages for one in page] == group


def test_the_room_as_a_whole_has_no_page_on_which_nothing_is_shown() -> None:
    room = RoomOf()
    for section in QUICK:
        room.reveal(invented(range(12), section), section)
    profile = room.profile()
    assert any(one.kind == "scale" and one.state == "waiting" for one in profile.figures)
    shown = charts_of(profile, changes=False)
    assert shown
    assert all(any(one.state == "shown" for one in group) for _, _, group in shown)
