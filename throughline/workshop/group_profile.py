"""The group profile: figures that combine sections, made once, only of values that pictures have shown."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from statistics import fmean

from throughline.content.constants import Model
from throughline.content.questionnaire import Form, Questionnaire
from throughline.workshop.aggregate import (
    MEANS_FROM,
    balance_numbers,
    numbers_of,
    people_in,
    rounded,
    waiting,
)
from throughline.workshop.numbers import Numbers
from throughline.workshop.picture import QUARTERS, GroupFigure, Kind, Picture
from throughline.workshop.publish import RULE_VERSION, Members, is_clean
from throughline.workshop.related import COUNTED, can_be_added_up, made_of
from throughline.workshop.room import PROFILE, K, Version
from throughline.workshop.scale_figures import scale_figures
from throughline.workshop.sheets import Person, room_form, sheets_shown

Draw = Callable[[list[float], bool, Collection[int]], GroupFigure]
REPEATED = ("item.X", "item.P", "wanted.", "pay")


@dataclass(frozen=True)
class ProfileContext:
    """What the profile is made of: no answers, only what the pictures were made of.

    Attributes:
        versions: every version of the room; the withdrawn are marked and count no more.
        pictures: the section pictures, oldest first, already without hidden figures.
        seed: of the resamples behind the interval of omega; ``rounds``: how many.
        now: UTC seconds.
    """

    questionnaire: Questionnaire
    model: Model
    versions: tuple[Version, ...]
    pictures: tuple[Picture, ...]
    now: int
    rehearsal: bool = False
    k: int = K
    seed: int = 0
    rounds: int = 2000


def make_profile(context: ProfileContext) -> tuple[Picture, tuple[Version, ...]]:
    """Make the group profile. Call once in a room: a second one could stand too close to the first."""
    shown = tuple(version for version in context.versions if version.section != PROFILE)
    people = sheets_shown(shown, context.questionnaire, context.model)
    repeated = _repeated(context.pictures)
    printed = [figure.n for figure in repeated if figure.n]
    making = _Making(context, shown, Numbers(len(people), printed, k=context.k))
    form = room_form(shown, context.questionnaire)
    for domain in context.questionnaire.domains:
        _domain(making, domain.id, people)
    making.add(
        "balance",
        "balance",
        _values(people, lambda one: one.profile.balance.value if one.profile.balance else None),
        lambda values, coarse, others: balance_numbers(values, coarse=coarse, others=others),
    )
    _map(making, people, cut=context.model.numbers.map_cut)
    _steps(making, people, form)
    scales, counted = scale_figures(
        people,
        context.questionnaire,
        making.numbers,
        form=form,
        seed=context.seed,
        rounds=context.rounds,
    )
    making.figures += scales
    making.keep_counted(counted)
    picture = Picture(
        section=PROFILE,
        round=1,
        no=1,
        n=making.numbers.total,
        rule_version=RULE_VERSION,
        model_version=context.model.version,
        made_at=context.now,
        rehearsal=context.rehearsal,
        figures=(*making.figures, *repeated),
    )
    return picture, tuple(making.versions)


class _Making:
    """Figures and versions so far; every new figure is held against those it is made of and those before it."""

    def __init__(
        self, context: ProfileContext, shown: tuple[Version, ...], numbers: Numbers
    ) -> None:
        self.context, self.shown, self.numbers = context, shown, numbers
        self.figures: list[GroupFigure] = []
        self.versions: list[Version] = []

    def add(self, figure_id: str, kind: Kind, values: Mapping[int, float], draw: Draw) -> None:
        """Add a figure of one number per person; a coarse one if it could be set off against another."""
        if len(values) < self.context.k:
            self.figures.append(waiting(figure_id, kind, needs=self.context.k))
            return
        coarse = not self.clean(figure_id, values)
        others = self.numbers.others(len(values))
        self.keep(draw(list(values.values()), coarse, others), values, coarse=coarse)

    def clean(self, figure_id: str, values: Members) -> bool:
        """Whether no figure it is made of, and no figure made of the same, has 1 to k - 1 people more or fewer."""
        sources = made_of(figure_id, self.context.questionnaire)
        related = [
            version.members
            for version in (*self.shown, *self.versions)
            if version.figure in sources
            or (
                can_be_added_up(version)
                and sources & made_of(version.figure, self.context.questionnaire)
            )
        ]
        return is_clean(values, related, k=self.context.k)

    def keep(self, figure: GroupFigure, values: Members, *, coarse: bool) -> None:
        """Add a figure; of a coarse one only its people are kept."""
        self.figures.append(replace(figure, few_skipped=self.numbers.few(len(values))))
        if figure.state == "shown":
            kept = dict.fromkeys(values, COUNTED) if coarse else dict(values)
            self.versions.append(Version(PROFILE, 1, figure.id, 1, len(kept), kept))

    def printed(self, people: Collection[int]) -> int:
        """Return how many people there are, 0 if that may not be printed."""
        return 0 if self.numbers.others(len(people)) else len(people)

    def keep_counted(self, counted: Mapping[str, tuple[int, ...]]) -> None:
        """Keep the people of figures that cannot be added up."""
        for figure_id, slots in counted.items():
            members = dict.fromkeys(slots, COUNTED)
            self.versions.append(Version(PROFILE, 1, figure_id, 1, len(members), members))


def _values(
    people: Mapping[int, Person], value: Callable[[Person], float | None]
) -> dict[int, float]:
    found = {slot: value(one) for slot, one in people.items()}
    return {slot: number for slot, number in found.items() if number is not None}


def _domain(making: _Making, domain: str, people: Mapping[int, Person]) -> None:
    now = _values(people, lambda one: one.profile.domains[domain].score)
    figure_id = f"domain.{domain}"
    making.add(
        figure_id,
        "domain",
        now,
        lambda values, coarse, others: numbers_of(
            figure_id, "domain", values, coarse=coarse, others=others
        ),
    )
    gap_id = f"gap.{domain}"
    wanted = _values(people, lambda one: one.answers.wanted.get(domain))
    gaps = {slot: 10 * (wanted[slot] - now[slot]) for slot in now.keys() & wanted.keys()}
    if not wanted:
        making.figures.append(GroupFigure(gap_id, "gap", "not_asked"))
    elif len(gaps) < MEANS_FROM:
        making.figures.append(waiting(gap_id, "gap", needs=MEANS_FROM))
    elif not making.clean(gap_id, gaps):
        making.figures.append(GroupFigure(gap_id, "gap", "unclean"))
    else:
        mean, n = rounded(fmean(gaps.values()), 0), making.printed(gaps)
        making.keep(GroupFigure(gap_id, "gap", "shown", n=n, mean=mean), gaps, coarse=False)


def _map(making: _Making, people: Mapping[int, Person], *, cut: float) -> None:
    places = {
        slot: [one.profile.place.present, one.profile.place.path]
        for slot, one in people.items()
        if one.profile.place is not None
    }
    if len(places) < making.context.k:
        making.figures.append(waiting("map", "map", needs=making.context.k))
        return
    quarters = [
        "dual-track" if present >= cut and path >= cut
        else "present-anchored" if present >= cut
        else "path-building" if path >= cut
        else "own-place"
        for present, path in places.values()
    ]  # fmt: skip
    others = making.numbers.others(len(places))
    counts = people_in({quarter: quarters.count(quarter) for quarter in QUARTERS}, others)
    n = 0 if others else len(places)
    figure = GroupFigure("map", "map", "shown", n=n, rows=counts, up_to=bool(others))
    coarse = not making.clean("map", places)
    if not coarse and len(places) >= MEANS_FROM:
        present, path = (rounded(fmean(axis), 1) for axis in zip(*places.values(), strict=True))
        figure = replace(figure, rows=(*counts, ("present", present), ("path", path)))
    making.keep(replace(figure, coarse=coarse), places, coarse=coarse)


def _steps(making: _Making, people: Mapping[int, Person], form: Form) -> None:
    ranked = {slot: dict(one.steps) for slot, one in people.items() if one.steps}
    if form == "quick" or not any(one.answers.wanted for one in people.values()):
        making.figures.append(GroupFigure("steps", "steps", "not_asked"))
        return
    if len(ranked) < MEANS_FROM:
        making.figures.append(waiting("steps", "steps", needs=MEANS_FROM))
        return
    coarse = not making.clean("steps", ranked)
    habits = [item.id for item in making.context.questionnaire.of_kind("habit")]
    means = {
        habit: fmean(own)
        for habit in habits
        if len(own := [steps[habit] for steps in ranked.values() if habit in steps]) >= MEANS_FROM
    }
    order = sorted(means, key=lambda habit: -round(means[habit], 9))
    rows = tuple((habit, None if coarse else rounded(means[habit], 0)) for habit in order)
    n = making.printed(ranked)
    figure = GroupFigure("steps", "steps", "shown", n=n, rows=rows, coarse=coarse)
    making.keep(figure, ranked, coarse=coarse)


def _repeated(pictures: tuple[Picture, ...]) -> tuple[GroupFigure, ...]:
    # As it was shown, never computed again: somebody may have withdrawn since.
    latest = {
        figure.id: figure
        for picture in sorted(pictures, key=lambda one: one.round)
        if picture.section != PROFILE
        for figure in picture.figures
        if figure.state == "shown" and figure.id.startswith(REPEATED)
    }
    return tuple(latest.values())
