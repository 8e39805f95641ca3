"""What a week's sheet says of the lifts beyond numbers: phases and expectations, for a client."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain, islice

from planner.coach import counts, expecting, practice_marks, sheet_return, wording
from planner.coach.few_lifts import FewLifts
from planner.coach.quiet import quiet
from planner.coach.sheet_return import Coming
from planner.engine import evidence
from planner.engine.expecting import first_gaining
from planner.engine.practice_record import COMPLEX
from planner.engine.target import loads_rise
from planner.engine.terms import (
    N_,
    Exercise,
    LoadKind,
    Measure,
    Microcycle,
    Phase,
    Phrase,
    Reading,
    SuggestionKind,
)
from planner.language import tr
from planner.storage import decisions, plan

LEFT_OUT = evidence.LIFT_AWAY_DAYS.value
RESTED = evidence.LAYOFF_DAYS.value
TIME_OFF = timedelta(days=21)  # without any training; the week after it is a re-entry week
_PRACTICE = N_("{lifts}. Sound reps matter more than load.")
_HOLDING = N_("{lifts}. Steady holds matter more than time.")
REGAINS = evidence.REGAIN_MAX_DAYS.value
NOTE_LIFTS = 3  # lifts of which the sheet says more than numbers; a client reads no more


def lifts(week: Microcycle) -> list[str]:
    """List the slugs of a week's exercises in the order in which they are done."""
    ordered = sorted(week.sessions, key=lambda session: session.day)
    return list(dict.fromkeys(each.exercise for made in ordered for each in made.exercises))


def re_entry(few: FewLifts, week: Microcycle, today: date) -> bool:
    """Say whether the week begins training again after time off, and nothing is due before it."""
    return begins_again(few.lifter_id, [on for on, *_ in few.trained], week, today)


def comes_back(few: FewLifts, week: Microcycle, today: date) -> bool:
    """Say whether a week begins training again, or most of its lifts have not been done since."""
    slugs = lifts(week)
    rested = [slug for slug in slugs if _rests(few, slug, few.days_off(slug))]
    return 2 * len(rested) > len(slugs) or re_entry(few, week, today)


def begins_again(lifter_id: int, trained: Sequence[date], week: Microcycle, today: date) -> bool:
    """Say the same, from the days trained, oldest first."""
    if not week.sessions:
        return False
    first_on = week.starts_on + timedelta(days=min(made.day for made in week.sessions))
    before = [on for on in trained if on < first_on]
    back = bool(before) and first_on - before[-1] >= TIME_OFF
    yesterday = week.starts_on - timedelta(days=1)
    return back and not plan.next_exercises(lifter_id, today, yesterday)


def this_week(
    few: FewLifts, week: Microcycle, today: date, held: Collection[str] = ()
) -> tuple[str, ...]:
    """Return what is to be told of the week's lifts; early gains are told once, together.

    Lifts whose first session after time off is due before the week begins are not told of, nor
    those for which a lighter return was dismissed, nor those `held` back on a day of the week.
    While nothing is suggested, why is all; nothing where that stands at the head of the sheet.
    """
    silent = quiet(few.lifter_id, today)
    if silent.blocked is not None:
        return ()
    if silent.everything is not None:
        return (wording.render(silent.everything),)
    slugs = [slug for slug in lifts(week) if slug not in held]
    early, lines = _expected(few, slugs, week, today)
    first = [wording.render(line) for line in lines]
    due = _due_before(few, week, today)
    practice = practice_marks.on_sheet(few, slugs, today + timedelta(days=1))
    if practice:
        first.append(_practised(practice, few.exercises))
    others = [slug for slug in slugs if slug not in early and slug not in practice]
    back = list(_back(few, slugs, others, due))
    told_of = [each.exercise for each in back]
    notes = (
        _note(*each)
        for each in _told(few, others, due)
        if each[0] not in told_of and not _is_regaining(few, each[0], today)
    )
    others_told = filter(None, chain(_come_back(few, slugs, back), notes))
    return (*first, *islice(others_told, NOTE_LIFTS - len(first)))


def _back(
    few: FewLifts, slugs: Sequence[str], others: Collection[str], due: Collection[str]
) -> Iterator[Coming]:
    """Yield the lifts that come back: all whose muscles rested, and `others` that still regain."""
    off = {slug: few.days_off(slug) for slug in slugs}
    rested = {slug for slug in slugs if _rests(few, slug, off[slug])}
    asked = (each for each in slugs if each in rested or (each in others and few.may_be_back(each)))
    for lift, made in _told(few, asked, due):
        if lift.slug in rested or made.phase is Phase.RETURN:
            yield Coming(lift, made, off[lift.slug])


