"""The pay form: which package, the six numbers asked first, and every other number group by group."""

import streamlit as st

from components import state
from components.pay.fields import Cell, ask_cells, ask_list, ask_preset, say
from components.state import Pay
from throughline.compensation.reader import Issue
from throughline.compensation.run_rate import base
from throughline.compensation.sheet import NAME_LENGTH, SYMBOL_LENGTH, PaySheet
from throughline.content.pay_fields import PayField, PayGroup, PayList


def choose_package(pay: Pay) -> None:
    """Offer the packages by name, and what can be done with the one that shows."""
    with st.container(horizontal=True, vertical_alignment="center", key="pay_bar"):
        st.segmented_control(
            "Package",
            [one.id for one in pay.sheets],
            default=pay.sheets[0].id,
            required=True,
            format_func=pay.titles.__getitem__,
            key=state.key("pay-shown"),
            persist_state="session",
            on_change=state.redraw_page,
            label_visibility="collapsed",
        )
        with st.popover("Name and copy", icon=":material/edit:"):
            _name_and_copy(pay)
    if (kept := state.pay_undo()) is not None:
        with st.container(horizontal=True, vertical_alignment="center", key="pay_undo_bar"):
            words = pay.content.texts["undone" if kept.undone else "replaced"]
            st.markdown(words.format(name=pay.titles.get(kept.target, "")), width="stretch")
            label, icon = ("Redo", "redo") if kept.undone else ("Undo", "undo")
            st.button(label, icon=f":material/{icon}:", on_click=state.undo_pay, key=f"{icon}_pay")


def ask_pay(pay: Pay) -> None:
    """Ask what one package is made of; a change redraws the pictures, and the form only for a message.

    It is no fragment: a click elsewhere that follows a number at once would be drawn in it, or nowhere.
    """
    sheet, content = pay.sheet, pay.content
    with st.container(key="card_pay_form"):
        st.header(pay.titles[sheet.id], anchor=False)
        help_ = next(one.help for one in content.packages if one.id == sheet.id)
        st.markdown(f":gray[{help_} {content.texts['short_form']}]")
        ask_cells([_first_cell(one) for one in content.short_form], sheet, pay, short=True)
        if state.pay_filled(sheet.id):
            st.markdown(f":gray[{content.benchmark.label}]")
        st.subheader(content.texts["detail"], anchor=False)
        st.markdown(f":gray[{content.texts['detail_lead']}]")
        filled = [one.title for one in content.groups if _ask_group(one, sheet, pay)]
        if filled:
            st.markdown(f":gray[{content.texts['filled'].format(groups=', '.join(filled))}]")
    state.pay_form_drawn(pay)


def _name_and_copy(pay: Pay) -> None:
    sheet = pay.sheet
    st.text_input(
        "Name of this package",
        max_chars=NAME_LENGTH,
        placeholder=pay.names[sheet.id],
        key=state.key("pay", f"{sheet.id}.name"),
        persist_state="session",
        on_change=state.redraw_page,
    )
    st.text_input(
        "Currency sign",
        max_chars=SYMBOL_LENGTH,
        placeholder="none",
        help=pay.content.texts["symbol"],
        key=state.key("pay", f"{sheet.id}.symbol"),
        persist_state="session",
        on_change=state.redraw_page,
    )
    for other in pay.described:
        if other.id != sheet.id:
            st.button(
                f"Copy everything from {pay.titles[other.id]}",
                icon=":material/content_copy:",
                key=f"copy_{other.id}",
                on_click=state.copy_pay,
                args=[other.id, sheet.id],
            )
    benchmark = pay.content.benchmark
    st.button(
        benchmark.action,
        icon=":material/download:",
        key="benchmark",
        help=benchmark.text,
        disabled=not sheet.package.salary + sheet.package.wage,
        on_click=state.fill_pay,
        args=[sheet.id, _benchmark_cells(sheet, pay)],
    )
    if sheet.typed:
        st.button(
            "Empty this package",
            icon=":material/delete:",
            key="clear_pay",
            on_click=state.clear_pay,
            args=[sheet.id],
        )


def _ask_group(group: PayGroup, sheet: PaySheet, pay: Pay) -> bool:
    """Ask one group once it is opened; gives whether anything is filled in there."""
    fields = [f for f in pay.content.fields if f.group == group.id]
    lists = [one for one in pay.content.lists if one.group == group.id]
    if all(one.short for one in fields) and not lists:
        return False
    short = {_first_cell(one).name for one in pay.content.short_form}
    told = [issue for issue in sheet.issues if _group_of(issue, pay) == group.id]
    told = [one for one in told if one.field not in short]
    # A container each, so that a message under one group leaves the others where they are. The label
    # never changes: Streamlit would take it for another expander, closed, and drop the focus inside.
    with st.container(key=f"pay_group_{group.id}"):
        panel = st.expander(
            group.title, key=f"group_{sheet.id}_{group.id}", on_change=state.redraw_page
        )
        if panel.open:
            with panel:
                st.markdown(f":gray[{group.intro}]")
                ask_preset(group.id, sheet, pay)
                ask_cells([Cell(f.id, f, f.label) for f in fields if not f.short], sheet, pay)
                for one in lists:
                    ask_list(one, sheet, pay)
        else:
            say(told, sheet.cells, pay)
    ids = {f.id for f in fields} | {one.id for one in lists}
    return any(cell.split(".")[0] in ids for cell in sheet.cells if cell not in short)


def _first_cell(one: PayField | PayList) -> Cell:
    """What the short form asks: the number, or the first column of the first line of a list."""
    if isinstance(one, PayField):
        return Cell(one.id, one, one.label)
    column = one.columns[0]
    return Cell(f"{one.id}.0.{column.id}", column, f"{one.label}: {column.label.lower()}")


def _group_of(issue: Issue, pay: Pay) -> str:
    name = issue.field.split(".")[0]
    return next((one.group for one in pay.content.asked if one.id == name), "")


def _benchmark_cells(sheet: PaySheet, pay: Pay) -> dict[str, float]:
    benchmark = pay.content.benchmark
    insurance = round(base(sheet.package) * benchmark.insurance_of_wages, 2)
    retirement = round(100 * benchmark.retirement_of_wages, 1)
    return {"benefits.0.cost": insurance, "pension": retirement}
