"""The vocabulary: every value that rooms hand to each other.

All values are frozen. Loads are kilograms, lengths metres, durations seconds, days local
civil dates. What is unknown is None, never 0.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from datetime import date, datetime
from enum import StrEnum
from itertools import repeat
from typing import Any, TypeAlias, TypeVar

KG_PER_LB = 0.45359237  # definition of the avoirdupois pound, 1959
LEVELLING_OFF_DAYS = 28  # how long levelling off is news, rule of thumb


class Unit(StrEnum):
    """The unit in which a lifter types and reads loads."""

    KG = "kg"
    LB = "lb"


class LoadKind(StrEnum):
    """What the typed load means: on the bar, added to or taken off the bodyweight, or nothing."""

    EXTERNAL = "external"
    ADDED = "added"
    ASSISTED = "assisted"
    BODYWEIGHT = "bodyweight"
    NONE = "none"


class Measure(StrEnum):
    """What a set of the exercise counts."""

    REPS = "reps"
    SECONDS = "seconds"
    DISTANCE = "distance"
    QUALITY = "quality"
    REACH = "reach"


class SetKind(StrEnum):
    """Why a set was done; only work, failure and drop sets are training stimulus."""

    WORK = "work"
    WARMUP = "warmup"
    DROP = "drop"
    FAILURE = "failure"


class Technique(StrEnum):
    """How the movement looked."""

    SOUND = "sound"
    MINOR = "minor"
    BREAKDOWN = "breakdown"


class Side(StrEnum):
    """Which side of the body a set trained; EACH is the same set once per side."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"
    EACH = "each"


class Complexity(StrEnum):
    """How much there is to learn, the coarse classes that the learning prior distinguishes."""

    ISOLATION = "isolation"
    MACHINE = "machine"
    BARBELL = "barbell"
    TECHNICAL = "technical"


class Category(StrEnum):
    """The modality of training."""

    STRENGTH = "strength"
    NEUROMUSCULAR = "neuromuscular"
    ENDURANCE = "endurance"
    FLEXIBILITY = "flexibility"


class Pattern(StrEnum):
    """The movement pattern."""

    SQUAT = "squat"
    HINGE = "hinge"
    LUNGE = "lunge"
    HORIZONTAL_PUSH = "horizontal_push"
    VERTICAL_PUSH = "vertical_push"
    HORIZONTAL_PULL = "horizontal_pull"
    VERTICAL_PULL = "vertical_pull"
    CARRY = "carry"
    ROTATION = "rotation"
    ANTI_MOVEMENT = "anti_movement"
    ISOLATION = "isolation"
    OLYMPIC = "olympic"
    JUMP = "jump"
    THROW = "throw"
    BALANCE = "balance"
    CONDITIONING = "conditioning"
    MOBILITY = "mobility"


class Equipment(StrEnum):
    """What the exercise needs."""

    BARBELL = "barbell"
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    MACHINE = "machine"
    PLATE_MACHINE = "plate_machine"
    SMITH = "smith"
    CABLE = "cable"
    BAND = "band"
    BODYWEIGHT = "bodyweight"
    BALL = "ball"
    BOARD = "board"
    CARDIO = "cardio"
    OTHER = "other"


class Muscle(StrEnum):
    """The muscles that hard sets are counted for."""

    QUADS = "quads"
    HAMSTRINGS = "hamstrings"
    GLUTES = "glutes"
    ADDUCTORS = "adductors"
    ABDUCTORS = "abductors"
    CALVES = "calves"
    SHINS = "shins"
    HIP_FLEXORS = "hip_flexors"
    CHEST = "chest"
    LATS = "lats"
    UPPER_BACK = "upper_back"
    TRAPS = "traps"
    LOWER_BACK = "lower_back"
    FRONT_DELTS = "front_delts"
    SIDE_DELTS = "side_delts"
    REAR_DELTS = "rear_delts"
    ROTATOR_CUFF = "rotator_cuff"
    BICEPS = "biceps"
    TRICEPS = "triceps"
    FOREARMS = "forearms"
    ABS = "abs"
    OBLIQUES = "obliques"
    NECK = "neck"


class Experience(StrEnum):
    """Experience with the movement at hand, not with lifting in general."""

    NOVICE = "novice"
    INTERMEDIATE = "intermediate"
    RETURNER = "returner"
    UNKNOWN = "unknown"


class Phase(StrEnum):
    """The phase of adaptation a lift is in."""

    EARLY = "early"
    STEADY = "steady"
    PLATEAU = "plateau"
    FATIGUE = "fatigue"
    RETURN = "return"
    UNCLEAR = "unclear"


_CALM = (Phase.EARLY, Phase.STEADY, Phase.UNCLEAR)


class Confidence(StrEnum):
    """How sure a statement is, in the words the lifter reads."""

    LIKELY = "likely"
    FAIRLY_SURE = "fairly sure"
    CANT_TELL = "can't tell"


