"""Numbers fitted to simulated lifters; written by `tests/benchmarks/fit_phases.py`, not by hand.

Weights of a logistic score each: the constant, then one for each sign of `phase.terms_of`.
"""

RETURN = (-6.708, 258.8)
FATIGUE = (-3.374, 0.2917, 12.43, 0.5375)
EARLY = (0.6189, 2.832, -0.09029)
PLATEAU = (2.036, -5.299)
