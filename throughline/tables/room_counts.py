"""How many people, in words: of a picture, a figure, a band, a way of a change; and where most of a room lie."""

from throughline.content.catalogue import Catalogue
from throughline.tables.formats import whole
from throughline.workshop.picture import PERCENTILES, GroupFigure, Picture


def people_of(picture: Picture, catalogue: Catalogue) -> int | str:
    """Return how many people of a picture have a counted answer, in words where the number is not printed."""
    if picture.n:
        return picture.n
    some = any(figure.state == "shown" for figure in picture.figures)
    return catalogue.room_pictures.labels["at_least" if some else "fewer"]


def people_said(figure: GroupFigure, catalogue: Catalogue) -> str:
    """Say how many people a figure that is shown is made of, or that it is not everybody."""
    labels = catalogue.room_pictures.labels
    if figure.n and not figure.few_skipped:
        return labels["people"].format(n=figure.n)
    if figure.kind == "change":
        return labels["both_times"]
    if figure.left_out:
        return labels["some_left_out"]
    return labels["few_skipped" if figure.few_skipped else "some_skipped"]


def band_said(figure: GroupFigure, catalogue: Catalogue) -> str:
    """Say between which numbers half and four in five of a large room lie; empty in a smaller one."""
    ends = {name: figure.row(name) for name in PERCENTILES}
    if None in ends.values():
        return ""
    said = {name: whole(value or 0) for name, value in ends.items()}
    return catalogue.room_pictures.labels["among"].format(**said)


def share_said(figure: GroupFigure, name: str, catalogue: Catalogue) -> str:
    """Print a share of the people, or that it is hidden."""
    labels, value = catalogue.room_pictures.labels, figure.row(name)
    if value is None:
        return labels["hidden_count"]
    return labels["up_to"].format(share=whole(value)) if figure.up_to else f"{whole(value)} %"


def moves_said(figure: GroupFigure, catalogue: Catalogue) -> tuple[str, str, str] | None:
    """Say how many went down, stayed and went up; None for a figure that does not count them."""
    labels, rows = catalogue.room_pictures.labels, dict(figure.rows)
    if "up" not in rows:
        return None

    def said(name: str, way: str) -> str:
        count = rows[name]
        if count is None:
            return labels["moved_hidden"].format(way=labels[way])
        if figure.up_to:
            return labels["moved_up_to"].format(share=whole(count), way=labels[way])
        return labels["moved"].format(n=whole(count), way=labels[way])

    return said("down", "down"), said("same", "alike"), said("up", "up")
