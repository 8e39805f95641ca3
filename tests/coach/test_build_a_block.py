"""A block from nothing, changed later, its weeks built by a rule and moved to other days."""

from datetime import date, timedelta

import pytest

from planner.coach import blocks, logging, planning, progressing, training_days, week_edits
from planner.coach.blocks import BlockFacts
from planner.coach.deload_rule import EVERY_NTH, LAST_WEEK, NO_DELOAD, RULES, DeloadRule, rule_of
from planner.coach.progressing import Harder, Progress
from planner.coach.refused import Refused
from planner.coach.steps import do, revert
from planner.engine.terms import LoggedSet, PlannedSet
from tests.content import content

MONDAY = date(2026, 11, 2)
WEEK = timedelta(weeks=1)
EVERY_FOURTH = DeloadRule(4)


@pytest.fixture
def block(lifter: int) -> int:
    """Plan four weeks, the last a deload, with squats on Monday and Thursday of the first."""
    made = blocks.new_mesocycle(
        lifter, "Base", MONDAY, 4, goal="Strength", rule=LAST_WEEK
    )  # fmt: skip
    for day in (0, 3):
        session = week_edits.add_session(weeks(lifter)[0].id, day, f"Lower {day}")
        line = week_edits.add_exercise(session, "back-squat")
        week_edits.prescribe(line, (PlannedSet(5, 5, 3, load_kg=100.0, load=100.0),) * 4)
    return made


def weeks(lifter: int):
    return planning.view(lifter, MONDAY, MONDAY).mesocycle.weeks


def do_first(lifter: int, week: int = 0) -> None:
    session = weeks(lifter)[week].sessions[0]
    logged = logging.start_planned(lifter, session.id, MONDAY)
    card = logging.session_view(lifter, logged, MONDAY).cards[0]
    logging.log_sets(card.logged_exercise_id, [LoggedSet(100, 5, load=100)])


def undone_after(work) -> None:
    """Check that one undo brings the whole file back, and do it again."""
    before = content()
    _, step = do(work)
    again = revert(step)
    assert content() == before
    revert(again)


def counts(lifter: int) -> list[int]:
    return [sum(len(e.sets) for s in w.sessions for e in s.exercises) for w in weeks(lifter)]


def test_a_block_has_its_goal_cycle_and_deloads(lifter):
    blocks.new_mesocycle(lifter, "Cycles", MONDAY, 8, goal=" Size ", days=9, rule=EVERY_FOURTH)
    made = planning.view(lifter, MONDAY, MONDAY).mesocycle
    assert made.goal == "Size"
    assert [week.number for week in made.weeks if week.deload] == [4, 8]
    assert {week.days for week in made.weeks} == {9}
    assert made.weeks[1].starts_on == MONDAY + timedelta(days=9)


@pytest.mark.parametrize("rule", RULES)
def test_the_rule_is_read_off_the_weeks(rule):
    assert rule_of([rule.holds(n, 25) for n in range(1, 26)]) == rule
    assert rule_of([True, False, True, False, False]) is None


def test_facts_of_a_block_change_in_one_step(lifter, block):
    wanted = BlockFacts("Peak", "Strength", "for June", MONDAY + WEEK, NO_DELOAD)
    undone_after(lambda: blocks.change(block, wanted, MONDAY))
    assert blocks.facts(block) == wanted
    assert planning.view(lifter, MONDAY, MONDAY).mesocycle.started_on == MONDAY + WEEK


