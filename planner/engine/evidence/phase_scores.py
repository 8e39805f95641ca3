"""How phases are told apart: the fitted weights of their scores."""

from __future__ import annotations

from planner.engine import fitted
from planner.engine.evidence.constant import Constant


def _scores(what: str, weights: tuple[float, ...], *signs: str) -> tuple[Constant, ...]:
    """Return the fitted weights of a phase's score: its constant, then one for each sign."""
    names = ("constant", *signs)
    pairs = zip(names, weights, strict=True)
    return tuple([Constant(f"{what} score, {n}", w, "logit", "simulation") for n, w in pairs])


PHASE_SCORES = (
    *_scores("return", fitted.RETURN, "per log of loss"),
    *_scores("fatigue", fitted.FATIGUE, "per % short", "per log volume", "per Hooper point"),
    *_scores("early gains", fitted.EARLY, "per sd over 3 %", "per week"),
    *_scores("plateau", fitted.PLATEAU, "per sd over 0.8 %"),
)
