"""Backups go to the place that was chosen on this computer, and elsewhere while it is not there."""

from __future__ import annotations

import platform
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.coach import backing_up, backup_place, clients, files, steps
from planner.coach.backing_up import Written
from planner.coach.backup_place import Places, Turn
from planner.engine.terms import Lifter
from planner.storage.problems import FolderGone, FullDisk
from planner.storage.telling import unheard

TODAY = date.today()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick that is plugged in."""
    made = tmp_path / "stick"
    made.mkdir()
    return made


@pytest.fixture
def moved(database: Path, stick: Path) -> Path:
    """Let backups go to the stick; return their folder."""
    return files.move_backups(database, stick)


def backed_up() -> Written:
    made = backing_up.now()(unheard)
    assert made is not None
    return made


def test_backups_go_beside_the_database_unless_another_place_is_chosen(database: Path) -> None:
    assert backup_place.read(database) == Places()
    assert backed_up().path.parent == database.parent / "backups"


def test_each_computer_has_a_folder_of_its_own_in_a_place(
    database: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("desk", "Lap Top", ""):
        monkeypatch.setattr(platform, "node", lambda name=name: name)
        files.move_backups(database, stick)
    assert sorted(each.name.rpartition("-")[0] for each in stick.iterdir()) == [
        "workout-planner-Lap-Top", "workout-planner-computer", "workout-planner-desk",
    ]  # fmt: skip
    assert "-clients-" in backup_place.folder_in(stick, Path("clients.db")).name


def test_a_folder_that_was_made_for_backups_is_taken_as_it_is(database: Path, moved: Path) -> None:
    assert files.move_backups(database, moved) == moved


def test_a_backup_goes_to_the_stick_and_older_ones_are_still_listed(
    database: Path, stick: Path
) -> None:
    old = files.back_up()
    folder = files.move_backups(database, stick)
    made = backed_up()
    assert (made.path.parent, made.missed) == (folder, None)
    assert {each.path for each in files.backups(database)} == {old, made.path}


def test_the_choice_outlasts_the_program_and_is_not_in_the_database(
    database: Path, moved: Path
) -> None:
    files.close_file()
    files.open_file(database)
    assert files.back_up().parent == moved
    assert "stick" in database.with_name("backups.json").read_text("utf-8")


def test_without_the_stick_backups_go_to_the_usual_folder_and_that_is_told_once(
    database: Path, stick: Path, moved: Path
) -> None:
    gone = stick.rename(stick.with_name("unplugged"))
    made = backed_up()
    assert made.path.parent == backup_place.usual(database)
    assert isinstance(made.missed, FolderGone)
    assert not stick.exists()
    assert backup_place.note(database, made) is Turn.LOST
    assert backup_place.note(database, backed_up()) is Turn.NOTHING_NEW
    assert not backing_up.place_is_back(database)
    gone.rename(stick)
    assert backing_up.place_is_back(database)
    again = backed_up()
    assert again.path.parent == moved
    assert backup_place.note(database, again) is Turn.BACK
    assert not backing_up.place_is_back(database)


def test_without_a_choice_there_is_nothing_to_tell(database: Path) -> None:
    made = Written(Path("x"), FullDisk("full"))
    assert backup_place.note(database, made) is Turn.NOTHING_NEW


def test_a_place_that_cannot_be_written_gives_way_to_the_usual_folder(
    database: Path, moved: Path
) -> None:
    moved.rmdir()
    moved.write_text("a file in the folder's place")
    assert backed_up().path.parent == backup_place.usual(database)


def test_a_place_that_cannot_be_used_is_refused_and_all_stays_as_it_was(
    database: Path, tmp_path: Path
) -> None:
    with pytest.raises(OSError, match="No such file"):
        files.move_backups(database, tmp_path / "nowhere" / "at all")
    assert backup_place.read(database) == Places()


def test_back_to_the_usual_place_the_stick_is_still_looked_through(
    database: Path, moved: Path
) -> None:
    made = backed_up()
    files.move_backups(database, backup_place.usual(database))
    assert backup_place.read(database) == Places(None, (moved,))
    assert [each.path for each in files.backups(database)] == [made.path]
    assert backed_up().path.parent == backup_place.usual(database)


def test_a_choice_can_be_taken_back(database: Path, moved: Path) -> None:
    files.keep_backups_as(database, Places())
    assert backed_up().path.parent == backup_place.usual(database)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"folder": 3, "earlier": 4}'])
def test_a_choice_that_cannot_be_read_means_the_usual_place(database: Path, text: str) -> None:
    database.with_name("backups.json").write_text(text)
    assert backup_place.read(database) == Places()


def test_a_damaged_file_is_mended_from_the_stick(database: Path, lifter: int, moved: Path) -> None:
    good = backed_up().path
    files.close_file()
    database.write_bytes(b"SQLite format 3\0" + b"x" * 9000)
    with pytest.raises(files.DamagedDatabase) as caught:
        files.open_file(database)
    assert caught.value.newest_backup == good


# when a backup is due
def test_a_day_on_which_nothing_has_changed_needs_no_backup(database: Path) -> None:
    assert backing_up.due(database, TODAY)(unheard) is not None
    assert backing_up.due(database, TODAY + timedelta(days=1))(unheard) is None
    clients.add(Lifter(name="Ada"))
    assert backing_up.due(database, TODAY + timedelta(days=2))(unheard) is not None
    assert [each.reason for each in files.backups(database)] == [files.Reason.DAILY] * 2


def test_at_a_later_start_only_what_has_changed_is_backed_up(database: Path) -> None:
    backing_up.due(database, TODAY)(unheard)
    assert backing_up.due(database, TODAY)(unheard) is None
    _ada, step = steps.do(lambda: clients.add(Lifter(name="Ada")))
    steps.revert(step)
    clients.change_setting("theme", "dark")
    made = backing_up.due(database, TODAY)(unheard)
    assert made is not None
    assert files.backup(made.path).reason is files.Reason.START
    assert backing_up.due(database, TODAY)(unheard) is None


def test_a_last_backup_that_is_damaged_counts_for_nothing(database: Path) -> None:
    made = backed_up().path
    made.write_bytes(made.read_bytes()[:9000])
    assert backing_up.due(database, TODAY)(unheard) is not None


def test_what_is_called_like_a_backup_and_is_none_counts_for_nothing(database: Path) -> None:
    backed_up().path.with_name("planner-2199-01-01_120000.db").mkdir()
    assert backing_up.due(database, TODAY)(unheard) is not None


def test_a_last_backup_that_is_damaged_where_no_row_lies_counts_for_nothing(
    database: Path,
) -> None:
    made = backed_up().path
    with closing(sqlite3.connect(made)) as backup:
        sql = "SELECT rootpage FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'exercise'"
        (page,) = backup.execute(sql).fetchone()
    with made.open("r+b") as file:
        file.seek((page - 1) * 4096 + 100)
        file.write(bytes(3996))
    assert backing_up.due(database, TODAY + timedelta(days=1))(unheard) is not None


def test_the_usual_folder_that_holds_all_is_enough_while_the_stick_is_away(
    database: Path, stick: Path
) -> None:
    backed_up()
    files.move_backups(database, stick)
    stick.rename(stick.with_name("unplugged"))
    made = backing_up.due(database, TODAY)(unheard)
    assert made is None
    assert backup_place.note(database, made) is Turn.LOST
    assert backup_place.note(database, made) is Turn.NOTHING_NEW


def test_what_is_on_a_stick_chosen_earlier_is_no_backup_in_the_usual_folder(
    database: Path, moved: Path
) -> None:
    backed_up()
    files.move_backups(database, backup_place.usual(database))
    made = backing_up.due(database, TODAY)(unheard)
    assert made is not None
    assert made.path.parent == backup_place.usual(database)


def test_what_is_elsewhere_is_no_backup_on_the_stick(database: Path, stick: Path) -> None:
    backing_up.due(database, TODAY)(unheard)
    folder = files.move_backups(database, stick)
    made = backing_up.due(database, TODAY)(unheard)
    assert made is not None
    assert made.path.parent == folder


def test_a_backup_that_is_gone_by_the_time_it_is_looked_at_hides_no_other(database: Path) -> None:
    made = files.back_up()
    made.with_name("planner-2026-03-20_120000.db").symlink_to("nowhere")
    assert [each.path for each in files.backups(database)] == [made]


def test_two_people_on_one_computer_share_a_stick_without_thinning_each_others(stick: Path) -> None:
    ada, bo = (Path("home", name, "planner.db") for name in ("ada", "bo"))
    assert backup_place.folder_in(stick, ada) == backup_place.folder_in(stick, ada)
    assert backup_place.folder_in(stick, ada) != backup_place.folder_in(stick, bo)


def test_the_folder_of_another_on_the_stick_is_left_to_them(database: Path, stick: Path) -> None:
    own = backup_place.folder_in(stick, database)
    others = backup_place.folder_in(stick, Path("home", "bo", "planner.db"))
    others.mkdir()
    assert files.move_backups(database, others) == own
    assert backed_up().path.parent == own
    assert not [*others.iterdir()]


@pytest.mark.parametrize("name", ["workout-planner", "workout-planner-backups"])
def test_a_folder_of_ones_own_making_is_a_place_like_any(
    database: Path, stick: Path, name: str
) -> None:
    (stick / name).mkdir()
    assert files.move_backups(database, stick / name).parent == stick / name


def test_however_the_way_to_a_database_is_written_its_folder_is_the_same(
    database: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(database.parent)
    around = database.parent / "elsewhere" / ".." / database.name
    ways = (database, Path(database.name), around)
    assert len({backup_place.folder_in(stick, way) for way in ways}) == 1
