"""The answers of the check-ins over time: mood is never among them."""

from __future__ import annotations

from datetime import timedelta

from planner.coach.charts import check_in_answers
from planner.coach.charts.check_in_answers import Answers
from planner.engine.terms import CheckIn
from planner.storage import clients
from tests.coach.test_recovery_over_days import whole

DAY = timedelta(days=1)


def answers(lifter: int, until) -> list[Answers]:
    return list(whole(check_in_answers.reading(lifter, until))[0])


def test_each_question_has_its_answers_and_mood_is_no_question(lifter, today):
    clients.save_check_in(lifter, CheckIn(today, sleep=3, sleep_hours=7.5, mood=1, energy=5))
    made = answers(lifter, today)
    assert [(each.question, each.given) for each in made] == [
        ("sleep_hours", ((today, 7.5),)),
        ("sleep", ((today, 3.0),)),
        ("energy", ((today, 5.0),)),
    ]
    assert "mood" not in check_in_answers.QUESTIONS
    assert check_in_answers.missing(made) == 6
    assert check_in_answers.missing([]) == 7


def test_from_seven_answers_on_their_middle_draws_a_line(lifter, today):
    for ago, points in enumerate((4, 4, 1, 4, 3, 4, 5)):
        clients.save_check_in(lifter, CheckIn(today - ago * DAY, motivation=points))
    (made,) = answers(lifter, today)
    assert [value for _, value in made.middles[0]] == [4.0] * 7
    assert check_in_answers.missing([made]) == 0


def test_over_a_long_gap_no_line_is_drawn(lifter, today):
    for ago in (0, 1, 2, 3, 30, 31, 32):
        clients.save_check_in(lifter, CheckIn(today - ago * DAY, soreness=2))
    (made,) = answers(lifter, today)
    assert [len(run) for run in made.middles] == [3, 4]


def test_a_sore_place_answers_how_sore_and_what_cannot_be_is_left_out(lifter, today):
    clients.save_check_in(lifter, CheckIn(today - DAY, sore_areas=(("knees", 4), ("chest", 2))))
    clients.save_check_in(lifter, CheckIn(today, sleep_hours=75.0, energy=9))
    (made,) = answers(lifter, today)
    assert (made.question, made.given) == ("soreness", ((today - DAY, 4.0),))
    assert answers(lifter, today - 2 * DAY) == []
