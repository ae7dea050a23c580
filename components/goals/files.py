"""Take the goals along: a calendar file and a table, made in memory when asked for."""

import datetime
from functools import partial

import streamlit as st

from components import resources, state
from components.state import Plan, Session
from throughline.goals.reminders import check_in_days

EVERY = (0, 1, 3)  # months between two reminders


def files(session: Session) -> None:
    """Offer the calendar file and the table of the plan."""
    plan = session.plan
    words = plan.words.calendar
    days = int(plan.words.constants["alarm_days"].value)
    open_dates = [g for g in plan.goals if g.due and not g.done and not g.dropped]
    with st.container(key="card_goal_files"):
        st.header(words["title"], anchor="files")
        st.markdown(words["lead"].format(days=days))
        every = st.segmented_control(
            words["reminders"],
            EVERY,
            default=0,
            required=True,
            format_func=lambda months: words[f"reminders_{months}"],
            key=state.key("goal-reminders"),
            persist_state="session",
            disabled=not open_dates,
            help=words["reminders_help"],
        )
        with st.container(horizontal=True):
            st.download_button(
                plan.words.buttons["download"],
                partial(_calendar, plan, every or 0, state.plan_id(), state.plan_saved()),
                file_name=f"throughline-goals-{plan.today.isoformat()}.ics",
                mime="text/calendar",
                icon=":material/event:",
                on_click="ignore",
                disabled=not open_dates,
                key="goals_ics",
            )
            st.download_button(
                words["csv"],
                partial(_table, plan),
                file_name=f"throughline-goals-{plan.today.isoformat()}.csv",
                mime="text/csv",
                icon=":material/table:",
                on_click="ignore",
                key="goals_csv",
            )
        if not open_dates:
            st.markdown(words["empty"])
        else:
            st.markdown(f":gray[{_told(plan, len(open_dates), every or 0)}]")
        st.markdown(f":gray[{words['private']}]")


def _told(plan: Plan, dates: int, every: int) -> str:
    """What the calendar holds, what it leaves out, and what a newer file does."""
    words = plan.words.calendar
    count = dates + len(check_in_days(plan.goals, plan.today, every))
    said = [words["one" if count == 1 else "count"].format(count=count)]
    if left := len(plan.goals) - dates:
        said.append(words["left_out_one" if left == 1 else "left_out"].format(count=left))
    return " ".join([*said, words["again"]])


def _calendar(plan: Plan, every: int, plan_id: str, saved: datetime.datetime) -> bytes:
    from throughline.reports.calendar import calendar_file

    return calendar_file(
        plan.goals,
        plan_id=plan_id,
        saved=saved,
        alarm_days=int(plan.words.constants["alarm_days"].value),
        track_names={name: track.name for name, track in plan.words.tracks.items()},
        words=resources.report_words().calendar,
        check_ins=check_in_days(plan.goals, plan.today, every),
    ).data


def _table(plan: Plan) -> bytes:
    from throughline.reports.goal_rows import GoalNames
    from throughline.reports.goals_csv import goals_csv

    words = plan.words
    names = GoalNames(
        tracks={name: one.name for name, one in words.tracks.items()},
        choices={
            str(name): one.name
            for name, one in (*words.purposes.items(), *words.growth_plans.items())
        },
        statuses={name: one.name for name, one in words.statuses.items()},
    )
    return goals_csv(plan.goals, names, resources.report_words().goals, today=plan.today)