def _rests(few: FewLifts, slug: str, days_off: int) -> bool:
    """Tell whether a lift begins again after a rest: one without a load only after a long one."""
    return days_off >= (RESTED if loads_rise(few.exercises[slug]) else LEFT_OUT)


def _told(
    few: FewLifts, slugs: Iterable[str], due: Collection[str]
) -> Iterator[tuple[Exercise, Reading]]:
    """Yield the lifts that may be told of, each read when it is asked for."""
    for slug, made in few.readings(slugs):
        if not _is_back(few, made, due) and not _declined(few.lifter_id, made):
            yield few.exercises[slug], made


def _come_back(few: FewLifts, slugs: Sequence[str], back: sheet_return.Back) -> Iterator[str]:
    """Yield what is said of lifts that come back; only then all lifts of the week are read."""
    if back:
        known = {few.exercises[slug] for slug, _ in few.readings(slugs)}
        steady = [each.name for each in known.difference(each.exercise for each in back)]
        yield from sheet_return.lines(few.lifter_id, back, sorted(steady))


def _expected(
    few: FewLifts, slugs: Sequence[str], week: Microcycle, today: date
) -> tuple[list[str], list[Phrase]]:
    """Return what is told of early gains; only when something is, all that began lately is read."""
    since = today - expecting.LOOK_BACK
    begun = few.begun_since(since)
    few.read([*slugs, *begun])
    newest = sorted(begun, key=few.measured_since, reverse=True)
    rising = ((few.measured_since(slug), first_gaining(few.states(slug, since))) for slug in newest)
    if not expecting.may_be_told(rising, week):
        return [], []
    recent = few.replays(begun)
    read = few.readings(slug for slug in slugs if slug in recent)
    return expecting.for_week(recent, dict(read), week, today)


def _practised(practice: Mapping[str, str], exercises: Mapping[str, Exercise]) -> str:
    """Say what counts in what is practised: its form, where there is a load or a time to chase."""
    lifts, made = "; ".join(practice.values()), [exercises[slug] for slug in practice]
    if any(each.load_kind is not LoadKind.NONE for each in made):
        return tr(_PRACTICE).format(lifts=lifts)
    held = any(each.measure is Measure.SECONDS for each in made)
    return tr(_HOLDING if held else "{lifts}.").format(lifts=lifts)


def _due_before(few: FewLifts, week: Microcycle, today: date) -> Collection[str]:
    return plan.next_exercises(few.lifter_id, today, week.starts_on - timedelta(days=1))


def _is_back(few: FewLifts, reading: Reading, due: Collection[str]) -> bool:
    slug = reading.exercise
    returns = reading.phase is Phase.RETURN or _rests(few, slug, few.days_off(slug))
    return slug in due and returns


def _is_regaining(few: FewLifts, exercise: Exercise, today: date) -> bool:
    """Tell whether a lift came back lately: its quick gains are not those of something new."""
    back_on = few.state(exercise.slug, today + timedelta(days=1)).rhythm.back_on
    return back_on is not None and (today - back_on).days <= REGAINS


def _declined(lifter_id: int, reading: Reading) -> bool:
    """Tell whether the lifter, or the coach, did not want the lighter return that was advised."""
    if reading.phase is not Phase.RETURN and reading.away_days < RESTED:
        return False
    return any(
        made.verdict == "dismissed"
        and made.kind is SuggestionKind.RETURN_RAMP
        and (reading.last_on is None or made.on >= reading.last_on)
        for made in decisions.decisions(lifter_id, reading.exercise)
    )


def _note(exercise: Exercise, reading: Reading) -> str:
    """Say in a client's words what the phase of a lift means this week; '' when nothing new."""
    if reading.away_days >= LEFT_OUT:
        words = tr("{exercise}: not done for {weeks}; begin a little lighter.")
    elif reading.phase is Phase.PLATEAU:
        words = tr("{exercise}: flat for some weeks; one change at a time.")
    elif reading.levelling_off:
        words = tr(
            "{exercise}: early gains are slowing, as expected; more reps come before more load."
        )
    elif reading.phase is Phase.EARLY and exercise.complexity not in COMPLEX:  # practice tells else
        words = tr("{exercise}: still being learned; sound reps matter more than load.")
    else:
        return ""
    return words.format(exercise=exercise.name, weeks=counts.weeks(reading.away_days // 7))
