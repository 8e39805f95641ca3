"""The command line: every command answers, refuses with a message, and tells wrong use apart."""

import csv
import json
import sqlite3
from contextlib import closing

import pytest

pytestmark = pytest.mark.usefixtures("stocked")


def test_an_import_counts_what_came_in(run, strong):
    code, out, _ = run("import", strong, "--lifter", "Sam", "--unit", "kg", "--json")
    made = json.loads(out)
    assert code == 0
    assert (made["rows"], made["sets"], made["sessions"], made["exercises"]) == (24, 24, 8, 1)
    assert (made["new_sets"], made["duplicates"], made["unit"]) == (24, 0, "kg")
    assert (made["first_date"], made["last_date"]) == ("2026-01-01", "2026-02-22")
    assert made["skipped"] == []


def test_importing_twice_adds_nothing(run, strong):
    run("import", strong, "--unit", "kg")
    _, out, _ = run("import", strong, "--unit", "kg", "--json")
    assert json.loads(out)["new_sets"] == 0


def test_a_dry_run_stores_nothing_not_even_the_lifter(run, strong):
    code, out, _ = run("import", strong, "--lifter", "Sam", "--dry-run", "--json")
    assert (code, json.loads(out)["new_sets"]) == (0, 24)
    _, out, _ = run("check")
    assert "lifter: 0" in out
    assert "logged_set: 0" in out


