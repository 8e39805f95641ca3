"""What changes of structure are judged by: volume, range, adherence, earlier changes, novelty."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from statistics import median_low

from planner.coach import alternatives, readings
from planner.coach.quiet import quiet
from planner.coach.replay import Replay
from planner.engine import evidence, strength
from planner.engine.practice_record import COMPLEX
from planner.engine.target import work_sets
from planner.engine.terms import (
    Equipment,
    Exercise,
    ExerciseDay,
    LoadKind,
    Muscle,
    Pattern,
    Phase,
    Phrase,
    Reading,
    SuggestionKind,
    muscle_name,
)
from planner.engine.training import Alternative, Training
from planner.storage import clients, decisions, library, plan, plan_lists
from planner.storage.decisions import Decision
from planner.storage.plan import PlannedDay

MONTH = timedelta(days=28)
WEEKS = 4
WEEK = timedelta(days=7)
AHEAD = timedelta(days=28)
LATELY = timedelta(weeks=8)  # so long after its last session a lift is in use
LEAST_PLANNED = 4  # sessions from which a share done says something: rule of thumb
RECENT_DAYS = 5  # of a lift, which make its usual repetitions
RANGE_SEEN = timedelta(days=730)
STRAY_DAYS = 2  # days running in another range that end a range
LONG_TERM = timedelta(weeks=evidence.VARIATION_WEEKS.value)
NOVELTY = timedelta(days=evidence.NOVELTY_DAYS.value)
PAIN = evidence.PAIN_STOP.value
HEAVY, SIZE = evidence.HEAVY_REPS[1].value, evidence.SIZE_REPS[1].value
STRUCTURAL = (
    SuggestionKind.ADD_SET,
    SuggestionKind.REP_RANGE,
    SuggestionKind.VARIATION,
    SuggestionKind.LEVEL_OFF,
)


@dataclass(frozen=True)
class Circumstances:
    """What is true of a lifter on a day, each part read once and only when it is asked for.

    Whoever asks about many days hands over what was read already: the library by slug, and the
    decisions known by then.
    """

    lifter_id: int
    today: date
    known_exercises: Mapping[str, Exercise] | None = None
    known_decisions: Sequence[Decision] | None = None

    @cached_property
    def _kept(self) -> list[Decision]:
        known = self.known_decisions
        made = decisions.decisions(self.lifter_id) if known is None else known
        return [each for each in made if each.on <= self.today]

    @cached_property
    def decided(self) -> list[Decision]:
        """What the lifter accepted or dismissed up to today, oldest first."""
        return [each for each in self._kept if each.verdict != "later"]

    @cached_property
    def put_off(self) -> list[Decision]:
        """What the lifter put off today until tomorrow, oldest first."""
        return [each for each in self._kept if each.verdict == "later" and each.on == self.today]

    @cached_property
    def planned(self) -> list[PlannedDay]:
        """What is planned for four weeks before today and after it."""
        return plan.planned_days(self.lifter_id, self.today - MONTH, self.today + AHEAD)

    @cached_property
    def _hard_sets_planned(self) -> dict[str, int]:
        since, until = self.today - LATELY, self.today + AHEAD
        return plan_lists.hard_sets_of(self.lifter_id, since, until, evidence.HARD_RIR.value)

    def easy(self, lift: Exercise) -> bool:
        """Tell whether a lift is planned lately, and only so lightly that no set is hard.

        Of a barbell lift the reserve tells nothing: a snatch ends before it is hard.
        """
        planned = self._hard_sets_planned.get(lift.slug)
        loaded = lift.complexity in COMPLEX and lift.load_kind is LoadKind.EXTERNAL
        return planned == 0 and not loaded

    @cached_property
    def exercises(self) -> Mapping[str, Exercise]:
        """The library by slug."""
        known = self.known_exercises
        return library.by_slug() if known is None else known

    @cached_property
    def _month(self) -> Sequence[tuple[date, str, int]]:
        trained = readings.trained(self.lifter_id)
        first = bisect_right(trained, self.today - MONTH, key=lambda entry: entry[0])
        return trained[first : bisect_right(trained, self.today, key=lambda entry: entry[0])]

    @cached_property
    def _week_ahead(self) -> Sequence[tuple[date, str, int]]:
        hard, until = evidence.HARD_RIR.value, self.today + WEEK - timedelta(days=1)
        return plan_lists.sets_ahead(self.lifter_id, self.today, until, hard)

    @cached_property
    def _first_days(self) -> dict[str, date]:
        found: dict[str, date] = {}
        for on, slug, _ in readings.trained(self.lifter_id):
            if on <= self.today:
                found.setdefault(slug, on)
        return found

    @cached_property
    def _ahead(self) -> set[str]:
        return set(plan.next_exercises(self.lifter_id, self.today, self.today + AHEAD))

    @cached_property
    def _current(self) -> set[str]:
        return {slug for _, slug, _ in self._month} | self._ahead

    @cached_property
    def _equipment(self) -> set[Equipment]:
        return {self.exercises[slug].equipment for slug in self._first_days}

    @cached_property
    def adherence(self) -> float | None:
        """The share of four weeks' planned sessions that was done; None when few were planned.

        A day with any training counts as done, whether or not it was started from the plan.
        """
        due = [made for made in self.planned if made.on < self.today]
        trained = {on for on, _, _ in self._month}
        done = sum(made.done or made.on in trained for made in due)
        return done / len(due) if len(due) >= LEAST_PLANNED else None

    @cached_property
    def novelty_left(self) -> int:
        """How many more exercises may be new in these two weeks, by the lifter's budget."""
        budget = clients.lifter(self.lifter_id).novelty_budget
        most = int(evidence.NOVELTY.value) if budget is None else budget
        return max(0, most - len(self._new()))

    def _new(self) -> set[str]:
        """Return what was first done, planned or accepted in these two weeks."""
        since = self.today - NOVELTY
        done = {slug for slug, on in self._first_days.items() if on > since}
        soon = plan.next_exercises(self.lifter_id, self.today, self.today + NOVELTY)
        accepted = {
            swapped_to(made)
            for made in self.decided
            if made.verdict == "accepted" and made.on > since
        }
        return done | {slug for slug in soon.keys() | accepted if slug and self._unknown(slug)}

    def _unknown(self, slug: str) -> bool:
        return slug not in self._first_days

    def stays(self, lift: Exercise) -> bool:
        """Tell whether another long-term lift of the pattern stays in use when this one goes."""
        return any(
            slug != lift.slug
            and _alike(self.exercises[slug], lift)
            and self._first_days.get(slug, self.today) <= self.today - LONG_TERM
            for slug in self._current
        )

    def training(self, replay: Replay, reading: Reading) -> Training:
        """Return what surrounds a lift today; alternatives only where they may be wanted."""
        lift, days = replay.exercise, _until(replay, self.today)
        reps, weeks = _range(replay, days, self.today)
        asked = reading.phase is Phase.PLATEAU or _hurts(days)
        accepted, declined = self._answers(lift)
        since = reading.levelled_off_on or date.min
        return Training(
            muscle=_muscle_name(lift),
            weekly_sets=self._sets_like(lift, self._month) / WEEKS,
            planned_sets=self._sets_like(lift, self._week_ahead),
            range_weeks=weeks,
            reps=reps,
            adherence=self.adherence,
            changed_on=accepted[-1].on if accepted else None,
            declined_on=declined[-1].on if declined else None,
            tried=tuple(dict.fromkeys(made.kind for made in accepted if made.on >= since)),
            alternatives=self._alternatives(lift) if asked else (),
            novelty_left=self.novelty_left if asked else 0,
            stays=not asked or self.stays(lift),
            days_a_week=len({on for on, slug, _ in self._month if slug == lift.slug}) / WEEKS,
        )

    def _answers(self, lift: Exercise) -> tuple[list[Decision], list[Decision]]:
        """Return (accepted, declined) changes of a lift, and the swap that brought it."""
        own = [
            made
            for made in self.decided
            if made.kind in STRUCTURAL and lift.slug in (made.exercise, swapped_to(made))
        ]
        accepted = [made for made in own if made.verdict == "accepted"]
        declined = [
            made
            for made in own
            if made.verdict == "dismissed"
            and made.exercise == lift.slug
            and made.kind is not SuggestionKind.LEVEL_OFF  # news, which may well be put away
        ]
        return accepted, declined

    def _sets_like(self, lift: Exercise, work: Sequence[tuple[date, str, int]]) -> float:
        """Return the hard sets of a lift's prime muscle in some work; helpers count their share."""
        prime = _prime(lift)
        total = 0.0
        for _, slug, sets in work:
            shares = dict(self.exercises[slug].muscles)
            total += sets * (shares.get(prime, 0.0) if prime else float(slug == lift.slug))
        return total

    def _alternatives(self, lift: Exercise) -> tuple[Alternative, ...]:
        return alternatives.alternatives(
            lift, self.exercises.values(), self._first_days, self._current, self._equipment,
            quiet(self.lifter_id, self.today).frees,
        )  # fmt: skip


