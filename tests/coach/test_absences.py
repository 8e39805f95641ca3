"""Days away with a reason: added, changed, ended, and what they keep quiet."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from planner.coach import absences, silence, suggesting, wording
from planner.coach.absences import Reason
from planner.engine.terms import Absence, LoggedSet
from planner.storage.undo import revert, step

DAY = timedelta(days=1)


def test_days_away_are_added_changed_and_deleted_and_undo_brings_them_back(lifter, today):
    absences.add(lifter, Absence(today, reason=Reason.BUSY, note="exams"))
    (made,) = absences.absences(lifter)
    absences.change(lifter, replace(made, until=today + DAY))
    assert absences.absences(lifter)[0].until == today + DAY
    with step() as undo:
        absences.delete(made)
    assert absences.absences(lifter) == []
    revert(undo)
    assert absences.absences(lifter)[0].note == "exams"


def test_whoever_is_back_today_was_away_until_yesterday(lifter, today):
    absences.add(lifter, Absence(today - 3 * DAY, today + DAY))
    (made,) = absences.absences(lifter)
    assert absences.may_end(made, today)
    absences.end(made, today)
    (ended,) = absences.absences(lifter)
    assert ended.until == today - DAY
    assert not absences.may_end(ended, today)


def test_back_on_the_first_day_away_there_was_none(lifter, today):
    absences.add(lifter, Absence(today))
    absences.end(absences.absences(lifter)[0], today)
    assert absences.absences(lifter) == []


def test_what_days_away_run_into_is_known(lifter, today, train):
    train(lifter, "back-squat", today, LoggedSet(100.0, 5, load=100.0))
    absences.add(lifter, Absence(today - 5 * DAY, today - 2 * DAY, Reason.HOLIDAY))
    (holiday,) = absences.absences(lifter)
    assert absences.overlapping(lifter, Absence(today - 2 * DAY)) == [holiday]
    assert absences.overlapping(lifter, holiday) == []
    assert absences.trained_in(lifter, Absence(today - DAY)) == [today]
    assert absences.trained_in(lifter, Absence(today - DAY, today - DAY)) == []


def test_a_reason_of_another_program_is_some_other_reason(today):
    written = [Absence(today, reason=word) for word in (" Ill", "jury duty", "")]
    assert list(map(absences.reason, written)) == [Reason.ILL, Reason.OTHER, Reason.OTHER]


def test_nobody_ill_is_told_what_to_lift_until_they_are_back(squatter, today):
    assert suggesting.suggestions(squatter, today)
    absences.add(squatter, Absence(today - DAY, reason=Reason.ILL))
    assert suggesting.suggestions(squatter, today) == []
    assert wording.render(silence.why(squatter, today)).startswith("Ill since 4 Nov: nothing")
    absences.end(absences.absences(squatter)[0], today)
    assert suggesting.suggestions(squatter, today)


def test_a_holiday_keeps_suggestions(squatter, today):
    absences.add(squatter, Absence(today, reason=Reason.HOLIDAY))
    assert suggesting.suggestions(squatter, today)


def test_time_away_begins_on_the_day_after_the_last_session_where_that_is_some_days_ago(
    lifter, today, train
):
    assert absences.away_since(lifter, today) == today
    train(lifter, "back-squat", today - 12 * DAY, LoggedSet(100.0, 5))
    assert absences.away_since(lifter, today) == today - 11 * DAY
    train(lifter, "back-squat", today - 2 * DAY, LoggedSet(100.0, 5))
    assert absences.away_since(lifter, today) == today
