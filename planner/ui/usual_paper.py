"""The paper that is usual where the reader lives."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from planner.coach.print_choice import PaperName
from planner.ui import region

LETTER_COUNTRIES = (
    QLocale.Country.UnitedStates,
    QLocale.Country.Canada,
    QLocale.Country.Mexico,
    QLocale.Country.Philippines,
)


def usual_paper() -> PaperName:
    """Return the paper that is usual in the reader's country."""
    return PaperName.LETTER if region.here().territory() in LETTER_COUNTRIES else PaperName.A4
