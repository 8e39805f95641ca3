"""Every constant of the engine with its unit and where it comes from, and the sources cited.

All values are on the scale that the code uses; strengths are natural logarithms, so that 0.01
is 1 %. The evidence page lists `CONSTANTS` as they stand here.
"""

from __future__ import annotations

from dataclasses import dataclass

from planner.engine import fitted
from planner.engine.terms import LEVELLING_OFF_DAYS


@dataclass(frozen=True, slots=True)
class Constant:
    """A number the engine relies on; `source` is a key of SOURCES."""

    name: str
    value: float
    unit: str
    source: str


# One set as a measurement of strength
REPS_DIVISOR = Constant("reps per 100 % in 1+(r-1)/29", 29.0, "reps", "nuzzo-2024")
MAX_REPS = Constant("most repetitions that tell strength", 20.0, "reps", "nuzzo-2024")
ABSURD_REPS = Constant("repetitions that nobody does in a set", 200.0, "reps", "thumb")
MAX_RIR = Constant("largest reserve that is believed", 6.0, "reps", "halperin-2022")
RIR_OPEN = Constant("reserve that means 'this many or more'", 5.0, "reps", "hackett-2017")
RIR_BIAS = Constant("reserve is under-rated by", 0.5, "reps", "halperin-2022")
RIR_AT_FAILURE = Constant("reserve left at failure", 0.2, "reps", "thumb")
RIR_UNKNOWN = Constant("reserve assumed when not logged", 1.0, "reps", "thumb")
SET_FATIGUE = Constant("strength lost per set before", 0.012, "log", "simulation")
REPS_SD = Constant("spread of repetitions at failure", 0.5, "reps", "mitter-2022")
REPS_SD_PER_RIR = Constant("further spread per rep in reserve", 0.35, "reps", "refalo-2023")
RIR_SD_CAPPED = Constant("reserve spread, target met", 1.3 / 0.35, "reps", "thumb")
BOUND_SD = Constant("error of a day that stopped at its target", 0.017, "log", "mitter-2022")
FIRST_RESERVE = Constant(
    "a first day stopped at its target is under strength by", 0.08, "log", "simulation"
)
SETS_CORRELATION = Constant("sets of a day err together by", 1.4, "factor", "simulation")
RAMP_WIDTH = Constant("sets this far under the day's best are ramp-up", 0.15, "log", "logs")
SET_TYPO = Constant("a set this far over its neighbours is a typing error", 0.6, "log", "thumb")
BODYWEIGHT_KG = Constant("bodyweight when none is known", 75.0, "kg", "thumb")

# What is believed at first
LEARNING_ISOLATION = Constant("learning time, isolation", 6.0, "learning steps", "simulation")
LEARNING_MACHINE = Constant("learning time, machine", 8.0, "learning steps", "simulation")
LEARNING_BARBELL = Constant("learning time, barbell", 11.0, "learning steps", "rutherford-1986")
LEARNING_TECHNICAL = Constant("learning time, technical", 14.0, "learning steps", "thumb")
LEARNING_FAST = Constant("a fast learner needs", 0.5, "of that time", "simulation")
LEARNING_SLOW = Constant("a slow learner needs", 2.0, "of that time", "simulation")
LEARNING_CARRIED = Constant("a known lift saves its variation", 0.75, "of learning", "thumb")


_PRIOR_NAMES = (
    "learning to come",
    "sd of learning",
    "daily gain",
    "sd of gain",
    "loss to regain",
    "sd of loss",
)
_PRIOR_UNITS = ("log", "log", "log/day", "log/day", "log", "log")


def _prior(who: str, source: str, *values: float) -> tuple[Constant, ...]:
    """Return what is believed of such a lifter: learning, daily gain, loss, each mean and sd."""
    rows = zip(_PRIOR_NAMES, values, _PRIOR_UNITS, strict=True)
    return tuple([Constant(f"{who}, {name}", value, unit, source) for name, value, unit in rows])


def _scores(what: str, weights: tuple[float, ...], *signs: str) -> tuple[Constant, ...]:
    """Return the fitted weights of a phase's score: its constant, then one for each sign."""
    names = ("constant", *signs)
    pairs = zip(names, weights, strict=True)
    return tuple([Constant(f"{what} score, {n}", w, "logit", "simulation") for n, w in pairs])


PRIOR_NOVICE = _prior("novice", "ogasawara-2013", 0.16, 0.10, 5e-4, 4e-4, 0.0, 0.003)
PRIOR_INTERMEDIATE = _prior("intermediate", "latella-2020", 0.02, 0.03, 3e-4, 3e-4, 0.0, 0.005)
PRIOR_RETURNER = _prior("returner", "halonen-2024", 0.03, 0.04, 3e-4, 3e-4, 0.10, 0.06)
PRIOR_UNKNOWN = _prior("unknown", "logs", 0.09, 0.12, 3e-4, 4e-4, 0.01, 0.03)

