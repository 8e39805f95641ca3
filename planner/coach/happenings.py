"""What happened to a lift over time: phases as spans of days, and events to mark."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, pairwise
from math import ceil

from planner.coach import absences, jump_words, load_jumps, said_again, wording
from planner.coach.absences import Reason
from planner.coach.load_jumps import RULE, Answers, LoadJump
from planner.coach.replay import Replay
from planner.engine import evidence
from planner.engine.terms import N_, Absence, Phase, Phrase, Reading, phrase
from planner.language import tr
from planner.storage import decisions
from planner.storage.decisions import Decision

SHORTEST_SPAN_DAYS = 14  # shorter spells join the span before, so that the chart stays calm
CLEAR_PCT = 0.5  # percentage points a month; less is within what cannot be told apart
WHY = {
    Reason.HOLIDAY: N_("holiday"),
    Reason.ILL: N_("ill"),
    Reason.INJURED: N_("injured"),
    Reason.BUSY: N_("busy"),
}
_BEGINS = N_("Time off begins: {off_days} days so far")
EARLY_DAYS = 365  # after the first session no gain is an early one: rule of thumb
LAYOFF_DAYS = 21  # gaps from here on are drawn as time off
NAMED_SESSIONS = ceil(evidence.CLEAR_P.value * evidence.PHASE_SESSIONS.value)  # engine's least
ABOUT_DAYS = 7  # a week: what was trained so soon after a lift's last day ended with it


@dataclass(frozen=True, slots=True)
class PhaseSpan:
    """Days in one phase, both ends included."""

    since: date
    until: date
    phase: Phase
    levelling_off: bool = False


@dataclass(frozen=True, slots=True)
class TimeOff:
    """Days without the lift, from the last session to the first one back, or to today.

    `whole` tells that its muscles rested all the while, give or take a week; else other exercises
    trained them. `rested` tells that they had three weeks off within it, and `rests_since` since
    when they do so today. `ongoing` tells that the first session back has not come yet.
    """

    since: date
    until: date
    whole: bool
    ongoing: bool = False
    rested: bool = False
    rests_since: date | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something to mark on the time axis; `session_id` is the session that it tells of.

    `decision_id` is that of the decision behind it.
    """

    on: date
    kind: str
    text: Phrase
    session_id: int | None = None
    decision_id: int | None = None


def time_off(
    replay: Replay, today: date, gap_days: int | None, trained_on: date | None = None
) -> tuple[TimeOff, ...]:
    """Return the pauses of a lift of three weeks and more, oldest first.

    `gap_days` is the longest rest of its muscles up to today, None means as long as the lift's;
    `trained_on` is the last day that they were trained on.
    """
    days = [(step.day.on, step.day.muscle_gap_days) for step in replay.steps]
    days = [*(each for each in days if each[0] <= today), (today, gap_days)]
    found = []
    for index, ((since, _), (until, gap)) in enumerate(pairwise(days), start=2):
        if (until - since).days >= LAYOFF_DAYS:
            rest = (until - since).days if gap is None else gap
            rested, whole = rest >= LAYOFF_DAYS, rest >= (until - since).days - ABOUT_DAYS
            found.append(TimeOff(since, until, whole and rested, index == len(days), rested))
    if found and found[-1].ongoing and trained_on is not None:
        found[-1] = _until_today(found[-1], trained_on)
    return tuple(found)


def _until_today(off: TimeOff, trained_on: date) -> TimeOff:
    """Return a pause that goes on, by the last day that its muscles were trained on."""
    if (trained_on - off.since).days <= ABOUT_DAYS:
        return replace(off, whole=True, rested=True)
    rests = (off.until - trained_on).days >= LAYOFF_DAYS
    return replace(off, whole=False, rests_since=trained_on if rests else None)


def spans(past: Sequence[Reading], now: Reading, off: Sequence[TimeOff]) -> tuple[PhaseSpan, ...]:
    """Join a lift's readings, oldest first, into spans of one phase each; none in time off.

    The last one has the phase that is told today, `now`, unless the lift is not trained.
    """
    if not (now.still_away or (off and off[-1].ongoing)):
        past = [*(each for each in past if each.on < now.on), now]
    back = [each.until for each in off]
    runs = groupby(past, key=lambda reading: bisect_right(back, reading.on))
    return tuple(span for _, run in runs for span in _calm(_joined(run)))


def _joined(past: Iterable[Reading]) -> list[PhaseSpan]:
    made: list[PhaseSpan] = []
    for reading in past:
        bent = reading.levelling_off
        phase = Phase.EARLY if bent else reading.phase
        if made and (made[-1].phase, made[-1].levelling_off) == (phase, bent):
            made[-1] = replace(made[-1], until=reading.on)
        else:
            made.append(PhaseSpan(reading.on, reading.on, phase, bent))
    return made


def _calm(made: Sequence[PhaseSpan]) -> list[PhaseSpan]:
    calm: list[PhaseSpan] = []
    for index, span in enumerate(made):
        last = index == len(made) - 1
        short = (span.until - span.since).days < SHORTEST_SPAN_DAYS and not last
        same = calm and (calm[-1].phase, calm[-1].levelling_off) == (span.phase, span.levelling_off)
        until = made[index + 1].since if not last else span.until
        if calm and (short or same):
            calm[-1] = replace(calm[-1], until=until)
        else:
            calm.append(replace(span, until=until))
    return _last_seen(calm, made)


def _last_seen(calm: list[PhaseSpan], made: Sequence[PhaseSpan]) -> list[PhaseSpan]:
    """Let a phase that has hardly begun begin with the session before, so that it is seen."""
    if len(calm) > 1 and (calm[-1].until - calm[-1].since).days < ABOUT_DAYS:
        since = made[-2].until
        calm[-2:] = [replace(calm[-2], until=since), replace(calm[-1], since=since)]
    return calm


