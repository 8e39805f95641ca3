"""What a skill is called, with a mark of its own: never told by colour alone."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from planner.coach import wording
from planner.coach.counts import reps
from planner.coach.skills import Looks, MovementSkill, SkillState
from planner.engine.terms import Unit
from planner.language import ntr, passage, tr
from planner.ui import counts, skill_mark
from planner.ui.table_model import Cell

_ORDER, _SIZE = tuple(SkillState), 1000  # cells are sorted by the state, then by what is done


def state_word(state: SkillState) -> str:
    """Return the word for where a lifter stands with a movement."""
    return {
        SkillState.NEW: tr("new"),
        SkillState.PRACTISING: tr("practising"),
        SkillState.RUSTY: tr("skilled, rusty"),
        SkillState.UNRATED: tr("not rated yet"),
        SkillState.SKILLED: tr("skilled"),
    }[state]


def cell(made: MovementSkill | None) -> Cell:
    """Return what a cell is sorted by; None for a movement never done."""
    if made is None:
        return None
    done, needed = made.standing.done, made.standing.needed
    return (_ORDER.index(made.state) * _SIZE + min(done, needed)) * _SIZE + needed


def said(value: Cell) -> str:
    """Write a cell: its word, and how much of a practice is done."""
    if not isinstance(value, int):
        return ""
    state, done, needed = _read(value)
    if state in (SkillState.SKILLED, SkillState.UNRATED):
        return state_word(state)
    words = tr("{words} · {done} of {needed}")
    return words.format(words=state_word(state), done=done, needed=needed)


def mark(value: Cell) -> QIcon | None:
    """Return the mark of a cell; None for a movement never done."""
    return skill_mark.icon(_read(value)[0]) if isinstance(value, int) else None


def _read(value: int) -> tuple[SkillState, int, int]:
    """Return (state, sessions done, sessions needed) of what a cell is sorted by."""
    rest, needed = divmod(value, _SIZE)
    place, done = divmod(rest, _SIZE)
    return _ORDER[place], done, needed


def told(made: MovementSkill, unit: Unit) -> str:
    """Tell of a movement in a sentence or two: what was done, and what is kept or left."""
    name = made.exercise.name
    words = (
        tr("{name}: {reps}, and {kin} of lifts like it; {left}")
        if made.kin_reps
        else tr("{name}: {reps}; {left}")
    )
    return words.format(
        name=name,
        reps=reps(made.reps),
        kin=counts.count(made.kin_reps),
        left=_left(made, unit),
    )


def _left(made: MovementSkill, unit: Unit) -> str:
    at = made.standing
    if made.checked_on is not None and not at.left:
        return tr("technique seen to be sound; skill kept.")
    if made.state is SkillState.UNRATED:
        return tr("taken for known; no set of it has been rated.")
    if made.state is SkillState.SKILLED:
        return tr("skill kept.")
    done = (
        tr("{done} of {needed} sessions of practice done.")
        if at.cap_kg is None
        else tr("{done} of {needed} sessions of practice done, up to {load}.")
    ).format(done=at.done, needed=at.needed, load=load(made, unit))
    enough = ntr("{gate} rated sound is enough.", "{gate} rated sound are enough.", at.gate)
    said = [done, enough.format(gate=at.gate)]
    if made.state is SkillState.RUSTY:
        kept = tr("about {kept} % of the skill kept.").format(kept=round(100 * at.retained))
        said.insert(0, kept)
    return passage(said)


def load(made: MovementSkill, unit: Unit) -> str:
    """Write the load at most while a movement is practised; '' without one."""
    cap_kg = made.standing.cap_kg
    return "" if cap_kg is None else f"{wording.mass(cap_kg, unit)} {unit}"


def looks(made: Looks) -> str:
    """Write how many sets were rated how; '' when none was."""
    counted = zip(made, (tr("sound"), tr("minor"), tr("broke")), strict=True)
    return " · ".join(f"{count} {word}" for count, word in counted if count)
