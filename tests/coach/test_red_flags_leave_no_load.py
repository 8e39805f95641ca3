"""A red flag leaves no load anywhere one could stand: log, paper, planner, charts, commands."""

from __future__ import annotations

import json
import random
import re
from datetime import timedelta

import pytest

from planner.coach import (
    charts,
    files,
    health,
    logging,
    planning,
    printing,
    sheet_grid,
    suggesting,
    wording,
)
from planner.coach.charts import goals, records_page
from planner.coach.charts.goals import LiftGoal
from planner.coach.entry_rows import drop_row, warm_up_rows
from planner.coach.health import Clearance
from planner.coach.quiet import quiet
from planner.coach.sheet_boxes import planned_text
from planner.engine.terms import (
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    ReferralSource,
    SetKind,
    Unit,
)
from planner.storage import health as storage, plan
from planner.ui import plan_words
from planner.ui.set_columns import Field
from planner.ui.set_offers import Entry, offers
from planner.ui.set_target import target_text

DAY = timedelta(days=1)
DONE = LoggedSet(102.5, 5, 2.0, load=102.5)
SETS = (
    PlannedSet(5, 5, load_kg=47.5, load=47.5, kind=SetKind.WARMUP),
    *(PlannedSet(5, 5, 2.0, load_kg=102.5, load=102.5),) * 3,
    PlannedSet(8, 8, load_kg=77.5, load=77.5, kind=SetKind.DROP),
)
WAYS = (SETS, (PlannedSet(5, 5, 2.0),) * 3, (PlannedSet(5, 5, percent_e1rm=80.0),) * 3)
EVERYWHERE = {
    "log rows", "drop row", "warm-up rows", "sheet", "sheet warm-up", "sheet grid", "planner",
    "records", "record curve", "strength ahead", "next session", "outlook", "goal",
}  # fmt: skip
RED = sorted(
    {sign.topic for sign in health.SIGNS}
    | {made.topic for made in health.QUESTIONS if health.judgement(made.topic).blocks}
)


@pytest.fixture
def planned(squatter, today):
    """Plan squats with loads, open and by strength on three days; the first has a set done.

    A little more than today's strength is their goal.
    """
    goals.change(squatter, "back-squat", LiftGoal(124.0))
    sessions = tuple(
        PlannedSession(f"Day {day}", day, tuple(PlannedExercise("back-squat", way) for way in WAYS))
        for day in (0, 2, 4)
    )
    plan.add_mesocycle(squatter, Mesocycle("Block", today, (Microcycle(1, today, sessions),)))
    session = logging.start_planned(squatter, logging.planned_today(squatter, today)[0][0], today)
    card = logging.session_view(squatter, session, today).cards[0]
    logging.log_sets(card.logged_exercise_id, [DONE])
    return squatter, session


def has_load(*texts):
    """Say whether a text has a number of 20 or more: no repetitions here are that many."""
    numbers = (each for text in texts for each in re.findall(r"\d+(?:\.\d+)?", str(text)))
    return any(float(each) >= 20 for each in numbers)


def row_texts(row, exercise):
    """Return what a row of the log shows and offers of a load."""
    target = target_text(row.target, row, exercise, Unit.KG) if row.target else ""
    load_kg = row.target.load_kg if row.target else None
    offered = offers(Entry(row, None, exercise, Unit.KG), {}).get(Field.LOAD, "")
    return [target, offered, row.suggested_kg or "", load_kg or ""]


def in_log(lifter, session, today):
    """Return what rows to do, a drop set and a warm-up ramp show, by place."""
    cards = logging.session_view(lifter, session, today).cards
    done = next(row for row in cards[0].rows if row.logged)
    open_rows = [(card, row) for card in cards for row in card.rows if row.logged is None]
    squat, beside = cards[0].exercise, next(row for _, row in open_rows)
    ramp = warm_up_rows(beside, 100.0, 5, squat, lifter)
    assert ramp
    return {
        "log rows": [text for card, row in open_rows for text in row_texts(row, card.exercise)],
        "drop row": row_texts(drop_row(done, squat, lifter), squat),
        "warm-up rows": [text for row in ramp for text in row_texts(row, squat)],
    }


