"""A program that saves answers from four threads until it is killed; run by the tests of killing."""

from collections.abc import Callable
from multiprocessing.connection import Connection
from threading import Lock, Thread
from typing import NamedTuple

from tests.contract import builders
from throughline.workshop.engines import open_store
from throughline.workshop.store import Store

PEOPLE = 4


class Told(NamedTuple):
    """What a phone was told is saved."""

    person: int
    rev: int
    submission_id: str


def write(address: str, life: int, tell: Connection) -> None:
    """Save until killed, and tell of every save that was acknowledged, after it was."""
    store = open_store(address)
    lock = Lock()

    def told(one: Told) -> None:
        with lock:
            tell.send(tuple(one))

    threads = [
        Thread(target=save_for_ever, args=(store, person, life, told)) for person in range(PEOPLE)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def save_for_ever(store: Store, person: int, life: int, told: Callable[[Told], None]) -> None:
    """Save edit after edit of one person."""
    saved = store.own_answers("room-1", builders.token(person))
    rev = saved[0].rev if saved else 0
    while True:
        name = f"{life}-{person}-{rev}"
        save = builders.a_save(name, base_rev=rev, payload=f'{{"items":{{"J1":{rev % 11}}}}}')
        rev = store.submit("room-1", builders.token(person), save).rev
        told(Told(person, rev, name))
