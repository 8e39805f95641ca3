"""Numbers fitted to simulated lifters and logs; written by `tests/benchmarks/fit.py`, not by hand.

LEARNING is the mean of what a lifter has to learn at first, log; RETURN to PLATEAU the weights of
a logistic score each, the constant, then one for each sign of `phase.terms_of`; LEVEL_P the
probability at which levelling off is called; HIT the weights of `Forecast.hit_signs`.
"""

VERSION = 5
LEARNING_NOVICE = 0.17
LEARNING_INTERMEDIATE = 0.04
LEARNING_UNKNOWN = 0.1
RETURN = (-6.689, 258.4)
FATIGUE = (-3.4, 0.2946, 12.39, 0.5385)
EARLY = (0.009306, 3.412, -0.06866)
PLATEAU = (1.89, -4.634)
LEVEL_P = 0.66
HIT = (-0.0434, 0.9842, 0.4327)
