"""The words of the recovery page: days, verdicts, questions, and how to bring back what is off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from textwrap import wrap

from planner.coach import wording
from planner.coach.charts.check_in_answers import Answer
from planner.coach.charts.recovery_days import RecoveryDay
from planner.coach.charts.sleep_and_strength import HOURS, Night, SleepAndStrength, percent
from planner.engine.terms import DayVerdict, Phrase, Unit
from planner.language import ntr, tr
from planner.ui import counts, dates, group_words, today_words

LINE_LETTERS = 56  # of what is shown beside the cursor


def day_name(on: date) -> str:
    """Write a day with weekday and year."""
    return dates.with_weekday(on, date.min)


def said(words: Phrase, unit: Unit, today: date) -> str:
    """Write a sentence; days of other years than today's have their year."""
    return wording.render(words, unit, lambda on: dates.short(on, today))


def of_day(day: RecoveryDay, unit: Unit) -> list[str]:
    """Say what was known of a day, line by line."""
    levels = ((tr("As a whole"), day.whole), (tr("Muscles"), day.muscles))
    known = [f"{name} {today_words.percent(level)}" for name, level in levels if level is not None]
    lines = [day_name(day.on), " · ".join(known) or tr("Nothing known")]
    lines += [_verdict(day, unit)] if day.verdict is not None or day.why is not None else []
    if day.chosen is not None:
        lines.append(tr("Your own choice: {0}").format(today_words.word(day.chosen)))
    if day.tiring is not None and day.tiring != day.why:
        lines.append(said(day.tiring, unit, day.on))
    return [part for line in lines for part in wrap(line, LINE_LETTERS)]


def _verdict(day: RecoveryDay, unit: Unit) -> str:
    why = "" if day.why is None else said(day.why, unit, day.on)
    if day.verdict is None:
        return why
    return wording.told_of(f"{today_words.mark(day.verdict)} {today_words.word(day.verdict)}", why)


def verdict(made: DayVerdict | None) -> str:
    """Write a verdict with its sign; '' for none."""
    return "" if made is None else f"{today_words.word(made)} {today_words.mark(made)}"


def of_group(group: str, day: RecoveryDay) -> list[str]:
    """Say how fresh a muscle group was on a day."""
    level = dict(day.groups).get(group)
    shown = today_words.percent(level) or today_words.fresh(None)
    return [day_name(day.on), wording.told_of(group_words.alone(group), shown)]


def question(name: str) -> str:
    """Name a question of the check-in."""
    return {
        "sleep_hours": tr("Sleep, hours"),
        "sleep": tr("Sleep, 1–5"),
        "energy": tr("Energy, 1–5"),
        "motivation": tr("Motivation, 1–5"),
        "soreness": tr("Soreness, 1–5"),
    }[name]


def of_night(night: Night, by: str) -> Sequence[str]:
    """Say what was noted of a night, and how the sessions after it came out."""
    points = tr("slept {0} h") if by == HOURS else tr("slept {0} of 5")
    came = tr("{share} from what was expected, {lifts}").format(
        share=percent(night.share), lifts=counts.lifts(night.lifts)
    )
    return [day_name(night.on), points.format(wording.number(night.slept)), came]


def slept(by: str) -> str:
    """Name what a night is told in."""
    return tr("hours slept the night before") if by == HOURS else tr("sleep before, 1–5")


def of_answer(name: str, answer: Answer) -> Sequence[str]:
    """Say what was answered on a day."""
    on, value = answer
    return [day_name(on), wording.told_of(question(name), wording.number(value))]


def more_nights(made: SleepAndStrength | None) -> str:
    """Say how many nights are missing; '' when there are enough."""
    if made is None:
        return being_read()
    if not made.missing:
        return ""
    words = ntr(
        "Appears after {0} more night noted before training.",
        "Appears after {0} more nights noted before training.",
        made.missing,
    )
    return words.format(made.missing)


def being_read() -> str:
    """Say that something is not there yet."""
    return tr("Being read.")


def switched_off(name: str) -> str:
    """Say that something is off, and where it is switched on."""
    return tr("{0} is switched off: tick it in Lifter ▸ What is shown.").format(name)


def nothing_logged() -> str:
    """Say what will appear once something is logged."""
    return tr("After the first session logged, every day shows here.")


def time_off() -> str:
    """Name days without training."""
    return tr("time off")


def no_answers() -> str:
    """Say what will appear once something is answered."""
    return tr("Answer a check-in, and it shows here.")


def more_answers(missing: int) -> str:
    """Say how many more answers draw a line."""
    words = ntr(
        "A line through the answers appears after {0} more.",
        "A line through the answers appears after {0} more.",
        missing,
    )
    return words.format(missing)
