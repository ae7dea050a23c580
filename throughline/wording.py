"""Results in sentences, exactly as templated: the balance, the place on the map, the notes, what is missing."""

import math
import re
from collections.abc import Sequence
from string import punctuation

from throughline.content.questionnaire import Questionnaire
from throughline.content.wording import Wording
from throughline.scoring.balance import Balance, Gate
from throughline.scoring.place import Place
from throughline.scoring.profile import Profile
from throughline.scoring.quality import Quality

# Control, line and direction characters, which a reader cannot see.
UNSEEN = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\u2028\\u2029"
    "\\u202a-\\u202e\\u2066-\\u2069\\u200e\\u200f\\u061c]"
)
# Addresses become links, and some signs others, after the backslashes are gone: an invisible character parts them.
_JOINER = "\N{WORD JOINER}"
_LINKED = re.compile(r"(?:https?|ftp|mailto|xmpp)(?=:)|www(?=\.)|(?=@)", re.IGNORECASE)
_SIGNS = re.compile(r"[-<>=~]{2,}")


def half_up(value: float) -> int:
    """Round to a whole number, halves up: the rounding of every printed point."""
    # Thirds and sevenths leave dust below a half: 50.49999999999999 is 50.5.
    return math.floor(round(value, 9) + 0.5)


def money(amount: float, symbol: str = "") -> str:
    """Print an amount: whole units from 1,000 up, cents below, the currency symbol first: "€44,860", "−€21.32"."""
    cents = half_up(100 * abs(amount))
    minus = "\N{MINUS SIGN}" if amount < 0 and cents else ""
    size = f"{half_up(abs(amount)):,}" if cents >= 100_000 else f"{cents / 100:.2f}"
    return f"{minus}{symbol}{size.removesuffix('.00')}"


def literal(text: str) -> str:
    """Print what a person typed as it is where Markdown is read: "$5" and "**x**" stay that, on one line."""
    plain = " ".join(UNSEEN.sub("", text).split())
    apart = _SIGNS.sub(lambda found: _JOINER.join(found[0]), _LINKED.sub(rf"\g<0>{_JOINER}", plain))
    return "".join(f"\\{one}" if one in punctuation else one for one in apart)


def percent_pair(future: float) -> tuple[int, int]:
    """Present and future as whole points that add to 100, from the balance on the future scale."""
    rounded = half_up(min(100.0, max(0.0, future)))
    return 100 - rounded, rounded


def balance_sentence(profile: Profile, wording: Wording) -> str:
    """The result sentence, or the sentence that says what is missing while there is none."""
    balance = profile.balance
    if balance is None:
        return f"{wording.balance['pending']}. {pending_sentence(profile.gate, wording)}"
    present, future = percent_pair(balance.value)
    low, high = _limits(balance.low, balance.high, future=future > present)
    text = wording.balance["range"].format(
        lead=balance_lead(balance, wording), larger=max(present, future), low=low, high=high
    )
    if not profile.gate.open:
        return text
    least, most = _limits(balance.least, balance.most, future=future > present)
    template = "open_one" if profile.gate.open == 1 else "open_many"
    tail = wording.balance[template].format(open=profile.gate.open, least=least, most=most)
    return f"{text} {tail}"


def balance_lead(balance: Balance, wording: Wording) -> str:
    """The first clause of the result: which way it leans, or that it is close to even."""
    present, future = percent_pair(balance.value)
    key = "lean_future" if future > present else "lean_present"
    if balance.low <= 50 <= balance.high:
        key = "even"
    return wording.balance[key].format(present=present, future=future)


def what_if_sentence(tried: Balance, answered: Balance, wording: Wording) -> str:
    """How far the balance being tried lies from the answers, in points, and which way."""
    moved = round(tried.value - answered.value, 1)
    key = "same" if moved == 0 else "future" if moved > 0 else "present"
    lead = balance_lead(tried, wording)
    return wording.balance[f"what_if_{key}"].format(lead=lead, points=f"{abs(moved):.1f}")


def pending_sentence(gate: Gate, wording: Wording) -> str:
    """What is missing before the balance can show."""
    if not gate.answers_needed and not gate.domains_needed:
        return wording.balance["pending_unweighted"]
    if not gate.reachable:
        return wording.balance["pending_out_of_reach"].format(needs=needs(gate))
    return wording.balance["pending_detail"].format(needs=needs(gate))


def needs(gate: Gate) -> str:
    """Answers and areas still needed, as a phrase: "3 more answers and 1 more area"."""
    counts = ((gate.answers_needed, "answer"), (gate.domains_needed, "area"))
    parts = [f"{n} more {noun}{'s' if n > 1 else ''}" for n, noun in counts if n]
    return " and ".join(parts)


def place_label(place: Place, wording: Wording) -> str:
    """The name of a place on the map: one quarter, between two, or near the middle."""
    names = [wording.places[quarter].name for quarter in place.named]
    if not names:
        return wording.place_labels["middle"]
    if len(names) == 1:
        return names[0]
    return wording.place_labels["between"].format(first=names[0], second=names[1])


def quality_notes(
    quality: Quality, questionnaire: Questionnaire, wording: Wording
) -> Sequence[str]:
    """Soft notes in words, empty when nothing stands out."""
    said = []
    notes = wording.notes
    if "yes_saying" in quality.flags and quality.yes_saying is not None:
        said.append(notes["yes_saying_high" if quality.yes_saying > 0 else "yes_saying_low"])
    if "side_pull" in quality.flags and quality.side_pull is not None:
        said.append(notes["side_pull_right" if quality.side_pull > 0 else "side_pull_left"])
    said += [notes[flag] for flag in ("run", "flat", "fast") if flag in quality.flags]
    for domain in quality.claim_flags:
        more = quality.claim_minus_evidence[domain] > 0
        name = questionnaire.domain(domain).name
        said.append(notes["claim_more" if more else "claim_less"].format(domain=name))
    return said


def _limits(low: float, high: float, *, future: bool) -> tuple[int, int]:
    """Ends of a range for the larger number, cut at 0 and 100 and rounded halves up."""
    ends = (low, high) if future else (100 - high, 100 - low)
    first, second = (half_up(min(100.0, max(0.0, end))) for end in ends)
    return first, second
