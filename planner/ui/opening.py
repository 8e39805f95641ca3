"""Open the database at start; whatever is wrong with it, say so and offer what can be done."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planner.coach import files, missing_file
from planner.coach.files import DamagedDatabase, DatabaseProblem, PassphraseNeeded
from planner.coach.lost_file import FileLost
from planner.coach.missing_file import MissingDatabase
from planner.language import tr
from planner.ui.modal import answered
from planner.ui.opening_dialog import OpeningDialog
from planner.ui.opening_lock import Opened, look_at, open_database
from planner.ui.worker import Stopped

if TYPE_CHECKING:
    from planner.ui.shell import Shell


class Wish(NamedTuple):
    """A file to open, and whether to look at it only, or to make it `anew` if it is missing.

    `brought` is a file that was opened with the program, to be taken in; `news` says what was
    done to open this one.
    """

    path: Path
    read_only: bool = False
    brought: Path | None = None
    news: str = ""
    without_log: bool = False
    anew: bool = False

    def fulfil(self) -> Opened:
        """Open the file; raises a DatabaseProblem."""
        if self.read_only:
            return look_at(self.path)
        if not self.anew:
            missing_file.require(self.path)
        return replace(open_database(self.path, self.without_log), news=self.news)


def open_with_help(wanted: Wish, over: Shell | None = None) -> Opened | None:
    """Open a database; on trouble let the user choose what to do. None when they give up.

    Questions are asked over a window, if there is one.
    """
    wish: Wish | None = wanted
    while wish is not None:
        try:
            return wish.fulfil()
        except DatabaseProblem as problem:
            if over is not None:
                over.opening.end()
            wish = _ask(wish, problem, over)
        if wish is not None and over is not None:
            over.opening.begin_before_a_wait()
    return None


def ask_after(before: Wish, error: Exception, over: Shell) -> Wish | None:
    """Return the file to try after one was opened but could not be read, None to give up."""
    text = tr("Reading it came to an unexpected end ({error}). Nothing was changed in it.")
    if isinstance(error, DamagedDatabase):
        error = files.with_newest_backup(error)
    if not isinstance(error, DatabaseProblem):
        error = DatabaseProblem(text.format(error=error or type(error).__name__))
    wish = _ask(before, error, over)
    while isinstance(error, FileLost) and wish is not None and not wish.path.exists():
        wish = _ask(before, error, over)  # opening it would make an empty one
    return wish


def _ask(wish: Wish, problem: DatabaseProblem, over: Shell | None) -> Wish | None:
    """Return the file to try next, None to give up."""
    from planner.ui import passphrase_question  # late: most starts need none

    if isinstance(problem, PassphraseNeeded):
        path = passphrase_question.ask(wish.path, over)
        return None if path is None else wish._replace(path=path)
    dialog = OpeningDialog(wish.path, problem, over, wish.brought)
    if not answered(dialog):
        return None
    backup = dialog.backup_wanted
    if backup is None:
        return wish._replace(
            path=dialog.path,
            read_only=dialog.read_only,
            without_log=dialog.without_log,
            anew=dialog.anew,
        )
    try:
        passphrase_question.restore(backup, over)
    except DatabaseProblem as another:
        return _ask(wish, another, over)
    except Stopped:
        return _ask(wish, problem, over)
    text = tr("Restored {file}.")
    if not isinstance(problem, MissingDatabase):
        text = tr("Restored {file}. The damaged file is kept beside your data.")
    return wish._replace(news=text.format(file=backup.name))
