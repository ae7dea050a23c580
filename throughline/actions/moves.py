"""Suggested actions beside what calls for them; what was dismissed stays away."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from throughline.actions.causes import Cause
from throughline.content.actions import ActionContent, Suggestion


@dataclass(frozen=True, slots=True)
class Moves:
    """A cause and the actions on offer for it, in their order; at least one."""

    cause: Cause
    suggestions: tuple[Suggestion, ...]


def find_moves(
    causes: Iterable[Cause], content: ActionContent, away: Collection[str] = ()
) -> tuple[Moves, ...]:
    """Pair each cause with its actions, without those dismissed or picked (ids in ``away``)."""
    paired = (
        (cause, [s for s in content.suggested(cause.id, cause.towards) if s.id not in away])
        for cause in causes
    )
    return tuple(Moves(cause, tuple(open_ones)) for cause, open_ones in paired if open_ones)
