"""The section of pay: what a year is made of, how sure it is, how five years could add up, and the market."""

from collections.abc import Iterator

from throughline import figures, tables
from throughline.compensation.certainty import certainty
from throughline.reports.material import Desk
from throughline.reports.model import Block, Text
from throughline.reports.pay_drawings import fan_drawing, pay_drawing, strip_drawing
from throughline.reports.plain import plain
from throughline.reports.printed import table_of


def pay(desk: Desk) -> Iterator[Block | None]:
    """What a year of each package is made of, and how sure it is; then what a simulation and the market add."""
    content, material = desk.catalogue.compensation, desk.material
    mixes = material.mixes
    if not any(one.total for one in mixes.values()):
        return
    yield Text(figures.pay_mix_alt(mixes, content), "lead")
    yield pay_drawing(desk)
    unit = f", {material.symbol}" if material.symbol else ""
    yield table_of(tables.pay_mix_table(mixes, content), f"{desk.caption('pay')}{unit}")
    for name, package in material.packages.items():
        if mixes[plain(name)].total:
            frame = tables.pay_certainty_table(certainty(package), content)
            yield table_of(frame, f"{desk.caption('certainty', name=plain(name))}{unit}")
    if material.fans and material.simulation:
        yield from _years(desk, unit)
    if material.placement:
        yield from _market(desk)
    note = desk.words.report.pay_note_symbol if material.symbol else desk.words.report.pay_note
    yield Text(note.format(symbol=material.symbol), "quiet")
    yield Text(content.disclaimer, "quiet")


def _years(desk: Desk, unit: str) -> Iterator[Block | None]:
    content, material = desk.catalogue.compensation, desk.material
    paths, seed = material.simulation or (0, 0)
    yield Text(content.texts["fan_title"], "heading")
    yield Text(desk.words.report.fan_lead.format(paths=f"{paths:,}", seed=seed))
    yield fan_drawing(desk)
    frame = tables.pay_fan_table(material.fans, material.paths)
    yield table_of(frame, f"{desk.caption('fan')}{unit}")


def _market(desk: Desk) -> Iterator[Block | None]:
    content, placement = desk.catalogue.compensation, desk.material.placement
    if placement is None:
        return
    words = content.market
    yield Text(content.texts["market_title"], "heading")
    yield Text(figures.pay_market_alt(placement, content))
    yield strip_drawing(desk)
    yield table_of(tables.pay_market_table(placement), desk.caption("market"))
    for note in placement.notes:
        yield Text(words.notes[note].format(hours=desk.material.week_hours), "quiet")
    counts, leaves_out = ", ".join(words.counts), ", ".join(words.leaves_out)
    said = desk.words.report.market_counts.format(counts=counts, leaves_out=leaves_out)
    yield Text(f"{said} {words.people} {words.area} {words.full_time} {words.currency}", "quiet")
    yield Text(f"{words.citation}. {words.notice}", "quiet")
