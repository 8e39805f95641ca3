"""Remember the look of the window in a file beside the database: theme, place, splitters."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QSplitter, QWidget

from planner.ui import dialog_sizes, folders
from planner.ui.screen_room import room_on_screen
from planner.ui.theme import Choice

if TYPE_CHECKING:
    from planner.ui.shell import Shell

USUAL_SIZE = QSize(1440, 900)
FILE_NAME = "window.ini"
DIALOGS = "dialogs/"


class WindowState:
    """Positions are kept by tab and splitter, in the order the tab made its splitters.

    The theme is here, not in the database, because the window is painted before that is open.
    """

    def __init__(self, database: Path) -> None:
        path = database.with_name(FILE_NAME)
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def theme(self) -> Choice:
        """Return the theme that was chosen; the system's when none was, or one that is unknown."""
        try:
            return Choice(self._settings.value("theme"))
        except ValueError:
            return Choice.SYSTEM

    def keep_theme(self, choice: Choice) -> None:
        """Remember the theme."""
        self._settings.setValue("theme", choice.value)

    def language(self) -> str:
        """Return the code of the language that was chosen; '' for that of the system."""
        return str(self._settings.value("language") or "")

    def keep_language(self, code: str) -> None:
        """Remember the language."""
        self._settings.setValue("language", code)

    def answers(self, lifter: str) -> str:
        """Return what a lifter, told by uid, wanted of a program; '' when nobody asked yet."""
        return str(self._settings.value(f"answers/{lifter}") or "")

    def keep_answers(self, lifter: str, answers: str) -> None:
        """Remember what a lifter wants of a program."""
        self._settings.setValue(f"answers/{lifter}", answers)

    def put_away(self, lifter: str) -> str:
        """Return which line of a day a lifter, told by uid, put away; '' for none."""
        return str(self._settings.value(f"put_away/{lifter}") or "")

    def keep_put_away(self, lifter: str, line: str) -> None:
        """Remember which line of a day a lifter put away."""
        self._settings.setValue(f"put_away/{lifter}", line)

    def compared(self, lifter: str) -> str:
        """Return which lifts a lifter, told by uid, compared last; '' when none were chosen."""
        return str(self._settings.value(f"compared/{lifter}") or "")

    def keep_compared(self, lifter: str, lifts: str) -> None:
        """Remember which lifts a lifter compares."""
        self._settings.setValue(f"compared/{lifter}", lifts)

    def told_copies(self) -> list[str]:
        """Return which copies beside the file were told of."""
        return str(self._settings.value("told_copies") or "").split("\n")

    def keep_told_copies(self, told: list[str]) -> None:
        """Remember which copies beside the file were told of."""
        self._settings.setValue("told_copies", "\n".join(told))

    def checked(self, name: str) -> str:
        """Return on which day a large file was checked last, as ISO writes it; '' for never."""
        return str(self._settings.value(f"checked/{name}") or "")

    def keep_checked(self, name: str, day: str) -> None:
        """Remember on which day a large file was checked."""
        self._settings.setValue(f"checked/{name}", day)

    def restore_window(self, window: Shell) -> None:
        """Put the window where it was; at first it is as large as the screen allows.

        The bar keeps room for what is not read yet, so that nothing moves when it comes.
        """
        geometry = self._bytes("geometry")
        if geometry is None or not window.restoreGeometry(geometry):
            window.resize(USUAL_SIZE.boundedTo(room_on_screen(window)))
        folders.remember_folder(str(self._settings.value("folder") or ""))
        self._restore_dialogs()
        bar, lifter = self._settings.value("bar"), self._settings.value("lifter")
        if isinstance(bar, QSize) and isinstance(lifter, QSize):
            window.bar.keep_room(bar, lifter)

    def save_window(self, window: Shell) -> None:
        """Remember where the window is."""
        self._settings.setValue("geometry", window.saveGeometry())
        self._settings.setValue("folder", folders.last_folder())
        self._save_dialogs()
        if window.bar.picker.isVisible():
            self._settings.setValue("bar", window.bar.size())
            self._settings.setValue("lifter", window.bar.picker.size())
        from planner.coach import owner_only

        self._settings.sync()
        owner_only.close_to_others(Path(self._settings.fileName()))

    def _restore_dialogs(self) -> None:
        names = (key for key in self._settings.allKeys() if key.startswith(DIALOGS))
        kept = {key.removeprefix(DIALOGS): self._settings.value(key) for key in names}
        dialog_sizes.remember(
            {name: size for name, size in kept.items() if isinstance(size, QSize)}
        )

    def _save_dialogs(self) -> None:
        for name, size in dialog_sizes.sizes().items():
            self._settings.setValue(f"{DIALOGS}{name}", size)

    def restore_tab(self, name: str, tab: QWidget) -> None:
        """Put a tab's splitters where they were."""
        for key, splitter in self._splitters(name, tab):
            state = self._bytes(key)
            if state is not None:
                splitter.restoreState(state)

    def save_tab(self, name: str, tab: QWidget) -> None:
        """Remember where a tab's splitters are."""
        for key, splitter in self._splitters(name, tab):
            panes = (splitter.widget(place) for place in range(splitter.count()))
            if not any(
                pane is not None and pane.isHidden() for pane in panes
            ):  # hidden ones would come back as slits
                self._settings.setValue(key, splitter.saveState())

    def _bytes(self, key: str) -> QByteArray | None:
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else None

    @staticmethod
    def _splitters(name: str, tab: QWidget) -> list[tuple[str, QSplitter]]:
        found = tab.findChildren(QSplitter)
        return [(f"{name}/splitter{number}", each) for number, each in enumerate(found)]
