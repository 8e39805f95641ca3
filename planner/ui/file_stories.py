"""What the window does with files: import and export."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from planner.coach import clients, files, lifter_lock
from planner.coach.files import DatabaseProblem, Reason
from planner.coach.wording import in_row
from planner.language import tr
from planner.ui import counts

if TYPE_CHECKING:
    from planner.coach.adopting import Document
    from planner.coach.importing import ImportPreview, ImportRecord
    from planner.ui.import_wizard import ImportWizard
    from planner.ui.main_window import MainWindow


class FileStories(QObject):
    """Each method is an entry of the File menu.

    What only a story needs is imported in it: the window is painted before.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._made_gone = False  # the lifter made for a log

    def take(self, paths: Sequence[Path]) -> None:
        """Take files from elsewhere: what was handed over is merged, all else imported."""
        from planner.ui import merge_file_stories

        merge_file_stories.take(self._window, paths)

    def import_log(self, paths: Sequence[Path] = ()) -> None:
        """Open the import wizard, on the files given or on its first page."""
        from planner.ui.import_wizard import ImportWizard

        window = self._window
        made = window.lifter_stories.ensure()
        self._made_gone = False
        lifter = window.lifter
        if lifter is None:
            return
        wizard = ImportWizard(window, lifter, made and not window.unit_was_chosen())
        wizard.commit_wanted.connect(lambda preview: self._commit(preview, wizard))
        wizard.adopt_wanted.connect(
            lambda document, file: self._adopt(document, file, wizard, made)
        )
        if made:
            wizard.nothing_imported.connect(self._forget_made)
        wizard.finished.connect(partial(self._sum_up, wizard))
        wizard.finished.connect(wizard.deleteLater)
        wizard.heading.offer(lifter_lock.lifters(), lifter)
        wizard.open()
        if paths:
            wizard.read(paths)

    def _sum_up(self, wizard: ImportWizard, _result: int) -> None:
        """Say what came in of several files; of one it was said."""
        came, chosen, sets = wizard.came_in()
        if came and chosen > 1:
            text = tr("Imported {sets} from {came} of {files}. Each Ctrl+Z takes a file back.")
            files = counts.files(chosen)
            self._window.tell(text.format(sets=counts.sets(sets), came=came, files=files))

    def _commit(self, preview: ImportPreview, wizard: ImportWizard) -> None:
        from planner.coach import exercise_merge
        from planner.ui import act_in_parts

        window, name = self._window, preview.path.name
        known = exercise_merge.made_by_imports().keys()

        def stored(_import_id: object) -> None:
            made = len(exercise_merge.made_by_imports().keys() - known)
            text = tr("Imported {sets} from {file}. Ctrl+Z takes that back.")
            if made:
                text = tr(
                    "Imported {sets} from {file}; {exercises} made new, see Library › Exercises "
                    "› From imports. Ctrl+Z takes that back."
                )
            sets, exercises = counts.sets(preview.new_sets), counts.exercises(made)
            window.tell(text.format(sets=sets, file=name, exercises=exercises))
            wizard.go_on(stored=True)

        backed_up = self._backed_up(name)
        if wizard.left:
            return
        if not backed_up:
            wizard.go_on(stored=False)
            return
        if wizard.lifter_id() != window.lifter_id():
            window.show_lifter(wizard.lifter_id())  # Undo names whom it was done for
        work = _storing(wizard.lifter_id(), preview, window.today(), wizard.takes_unit())
        label = tr("Import {file}").format(file=name)
        refused = partial(wizard.go_on, stored=False)
        act_in_parts.act(window, label, work, wizard.storing, stored, refused)

    def _adopt(self, document: Document, file: str, wizard: ImportWizard, made: bool) -> None:
        """Take in whole lifters; the one made for a log is not needed, unless a log came in."""
        from planner.coach import adopting
        from planner.ui import act_in_parts

        if not self._backed_up(file) or wizard.left:
            return
        if made and not wizard.any_imported():
            self._forget_made()
        wizard.show_storing()
        window, names = self._window, in_row(each.lifter.name for each in document.lifters)

        def taken_in(lifter_ids: object) -> None:
            waiting = wizard.waiting()
            with window.finished_edits():
                window.lifter_stories.choose_first(lifter_ids)
                wizard.accept()
                window.refresh()
                window.tell(tr("{names}: all that was in the file is here.").format(names=names))
            if waiting:
                self.import_log(waiting)

        def refused() -> None:
            if self._made_gone:
                window.history.redo(quietly=True)
            self._made_gone = False
            wizard.go_on(stored=False)

        label = tr("Take in {names}").format(names=names)
        work = adopting.adopting(document)
        act_in_parts.act(window, label, work, wizard.storing, taken_in, refused)
        wizard.storing.hurry()

    def _forget_made(self) -> None:
        """Take back, once, that a lifter was made for a log."""
        if not self._made_gone:
            self._window.history.undo(quietly=True)
        self._made_gone = True

    def show_imports(self) -> None:
        """List what was imported, to take it back."""
        from planner.coach import importing
        from planner.ui.imports_dialog import ImportsDialog

        lifter = clients.lifter(self._window.lifter_id())
        records = importing.imports(self._window.lifter_id())
        dialog = ImportsDialog(self._window, lifter.name, records, self._window.today())
        dialog.wanted.connect(self._take_back)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_back(self, record: ImportRecord) -> None:
        from planner.coach import importing
        from planner.ui import act_in_parts
        from planner.ui.doing_dialog import DoingDialog

        if not self._backed_up(record.file_name, Reason.TAKE_BACK):
            return
        label = tr("Take back {file}").format(file=record.file_name)
        doing = DoingDialog(self._window, tr("Imports"), f"{label}…")

        def told(kept: object) -> None:
            doing.accept()
            self._tell_kept(kept)

        work = importing.taking_back(record.id)
        act_in_parts.act(self._window, label, work, doing.parts, told, doing.accept)
        doing.open_unless_done()

    def _tell_kept(self, kept: object) -> None:
        if isinstance(kept, list) and kept:
            text = tr("Taken back. Kept, because you edited them since: {sessions}")
            self._window.tell(text.format(sessions=in_row(kept)))
        else:
            self._window.tell(tr("Taken back. Ctrl+Z brings it in again."))

    def export(self) -> None:
        """Write a log, a plan or everything, of the lifter or of others too, into files."""
        from planner.ui import export_stories

        export_stories.ask(self._window)

    def install_library(self) -> None:
        """Bring the exercise library up to date."""
        try:
            files.install_library()
        except DatabaseProblem as problem:
            self._window.tell(str(problem), trouble=True)

    def _backed_up(self, name: str, reason: Reason = Reason.IMPORT) -> bool:
        """Make a backup before a file comes in, or goes; say if that worked."""
        return self._window.backup_stories.back_up_before(reason, name)


def _storing(
    lifter_id: int, preview: ImportPreview, today: date, takes_unit: bool
) -> Generator[None, None, int]:
    """Store an import; a lifter made for it, whose unit nobody chose, reads in the log's unit."""
    from planner.coach import importing

    lifter = clients.lifter(lifter_id)
    if takes_unit and lifter.unit is not preview.unit:
        gym = clients.usual_inventory(preview.unit)
        clients.change(replace(lifter, unit=preview.unit, inventory=gym))
    return (yield from importing.storing(lifter_id, preview, today))
