"""Table twins of the figures of a room: the same words and numbers as its drawings."""

from typing import TYPE_CHECKING

from throughline.content.catalogue import Catalogue
from throughline.tables.formats import out_of_ten, points, whole
from throughline.tables.room_counts import people_said
from throughline.tables.room_words import Group, room_said, room_state, room_title
from throughline.workshop.picture import GroupFigure

if TYPE_CHECKING:
    import pandas as pd


def room_cells(figure: GroupFigure, catalogue: Catalogue) -> tuple[str, ...]:
    """Return one figure as printed cells: name, people, median, mean, SD, and everything else it says."""
    title = room_title(figure, catalogue)
    if figure.state != "shown":
        return (title, "", "", "", "", room_state(figure, catalogue))
    numbers = ("median", "mean", "sd")
    more = [
        said
        for said in room_said(figure, catalogue)
        if not said.startswith(("median ", "mean ", "SD "))
    ]
    cells = [
        "" if (v := getattr(figure, name)) is None else _printed(figure, v) for name in numbers
    ]
    people = str(figure.n) if figure.n else people_said(figure, catalogue)
    return (title, people, *cells, "; ".join(more))


def room_scale_cells(figure: GroupFigure, catalogue: Catalogue) -> tuple[tuple[str, ...], ...]:
    """Return the questions of a scale as printed cells: text, item-total r, its 95 % interval, alpha without it."""
    two = {name: "–" if value is None else f"{value:.2f}" for name, value in figure.rows}
    starts = [name for name in two if name.startswith("item_total.") and name.count(".") == 1]
    return tuple(
        (
            catalogue.questionnaire.by_id[item].text,
            two[start],
            f"{two[f'{start}.low']} to {two[f'{start}.high']}",
            two[f"if_deleted.{item}"],
        )
        for start in starts
        for item in [start.removeprefix("item_total.")]
    )


def room_table(group: Group, catalogue: Catalogue) -> "pd.DataFrame":
    """Return figures that are drawn together, one line each."""
    import pandas as pd

    heads = list(catalogue.room_pictures.report.heads["numbers"])
    return pd.DataFrame([room_cells(figure, catalogue) for figure in group], columns=heads)


def _printed(figure: GroupFigure, value: float) -> str:
    if figure.kind in ("change", "gap"):
        return points(value, decimals=1).removesuffix(".0")
    return whole(value) if figure.kind == "balance" else out_of_ten(value)
