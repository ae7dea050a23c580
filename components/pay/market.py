"""Where pay lies among US employees of one occupation, with everything the table does and does not say."""

import streamlit as st

from components import charts, resources, state
from components.cards import explain, pending
from components.state import Pay, Session
from throughline import explanations, figures, tables
from throughline.compensation.package import Package
from throughline.compensation.run_rate import mix
from throughline.errors import ContentError
from throughline.market import Market, Occupation, Placement, place, search

SHOWN = 10  # of the titles a search finds: a phone shows them without much scrolling


def market(session: Session) -> None:
    """Search an occupation and place the pay of the package that shows between its percentiles."""
    pay, words = session.pay, session.pay.content.market
    try:
        wages = resources.market()
    except ContentError as error:  # a fragment runs without the shell, which would else say so
        resources.LOG.error("%s", error)
        pending(pay.content.texts["market_unread"].format(reference=resources.log_failure(error)))
        return
    occupation = _choose(pay, wages)
    if occupation is None:
        return
    count_bonus = st.checkbox(
        words.bonus, key=state.key("pay-commission", pay.sheet.id), persist_state="session"
    )
    placement = placed(pay.sheet.package, occupation, count_bonus=count_bonus)
    if placement is None:
        hourly_only = occupation.needs_hours and pay.sheet.package.salary
        pending(pay.content.empty["market_hours" if hourly_only else "market"])
    else:
        _strip(pay, placement)
    _caveats(pay)
    with st.expander(pay.content.texts["market_pairs"], type="compact", key="pay_pairs"):
        st.markdown(words.pairs_note)
        st.table(
            tables.market_pairs_table(wages, pay.content), border="horizontal", hide_index=True
        )


def _choose(pay: Pay, wages: Market) -> Occupation | None:
    texts, empty = pay.content.texts, pay.content.empty
    name = state.key("pay-occupation", pay.sheet.id)
    single = sum(not one.is_group for one in wages.occupations)
    text = st.text_input(
        texts["market_search"].format(number=single),
        max_chars=80,
        placeholder=texts["market_place"],
        key=state.key("pay-search", pay.sheet.id),
        persist_state="session",
    )
    kept = state.occupation(pay.sheet.id)
    hits = search(wages, text or "")
    found = {one.soc: one for one in hits[:SHOWN]}
    if kept in wages.by_soc:
        found = {kept: wages.by_soc[kept], **found}
    if not found:
        pending(empty["search" if text else "occupation"])
        return None
    if text and not hits:
        pending(empty["search"])
    if len(hits) > SHOWN:
        st.markdown(f":gray[{texts['market_more'].format(shown=SHOWN, number=len(hits))}]")
    chosen = st.radio(
        texts["market_pick"],
        list(found),
        index=None,
        format_func=lambda soc: _title(found[soc], texts),
        key=name,
        persist_state="session",
    )
    return found.get(str(chosen))


def _title(one: Occupation, texts: dict[str, str]) -> str:
    return texts["market_group"].format(title=one.title) if one.is_group else one.title


def placed(package: Package, occupation: Occupation, *, count_bonus: bool) -> Placement | None:
    """Place the pay of a package among the wages of an occupation, its bonus counted or not."""
    bonus = mix(package).amounts["bonus"] / package.fx if count_bonus else 0.0
    if package.salary:
        return place(occupation, package.salary, "year", hours=package.work_hours, commission=bonus)
    year_of_hours = package.weeks * package.hours
    per_hour = bonus / year_of_hours if year_of_hours else 0.0
    return place(occupation, package.wage, "hour", commission=per_hour)


def _strip(pay: Pay, placement: Placement) -> None:
    words, texts = pay.content.market, pay.content.texts
    said = figures.pay_market_alt(placement, pay.content)
    st.subheader(said, anchor=False)
    for note in placement.notes:
        st.markdown(f":gray[{words.notes[note].format(hours=f'{pay.sheet.package.week_hours:g}')}]")
    if pay.sheet.symbol and not pay.sheet.symbol.upper().startswith(("$", "US")):
        st.markdown(f":material/info: {texts['market_us'].format(name=pay.titles[pay.sheet.id])}")
    charts.show(
        figures.pay_market(placement, look=charts.look()),
        key="chart_pay_market",
        alt=said,
        table=lambda: tables.pay_market_table(placement),
    )
    explain(explanations.explain_placement(placement), key="pay_market", label="Explain the place")


def _caveats(pay: Pay) -> None:
    words = pay.content.market
    st.markdown(
        f":gray[The wage counts {', '.join(words.counts)}. It leaves out "
        f"{', '.join(words.leaves_out)}. {words.people} {words.area} {words.full_time} "
        f"{words.currency}]\n\n:gray[{words.citation}. {words.notice}]"
    )
