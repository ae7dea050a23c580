"""What was put right or left out while a plan file was read, each as one sentence."""

from dataclasses import dataclass, field

from throughline.content.plan_file import Listed, NoteCode, PlanFileWords, Section

MOST_NOTES = 40


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is: a section, an entry of its list counted from 1, and a field; our names only."""

    section: Section
    entry: int = 0
    field: str = ""

    def at(self, name: str) -> "Place":
        """A field of this place; a section that is one value is its own field."""
        return self if name == self.section else Place(self.section, self.entry, name)

    def words(self, words: PlanFileWords) -> str:
        """The place as a person reads it: "Goal 3, due date"."""
        text = words.places[self.section]
        if self.entry:
            listed: dict[str, str] = {str(name): one for name, one in words.one.items()}
            text = listed[self.section].format(number=self.entry)
        if not self.field:
            return text
        named = words.fields.get(self.field, words.fields["goals"])
        return words.note_words["field"].format(place=text, field=named)


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that was put right or left out, how often, and the sentence that says so."""

    code: NoteCode
    place: Place
    count: int
    sentence: str


@dataclass
class Notes:
    """Notes as they come up; the same one in the same place is counted."""

    found: dict[tuple[Place, NoteCode], int] = field(default_factory=dict)

    def add(self, place: Place, code: NoteCode, count: int = 1) -> None:
        """Remember something, ``count`` times; 0 is nothing."""
        if count:
            self.found[place, code] = self.found.get((place, code), 0) + count

    def about(self, section: Section) -> bool:
        """Whether anything was noted about a section."""
        return any(place.section == section for place, _ in self.found)

    def said(self, words: PlanFileWords) -> tuple[Note, ...]:
        """Every note in words, in the order they came up."""
        return tuple(
            Note(code, place, count, _sentence(place, code, count, words))
            for (place, code), count in self.found.items()
        )


def sentences(notes: tuple[Note, ...], words: PlanFileWords) -> tuple[str, ...]:
    """The sentences to print: up to 40, then how many more there are."""
    said = [one.sentence for one in notes[:MOST_NOTES]]
    if more := sum(one.count for one in notes[MOST_NOTES:]):
        text = words.note_words["more_one" if more == 1 else "more"]
        said.append(text.format(count=more))
    return tuple(said)


def _sentence(place: Place, code: NoteCode, count: int, words: PlanFileWords) -> str:
    text = words.note_words["sentence" if count == 1 else "times"]
    return text.format(place=place.words(words), what=words.notes[code], count=count)


LISTED: tuple[Listed, ...] = ("goals", "actions", "journal", "sittings")
