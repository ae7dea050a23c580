"""The figures of a room in words: titles, what is printed beside each, and a sentence that stands alone."""

from collections.abc import Sequence

from throughline.content.catalogue import Catalogue
from throughline.tables.formats import out_of_ten, points, whole
from throughline.tables.room_counts import band_said, moves_said, people_said, share_said
from throughline.workshop.picture import BANDS, GroupFigure, Kind, Picture

Group = Sequence[GroupFigure]
ROWS_OF_ANSWERS = ("item", "wanted")
AXES = ("present", "path")
"""Rows of the map that say where the middle of the room is, and count nobody."""


def room_groups(picture: Picture) -> tuple[tuple[str, tuple[GroupFigure, ...]], ...]:
    """Return the figures of a picture that are drawn together, each group with its id, in the order shown.

    Groups: "items", "change", "boxes.D4" and such, "fact.…", "pay", and of the profile "balance", "map",
    "domains" (with what is wanted), "steps", "items" (habits and needs), "scales".
    """
    profile = picture.section == "profile"
    found: dict[str, list[GroupFigure]] = {}
    first = ("balance", "map", "domains", "steps", "items") if profile else ("items", "change")
    for figure in picture.figures:
        if figure.state == "not_asked":
            continue
        group = _GROUPS.get(figure.kind, figure.id)
        if profile and figure.kind == "wanted":
            group = "domains"
        found.setdefault(group, []).append(figure)
    order = [*(name for name in first if name in found), *(n for n in found if n not in first)]
    return tuple((name, tuple(found[name])) for name in order)


def room_title(figure: GroupFigure, catalogue: Catalogue) -> str:
    """Name a figure: the words of its question, or what it is."""
    words, questions = catalogue.room_pictures, catalogue.questionnaire
    subject = figure.subject
    match figure.kind:
        case "item":
            return questions.by_id[subject].text
        case "boxes":
            return questions.lists[subject].title
        case "fact":
            return next(fact.text for fact in questions.facts if fact.id == subject)
        case "domain" | "gap" | "wanted":
            name = questions.domain(subject).short
        case "scale":
            known = words.scales.get(subject)
            name = known or questions.domain(subject).short
        case "change":
            before = GroupFigure(figure.id.removeprefix("change."), _kind(figure), "shown")
            return words.titles["change"].format(title=room_title(before, catalogue))
        case _:
            return words.titles[figure.kind]
    return words.titles[figure.kind].format(name=name)


def room_group_title(name: str, group: Group, catalogue: Catalogue) -> str:
    """Name figures that are drawn together."""
    known = catalogue.room_pictures.groups
    return known.get(name) or known.get(name.partition(".")[0]) or room_title(group[0], catalogue)


def room_state(figure: GroupFigure, catalogue: Catalogue) -> str:
    """Say why a figure is not shown; empty when it is."""
    if figure.state == "shown":
        return ""
    state = (
        "unclean_profile" if figure.state == "unclean" and figure.kind == "gap" else figure.state
    )
    return catalogue.room_pictures.states[state].format(needs=figure.needs)


def room_said(figure: GroupFigure, catalogue: Catalogue) -> tuple[str, ...]:
    """Return everything a figure says, as short texts: median, mean, SD, range, bands, counts."""
    labels = catalogue.room_pictures.labels
    as_points = figure.kind in ("balance", "gap")
    number = whole if as_points else out_of_ten
    signed = points if figure.kind == "gap" else _shift if figure.kind == "change" else number
    said: list[str] = []
    if figure.same is not None:
        said.append(labels["same"].format(same=out_of_ten(figure.same)))
    elif figure.median is not None:
        said.append(labels["median"].format(median=signed(figure.median)))
    if figure.mean is not None:
        said.append(labels["mean"].format(mean=signed(figure.mean)))
    if figure.sd is not None:
        said.append(labels["sd"].format(sd=number(figure.sd)))
    if figure.low is not None and figure.high is not None:
        said.append(labels["range"].format(low=whole(figure.low), high=whole(figure.high)))
    said += [
        *_rows_said(figure, catalogue),
        *([band] if (band := band_said(figure, catalogue)) else []),
    ]
    said += [labels[name] for name in ("left_out", "coarse") if getattr(figure, name)]
    return tuple(said)


