"""Explains the change between two sittings: both balances on common ground, the noise of wording, and the word."""

from throughline.change import Change
from throughline.content.constants import Constants
from throughline.content.questionnaire import Questionnaire
from throughline.explanations.arithmetic import ROUNDED, plain, rounded, signed
from throughline.explanations.explanation import Explanation, Line


def explain_change(
    change: Change, questionnaire: Questionnaire, constants: Constants
) -> Explanation:
    """Explain how far the balance moved between two sittings, -100 to 100 points, and what it is called."""
    before, after = map(rounded, change.values)
    first, second = map(rounded, change.errors)
    least, clear = rounded(change.threshold, 1), plain(constants.clear_change_points)
    areas = ", ".join(questionnaire.domain(one).short for one in change.domains)
    return Explanation(
        title="The change between two sittings",
        says=(
            "How far the balance moved on the same questions, and whether other wording of those "
            "questions alone could have moved it as far."
        ),
        lines=(
            Line("Form in which both are worked out", "Full" if change.form == "full" else "Quick"),
            Line("Areas available in both", areas),
            Line("Change, future side", f"{after} − {before} = {signed(change.points)}"),
            Line(
                "Question wording alone",
                f"{plain(constants.change_z, 3)} × √({first}² + {second}²) = {rounded(change.threshold)}",
            ),
            Line("No clear change", f"up to {least} points"),
            Line("Possible change", f"above {least} and up to {clear} points"),
            Line("Clear change", f"above both, {least} and {clear} points"),
            Line("This change", f"{rounded(abs(change.points), 1)} points: {change.word}"),
            Line("Rounding", ROUNDED),
        ),
        formula="threshold = z × root of (first standard error² + second standard error²)",
        section="Change",
    )
