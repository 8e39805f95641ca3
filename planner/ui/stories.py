"""What the window does, story by story; each is made, and imported, when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from planner.ui.shell import Shell

if TYPE_CHECKING:
    from planner.ui.backup_stories import BackupStories
    from planner.ui.check_stories import CheckStories
    from planner.ui.file_stories import FileStories
    from planner.ui.lifter_stories import LifterStories
    from planner.ui.lock_stories import LockStories
    from planner.ui.look_only import LookOnly
    from planner.ui.lost_file_stories import LostFileStories
    from planner.ui.main_window import MainWindow
    from planner.ui.today_stories import TodayStories
    from planner.ui.undo_stories import UndoStories
    from planner.ui.unstored import Leaving


class Stories(Shell):
    """The window with its stories; what they tell and change is in `MainWindow`."""

    @property
    def _whole(self) -> MainWindow:
        return cast("MainWindow", self)

    @cached_property
    def undo_stories(self) -> UndoStories:
        """What is said of Undo."""
        from planner.ui.undo_stories import UndoStories

        return UndoStories(self._whole, self._whole.history)

    @cached_property
    def file_stories(self) -> FileStories:
        """What the window does with files."""
        from planner.ui.file_stories import FileStories

        return FileStories(self._whole)

    @cached_property
    def backup_stories(self) -> BackupStories:
        """What the window does about backups."""
        from planner.ui.backup_stories import BackupStories

        return BackupStories(self._whole)

    @cached_property
    def check_stories(self) -> CheckStories:
        """What the window does about damage in its file."""
        from planner.ui.check_stories import CheckStories

        return CheckStories(self._whole)

    @cached_property
    def leaving(self) -> Leaving:
        """What is typed and not stored when the window is to be closed."""
        from planner.ui.unstored import Leaving

        return Leaving(self._whole)

    @cached_property
    def lifter_stories(self) -> LifterStories:
        """What the window does with lifters."""
        from planner.ui.lifter_stories import LifterStories

        return LifterStories(self._whole)

    @cached_property
    def lost_file_stories(self) -> LostFileStories:
        """What the window does when another program replaced its file."""
        from planner.ui.lost_file_stories import LostFileStories

        return LostFileStories(self._whole)

    @cached_property
    def look_only(self) -> LookOnly:
        """What the window says of a file that it only looks at."""
        from planner.ui.look_only import LookOnly

        return LookOnly(self._whole)

    @cached_property
    def locks(self) -> LockStories:
        """Whose data are not shown without a PIN."""
        from planner.ui.lock_stories import LockStories

        return LockStories(self._whole)

    @cached_property
    def today_stories(self) -> TodayStories:
        """What the window says of the day."""
        from planner.ui.today_stories import TodayStories

        return TodayStories(self._whole)
