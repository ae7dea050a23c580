"""The browser store's side of the session: what to save, what was found, and what the person decided."""

import json
from dataclasses import asdict, dataclass, replace
from typing import Any, get_args

import streamlit as st

from components import resources
from components.browser_store import Found, Saving, State, parcel, parse_report
from components.state.keeping import content, entered_mark, pay_record, put_plan, whole_plan
from components.state.keys import OWN, sheet_id, trigger
from components.state.moving import leave_sample
from components.state.session import current
from throughline.plan_file import Opened, PlanFile, Refused, as_document, read_plan, write_plan
from throughline.plan_file.joining import joined
from throughline.plan_file.patching import difference, patched
from throughline.plan_file.summary import summary
from throughline.plan_file.writing import answers_record

STORE = "browser_store"
SWITCH = "store.switch"
STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True)
class Keeping:
    """What is known about the copy in this browser.

    Attributes:
        state: what the browser last said.
        found: a copy that waits for a decision.
        told: what just happened: "restored", "taken", "undone", "forgotten" or "".
        can_undo: whether what a copy or file replaced can be brought back.
    """

    state: State
    found: Found | None
    told: str
    can_undo: bool


def keeping() -> Keeping:
    """Return what is known about the copy in this browser."""
    state, found, fresh = _get("state"), _get("found"), _get("mark") == _get("told_at")
    return Keeping(
        state=state if state in STATES else "nothing",
        found=Found(**found) if isinstance(found, dict) else None,
        # With the next change both go.
        told=str(_get("told") or "") if fresh else "",
        can_undo=isinstance(_get("before"), str) and fresh,
    )


def saving() -> Saving:
    """What a run of a page wants to have kept; while a sample shows, that is what was there before it."""
    if sheet_id() == OWN:
        mark = entered_mark()
        if mark != _get("mark") or _get("patch"):
            document = as_document(whole_plan())
            if document != _base() or _get("patch"):
                _set(base=document, patch={}, revision=_count("revision") + 1)
            _set(mark=mark)
    return replace(_saving(), text=_dump(_base()))


def answers_parcel() -> str:
    """What an answer has changed, for the courier that goes to the live balance anyway."""
    return parcel(_patching("answers", answers_record(current().answers)))


def pay_saving() -> Saving:
    """What a change of pay has changed."""
    return _patching("pay", pay_record())


def take_report() -> None:
    """Callback of the store: believe what the browser says; this tab's own copy comes back by itself."""
    report = parse_report(trigger(STORE, "report"), _session())
    if report is None or report.number <= _count("seen"):
        return
    found = report.found
    _set(seen=report.number, state=report.state, found=asdict(found) if found else None)
    st.session_state[SWITCH] = report.state != "off"
    if found is None or report.state != "found":
        return
    if found.own:
        sheet = sheet_id()
        take_found(told="restored")
        st.session_state["sheet"] = sheet  # nobody is taken out of a sample by it
    elif _says_nothing(found):
        take_found(told="")


def open_found(found: Found) -> Opened | Refused:
    """Read a copy that was found in the browser."""
    return read_plan(patched(found.text, found.patch), content(), resources.today())


def take_found(*, told: str = "taken") -> None:
    """Callback: go on with the copy that was found; what was touched before it arrived stays on top."""
    found = keeping().found
    opened = open_found(found) if found and found.whole else None
    if found is None or not isinstance(opened, Opened):
        return
    leave_sample()  # what is joined, replaced, and comes back, is the visitor's own sheet
    plan = opened.plan
    touched = difference(as_document(_empty()), as_document(whole_plan()))
    if touched and keeping().state == "found":
        both = _dump(joined(as_document(plan), touched))
        read = read_plan(both, content(), resources.today())
        plan = read.plan if isinstance(read, Opened) else plan
    replace_plan(plan)
    if not touched:
        _set(before=None)  # what was here before the copy arrived is nothing to go back to
    _set(settled=found.number, found=None, state="saved", told=told)


def resume_found() -> None:
    """Callback: go on with the copy that was found, where questions are open."""
    take_found()
    _set(leads="questions")


def leads() -> str:
    """Where the last choice leads, once: "questions", "start" or ""."""
    return str(st.session_state.pop("store.leads", ""))


def leave_found() -> None:
    """Callback: stay with what is on the screen; the next change replaces the copy."""
    if found := keeping().found:
        _set(settled=found.number, found=None, state="saved", told="")


def replace_plan(plan: PlanFile) -> None:
    """Put a plan in the place of everything entered, an empty sheet included, and keep the way back."""
    leave_sample()
    before = whole_plan()
    _set(before=write_plan(before) if as_document(before) != as_document(plan) else None)
    put_plan(plan)
    _set(told="taken", told_at=entered_mark())


def undo_replace() -> None:
    """Callback: bring back what a copy or a file replaced."""
    opened = read_plan(_get("before"), content(), resources.today())
    if isinstance(opened, Opened):
        put_plan(opened.plan)
    _set(before=None, told="undone", told_at=entered_mark())


def forget_copy() -> None:
    """Have the copy in the browser removed; the sheet is empty by now."""
    _set(base=as_document(_empty()), patch={}, mark=None, before=None, found=None)
    _set(told="forgotten", told_at=entered_mark(), forget=_count("forget") + 1)
    # Where no input is left that could come back with what it shows.
    _set(leads="start")
    # A new revision, so that the text which the browser holds ready is the empty one as well.
    _set(revision=_count("revision") + 1)


def _says_nothing(found: Found) -> bool:
    opened = open_found(found) if found.whole else None
    nothing = content().words.summary["nothing"]
    return isinstance(opened, Opened) and summary(opened.plan, content())[0] == nothing


def _patching(part: str, now: Any) -> Saving:
    base, patch = _base(), dict(_get("patch") or {})
    if not patch and _get("base") is None:
        # Nothing was ever given whole, so the patch has to be a plan of its own.
        patch = {name: base[name] for name in ("app", "format", "versions")}
    if sheet_id() == OWN:
        changed = difference({part: base[part]}, {part: now})
        after = {
            name: one for name, one in (patch | changed).items() if part in changed or name != part
        }
        if after != patch:
            _set(patch=after, revision=_count("revision") + 1)
    return _saving()


def _saving() -> Saving:
    patch = _get("patch")
    return Saving(
        session=_session(),
        patch=_dump(patch) if patch else "",
        revision=_count("revision"),
        enabled=st.session_state.get(SWITCH) is not False,
        forget=_count("forget"),
        settled=_count("settled"),
        seen=_count("seen"),
    )


def _base() -> dict[str, Any]:
    """The plan as it was last given whole; at first an empty one, so that nothing is saved over a copy."""
    base = _get("base")
    return base if isinstance(base, dict) else as_document(_empty())


def _empty() -> PlanFile:
    catalogue = resources.catalogue()
    return PlanFile(
        versions={
            "model": catalogue.model.version,
            "questionnaire": catalogue.questionnaire.version,
            "pay": catalogue.compensation.version,
        }
    )


def _dump(document: dict[str, Any]) -> str:
    return json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _session() -> str:
    if not isinstance(_get("session"), str):
        _set(session=resources.new_id())
    return str(_get("session"))


def _count(name: str) -> int:
    value = _get(name)
    return value if isinstance(value, int) else 0


def _get(name: str) -> Any:
    return st.session_state.get(f"store.{name}")


def _set(**values: Any) -> None:
    for name, value in values.items():
        st.session_state[f"store.{name}"] = value
