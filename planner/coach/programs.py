"""Program templates: list them, and make a dated mesocycle with this lifter's loads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.coach import joining, loads, own_programs, start_days, templates
from planner.coach.start_days import Days, Placed
from planner.coach.templates import template
from planner.engine.sources import SOURCES
from planner.engine.terms import Equipment, Experience, Goal, Limit, Mesocycle
from planner.formats.programs import Claim, ProgramTemplate
from planner.storage import plan

SHORT_WEEKS = 4  # what is shorter only bridges two plans


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a program rests on: a sentence, its source, and what kind of knowledge that is."""

    says: str
    reference: str
    grade: str


@dataclass(frozen=True, slots=True)
class Program:
    """A program template as the browser shows it; `days` a week, `minutes` a session at the most.

    `beside` is True for what joins the sessions of a plan that is there, `own` for what the user
    made: such a program is free of goals, levels and evidence. `made_for` is what it makes surer,
    so that a limit there is no reason against it.
    """

    slug: str
    name: str
    goal: str
    goals: tuple[Goal, ...]
    levels: tuple[Experience, ...]
    for_whom: str
    summary: str
    weeks: int
    days: int
    minutes: int
    equipment: tuple[Equipment, ...]
    limits: tuple[Limit, ...]
    progression: str
    leave: str
    evidence: tuple[Evidence, ...]
    exercises: tuple[str, ...]
    beside: bool
    own: bool = False
    made_for: tuple[Limit, ...] = ()


def programs() -> list[Program]:
    """List the program templates: whole plans by days a week, short ones, then those beside."""
    made = [_program(one) for one in templates.templates().values()]
    return sorted(made, key=_place)


def _place(program: Program) -> tuple[bool, bool, int, str]:
    return program.beside, program.weeks < SHORT_WEEKS, program.days, program.name


def start_program(
    lifter_id: int, program: str, start_on: date, today: date, days: Days | None = None
) -> int:
    """Make a mesocycle from a template, with loads from what the lifter can do; return its id.

    `start_on` is its first day, `days` are those one can train, where they are not the program's.
    What goes beside a plan joins the mesocycle that runs then or starts next, and its id is
    returned. LookupError when there is no such program, Refused when one of the user's own needs
    an exercise that is gone.
    """
    return put(lifter_id, program, filled(lifter_id, program, start_on, today, days))


def filled(
    lifter_id: int, program: str, start_on: date, today: date, days: Days | None = None
) -> Mesocycle:
    """Return a program as a block from a day on, with loads from what the lifter can do.

    Raises what `start_program` does.
    """
    if own_programs.is_own(program):
        made = own_programs.whole_block(program, start_on)
    else:
        made = templates.block(program, start_on)
    basis = loads.LoadBasis(lifter_id, today)
    return loads.block_with_loads(start_days.placed(made, days).block, basis)


def put(lifter_id: int, program: str, filled: Mesocycle) -> int:
    """Store a program that is filled; return the id of the mesocycle that holds it then."""
    host = joining.host(lifter_id, filled.started_on) if goes_beside(program) else None
    if host is None:
        return plan.add_mesocycle(lifter_id, filled)
    joining.join(host, filled)
    return host.block


def goes_beside(program: str) -> bool:
    """Tell whether a program joins the sessions of a plan that is there."""
    return not own_programs.is_own(program) and template(program).beside


def can_join(lifter_id: int, start_on: date) -> bool:
    """Tell whether a plan is there, from a day on, that a program beside a plan would join."""
    return joining.host(lifter_id, start_on) is not None


def weeks_left_out(lifter_id: int, program: str, start_on: date) -> int:
    """Return for how many of its last weeks a program would find no sessions to join.

    0 for what is a plan of its own. LookupError when there is no such program.
    """
    if own_programs.is_own(program):
        return 0
    found = template(program)
    host = joining.host(lifter_id, start_on) if found.beside else None
    return 0 if host is None else max(0, len(found.weeks) - len(host.weeks))


def block(program: str, start_on: date) -> Mesocycle:
    """Return a program, one that ships or one's own, as a block from a day on, without loads.

    LookupError when there is no such program.
    """
    if own_programs.is_own(program):
        return own_programs.block(program, start_on)
    return templates.block(program, start_on)


def placed(program: str, start_on: date, days: Days | None) -> Placed:
    """Return a program from a day on without loads, on the days one can train where they are told.

    LookupError when there is no such program.
    """
    return start_days.placed(block(program, start_on), days)


def usual_days(program: str) -> tuple[int, ...]:
    """Return the days, from its first (0), on which a program trains, where others can be chosen.

    () for what goes beside a plan, and for a cycle that is no week. LookupError without such one.
    """
    return () if goes_beside(program) else start_days.usual_days(block(program, date.min))


def _program(template: ProgramTemplate) -> Program:
    lines = [line.slug for session in template.sessions.values() for line in session]
    return Program(
        template.slug, template.name, template.goal, template.goals, template.levels,
        template.for_whom, template.summary, len(template.weeks), len(template.days),
        template.minutes, template.equipment, template.limits, template.progression,
        template.leave, tuple(map(_evidence, template.evidence)), tuple(dict.fromkeys(lines)),
        template.beside, made_for=template.made_for,
    )  # fmt: skip


def _evidence(claim: Claim) -> Evidence:
    source = SOURCES[claim.source]
    return Evidence(claim.says, source.reference, str(source.grade))
