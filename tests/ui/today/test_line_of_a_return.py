"""While away and on the way back the line of the day and its reasons say the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from planner.coach import logging
from planner.engine.terms import Absence, LoggedSet
from planner.storage import clients
from planner.ui import today_opening
from planner.ui.main_window import MainWindow
from planner.ui.today_line import TodayLine

Shown = Callable[[], TodayLine]
SQUAT = LoggedSet(100.0, 5, rir=2.0, load=100.0)


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ((40, 47), "Next is re-entry session 2 of 3: lighter, too."),
        ((2, 40, 47), "Next is re-entry session 3 of 3: lighter, too."),
        ((2, 5, 40), "All 3 re-entry sessions are done: the next one is as planned."),
    ],
)
def test_after_todays_session_the_line_and_why_speak_of_the_next_one(
    window: MainWindow,
    lifter: int,
    did: Callable[..., None],
    today: date,
    shown: Shown,
    before: tuple[int, ...],
    said: str,
    qtbot: QtBot,
) -> None:
    for days in before:
        did(today - timedelta(days=days), "back-squat", *(SQUAT,) * 3)
    session = logging.start_free(lifter, today)
    logging.log_sets(logging.add_exercise(session, "back-squat"), [SQUAT])
    window.refresh()
    assert "after" in shown().accessibleName()  # it goes on
    logging.finish(session)
    window.refresh()
    assert shown().accessibleName() == f"Ease · {said}"
    dialog = today_opening.show_today(window)
    qtbot.waitUntil(dialog.progress.isHidden)
    assert dialog.reasons.text().startswith(f"• {said}")


def test_while_away_the_line_and_why_say_so_alike(
    window: MainWindow, lifter: int, did: Callable[..., None], today: date, shown: Shown,
    qtbot: QtBot,
) -> None:  # fmt: skip
    for days in (40, 47, 54):
        did(today - timedelta(days=days), "back-squat", *(SQUAT,) * 3)
    clients.add_absence(lifter, Absence(today - timedelta(days=39), None, "holiday"))
    window.refresh()
    assert shown().word.text() == "Away"
    dialog = today_opening.show_today(window)
    qtbot.waitUntil(dialog.progress.isHidden)
    assert dialog.head.text() == "Away since 27 Sept."
    assert dialog.reasons.isHidden()
