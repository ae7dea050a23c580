"""What a visitor does and sees, in words the tests can use."""

import json
import re
from collections.abc import Mapping
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from throughline.answers import Answers

PAGES = {
    "start": "Is your work a job, a career, or both?",
    "assess": "Assess",
    "balance": "Balance",
    "pay": "Pay",
    "timeline": "Five years of goals",
    "plan": "Plan",
    "progress": "Progress",
    "report": "Report",
    "coach": "Coach",
    "host": "Host",
    "screen": "This address shows nothing any more",
    "join": "Join a room",
    "learn": "Learn",
    "method": "Method & privacy",
    "present": "What would you like to show?",
}
RATIO = re.compile(r"\b\d{1,3} : \d{1,3}\b")
QUARTERS = re.compile("present-anchored|path-building|dual-track|own-place", re.IGNORECASE)
APOLOGY = "Your answers are safe"


def go_to(app: AppTest, page: str) -> AppTest:
    """Open a page by its link."""
    return app.switch_page(f"pages/{page}.py").run()


def rest(app: AppTest, page: str) -> AppTest:
    """Open a page and stay for two more runs: what is not kept is gone by then."""
    return go_to(app, page).run().run()


def press(app: AppTest, button: str) -> AppTest:
    """Press the button with this key, or else the first one with this label."""
    labelled = [one for one in app.button if one.label == button]
    found = next((one for one in app.button if one.key == button), None) or labelled[0]
    return found.click().run()


def answer(app: AppTest, answers: Mapping[str, object], sheet: str = "own") -> AppTest:
    """Write answers to the keys in which the scale mirrors them: item id -> 0-10, "skipped", "na"."""
    return write(app, "answer", answers, sheet)


def write(app: AppTest, kind: str, values: Mapping[str, object], sheet: str = "own") -> AppTest:
    """Write values of any kind to the keys of a sheet; nothing runs."""
    for name, value in values.items():
        app.session_state[f"{sheet}.{kind}.{name}"] = value
    return app


def fill(app: AppTest, sheet: Answers) -> AppTest:
    """Write a whole sheet of answers as the visitor's own; nothing runs."""
    write(app, "form", {"": sheet.form})
    write(app, "flips", {"": sheet.flips_on})
    answer(app, sheet.markers)
    answer(app, dict.fromkeys(sheet.skipped, "skipped"))
    answer(app, dict.fromkeys(sheet.not_applicable, "na"))
    write(app, "tick", dict.fromkeys(sheet.ticks, True))
    write(app, "reviewed", dict.fromkeys(sheet.reviewed, True))
    write(app, "wanted", sheet.wanted)
    write(app, "importance", {name: int(value) for name, value in sheet.importance.items()})
    write(app, "target", sheet.need_targets)
    return write(app, "fact", sheet.facts)


def stored(app: AppTest, kind: str, sheet: str = "own") -> dict[str, Any]:
    """What the session holds of one kind, by name."""
    start = f"{sheet}.{kind}."
    held = {str(name): value for name, value in app.session_state.items()}
    return {name.removeprefix(start): held[name] for name in sorted(held) if name.startswith(start)}


def piece(app: AppTest, key: str) -> Any:
    """The browser piece with this key, or else the first whose key starts so."""
    mounted = {str(one.key): one for one in app.get("bidi_component")}
    return mounted.get(key) or next(mounted[name] for name in mounted if name.startswith(key))


def questions(app: AppTest, key: str) -> dict[str, dict[str, Any]]:
    """The questions a scale draws, by id."""
    drawn = json.loads(piece(app, key).proto.json)
    return {one["id"]: one for one in json.loads(drawn["questions"])}


def live(app: AppTest, channel: str = "live_piece") -> dict[str, Any]:
    """What a live picture has been told to show, whichever piece brought it."""
    pieces = [one for one in app.get("bidi_component") if str(one.key).startswith(channel)]
    brought = [json.loads(one.proto.json) for one in pieces]
    (view,) = [data for data in brought if "number" in data]
    found: dict[str, Any] = view
    return found


def slide(app: AppTest, key: str, answers: Mapping[str, object], number: int = 1) -> AppTest:
    """Answer on a scale: send what its browser code would send, so that the real callback runs.

    The callback redraws one fragment, and the simulated page then holds nothing else: run again to
    see the whole page.
    """
    return report(app, key, json.dumps({"n": number, "answers": dict(answers)}))


def report(app: AppTest, key: str, text: object) -> AppTest:
    """Send any report of a scale."""
    return send(
        app, WidgetState(id=piece(app, key).proto.id, json_value=json.dumps({"answers": text}))
    )


def fire(app: AppTest, key: str, event: str, value: object) -> AppTest:
    """Send one event of a browser piece, such as a step chosen or a key pressed."""
    name = f"$$STREAMLIT_INTERNAL_KEY_{piece(app, key).proto.id}__events"
    events = json.dumps([{"event": event, "value": value}])
    return send(app, WidgetState(id=name, json_trigger_value=events))


def send(app: AppTest, *states: WidgetState) -> AppTest:
    """Send widget values as a browser would, forged ones included; AppTest has no public way."""
    message = app._tree.get_widget_states()
    kept = [one for one in message.widgets if one.id not in {state.id for state in states}]
    del message.widgets[:]
    message.widgets.extend([*kept, *states])
    return app._run(message)


def charts(app: AppTest) -> dict[str, str]:
    """Key and alt text of every chart on the page."""
    return {key: str(told["alt"]) for key, told in _told_charts(app).items()}


def drawn(app: AppTest, key: str) -> dict[str, Any]:
    """The figure that the chart with this key has been told to draw: its `data` and its `layout`."""
    found: dict[str, Any] = json.loads(_told_charts(app)[key]["figure"])
    return found


def _told_charts(app: AppTest) -> dict[str, dict[str, Any]]:
    told = {str(one.key): json.loads(one.proto.json or "{}") for one in app.get("bidi_component")}
    return {key: data for key, data in told.items() if "figure" in data}


def words(app: AppTest) -> str:
    """Everything the page says, browser pieces included."""
    texts = [*app.title, *app.header, *app.subheader, *app.markdown, *app.info, *app.error]
    texts += [*app.warning, *app.success, *app.code]
    said = [str(one.value) for one in texts]
    said += [one.label for one in (*app.button, *app.get("link_button"), *app.expander)]
    said += [one.proto.json for one in app.get("bidi_component")]
    return "\n".join(said)


def title(app: AppTest) -> str:
    """The title of the page; a page has exactly one."""
    (only,) = app.title
    return str(only.value)


def is_calm(app: AppTest) -> bool:
    """Whether the page came out whole: no exception, no apology."""
    return not app.exception and not app.error


def ratio(app: AppTest, channel: str = "live_piece") -> str:
    """The balance as a live picture prints it, e.g. "72 : 28"; "" while there is none."""
    return str(live(app, channel)["number"])
