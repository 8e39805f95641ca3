"""What the command line refuses: it says what to do, and leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from planner import __main__ as program, cli
from planner.coach import blocks, clients, files, health, planning, week_edits
from planner.engine.terms import Lifter, PlannedExercise, PlannedSession, ReferralSource, Topic
from planner.formats import library_file
from planner.formats.library_file import LibraryFile
from planner.formats.own_program import OwnProgram, OwnWeek

Run = Callable[..., tuple[int, str, str]]
READING = (
    ("suggest",), ("replay",), ("print", "--all", "--out", "week.pdf"),
    ("export", "--format", "json", "--out", "all.json"), ("check",), ("backup",),
)  # fmt: skip


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command in a folder of its own: (exit code, output, errors)."""
    monkeypatch.chdir(tmp_path)

    def command(*arguments: object) -> tuple[int, str, str]:
        code = cli.main([str(part) for part in arguments], tmp_path / "planner.db")
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


@pytest.fixture
def two(stocked: Path) -> None:
    """Make a database with two lifters who have neither plan nor log."""
    files.open_file(stocked)
    for name in ("Ada", "Ben"):
        clients.add(Lifter(name=name))
    files.close_file()


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_log_that_is_not_there_is_named_and_nothing_is_made(run: Run, tmp_path: Path) -> None:
    assert run("import", "strong.csv") == (
        1, "", "There is no file strong.csv. Check its name and its folder.\n",
    )  # fmt: skip
    assert left(tmp_path) == []


@pytest.mark.parametrize("command", ["import", "merge", "restore", "library import"])
def test_what_is_refused_makes_no_database(run: Run, tmp_path: Path, command: str) -> None:
    week = OwnWeek(0, (PlannedSession("A", 0, (PlannedExercise("gone"),)),))
    needy = LibraryFile((), (OwnProgram("own-a", "A", (week,)),))
    Path("odd.json").write_text(library_file.write(needy), "utf-8")
    code, _, err = run(*command.split(), "odd.json")
    assert (code, bool(err)) == (1, True)
    assert left(tmp_path) == ["odd.json"]


def test_what_came_in_before_a_file_was_refused_stays(
    run: Run, strong: Path, tmp_path: Path
) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text("odd\n", "utf-8")
    assert run("import", strong, odd)[0] == 1
    assert "24 already stored" in run("import", "--lifter", "Me", strong)[1]


def test_a_backup_that_is_not_there_is_named_and_nothing_is_made(run: Run, tmp_path: Path) -> None:
    code, _, err = run("restore", "old.db")
    assert (code, "There is no file old.db" in err) == (1, True)
    assert left(tmp_path) == []


