"""The picture of a room: what was shown of one section, as numbers that may be shown; and its JSON text."""

from collections.abc import Collection
from dataclasses import asdict, dataclass, replace
from functools import cache
from typing import Any, ClassVar, Literal

from throughline.errors import PictureUnreadable
from throughline.workshop.room import PROFILE

Kind = Literal[
    "item", "wanted", "boxes", "fact", "pay", "change", "domain", "gap", "balance", "map", "steps", "scale"
]  # fmt: skip
State = Literal["shown", "waiting", "unclean", "hidden", "not_asked"]

QUARTERS = ("path-building", "dual-track", "own-place", "present-anchored")
BANDS, WAYS = ("low", "middle", "high"), ("up", "same", "down")
COUNTS = frozenset((*QUARTERS, *BANDS, *WAYS))
"""Names of rows that count people; bands are printed in percent of them."""

PERCENTILES = {"p10": 10, "p25": 25, "p75": 75, "p90": 90}

LARGEST_PICTURE = 500_000
"""Bytes of the longest picture text that is looked at."""

_STRICT: dict[str, Any] = {"extra": "forbid", "strict": True, "allow_inf_nan": False}


@dataclass(frozen=True, slots=True)
class GroupFigure:
    """One figure of a group. Whatever is None, empty or 0 may not be shown, or does not belong to its kind.

    Attributes:
        id: "item.J1", "wanted.D3", "boxes.D6", "fact.hours", "pay", "change.item.J1", "domain.D3", "gap.D3",
            "balance", "map", "steps", "scale.X".
        state: ``shown``; ``waiting`` for ``needs`` people; ``unclean``: it would stand too close to another
            picture; ``hidden``: too few of its people are left; ``not_asked``: the room did not ask for it.
        n: people behind it, at least k; 0 when it is not shown, or when n would tell how many skipped.
        needs: people it waits for.
        sensitive: bands in place of single values.
        median, mean, sd: on 0-10 (items, wanted, domains), points on 0-100 (balance, gap), scale points (change).
        low, high: 90 % range of the group's mean, balance only.
        same: the value that everybody, or all but one, gave; then there is no mean and no strip.
        strip: value and number of people, lowest first.
        rows: name and number: bands and parts of pay in percent, quarters of the map and directions of a change
            in people, steps in points, statistics of a scale. None: a number that would give away one person.
        few_skipped: 1 to 4 people of the picture are not in it.
        up_to: without n; what else would count people (strip, bands, quarters, ways of a change) holds percent,
            each rounded up.
        left_out: some answers are not in it, so that it stands far enough from an earlier picture.
        coarse: its people are not quite those of the figures it is made of, so no mean and no strip.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    id: str
    kind: Kind
    state: State
    n: int = 0
    needs: int = 0
    sensitive: bool = False
    median: float | None = None
    mean: float | None = None
    sd: float | None = None
    low: float | None = None
    high: float | None = None
    same: float | None = None
    strip: tuple[tuple[float, int], ...] = ()
    rows: tuple[tuple[str, float | None], ...] = ()
    few_skipped: bool = False
    coarse: bool = False
    up_to: bool = False
    left_out: bool = False

    @property
    def subject(self) -> str:
        """The item, domain, list, fact or scale that it is about: what follows the last point of the id."""
        return self.id.rpartition(".")[2]

    def row(self, name: str) -> float | None:
        """Return one number of ``rows``; None when it is hidden or absent."""
        return dict(self.rows).get(name)


@dataclass(frozen=True, slots=True)
class Picture:
    """What was shown of one section (or of the group profile) at one reveal; never changed afterwards.

    Attributes:
        no: number of the picture within its section and round, from 1.
        n: people with a counted answer in the section; 0 while fewer than k, or where it would tell how many
            skipped.
        made_at: UTC seconds.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    section: str
    round: int
    no: int
    n: int
    rule_version: str
    model_version: str
    made_at: int
    rehearsal: bool
    figures: tuple[GroupFigure, ...]

    def figure(self, figure_id: str) -> GroupFigure | None:
        """Return one figure by its id."""
        return next((one for one in self.figures if one.id == figure_id), None)


def write_picture(picture: Picture) -> str:
    """Return the picture as compact JSON text with sorted keys; fields at their default are left out."""
    import json

    data = asdict(picture)
    empty = asdict(GroupFigure("", "item", "waiting"))
    data["figures"] = [
        {name: value for name, value in one.items() if name in _ALWAYS or value != empty[name]}
        for one in data["figures"]
    ]
    return json.dumps(data, sort_keys=True, separators=(",", ":"), allow_nan=False)


def read_picture(text: str) -> Picture:
    """Read what ``write_picture`` wrote.

    Raises:
        PictureUnreadable: the text is too long, is not JSON, or is not exactly a picture.
    """
    from pydantic import ValidationError

    if len(text) > LARGEST_PICTURE:
        raise PictureUnreadable("the picture is too long")
    try:
        picture: Picture = _reader().validate_json(text)
    except ValidationError as error:
        place = ".".join(str(step) for step in error.errors()[0]["loc"]) or "top level"
        raise PictureUnreadable(f"the picture cannot be read: {place}") from None
    return picture


def veiled(picture: Picture, hidden: Collection[tuple[str, int, str]]) -> Picture:
    """Return the picture without the figures (section, round, id) of which too few people are left.

    The group profile repeats figures of sections; a repeated one hides with the one it was copied from.
    """
    repeated = {name for _, _, name in hidden} if picture.section == PROFILE else set()
    return replace(
        picture,
        figures=tuple(
            GroupFigure(one.id, one.kind, "hidden")
            if one.state == "shown"
            and (one.id in repeated or (picture.section, picture.round, one.id) in hidden)
            else one
            for one in picture.figures
        ),
    )


_ALWAYS = ("id", "kind", "state")


@cache
def _reader() -> Any:
    # Kept out of the module's imports: only what reads a picture pays for the validator.
    from pydantic import TypeAdapter

    return TypeAdapter(Picture)
