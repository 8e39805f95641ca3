"""Laws of planning: every edit of a plan is undone and done again exactly, and rest days shift."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random
from shutil import copyfile

import pytest
from hypothesis import assume, given, settings, strategies as st

from planner.coach import (
    arranging,
    block_weeks,
    carrying,
    filling,
    logging,
    rest_days,
    supersets,
    week_edits,
)
from planner.coach.carrying import Copied, Reader
from planner.coach.files import do, revert
from planner.coach.refused import Refused
from planner.coach.rest_days import Placed
from planner.engine.terms import (
    Lifter,
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Session,
)
from planner.storage import clients, database, log, plan
from planner.storage.base import open_connection

MONDAY = date(2026, 11, 2)
TABLES = ("mesocycle", "microcycle", "planned_session", "planned_exercise", "planned_set",
          "session")  # fmt: skip
SETS = (PlannedSet(5, 5, 2, load_kg=100.0, load=100.0),) * 3
LINES = tuple(
    PlannedExercise(slug, SETS, superset)
    for slug, superset in (("back-squat", None), ("bench-press", 0), ("barbell-row", 0))
)
DAYS = (0, 2, 2, 4)


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory, _library_file: Path) -> Iterator[list[int]]:
    """Open a file with two lifters, each with a block of three weeks; the second has a history."""
    path = Path(copyfile(_library_file, tmp_path_factory.mktemp("plan") / "planner.db"))
    database.open_database(path)
    lifters = [clients.add_lifter(Lifter(name=name, bodyweight_kg=80.0)) for name in ("Ann", "Bo")]
    for lifter in lifters:
        sessions = tuple(PlannedSession(f"Day {day}", day, LINES) for day in DAYS)
        weeks = tuple(
            Microcycle(n + 1, MONDAY + timedelta(weeks=n), sessions, deload=n == 2)
            for n in range(3)
        )
        plan.add_mesocycle(lifter, Mesocycle("Base", MONDAY, weeks))
    entry = LoggedSet(60.0, 8, rir=2.0, load=60.0)
    slot = LoggedExercise("bench-press", (entry,) * 3)
    log.add_session(lifters[1], Session(MONDAY - timedelta(days=3), (slot,), finished=True))
    yield lifters
    database.close_database()


def dump() -> dict[str, list[tuple[object, ...]]]:
    read = open_connection().execute
    return {name: read(f"SELECT * FROM {name} ORDER BY id").fetchall() for name in TABLES}


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

    def copied_sessions(self) -> Copied:
        made = sorted(map(plan.planned_session, self.sessions), key=lambda each: each.day)
        return Copied(self._lifters[0], sessions=tuple(made))

    def copied_lines(self) -> Copied:
        return Copied(self._lifters[0], lines=tuple(map(plan.planned_exercise, self.lines)))


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
    "log": lambda hand: logging.start_planned(hand.reader.lifter_id, hand.session, MONDAY),
}  # fmt: skip
PLAY = st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 999)), max_size=8)


def not_waiting() -> set[int]:
    """Return the lines that have no superset, or share theirs with another line."""
    sql = """SELECT id FROM planned_exercise x WHERE superset IS NULL OR 1 < (
        SELECT count(*) FROM planned_exercise y
        WHERE (y.planned_session_id, y.superset) = (x.planned_session_id, x.superset))"""
    return {key for (key,) in open_connection().execute(sql)}


def lines_there() -> set[int]:
    return {key for (key,) in open_connection().execute("SELECT id FROM planned_exercise")}


@settings(max_examples=30)
@given(play=PLAY)
def test_every_edit_of_a_plan_is_undone_and_done_again_exactly(
    studio: list[int], play: list[tuple[str, int]]
) -> None:
    states, steps = [dump()], []
    try:
        for name, seed in play:
            with suppress(Refused, IndexError):  # nothing there to edit
                whole = not_waiting()
                steps.append(do(partial(EDITS[name], Hand(studio, seed)))[1])
                states.append(dump())
                assert name == "letter" or whole & lines_there() <= not_waiting(), name
            assert dump() == states[-1]
    finally:
        for place, step in enumerate(reversed(steps), start=1):
            steps[-place] = revert(step)
            assert dump() == states[-place - 1]
    for place, step in enumerate(steps):
        steps[place] = revert(step)
        assert dump() == states[place + 1]
    for step in reversed(steps):
        revert(step)


@settings(max_examples=50)
@given(
    weeks=st.lists(st.tuples(st.integers(1, 9), st.integers(0, 3)), min_size=1, max_size=4),
    chosen=st.lists(st.integers(0, 35), min_size=1, max_size=9).map(sorted),
    done=st.sets(st.integers(0, 8)),
    since=st.integers(0, 35),
    by=st.sampled_from((-1, 1)),
)
def test_a_rest_day_keeps_the_order_of_what_moves_and_the_days_between(
    weeks, chosen, done, since, by
):
    block, first = [], MONDAY
    for number, (days, gap) in enumerate(weeks, 1):
        block.append(Microcycle(number, first, days=days))
        first += timedelta(days=days + gap)
    held = [week.starts_on + timedelta(days=n) for week in block for n in range(week.days)]
    start = held[since % len(held)]
    assume(by > 0 or start > MONDAY)
    dates = sorted(held[n % len(held)] for n in chosen)
    placed = [Placed(PlannedSession("", 0, id=key), on) for key, on in enumerate(dates)]
    after = rest_days.shifted(placed, done, start, by)
    was = {each.session.id: each.on for each in placed}
    moved = [each for each in after if each.moved]
    assert [e.session.id for e in moved] == [
        k for k, on in was.items() if on >= start and k not in done
    ]
    step = timedelta(days=by)
    assert all(each.on == was[each.session.id] + step * each.moved for each in after)
    assert [each.on for each in after] == sorted(each.on for each in after)
    housed = rest_days.housed(block, {each.on for each in after})
    room = [week.starts_on + timedelta(days=n) for week in housed for n in range(week.days)]
    assert room == sorted(set(room))
    assert {*held, *(each.on for each in after)} <= set(room)
    assert len(room) - len(held) <= len({each.on for each in moved}) + weeks[-1][0]
