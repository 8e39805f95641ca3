"""What the week grid shows, as values: days, cards and lines in the lifter's words and unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planner.coach import library_words, planning, scores
from planner.coach.kept_back import KeptBack, Why
from planner.coach.planning import PlanView
from planner.coach.wording import in_row
from planner.engine.terms import (
    Exercise,
    LoadKind,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    SetKind,
    Unit,
)
from planner.language import tr
from planner.ui import counts, dates, phases
from planner.ui.phases import PhaseLook

DAYS = 7  # of a week; more or fewer are a cycle


@dataclass(frozen=True, slots=True)
class Line:
    """A planned exercise as the card shows it; `load` is '' where it has none."""

    id: int
    planned: PlannedExercise
    exercise: Exercise
    sets: str
    load: str
    look: PhaseLook
    e1rm_kg: float | None = None
    warm_ups: int = 0  # sets
    mind: str = ""  # practice, whom it may not suit, or that it is not there; '' for nothing
    limited: bool = False  # somebody set a limit to it
    hurt: bool = False  # badly, and is not back at that load
    practised: bool = False  # the movement is new: practice comes before load
    kept: KeptBack | None = None  # why the loads planned are not shown; None where they are
    meant: str = ""  # the load planned that is not shown, with its unit

    @property
    def shown_load(self) -> str:
        """The load, nothing where there is none to have, and a blank where it is still open; '–'
        while it is kept back."""
        return self.load or ("" if self._loadless else planning.no_load(self.exercise))

    @property
    def _loadless(self) -> bool:
        return self.exercise.load_kind is LoadKind.NONE

    @property
    def hint(self) -> str:
        """What a share of a strength that is not known needs; '' for any other load."""
        known = self.e1rm_kg is not None or self.held
        return "" if known else unknown_share(self.planned.sets)

    @property
    def held(self) -> bool:
        """Whether there is no load for now: until a clearance, or by a limit."""
        return self.kept is not None and self.kept.held

    @property
    def waiting(self) -> str:
        """Why a load is not shown: '100 kg planned; waits for clearance'; '' where it is."""
        if self.kept is None:
            return ""
        waits = self.kept.why is Why.CLEARANCE
        why = tr("waits for clearance") if waits else tr("a limit keeps it back")
        meant = tr("{load} planned").format(load=self.meant) if self.meant else ""
        return "; ".join(filter(None, (meant, why)))

    @property
    def tempo_words(self) -> str:
        """The tempo with its parts in words: 'Tempo 3-0-1-0: 3 s down, 1 s up'; '' without one."""
        tempo = self.planned.tempo
        told = tr("Tempo {tempo}: {words}").format(tempo=tempo, words=library_words.tempo(tempo))
        return told if tempo else ""

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""
        load = "" if self.held else self.load or ("" if self._loadless else tr("no load yet"))
        name, note = self.exercise.name, self.planned.note
        warm_up = counts.warm_ups(self.warm_ups) if self.warm_ups else ""
        parts = (
            name,
            warm_up,
            self.sets,
            self.tempo_words,
            load,
            self.waiting,
            self.hint,
            self.look.word,
            self.mind,
            note,
        )
        return in_row(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Card:
    """A planned session as the grid shows it; `under_way` while its log is open."""

    id: int
    name: str
    minutes: int
    done: bool
    today: bool
    note: str
    lines: tuple[Line, ...]
    under_way: bool = False

    @property
    def begun(self) -> bool:
        """Whether something of it was logged: it stays as it was planned."""
        return self.done or self.under_way


@dataclass(frozen=True, slots=True)
class Day:
    """One column of the grid; in a cycle that is no week days are counted."""

    number: int
    on: date
    today: bool
    cards: tuple[Card, ...]
    cycle: bool = False

    @property
    def title(self) -> str:
        """The day as its column is headed: 'Mon 2', in a cycle 'Day 1 · Mon 2'."""
        return self._counted(day_name(self.on))

    @property
    def long_title(self) -> str:
        """The day with its month: 'Mon 2 Nov', in a cycle 'Day 1 · Mon 2 Nov'."""
        return self._counted(long_day(self.on))

    def _counted(self, day: str) -> str:
        counted = tr("Day {number} · {day}").format(number=self.number + 1, day=day)
        return counted if self.cycle else day

    @property
    def done(self) -> bool:
        """Whether everything planned for the day is done."""
        return bool(self.cards) and all(card.done for card in self.cards)


def days(view: PlanView, today: date, unit: Unit) -> tuple[Day, ...]:
    """Return the days of the week shown, first day first, each with its sessions in order."""
    return tuple(_day(view, number, today, unit) for number in range(view.week.days))


def _day(view: PlanView, number: int, today: date, unit: Unit) -> Day:
    on = view.week.starts_on + timedelta(days=number)
    cards = tuple(
        _card(view, made, on == today, unit) for made in view.week.sessions if made.day == number
    )
    return Day(number, on, on == today, cards, view.week.days != DAYS)


def _card(view: PlanView, made: PlannedSession, today: bool, unit: Unit) -> Card:
    number = made.id or 0
    return Card(
        id=number,
        name=made.name,
        minutes=view.minutes.get(number, 0),
        done=number in view.done and number not in view.under_way,
        today=today,
        note=made.note,
        lines=tuple(_line(view, entry, unit) for entry in made.exercises),
        under_way=number in view.under_way,
    )


def _line(view: PlanView, planned: PlannedExercise, unit: Unit) -> Line:
    slug = planned.exercise
    exercise = view.exercises.get(slug) or Exercise(slug, slug)
    kept = view.kept_back.get(planned.id or 0)
    shown = planned if kept is None else kept.shown
    sets, load = _written(shown, exercise, unit)
    _, meant = ("", "") if kept is None else _written(planned, exercise, unit)
    reading = view.readings.get(slug)
    e1rm_kg = reading.strength_kg if reading is not None else None
    look = phases.NO_PHASE if scores.scored(exercise) else phases.look(reading)
    return Line(
        planned.id or 0,
        planned,
        exercise,
        sets,
        load if kept is None else kept.marked(load, exercise),
        look,
        e1rm_kg,
        sum(entry.kind is SetKind.WARMUP for entry in shown.sets),
        _mind(view, planned),
        planned.id in view.limited,
        planned.id in view.hurt,
        planned.id in view.practice,
        kept,
        planning.load_with_unit(meant, unit) if meant != load else "",
    )


def _written(planned: PlannedExercise, exercise: Exercise, unit: Unit) -> tuple[str, str]:
    """Write (work sets, their loads) as a line shows them."""
    work = tuple(entry for entry in planned.sets if entry.kind is not SetKind.WARMUP)
    sets, load = planning.prescription_text(work, unit, exercise)
    return sets, planning.load_words(exercise, load)


def _mind(view: PlanView, planned: PlannedExercise) -> str:
    """Say what is to be minded: pain and a limit first, since they protect somebody."""
    said = [view.practice.get(planned.id or 0), view.minded.get(planned.id or 0)]
    if planned.id in view.limited:
        said.reverse()
    return " · ".join(filter(None, [view.hurt.get(planned.id or 0), *said]))


def unknown_share(sets: Sequence[PlannedSet]) -> str:
    """Say what a share of a strength that is not known needs; '' when no set is such a share."""
    if all(entry.percent_e1rm is None for entry in sets):
        return ""
    return tr("no e1RM yet: log a session first, or type a load")


def day_name(on: date) -> str:
    """Write a day as 'Mon 2'."""
    words = tr("{weekday} {day}", "a day with its weekday before it")
    return words.format(weekday=dates.weekday(on.isoweekday()), day=on.day)


def long_day(on: date) -> str:
    """Write a day as 'Mon 2 Nov'."""
    return dates.with_weekday(on)


def week_dates(week: Microcycle) -> str:
    """Write a week's dates as '2–8 Nov', 'Nov 2–8' or '30 Nov – 6 Dec'."""
    first, last = week.starts_on, week.starts_on + timedelta(days=week.days - 1)
    if first.month != last.month:
        return dates.span(first, last)
    return dates.within_month(first, last)
