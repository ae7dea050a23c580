"""The drawings of a report as numbers and words, before a page or a sheet of paper draws them."""

from dataclasses import dataclass
from typing import Literal

from throughline.tables.room_rows import RoomRow


@dataclass(frozen=True, slots=True)
class BalanceDrawing:
    """The balance as one bar, present on the left.

    Attributes:
        alt: the drawing in one sentence.
        present, future: whole points that add to 100.
        split: end of the present part, 0-100 from the left.
        low, high: the 90 % range on the same line, cut at 0 and 100.
        least, most: what open answers could do; None when nothing is open.
        poles: names of both ends.
        range_text, open_text: what the two lines below the bar are.
        middle: the word at 50.
    """

    alt: str
    present: str
    future: str
    split: float
    low: float
    high: float
    least: float | None
    most: float | None
    poles: tuple[str, str]
    range_text: str
    open_text: str
    middle: str
    kind: Literal["balance"] = "balance"


@dataclass(frozen=True, slots=True)
class Row:
    """One line from 0 to 10: where it is now (with one standard error), where it is wanted, and what is printed."""

    label: str
    now: float | None
    error: float
    wanted: float | None
    chosen: bool
    said: str


@dataclass(frozen=True, slots=True)
class RowsDrawing:
    """Lines from 0 to 10, a dot for now and a hollow mark for what is wanted; ``names`` is its key."""

    alt: str
    rows: tuple[Row, ...]
    ends: tuple[str, str]
    names: tuple[str, ...]
    kind: Literal["rows"] = "rows"


@dataclass(frozen=True, slots=True)
class Step:
    """One bar of the way, ``start`` to ``end`` on 0-100; ``whole`` for its two ends."""

    label: str
    start: float
    end: float
    said: str
    whole: bool


@dataclass(frozen=True, slots=True)
class WayDrawing:
    """From now to wanted, area by area, in points of the balance."""

    alt: str
    steps: tuple[Step, ...]
    ends: tuple[str, str]
    kind: Literal["way"] = "way"


@dataclass(frozen=True, slots=True)
class PayPartDrawn:
    """One part of a bar: its place in the order of parts (0-5), its name, share 0-1 and share as printed."""

    place: int
    name: str
    share: float
    said: str


@dataclass(frozen=True, slots=True)
class PayBar:
    """A year of pay of one package."""

    name: str
    total: str
    parts: tuple[PayPartDrawn, ...]


@dataclass(frozen=True, slots=True)
class PayDrawing:
    """One bar of 100 % for each package."""

    alt: str
    bars: tuple[PayBar, ...]
    empty: str
    kind: Literal["pay"] = "pay"


@dataclass(frozen=True, slots=True)
class GoalLine:
    """One goal on the line of years: 0 is its left end and 1 its right.

    ``said`` is its date, its status and what it waits for; ``first`` is the time it first had, where that has moved.
    """

    title: str
    said: str
    lane: str
    start: float
    end: float
    progress: float
    milestone: bool
    quiet: bool
    first: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class GoalsDrawing:
    """Goals on a line of whole years; ``today`` lies between 0 and 1."""

    alt: str
    years: tuple[str, ...]
    lines: tuple[GoalLine, ...]
    today: float
    today_text: str
    kind: Literal["goals"] = "goals"


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """The place on the map, both axes 0-10 with one standard error each way.

    Attributes:
        alt: the drawing in one sentence.
        present, path: the place.
        present_error, path_error: one standard error, in the same points.
        quarters: names of the quarters: top left, top right, bottom left, bottom right.
        axes: names of the axis to the right and of the one that goes up.
        mark: what the cross is.
    """

    alt: str
    present: float
    path: float
    present_error: float
    path_error: float
    quarters: tuple[str, str, str, str]
    axes: tuple[str, str]
    mark: str
    kind: Literal["map"] = "map"


@dataclass(frozen=True, slots=True)
class FanPanel:
    """One package: lines of pay added up, from 0 at the bottom to 1 at the top, in equal steps from the start."""

    name: str
    said: str
    low: tuple[float, ...]
    high: tuple[float, ...]
    middle: tuple[float, ...]
    expected: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class FanDrawing:
    """How five years of pay could add up, all packages on one scale.

    Attributes:
        alt: the drawing in one sentence.
        panels: one for each package.
        ticks: heights 0-1 with their amounts.
        years: the ends of the years, the first at 0 and the last at the right edge.
        names: what the band, the line and the dashed line are.
    """

    alt: str
    panels: tuple[FanPanel, ...]
    ticks: tuple[tuple[float, str], ...]
    years: tuple[str, ...]
    names: tuple[str, str, str]
    kind: Literal["fan"] = "fan"


@dataclass(frozen=True, slots=True)
class StripDrawing:
    """Pay among the published wages of one occupation, with equal steps between the points.

    Attributes:
        alt: the drawing in one sentence.
        title: the occupation.
        points: name and amount of each point, the lowest first.
        at: where the pay lies, 0 at the first point and 1 at the last; a little outside for pay beyond them.
        said: the pay and its place.
    """

    alt: str
    title: str
    points: tuple[tuple[str, str], ...]
    at: float
    said: str
    kind: Literal["strip"] = "strip"


@dataclass(frozen=True, slots=True)
class RoomDrawing:
    """Figures of a room, one row each; ``wish`` names the hollow mark where there is one."""

    alt: str
    rows: tuple[RoomRow, ...]
    median: str
    wish: str
    kind: Literal["room"] = "room"


Drawing = (
    BalanceDrawing
    | MapDrawing
    | RowsDrawing
    | WayDrawing
    | PayDrawing
    | FanDrawing
    | StripDrawing
    | GoalsDrawing
    | RoomDrawing
)
