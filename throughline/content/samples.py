"""The two worked personas a visitor can explore; never mixed with the visitor's own answers."""

from throughline.content.reading import Record


class Sample(Record):
    """One persona: who they are, the sheet they filled in (markers as drawn, flips on), and their pay.

    ``pay`` describes the package "now" by field, in the units of the formulas (0.05 is 5 %); a list of the
    form is a list of rows.
    """

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
    pay: dict[str, float | tuple[dict[str, float], ...]]


class Samples(Record):
    """All personas, in the order they are offered."""

    samples: tuple[Sample, ...]
