"""Numbers fitted to simulated lifters and logs; written by `tests/benchmarks/fit.py`, not by hand.

LEARNING is the mean of what a lifter has to learn at first, log; RETURN to PLATEAU the weights of
a logistic score each, the constant, then one for each sign of `phase.terms_of`; LEVEL_P the
probability at which levelling off is called; HIT the weights of `Forecast.hit_signs`.
"""

VERSION = 1
LEARNING_NOVICE = 0.17
LEARNING_INTERMEDIATE = 0.04
LEARNING_UNKNOWN = 0.1
RETURN = (-6.708, 258.2)
FATIGUE = (-3.385, 0.2946, 12.43, 0.537)
EARLY = (0.2954, 2.952, -0.07059)
PLATEAU = (2.08, -5.332)
LEVEL_P = 0.62
HIT = (-0.03608, 0.9792, 0.4422)
