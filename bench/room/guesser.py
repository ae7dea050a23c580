"""Somebody who types codes without end, while others join by the QR link from the same address."""

import asyncio
import random
from dataclasses import dataclass

from streamlit.proto.WidgetStates_pb2 import WidgetState

from bench.room.crowd import Outcome, Wave, p95, workshop
from bench.room.server import RoomServer
from bench.room.session import Session

A_BROWSER = 25
"""Wrong codes typed in one browser, five more than are looked up, before the next one is opened."""


@dataclass(frozen=True)
class Guessed:
    """What became of the guesses, and of the crowd meanwhile.

    Attributes:
        typed: codes typed; ``looked_up``: those the room was asked for.
        most: looked up for one browser.
        outcome: of the crowd.
    """

    typed: int
    looked_up: int
    most: int
    outcome: Outcome

    @property
    def join_p95(self) -> float:
        """Seconds for 95 of 100 joins."""
        return p95(self.outcome.joins)


async def guessed(server: RoomServer, wave: Wave, *, a_second: float) -> Guessed:
    """Let a crowd join and save while somebody types so many wrong codes a second from the same address."""
    typed = 0
    crowd = asyncio.ensure_future(workshop(server, wave))
    chance = random.Random(wave.seed)
    while not crowd.done():
        async with Session(server.address, "join") as browser:
            for _ in range(A_BROWSER):
                await _type(browser, f"{chance.randrange(10**8):08d}")
                typed += 1
                await asyncio.sleep(1 / a_second)
    counts = [int(str(row[0])) for row in server.rows("select n from guesses")]
    return Guessed(typed, sum(counts), max(counts, default=0), await crowd)


async def _type(browser: Session, code: str) -> None:
    name = browser.find("-room.code_input")
    browser.values[name] = WidgetState(id=name, string_value=code)
    await browser.press("-cta_code")
