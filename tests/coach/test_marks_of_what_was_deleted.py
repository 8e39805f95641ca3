"""What tells a row that was deleted is of one lifter, by whatever uids they went."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from planner.coach import files, importing, logging, merging, parts
from planner.engine.terms import Lifter
from planner.storage import clients, log
from planner.storage.rows import fetch

Write = Callable[..., Path]
Bring = Callable[[int, Path], int]
Rows = tuple[tuple[str, str, str, float, int], ...]


def delete_set(lifter: int) -> None:
    """Delete the first set of a lifter's first session."""
    logging.remove_set(log.sessions(lifter)[0].exercises[0].sets[0].id or 0)


def test_the_same_row_of_two_lifters_is_marked_differently(
    lifter: int, write: Write, week: Rows, bring: Bring
) -> None:
    for each in (lifter, clients.add_lifter(Lifter(name="Bo"))):
        bring(each, write(*week))
        delete_set(each)
    noted = fetch("SELECT uid FROM gone WHERE instr(uid, ':') > 1")
    assert len({uid.partition(":")[0] for (uid,) in noted}) == 2


def test_what_was_deleted_stays_out_for_a_lifter_who_was_made_on_two_computers(
    database: Path, write: Write, week: Rows, bring: Bring, tmp_path: Path
) -> None:
    here = clients.add_lifter(Lifter(name="Sam"))
    files.open_file(tmp_path / "laptop.db")
    there = clients.add_lifter(Lifter(name="Sam"))
    uid = clients.lifter(there).uid
    bring(there, write(*week))
    delete_set(there)
    files.open_quickly(database)
    look = merging.look(merging.fetch(tmp_path / "laptop.db"), one_person={uid: True})
    parts.at_once(merging.apply(parts.at_once(look), {}))
    assert clients.lifter(here).uid != uid
    again = importing.preview(here, write(*week))
    assert (again.new_sets, again.kept_out_sets) == (0, 1)
