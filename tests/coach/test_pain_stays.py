"""Pain stays: before questions, the whole day, with both machines, and over the day's verdict."""

from __future__ import annotations

from datetime import timedelta

import pytest

from planner.coach import (
    jump_answers,
    logging,
    next_set,
    planning,
    printing,
    sheet_grid,
    suggesting,
    today as the_day,
)
from planner.coach.load_jumps import question
from planner.coach.wording import render
from planner.engine.terms import (
    DayVerdict,
    JumpCause,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
)
from planner.storage import log, plan

PRESS, SQUAT = "leg-press", "back-squat"
LEAVE = "Leave this lift for now"
GONE = "pain 6 out of 10 on {day}: only when that is gone"


def work(kg, pain=None, rir=3.0):
    return LoggedSet(kg, 10, rir=rir, load=kg, pain=pain)


def done(lifter, on, *sets, slug=PRESS, finished=True):
    session = logging.start_free(lifter, on)
    logging.log_sets(logging.add_exercise(session, slug), sets)
    if finished:
        logging.finish(session)
    return session


def planned(lifter, on, *slugs, kg=150.0):
    entry = PlannedSet(10, 12, 2.0, load_kg=kg, load=kg)
    slots = tuple(PlannedExercise(slug, (entry, entry)) for slug in slugs)
    week = Microcycle(1, on, (PlannedSession("Legs", 0, slots),))
    plan.add_mesocycle(lifter, Mesocycle("Block", on, weeks=(week,)))


def said(day):
    return GONE.format(day=f"{day.day} {day:%b}")


def own(lifter, today, slug=PRESS):
    return [made for made in suggesting.suggestions(lifter, today) if made.exercise == slug]


@pytest.fixture
def new_machine(log_loads):
    """Press 100 kg twenty times and 150 kg six times, the last one today."""
    return log_loads(PRESS, [100.0] * 20 + [150.0] * 6)


def test_pain_goes_before_the_question_about_loads(new_machine, today):
    later = today + timedelta(days=2)
    done(new_machine, later, work(150.0, pain=6))
    assert question(new_machine, later).exercise.slug == PRESS
    assert [render(made.headline) for made in own(new_machine, later)] == [LEAVE]


def test_pain_of_a_day_stays_in_its_second_session_and_after_it(log_loads, today):
    lifter = log_loads(PRESS, [100.0] * 20)
    later = today + timedelta(days=2)
    done(lifter, later, work(100.0, pain=6))
    second = done(lifter, later, work(100.0, rir=5.0), finished=False)
    [card] = logging.session_view(lifter, second, later).cards
    assert card.hurt == said(later)
    assert [row.suggested_kg for row in card.rows if row.logged is None] in ([], [None])
    line = next_set.next_line(next_set.grounds(lifter, card), card, card.rows[-1])
    assert (line.offer_kg, line.forecast) == (None, None)
    logging.finish(second)
    assert [render(made.headline) for made in own(lifter, later)] == [LEAVE]
    after = later + timedelta(days=2)
    assert own(lifter, after)[0].headline.template == LEAVE
    done(lifter, after, work(90.0))
    assert LEAVE not in [made.headline.template for made in own(lifter, after)]


def test_a_second_session_tells_of_pain_of_that_day_and_offers_no_load(log_loads, today):
    lifter = log_loads(PRESS, [100.0] * 20)
    later = today + timedelta(days=2)
    planned(lifter, later, PRESS)
    done(lifter, later, work(60.0, pain=6))
    second = done(lifter, later, work(60.0, rir=5.0), finished=False)
    [card] = logging.session_view(lifter, second, later).cards
    row = next(each for each in card.rows if each.logged is not None)
    known = next_set.next_line(next_set.grounds(lifter, card), card, row)
    assert known.news is not None
    assert "Pain of 6 out of 10" in render(known.news)


def test_pain_goes_with_both_machines_of_a_lift_that_is_split(new_machine, today):
    later = today + timedelta(days=2)
    done(new_machine, later, work(150.0, pain=6))
    jump_answers.answer(new_machine, question(new_machine, later), JumpCause.SETUP, later)
    planned(new_machine, later + timedelta(days=1), PRESS, f"{PRESS}-2")
    for slug in (PRESS, f"{PRESS}-2"):
        assert [render(made.headline) for made in own(new_machine, later, slug)] == [LEAVE]
    week = planning.view(new_machine, later, later + timedelta(days=1))
    assert list(week.hurt.values()) == [said(later)] * 2
    sheet = printing.week_sheet(new_machine, later + timedelta(days=1), later)
    assert all(said(later)[1:] in line.note for made in sheet.sessions for line in made.lines)
    again = later + timedelta(days=3)
    done(new_machine, again, work(60.0))
    assert LEAVE not in [made.headline.template for made in own(new_machine, again)]


