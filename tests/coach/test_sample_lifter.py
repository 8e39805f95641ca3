"""The sample lifter shows every part of the program at work."""

from datetime import timedelta

from planner.coach import charts, demo, logging, planning
from planner.engine.terms import Phase, Unit
from planner.storage import log


def test_the_sample_has_a_history_a_block_in_progress_and_advice(database, today):
    sample = demo.add_sample_lifter(today)
    view = planning.view(sample, today, today)
    assert view.week.number == 4
    assert [week.done for week in view.weeks[:3]] == [True] * 3
    assert len(logging.sessions(sample, limit=200)) > 80
    assert planning.suggestions(sample, today)
    assert logging.check_in(sample, today - timedelta(days=1)).sleep is not None


def test_a_sample_in_pounds_lifts_what_pound_plates_make(database, today):
    sample = demo.add_sample_lifter(today, Unit.LB)
    days = [made.id for made in logging.sessions(sample, limit=20)]
    lifts = [lift for day in days for lift in log.session(day).exercises]
    loads = {done.load for lift in lifts for done in lift.sets if done.load is not None}
    assert loads
    assert all(load % 1 == 0 for load in loads)


def test_nothing_of_the_sample_lies_in_the_future(database, today):
    sample = demo.add_sample_lifter(today)
    assert max(made.on for made in logging.sessions(sample)) < today


def test_the_same_day_makes_the_same_sample(database, today):
    one, two = demo.add_sample_lifter(today), demo.add_sample_lifter(today)
    first = [(row.exercise.slug, row.spark) for row in charts.lifts(one, today)]
    assert first == [(row.exercise.slug, row.spark) for row in charts.lifts(two, today)]


def test_the_lifts_of_the_sample_are_in_different_phases(database, today):
    sample = demo.add_sample_lifter(today)
    phases = {row.reading.phase for row in charts.lifts(sample, today)}
    assert len(phases - {Phase.UNCLEAR}) >= 2


def test_a_client_who_was_away_is_told_to_start_lighter(database, today):
    clients = demo.add_sample_clients(today)
    kinds = {made.kind for one in clients for made in planning.suggestions(one, today)}
    assert kinds
