"""Numbers fitted to simulated lifters; written by `tests/benchmarks/fit_phases.py`, not by hand.

Weights of a logistic score each: the constant, then one for each sign of `phase.terms_of`.
"""

VERSION = 1
RETURN = (-6.866, 275.2)
FATIGUE = (-3.212, 0.2758, 12.3, 0.5381)
EARLY = (1.493, 2.851, -0.1342)
PLATEAU = (2.244, -5.333)
