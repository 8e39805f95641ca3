"""Whose an import is, and what its names are taken for, from the command line."""

import io
import json

import pytest

from planner.coach import files
from planner.storage import clients, log

pytestmark = pytest.mark.usefixtures("stocked")


def test_a_lifter_made_by_an_import_is_told(run, strong):
    _, out, _ = run("import", strong, "--lifter", "Anna", "--unit", "kg")
    assert "loads in kg (as you said)" in out
    assert out.endswith("\n  A new lifter, Anna, was made.\n")
    _, out, _ = run("import", strong, "--lifter", "Anna", "--unit", "kg")
    assert "new lifter" not in out
    _, out, _ = run("import", strong, "--lifter", "Ben", "--dry-run")
    assert out.endswith("\n  A new lifter, Ben, would be made; known: Anna.\n")
    _, out, _ = run("import", strong, "--lifter", "Ben", "--dry-run", "--json")
    assert json.loads(out)["new_lifter"] == "Ben"
    _, out, _ = run("import", strong, "--lifter", "Anna", "--json")
    assert json.loads(out)["new_lifter"] is None


def test_a_name_close_to_a_known_one_is_pointed_at(run, strong):
    run("import", strong, "--lifter", "Anna", "--unit", "kg")
    _, out, _ = run("import", strong, "--lifter", "Ana", "--unit", "kg")
    meant = "If Anna was meant, archive the new one and say --lifter 'Anna'."
    assert out.endswith(f"A new lifter, Ana, was made. {meant}\n")


class Terminal(io.StringIO):
    """Somebody who types at a screen."""

    def isatty(self):
        return True


@pytest.mark.parametrize(("answer", "lifters"), [("y", ["Anna"]), ("n", ["Ana", "Anna"])])
def test_on_a_terminal_a_close_name_is_asked_about(run, strong, monkeypatch, answer, lifters):
    run("import", strong, "--lifter", "Anna", "--unit", "kg")
    screen = Terminal()
    monkeypatch.setattr("sys.stdin", Terminal(f"{answer}\n"))
    with monkeypatch.context() as shown:
        shown.setattr("sys.stdout", screen)
        run("import", strong, "--lifter", "Ana", "--unit", "kg")
    assert "Is Anna meant?" in screen.getvalue()
    _, _, err = run("suggest", "--lifter", "Nobody")
    assert f"Lifters: {', '.join(lifters)}." in err


def test_a_dry_run_lists_what_each_name_is_taken_for(run, strong):
    text = strong.read_text("utf-8").replace('"Squat (Barbell)",2', '"Moon walk",2')
    strong.write_text(text, "utf-8")
    _, out, _ = run("import", strong, "--dry-run", "--json")
    assert json.loads(out)["matches"] == [
        {"name": "Squat (Barbell)", "exercise": "Back squat", "sets": 16, "sure": True},
        {"name": "Moon walk", "exercise": None, "sets": 8, "sure": False},
    ]
    _, out, _ = run("import", strong, "--dry-run")
    assert "  please check: 'Moon walk' is taken for a new exercise\n" in out


def test_a_session_that_was_deleted_stays_out_and_that_is_said(run, strong, stocked):
    run("import", strong, "--unit", "kg")
    files.open_file(stocked)
    (lifter,) = clients.lifters()
    log.trash_session(log.sessions(lifter.id)[0].id)
    files.close_file()
    _, out, _ = run("import", strong, "--unit", "kg")
    assert "  0 new sets, 21 already stored\n  3 sets deleted or moved here stay out\n" in out
    assert out.endswith("  skipped line 2: Legs of 1 Jan 2026 is in Deleted… and stays out\n")
    _, out, _ = run("import", strong, "--unit", "kg", "--json")
    (said,) = json.loads(out)["kept_out"]
    assert said["line"] == 2
