"""A lifter's log as a spreadsheet, and what another program sees in one."""

import io
import zipfile
from datetime import date, datetime

from python_calamine import CalamineWorkbook

from planner.engine.terms import Exercise, Lifter, LoggedExercise, LoggedSet, Session, Side, Unit
from planner.formats.log_sheets import LogBook

SQUAT, PLANK = Exercise("back-squat", "Back squat"), Exercise("=danger", "+1 Curl", custom=True)
DAY = Session(
    date(2026, 10, 3),
    (
        LoggedExercise(
            "back-squat",
            (
                LoggedSet(100.0, 5, 2.0, load=100.0, tempo="3-1-3-0", note="=1+1"),
                LoggedSet(102.05828325000001, 5, load=225.0, unit=Unit.LB),
            ),
            rest_s=180,
        ),
        LoggedExercise("=danger", (LoggedSet(None, None, seconds=60.0, side=Side.LEFT),)),
    ),
    name="=HYPERLINK(1)",
    started_at=datetime(2026, 10, 3, 23, 50),
    utc_offset_min=120,
    note="-fine",
    finished=True,
)
ME = Lifter(name="Åsa", unit=Unit.LB)


def book(*sessions: Session) -> LogBook:
    """Return a lifter's log with the exercises of these tests."""
    return LogBook(ME, sessions, (SQUAT, PLANK))


def sheet(data: bytes, name: str) -> list[list[object]]:
    """Return the cells of a sheet as another program reads them."""
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(name).to_python()


def parts(data: bytes) -> dict[str, bytes]:
    """Unpack a spreadsheet."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(content: dict[str, bytes]) -> bytes:
    """Pack a spreadsheet."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return made.getvalue()
