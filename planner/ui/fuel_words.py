"""What is read beside the targets of food and drink, in the reader's language and numbers."""

from __future__ import annotations

from datetime import date

from planner.coach import fuel, fuel_words, wording
from planner.coach.fuel import PerMass, Problem, Targets, Volume, Withheld
from planner.engine.terms import Unit
from planner.language import tr
from planner.ui import dates


def per_mass() -> tuple[tuple[PerMass, str], ...]:
    """Return what protein can be counted by, and its words."""
    return (
        (PerMass.KG, tr("g per kg of bodyweight")),
        (PerMass.LB, tr("g per lb of bodyweight")),
    )


def volumes() -> tuple[tuple[Volume, str], ...]:
    """Return what drinks can be counted in, and its words."""
    return (
        (Volume.LITRE, tr("litres")),
        (Volume.US_CUP, tr("cups (US, 237 ml)")),
        (Volume.METRIC_CUP, tr("cups (metric, 250 ml)")),
    )


def grams(made: Targets, low: float, high: float, unit: Unit, today: date) -> str:
    """Say how much protein a day g per kg are for the lifter's latest bodyweight."""
    if made.weight_kg is None or made.weight_on is None:
        return tr("Grams a day appear with a bodyweight: type one in the check-in.")
    text = tr("{0}–{1} g a day at {2} {3} ({4})")
    return text.format(
        fuel_words.whole(low * made.weight_kg),
        fuel_words.whole(high * made.weight_kg),
        wording.mass(made.weight_kg, unit, 1),
        unit,
        dates.short(made.weight_on, today),
    )


def about_protein(per: PerMass) -> str:
    """Say where the range comes from, and what the popular number is counted by."""
    words = tr("The popular “{least}–{most} g” is per pound, as here.")
    if per is PerMass.KG:
        words = tr("The popular “{least}–{most} g” is per pound: {low}–{high} g per kg.")
    least, most = map(wording.number, fuel.POPULAR_G_PER_LB)
    low, high = (
        wording.number(fuel.g_per_kg(each, PerMass.LB), 1) for each in fuel.POPULAR_G_PER_LB
    )
    popular = words.format(least=least, most=most, low=low, high=high)
    mean, most = (rate(each, per) for each in fuel.USUAL_G_PER_KG)
    text = tr(
        "Beyond about {0}, muscle gained no more on average; up to {1} was not ruled out "
        "(Morton 2018)."
    )
    return f"{popular} {text.format(mean, most)}"


def about_drinks(volume: Volume) -> str:
    """Say what is adequate in the unit chosen."""
    men, women = (fuel_words.quantity(each, volume) for each in fuel.DRINKS_AI_L)
    text = tr(
        "Your own goal. Adequate for most: {0} for men, {1} for women, from drinks (IOM 2005). "
        "Less is no deficiency."
    )
    return text.format(men, women)


def carbohydrate() -> str:
    """Say what is known of carbohydrate."""
    return wording.render(fuel_words.CARBOHYDRATE)


def rate(g_per_kg: float, per: PerMass) -> str:
    """Write g per kg of bodyweight as a number of the unit chosen."""
    return wording.number(fuel.rate(g_per_kg, per), 2)


def who_says(why: Withheld) -> str:
    """Say who gives the number to somebody who is shown none."""
    return tr(fuel_words.WHO_SAYS[why])


def problem(wrong: Problem) -> str:
    """Say what an amount must be."""
    return {
        Problem.PROTEIN: tr("Protein goes from a smaller to a larger number, 0.3 to 4 g per kg."),
        Problem.DRINKS: tr("Drinks are 0.2 to 10 litres a day."),
        Problem.PROTEIN_LIMIT: tr("A limit on protein is 10 to 500 g a day."),
        Problem.DRINKS_LIMIT: tr("A limit on drinks is 0.2 to 10 litres a day."),
    }[wrong]


def line(made: Targets, today: date) -> str:
    """Return both targets in one line; '' where there is nothing to say."""
    return fuel_words.line(made, lambda day: dates.short(day, today))
