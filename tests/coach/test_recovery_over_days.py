"""Recovery on past days: as it was told then, read part by part, and remembered."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date, timedelta
from random import Random
from typing import TypeVar

import pytest

from planner.coach import absences, switches, today as coach
from planner.coach.charts import recovery_days, recovery_page
from planner.coach.charts.recovery_days import RecoveryDay
from planner.coach.charts.recovery_page import Wanted
from planner.coach.switches import Switch
from planner.coach.wording import render
from planner.engine.terms import Absence, CheckIn, DayVerdict, LoggedSet
from planner.storage import clients

DAY = timedelta(days=1)
ALL = Wanted(gauges=True, verdicts=True, answers=True)
Made = TypeVar("Made")


def whole(parts: Generator[None, None, Made]) -> tuple[Made, int]:
    """Read to the end; return what was made and in how many parts."""
    count = 0
    while True:
        try:
            next(parts)
        except StopIteration as done:
            return done.value, count
        count += 1


def read(lifter: int, since: date, until: date) -> list[RecoveryDay]:
    return whole(recovery_days.reading(lifter, since, until))[0]


def train_by_chance(train, lifter: int, on: date, random: Random) -> None:
    for slug in random.sample(["back-squat", "bench-press", "deadlift"], random.randint(0, 2)):
        entry = LoggedSet(80.0, random.randint(3, 8), rir=float(random.randint(0, 3)), load=80.0)
        train(lifter, slug, on, *[entry] * random.randint(2, 5))
    if random.random() < 0.6:
        points = random.randint(1, 5)
        clients.save_check_in(
            lifter,
            CheckIn(on, sleep=points, soreness=random.randint(1, 5), energy=random.randint(1, 5)),
        )


@pytest.mark.parametrize("seed", range(4))
def test_a_past_day_reads_as_it_did_on_its_evening(lifter, today, train, seed):
    random, told, since = Random(seed), [], today - 30 * DAY
    for number in range(31):
        train_by_chance(train, lifter, since + number * DAY, random)
        told += read(lifter, since + number * DAY, since + number * DAY)
    assert read(lifter, since, today) == told
    for day in told[:: random.randint(3, 6)]:
        made = coach.today(lifter, day.on)
        assert (day.verdict, day.chosen) == (made.verdict, made.chosen)
        assert (day.whole, dict(day.groups)) == (
            made.central.level,
            {group: gauge.level for group, gauge in made.peripheral},
        )
        assert day.muscles == (None if made.overall is None else made.overall.level)


def test_days_are_read_once_the_newest_first_until_somebody_writes(squatter, today, train):
    made, parts = whole(recovery_days.reading(squatter, today - 9 * DAY, today))
    assert [day.on for day in made] == [today - ago * DAY for ago in range(9, -1, -1)]
    assert parts >= 10
    assert recovery_days.at_hand(squatter, today - 9 * DAY, today) == made
    assert whole(recovery_days.reading(squatter, today - 9 * DAY, today))[1] == 0
    train(squatter, "back-squat", today, LoggedSet(100.0, 5, rir=0.0, load=100.0))
    assert recovery_days.at_hand(squatter, today - 9 * DAY, today) == []
    parts_of = recovery_days.reading(squatter, today - 9 * DAY, today)
    while not recovery_days.at_hand(squatter, today - 9 * DAY, today):
        next(parts_of)
    assert [day.on for day in recovery_days.at_hand(squatter, today - 9 * DAY, today)] == [today]


def test_before_the_first_set_nothing_is_said(lifter, today):
    assert recovery_days.first_trained(lifter) is None
    assert recovery_page.first_day(lifter, today) is None
    clients.save_check_in(lifter, CheckIn(today, sleep=3))
    assert recovery_page.first_day(lifter, today) == today
    assert read(lifter, today, today)[0].verdict is None
    assert recovery_page.sentences((), ALL) == ()


def test_an_illness_leaves_a_gap_and_its_reason_and_an_own_choice_stays(squatter, today):
    absences.add(squatter, Absence(today - 5 * DAY, today - 3 * DAY, "ill"))
    coach.choose(squatter, today, DayVerdict.REST)
    days = {day.on: day for day in read(squatter, today - 6 * DAY, today)}
    ill = days[today - 4 * DAY]
    assert ill.verdict is None
    assert render(ill.why).startswith("Ill since")
    assert days[today].chosen is DayVerdict.REST
    assert days[today].verdict not in (None, DayVerdict.REST)
    assert recovery_page.away(squatter, today - 6 * DAY) == []
    assert [each.reason for each in recovery_page.away(squatter, today)] == ["ill"]
    said = [render(each) for each in recovery_page.sentences(list(days.values()), ALL)]
    assert said[0] == "On 4 days: 4 × hold; you chose otherwise on 1 day."


def test_time_off_is_a_gap_and_counts_no_verdict(lifter, today, train):
    """Fourteen months without a session hold nobody back: nothing is told of them."""
    entry = LoggedSet(100.0, 5, rir=2.0, load=100.0)
    for ago in (430, 427, 424, 6, 3):
        train(lifter, "back-squat", today - ago * DAY, entry, entry, entry)
    days = read(lifter, today - 430 * DAY, today)
    off = [day for day in days if day.off]
    assert (off[0].on, off[-1].on) == (today - 423 * DAY, today - 7 * DAY)
    assert all(day.verdict is None and day.whole is None for day in off)
    assert days[-1].verdict is not None
    part = whole(recovery_days.reading(lifter, today - 430 * DAY, today - 420 * DAY, today))[0]
    assert [day.off for day in part] == [False] * 7 + [True] * 4
    said = [render(each) for each in recovery_page.sentences(days, ALL)]
    assert said[0].startswith("On 14 days: ")
    assert f"Time off, no session for three weeks or more, is left out: {len(off)} days." in said


def test_what_takes_from_the_whole_and_lifts_that_get_harder_are_named(lifter, today, train):
    for ago, rir in ((10, 3.0), (7, 2.0), (4, 1.0)):
        entry = LoggedSet(100.0, 5, rir=rir, load=100.0)
        train(lifter, "back-squat", today - ago * DAY, entry, entry, entry)
    clients.save_check_in(lifter, CheckIn(today - DAY, sleep_hours=4.0))
    days = read(lifter, today - 10 * DAY, today)
    assert days[-1].harder == ("Back squat",)
    assert days[-2].tiring is not None
    assert render(days[-2].tiring).startswith("4 h of sleep")
    said = [render(each) for each in recovery_page.sentences(days, ALL)]
    assert "Got harder at the same load, with less in reserve each time: Back squat." in said
    assert said[-1] == "All of it follows from the log and your answers; nobody measured it."


def test_levels_are_told_to_the_ten_with_the_days_they_are_known_of():
    first = date(2026, 11, 1)
    days = [
        RecoveryDay(first + n * DAY, muscles=level) for n, level in enumerate((0.82, 0.41, 0.8))
    ]
    days.append(RecoveryDay(first + 3 * DAY))
    said = [render(each) for each in recovery_page.sentences(days, ALL)]
    assert said == [
        "As a whole: known on 0 of 4 days, too few to tell.",
        "Muscles (known on 3 of 4 days): mostly about 80 %, lowest about 40 % on 2 Nov.",
        "All of it follows from the log and your answers; nobody measured it.",
    ]
    even = [RecoveryDay(first + n * DAY, whole=0.9, muscles=0.9) for n in range(3)]
    assert render(recovery_page.sentences(even, ALL)[0]) == "As a whole: mostly about 90 %."


def test_what_is_switched_off_is_not_told(squatter, today):
    days = read(squatter, today - 6 * DAY, today)
    switches.set_on(squatter, Switch.RECOVERY, shown=False)
    switches.set_on(squatter, Switch.VERDICT, shown=False)
    made = recovery_page.wanted(squatter)
    assert (made.gauges, made.verdicts, made.answers) == (False, False, True)
    assert recovery_page.sentences(days, made) == ()
    assert recovery_page.sentences([RecoveryDay(today)], Wanted(False, True, True)) == ()


def test_the_last_session_of_a_day_is_the_one_to_open(lifter, today, train):
    train(lifter, "back-squat", today, LoggedSet(100.0, 5, load=100.0))
    second = train(lifter, "bench-press", today, LoggedSet(60.0, 5, load=60.0))
    assert recovery_page.sessions(lifter) == {today: second}
