"""What to eat and drink beside training."""

from __future__ import annotations

from planner.engine.evidence.constant import Constant

PROTEIN = (
    Constant("protein a day, from", 1.6, "g/kg", "morton-2018"),
    Constant(
        "protein a day, up to (the end of what was not ruled out)", 2.2, "g/kg", "morton-2018"
    ),
)
POPULAR_PROTEIN = (
    Constant("protein that people speak of, from", 0.8, "g/lb", "thumb"),
    Constant("the same, up to", 1.0, "g/lb", "thumb"),
)
DRINKS_GOAL = Constant("drinks that people speak of", 12.0, "US cups", "thumb")
DRINKS_AI = (
    Constant("drinks that are adequate for men, a day", 3.0, "l", "iom-2005"),
    Constant("drinks that are adequate for women, a day", 2.2, "l", "iom-2005"),
)
CARBOHYDRATE_SETS = Constant(
    "sets of a muscle in a session that need no more carbohydrate", 10.0, "sets", "henselmans-2022"
)
FUEL_AGE = Constant("age from which targets of food and drink are shown", 18.0, "years", "thumb")
