"""Hand lifters over to another computer as one small file, which it merges."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from planner.coach import private_answers, settings_travel
from planner.coach.wording import several
from planner.engine.health import judgement
from planner.engine.terms import Topic
from planner.storage import clients, file_place, handover
from planner.storage.handover import Row, Wanted
from planner.storage.merge_match import BARE
from planner.storage.problems import DatabaseProblem
from planner.storage.telling import unheard

SUFFIX = ".planner"
Progress = Callable[[int, int], None]  # rows done, rows in all; may raise to stop
_LONGEST_NAME = 60  # characters


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
        counted = {"session": self.sessions, "set": self.sets, "plan": self.plans}
        *first, last = [several(number, noun) for noun, number in counted.items() if number] or [
            "nothing planned or logged yet"
        ]
        what = " and ".join(filter(None, [", ".join(first), last]))
        return f"{', '.join(self.lifters) or 'Nobody'}: {what}"


def file_name(lifter_ids: Sequence[int], now: datetime) -> str:
    """Return the usual name, like 'Anna 2026-11-22_1030.planner'; of several: '3 lifters …'."""
    whose = "Everybody"
    if len(lifter_ids) == 1:
        name = re.sub(r"[^\w .()+-]", "_", clients.lifter(lifter_ids[0]).name)
        whose = name[:_LONGEST_NAME].strip(" .") or "Lifter"
    elif lifter_ids:
        whose = several(len(lifter_ids), "lifter")
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
    what they logged. With no lifter named everybody goes along, and the user's own exercises and
    programs. The file appears only when it is whole. Raises a DatabaseProblem.
    """
    if file_place.holds(path):
        raise DatabaseProblem("That is the training database itself. Choose another file.")
    if not path.parent.is_dir():
        raise DatabaseProblem(f"{path.parent} is not there. Choose another folder.")
    everybody = [each for each in clients.lifters(include_archived=True) if each.id is not None]
    chosen = [each for each in everybody if not lifter_ids or each.id in lifter_ids]
    ids = [each.id for each in chosen if each.id is not None]
    settings = settings_travel.travelling([each.uid for each in chosen], not lifter_ids)
    if not private:
        settings = private_answers.without_limits(settings, ids)
    handed_on = _all if private else _without_private
    wanted = Wanted(ids, settings, handed_on, plan_only, everything=not lifter_ids)
    written = yield from handover.write(wanted, path, progress or unheard)
    kept_back = not private and any(map(private_answers.are_kept, ids))
    return HandedOver(
        path,
        tuple(each.name for each in chosen),
        written["session"],
        written["logged_set"],
        written["mesocycle"],
        private_answers.LEFT_OUT if kept_back else "",
    )


def _all(_table: str, row: Row) -> Row:
    return row


def _without_private(table: str, row: Row) -> Row | None:
    """Return what of a row goes along without what is private, as `private_answers` has it."""
    if table == "intake" or (table == "referral" and not _holds_back(row)):
        return None
    bare = BARE.get(table, {})
    if table == "referral" and row["topic"] == Topic.STRONG_PAIN:
        bare = {**bare, "topic": row["topic"]}
    return {**row, **bare}


def _holds_back(row: Row) -> bool:
    waits = judgement(Topic(row["topic"])).blocks or row["exercise_id"] is not None
    return row["cleared_on"] is None and waits
