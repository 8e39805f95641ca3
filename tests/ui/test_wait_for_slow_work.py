"""Slow work that is waited for: it is shown, can be stopped, and what it raises is heard."""

from __future__ import annotations

import threading
from threading import Event
from time import sleep

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from planner.coach import files
from planner.ui.main_window import MainWindow
from planner.ui.waiting import WaitingDialog, wait_for
from planner.ui.worker import Progress, Stopped, Work


def slowly(progress: Progress) -> str:
    for part in range(60):
        sleep(0.005)
        progress(part, 60)
    return "done"


def test_slow_work_is_shown_and_its_end_closes_what_shows_it(window: MainWindow) -> None:
    assert wait_for(window, "Working…", slowly) == "done"
    assert not [each for each in window.findChildren(WaitingDialog) if each.isVisible()]


def test_slow_work_is_stopped_by_the_user(window: MainWindow) -> None:
    def press_stop() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, WaitingDialog):
            dialog.cancel.click()
            assert dialog.page.what.text() == "Stopping…"
        else:
            QTimer.singleShot(5, press_stop)

    QTimer.singleShot(0, press_stop)
    with pytest.raises(Stopped):
        wait_for(window, "Working…", slowly)


def test_what_slow_work_raises_is_raised_where_it_is_waited_for(window: MainWindow) -> None:
    def broken(_progress: Progress) -> None:
        raise files.FullDisk("The disk is full.")

    with pytest.raises(files.FullDisk):
        wait_for(window, "Working…", broken)


def test_work_that_is_asked_for_by_what_is_gone_stops_unheard(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(threading, "excepthook", told.append)
    gone, steps = Event(), list[int]()

    def work(progress: Progress) -> None:
        gone.wait()
        progress(1, 2)
        steps.append(1)

    asking = QObject()
    job = Work(work, asking)
    job.start()
    delete(asking)
    gone.set()
    assert job.wait(10)
    assert (told, steps) == ([], [])


def test_work_whose_asker_is_gone_stops_at_the_next_step_though_that_is_no_percent_further(
    qapp: QApplication,
) -> None:
    begun, gone, steps = Event(), Event(), list[int]()

    def work(progress: Progress) -> None:
        progress(1, 1000)
        begun.set()
        gone.wait()
        progress(2, 1000)
        steps.append(2)

    asking = QObject()
    job = Work(work, asking)
    job.start()
    assert begun.wait(10)
    delete(asking)
    gone.set()
    assert job.wait(10)
    assert steps == []
