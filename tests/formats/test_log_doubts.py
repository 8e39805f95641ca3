"""Sets that look like typing errors, and loads counted another way: in, but pointed at."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.engine.terms import LoggedSet, SetKind, Unit
from planner.formats.doubts import Doubt, doubtful_sets

START = date(2024, 1, 1)


def work(load: float | None, reps: int | None = 5, **more: object) -> LoggedSet:
    return LoggedSet(load, reps, load=load, **more)


def doubts(*sessions: list[LoggedSet], every: int = 3) -> list[Doubt]:
    return doubtful_sets([(START + timedelta(every * i), s) for i, s in enumerate(sessions)])


def three(load: float, reps: int = 5) -> list[LoggedSet]:
    return [work(load, reps) for _ in range(3)]


def test_an_860_between_90s_is_suspect():
    [doubt] = doubts(three(90), three(90), [work(90), work(860)], three(92.5), three(92.5))
    assert (doubt.slot, doubt.position, doubt.flag) == (2, 1, "suspect")
    assert doubt.reason == "860 kg stands apart: around that day up to 92.5 kg"


def test_a_doubt_in_pounds_says_so():
    light = [replace(each, load_kg=19.0) for each in three(41.8878, 5)]
    pounds = [replace(each, unit=Unit.LB) for each in light]
    odd = replace(work(135), load_kg=61.235, unit=Unit.LB)
    [doubt] = doubts(pounds, pounds, [*pounds, odd], pounds, pounds)
    assert doubt.reason == "135 lb stands apart: around that day up to 41.9 lb"


def test_the_same_error_in_every_set_of_a_day_is_found():
    found = doubts(three(90), three(90), three(900), three(90), three(90))
    assert [doubt.position for doubt in found] == [0, 1, 2]


def test_an_8_between_175s_is_suspect():
    [doubt] = doubts(three(175), [work(175), work(8)], three(175))
    assert doubt.reason == "8 kg stands apart: around that day at least 175 kg"


def test_warm_ups_with_the_bar_are_not_suspect():
    day = [work(20), work(60), work(100), work(100)]
    assert doubts(day, day, day) == []


def test_small_loads_may_jump():
    assert doubts(three(2.5), three(2.5), three(15), three(2.5)) == []


def test_two_sessions_far_apart_in_load_say_nothing():
    assert doubts([work(20)], [work(100)]) == []


def test_a_load_that_nobody_lifts_is_suspect_even_alone():
    [doubt] = doubts([work(5000)])
    assert "5000 kg looks like a typing error" in doubt.reason


@pytest.mark.parametrize("reps", [877777, 5366, 4500])
def test_thousands_of_reps_are_suspect(reps):
    [doubt] = doubts([work(20, reps)])
    assert doubt.reason == f"{reps} reps look like a typing error"


def test_many_times_the_usual_reps_are_suspect():
    [doubt] = doubts(three(20, 12), [work(20, 121)], three(20, 12))
    assert "121 reps stand apart: around that day up to 12" in doubt.reason


def test_rope_skipping_has_many_reps():
    assert doubts(three(0, 300), three(0, 320), three(0, 400)) == []


def test_a_set_of_two_days_is_suspect():
    [doubt] = doubts([work(None, None, seconds=172800.0)])
    assert "a set of 48 h" in doubt.reason


def test_loads_that_double_within_weeks_and_stay_are_another_way_of_counting():
    found = doubts(three(12), three(12), three(24), three(24))
    assert [(d.slot, d.position, d.flag) for d in found] == [
        (2, 0, "convention"), (2, 1, "convention"), (2, 2, "convention"),
    ]  # fmt: skip
    assert "from 12 to 24 kg and stays" in found[0].reason
    assert [doubt.reason for doubt in found[1:]] == ["", ""]


def test_loads_that_halve_and_stay_are_pointed_at_too():
    assert doubts(three(40), three(40), three(18), three(18))[0].flag == "convention"


def test_progress_is_no_jump():
    assert doubts(*[three(40 * 1.05**week) for week in range(20)]) == []


def test_one_light_day_is_no_jump():
    assert doubts(three(100), three(100), three(50), three(100), three(100)) == []


def test_a_jump_over_months_is_training():
    assert doubts(three(20), three(20), three(57.5), three(57.5), every=40) == []


def test_warm_ups_do_not_hide_a_jump():
    warm = LoggedSet(10, 5, kind=SetKind.WARMUP, load=10)
    days = [[warm, *three(20)], [warm, *three(20)], [warm, *three(57.5)], [warm, *three(57.5)]]
    assert any(doubt.reason for doubt in doubts(*days))


def test_a_session_without_a_load_counts_for_nothing():
    assert doubts(three(12), [work(None)], three(12), three(24), three(24))[0].flag == "convention"


def test_a_set_without_a_load_is_not_counted_another_way():
    days = [three(12), three(12), [*three(24), work(None)], three(24)]
    assert [doubt.position for doubt in doubts(*days)] == [0, 1, 2]


def test_the_loads_around_a_doubtful_one_are_told_as_they_were_typed():
    pounds = LoggedSet(61.23, 8, load=135.0, unit=Unit.LB)
    [doubt] = doubts(three(17.5), three(19), [pounds], three(19), three(17.5))
    assert doubt.reason == "135 lb stands apart: around that day up to 19 kg"
