"""A pocket calculator that reads a printed line, and everything there is to explain about a sheet."""

import ast
import operator
import re
from collections.abc import Callable, Iterator
from math import log, sqrt
from statistics import NormalDist

from tests.builders import DOMAINS, MODEL, QUESTIONNAIRE, WORDING, result, way_of
from throughline import explanations as ex
from throughline.actions import rank_steps
from throughline.answers import Answers

Operation = Callable[[float, float], float]
OPERATIONS: dict[type[ast.operator], Operation] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
FUNCTIONS: dict[str, Callable[[float], float]] = {"root": sqrt, "phi": NormalDist().cdf, "ln": log}
SIGNS = {"×": "*", "−": "-", "²": "**2", "^": "**", "Φ": "phi", ",": ""}


def number(text: str) -> float:
    """A printed number, such as "−0.22" or "+40.6"."""
    return float(text.replace("−", "-").replace(",", ""))


def calculate(text: str) -> float:
    """What a calculator makes of one printed calculation."""
    for sign, ascii_sign in SIGNS.items():
        text = text.replace(sign, ascii_sign)
    text = re.sub(r"√([\d.]+)", r"root(\1)", text).replace("√", "root")
    return _value(ast.parse(text, mode="eval").body)


def calculations(explanation: ex.Explanation) -> Iterator[tuple[str, str]]:
    """Every calculation of an explanation with its printed result."""
    for line in explanation.lines:
        if " = " in line.arithmetic:
            left, right = line.arithmetic.split(" = ")
            yield left, right


def printed(explanation: ex.Explanation, label: str) -> float:
    """The printed result of one line."""
    return number(arithmetic(explanation, label).split(" = ")[-1])


def arithmetic(explanation: ex.Explanation, label: str) -> str:
    """The arithmetic of the last line with this label."""
    return {line.label: line.arithmetic for line in explanation.lines}[label]


def explain_all(sheet: Answers) -> list[ex.Explanation]:
    """Every explanation the figures of a sheet allow."""
    profile, numbers = result(sheet), MODEL.numbers
    found = list(ex.explain_quality(profile, sheet, QUESTIONNAIRE, numbers))
    for domain_id in DOMAINS:
        if profile.domains[domain_id].available:
            found.append(ex.explain_domain(profile, domain_id, sheet, QUESTIONNAIRE))
        if domain_id in profile.quality.claim_minus_evidence:
            found.append(ex.explain_claim(profile, domain_id, QUESTIONNAIRE, numbers))
    if profile.balance:
        found += [
            ex.explain_balance(profile, QUESTIONNAIRE),
            ex.explain_range(profile, QUESTIONNAIRE, numbers),
            ex.explain_bounds(profile, sheet, QUESTIONNAIRE, MODEL),
        ]
    if profile.place:
        found.append(ex.explain_place(profile, WORDING, numbers))
    if profile.support:
        found.append(ex.explain_support(profile, sheet, QUESTIONNAIRE))
        found.append(ex.explain_lowest_need(profile, sheet, QUESTIONNAIRE, numbers))
    if profile.habits.momentum is not None:
        found.append(ex.explain_momentum(profile, sheet, QUESTIONNAIRE, numbers))
    return [*found, *_explain_way(sheet)]


def _explain_way(sheet: Answers) -> list[ex.Explanation]:
    way, profile = way_of(sheet), result(sheet)
    if way is None:
        return []
    ranked = rank_steps(profile, way, sheet, QUESTIONNAIRE, MODEL).ranked
    levers = [lever for gap in way.domains for lever in gap.levers]
    return [
        ex.explain_way(way, profile, QUESTIONNAIRE),
        *(ex.explain_lever(way, lever, profile, QUESTIONNAIRE) for lever in levers),
        *(ex.explain_tick(one, profile, sheet, QUESTIONNAIRE) for one in way.ticks),
        *(ex.explain_step(one, way, profile, sheet, QUESTIONNAIRE, MODEL) for one in ranked),
    ]


def _value(node: ast.expr) -> float:
    match node:
        case ast.Constant(value=int() | float() as value):
            return value
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand)
        case ast.BinOp(left=left, op=op, right=right):
            return OPERATIONS[type(op)](_value(left), _value(right))
        case ast.Call(func=ast.Name(id=name), args=[argument]):
            return FUNCTIONS[name](_value(argument))
    raise AssertionError(f"a calculator has no key for {ast.dump(node)}")