def swapped_to(made: Decision) -> str:
    """Return the slug that a decision put in a lift's place; '' for any other decision."""
    to = dict(made.numbers).get("to")
    return to if made.kind is SuggestionKind.VARIATION and isinstance(to, str) else ""


def _until(replay: Replay, today: date) -> list[ExerciseDay]:
    return [step.day for step in replay.steps if step.day.on <= today]


def _prime(lift: Exercise) -> Muscle | None:
    return next((muscle for muscle, share in lift.muscles if share >= 1.0), None)


def _muscle_name(lift: Exercise) -> Phrase | str:
    prime = _prime(lift)
    return muscle_name(prime) if prime is not None else lift.name


def _alike(one: Exercise, lift: Exercise) -> bool:
    """Tell whether two exercises are of one pattern; isolation is one pattern for each muscle."""
    isolation = lift.pattern is Pattern.ISOLATION
    return one.pattern is lift.pattern and (not isolation or _prime(one) == _prime(lift))


def _hurts(days: Sequence[ExerciseDay]) -> bool:
    return bool(days) and any((entry.pain or 0) >= PAIN for entry in days[-1].sets)


def _range(replay: Replay, days: Sequence[ExerciseDay], today: date) -> tuple[int, float]:
    """Return (usual repetitions, weeks in their range); a day in between does not end it.

    The last two years are looked at.
    """
    lately = [day for day in days if days[-1].on - day.on <= RANGE_SEEN]
    usual = [(day.on, median_low(each)) for day in lately if (each := _reps(day, replay))]
    if not usual:
        return 0, 0.0
    reps = median_low([each for _, each in usual[-RECENT_DAYS:]])
    since, strays = today, 0
    for on, done in reversed(usual):
        strays = 0 if _class(done) == _class(reps) else strays + 1
        if strays >= STRAY_DAYS:
            break
        since = since if strays else on
    return reps, (today - since).days / 7


def _reps(day: ExerciseDay, replay: Replay) -> list[int]:
    """Return the repetitions of a day's sets, without a ramp-up that the log does not mark."""
    body_kg = strength.bodyweight_for(day, replay.lifter)
    done = strength.without_ramp(work_sets(day.sets), replay.exercise, body_kg)
    return [entry.reps for entry in done if entry.reps]


def _class(reps: int) -> int:
    return (reps > HEAVY) + (reps > SIZE)