# How strength moves
DRIFT_SD = Constant("strength drift per root day", 0.003, "log", "simulation")
PAUSE_DRIFT = Constant("a pause drifts as much as training for", 10.0, "days", "simulation")
GAIN_DRIFT_SD = Constant("drift of the daily gain per root day", 3e-5, "log/day", "simulation")
LEARNING_DRIFT_SD = Constant("drift of learning per root day", 0.003, "log", "simulation")
SESSION_SD = Constant("strength differs from day to day by", 0.018, "log", "grgic-2020")
JUMP_SD = Constant("size of a sudden change or an odd day", 0.12, "log", "simulation")
JUMP_P = Constant("chance of a sudden change", 0.03, "probability", "simulation")
ODD_DAY_P = Constant("chance of an odd day", 0.03, "probability", "simulation")
LEARNING_DAYS = Constant("one step of the learning clock", 3.5, "days", "simulation")
GATE_SHARE = Constant("most sessions that may be held out", 0.05, "fraction", "logs")
GATE_MIN = Constant("surprise that is held out, at least", 0.25, "log", "logs")
GATE_SD = Constant("surprise that is held out", 5.0, "standard deviations", "logs")
GATE_MAX = Constant("surprise that is always held out", 0.6, "log", "logs")
GATE_AGREE = Constant("two sessions confirm each other within", 0.12, "log", "logs")
JUMP_NEAR = Constant("a jump is a factor of 2 or of kg to lb within", 0.08, "log", "thumb")
BAND_SD = Constant("a range holds 90 %, to each side", 1.645, "standard deviations", "thumb")

# What the next session will show
EXPERT_SESSIONS = Constant("sessions that habits remember", 5.0, "sessions", "logs")
EXPERT_SD = Constant("error of a forecaster at first", 0.04, "log", "logs")
EXPERT_SD_MIN = Constant("least error of a forecaster", 0.006, "log", "logs")
EXPERT_SD_MAX = Constant("most error that is learnt from", 0.25, "log", "logs")
EXPERT_SD_MEMORY = Constant("a new error counts by", 0.07, "fraction", "logs")
RECORD_SHARE = Constant("share of the forecasters' record that counts", 0.45, "fraction", "logs")
LAST_WEIGHT = Constant("weight of the last session at the same load", 2.0, "factor", "logs")
NEAR_WEIGHT = Constant("weight of nearby loads at another load", 2.0, "factor", "logs")
SAME_LOAD = Constant("loads this close are the same load", 0.01, "log", "logs")
LOAD_SLOPE_WEIGHT = Constant("sureness of that slope at first", 0.02, "log", "logs")
LOAD_SLOPE_MEMORY = Constant("memory of that slope", 0.97, "per session", "logs")
USUAL_LOAD_MEMORY = Constant("a new load counts by", 0.2, "fraction", "logs")
RESERVE_MEMORY = Constant("a new reserve counts by", 0.3, "fraction", "logs")
LOAD_DOUBT_TREND = Constant("doubt of the trend at other loads", 0.4, "log per log", "logs")
LOAD_DOUBT_NEAR = Constant("doubt of nearby loads further off", 0.25, "log per log", "logs")
LOAD_DOUBT_REPS = Constant("doubt of usual reps at other loads", 0.1, "log per log", "logs")
T4_SCALE = Constant("scale of a t₄ with the spread of its errors", 0.68, "factor", "logs")
GUESS_REPS = Constant("reps guessed before the first session", 8.0, "reps", "thumb")
GUESS_SCALE = Constant("and how wide the guess is", 0.2, "log", "thumb")
VARIED_ALIKE = Constant("a variation loaded alike differs by", -0.05, "log", "first-sessions")
VARIED_ALIKE_SD = Constant("and spreads by", 0.6, "log", "first-sessions")
VARIED_IN_HAND = Constant("with a dumbbell, typed load differs by", -0.8, "log", "first-sessions")
VARIED_ONE_SIDE = Constant("one side at a time differs by", -0.7, "log", "first-sessions")
VARIED_OTHER = Constant("with other equipment differs by", -0.15, "log", "first-sessions")
VARIED_OTHER_SD = Constant("and all these spread by", 0.8, "log", "first-sessions")
EXPERT_MEMORY = Constant("memory of the forecasters' record", 0.96, "per session", "logs")
NEAR_LOAD = Constant("loads this close count as the same", 0.03, "log", "logs")
RECENCY = Constant("an older session counts less by", 0.7, "factor per session", "logs")
LOAD_SLOPE = Constant("e1RM shown rises with the load by", 0.6, "log per log", "logs")

