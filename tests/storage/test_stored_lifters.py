"""Lifters, their days, the settings, the library, and decisions on suggestions."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.engine.terms import (
    MOST_ADD_ONS,
    Absence,
    CheckIn,
    Confidence,
    Equipment,
    Exercise,
    Experience,
    Inventory,
    Lifter,
    Limit,
    LoadKind,
    LoggedExercise,
    Muscle,
    Session,
    Suggestion,
    SuggestionKind,
    Unit,
    phrase,
)
from planner.storage import clients, decisions, fields, library, log, rows
from planner.storage.undo import revert, step

DAY = date(2026, 3, 2)


def test_a_lifter_comes_back_as_stored(opened: object) -> None:
    gym = Inventory(
        bar_kg=15.0,
        plates_kg=((20.0, 2), (1.25, 1)),
        dumbbell_step_kg=1.0,
        bars=(("EZ bar", 10.0), ("", 15.0)),
        bar_of=(("back-squat", 15.0),),
        dumbbells_kg=(5.0, 7.5),
        stack_add_ons_kg=(2.5,),
    )
    made = Lifter(
        experience=Experience.RETURNER,
        bodyweight_kg=81.3,
        name="Zoë",
        unit=Unit.LB,
        inventory=gym,
        birth_year=1990,
        sex="f",
        coach="Ann",
        note="left knee",
        archived_on=DAY,
        equipment=(Equipment.DUMBBELL, Equipment.BAND),
        limits=(Limit.KNEE,),
    )
    stored = clients.lifter(clients.add_lifter(made))
    assert replace(stored, id=None, uid="") == made
    assert len(stored.uid) == 32


def test_of_a_gym_stored_with_many_small_weights_on_a_stack_a_few_are_read() -> None:
    stored = {"stack_add_ons_kg": [0.5] * 40}
    assert fields.inventory(stored).stack_add_ons_kg == (0.5,) * MOST_ADD_ONS


def test_a_gym_stored_before_there_were_several_bars_is_read() -> None:
    before = {
        "bar_kg": 15.0, "plates_kg": [[20.0, 2]], "dumbbell_step_kg": 1.0, "stack_step_kg": 5.0,
    }  # fmt: skip
    gym = Inventory(15.0, ((20.0, 2),), 1.0, 5.0)
    assert fields.inventory(before) == gym
    assert fields.plain_inventory(gym) == {**before, "plates_kg": ((20.0, 2),)}
    assert fields.inventory(fields.plain_inventory(Inventory(plates_kg=()))).plates_kg == ()


def test_lifters_are_listed_by_name_and_archived_ones_on_request(opened: object) -> None:
    zoe, ann, bo = (clients.add_lifter(Lifter(name=name)) for name in ("Zoe", "ann", "Bo"))
    clients.archive_lifter(bo, DAY)
    assert [lifter.id for lifter in clients.lifters()] == [ann, zoe]
    assert [lifter.id for lifter in clients.lifters(include_archived=True)] == [ann, bo, zoe]
    assert clients.lifter(bo).archived_on == DAY


def test_a_change_never_hits_a_lifter_who_got_the_id_of_one_deleted_meanwhile(
    opened: object, ann: int
) -> None:
    seen = clients.lifter(ann)
    rows.remove("lifter", ann)
    bo = clients.add_lifter(Lifter(name="Bo"))
    assert bo == ann
    with pytest.raises(LookupError):
        clients.update_lifter(replace(seen, note="left knee"))
    assert clients.lifter(bo).note == ""


def test_the_bodyweight_of_a_lifter_is_the_newest(ann: int) -> None:
    clients.record_bodyweight(ann, DAY, 80.0)
    clients.record_bodyweight(ann, DAY - timedelta(days=9), 82.0)
    clients.record_bodyweight(ann, DAY, 79.5)
    assert clients.bodyweights(ann) == [(DAY - timedelta(days=9), 82.0), (DAY, 79.5)]
    assert clients.lifter(ann).bodyweight_kg == 79.5


def test_a_bodyweight_that_is_forgotten_leaves_the_one_before(ann: int) -> None:
    clients.record_bodyweight(ann, DAY, 80.0)
    clients.record_bodyweight(ann, DAY - timedelta(days=9), 82.0)
    clients.forget_bodyweight(ann, DAY)
    clients.forget_bodyweight(ann, DAY)
    assert clients.lifter(ann).bodyweight_kg == 82.0


def test_a_changed_bodyweight_is_todays_and_an_unchanged_one_is_not_repeated(ann: int) -> None:
    clients.record_bodyweight(ann, DAY, 80.0)
    clients.update_lifter(replace(clients.lifter(ann), name="Anna"))
    assert clients.bodyweights(ann) == [(DAY, 80.0)]
    clients.update_lifter(replace(clients.lifter(ann), bodyweight_kg=79.0))
    assert clients.bodyweights(ann)[1] == (date.today(), 79.0)
    assert clients.lifter(ann).name == "Anna"


@pytest.mark.parametrize("kg", [0.0, -5.0, float("inf")])
def test_a_bodyweight_that_nobody_has_is_refused(ann: int, kg: float) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        clients.record_bodyweight(ann, DAY, kg)


def test_a_check_in_replaces_that_days_and_keeps_its_uid(ann: int) -> None:
    clients.save_check_in(ann, CheckIn(DAY, sleep=2, note="tired", uid="from-afar"))
    areas = (("quads", 4), ("lower_back", 1))
    full = CheckIn(DAY, 4, 7.5, 3, areas, 4, 5, 3, "better")
    clients.save_check_in(ann, full)
    stored = clients.check_in(ann, DAY)
    assert stored is not None
    assert replace(stored, id=None, uid="") == full
    assert stored.uid == "from-afar"
    assert clients.check_in(ann, DAY + timedelta(days=1)) is None


def test_check_ins_are_found_between_two_days_both_included(ann: int) -> None:
    for offset in (3, 0, 1, 2):
        clients.save_check_in(ann, CheckIn(DAY + timedelta(days=offset), sleep=offset))
    found = clients.check_ins(ann, DAY + timedelta(days=1), DAY + timedelta(days=2))
    assert [made.sleep for made in found] == [1, 2]


def test_absences_are_listed_oldest_first(ann: int) -> None:
    away = Absence(DAY, None, "flu", "with fever")
    earlier = clients.add_absence(ann, Absence(DAY - timedelta(days=40), DAY - timedelta(days=30)))
    key = clients.add_absence(ann, away)
    assert [made.id for made in clients.absences(ann)] == [earlier, key]
    assert replace(clients.absences(ann)[1], id=None, uid="") == away


def test_a_setting_has_a_default_until_it_is_stored(opened: object) -> None:
    assert clients.setting("theme") == ""
    assert clients.setting("theme", "system") == "system"
    clients.change_setting("theme", "dark")
    clients.change_setting("theme", "li\0ght")
    assert clients.setting("theme", "system") == "light"


def test_settings_are_found_by_how_their_keys_begin(opened: object) -> None:
    for key in ("sheet a", "sheet b", "sheep", "theme"):
        clients.change_setting(key, "x")
    assert set(clients.settings_of("sheet ")) == {"sheet a", "sheet b"}


def test_the_library_has_a_fingerprint_that_changes_with_it(opened: object) -> None:
    before = library.fingerprint()
    library.add_alias("squat", "Kniebeuge")
    named = library.fingerprint()
    library.save_exercise(replace(library.exercise("squat"), rest_s=240))
    assert len({before, named, library.fingerprint()}) == 3


def test_a_name_that_takes_the_place_of_one_taken_back_is_known_at_once(opened: object) -> None:
    with step() as named:
        library.add_alias("squat", "Kniebeuge")
    assert "Kniebeuge" in library.exercise("squat").aliases
    revert(named)
    library.add_alias("squat", "Hocke")
    assert "Hocke" in library.exercise("squat").aliases
    assert "Kniebeuge" not in library.by_slug()["squat"].aliases


def test_what_is_done_to_a_listing_of_the_library_stays_there(opened: object) -> None:
    library.by_slug().clear()
    library.exercises().clear()
    assert library.exercise("squat").slug in library.by_slug()


def test_an_exercise_comes_back_with_muscles_aliases_and_cues(opened: object) -> None:
    squat = library.exercise("squat")
    assert squat.muscles == ((Muscle.QUADS, 1.0), (Muscle.GLUTES, 0.5))
    assert squat.aliases == ("Back Squat", "Barbell Squat")
    assert squat.cues == ("brace", "knees out")
    assert list(library.by_slug()) == ["assisted_pull_up", "bench_press", "squat"]
    assert [exercise.slug for exercise in library.exercises()] == list(library.by_slug())
    assert library.by_slug()["assisted_pull_up"].load_kind is LoadKind.ASSISTED


def test_a_new_version_of_the_library_keeps_ids_own_exercises_and_own_names(
    opened: object,
) -> None:
    before = library.exercise("squat")
    mine = library.save_exercise(Exercise("my_lift", "My Lift", custom=True, aliases=("Mine",)))
    library.add_alias("squat", "Kniebeuge")
    library.add_alias("squat", "Flat Bench")
    new = (
        Exercise("squat", "High-Bar Squat", aliases=("Back Squat",)),
        Exercise("bench_press", "Bench Press", aliases=("Flat Bench", "BP")),
        Exercise("my_lift", "Not mine"),
        Exercise("row", "Row"),
    )
    library.install(new, "2")
    after = library.exercise("squat")
    assert (after.id, after.uid, after.name) == (before.id, before.uid, "High-Bar Squat")
    assert after.muscles == ()
    assert set(after.aliases) == {"Back Squat", "Kniebeuge", "Flat Bench"}
    assert library.exercise("bench_press").aliases == ("BP",)
    assert (library.exercise("my_lift").id, library.exercise("my_lift").name) == (mine, "My Lift")
    assert library.exercise("assisted_pull_up").name == "Assisted Pull-up"
    assert "row" in library.by_slug()


def test_an_alias_moves_where_a_new_version_of_the_library_has_it(opened: object) -> None:
    new = (
        Exercise("front_squat", "Front Squat", aliases=("Barbell Squat",)),
        Exercise("bench_press", "Bench Press", aliases=("Back Squat",)),
        Exercise("squat", "Squat", aliases=("Squats",)),
    )
    library.install(new, "2")
    moved = {"Barbell Squat": "front_squat", "Back Squat": "bench_press", "Squats": "squat"}
    assert library.aliases() == moved


def test_the_same_version_of_the_library_is_not_stored_again(opened: object) -> None:
    library.install((Exercise("squat", "Other"),), "1")
    assert library.exercise("squat").name == "Squat"


def test_a_saved_exercise_has_exactly_the_aliases_given(opened: object) -> None:
    library.save_exercise(replace(library.exercise("squat"), aliases=("Squats", "Back Squat", "")))
    assert set(library.exercise("squat").aliases) == {"Squats", "Back Squat"}
    library.save_exercise(replace(library.exercise("bench_press"), aliases=("Squats",)))
    assert library.aliases() == {"Back Squat": "squat", "Squats": "bench_press"}


def test_an_unused_exercise_can_be_deleted_a_used_one_stays(ann: int) -> None:
    log.add_session(ann, Session(DAY, (LoggedExercise("squat"),)))
    with pytest.raises(library.ExerciseInUse, match="Squat is part of a log or a plan"):
        library.delete_exercise("squat")
    library.delete_exercise("bench_press")
    assert list(library.by_slug()) == ["assisted_pull_up", "squat"]


def test_unknown_exercises_are_an_error(opened: object) -> None:
    for ask in (library.exercise, library.delete_exercise, library.id_of):
        with pytest.raises(LookupError, match="no_such_lift"):
            ask("no_such_lift")
    with pytest.raises(LookupError):
        library.add_alias("no_such_lift", "Alias")


def suggestion(**changes: object) -> Suggestion:
    made = Suggestion(
        SuggestionKind.INCREASE,
        "squat",
        "double_progression",
        headline=phrase("Add {add_kg}", add_kg=2.5),
        reason=phrase(
            "{reps} reps on {last_on}, {gain_pct} up, {left}",
            reps=8, last_on=DAY, gain_pct=3.14159, left=None,
        ),
        would_change=phrase("Fewer reps"),
        confidence=Confidence.LIKELY,
        numbers=(("add_kg", 2.5), ("last_on", DAY), ("reps", 8), ("left", None), ("word", "é")),
    )  # fmt: skip
    return replace(made, **changes)


def test_a_decision_keeps_rule_numbers_and_words(ann: int) -> None:
    key = decisions.add_decision(ann, DAY, suggestion(), "accepted", "Add 5 lb", changed="62.5 kg")
    (made,) = decisions.decisions(ann)
    assert (made.id, made.on, made.exercise, made.kind) == (
        key,
        DAY,
        "squat",
        SuggestionKind.INCREASE,
    )
    assert (made.rule, made.verdict, made.changed) == ("double_progression", "accepted", "62.5 kg")
    assert made.numbers == suggestion().numbers
    assert made.text == "Add 5 lb"


def test_decisions_are_listed_oldest_first_for_one_exercise_or_all(ann: int) -> None:
    later = decisions.add_decision(ann, DAY, suggestion(), "dismissed", "Add", "sore knee")
    bench = suggestion(exercise="bench_press")
    first = decisions.add_decision(ann, DAY - timedelta(days=1), bench, "accepted", "Add")
    assert [made.id for made in decisions.decisions(ann)] == [first, later]
    assert [made.reason for made in decisions.decisions(ann, "squat")] == ["sore knee"]


@pytest.mark.parametrize(
    "changes",
    [{"rule": ""}, {"numbers": ()}],
)
def test_a_decision_without_its_grounds_is_refused(ann: int, changes: dict[str, object]) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        decisions.add_decision(ann, DAY, suggestion(**changes), "accepted", "Add")


def test_a_decision_without_its_words_is_refused(ann: int) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        decisions.add_decision(ann, DAY, suggestion(), "accepted", "")


def test_a_decision_is_accepted_dismissed_or_put_off(ann: int) -> None:
    decisions.add_decision(ann, DAY, suggestion(), "later", "Add")
    with pytest.raises(sqlite3.IntegrityError, match="verdict"):
        decisions.add_decision(ann, DAY, suggestion(), "maybe", "Add")


def test_a_decision_on_the_whole_lifter_has_no_exercise(ann: int) -> None:
    decisions.add_decision(ann, DAY, suggestion(exercise=""), "accepted", "A lighter week")
    decisions.add_decision(ann, DAY, suggestion(), "accepted", "Add")
    (whole,) = decisions.decisions(ann, "")
    assert (whole.exercise, whole.text) == ("", "A lighter week")
    assert [made.exercise for made in decisions.decisions(ann)] == ["", "squat"]
    assert [made.exercise for made in decisions.decisions(ann, "squat")] == ["squat"]


def test_a_lifter_may_limit_how_much_is_new(ann: int) -> None:
    assert clients.lifter(ann).novelty_budget is None
    clients.update_lifter(replace(clients.lifter(ann), novelty_budget=0))
    assert clients.lifter(ann).novelty_budget == 0
    with pytest.raises(sqlite3.IntegrityError, match="novelty_budget"):
        clients.update_lifter(replace(clients.lifter(ann), novelty_budget=-1))
