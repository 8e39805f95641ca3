"""Days, clock times and tonnage in words, as the log tab says them."""

from __future__ import annotations

from datetime import date

from planner.coach import estimates, wording
from planner.engine.terms import KG_PER_LB, Reading, Unit
from planner.language import tr
from planner.ui import counts, dates

KG_PER_TONNE = 1000.0


def day(on: date, beside: date | None = None) -> str:
    """Write 'Thu 5 Nov'; with the year when `beside` has another."""
    return dates.with_weekday(on, beside)


def tonnage(kg: float, unit: Unit) -> str:
    """Write moved weight: '4.1 t', or '9,040 lb'; '' for none."""
    if kg <= 0:
        return ""
    if unit is Unit.LB:
        return tr("{0} lb").format(counts.count(round(kg / KG_PER_LB)))
    return tr("{0} t").format(wording.with_zeros(kg / KG_PER_TONNE, 1))


def work_done(sets: int, kg: float, unit: Unit, warm_ups: int = 0) -> str:
    """Write '11 sets · 4.1 t', '7 sets and 1 warm-up · 2.2 t'."""
    done = [counts.sets(sets), *([counts.warm_ups(warm_ups)] if warm_ups else [])]
    return " · ".join(part for part in (wording.listed(done), tonnage(kg, unit)) if part)


def strength(reading: Reading | None, unit: Unit, least_kg: float | None = None) -> str:
    """Write 'e1RM about 139 kg (134–144)', 'e1RM at least 139 kg', or '' when it is not known.

    A bodyweight that was assumed is told. Sets that have shown more than was held likely tell the
    least: 'e1RM at least 145 kg by these sets'.
    """
    if least_kg is not None and estimates.is_above(least_kg, reading):
        shown = estimates.about(least_kg, None, unit)
        return tr("e1RM at least {0} by these sets").format(shown)
    if reading is None or reading.strength_kg is None:
        return ""
    pattern = tr("e1RM at least {0}") if reading.capped else tr("e1RM about {0}")
    sd = estimates.spread_kg(reading)
    said = pattern.format(estimates.about(reading.strength_kg, sd, unit))
    kg = estimates.assumed_bodyweight_kg(reading)
    if kg is None:
        return said
    assumed = f"{wording.mass(kg, unit, 0)} {unit}"
    return tr("{0}, taking bodyweight for {1}").format(said, assumed)


def tempo_kept(kept: int, known: int) -> str:
    """Write 'tempo kept 2 of 3'; '' when it is known of no set."""
    return tr("tempo kept {0} of {1}").format(kept, known) if known else ""


def what_the_range_means() -> str:
    """Say what the numbers in brackets behind an estimate are."""
    return tr(
        "Nine times in ten strength, as your usual sets show it, lies in the range in brackets. "
        "A single that you rarely do can lie farther off."
    )
