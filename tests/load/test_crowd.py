"""A hundred phones join, answer, lose their connections and come back: nobody is lost, nothing is doubled."""

import asyncio
from pathlib import Path

from bench.room.crowd import Wave, workshop
from bench.room.guesser import A_BROWSER, guessed
from bench.room.server import room_server
from throughline.workshop.joining import MOST_PER_CLIENT

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


def test_whoever_joins_by_the_link_and_whoever_is_in_does_not_notice_somebody_who_types_codes(
    tmp_path: Path,
) -> None:
    with room_server(tmp_path) as server:
        found = asyncio.run(
            guessed(server, Wave(phones=30, join_s=5, submit_s=3, reloaded=False), a_second=50)
        )

    assert found.outcome.errors == []
    assert found.outcome.people == found.outcome.acknowledged == found.outcome.saved == 30
    assert found.typed > A_BROWSER
    assert found.most == MOST_PER_CLIENT
    assert found.looked_up < found.typed
