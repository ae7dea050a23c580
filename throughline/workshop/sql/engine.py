"""Running one verb as one transaction: tried again while a trouble may pass, said plainly when it does not."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Generic, TypeVar

import sqlalchemy
from sqlalchemy import Connection, exc

from throughline.errors import NotSaved
from throughline.workshop.sql.patience import Patience

T = TypeVar("T")
Work = Callable[[Connection], T]

DEFECTS = (exc.IntegrityError, exc.ProgrammingError, exc.DataError)
"""Errors that trying again cannot mend and that no database in trouble raises."""


class Unchanged(Exception, Generic[T]):
    """Raised inside a transaction to undo it and still answer with a result."""

    def __init__(self, result: T) -> None:
        super().__init__()
        self.result = result


class Engine(ABC):
    """A database that is open.

    Args:
        core: where connections come from; writing transactions carry the option ``writing``.
        turn: held during each writing transaction.
        patience: for troubles that pass.
    """

    def __init__(
        self,
        core: sqlalchemy.Engine,
        turn: AbstractContextManager[object],
        patience: Patience,
    ) -> None:
        self.core = core
        self.turn = turn
        self.patience = patience
        self._writing = core.execution_options(writing=True)

    def read(self, work: Work[T]) -> T:
        """Run a transaction that only looks.

        Raises:
            NotSaved: the database is away.
        """

        def once(_attempt: int) -> T:
            with self.core.begin() as connection:
                return work(connection)

        return self._patiently(once)

    def write(self, work: Work[T], settled: Work[T | None] | None = None) -> T:
        """Run a transaction that changes something, and return when it is committed.

        Args:
            work: may run several times; all that it did is undone before it runs again.
            settled: before a further try, finds out whether the last one was committed after all and
                only its confirmation was lost; returns what ``work`` would have returned, or None.

        Raises:
            NotSaved: nothing was written.
        """

        def once(attempt: int) -> T:
            with self.turn, self._writing.begin() as connection:
                if attempt and settled and (found := settled(connection)) is not None:
                    return found
                return work(connection)

        return self._patiently(once)

    def _patiently(self, once: Callable[[int], T]) -> T:
        trouble: Exception = exc.TimeoutError()
        for attempt in self.patience.attempts():
            try:
                return once(attempt)
            except Unchanged as undone:
                result: T = undone.result
                return result
            except DEFECTS:
                raise
            except (exc.DBAPIError, exc.TimeoutError) as error:
                trouble = error
                if not self.may_pass(error):
                    break
        raise NotSaved(self.say(trouble)) from trouble

    @abstractmethod
    def may_pass(self, error: Exception) -> bool:
        """Whether the same transaction may succeed a moment later."""

    @abstractmethod
    def say(self, error: Exception) -> str:
        """Say in a few words what is wrong with the database."""

    @abstractmethod
    def refuse_unsafe(self) -> None:
        """Look at the database's own settings before anything is trusted to it.

        Raises:
            StoreRefused: it may lose what it has acknowledged.
        """

    @abstractmethod
    def sweep(self) -> None:
        """Leave no trace of what was deleted, as far as the engine can."""

    @abstractmethod
    def backup(self, path: str) -> None:
        """Write a consistent copy of the database.

        Raises:
            NotSaved: it could not be written, or this engine has its own way to do it.
        """

    def close(self) -> None:
        """Let go of every connection."""
        self.core.dispose()
