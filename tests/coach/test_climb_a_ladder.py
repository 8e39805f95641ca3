"""Progress without load: clean sets in a row suggest the next step, a loss of balance holds."""

from datetime import timedelta

import pytest

from planner.coach import (
    blocks,
    climbing,
    deciding,
    health,
    library,
    planning,
    suggesting,
    week_edits,
)
from planner.coach.steps import do, revert
from planner.engine.terms import (
    LoadKind,
    LoggedSet,
    PlannedSet,
    ReferralSource,
    Side,
    SuggestionKind,
    Technique,
    Topic,
)
from planner.storage import library as stored, plan

STAND, NEXT = "single-leg-balance", "single-leg-balance-head-turns"
SOUND, MINOR, LOST = Technique.SOUND, Technique.MINOR, Technique.BREAKDOWN


def stood(seconds=40.0, technique=SOUND, side=Side.EACH, **more):
    return LoggedSet(None, None, seconds=seconds, technique=technique, side=side, **more)


@pytest.fixture
def planned(lifter, today):
    """Plan 3 × 40 s on one leg for two weeks from tomorrow."""
    blocks.new_mesocycle(lifter, "Ankle", today + timedelta(days=1), weeks=2)
    for week in planning.view(lifter, today, today).weeks:
        line = week_edits.add_exercise(week_edits.add_session(week.id, 0, "Stand"), STAND)
        week_edits.prescribe(line, (PlannedSet(seconds=40.0),) * 3)
    return lifter


def advice(lifter, today):
    made = suggesting.advised(lifter, today).every
    return [(each.kind, each.rule) for each in made if each.exercise == STAND]


def climb(lifter, today):
    return next(s for s in suggesting.suggestions(lifter, today) if s.kind is SuggestionKind.CLIMB)


@pytest.mark.parametrize(
    ("sets", "kind"),
    [
        ((stood(),) * 3, SuggestionKind.CLIMB),
        ((stood(20.0), stood(), stood(), stood()), SuggestionKind.CLIMB),
        ((stood(),) * 2, None),
        ((stood(), stood(39.0), stood()), None),
        ((stood(), stood(), stood(technique=MINOR)), None),
        ((stood(), stood(), stood(technique=None)), None),
        ((stood(), stood(), stood(pain=3)), None),
        ((stood(technique=LOST), stood(), stood(), stood()), SuggestionKind.HOLD),
        ((stood(side=Side.LEFT),) * 3, None),
        ((stood(side=Side.LEFT), stood(side=Side.RIGHT)) * 3, SuggestionKind.CLIMB),
        ((stood(side=Side.LEFT), stood(12.0, side=Side.RIGHT)) * 3, None),
    ],
)
def test_three_clean_sets_promote_and_a_loss_of_balance_holds(planned, today, train, sets, kind):
    train(planned, STAND, today, *sets)
    assert [made for made, _ in advice(planned, today)] == ([kind] if kind else [])


def test_no_step_is_suggested_while_a_clearance_is_waited_for(planned, today, train):
    train(planned, STAND, today, *(stood(),) * 3)
    health.raise_referral(planned, Topic.CARDIAC_EVENT, today, ReferralSource.INTAKE)
    assert advice(planned, today) == []


def test_clean_sets_count_over_sessions_but_not_for_ever(planned, today, train):
    train(planned, STAND, today - timedelta(days=3), stood(), stood())
    train(planned, STAND, today, stood())
    assert advice(planned, today) == [(SuggestionKind.CLIMB, "ladder.climb")]
    assert advice(planned, today + timedelta(days=15)) == []


def test_what_was_lost_is_called_by_what_it_is(planned, today, train):
    train(planned, STAND, today, stood(), stood(technique=LOST))
    train(planned, "plank", today, stood(side=Side.BOTH, technique=LOST))
    said = {s.exercise: s.reason.template for s in suggesting.advised(planned, today).every}
    assert said[STAND].startswith("Balance was lost in set")
    assert said["plank"].startswith("Technique broke down in set")


def test_accepting_climbs_in_every_session_ahead_and_undoes_exactly(planned, today, train):
    train(planned, STAND, today, *(stood(),) * 3)
    made = climb(planned, today)
    changed, step = do(lambda: deciding.accept(planned, made, today))
    ahead = plan.future_exercises(planned, NEXT, today)
    assert changed == len(ahead) == 2
    assert {entry.seconds for _, _, each in ahead for entry in each.sets} == {30.0}
    assert {len(each.sets) for _, _, each in ahead} == {3}
    assert advice(planned, today) == []
    revert(step)
    assert plan.future_exercises(planned, NEXT, today) == []
    assert len(plan.future_exercises(planned, STAND, today)) == 2


def test_dismissing_keeps_the_step_until_the_next_session(planned, today, train):
    train(planned, STAND, today, *(stood(),) * 3)
    deciding.dismiss(planned, climb(planned, today), today, "one week more")
    assert advice(planned, today) == []
    train(planned, STAND, today + timedelta(days=2), *(stood(),) * 3)
    assert advice(planned, today + timedelta(days=2)) == [(SuggestionKind.CLIMB, "ladder.climb")]


def test_no_step_of_a_ladder_that_is_climbed_has_a_load(database):
    exercises = stored.by_slug()
    steps = [climbing.step_of(slug, exercises) for slug in exercises]
    climbed = [step for step in steps if step is not None]
    assert len(climbed) >= 40
    assert {step.exercise.load_kind for step in climbed} == {LoadKind.NONE}


def test_a_step_that_quality_tells_keeps_the_repetitions_that_were_planned(planned, today, train):
    hop, side = "single-leg-hop-and-stick", "lateral-hop-and-stick"
    (session,) = planning.view(planned, today, today).week.sessions
    line = week_edits.add_exercise(session.id, hop)
    week_edits.prescribe(line, (PlannedSet(3, 5),) * 2)
    done = LoggedSet(None, 4, technique=SOUND, side=Side.EACH)
    train(planned, hop, today, done, done, done)
    made = next(s for s in suggesting.suggestions(planned, today) if s.exercise == hop)
    deciding.accept(planned, made, today)
    ((_, _, after),) = plan.future_exercises(planned, side, today)
    assert [(entry.reps_low, entry.reps_high) for entry in after.sets] == [(3, 5)] * 2
    assert library.exercise(side).measure == "quality"


@pytest.mark.parametrize(
    ("slug", "asked", "says"),
    [
        ("plank", PlannedSet(seconds=45.0), "60 s"),
        ("plank", PlannedSet(seconds=60.0), ""),
        ("scapular-pull-up", PlannedSet(6, 8), "10"),
        ("stability-ball-plank", PlannedSet(seconds=20.0), ""),
        ("back-squat", PlannedSet(5, 5), ""),
    ],
)
def test_a_plan_that_asks_for_less_than_the_ladder_is_told_what_the_next_step_takes(
    lifter, slug, asked, says
):
    assert climbing.short_of_step(library.exercise(slug), (asked,) * 3) == says
