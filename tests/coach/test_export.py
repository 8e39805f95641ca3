"""Exports: what leaves is complete, readable again, and written whole or not at all."""

import json
from dataclasses import replace

import pytest

from planner.coach import (
    adopting,
    demo,
    exporting,
    favourites,
    files,
    library,
    logging,
    own_exercises,
    own_programs,
    rest_lengths,
    steps,
    studio,
    switches,
    turned_lifts,
)
from planner.coach.own_programs import OwnProgram, OwnWeek
from planner.coach.switches import Switch
from planner.engine.terms import Lifter, PlannedExercise, PlannedSession, PlannedSet
from planner.formats import json_log
from planner.storage import clients, log


def test_the_table_has_a_row_for_every_set(squatter, tmp_path, export):
    path = tmp_path / "log.csv"
    assert export(path, squatter).said.startswith("30 sets of ")
    assert len(path.read_text("utf-8").splitlines()) == 31


def test_the_document_holds_everything_of_a_lifter(database, tmp_path, today, export):
    sample = demo.add_sample_lifter(today)
    path = tmp_path / "all.json"
    export(path, sample)
    made = json_log.parse(path.read_text("utf-8")).lifters[0]
    assert list(made.sessions) == log.sessions(sample)
    assert made.mesocycles[0].weeks
    assert made.check_ins
    assert made.lifter == clients.lifter(sample)


def test_stars_and_the_studio_travel_with_everything_and_drafts_and_windows_stay(
    squatter, tmp_path, export
):
    favourites.toggle("back-squat")
    studio.change(studio.Studio(b"logo", "Main Street 1"))
    for key in ("theme", "lifter", "sheet 1234"):
        clients.change_setting(key, "dark")
    one, every = tmp_path / "one.json", tmp_path / "all.json"
    export(one, squatter)
    export(every)
    assert json.loads(one.read_text("utf-8")).get("settings", {}) == {}
    assert set(json.loads(every.read_text("utf-8"))["settings"]) == {
        "favourite_exercises", "studio_logo", "studio_footer",
    }  # fmt: skip


def test_settings_come_along_only_where_there_are_none_and_sound(database):
    sent = {"favourite_exercises": '["back-squat"]', "studio_footer": "Theirs", "theme": "dark"}
    studio.change(studio.Studio(footer="Ours"))
    adopting.adopt(json_log.Document(settings={**sent, "studio_logo": "no picture"}))
    assert favourites.starred() == {"back-squat"}
    assert studio.studio() == studio.Studio(footer="Ours")
    assert clients.setting("theme") == ""
    clients.forget_setting("favourite_exercises")
    adopting.adopt(json_log.Document(settings={"favourite_exercises": "[1"}))
    assert favourites.starred() == frozenset()


def test_a_lifters_own_rests_and_turned_lifts_come_along_with_their_log(
    squatter, tmp_path, today, export
):
    slot = logging.add_exercise(logging.start_free(squatter, today), "pull-up")
    rest_lengths.keep(squatter, slot, 195)
    turned_lifts.turn(squatter, library.exercise("pull-up"))
    switches.set_on(squatter, Switch.VERDICT, False)
    export(tmp_path / "one.json", squatter)
    files.close_file()
    files.open_file(tmp_path / "other.db")
    clients.add_lifter(Lifter(name="Somebody else"))
    (brought,) = adopting.adopt(adopting.newcomers(tmp_path / "one.json"))
    assert rest_lengths.lengths(brought) == {"pull-up": 195}
    assert not turned_lifts.from_below(brought, library.exercise("pull-up"))
    assert not switches.is_on(brought, Switch.VERDICT)
    other = clients.add_lifter(Lifter(name="One more"))
    assert turned_lifts.from_below(other, library.exercise("pull-up"))


@pytest.mark.parametrize("value", ['{"squat": "long"}', '{"squat": true}', "[90]", '{"squat": 0}'])
def test_rests_that_are_no_rests_or_nobodys_stay_out(value, database):
    made = json_log.LifterFile(Lifter(name="Ada", uid="a" * 32))
    sent = {f"rest_lengths/{made.lifter.uid}": value, "rest_lengths/nobody": '{"squat": 90}'}
    (ada,) = adopting.adopt(json_log.Document(lifters=(made,), settings=sent))
    assert rest_lengths.lengths(ada) == {}
    assert clients.settings_of("rest_lengths/") == []


def test_a_folder_that_is_not_there_is_an_error_and_leaves_nothing(squatter, tmp_path, export):
    with pytest.raises(OSError, match="missing"):
        export(tmp_path / "missing" / "log.csv", squatter)
    assert not list(tmp_path.glob("**/.*.part"))


def test_a_document_comes_back_complete_in_an_empty_database(database, tmp_path, today, export):
    demo.add_sample_lifter(today)
    demo.add_sample_clients(today)
    own_exercises.save(own_exercises.copied(library.exercise("bench-press")))
    line = PlannedExercise("bench-press-own", (PlannedSet(5, 8, rir=2.0),) * 3)
    week = OwnWeek(0, (PlannedSession("A", 0, (line,)),))
    own_programs.save(OwnProgram("", "Mine", (week,)))
    export(tmp_path / "all.json")
    before = exporting.document(None)
    files.close_file()
    files.open_file(tmp_path / "other.db")
    document = adopting.newcomers(tmp_path / "all.json")
    steps.do(lambda: adopting.adopt(document))
    assert without_keys(exporting.document(None)) == without_keys(before)


def test_a_lifter_who_is_here_already_is_not_taken_in_twice(squatter, tmp_path, export):
    export(tmp_path / "one.json", squatter)
    assert adopting.newcomers(tmp_path / "one.json") is None


def without_keys(document):
    """Write a document as plain values without the database's own keys."""
    keys = {"id", "planned_session_id", "planned_exercise_id", "import_id"}

    def strip(value):
        if isinstance(value, dict):
            return {name: strip(v) for name, v in value.items() if name not in keys}
        return [strip(v) for v in value] if isinstance(value, list) else value

    return strip(json.loads(json_log.write(replace(document, settings={}))))
