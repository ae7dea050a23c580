"""``python -m bench.room.soak``: phones that stay in a room for long; memory, threads and waiting must not grow.

Fifty phones join, answer one section and then stay as phones on a table do: each asks as often as its page
says, loses its connection in three of five minutes and comes back, while the desk looks on. Every minute is
one sample; the first minutes warm up and are not counted.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from bench.room.crowd import open_room, open_section, p50, p95
from bench.room.phone import Phone
from bench.room.server import RoomServer, room_server
from bench.room.session import Broken, Session

MINUTE_S, WARM_UP = 60.0, 3
MORE_MB, MORE_P95 = 50.0, 0.2


@dataclass
class Minute:
    """One minute of the room.

    Attributes:
        asked: seconds that each question of a phone took; ``returns``: the same for coming back.
        memory_mb, threads: of the server at the end of the minute.
        cpu: share of one core that the server used, 0-1.
    """

    asked: list[float] = field(default_factory=list)
    returns: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    memory_mb: float = 0.0
    threads: int = 0
    cpu: float = 0.0


def main() -> None:
    """Run the soak; a missed target ends with exit code 1."""
    parser = argparse.ArgumentParser(prog="python -m bench.room.soak", description=__doc__)
    parser.add_argument("--minutes", type=int, default=90, help="counted, after the warm-up")
    parser.add_argument("--phones", type=int, default=50)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, room_server(Path(folder)) as server:
        minutes = asyncio.run(soak(server, told.phones, WARM_UP + told.minutes))
        kept = server.count("participants"), server.count("answers")
    sys.exit(not verdict(minutes[WARM_UP:], told.phones, kept))


async def soak(server: RoomServer, number: int, minutes: int) -> list[Minute]:
    """Fill a room with phones that answer, and keep them there for so many minutes."""
    chance = random.Random(1)
    phones = [Phone(server.address, "join") for _ in range(number)]
    async with Session(server.address, "host") as desk:
        link = await open_room(server, desk, number)
        for phone in phones:
            await phone.arrive(link)
        opened: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        await open_section(desk, opened)
        await asyncio.gather(*(phone.wait_for_form(opened) for phone in phones))
        for phone in phones:
            await phone.answer(chance)
        found = [await _minute(server, desk, phones, chance) for _ in range(minutes)]
        await asyncio.gather(*(phone.close() for phone in phones))
    return found


async def _minute(
    server: RoomServer, desk: Session, phones: list[Phone], chance: random.Random
) -> Minute:
    """Let everybody ask for a minute, and look at the server afterwards."""
    minute, end = Minute(), time.perf_counter() + MINUTE_S
    before = server.cpu_seconds()
    await asyncio.gather(
        _look(desk, end, minute),
        *(_stay(phone, end, minute, random.Random(chance.random())) for phone in phones),
    )
    minute.cpu = (server.cpu_seconds() - before) / MINUTE_S
    minute.memory_mb, minute.threads = server.memory_mb(), server.threads()
    print(
        f"memory {minute.memory_mb:6.1f} MB  threads {minute.threads:3d}  core {minute.cpu:4.0%}  "
        f"asked {len(minute.asked):4d}, p50 {1000 * p50(minute.asked):4.0f} p95 "
        f"{1000 * p95(minute.asked):4.0f} ms  back {len(minute.returns):3d}, p95 "
        f"{1000 * p95(minute.returns):4.0f} ms  errors {len(minute.errors)}",
        flush=True,
    )
    return minute


async def _look(desk: Session, end: float, minute: Minute) -> None:
    while time.perf_counter() < end:
        await asyncio.sleep(min(desk.pollers.values(), default=2.0))
        try:
            await desk.poll()
        except (Broken, OSError) as error:
            minute.errors.append(f"desk: {error}")


async def _stay(phone: Phone, end: float, minute: Minute, chance: random.Random) -> None:
    """Ask as often as the page says; lose the connection once, or not at all, and come back."""
    falls = time.perf_counter() + chance.expovariate(1) * MINUTE_S
    await asyncio.sleep(chance.uniform(0, phone.pace))
    while (began := time.perf_counter()) < end:
        try:
            if began > falls:
                falls = end  # not again in this minute
                await phone.lose_connection()
                await phone.come_back()
                minute.returns.append(time.perf_counter() - began)
            else:
                await phone.poll()
                minute.asked.append(time.perf_counter() - began)
            if not phone.saved:
                minute.errors.append("the answers are not told as saved any more")
        except (Broken, OSError) as error:
            minute.errors.append(f"{type(error).__name__}: {error}")
        await asyncio.sleep(phone.pace)


def verdict(minutes: list[Minute], phones: int, kept: tuple[int, int]) -> bool:
    """Print what grew from the first quarter of the minutes to the last; whether all targets are met."""
    part = max(1, len(minutes) // 4)
    first, last = minutes[:part], minutes[-part:]
    grown = p50(m.memory_mb for m in last) - minutes[0].memory_mb
    was, now = (p95(s for m in some for s in m.asked) for some in (first, last))
    drift = now / was - 1
    threads = max(m.threads for m in last) - max(m.threads for m in first)
    errors = [error for minute in minutes for error in minute.errors]
    rows = (
        (f"memory {grown:+.1f} MB (<= +{MORE_MB:g})", grown <= MORE_MB),
        (
            f"p95 of a question {1000 * was:.0f} -> {1000 * now:.0f} ms, {drift:+.0%}",
            drift <= MORE_P95,
        ),
        (f"threads {threads:+d} (<= 0)", threads <= 0),
        (f"people {kept[0]}, rows {kept[1]} of {phones}", kept == (phones, phones)),
        (f"errors {len(errors)}{', such as ' + errors[0][:120] if errors else ''}", not errors),
    )
    for text, met in rows:
        print(f"{len(minutes):>4} minutes  {text}  {'met' if met else 'MISSED'}", flush=True)
    return all(met for _, met in rows)


if __name__ == "__main__":
    main()
