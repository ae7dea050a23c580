"""How many connections the operating system lets this process have."""

from contextlib import suppress

WANTED = 10_240
"""Open files: a session costs four, and macOS allows a process no more than this."""


def raise_open_files() -> int | None:
    """Raise the soft limit of open files towards `WANTED`; returns what holds, None where there is none."""
    try:
        import resource
    except ModuleNotFoundError:  # Windows, which has no such limit
        return None
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    unlimited = resource.RLIM_INFINITY
    wanted = WANTED if hard == unlimited else min(WANTED, hard)
    if soft == unlimited or soft >= wanted:
        return soft
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]
