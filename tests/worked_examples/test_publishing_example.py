"""The publishing rule on one item with live pictures, step by step: who is shown, and what is not."""

from statistics import fmean, median

from throughline.workshop.publish import Members, before_after, differing, final_step, live_step
from throughline.workshop.publish import is_clean as clean

FIRST = dict(zip("ABCDEFGHIJ", (2, 3, 3, 5, 8, 4, 6, 7, 7, 9), strict=True))


def slots(values: dict[str, int]) -> dict[int, object]:
    """Letters as slots."""
    return {ord(letter): value for letter, value in values.items()}


def letters(members: Members | None) -> str:
    """Slots as letters."""
    return "".join(sorted(chr(slot) for slot in members or {}))


def said(members: Members | None) -> tuple[int, float, float]:
    """People, median and mean."""
    values = [value for value in (members or {}).values() if isinstance(value, int)]
    return len(values), median(values), round(fmean(values), 1)


def test_the_worked_example_of_the_rule_goes_as_written() -> None:
    now = dict(list(FIRST.items())[:9])
    assert live_step(slots(now), []).members is None
    now = dict(FIRST)
    first = live_step(slots(now), []).members
    assert letters(first) == "ABCDE"
    assert said(first)[:2] == (5, 3)
    assert first is not None

    now["B"] = 6
    now |= {"K": 5, "L": 1, "M": 4, "N": 9}
    assert live_step(slots(now), [first]).reason == "kept"
    now["O"] = 2
    second = live_step(slots(now), [first]).members
    assert second is not None
    assert letters(second) == "ABCDEFGHIJ"
    assert second[ord("B")] == 3
    assert said(second) == (10, 5.5, 5.4)
    assert len(differing(first, second)) == 5

    del now["C"]
    gone: list[Members] = [{**first, ord("C"): None}, {**second, ord("C"): None}]
    now |= {"P": 6, "Q": 8}
    paused = live_step(slots(now), gone)
    assert (paused.reason, paused.members) == ("kept", gone[-1])
    assert sum(value is not None for value in gone[-1].values()) == 9

    final = final_step(slots(now), gone)
    assert final.reason == "shown"
    assert said(final.members) == (16, 6, 5.6)
    assert letters(frozenset_of(differing(gone[1], final.members or {}))) == "BCKLMNOPQ"
    assert len(differing(gone[0], final.members or {})) == 14


def test_a_final_picture_next_to_the_first_version_is_refused() -> None:
    first: Members = dict.fromkeys(range(5), 5)
    second: Members = dict.fromkeys(range(10), 5)
    left: Members = {**dict.fromkeys(range(1, 5), 5), 0: 9}
    gone: Members = {**second, **dict.fromkeys(range(5, 10))}
    assert len(differing(left, gone)) == 6
    assert len(differing(left, first)) == 1
    step = final_step(left, [first, gone])
    assert (step.reason, step.members) == ("kept", gone)


def test_before_and_after_show_what_the_pairs_allow() -> None:
    ten: Members = dict.fromkeys(range(10), 3)
    cases = {
        "the same ten": (range(10), True, True),
        "nine of them": (range(9), True, False),
        "ten and two new, who are left out": (range(12), True, True),
        "nineteen of twenty, four more left out": (range(19), True, True),
        "four and six new": (range(6, 16), False, True),
        "four": (range(4), False, False),
    }
    for name, (people, shift, level) in cases.items():
        before = dict.fromkeys(range(20), 3) if name.startswith("nineteen") else ten
        after: Members = dict.fromkeys(people, 4)
        assert (before_after(before, after).members is not None) is shift, name
        step = final_step(after, (), [before])
        assert (step.members is not None) is level, name
        assert step.members is None or clean(step.members, [before]), name
        assert step.not_shown == (
            2 if "two" in name else 4 if "nineteen" in name else step.not_shown
        )


def frozenset_of(people: frozenset[int]) -> Members:
    """People as members without values."""
    return dict.fromkeys(people)
