"""What the export dialog says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from planner.coach.export_files import Kind


def kind(made: Kind) -> str:
    """Name what is exported, with the key that chooses it."""
    return {
        Kind.SPREADSHEET: _tr("&Log as a spreadsheet (.xlsx)"),
        Kind.TABLE: _tr("Log as a &table (.csv)"),
        Kind.PLAN: _tr("&Plan as a spreadsheet (.xlsx)"),
        Kind.CALENDAR: _tr("Plan for a &calendar (.ics)"),
        Kind.EVERYTHING: _tr("E&verything (.json)"),
    }[made]


def about(made: Kind) -> str:
    """Say what a file holds."""
    return {
        Kind.SPREADSHEET: _tr(
            "One row a set; bodyweights, check-ins and exercises on sheets of their own. "
            "File › Import log takes it in again."
        ),
        Kind.TABLE: _tr(
            "One row a set, as plain text that any program reads. "
            "File › Import log takes it in again."
        ),
        Kind.PLAN: _tr("The block of today: a sheet a week, each session with sets and loads."),
        Kind.CALENDAR: _tr(
            "The block of today: an entry for each session. Importing it again changes the "
            "entries and doubles none."
        ),
        Kind.EVERYTHING: _tr(
            "Plans, logs, check-ins, decisions and settings, for this program on another computer."
        ),
    }[made]


def private(made: Kind) -> str:
    """Name what is exported only when that is ticked."""
    return _tr("&Mood, too") if made is Kind.SPREADSHEET else _tr("What is p&rivate, too")


def private_about(made: Kind) -> str:
    """Say what that is, and what goes along anyway."""
    if made is Kind.SPREADSHEET:
        return _tr("The answers about mood stay here unless you tick this.")
    return _tr(
        "Answers to the health questions, what referrals are for, clearances, who set limits, "
        "mood and a doctor's limits on food and drink stay here unless you tick this. That "
        "somebody waits for a clearance, and what training is limited to, always go along."
    )


def filter_of(made: Kind) -> str:
    """Return the kind of file that a file dialog shows."""
    return {
        Kind.SPREADSHEET: _tr("Spreadsheet (*.xlsx)"),
        Kind.TABLE: _tr("Table (*.csv)"),
        Kind.PLAN: _tr("Spreadsheet (*.xlsx)"),
        Kind.CALENDAR: _tr("Calendar (*.ics)"),
        Kind.EVERYTHING: _tr("Everything (*.json)"),
    }[made]


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExportDialog", text)
