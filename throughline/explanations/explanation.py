"""The shape of an explanation: what a number is, its arithmetic, and where it is defined."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of arithmetic.

    Attributes:
        label: What the line is about, in words.
        arithmetic: Either "calculation = result" with numbers and signs alone, so that a calculator
            can follow it, or a short remark that has no equals sign.
    """

    label: str
    arithmetic: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """How one printed number came about. No text here carries Markdown.

    Attributes:
        title: Name of the number.
        says: One sentence that says what the number is.
        lines: The arithmetic with the person's own answers, first step first.
        formula: The general formula in words.
        section: Heading of docs/method.md that defines the number.
    """

    title: str
    says: str
    lines: tuple[Line, ...]
    formula: str
    section: str
