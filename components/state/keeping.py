"""The visitor's own sheet as one plan, and back: what the browser store and plan files take and give."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

import streamlit as st

from components import resources
from components.state.keys import key, read_all, read_whole, renew_sheet
from components.state.moving import leave_sample
from components.state.pay_cells import PAY, load_pay, mark_filled, pay_filled, typed_cells
from components.state.session import current
from throughline import actions, goals, journal
from throughline.compensation.sheet import cell_names
from throughline.plan_file import PlanContent, PlanFile, as_document, plan_content, read_document
from throughline.plan_file.document import APP, FORMAT
from throughline.plan_file.writing import answers_record, sitting_record

COUNTS = {"goal": "goal-count.", "action": "plan-count.a", "entry": "plan-count.e"} | {
    "sitting": "sitting-count."
}
# Kinds with an input of Streamlit's, and what it shows at first; without a value of its own, off or empty.
INPUTS: Mapping[str, object] = {
    **dict.fromkeys(("tick", "reviewed", "fact", "move", "plan", "pay-commission")),
    **dict.fromkeys(("pay-equity-out", "pay-search", "pay-occupation")),
    "form": "quick",
    "flips": True,
    "importance": 1,
}
PASSING = (
    *("goals-history", "plan-history", "pay-undo", "what-if", "what-if-history"),
    *("goal-open", "goal-said", "goal-added", "goal-hints-aside", "plan-open", "plan-said"),
    *("sitting-compared", "sitting-history", "sitting-open", "sitting-said"),
)


def content() -> PlanContent:
    """What decides whether something in a plan is legal."""
    catalogue = resources.catalogue()
    return plan_content(catalogue, catalogue.plan_file)


def whole_plan() -> PlanFile:
    """Everything entered on the sheet in use; what is not legal is left out, as when a file is read."""
    return read_document(_document(), content(), resources.today())[0]


def entered_mark() -> int:
    """A number that changes with anything entered: reading a plan anew takes ten times as long."""
    return hash(repr(_document()))


def pay_record() -> dict[str, Any]:
    """What the pay page holds, as in a plan file; the rest is not read."""
    plan = read_document({"pay": _pay()}, content(), resources.today())[0]
    record: dict[str, Any] = as_document(plan)["pay"]
    return record


def _document() -> dict[str, Any]:
    catalogue = resources.catalogue()
    first = _get("plan", "first_month")
    return {
        "app": APP,
        "format": FORMAT,
        "versions": {
            "model": catalogue.model.version,
            "questionnaire": catalogue.questionnaire.version,
            "pay": catalogue.compensation.version,
        },
        "owner": _get("owner") or "",
        "plan_id": _get("plan-id") or "",
        "saved": _get("plan-saved"),
        "answers": answers_record(current().answers),
        "steps": _given("step", ("quick", "full")),
        "pay": _pay(),
        "goals": _list("goals"),
        "free_hours": _get("plan", "free_hours"),
        "first_month": first.isoformat() if isinstance(first, datetime.date) else None,
        "actions": _list("actions"),
        "dismissed": [*_list("actions-away"), *_list("boxes-away")],
        "journal": _list("journal"),
        "sittings": _list("sittings"),
        "counters": {n: c for n, k in COUNTS.items() if (c := _stored(k)) is not None},
    }


def _pay() -> dict[str, Any]:
    pay = resources.catalogue().compensation
    packages = [one.id for one in pay.packages]
    cells, fields = tuple(cell_names(pay)), [one.id for one in pay.move]
    held = read_whole(PAY)
    return {
        "packages": {one: typed_cells(one, cells, held) for one in packages},
        "moves": {one: _move(one, fields) for one in packages},
        "shown": "" if _get("pay-shown") in (None, packages[0]) else _get("pay-shown"),
        "compared": _given("pay-move", ("from", "to")),
        "equity_out": _get("pay-equity-out") is True,
        "occupations": _given("pay-occupation", packages),
        "searches": _given("pay-search", packages),
        "commission": [n for n, on in _given("pay-commission", packages).items() if on is True],
        "filled": [one for one in packages if pay_filled(one)],
    }


def put_plan(entered: PlanFile) -> None:
    """Put a plan in the place of everything on the visitor's own sheet."""
    leave_sample()
    catalogue = resources.catalogue()
    pay = catalogue.compensation
    for name in PASSING:
        st.session_state.pop(key(name), None)
    renew_sheet()
    _put_answers(entered)
    for package in pay.packages:
        load_pay(package.id, entered.pay.get(package.id, {}))
        if package.id in entered.filled:
            mark_filled(package.id)
        moves = entered.moves.get(package.id, {})
        _put("move", {f"{package.id}.{f.id}": moves.get(f.id) for f in pay.move})
    packages = [one.id for one in pay.packages]
    _put("pay-occupation", {one: entered.occupations.get(one) for one in packages})
    _put("pay-search", {one: entered.searches.get(one) for one in packages})
    _put("pay-commission", {one: one in entered.commission or None for one in packages})
    _put("pay-move", {end: entered.pay_compared.get(end) for end in ("from", "to")})
    dismissed = sorted(entered.dismissed)
    lists: Mapping[str, object] = {
        "pay-shown": entered.pay_shown or None,
        "pay-equity-out": entered.equity_out or None,
        "goals": [goals.as_record(one) for one in entered.goals],
        "actions": [actions.as_record(one) for one in entered.actions],
        "journal": [journal.as_record(one) for one in entered.journal],
        "sittings": [sitting_record(one) for one in entered.sittings],
        "actions-away": dismissed,
        "boxes-away": dismissed,
        "owner": entered.owner or None,
        "plan-id": entered.plan_id or None,
        "plan-saved": entered.saved,
    }
    for name, value in lists.items():
        _put(name, {"": value})
    _put("plan", {"free_hours": entered.free_hours, "first_month": entered.first_month})
    for counter, name in COUNTS.items():
        kind, _, rest = name.partition(".")
        _put(kind, {rest: entered.counters.get(counter)})  # type: ignore[call-overload]
    for name in ("goal-round", "plan-round", "sitting-round"):
        count = st.session_state.get(key(name))
        st.session_state[key(name)] = (count if isinstance(count, int) else 0) + 1


