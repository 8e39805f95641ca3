"""The skills of many lifters side by side: by technical lift, or by the pattern of the movement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planner.coach import library_words
from planner.coach.skills import ClientSkills, MovementSkill, SkillState
from planner.engine.terms import Complexity, Lifter
from planner.language import collated

_ORDER = tuple(SkillState)


@dataclass(frozen=True, slots=True)
class SkillRow:
    """A lifter, and a skill for each title of a column where there is one."""

    lifter: Lifter
    skills: Mapping[str, MovementSkill]


def rows(
    clients: Sequence[ClientSkills], by_pattern: bool, open_only: bool
) -> tuple[list[str], list[SkillRow]]:
    """Return (titles of columns, rows by name); `open_only` leaves out what needs no practice.

    Of a pattern the movement counts that asks for practice, else the one practised most.
    """
    cells = _patterns if by_pattern else _lifts
    made = [SkillRow(each.lifter, cells(_wanted(each, open_only))) for each in clients]
    found = sorted((each for each in made if each.skills), key=_name)
    titles = sorted({title for each in found for title in each.skills}, key=collated)
    return titles, found


def _wanted(client: ClientSkills, open_only: bool) -> list[MovementSkill]:
    made = client.skills.values()
    return [each for each in made if not open_only or each.standing.left]


def _lifts(made: Sequence[MovementSkill]) -> dict[str, MovementSkill]:
    technical = (e for e in made if e.exercise.complexity is Complexity.TECHNICAL)
    return {each.exercise.name: each for each in technical}


def _patterns(made: Sequence[MovementSkill]) -> dict[str, MovementSkill]:
    found: dict[str, MovementSkill] = {}
    for each in sorted(made, key=_tells_most, reverse=True):
        found[library_words.plain(each.exercise.pattern)] = each
    return found


def _tells_most(made: MovementSkill) -> tuple[int, int]:
    return _ORDER.index(made.state), -made.reps


def _name(made: SkillRow) -> tuple[str, str]:
    return collated(made.lifter.name)
