"""What the export dialog says."""

from __future__ import annotations

from planner.coach.export_files import Kind
from planner.language import tr


def kind(made: Kind) -> str:
    """Name what is exported, with the key that chooses it."""
    return {
        Kind.SPREADSHEET: tr("&Log as a spreadsheet (.xlsx)"),
        Kind.TABLE: tr("Log as a &table (.csv)"),
        Kind.PLAN: tr("&Plan as a spreadsheet (.xlsx)"),
        Kind.CALENDAR: tr("Plan for a &calendar (.ics)"),
        Kind.EVERYTHING: tr("E&verything (.json)"),
    }[made]


def about(made: Kind) -> str:
    """Say what a file holds."""
    return {
        Kind.SPREADSHEET: tr(
            "One row a set; bodyweights, check-ins and exercises on sheets of their own. "
            "File › Import log takes it in again."
        ),
        Kind.TABLE: tr(
            "One row a set, as plain text that any program reads. "
            "File › Import log takes it in again."
        ),
        Kind.PLAN: tr("The block of today: a sheet a week, each session with sets and loads."),
        Kind.CALENDAR: tr(
            "The block of today: an entry for each session. Importing it again changes the "
            "entries and doubles none."
        ),
        Kind.EVERYTHING: tr(
            "Plans, logs, check-ins, decisions and settings, for this program on another computer."
        ),
    }[made]


def private(made: Kind) -> str:
    """Name what is exported only when that is ticked."""
    return tr("&Mood, too") if made is Kind.SPREADSHEET else tr("What is p&rivate, too")


def private_about(made: Kind) -> str:
    """Say what that is, and what goes along anyway."""
    if made is Kind.SPREADSHEET:
        return tr("The answers about mood stay here unless you tick this.")
    return tr(
        "Answers to the health questions, what referrals are for, clearances, who set limits, "
        "mood and a doctor's limits on food and drink stay here unless you tick this. That "
        "somebody waits for a clearance, and what training is limited to, always go along."
    )


def filter_of(made: Kind) -> str:
    """Return the kind of file that a file dialog shows."""
    return {
        Kind.SPREADSHEET: tr("Spreadsheet (*.xlsx)"),
        Kind.TABLE: tr("Table (*.csv)"),
        Kind.PLAN: tr("Spreadsheet (*.xlsx)"),
        Kind.CALENDAR: tr("Calendar (*.ics)"),
        Kind.EVERYTHING: tr("Everything (*.json)"),
    }[made]
