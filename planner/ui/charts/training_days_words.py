"""What is said of regular training: weeks in a row, usual days, what was planned; no scolding."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta

from PySide6.QtCore import QLocale, QTime

from planner.coach import wording
from planner.coach.adherence import NOTHING_DUE
from planner.coach.charts.training_days_page import Habit, Regularity, TrainingDays
from planner.coach.charts.weeks_kept import WeekKept
from planner.language import tr
from planner.ui import counts, dates

LATELY = timedelta(weeks=12)


def sentences(made: TrainingDays, today: date) -> list[str]:
    """Return three sentences about a lifter's training days."""
    return [
        _row(made.regular, today),
        _habit(made.regular),
        _kept(made.weeks, today),
    ]


def _row(regular: Regularity, today: date) -> str:
    row, best = regular.row, regular.best
    if best is None:
        return tr("Weeks in a row are counted from the first session on.")
    most = counts.weeks(best.weeks)
    if best.weeks == 1 and row is not None:
        return tr("The first week with a session: weeks in a row are counted from here.")
    if row is None:
        words = tr("The most so far were {most} in a row, up to {day}; the next session begins a "
                    "new row.")  # fmt: skip
        said = words.format(most=most, day=dates.short(best.until + timedelta(days=6), today))
    elif row.weeks == 1:
        words = tr("A new row of weeks has begun; the longest so far has {most}.")
        said = words.format(most=counts.count(best.weeks))
    elif row.weeks >= best.weeks:
        said = tr("{weeks} in a row with a session, the most so far.").format(weeks=most)
    else:
        words = tr("{weeks} in a row with a session; the most so far were {most}.")
        said = words.format(weeks=counts.weeks(row.weeks), most=counts.count(best.weeks))
    return f"{said} {tr('Time away does not break a row.')}"


def _habit(regular: Regularity) -> str:
    habit = regular.habit
    if habit.days is None:
        if habit.missing == 1:
            return tr("After one more week with training your usual days stand here.")
        after = tr("After {number} more weeks with training your usual days stand here.")
        return after.format(number=habit.missing)
    words = tr("Trained in {trained} of the last {weeks}{away}: then usually on {days} a week{on}.")
    if habit.trained == habit.weeks:
        words = tr("Trained in each of the last {weeks}: usually on {days} a week{on}.")
    return words.format(
        trained=habit.trained,
        weeks=_whole_weeks(habit.weeks),
        away=_away(habit),
        days=days_a_week(habit),
        on=_weekdays(habit),
    )


def _away(habit: Habit) -> str:
    if not habit.away:
        return ""
    return tr(", {weeks} of them away").format(weeks=counts.count(habit.away))


def days_a_week(habit: Habit) -> str:
    """Write '3 days (2 to 4)'; '' where it cannot be told yet."""
    if habit.days is None:
        return ""
    middle, low, high = habit.days
    said = tr("1 day") if middle == 1 else tr("{0} days").format(wording.number(middle))
    return said if low == high else f"{said} ({tr('{0} to {1}').format(low, high)})"


def _weekdays(habit: Habit) -> str:
    names = [dates.weekday(number) for number in _in_order(habit.usual)]
    if len(names) > 1:
        names[-2:] = [tr("{0} and {1}").format(*names[-2:])]
    return tr(", mostly {days}").format(days=", ".join(names)) if names else ""


def _in_order(numbers: Sequence[int]) -> list[int]:
    """Sort weekdays as the reader's week has them."""
    return sorted(numbers, key=lambda number: (number - dates.first_weekday()) % 7)


def _kept(weeks: Sequence[WeekKept], today: date) -> str:
    lately = [week for week in weeks if week.starts_on > today - LATELY]
    total = sum((week.kept for week in lately), NOTHING_DUE)
    if not total.due:
        return tr("A week with a plan is compared here with what was done in it.")
    words = tr(
        "Done in the last 12 weeks: {done} of {due} planned, and {made} where {sets} were planned."
    )
    return words.format(
        due=counts.sessions(total.due),
        done=counts.count(total.done),
        made=counts.hard_sets(total.sets_done),
        sets=counts.count(total.sets_due),
    )


def week_words(week: WeekKept, by_sets: bool, beside: date) -> list[str]:
    """Return the lines about a week with a plan."""
    named = tr("week of {day}").format(day=dates.short(week.starts_on, beside))
    kept, ahead = week.kept, week.sets_ahead if by_sets else week.sessions_ahead
    if by_sets:
        done = tr("{done} of {due}").format(
            done=counts.count(kept.sets_done), due=counts.hard_sets(kept.sets_due)
        )
    else:
        done = tr("{done} of {due}").format(
            done=counts.count(kept.done), due=counts.sessions(kept.due)
        )
    return [named, done, *([tr("{0} still to come").format(ahead)] if ahead else [])]


def begins(known: tuple[time, time]) -> str:
    """Write between which times half of the last sessions began."""
    early, late = (
        QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
        for at in known
    )
    if early == late:
        return tr("Half of the last sessions began at about {0}").format(early)
    return tr("Half of the last sessions began from {0} to {1}").format(early, late)


def _whole_weeks(number: int) -> str:
    return tr("1 whole week") if number == 1 else tr("{0} whole weeks").format(number)
