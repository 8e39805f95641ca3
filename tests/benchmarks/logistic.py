"""Logistic regression, for the scores and chances that are fitted."""

from __future__ import annotations

import numpy as np
from scores import Numbers

RIDGE = 1e-3
ROUNDS = 30


def weights_of(signs: Numbers, happened: Numbers, counts: Numbers | float = 1.0) -> Numbers:
    """Return the weights of a logistic regression by Newton's method, with a slight ridge.

    `signs` is rows × signs, `happened` 0 or 1, `counts` how much each row counts.
    """
    weights = np.zeros(signs.shape[1])
    for _ in range(ROUNDS):
        chance = 1.0 / (1.0 + np.exp(-np.clip(signs @ weights, -30.0, 30.0)))
        bend = (signs.T * (counts * chance * (1.0 - chance))) @ signs
        slope = signs.T @ (counts * (happened - chance)) - RIDGE * weights
        weights += np.linalg.solve(bend + RIDGE * np.eye(len(weights)), slope)
    return weights
