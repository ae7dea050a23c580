"""Levels and changes of one question together: whether a sum of what was shown is made of a few people's answers."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from throughline.workshop.room import K, Version

CHANGE = "change."
MOST_SMALL_GROUPS = 20
Term = Mapping[tuple[int, int], int]


def terms_of(versions: Sequence[Version]) -> list[Term]:
    """Return what each version of a question adds up, as weights of answers, named by person and round.

    A level adds up the answers of its round; a change adds those and takes off the answers of the last level
    before, as they were paired.
    """
    levels = [version for version in versions if not version.figure.startswith(CHANGE)]
    found: list[Term] = [{(slot, one.round): 1 for slot in one.members} for one in levels]
    for change in versions:
        if change.figure.startswith(CHANGE):
            before = max((one.round for one in levels if one.round < change.round), default=0)
            signs = {change.round: 1, before: -1}
            found.append(
                {(slot, at): sign for slot in change.members for at, sign in signs.items()}
            )
    return found


def few_alone(terms: Sequence[Term], *, k: int = K) -> bool:
    """Whether some weighted sum of the terms depends on the answers of 1 to k - 1 people only.

    It does exactly when the terms say less about everybody else than about all: when leaving the few out lowers
    the rank. People are tried together whose answers have the same weights.
    """
    # Kept out of the module's imports: a page that polls must not wait for numpy.
    import numpy as np

    answers = sorted({answer for term in terms for answer in term})
    if len(terms) < 2:
        return False
    weights = np.array([[term.get(answer, 0) for answer in answers] for term in terms], dtype=float)
    places: dict[int, list[int]] = {}
    for place, (slot, _) in enumerate(answers):
        places.setdefault(slot, []).append(place)
    alike: dict[bytes, set[int]] = {}
    for slot, own in places.items():
        alike.setdefault(weights[:, own].tobytes(), set()).add(slot)
    small = [people for people in alike.values() if len(people) < k]
    if len(small) > MOST_SMALL_GROUPS:
        return True  # so many that trying them takes long: refused, which is safe
    whole = np.linalg.matrix_rank(weights)
    for size in range(1, min(len(small), k - 1) + 1):
        for groups in combinations(small, size):
            few = set().union(*groups)
            rest = [place for slot, own in places.items() if slot not in few for place in own]
            if len(few) < k and np.linalg.matrix_rank(weights[:, rest]) < whole:
                return True
    return False
