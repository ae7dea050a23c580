"""A hundred phones join, answer, lose their connections and come back: nobody is lost, nothing is doubled."""

import asyncio
from pathlib import Path

from bench.room.crowd import Wave, workshop
from bench.room.server import room_server

WAVE = Wave(phones=100, join_s=8, submit_s=5, fallen=0.2)


def test_what_a_hundred_phones_are_told_is_saved_once_and_everybody_comes_back(
    tmp_path: Path,
) -> None:
    with room_server(tmp_path) as server:
        outcome = asyncio.run(workshop(server, WAVE))

    assert outcome.errors == []
    assert len(outcome.joins) == outcome.people == WAVE.phones
    assert outcome.acknowledged == outcome.saved == WAVE.phones
    assert outcome.returned == WAVE.phones
    assert outcome.stuck == 0
