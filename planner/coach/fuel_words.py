"""Say what to eat and drink in words: for the dialog, below the bodyweight, and on the sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.coach import fuel, wording
from planner.coach.fuel import DoctorLimit, Targets, Volume, Withheld
from planner.engine.terms import N_, Phrase, phrase
from planner.language import tr

WHO_SAYS = {
    Withheld.UNDER_18: N_(
        "Under 18, a doctor or dietitian says how much; no number is shown here."
    ),
    Withheld.KIDNEY: N_(
        "With kidney disease, a doctor or dietitian says how much; no number is shown here."
    ),
    Withheld.PREGNANCY: N_(
        "In pregnancy, a midwife or doctor says how much; no number is shown here."
    ),
    Withheld.PROFESSIONAL: N_("A doctor or dietitian says how much; no number is shown here."),
}
_PROTEIN_LIMIT = (  # without and with a last day
    N_("Protein at most {most} g a day, a limit by {by}"),
    N_("Protein at most {most} g a day, a limit by {by} until {until_on}"),
)
_DRINKS_LIMIT = (
    N_("Drinks at most {most} a day, a limit by {by}"),
    N_("Drinks at most {most} a day, a limit by {by} until {until_on}"),
)
CARBOHYDRATE = phrase(
    "Carbohydrate: who has eaten before and does up to {sets} sets of a muscle in a session lifts "
    "no better with more of it, in most of 49 studies (Henselmans 2022).",
    sets=fuel.ENOUGH_SETS,
)


def protein(made: Targets) -> Phrase | None:
    """Say how much protein a day, or who limited it; None without a bodyweight or a number."""
    if made.protein_limit is not None:
        return _limited(
            _PROTEIN_LIMIT,
            made.protein_limit,
            wording.number(made.protein_limit.most, 0),
        )
    if made.protein_g is None:
        return None
    low, high = (whole(each) for each in made.protein_g)
    return phrase("Protein {low}–{high} g a day", low=low, high=high)


def drinks(made: Targets) -> Phrase | None:
    """Say how much to drink a day, or who limited it; None where no number is shown."""
    limit, volume = made.drinks_limit, made.goals.volume
    if limit is not None:
        return _limited(_DRINKS_LIMIT, limit, quantity(limit.most, volume))
    if made.withheld is not None:
        return None
    return phrase("Drinks {goal} a day, your goal", goal=quantity(made.goals.drinks_l, volume))


def line(made: Targets, dates: wording.Dates = wording.short_date) -> str:
    """Return both in one line; '' where there is nothing to say."""
    told = [each for each in (protein(made), drinks(made)) if each is not None]
    return "; ".join(wording.render(each, dates=dates) for each in told)


def on_sheet(lifter_id: int, on: date) -> tuple[str, ...]:
    """Return what a lifter's sheet says of food and drink from a day on, naming nobody; nothing
    unless that is wanted."""
    made = fuel.targets(lifter_id, on)
    told = line(_nameless(made)) if made.goals.printed else ""
    return (f"{told}.",) if told else ()


def whole(grams: float) -> str:
    """Write grams of protein, which nobody weighs to less than five: '130'."""
    return wording.number(5 * round(grams / 5), 0)


def quantity(litres: float, volume: Volume, decimals: int = 1) -> str:
    """Write an amount of drinks with its unit: '2.8 l', '12 cups (US)', '12 cups (metric)'."""
    shown = wording.number(fuel.amount(litres, volume), decimals)
    if volume is Volume.LITRE:
        return tr("{amount} l").format(amount=shown)
    us = volume is Volume.US_CUP
    return tr("{amount} cups (US)" if us else "{amount} cups (metric)").format(amount=shown)


def _nameless(made: Targets) -> Targets:
    """Return targets whose limits do not say by whom: others read a sheet."""
    protein_limit, drinks_limit = (
        limit and replace(limit, by="") for limit in (made.protein_limit, made.drinks_limit)
    )
    return replace(made, protein_limit=protein_limit, drinks_limit=drinks_limit)


def _limited(words: tuple[str, str], limit: DoctorLimit, most: str) -> Phrase:
    lasting, ending = words
    by = limit.by or phrase("a doctor")
    if limit.until is None:
        return phrase(lasting, most=most, by=by)
    return phrase(ending, most=most, by=by, until_on=limit.until)
