"""What a day's verdict rests on: the log before it, its check-in, the plan, the advice.

What is logged on the day itself does not count: the verdict is about that, and stays the day over.
Only strong pain does, since nobody is to be asked for more after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from planner import engine
from planner.coach import pains, readings, recovering, untyped, whole_lifter
from planner.coach.circumstances import Circumstances
from planner.coach.pains import Hurts
from planner.coach.recovering import RecoveryLog
from planner.coach.replay import Replay
from planner.engine import (
    evidence,
    recovery_central,
    recovery_local,
    volume,
    whole_lifter as advice,
)
from planner.engine.recovery import Bout
from planner.engine.recovery_central import Signs
from planner.engine.recovery_verdict import Facts, PlannedMuscle
from planner.engine.session_signs import must_be_seen
from planner.engine.terms import N_, Gauge, Phase, Phrase, Reading, SuggestionKind, phrase
from planner.storage import plan, plan_lists

DAY = timedelta(days=1)
AWAY = timedelta(days=evidence.LAYOFF_DAYS.value)
FRESH = timedelta(days=evidence.GROWTH_GAP_DAYS.value)
FIRST_SESSIONS = 3  # back after time off, which are lighter
LONG_AWAY = phrase("Away for two months or more: begin lightly.")
BACK = N_("Re-entry session {back_session} of {back_sessions} after {off_days} days off: lighter.")
NEXT_BACK = N_("Next is re-entry session {back_session} of {back_sessions}: lighter, too.")
ALL_BACK = N_("All {back_sessions} re-entry sessions are done: the next one is as planned.")
PAIN, STRONG = evidence.PAIN_STOP.value, evidence.PAIN_REFER.value
PAIN_RECENT = timedelta(days=evidence.PAIN_RECENT.value)
HURT = N_("{hurt}: pain of {pain} out of 10 last time.")
HURTS = N_("{hurt}: pain of {pain} out of 10 today.")
LEAVE_OUT = phrase("Leave it out until that is gone.")
LOOK = phrase("Have it looked at before you do it again.")
RISING = (Phase.EARLY, Phase.STEADY)


def facts(
    lifter_id: int, read: RecoveryLog, done: Sequence[Bout], known: Sequence[str], signs: Signs
) -> Facts:
    """Return what the verdict of a day rests on.

    `done` are the bouts of a week, `known` the muscle groups ever trained, `signs` those of the
    whole lifter, all with what was logged on the day itself.
    """
    before = [made for made in done if made.on < read.on]
    signs = replace(signs, dropped=recovering.dropped(before))
    central = recovery_central.central(signs)
    around = Circumstances(lifter_id, read.on)
    work = plan_lists.sets_on(lifter_id, read.on, evidence.HARD_RIR.value)
    lifts = list(_readings(lifter_id, read, {slug for slug, _ in work}))
    context = _context(around, read, central, {made.exercise: made for made in lifts})
    own = [made for made in lifts if made.exercise in dict(work)]
    return Facts(
        central=central,
        tiring=recovery_central.tiring(signs),
        muscles=tuple(_muscles(work, around, before, read, known)),
        rest=_rest(context),
        ease=(*_deload(lifts, context), *_return(lifter_id, read)),
        hold=tuple(_pains(read, [made.exercise for made in own])),
        planned=planned(lifter_id, read.on),
        light_week=any(made.on == read.on and made.deload for made in around.planned),
        answered=recovery_central.given(signs) > 0,
        trend=_trend(own, read.replays),
        sore=recovery_local.sore_places(read.check_in),
    )  # fmt: skip


def _readings(lifter_id: int, read: RecoveryLog, own: set[str]) -> Iterator[Reading]:
    """Read the lifts done lately, and those planned, as they were on the evening before."""
    eve = read.on - DAY
    last = readings.last_trained(lifter_id, eve)
    fresh = {slug for _, slug, _ in read.between(eve - FRESH, eve)}
    for slug in sorted((fresh | own) & read.replays.keys()):
        made = read.replays[slug].reading(eve, last)
        if made is not None:
            yield made


def _context(
    around: Circumstances, read: RecoveryLog, central: Gauge, lifts: Mapping[str, Reading]
) -> engine.LifterContext:
    ahead = plan.next_exercises(around.lifter_id, read.on, read.on)
    return whole_lifter.context_of(around, read, central, read.replays, lifts, ahead)


def _muscles(
    work: Iterable[tuple[str, int]],
    around: Circumstances,
    before: Sequence[Bout],
    read: RecoveryLog,
    known: Sequence[str],
) -> Iterator[PlannedMuscle]:
    """Yield the muscle groups of what is planned, with how fresh they are in the morning."""
    levels = dict(recovery_local.peripheral(before, read.check_in, known, read.on))
    sets = volume.group_sets((around.exercises[slug], count) for slug, count in work)
    for group, count in sets.items():
        if count >= 1.0:
            fresh = levels[group].level
            yield PlannedMuscle(group, count, 1.0 if fresh is None else fresh)


def _rest(context: engine.LifterContext) -> tuple[Phrase, ...]:
    """Return why to rest; what makes the central gauge low speaks for itself."""
    made = advice.rest_sign(context)
    return () if made is None or made.rule == "lifter.rest_drained" else (made.reason,)


def _deload(lifts: Iterable[Reading], context: engine.LifterContext) -> Iterator[Phrase]:
    for made in engine.suggest_lifter(lifts, context):
        if made.kind is SuggestionKind.DELOAD:
            yield made.reason


def _return(lifter_id: int, read: RecoveryLog) -> Iterator[Phrase]:
    """Say that the first sessions after time off are lighter, unless sessions are not typed in."""
    if not any(on < read.on for on in read.days()):
        began = min([made.steps[0].day.on for made in read.replays.values()], default=read.on)
        yield from (LONG_AWAY,) * (began < read.on)
    elif not untyped.since_last(lifter_id, read.on):
        yield from _counted(read, BACK)


def next_back(lifter_id: int, today: date) -> Phrase | None:
    """Say which of the first sessions after time off comes after today's; None for none."""
    return next(_counted(recovering.lately(lifter_id, today + DAY), NEXT_BACK), None)


