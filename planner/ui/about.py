"""Help that fits in a dialog: keyboard shortcuts, where the data are, what this program is."""

from __future__ import annotations

import platform
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from planner import __version__
from planner.ui.widgets import button, column, label, row, scrolling, wrapped
from planner.ui.window_state import room_on_screen

Keys: TypeAlias = list[tuple[str, str]]


class Page(QDialog):
    """A dialog with a title, something to read, and Close."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(520)
        layout = column(self, margin=24, spacing=16)
        layout.addWidget(label(title, "title", self))
        self.body: QVBoxLayout = QVBoxLayout()
        self.body.setSpacing(12)
        layout.addLayout(self.body, 1)
        layout.addStretch()
        close = button(self.tr("&Close"), "primary", self)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        self.bottom = row()
        self.bottom.addStretch(1)
        self.bottom.addWidget(close)
        layout.addLayout(self.bottom)
        self.finished.connect(self.deleteLater)


class ShortcutsDialog(Page):
    """Keys by where they work and what they do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Keyboard shortcuts"))
        content = QWidget(self)
        places = row(content, spacing=32)
        for title, keys in (
            (self.tr("EVERYWHERE"), self._window_keys()),
            (self.tr("PLANNER"), self._planner_keys()),
            (self.tr("LOG"), self._log_keys()),
        ):
            place = QVBoxLayout()
            place.setSpacing(8)
            place.addWidget(label(title, "section", content))
            place.addLayout(self._list(keys, content))
            place.addStretch(1)
            places.addLayout(place)
        self._show_whole(content)

    def _show_whole(self, content: QWidget) -> None:
        """Take the room that all keys need; on a small screen they scroll."""
        area = scrolling(content, self)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.windowTitle())
        self.body.addWidget(area, 1)
        self.ensurePolished()
        wanted = self.sizeHint() - area.sizeHint() + content.sizeHint()
        self.resize(wanted.boundedTo(room_on_screen(self)))

    def _list(self, keys: Keys, content: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for number, (key, what) in enumerate(keys):
            grid.addWidget(label(key, "key", content), number, 0)
            grid.addWidget(label(what, parent=content), number, 1)
        return grid

    def _window_keys(self) -> Keys:
        return [
            ("Ctrl+1", self.tr("Planner")),
            ("Ctrl+2", self.tr("Log")),
            ("Ctrl+3", self.tr("Charts")),
            ("Ctrl+L", self.tr("Switch lifter")),
            ("Ctrl+Shift+A", self.tr("All lifters")),
            ("Ctrl+Shift+N", self.tr("New lifter")),
            ("Ctrl+G", self.tr("Go to a day or a sheet")),
            ("Ctrl+Shift+L", self.tr("Exercise library")),
            ("Ctrl+Z", self.tr("Undo")),
            ("Ctrl+Shift+Z", self.tr("Redo")),
            ("Ctrl+I", self.tr("Import a log")),
            ("Ctrl+Shift+E", self.tr("Export")),
            ("Ctrl+P", self.tr("Print the week")),
            ("Ctrl+T", self.tr("Type in sheets")),
            ("F1", self.tr("This list")),
            ("Ctrl+Q", self.tr("Quit")),
        ]

    def _planner_keys(self) -> Keys:
        return [
            ("Enter", self.tr("Edit what is selected; F1 there: what can be typed")),
            ("F2", self.tr("Rename the session")),
            ("Ins", self.tr("Add a session")),
            ("Ctrl+D", self.tr("Duplicate")),
            ("Ctrl+Shift+D", self.tr("Copy to the next week")),
            ("Shift+←↑↓→", self.tr("Select several; Esc lets go")),
            ("Ctrl+A", self.tr("All of the session, the week")),
            ("Ctrl+X  C  V", self.tr("Cut, copy, paste")),
            ("G  Shift+G", self.tr("Superset; dissolve it")),
            ("R  Shift+R", self.tr("Put a rest day in, take it out")),
            ("Alt+←↑↓→", self.tr("Move")),
            ("Del", self.tr("Delete")),
            ("Ctrl+F", self.tr("Find an exercise, add it with its sets")),
            ("Ctrl+B", self.tr("Star the exercise marked in the list")),
            ("Ctrl+R", self.tr("Replace an exercise")),
            ("W", self.tr("Add a warm-up")),
            ("Page ↑  ↓", self.tr("Another week")),
            ("Ctrl+Shift+B", self.tr("Calendar of the block")),
            ("Ctrl+Enter", self.tr("Start the session")),
            ("F6", self.tr("Suggestions; Esc goes back")),
            ("↑  ↓", self.tr("Another suggestion")),
            ("A  J  W", self.tr("Accept it or all, adjust it, why?")),
            ("L  D", self.tr("Later, or dismiss it")),
        ]

    def _log_keys(self) -> Keys:
        return [
            ("Enter", self.tr("Log the set")),
            ("↑  ↓", self.tr("Move between rows")),
            ("+  −", self.tr("Step the load by what the gym has")),
            ("Ctrl+Shift+G", self.tr("Another bar; what the gym can load")),
            ("?", self.tr("Reps in reserve not known")),
            ("W  F", self.tr("Warm-up set, set to failure, or neither")),
            ("D", self.tr("Drop set below, a fifth lighter; again: none")),
            ("L  R  E", self.tr("Left, right, each side (B too)")),
            ("N", self.tr("Note on the set")),
            ("Shift+W", self.tr("Warm-up sets that lead up to the load")),
            ("Space", self.tr("At a question: take what was likely meant")),
            ("100x8@2", self.tr("A whole set in any cell; @2 is two reps in reserve")),
            ("45x10w", self.tr("A warm-up; d for a drop, f for failure")),
            ("40kg 30m", self.tr("Carried; 20x45s held, 12/left one side, 8 3-1-3-0 tempo")),
            ("Alt+1  2  3", self.tr("Rate: sound, minor, breakdown")),
            ("Ctrl+R", self.tr("Swap the exercise, for today")),
            ("Alt+Shift+↑↓", self.tr("Move the exercise, or drag its head")),
            ("Shift+F10", self.tr("Menu of the exercise: superset, note …")),
            ("Ctrl+M", self.tr("Note on the exercise; Shift: on the session")),
            ("P", self.tr("How much the set hurt, 0 to 10; in an empty row the last set")),
            ("Ctrl+J", self.tr("Take the load suggested for the next set")),
            ("Ctrl+D", self.tr("The last set once more")),
            ("Ctrl+E", self.tr("Add an exercise")),
            ("Ctrl+F", self.tr("Search the sessions; Enter opens the next")),
            ("Page ↑  ↓", self.tr("Calendar: another month; Shift: year")),
            ("Home", self.tr("Calendar: today")),
            ("Shift+←↑↓→", self.tr("Calendar: several days")),
            ("Ins", self.tr("Calendar: time away on the days")),
            ("Ctrl+.  Ctrl+,", self.tr("Rest 15 seconds longer, shorter")),
            ("Ctrl+K", self.tr("Skip the rest")),
            ("Ctrl+Shift+T", self.tr("Tempo: start or stop the pacer")),
            ("Alt+4  5", self.tr("Tempo of the last set: kept, lost")),
            ("Del", self.tr("Delete the set")),
            ("Esc", self.tr("Take back what is typed")),
            ("Ctrl+Enter", self.tr("Finish the session")),
            ("Ctrl+H", self.tr("Check-in: 1–5 answer, Enter passes by, Esc leaves")),
            ("W", self.tr("Where it is sore, from the question on soreness")),
        ]


class PrivacyDialog(Page):
    """Where the data are, and that nothing is sent."""

    def __init__(self, parent: QWidget, database: Path) -> None:
        super().__init__(parent, self.tr("Your data and privacy"))
        for text in (
            self.tr(
                "Everything you enter stays in one file on this computer. This program has no "
                "account and opens no connection to any network."
            ),
            self.tr(
                "A backup is made once a day and before every risky step; the newest are kept in "
                "the folder 'backups' beside the file. Export gives you all of it as CSV or JSON."
            ),
            self.tr(
                "A deleted session can be put back for 30 days: File, Deleted sessions. After "
                "that it is removed for good, once the day's backup is made."
            ),
        ):
            self.body.addWidget(wrapped(text, parent=self))
        self.body.addWidget(wrapped(str(database), "muted", self))
        show = button(self.tr("Show in the &folder"), parent=self)
        folder = QUrl.fromLocalFile(str(database.parent))
        show.clicked.connect(lambda: QDesktopServices.openUrl(folder))
        self.bottom.insertWidget(0, show)


class AboutDialog(Page):
    """Name, version, licence, and the limits of its advice."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Workout Planner"))
        versions = self.tr("Version {version} · Python {python} · Qt {qt}")
        for text, role in (
            (versions.format(version=__version__, python=platform.python_version(),
                             qt=qVersion()), "muted"),
            (self.tr("Plan weeks, log sets, see which phase of adaptation each lift is in, and "
                     "print the week."), ""),
            (self.tr("Its advice is an estimate from your own numbers, not medical advice. With "
                     "pain, after injury or surgery, ask a doctor or physiotherapist."), ""),
            (self.tr("Free software under the MIT licence. The font is Noto Sans, under the "
                     "SIL Open Font License."), "muted"),
        ):  # fmt: skip
            self.body.addWidget(wrapped(text, role, self))
