"""The shipped programs make sense: main ones, short ones, and blocks beside another plan."""

from __future__ import annotations

from collections import Counter
from datetime import date
from importlib.resources import files

import pytest

from planner.coach import shipped
from planner.engine.sources import SOURCES
from planner.engine.strength import load_for
from planner.engine.terms import (
    Category,
    Equipment,
    Experience,
    Goal,
    Limit,
    Measure,
    Microcycle,
    Muscle,
    Pattern,
    PlannedExercise,
    PlannedSession,
)
from planner.engine.volume import is_hard, joining_minutes, session_minutes
from planner.formats.programs import ProgramTemplate, mesocycle, program

EXERCISES = {exercise.slug: exercise for exercise in shipped.exercises()}
TEMPLATES = sorted(
    (
        program(file.name.removesuffix(".toml"), file.read_text("utf-8"))
        for file in files("planner.resources").joinpath("programs").iterdir()
    ),
    key=lambda template: template.slug,
)
BESIDE = [each for each in TEMPLATES if each.beside]
SHORT = [each for each in TEMPLATES if not each.beside and len(each.weeks) < 4]
MAIN = [each for each in TEMPLATES if each not in BESIDE + SHORT]
BIG = (Muscle.QUADS, Muscle.HAMSTRINGS, Muscle.GLUTES, Muscle.CHEST, Muscle.LATS)


