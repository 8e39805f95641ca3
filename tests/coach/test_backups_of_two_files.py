"""Two databases in one folder share the folder of their backups, and neither the other's."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from planner.coach import files, leftovers, missing_file
from planner.engine.terms import Lifter
from planner.storage import backup_names, clients, inspection
from planner.storage.backup_names import BackupName, Reason

NOON = datetime(2026, 3, 20, 12)


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Callable[..., Path]]:
    """Return a function that makes a file with one lifter of a name, and backups of it."""

    def made(name: str, lifter: str = "Ann", backups: int = 1) -> Path:
        path = tmp_path / name
        files.open_file(path)
        clients.add_lifter(Lifter(name=lifter))
        for _ in range(backups):
            files.back_up()
        files.close_file()
        return path

    yield made
    files.close_file()


def lifters(backup: Path) -> int:
    return inspection.counts_of(backup)["lifter"]


def spoil(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:3000])


def test_each_file_lists_and_counts_its_own_backups(make: Callable[..., Path]) -> None:
    one, other, usual = make("t.db"), make("second.db", backups=3), make("planner.db", backups=2)
    assert [len(files.backups(each)) for each in (one, other, usual)] == [1, 3, 2]
    assert len(list((one.parent / "backups").iterdir())) == 6
    assert all(each.path.name.startswith("planner-2") for each in files.backups(usual))
    assert all(each.reason is Reason.BY_HAND for each in files.backups(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("t.db", "t-2.db"),
        ("t.db", "t.sqlite"),
        ("t.db", "t"),
        ("t~.db", "t"),
        ("t.db", ".db"),
        ("t-2026-03-20_120000.db", "t-2026-03-20-120000.db"),
        ("planner.db", "planner-2026-03-20_120000_import_t.db"),
        ("planner.db", "planner.sqlite"),
        ("l" * 200 + "a.db", "l" * 200 + "b.db"),
    ],
)
def test_names_that_are_nearly_alike_are_told_apart(
    make: Callable[..., Path], one: str, other: str
) -> None:
    paths = make(one), make(other, backups=2)
    assert [len(files.backups(each)) for each in paths] == [1, 2]


def test_a_file_that_is_merged_in_lends_its_name_to_nobody(make: Callable[..., Path]) -> None:
    usual, other = make("planner.db"), make("second.db")
    files.open_file(usual)
    (theirs,) = files.backups(other)
    files.back_up(reason=Reason.MERGE, of=theirs.path.name)
    assert [len(files.backups(each)) for each in (usual, other)] == [2, 1]


def test_thinning_leaves_the_backups_of_another_file_alone(make: Callable[..., Path]) -> None:
    other = make("second.db", backups=1)
    folder = other.parent / "backups"
    theirs = [BackupName(NOON + timedelta(seconds=n), database="second") for n in range(40)]
    own = [BackupName(NOON + timedelta(seconds=n), database="t") for n in range(40)]
    usual = [BackupName(NOON + timedelta(seconds=n)) for n in range(40)]
    for each in (*theirs, *own, *usual):
        (folder / each.text()).touch()
    make("t.db")
    left = {each.name for each in folder.iterdir()}
    assert left >= {each.text() for each in (*theirs, *usual)}
    assert len(left.intersection(each.text() for each in own)) < 20


def test_a_damaged_file_is_offered_its_own_backup_though_another_is_newer(
    make: Callable[..., Path],
) -> None:
    one, other = make("t.db"), make("second.db")
    spoil(one)
    with pytest.raises(files.DamagedDatabase) as told:
        files.open_file(one)
    assert told.value.newest_backup == files.backups(one)[0].path
    assert told.value.newest_backup != files.backups(other)[0].path


def test_a_damaged_file_without_backups_is_offered_none_of_another(
    make: Callable[..., Path],
) -> None:
    one, _ = make("t.db", backups=0), make("planner.db")
    spoil(one)
    with pytest.raises(files.DamagedDatabase) as told:
        files.open_file(one)
    assert told.value.newest_backup is None


def test_a_new_file_beside_others_is_missed_by_nobody(make: Callable[..., Path]) -> None:
    path = make("t.db")
    missing_file.require(path.with_name("new.db"))
    path.unlink()
    with pytest.raises(missing_file.MissingDatabase):
        missing_file.require(path)


def test_earlier_backups_have_the_usual_name_and_stay_in_sight(make: Callable[..., Path]) -> None:
    usual = make("planner.db")
    earlier = usual.parent / "backups" / "planner-2026-03-20_120000_daily.db"
    shutil.copy(files.backups(usual)[0].path, earlier)
    make("t.db")
    assert files.backups(usual)[-1].path == earlier


def test_earlier_backups_of_a_file_alone_in_its_folder_are_that_ones(
    make: Callable[..., Path],
) -> None:
    path = make("t.db", backups=0)
    earlier = path.parent / "backups" / "planner-2026-03-20_120000_daily.db"
    earlier.parent.mkdir(exist_ok=True)
    shutil.copy(path, earlier)
    assert [each.path for each in files.backups(path)] == [earlier]
    spoil(path)
    with pytest.raises(files.DamagedDatabase) as told:
        files.open_file(path)
    assert told.value.newest_backup == earlier
    files.restore(earlier)  # which keeps the damaged file beside it
    assert earlier in [each.path for each in files.backups(path)]
    make("second.db")
    assert earlier not in [each.path for each in files.backups(path)]


def test_of_whom_a_backup_is_that_is_not_of_the_open_file(make: Callable[..., Path]) -> None:
    one, other, usual = make("t.db"), make("second.db"), make("planner.db")
    files.open_file(one)
    (own,), (theirs,), (old,) = map(files.backups, (one, other, usual))
    named = [files.of_another(each.path) for each in (own, theirs, old)]
    assert named == ["", "second.db", "planner.db"]
    assert files.of_another(other) == ""
    assert files.open_name() == "t.db"


def test_restoring_keeps_what_was_there_under_its_own_name(make: Callable[..., Path]) -> None:
    one, other = make("t.db"), make("second.db", "Bo")
    files.open_file(one)
    (theirs,) = files.backups(other)
    files.restore(theirs.path)
    assert [each.reason for each in files.backups(one)] == [Reason.RESTORE, Reason.BY_HAND]
    assert [lifters(each.path) for each in files.backups(other)] == [1]


def test_what_was_set_aside_is_a_leftover_of_its_own_file(make: Callable[..., Path]) -> None:
    one, other = make("t.db"), make("t-2.db")
    for path in (one, other):
        spoil(path)
        with pytest.raises(files.DamagedDatabase) as told:
            files.open_file(path)
        assert told.value.newest_backup is not None
        files.restore(told.value.newest_backup)
        files.close_file()
    assert [len(leftovers.found(each)) for each in (one, other)] == [1, 1]


def test_a_file_under_another_name_finds_its_backups_and_leaves_them(
    make: Callable[..., Path],
) -> None:
    path = make("clients.db", backups=2)
    make("t.db")
    kept = files.backups(path)
    studio = path.rename(path.with_name("studio.db"))
    files.open_file(studio)
    files.back_up()
    own, *earlier = files.to_restore(studio)
    assert own.path.name.startswith("studio-2")
    assert earlier == kept
    assert {files.of_another(each.path) for each in earlier} == {"clients.db"}
    assert files.backups(studio) == [own]
    shutil.copy(studio, path)  # there is a file of that name again
    assert files.to_restore(studio) == [own]


def test_a_damaged_file_under_another_name_is_offered_its_backup_unless_it_has_one_now(
    make: Callable[..., Path],
) -> None:
    path = make("clients.db")
    make("t.db")
    (before,) = files.backups(path)
    studio = path.rename(path.with_name("studio.db"))
    spoil(studio)
    with pytest.raises(files.DamagedDatabase) as told:
        files.open_file(studio)
    assert told.value.newest_backup == before.path
    files.restore(before.path)
    own = files.back_up()
    files.close_file()
    spoil(studio)
    with pytest.raises(files.DamagedDatabase) as told:
        files.open_file(studio)
    assert told.value.newest_backup == own


def test_of_a_file_whose_folder_is_gone_nothing_is_listed(tmp_path: Path) -> None:
    assert files.to_restore(tmp_path / "stick" / "t.db") == []


def test_a_file_that_is_new_is_offered_nothing_of_one_that_is_gone(
    make: Callable[..., Path],
) -> None:
    make("clients.db").unlink()
    missing_file.require(make("t.db").with_name("new.db"))


@pytest.mark.parametrize("name", ["t.db", "t", "t~.db", "t~", ".db", "t-2026-03-20_120000.db"])
def test_a_file_is_told_by_its_backups_as_it_is_called(name: str) -> None:
    assert backup_names.called(backup_names.whose(Path(name))) == name


@pytest.mark.parametrize("name", ["t.db", "t", ".db", "planner.db", "ä.b-c.db", "x" * 240 + ".db"])
def test_a_name_says_when_why_and_of_which_file(name: str) -> None:
    whose = backup_names.whose(Path(name))
    made = BackupName(NOON, 2, Reason.DAILY, database=whose)
    assert backup_names.read(made.text()) == made
    assert len(made.text().encode()) < 200
    assert made.made_at.date() == date(2026, 3, 20)
