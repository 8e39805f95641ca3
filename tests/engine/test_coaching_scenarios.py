"""Training logs as a coach reads them: what was done, which phase it is, what comes next.

A row is a day, its sets (`100×5@2 ×3`: 100 kg, five repetitions, two left, three sets), what the
lifter noted (`pain 3`, `shaky`) or answered (`accept`, `decline`), and after the arrow the phase
and the rule of the first suggestion for the day of the next row.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from planner import engine
from planner.engine.terms import (
    Exercise,
    ExerciseDay,
    Experience,
    Lifter,
    LoggedSet,
    Pattern,
    SuggestionKind,
    Technique,
    phrase,
)
from planner.engine.training import Alternative, Training

BENCH = Exercise("bench", "Bench press", pattern=Pattern.HORIZONTAL_PUSH)
OTHERS = (
    Alternative("close-grip", "Close-grip bench press", phrase("the same movement, hands closer")),
)
ROW = re.compile(
    r"(?P<done>(?P<on>\d{4}-\d\d-\d\d)  (?P<load>[\d.]+)×(?P<reps>\d+)@(?P<rir>\d) "
    r"×(?P<sets>\d)(?: pain (?P<pain>\d+))?(?P<shaky> shaky)? *)→ \w+, [\w.]+"
    r"(?:, (?P<answer>accept|decline))?"
)

STUCK_AT_FIVES = """
    2025-01-06  100×5@1 ×3         → unclear, hold.unsure
    2025-01-13  100×5@0 ×3         → unclear, hold.unsure
    2025-01-20  100×5@1 ×3         → unclear, hold.not_yet
    2025-01-27  102.5×4@0 ×3       → steady, hold.target_not_met
    2025-02-03  100×5@1 ×3         → steady, hold.not_yet
    2025-02-10  100×5@0 ×3         → steady, hold.target_not_met
    2025-02-17  100×5@1 ×3         → steady, hold.not_yet
    2025-02-24  102.5×4@0 ×3       → steady, hold.target_not_met
    2025-03-03  100×5@1 ×3         → steady, hold.not_yet
    2025-03-10  100×5@0 ×3         → steady, hold.target_not_met
    2025-03-17  100×5@1 ×3         → steady, hold.not_yet
    2025-03-24  102.5×4@0 ×3       → plateau, structure.add_set, accept
    2025-03-31  100×5@1 ×4         → plateau, hold.not_yet
    2025-04-07  100×5@0 ×4         → plateau, hold.target_not_met
    2025-04-14  100×5@1 ×4         → plateau, hold.not_yet
    2025-04-21  102.5×4@0 ×4       → plateau, hold.target_not_met
    2025-04-28  100×5@1 ×4         → plateau, hold.not_yet
    2025-05-05  100×5@0 ×4         → plateau, hold.target_not_met
    2025-05-12  100×5@1 ×4         → plateau, hold.not_yet
    2025-05-19  102.5×4@0 ×4       → plateau, structure.rep_range, decline
    2025-05-26  100×5@1 ×4         → plateau, hold.not_yet
"""
FOUR_GOOD_SESSIONS = """
    2025-01-06  80×8@2 ×3          → unclear, hold.unsure
    2025-01-11  80×8@2 ×3          → unclear, hold.unsure
    2025-01-16  80×8@2 ×3          → unclear, increase.smallest_step
    2025-01-21  80×8@2 ×3          → steady, increase.smallest_step"""
A_MONTH_AWAY = (
    FOUR_GOOD_SESSIONS
    + """
    2025-01-26  80×8@2 ×3          → steady, increase.smallest_step
    2025-01-31  80×8@2 ×3          → steady, increase.smallest_step
    2025-02-05  80×8@1 ×3          → steady, return.ramp
    2025-03-05  75×8@4 ×2          → unclear, increase.smallest_step
    2025-03-10  77.5×8@3 ×3        → unclear, increase.smallest_step
    2025-03-15  80×8@2 ×3          → unclear, increase.smallest_step
"""
)
A_SORE_SHOULDER = (
    FOUR_GOOD_SESSIONS
    + """
    2025-01-26  80×8@2 ×3 pain 2   → steady, increase.smallest_step
    2025-01-31  80×8@2 ×3 pain 3   → steady, hold.pain
    2025-02-05  80×8@2 ×3 pain 3   → steady, structure.variation_pain
    2025-02-10  80×8@2 ×3 pain 5   → steady, hold.pain_stop
    2025-02-15  80×8@2 ×3 pain 6   → steady, hold.refer
