"""Which weights plates add up to, and which plates add up to a weight.

Plates are (weight in kg, how many), in any order. Sums are counted on a lattice as the bits of
one whole number, so that a dozen sizes cost no more than a few; pounds among kilograms are a
lattice of their own.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import chain
from math import gcd
from typing import NamedTuple

from planner.engine.terms import KG_PER_LB, Unit

Plates = tuple[tuple[float, int], ...]
MOST_KG = 500.0  # on one side; no bar takes more
_FINE = 1000  # parts of a kilogram or pound that weights are counted in
_SAME_KG = 1e-4  # two sums closer than this are one
_EVEN_KG, _ERROR_KG = 0.005, 1e-5  # weights in kilograms are multiples of the first
_DIGITS = 6


class _Lattice(NamedTuple):
    """Plates of one unit, heaviest first, as multiples of `step_kg`.

    Bit n of `reach[i]` says that the plates from the i-th on make n steps.
    """

    step_kg: float
    weights: tuple[tuple[int, int], ...]
    reach: tuple[int, ...]


def unit_of(weight_kg: float, usual: Unit) -> Unit:
    """Return the unit a plate, bar or dumbbell is made in; the usual one when it fits none."""
    if abs(weight_kg - _EVEN_KG * round(weight_kg / _EVEN_KG)) < _ERROR_KG:
        return Unit.KG
    quarters = 4.0 * weight_kg / KG_PER_LB
    return Unit.LB if abs(quarters - round(quarters)) < 1e-4 else usual


def sums(plates: Plates) -> tuple[float, ...]:
    """Return every weight that plates of one unit make, lightest first, kg."""
    return _sums(_both(plates)[0])


def mixed(plates: Plates) -> bool:
    """Tell whether there are plates of both units."""
    return bool(_both(plates)[1].weights)


@lru_cache(maxsize=64)
def rungs(plates: Plates, step_kg: float) -> tuple[float, ...]:
    """Return weights that plates make, about a step apart: the lightest of each step, kg."""
    mains, beside = [_sums(lattice) for lattice in _both(plates)]
    most = min(mains[-1] + beside[-1], MOST_KG)
    edges = [round(place * step_kg, _DIGITS) for place in range(int(most / step_kg + _SAME_KG) + 1)]
    made = [_lightest(edge, edge + step_kg, mains, beside) for edge in edges]
    return tuple([kg for kg in made if kg is not None])


def fill(weight_kg: float, plates: Plates, within_kg: float = _SAME_KG) -> tuple[float, ...] | None:
    """Return plates that make a weight, as heavy as can be first, kg; None when none do."""
    main, other = _both(plates)
    for part in _sums(other):
        rest = _fill(weight_kg - part, main, within_kg)
        if rest is not None:
            beside = _fill(part, other, within_kg) or ()
            return tuple(sorted(chain(rest, beside), reverse=True))
    return None


def lightest_plate(plates: Plates) -> float:
    """Return the lightest plate of the unit that most plates are of, kg."""
    main, _ = _both(plates)
    return main.step_kg * min([weight for weight, _ in main.weights], default=1)


def _lightest(
    from_kg: float, below_kg: float, mains: tuple[float, ...], beside: tuple[float, ...]
) -> float | None:
    """Return the lightest weight in a span, one of the main unit where it is at the very start."""
    found = []
    for part in beside:
        place = bisect_left(mains, from_kg - part - _SAME_KG)
        if place < len(mains) and (made := part + mains[place]) < below_kg - _SAME_KG:
            found.append(round(made, _DIGITS))
            if not part and made - from_kg < _SAME_KG:
                break
    return min(found, default=None)


def _fill(weight_kg: float, lattice: _Lattice, within_kg: float) -> tuple[float, ...] | None:
    left = round(weight_kg / lattice.step_kg)
    apart = abs(left * lattice.step_kg - weight_kg)
    if apart > within_kg or not _has(lattice.reach[0], left):
        return None
    made: list[float] = []
    for (weight, count), further in zip(lattice.weights, lattice.reach[1:], strict=True):
        most = min(count, left // weight)
        used = next(n for n in range(most, -1, -1) if _has(further, left - n * weight))
        made += [round(weight * lattice.step_kg, _DIGITS)] * used
        left -= used * weight
    return tuple(made)


def _has(bits: int, place: int) -> bool:
    return place >= 0 and bool(bits >> place & 1)


@lru_cache(maxsize=64)
def _sums(lattice: _Lattice) -> tuple[float, ...]:
    bits = reversed(f"{lattice.reach[0]:b}")
    return tuple([round(n * lattice.step_kg, _DIGITS) for n, bit in enumerate(bits) if bit == "1"])


@lru_cache(maxsize=64)
def _both(plates: Plates) -> tuple[_Lattice, _Lattice]:
    """Return the lattice of the unit that most plates are of, and that of the other."""
    real = [(kg, count) for kg, count in plates if kg * _FINE >= 1.0 and count > 0]
    pounds = [plate for plate in real if unit_of(plate[0], Unit.KG) is Unit.LB]
    kilograms = [plate for plate in real if plate not in pounds]
    made = _lattice(kilograms, 1.0), _lattice(pounds, KG_PER_LB)
    fewer = sum(count for _, count in kilograms) < sum(count for _, count in pounds)
    return (made[1], made[0]) if fewer else made


def _lattice(plates: list[tuple[float, int]], unit_kg: float) -> _Lattice:
    parts = sorted([(round(kg / unit_kg * _FINE), count) for kg, count in plates], reverse=True)
    step = gcd(*[part for part, _ in parts]) or _FINE
    step_kg = step / _FINE * unit_kg
    weights = tuple((part // step, count) for part, count in parts)
    reach, mask = [1], (1 << int(MOST_KG / step_kg) + 1) - 1
    for weight, count in reversed(weights):
        reach.append(_with(reach[-1], weight, count) & mask)
    return _Lattice(step_kg, weights, tuple(reversed(reach)))


def _with(bits: int, weight: int, count: int) -> int:
    """Return the sums once up to `count` plates of a weight may be added."""
    together = 1
    while count > 0:
        taken = min(together, count)
        bits |= bits << taken * weight
        count, together = count - taken, 2 * together
    return bits
