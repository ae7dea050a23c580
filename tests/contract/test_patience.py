"""Trying again goes by the steady clock, with growing pauses, and ends."""

from types import SimpleNamespace

import pytest

from throughline.workshop.sql import patience
from throughline.workshop.sql.patience import Patience


class Clock:
    """A steady clock that moves when somebody sleeps; there is no clock on the wall to look at."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.pauses: list[float] = []

    def sleep(self, seconds: float) -> None:
        """Let time go by."""
        self.pauses.append(seconds)
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    steady = SimpleNamespace(monotonic=lambda: clock.now, sleep=clock.sleep)
    monkeypatch.setattr(patience, "time", steady)
    return clock


def test_the_first_attempt_does_not_wait(clock: Clock) -> None:
    assert next(Patience(seconds=10, tries=5).attempts()) == 0
    assert clock.pauses == []


def test_attempts_end_after_so_many(clock: Clock) -> None:
    assert list(Patience(seconds=1000, tries=5).attempts()) == [0, 1, 2, 3, 4]


def test_attempts_end_after_so_many_seconds(clock: Clock) -> None:
    attempts = list(Patience(seconds=10, tries=1000).attempts())

    assert 15 < len(attempts) < 60
    assert 10 < clock.now - 1000 < 11


def test_pauses_grow_to_the_longest_and_differ(clock: Clock) -> None:
    list(Patience(seconds=1000, tries=12, first=0.02, longest=0.5).attempts())

    assert 0.01 <= clock.pauses[0] <= 0.03
    assert all(0.25 <= pause <= 0.75 for pause in clock.pauses[6:])
    assert len(set(clock.pauses[6:])) > 1
