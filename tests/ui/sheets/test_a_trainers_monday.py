"""A trainer's Monday: twenty clients, a block for some, suggestions, sheets out and back in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.coach import clients, demo, planning, print_choice, printing, trail, typing_back
from planner.engine.terms import SuggestionKind
from planner.storage import log, plan
from planner.ui import clients_stories, sheet
from planner.ui.assign_dialog import AssignDialog
from planner.ui.clients_dialog import ClientsDialog
from planner.ui.main_window import MainWindow
from planner.ui.program_dialog import ProgramDialog
from planner.ui.suggestion_card import SuggestionCard

MONDAY = date(2026, 11, 9)
WEEK = timedelta(weeks=1)


@pytest.fixture
def studio(database: Path) -> list[int]:
    """Twenty clients who have trained for three to eight weeks, no two alike."""
    made = (
        demo.Sample(f"Client {n + 1:02d}", 3 + n % 6, seed=n, scale=0.5 + n / 20) for n in range(20)
    )
    return [demo.add_made_up(sample, MONDAY) for sample in made]


@pytest.fixture
def window(studio: list[int], database: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(database, lambda: MONDAY)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    made.start()
    yield made
    made.close()


def test_a_trainers_monday(studio, window, qtbot, tmp_path, request) -> None:
    everybody = look_at_all(window, qtbot)
    assert everybody.model.rowCount() == 20
    new = assign(everybody, studio[:4], qtbot)
    assert [len(plan.mesocycles(each)) for each in studio[:5]] == [2, 2, 2, 2, 1]
    assert len({first_load(each, new) for each in studio[:4]}) > 1
    everybody.close()

    who = next(each for each in studio if loads_to_raise(each))
    answer_suggestions(window, who, qtbot)

    every = printing.sheets(studio, MONDAY, MONDAY)
    printed = sheet.write_pdf(tmp_path / "week.pdf", every, print_choice.PrintChoice())
    assert printed.pages >= 20

    typist = request.getfixturevalue("typist")
    for each in studio[:3]:
        before = len(log.sessions(each))
        typist.type(code(each) + "\n")
        assert typist.desk.form is not None
        typist.desk.form.complete()
        for line in typist.desk.form.sessions[0].lines:
            typist.type("8\n" * len(line.boxes))
        typist.save()
        assert len(log.sessions(each)) == before + 1
        assert "saved" in typist.desk.outcome.text()
    done = {each.planned_session_id for each in log.sessions(studio[0])}
    assert week(studio[0]).sessions[0].id in done


def look_at_all(window: MainWindow, qtbot: QtBot) -> ClientsDialog:
    """Open the list of all lifters and wait for what the engine says of them."""
    made = clients_stories.show(window)
    model = made.model
    qtbot.waitUntil(lambda: all(each.state for each in model.shown()), timeout=20_000)
    return made


def assign(everybody: ClientsDialog, ids: list[int], qtbot: QtBot) -> date:
    """Start the program that fits best for some of them; return the day it begins."""
    everybody.table.mark(set(ids))
    everybody.program.click()
    (program,) = everybody.findChildren(ProgramDialog)
    program.accept()
    window = everybody.parent()
    look = window.findChildren(AssignDialog)[-1]
    qtbot.waitUntil(look.give.isEnabled, timeout=20_000)
    look.accept()
    assert everybody._news.text().startswith("Done: Start ")
    return plan.mesocycles(ids[0])[0].started_on


def first_load(lifter: int, on: date) -> float | None:
    """Return the first load of the block that begins on a day."""
    block = plan.mesocycle_on(lifter, on)
    assert block is not None
    sets = (s for session in block.weeks[0].sessions for e in session.exercises for s in e.sets)
    return next((each.load_kg for each in sets if each.load_kg is not None), None)


def loads_to_raise(lifter: int) -> list[str]:
    found = planning.suggestions(lifter, MONDAY)
    return [each.exercise for each in found if each.kind is SuggestionKind.INCREASE]


def answer_suggestions(window: MainWindow, lifter: int, qtbot: QtBot) -> None:
    """Accept what the first card says, one by one; the trail keeps who decided what."""
    window.show_lifter(lifter)
    pane = window.tabs.planner()._advising.pane
    pane.loads.singly.setChecked(True)
    qtbot.waitUntil(lambda: bool(pane.findChildren(SuggestionCard)))
    before = len(trail.decided(lifter))
    pane.findChildren(SuggestionCard)[0].accept.click()
    qtbot.waitUntil(lambda: len(trail.decided(lifter)) == before + 1)
    assert trail.decided(lifter)[0].by == clients.lifter(lifter).coach


def week(lifter: int):
    block = plan.mesocycle_on(lifter, MONDAY)
    assert block is not None
    return next(each for each in block.weeks if each.starts_on == MONDAY)


def code(lifter: int) -> str:
    return typing_back.sheet_code(week(lifter))