GATE_FREE = Constant("sessions that may be held out in any case", 2.0, "sessions", "logs")
PACE_MEMORY = Constant("a new pause between sessions counts by", 0.15, "fraction", "thumb")

# Time off
PAUSE_FADES = Constant("a pause is felt less each session by", 0.5, "factor", "logs")
LONG_PAUSE = Constant("a pause with an uncertain loss from", 60.0, "days", "logs")
EIGHT_WEEKS = Constant("a pause that halves the first sets from", 56.0, "days", "thumb")
BACK_EARLY = Constant("the earlier return is better by", 0.67, "standard deviations", "thumb")
BACK_LATE = Constant("the later return is worse by", 0.84, "standard deviations", "thumb")
GROWTH_GAP_DAYS = Constant(
    "days without training that still count as training", 10.0, "days", "logs"
)
LOSS_MAX = Constant("largest loss through time off", 0.12, "log", "bosquet-2013")
LOSS_DAYS = Constant("time scale of the loss", 80.0, "days", "logs")
LOSS_ELSEWHERE = Constant(
    "share of the loss when only the exercise paused", 0.25, "fraction", "logs"
)
LOSS_SPREAD = Constant("spread of the loss up to 60 days", 0.6, "fraction", "logs")
LOSS_SPREAD_LONG = Constant("spread of the loss beyond 60 days", 0.9, "fraction", "logs")
LOSS_SD = Constant("least spread of the loss", 0.006, "log", "logs")
REGAIN_DAYS = Constant("time scale of the regain", 16.0, "days", "halonen-2024")
REGAIN_MAX_DAYS = Constant("a loss is regained within", 42.0, "days", "halonen-2024")
BACK = Constant("loss under which strength counts as back", 0.015, "log", "grgic-2020")
LAYOFF_DAYS = Constant("days off that make a layoff", 14.0, "days", "logs")
RAMP_RIR = Constant("further reserve in the first session back", 2.0, "reps", "halonen-2024")
RAMP_SETS = Constant("share of the sets in the first session back", 0.67, "fraction", "thumb")
RAMP_SETS_LONG = Constant("the same after eight weeks or more", 0.5, "fraction", "thumb")
RAMP_LOAD = Constant("most load in the first session back", 0.95, "fraction", "thumb")
RAMP_COARSE = Constant("and least, where loads are coarse", 0.85, "fraction", "thumb")

# Phases
LEVEL_GAIN = Constant(
    "gain in 28 days under which early gains are over", 0.03, "log", "steele-2023"
)
FLAT_GAIN = Constant("gain in 28 days that is as good as none", 0.008, "log", "steele-2023")
FLAT_GAIN_MAX = Constant("a gain expected over this is no plateau", 0.01, "log", "thumb")
USUAL_DAYS = Constant("memory of a lift's usual level", 28.0, "days", "simulation")
RISING = Constant("over it by this, strength is rising too fast", 0.045, "log", "simulation")
LEVEL_P = Constant("levelling off is called at", 0.6, "probability", "simulation")
LEVEL_FINAL_DAYS = Constant("and never once it has stood for", 84.0, "days", "thumb")
BEGAN_SESSIONS = Constant("sessions that set where a lift began", 3.0, "sessions", "thumb")
LEVEL_CLEAR_P = Constant("and taken back under", 0.3, "probability", "simulation")
LEVEL_SESSIONS = Constant("least sessions to call it", 6.0, "sessions", "simulation")
LEVEL_DAYS = Constant("least days to call it", 21.0, "days", "moritani-1979")
FLAT_WEEKS = Constant("least weeks to call a plateau", 8.0, "weeks", "simulation")
FLAT_SESSIONS = Constant("least sessions to call a plateau", 12.0, "sessions", "simulation")
RETURN_LOSS = Constant("loss still to regain that counts as returning", 0.025, "log", "logs")
CLEAR_P = Constant("a phase is named when at least", 0.55, "probability", "simulation")
SURE_P = Constant("'fairly sure' from", 0.8, "probability", "thumb")
SHORTFALL_DAYS = Constant("memory of sessions under expectation", 9.0, "days", "simulation")
SHORTFALL_MAX = Constant("most that one session adds", 6.0, "%", "thumb")
VOLUME_DAYS = Constant("memory of this week's volume", 9.0, "days", "simulation")
VOLUME_BASE_DAYS = Constant("and of the own mean", 42.0, "days", "thumb")
FEEL_DAYS = Constant("memory of check-ins", 7.0, "days", "simulation")
FEEL_BASE_DAYS = Constant("and of their own mean", 60.0, "days", "hooper-1995")
SIGNS_MOST = (
    Constant("shortfall that counts, most", 12.0, "%", "thumb"),
    Constant("volume over the own mean that counts, most", 1.0, "log", "thumb"),
    Constant("check-ins over the own mean that count, most", 8.0, "points", "thumb"),
    Constant("expected gain over a threshold that counts, most", 4.0, "sd", "thumb"),
    Constant("weeks since the start that count, most", 52.0, "weeks", "thumb"),
)
FATIGUE_HINT = Constant("fatigue is mentioned from", 0.2, "probability", "simulation")
PHASE_SESSIONS = Constant("sessions for a phase", 4.0, "sessions", "thumb")
CAPPED_SESSIONS = Constant("capped sessions for 'at least'", 4.0, "sessions", "thumb")
FATIGUE_FEW_SETS = Constant("weekly sets under which more is not much", 4.0, "sets", "thumb")

