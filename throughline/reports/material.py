"""What a report is made from: one person's answers, pay, goals and log, and the words around them."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from throughline.actions import Action
from throughline.answers import Answers
from throughline.compensation.package import Package
from throughline.compensation.path import Path
from throughline.compensation.run_rate import Mix, mix
from throughline.compensation.simulation import Fan
from throughline.content.catalogue import Catalogue
from throughline.goals import Timeline, timeline_of
from throughline.goals.goal import Goal
from throughline.journal.entry import Entry
from throughline.market import Placement
from throughline.reports.goal_rows import GoalNames
from throughline.reports.model import Choice, Link, SectionId
from throughline.reports.plain import plain
from throughline.reports.words import ReportWords


@dataclass(frozen=True)
class Material:
    """Everything a person entered; what is empty leaves its section out.

    Attributes:
        answers: the sheet of answers.
        today: the day of the report.
        author: a name, if one was given.
        packages: name -> package, only those with pay, in order.
        goals: the plan, in its order.
        goal_names: words for tracks, choices and statuses.
        actions: the actions of the plan, in their order.
        action_statuses: status of an action -> its words.
        entries: the log.
        entry_kinds: kind of an entry -> its name.
        app_version: version of the app.
        symbol: currency sign of the amounts; empty = none was given.
        fans, paths: name of a package -> its simulated range and its expected path; see ``with_futures``.
        simulation: number of paths and seed, when a simulated number is shown.
        placement: where pay lies among the wages of an occupation, if one was chosen.
        week_hours: hours a week of the pay that was placed, as printed.
        free_hours, first_month: hours a week for goals, and a day of the first month of the five years.
        coach: somebody to talk to, if whoever runs the app named one.
    """

    answers: Answers
    today: datetime.date
    author: str = ""
    packages: Mapping[str, Package] = field(default_factory=dict)
    goals: tuple[Goal, ...] = ()
    goal_names: GoalNames = field(default_factory=GoalNames)
    actions: tuple[Action, ...] = ()
    action_statuses: Mapping[str, str] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    entry_kinds: Mapping[str, str] = field(default_factory=dict)
    app_version: str = ""
    symbol: str = ""
    fans: Mapping[str, Fan] = field(default_factory=dict)
    paths: Mapping[str, Path] = field(default_factory=dict)
    simulation: tuple[int, int] | None = None
    placement: Placement | None = None
    week_hours: str = ""
    free_hours: float | None = None
    first_month: datetime.date | None = None
    coach: Link | None = None

    @property
    def timeline(self) -> Timeline:
        """The plan on the day of the report."""
        return timeline_of(self.goals, self.today, self.free_hours, self.first_month)

    @property
    def mixes(self) -> dict[str, Mix]:
        """A year of pay of every package, by its name as printed."""
        return {plain(name): mix(package) for name, package in self.packages.items()}


@dataclass(frozen=True)
class Desk:
    """Material, content, words and choice together: what each section is written from."""

    material: Material
    catalogue: Catalogue
    words: ReportWords
    choice: Choice

    def lead(self, section: SectionId, **gaps: object) -> str:
        """Return the first sentence of a section."""
        return self.words.report.leads[section].format(**gaps)

    def caption(self, table: str, **gaps: object) -> str:
        """Return the name of a table."""
        return self.words.report.captions[table].format(**gaps)

    def head(self, table: str) -> tuple[str, ...]:
        """Return the column heads of a table."""
        return self.words.report.heads[table]
