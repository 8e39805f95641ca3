"""Taking a chart along: as a picture, as a drawing, as numbers."""

from __future__ import annotations

import csv
from datetime import date

import pytest
from hypothesis import given, strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from planner.coach.charts.training_days_page import SessionDone, TrainingDay, TrainingDays
from planner.engine.terms import Unit
from planner.ui import theme
from planner.ui.charts import day_marks
from planner.ui.charts.plot_vector import clipped
from planner.ui.charts.scene import DaysShown, Scene
from planner.ui.charts.strength_page import StrengthPage

TODAY = date(2026, 11, 5)


@pytest.fixture
def centre(chart, qtbot):
    made = StrengthPage()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.scene = Scene(1, "back-squat", Unit.KG, TODAY, DaysShown(TODAY), chart)
    made.show_lift(chart, Unit.KG)
    made.show_days(made.scene.days)
    days = [
        TrainingDay(on, sets, (SessionDone(7, "Lower", sets, 2600.0),))
        for on, sets in ((date(2026, 10, 29), 9), (date(2026, 11, 2), 12))
    ]
    made.show_training(day_marks.marks(TrainingDays(tuple(days)), TODAY, Unit.KG))
    QApplication.processEvents()
    return made


def test_a_png_is_twice_as_sharp_as_the_screen(centre, tmp_path):
    card = centre.strength_card
    card.save(tmp_path / "squat.png")
    picture = QImage(str(tmp_path / "squat.png"))
    assert picture.width() > 1.8 * centre.strength.width()
    assert picture.pixelColor(3, 3) == QColor(theme.current().panel)
    assert card.note.text() == "Saved as squat.png"


def test_an_svg_is_drawn_with_lines_and_letters_not_with_stamps(centre, tmp_path):
    centre.strength_card.save(tmp_path / "squat.svg")
    text = (tmp_path / "squat.svg").read_text("utf-8")
    assert QSvgRenderer(str(tmp_path / "squat.svg")).isValid()
    assert "Back squat – estimated 1RM, kg" in text
    assert "levelling off" in text
    assert text.count("<image") <= 1


def test_an_svg_has_its_curves_in_pixels_where_every_program_finds_them(centre, tmp_path):
    centre.show_days(DaysShown(TODAY, date(2026, 10, 1)))
    centre.strength_card.save(tmp_path / "squat.svg")
    text = (tmp_path / "squat.svg").read_text(encoding="utf-8")
    assert "polyline" in text
    assert "e+06" not in text  # no day numbers, which six digits do not hold


@given(
    ys=st.lists(st.floats(-50, 50), min_size=2, max_size=20),
    left=st.floats(-2, 8),
    wide=st.floats(1, 8),
)
def test_a_line_is_cut_off_at_both_sides_and_keeps_its_course(ys, left, wide):
    line = [QPointF(float(x), y) for x, y in enumerate(ys)]
    seen = list(clipped(line, QRectF(left, -100, wide, 200)))
    assert all(left - 1e-6 <= spot.x() <= left + wide + 1e-6 for spot in seen)
    inside = [spot for spot in line if left < spot.x() < left + wide]
    assert all(any((a - b).manhattanLength() < 1e-6 for b in seen) for a in inside)


def test_the_days_of_training_can_be_drawn_too(centre, tmp_path):
    centre.days_card.save(tmp_path / "days.svg")
    assert "Training days" in (tmp_path / "days.svg").read_text("utf-8")


def test_a_picture_shows_the_plot_even_while_the_table_is_open(centre, tmp_path):
    card = centre.strength_card
    card.table_button.click()
    card.save(tmp_path / "squat.png")
    assert card.stack.currentWidget() is centre.strength


def test_a_csv_has_iso_dates_points_and_blanks_for_the_unknown(centre, tmp_path):
    centre.strength_card.save(tmp_path / "squat.csv")
    with (tmp_path / "squat.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["Date"] == "2026-12-17"
    assert rows[0]["Note"] == "forecast"
    assert rows[0]["e1RM kg"] == ""
    typed = next(row for row in rows if row["Date"] == "2026-09-14")
    assert typed["e1RM kg"] == "1100.0"
    assert typed["Note"] == "held out"
    assert typed["Phase"] == "early gains"


def test_a_day_with_an_event_but_no_session_has_its_row(centre, chart, tmp_path):
    from dataclasses import replace

    event = replace(chart.events[1], on=date(2026, 9, 1))
    centre.show_lift(replace(chart, events=(event,)), Unit.LB)
    centre.strength_card.save(tmp_path / "squat.csv")
    assert (
        "2026-09-01,,,,,,,early gains,Early gains levelled off"
        in (tmp_path / "squat.csv").read_text()
    )


def test_training_days_as_numbers(centre, tmp_path):
    centre.days_card.save(tmp_path / "days.csv")
    assert (tmp_path / "days.csv").read_text("utf-8").splitlines() == [
        'Date,Session,Hard sets,Sets,"Tonnage, kg",Minutes,Note',
        "2026-11-02,Lower,12,12,2600.0,,",
        "2026-10-29,Lower,9,9,2600.0,,",
    ]


def test_a_name_without_ending_gets_the_chosen_one(centre, tmp_path, choose_files):
    choose_files(tmp_path / "my squat v1.2", kind="CSV")
    centre.strength_card.save_button.click()
    assert (tmp_path / "my squat v1.2.csv").exists()


def test_a_typed_ending_counts(centre, tmp_path, choose_files):
    choose_files(tmp_path / "squat.SVG", kind="PNG")
    centre.strength_card.save_button.click()
    assert (tmp_path / "squat.SVG").read_bytes().startswith(b"<?xml")


def test_cancelling_writes_nothing(centre, tmp_path, choose_files):
    choose_files()
    centre.strength_card.save_button.click()
    assert list(tmp_path.iterdir()) == []
    assert not centre.strength_card.note.isVisible()


@pytest.mark.parametrize("ending", ["png", "svg", "csv"])
def test_a_folder_that_is_gone_is_said_in_place(centre, tmp_path, ending):
    card = centre.strength_card
    card.save(tmp_path / "gone" / f"squat.{ending}")
    assert card.note.text() == "Not saved: No such file or directory. Choose another place."
    assert card.note.isVisible()


def test_the_button_in_the_bar_saves_the_strength_plot(lifter, did, qtbot, tmp_path, choose_files):
    from planner.ui.charts.charts_tab import ChartsTab

    tab = ChartsTab()
    qtbot.addWidget(tab)
    did(date(2026, 11, 2), "deadlift", 100.0)
    tab.refresh(lifter, TODAY)
    choose_files(tmp_path / "deadlift.csv", kind="PNG")
    tab.export.click()
    assert (tmp_path / "deadlift.csv").exists()


@pytest.mark.parametrize("ending", ["png", "svg", "csv"])
def test_an_older_file_is_replaced_whole_never_written_over(centre, tmp_path, ending):
    path, kept = tmp_path / f"squat.{ending}", tmp_path / "kept"
    path.write_text("last month")
    kept.hardlink_to(path)
    centre.strength_card.save(path)
    assert path.read_bytes() != b"last month"
    assert kept.read_text() == "last month"
    assert len(list(tmp_path.iterdir())) == 2
