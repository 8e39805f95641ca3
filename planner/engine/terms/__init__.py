"""The vocabulary: every value that rooms hand to each other.

All values are frozen. Loads are kilograms, lengths metres, durations seconds, days local
civil dates. What is unknown is None, never 0.
"""

from planner.engine.terms.advice import (
    LEVELLING_OFF_DAYS,
    Change,
    Confidence,
    ExerciseDay,
    Phase,
    Phrase,
    PhraseValue,
    Reading,
    Suggestion,
    SuggestionKind,
    phrase,
)
from planner.engine.terms.columns import several
from planner.engine.terms.jump import JumpCause
from planner.engine.terms.kinds import (
    KG_PER_LB,
    Category,
    Complexity,
    Equipment,
    Experience,
    Goal,
    Limit,
    LoadKind,
    Measure,
    Muscle,
    Neuromuscular,
    Pattern,
    SetKind,
    Side,
    Technique,
    Unit,
)
from planner.engine.terms.log import (
    SUSPECT,
    UNREAD,
    Absence,
    CheckIn,
    LoggedExercise,
    LoggedSet,
    Session,
)
from planner.engine.terms.people import (
    Exercise,
    Inventory,
    Lifter,
    Skill,
)
from planner.engine.terms.plan import (
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
)

__all__ = [
    "KG_PER_LB",
    "LEVELLING_OFF_DAYS",
    "SUSPECT",
    "UNREAD",
    "Absence",
    "Category",
    "Change",
    "CheckIn",
    "Complexity",
    "Confidence",
    "Equipment",
    "Exercise",
    "ExerciseDay",
    "Experience",
    "Goal",
    "Inventory",
    "JumpCause",
    "Lifter",
    "Limit",
    "LoadKind",
    "LoggedExercise",
    "LoggedSet",
    "Measure",
    "Mesocycle",
    "Microcycle",
    "Muscle",
    "Neuromuscular",
    "Pattern",
    "Phase",
    "Phrase",
    "PhraseValue",
    "PlannedExercise",
    "PlannedSession",
    "PlannedSet",
    "Reading",
    "Session",
    "SetKind",
    "Side",
    "Skill",
    "Suggestion",
    "SuggestionKind",
    "Technique",
    "Unit",
    "phrase",
    "several",
]
