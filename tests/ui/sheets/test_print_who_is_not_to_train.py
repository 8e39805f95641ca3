"""Whoever is not to train before a clearance: their paper says so first, and the preview whose."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from planner.coach import health
from planner.coach.print_choice import Layout
from planner.engine.terms import ReferralSource, Topic
from planner.ui import printing
from planner.ui.printing_bar import Everybody
from planner.ui.printing_preview import SheetPreview
from planner.ui.printing_week import PrintedWeek
from planner.ui.sheet_frame import Paper
from planner.ui.sheet_layout import pages
from planner.ui.sheet_marks import Box, Text

MONDAY = date(2026, 11, 2)
A4 = Paper(210.0, 297.0)
STOP = "Do not train until a professional has cleared you. Waiting since 2 Nov."


@pytest.fixture
def parent(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def preview(parent, plan_week) -> SheetPreview:
    """Show the sheet of Ada, who has chest pain; Ben may train."""
    ada, _ = plan_week("Ada", ("back-squat",), ("bench-press",)), plan_week("Ben", ("back-squat",))
    health.raise_referral(ada, Topic.CHEST_PAIN, MONDAY, ReferralSource.SIGN)
    made = printing.print_week(parent, lambda _, work: work(), PrintedWeek(ada, MONDAY, MONDAY))
    assert isinstance(made, SheetPreview)
    return made


def test_the_preview_names_who_is_not_to_train(preview) -> None:
    words = "Not to train until cleared: Ada."
    assert (preview.stopped.isVisible(), preview.stopped.text()) == (True, words)
    preview.choose_lifters(Everybody.ALL)
    assert preview.stopped.text() == words
    assert preview._place(preview._shown[0], 0, 1).startswith("Ada (1 of 2)")
    preview.turn(1)
    assert preview.stopped.text() == words
    preview.take_few(preview._ids[1:])
    assert not preview.stopped.isVisible()


@pytest.mark.parametrize("layout", Layout)
def test_each_page_says_it_above_the_first_box(preview, layout) -> None:
    for page in pages(preview._shown[0], A4, layout):
        [said] = [mark for mark in page if isinstance(mark, Text) and mark.words == STOP]
        boxes = [mark.y for mark in page if isinstance(mark, Box)]
        assert said.y < min(boxes)