def room_alt(figure: GroupFigure, catalogue: Catalogue) -> str:
    """Say one figure in a sentence that stands alone."""
    title = room_title(figure, catalogue).rstrip(".")
    if figure.state != "shown":
        return f"{title}: {room_state(figure, catalogue)}."
    people = people_said(figure, catalogue)
    if figure.kind == "change":
        labels = catalogue.room_pictures.labels
        people = labels["changed"].format(n=figure.n) if figure.n else labels["changed_few"]
    ends = room_ends(figure, catalogue)
    scale = f" (0 = {ends[0]}, 10 = {ends[1]})" if figure.kind in ROWS_OF_ANSWERS else ""
    return f"{title}{scale}: {'; '.join((people, *room_said(figure, catalogue)))}."


def room_group_alt(group: Group, catalogue: Catalogue) -> str:
    """Say figures that are drawn together, one sentence each."""
    return " ".join(room_alt(figure, catalogue) for figure in group)


def room_ends(figure: GroupFigure, catalogue: Catalogue) -> tuple[str, str]:
    """Name both ends of the line a figure is drawn on."""
    labels, questions = catalogue.room_pictures.labels, catalogue.questionnaire
    match figure.kind:
        case "item":
            item = questions.by_id[figure.subject]
            return item.low, item.high
        case "wanted":
            domain = questions.domain(figure.subject)
            return domain.wanted_low, domain.wanted_high
        case "domain" | "balance":
            return labels["present"], labels["future"]
        case "scale":
            return "0", "1"
    return "", ""


def row_name(figure: GroupFigure, name: str, catalogue: Catalogue) -> str:
    """Name one row of a figure: a box, an option, a part of pay, a quarter, a habit."""
    labels, questions = catalogue.room_pictures.labels, catalogue.questionnaire
    match figure.kind:
        case "boxes":
            return next(b.text for b in questions.lists[figure.subject].boxes if b.id == name)
        case "pay" if name != "other":
            return next(part.name for part in catalogue.compensation.parts if part.id == name)
        case "map":
            places = {
                str(quarter): words.name for quarter, words in catalogue.wording.places.items()
            }
            return places.get(name, catalogue.wording.axes.get(name, name))
        case "steps":
            return questions.by_id[name].step
    return labels.get(name, name)


def _rows_said(figure: GroupFigure, catalogue: Catalogue) -> list[str]:
    labels = catalogue.room_pictures.labels
    rows = dict(figure.rows)
    if not rows:
        return []
    if figure.kind in ("item", "domain", "balance"):
        if "low" not in rows:
            return []
        bands = {name: share_said(figure, name, catalogue) for name in BANDS}
        return [labels["bands"].format(**bands)]
    if figure.kind == "change":
        moves = moves_said(figure, catalogue)
        said = [", ".join(reversed(moves))] if moves else []
        ratio = rows.get("mean_by_sd")
        return said + ([] if ratio is None else [labels["mean_by_sd"].format(ratio=_shift(ratio))])
    if figure.kind == "scale":
        return _scale_said(figure, catalogue)
    return [
        f"{row_name(figure, name, catalogue)} {row_value(figure, name, catalogue)}".rstrip()
        for name in rows
    ]


def row_value(figure: GroupFigure, name: str, catalogue: Catalogue) -> str:
    """Print one row of a figure."""
    labels = catalogue.room_pictures.labels
    value = figure.row(name)
    if value is None:
        return "" if figure.kind == "steps" else labels["hidden_count"]
    if figure.kind in ("boxes", "fact"):
        return (labels["few"], labels["half"], labels["most"])[int(value)]
    if figure.kind == "pay":
        return f"{whole(value)} %"
    if figure.kind == "steps":
        return labels["points"].format(points=whole(value))
    if figure.up_to and name not in AXES:
        return share_said(figure, name, catalogue)
    return out_of_ten(value)


def _scale_said(figure: GroupFigure, catalogue: Catalogue) -> list[str]:
    labels = catalogue.room_pictures.labels
    two = {name: "–" if value is None else f"{value:.2f}" for name, value in figure.rows}
    said = [labels["early"]] if figure.row("early") else []
    for name in ("alpha", "omega"):
        if figure.row(name) is not None:
            ends = {end: two[f"{name}.{end}"] for end in ("low", "high")}
            said.append(labels[name].format(**{name: two[name]}, **ends))
    if figure.row("mean_inter_item") is not None:
        said.append(labels["mean_inter_item"].format(r=two["mean_inter_item"]))
    return said


def _shift(value: float) -> str:
    return points(value, decimals=1).removesuffix(".0")


def _kind(figure: GroupFigure) -> Kind:
    return "wanted" if ".wanted." in figure.id else "item"


_GROUPS = {
    "item": "items",
    "wanted": "items",
    "change": "change",
    "domain": "domains",
    "gap": "domains",
    "scale": "scales",
}
