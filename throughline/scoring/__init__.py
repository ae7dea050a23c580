"""Answers in, Profile out: balance, range, bounds, domains, map, support, habits and quality notes."""

from throughline.scoring.profile import Profile, score, score_form

__all__ = ["Profile", "score", "score_form"]
