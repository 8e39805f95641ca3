"""Weeks in a row with a session, and the usual days of a week."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, strategies as st

from planner.engine import consistency
from planner.engine.terms import Absence

TODAY = date(2026, 11, 5)  # a Thursday
MONDAY = date(2026, 11, 2)


def mondays(*weeks_ago: int) -> list[date]:
    """Return Mondays so many weeks before this week's."""
    return [MONDAY - timedelta(weeks=ago) for ago in weeks_ago]


def away(first: int, last: int) -> Absence:
    """Return days away from one day before today to another; 0 is today."""
    return Absence(TODAY - timedelta(days=first), TODAY - timedelta(days=last), "holiday")


def row(days: list[date], absences: tuple[Absence, ...] = (), today: date = TODAY):
    return consistency.current(consistency.weeks(days, absences, today), today)


def best(days: list[date], absences: tuple[Absence, ...] = ()):
    return consistency.best(consistency.weeks(days, absences, TODAY), TODAY)


def test_without_training_there_is_no_week_and_no_row():
    assert consistency.weeks([], (), TODAY) == []
    assert row([]) is best([]) is None


def test_weeks_in_a_row_are_counted_up_to_this_one():
    assert row(mondays(0, 1, 2, 5, 6)).weeks == 3


def test_the_week_that_still_runs_breaks_nothing():
    assert row(mondays(1, 2, 3)).weeks == 3


def test_a_week_that_is_over_without_a_session_ends_the_row_and_it_stays_the_best():
    days = mondays(2, 3, 4)
    assert row(days) is None
    assert (best(days).weeks, best(days).until) == (3, MONDAY - timedelta(weeks=2))


def test_a_week_away_is_passed_over_and_does_not_count():
    found = row(mondays(0, 1, 4, 5), (away(25, 11),))
    assert (found.weeks, found.passed, found.since) == (4, 2, MONDAY - timedelta(weeks=5))


def test_who_is_still_away_keeps_the_row():
    since = Absence(MONDAY - timedelta(weeks=2), None, "ill")
    assert row(mondays(3, 4), (since,)).weeks == 2


def test_weeks_begin_where_the_reader_begins_them():
    sunday, saturday = date(2026, 11, 1), date(2026, 10, 31)
    assert consistency.week_start(sunday, 7) == sunday
    known = consistency.weeks([saturday, sunday], (), TODAY, first_weekday=7)
    assert [week.trained for week in known] == [(saturday,), (sunday,)]


def test_of_several_rows_as_long_the_newest_is_the_best():
    assert best(mondays(9, 8, 3, 2)).until == MONDAY - timedelta(weeks=2)


def test_the_usual_days_are_told_after_four_whole_weeks_with_training():
    days = mondays(3, 2, 1, 0)
    found = consistency.habit(consistency.weeks(days, (), TODAY), TODAY)
    assert (found.days, found.usual, found.missing) == (None, (), 1)


def test_days_a_week_are_a_middle_and_a_range_and_weekdays_those_of_most_weeks():
    days = [
        on + timedelta(days=offset)
        for ago, offsets in {5: (0, 2, 4), 4: (0, 2), 3: (0, 2, 4, 5), 2: (), 1: (0,)}.items()
        for on in mondays(ago)
        for offset in offsets
    ]
    found = consistency.habit(consistency.weeks(days, (), TODAY), TODAY)
    assert (found.weeks, found.trained, found.away) == (5, 4, 0)
    assert found.days == (2.5, 1, 4)
    assert found.usual == (1, 3, 5)
    assert found.missing == 0


def test_weeks_with_time_away_tell_nothing_of_the_usual_days():
    days = mondays(6, 5, 4, 3, 1)
    found = consistency.habit(consistency.weeks(days, (away(17, 4),), TODAY), TODAY)
    assert (found.weeks, found.trained, found.away, found.counted) == (6, 5, 1, 4)
    assert found.days == (1, 1, 1)


def test_only_the_last_twelve_whole_weeks_tell_what_is_usual():
    known = consistency.weeks(mondays(*range(40)), (), TODAY)
    assert consistency.habit(known, TODAY).weeks == 12


DAYS = st.lists(st.integers(0, 400).map(lambda ago: TODAY - timedelta(days=ago)), max_size=60)
AWAY = st.lists(
    st.tuples(st.integers(0, 400), st.integers(0, 60)).map(
        lambda each: away(each[0], max(0, each[0] - each[1]))
    ),
    max_size=4,
)


@given(DAYS, AWAY)
def test_rows_hold_every_trained_week_once_and_days_away_never_shorten_them(days, absences):
    known = consistency.weeks(days, absences, TODAY)
    rows = consistency.streaks(known, TODAY)
    assert sum(each.weeks for each in rows) == sum(bool(week.trained) for week in known)
    plain = consistency.best(consistency.weeks(days, (), TODAY), TODAY)
    longest = consistency.best(known, TODAY)
    assert (longest.weeks if longest else 0) >= (plain.weeks if plain else 0)
    assert all(each.until <= nxt.since for each, nxt in pairwise(rows))
