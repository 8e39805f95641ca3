"""What a program has one do, before it is started."""

from datetime import date

import pytest

from planner.coach import program_days, programs

MONDAY = date(2026, 11, 9)


def test_a_session_that_comes_twice_a_week_is_listed_once_with_both_days(database):
    first, second = program_days.first_week(programs.block("full-body-start", MONDAY))
    assert (first.name, first.days) == ("Full body A", (0, 4))
    assert (second.name, second.days) == ("Full body B", (2,))


def test_exercises_are_listed_in_order_with_the_sets_of_the_first_week(database):
    first, _ = program_days.first_week(programs.block("twice-a-week", MONDAY))
    assert first.lines[0][:2] == ("Back squat", "2×6–10 @2")  # a rep easier than later weeks
    assert [line.exercise for line in first.lines][-1] == "Lying leg curl"


def test_every_program_has_a_first_week_to_show(database):
    for program in programs.programs():
        days = [
            day
            for made in program_days.first_week(programs.block(program.slug, MONDAY))
            for day in made.days
        ]
        assert len(days) == program.days


def test_an_unknown_program_has_none(database):
    with pytest.raises(LookupError):
        programs.block("no-such", MONDAY)
