"""One order for files: all they are made from, and a function for each file that asks nothing else."""

import datetime
from dataclasses import dataclass
from functools import cached_property

from throughline.content.catalogue import Catalogue
from throughline.reports.build import build_report
from throughline.reports.futures import with_futures
from throughline.reports.material import Material
from throughline.reports.model import Choice, Report
from throughline.reports.pdf import Paper
from throughline.reports.shelf import Shelf
from throughline.reports.words import ReportWords


@dataclass(frozen=True)
class Order:
    """What was asked for, frozen.

    Attributes:
        material: what the person entered.
        catalogue: the content of the product.
        words: words of the files.
        choice: whose copy it is, and its sections.
        paper: paper of the PDF.
        shelf: what every interactive page carries.
        plan_id, saved: name of the plan, and when a goal was last changed, for the calendar.
        alarm_days: days from a reminder to its date.
    """

    material: Material
    catalogue: Catalogue
    words: ReportWords
    choice: Choice
    paper: Paper
    shelf: Shelf
    plan_id: str
    saved: datetime.datetime
    alarm_days: int

    @cached_property
    def full(self) -> Material:
        """The material with the futures of its packages, where pay goes in."""
        if "pay" not in self.choice.sections:
            return self.material
        return with_futures(self.material, self.catalogue.compensation)

    @cached_property
    def report(self) -> Report:
        """The report itself."""
        return build_report(self.full, self.catalogue, self.words, self.choice)


def pdf_file(order: Order) -> bytes:
    """Make the PDF.

    Raises:
        ReportNotWritten: the typesetter refused it.
    """
    from throughline.reports.pdf import report_pdf

    return report_pdf(order.report, paper=order.paper).data


def html_file(order: Order) -> bytes:
    """Make the web page with its live charts."""
    from throughline.reports.charts import report_charts
    from throughline.reports.html import report_html

    charts = report_charts(order.report, order.full, order.catalogue)
    save = order.words.report.save_picture
    return report_html(order.report, charts=charts, shelf=order.shelf, save=save)


def xlsx_file(order: Order) -> bytes:
    """Make the workbook."""
    from throughline.reports.xlsx import report_xlsx

    return report_xlsx(order.full, order.catalogue, order.words, order.choice)


def csv_file_of_goals(order: Order) -> bytes:
    """Make the table of the goals, with their notes where notes go in."""
    from throughline.reports.goals_csv import goals_csv

    material = order.material
    return goals_csv(
        material.goals,
        material.goal_names,
        order.words.goals,
        today=material.today,
        notes=order.choice.notes,
    )


def ics_file(order: Order) -> bytes:
    """Make the calendar of the goals."""
    from throughline.reports.calendar import calendar_file

    return calendar_file(
        order.material.goals,
        plan_id=order.plan_id,
        saved=order.saved,
        alarm_days=order.alarm_days,
        track_names=order.material.goal_names.tracks,
        words=order.words.calendar,
    ).data
