"""A variation of a lift that is known: what the lifter brings to it, and what is left to learn.

Experience belongs to a movement, not to a person: what years of squats have taught is there on
the first day of front squats, and does not help the first snatch.
"""

from __future__ import annotations

from dataclasses import replace
from math import sqrt
from typing import NamedTuple

from planner.engine import evidence, forecast, trend
from planner.engine.forecast import Forecast
from planner.engine.terms import Complexity, Exercise, Experience
from planner.engine.trend import Prior

_CARRIED = evidence.LEARNING_CARRIED.value
_T4_SCALE = evidence.T4_SCALE.value


class Known(NamedTuple):
    """What a lift says of its variation, on the day that this begins.

    `log_kg` is the strength expected in the variation, with its spread `sd`; `familiarity` is 0
    for a movement that is all new, and near 1 for almost the same one, known for years.
    """

    log_kg: float
    sd: float
    familiarity: float


def prior_of(exercise: Exercise, experience: Experience, known: Known | None) -> Prior:
    """Return what is believed of a lift before its first session.

    To an experienced lifter a technical movement is as new as to a novice. Of a variation, part
    is learned already, and regained after time off, with the lift that it varies.
    """
    prior = trend.PRIORS[experience]
    if exercise.complexity is Complexity.TECHNICAL and experience is Experience.INTERMEDIATE:
        novice = trend.PRIORS[Experience.NOVICE]
        prior = prior._replace(learning=novice.learning, learning_sd=novice.learning_sd)
    if known is None:
        return prior
    left = 1.0 - _CARRIED * known.familiarity
    return prior._replace(
        learning=left * prior.learning,
        learning_sd=left * prior.learning_sd,
        loss=left * prior.loss,
        loss_sd=left * prior.loss_sd,
    )


def first_forecast(known: Known | None, log_load: float) -> Forecast:
    """Return the forecast of the first session at a planned log load.

    Both count by how sure they are: that somebody chose the load, which tells more, and the lift
    that is varied, which tells of a load that does not fit the lifter.
    """
    made = forecast.guess(log_load)
    if known is None:
        return made
    chosen, own, varied = made.means[0], made.scales[0] ** 2, (_T4_SCALE * known.sd) ** 2
    share = own / (own + varied)
    mean, scale = chosen + share * (known.log_kg - chosen), sqrt(share * varied)
    return replace(made, means=(mean,) * 4, scales=(scale,) * 4)
