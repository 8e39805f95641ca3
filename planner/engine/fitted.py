"""Numbers fitted to simulated lifters; written by `tests/benchmarks/fit_phases.py`, not by hand.

Weights of a logistic score each: the constant, then one for each sign of `phase.terms_of`.
"""

VERSION = 1
RETURN = (-6.721, 259.3)
FATIGUE = (-3.361, 0.2904, 12.38, 0.5369)
EARLY = (0.9968, 2.907, -0.1094)
PLATEAU = (2.053, -5.199)