def each_of(templates: list[ProgramTemplate]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("template", templates, ids=lambda template: template.slug)


def weeks(template: ProgramTemplate) -> tuple[Microcycle, ...]:
    return mesocycle(template, date(2026, 1, 5)).weeks


def planned(template: ProgramTemplate) -> list[PlannedExercise]:
    return [e for week in weeks(template) for made in week.sessions for e in made.exercises]


def set_count(session: PlannedSession) -> int:
    return sum(len(made.sets) for made in session.exercises)


def week_sets(week: Microcycle) -> int:
    return sum(map(set_count, week.sessions))


def dose(week: Microcycle, *, hard: bool) -> dict[Muscle, float]:
    """Sets a muscle, helpers half; all of them, or those that are hard."""
    sets = dict.fromkeys(Muscle, 0.0)
    for made in (e for session in week.sessions for e in session.exercises):
        count = sum(is_hard(one) or not hard for one in made.sets)
        for muscle, share in EXERCISES[made.exercise].muscles:
            sets[muscle] += share * count
    return sets


def reps_left(percent: float | None, reps: int) -> int:
    assert percent is not None
    return min(range(31), key=lambda rir: abs(load_for(100.0, reps, rir) - percent))


def ends_with_a_test(template: ProgramTemplate) -> bool:
    last = weeks(template)[-1].sessions[-1]
    return all((one.reps_high, one.rir) == (1, 0) for made in last.exercises for one in made.sets)


def test_there_is_a_program_for_every_goal_and_level_and_for_most_weeks() -> None:
    assert len(TEMPLATES) >= 17
    assert BESIDE
    assert {goal for each in TEMPLATES for goal in each.goals} == set(Goal)
    for level in Experience:
        assert sum(level in each.levels for each in MAIN) >= 4
    assert {len(each.days) for each in MAIN} >= {2, 3, 4, 6}
    assert any(not each.equipment for each in MAIN)


def test_every_program_has_a_name_of_its_own() -> None:
    assert len({each.name for each in TEMPLATES}) == len(TEMPLATES)


@each_of(TEMPLATES)
def test_a_program_is_told_in_short_sentences(template: ProgramTemplate) -> None:
    told = (template.for_whom, template.summary, template.progression, template.leave)
    assert all(text.endswith(".") and text[0].isupper() and len(text) <= 260 for text in told)
    assert template.for_whom.count(".") == 1
    assert template.goals
    assert template.levels
    assert not template.goal.endswith(".")


@each_of(TEMPLATES)
def test_a_program_names_what_it_rests_on(template: ProgramTemplate) -> None:
    assert 1 <= len(template.evidence) <= 3
    assert all(claim.source in SOURCES and claim.says.endswith(".") for claim in template.evidence)


@each_of(TEMPLATES)
def test_a_program_uses_shipped_exercises_as_they_are_measured(template: ProgramTemplate) -> None:
    for made in planned(template):
        measure = EXERCISES[made.exercise].measure
        assert measure is not Measure.DISTANCE
        timed = measure is Measure.SECONDS
        assert all((one.seconds is not None) == timed for one in made.sets), made.exercise


@each_of(TEMPLATES)
def test_a_program_names_all_the_equipment_its_exercises_need(template: ProgramTemplate) -> None:
    needed = {EXERCISES[made.exercise].equipment for made in planned(template)}
    assert set(template.equipment) == needed - {Equipment.BODYWEIGHT}


@each_of(TEMPLATES)
def test_the_minutes_are_those_of_the_longest_session(template: ProgramTemplate) -> None:
    sessions = [made for week in weeks(template) for made in week.sessions]
    count = joining_minutes if template.beside else session_minutes
    assert abs(template.minutes - max(count(made, EXERCISES) for made in sessions)) <= 2


@each_of(TEMPLATES)
def test_every_session_of_a_program_comes_and_repeats_no_exercise(
    template: ProgramTemplate,
) -> None:
    used = range(len(template.weeks))
    coming = {name for at in used for name in template.rotation[at % len(template.rotation)]}
    assert coming == set(template.sessions)
    for lines in template.sessions.values():
        assert len({line.slug for line in lines}) == len(lines)
    assert list(template.days) == sorted(set(template.days))


@each_of(TEMPLATES)
def test_nobody_at_risk_of_falling_is_left_alone_with_closed_eyes_or_hops(
    template: ProgramTemplate,
) -> None:
    used = [EXERCISES[made.exercise] for made in planned(template)]
    risky = [e for e in used if e.pattern is Pattern.JUMP or e.slug.endswith("eyes-closed")]
    if any(Limit.FALLS in exercise.limits for exercise in risky):
        assert Limit.FALLS in template.limits


@each_of(TEMPLATES)
def test_a_program_names_the_limits_that_half_of_its_sets_touch_and_no_idle_ones(
    template: ProgramTemplate,
) -> None:
    touched = Counter(
        limit for e in planned(template) for limit in EXERCISES[e.exercise].limits for _ in e.sets
    )
    every = sum(map(week_sets, weeks(template)))
    named = {*template.limits, *template.made_for}
    assert {limit for limit in touched if touched[limit] >= every / 2} <= named
    assert not set(template.limits) & set(template.made_for)
    assert set(template.limits) <= {limit for limit in touched if touched[limit] >= every / 10}


@each_of(TEMPLATES)
def test_a_percentage_leaves_at_least_the_reserve_beside_it(template: ProgramTemplate) -> None:
    for one in (one for made in planned(template) for one in made.sets):
        if one.percent_e1rm is not None:
            assert one.reps_high is not None
            assert one.rir is not None
            assert one.percent_e1rm <= load_for(100.0, one.reps_high, one.rir) + 4


@each_of(MAIN)
def test_a_main_program_lasts_four_to_ten_weeks_and_ends_light_or_with_a_test(
    template: ProgramTemplate,
) -> None:
    made = weeks(template)
    assert 4 <= len(made) <= 10
    assert [week.deload for week in made[:-1]] == [False] * (len(made) - 1)
    assert made[-1].deload or ends_with_a_test(template)


@each_of([each for each in MAIN if each.weeks[-1].deload])
def test_a_deload_keeps_about_half_of_the_sets_of_the_same_sessions(
    template: ProgramTemplate,
) -> None:
    *before, deload = weeks(template)
    names = [made.name for made in deload.sessions]
    full = next(w for w in before if [made.name for made in w.sessions] == names)
    assert 0.5 <= week_sets(deload) / week_sets(full) <= 0.6


@each_of([each for each in MAIN if not each.weeks[-1].deload])
def test_before_a_test_sets_fall_and_loads_rise(template: ProgramTemplate) -> None:
    *_, before, test = weeks(template)
    assert week_sets(test) <= 0.75 * week_sets(before) < week_sets(weeks(template)[0])
    tops = [
        max(one.percent_e1rm or 0 for made in session for e in made.exercises for one in e.sets)
        for session in (week.sessions for week in weeks(template))
    ]
    assert tops == sorted(tops)


@each_of(MAIN)
def test_a_main_program_begins_easier_than_it_goes_on(template: ProgramTemplate) -> None:
    first, *rest = template.weeks
    percents = [line.percent for line in template.sessions[template.rotation[0][0]]]
    assert first.sets <= 0
    assert first.rir > min(week.rir for week in rest) or any(percents)


@each_of(MAIN)
def test_a_main_program_trains_every_big_muscle_with_a_sane_dose(
    template: ProgramTemplate,
) -> None:
    for week in weeks(template)[:-1]:
        assert all(dose(week, hard=False)[muscle] >= 2 for muscle in BIG)
        assert max(dose(week, hard=True).values()) <= 25
        assert all(5 <= set_count(made) <= 25 for made in week.sessions)


@each_of([each for each in MAIN if Experience.NOVICE in each.levels])
def test_beginners_have_at_most_eighteen_hard_sets_for_a_muscle(
    template: ProgramTemplate,
) -> None:
    assert max(max(dose(week, hard=True).values()) for week in weeks(template)) <= 18


@each_of(SHORT)
def test_a_short_program_keeps_every_big_muscle_at_work_with_few_sets(
    template: ProgramTemplate,
) -> None:
    for week in weeks(template):
        assert all(dose(week, hard=False)[muscle] >= 2 for muscle in BIG)
        assert max(dose(week, hard=True).values()) <= 12
        assert all(set_count(made) <= 15 for made in week.sessions)


@each_of(BESIDE)
def test_a_block_beside_a_plan_is_short_and_has_no_loads(template: ProgramTemplate) -> None:
    assert template.minutes <= 15
    assert 4 <= len(template.weeks) <= 8
    assert all(3 <= set_count(made) <= 8 for w in weeks(template) for made in w.sessions)
    assert set(template.equipment) <= {Equipment.BAND, Equipment.BOARD, Equipment.BALL}


@each_of(BESIDE)
def test_what_comes_before_a_session_tires_nobody(template: ProgramTemplate) -> None:
    for made in planned(template):
        if EXERCISES[made.exercise].category is Category.STRENGTH:
            assert not any(map(is_hard, made.sets)), made.exercise


@each_of(BESIDE)
def test_hops_come_after_one_easy_drill_at_the_most(template: ProgramTemplate) -> None:
    for session in (made for week in weeks(template) for made in week.sessions):
        jumps = [EXERCISES[made.exercise].pattern is Pattern.JUMP for made in session.exercises]
        assert True not in jumps or True in jumps[:2]


@each_of(TEMPLATES)
def test_a_percentage_leaves_about_the_reserve_that_is_written(template: ProgramTemplate) -> None:
    for made in planned(template):
        if EXERCISES[made.exercise].pattern is not Pattern.OLYMPIC:  # technique ends those sets
            for one in (one for one in made.sets if one.percent_e1rm is not None):
                leaves = min(10, reps_left(one.percent_e1rm, one.reps_high or 0))
                assert one.rir == pytest.approx(leaves, abs=2), made.exercise
