"""The few page-wide rules that config.toml cannot set, in one style sheet keyed by our own classes."""

from pathlib import Path

import streamlit as st

_FOLDER = Path(__file__).parent
_PAGE = st.components.v2.component(
    "throughline_page_style",
    css=(_FOLDER / "page.css").read_text(encoding="utf-8"),
    isolate_styles=False,
)
_STAGE = st.components.v2.component(
    "throughline_stage_style",
    css=(_FOLDER / "stage.css").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def mount(*, presenting: bool) -> None:
    """Lay the style sheet under the page, and the projector's over it while presenting."""
    _PAGE(key="page_style", height=0)
    if presenting:
        _STAGE(key="stage_style", height=0)
