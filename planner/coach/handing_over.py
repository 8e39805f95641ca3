"""Hand lifters over to another computer as one small file, which it merges."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from planner.coach import counts, file_names, private_answers, settings_travel, wording
from planner.engine.terms import Lifter, Progress
from planner.language import tr
from planner.storage import clients, file_place, handover, merge_marks
from planner.storage.handover import Row, Wanted
from planner.storage.problems import DatabaseProblem
from planner.storage.stamps import stamp
from planner.storage.telling import unheard

SUFFIX = ".planner"


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What a handover file holds. `left_out` says in words what private answers stayed out."""

    path: Path
    lifters: tuple[str, ...]
    sessions: int
    sets: int
    plans: int
    left_out: str = ""

    def words(self) -> str:
        """Say whose file it is and what it holds: 'Ada: 8 sessions, 24 sets and 1 plan'."""
        found = (
            (counts.sessions, self.sessions),
            (counts.sets, self.sets),
            (counts.plans, self.plans),
        )
        counted = wording.listed(write(number) for write, number in found if number)
        what = counted or tr("nothing planned or logged yet")
        return tr("{lifters}: {what}").format(lifters=wording.in_row(self.lifters), what=what)


def file_name(lifter_ids: Sequence[int], now: datetime) -> str:
    """Return the usual name, like 'Anna 2026-11-22_1030.planner'; of several: '3 lifters …'."""
    whose = counts.lifters(len(lifter_ids))
    if len(lifter_ids) == 1:
        whose = file_names.cleaned(clients.lifter(lifter_ids[0]).name) or tr("Lifter")
    return f"{whose} {now:%Y-%m-%d_%H%M}{SUFFIX}"


def write(
    lifter_ids: Sequence[int],
    path: Path,
    private: bool = False,
    plan_only: bool = False,
    progress: Progress | None = None,
) -> Generator[None, None, HandedOver]:
    """Write lifters with all that is theirs into a new file, in parts of some milliseconds.

    Without `private` what is private of their health and mood stays out; with `plan_only` so does
    what they logged. The file appears only when it is whole. Raises a DatabaseProblem.
    """
    lifters = [clients.lifter(each) for each in lifter_ids]
    _require_place(path, lifters)
    handed_on = _all if private else private_answers.without_of_row
    settings = _settings(lifters, lifter_ids, private)
    uids = [each.uid for each in lifters]
    settings[merge_marks.SETTING] = merge_marks.to_hand_over(uids, stamp(), plan_only)
    wanted = Wanted(lifter_ids, settings, handed_on, plan_only)
    written = yield from handover.write(wanted, path, progress or unheard)
    kept_back = not private and any(map(private_answers.are_kept, lifter_ids))
    return HandedOver(
        path,
        tuple(each.name for each in lifters),
        written["session"],
        written["logged_set"],
        written["mesocycle"],
        tr(private_answers.LEFT_OUT) if kept_back else "",
    )


def _require_place(path: Path, lifters: Sequence[Lifter]) -> None:
    if file_place.holds(path):
        raise DatabaseProblem(tr("That is the training database itself. Choose another file."))
    if not path.parent.is_dir():
        words = tr("{folder} is not there. Choose another folder.")
        raise DatabaseProblem(words.format(folder=path.parent))
    if path.is_dir():
        name = f"{file_names.cleaned(lifters[0].name) or tr('Lifter')}{SUFFIX}"
        words = tr("{folder} is a folder. Name the file in it, like {name}.")
        raise DatabaseProblem(words.format(folder=path, name=name))


def _settings(lifters: list[Lifter], lifter_ids: Sequence[int], private: bool) -> dict[str, str]:
    theirs = settings_travel.travelling([each.uid for each in lifters], everything=False)
    return theirs if private else private_answers.without_limits(theirs, lifter_ids)


def _all(_table: str, row: Row) -> Row:
    return row
