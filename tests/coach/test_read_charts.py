"""What the charts tab is given: points, level, records, events, weekly sets."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from planner.coach import charts, happenings, levels, logging
from planner.coach.charts.training_days_page import days_trained
from planner.coach.wording import render
from planner.engine.terms import LoggedSet, Phase, Reading, SetKind, Unit


def test_a_lift_without_history_is_not_listed_and_cannot_be_drawn(lifter, today):
    assert charts.lifts(lifter, today) == []
    with pytest.raises(LookupError, match="back-squat"):
        charts.strength(lifter, "back-squat", today)


def test_every_session_is_a_point_and_the_level_follows(squatter, today):
    chart = charts.strength(squatter, "back-squat", today)
    assert len(chart.points) == len(chart.level) == 10
    assert chart.level[0].kg < chart.level[-1].kg
    assert all(p.low_kg < p.kg < p.high_kg for p in chart.level)


def test_the_forecast_starts_at_todays_level_and_grows_less_sure(squatter, today):
    chart = charts.strength(squatter, "back-squat", today)
    widths = [point.high_kg - point.low_kg for point in chart.forecast]
    assert chart.forecast[0].kg == pytest.approx(chart.reading.strength_kg)
    assert widths == sorted(widths)
    assert chart.forecast[0].on == today


def test_the_forecast_says_how_far_it_reaches(squatter, today):
    chart = charts.strength(squatter, "back-squat", today)
    (said,) = map(render, chart.outlook)
    low, high = chart.forecast[4].low_kg, chart.forecast[4].high_kg
    assert said == (
        f"If training goes on: {low:.0f} kg to {high:.0f} kg in four weeks, "
        "about nine times in ten; that is wide, because levels often jump."
    )
    assert charts.strength(squatter, "back-squat", today + timedelta(weeks=4)).outlook == ()


def test_a_narrow_range_is_not_called_wide(today):
    near, far = (
        charts.LevelPoint(today + timedelta(days=days), 100.0, 95.0, 105.0) for days in (0, 28)
    )
    words = "If training goes on: 95 kg to 105 kg in four weeks, about nine times in ten."
    assert [render(each) for each in levels.said((near, far))] == [words]
    assert levels.said(()) == ()


def test_the_next_session_is_forecast_for_the_day_it_is_usual(squatter, today):
    trained_on = today - timedelta(weeks=1)
    after, later = (charts.strength(squatter, "back-squat", on) for on in (trained_on, today))
    assert trained_on + timedelta(days=5) <= after.next_session.on <= today
    assert later.next_session == later.forecast[0]
    away = charts.strength(squatter, "back-squat", today + timedelta(weeks=4))
    assert away.next_session == away.forecast[0]


def test_a_typing_error_is_no_record_and_marked_in_the_points(squatter, today, train):
    train(squatter, "back-squat", today - timedelta(days=3), LoggedSet(1000, 5, load=1000))
    entry = LoggedSet(100, 5, rir=2, load=100)
    train(squatter, "back-squat", today - timedelta(days=1), entry, entry, entry)
    chart = charts.strength(squatter, "back-squat", today)
    assert [p.held_out for p in chart.points[-2:]] == [True, False]
    assert all(record.value_kg < 2000 for record in chart.records)
    assert chart.level[-1].kg < 150


def test_warm_ups_set_no_record(squatter, today, train):
    train(squatter, "back-squat", today, LoggedSet(140, 1, kind=SetKind.WARMUP, load=140))
    chart = charts.strength(squatter, "back-squat", today)
    assert [r.value_kg for r in chart.records if "rep" in render(r.what)] == [100]


def test_the_estimated_record_is_the_best_point_of_the_chart(squatter, today, train):
    sets = [LoggedSet(kg, reps, rir=rir, load=kg) for kg, reps, rir in ((95, 6, 3), (105, 5, 0))]
    train(squatter, "back-squat", today, *sets)
    chart = charts.strength(squatter, "back-squat", today)
    best = max(chart.points, key=lambda point: point.e1rm_kg)
    (record,) = [r for r in chart.records if r.estimate]
    assert (record.value_kg, record.on, record.set_text) == (best.e1rm_kg, best.on, best.best_set)


def test_a_load_is_one_record_however_many_counts_it_is_the_best_of(squatter, today, train):
    for days, reps in ((3, 3), (2, 8)):
        train(squatter, "back-squat", today - timedelta(days=days), LoggedSet(110, reps, load=110))
    train(squatter, "back-squat", today, LoggedSet(120, 1, load=120))
    chart = charts.strength(squatter, "back-squat", today)
    bests = [(render(r.what), r.value_kg, r.on) for r in chart.records[1:-1]]
    assert bests == [("1 rep", 120, today), ("3–8 reps", 110, today - timedelta(days=2))]


def test_more_help_is_no_record(lifter, today, train):
    train(lifter, "assisted-pull-up", today, LoggedSet(40, 8, load=40))
    chart = charts.strength(lifter, "assisted-pull-up", today)
    assert not [r for r in chart.records if "rep" in render(r.what) and "est" not in render(r.what)]


def test_the_summary_is_at_most_three_sentences_in_the_lifters_unit(squatter, today):
    chart = charts.strength(squatter, "back-squat", today)
    said = [render(sentence, Unit.LB) for sentence in chart.summary]
    assert 1 <= len(said) <= 3
    assert " lb for one repetition" in said[0]


def test_where_the_curve_ends_is_told_when_the_number_is_another_one(squatter, today, train):
    back = today + timedelta(weeks=12)
    train(squatter, "back-squat", back, LoggedSet(80, 5, rir=3, load=80))
    charted = {
        days: charts.strength(squatter, "back-squat", back + timedelta(days)) for days in (0, 10)
    }
    ends = [chart.level[-1].kg for chart in charted.values()]
    said = {days: [render(each) for each in chart.summary] for days, chart in charted.items()}
    assert ends[0] == ends[1] < charted[10].reading.strength_kg
    assert not any("curve" in each for each in said[0])
    assert said[10][1] == (
        f"The curve ends at the last session, {back.day} {back:%b}, with {ends[0]:.0f} kg; the "
        "number is what is expected by today."
    )


def test_weeks_without_training_count_as_zero(squatter, today):
    later = today + timedelta(weeks=3)
    sets = charts.weekly_sets(squatter, "Quads", later)
    assert [count for _, count in sets.weeks[-3:]] == [0, 0, 0]
    assert sets.weeks[0][1] == 3


def test_training_days_count_hard_sets(squatter, today):
    assert {day.hard_sets for day in days_trained(squatter, today)} == {3}
    assert charts.totals(squatter) == (10, 30)


def test_what_is_logged_later_changes_nothing_that_was_said_before(squatter, today, train):
    before = charts.strength(squatter, "back-squat", today).level
    entry = LoggedSet(60, 5, rir=2, load=60)
    train(squatter, "back-squat", today + timedelta(days=2), entry)
    after = charts.strength(squatter, "back-squat", today + timedelta(days=2)).level
    assert after[: len(before)] == before


def test_readings_follow_a_change_of_an_old_set(squatter, today):
    before = charts.strength(squatter, "back-squat", today).reading.strength_kg
    newest = logging.sessions(squatter, limit=1)[0]
    card = logging.session_view(squatter, newest.id, today).cards[0]
    for row in card.rows:
        logging.remove_set(row.logged.id)
    after = charts.strength(squatter, "back-squat", today).reading.strength_kg
    assert after < before


def test_phases_of_one_run_leave_no_day_between_them(squatter, today):
    spans = charts.strength(squatter, "back-squat", today).spans
    assert all(before.until == after.since for before, after in pairwise(spans))


@pytest.mark.parametrize("days", [(0, 7, 14, 21, 49, 56), (0, 7, 30, 37, 58, 80)])
def test_short_spells_join_the_phase_before_them_without_a_gap(days, today):
    phases = (Phase.EARLY, Phase.STEADY, Phase.EARLY, Phase.PLATEAU, Phase.STEADY, Phase.STEADY)
    readings = [
        Reading(today + timedelta(days=day), "back-squat", 9, 100, 2, 0, 0, 0, None, phase, {})
        for day, phase in zip(days, phases, strict=True)
    ]
    spans = happenings.spans(readings, readings[-1], ())
    assert all(before.until == after.since for before, after in pairwise(spans))
    assert spans[-1].until == readings[-1].on


@pytest.mark.parametrize("days_since", [0, 5])
@pytest.mark.parametrize("now", [Phase.PLATEAU, Phase.UNCLEAR])
def test_the_last_span_has_the_phase_that_is_told_today(days_since, now, today):
    readings = [
        Reading(today + timedelta(days=day), "back-squat", 9, 100, 2, 0, 0, 0, None, phase, {})
        for day, phase in ((0, Phase.EARLY), (7, Phase.PLATEAU), (42, Phase.PLATEAU), (49, now))
    ]
    told = replace(readings[-1], on=readings[-1].on + timedelta(days=days_since))
    last = happenings.spans(readings, told, ())[-1]
    assert (last.phase, last.until) == (now, told.on)
    assert last.since < last.until


def test_on_every_day_of_a_short_history_shading_and_words_have_the_same_phase(squatter, today):
    for day in range(64):
        on = today - timedelta(days=day)
        chart = charts.strength(squatter, "back-squat", on)
        phase = Phase.EARLY if chart.reading.levelling_off else chart.reading.phase
        assert chart.spans[-1].phase is phase
