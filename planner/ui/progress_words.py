"""What is said of the weeks that a rule of progression makes."""

from __future__ import annotations

from collections.abc import Sequence

from planner.coach import wording
from planner.coach.progressing import BuiltWeek, Harder, Progress, has_percentages
from planner.coach.wording import in_row
from planner.engine.terms import Microcycle
from planner.language import ntr, passage, tr
from planner.ui import counts, dates, group_words, volume_words
from planner.ui.table_model import Column

MOST_JUMPS = 2
RESERVES = ((3.0, 1.0), (3.0, 0.0), (4.0, 2.0), (2.0, 1.0))


def every(weeks: int) -> str:
    """Write how often a set is added."""
    if not weeks:
        return tr("the same")
    words = ntr("one more every week", "one more every {weeks} weeks", weeks)
    return words.format(weeks=weeks)


def harder(what: Harder) -> str:
    """Write what makes the weeks harder."""
    return {
        Harder.NOTHING: tr("nothing"),
        Harder.LOAD: tr("load"),
        Harder.EFFORT: tr("effort: fewer reps in reserve"),
        Harder.REPS: tr("repetitions"),
    }[what]


def amounts(what: Harder, percents: Sequence[float]) -> list[tuple[str, object]]:
    """Return the amounts to choose from, in words, with their values."""
    if what == Harder.LOAD:
        words = tr("+{percent} % a week")
        return [(words.format(percent=wording.number(each)), each) for each in percents]
    if what == Harder.EFFORT:
        words = tr("from RIR {first} to {last}")
        number = wording.number
        return [
            (words.format(first=number(first), last=number(last)), (first, last))
            for first, last in RESERVES
        ]
    return [(tr("+1 a week"), 1)] if what == Harder.REPS else []


def columns() -> list[Column[BuiltWeek]]:
    """Return the columns of the preview."""
    return [
        Column(tr("Week"), _week),
        Column(tr("Hard sets"), _hard_sets, numeric=True),
        Column(tr("RIR"), lambda made: _number(made.figures.rir), numeric=True),
        Column(tr("Intensity"), lambda made: _percent(made.figures.intensity), numeric=True),
        Column(tr("Load"), _load, numeric=True),
        Column("", _remarks),
    ]


def _week(made: BuiltWeek) -> str:
    number, day = made.week.number, dates.short(made.week.starts_on)
    words = tr("{number} · {day} · deload") if made.week.deload else tr("{number} · {day}")
    return words.format(number=number, day=day)


def _hard_sets(made: BuiltWeek) -> str:
    light = made.figures.sets - made.figures.hard_sets
    words = tr("{hard} + {light} light") if light else "{hard}"
    return words.format(hard=made.figures.hard_sets, light=light)


def _number(value: float | None) -> str | None:
    return None if value is None else wording.number(round(2 * value) / 2)


def _percent(share: float | None) -> str | None:
    return None if share is None else f"{round(100 * share)} %"


def _load(made: BuiltWeek) -> str | None:
    return None if made.load is None else _rise(made.load)


def _rise(share: float) -> str:
    """Write a share of the first week's load as what it is more or less: '+2.5 %'."""
    rise = round(100 * (share - 1), 1)
    sign = "+" if rise > 0 else "−" if rise < 0 else "±"
    return f"{sign}{wording.number(abs(rise))} %"


def _remarks(made: BuiltWeek) -> str:
    own = counts.sessions(len(made.own))
    words = tr("keeps {sessions}") if made.kept else tr("replaces {sessions}")
    told = [words.format(sessions=own)] if made.own else []
    if made.rise is not None and made.load is not None and _rise(made.rise) != _load(made):
        told.append(tr("rule {rise}").format(rise=_rise(made.rise)))
    return " · ".join(told + ([f"▲ {_jumps(made)}"] if made.jumps else []))


def _jumps(made: BuiltWeek) -> str:
    """Name the muscles that rise most, and count the others."""
    most = sorted(made.jumps, key=lambda jump: -jump.sets + jump.usual)
    words = tr("{group} {rise}")
    told = [
        words.format(group=group_words.alone(jump.group), rise=volume_words.rise(jump))
        for jump in most[:MOST_JUMPS]
    ]
    more = len(most) - len(told)
    return wording.in_row(told + ([tr("{n} more").format(n=more)] if more else []))


def replaced(made: Sequence[BuiltWeek]) -> str:
    """Ask whether weeks with sessions of their own get new ones."""
    weeks = _ranges([each.week.number for each in made if each.own])
    return tr("&Replace what is planned in week {weeks}").format(weeks=weeks)


def _ranges(numbers: Sequence[int]) -> str:
    """Write numbers in order as '2, 5–9'."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return in_row(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def build(weeks: int) -> str:
    """Write the button."""
    return tr("&Build {weeks}").format(weeks=counts.weeks(weeks)) if weeks else tr("&Build")


def problem(first: Microcycle, made: Sequence[BuiltWeek]) -> str:
    """Say why nothing, or little, comes of it; '' when there is nothing to say."""
    if not any(session.exercises for session in first.sessions):
        return tr("Fill this week first: the others are made from it.")
    if len(made) == 1:
        return tr("This is the last week of the block. Choose an earlier one.")
    if first.deload:
        return tr("This week is a deload. Begin with a training week.")
    if all(each.kept for each in made):
        return tr("All weeks after this one have sessions of their own; they stay as they are.")
    if made[0].load is None:
        return tr("This week has no loads yet; Plan › Fill loads adds them.")
    return ""


def said(made: Sequence[BuiltWeek], rule: Progress) -> str:
    """Say what the table does not: where loads and percentages stop, and what deloads are."""
    built = [each for each in made if not each.kept]
    told = []
    if any(each.rise is not None and _rise(each.rise) != _load(each) for each in built):
        told.append(tr("Loads are rounded to what the gym can load."))
    if rule.harder == Harder.LOAD and not rule.percentages and has_percentages(made[0].week):
        told.append(tr("Percentages stay: what they come to grows with strength."))
    if names := tuple(dict.fromkeys(name for each in built for name in each.at_most)):
        words = tr("Percentages at the most their reps and reserve allow: {names}.")
        told.append(words.format(names=wording.in_row(names)))
    if names := tuple(dict.fromkeys(name for each in built for name in each.held)):
        words = tr("Not harder, for a clearance is waited for or a limit is set: {names}.")
        told.append(words.format(names=wording.in_row(names)))
    if any(each.week.deload for each in built):
        told.append(_deloads(made[0].week.number))
    if any(each.jumps for each in made):
        told.append(tr("▲ much more of a muscle than the four training weeks before it"))
    return passage(told)


def _deloads(first: int) -> str:
    words = tr(
        "Deload: week {number} with half of each exercise's sets (rounded up), "
        "two more reps in reserve and lighter loads."
    )
    return words.format(number=first)