def on_paper(lifter, today):
    """Return what sheet, grid to type it in, and planner say of loads, by place."""
    printed = printing.week_sheet(lifter, today, today).sessions
    lines = [line for made in printed for line in made.lines]
    view = planning.view(lifter, today, today)
    grid = sheet_grid.sheet_grid(lifter, view.week.id, today).sessions
    typed = [line for made in grid if not made.session_id for line in made.lines]
    boxes = [(box.row, line.exercise) for line in typed for box in line.boxes]
    shown = [line for day in plan_words.days(view, today, Unit.KG)
             for card in day.cards for line in card.lines]  # fmt: skip
    assert lines
    assert boxes
    assert shown
    return {
        "sheet": [text for line in lines for text in (line.sets, line.load, line.rir)],
        "sheet warm-up": [text for line in lines for text in line.warm_up],
        "sheet grid": [*(line.words for line in typed),
                       *(planned_text(row, made, Unit.KG) for row, made in boxes)],
        "planner": [text for line in shown for text in (line.sets, line.shown_load)],
    }  # fmt: skip


def in_charts(lifter, today):
    """Return what the charts of squats say of strength today and to come, by place."""
    chart = charts.strength(lifter, "back-squat", today)
    known = records_page.read(lifter, "back-squat", today)
    assert chart.goal
    assert chart.level
    assert any(row.best for row in known.rep_records)
    when = [day.year for day in chart.goal.expected or () if day is not None]
    return {
        "records": [row.estimate.kg for row in known.rep_records if row.estimate],
        "record curve": [point.kg for point in known.curve],
        "strength ahead": [point.kg for point in chart.forecast],
        "next session": [made.kg for made in (chart.next_session,) if made],
        "outlook": [wording.render(said) for said in chart.outlook],
        "goal": when,
    }


def seen(planned, today):
    """Name every place that shows a load."""
    lifter, session = planned
    found = in_log(lifter, session, today) | on_paper(lifter, today) | in_charts(lifter, today)
    return {place for place, texts in found.items() if has_load(*texts)}


@pytest.mark.parametrize("topic", RED)
def test_no_place_that_can_show_a_load_has_one_while_a_red_flag_waits(planned, today, topic):
    assert seen(planned, today) == EVERYWHERE
    health.raise_all(planned[0], [topic], today - DAY, ReferralSource.SIGN)
    assert seen(planned, today) == set()
    [made] = health.waiting(planned[0], today)
    health.clear(planned[0], made, Clearance(today, "Dr. Cor"))
    assert seen(planned, today) == EVERYWHERE


def test_red_flags_of_two_hundred_cases_leave_no_load_in_sight(planned, today):
    lifter, _ = planned
    chance = random.Random(7)
    assert seen(planned, today) == EVERYWHERE
    for _ in range(200):
        wrong = chance.sample(RED, chance.randint(1, 3))
        on = today - chance.randint(0, 400) * DAY
        raised = health.raise_all(lifter, wrong, on, ReferralSource.SIGN)
        assert len(raised) == len(wrong)
        for referral in health.waiting(lifter, today)[1:]:
            health.clear(lifter, referral, Clearance(today, "Dr. Cor"))
        assert suggesting.advised(lifter, today).every == ()
        assert quiet(lifter, today).blocked is not None
        assert seen(planned, today) == set()
        for referral in storage.referrals(lifter):
            health.take_back(referral)
    assert seen(planned, today) == EVERYWHERE


@pytest.mark.parametrize("topic", RED[::4])
def test_the_command_that_suggests_says_only_that_a_clearance_is_waited_for(
    planned, today, run, database, topic
):
    def told():
        files.close_file()
        code, out, _ = run("suggest", "--on", today, "--json")
        assert code == 0
        return json.loads(out)

    before = told()
    assert (before["waiting"], before["suggestions"] != []) == (None, True)
    files.open_file(database)
    health.raise_all(planned[0], [topic], today, ReferralSource.SIGN)
    after = told()
    assert (after["suggestions"], after["questions"]) == ([], [])
    assert after["waiting"].startswith("Waiting for clearance since 5 Nov")
