"""The first page names the apps whose logs can be read, and each kind of file gets its preview."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from planner.ui.import_wizard import ImportWizard
from tests.formats.fitnotes_backups import SQUAT, backup
from tests.ui.importing.conftest import Bring, Read

FITBOD = """Date,Exercise,Reps,Weight(kg),Duration(s),isWarmup,Note,multiplier
2025-03-11 19:02:44 +0000,Back Squat, 5,61.23504277381137,0.0,false,, 1.0
"""
LIFTOSAUR = """Workout DateTime,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps
2025-10-07T12:00:00.000Z,Day 1,"Squat, Barbell",0,5,5
"""
IOS = """Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Notes,Kind
2025-02-03,Squat,Legs,100,,5,,wr
"""
FILES = {
    "fitbod.csv": (FITBOD.encode(), "Fitbod · 1 set in 1 session"),
    "liftosaur.csv": (LIFTOSAUR.encode(), "Liftosaur · 1 set in 1 session"),
    "ios.csv": (IOS.encode(), "FitNotes 2 (iOS) · 1 set in 1 session"),
    "FitNotes_Backup.fitnotes": (
        backup((SQUAT, "2025-05-05", 100, 5)),
        "FitNotes backup · 1 set in 1 session",
    ),
}


def test_the_first_page_names_every_app(wizard: ImportWizard) -> None:
    shown = " ".join(each.text() for each in wizard.choose_page.findChildren(QLabel))
    for app in ("Strong", "Hevy", "Android", "iOS", "Fitbod", "Liftosaur", "JEFIT", "StrongLifts"):
        assert app in shown


@pytest.mark.parametrize("name", FILES)
def test_a_log_of_the_app_is_previewed_and_comes_in(
    name: str, tmp_path: Path, read: Read, bring: Bring
) -> None:
    data, summary = FILES[name]
    (tmp_path / name).write_bytes(data)
    wizard = read(tmp_path / name)
    assert wizard.preview_page.summary.text().startswith(summary)
    bring(wizard)
