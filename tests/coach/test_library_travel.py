"""A library goes from computer to computer: equal when new, beside when different, never twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from planner.coach import library, library_merge, library_travel, own_exercises, own_programs
from planner.coach.library_travel import LibraryFile
from planner.coach.own_programs import OwnProgram, OwnWeek
from planner.coach.refused import Refused
from planner.engine.terms import (
    Equipment,
    Exercise,
    Limit,
    LoadKind,
    Muscle,
    Pattern,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Skill,
)
from planner.formats import library_file
from planner.storage import undo

WORDS = st.text("abcdeåß漢 -'", max_size=8)
SHARES = st.lists(
    st.tuples(st.sampled_from(Muscle), st.sampled_from([0.5, 1.0])), unique_by=lambda pair: pair[0]
)
EXERCISES = st.builds(
    Exercise,
    slug=st.just(""),
    name=WORDS,
    pattern=st.sampled_from(Pattern),
    muscles=SHARES.map(tuple),
    load_kind=st.just(LoadKind.ADDED),
    bodyweight_share=st.floats(0.0, 1.0),
    equipment=st.sampled_from(Equipment),
    per_side=st.booleans(),
    rest_s=st.integers(0, 600),
    step_kg=st.floats(0.1, 20.0),
    parent=st.sampled_from([None, "back-squat"]),
    similarity=st.floats(0.0, 1.0),
    cues=st.lists(WORDS).map(tuple),
    skill=st.none() | st.builds(Skill, *[st.integers(1, 3)] * 4, st.integers(0, 1), st.just(0)),
    tempo=st.sampled_from(["", "3-1-X-0"]),
    limits=st.lists(st.sampled_from(Limit), unique=True).map(tuple),
    functional=st.booleans(),
    activations=st.sampled_from([(), ("ankle-rock",)]),
    custom=st.just(True),
)
SETS = st.builds(
    PlannedSet,
    reps_low=st.none() | st.integers(1, 20),
    rir=st.none() | st.floats(0.0, 5.0),
    percent_e1rm=st.none() | st.floats(20.0, 100.0),
)
SLED = Exercise("", "Prowler drag", Pattern.CARRY, aliases=("Sled haul",), custom=True)


def keep(exercises: list[Exercise], sets: list[PlannedSet]) -> None:
    """Store exercises, each a variation of the one before, and a program of them."""
    slugs: list[str] = []
    for number, made in enumerate(exercises):
        parent = slugs[-1] if slugs and number % 2 else made.parent
        slugs.append(
            own_exercises.save(replace(made, name=f"Zz {number} {made.name}", parent=parent))
        )
    slots = tuple(PlannedExercise(slug, tuple(sets), note="näh") for slug in (*slugs, "deadlift"))
    week = OwnWeek(0, (PlannedSession("A", 2, slots),), deload=True)
    own_programs.save(OwnProgram("", "Zz", (week, replace(week, after=9)), progression="up"))


@given(st.lists(EXERCISES, max_size=3), st.lists(SETS, max_size=3))
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_exported_and_taken_in_elsewhere_is_equal(database, exercises, sets):
    with undo.step() as stored:
        keep(exercises, sets)
    before = library_travel.content()
    there = undo.revert(stored)
    assert library_travel.content() == LibraryFile()
    with undo.step() as taken:
        library_travel.take_in(library_file.parse(library_file.write(before)))
    assert library_travel.content() == before
    assert library_travel.take_in(before).exercises == []
    assert library_travel.content() == before
    undo.revert(taken)
    assert library_travel.content() == LibraryFile()
    assert there.statements


@pytest.fixture
def sled(database: object) -> LibraryFile:
    """Export one exercise and a program of it and of another that ships."""
    slug = own_exercises.save(SLED)
    slots = (PlannedExercise(slug, (PlannedSet(5, 5),)), PlannedExercise("deadlift"))
    week = OwnWeek(0, (PlannedSession("A", 0, slots),))
    own_programs.save(OwnProgram("", "Drags", (week,)))
    return library_travel.content()


def test_exercises_that_a_program_needs_travel_with_it(sled):
    travelling = {exercise.slug for exercise in sled.exercises}
    assert travelling >= {"prowler-drag", "deadlift"}


def test_what_is_here_already_is_skipped(sled):
    done = library_travel.take_in(sled)
    assert library_travel.said(done) == "All of it was here already."
    assert library_travel.content() == sled


def test_what_differs_comes_beside_and_its_program_follows_it(sled):
    slug = "prowler-drag"
    own_exercises.save(replace(library.exercise(slug), rest_s=30))
    done = library_travel.take_in(sled)
    assert (done.exercises, done.programs) == (["Prowler drag (2)"], ["Drags (2)"])
    assert library_travel.said(done) == (
        "1 exercise and 1 program taken in; beside what has the same name here: "
        "Prowler drag (2), Drags (2)."
    )
    assert library.exercise(slug).rest_s == 30
    other = library.exercise("prowler-drag-2")
    assert (other.rest_s, other.aliases) == (120, ())
    beside = own_programs.program("own-drags-2")
    assert next(own_programs.exercises(beside)) == "prowler-drag-2"
    assert library.match("Sled haul") == (slug, True)
    assert library_travel.said(library_travel.take_in(sled)) == "All of it was here already."


def test_variations_follow_an_exercise_that_comes_beside(sled):
    child = own_exercises.save(own_exercises.copied(library.exercise("prowler-drag")))
    travelling = library_travel.content()
    own_exercises.save(replace(library.exercise("prowler-drag"), rest_s=30))
    library_travel.take_in(travelling)
    assert library.exercise(child).parent == "prowler-drag"
    assert library.exercise(f"{child}-2").parent == "prowler-drag-2"


@pytest.mark.usefixtures("database")
def test_an_exercise_whose_name_is_taken_by_one_that_ships_gets_another():
    done = library_travel.take_in(LibraryFile((replace(SLED, slug="mine", name="Squat"),)))
    assert done.exercises == ["Squat (2)"]
    assert library.match("Squat") == ("back-squat", True)


@pytest.mark.usefixtures("database")
def test_what_leads_nowhere_is_dropped():
    lost = replace(SLED, slug="x", parent="gone", similarity=0.5, activations=("gone",))
    library_travel.take_in(LibraryFile((lost,)))
    made = library.exercise("x")
    assert (made.parent, made.similarity, made.activations) == (None, 0.0, ())
    assert library_travel.take_in(LibraryFile((lost,))).exercises == []


@pytest.mark.usefixtures("database")
def test_an_exercise_of_a_later_version_comes_in_as_an_own_one():
    later = replace(SLED, slug="later", custom=False)
    library_travel.take_in(LibraryFile((later,)))
    assert library.exercise("later").custom


@pytest.mark.usefixtures("database")
def test_a_program_without_its_exercise_is_refused_and_nothing_is_stored():
    week = OwnWeek(0, (PlannedSession("A", 0, (PlannedExercise("gone"),)),))
    file = LibraryFile((replace(SLED, slug="x"),), (OwnProgram("own-a", "A", (week,)),))
    with pytest.raises(Refused, match="A needs an exercise, 'gone'"):
        library_travel.take_in(file)
    assert library_travel.content() == LibraryFile()


def test_what_is_new_and_what_was_here_are_both_told(sled):
    other = replace(SLED, slug="x", name="Rope haul", aliases=())
    done = library_travel.take_in(replace(sled, exercises=(*sled.exercises, other)))
    assert library_travel.said(done) == "1 exercise taken in; 2 here already."


def test_a_file_is_written_and_read_again(sled, tmp_path):
    path = tmp_path / "library.json"
    assert library_travel.export(path) == "1 exercise and 1 program"
    assert library_travel.read(path) == sled


@pytest.mark.usefixtures("database")
def test_nothing_of_ones_own_is_not_exported(tmp_path):
    with pytest.raises(Refused, match="of your own yet"):
        library_travel.export(tmp_path / "library.json")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"{", "breaks off"),
        (b"Date,Exercise\n", "breaks off"),
        (b'{"program": "workout-planner", "schema": 1}', "Import log"),
        (b'{"program": "workout-planner", "holds": "library", "schema": 9}', "newer version"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(content, said, tmp_path):
    path = tmp_path / "mine.json"
    path.write_bytes(content)
    with pytest.raises(Refused, match=f"mine.json was not taken in.*{said}"):
        library_travel.read(path)


def test_a_file_too_large_for_a_library_is_not_even_read(tmp_path):
    path = tmp_path / "mine.json"
    with path.open("wb") as file:
        file.truncate(30_000_000)
    with pytest.raises(Refused, match="too large"):
        library_travel.read(path)


@pytest.mark.usefixtures("database")
def test_a_long_line_of_variations_comes_in():
    base = library.exercise("bench-press")
    line = [
        replace(
            base, slug=f"zorg-{n}x", name=f"Zorg {n}", aliases=(), id=None, uid="", custom=True,
            parent=f"zorg-{n - 1}x" if n else None,
        )
        for n in range(1500)
    ]  # fmt: skip
    made = library_merge.merged(line[::-1], stored_exercises())
    assert [each.slug for each in made.new] == [each.slug for each in line]


def test_names_that_come_in_are_taken_for_those_after_them(database):
    base = library.exercise("bench-press")
    twins = [
        replace(
            base, slug=f"zorg-{n}x", name="Zorg", aliases=("Zorg lift",), custom=True, cues=(cue,)
        )
        for n, cue in enumerate(("slow", "fast", "still"))
    ]
    made = library_merge.merged(twins, stored_exercises())
    assert [each.name for each in made.new] == ["Zorg", "Zorg (2)", "Zorg (3)"]
    assert [each.aliases for each in made.new] == [("Zorg lift",), (), ()]


def stored_exercises() -> dict[str, Exercise]:
    return {each.slug: each for each in library.exercises()}
