"""How the charts of a picture are divided among the pages of the projector."""

from components.room.projector import ROWS_WITH_ENDS, parts
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
