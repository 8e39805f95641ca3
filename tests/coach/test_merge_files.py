"""Merging another computer's file: what is said before, what is chosen, what came of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.coach import (
    favourites,
    files,
    fuel,
    lifter_lock,
    merging,
    settings_merged,
    sheet_language,
    steps,
)
from planner.coach.merging import Count, MergePreview, Side
from planner.coach.parts import at_once
from planner.engine.terms import CheckIn, Lifter, LoggedExercise, LoggedSet, Session
from planner.storage import clients, log, rows, trash, undo
from planner.storage.base import open_connection

DAY = date(2026, 11, 3)
SETS = tuple(LoggedSet(kg, 5, load=kg) for kg in (95.0, 100.0))
SQUATS = Session(DAY, (LoggedExercise("back-squat", SETS),), name="Legs")


@pytest.fixture
def laptop(database: Path, lifter: int, tmp_path: Path) -> Path:
    """Log a session, copy the file to a laptop, and sit down there."""
    log.add_session(lifter, SQUATS)
    made = files.back_up(tmp_path / "laptop.db")
    files.open_quickly(made)
    return made


def look(path: Path) -> MergePreview:
    return at_once(merging.look(merging.fetch(path)))


def second_set(lifter: int) -> LoggedSet:
    return log.sessions(lifter)[0].exercises[0].sets[1]


def test_a_set_that_was_corrected_on_the_laptop_is_shown_with_both_versions(
    laptop: Path, database: Path, lifter: int
) -> None:
    log.update_set(replace(second_set(lifter), load_kg=102.5, load=102.5, rir=2.0))
    files.open_quickly(database)
    preview = look(laptop)
    [changes] = preview.lifters
    assert (changes.name, changes.is_new) == (clients.lifter(lifter).name, False)
    assert changes.counts == (Count("set", changed=1),)
    [found] = preview.differences
    assert found.what == "Back squat, set 2 on 3 Nov 2026"
    assert (found.here, found.there) == ("100 kg × 5, RIR: –", "102.5 kg × 5, RIR: 2")
    assert found.later is Side.THERE
    assert found.here_changed_at < found.there_changed_at


def test_merging_takes_the_later_version_after_a_backup_and_one_undo_takes_it_back(
    laptop: Path, database: Path, lifter: int
) -> None:
    log.update_set(replace(second_set(lifter), load_kg=102.5))
    files.open_quickly(database)
    before, told = list(open_connection().iterdump()), []
    merged = at_once(merging.apply(look(laptop), {}, lambda *done: told.append(done)))
    assert second_set(lifter).load_kg == 102.5
    assert merged.lifters[0].counts == (Count("set", changed=1),)
    assert told
    [backup] = files.backups(database)
    assert (backup.reason, backup.of) == (files.Reason.MERGE, "laptop")
    steps.revert(merged.step)
    assert list(open_connection().iterdump()) == before
    assert look(laptop).lifters == merged.lifters


def test_what_is_here_stands_when_it_is_chosen(laptop: Path, database: Path, lifter: int) -> None:
    log.update_set(replace(second_set(lifter), load_kg=102.5))
    files.open_quickly(database)
    preview = look(laptop)
    at_once(merging.apply(preview, {preview.differences[0].key: Side.HERE}))
    assert second_set(lifter).load_kg == 100.0
    assert look(laptop).is_empty()


def test_a_session_that_the_laptop_deleted_goes_unless_it_is_kept(
    laptop: Path, database: Path, lifter: int
) -> None:
    rows.remove("session", log.sessions(lifter)[0].id or 0)
    files.open_quickly(database)
    preview = look(laptop)
    assert preview.lifters[0].counts == (Count("session", deleted=1),)
    [found] = preview.differences
    assert (found.what, found.here, found.there) == ("Legs on 3 Nov 2026", "kept", "deleted")
    kept = at_once(merging.apply(preview, {found.key: Side.HERE}))
    assert log.sessions(lifter)
    assert look(laptop).is_empty()  # what was kept is later than its deletion now
    steps.revert(kept.step)
    at_once(merging.apply(look(laptop), {}))
    assert log.sessions(lifter) == []


def test_a_session_that_was_deleted_here_comes_back_only_if_it_was_changed_there_since(
    laptop: Path, database: Path, lifter: int
) -> None:
    files.open_quickly(database)
    rows.remove("session", log.sessions(lifter)[0].id or 0)
    assert look(laptop).is_empty()
    files.open_quickly(laptop)
    log.update_set(replace(second_set(lifter), reps=6))
    files.open_quickly(database)
    preview = look(laptop)
    [found] = preview.differences
    assert (found.here, found.there, found.later) == ("deleted", "kept", Side.THERE)
    at_once(merging.apply(preview, {found.key: Side.HERE}))
    assert log.sessions(lifter) == []
    assert look(laptop).is_empty()


def test_a_client_of_the_laptop_is_announced_and_so_is_a_namesake(
    laptop: Path, database: Path
) -> None:
    key = clients.add_lifter(Lifter(name="Bo"))
    clients.save_check_in(key, CheckIn(DAY, sleep=3))
    files.open_quickly(database)
    clients.add_lifter(Lifter(name="bo "))
    [bo] = look(laptop).lifters
    assert (bo.name, bo.is_new, bo.namesake) == ("Bo", True, True)
    assert bo.counts == (Count("check-in", new=1),)


def test_stars_and_goals_travel_but_not_the_theme(laptop: Path, database: Path) -> None:
    favourites.toggle("back-squat")
    clients.change_setting("theme", "dark")
    files.open_quickly(database)
    preview = look(laptop)
    assert preview.library == (Count("setting", new=1),)
    at_once(merging.apply(preview, {}))
    assert favourites.starred() == {"back-squat"}
    assert clients.setting("theme") == ""


def test_two_versions_of_a_setting_are_a_choice(laptop: Path, database: Path, lifter: int) -> None:
    fuel.change(lifter, replace(fuel.goals(lifter), drinks_l=3.0))
    files.open_quickly(database)
    fuel.change(lifter, replace(fuel.goals(lifter), drinks_l=2.5))
    preview = look(laptop)
    [found] = preview.differences
    assert (found.what, found.later) == ("Food and drink", Side.HERE)
    assert preview.is_empty()
    at_once(merging.apply(preview, {found.key: Side.THERE}))
    assert fuel.goals(lifter).drinks_l == 3.0


def test_two_languages_of_a_lifters_sheets_are_a_choice(
    laptop: Path, database: Path, lifter: int
) -> None:
    sheet_language.choose(lifter, "fr")
    files.open_quickly(database)
    sheet_language.choose(lifter, "de")
    [found] = look(laptop).differences
    assert found.what == "Language of sheets"


def test_a_doctors_limit_is_not_lost_to_a_file_that_may_not_have_it(
    database: Path, lifter: int
) -> None:
    limit = fuel.DoctorLimit(1.5, "Dr Li")
    fuel.change(lifter, replace(fuel.goals(lifter), drinks_limit=limit))
    full, bare = fuel.written(fuel.goals(lifter)), fuel.written(fuel.handed_on(lifter))
    key = f"fuel/{clients.lifter(lifter).uid}"
    assert settings_merged.together(key, bare, full) == full
    assert settings_merged.together(key, full, bare) == full
    assert settings_merged.together("studio", "later", "earlier") == "later"


def test_a_clock_that_is_ahead_is_told(laptop: Path, database: Path, lifter: int) -> None:
    rows.execute("UPDATE session SET changed_at = changed_at + ?", 365 * 86_400_000)
    files.open_quickly(database)
    [said] = look(laptop).remarks
    assert "clock is ahead" in said


def test_what_changed_meanwhile_is_looked_at_again(laptop: Path, database: Path) -> None:
    files.open_quickly(database)
    work = merging.look(merging.fetch(laptop))
    next(work)
    clients.add_lifter(Lifter(name="Late"))
    with pytest.raises(steps.ChangedElsewhere, match="Look at the file once more"):
        at_once(work)
    preview = look(laptop)
    clients.add_lifter(Lifter(name="Later"))
    with pytest.raises(steps.ChangedElsewhere):
        at_once(merging.apply(preview, {}))


def test_of_a_locked_lifter_the_preview_has_the_name_and_counts_and_the_later_version_stands(
    laptop: Path, database: Path, lifter: int
) -> None:
    log.update_set(replace(second_set(lifter), load_kg=102.5, load=102.5))
    fuel.change(lifter, replace(fuel.goals(lifter), drinks_l=3.0))
    files.open_quickly(database)
    fuel.change(lifter, replace(fuel.goals(lifter), drinks_l=2.5))
    lifter_lock.store_lock(clients.lifter(lifter), "4711", 0)
    assert len(look(laptop).differences) == 2
    lifter_lock.close_others([])
    preview = look(laptop)
    name = clients.lifter(lifter).name
    assert preview.differences == ()
    assert [(each.name, each.counts) for each in preview.lifters] == [
        (name, (Count("set", changed=1),))
    ]
    [said] = preview.remarks
    assert f"of {name} (2). The later version stands" in said
    assert (preview.kept_back, preview.is_all_here()) == (2, False)
    at_once(merging.apply(preview, {}))
    assert second_set(lifter).load_kg == 102.5
    assert fuel.goals(lifter).drinks_l == 2.5


def test_a_locked_lifter_in_the_trash_stays_locked(
    laptop: Path, database: Path, lifter: int
) -> None:
    log.update_set(replace(second_set(lifter), load_kg=102.5, load=102.5))
    files.open_quickly(database)
    lifter_lock.store_lock(clients.lifter(lifter), "4711", 0)
    lifter_lock.close_others([])
    trash.put_lifter(lifter)
    assert look(laptop).differences == ()


def test_another_program_that_writes_at_the_last_moment_is_noticed(
    laptop: Path, database: Path
) -> None:
    clients.add_lifter(Lifter(name="Bo"))
    files.open_quickly(database)
    preview = look(laptop)

    def write(sql: str) -> None:
        if sql.startswith("ATTACH"):
            with closing(sqlite3.connect(database)) as other, other:
                other.execute("UPDATE lifter SET note = 'theirs'")

    open_connection().set_trace_callback(write)
    with pytest.raises(steps.ChangedElsewhere):
        at_once(merging.apply(preview, {}))
    open_connection().set_trace_callback(None)
    assert [each.note for each in clients.lifters()] == ["theirs"]


def test_another_order_alone_is_no_difference_to_choose(
    laptop: Path, database: Path, lifter: int
) -> None:
    slot = log.add_logged_exercise(
        log.sessions(lifter)[0].id or 0, LoggedExercise("bench-press", SETS)
    )
    files.open_quickly(database)
    at_once(merging.apply(look(laptop), {}))
    files.open_quickly(laptop)
    log.move_logged_exercise(slot, 0)
    files.open_quickly(database)
    preview = look(laptop)
    assert (preview.differences, preview.lifters) == ((), ())
    assert "in another order there" in preview.remarks[0]
    assert not preview.is_empty()
    at_once(merging.apply(preview, {}))
    assert look(laptop).is_empty()
    first, _ = log.sessions(lifter)[0].exercises
    assert first.exercise == "bench-press"


@pytest.mark.parametrize("more", [0, 2, 5])
def test_a_merge_that_is_stopped_while_it_writes_leaves_nothing(
    laptop: Path, database: Path, lifter: int, more: int
) -> None:
    log.add_session(lifter, replace(SQUATS, on=DAY + timedelta(days=1)))
    log.update_set(replace(second_set(lifter), load_kg=102.5))
    files.open_quickly(database)
    before = list(open_connection().iterdump())
    work = merging.apply(look(laptop), {})
    while not (undo.under_way() and list(open_connection().iterdump()) != before):
        next(work)
    for _ in range(more):
        next(work)
    assert undo.under_way()
    work.close()
    assert not undo.under_way()
    assert list(open_connection().iterdump()) == before
    at_once(merging.apply(look(laptop), {}))
    assert len(log.sessions(lifter)) == 2
