"""Invented answers for practice: plausible, the same for the same seed, and always marked as invented."""

from throughline.answers import as_marker
from throughline.content.questionnaire import Item, Questionnaire
from throughline.workshop.entries import Entries
from throughline.workshop.personal import Asked

SPREAD, NOISE, SKIPS = 2.2, 1.8, 0.03
MIXES = (
    {"salary": 80, "benefits": 20},
    {"salary": 70, "bonus": 10, "benefits": 20},
    {"hourly": 85, "benefits": 15},
    {"salary": 65, "bonus": 10, "equity": 5, "benefits": 15, "retirement": 5},
    {"hourly": 60, "bonus": 20, "benefits": 20},
)


def invent(
    asked: Asked, questionnaire: Questionnaire, *, seed: int, slot: int, round_no: int = 1
) -> Entries:
    """Invent what one synthetic person enters in one section; later rounds lie a little further on.

    Args:
        asked: the section.
        questionnaire: what is asked.
        seed: of the room.
        slot: of the person; the same person leans the same way in every section.
        round_no: 1, 2, …
    """
    # Kept out of the module's imports: only a rehearsal pays for numpy.
    import numpy as np

    leaning = float(np.random.default_rng((seed, slot)).normal(0, SPREAD))
    name = [ord(letter) for letter in asked.id]
    chance = np.random.default_rng((seed, slot, round_no, *name))
    further = 0.8 * (round_no - 1)

    def near(middle: float) -> int:
        return int(min(10, max(0, round(float(chance.normal(middle, NOISE))))))

    def marker(item: Item) -> int:
        side = -1 if item.scale == "J" else 1
        value = near(5 + side * (leaning + further))
        if item.kind == "two-pole" or item.reverse:
            return round(as_marker(item, value, flips_on=True))
        return value

    items = [questionnaire.by_id[item] for item in asked.items]
    # Whoever skips a question skips it in every round, as most people do, and so a room can see what moved.
    leaving = np.random.default_rng((seed, slot, 0, *name))
    skipped = frozenset(item.id for item in items if leaving.random() < SKIPS)
    boxes = {
        name: frozenset(
            box.id
            for box in questionnaire.lists[name].boxes
            if chance.random() < 0.35 + 0.04 * leaning
        )
        for name in asked.boxes
    }
    options = {fact.id: fact.options for fact in questionnaire.facts}
    facts: dict[str, str | bool] = {
        fact: options[fact][int(chance.integers(len(options[fact])))] if options[fact] else True
        for fact in asked.facts
    }
    return Entries(
        markers={item.id: marker(item) for item in items if item.id not in skipped},
        skipped=skipped,
        wanted={domain: near(7 + leaning / 3) / 1.0 for domain in asked.wanted},
        boxes=boxes,
        pay=dict(MIXES[int(chance.integers(len(MIXES)))]) if asked.pay else {},
        facts=facts,
    )
