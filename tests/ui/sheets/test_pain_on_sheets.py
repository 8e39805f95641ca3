"""Pain is typed from sheets: the trainer is asked for it, and told what it asks for."""

from __future__ import annotations

from datetime import date

from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import log

SQUAT = ("back-squat",)
BEFORE = date(2026, 10, 30)


def squatted_with_pain(lifter: int) -> None:
    done = LoggedSet(100.0, 5, pain=7)
    log.add_session(lifter, Session(BEFORE, (LoggedExercise(*SQUAT, (done,)),), finished=True))


def pains(lifter: int) -> list[int | None]:
    newest = max(log.sessions(lifter), key=lambda made: made.on)
    return [entry.pain for slot in newest.exercises for entry in slot.sets]


def test_a_lift_that_hurt_is_asked_about_and_answered_in_one_box(typist, plan_week) -> None:
    ada = plan_week("Ada", SQUAT)
    squatted_with_pain(ada)
    typist.type(typist.code(ada) + "\n")
    typist.type("60x5\n")
    assert typist.says().startswith("Pain 7 out of 10 on 30 Oct: only when that is gone.")
    typist.type("60x5 p2\n")
    assert typist.says() == ""
    typist.save()
    assert pains(ada) == [None, 2]


def test_enter_on_the_box_again_says_that_nothing_is_known(typist, plan_week) -> None:
    ada = plan_week("Ada", SQUAT)
    squatted_with_pain(ada)
    typist.type(typist.code(ada) + "\n60x5\n")
    typist.desk.form.sessions[0].lines[0].boxes[0].setFocus()
    typist.type("\n")
    assert typist.says() == ""
    typist.save()
    assert pains(ada) == [None]


def test_strong_pain_is_told_with_what_was_stored(typist, plan_week) -> None:
    ada = plan_week("Ada", SQUAT)
    typist.type(typist.code(ada) + "\n100x5 p6\n")
    typist.save()
    told = typist.desk.outcome
    assert told.text().startswith("1 set of Ada saved. Back squat: Pain of 6 out of 10: stop this")
    assert told.text().endswith("see a doctor or physiotherapist.")
    assert told.property("role") == "warn"


def test_the_line_below_a_box_shows_its_pain(typist, plan_week) -> None:
    ada = plan_week("Ada", SQUAT)
    typist.type(typist.code(ada) + "\n100x5 p4")
    (read, *_) = typist.desk.form.sessions[0].lines[0]._texts
    assert read.whole == "100×5 p4"


def test_as_planned_with_pain_asks_for_the_number_where_a_range_was_planned(
    typist, plan_week
) -> None:
    ada = plan_week("Ada", SQUAT, reps=(8, 12))
    typist.type(typist.code(ada) + "\n= p4\n")
    assert typist.says() == "How many? 8–12 planned."
    assert typist.field().text() == "= p4"
