"""A simulated lifter at work: strength that changes, and the sets that it lets happen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import exp, log, log1p
from random import Random

from planner.engine.layoff import detraining
from planner.engine.strength import moved_kg, typed_kg
from planner.engine.terms import (
    CheckIn,
    Exercise,
    ExerciseDay,
    Lifter,
    LoadKind,
    LoggedSet,
    Phase,
)

_REGAIN_DAYS = 16.0
_FATIGUE_DAYS = 9.0
_SET_FATIGUE = 0.012
_ANSWERED = 0.85
_NEW_PROGRAM = 0.03  # chance a session
_WORN = 20.0  # steps on a scale of five per log unit of strength missing


@dataclass(frozen=True, slots=True)
class Truth:
    """What is really so after a session.

    `log_kg` is strength without fatigue or noise, `gain_28d` its noise-free gain over the next 28
    days of training, `shown_log_kg` the strength that this day's sets had to work with.
    """

    on: date
    log_kg: float
    gain_28d: float
    fatigue: float
    shown_log_kg: float
    phase: Phase


@dataclass(frozen=True, slots=True)
class Trainee:
    """The hidden make-up of a simulated lifter; spans in days, strength on the log kg scale.

    `missing` and `layoffs` are chances, per session and per week trained. Growth slows as what
    was grown nears `limit`, for the same work is a smaller stimulus then. `wellness` says how
    clearly tiredness shows in check-ins: 1, half of it, or 0 when there are none.
    """

    start: float
    learning: float
    steps: float
    linear_log: bool
    growth: float
    curve: float
    noise: float
    logs_reserve: bool
    reserve_bias: float
    policy: str
    per_week: int
    missing: float
    wellness: float
    sets: int
    typos: float
    layoffs: float
    limit: float


@dataclass(slots=True)
class _Episode:
    """A stretch of more volume or of stress outside the gym."""

    until: date
    volume: float
    stress: float


class Body:
    """The changing part of a trainee: clock of learning, growth, loss, fatigue, load in use."""

    def __init__(self, rng: Random, made: Trainee, exercise: Exercise, lifter: Lifter) -> None:
        """Begin untrained, with a first load of about 8 repetitions."""
        self.rng, self.made, self.exercise = rng, made, exercise
        self.others = 0.5 * made.per_week * made.sets
        self.aside = Random(made.start)  # noqa: S311 - what is told beside the sets; no secrets
        self.bodyweight_kg = lifter.bodyweight_kg or 75.0
        self.clock = self.growth = self.loss = self.fatigue = self.usual_fatigue = 0.0
        self.episode: _Episode | None = None
        self.load = 0.0
        self.load = self._loadable(self._typed(exp(made.start) / (1.0 + 11.0 / made.curve)))
        self.misses = 0
        self.gap: int | None = None
        self.recent: list[tuple[date, int]] = []
        self.shown = made.start

    def strength(self, clock: float | None = None) -> float:
        """Return strength without fatigue, log kg, as learning stands at `clock`."""
        made = self.made
        steps = self.clock if clock is None else clock
        if made.linear_log:
            learned = made.learning * 0.42 * log1p(2.0 * steps / made.steps)
        else:
            learned = made.learning * (1.0 - exp(-steps / made.steps))
        return made.start + learned + self.growth - self.loss

    def pass_time(self, days: int, on: date) -> None:
        """Let `days` go by up to the session on `on`."""
        active = min(days, 10)
        self.gap = days
        self.clock += 0.5 * active / 3.5
        self.growth += self.made.growth * active * exp(-self.growth / self.made.limit)
        self.loss *= exp(-active / _REGAIN_DAYS) if days <= 10 else 1.0
        self.loss += detraining(days) * exp(self.rng.gauss(0.0, 0.5))
        self.fatigue *= exp(-days / _FATIGUE_DAYS)
        if self.episode is not None and on > self.episode.until:
            self.episode = None
        if self.episode is None and self.rng.random() < 0.015:
            heavy = self.rng.random() < 0.5
            until = on + timedelta(days=self.rng.randint(10, 28))
            self.episode = _Episode(until, 1.8 if heavy else 1.0, 0.0 if heavy else 0.05)

    def train(self, on: date) -> ExerciseDay:
        """Do the session: sets, tiredness, the next load."""
        rng, made = self.rng, self.made
        volume = self.episode.volume if self.episode else 1.0
        count = max(1, round(made.sets * volume))
        self.shown = self.strength() - self.dip() + rng.gauss(0.0, made.noise)
        if rng.random() < 0.03:
            self.shown -= abs(rng.gauss(0.06, 0.03))
        sets = [self._set(index) for index in range(count)]
        self.clock += 0.5
        self.fatigue += 0.008 * count / made.sets * volume
        self.usual_fatigue += 0.05 * (self.fatigue - self.usual_fatigue)
        self.recent = [(d, n) for d, n in self.recent if (on - d).days < 7] + [(on, count)]
        day = ExerciseDay(
            on,
            self._with_typo(tuple(sets)),
            muscle_gap_days=self.gap,
            hard_sets_muscle_7d=self._hard_sets(),
            check_in=self._check_in(on),
        )
        self._next_load(sets)
        return day

    def dip(self) -> float:
        """Return how much fatigue and stress take off today, log units."""
        stress = self.episode.stress if self.episode else 0.0
        return max(0.0, self.fatigue - self.usual_fatigue) + stress

    def truth(self, on: date) -> Truth:
        """Return what is really so after the session."""
        ahead = self.clock + 0.5 * 8.0 + 0.5 * self.made.per_week * 4.0
        growth = 28.0 * self.made.growth * exp(-self.growth / self.made.limit)
        now = self.strength()
        gain = self.strength(ahead) - now + growth
        return Truth(on, now, gain, self.dip(), self.shown, self._phase(gain))

    def _phase(self, gain: float) -> Phase:
        if self.loss >= 0.025:
            return Phase.RETURN
        if self.dip() >= 0.025:
            return Phase.FATIGUE
        if gain >= 0.03:
            return Phase.EARLY
        return Phase.PLATEAU if gain < 0.008 else Phase.STEADY

    def _set(self, index: int) -> LoggedSet:
        """Perform one set: as many reps as the policy wants and strength allows."""
        rng, made = self.rng, self.made
        moved = moved_kg(self.load, self.exercise, self.bodyweight_kg) or 1.0
        able = self.shown - _SET_FATIGUE * index + rng.gauss(0.0, 0.008)
        most = max(1.0, 1.0 + made.curve * (exp(able - log(moved)) - 1.0))
        target, goal = {"linear": (5, 0.0), "double": (12, 1.0), "reserve": (6, 2.0)}[made.policy]
        reps = max(1, min(target, int(most - goal + 0.5)))
        felt = round(2.0 * max(0.0, most - reps + made.reserve_bias + rng.gauss(0.0, 0.8))) / 2
        return LoggedSet(
            self.load,
            reps,
            rir=min(felt, 5.0) if made.logs_reserve else None,
            target_reps=target if made.policy == "linear" else None,
        )

    def _next_load(self, sets: list[LoggedSet]) -> None:
        """Choose the next session's load by the trainee's policy."""
        least = min([s.reps or 0 for s in sets])
        if self.made.policy == "linear":
            self.misses = 0 if least >= 5 else self.misses + 1
            factor = 1.03 if least >= 5 else (0.9 if self.misses >= 3 else 1.0)
        elif self.made.policy == "double":
            factor = 1.05 if least >= 12 else (0.93 if least < 6 else 1.0)
        else:
            factor = 1.03 if least >= 6 else (0.96 if least < 4 else 1.0)
        if factor != 1.0:
            moved = moved_kg(self.load, self.exercise, self.bodyweight_kg) or 1.0
            self.load = self._loadable(self._typed(moved * factor), up=factor > 1.0)

    def _typed(self, moved: float) -> float:
        return max(0.0, typed_kg(moved, self.exercise, self.bodyweight_kg))

    def _loadable(self, load_kg: float, up: bool = False) -> float:
        step = self.exercise.step_kg
        least = 1 if self.exercise.load_kind is LoadKind.EXTERNAL else 0
        rounded = step * max(least, round(load_kg / step))
        return max(rounded, self.load + step) if up else rounded

    def _with_typo(self, sets: tuple[LoggedSet, ...]) -> tuple[LoggedSet, ...]:
        """Return the sets as typed: rarely all of a day's loads are ten or 2.2 times too large."""
        if self.rng.random() >= self.made.typos:
            return sets
        factor = self.rng.choice((10.0, 2.2))
        return tuple([replace(s, load_kg=(s.load_kg or 0.0) * factor) for s in sets])

    def _hard_sets(self) -> float:
        """Return the week's sets for the muscle: these, and those of other exercises.

        How much the others add differs from week to week and now and then for good, with a new
        program, and neither tires anybody.
        """
        if self.aside.random() < _NEW_PROGRAM:
            usual = 0.5 * self.made.per_week * self.made.sets
            self.others = usual * exp(self.aside.gauss(0.0, 0.5))
        week = self.others * exp(self.aside.gauss(0.0, 0.3))
        return sum([n for _, n in self.recent]) + round(week)

    def _check_in(self, on: date) -> CheckIn | None:
        """Answer four questions, mostly: tiredness shows, with everyday noise."""
        if not self.made.wellness or self.aside.random() > _ANSWERED:
            return None
        mood_of_day = self.aside.gauss(0.0, 0.5)
        worn = _WORN * self.made.wellness * self.dip() + mood_of_day

        def answer(middle: float) -> int:
            return round(max(1.0, min(5.0, self.aside.gauss(middle, 0.7))))

        return CheckIn(
            on,
            sleep=answer(3.8 - worn),
            soreness=answer(2.2 + worn),
            mood=answer(3.8 - worn),
            energy=answer(3.6 - worn),
        )
