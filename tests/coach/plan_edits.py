"""Every edit of a plan, played by somebody who picks at random."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from planner.coach import (
    arranging,
    assigning,
    block_weeks,
    blocks,
    carrying,
    copying_week,
    deciding,
    filling,
    lines,
    logging,
    progressing,
    replacing,
    rest_days,
    sheet_grid,
    sheet_saving,
    supersets,
    training_days,
    week_edits,
)
from planner.coach.blocks import BlockFacts
from planner.coach.carrying import Copied, Reader
from planner.coach.deload_rule import RULES
from planner.coach.parts import at_once
from planner.coach.prescription import Prescription
from planner.coach.progressing import Harder, Progress
from planner.coach.replacing import Reach
from planner.engine.terms import (
    Change,
    Confidence,
    Lifter,
    PlannedSet,
    Suggestion,
    SuggestionKind,
    phrase,
)
from planner.storage import clients, plan, plan_order
from planner.storage.base import open_connection

MONDAY = date(2026, 11, 2)
SETS = (PlannedSet(5, 5, 2, load_kg=100.0, load=100.0),) * 3
RAMPED = Prescription(SETS, superset=1, rest_s=90, ramp=True)
ADVICE = (
    (SuggestionKind.INCREASE, Change(load_kg=105.0)),
    (SuggestionKind.ADD_SET, Change(sets=4)),
    (SuggestionKind.VARIATION, Change(exercise="dumbbell-bench-press")),
    (SuggestionKind.DELOAD, None),
    (SuggestionKind.REST_DAY, None),
)


class Hand:
    """Somebody who picks at random, always the same for a seed."""

    def __init__(self, lifters: list[int], seed: int) -> None:
        self.random, self._lifters = Random(seed), lifters

    def some(self, table: str, most: int = 1, where: str = "1") -> list[int]:
        sql = f"SELECT id FROM {table} WHERE {where} ORDER BY id"
        found = [key for (key,) in open_connection().execute(sql)]
        return self.random.sample(found, min(len(found), self.random.randint(1, most)))

    @property
    def week(self) -> int:
        return self.some("microcycle")[0]

    @property
    def session(self) -> int:
        return self.some("planned_session")[0]

    @property
    def lines(self) -> list[int]:
        return self.some("planned_exercise", 4)

    @property
    def mates(self) -> list[int]:
        """Lines of one session."""
        (line,) = self.some("planned_exercise")
        owner = f"(SELECT planned_session_id FROM planned_exercise WHERE id = {line})"
        return self.some("planned_exercise", 3, f"planned_session_id = {owner}")

    @property
    def sessions(self) -> list[int]:
        """Sessions of one week."""
        return self.some("planned_session", 3, f"microcycle_id = {plan.week_of(self.session)}")

    @property
    def day(self) -> int:
        return self.random.randrange(7)

    @property
    def way(self) -> int:
        return self.random.choice((-1, 1))

    @property
    def reader(self) -> Reader:
        return Reader(self.random.choice(self._lifters), MONDAY)

    @property
    def all(self) -> list[Lifter]:
        return [clients.lifter(key) for key in self._lifters]

    @property
    def suggestion(self) -> Suggestion:
        kind, change = self.random.choice(ADVICE)
        return Suggestion(
            kind, "bench-press" if change else "", "rule", *[phrase("Words")] * 3,
            Confidence.LIKELY, (("lifts", 2),), change,
        )  # fmt: skip

    def lifter_of(self, week: int) -> int:
        return plan_order.lifter_of(plan.mesocycle_of(week))

    @property
    def line_with_week(self) -> tuple[int, int]:
        line = self.lines[0]
        return line, plan.week_of(plan_order.sessions_of([line])[line])

    @property
    def days(self) -> list[int]:
        return sorted(self.random.sample(range(7), self.random.randint(1, 4)))

    def copied_sessions(self) -> Copied:
        made = sorted(map(plan.planned_session, self.sessions), key=lambda each: each.day)
        return Copied(self._lifters[0], sessions=tuple(made))

    def copied_lines(self) -> Copied:
        return Copied(self._lifters[0], lines=tuple(map(plan.planned_exercise, self.lines)))


def change_block(hand: Hand) -> None:
    key = hand.some("mesocycle")[0]
    starts_on = MONDAY + timedelta(weeks=hand.random.randint(0, 3))
    rule = hand.random.choice(RULES)
    blocks.change(key, BlockFacts("Peak", "Strength", "June", starts_on, rule), MONDAY)


def log(hand: Hand) -> int:
    session = hand.session
    return logging.start_planned(hand.lifter_of(plan.week_of(session)), session, MONDAY)


def progress(hand: Hand) -> None:
    week, rule = hand.week, Progress(sets_every=1, harder=hand.random.choice([*Harder]))
    progressing.build(hand.lifter_of(week), week, rule, hand.way > 0, MONDAY)


def change_days(hand: Hand) -> None:
    week, most = hand.week, hand.random.choice((None, 30))
    on = MONDAY + timedelta(days=hand.day)
    training_days.change_days(hand.lifter_of(week), week, hand.days, most, on)


def replace_exercise(hand: Hand) -> None:
    line, week = hand.line_with_week
    reach, lifter = hand.random.choice([*Reach]), hand.lifter_of(week)
    replacing.replace_exercise(line, week, "front-squat", reach, lifter, MONDAY)


def copy_to_others(hand: Hand) -> None:
    week = hand.week
    source = copying_week.source(hand.lifter_of(week), week, MONDAY)
    copies = [copying_week.copy_for(lifter, source, hand.way > 0, MONDAY) for lifter in hand.all]
    assigning.assign([at_once(each) for each in copies], lambda _: None)


def assign(hand: Hand) -> None:
    program = hand.random.choice(("knee-block", "twice-a-week"))
    made = [assigning.assignment(lifter, program, MONDAY, MONDAY) for lifter in hand.all]
    assigning.assign([at_once(each) for each in made], lambda _: None)


def save_sheet(hand: Hand) -> None:
    week = hand.week
    grid = sheet_grid.sheet_grid(hand.lifter_of(week), week, MONDAY)
    boxes = [box.key for each in grid.sessions for line in each.lines for box in line.boxes]
    texts = {key: hand.random.choice(("", "5", "100x4@1", "?")) for key in boxes}
    sheet_saving.save(grid, texts)


EDITS: dict[str, Callable[[Hand], object]] = {
    "add session": lambda hand: week_edits.add_session(hand.week, hand.day, "New"),
    "rename": lambda hand: week_edits.rename_session(hand.session, f"Day {hand.day}"),
    "duplicate session": lambda hand: week_edits.duplicate_session(hand.session, hand.day),
    "move sessions": lambda hand: arranging.move_sessions(hand.sessions, hand.day, 0),
    "shift sessions": lambda hand: arranging.shift_sessions(hand.sessions, hand.way),
    "order sessions": lambda hand: arranging.shift_in_day(hand.sessions, hand.way),
    "delete sessions": lambda hand: arranging.delete_sessions(hand.sessions),
    "paste sessions": lambda hand: carrying.paste_sessions(
        hand.copied_sessions(), hand.week, hand.day, hand.reader),
    "add line": lambda hand: week_edits.add_exercise(hand.session, "plank", hand.day),
    "add usual line": lambda hand: filling.add_usual_exercise(
        hand.session, "bench-press", lifter_id=hand.reader.lifter_id, today=MONDAY),
    "prescribe": lambda hand: week_edits.prescribe(hand.lines[0], SETS[: hand.day] + SETS[:1]),
    "annotate": lambda hand: week_edits.annotate(hand.lines[0], 90 + hand.day, "3-1-1-0", "belt"),
    "move lines": lambda hand: arranging.move_lines(hand.lines, hand.session, hand.mates[0]),
    "lines to the top": lambda hand: arranging.move_lines(hand.lines, hand.session, None),
    "shift lines": lambda hand: arranging.shift_lines(hand.lines, hand.way),
    "delete lines": lambda hand: arranging.delete_lines(hand.lines),
    "paste lines": lambda hand: carrying.paste_lines(
        hand.copied_lines(), hand.session, None, hand.reader),
    "duplicate lines": lambda hand: carrying.duplicate_lines(hand.lines),
    "group": lambda hand: supersets.group(hand.mates),
    "ungroup": lambda hand: supersets.ungroup(hand.lines),
    "letter": lambda hand: supersets.put(hand.lines[0], hand.random.choice((None, 0, 1, 2))),
    "insert rest day": lambda hand: rest_days.insert(hand.week, hand.day),
    "remove rest day": lambda hand: rest_days.remove(hand.week, hand.day),
    "copy week": lambda hand: block_weeks.copy_week(hand.week, hand.random.randint(1, 3)),
    "copy beside": lambda hand: block_weeks.copy_week(hand.week, beside=True),
    "duplicate week": lambda hand: block_weeks.duplicate_week(hand.week),
    "insert week": lambda hand: block_weeks.insert_week(hand.week),
    "delete week": lambda hand: block_weeks.delete_week(hand.week),
    "deload": lambda hand: block_weeks.make_deload(hand.week),
    "plain": lambda hand: block_weeks.make_plain(hand.week),
    "change block": change_block,
    "progress": progress,
    "other days": change_days,
    "replace": replace_exercise,
    "add prescribed": lambda hand: lines.add_prescribed(
        hand.session, slug="back-squat", prescribed=RAMPED, lifter_id=hand.reader.lifter_id,
        today=MONDAY),
    "warm up": lambda hand: lines.add_warm_up(hand.lines[0], hand.reader.lifter_id),
    "copy to others": copy_to_others,
    "assign": assign,
    "accept": lambda hand: deciding.accept(hand.reader.lifter_id, hand.suggestion, MONDAY),
    "dismiss": lambda hand: deciding.dismiss(hand.reader.lifter_id, hand.suggestion, MONDAY, "No"),
    "save sheet": save_sheet,
    "log": log,
}  # fmt: skip
