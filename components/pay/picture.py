"""The picture beside the pay form: the total, what it is made of, and five years added up."""

from collections.abc import Mapping
from typing import TypeVar

import streamlit as st

from components import charts, state
from components.browser_store import send
from components.cards import explain, pending
from components.state import Pay
from throughline import explanations, figures, tables
from throughline.compensation.constants import pay_constants
from throughline.compensation.package import PARTS, Package
from throughline.compensation.path import Path, expected_path
from throughline.compensation.run_rate import Mix, mix
from throughline.compensation.sheet import PaySheet
from throughline.compensation.simulation import Fan, fan, simulate
from throughline.wording import literal, money

T = TypeVar("T")


@st.fragment(key=state.PAY)
def show_pay() -> None:
    """Draw the mix and the five years of every package described; a changed field redraws only this."""
    pay = state.current().pay
    send(state.pay_saving(), state.STORE)
    mixes = {name: mix(package) for name, package in pay.packages.items()}
    with st.container(key="card_pay_picture"):
        if not any(one.total for one in mixes.values()):
            pending(pay.content.empty["mix"])
            return
        _headline(pay, mix(pay.sheet.package))
        if any(one.equity_on_paper for one in mixes.values()):
            st.toggle(
                pay.content.texts["equity_switch"],
                key=state.key("pay-equity-out"),
                persist_state="session",
            )
        if pay.mixed:
            st.markdown(f":material/info: {pay.content.texts['mixed_currency']}")
        _mix(pay, mixes)
        _five_years(pay)


def _headline(pay: Pay, year: Mix) -> None:
    sheet, texts, sign = pay.sheet, pay.content.texts, pay.sign
    if not year.total:
        return
    counted = pay.equity and sheet.headline_equity
    headline = year.total if counted else year.total_without_equity
    said = texts["headline"].format(name=pay.titles[sheet.id], total=money(headline, sign))
    with st.container(key="pay_headline"):
        st.subheader(said, anchor=False)
    if lines := _beside(sheet, year, texts, sign):
        st.markdown(" ".join(lines))
    package, content = sheet.package, pay.content
    parts = [explanations.explain_part(p, package, content) for p in PARTS if year.amounts[p]]
    if year.match_left:
        parts.append(explanations.explain_match_left(package))
    total = explanations.explain_total(package, content)
    explain(total, *parts, key="pay_total", label="Explain the total and its parts")


def _beside(sheet: PaySheet, year: Mix, texts: dict[str, str], sign: str) -> list[str]:
    """What has to stand beside the total so that it says no more than it should."""
    package = sheet.package
    told = []
    if year.equity_on_paper:
        told.append(
            texts["headline_without"].format(
                without=money(year.total_without_equity, sign),
                total=money(year.total, sign),
                paper=money(year.total_on_paper, sign),
            )
        )
    if package.sign_on:
        sign_on = money(package.sign_on * package.fx, sign)
        told.append(texts["headline_sign_on"].format(amount=sign_on))
    if year.match_left:
        told.append(texts["match_left"].format(amount=money(year.match_left, sign)))
    if package.col != 100 or package.tax or package.brackets:
        told.append(
            texts["real_value"].format(
                amount=money(year.real_value, sign), after_tax=money(year.after_tax, sign)
            )
        )
    return told


def _mix(pay: Pay, mixes: dict[str, Mix]) -> None:
    charts.show(
        figures.pay_mix(
            mixes, pay.content, look=charts.look(), equity=pay.equity, symbol=pay.symbol
        ),
        key="chart_pay_mix",
        alt=figures.pay_mix_alt(mixes, pay.content, equity=pay.equity),
        table=lambda: tables.pay_mix_table(_printed(mixes), pay.content, symbol=pay.sign),
    )


def _five_years(pay: Pay) -> None:
    constants, texts = pay_constants(pay.content), pay.content.texts
    many = f"{constants.paths_live:,}"
    st.subheader(texts["fan_title"], anchor=False)
    st.markdown(f":gray[{texts['fan_lead'].format(paths=many)}]")
    # The spinner stays away unless this takes longer than half a second.
    with st.spinner(texts["simulating"].format(paths=many)):
        fans, paths = futures(pay)
    charts.show(
        figures.pay_fan(fans, paths, pay.content, look=charts.look(), symbol=pay.symbol),
        key="chart_pay_fan",
        alt=figures.pay_fan_alt(fans, paths, pay.content, symbol=pay.symbol),
        table=lambda: tables.pay_fan_table(_printed(fans), _printed(paths), symbol=pay.sign),
    )
    name = pay.names[pay.sheet.id]
    if name in fans and paths[name].cumulative[-1]:
        explanation = explanations.explain_fan(
            fans[name], paths[name], paths=constants.paths_live, seed=constants.seed
        )
        explain(
            explanation, key="pay_fan", label=f"Explain the range of {pay.titles[pay.sheet.id]}"
        )


def _printed(named: Mapping[str, T]) -> dict[str, T]:
    """The same by names as a table prints them, since it reads Markdown."""
    return {literal(name): one for name, one in named.items()}


def futures(pay: Pay) -> tuple[dict[str, Fan], dict[str, Path]]:
    """Simulated fan and expected path of every package described, by its name."""
    constants = pay_constants(pay.content)
    months, paths, seed = constants.months_shown, constants.paths_live, constants.seed
    fans, expected = {}, {}

    def spread(package: Package) -> Fan:
        lives = simulate(package, months=months, paths=paths, seed=seed)
        return fan(lives, constants.fan_percentiles)

    for sheet in pay.described:
        package = sheet.package if pay.equity else sheet.package.without_equity()
        name = pay.names[sheet.id]
        # A field changes one package: the others are as they were.
        fans[name] = state.remembered(f"fan.{sheet.id}", package, spread)
        expected[name] = expected_path(package, months=months)
    return fans, expected