def test_no_day_asks_for_more_after_strong_pain(log_loads, today):
    lifter = log_loads(PRESS, [100.0] * 20)
    later = today + timedelta(days=4)
    planned(lifter, later, SQUAT, "bench-press")
    done(lifter, later, work(100.0, pain=6))
    made = the_day.today(lifter, later)
    assert made.verdict is not DayVerdict.PUSH
    said = "Leg press: pain of 6 out of 10 today. Leave it out until that is gone."
    assert said in map(render, made.reasons)
    tomorrow = the_day.today(lifter, later + timedelta(days=1))
    assert tomorrow.verdict is not DayVerdict.PUSH


def test_pain_of_today_is_told_before_an_older_one_and_the_worst_first(log_loads, today):
    for slug in ("seated-cable-row", PRESS, SQUAT):
        lifter = log_loads(slug, [50.0] * 4)
    done(lifter, today + timedelta(days=2), work(50.0, pain=7), slug="seated-cable-row")
    later = today + timedelta(days=4)
    planned(lifter, later, "seated-cable-row", PRESS, SQUAT)
    for slug, pain in ((PRESS, 6), (SQUAT, 10)):
        done(lifter, later, work(50.0, pain=pain), slug=slug)
    assert [render(made) for made in the_day.today(lifter, later).reasons] == [
        "Back squat: pain of 10 out of 10 today. Have it looked at before you do it again.",
        "Leg press: pain of 6 out of 10 today. Leave it out until that is gone.",
        "Seated cable row: pain of 7 out of 10 last time. Leave it out until that is gone.",
    ]


def test_no_sheet_has_a_load_or_a_return_for_what_hurts(log_loads, today):
    lifter = log_loads(PRESS, [100.0] * 20)
    done(lifter, today, work(100.0, pain=6))
    back = today + timedelta(days=60)
    planned(lifter, back, PRESS)
    sheet = printing.week_sheet(lifter, back, back)
    assert not any("Leg press" in each for each in sheet.this_week)
    [line] = [each for made in sheet.sessions for each in made.lines]
    assert said(today)[1:] in line.note
    assert (line.load, line.rir) == ("–", "–")
    assert plan.mesocycle_on(lifter, back).weeks[0].sessions[0].exercises[0].sets[0].load == 150.0
    grid = sheet_grid.sheet_grid(lifter, plan.mesocycle_on(lifter, back).weeks[0].id, back)
    assert all(box.row.asks_load for made in grid.sessions for line in made.lines
               for box in line.boxes)  # fmt: skip


@pytest.mark.parametrize("overdue", [0, 1])
@pytest.mark.parametrize("light", [[], [60.0]])
def test_the_plan_tells_of_pain_until_the_session_is_over(log_loads, today, light, overdue):
    lifter = log_loads(PRESS, [100.0] * 20)
    done(lifter, today, work(100.0, pain=6))
    for load in light:
        done(lifter, today + timedelta(days=1), work(load, pain=0))
    on = today + timedelta(days=2)
    planned(lifter, on, PRESS)
    (made,) = plan.mesocycle_on(lifter, on).weeks[0].sessions
    start = on + timedelta(days=overdue)
    told = planning.view(lifter, start, start).hurt
    session = logging.start_planned(lifter, made.id, start)
    assert told
    assert planning.view(lifter, start, start).hurt == told
    logging.finish(session)
    assert not planning.view(lifter, start, start).hurt


def test_a_set_that_is_done_keeps_the_load_planned_for_it_and_one_to_do_has_none(log_loads, today):
    lifter = log_loads(PRESS, [100.0] * 20)
    done(lifter, today, work(100.0, pain=6))
    later = today + timedelta(days=2)
    planned(lifter, later, PRESS)
    made = plan.mesocycle_on(lifter, later).weeks[0].sessions[0]
    key = logging.start_planned(lifter, made.id, later)
    logging.log_sets(log.session(key).exercises[0].id, [work(60.0)])
    [card] = logging.session_view(lifter, key, later).cards
    assert [(row.logged is None, row.target.load_kg) for row in card.rows] == [
        (False, 150.0), (True, None),
    ]  # fmt: skip