"""
)
A_SHAKY_DAY = """
    2025-01-06  80×8@3 ×3          → unclear, hold.unsure
    2025-01-11  80×8@3 ×3          → unclear, hold.unsure
    2025-01-16  80×8@3 ×3          → unclear, increase.smallest_step
    2025-01-21  80×8@3 ×3 shaky    → steady, hold.technique
    2025-01-26  80×8@3 ×3          → steady, hold.technique
    2025-01-31  80×8@3 ×3          → steady, increase.smallest_step
"""
FIRST_WEEKS = """
    2025-01-06  40×8@3 ×3          → unclear, hold.new_lift
    2025-01-10  40×8@3 ×3          → unclear, hold.new_lift
    2025-01-14  42.5×8@3 ×3        → early, hold.new_lift
    2025-01-18  42.5×8@3 ×3        → early, hold.new_lift
    2025-01-22  45×8@3 ×3          → early, hold.step_too_big
    2025-01-26  47.5×8@2 ×3        → early, hold.step_too_big
    2025-01-30  47.5×8@3 ×3        → early, hold.step_too_big
    2025-02-03  50×8@2 ×3          → early, increase.smallest_step
    2025-02-07  50×8@3 ×3          → early, increase.smallest_step
"""
EXPERIENCED = (STUCK_AT_FIVES, A_MONTH_AWAY, A_SORE_SHOULDER, A_SHAKY_DAY)


def rows(table: str) -> list[re.Match[str]]:
    found = [ROW.fullmatch(line.strip()) for line in table.strip().splitlines()]
    return [row for row in found if row is not None]


class Notebook:
    """What is known of the lift beside its sets: notes and answers so far."""

    def __init__(self, first: date) -> None:
        self.first = first
        self.pain: list[int | None] = []
        self.looks: list[Technique | None] = []
        self.tried: list[SuggestionKind] = []
        self.changed_on: date | None = None
        self.declined_on: date | None = None

    def note(self, row: re.Match[str]) -> None:
        self.pain.append(int(row["pain"]) if row["pain"] else None)
        self.looks.append(Technique.MINOR if row["shaky"] else None)

    def answer(self, row: re.Match[str], kind: SuggestionKind) -> None:
        if row["answer"] == "accept":
            self.changed_on = date.fromisoformat(row["on"])
            self.tried.append(kind)
        elif row["answer"] == "decline":
            self.declined_on = date.fromisoformat(row["on"])

    def training(self, on: date, entry: LoggedSet, sets: int) -> Training:
        return Training(
            "Chest", 2.0 * sets, (on - self.first).days / 7, entry.reps or 0,
            changed_on=self.changed_on, declined_on=self.declined_on, tried=tuple(self.tried),
            alternatives=OTHERS,
        )  # fmt: skip


def lived(experience: Experience, table: str) -> str:
    """Return the table with what the engine says after each row."""
    days = rows(table)
    notebook = Notebook(date.fromisoformat(days[0]["on"]))
    state = engine.start(BENCH, Lifter(experience, bodyweight_kg=80.0))
    came = []
    for row, after in zip(days, [*days[1:], days[-1]], strict=True):
        on = date.fromisoformat(row["on"])
        entry = LoggedSet(float(row["load"]), int(row["reps"]), float(row["rir"]))
        sets = (entry,) * int(row["sets"])
        state = engine.update(state, ExerciseDay(on, sets))
        notebook.note(row)
        context = engine.LiftContext(
            BENCH, state, on, sets, next_on=date.fromisoformat(after["on"]),
            pain=tuple(notebook.pain[-2:]), technique=tuple(notebook.looks[-2:]),
            training=notebook.training(on, entry, len(sets)),
        )  # fmt: skip
        reading = engine.read(state, on)
        best = engine.suggest(reading, None, context)[0]
        notebook.answer(row, best.kind)
        answer = f", {row['answer']}" if row["answer"] else ""
        came.append(f"    {row['done']}→ {reading.phase}, {best.rule}{answer}")
    return "\n".join(["", *came, ""])


@pytest.mark.parametrize("table", EXPERIENCED)
def test_an_experienced_lifters_log_reads_as_a_coach_would_read_it(table: str) -> None:
    assert lived(Experience.INTERMEDIATE, table) == table


def test_a_novices_first_weeks_are_for_clean_repetitions_then_small_steps() -> None:
    assert lived(Experience.NOVICE, FIRST_WEEKS) == FIRST_WEEKS