def test_weeks_that_have_begun_do_not_move(lifter, block):
    do_first(lifter)
    assert blocks.first_waiting(block) == 2
    later = blocks.facts(block).starts_on + WEEK
    blocks.change(block, BlockFacts("Base", starts_on=later), MONDAY)
    starts = [(week.starts_on - MONDAY) // WEEK for week in weeks(lifter)]
    assert starts == [0, 2, 3, 4]
    with pytest.raises(Refused, match="Week 1"):
        blocks.change(block, BlockFacts("Base", starts_on=MONDAY), MONDAY)


def test_a_week_made_a_deload_by_the_rule_gets_lighter_and_one_that_is_over_does_not(lifter, block):
    progressing.build(lifter, weeks(lifter)[0].id, Progress(), True, MONDAY)
    blocks.change(block, BlockFacts("Base", rule=EVERY_NTH[0]), MONDAY)
    assert [week.deload for week in weeks(lifter)] == [False, False, True, False]
    assert counts(lifter)[:3] == [8, 8, 4]
    blocks.change(block, BlockFacts("Base", rule=DeloadRule(2)), MONDAY + 2 * WEEK)
    assert [week.deload for week in weeks(lifter)] == [False, False, False, True]


def test_a_rule_of_deloads_halves_once_when_it_goes_and_comes_back(lifter, block):
    progressing.build(lifter, weeks(lifter)[0].id, Progress(), True, MONDAY)
    blocks.change(block, BlockFacts("Base", rule=DeloadRule(2)), MONDAY)
    once = weeks(lifter)
    for _ in range(2):
        blocks.change(block, BlockFacts("Base", rule=NO_DELOAD), MONDAY)
        blocks.change(block, BlockFacts("Base", rule=DeloadRule(2)), MONDAY)
    assert weeks(lifter) == once
    assert counts(lifter) == [8, 4, 8, 4]


def test_weeks_are_built_as_they_were_shown(lifter, block):
    first, rule = weeks(lifter)[0].id, Progress(sets_every=1, harder=Harder.LOAD)
    shown = progressing.preview(lifter, first, rule, False, MONDAY)
    undone_after(lambda: progressing.build(lifter, first, rule, False, MONDAY))
    assert [made.figures.sets for made in shown] == counts(lifter) == [8, 10, 12, 4]
    assert shown[3].figures.hard_sets == 0
    assert [made.rise for made in shown] == [None, 1.025, 1.05, None]
    assert shown[2].load == pytest.approx(1.05)
    loads = [week.sessions[0].exercises[0].sets[0].load for week in weeks(lifter)]
    assert loads[:3] == [100, 102.5, 105]


def test_weeks_with_sessions_of_their_own_keep_them_unless_told_otherwise(lifter, block):
    own = week_edits.add_session(weeks(lifter)[1].id, 2, "Own")
    first = weeks(lifter)[0].id
    shown = progressing.preview(lifter, first, Progress(), False, MONDAY)
    assert [(made.own, made.kept) for made in shown[1:3]] == [(("Own",), True), ((), False)]
    assert progressing.build(lifter, first, Progress(), False, MONDAY) == 2
    assert [made.id for made in weeks(lifter)[1].sessions] == [own]
    assert progressing.build(lifter, first, Progress(), True, MONDAY) == 3


def test_a_week_with_a_session_that_is_done_is_never_built_over(lifter, block):
    first = weeks(lifter)[0].id
    progressing.build(lifter, first, Progress(), True, MONDAY)
    do_first(lifter, week=1)
    before = weeks(lifter)[1]
    progressing.build(lifter, first, Progress(sets_every=1), True, MONDAY)
    training_days.change_days(lifter, first, (1,), None, MONDAY)
    assert weeks(lifter)[1] == before


def test_all_weeks_not_begun_train_on_the_new_days(lifter, block):
    first = weeks(lifter)[0].id
    progressing.build(lifter, first, Progress(), True, MONDAY)
    assert training_days.trained_days(first) == (0, 3)
    do_first(lifter)
    shown = training_days.preview(first, (1, 4, 6), None, MONDAY)
    assert shown.begun == (1,)
    assert all(change.before == change.after for change in shown.first.muscles)
    undone_after(lambda: training_days.change_days(lifter, first, (1, 4, 6), None, MONDAY))
    days = [[session.day for session in week.sessions] for week in weeks(lifter)]
    assert days == [[0, 3], [1, 4], [1, 4], [1, 4]]


def test_the_same_days_change_nothing_but_sessions_that_take_too_long(lifter, block):
    first = weeks(lifter)[0].id
    progressing.build(lifter, first, Progress(), True, MONDAY)
    shown = training_days.preview(first, (0, 3), None, MONDAY)
    assert (shown.weeks, len(shown.same)) == ((), 4)
    assert max(shown.first.minutes) == shown.minutes_before
    assert training_days.change_days(lifter, first, (0, 3), None, MONDAY) == 0
    short = training_days.preview(first, (0, 3), shown.minutes_before - 3, MONDAY)
    assert [week.number for week, _ in short.weeks] == [1, 2, 3]  # the deload is short enough
    assert short.first.whole


def test_other_days_of_a_running_week_keep_sessions_whole(lifter, block):
    first = weeks(lifter)[0].id
    thursday = MONDAY + timedelta(days=3)
    training_days.change_days(lifter, first, (3, 4), None, thursday)
    assert [session.day for session in weeks(lifter)[0].sessions] == [0, 4]


def test_days_that_are_over_stay_when_the_week_runs(lifter, block):
    first = weeks(lifter)[0].id
    progressing.build(lifter, first, Progress(), True, MONDAY)
    missed = weeks(lifter)[0].sessions[0]
    thursday = MONDAY + timedelta(days=3)
    shown = training_days.preview(first, (0, 4), None, thursday)
    assert (shown.running, shown.first) == (1, shown.weeks[1][1])
    training_days.change_days(lifter, first, (0, 4), None, thursday)
    assert weeks(lifter)[0].sessions[0] == missed
    days = [[session.day for session in week.sessions] for week in weeks(lifter)]
    assert days == [[0, 4], [0, 4], [0, 4], [0, 4]]
    shown = training_days.preview(first, (0, 1), None, thursday + timedelta(days=2))
    assert (shown.running, shown.begun) == (None, ())
    shown = training_days.preview(first, (0, 1), None, MONDAY + timedelta(days=4))
    assert shown.begun == (1,)
