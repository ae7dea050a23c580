"""The shape of `data/room_pictures.toml`: what the pictures of a room say."""

from typing import Literal

from pydantic import Field

from throughline.content.reading import Record


class Limit(Record):
    """One limit that every room report states."""

    text: str = Field(min_length=1)


class RoomReportWords(Record):
    """The sentences of the room report; templates take the names in braces."""

    title: str = Field(pattern=r"\{title\}")
    round: str = Field(pattern=r"\{round\}")
    made: str
    rehearsal: str = Field(min_length=1)
    profile: str
    left_out: str
    nothing_left_out: str
    limits: str
    about: str
    about_text: str
    log: str
    footer: str
    disclaimer: str
    summary: str
    caption: str
    scale: str
    file: str = Field(pattern=r"^throughline-room-\{date\}$")
    empty: str
    facts: dict[Literal["people", "round", "shown", "model", "rule"], str]
    heads: dict[Literal["numbers", "counted", "scale", "left_out", "csv"], tuple[str, ...]]


class RoomPictureWords(Record):
    """Titles, labels and sentences of the figures of a room.

    Attributes:
        states: why a figure is not shown, by state.
        titles: by kind of figure; ``groups``: of figures drawn together; ``scales``: names of scales.
        labels: short texts in a drawing.
        limits: what the report states about every figure.
    """

    states: dict[Literal["waiting", "unclean", "unclean_profile", "hidden", "not_asked"], str]
    titles: dict[str, str]
    groups: dict[str, str]
    scales: dict[str, str]
    labels: dict[str, str]
    report: RoomReportWords
    limits: tuple[Limit, ...]
