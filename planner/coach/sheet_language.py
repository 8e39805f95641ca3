"""The language of a lifter's sheets: the program's, unless another was chosen for the lifter."""

from __future__ import annotations

from planner.coach import lifter_settings

AS_PROGRAM = ""
_LANGUAGE = "language"


# reads
def chosen(lifter_id: int) -> str:
    """Return the code of the language chosen for a lifter's sheets; AS_PROGRAM for none."""
    stored: dict[str, str] = lifter_settings.read(lifter_id, lifter_settings.SHEETS)
    return stored.get(_LANGUAGE, AS_PROGRAM)


# writes
def choose(lifter_id: int, code: str) -> None:
    """Print a lifter's sheets in a language from now on; AS_PROGRAM for that of the program."""
    lifter_settings.store(lifter_id, lifter_settings.SHEETS, {_LANGUAGE: code} if code else {})