def _put_answers(entered: PlanFile) -> None:
    questions, sheet = resources.catalogue().questionnaire, entered.answers
    items, domains = list(questions.by_id), [domain.id for domain in questions.domains]
    boxes = [box.id for one in questions.evidence for box in one.boxes]
    answered = {
        **sheet.markers,
        **dict.fromkeys(sheet.skipped, "skipped"),
        **dict.fromkeys(sheet.not_applicable, "na"),
    }
    weights = {name: int(weight) for name, weight in sheet.importance.items()}
    for kind, names, values in (
        ("answer", items, answered),
        ("when", items, sheet.first_answered),
        ("tick", boxes, dict.fromkeys(sheet.ticks, True)),
        ("reviewed", list(questions.lists), dict.fromkeys(sheet.reviewed, True)),
        ("wanted", domains, sheet.wanted),
        ("importance", domains, weights),
        ("target", items, sheet.need_targets),
        ("ease", items, sheet.ease),
        ("fact", [fact.id for fact in questions.facts], sheet.facts),
        ("step", ["quick", "full"], entered.steps),
    ):
        found: Mapping[str, object] = dict(values.items())
        _put(kind, {name: found.get(name) for name in names})
    _put("form", {"": sheet.form})
    _put("flips", {"": sheet.flips_on})


def _put(kind: str, values: Mapping[str, object]) -> None:
    """Write values of one kind; what is None goes back to its default."""
    for name, value in values.items():
        if value is not None:
            st.session_state[key(kind, name)] = value
        elif kind in INPUTS and key(kind, name) in st.session_state:
            # An input on the page would come back with what it shows if its key were gone.
            usual = False if isinstance(_get(kind, name), bool) else None
            st.session_state[key(kind, name)] = INPUTS[kind] or usual
        else:
            st.session_state.pop(key(kind, name), None)


def _get(kind: str, name: str = "") -> Any:
    return st.session_state.get(key(kind, name))


def _stored(name: str) -> Any:
    kind, _, rest = name.partition(".")
    return _get(kind, rest)


def _list(kind: str) -> list[Any]:
    value = _get(kind)
    return list(value) if isinstance(value, list | tuple | set | frozenset) else []


def _given(kind: str, names: Iterable[str]) -> dict[str, object]:
    return {name: value for name, value in read_all(kind, names).items() if value not in (None, "")}


def _move(package: str, fields: Iterable[str]) -> dict[str, object]:
    typed = _given("move", [f"{package}.{field}" for field in fields])
    return {name.removeprefix(f"{package}."): value for name, value in typed.items()}
