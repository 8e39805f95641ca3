"""What is said of the days that a program shall be trained on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from planner.coach.programs import Program
from planner.coach.start_days import WEEK, Days, Placed
from planner.coach.wording import in_row, listed
from planner.language import ntr, passage, tr
from planner.ui import counts, dates, group_words


def refused(usual: Sequence[int]) -> str:
    """Say why a day more cannot be chosen."""
    words = ntr(
        "This program has one day a week. Turn it off to choose another one.",
        "This program has {days} a week. Turn one off to choose another one.",
        len(usual),
    )
    return words.format(days=counts.days(len(usual)))


def over(days: Sequence[int], starts_on: date, today: date) -> str:
    """Name the days of a first week under way that are before today; '' when none is."""
    gone = (today - starts_on).days
    before = [day for day in days if day < gone < WEEK]
    words = tr("Already over in the first week: {days}. Choose days ahead, or a later first day.")
    return words.format(days=weekdays(before, starts_on)) if before else ""


def said(placed: Placed, program: Program, days: Days, starts_on: date) -> str:
    """Say what becomes of a program on other days; '' when all is as it wants it."""
    told = [_spread(placed, program, days), _running(placed, starts_on)]
    return passage(filter(None, told))


def weekdays(days: Sequence[int], starts_on: date) -> str:
    """Name days from a first one on: 'Mon, Wed and Fri'."""
    return listed(_weekday(day, starts_on) for day in days)


def _running(placed: Placed, starts_on: date) -> str:
    if not placed.running:
        return ""
    pairs = (
        tr("{day} and {next}").format(day=_weekday(day, starts_on), next=_weekday(after, starts_on))
        for day, after in placed.running
    )
    words = tr("{days} follow each other, where the program has a day of rest or more.")
    return words.format(days=in_row(pairs))


def _spread(placed: Placed, program: Program, days: Days) -> str:
    if not placed.spread:
        return ""
    words = tr("The week's sets on {days}, up to {minutes} min a session: {muscles}.")
    told = words.format(
        days=counts.days(len(days.on)), minutes=placed.minutes, muscles=_muscles(placed, days)
    )
    if days.most_minutes is None and placed.minutes > program.minutes:
        return tr("{told} Choose a Time to keep sessions shorter, with fewer sets.").format(
            told=told
        )
    return told


def _muscles(placed: Placed, days: Days) -> str:
    if placed.exact:
        return tr("every muscle keeps its sets")
    if not placed.short:
        return tr("every muscle keeps its sets within 10 %")
    if days.most_minutes is not None and placed.minutes > days.most_minutes:
        words = tr("even what cannot be left out takes longer than {most} min")
        return words.format(most=days.most_minutes)
    if len(placed.short) == len(placed.spread[0].muscles):
        return tr("there is no room for all sets of any muscle")
    words = tr("there is no room for all sets of {muscles}")
    return words.format(muscles=listed(map(group_words.within, placed.short)))


def _weekday(day: int, starts_on: date) -> str:
    return dates.weekday((starts_on + timedelta(days=day)).isoweekday())
