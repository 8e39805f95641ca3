"""How a lift looked and how it was practised: bars of ratings, steps of practice, breaks."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from planner.coach import practising, skills, switches
from planner.coach.charts import skill_page
from planner.coach.charts.skill_page import Reached
from planner.coach.switches import Switch
from planner.engine.terms import Lifter, LoggedExercise, LoggedSet, Session, Technique
from planner.storage import clients, log

TODAY = date(2026, 11, 5)
SOUND, MINOR, BROKE = Technique


@pytest.fixture
def did(lifter):
    """Return what logs a session of a lift some days ago, its sets rated as told."""

    def logged(days_ago, *looks, slug="snatch", rirs=()):
        sets = tuple(
            LoggedSet(40.0, 2, rir=rir, load=40.0, technique=look)
            for look, rir in zip(looks, rirs or [None] * len(looks), strict=True)
        )
        on = TODAY - timedelta(days=days_ago)
        log.add_session(lifter, Session(on, (LoggedExercise(slug, sets),), finished=True))

    return logged


def read(lifter, slug="snatch"):
    return skill_page.skill(lifter, slug, TODAY)


def test_ratings_are_counted_by_the_number_of_the_set_and_by_its_reserve(lifter, did):
    did(3, SOUND, MINOR, BROKE, rirs=(3.0, 2.0, 0.5))
    did(1, SOUND, SOUND, MINOR, rirs=(3.0, 2.0, None))
    made = read(lifter).rated
    assert [tuple(each.lately.looks) for each in made.by_number] == [
        (2, 0, 0),
        (1, 1, 0),
        (0, 1, 1),
    ]
    assert [(each.number, tuple(each.lately.looks)) for each in made.by_reserve] == [
        (0, (0, 0, 1)), (2, (1, 1, 0)), (3, (2, 0, 0)),
    ]  # fmt: skip
    assert (made.unlogged, made.sessions, made.any) == (1, (2, 0), True)


def test_lately_is_the_last_eight_rated_sessions_and_the_rest_is_before(lifter, did):
    for day in range(40, 20, -2):
        did(day, SOUND, BROKE)
        did(day - 1, None)
    made = read(lifter).rated
    assert made.sessions == (8, 2)
    assert (made.lately.rated, made.before.rated) == (16, 4)
    assert made.change is None


def test_a_clear_change_of_technique_leaves_zero_out(lifter, did):
    for day in range(80, 40, -2):
        did(day, *[BROKE] * 5)
    for day in range(40, 24, -2):
        did(day, *[SOUND] * 5)
    change = read(lifter).rated.change
    assert change is not None
    assert change[0] > 0


def test_without_ratings_there_is_nothing_to_tell(lifter, did):
    did(3, None, None)
    made = read(lifter)
    assert (made.rated.any, made.rated.by_number, made.rated.lately.enough) == (False, (), False)
    assert made.tiring is None


def test_a_technical_lift_is_practised_session_by_session_until_the_quota(lifter, did):
    for day in range(40, 14, -2):
        did(day, None, None)
    (made,) = read(lifter).practice.practices
    assert [each.done for each in made.exposures] == list(range(1, made.needed + 1))
    assert (made.reached_by, made.reached_on) == (Reached.SESSIONS, made.exposures[-1].on)
    assert (made.kept, made.before_on) == (1.0, None)


def test_sound_sessions_open_the_gate_sooner(lifter, did):
    for day in range(40, 14, -2):
        did(day, SOUND, SOUND)
    (made,) = read(lifter).practice.practices
    assert made.reached_by is Reached.SOUND
    assert len(made.exposures) == made.gate < made.needed


def test_a_breakdown_counts_as_no_session_of_practice(lifter, did):
    did(6, SOUND)
    did(4, SOUND, BROKE)
    did(2, MINOR)
    (made,) = read(lifter).practice.practices
    assert [(each.done, each.sound) for each in made.exposures] == [(1, 1), (1, 1), (2, 1)]
    assert made.reached_on is None


def test_a_look_at_the_technique_ends_a_practice_on_its_day(lifter, did):
    did(10, None)
    did(4, None)
    practising.check(lifter, "snatch", TODAY - timedelta(days=6))
    did(0, None)
    (made,) = read(lifter).practice.practices
    assert (made.reached_by, made.reached_on) == (Reached.CHECK, TODAY - timedelta(days=6))
    assert len(made.exposures) == 1


def test_a_look_before_the_first_session_leaves_nothing_to_practise(lifter, did):
    practising.check(lifter, "snatch", TODAY - timedelta(days=20))
    did(4, None)
    (made,) = read(lifter).practice.practices
    assert (made.reached_by, made.reached_on) == (Reached.CHECK, TODAY - timedelta(days=4))


def test_a_look_after_the_quota_was_reached_changes_nothing(lifter, did):
    for day in range(60, 20, -2):
        did(day, None)
    practising.check(lifter, "snatch", TODAY - timedelta(days=22))
    (made,) = read(lifter).practice.practices
    assert made.reached_by is Reached.SESSIONS


def test_an_old_look_does_not_end_a_practice_after_a_break(lifter, did):
    for day in range(300, 260, -2):
        did(day, None)
    practising.check(lifter, "snatch", TODAY - timedelta(days=280))
    did(2, None)
    _, again = read(lifter).practice.practices
    assert again.reached_by is not Reached.CHECK


def test_a_break_leaves_a_share_of_the_skill_to_practise_again(lifter, did):
    for day in range(400, 360, -2):
        did(day, None)
    did(20, None)
    first, again = read(lifter).practice.practices
    assert again.before_on == first.until == TODAY - timedelta(days=362)
    assert again.away_days == 342
    assert 0.4 < again.kept < 0.7
    assert 0 < again.needed < first.needed


def test_a_break_that_goes_on_is_told(lifter, did):
    did(60, None)
    made = read(lifter).practice
    assert made.resting
    assert made.standing.retained < 1.0


def test_a_lift_of_an_experienced_lifter_is_taken_for_known(lifter, did):
    did(2, None, slug="back-squat")
    (made,) = read(lifter, "back-squat").practice.practices
    assert (made.needed, made.exposures, made.reached_by) == (0, (), None)


def test_simple_lifts_and_lifters_who_switched_it_off_have_no_practice(lifter, did):
    did(2, None, slug="leg-press")
    did(2, None)
    assert (read(lifter, "leg-press").counted, read(lifter, "leg-press").practice) == (False, None)
    switches.set_on(lifter, Switch.PRACTICE, False)
    made = read(lifter)
    assert (made.counted, made.switched_off, made.practice) == (True, True, None)


def test_a_lift_never_done_has_no_practice_yet(lifter):
    made = read(lifter)
    assert (made.practice, dict(made.sessions), made.rated.any) == (None, {}, False)


def test_a_variation_of_a_known_lift_and_lifts_like_it_count(lifter, did):
    for day in range(60, 30, -2):
        did(day, SOUND, slug="snatch")
    did(4, None, slug="power-snatch")
    made = read(lifter, "power-snatch").practice
    assert made.kin_reps > 0


GAPS = st.lists(st.tuples(st.integers(1, 90), st.sampled_from([None, *Technique])), min_size=1,
                max_size=25)  # fmt: skip


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(found=GAPS, checked=st.none() | st.integers(0, 400))
def test_the_last_step_is_where_the_list_of_skills_says_it_stands(database, found, checked):
    lifter = clients.add_lifter(Lifter(name="One more"))
    ago = sum(gap for gap, _ in found)
    for gap, look in found:
        ago -= gap
        entry = LoggedSet(40.0, 2, load=40.0, technique=look)
        slot = LoggedExercise("snatch", (entry,))
        log.add_session(lifter, Session(TODAY - timedelta(days=ago), (slot,), finished=True))
    seen_on = None if checked is None else TODAY - timedelta(days=checked)
    practising.check(lifter, "snatch", seen_on)
    made = read(lifter).practice
    (listed,) = [each for each in skills.of_lifter(lifter, TODAY) if each.exercise.slug == "snatch"]
    assert made.standing == listed.standing._replace(cap_kg=None)
    for each in made.practices:
        assert all(one.done <= each.needed for one in each.exposures)
        assert each.reached_on is None or each.since <= each.reached_on
