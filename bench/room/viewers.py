"""Projectors that watch one room: what a look costs when nothing moved, and while people answer."""

import asyncio
import random
import re
from dataclasses import dataclass

from bench.room.crowd import open_room, open_section
from bench.room.phone import Phone
from bench.room.server import RoomServer
from bench.room.session import Broken, Session

WATCHED_S, EVERY_S = 12.0, 2.0
PEOPLE = 30
_TOKEN = re.compile(r"[?&]t=([\w-]{43})")


@dataclass(frozen=True)
class Watched:
    """What some viewers cost for twelve seconds.

    Attributes:
        cpu_ms: CPU of the server per look, with that of the phones that answered taken off.
        looks, due: looks taken, and those that should have been.
    """

    cpu_ms: float
    looks: int
    due: int


class Viewer(Session):
    """One projector."""

    looks: int = 0

    async def watch(self, seconds: float) -> None:
        """Look every other second, whether or not the last look took long."""
        end = asyncio.get_running_loop().time() + seconds
        await asyncio.sleep(random.Random(id(self)).uniform(0, EVERY_S / 2))
        while asyncio.get_running_loop().time() < end:
            began = asyncio.get_running_loop().time()
            await self.poll()
            self.looks += 1
            await asyncio.sleep(max(0.0, EVERY_S - (asyncio.get_running_loop().time() - began)))


async def watched(server: RoomServer, viewers: int, *, answering: bool) -> Watched:
    """Let so many projectors watch one room, in which nothing moves or a person saves every 0.4 s."""
    async with Session(server.address, "host") as desk:
        link = await open_room(server, desk, PEOPLE)
        phones = [Phone(server.address, "join") for _ in range(PEOPLE)]
        for phone in phones:
            await phone.arrive(link)
        opened: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        await open_section(desk, opened)
        await asyncio.gather(*(phone.wait_for_form(opened) for phone in phones))
        token = await _token(desk)
        screens = [Viewer(server.address, "screen", query=f"t={token}") for _ in range(viewers)]
        for screen in screens:
            await screen.open()
            await screen.poll()  # the first look reads everything once more
        cost = await _answers(server, phones[: PEOPLE // 2], pause=0.0) if answering else 0.0
        before, spent = server.cpu_seconds(), 0.0
        watching = asyncio.gather(*(screen.watch(WATCHED_S) for screen in screens))
        if answering:
            await _answers(server, phones[PEOPLE // 2 :], pause=WATCHED_S / PEOPLE)
            spent = cost
        await watching
        spent = server.cpu_seconds() - before - spent
        looks = sum(screen.looks for screen in screens)
        for page in (*phones, *screens):
            await page.close()
    return Watched(1000 * spent / max(1, looks), looks, viewers * int(WATCHED_S / EVERY_S))


async def _answers(server: RoomServer, phones: list[Phone], *, pause: float) -> float:
    """Let phones save one after the other; returns CPU seconds of the server meanwhile."""
    before, chance = server.cpu_seconds(), random.Random(1)
    for phone in phones:
        await phone.answer(chance)
        await asyncio.sleep(pause)
    return server.cpu_seconds() - before


async def _token(desk: Session) -> str:
    """Make a link for a screen at the desk; returns the secret in it."""
    await desk.run()
    await desk.press("-make_screen")
    for address in desk.links:
        if found := _TOKEN.search(address):
            return found[1]
    raise Broken("the desk made no link for a screen")
