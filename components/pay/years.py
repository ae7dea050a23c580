"""Pay over time: every year beside the yearly average, and a move from one package to another."""

import streamlit as st

from components import charts, state
from components.cards import explain, pending, table
from components.pay.fields import ask_discount, ask_move
from components.state import Pay, Session
from throughline import explanations, figures, tables
from throughline.compensation.constants import pay_constants
from throughline.compensation.move import Comparison, compare
from throughline.compensation.path import expected_path
from throughline.compensation.run_rate import mix
from throughline.compensation.sheet import PaySheet
from throughline.compensation.simulation import chance_ahead
from throughline.tables.formats import percent
from throughline.tables.pay import signed_money
from throughline.wording import money


def years(session: Session) -> None:
    """Year 1 to 5 beside the run-rate, and what the five years are worth today."""
    pay, content = session.pay, session.pay.content
    sheet, texts = pay.sheet, content.texts
    year = mix(sheet.package)
    if not year.total and not sheet.package.sign_on:
        pending(content.empty["fan"])
        return
    constants = pay_constants(content)
    path = expected_path(sheet.package, months=constants.months_shown)
    st.markdown(f"**{pay.titles[sheet.id]}.** {texts['years_lead']}")
    table(tables.pay_years_table(year, path, content, symbol=pay.sign), alt=texts["years_title"])
    ask_discount(pay, sheet.id)
    rate = pay.move_to(sheet.id)[1]
    st.markdown(
        texts["npv"].format(
            name=pay.titles[sheet.id],
            amount=money(path.net_present_value(rate), pay.sign),
            rate=percent(rate),
        )
    )
    explain(
        explanations.explain_years(sheet.package, constants),
        explanations.explain_present_value(sheet.package, constants, rate=rate),
        key="pay_years",
        label="Explain these years",
    )


def move(session: Session) -> None:
    """Break-even of a move, with its training, its cost and its chances."""
    pay, content = session.pay, session.pay.content
    texts = content.texts
    described = {sheet.id: sheet for sheet in pay.described if mix(sheet.package).total}
    if len(described) < 2:
        pending(content.empty["break_even"])
        return
    st.markdown(f":gray[{texts['break_even']}]")
    left, right = st.columns(2)
    with left:
        source = _choose(texts["move_from"], "from", list(described), pay)
    with right:
        target = _choose(texts["move_to"], "to", [one for one in described if one != source], pay)
    ask_move(pay, target)
    _outcome(pay, described[source], described[target])


def _choose(label: str, end: str, ids: list[str], pay: Pay) -> str:
    chosen = st.selectbox(
        label,
        ids,
        format_func=pay.names.__getitem__,
        key=state.key("pay-move", end),
        persist_state="session",
    )
    return chosen if chosen in ids else ids[0]


def _outcome(pay: Pay, job: PaySheet, career: PaySheet) -> None:
    content, texts = pay.content, pay.content.texts
    constants = pay_constants(content)
    steps, rate, _issues = pay.move_to(career.id)
    stay = expected_path(job.package, months=constants.months_compared)
    leave = expected_path(career.package, months=constants.months_compared)
    compared = compare(stay, leave, steps, rate=rate, constants=constants)
    share = chance_ahead(
        job.package,
        career.package,
        steps,
        months=constants.months_shown,
        paths=constants.paths_live,
        seed=constants.seed,
        constants=constants,
    )
    st.markdown(" ".join(_told(pay, compared, share)))
    charts.show(
        figures.pay_break_even(compared, content, look=charts.look(), symbol=pay.symbol),
        key="chart_pay_break_even",
        alt=figures.pay_break_even_alt(compared, content, symbol=pay.symbol),
        table=lambda: tables.pay_break_even_table(compared, symbol=pay.sign),
    )
    st.markdown(f":gray[{texts['ahead']}]")
    explain(
        explanations.explain_break_even(
            job.package, career.package, steps, rate=rate, constants=constants
        ),
        explanations.explain_chance_ahead(
            share, paths=constants.paths_live, months=constants.months_shown
        ),
        key="pay_move",
        label="Explain the break-even",
    )


def _told(pay: Pay, compared: Comparison, share: float) -> list[str]:
    texts, months = pay.content.texts, len(compared.difference)
    even = compared.break_even
    told = [
        texts["even_never"].format(months=months)
        if even is None
        else f"**{texts['even'].format(month=even)}**"
    ]
    if compared.pay_crossover is not None:
        told.append(texts["crossover"].format(month=compared.pay_crossover))
    ends = {f"at_{end}": compared.difference_at(end) or 0.0 for end in (60, 120)}
    told.append(
        texts["differences"].format(
            **{end: signed_money(value, pay.sign) for end, value in ends.items()}
        )
    )
    told.append(texts["ahead_said"].format(share=percent(share).removesuffix("%")))
    return told
