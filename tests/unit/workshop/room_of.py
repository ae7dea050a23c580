"""Small rooms for the tests of pictures: sections, people with answers, reveals one after another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tests.builders import MODEL, QUESTIONNAIRE
from throughline.workshop.entries import Entries
from throughline.workshop.group_profile import ProfileContext, make_profile
from throughline.workshop.picture import GroupFigure, Picture, veiled
from throughline.workshop.publish import too_few_left, withdrawn
from throughline.workshop.rehearsal import invent
from throughline.workshop.revealing import PictureContext, make_picture
from throughline.workshop.room import Version


@dataclass(frozen=True)
class Screenful:
    """A section of a room."""

    id: str = "one"
    items: tuple[str, ...] = ("J1",)
    wanted: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()
    pay: bool = False
    facts: tuple[str, ...] = ()
    sensitive: bool = False


WORK = Screenful("work", ("J1", "J3", "C1", "C4"))
FACTORS = Screenful("factors", ("E3", "K4", "G1", "G3", "A1", "B1", "B5", "R3"))
HABITS = Screenful("habits", ("X1", "X2", "X3", "X4", "X5", "X6"))
QUICK = (WORK, FACTORS, HABITS)
FULL = (
    Screenful("all", tuple(item.id for item in QUESTIONNAIRE.items), ("D1", "D4", "D7"), ("D4",), pay=True),
)  # fmt: skip


@dataclass
class RoomOf:
    """What a room has shown so far."""

    versions: tuple[Version, ...] = ()
    pictures: list[Picture] = field(default_factory=list)

    def reveal(
        self, people: Mapping[int, Entries], asked: Screenful = Screenful(), round_no: int = 1
    ) -> Picture:
        """Make the picture of a section."""
        picture, versions = make_picture(
            PictureContext(
                asked, round_no, QUESTIONNAIRE, MODEL.version, people, 0, versions=self.versions
            )
        )
        self.versions += versions
        self.pictures.append(picture)
        return picture

    def profile(self, rounds: int = 20) -> Picture:
        """Make the group profile."""
        picture, versions = make_profile(
            ProfileContext(
                QUESTIONNAIRE, MODEL, self.versions, tuple(self.seen()), 0, rounds=rounds
            )
        )
        self.versions += versions
        self.pictures.append(picture)
        return picture

    def withdraw(self, slot: int) -> None:
        """Somebody leaves; the versions keep the mark."""
        self.versions = withdrawn(self.versions, slot)

    def seen(self) -> list[Picture]:
        """The pictures as they may be seen now."""
        hidden = too_few_left(self.versions)
        return [veiled(picture, hidden) for picture in self.pictures]


def answered(values: Mapping[int, int], item: str = "J1") -> dict[int, Entries]:
    """People who gave one answer each."""
    return {slot: Entries(markers={item: value}) for slot, value in values.items()}


def invented(slots: Iterable[int], asked: Screenful, round_no: int = 1) -> dict[int, Entries]:
    """People with invented answers."""
    return {
        slot: invent(asked, QUESTIONNAIRE, seed=7, slot=slot, round_no=round_no) for slot in slots
    }


def figure(picture: Picture, figure_id: str) -> GroupFigure:
    """One figure that must be there."""
    found = picture.figure(figure_id)
    assert found is not None
    return found
