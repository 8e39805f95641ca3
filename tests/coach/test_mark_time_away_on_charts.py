"""Days away on a lift's chart, with their reason, each told once."""

from __future__ import annotations

from datetime import date, timedelta

from planner.coach import absences, charts, deciding, suggesting, wording
from planner.coach.absences import Reason
from planner.engine.terms import Absence, LoggedSet

ENTRY = LoggedSet(100.0, 5, rir=2.0, load=100.0)


def told(lifter: int, on: date) -> dict[str, str]:
    return {
        each.kind: wording.render(each.text)
        for each in charts.strength(lifter, "back-squat", on).events
    }


def test_a_week_ill_between_sessions_is_marked_with_its_reason(squatter, today):
    since = today - timedelta(days=20)
    absences.add(squatter, Absence(since, since + timedelta(days=4), Reason.ILL))
    assert told(squatter, today)["absence"] == "Away for 5 days (ill)"


def test_a_long_pause_is_told_once_with_why(squatter, today, train):
    absences.add(squatter, Absence(today, today + timedelta(days=27), Reason.HOLIDAY))
    on = today + timedelta(days=28)
    assert told(squatter, on)["away"] == "Time off begins: 35 days so far (holiday)"
    train(squatter, "back-squat", on, ENTRY, ENTRY)
    after = told(squatter, on)
    assert after["layoff"] == "Back after 5 weeks without this lift (holiday)"
    assert "absence" not in after


def test_an_accepted_return_is_told_in_short(squatter, today):
    on = today + timedelta(days=28)
    (made,) = suggesting.suggestions(squatter, on)
    deciding.accept(squatter, made, on)
    assert told(squatter, on)["decision"] == f"Accepted: {wording.render(made.headline)}"
