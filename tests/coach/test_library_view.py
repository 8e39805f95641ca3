"""What the library says of one exercise: facts, complexity, kin, substitutes, history."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.coach import library, library_view, library_words, shipped
from planner.coach.library_view import ExerciseView, Kind
from planner.engine.terms import (
    Category,
    Equipment,
    Exercise,
    Limit,
    LoggedSet,
    Measure,
    Muscle,
    Neuromuscular,
    Pattern,
    Skill,
    Unit,
)
from planner.storage import library as storage

SHIPPED = {each.slug: each for each in shipped.exercises()}


def shown(slug: str, unit: Unit = Unit.KG, **changes: object) -> ExerciseView:
    exercise = replace(SHIPPED[slug], **changes)
    return library_view.shown(exercise, SHIPPED, unit)


def facts(slug: str, unit: Unit = Unit.KG, **changes: object) -> dict[str, str]:
    return dict(shown(slug, unit, **changes).facts)


def test_the_facts_of_a_lift_are_in_words() -> None:
    told = facts("bench-press")
    assert told["Pattern"] == "Horizontal push"
    assert told["Equipment"] == "Barbell"
    assert told["Prime movers"] == "chest"
    assert told["Load"] == "the weight moved"
    assert told["Smallest step"] == "2.5 kg"
    assert told["Rest"] == "3 min"


def test_the_smallest_step_is_in_the_lifters_unit() -> None:
    assert facts("bench-press", Unit.LB)["Smallest step"] == "5.5 lb"


def test_what_an_exercise_has_not_is_left_out() -> None:
    told = facts("plank")
    assert told["Counts"] == "seconds"
    assert "Smallest step" not in told
    assert "Tempo" not in told


def test_a_tempo_is_written_out_without_parts_of_no_time() -> None:
    told = facts("bench-press", tempo="3-1-1-0")
    assert told["Tempo"] == "3 s down, 1 s at the bottom, 1 s up"
    assert library_words.tempo("2-0-X-0") == "2 s down, fast up"
    assert library_words.tempo("slow") == "slow"


def test_tags_and_limits_are_in_words() -> None:
    view = shown(
        "plank",
        neuromuscular=Neuromuscular.PROPRIOCEPTION,
        functional=True,
        custom=True,
        limits=(Limit.KNEE, Limit.PRESSURE),
    )
    assert view.tags == ("neuromuscular: the sense of position", "functional", "your own")
    assert view.limits == ("a sore knee", "high blood pressure")
    unsaid = shown("plank", category=Category.NEUROMUSCULAR, neuromuscular=None, functional=False)
    assert unsaid.tags == ("neuromuscular",)


def test_every_kind_has_a_word() -> None:
    for kinds, word in (
        (Equipment, library_words.needs),
        (Equipment, library_words.plain),
        (Limit, library_words.limit),
        (Neuromuscular, library_words.trains),
    ):
        assert all(word(kind) for kind in kinds)


def test_complexity_names_its_parts_and_the_sessions_of_practice() -> None:
    squat = shown("back-squat").complexity
    assert squat.points == sum(part.points for part in squat.parts)
    assert [part.name for part in squat.parts][:2] == ["Joints", "Planes"]
    assert squat.parts[0].words == "the whole body moves"
    assert shown("snatch").complexity.sessions > squat.sessions
    assert squat.sessions > shown("leg-extension").complexity.sessions


def test_the_hardest_movement_has_all_points() -> None:
    hardest = shown("snatch", skill=Skill(3, 3, 3, 3, 1, 3)).complexity
    assert hardest.points == hardest.most


def test_variations_tell_how_alike_they_are_the_most_alike_first() -> None:
    bench = shown("bench-press").variations
    assert bench.parent is None
    alike = [SHIPPED[each.slug].similarity for each in bench.children]
    assert alike == sorted(alike, reverse=True)
    assert "pause-bench-press" in {each.slug for each in bench.children}
    incline = shown("incline-bench-press").variations
    assert incline.parent is not None
    assert incline.parent.slug == "bench-press"
    assert "pause-bench-press" in {each.slug for each in incline.siblings}
    assert "incline-bench-press" not in {each.slug for each in incline.siblings}


@pytest.mark.parametrize(
    ("similarity", "words"),
    [(0.95, "almost the same"), (0.8, "very similar"), (0.6, "similar"), (0.3, "related")],
)
def test_likeness_is_in_words(similarity: float, words: str) -> None:
    assert library_words.likeness(similarity) == words


def test_only_what_is_no_harder_is_said_to_save_practice() -> None:
    assert shown("low-bar-squat").complexity.eased_by == "Back squat"
    assert shown("push-up").complexity.eased_by == ""
    assert shown("back-squat").complexity.eased_by == ""


def test_substitutes_say_why_and_come_once_for_each_equipment() -> None:
    found = shown("bench-press").substitutes
    why = {each.slug: each.why for each in found}
    assert why["dumbbell-bench-press"] == "same pattern and prime movers, needs only dumbbells"
    kinds = [SHIPPED[each.slug].equipment for each in found]
    assert len(kinds) == len(set(kinds))


def test_the_most_alike_of_the_family_comes_first_however_far_the_family_goes() -> None:
    names = [each.slug for each in shown("deadlift").substitutes]
    assert names.index("trap-bar-deadlift") < names.index("dumbbell-romanian-deadlift")
    assert "good-morning" not in names[: names.index("dumbbell-romanian-deadlift")]


def test_no_substitute_is_the_exercise_itself_or_much_harder() -> None:
    for slug in SHIPPED:
        assert slug not in {each.slug for each in shown(slug).substitutes}
    names = {each.slug for each in shown("back-squat").substitutes}
    assert "overhead-squat" not in names


def test_drills_are_linked_and_unknown_ones_are_not() -> None:
    view = shown("bench-press", activations=("scapular-push-up", "gone"))
    assert [drill.slug for drill in view.drills] == ["scapular-push-up"]


def test_ladders_name_their_steps_the_place_and_the_moment_to_climb() -> None:
    climb = shown("push-up").ladders[0]
    assert climb.steps[climb.at] == ("push-up", "Push-up", "")
    assert climb.moment == "With 3 × 15 done cleanly, the next step is due."
    top = shown(climb.steps[-1].slug).ladders[0]
    assert top.moment.startswith("This is the top")
    assert library_words.amount(30, Measure.SECONDS) == "30 s"


def test_every_shipped_exercise_can_be_shown() -> None:
    for slug in SHIPPED:
        assert shown(slug).facts


def test_an_exercise_of_the_users_own_needs_nothing_but_a_name(database: object) -> None:
    storage.save_exercise(Exercise("ours", "Ours", custom=True))
    view = library_view.view("ours")
    assert view.tags == ("your own",)
    assert view.substitutes == ()


def test_filters_and_words_go_together(database: object) -> None:
    found = library_view.found("press", Pattern.HORIZONTAL_PUSH, Equipment.DUMBBELL, Muscle.CHEST)
    assert found
    assert {each.equipment for each in found} == {Equipment.DUMBBELL}
    assert library_view.found() == library.exercises()


def test_neuromuscular_and_functional_exercises_can_be_listed_alone(database: object) -> None:
    storage.save_exercise(Exercise("ours", "Ours", custom=True, functional=True))
    storage.save_exercise(Exercise("drill", "Drill", neuromuscular=Neuromuscular.REACTIVE))
    assert "ours" in {each.slug for each in library_view.found(kind=Kind.FUNCTIONAL)}
    nerves = {each.slug for each in library_view.found(kind=Kind.NEUROMUSCULAR)}
    assert "drill" in nerves
    assert "back-squat" not in nerves


def test_history_counts_sessions_and_has_the_best_set_of_the_last_ones(squatter, today) -> None:
    done = library_view.done(squatter, "back-squat")
    assert done.sessions == 10
    assert len(done.recent) == library_view.RECENT
    on, best = done.recent[0]
    assert on == today - timedelta(weeks=1)
    assert best.load == 100.0


def test_the_best_set_of_a_held_exercise_is_the_longest(lifter, today, train) -> None:
    sets = [LoggedSet(None, None, seconds=seconds) for seconds in (30.0, 50.0, 40.0)]
    train(lifter, "plank", today, *sets)
    ((_, best),) = library_view.done(lifter, "plank").recent
    assert best.seconds == 50.0


def test_what_was_never_done_has_no_history(lifter: int) -> None:
    assert library_view.done(lifter, "snatch") == library_view.Done(0, ())