def test_a_file_that_is_no_log_is_refused_and_leaves_no_lifter(run, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear diary, today I lifted.\n", "utf-8")
    code, _, err = run("import", path, "--lifter", "Sam")
    assert code == 1
    assert "letter.txt" in err
    _, out, _ = run("check")
    assert "lifter: 0" in out


def test_a_replay_has_a_json_line_per_session(run, strong):
    run("import", strong, "--unit", "kg")
    code, out, _ = run("replay", "--exercise", "Back squat", "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert len(rows) == 8
    assert set(rows[0]) == {
        "date", "exercise", "e1rm_kg", "e1rm_sd", "phase", "p_level", "levelled_off_on",
        "forecast_reps", "forecast_low", "forecast_high",
    }  # fmt: skip


def test_a_replay_ends_with_the_record_of_its_forecasts(run, strong):
    run("import", strong, "--unit", "kg")
    _, out, _ = run("replay", "--exercise", "Back squat")
    assert out.splitlines()[-1] == "Back squat: 7 sessions had a forecast so far: too few to judge."


def test_people_get_sentences_of_a_replay(run, strong):
    run("import", strong, "--unit", "kg")
    code, out, _ = run("replay")
    assert code == 0
    assert "squat" in out.lower()


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_an_export_comes_back_identical(run, strong, tmp_path, kind):
    one, two, other = tmp_path / f"one.{kind}", tmp_path / f"two.{kind}", tmp_path / "other.db"
    text = strong.read_text("utf-8")
    for number, name in ((2, "Zeppelin"), (3, "Apollo")):  # made in another order than by name
        text = text.replace(f'"Squat (Barbell)",{number}', f'"{name}",{number}')
    strong.write_text(text, "utf-8")
    run("import", strong, "--unit", "kg")
    run("export", "--format", kind, "--out", one)
    run("--db", other, "import", one)
    run("--db", other, "export", "--format", kind, "--out", two)
    assert one.read_bytes() == two.read_bytes()


def test_a_backup_restores_what_was_there(run, strong, tmp_path):
    run("import", strong, "--unit", "kg")
    code, out, _ = run("backup")
    copy = out.strip().removeprefix("Backed up to ")
    run("import", strong, "--lifter", "Second", "--unit", "kg")
    restored, said, _ = run("restore", copy)
    assert (code, restored) == (0, 0)
    assert "lifter: 2 before, 1 now" in said


def test_a_file_that_is_no_backup_is_refused_and_changes_nothing(run, strong):
    run("import", strong, "--unit", "kg")
    before = run("check")
    code, _, err = run("restore", strong)
    assert (code, bool(err)) == (1, True)
    assert run("check") == before


def test_a_damaged_database_is_refused_with_a_message(run, tmp_path):
    (tmp_path / "planner.db").write_bytes(b"SQLite format 3\x00" + b"\x07" * 5000)
    code, _, err = run("check")
    assert code == 1
    assert err.strip()


def test_a_damaged_database_is_kept_and_a_backup_takes_its_place(run, strong, tmp_path):
    run("import", strong, "--unit", "kg")
    copy = run("backup")[1].strip().removeprefix("Backed up to ")
    ruin = (tmp_path / "planner.db").read_bytes()[:9000]
    (tmp_path / "planner.db").write_bytes(ruin)
    code, out, _ = run("restore", copy)
    assert code == 0
    assert "logged_set: 24 now" in out
    assert "before" not in out
    assert [path.read_bytes() for path in tmp_path.glob("*-unreadable.db")] == [ruin]
    assert run("check")[0] == 0


def test_a_database_damaged_in_a_place_that_opening_passes_over_is_restored_too(
    run, strong, tmp_path
):
    run("import", strong, "--unit", "kg")
    copy = run("backup")[1].strip().removeprefix("Backed up to ")
    with closing(sqlite3.connect(tmp_path / "planner.db", isolation_level=None)) as file:
        file.execute("PRAGMA writable_schema = 1")
        file.execute("UPDATE sqlite_schema SET sql = 'CREATE TABLE ((' WHERE name = 'lifter'")
    assert run("restore", copy)[0] == 0
    assert run("check")[0] == 0


def test_a_database_in_use_elsewhere_is_never_put_aside(run, strong, tmp_path):
    run("import", strong, "--unit", "kg")
    copy = run("backup")[1].strip().removeprefix("Backed up to ")
    with closing(sqlite3.connect(tmp_path / "planner.db", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = exclusive")
        other.execute("BEGIN EXCLUSIVE")
        code, _, err = run("restore", copy)
        other.execute("ROLLBACK")
    assert (code, "Close it there" in err) == (1, True)
    assert not list(tmp_path.glob("*-unreadable*"))


@pytest.mark.parametrize(
    ("column", "text"), [("kind", ""), ("side", ""), ("pain", "99"), ("reps", "1e30")]
)
def test_a_cell_that_no_log_can_hold_leaves_out_its_row_only(run, strong, tmp_path, column, text):
    run("import", strong, "--unit", "kg")
    run("export", "--format", "csv", "--out", tmp_path / "log.csv")
    rows = list(csv.reader((tmp_path / "log.csv").read_text("utf-8").splitlines()))
    rows[1][rows[0].index(column)] = text
    with (tmp_path / "log.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    there = tmp_path / "other.db"
    code, out, _ = run("import", "--db", there, tmp_path / "log.csv", "--json")
    assert (code, json.loads(out)["new_sets"]) == (0, 23)
    assert [row["line"] for row in json.loads(out)["skipped"]] == [2]


def test_an_import_that_fails_leaves_no_lifter_and_a_backup_made_before(
    run, strong, stocked, tmp_path
):
    with closing(sqlite3.connect(stocked, isolation_level=None)) as file:
        file.execute("CREATE UNIQUE INDEX refuse ON logged_set (load_kg)")
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        run("import", strong, "--lifter", "Sam", "--unit", "kg")
    with closing(sqlite3.connect(stocked)) as file:
        assert file.execute("SELECT count(*) FROM lifter").fetchone() == (0,)
    assert len(list((tmp_path / "backups").glob("planner-*.db"))) == 1


def test_a_lifter_or_exercise_that_is_not_there_is_refused_with_a_message(run, strong, stocked):
    code, _, err = run("suggest")
    assert (code, "no lifter yet" in err) == (1, True)
    run("import", strong, "--unit", "kg")
    code, _, err = run("suggest", "--lifter", "Nobody")
    assert (code, "Lifters: Me" in err) == (1, True)
    code, _, err = run("replay", "--exercise", "moon walk")
    assert (code, "moon walk" in err) == (1, True)


def test_a_database_that_is_not_sound_is_told_by_its_problems(run, stocked):
    with closing(sqlite3.connect(stocked)) as file:
        file.execute("DROP INDEX session_lifter_id_on")
    code, out, err = run("check")
    assert (code, "sound" in out, "Problems found" in err) == (1, False, True)


def test_a_fault_of_the_program_is_never_taken_for_a_refusal(run, strong, tmp_path):
    run("import", strong, "--unit", "kg")
    with closing(sqlite3.connect(tmp_path / "planner.db", isolation_level=None)) as file:
        file.execute("ALTER TABLE lifter RENAME COLUMN note TO memo")
    with pytest.raises(sqlite3.OperationalError, match="note"):
        run("suggest")


def test_a_value_that_no_program_wrote_is_told_as_damage(run, strong, tmp_path):
    run("import", strong, "--unit", "kg")
    with closing(sqlite3.connect(tmp_path / "planner.db", isolation_level=None)) as file:
        file.execute("UPDATE lifter SET unit = 'stone'")
    code, _, err = run("suggest")
    assert (code, "damaged: it holds 'stone'" in err) == (1, True)


def test_a_document_with_an_exercise_that_nobody_knows_is_refused(run, tmp_path):
    slot = {"exercise": "moon-walk", "sets": [{"load_kg": 1.0, "reps": 5}]}
    lifter = {"lifter": {"name": "Sam"}, "sessions": [{"on": "2026-10-03", "exercises": [slot]}]}
    path = tmp_path / "all.json"
    path.write_text(
        json.dumps({"program": "workout-planner", "schema": 1, "lifters": [lifter]}), "utf-8"
    )
    code, _, err = run("import", path)
    assert (code, "moon-walk" in err) == (1, True)
    assert "lifter: 0" in run("check")[1]


def test_a_week_without_a_plan_is_not_printed(run, strong, tmp_path):
    run("import", strong, "--unit", "kg")
    code, _, err = run("print", "--out", tmp_path / "week.pdf")
    assert code == 1
    assert "nothing planned" in err
    assert not (tmp_path / "week.pdf").exists()


@pytest.mark.parametrize(
    "words",
    [["fly"], ["import"], ["suggest", "--on", "yesterday"], ["export", "--out", "x"], ["print"]],
)
def test_wrong_use_is_two(run, words):
    code, _, err = run(*words)
    assert code == 2
    assert "usage" in err


def test_an_export_says_whose_and_what_was_written(run, strong, tmp_path):
    run("import", strong, "--lifter", "Ada", "--unit", "kg")
    _, out, _ = run("export", "--format", "csv", "--out", tmp_path / "log.csv")
    assert out == f"24 sets of Ada written to {tmp_path / 'log.csv'}\n"
    _, out, _ = run("export", "--format", "json", "--out", tmp_path / "all.json")
    assert out == (f"Everything of Ada (8 sessions, 24 sets) written to {tmp_path / 'all.json'}\n")


def test_lifters_are_taken_in_after_a_backup_and_not_at_all_in_a_dry_run(run, strong, tmp_path):
    run("import", strong, "--lifter", "Ada", "--unit", "kg")
    run("export", "--format", "json", "--out", tmp_path / "all.json")
    there = tmp_path / "there"
    there.mkdir()
    whole = ("--db", there / "planner.db", "import", tmp_path / "all.json")
    _, out, _ = run(*whole, "--dry-run")
    assert out == "Ada: would be taken in with 8 sessions, plans and check-ins\n"
    assert not (there / "backups").exists()
    _, out, _ = run(*whole)
    assert out == "Ada: taken in with 8 sessions, plans and check-ins\n"
    assert len(list((there / "backups").glob("*.db"))) == 1


@pytest.fixture
def everybody(run, strong, tmp_path):
    """Store two lifters with a log and export both."""
    for name in ("Ada", "Ben"):
        run("import", strong, "--lifter", name, "--unit", "kg")
    run("export", "--format", "json", "--out", tmp_path / "all.json")
    return tmp_path / "all.json"


def test_everybody_who_is_here_already_comes_in_as_nothing(run, everybody):
    said = "all.json: everything in it is here already (Ada, Ben).\n"
    assert run("import", everybody) == (0, said, "")
    _, out, _ = run("import", everybody, "--json")
    assert json.loads(out)["here_already"] == ["Ada", "Ben"]


def test_what_is_new_of_several_lifters_who_are_here_is_counted(run, everybody, tmp_path):
    content = json.loads(everybody.read_text("utf-8"))
    for number, session in enumerate(content["lifters"][0]["sessions"][:3]):
        session["uid"], session["on"] = f"new-{number}", f"2026-05-0{number + 1}"
        session["started_at"] = f"2026-05-0{number + 1}T18:00:00"
    everybody.write_text(json.dumps(content), "utf-8")
    code, _, err = run("import", everybody)
    assert (code, "New in it: 3 items of Ada." in err) == (1, True)
    content["lifters"] = content["lifters"][:1]
    everybody.write_text(json.dumps(content), "utf-8")
    _, out, _ = run("import", everybody)
    assert "9 new sets" in out
