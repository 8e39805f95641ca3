"""What the program brings is told in the language in use; what was typed stays as it was."""

from dataclasses import replace
from datetime import date

import pytest

from planner import language
from planner.coach import (
    exporting,
    finding_sessions,
    ladders,
    library,
    library_travel,
    override,
    own_exercises,
    programs,
)
from planner.engine.terms import Exercise, LoggedSet, Unit
from planner.storage import library as storage

SQUAT = "back-squat"


pytestmark = pytest.mark.usefixtures("database")


def test_a_lift_is_called_what_lifters_of_the_language_call_it():
    with language.saying("de"):
        squat = library.exercise(SQUAT)
        assert squat.name == "Kniebeuge"
        assert squat.aliases[0] == "Back squat"
        assert squat.cues == tuple(map(language.tr, storage.as_stored()[SQUAT].cues))
    assert library.exercise(SQUAT).name == "Back squat"


@pytest.mark.parametrize("typed", ["kniebeuge", "back squat"])
def test_the_library_search_knows_both_names(typed):
    with language.saying("de"):
        assert library.search(typed)[0].slug == SQUAT
        assert library.match(typed) == (SQUAT, True)


def test_two_letters_find_what_is_inside_a_japanese_name():
    with language.saying("ja"):
        squats = [each.slug for each in library.search("スクワット")]
        assert SQUAT in squats
        assert SQUAT in [each.slug for each in library.search("クワ")]


def test_lifts_are_listed_by_the_name_that_is_read():
    with language.saying("de"):
        names = [each.name for each in library.exercises()]
    assert names == sorted(names, key=language.collated)
    assert sorted(("Über", "Uhr", "Bank"), key=language.collated) == ["Bank", "Über", "Uhr"]


def test_what_the_user_made_keeps_its_name():
    slug = own_exercises.save(Exercise("", "Back squat with chains", custom=True))
    with language.saying("de"):
        assert library.exercise(slug).name == "Back squat with chains"


def test_a_name_of_ones_own_means_ones_own_exercise_in_every_language():
    own = own_exercises.save(Exercise("", "Kniebeuge", custom=True))
    with language.saying("de"):
        assert library.match("Kniebeuge") == (own, True)
        assert library.exercise(SQUAT).name == "Back squat"
        assert not own_exercises.faults(library.exercise(own))


def test_a_name_that_the_user_gave_to_another_lift_stays_there():
    storage.add_alias("front-squat", "Back squat")
    with language.saying("de"):
        assert library.match("Back squat")[0] == "front-squat"


def test_the_file_keeps_english_whatever_is_spoken():
    own = Exercise("", "Chain squat", parent=SQUAT, similarity=0.9, custom=True)
    own_exercises.save(own)
    with language.saying("de"):
        made = exporting.document(None)
        travelling = {each.slug: each for each in library_travel.content().exercises}
    assert travelling[SQUAT].name == "Back squat"
    assert {each.name for each in made.exercises} == {"Back squat", "Chain squat"}


def test_a_library_file_is_compared_with_what_is_stored():
    theirs = replace(storage.as_stored()[SQUAT], custom=True, id=None, uid="")
    with language.saying("de"):
        done = library_travel.take_in(library_travel.LibraryFile((theirs,)))
    assert (done.exercises, done.known) == ([], 0)


def test_sessions_are_found_by_both_names(lifter, train):
    on = date(2026, 11, 20)
    train(lifter, SQUAT, on, LoggedSet(100, 5))
    train(lifter, "bench-press", on, LoggedSet(80, 5))
    with language.saying("de"):
        for typed in ("Kniebeuge", "Back squat"):
            found = finding_sessions.find(lifter, typed, on, Unit.KG)
            assert found is not None
            assert len(found.sessions) == 1


def test_programs_and_ladders_are_told_in_the_language_in_use():
    with language.saying("de"):
        (ladder, _), *_ = ladders.ladder_of("push-up")
        (told,) = [each for each in programs.programs() if each.slug == "ankle-block"]
        block = programs.block("ankle-block", date(2026, 11, 2))
        assert ladder.goal == language.tr("From the wall to one arm")
        assert told.name == block.name == language.tr("Ankle stability")
        assert block.weeks[0].sessions[0].name == language.tr("Stand")


def test_a_verdict_of_another_version_is_told_as_it_is_stored():
    assert override.said("ease") == "ease"
    assert override.said("nap") == "nap"
    assert override.said("") == ""
