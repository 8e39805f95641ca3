"""One set as a measurement of strength."""

from __future__ import annotations

from planner.engine.evidence.constant import Constant

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
SET_TYPO_SURE = Constant("and with nothing known before, for certain", 2.0, "log", "thumb")
FIRST_TOP_OVER = Constant(
    "until then a lone last set is over strength by at most", 0.5, "log", "thumb"
)
BODYWEIGHT_KG = Constant("bodyweight when none is known", 75.0, "kg", "thumb")
# To whole pounds a load in half kilograms moves by 0.2264 kg at most: 281 kg are 619 lb. Half a
# pound itself, 0.2268 kg, is the step of a pair of the smallest plates.
SAME_TYPED = Constant(
    "loads are the same that differ by less than half a pound, by at most", 0.2265, "kg", "thumb"
)
TEST_REPS = Constant(
    "a heavy single or double beside longer sets is no target", 2.0, "reps", "thumb"
)
TEST_GAP = Constant("longer by at least", 2.0, "reps", "thumb")
TEST_NEAR = Constant("and with at least", 0.8, "of its load", "thumb")
SMALL_STEP = Constant("a step of load that keeps the target of reps", 0.05, "log", "thumb")
FAR_EASIER = Constant(
    "last time's load stays where the next easier one is less of the load wanted than",
    0.85,
    "fraction",
    "thumb",
)
FALLING_SESSIONS = Constant(
    "sessions that tell that sets always fall off", 3.0, "sessions", "thumb"
)
FALLING_LOOK_BACK = Constant("sessions looked at for that", 16.0, "sessions", "thumb")
FIRST_SET_TYPO = Constant(
    "a first set of so many times the middle one is no target", 1.75, "factor", "thumb"
)
FIRST_SET_MORE = Constant("so few more than the middle one may be a fall", 2.0, "reps", "thumb")
BELIEVED_REPS = Constant("most repetitions of a set that are believed", 100.0, "reps", "thumb")
SHOWN_SESSIONS = Constant(
    "misses running, without a gain, that ease the load",
    3.0,
    "sessions",
    "thumb",
)
SHOWN_WINDOW = Constant(
    "days for which reps shown with a load stay the goal", 28.0, "days", "thumb"
)
LIGHT_DAY = Constant("a day is light when its load is less by", 0.05, "log", "logs")
LIGHT_DAY_FAR = Constant("light whatever the repetitions when less by", 0.15, "log", "thumb")
LIGHT_DAY_RUN = Constant("light days running that are no loss", 2.0, "sessions", "thumb")
LIGHT_DAY_WINDOW = Constant("days back to the heavy day before a light one", 14.0, "days", "thumb")
LIGHT_DAY_RIR = Constant("reserve under which no day is light", 2.0, "reps", "thumb")
