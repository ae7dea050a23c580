"""The two worked personas a visitor can explore; never mixed with the visitor's own answers."""

from throughline.content.reading import Record


class Sample(Record):
    """One persona: who they are, and the sheet they filled in (markers as drawn, flips on)."""

    id: str
    name: str
    who: str
    story: str
    markers: dict[str, float]
    skipped: tuple[str, ...] = ()
    ticks: tuple[str, ...]
    reviewed: tuple[str, ...]
    wanted: dict[str, float]
    facts: dict[str, str | bool]


class Samples(Record):
    """All personas, in the order they are offered."""

    samples: tuple[Sample, ...]
