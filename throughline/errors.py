"""Every error Throughline raises on purpose, under one roof."""


class ThroughlineError(Exception):
    """Something the caller can explain to a person in one sentence."""


class ContentError(ThroughlineError):
    """A file in ``data/`` cannot be used; the message names the file, the place and the problem."""


class UnknownQuestion(ThroughlineError):
    """An id that no question, box, list or domain carries."""


class NotEnoughAnswers(ThroughlineError):
    """A figure was asked for that the answers given so far cannot support."""
