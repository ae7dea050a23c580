"""Explains the place on the map: the two axes, the ellipse and the shares of the four places."""

from throughline.content.constants import Constants
from throughline.content.wording import Wording
from throughline.errors import NotEnoughAnswers
from throughline.explanations.arithmetic import ROUNDED, plain, rounded
from throughline.explanations.domains import scale_mean
from throughline.explanations.explanation import Explanation, Line
from throughline.scoring.profile import Profile
from throughline.wording import place_label


def explain_place(profile: Profile, wording: Wording, constants: Constants) -> Explanation:
    """Explain the place on the map: axes 0-10, ellipse in scale points, shares 0-1.

    Raises:
        NotEnoughAnswers: the first area has too few answers for a place.
    """
    place = profile.place
    if place is None:
        raise NotEnoughAnswers("The map needs more answers about what the work is like.")
    shares = place.shares
    # Each axis' share is the sum of its two places, as the four shares multiply out.
    present = shares["present-anchored"] + shares["dual-track"]
    path = shares["path-building"] + shares["dual-track"]
    sides = {
        "present-anchored": (f"{rounded(present, 3)}", f"(1 − {rounded(path, 3)})"),
        "path-building": (f"(1 − {rounded(present, 3)})", f"{rounded(path, 3)}"),
        "dual-track": (f"{rounded(present, 3)}", f"{rounded(path, 3)}"),
        "own-place": (f"(1 − {rounded(present, 3)})", f"(1 − {rounded(path, 3)})"),
    }
    lines: list[Line] = []
    for name, scale, value, error, share in (
        (wording.axes["present"], "J", place.present, place.present_se, present),
        (wording.axes["path"], "C", place.path, place.path_se, path),
    ):
        count = profile.scales[scale].count
        distance = f"{rounded(value)} − {plain(constants.map_cut)}"
        lines += [
            Line(name, scale_mean(profile, scale)),
            Line(
                f"{name}: half width of the ellipse, ±",
                f"{rounded(profile.spread.sd, 3)} / √{count} = {rounded(error, 3)}",
            ),
            Line(
                f"{name}: share past the middle",
                f"Φ(({distance}) / {rounded(error, 3)}) = {rounded(share)}",
            ),
        ]
    for quarter, share in shares.items():
        first, second = sides[quarter]
        lines.append(Line(wording.places[quarter].name, f"{first} × {second} = {rounded(share)}"))
    enough = rounded(constants.membership_label)
    rule = {0: f"no two shares together reach {enough}", 1: f"one share reaches {enough}"}.get(
        len(place.named), f"two shares together reach {enough}"
    )
    lines += [
        Line("Name", f"{place_label(place, wording)}, because {rule}"),
        Line("Rounding", ROUNDED),
    ]
    return Explanation(
        title="Your place on the map",
        says="How strongly job traits and career traits describe your work, scored apart.",
        lines=tuple(lines),
        formula=(
            "axis = mean of its statements; share past the middle = Φ((axis − middle) / standard "
            "error), with Φ the share of a normal distribution below that value; "
            "share of a place = product of its two sides"
        ),
        section="Map",
    )
