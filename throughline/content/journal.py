"""The shape of `data/journal.toml`: the kinds of entries, the boxes they can support, and the words of the log."""

from typing import Literal, Self

from pydantic import Field, model_validator

from throughline.content.reading import Record

EntryKind = Literal["achievement", "learning", "feedback", "contact", "adaptation"]


class KindWords(Record):
    """One kind of entry.

    Attributes:
        name: what it is called.
        one, many: the noun in a sentence with a count.
        habit: the habit that such an entry feeds.
        takes_number: whether the form offers a number and its unit.
    """

    name: str
    one: str
    many: str
    icon: str = Field(pattern=r"^:material/[a-z_]+:$")
    habit: str
    help: str
    example: str
    takes_number: bool = False


class BoxRule(Record):
    """When entries can support an evidence box.

    Attributes:
        box: id of the box.
        kind: the kind of entry that counts.
        entries: how many are needed.
        window: name of the window they must lie in; empty = any day up to today.
        needs_number: whether an entry counts once it carries a number.
        check: what the person looks at before confirming, since an entry alone cannot say it.
    """

    box: str
    kind: EntryKind
    entries: int = Field(ge=1)
    window: str = ""
    needs_number: bool = False
    check: str = Field(min_length=1)


class JournalContent(Record):
    """Everything the log asks, suggests and says.

    Attributes:
        fed_days: how many days back an entry counts as feeding its step.
        months: how many months the chart of the log shows.
        windows: length of each window in days.
        kinds: the kinds of entries.
        plan_habit: the habit that the goals of the plan feed.
        rules: which boxes entries can support; no box occurs twice.
        words: labels, helps, empty states and sentences.
        issues: what is said about a field that could not be read as it was.
    """

    version: str
    fed_days: int = Field(ge=1)
    months: int = Field(ge=1, le=60)
    windows: dict[str, int]
    kinds: dict[EntryKind, KindWords]
    plan_habit: str
    rules: tuple[BoxRule, ...]
    words: dict[str, str]
    issues: dict[str, str]

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        boxes = [rule.box for rule in self.rules]
        if repeated := sorted({one for one in boxes if boxes.count(one) > 1}):
            raise ValueError(f"rule {repeated[0]}: the box is used twice")
        for rule in self.rules:
            if rule.window and rule.window not in self.windows:
                raise ValueError(f"rule {rule.box}: no window {rule.window!r}")
            if rule.kind not in self.kinds:
                raise ValueError(f"rule {rule.box}: no kind {rule.kind!r}")
        return self

    def days(self, rule: BoxRule) -> int | None:
        """Days that an entry may be old under ``rule``; None without a limit."""
        return self.windows[rule.window] if rule.window else None
