"""A lock per lifter on a shared laptop: the name is seen, the rest is not."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from planner.coach import (
    client_list,
    clients,
    demo,
    exporting,
    files,
    lifter_lock,
    logging,
    planning,
    sheet_pile,
    skills,
    steps,
    trash,
    typing_back,
)
from planner.coach.lifter_lock import Locked
from planner.coach.refused import Refused
from planner.engine.terms import Lifter
from planner.storage import clients as store, plan

TODAY = date(2026, 11, 5)
PIN = "4711"


@pytest.fixture
def ada(database: Path) -> Lifter:
    """Lock a lifter with a note, who has been away from the laptop since."""
    lifter_lock.close_others([])
    made = clients.lifter(clients.add(Lifter(name="Ada", note="bad knee")))
    lifter_lock.store_lock(made, PIN, 5)
    lifter_lock.close(made)
    return made


def test_a_backup_from_before_the_lock_does_not_take_it_off(database: Path) -> None:
    made = clients.lifter(clients.add(Lifter(name="Ada")))
    before = files.back_up()
    lifter_lock.store_lock(made, PIN, 5)
    files.restore(before)
    assert lifter_lock.is_set(clients.lifter(made.id or 0))


def test_whoever_is_not_in_a_backup_leaves_no_lock_behind(database: Path) -> None:
    before = files.back_up()
    lifter_lock.store_lock(clients.lifter(clients.add(Lifter(name="Ada"))), PIN, 5)
    files.restore(before)
    assert store.settings_of(lifter_lock.SETTING) == []


def test_the_pin_opens_and_another_does_not(ada: Lifter) -> None:
    assert lifter_lock.is_set(ada)
    assert lifter_lock.is_shut(ada)
    assert not lifter_lock.unlock(ada, "4712")
    with pytest.raises(Locked, match="Ada is locked"):
        lifter_lock.require(ada)
    assert lifter_lock.unlock(ada, PIN)
    lifter_lock.require(ada)
    lifter_lock.close(ada)
    assert lifter_lock.is_shut(ada)


def test_it_closes_when_somebody_else_is_shown(ada: Lifter, lifter: int) -> None:
    lifter_lock.unlock(ada, PIN)
    lifter_lock.close_others([ada])
    assert not lifter_lock.is_shut(ada)
    lifter_lock.close_others([clients.lifter(lifter)])
    assert lifter_lock.is_shut(ada)


def test_a_short_pin_is_refused_and_nothing_stored(lifter: int) -> None:
    sam = clients.lifter(lifter)
    with pytest.raises(Refused, match="4 letters"):
        lifter_lock.store_lock(sam, "123", 5)
    assert not lifter_lock.is_set(sam)
    assert not lifter_lock.unlock(sam, "123")


def test_the_pin_itself_is_stored_nowhere(ada: Lifter) -> None:
    stored = store.setting(lifter_lock.SETTING + ada.uid)
    assert PIN not in stored
    assert set(json.loads(stored)) == {"salt", "made", "minutes"}


def test_the_minutes_change_and_the_pin_stays(ada: Lifter, lifter: int) -> None:
    lifter_lock.change_minutes(ada, 30)
    assert lifter_lock.minutes(ada) == 30
    assert lifter_lock.unlock(ada, PIN)
    sam = clients.lifter(lifter)
    lifter_lock.change_minutes(sam, 30)
    assert lifter_lock.minutes(sam) == 0


def test_a_removed_lock_is_gone(ada: Lifter) -> None:
    lifter_lock.remove(ada)
    assert not lifter_lock.is_set(ada)
    assert not lifter_lock.left_out()


def test_undoing_what_was_done_before_keeps_the_lock(lifter: int) -> None:
    sam = clients.lifter(lifter)
    _, step = steps.do(lambda: clients.record_bodyweight(lifter, TODAY, 80.0))
    lifter_lock.store_lock(sam, PIN, 0)
    steps.revert(step)
    assert lifter_lock.is_set(sam)
    lifter_lock.close(sam)


def test_the_list_of_all_tells_the_name_only(ada: Lifter, lifter: int) -> None:
    listed = {each.lifter.name: each for each in client_list.clients(TODAY)}
    assert listed["Ada"] == client_list.Client(listed["Ada"].lifter, locked=True)
    assert listed["Ada"].lifter.note == ""
    assert not listed["Sam Lifter"].locked


def test_skills_of_everybody_and_the_trash_leave_them_out(ada: Lifter, lifter: int) -> None:
    for each in (ada.id or 0, lifter):
        session = logging.start_free(each, TODAY)
        logging.delete(session)
    assert [each.lifter for each in trash.contents()] == ["Sam Lifter"]
    assert [each.name for each in trash.kept_back()] == ["Ada"]
    assert [each.lifter.name for each in skills.at_once(skills.of_all(TODAY))] == ["Sam Lifter"]


def test_an_export_of_everybody_leaves_them_out_and_says_so(ada: Lifter, lifter: int) -> None:
    assert exporting.everybody() == [lifter]
    assert lifter_lock.left_out() == "Left out, since locked: Ada."


def test_what_is_handed_out_holds_no_lock(ada: Lifter) -> None:
    demo.add_sample_lifter(TODAY)
    lifter_lock.unlock(ada, PIN)
    made = exporting.document(None)
    assert "Ada" in [each.lifter.name for each in made.lifters]
    assert not [key for key in made.settings if key.startswith(lifter_lock.SETTING)]
    lifter_lock.close(ada)


def test_the_code_of_a_printed_sheet_does_not_lead_past_the_lock(ada: Lifter) -> None:
    demo.add_sample_lifter(TODAY)
    sample = next(each for each in clients.lifters() if each.name not in ("Ada", "Sam Lifter"))
    block = planning.mesocycles(sample.id or 0)[0]
    code = typing_back.sheet_code(plan.mesocycle(block.id or 0).weeks[0])
    assert typing_back.find_sheet(code) is not None
    lifter_lock.store_lock(sample, PIN, 5)
    lifter_lock.close(sample)
    with pytest.raises(Locked, match="The sheet of this code is of a locked lifter"):
        typing_back.find_sheet(code)


def test_the_pile_of_sheets_has_none_of_theirs(ada: Lifter) -> None:
    demo.add_sample_lifter(TODAY)
    sample = next(each for each in clients.lifters() if each.name not in ("Ada", "Sam Lifter"))
    assert [each.lifter for each in sheet_pile.pile(TODAY)] == [sample.name]
    lifter_lock.store_lock(sample, PIN, 5)
    assert sheet_pile.pile(TODAY)
    lifter_lock.close(sample)
    assert sheet_pile.pile(TODAY) == []