# Advice
INCREASE_P = Constant("chance of the target at which load rises", 0.8, "probability", "simulation")
HOLD_P = Constant("chance of the target at which load stays", 0.5, "probability", "simulation")
RETURN_P = Constant("the same while coming back", 0.85, "probability", "thumb")
WIDE_REPS = Constant("a forecast wider than this is no basis", 10.0, "reps", "thumb")
ADVICE_SESSIONS = Constant("least sessions for advice on load", 3.0, "sessions", "thumb")
STEP_UPPER = Constant("largest step, upper body and isolation", 0.05, "fraction", "acsm-2009")
STEP_LOWER = Constant("largest step, lower body", 0.10, "fraction", "acsm-2009")
PAIN_STOP = Constant("pain from which load does not rise", 3.0, "0-10", "thumb")
PAIN_REFER = Constant("pain that, twice, needs a professional", 5.0, "0-10", "thumb")
PRACTICE_SESSIONS = Constant(
    "sessions before a complex lift gets heavier", 6.0, "sessions", "thumb"
)
NOTICE_DAYS = Constant("days for which levelling off is news", LEVELLING_OFF_DAYS, "days", "thumb")
EXPECT_DAYS = Constant("least days to tell what comes after early gains", 7.0, "days", "thumb")
EXPECT_UNTIL = Constant("and most days, for the first time", 42.0, "days", "thumb")
EXPECT_SHOWN = Constant("days for which that is told", 14.0, "days", "thumb")
EXPECT_RISE = Constant("a rise that is more than noise", 0.03, "log", "nascimento-2017")
BEND_WEEKS = (
    Constant("early gains mostly bend after, from", 3.0, "weeks", "moritani-1979"),
    Constant("early gains mostly bend after, to", 8.0, "weeks", "thumb"),
)
NOTICE_GAIN = Constant("slowing down that is worth telling", 0.01, "log", "thumb")
NOTICE_REPS = Constant("room for repetitions after levelling off", 4.0, "reps", "acsm-2009")
REPS_ROOM = Constant("a range of repetitions opens by", 2.0, "reps", "thumb")
EASE_MAX = Constant("a load is eased by at most", 0.1, "fraction", "thumb")

# Changes of structure: a set, the range of repetitions, the exercise
STRUCTURE_DAYS = Constant("days from one change of a lift to the next", 28.0, "days", "thumb")
DECLINED_DAYS = Constant("days without asking again for a change", 56.0, "days", "thumb")
SET_FATIGUE_P = Constant("tiredness at which no set is added", 0.1, "probability", "thumb")
ADHERENCE = Constant("planned sessions done before more is asked", 0.8, "fraction", "thumb")
SIZE_PER_SET = Constant("muscle size per further weekly set", 0.37, "%", "schoenfeld-2017")
RANGE_WEEKS = Constant("weeks in one range before it changes", 8.0, "weeks", "thumb")
RANGE_LOAD = Constant("share of its load with which a range may begin", 0.85, "fraction", "thumb")
SHARED_DAYS = Constant("days a week from which a lift may share", 1.5, "days", "thumb")
HEAVY_REPS = (
    Constant("repetitions for strength, from", 4.0, "reps", "acsm-2009"),
    Constant("repetitions for strength, to", 6.0, "reps", "acsm-2009"),
)
SIZE_REPS = (
    Constant("repetitions for size, from", 8.0, "reps", "acsm-2009"),
    Constant("repetitions for size, to", 12.0, "reps", "acsm-2009"),
)
VARIATION_WEEKS = Constant("weeks to stay with a variation", 8.0, "weeks", "thumb")
VARIATION_STUDIES = Constant("studies of varied exercises", 8.0, "studies", "kassiano-2022")
VARIATION_PEOPLE = Constant("lifters in them, young men", 241.0, "people", "kassiano-2022")
PAIN_VARIATION = Constant("most pain that a variation may answer", 4.0, "0-10", "thumb")
NOVELTY = Constant("new exercises in two weeks, at most", 2.0, "exercises", "thumb")
NOVELTY_DAYS = Constant("days for which an exercise is new", 14.0, "days", "thumb")

