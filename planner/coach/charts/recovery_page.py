"""What the recovery page of the charts says beside its plots, and what of it a lifter wants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from planner.coach import absences, finding_sessions, switches
from planner.coach.charts import check_in_answers
from planner.coach.charts.recovery_days import RecoveryDay, first_trained
from planner.coach.switches import Switch
from planner.engine.terms import N_, Absence, DayVerdict, Phrase, in_row, phrase

LEAST_KNOWN = 3  # days from which a middle says something: rule of thumb
_TIMES = {
    DayVerdict.PUSH: N_("{n} × push"),
    DayVerdict.HOLD: N_("{n} × hold"),
    DayVerdict.EASE: N_("{n} × ease"),
    DayVerdict.REST: N_("{n} × rest"),
}
NOT_MEASURED = phrase("All of it follows from the log and your answers; nobody measured it.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the page a lifter is shown."""

    gauges: bool
    verdicts: bool
    answers: bool


def wanted(lifter_id: int) -> Wanted:
    """Return what a lifter wants to be shown; LookupError without one."""
    parts = (Switch.RECOVERY, Switch.VERDICT, Switch.CHECK_IN)
    return Wanted(*(switches.is_on(lifter_id, each) for each in parts))


def first_day(lifter_id: int, today: date) -> date | None:
    """Return the first day with a set or an answer; None without any."""
    first = first_trained(lifter_id)
    answered = [each.on for each in check_in_answers.check_ins(lifter_id, today)[:1]]
    known = [on for on in (first, *answered) if on is not None and on <= today]
    return min(known, default=None)


def away(lifter_id: int, today: date) -> list[Absence]:
    """Return the days away that began by today, oldest first."""
    return [each for each in absences.absences(lifter_id) if each.since <= today]


def sessions(lifter_id: int) -> dict[date, int]:
    """Return the session of each day trained, the last one of several."""
    return {each.on: each.id for each in reversed(finding_sessions.heads(lifter_id))}


def sentences(days: Sequence[RecoveryDay], made: Wanted) -> tuple[Phrase, ...]:
    """Say in short what was said of some days, oldest first; () without any."""
    said: list[Phrase] = []
    off = sum(day.off for day in days)
    days = [day for day in days if not day.off]
    if not days:
        return ()
    if made.verdicts:
        said += _verdicts(days)
    if made.gauges:
        said += _levels(days, phrase("As a whole"), lambda day: day.whole)
        said += _levels(days, phrase("Muscles"), lambda day: day.muscles)
        said += _harder(days)
    if said and off:
        words = phrase("Time off, no session for three weeks or more, is left out: {off} days.",
                       off=off)  # fmt: skip
        said.append(words)
    return (*said, NOT_MEASURED) if said else ()


def _verdicts(days: Sequence[RecoveryDay]) -> list[Phrase]:
    """Count the verdicts, and how often another one was chosen."""
    count = Counter(day.verdict for day in days if day.verdict is not None)
    if not count:
        return []
    told = in_row([phrase(_TIMES[each], n=count[each]) for each in DayVerdict if count[each]])
    own = sum(day.chosen is not None for day in days)
    if not own:
        return [phrase("On {days} days: {verdicts}.", days=count.total(), verdicts=told)]
    return [phrase(
        "On {days} days: {verdicts}; you chose otherwise on {own} day."
        if own == 1
        else "On {days} days: {verdicts}; you chose otherwise on {own} days.",
        days=count.total(), verdicts=told, own=own,
    )]  # fmt: skip


def _levels(
    days: Sequence[RecoveryDay], gauge: Phrase, level: Callable[[RecoveryDay], float | None]
) -> list[Phrase]:
    """Tell the middle and the lowest of a gauge, to the ten: it is reckoned, not measured."""
    known = [(found, day.on) for day in days if (found := level(day)) is not None]
    if len(known) < LEAST_KNOWN:
        return [phrase("{gauge}: known on {known} of {days} days, too few to tell.", gauge=gauge,
                       known=len(known), days=len(days))]  # fmt: skip
    if len(known) < len(days):
        gauge = phrase("{gauge} (known on {known} of {days} days)", gauge=gauge,
                       known=len(known), days=len(days))  # fmt: skip
    (low, low_on), usual = min(known), median(found for found, _ in known)
    if _tens(low) == _tens(usual):
        return [phrase("{gauge}: mostly about {usual_pct}.", gauge=gauge, usual_pct=_tens(usual))]
    return [phrase(
        "{gauge}: mostly about {usual_pct}, lowest about {low_pct} on {low_on}.",
        gauge=gauge, usual_pct=_tens(usual), low_pct=_tens(low), low_on=low_on,
    )]  # fmt: skip


def _harder(days: Sequence[RecoveryDay]) -> list[Phrase]:
    """Name the lifts of which the same sets left less in reserve, the most days first."""
    count = Counter(lift for day in days for lift in day.harder)
    if not count:
        return []
    lifts = in_row([lift for lift, _ in count.most_common()])
    return [phrase("Got harder at the same load, with less in reserve each time: {lifts}.",
                   lifts=lifts)]  # fmt: skip


def _tens(level: float) -> int:
    return 10 * round(10 * level)
