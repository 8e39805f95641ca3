"""What a day asks of a lifter: recovery, gauges, the verdict, and setting it aside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import (
    absences,
    blocks,
    deciding,
    health,
    planning,
    recovering,
    suggesting,
    today as coach,
    trail,
    week_edits,
)
from planner.coach.quiet import quiet
from planner.coach.refused import Refused
from planner.coach.steps import do, revert
from planner.coach.wording import render
from planner.engine.terms import (
    Absence,
    CheckIn,
    DayVerdict,
    LoggedSet,
    PlannedSet,
    ReferralSource,
    SuggestionKind,
    Topic,
)
from planner.storage import clients, log
from tests.content import content

DAY = timedelta(days=1)
Plan = Callable[..., None]


@pytest.fixture
def plan_squats(squatter: int) -> Plan:
    """Return a function that plans four sets of squats for a day, in a block of that day."""

    def store(on: date, **line: object) -> None:
        blocks.new_mesocycle(squatter, "Block", on, weeks=1)
        (week,) = planning.view(squatter, on, on).weeks
        made = week_edits.add_exercise(week_edits.add_session(week.id, 0, "Lower"), "back-squat")
        week_edits.prescribe(made, (PlannedSet(5, 5, 2, load_kg=100, load=100),) * 4)

    return store


def answer(lifter: int, on: date, points: int, **more: object) -> None:
    made = CheckIn(on, sleep=points, motivation=points, energy=max(2, points))
    clients.save_check_in(lifter, replace(made, **more))


def usually_well(lifter: int, today: date, since: int = 30, until: int = 0) -> None:
    for ago in range(since, until, -1):
        answer(lifter, today - ago * DAY, 4)


def reasons(lifter: int, on: date) -> list[str]:
    return [render(each) for each in coach.today(lifter, on).reasons]


def test_before_the_first_log_nothing_is_said_and_nothing_is_known(lifter, today):
    made = coach.today(lifter, today)
    assert (made.verdict, made.reasons, made.overall, made.recoveries) == (None, (), None, ())
    assert made.central.level is None
    assert all(gauge.level is None for _, gauge in made.peripheral)
    with pytest.raises(Refused):
        coach.choose(lifter, today, DayVerdict.PUSH)
    with pytest.raises(Refused):
        coach.unchoose(lifter, today)


def test_recovered_muscles_and_a_good_morning_before_a_planned_session_push(
    squatter, today, plan_squats
):
    plan_squats(today)
    usually_well(squatter, today, until=-1)
    made = coach.today(squatter, today)
    assert made.verdict is DayVerdict.PUSH
    assert (made.overall.level, made.overall.ready_on) == (1.0, None)
    assert reasons(squatter, today)[:2] == [
        "What is planned is recovered.",
        "The answers of today are as good as usual.",
    ]


def test_whoever_begins_is_not_told_to_have_been_away(lifter, today, train):
    train(lifter, "back-squat", today, *[LoggedSet(60.0, 5, rir=3.0)] * 3)
    assert coach.today(lifter, today).verdict is DayVerdict.HOLD
    assert reasons(lifter, today) == ["Nothing asks for more or less than usual."]


def test_logging_the_session_lowers_recovery_and_leaves_the_verdict_of_the_day(
    squatter, today, plan_squats, train
):
    plan_squats(today)
    usually_well(squatter, today, until=-1)
    before = coach.today(squatter, today)
    train(squatter, "back-squat", today, *[LoggedSet(110.0, 5, rir=0.0)] * 6)
    after = coach.today(squatter, today)
    assert (after.verdict, after.reasons) == (before.verdict, before.reasons)
    assert after.recoveries[0].level < 0.6
    assert after.recoveries[0].ready_on > today
    assert coach.today(squatter, today + 7 * DAY).overall.level == 1.0
    assert coach.today(squatter, today - DAY) == coach.today(squatter, today - DAY)


def test_what_is_logged_later_changes_nothing_that_was_said_of_a_day(squatter, today, train):
    before = coach.today(squatter, today - 3 * DAY)
    train(squatter, "back-squat", today, *[LoggedSet(120.0, 5, rir=0.0)] * 6)
    train(squatter, "bench-press", today, *[LoggedSet(80.0, 5, rir=0.0)] * 6)
    assert coach.today(squatter, today - 3 * DAY) == before


def test_to_the_ill_and_to_who_waits_for_clearance_no_verdict_is_given_but_why(squatter, today):
    absences.add(squatter, Absence(today - DAY, None, "ill"))
    assert coach.today(squatter, today).verdict is None
    assert reasons(squatter, today)[0].startswith("Ill since 4 Nov")
    health.raise_referral(squatter, Topic.CARDIAC_EVENT, today, ReferralSource.INTAKE)
    made = coach.today(squatter, today)
    assert made.verdict is None
    assert made.reasons == (quiet(squatter, today).blocked,)


def test_after_weeks_away_the_first_days_back_ease(squatter, today):
    late = today + timedelta(weeks=3)
    assert coach.today(squatter, late).verdict is DayVerdict.EASE
    (told,) = reasons(squatter, late)
    assert "28 days off" in told


def harder(lifter: int, train: Callable[..., int], today: date, rirs: list[float]) -> None:
    """Log the same sets of three lifts every third day, the last ones on the day before."""
    for back, rir in enumerate(reversed(rirs)):
        for slug in ("back-squat", "bench-press", "barbell-row"):
            entry = LoggedSet(80.0, 5, rir=rir, load=80.0)
            train(lifter, slug, today - DAY - 3 * back * DAY, entry, entry, entry)


@pytest.mark.parametrize(("rirs", "told"), [([3, 2, 1], 3), ([2, 2, 2], 0), ([3, 1], 0)])
def test_the_same_sets_that_get_harder_over_three_sessions_are_told_flat_ones_are_not(
    lifter, today, train, rirs, told
):
    harder(lifter, train, today, [float(each) for each in rirs])
    feeds = [render(each) for each in coach.today(lifter, today).central.feeds]
    assert sum("gets harder" in each for each in feeds) == told


def test_more_repetitions_with_less_in_reserve_are_no_harder_sets(lifter, today, train):
    for back, (reps, rir) in enumerate(((8, 1.0), (7, 2.0), (6, 3.0))):
        entry = LoggedSet(80.0, reps, rir=rir, load=80.0)
        train(lifter, "back-squat", today - DAY - 3 * back * DAY, entry, entry)
    assert coach.today(lifter, today).central.level is None


def test_sets_that_fall_off_more_than_usual_are_felt_for_two_days(lifter, today, train):
    steady, falling = [[LoggedSet(60.0, r, load=60.0) for r in reps] for reps in (
        (10, 10, 9), (10, 6, 4))]  # fmt: skip
    for slug in ("bench-press", "back-squat"):
        for week in range(5, 0, -1):
            train(lifter, slug, today - timedelta(weeks=week), *steady)
    log_id = train(lifter, "bench-press", today, *falling)
    train(lifter, "back-squat", today, *falling)
    strained = [_strain(lifter, today + n * DAY) for n in range(3)]
    assert strained[0] > strained[1] > strained[2] == 0.0
    made = coach.today(lifter, today + DAY)
    assert "fell off more than usual" in render(made.central.feeds[0])
    plain = recovering.bouts(recovering.lately(lifter, today))
    assert all(each.drop is not None for each in plain if each.on == today)
    log.trash_session(log_id)
    assert _strain(lifter, today + DAY) == 0.0


def _strain(lifter: int, on: date) -> float:
    level = coach.today(lifter, on).central.level
    return 0.0 if level is None else 1.0 - level


def test_ten_drained_days_go_from_hold_over_ease_to_rest_and_come_back_within_days(
    lifter, today, train
):
    usually_well(lifter, today, until=10)
    harder(lifter, train, today, [3.0] * 6 + [3.0, 2.0, 1.0, 0.5])
    for ago in range(10, 0, -1):
        answer(lifter, today - ago * DAY, 4, sleep=2, motivation=2)
    drained = [coach.today(lifter, today - ago * DAY).verdict for ago in range(10, 0, -1)]
    order = [DayVerdict.HOLD, DayVerdict.EASE, DayVerdict.REST]
    assert list(dict.fromkeys(drained)) == order
    assert drained == sorted(drained, key=order.index)
    last = today - DAY
    for told, said in zip(reasons(lifter, last), ("Sleep 2", "Motivation 2", "gets harder"),
                          strict=True):  # fmt: skip
        assert said in told
    rest = suggesting.suggestions(lifter, last)[0]
    assert (rest.kind, rest.rule) == (SuggestionKind.REST_DAY, "lifter.rest_drained")
    for ahead in range(3):
        answer(lifter, today + ahead * DAY, 4)
    harder(lifter, train, today + 2 * DAY, [3.0])
    assert coach.today(lifter, today + 2 * DAY).verdict is DayVerdict.HOLD


def test_rest_is_still_the_verdict_once_the_session_was_moved(squatter, today, plan_squats):
    plan_squats(today)
    clients.save_check_in(squatter, CheckIn(today, energy=1))
    (rest,) = (made for made in suggesting.suggestions(squatter, today) if not made.exercise)
    assert deciding.accept(squatter, rest, today) == 1
    assert coach.today(squatter, today).verdict is DayVerdict.REST


def test_a_verdict_set_aside_is_kept_shown_in_the_trail_and_taken_back_by_undo(squatter, today):
    before = content()
    _, step = do(lambda: coach.choose(squatter, today, DayVerdict.REST, "travelling"))
    made = coach.today(squatter, today)
    assert (made.verdict, made.chosen) == (DayVerdict.HOLD, DayVerdict.REST)
    (kept,) = trail.decided(squatter)
    assert (kept.kind, kept.verdict) == (SuggestionKind.VERDICT, trail.DecisionVerdict.CHANGED)
    assert (kept.proposed, kept.changed, kept.reason) == ("hold", "rest", "travelling")
    assert kept.headline == "Verdict of the day: hold"
    revert(step)
    assert content() == before
    assert coach.today(squatter, today).chosen is None


def test_who_goes_by_what_was_said_after_all_has_no_own_verdict(squatter, today):
    coach.choose(squatter, today, DayVerdict.EASE)
    coach.unchoose(squatter, today)
    assert coach.today(squatter, today).chosen is None
    assert len(trail.decided(squatter)) == 2


def test_what_blocks_and_an_illness_end_the_verdict_that_was_chosen_and_a_later_choice_holds(
    squatter, today
):
    coach.choose(squatter, today, DayVerdict.PUSH)
    health.raise_referral(squatter, Topic.CARDIAC_EVENT, today, ReferralSource.SIGN)
    (made,) = health.waiting(squatter, today)
    health.clear(squatter, made, health.Clearance(today, "Dr Adams"))
    assert coach.today(squatter, today).verdict is not None
    assert coach.today(squatter, today).chosen is None
    coach.choose(squatter, today, DayVerdict.EASE)
    assert coach.today(squatter, today).chosen is DayVerdict.EASE
    absences.add(squatter, Absence(today, None, "ill"))
    (ill,) = absences.absences(squatter)
    absences.end(ill, today)
    assert coach.today(squatter, today).chosen is None
