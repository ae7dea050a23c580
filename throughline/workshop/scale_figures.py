"""How well the items of each scale hang together in the room, by the gates of the item statistics."""

from collections.abc import Mapping
from dataclasses import replace

from throughline.content.questionnaire import Form, Item, Questionnaire
from throughline.workshop.aggregate import rounded, waiting
from throughline.workshop.item_statistics import (
    ItemStatistics,
    figures_allowed,
    is_early,
    item_statistics,
    omega_interval,
)
from throughline.workshop.numbers import Numbers
from throughline.workshop.picture import GroupFigure
from throughline.workshop.sheets import Person

ALPHA_FROM, LEAST_ITEMS = 30, 3
TWO_POLE = "T"
"""All two-pole questions together: six areas and no single factor, so they have an alpha and no omega."""


def scale_figures(
    people: Mapping[int, Person],
    questionnaire: Questionnaire,
    numbers: Numbers,
    *,
    form: Form,
    seed: int,
    rounds: int,
) -> tuple[list[GroupFigure], dict[str, tuple[int, ...]]]:
    """Return a figure for each scale that the room asked, and the people behind those that are shown."""
    figures, counted = [], {}
    for scale, items in _scales(questionnaire, form).items():
        rows = {slot: [one.answers.keyed(item) for item in items] for slot, one in people.items()}
        asked = all(
            any(row[place] is not None for row in rows.values()) for place in range(len(items))
        )
        if len(items) < LEAST_ITEMS or not asked:
            continue
        figure_id = f"scale.{scale}"
        complete = {slot: row for slot, row in rows.items() if None not in row}
        if "alpha" not in figures_allowed(len(complete)):
            figures.append(waiting(figure_id, "scale", needs=ALPHA_FROM))
            continue
        found = item_statistics(list(complete.values()))
        n = 0 if numbers.others(found.n) else found.n
        shown = GroupFigure(figure_id, "scale", "shown", n=n, rows=_rows(found, items))
        shown = replace(shown, few_skipped=numbers.few(found.n))
        if scale != TWO_POLE and "omega" in figures_allowed(found.n, items=len(items)):
            values = [[value for value in row if value is not None] for row in complete.values()]
            shown = _with_omega(shown, found, values, seed=seed, rounds=rounds)
        figures.append(shown)
        counted[figure_id] = tuple(complete)
    return figures, counted


def _scales(questionnaire: Questionnaire, form: Form) -> dict[str, tuple[Item, ...]]:
    ids = [scale for domain in questionnaire.domains for scale in domain.scales]
    found = {scale: questionnaire.of_scale(scale, form) for scale in ids}
    found["X"] = questionnaire.of_kind("habit", form=form)
    found["P"] = questionnaire.of_kind("need", form=form)
    found[TWO_POLE] = questionnaire.of_kind("two-pole", form=form)
    return found


def _rows(found: ItemStatistics, items: tuple[Item, ...]) -> tuple[tuple[str, float | None], ...]:
    rows: list[tuple[str, float | None]] = [
        ("early", float(is_early(found.n))),
        ("alpha", _two(found.alpha)),
        *_ends("alpha", found.alpha_ci),
        ("mean_inter_item", _two(found.mean_inter_item)),
    ]
    for place, item in enumerate(items):
        rows.append((f"item_total.{item.id}", _two(found.item_total[place])))
        rows += _ends(f"item_total.{item.id}", found.item_total_ci[place])
        rows.append((f"if_deleted.{item.id}", _two(found.alpha_if_deleted[place])))
    return tuple(rows)


def _with_omega(
    figure: GroupFigure, found: ItemStatistics, values: list[list[float]], *, seed: int, rounds: int
) -> GroupFigure:
    # Kept out of the module's imports: a page that polls must not wait for numpy.
    import numpy as np

    draws = np.random.default_rng(seed).integers(0, found.n, (rounds, found.n))
    interval = omega_interval(values, draws) if found.omega is not None else None
    rows = (*figure.rows, ("omega", _two(found.omega)), *_ends("omega", interval))
    return replace(figure, rows=rows)


def _ends(name: str, interval: tuple[float, float] | None) -> list[tuple[str, float | None]]:
    low, high = interval or (None, None)
    return [(f"{name}.low", _two(low)), (f"{name}.high", _two(high))]


def _two(value: float | None) -> float | None:
    return None if value is None else rounded(value, 2)
