"""What is said of a week that is trained on other days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from typing import NamedTuple

from planner.coach import wording
from planner.coach.training_days import MuscleChange, OtherDays, Rearranged
from planner.coach.wording import in_row
from planner.engine.terms import Microcycle, PlannedExercise, PlannedSession, SetKind
from planner.language import ntr, passage, tr
from planner.ui import counts, dates, group_words
from planner.ui.table_model import Column

MUCH_LONGER = 10  # minutes of which a reader wants to know


class SessionRow(NamedTuple):
    """A new session, how long it takes, and what is done in it."""

    session: PlannedSession
    minutes: int
    exercises: str


def day(week: Microcycle, number: int) -> str:
    """Name a day of a week: 'Mon', or 'Day 3' of a cycle that is no week."""
    if week.days != 7:
        return tr("Day {number}").format(number=number + 1)
    return dates.weekday((week.starts_on + timedelta(days=number)).isoweekday())


def sessions(made: OtherDays | None) -> list[SessionRow]:
    """Return the rows of the new sessions."""
    if made is None or made.first is None:
        return []
    pairs = zip(made.first.sessions, made.first.minutes, strict=True)
    return [SessionRow(new, minutes, _exercises(new, made.names)) for new, minutes in pairs]


def _exercises(session: PlannedSession, names: Mapping[str, str]) -> str:
    pairs = ((_work_sets(made), names[made.exercise]) for made in session.exercises)
    return in_row(f"{sets}\u00a0×\u00a0{name}" for sets, name in pairs)


def _work_sets(made: PlannedExercise) -> int:
    return sum(entry.kind is not SetKind.WARMUP for entry in made.sets)


def session_columns(week: Microcycle) -> list[Column[SessionRow]]:
    """Return the columns of the new sessions."""
    return [
        Column(tr("Day"), partial(_day, week)),
        Column(tr("Minutes"), lambda row: row.minutes, numeric=True),
        Column(tr("Exercises"), lambda row: row.exercises),
    ]


def _day(week: Microcycle, row: SessionRow) -> str:
    return day(week, row.session.day)


def muscle_columns() -> list[Column[MuscleChange]]:
    """Return the columns of what becomes of the muscles."""
    number = wording.number
    return [
        Column(tr("Muscle"), lambda change: group_words.alone(change.group)),
        Column(tr("Before"), lambda change: number(change.before), numeric=True),
        Column(tr("After"), lambda change: number(change.after), numeric=True),
        Column("", _share),
    ]


def _share(change: MuscleChange) -> str:
    if change.before == change.after or not change.before:
        return ""
    share = round(100 * (change.after / change.before - 1))
    return f"{share:+d} %".replace("-", "−")


def before(made: OtherDays) -> str:
    """Say how long the longest session is now."""
    if not made.minutes_before:
        return ""
    return tr("now up to {minutes} min").format(minutes=made.minutes_before)


def said(made: OtherDays | None, most: int | None) -> str:
    """Say which weeks change, and which muscles cannot keep their sets, and why."""
    if made is None:
        return tr("Choose at least one day.")
    if made.first is None:
        return tr("No week from this one on is left to change.")
    if not made.weeks:
        return passage((tr("Nothing to change: the sessions are on these days already."),
                         *_too_long(made.first, most)))  # fmt: skip
    weeks = len(made.weeks)
    words = ntr("{n} week will change.", "{n} weeks will change.", weeks)
    told = [words.format(n=counts.count(weeks))]
    told += [_running(made.running)] if made.running is not None else []
    told += [_begun(made)] if made.begun else []
    return passage((*told, *_becomes(made, made.first), *_muscles(made.first, most)))


def _becomes(made: OtherDays, first: Rearranged) -> list[str]:
    told = [tr("Sessions stay whole.")] if first.whole and first.complete else []
    told += [_longer(made, first)] if _is_longer(made, first) else []
    return told + ([_left_out(first, made.names)] if first.left_out else [])


def _is_longer(made: OtherDays, first: Rearranged) -> bool:
    return max(first.minutes, default=0) >= made.minutes_before + MUCH_LONGER


def _longer(made: OtherDays, first: Rearranged) -> str:
    words = tr("The longest session takes {minutes} min instead of {before}.")
    return words.format(minutes=max(first.minutes), before=made.minutes_before)


def _left_out(first: Rearranged, names: Mapping[str, str]) -> str:
    lines = Counter(names[slug] for slug in first.left_out)
    told = (tr("{name} (twice)").format(name=name) if n == 2 else
            ntr("{name} ({n} time)", "{name} ({n} times)", n).format(name=name, n=n)
            if n > 2 else name for name, n in lines.items())  # fmt: skip
    return tr("Left out: {exercises}.").format(exercises=wording.in_row(told))


def _running(number: int) -> str:
    words = tr("Of week {number} the days from today on change.")
    return words.format(number=number)


def _begun(made: OtherDays) -> str:
    numbers = wording.in_row(map(str, made.begun))
    return tr("Week {numbers} stays as it is: done, begun or shorter.").format(numbers=numbers)


def _muscles(made: Rearranged, most: int | None) -> list[str]:
    if told := _too_long(made, most):
        return told
    if made.complete:
        return [tr("Every muscle keeps its sets.")]
    if not made.short:
        return [tr("Every muscle keeps its sets, within 10 %.")]
    words = tr("In {most} min a session there is no room for all sets of: {muscles}.")
    muscles = wording.in_row(group_words.alone(each.group) for each in made.short)
    return [words.format(most=most, muscles=muscles)]


def _too_long(made: Rearranged, most: int | None) -> list[str]:
    longest = max(made.minutes, default=0)
    if most is None or longest <= most:
        return []
    words = tr("One session still takes {longest} min: nothing more in it can go.")
    return [words.format(longest=longest)]
