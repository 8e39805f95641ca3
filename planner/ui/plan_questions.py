"""What the planner asks before it does something that could be meant in two ways."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from planner.coach import wording
from planner.coach.typing_back import Unlogged
from planner.engine.terms import Microcycle
from planner.language import ntr, tr
from planner.ui import counts, log_words, plan_words
from planner.ui.ask_line import AskLine


def start_session(
    line: AskLine,
    week: Microcycle,
    session_id: int,
    today: date,
    start: Callable[[date], object],
    back: QWidget,
) -> None:
    """Start a session of a week today, or ask for the day when it is planned for another one."""
    made = next((each for each in week.sessions if each.id == session_id), None)
    on = week.starts_on + timedelta(days=made.day) if made is not None else today
    if made is None or on == today:
        start(today)
    else:
        _ask_day(line, made.name, on, today, start, back)


def _ask_day(
    line: AskLine, name: str, on: date, today: date, start: Callable[[date], object], back: QWidget
) -> None:
    """Ask for the day of a session not planned for today; its own first when it is past."""
    its_day = tr("On {day}").format(day=plan_words.day_name(on))
    this_day = tr("Today, {day}").format(day=plan_words.day_name(today))
    answers = [(its_day, partial(start, on)), (this_day, partial(start, today))]
    question = tr("{name} is planned for {day}. Log it on which day?")
    line.ask(
        question.format(name=name, day=plan_words.long_day(on)),
        answers if on < today else answers[::-1],
        back,
    )


def ask_copy(
    line: AskLine, own: Sequence[str], weeks: int, copy: Callable[[bool], object], back: QWidget
) -> None:
    """Ask what becomes of the next weeks' own sessions; `copy` is told whether they stay."""
    words = ntr(
        "The next week already has {sessions}: {names}.",
        "The next weeks already have {sessions}: {names}.",
        weeks,
    )
    question = words.format(
        sessions=counts.sessions(len(own)), names=wording.in_row(dict.fromkeys(own))
    )
    answers = [(tr("&Replace"), partial(copy, False)), (tr("Add &beside"), partial(copy, True))]
    line.ask(question, answers, back)


def ask_next(
    line: AskLine, waiting: Unlogged, today: date, start: Callable[[], object], back: QWidget
) -> None:
    """Offer to type in the next planned session that nothing was logged of."""
    question = tr("Also planned and not logged yet: {day} · {name}")
    said = question.format(day=log_words.day(waiting.on, today), name=waiting.name)
    line.ask(said, [(tr("Log it"), start)], back)
