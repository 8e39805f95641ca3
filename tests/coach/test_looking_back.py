"""What was said after each session: the same as was said then, whatever came later."""

from datetime import timedelta

from planner.coach import charts, deciding, looking_back, suggesting, wording
from planner.engine.terms import KG_PER_LB, LoggedSet, SuggestionKind, Unit


def squats(lifter, today):
    return list(looking_back.sessions(lifter, "back-squat", today))


def live(lifter, on):
    (made,) = suggesting.all_suggestions(lifter, on)
    return made


def test_the_newest_session_comes_first(squatter, today):
    made = squats(squatter, today)
    assert len(made) == looking_back.count(squatter, "back-squat", today) == 10
    assert [each.on for each in made] == sorted((each.on for each in made), reverse=True)
    assert (made[0].best_set, made[-1].forecast) == ("100 × 5 @2", None)


def test_a_set_typed_in_another_unit_says_which(squatter, today, train):
    train(squatter, "back-squat", today, LoggedSet(240 * KG_PER_LB, 4, load=240, unit=Unit.LB))
    assert squats(squatter, today)[0].best_set == "240 lb × 4"
    assert charts.strength(squatter, "back-squat", today).points[-1].best_set == "240 lb × 4"


def test_sessions_after_the_day_asked_for_are_not_shown(squatter, today):
    past = today - timedelta(weeks=5)
    assert squats(squatter, past) == squats(squatter, today)[4:]


def test_replaying_day_by_day_says_what_was_said_live(lifter, today, train):
    said = {}
    for week in range(12, 0, -1):
        on, load = today - timedelta(weeks=week), 100.0 - 5 * (week // 2)
        entry = LoggedSet(load, 5 + week % 2, rir=2.0, load=load)
        train(lifter, "back-squat", on, entry, entry, entry)
        said[on] = live(lifter, on).headline
    assert {made.on: made.headline for made in squats(lifter, today)} == said
    assert len(set(said.values())) > 2


def test_accepting_a_suggestion_does_not_change_what_was_said(squatter, today, train):
    entry = LoggedSet(100, 5, rir=2.0, load=100)
    train(squatter, "back-squat", today, entry, entry, entry)
    made = live(squatter, today)
    assert made.kind is SuggestionKind.INCREASE
    before = squats(squatter, today)
    deciding.accept(squatter, made, today)
    assert squats(squatter, today) == before
    assert wording.render(before[0].headline) == wording.render(made.headline)


def test_a_lift_that_was_never_done_has_no_sessions(squatter, today):
    assert list(looking_back.sessions(squatter, "deadlift", today)) == []
    assert looking_back.count(squatter, "deadlift", today) == 0


def test_a_held_exercise_is_shown_without_a_result(squatter, today, train):
    train(squatter, "plank", today, LoggedSet(None, None, seconds=60))
    (made,) = looking_back.sessions(squatter, "plank", today)
    assert (made.best_set, made.forecast, made.headline) == ("", None, None)
