"""The statistics of the example pool: 36 people, six habits, drawn from random numbers."""

import csv
from pathlib import Path

from tests.builders import worked_examples
from tests.worked_examples.test_worked_examples import assert_same
from throughline.workshop.item_statistics import ItemStatistics, figures_allowed, item_statistics


def workshop() -> ItemStatistics:
    """Item statistics of the example pool."""
    path = Path(__file__).with_name(worked_examples()["workshop"]["file"])
    with path.open(encoding="utf-8", newline="") as lines:
        people = [[float(value) for value in row.values()] for row in csv.DictReader(lines)]
    return item_statistics(people)


def test_the_workshop_example_gives_the_published_statistics() -> None:
    seen = workshop()
    assert_same(
        {
            "file": "workshop-example.csv",
            "n": seen.n,
            "items": seen.items,
            "alpha": seen.alpha,
            "alpha_ci95": seen.alpha_ci,
            "omega": seen.omega,
            "item_total": seen.item_total,
            "item_total_ci95": seen.item_total_ci,
            "alpha_if_deleted": seen.alpha_if_deleted,
            "mean_inter_item_r": seen.mean_inter_item,
            "scale_mean": seen.mean,
            "scale_sd": seen.sd,
            "sem_points": seen.sem_points,
            "change_limit_90": seen.change_limit_90,
            "change_limit_95": seen.change_limit_95,
        },
        worked_examples()["workshop"],
    )


def test_the_omega_of_the_workshop_example_stays_hidden() -> None:
    seen = workshop()
    assert "alpha" in figures_allowed(seen.n, items=seen.items)
    assert "omega" not in figures_allowed(seen.n, items=seen.items)
