"""The long fuzz of plan files: `python -m tests.fuzz_plan_file --runs 100000`; the same seed reads the same files."""

import argparse
import sys
import time
from collections import Counter

from tests.plan_files.judged import judge
from tests.plan_files.mutations import spoiled


def main() -> int:
    """Read so many spoiled files and print what became of them; 1 if one of them broke a rule."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    seen: Counter[str] = Counter()
    broken = []
    start = time.perf_counter()
    for seed in range(asked.seed, asked.seed + asked.runs):
        try:
            seen[judge(spoiled(seed))] += 1
        except Exception as error:  # noqa: BLE001  (a fuzzer reports every kind of failure)
            seen["BROKEN"] += 1
            broken.append(f"seed {seed}: {type(error).__name__}: {str(error)[:200]}")
    seconds = time.perf_counter() - start
    print(f"{asked.runs:,} files in {seconds:.0f} s, {asked.runs / seconds:,.0f} a second")  # noqa: T201
    for what, count in seen.most_common():
        print(f"{count:9,}  {what}")  # noqa: T201
    print(*broken[:20], sep="\n")  # noqa: T201
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
