"""A crowd of phones in one room: they join within a window, answer within another, and all fall out at once."""

import asyncio
import json
import random
import time
from collections.abc import Awaitable, Iterable
from dataclasses import dataclass, field
from statistics import median, quantiles

from streamlit.proto.WidgetStates_pb2 import WidgetState

from bench.room.phone import Phone
from bench.room.server import HOST_KEY, RoomServer
from bench.room.session import Broken, Session


@dataclass(frozen=True)
class Wave:
    """How many phones, in how many seconds they join and answer, and how many fall out meanwhile.

    Attributes:
        fallen: share of the phones that lose their connection in the middle of saving.
        reloaded: whether everybody's connection is cut afterwards and every page reloaded.
        apart: nobody saves before every phone has drawn its form, so that the two can be told apart.
    """

    phones: int
    join_s: float
    submit_s: float = 5.0
    fallen: float = 0.2
    reloaded: bool = True
    apart: bool = False
    seed: int = 1


@dataclass
class Outcome:
    """What a crowd felt and what the room kept.

    Attributes:
        joins, submits, notices: seconds, one for each phone.
        acknowledged: phones that were told that their answers are saved.
        stuck: phones whose page did not move after a reconnect, so that somebody had to reload it.
        returned: phones that came back as the same person with their answers.
        saved, people: rows in the database.
        form_ms, save_ms, whole_ms: CPU of the server in ms per phone. Apart: until every form is drawn,
            and then while phones save within the window and ask as their page says. Else the whole, from
            opening the section to the last reply, with those who fall out and come back.
    """

    wave: Wave
    joins: list[float] = field(default_factory=list)
    submits: list[float] = field(default_factory=list)
    notices: list[float] = field(default_factory=list)
    acknowledged: int = 0
    stuck: int = 0
    returned: int = 0
    saved: int = 0
    people: int = 0
    errors: list[str] = field(default_factory=list)
    form_ms: float = 0.0
    save_ms: float = 0.0
    whole_ms: float = 0.0
    memory_mb: float = 0.0


def p50(values: Iterable[float]) -> float:
    """Median, 0 for nothing."""
    listed = list(values)
    return median(listed) if listed else 0.0


def p95(values: Iterable[float]) -> float:
    """95th percentile, 0 for nothing."""
    listed = list(values)
    return quantiles(listed, n=20, method="inclusive")[-1] if len(listed) > 1 else sum(listed)


async def workshop(server: RoomServer, wave: Wave) -> Outcome:
    """Open a room at the desk, let the crowd join and answer one section, and compare with the rows."""
    chance, outcome = random.Random(wave.seed), Outcome(wave)
    phones = [Phone(server.address, "join") for _ in range(wave.phones)]
    luck = [random.Random(chance.random()) for _ in phones]
    async with Session(server.address, "host") as desk:
        link = await open_room(server, desk, wave.phones)
        await _all(_join(p, link, wave, r, outcome) for p, r in zip(phones, luck, strict=True))
        opened: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        noticing = asyncio.gather(*(_notice(phone, opened, outcome) for phone in phones))
        saving = [_save(p, wave, r, outcome) for p, r in zip(phones, luck, strict=True)]
        before = server.cpu_seconds()
        await open_section(desk, opened)
        if wave.apart:
            await noticing
            outcome.form_ms = _since(before, server, wave)
            before = server.cpu_seconds()
            await _all(saving)
            outcome.save_ms = _since(before, server, wave)
        else:
            await _all(saving)
            outcome.whole_ms = _since(before, server, wave)
        if wave.reloaded:
            await _all(phone.lose_connection() for phone in phones)
            await _all(_reload(phone, outcome) for phone in phones)
        outcome.memory_mb = server.memory_mb()
        outcome.stuck = sum(phone.reloads for phone in phones)
        await _all(phone.close() for phone in phones)
    outcome.people = server.count("participants")
    outcome.saved = server.count("answers")
    return outcome


async def open_room(server: RoomServer, desk: Session, most: int) -> str:
    """Make a room with the first template for so many people; returns the path in its QR code."""
    key, cap = desk.find("-host.key"), desk.find("-host.most")
    desk.values[key] = WidgetState(id=key, string_value=HOST_KEY)
    desk.values[cap] = WidgetState(id=cap, int_value=most)
    await desk.press("-cta_open_room")
    await desk.press("-cta_kept")
    code, settings = server.rows("select code, settings from rooms")[0]
    return f"/j/{code}?k={json.loads(str(settings))['qr_key']}"


async def _join(
    phone: Phone, link: str, wave: Wave, chance: random.Random, outcome: Outcome
) -> None:
    await asyncio.sleep(chance.uniform(0, wave.join_s))
    began = time.perf_counter()
    async with _told(outcome):
        await phone.arrive(link)
        outcome.joins.append(time.perf_counter() - began)


async def open_section(desk: Session, opened: "asyncio.Future[float]") -> None:
    """Press the one large button of the desk, and tell when."""
    await desk.run()
    began = time.perf_counter()
    await desk.press("-cta_next")
    opened.set_result(began)


async def _notice(phone: Phone, opened: "asyncio.Future[float]", outcome: Outcome) -> None:
    try:
        async with _told(outcome):
            outcome.notices.append(await phone.wait_for_form(opened))
    finally:
        phone.drawn.set()


async def _save(phone: Phone, wave: Wave, chance: random.Random, outcome: Outcome) -> None:
    """Save at a random moment of the window, counted from when the form was there."""
    moment = chance.uniform(0, wave.submit_s)
    async with _told(outcome):
        await phone.drawn.wait()
        await phone.ask_for(moment)
        if chance.random() < wave.fallen:
            await phone.answer_and_fall_out(chance)
        began = time.perf_counter()
        await phone.answer(chance)
        outcome.submits.append(time.perf_counter() - began)
        outcome.acknowledged += phone.saved
        await phone.ask_for(wave.submit_s - moment)


def _since(before: float, server: RoomServer, wave: Wave) -> float:
    """CPU of the server since then, in ms per phone."""
    return 1000 * (server.cpu_seconds() - before) / wave.phones


async def _reload(phone: Phone, outcome: Outcome) -> None:
    async with _told(outcome):
        await phone.come_back(fresh=True)
        outcome.returned += phone.saved


class _told:  # noqa: N801 - reads as a verb where it stands
    """Keep what went wrong with one phone, and let the others go on."""

    def __init__(self, outcome: Outcome) -> None:
        self._outcome = outcome

    async def __aenter__(self) -> None:
        return None

    async def __aexit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        if isinstance(error, Broken | OSError | asyncio.TimeoutError):
            self._outcome.errors.append(f"{type(error).__name__}: {error}")
            return True
        return False


async def _all(things: Iterable[Awaitable[object]]) -> None:
    await asyncio.gather(*things)
