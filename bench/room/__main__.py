"""``python -m bench.room``: crowds of phones against the workshop server, one line each, with the targets."""

import argparse
import asyncio
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.room.crowd import Outcome, Wave, p50, p95, workshop
from bench.room.server import room_server


@dataclass(frozen=True)
class Target:
    """What a crowd of this size may take: seconds for 95 of 100 joins and saves; None where nothing is promised."""

    wave: Wave
    join_s: float
    submit_s: float | None
    memory_mb: float | None = None


CPU_MS = 15.0
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
    chosen = parser.parse_args().phones
    met = [_measured(target) for target in TARGETS if target.wave.phones in chosen]
    sys.exit(not all(met))


def _measured(target: Target) -> bool:
    with tempfile.TemporaryDirectory() as folder, room_server(Path(folder)) as server:
        outcome = asyncio.run(workshop(server, target.wave))
    rows = (
        ("join p95", p95(outcome.joins), "s", target.join_s),
        ("save p95", p95(outcome.submits), "s", target.submit_s),
        ("CPU per save", outcome.cpu_ms_per_submit, "ms", CPU_MS),
        ("memory", outcome.memory_mb, "MB", target.memory_mb),
    )
    phones = target.wave.phones
    for name, value, unit, most in rows:
        verdict = "" if most is None else f"<= {most:g} {'met' if value <= most else 'MISSED'}"
        print(
            f"{phones:>4} phones  {name:<14} {value:>8.2f} {unit:<3} {verdict}".rstrip(), flush=True
        )
    print(
        f"{phones:>4} phones  join p50 {p50(outcome.joins):.2f} s, save p50 {p50(outcome.submits):.2f} s, "
        f"noticed after {p95(outcome.notices):.1f} s (p95); told saved {outcome.acknowledged}, rows "
        f"{outcome.saved}, people {outcome.people}, back after a reload {outcome.returned}, "
        f"stuck after a reconnect {outcome.stuck}, errors {len(outcome.errors)}{_first(outcome)}",
        flush=True,
    )
    whole = outcome.acknowledged == outcome.saved == outcome.people == outcome.returned == phones
    return whole and not outcome.errors and all(m is None or v <= m for _, v, _, m in rows)


def _first(outcome: Outcome) -> str:
    return f", such as {outcome.errors[0][:160]}" if outcome.errors else ""


if __name__ == "__main__":
    main()