class SuggestionKind(StrEnum):
    """What a suggestion asks the lifter to do."""

    INCREASE = "increase"
    HOLD = "hold"
    LEVEL_OFF = "level_off"
    RETURN_RAMP = "return_ramp"
    ADD_SET = "add_set"
    REP_RANGE = "rep_range"
    VARIATION = "variation"
    DELOAD = "deload"
    REST_DAY = "rest_day"


PhraseValue: TypeAlias = str | float | int | date | None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence to show: a template and its numbers, formatted and translated at the edge.

    The end of a value's name says what it is: `_kg` a load in kilograms, `e1rm_kg` an estimate,
    `_pct` a percentage, `_p` a probability 0–1, `_on` a date, `_days` and `_weeks` durations;
    anything else is shown as it is.
    """

    template: str
    values: tuple[tuple[str, PhraseValue], ...] = ()

    def value(self, name: str) -> PhraseValue:
        """Return the value called `name`; KeyError when the phrase has none."""
        return dict(self.values)[name]


def phrase(template: str, /, **values: PhraseValue) -> Phrase:
    """Build a Phrase from keyword values, in the order given."""
    return Phrase(template, tuple(values.items()))


@dataclass(frozen=True, slots=True)
class Exercise:
    """One movement. `muscles` pairs a muscle with its share: 1.0 prime mover, 0.5 helper."""

    slug: str
    name: str = ""
    pattern: Pattern = Pattern.ISOLATION
    muscles: tuple[tuple[Muscle, float], ...] = ()
    load_kind: LoadKind = LoadKind.EXTERNAL
    complexity: Complexity = Complexity.BARBELL
    bodyweight_share: float = 0.0
    equipment: Equipment = Equipment.BARBELL
    category: Category = Category.STRENGTH
    measure: Measure = Measure.REPS
    per_side: bool = False
    rest_s: int = 120
    step_kg: float = 2.5
    parent: str | None = None
    similarity: float = 0.0
    aliases: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    custom: bool = False
    id: int | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Inventory:
    """What this lifter's gym can load, in kilograms. Plates are (weight, pairs), heaviest first."""

    bar_kg: float = 20.0
    plates_kg: tuple[tuple[float, int], ...] = (
        (25.0, 8), (20.0, 2), (15.0, 2), (10.0, 4), (5.0, 4), (2.5, 4), (1.25, 2),
    )  # fmt: skip
    dumbbell_step_kg: float = 2.0
    stack_step_kg: float = 5.0