def events(
    lifter_id: int,
    replay: Replay,
    past: Sequence[Reading],
    now: Reading,
    off: Sequence[TimeOff],
) -> tuple[Event, ...]:
    """Return what to mark on a lift's time axis, oldest first."""
    found = [Event(past[0].on, "start", phrase("First session"))] if past else []
    away = absences.absences(lifter_id)
    found += [_back(each, away) for each in off if each.rested and not each.ongoing]
    found += [told for each in off if each.ongoing for told in _away(each, away)]
    found += _absences(away, off, past[0].on, now.on) if past else []
    found += _level_off([*past, now], off)
    decided = decisions.decisions(lifter_id, replay.exercise.slug)
    found += _jumps(load_jumps.jumps(replay, now.on), load_jumps.answers(decided))
    for decision in decided:
        if decision.rule == RULE:
            found += _jump_answered(decision)
        elif decision.verdict == "accepted":
            words = _accepted(decision)
            found.append(Event(decision.on, "decision", words, decision_id=decision.id))
    return tuple(sorted(found, key=lambda event: event.on))


def _accepted(made: Decision) -> Phrase:
    """Say what was accepted; why is kept with the decision."""
    return phrase("Accepted: {what}", what=said_again.headline(made))


def _jumps(made: Iterable[LoadJump], answers: Answers) -> list[Event]:
    """Return the events of jumps that the log still has; what an answer changed is told by it."""
    return [
        Event(each.since, "jump", jump_words.event(each, answers.get(each.since, False)))
        for each in made
        if answers.get(each.since, True)
    ]


def _jump_answered(made: Decision) -> list[Event]:
    """Return the event of a jump that the log no longer has, on its day."""
    numbers = dict(made.numbers)
    since = numbers["since_on"]
    if made.verdict != "accepted" or not isinstance(since, date):
        return []
    return [Event(since, "jump", jump_words.done(numbers))]


def _back(off: TimeOff, away: Sequence[Absence]) -> Event:
    weeks = round((off.until - off.since).days / 7)
    back = phrase("Back after {weeks} weeks without this lift", weeks=weeks)
    return Event(off.until, "layoff", _with_reason(back, off, away))


def _away(off: TimeOff, away: Sequence[Absence]) -> list[Event]:
    """Return what began with the last session of a lift, and when its muscles began to rest."""
    days = (off.until - off.since).days
    words = N_("Only other lifts from here: {off_days} days so far")
    if off.whole:
        words = _BEGINS
    elif off.rested:
        words = N_("Not trained from here: {off_days} days so far")
    found = [Event(off.since, "away", _with_reason(phrase(words, off_days=days), off, away))]
    if off.rests_since is not None:
        rest = (off.until - off.rests_since).days
        found.append(Event(off.rests_since, "rest", phrase(_BEGINS, off_days=rest)))
    return found


def _with_reason(what: Phrase, off: TimeOff, away: Sequence[Absence]) -> Phrase:
    """Write what happened, with why as far as that was said."""
    within = absences.among(away, off.since, off.until)
    reasons = [WHY[each] for each in dict.fromkeys(map(absences.reason, within)) if each in WHY]
    if not reasons:
        return what
    return phrase("{what} ({why})", what=what, why=wording.in_row(map(tr, reasons)))


def _absences(
    away: Sequence[Absence], off: Sequence[TimeOff], first: date, today: date
) -> list[Event]:
    """Return the days away that no longer pause of the lift tells of."""
    found = []
    for made in absences.among(away, first, today):
        until = made.until or today
        if any(each.since <= until and made.since <= each.until for each in off):
            continue
        days = (min(until, today) - made.since).days + 1
        said = phrase("Away for {away_span}", away_span=days)
        if why := WHY.get(absences.reason(made)):
            said = phrase("{what} ({why})", what=said, why=phrase(why))
        found.append(Event(made.since, "absence", said))
    return found


def _level_off(past: Sequence[Reading], off: Sequence[TimeOff]) -> list[Event]:
    """Return the levelling off that stands; what was called and taken back was none.

    After time off, gains are those of the return. Where neither an early phase nor a return was
    seen before, and gains were not clearly quicker, nothing levelled off that was told of.
    """
    since = past[-1].levelled_off_on if past else None
    called = next((made for made in past if since and made.levelled_off_on == since), None)
    if since is None or called is None:
        return []
    back = max((each.until for each in off if each.rested and each.until <= since), default=None)
    seen = {made.phase for made in past if (back or date.min) <= made.on < since}
    if Phase.RETURN in seen:
        return [Event(since, "level_off", _bend(called, early=False))]
    quick = Phase.EARLY in seen or called.levelling_off
    if quick and (since - past[0].on).days <= EARLY_DAYS:
        return [Event(since, "level_off", _bend(called, early=True))]
    return []


def _bend(reading: Reading, early: bool) -> Phrase:
    """Say how fast gains were and are; the rate before is told only where it was clearly faster."""
    before, now = _percent(reading.gain_before), _percent(reading.gain_28d)
    if before is None or now is None or before - now < CLEAR_PCT:
        return phrase(
            "Early gains levelled off: about {now_pct} a month from here"
            if early
            else "Gains after the return levelled off: about {now_pct} a month from here",
            now_pct=now,
        )
    return phrase(
        "Early gains levelled off: {before_pct} → {now_pct} a month"
        if early
        else "Gains after the return levelled off: {before_pct} → {now_pct} a month",
        before_pct=before,
        now_pct=now,
    )


def _percent(gain: float | None) -> float | None:
    return None if gain is None else round(100 * gain, 1)
