"""The choices behind the five-year plan: when a goal is at risk, how far short-term reaches, how much is much."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GoalConstants:
    """Every number of the plan page that is our own choice, with the value we chose.

    Attributes:
        short_term_days: a goal due within this many days of today is short-term.
        at_risk_points: progress may lie this many points (0-100) under the expected one; more is at risk.
        early_months: months from today after which a plan should hold something.
        months_shown: months of the window of the chart.
        months_before_today: months before today at which the window begins at the earliest.
        most_active: goals a person can have under way before we say that it is a lot.
        smart_words: words a title needs to count as specific.
        reach_years: years before and after today in which a new date may lie.
    """

    short_term_days: int = 365
    at_risk_points: int = 20
    early_months: int = 24
    months_shown: int = 60
    months_before_today: int = 12
    most_active: int = 5
    smart_words: int = 3
    reach_years: int = 10


CONSTANTS = GoalConstants()