@dataclass(frozen=True, slots=True)
class Lifter:
    """A person who trains; to a trainer, a client.

    `novelty_budget` is how many exercises may be new within two weeks; None is the usual.
    """

    experience: Experience = Experience.UNKNOWN
    bodyweight_kg: float | None = None
    name: str = ""
    unit: Unit = Unit.KG
    inventory: Inventory = field(default_factory=Inventory)
    birth_year: int | None = None
    sex: str | None = None
    coach: str = ""
    note: str = ""
    archived_on: date | None = None
    novelty_budget: int | None = None
    id: int | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class LoggedSet:
    """A performed set. `load` and `unit` are what was typed; `load_kg` is for computing.

    For assisted exercises the load is the help. `flags` holds words such as 'suspect' (looks
    like a typing error) and 'convention' (counted differently from the days before).
    """

    load_kg: float | None
    reps: int | None
    rir: float | None = None
    kind: SetKind = SetKind.WORK
    target_reps: int | None = None
    seconds: float | None = None
    distance_m: float | None = None
    tempo: str = ""
    technique: Technique | None = None
    pain: int | None = None
    side: Side = Side.BOTH
    note: str = ""
    load: float | None = None
    unit: Unit = Unit.KG
    logged_at: datetime | None = None
    flags: frozenset[str] = frozenset()
    source_line: int | None = None
    source_text: str = ""
    id: int | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class LoggedExercise:
    """A slot of a session: one exercise and its sets in order. The same exercise may come twice."""

    exercise: str
    sets: tuple[LoggedSet, ...] = ()
    superset: int | None = None
    rest_s: int | None = None
    note: str = ""
    planned_exercise_id: int | None = None
    id: int | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """A training session on its local civil date."""

    on: date
    exercises: tuple[LoggedExercise, ...] = ()
    name: str = ""
    started_at: datetime | None = None
    duration_s: int | None = None
    utc_offset_min: int | None = None
    note: str = ""
    finished: bool = False
    planned_session_id: int | None = None
    import_id: int | None = None
    id: int | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class PlannedSet:
    """A prescribed set. `reps_low == reps_high` is a fixed count; a load may be kg or %e1RM."""

    reps_low: int | None = None
    reps_high: int | None = None
    rir: float | None = None
    load_kg: float | None = None
    percent_e1rm: float | None = None
    amrap: bool = False
    kind: SetKind = SetKind.WORK
    seconds: float | None = None
    load: float | None = None
    unit: Unit = Unit.KG
    id: int | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class PlannedExercise:
    """An exercise in a planned session with its sets in order."""

    exercise: str
    sets: tuple[PlannedSet, ...] = ()
    superset: int | None = None
    rest_s: int | None = None
    tempo: str = ""
    note: str = ""
    id: int | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """A session of a microcycle; `day` counts from the microcycle's first day, 0-based."""

    name: str
    day: int
    exercises: tuple[PlannedExercise, ...] = ()
    note: str = ""
    id: int | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Microcycle:
    """A training week (or cycle of `days` days) of a mesocycle; `number` counts from 1."""

    number: int
    starts_on: date
    sessions: tuple[PlannedSession, ...] = ()
    days: int = 7
    deload: bool = False
    note: str = ""
    id: int | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Mesocycle:
    """A block of microcycles with one goal."""

    name: str
    started_on: date
    weeks: tuple[Microcycle, ...] = ()
    goal: str = ""
    program: str | None = None
    note: str = ""
    id: int | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """How the lifter feels, 1 (poor) to 5 (good); soreness 1 (none) to 5 (very), also per area.

    What was not answered stays None.
    """

    on: date
    sleep: int | None = None
    sleep_hours: float | None = None
    soreness: int | None = None
    sore_areas: tuple[tuple[str, int], ...] = ()
    mood: int | None = None
    motivation: int | None = None
    energy: int | None = None
    note: str = ""
    id: int | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Absence:
    """Days away from training, both ends included; `until` None means still away."""

    since: date
    until: date | None = None
    reason: str = ""
    note: str = ""
    id: int | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class ExerciseDay:
    """Everything the engine is told about one exercise on one day.

    `muscle_gap_days` is the time since any exercise last trained the same muscles (None: not
    known, then only this exercise's own gap counts); `hard_sets_muscle_7d` the hard sets for
    them in the seven days up to and including `on`.
    """

    on: date
    sets: tuple[LoggedSet, ...]
    muscle_gap_days: int | None = None
    hard_sets_muscle_7d: float | None = None
    check_in: CheckIn | None = None
    technique: Technique | None = None
    bodyweight_kg: float | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What the engine says about a lift on one day.

    `strength_kg` is the e1RM, `strength_sd` its standard deviation in kg. Gains are
    fractions over 28 days (0.03 is 3 %). `retained` is the fraction of strength kept through
    the current gap. `expected_return` is (earliest, latest) date of being back, or None.
    `capped` is True when every recent set was stopped at its target, so that strength is
    known only as 'at least'.
    """

    on: date
    exercise: str
    sessions: int
    strength_kg: float | None
    strength_sd: float | None
    gain_28d: float | None
    gain_28d_sd: float | None
    p_level: float | None
    levelled_off_on: date | None
    phase: Phase
    phase_probabilities: Mapping[Phase, float]
    fatigue: float | None = None
    retained: float = 1.0
    expected_return: tuple[date, date] | None = None
    confidence: Confidence = Confidence.CANT_TELL
    capped: bool = False
    gain_before: float | None = None
    last_on: date | None = None
    facts: tuple[Phrase, ...] = ()

    @property
    def levelling_off(self) -> bool:
        """True for four weeks after the early rise has bent, unless another phase took over."""
        if self.levelled_off_on is None or self.phase not in _CALM:
            return False
        return (self.on - self.levelled_off_on).days <= LEVELLING_OFF_DAYS


@dataclass(frozen=True, slots=True)
class Change:
    """What accepting a suggestion does to the next planned sets; None leaves a field alone.

    `exercise` is the slug of the exercise that takes the lift's place.
    """

    load_kg: float | None = None
    sets: int | None = None
    reps_low: int | None = None
    reps_high: int | None = None
    rir: float | None = None
    exercise: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One piece of advice for one lift, with everything needed to check it.

    `exercise` is '' when the advice is for the lifter as a whole. `rule` names the rule that
    fired, `numbers` are its inputs, `reason` the sentence built from them, `would_change` what
    would change the engine's mind, `sources` keys of the evidence page. `effect` says what to
    expect of a change and how well that is known; `others` are further ways, best first.
    """

    kind: SuggestionKind
    exercise: str
    rule: str
    headline: Phrase
    reason: Phrase
    would_change: Phrase
    confidence: Confidence
    numbers: tuple[tuple[str, PhraseValue], ...]
    change: Change | None = None
    priority: int = 0
    sources: tuple[str, ...] = ()
    effect: Phrase | None = None
    others: tuple[Suggestion, ...] = ()


V = TypeVar("V")


def several(kind: type[V], count: int, columns: Mapping[str, Iterable[Any]]) -> list[V]:
    """Make `count` values of a kind column by column, four times as fast as one by one.

    `columns` hold an item for each value; a field without a column takes its default. Raises
    KeyError when it has none.
    """
    made = [object.__new__(kind) for _ in range(count)]
    dataclass_: Any = kind
    for each in fields(dataclass_) if count else ():
        told = each.name in columns or each.default is MISSING
        column = columns[each.name] if told else repeat(each.default)
        deque(map(getattr(kind, each.name).__set__, made, column), maxlen=0)
    return made
