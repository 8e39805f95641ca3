"""Sample lifters, their suggestions, a sheet and a picture of each tab, without a display."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from planner.coach import clients, demo, files, logging, planning, printing, replaying, steps
from planner.coach.print_choice import PrintChoice
from planner.ui import offscreen, theme
from planner.ui.main_window import MainWindow
from planner.ui.sheet import write_pdf
from planner.ui.top_bar import TabName

WINDOW = (1440, 900)  # px
THURSDAY = 3
SETTLES = 5  # rounds of events until the layout of a new page is final


class DemoExists(OSError):
    """The folder already holds a demo; nothing was changed."""


def make(folder: Path, today: date) -> Iterator[Path]:
    """Write the demo into a folder and yield each file; raises DemoExists, OSError.

    It is a Thursday in the demo, the last one up to today, because a session is planned then.
    """
    today -= timedelta(days=(today.weekday() - THURSDAY) % 7)
    database = folder / "demo.db"
    if database.exists():
        raise DemoExists(f"{folder} already holds a demo. Choose an empty folder.")
    folder.mkdir(parents=True, exist_ok=True)
    app = offscreen.application()
    files.open_file(database)
    (lifter_id, others), _ = steps.do(
        lambda: (demo.add_sample_lifter(today), demo.add_sample_clients(today))
    )
    clients.change_setting("lifter", str(lifter_id))
    yield database
    yield demo.back_up(database, today)
    yield _suggestions(folder / "suggestions.json", lifter_id, today)
    sheet = folder / "sheet.pdf"
    write_pdf(sheet, printing.sheets([lifter_id, *others], today, today), PrintChoice())
    yield sheet
    yield from _pictures(app, folder, database, lifter_id, today)


def _suggestions(path: Path, lifter_id: int, today: date) -> Path:
    unit = clients.lifter(lifter_id).unit
    made = [
        replaying.suggestion_facts(entry, unit) for entry in planning.suggestions(lifter_id, today)
    ]
    path.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return path


def _pictures(
    app: QApplication, folder: Path, database: Path, lifter_id: int, today: date
) -> Iterator[Path]:
    session_id = _session(lifter_id, today)
    for look in (theme.LIGHT, theme.DARK):
        theme.apply(app, look)
        window = MainWindow(database, today=lambda: today)
        window.resize(*WINDOW)
        window.show()
        _start(window)
        for name in TabName:
            window.show_tab(name)
            if name is TabName.LOG:
                window.show_session(session_id)
            else:
                window.setFocus()  # nobody has pressed a key yet
            yield _picture(window, folder / f"{name.name.lower()}-{look.name}.png")
        window.close()


def _start(window: MainWindow) -> None:
    """Show the data, and the backup of the demo's day: the pictures need no other one."""
    for _ in window.starting():
        pass
    window.backup_stories.show_last()
    window.grant_wishes()


def _session(lifter_id: int, today: date) -> int:
    """Start today's planned session with its first sets done; else show the newest one."""
    planned = logging.planned_today(lifter_id, today)
    if not planned:
        return logging.sessions(lifter_id, limit=1)[0].id
    session_id = logging.start_planned(lifter_id, planned[0][0], today)
    card = logging.session_view(lifter_id, session_id, today).cards[0]
    unit = clients.lifter(lifter_id).unit
    for row in card.rows[:2]:
        draft = logging.parse_entry("5@2", card.exercise, unit, row)
        logging.log_sets(card.logged_exercise_id, draft.sets)
    return session_id


def _picture(window: MainWindow, path: Path) -> Path:
    for _ in range(SETTLES):
        QApplication.processEvents()
    if not window.grab().save(str(path)):
        raise OSError(f"{path} could not be written.")
    return path
