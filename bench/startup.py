"""From nothing to something: import time, a healthy server, and the first question that can be answered."""

import subprocess
import sys
import time

from playwright.sync_api import Browser

from bench.browser import FLOOR_CONTROL, OUR_CONTROL, Look
from bench.servers import ROOT, Subject, serve


def import_ms(module: str) -> float:
    """Milliseconds that a fresh interpreter needs to import a module and all below it."""
    command = [sys.executable, "-X", "importtime", "-c", f"import {module}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    # Lines read "import time: self [us] | cumulative | name"; the module itself ends the list.
    line = next(
        line for line in reversed(done.stderr.splitlines()) if line.split("|")[-1].strip() == module
    )
    return int(line.split("|")[1]) / 1000


def health_ms(subject: Subject) -> float:
    """Milliseconds from the start of the process to its first healthy answer."""
    with serve(subject) as running:
        return 1000 * (running.healthy - running.spawned)


def first_question_ms(browser: Browser, subject: Subject) -> float:
    """Milliseconds from the start of the process to a control that takes an answer; empty cache."""
    path, control = ("", FLOOR_CONTROL) if subject.name == "floor" else ("/assess", OUR_CONTROL)
    context = browser.new_context()
    try:
        with serve(subject) as running:
            page = context.new_page()
            page.goto(running.address + path, wait_until="commit")
            page.wait_for_function(Look(control).enabled, polling="raf", timeout=60_000)
            return 1000 * (time.perf_counter() - running.spawned)
    finally:
        context.close()
