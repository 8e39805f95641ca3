"""Practice of a new movement from the log to plan, card and sheet, and what is kept of a skill."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.coach import (
    blocks,
    clients,
    filling,
    lift_results,
    lines,
    loads,
    logging,
    next_set,
    planning,
    practising,
    printing,
    replacing,
    session_view,
    skills,
    suggesting,
    switches,
    week_edits,
    wording,
)
from planner.coach.parts import at_once
from planner.coach.skills import SkillState
from planner.coach.switches import Switch
from planner.engine.terms import Experience, LoggedSet, PlannedSet, Technique
from planner.storage import plan

DAY = timedelta(days=1)


def snatch(load_kg=20.0, look=None):
    return (LoggedSet(load_kg, 3, 4.0, load=load_kg, technique=look),) * 3


@pytest.fixture
def planned(squatter, today):
    """An experienced squatter whose plan has the snatch on three days of this week."""
    clients.change(replace(clients.lifter(squatter), experience=Experience.INTERMEDIATE))
    monday = today - timedelta(days=today.weekday())
    blocks.new_mesocycle(squatter, "Block", monday, weeks=1)
    (week,) = planning.view(squatter, today, today).weeks
    for day in (3, 4, 5):
        week_edits.add_exercise(week_edits.add_session(week.id, day, "Lower"), "snatch")
    return squatter


def marks(lifter, today):
    return list(planning.view(lifter, today, today).practice.values())


def test_the_plan_counts_the_sessions_of_a_first_snatch(planned, today, train):
    assert marks(planned, today) == [f"practice {n} of 11, light" for n in (1, 2, 3)]
    train(planned, "snatch", today - DAY, *snatch(22.5))
    assert marks(planned, today) == [f"practice {n} of 11, up to 22.5 kg" for n in (2, 3, 4)]


def test_card_and_sheet_say_it_too_and_of_the_snatch_only(planned, today, train):
    session = train(planned, "snatch", today, *snatch())
    train(planned, "back-squat", today, LoggedSet(100, 5, 2.0, load=100))
    (card,) = session_view.session_view(planned, session, today).cards
    said = practising.words(card.practice, card.exercise)
    assert wording.render(said) == "practice 1 of 11, light"
    told = " ".join(printing.week_sheet(planned, today, today).this_week)
    assert "Snatch: practice 2 of 11, up to 20 kg." in told
    assert "Back squat: practice" not in told


def test_six_sound_sessions_open_the_gate(planned, today, train):
    for days in range(6):
        assert marks(planned, today)
        train(planned, "snatch", today - (6 - days) * DAY, *snatch(look=Technique.SOUND))
    assert marks(planned, today) == []


def test_neither_fill_loads_nor_percentages_pass_the_cap(planned, today, train):
    for days in range(3):
        train(planned, "snatch", today - (days + 1) * DAY, *snatch(30.0))
    basis = loads.LoadBasis(planned, today)
    view = planning.view(planned, today, today)
    share = replace(view.week.sessions[0].exercises[0], sets=(PlannedSet(3, 3, percent_e1rm=95.0),))
    assert loads.by_percent(share, today, basis).sets[0].load_kg == 30.0
    filling.fill_loads(planned, view.mesocycle.id, today)
    for session in plan.mesocycle(view.mesocycle.id).weeks[0].sessions:
        assert all(entry.load_kg <= 30.0 for entry in session.exercises[0].sets)


def test_in_one_click_a_line_gets_light_sets_of_two(planned, today, train):
    train(planned, "snatch", today - DAY, *snatch(22.5))
    line = planning.view(planned, today, today).week.sessions[0].exercises[0]
    lines.practise(line.id, planned, today)
    (made, *others) = plan.planned_exercise(line.id).sets
    assert (made.reps_low, made.rir, made.load_kg, len(others)) == (2, 4.0, 22.5, 4)


def test_switched_off_nothing_is_said_or_held_for_practice(planned, today, train):
    train(planned, "snatch", today - DAY, *snatch())
    switches.set_on(planned, Switch.PRACTICE, False)
    assert marks(planned, today) == []
    found = suggesting.all_suggestions(planned, today)
    assert "hold.new_lift" not in {made.rule for made in found}


def skill(lifter, today, slug):
    return next(s for s in skills.of_lifter(lifter, today) if s.exercise.slug == slug)


def test_skills_tell_repetitions_ratings_quota_and_cap_of_each_movement(planned, today, train):
    train(planned, "snatch", today - DAY, *snatch(look=Technique.SOUND))
    made = skill(planned, today, "snatch")
    assert (made.state, made.reps, made.looks) == (SkillState.PRACTISING, 9, (3, 0, 0))
    assert (made.standing.left, made.standing.cap_kg) == (10, 20.0)
    assert skill(planned, today, "back-squat").state is SkillState.UNRATED  # nobody has looked


def test_a_movement_only_planned_is_new(planned, today):
    assert skill(planned, today, "snatch").state is SkillState.NEW


def test_a_technique_check_ends_practice_and_can_be_taken_back(planned, today, train):
    train(planned, "snatch", today - DAY, *snatch())
    practising.check(planned, "snatch", today)
    assert skill(planned, today, "snatch").state is SkillState.SKILLED
    assert marks(planned, today) == []
    practising.check(planned, "snatch", None)
    assert skill(planned, today, "snatch").state is SkillState.PRACTISING


def test_two_years_away_leave_a_skill_rusty_and_one_sound_session_brings_it_back(
    lifter, today, train
):
    for number in range(40):
        train(lifter, "snatch", today - timedelta(days=900 - 3 * number), *snatch(60.0))
    made = skill(lifter, today, "snatch")
    assert made.state is SkillState.RUSTY
    assert 0 < made.standing.needed < 11
    assert made.standing.cap_kg < 60.0
    train(lifter, "snatch", today, *snatch(40.0, Technique.SOUND))
    assert skill(lifter, today, "snatch").state is SkillState.SKILLED


def test_all_lifters_are_read_as_one_is(planned, today, train):
    train(planned, "snatch", today - DAY, *snatch())
    (client,) = at_once(skills.of_all(today))
    listed = {each.exercise.slug for each in skills.of_lifter(planned, today)}
    assert set(client.skills) == listed  # what is planned soon is told of, too
    for made in client.skills.values():
        one = skill(planned, today, made.exercise.slug)
        assert replace(one, standing=one.standing._replace(cap_kg=None)) == made


def added(lifter, today, slug):
    session = planning.view(lifter, today, today).week.sessions[-1].id
    key = planning.add_usual_exercise(session, slug, lifter_id=lifter, today=today)
    return plan.planned_exercise(key).sets


def test_a_lift_that_is_new_comes_with_sets_of_practice_and_the_empty_bar(planned, today, train):
    (first, *others) = added(planned, today, "snatch")
    assert (first.reps_low, first.reps_high, first.load_kg, len(others)) == (2, 2, 20.0, 4)
    train(planned, "snatch", today - DAY, *snatch(22.5))
    assert {entry.load_kg for entry in added(planned, today, "snatch")} == {22.5}


def test_what_is_fast_starts_with_few_repetitions_and_all_else_as_ever(planned, today):
    practising.check(planned, "snatch", today)
    (first, *others) = added(planned, today, "snatch")
    assert (first.reps_low, first.reps_high, first.rir, len(others)) == (3, 3, 3.0, 3)
    (throw, *others) = added(planned, today, "box-jump")
    assert (throw.reps_low, throw.reps_high, throw.rir, len(others)) == (3, 3, None, 3)
    assert {(entry.reps_low, entry.reps_high) for entry in added(planned, today, "leg-press")} == {
        (8, 12)
    }


def test_a_new_lift_in_the_place_of_another_is_practised_there(planned, today):
    session = planning.view(planned, today, today).week.sessions[-1]
    key = week_edits.add_exercise(session.id, "leg-press")
    week = planning.view(planned, today, today).week.id
    replacing.replace_exercise(key, week, "snatch", replacing.Reach.SESSION, planned, today)
    made = plan.planned_exercise(key)
    assert {(entry.reps_low, entry.load_kg) for entry in made.sets} == {(2, 20.0)}
    replacing.replace_exercise(key, week, "leg-press", replacing.Reach.SESSION, planned, today)
    assert {entry.reps_low for entry in plan.planned_exercise(key).sets} == {8}


def remark(lifter, session, today, slug="snatch"):
    """Return what the card of a lift says of the sets done, as text."""
    cards = session_view.session_view(lifter, session, today).cards
    (card,) = [each for each in cards if each.exercise.slug == slug]
    news = next_set.next_line(next_set.grounds(lifter, card), card).news
    return "" if news is None else wording.render(news)


def open_session(lifter, today, *slugs):
    session = logging.start_free(lifter, today)
    return session, [logging.add_exercise(session, slug) for slug in slugs]


def test_a_load_far_over_practice_is_remarked_on_and_a_little_more_is_not(planned, today, train):
    train(planned, "snatch", today - 3 * DAY, *snatch(22.5))
    session, (slot,) = open_session(planned, today, "snatch")
    logging.log_sets(slot, snatch(25.0)[:1])
    assert remark(planned, session, today) == ""
    logging.log_sets(slot, snatch(40.0)[:1])
    said = "Practice: up to 22.5 kg for 11 sessions, or until 6 were sound."
    assert remark(planned, session, today) == said
    logging.log_sets(slot, snatch(22.5)[:1])
    assert "up to" not in remark(planned, session, today)
    switches.set_on(planned, Switch.PRACTICE, False)
    logging.log_sets(slot, snatch(40.0)[:1])
    assert "up to" not in remark(planned, session, today)


def test_in_the_first_session_the_lightest_set_tells_what_light_is(planned, today):
    session, (slot,) = open_session(planned, today, "snatch")
    logging.log_sets(slot, (*snatch(20.0)[:1], *snatch(40.0)[:1]))
    assert remark(planned, session, today).startswith("Practice: as light as the first sets for 11")


def test_a_practised_lift_that_nobody_rated_asks_for_it_once_a_session(planned, today):
    slugs = ("snatch", "power-clean")
    session, (slot, other) = open_session(planned, today, *slugs)
    logging.log_sets(slot, snatch()[:2])
    assert remark(planned, session, today) == ""
    for each in (slot, other):
        logging.log_sets(each, snatch())
    said = [remark(planned, session, today, slug) for slug in slugs]
    assert said == [
        "Rate how it looked: Alt+1 sound, Alt+2 minor, Alt+3 breakdown. "
        "6 sound sessions end practice.",
        "",
    ]
    (entry, *_) = session_view.session_view(planned, session, today).cards[1].rows
    logging.rate(entry.logged.id, Technique.SOUND)
    assert remark(planned, session, today) == ""


def test_the_end_of_practice_is_told_once_after_its_last_session(planned, today, train):
    sound = snatch(look=Technique.SOUND)
    keys = [train(planned, "snatch", today - (6 - days) * DAY, *sound) for days in range(7)]
    views = [session_view.session_view(planned, key, today) for key in keys]
    told = [lift_results.lift_results(planned, view, today)[0].notes for view in views]
    assert [wording.render(note) for notes in told for note in notes] == [
        "Practised: loads may rise."
    ]
    assert "Practised" in wording.render(told[5][0])


def test_near_the_end_of_practice_only_the_keys_are_told(planned, today, train):
    for days in range(8):
        train(planned, "snatch", today - (8 - days) * DAY, *snatch(look=Technique.MINOR))
    session, (slot,) = open_session(planned, today, "snatch")
    logging.log_sets(slot, snatch())
    said = "Rate how it looked: Alt+1 sound, Alt+2 minor, Alt+3 breakdown."
    assert remark(planned, session, today) == said
