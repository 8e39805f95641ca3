"""Numbers fitted to simulated lifters and logs; written by `tests/benchmarks/fit.py`, not by hand.

LEARNING is the mean of what a lifter has to learn at first, log; RETURN to PLATEAU the weights of
a logistic score each, the constant, then one for each sign of `phase.terms_of`; LEVEL_P the
probability at which levelling off is called; HIT the weights of `Forecast.hit_signs`.
"""

VERSION = 2
LEARNING_NOVICE = 0.17
LEARNING_INTERMEDIATE = 0.04
LEARNING_UNKNOWN = 0.1
RETURN = (-6.688, 258.2)
FATIGUE = (-3.402, 0.2945, 12.38, 0.5389)
EARLY = (0.01074, 3.412, -0.0685)
PLATEAU = (1.882, -4.627)
LEVEL_P = 0.68
HIT = (-0.04021, 0.9809, 0.4417)
