"""A figure put together from plain data, and handed over without the checks that plotly makes on the way."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import plotly.graph_objects as go

VALIDATE = False
"""Whether plotly looks at every property. It takes four times as long; the tests switch it on (ADR 0023)."""


class Sketch:
    """Collects traces over a layout."""

    def __init__(self, layout: dict[str, Any], traces: Iterable[dict[str, Any]] = ()) -> None:
        self._layout = layout
        self._traces = list(traces)

    def add_bar(self, **trace: Any) -> None:
        """Add bars, in plotly's own words."""
        self._traces.append({"type": "bar", **trace})

    def add_scatter(self, **trace: Any) -> None:
        """Add lines or marks, in plotly's own words."""
        self._traces.append({"type": "scatter", **trace})

    def figure(self) -> "go.Figure":
        """Return the figure.

        Raises:
            ValueError: plotly knows no such property or value; only where ``VALIDATE`` is on.
        """
        import plotly.graph_objects as go

        return go.Figure(self._traces, self._layout, _validate=VALIDATE)
