"""Projectors that watch one room: what a look costs, and how soon a picture is there after its reveal."""

import asyncio
import random
import re
import time
from dataclasses import dataclass

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench.room.crowd import open_room, open_section
from bench.room.phone import Phone
from bench.room.server import RoomServer
from bench.room.session import Broken, Session

WATCHED_S, EVERY_S, GRACE_S = 12.0, 2.0, 2.5
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
    drawn_at: float = 0.0

    async def watch(self, seconds: float) -> None:
        """Look every other second, whether or not the last look took long."""
        end = asyncio.get_running_loop().time() + seconds
        await asyncio.sleep(random.Random(id(self)).uniform(0, EVERY_S / 2))
        while asyncio.get_running_loop().time() < end:
            began = asyncio.get_running_loop().time()
            await self.poll()
            self.looks += 1
            await asyncio.sleep(max(0.0, EVERY_S - (asyncio.get_running_loop().time() - began)))

    async def picture(self) -> float:
        """Look every other second until a chart is there; returns when, as ``time.perf_counter`` does."""
        await asyncio.sleep(random.Random(id(self)).uniform(0, EVERY_S))
        while not any("stage_chart" in name for name in self.elements):
            await self.poll()
            await asyncio.sleep(EVERY_S)
        return self.drawn_at

    def _remember(self, message: ForwardMsg) -> None:
        super()._remember(message)
        self.drawn_at = time.perf_counter()


async def pictured(server: RoomServer, viewers: int) -> list[float]:
    """Reveal a section that a room has answered; returns seconds from the press to each projector's chart."""
    async with Session(server.address, "host") as desk:
        screens, phones = await _room(server, desk, viewers)
        await _answers(server, phones, pause=0.0)
        await desk.run()
        await desk.press("-cta_next")  # locks; what is on its way has two more seconds
        await asyncio.sleep(GRACE_S)
        await desk.run()
        shown = asyncio.gather(*(screen.picture() for screen in screens))
        await asyncio.sleep(EVERY_S)  # by then each looks at its own moment
        began = time.perf_counter()
        await desk.press("-cta_next")
        seconds = [moment - began for moment in await shown]
        for page in (*phones, *screens):
            await page.close()
    return seconds


async def watched(server: RoomServer, viewers: int, *, answering: bool) -> Watched:
    """Let so many projectors watch one room, in which nothing moves or a person saves every 0.4 s."""
    async with Session(server.address, "host") as desk:
        screens, phones = await _room(server, desk, viewers)
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


async def _room(
    server: RoomServer, desk: Session, viewers: int
) -> tuple[list[Viewer], list[Phone]]:
    """Open a room with its first section; returns its projectors, and its phones with their forms."""
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
    return screens, phones


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
