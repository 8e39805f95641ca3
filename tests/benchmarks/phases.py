"""Phases said after each session, by the engine and by common rules, against the truth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from lifts import Lift, labels, mistyped, shown
from numpy.typing import NDArray
from scores import Numbers, Whether, auc, macro_f1, recalls

from planner import engine
from planner.engine.terms import Phase, Reading
from planner.engine.trainee import Truth

FEWEST_SESSIONS = 6
NAMED = (Phase.EARLY, Phase.STEADY, Phase.PLATEAU, Phase.FATIGUE, Phase.RETURN)
NUMBER = {phase: number for number, phase in enumerate((*NAMED, Phase.UNCLEAR))}
FATIGUE, PLATEAU = NUMBER[Phase.FATIGUE], NUMBER[Phase.PLATEAU]
LONG_GAP = 14
SESSIONS_BACK = 3
NO_RECORD = 6
LOW = 0.02
EARLY_DAYS = 56


class _Row(NamedTuple):
    owner: int
    true: int
    said: int
    rules: int
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Phases:
    """A row per session: the true phase, what was said, and the share given to each of NAMED.

    `labels` are the groups of each owner.
    """

    owner: NDArray[np.int64]
    true: NDArray[np.int64]
    said: NDArray[np.int64]
    rules: NDArray[np.int64]
    shares: Numbers
    labels: Sequence[tuple[str, ...]]

    @property
    def guess(self) -> NDArray[np.int64]:
        """The most probable phase, also where the engine says that it cannot tell."""
        return np.asarray(np.argmax(self.shares, axis=1))

    def only(self, rows: Whether) -> Phases:
        """Return some of the rows."""
        return Phases(
            self.owner[rows], self.true[rows], self.said[rows], self.rules[rows],
            self.shares[rows], self.labels,
        )  # fmt: skip

    def fatigue_rank(self) -> float:
        """Return the AUC of fatigue against plateau where it is truly one of them."""
        fatigue, plateau = self.shares[:, FATIGUE], self.shares[:, PLATEAU]
        score = np.log(fatigue + 1e-9) - np.log(plateau + 1e-9)
        return auc(score[self.true == FATIGUE], score[self.true == PLATEAU])


def measure(histories: Iterable[Lift]) -> Phases:
    """Run the engine and the rules over simulated lifts, from the sixth session on."""
    rows: list[_Row] = []
    groups = []
    for owner, lift in enumerate(histories):
        rows.extend(_follow(owner, lift))
        groups.append(labels(lift))
    owners, true, said, rules = (np.array([row[at] for row in rows]) for at in range(4))
    return Phases(owners, true, said, rules, np.array([row.shares for row in rows]), groups)


def _follow(owner: int, lift: Lift) -> Iterator[_Row]:
    state = engine.start(lift.exercise, lift.lifter)
    rules = _rules(lift)
    for number, (day, truth) in enumerate(zip(lift.days, lift.truth, strict=True)):
        state = engine.update(state, day)
        if number + 1 >= FEWEST_SESSIONS:
            reading = engine.read(state, day.on)
            yield _row(owner, truth, reading, rules[number])


def _row(owner: int, truth: Truth, reading: Reading, rules: Phase) -> _Row:
    shares = tuple([reading.phase_probabilities.get(phase, 0.0) for phase in NAMED])
    return _Row(owner, NUMBER[truth.phase], NUMBER[reading.phase], NUMBER[rules], shares)


def _rules(lift: Lift) -> list[Phase]:
    """Return the phase that common rules name after each session."""
    found: list[Phase] = []
    past: list[float] = []
    gaps: list[int] = []
    for number, (day, truth) in enumerate(zip(lift.days, lift.truth, strict=True)):
        seen = shown(day, lift)
        if seen is not None and not mistyped(seen, truth):
            past.append(seen.log_kg)
        gaps.append((day.on - lift.days[max(number - 1, 0)].on).days)
        age = (day.on - lift.days[0].on).days
        found.append(_rule(past, gaps[-SESSIONS_BACK:], age))
    return found


def _rule(past: Sequence[float], gaps: Sequence[int], age_days: int) -> Phase:
    """Return after a pause; fatigue after two low sessions; no record in six is a plateau."""
    if max(gaps) >= LONG_GAP:
        return Phase.RETURN
    before = past[-NO_RECORD:-2]
    if before and max(past[-2:]) < sum(before) / len(before) - LOW:
        return Phase.FATIGUE
    if len(past) > NO_RECORD and max(past[-NO_RECORD:]) <= max(past[:-NO_RECORD]):
        return Phase.PLATEAU
    return Phase.EARLY if age_days < EARLY_DAYS else Phase.STEADY


def confusion(true: NDArray[np.int64], said: NDArray[np.int64]) -> Numbers:
    """Return how often what was said of each true phase; unclear is the last column."""
    counts = np.zeros((len(NAMED), len(NUMBER)))
    np.add.at(counts, (true, said), 1.0)
    return counts


def summary(true: NDArray[np.int64], said: NDArray[np.int64]) -> tuple[float, ...]:
    """Return accuracy, macro-F1, unclear share, each recall, false fatigue flags in 100."""
    counts = confusion(true, said)
    flags = (said == FATIGUE) & (true != FATIGUE)
    return (
        float(np.mean(true == said)),
        macro_f1(counts),
        float(np.mean(said == NUMBER[Phase.UNCLEAR])),
        *map(float, recalls(counts)),
        100.0 * float(np.mean(flags)),
    )
