"""The few page-wide rules that config.toml cannot set, in one style sheet keyed by our own classes."""

from pathlib import Path
from typing import Literal, get_args

import streamlit as st

Bare = Literal["stage", "phone"]

_FOLDER = Path(__file__).parent
_PAGE = st.components.v2.component(
    "throughline_page_style",
    css=(_FOLDER / "page.css").read_text(encoding="utf-8"),
    isolate_styles=False,
)
_BARE = {
    name: st.components.v2.component(
        f"throughline_{name}_style",
        css=(_FOLDER / f"{name}.css").read_text(encoding="utf-8"),
        isolate_styles=False,
    )
    for name in get_args(Bare)
}


def mount(bare: Bare | None) -> None:
    """Lay the style sheet under the page, and over it that of the projector or the phone."""
    _PAGE(key="page_style", height=0)
    if bare:
        _BARE[bare](key="bare_style", height=0)