# The lifter as a whole
HARD_WEEKS = Constant("hard weeks in a row before a lighter one", 6.0, "weeks", "rogerson-2024")
HARD_WEEK = Constant("share of the usual sets that a hard week has", 0.67, "fraction", "thumb")
COST_RISE = Constant("reserve lost by the same set for a deload", 1.0, "reps", "thumb")
COST_SETS = Constant("such sets before and since, at least", 2.0, "sets", "thumb")
DELOAD_LIFTS = Constant("lifts with signs of tiredness for a deload", 2.0, "lifts", "thumb")
DELOAD_SETS = Constant("share of the sets that a deload keeps", 0.55, "fraction", "rogerson-2024")
DELOAD_RIR = Constant("further reserve in a deload", 2.0, "reps", "rogerson-2024")
DELOAD_QUIET = Constant("days from one deload to the next", 28.0, "days", "rogerson-2024")
DELOAD_EVERY = Constant("weeks between deloads in practice", 5.6, "weeks", "rogerson-2024")
DELOAD_PEOPLE = Constant("athletes asked about deloads", 246.0, "people", "rogerson-2024")
WEEK_OFF_PEOPLE = Constant("lifters in the trial of a week off", 39.0, "people", "coleman-2024")
TIRED_POINTS = Constant("a week of check-ins worse than usual by", 3.0, "points", "thumb")
WORN_POINTS = Constant("a check-in worse than usual by", 5.0, "points", "hooper-1995")
FEEL_ENTRIES = Constant("check-ins that make the own mean, most", 20.0, "check-ins", "thumb")
FEEL_LEAST = Constant("check-ins that make the own mean, least", 5.0, "check-ins", "thumb")
SORE_TOP = Constant("soreness at the top of its scale", 5.0, "1-5", "thumb")
SHORT_SLEEP = Constant("sleep too short for a heavy day, under", 5.0, "hours", "thumb")
SLEEP_COST = (
    Constant("leg strength lost by short sleep", 3.4, "%", "craven-2022"),
    Constant("the same, at least", 1.3, "%", "craven-2022"),
    Constant("the same, at most", 5.5, "%", "craven-2022"),
)

# Volume
HELPER_SHARE = Constant("a helping muscle counts", 0.5, "sets", "pelland-2024")
HARD_RIR = Constant("largest reserve of a hard set", 4.0, "reps", "pelland-2024")
WEEK_LOW = Constant("weekly hard sets, lower end", 10.0, "sets", "schoenfeld-2017")
WEEK_HIGH = Constant("weekly hard sets, upper end", 20.0, "sets", "baz-valle-2022")
WEEK_LOW_NOVICE = Constant("the same for novices, lower end", 5.0, "sets", "schoenfeld-2017")
WEEK_HIGH_NOVICE = Constant("the same for novices, upper end", 12.0, "sets", "baz-valle-2022")
WEEK_KEEP = Constant("weekly hard sets that keep what is there", 3.0, "sets", "bickel-2011")
SECONDS_PER_REP = Constant("time of one repetition", 3.5, "seconds", "thumb")
CHANGEOVER_S = Constant("setting up an exercise", 120.0, "seconds", "thumb")
WARM_UP_S = Constant("general warm-up", 480.0, "seconds", "thumb")

PHASE_SCORES = (
    *_scores("return", fitted.RETURN, "per log of loss"),
    *_scores("fatigue", fitted.FATIGUE, "per % short", "per log volume", "per Hooper point"),
    *_scores("early gains", fitted.EARLY, "per sd over 3 %", "per week"),
    *_scores("plateau", fitted.PLATEAU, "per sd over 0.8 %"),
)


def _listed() -> tuple[Constant, ...]:
    found: list[Constant] = []
    for value in list(globals().values()):
        if isinstance(value, Constant):
            found.append(value)
        elif isinstance(value, tuple):
            found += [item for item in value if isinstance(item, Constant)]
    return tuple(found)


CONSTANTS = _listed()