@pytest.mark.parametrize("words", READING, ids=lambda words: words[0])
def test_a_command_that_reads_makes_no_database(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    code, _, err = run("--db", "typo.db", *words)
    assert (code, "no training database at typo.db" in err) == (1, True)
    assert left(tmp_path) == []


@pytest.mark.parametrize("words", READING, ids=lambda words: words[0])
def test_a_command_that_reads_makes_no_database_in_the_usual_place_either(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    usual = tmp_path / "usual" / "planner.db"
    assert cli.main(words, usual) == 1
    assert f"no training database at {usual}" in capsys.readouterr().err
    assert left(tmp_path) == []


@pytest.mark.parametrize("words", READING, ids=lambda words: words[0])
def test_a_command_that_reads_makes_no_folder(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    code, _, err = run("--db", "typo/planner.db", *words)
    assert (code, "no folder typo" in err) == (1, True)
    assert left(tmp_path) == []


def test_an_import_makes_a_database_but_no_folder_for_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text("Date,Exercise,Category,Weight,Reps\n2026-01-02,Squat,,9,5\n")
    code, _, err = run("--db", "typo/planner.db", "import", "log.csv")
    assert (code, "no folder typo" in err) == (1, True)
    assert left(tmp_path) == ["log.csv"]
    assert run("--db", "new.db", "import", "log.csv")[0] == 0
    assert "new.db" in left(tmp_path)


def test_the_window_makes_no_folder_for_a_database(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert program.main(["--db", str(tmp_path / "typo" / "planner.db")]) == 1
    assert "There is no folder" in capsys.readouterr().err
    assert left(tmp_path) == []


@pytest.mark.usefixtures("two")
def test_a_folder_to_write_into_must_be_there(run: Run) -> None:
    code, _, err = run("export", "--format", "json", "--out", "typo/all.json")
    assert (code, err) == (1, "There is no folder typo. Make it first, or choose another.\n")


@pytest.mark.usefixtures("two")
def test_a_place_that_cannot_be_written_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "all.json").mkdir()
    code, _, err = run("export", "--format", "json", "--out", "all.json")
    assert (code, err) == (1, "all.json cannot be used: Is a directory.\n")


@pytest.mark.usefixtures("two")
def test_a_table_of_several_lifters_is_refused_with_both_ways_out(run: Run) -> None:
    code, _, err = run("export", "--format", "csv", "--out", "log.csv")
    assert code == 1
    assert err == (
        "A CSV holds the log of one lifter: say whose with --lifter NAME (Ada, Ben), "
        "or export everybody with --format json.\n"
    )


@pytest.mark.usefixtures("two")
def test_a_week_that_nobody_has_planned_is_not_printed(run: Run, tmp_path: Path) -> None:
    code, _, err = run("print", "--all", "--week", "2026-11-04", "--out", "week.pdf")
    assert (code, err) == (1, "Nobody has anything planned in the week of 4 Nov.\n")
    assert not (tmp_path / "week.pdf").exists()


@pytest.fixture
def bobs(stocked: Path) -> None:
    """Make a database with lifters whose names differ only in case, and another."""
    files.open_file(stocked)
    for name in ("Bob", "bob", "Ada"):
        clients.add(Lifter(name=name))
    files.close_file()


def test_of_names_that_differ_only_in_case_the_exact_one_is_meant(run: Run, bobs: None) -> None:
    for name in ("Bob", "bob", "Ada"):
        _, out, _ = run("export", "--format", "json", "--out", "one.json", "--lifter", name)
        assert out.startswith(f"Everything of {name} (")
    _, out, _ = run("export", "--format", "json", "--out", "one.json", "--lifter", "ADA")
    assert out.startswith("Everything of Ada (")


def test_a_name_that_could_be_two_lifters_is_refused_with_both(run: Run, bobs: None) -> None:
    said = "'BOB' could be Bob or bob. Write the name exactly so.\n"
    assert run("suggest", "--lifter", "BOB") == (1, "", said)
    Path("log.csv").write_text("Date,Exercise,Weight,Reps\n2026-03-02,Squat,100,5\n", "utf-8")
    assert run("import", "log.csv", "--lifter", "BOB") == (1, "", said)


def test_two_lifters_of_one_name_cannot_be_told_apart_by_it(run: Run, tmp_path: Path) -> None:
    files.open_file(tmp_path / "planner.db")
    for _ in range(2):
        clients.add(Lifter(name="Bob"))
    files.close_file()
    assert "Several lifters are called 'Bob'." in run("suggest", "--lifter", "bob")[2]


def test_a_sheet_is_not_written_under_the_name_of_another_kind(run: Run, two: None) -> None:
    said = "p.txt would hold a PDF: call it p.pdf.\n"
    assert run("print", "--all", "--out", "p.txt") == (1, "", said)


def test_a_week_of_another_year_is_named_with_its_year(run: Run, two: None) -> None:
    _, _, err = run("print", "--lifter", "Ada", "--week", "2020-01-01", "--out", "p.pdf")
    assert err == "Ada has nothing planned in the week of 1 Jan 2020.\n"


def test_an_exercise_that_is_mistyped_is_answered_with_those_near(run: Run, two: None) -> None:
    _, _, err = run("replay", "--lifter", "Ada", "--exercise", "bak squat")
    assert err.startswith("No exercise is called 'bak squat'. Is one of these meant: Back squat")


def test_the_sheets_of_all_name_who_has_no_plan_and_who_is_not_to_train(
    run: Run, two: None, tmp_path: Path
) -> None:
    files.open_file(tmp_path / "planner.db")
    ada = clients.lifters()[0].id or 0
    blocks.new_mesocycle(ada, "Base", date(2026, 11, 2), 1)
    view = planning.view(ada, date(2026, 11, 2), date(2026, 11, 2))
    assert view is not None
    week_edits.add_session(view.weeks[0].id, 0, "Lower A")
    files.close_file()
    command = ("print", "--all", "--week", "2026-11-04", "--out", "p.pdf")
    assert run(*command)[1] == "1 sheet written to p.pdf\nNothing planned that week: Ben\n"
    files.open_file(tmp_path / "planner.db")
    health.raise_referral(ada, Topic.CHEST_PAIN, date.today(), ReferralSource.SIGN)
    files.close_file()
    assert run(*command)[1].splitlines()[1] == "Not to train until cleared: Ada"
