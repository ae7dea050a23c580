"""``python -m bench.room``: crowds of phones against the workshop server, with the targets.

Each crowd comes twice, to a fresh server. Apart: all draw the form, then all save within five seconds, and
the two are counted one by one; "saving" is what the target is about. Mixed: each saves when its own form is
there, a fifth fall out while saving, and then all reload; "everything" counts from opening the section.
"""

import argparse
import asyncio
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from bench.room.crowd import Outcome, Wave, p50, p95, workshop
from bench.room.guesser import guessed
from bench.room.server import room_server
from bench.room.viewers import pictured, watched


@dataclass(frozen=True)
class Target:
    """What a crowd of this size may take: seconds for 95 of 100 joins and saves; None where nothing is promised."""

    wave: Wave
    join_s: float
    submit_s: float | None
    memory_mb: float | None = None


CPU_MS, LOOK_MS, PICTURE_S = 15.0, 6.0, 3.0
JOINING, MORE = Wave(100, join_s=10, reloaded=False), 0.1
VIEWERS, FEW = (1, 5, 20), 5
TARGETS = (
    Target(Wave(100, join_s=10), 1.0, 0.5),
    Target(Wave(200, join_s=15), 2.0, 1.5),
    Target(Wave(300, join_s=15), 4.0, 2.0, 400.0),
    Target(Wave(500, join_s=15), 4.0, None),
)


def main() -> None:
    """Run the crowds that the command line names; a missed target ends with exit code 1."""
    parser = argparse.ArgumentParser(prog="python -m bench.room", description=__doc__)
    sizes = [target.wave.phones for target in TARGETS]
    parser.add_argument("--phones", type=int, nargs="*", choices=sizes, default=sizes)
    parser.add_argument("--viewers", type=int, nargs="*", default=VIEWERS, help="projectors")
    parser.add_argument("--guesses", type=float, nargs="*", default=[50.0], help="codes a second")
    told = parser.parse_args()
    chosen = told.phones
    met = [_measured(target) for target in TARGETS if target.wave.phones in chosen]
    met += [_watched(number) for number in told.viewers]
    met += [_pictured(max(told.viewers))] if told.viewers else []
    met += [_guessed(number) for number in told.guesses]
    sys.exit(not all(met))


def _watched(viewers: int) -> bool:
    """Print what a look of a projector costs, in a room at rest and in one that answers."""
    found = {}
    # What the answers cost is taken off, which leaves nothing certain of the looks of one projector.
    for kind, answering in (("at rest", False), ("answering", True))[: 1 if viewers < FEW else 2]:
        with tempfile.TemporaryDirectory() as folder, room_server(Path(folder)) as server:
            found[kind] = asyncio.run(watched(server, viewers, answering=answering))
    for kind, one in found.items():
        verdict = f"<= {LOOK_MS:g} {'met' if one.cpu_ms <= LOOK_MS else 'MISSED'}"
        print(
            f"{viewers:>4} viewers  CPU of a look, room {kind:<9} {one.cpu_ms:>6.2f} ms  {verdict}; "
            f"looks {one.looks} of {one.due}",
            flush=True,
        )
    return all(one.cpu_ms <= LOOK_MS for one in found.values())


def _pictured(viewers: int) -> bool:
    """Print how long after the reveal projectors show the picture."""
    with tempfile.TemporaryDirectory() as folder, room_server(Path(folder)) as server:
        seconds = asyncio.run(pictured(server, viewers))
    late = p95(seconds)
    verdict = f"<= {PICTURE_S:g} {'met' if late <= PICTURE_S else 'MISSED'}"
    print(
        f"{viewers:>4} viewers  picture after the reveal p95 {late:>6.2f} s   {verdict}", flush=True
    )
    return late <= PICTURE_S


def _guessed(a_second: float) -> bool:
    """Print whether 100 joins notice somebody who types so many wrong codes a second."""
    joins = {}
    for kind, pace in (("alone", 0.0), ("beside guesses", a_second)):
        with tempfile.TemporaryDirectory() as folder, room_server(Path(folder)) as server:
            if pace:
                found = asyncio.run(guessed(server, JOINING, a_second=pace))
                joins[kind] = found.join_p95
            else:
                joins[kind] = p95(asyncio.run(workshop(server, JOINING)).joins)
    more = joins["beside guesses"] / joins["alone"] - 1
    print(
        f" 100 joins   p95 {joins['alone']:.3f} s alone, {joins['beside guesses']:.3f} s beside guesses "
        f"({100 * more:+.0f} %, <= +10 {'met' if more <= MORE else 'MISSED'}); codes typed {found.typed}, "
        f"looked up {found.looked_up}, at most {found.most} for one browser, "
        f"errors {len(found.outcome.errors)}",
        flush=True,
    )
    return more <= MORE and not found.outcome.errors


def _measured(target: Target) -> bool:
    apart = _run(replace(target.wave, apart=True, fallen=0.0, reloaded=False))
    mixed = _run(target.wave)
    rows = (
        ("join p95", p95(mixed.joins), "s", target.join_s),
        ("save p95", p95(mixed.submits), "s", target.submit_s),
        ("memory", mixed.memory_mb, "MB", target.memory_mb),
        ("CPU, drawing the form", apart.form_ms, "ms", None),
        ("CPU, saving", apart.save_ms, "ms", CPU_MS),
        ("CPU, everything", mixed.whole_ms, "ms", None),
    )
    phones = target.wave.phones
    for name, value, unit, most in rows:
        verdict = "" if most is None else f"<= {most:g} {'met' if value <= most else 'MISSED'}"
        print(
            f"{phones:>4} phones  {name:<21} {value:>8.2f} {unit:<3} {verdict}".rstrip(), flush=True
        )
    wholes = [_told(outcome) for outcome in (apart, mixed)]
    return all(wholes) and all(m is None or v <= m for _, v, _, m in rows)


def _run(wave: Wave) -> Outcome:
    with tempfile.TemporaryDirectory() as folder, room_server(Path(folder)) as server:
        return asyncio.run(workshop(server, wave))


def _told(outcome: Outcome) -> bool:
    """Print what phones were told and what the room kept; False if the two differ."""
    wave = outcome.wave
    returned = f", back after a reload {outcome.returned}" if wave.reloaded else ""
    print(
        f"{wave.phones:>4} phones  {'apart' if wave.apart else 'mixed'}: "
        f"join p50 {p50(outcome.joins):.2f} s, save p50 {p50(outcome.submits):.2f} "
        f"p95 {p95(outcome.submits):.2f} s, noticed after {p95(outcome.notices):.1f} s (p95); "
        f"told saved {outcome.acknowledged}, rows {outcome.saved}, people {outcome.people}{returned}, "
        f"stuck after a reconnect {outcome.stuck}, errors {len(outcome.errors)}{_first(outcome)}",
        flush=True,
    )
    back = outcome.returned if wave.reloaded else wave.phones
    whole = outcome.acknowledged == outcome.saved == outcome.people == back == wave.phones
    return whole and not outcome.errors and not outcome.stuck


def _first(outcome: Outcome) -> str:
    return f", such as {outcome.errors[0][:160]}" if outcome.errors else ""


if __name__ == "__main__":
    main()
