"""Everything a visitor has entered, frozen: a file is made from it later, in another thread, without the session."""

from components import resources, state
from components.pay.market import placed
from components.state import Session
from throughline.compensation.run_rate import mix
from throughline.market import Placement
from throughline.reports.goal_rows import GoalNames
from throughline.reports.material import Material
from throughline.reports.model import Link
from throughline.reports.plain import plain
from throughline.wording import quality_notes


def entered(session: Session) -> Material:
    """Return what a report can be made from; packages without any pay are left out."""
    pay, plan, planning = session.pay, session.plan, session.planning
    catalogue, coach = session.catalogue, resources.coach()
    with_pay = {name: one for name, one in pay.packages.items() if mix(one).total}
    placement, hours = _placement(session)
    return Material(
        answers=session.answers,
        today=plan.today,
        packages=with_pay,
        goals=plan.goals,
        goal_names=GoalNames.of(catalogue.goals),
        actions=planning.actions,
        action_statuses={one: words.name for one, words in catalogue.actions.statuses.items()},
        entries=planning.entries,
        entry_kinds={one: words.name for one, words in catalogue.journal.kinds.items()},
        app_version=resources.app_version(),
        symbol=plain(pay.symbol),
        placement=placement,
        week_hours=hours,
        free_hours=plan.free_hours,
        first_month=plan.first_month,
        coach=Link(coach.name, coach.url) if coach else None,
    )


def has_notes(session: Session) -> bool:
    """Whether there is a note anywhere: on a goal, on a check-in, or ours on how the answers were given."""
    quality, catalogue = session.profile.quality, session.catalogue
    ours = quality_notes(quality, catalogue.questionnaire, catalogue.wording)
    goals = session.plan.goals
    return bool(ours) or any(one.note or any(c.note for c in one.check_ins) for one in goals)


def _placement(session: Session) -> tuple[Placement | None, str]:
    """Where the first package with an occupation lies, and its hours a week."""
    for sheet in session.pay.described:
        occupation = resources.market().by_soc.get(state.occupation(sheet.id))
        if occupation is not None:
            count_bonus = state.held(state.key("pay-commission", sheet.id)) is True
            found = placed(sheet.package, occupation, count_bonus=count_bonus)
            if found is not None:
                return found, f"{sheet.package.week_hours:g}"
    return None, ""
