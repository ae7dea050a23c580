"""The shape of `words.toml`: what calendar, tables and the printed report say around a person's own words."""

from pathlib import Path
from typing import Literal

from pydantic import Field

from throughline.content.reading import Record, read_toml
from throughline.reports.model import Audience, SectionId

WORDS = Path(__file__).with_name("words.toml")

Column = Literal[
    "id",
    "title",
    "kind",
    "track",
    "status",
    "timeframe",
    "purpose",
    "growth_plan",
    "start",
    "due",
    "baseline_due",
    "progress",
    "done_on",
    "dropped",
    "hours_week",
    "measure_value",
    "measure_unit",
    "links",
    "after",
    "weight",
    "outcome",
    "check_ins",
    "last_confidence",
    "note",
]


class CalendarWords(Record):
    """Words of the calendar file; ``goal`` and ``milestone`` are the titles of an event."""

    name: str = Field(min_length=1)
    goal: str = Field(pattern=r"\{title\}")
    milestone: str = Field(pattern=r"\{title\}")
    check_in: str = Field(min_length=1)
    check_in_text: str


class GoalWords(Record):
    """Headings of the table of goals, and the words of its choices."""

    kinds: dict[Literal["goal", "milestone"], str]
    timeframes: dict[Literal["soon", "years"], str]
    yes: str
    no: str
    columns: dict[Column, str]


Pair = tuple[str, str]


class PrintedWords(Record):
    """The words of the report itself.

    Attributes:
        subtitles: whose copy it is.
        versions, seed, left_out: lines about how the report was made.
        today, now, wanted, target, default, even, error, undated, no_status: labels in drawings.
        with_similar, with_open: names of the two ranges of the balance.
        zero_to_ten, needs_ends, way_ends: both ends of a scale.
        support, momentum, pay_note, if_then, due, after, coach, market_counts: sentences with gaps.
        fan_lead, fan_said, fan_band, fan_median, fan_expected: five years of pay, its numbers and its key.
        map_mark: what the cross on the map is.
        save_picture: the button under a chart of the web page.
        goals_alt, goals_alt_item: the drawing of the goals in words.
        sections, leads, captions, heads: titles, first sentences, names of tables and their columns.
    """

    title: str
    subtitles: dict[Audience, str]
    footer: str
    disclaimer: str
    versions: str
    seed: str
    left_out: str
    today: str
    now: str
    wanted: str
    target: str
    default: str
    even: str
    with_similar: str
    with_open: str
    error: str
    zero_to_ten: Pair
    needs_ends: Pair
    way_ends: Pair
    support: str
    momentum: str
    pay_note: str
    pay_note_symbol: str
    fan_lead: str
    fan_said: str
    fan_band: str
    fan_median: str
    fan_expected: str
    market_counts: str
    map_mark: str
    after: str
    coach: str
    save_picture: str
    if_then: str
    due: str
    undated: str
    goals_alt: str
    goals_alt_item: str
    no_status: str
    sections: dict[SectionId, str]
    leads: dict[SectionId, str]
    captions: dict[str, str]
    heads: dict[str, tuple[str, ...]]


class WorkbookWords(Record):
    """Names of sheets and columns of the workbook; ``share`` has ``{name}``."""

    part: str
    share: str = Field(pattern=r"\{name\}")
    total: str
    month: str
    chart: str
    no_projection: str
    sheets: dict[Literal["summary", "pay", "projection", "goals", "inputs", "about"], str]


class PageWords(Record):
    """What the page that makes the files says.

    Attributes:
        texts: sentences and labels by name.
        copies, copy_help: whose copy it is, by audience.
        papers: paper size -> its name.
        absent: why a section has nothing in it yet.
        formats: file -> label of its button.
        about: file -> what it is good for.
    """

    texts: dict[str, str]
    copies: dict[Audience, str]
    copy_help: dict[Audience, str]
    papers: dict[Literal["a4", "us-letter"], str]
    absent: dict[SectionId, str]
    formats: dict[Literal["pdf", "html", "xlsx", "csv", "ics", "json"], str]
    about: dict[Literal["pdf", "html", "xlsx", "csv", "ics", "json"], str]


class ReportWords(Record):
    """Everything the files say."""

    calendar: CalendarWords
    goals: GoalWords
    report: PrintedWords
    workbook: WorkbookWords
    page: PageWords


def read_report_words(path: Path = WORDS) -> ReportWords:
    """Read the words of the files.

    Raises:
        ContentError: the file cannot be used; the message names the place.
    """
    return read_toml(path, ReportWords)
