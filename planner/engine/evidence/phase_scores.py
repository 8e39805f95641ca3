"""How phases are told apart: the fitted weights of their scores."""

from __future__ import annotations

from planner.engine import fitted
from planner.engine.evidence.constant import Constant
from planner.engine.terms import N_


def _scores(what: str, weights: tuple[float, ...], *signs: str) -> tuple[Constant, ...]:
    """Return the fitted weights of a phase's score: its constant, then one for each sign."""
    pairs = zip((N_("constant"), *signs), weights, strict=True)
    return tuple([
        Constant("{phase} score, {sign}", weight, "logit", "simulation",
                 (("phase", what), ("sign", sign)))
        for sign, weight in pairs
    ])  # fmt: skip


PHASE_SCORES = (
    *_scores(N_("return"), fitted.RETURN, N_("per log of loss")),
    *_scores(
        N_("fatigue"),
        fitted.FATIGUE,
        N_("per % short"),
        N_("per log volume"),
        N_("per Hooper point"),
    ),
    *_scores(N_("early gains"), fitted.EARLY, N_("per sd over 3 %"), N_("per week")),
    *_scores(N_("plateau"), fitted.PLATEAU, N_("per sd over 0.8 %")),
)
