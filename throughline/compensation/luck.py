"""The chance behind simulated pay: one stream of draws per part, the same for every package of one seed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Stream = Literal[
    "raise",
    "promotion",
    "hours",
    "bonus paid",
    "bonus size",
    "price",
    "cash",
    "job loss",
    "success",
]

# A stream is known by its place: a new one goes last, or every figure moves.
STREAMS: tuple[Stream, ...] = (
    *("raise", "promotion", "hours", "bonus paid", "bonus size", "price"),
    *("cash", "job loss", "success"),
)


@dataclass(frozen=True, slots=True)
class Luck:
    """Draws for ``paths`` lives from a ``seed``; equal for the same seed, paths and numpy version.

    Each stream is a PCG64 child of the seed, so a part that draws nothing shifts no other part. Rows are
    time, columns are lives: a longer time keeps the draws of a shorter one.
    """

    seed: int
    paths: int

    def normals(self, stream: Stream, rows: int) -> "NDArray[np.float64]":
        """Standard normal draws, ``rows`` x ``paths``; the second half of the lives mirrors the first."""
        import numpy as np

        drawn = self._generator(stream).standard_normal((rows, (self.paths + 1) // 2))
        return np.concatenate((drawn, -drawn), axis=1)[:, : self.paths]

    def uniforms(self, stream: Stream, rows: int) -> "NDArray[np.float64]":
        """Uniform draws from 0 up to but not including 1, ``rows`` x ``paths``."""
        return self._generator(stream).random((rows, self.paths))

    def _generator(self, stream: Stream) -> "np.random.Generator":
        import numpy as np

        child = np.random.SeedSequence(self.seed, spawn_key=(STREAMS.index(stream),))
        return np.random.Generator(np.random.PCG64(child))
