"""Pay in the session: what was typed for each package and each move, and the callbacks that change it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import streamlit as st

from components import resources
from components.state.answering import redraw
from components.state.keys import key, read_all, read_whole
from components.state.pay_cells import PAY, pay_filled, typed_cells
from throughline.compensation.move import Move
from throughline.compensation.package import Package
from throughline.compensation.reader import Issue
from throughline.compensation.sheet import (
    PaySheet,
    cell_names,
    read_move_sheet,
    read_sheet,
    unique_names,
)
from throughline.content.compensation import Compensation
from throughline.wording import literal

PAY_MORE = "pay-more"


@dataclass(frozen=True)
class Pay:
    """The packages and moves a visitor has described; read anew in every run."""

    content: Compensation

    @cached_property
    def sheets(self) -> tuple[PaySheet, ...]:
        """Every package on offer, described or not."""
        names, held = tuple(cell_names(self.content)), read_whole(PAY)
        return tuple(
            read_sheet(one.id, typed_cells(one.id, names, held), self.content)
            for one in self.content.packages
        )

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Package id -> its name, no two alike."""
        return dict(zip((s.id for s in self.sheets), unique_names(self.sheets), strict=True))

    @property
    def sheet(self) -> PaySheet:
        """The package the form shows."""
        wanted = st.session_state.get(key("pay-shown"))
        return next((one for one in self.sheets if one.id == wanted), self.sheets[0])

    @cached_property
    def described(self) -> tuple[PaySheet, ...]:
        """Packages about which something was typed."""
        return tuple(one for one in self.sheets if one.typed)

    @cached_property
    def packages(self) -> dict[str, Package]:
        """Name -> package, for every package described."""
        return {self.names[one.id]: one.package for one in self.described}

    @property
    def symbol(self) -> str:
        """Currency sign of the comparison: that of the first package described."""
        return next((one.symbol for one in self.described if one.symbol), "")

    @property
    def mixed(self) -> bool:
        """Whether packages in different currencies are compared at one rate."""
        signs = {one.symbol for one in self.described if one.symbol}
        return len(signs) > 1 and len({one.package.fx for one in self.described}) == 1

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Package id -> its name for where Markdown is read."""
        return {one: literal(name) for one, name in self.names.items()}

    @cached_property
    def sign(self) -> str:
        """Currency sign for where Markdown is read: two dollars in a line would be a formula."""
        return literal(self.symbol)

    @property
    def equity(self) -> bool:
        """Whether totals count equity; "leave equity out" is off until somebody switches it on."""
        return st.session_state.get(key("pay-equity-out")) is not True

    def move_to(self, target: str) -> tuple[Move, float, tuple[Issue, ...]]:
        """The move to a package, the discount rate a year (0-1), and what had to be put right."""
        return read_move_sheet(self.move_cells(target), self.content)

    def move_cells(self, target: str) -> dict[str, object]:
        """What was typed about the move to a package, by name."""
        names = [field.id for field in self.content.move]
        typed = read_all("move", (f"{target}.{name}" for name in names))
        return {name: typed[f"{target}.{name}"] for name in names}

    @property
    def look(self) -> list[str]:
        """What decides how the form is drawn, beside the numbers in its fields."""
        return [
            f"{sorted(one.cells)} {one.issues} {pay_filled(one.id)} {self._spread_shown(one)}"
            for one in self.sheets
        ]

    def _spread_shown(self, sheet: PaySheet) -> float | None:
        """The default that moves with the hours, where its group is open to show it."""
        opened = st.session_state.get(f"group_{sheet.id}_hourly") is True
        return sheet.package.hours_sd if opened else None


def changed_pay() -> None:
    """Callback of a pay field: redraw the pictures, or the page when messages or defaults change."""
    if st.session_state.get(key("pay-look")) == _pay().look:
        redraw(PAY, PAY_MORE)


def pay_form_drawn(pay: Pay) -> None:
    """Remember how the form has been drawn, for ``changed_pay``."""
    st.session_state[key("pay-look")] = pay.look


def redraw_page() -> None:
    """Callback: redraw the whole page.

    Who types a number and clicks elsewhere at once sends both in one message, and the number would
    have the pictures redrawn and nothing else. So whatever can be clicked next asks for the page.
    """
    st.rerun()


def occupation(package: str) -> str:
    """SOC code chosen for one package; it can be anything."""
    return str(st.session_state.get(key("pay-occupation", package), ""))


def add_row(package: str, list_id: str, rows: int) -> None:
    """Callback: show one more row of a list."""
    st.session_state[key("pay-rows", f"{package}.{list_id}")] = rows + 1
    redraw_page()


def rows_shown(sheet: PaySheet, list_id: str, most: int) -> int:
    """How many rows of a list the form shows: those filled in, one at least, and those asked for."""
    filled = [int(c.split(".")[1]) + 1 for c in sheet.cells if c.startswith(f"{list_id}.")]
    asked = st.session_state.get(key("pay-rows", f"{sheet.id}.{list_id}"))
    return min(most, max(1, *filled, asked if isinstance(asked, int) else 1))


def _pay() -> Pay:
    return Pay(resources.catalogue().compensation)
