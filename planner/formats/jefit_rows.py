"""From the sections of a JEFIT export to one record a set, with its cells in one order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple, TypeAlias

from planner.formats.jefit_packed import NOTHING, Said, apart, tidied
from planner.formats.jefit_sections import CARDIO, LOGS, SET_LOGS, Names, Section, cell
from planner.formats.text import Record
from planner.language import tr

UNKNOWN = "JEFIT exercise {number}"

Get: TypeAlias = Callable[..., str]  # the cell of a row by the names its column may have
SetLogs: TypeAlias = Mapping[str, Sequence[Said]]  # by the id of the row they belong to


class Head(NamedTuple):
    """What a row says before its sets, as texts."""

    on: str
    session: str
    exercise: str


def sets(sections: Sequence[Section], far: str) -> Iterator[Record]:
    """Yield a record a set, whose cells are those of Head and of Said; distances are in `far`.

    A row that holds no set is one record with a problem.
    """
    names, told = Names(sections), _set_logs(sections)
    for section in sections:
        for row in section.rows if section.name in (LOGS, CARDIO) else ():
            get = partial(cell, row.cells, section.columns)
            own = [_of_cardio(get, far)] if section.name == CARDIO else _of_log(get, far, told)
            yield from _records(row, _head(get, names), own)


def _head(get: Get, names: Names) -> Head:
    number = get("eid")
    name = get("ename") or names.find(number, get("belongsys"))
    unknown = UNKNOWN.format(number=number) if number else ""
    return Head(get("mydate"), get("belongsession"), name or unknown)


def _records(row: Record, head: Head, own: Sequence[Said]) -> Iterator[Record]:
    if row.problem or not own:
        yield row._replace(problem=row.problem or tr("the row holds no set"))
        return
    for said in own:
        yield row._replace(cells=[*head, *said], problem=said.problem)


def _of_log(get: Get, far: str, told: SetLogs) -> Sequence[Said]:
    """Read the packed sets of a row; what a section of its own tells of cardio is exacter."""
    own = list(apart(get("logs"), far))
    detailed = told.get(get("_id"), ())
    return detailed if detailed and all(said.time for said in own) else own


def _of_cardio(get: Get, far: str) -> Said:
    return _said(time=get("duration"), distance=get("distance"), far=far)


def _set_logs(sections: Sequence[Section]) -> SetLogs:
    told: dict[str, list[Said]] = defaultdict(list)
    for section in sections:
        for row in section.rows if section.name == SET_LOGS else ():
            get = partial(cell, row.cells, section.columns)
            told[get("exercise_log_id")].append(
                _said(
                    load=tidied(get("weight_lbs")),
                    unit="lb",
                    reps=get("reps"),
                    time=get("duration"),
                    distance=get("distance_mi"),
                    far="mi",
                )
            )
    return told


def _said(**texts: str) -> Said:
    """Make a set of cells in which 0 stands for nothing; one of nothing has a problem."""
    said = Said(**texts)
    nothing = not any(
        text.strip("0.,") for text in (said.load, said.reps, said.time, said.distance)
    )
    return said._replace(problem=tr(NOTHING)) if nothing else said
