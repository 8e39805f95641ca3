"""What was not trained for long, in words, as long as it is wanted."""

from __future__ import annotations

from datetime import date, timedelta

from planner.coach import absences, non_use, switches, wording
from planner.coach.switches import Switch
from planner.engine.terms import Absence, LoggedSet, Side

ENTRY = LoggedSet(60.0, 8, load=60.0)


def told(lifter: int, today: date) -> list[str]:
    return [wording.render(each) for each in non_use.lines(non_use.unused(lifter, today))]


def rows(train, lifter: int, today: date, *sides: Side) -> None:
    for ago in range(28, 0, -7):
        entries = [LoggedSet(30.0, 10, load=30.0, side=side) for side in sides for _ in range(3)]
        train(lifter, "dumbbell-row", today - timedelta(days=ago), *entries)


def hinges(train, lifter: int, today: date) -> None:
    for ago in range(58, 22, -5):
        train(lifter, "deadlift", today - timedelta(days=ago), ENTRY)
    train(lifter, "back-squat", today - timedelta(days=1), ENTRY)


def test_a_pattern_is_told_of_until_it_is_done_again_and_is_quiet_while_away(lifter, today, train):
    hinges(train, lifter, today)
    assert told(lifter, today) == ["Hinge: not trained for 23 days"]
    absences.add(lifter, Absence(today - timedelta(days=20), today - timedelta(days=8)))
    assert told(lifter, today) == []


def test_who_trains_nothing_at_all_is_told_of_in_days_unless_away(lifter, today, train):
    last = today - timedelta(days=40)
    assert [non_use.idle_days(lifter, each, today) for each in (None, today, last)] == [0, 0, 40]
    absences.add(lifter, Absence(last + timedelta(days=1), today))
    assert non_use.idle_days(lifter, last, today) == 0
    switches.set_on(lifter, Switch.NON_USE, shown=False)
    assert non_use.idle_days(lifter, today - timedelta(days=400), today) == 0


def test_four_weeks_of_right_hand_rows_tell_of_the_left_until_a_left_set(lifter, today, train):
    rows(train, lifter, today, Side.RIGHT)
    assert told(lifter, today) == ["Row: nothing on the left for 28 days"]
    train(lifter, "dumbbell-row", today, LoggedSet(30.0, 10, load=30.0, side=Side.LEFT))
    assert told(lifter, today) == []


def test_the_lagging_side_is_told_with_its_share(lifter, today, train):
    rows(train, lifter, today, Side.RIGHT)
    early = [LoggedSet(30.0, 10, load=30.0, side=Side.LEFT)] * 3
    train(lifter, "dumbbell-row", today - timedelta(days=25), *early)
    assert told(lifter, today) == ["Row: left did 33 % of the right's sets in four weeks"]


def test_who_does_not_want_to_know_is_not_told(lifter, today, train):
    hinges(train, lifter, today)
    switches.set_on(lifter, Switch.NON_USE, shown=False)
    assert told(lifter, today) == []
