"""What is said of regular training: weeks in a row, usual days, what was planned; no scolding."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta

from planner.coach import wording
from planner.coach.adherence import NOTHING_DUE
from planner.coach.charts.training_days_page import Habit, Regularity, Streak, TrainingDays
from planner.coach.charts.weeks_kept import WeekKept
from planner.language import ntr, tr
from planner.ui import counts, dates, region

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
    if best.weeks == 1 and row is not None:
        return tr("The first week with a session: weeks in a row are counted from here.")
    return f"{_of_weeks(row, best, today)} {tr('Time away does not break a row.')}"


def _of_weeks(row: Streak | None, best: Streak, today: date) -> str:
    if row is None:
        words = tr("The most so far were {most} in a row, up to {day}; the next session begins a "
                    "new row.")  # fmt: skip
        until = dates.short(best.until + timedelta(days=6), today)
        return words.format(most=counts.weeks(best.weeks), day=until)
    weeks, most = counts.weeks(row.weeks), counts.count(best.weeks)
    if row.weeks == 1:
        words = tr("A new row of weeks has begun; the longest so far has {most}.")
    elif row.weeks >= best.weeks:
        words = tr("{weeks} in a row with a session, the most so far.")
    else:
        words = tr("{weeks} in a row with a session; the most so far were {most}.")
    return words.format(weeks=weeks, most=most)


def _habit(regular: Regularity) -> str:
    habit = regular.habit
    if habit.days is None:
        after = ntr(
            "After one more week with training your usual days stand here.",
            "After {number} more weeks with training your usual days stand here.",
            habit.missing,
        )
        return after.format(number=habit.missing)
    on = _weekdays(habit)
    days = days_a_week(habit)
    usual = tr("{days} a week, mostly {weekdays}") if on else tr("{days} a week")
    return _trained(habit).format(
        trained=habit.trained,
        weeks=_whole_weeks(habit.weeks),
        away=counts.count(habit.away),
        days=usual.format(days=days, weekdays=on),
    )


def _trained(habit: Habit) -> str:
    if habit.trained == habit.weeks:
        return tr("Trained in each of the last {weeks}: usually on {days}.")
    if habit.away:
        return tr(
            "Trained in {trained} of the last {weeks}, {away} of them away: then usually on {days}."
        )
    return tr("Trained in {trained} of the last {weeks}: then usually on {days}.")


def days_a_week(habit: Habit) -> str:
    """Write '3 days (2 to 4)'; '' where it cannot be told yet."""
    if habit.days is None:
        return ""
    middle, low, high = habit.days
    said = counts.days(middle)
    if low == high:
        return said
    return tr("{days} ({least} to {most})").format(days=said, least=low, most=high)


def _weekdays(habit: Habit) -> str:
    """Name the usual days: 'Mon, Wed and Fri'; '' where there are none."""
    return wording.listed(dates.weekday(number) for number in _in_order(habit.usual))


def _in_order(numbers: Sequence[int]) -> list[int]:
    """Sort weekdays as the reader's week has them."""
    return sorted(numbers, key=lambda number: (number - region.first_weekday()) % 7)


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
    early, late = map(dates.clock, known)
    if early == late:
        return tr("Half of the last sessions began at about {0}").format(early)
    return tr("Half of the last sessions began from {0} to {1}").format(early, late)


def _whole_weeks(number: int) -> str:
    return ntr("{0} whole week", "{0} whole weeks", number).format(number)
