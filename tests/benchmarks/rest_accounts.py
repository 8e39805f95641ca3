"""Advice to rest: answers of a lifter with bad spells, and the advice on them counted anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from statistics import fmean

from recounted import Counted

from planner.engine import evidence
from planner.engine.terms import CheckIn, Suggestion

SPELL = 0.04  # chance a check-in that a bad spell begins
LONGEST = 30  # days
WORST: tuple[Callable[[CheckIn], CheckIn], ...] = (
    lambda made: replace(made, energy=1),
    lambda made: replace(made, soreness=4),
    lambda made: CheckIn(made.on, sleep_hours=3.0, motivation=1, energy=2),
)
ENTRIES, LEAST = int(evidence.FEEL_ENTRIES.value), int(evidence.FEEL_LEAST.value)


class Answers:
    """Check-ins as a lifter answers them: as simulated, but for bad spells and sleep in hours."""

    def __init__(self, rng: Random) -> None:
        """Begin well."""
        self.rng, self.until, self.worst = rng, date.min, WORST[0]

    def of(self, made: CheckIn) -> CheckIn:
        """Return a check-in as it is answered."""
        rng = self.rng
        if made.on > self.until and rng.random() < SPELL:
            self.until = made.on + timedelta(days=rng.randint(6, LONGEST))
            self.worst = rng.choice(WORST)
        hours, motivation = rng.choice((None, 4.0, 6.5, 8.0)), rng.choice((None, 3, 4))
        well = replace(made, sleep_hours=hours, motivation=motivation)
        return self.worst(well) if made.on <= self.until else well


def worn(made: Suggestion, check_ins: Sequence[CheckIn], today: date, run: int) -> Counted | None:
    """Return the numbers of advice to rest, after a run of training days; None for other advice."""
    last = check_ins[-1] if check_ins else None
    if made.rule == "lifter.rest_drained":
        return _drained(check_ins, today, run)
    if last is None:
        return None
    if made.rule == "lifter.rest_worn":
        return {**feel([last], check_ins, today), "feel_on": today}
    if made.rule == "lifter.rest_sore":
        return {"soreness": last.soreness, "sore_on": today}
    if made.rule == "lifter.rest_sleep":
        names = ("cost_pct", "cost_low_pct", "cost_high_pct")
        costs = zip(names, evidence.SLEEP_COST, strict=True)
        return {"sleep_h": last.sleep_hours, "slept_on": today, **{n: c.value for n, c in costs}}
    if made.rule == "lifter.rest_sore_days":
        three = [each for each in check_ins if each.soreness is not None][-3:]
        sore = min([each.soreness or 0 for each in three])
        return {"soreness": sore, "sore_days": 3, "sore_since": three[0].on}
    return _tired(check_ins, today) if made.rule == "lifter.rest_tired" else None


def feel(lately: Sequence[CheckIn], check_ins: Sequence[CheckIn], before: date) -> Counted:
    """Return the mean of some check-ins and the usual one, Hooper points."""
    points = [value for each in check_ins if each.on < before
              if (value := _index(each)) is not None]  # fmt: skip
    now = fmean([value for value in map(_index, lately) if value is not None])
    return {"feel": round(now, 1), "feel_usual": round(fmean(points[-ENTRIES:]), 1)}


def _index(made: CheckIn) -> float | None:
    """Return the Hooper index, 4 to 28, of a check-in with sleep, energy and soreness."""
    if made.sleep is None or made.energy is None or made.soreness is None:
        return None
    return 4.0 + 2.0 * (5 - made.sleep + 5 - made.energy + made.soreness - 1)


def _tired(check_ins: Sequence[CheckIn], today: date) -> Counted:
    told = [each for each in check_ins if each.energy is not None]
    better = [number for number, each in enumerate(told) if (each.energy or 0) > 1]
    run = told[better[-1] + 1 if better else 0 :]
    gaps = [number for number in range(1, len(run)) if (run[number].on - run[number - 1].on).days
            > evidence.TIRED_GAP.value]  # fmt: skip
    since = run[gaps[-1] if gaps else 0].on
    long = today - since >= timedelta(days=evidence.TIRED_DOCTOR.value)
    return {"energy": 1, "tired_on": today, **({"tired_since": since} if long else {})}


def _drained(check_ins: Sequence[CheckIn], today: date, run: int) -> Counted:
    """Return the share of rest that answers and the run leave, and the two that take most."""
    taken = {name: _taken(name, check_ins, today) for name in ("sleep", "motivation", "energy")}
    known = {name: strain for name, strain in taken.items() if strain is not None}
    if run > evidence.RUN_DAYS.value:
        over = evidence.RUN_STRAIN.value * (run - evidence.RUN_DAYS.value)
        known["run"] = min(evidence.RUN_MOST.value, over)
    worst = sorted(known, key=lambda name: -known[name])[:2]
    left = max(0.0, 1.0 - sum(sorted(known.values(), reverse=True)))  # ties hang on the order
    numbers: Counted = {"rested_pct": round(100 * left), "rested_on": today}
    for name in worst:
        numbers |= {"run": run} if name == "run" else _answer(name, check_ins, today)
    return numbers


def _usual(name: str, check_ins: Sequence[CheckIn], today: date) -> float:
    before = [getattr(each, name) for each in check_ins if (today - each.on).days >= 7]
    known = [value for value in before if value is not None][-ENTRIES:]
    return fmean(known) if len(known) >= LEAST else 3.0


def _strains(name: str, check_ins: Sequence[CheckIn], today: date) -> list[tuple[CheckIn, float]]:
    """Return what each answer of the last seven days takes: a tenth a point or hour short."""
    usual, found = _usual(name, check_ins, today), []
    for each in check_ins:
        points = [] if getattr(each, name) is None else [usual - getattr(each, name)]
        points += [7.0 - each.sleep_hours] if name == "sleep" and each.sleep_hours else []
        if points and (today - each.on).days < 7:
            found.append((each, 0.1 * max(0.0, *points)))
    return found


def _taken(name: str, check_ins: Sequence[CheckIn], today: date) -> float | None:
    strains = _strains(name, check_ins, today)
    faded = [0.4 * 0.6 ** (today - each.on).days * strain for each, strain in strains]
    return sum(faded) if strains else None


def _answer(name: str, check_ins: Sequence[CheckIn], today: date) -> Counted:
    """Return a question's last answer, and on how many days it was low where that was several."""
    strains = _strains(name, check_ins, today)
    last, low = strains[-1][0], sum(strain >= 0.1 for _, strain in strains)
    asleep = name == "sleep"
    told: Counted = {"slept_on" if asleep else f"{name}_on": last.on}
    if getattr(last, name) is not None:
        told[name] = getattr(last, name)
    if asleep and last.sleep_hours is not None:
        told["sleep_h"] = last.sleep_hours
    if low > 1:
        told |= {"sleep_days" if asleep else f"{name}_low": low, f"{name}_of_days": 7}
    return told
