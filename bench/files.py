"""The files a person takes along: what each costs the server, how long it takes, and how large it is."""

import json
import subprocess
import sys
from collections.abc import Sequence

from bench.budgets import Budget, Result, Round
from bench.servers import ROOT

# A bare page makes no such file, so the floor of a time is one second, and of a size one megabyte.
SECOND_MS, MEGABYTE_KB = 1000.0, 1000.0
WARM = 5
FILES = {
    "pdf_file": Budget("R1", "server CPU per report as PDF", "ms", 0.25),
    "html_file": Budget("R2", "server CPU per report as web page", "ms", 0.4),
    "xlsx_file": Budget("", "server CPU per report as workbook", "ms", None),
}
PROGRAM = f"""
import datetime, json, time
from tests.unit.reports import made
from throughline.reports import order as orders
from throughline.reports.model import Choice
from throughline.reports.shelf import read_shelf

def order():
    saved = datetime.datetime(2026, 11, 23, tzinfo=datetime.UTC)
    return orders.Order(made.material(), made.catalogue(), made.WORDS, Choice.mine(), "a4",
                        read_shelf(), "plan", saved, 7)

order()
found = {{}}
for name in {list(FILES)!r}:
    times = []
    for _ in range({WARM} + 1):
        one = order()
        begun = time.process_time(), time.perf_counter()
        data = getattr(orders, name)(one)
        times.append((1000 * (time.process_time() - begun[0]), 1000 * (time.perf_counter() - begun[1])))
    cpu, wall = (sorted(part)[{WARM} // 2] for part in zip(*times[1:]))
    found[name] = [cpu, wall, times[0][1], len(data) / 1000]
print(json.dumps(found))
"""


def file_costs(rounds: int) -> list[Result]:
    """Make every file of one whole worked report, simulations included, in a fresh process each round."""
    measured = [_measure() for _ in range(rounds)]
    results = []
    for name, budget in FILES.items():
        cpu, wall, first, size = zip(*(one[name] for one in measured), strict=True)
        results += [
            Result(budget, _of(cpu, SECOND_MS)),
            Result(Budget("", "  time to make it", "ms", None), _of(wall, SECOND_MS)),
            Result(Budget("", "  the first one of a server", "ms", None), _of(first, SECOND_MS)),
            Result(Budget("", "  its size", "kB", None), _of(size, MEGABYTE_KB)),
        ]
    return results


def _of(values: Sequence[float], floor: float) -> tuple[Round, ...]:
    return tuple(Round(floor, value) for value in values)


def _measure() -> dict[str, list[float]]:
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, list[float]] = json.loads(done.stdout)
    return found
