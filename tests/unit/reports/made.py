"""A whole report for the tests: one worked person with pay, goals, actions and a log, and hostile words."""

import datetime
from functools import cache
from typing import Any

from tests import builders
from throughline.actions import Action
from throughline.compensation.package import Benefit, Package, Tier
from throughline.content.catalogue import DATA, Catalogue, read_catalogue
from throughline.goals.goal import CheckIn, Goal
from throughline.journal.entry import Entry
from throughline.market import Placement, place, read_market
from throughline.reports.build import build_report
from throughline.reports.futures import with_futures
from throughline.reports.goal_rows import GoalNames
from throughline.reports.material import Material
from throughline.reports.model import Choice, Report
from throughline.reports.words import ReportWords, read_report_words

TODAY = datetime.date(2026, 11, 23)
WORDS: ReportWords = read_report_words()
NAMES = GoalNames(
    tracks={"skills": "Skills and learning", "promotion": "Promotion", "income": "Income"},
    statuses={"active": "active", "planned": "planned", "overdue": "overdue", "done": "done"},
)
PACKAGES = {
    "Job now": Package(wage=21.5, hours=36, hours_min=24, benefits=(Benefit(4200),), pension=0.03),
    "Next step": Package(
        salary=58000,
        bonus_target=0.1,
        bonus_p=0.8,
        shares=400,
        price=60,
        eq_q=0.8,
        benefits=(Benefit(6800),),
        employee_rate=0.05,
        match=(Tier(0.5, 0, 0.06),),
    ),
}
GOALS = (
    Goal(
        "g1",
        "Finish the design course",
        start=datetime.date(2026, 10, 1),
        due=datetime.date(2027, 3, 31),
        progress=35,
        note="A note on Tuesdays",
        check_ins=(CheckIn(datetime.date(2026, 11, 20), 8, "A note on the course"),),
    ),
    Goal(
        "g2",
        "Portfolio is public",
        kind="milestone",
        due=datetime.date(2028, 2, 29),
        baseline_due=datetime.date(2027, 11, 30),
        after=("g1",),
    ),
    Goal("g3", "Cover three months", track="income", due=datetime.date(2026, 11, 15), progress=80),
    Goal("g4", "Say no more often"),
    Goal("g5", "Lead a project", track="promotion", due=datetime.date(2031, 3, 31), dropped=True),
)
ACTIONS = (
    Action(
        "a1",
        "Ask for a project to lead",
        first_step="Write two sentences",
        if_when="it is Monday at nine",
        then_do="I write to Sam",
        due=datetime.date(2026, 12, 15),
    ),
)
ENTRIES = (
    Entry("e1", "achievement", datetime.date(2026, 11, 2), "Answered two days early", 2.0, "days"),
    Entry("e2", "learning", datetime.date(2026, 11, 12), "Research interviews"),
)
KINDS = {"achievement": "Achievement", "learning": "Learning"}

HOSTILE = (
    '#panic("x") $x^2$ *b* _i_ `raw` \\ <tag> @ref // /* */ #{1}',
    "<script>alert(1)</script> <img src=x onerror=alert(2)> <a href=https://x>y</a>",
    '=1+1 "quoted" \u201cand\u201d; {title} {0} %s',
    "nul\x00 turned \u202eround lone\ud800 end",
    "W" * 80,
    "سلام عليكم",
)


@cache
def catalogue() -> Catalogue:
    """The content of the product."""
    return read_catalogue()


@cache
def futures() -> Material:
    """The packages with their simulated futures."""
    bare = Material(builders.worked_sheet("amina"), TODAY, packages=PACKAGES)
    return with_futures(bare, catalogue().compensation)


@cache
def placement() -> Placement:
    """A salary among the wages of an occupation."""
    found = place(read_market(DATA / "oews_national_2025.csv").by_soc["15-1255"], 98_000.0, "year")
    assert found is not None
    return found


def material(person: str = "amina", **changed: Any) -> Material:
    """What one worked person entered, with changes."""
    usual: dict[str, Any] = {
        "answers": builders.worked_sheet(person),
        "today": TODAY,
        "author": "Amina O.",
        "packages": PACKAGES,
        "goals": GOALS,
        "goal_names": NAMES,
        "actions": ACTIONS,
        "entries": ENTRIES,
        "entry_kinds": KINDS,
        "app_version": "0.2.0",
    }
    if "packages" not in changed:
        made = futures()
        usual |= {"fans": made.fans, "paths": made.paths, "simulation": made.simulation}
        usual |= {"placement": placement(), "symbol": "€"}
    return Material(**(usual | changed))


def report(choice: Choice | None = None, **changed: Any) -> Report:
    """The report of one worked person."""
    return build_report(material(**changed), catalogue(), WORDS, choice or Choice.mine())


def hostile_report() -> Report:
    """A report in which every free text is hostile, and no character is without a font."""
    goals = [
        Goal(f"g{n}", text[:80], note=text, due=TODAY, track="income")
        for n, text in enumerate(HOSTILE)
    ]
    actions = [Action(f"a{n}", text[:80], first_step=text) for n, text in enumerate(HOSTILE)]
    entries = [Entry(f"e{n}", "learning", TODAY, text) for n, text in enumerate(HOSTILE)]
    return report(
        author=HOSTILE[0],
        goals=tuple(goals),
        actions=tuple(actions),
        entries=tuple(entries),
        packages={text: Package(salary=1000.0 + n) for n, text in enumerate(HOSTILE[:3])},
    )


def texts(found: Any) -> list[str]:
    """Every text in a report, however deep."""
    if isinstance(found, str):
        return [found]
    if isinstance(found, dict):
        return [text for value in found.values() for text in texts(value)]
    if isinstance(found, list | tuple):
        return [text for value in found for text in texts(value)]
    return []
