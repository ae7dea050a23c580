"""Omega of many resamples of one pool at once: the same fixed point as ``omega_total``, thousands of times."""

import math
from collections.abc import Sequence
from typing import Any

_ROUNDS, _SETTLED, _HIGHEST_COMMUNALITY = 500, 1e-8, 0.995
_STEPS = 5
"""Steps of power iteration a round: where the round before ended, a few find the main axis again."""
_LOOK_EVERY = 4
"""Rounds between two looks at which resamples have settled; taking them out costs a copy."""


def omegas(people: Sequence[Sequence[float]], resamples: Any) -> list[float]:
    """Return omega of every resample that has one, see ``omega_total``.

    Args:
        people: complete rows, one value per item.
        resamples: whole numbers below ``len(people)``, one row for each resample.
    """
    # Kept out of the module's imports: a page that polls must not wait for numpy.
    import numpy as np

    rows = np.asarray(resamples)
    if not rows.size:
        return []
    covariances = _covariances(np.array(people, dtype=float), rows)
    variances = np.einsum("bii->bi", covariances)
    varied = (variances > 1e-12).all(axis=1)
    spreads = np.sqrt(variances[varied])
    correlations = covariances[varied] / spreads[:, :, None] / spreads[:, None, :]
    roots, axes = np.linalg.eigh(correlations)
    regular = roots[:, 0] > roots[:, -1] * roots.shape[1] * np.finfo(float).eps
    axes, roots = axes[regular], roots[regular]
    if not len(axes):
        return []
    communality = 1 - 1 / np.einsum("bij,bj->bi", axes**2, 1 / roots)
    return _settled(
        np.ascontiguousarray(correlations[regular].transpose(1, 2, 0)),
        communality.T,
        axes[:, :, -1].T,
        spreads[regular].T,
    )


def _covariances(values: Any, rows: Any) -> Any:
    """Covariances between the items, one square for each resample."""
    import numpy as np

    (draws, n), (people, items) = rows.shape, values.shape
    places = (np.arange(draws)[:, None] * people + rows).ravel()
    weights = np.bincount(places, minlength=draws * people).reshape(draws, people).astype(float)
    centred = values - values.mean(axis=0)
    left, right = np.triu_indices(items)
    products = weights @ (centred[:, left] * centred[:, right])
    found = np.empty((draws, items, items))
    found[:, left, right] = found[:, right, left] = products
    means = weights @ centred / n
    return (found - n * means[:, :, None] * means[:, None, :]) / (n - 1)


def _settled(reduced: Any, communality: Any, axis: Any, spreads: Any) -> list[float]:
    """Iterate the principal axis of all resamples, the last index of every array, until each has settled."""
    import numpy as np

    found: list[float] = []
    diagonal = np.arange(len(reduced))
    for turn in range(1, _ROUNDS + 1):
        reduced[diagonal, diagonal] = communality
        for _ in range(_STEPS):
            axis = (reduced * axis).sum(axis=1)
            axis = axis / np.sqrt((axis**2).sum(axis=0))
        root = ((reduced * axis).sum(axis=1) * axis).sum(axis=0)
        before, communality = communality, np.maximum(0, root) * axis**2
        impossible = ~(communality.max(axis=0) <= _HIGHEST_COMMUNALITY)
        done = (np.abs(communality - before).max(axis=0) < _SETTLED) | impossible
        if turn == _ROUNDS:
            done[:] = True
        if turn % _LOOK_EVERY and not done.all():
            continue
        good, open_ = done & ~impossible, ~done
        loadings = np.sqrt(communality[:, good]) * np.sign(axis[:, good])
        common = (loadings * spreads[:, good]).sum(axis=0) ** 2
        unique = ((1 - communality[:, good]) * spreads[:, good] ** 2).sum(axis=0)
        found += [float(value) for value in common / (common + unique)]
        if not open_.any():
            break
        reduced = np.ascontiguousarray(reduced[:, :, open_])
        communality, axis, spreads = (one[:, open_] for one in (communality, axis, spreads))
    return [value for value in found if math.isfinite(value)]
