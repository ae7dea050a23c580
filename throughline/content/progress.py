"""The shape of `data/progress.toml`: the words of the Progress page."""

from throughline.content.reading import Record


class ProgressWords(Record):
    """Everything the Progress page says; what a change is called stands in `data/plan_file.toml`.

    Attributes:
        page: title, lead and the states with none or one sitting.
        taking: keeping the answers of a day.
        rating: the rating of then and now.
        listed: the sittings kept.
        change: two sittings compared.
        charts: what the charts are called and what stands beside them.
        file: the plan file.
    """

    version: str
    page: dict[str, str]
    taking: dict[str, str]
    rating: dict[str, str]
    listed: dict[str, str]
    change: dict[str, str]
    charts: dict[str, str]
    file: dict[str, str]