def _counted(read: RecoveryLog, words: str) -> Iterator[Phrase]:
    days = [on for on in read.days() if on < read.on]
    gaps = [(then - on).days for on, then in pairwise([*days, read.on])]
    lately = gaps[-FIRST_SESSIONS:]
    off = max(lately, default=0)
    if off >= AWAY.days:
        yield phrase(words, back_session=lately[::-1].index(off) + 1, back_sessions=FIRST_SESSIONS,
                     off_days=off)  # fmt: skip


def after_training(reasons: Iterable[Phrase], lifter_id: int, on: date) -> tuple[Phrase, ...]:
    """Return the reasons of a day that is trained already: they speak of the next return."""
    following = next_back(lifter_id, on) or phrase(ALL_BACK, back_sessions=FIRST_SESSIONS)
    return tuple(following if each.template == BACK else each for each in reasons)


def returns(reasons: Iterable[Phrase]) -> bool:
    """Say whether time off is a reason of a day: then each lift is made lighter on its own."""
    return any(each == LONG_AWAY or tells_back(each) for each in reasons)


def tells_back(reason: Phrase | None) -> bool:
    """Say whether a reason counts the sessions after time off."""
    return reason is not None and reason.template in (BACK, NEXT_BACK, ALL_BACK)


def planned(lifter_id: int, on: date) -> bool | None:
    """Say whether anything is planned for the day, done or not; None where no plan is followed."""
    near = plan.planned_days(lifter_id, on - whole_lifter.NEAR, on + whole_lifter.NEAR)
    return any(made.on == on for made in near) if near else None


def leaves_out(reason: Phrase | None) -> bool:
    """Say whether a reason is strong pain, after which a lift is left out."""
    told = () if reason is None else reason.sentences
    return any(each.template in told for each in (LEAVE_OUT, LOOK))


def _pains(read: RecoveryLog, own: Sequence[str]) -> list[Phrase]:
    """Return what hurts: lifts that are `own` to the day, and any that hurt badly lately.

    What hurt today comes first, the worst before the others.
    """
    lately = (slug for slug in _strong(read) if slug not in own)
    found = []
    for slug in dict.fromkeys((*lately, *own)):
        last = pains.before(read.replays[slug], read.on)
        least = PAIN if slug in own else STRONG
        if last.worst and last.worst[-1] >= least:
            found.append((slug, last))
    found.sort(key=lambda each: -each[1].worst[-1] if each[1].on == read.on else 0)
    return [_hurts(read.replays[slug].exercise.name, last, read.on) for slug, last in found]


def _hurts(name: str, last: Hurts, on: date) -> Phrase:
    """Say how much a lift hurt, and what strong pain that nobody cleared asks for."""
    worst = last.worst[-1]
    told = phrase(HURTS if last.on == on else HURT, hurt=name, pain=worst)
    if worst < STRONG or last.cleared:
        return told
    return told + (LOOK if must_be_seen(worst) else LEAVE_OUT)


def _strong(read: RecoveryLog) -> Iterator[str]:
    """Yield the lifts that hurt badly in their last session of some weeks, which nobody cleared."""
    since = read.on - PAIN_RECENT
    for slug in dict.fromkeys(slug for _, slug, _ in read.between(since, read.on)):
        last = pains.before(read.replays[slug], read.on)
        if last.worst and last.worst[-1] >= STRONG and not last.cleared:
            yield slug


def _trend(lifts: Iterable[Reading], replays: Mapping[str, Replay]) -> Phrase | None:
    """Name the planned lift that gains most, clearly; None without one."""
    sure = [
        (made.gain_28d, made.exercise)
        for made in lifts
        if made.phase in RISING and made.gain_28d is not None and made.gain_28d_sd is not None
        and made.gain_28d > made.gain_28d_sd
    ]  # fmt: skip
    if not sure:
        return None
    gain, slug = max(sure)
    return phrase("{gaining} gains about {gain_pct} in four weeks.",
                  gaining=replays[slug].exercise.name, gain_pct=round(100 * gain))  # fmt: skip
