"""A sheet with a limit is typed in: '=' is the load on paper, more waits for a second Enter."""

from __future__ import annotations

from datetime import date

from planner.coach import health, scope
from planner.engine.terms import ReferralSource, Restriction, Topic

MONDAY = date(2026, 11, 2)
SQUAT = ("back-squat",)


def limit(lifter: int) -> None:
    scope.keep(lifter, Restriction(MONDAY, None, "Dr Ruiz", exercise="back-squat", most_kg=40.0))


def test_as_planned_is_the_limit_that_was_printed(typist, plan_week) -> None:
    ada = plan_week("Ada", SQUAT)
    limit(ada)
    typist.type(typist.code(ada) + "\n")
    assert typist.field().placeholderText() == "≤ 40×5"
    typist.as_planned()
    typist.save()
    assert typist.work(ada) == [[[(40.0, 5)] * 5]]


def test_more_than_a_limit_is_asked_about_and_kept_by_enter(typist, plan_week) -> None:
    ada = plan_week("Ada", SQUAT)
    code = typist.code(ada)
    limit(ada)
    typist.type(code + "\n")
    assert typist.field().placeholderText() == "100×5"
    typist.type("=\n")
    assert typist.says() == "100 kg? At most 40 kg (Dr Ruiz). Enter on the box again keeps it."
    typist.type("\n" * 5)  # round to the box again, and once more on it
    typist.desk.form.sessions[0].lines[0].boxes[0].setFocus()
    typist.type("\n")
    assert typist.texts()[0] == "=!"
    assert typist.says() == ""


def test_a_load_that_is_not_on_paper_has_to_be_typed(typist, plan_week) -> None:
    ada = plan_week("Ada", SQUAT)
    health.raise_referral(ada, Topic.STRONG_PAIN, MONDAY, ReferralSource.LOG, exercise=SQUAT[0])
    typist.type(typist.code(ada) + "\n")
    assert typist.field().placeholderText() == "5"
    typist.as_planned()
    assert typist.texts() == [""] * 5
    assert typist.says() == "No load is on the sheet. Type 60x5 for 60 and 5."
    typist.type("60x5\n5\n")
    assert typist.says() == ""
    typist.save()
    assert typist.work(ada) == [[[(60.0, 5)] * 2]]
