"""Strong pain takes out whatever was done: lifts, holds, balance, distances, in a deload too."""

from __future__ import annotations

from datetime import timedelta

import pytest

from planner.coach import health, logging, suggesting
from planner.coach.next_time import looking_ahead
from planner.coach.parts import at_once
from planner.coach.wording import render
from planner.engine.terms import (
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Topic,
)
from planner.storage import plan

LEAVE = "Leave this lift for now"
DONE = {
    "plank": LoggedSet(None, None, seconds=60.0, pain=10),
    "single-leg-balance": LoggedSet(None, None, seconds=30.0, pain=5),
    "farmers-carry": LoggedSet(24.0, None, distance_m=40.0, load=24.0, pain=6),
    "push-up": LoggedSet(None, 12, pain=5),
    "standing-calf-raise": LoggedSet(40.0, 12, load=40.0, pain=5),
}


@pytest.mark.parametrize("slug", DONE)
def test_strong_pain_takes_it_out_in_the_summary_and_on_a_card(lifter, today, slug) -> None:
    session = logging.start_free(lifter, today)
    logging.log_sets(logging.add_exercise(session, slug), [DONE[slug]])
    view = logging.session_view(lifter, session, today)
    [lift] = at_once(looking_ahead(lifter, view, today)).lifts
    assert (render(lift.headline), lift.changes) == (LEAVE, True)
    [card] = suggesting.suggestions(lifter, today)
    assert (card.exercise, card.headline.template) == (slug, LEAVE)


@pytest.mark.parametrize("slug", DONE)
def test_twice_running_it_waits_for_a_professional(lifter, today, slug) -> None:
    for days in (7, 0):
        session = logging.start_free(lifter, today - timedelta(days=days))
        logging.log_sets(logging.add_exercise(session, slug), [DONE[slug]])
    [made] = health.waiting(lifter, today)
    assert (made.topic, made.exercise) == (Topic.STRONG_PAIN, slug)
    assert suggesting.suggestions(lifter, today)[0].rule == "hold.refer"


def test_a_deload_ahead_hides_no_strong_pain(lifter, today) -> None:
    slug = "standing-calf-raise"
    slot = PlannedExercise(slug, (PlannedSet(12, 15, load_kg=40.0, load=40.0),))
    starts_on = today + timedelta(days=1)
    week = Microcycle(1, starts_on, (PlannedSession("Legs", 0, (slot,)),), deload=True)
    plan.add_mesocycle(lifter, Mesocycle("Block", starts_on, weeks=(week,)))
    session = logging.start_free(lifter, today)
    logging.log_sets(logging.add_exercise(session, slug), [DONE[slug]])
    [card] = suggesting.suggestions(lifter, today)
    assert card.headline.template == LEAVE
