"""What the page of records says of a lift's sets, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.coach import records, wording
from planner.coach.charts.records_front import CurvePoint, Spot
from planner.coach.charts.records_page import Estimate, Lie, LiftRecords, Step
from planner.coach.points import as_typed
from planner.coach.records import Record
from planner.engine.terms import Exercise, LoadKind, LoggedSet, Unit
from planner.language import ntr, passage, tr
from planner.ui import counts, dates, log_words
from planner.ui.charts import no_load_words


def load(kg: float, exercise: Exercise, unit: Unit) -> str:
    """Write a load with its unit: '62.5 kg', '20 kg help', 'bodyweight'."""
    if not kg and exercise.load_kind in (LoadKind.ADDED, LoadKind.BODYWEIGHT):
        return tr("bodyweight")
    said = f"{wording.mass(kg, unit, 2)} {unit}"
    return tr("{load} help").format(load=said) if helped(exercise) else said


def helped(exercise: Exercise) -> bool:
    """Tell whether the load typed is help."""
    return exercise.load_kind is LoadKind.ASSISTED


def range_of(made: Estimate, unit: Unit) -> str:
    """Write the range of an estimate: '115–127.5', or 'or more' where only its start is known."""
    if made.at_least:
        return tr("or more")
    low, high = sorted((made.low_kg, made.high_kg))
    ends = [wording.mass(kg, unit, 2) for kg in (low, high)]
    return ends[0] if ends[0] == ends[1] else "–".join(ends)


def lie(where: Lie | None) -> str:
    """Say where a best lies beside the range of today."""
    return {
        None: "",
        Lie.ABOVE: tr("harder"),
        Lie.WITHIN: tr("within"),
        Lie.BELOW: tr("easier"),
    }[where]


def done(entry: LoggedSet, exercise: Exercise, unit: Unit) -> str:
    """Write a set as it was typed: '100 × 5 @2', '205 lb × 5' to a reader of kg,
    'bodyweight × 8'."""
    said = as_typed(entry, unit)
    body = exercise.load_kind in (LoadKind.ADDED, LoadKind.BODYWEIGHT) and entry.load is None
    return tr("bodyweight × {reps}").format(reps=said) if body else said


def chip(known: LiftRecords) -> str:
    """Count the records of the last six weeks; '' for none."""
    if not known.recent:
        return ""
    words = ntr(
        "{count} record in the last 6 weeks", "{count} records in the last 6 weeks", known.recent
    )
    return words.format(count=known.recent)


def bests(known: LiftRecords, unit: Unit, today: date) -> str:
    """Say the best e1RM, and the most in a session and in a week."""
    return " · ".join(_best(record, unit, today) for record in known.bests)


def _best(record: Record, unit: Unit, today: date) -> str:
    day = dates.short(record.on, today)
    if record.estimate:
        kg = wording.mass(record.value_kg, unit, 0)
        return tr("Best e1RM {kg} {unit} ({day})").format(kg=kg, unit=unit, day=day)
    moved = log_words.tonnage(record.value_kg, unit)
    if record.what == records.TONNAGE:
        return tr("most in a session {moved} ({day})").format(moved=moved, day=day)
    return tr("most in a week {moved} (from {day})").format(moved=moved, day=day)


def spot(
    made: Spot, due: CurvePoint | None, exercise: Exercise, unit: Unit, today: date
) -> Sequence[str]:
    """Return what to say of the sets of one load and count."""
    times = ntr("one set", "{count} sets", made.times).format(count=made.times)
    last_on, last = dates.short(made.last_on, today), as_typed(made.entry, unit)
    lines = [
        f"{load(made.kg, exercise, unit)} × {made.reps} · {times}",
        tr("last on {day}: {set}").format(day=last_on, set=last),
    ]
    if made.front:
        lines.append(tr("record: no set had more of one and as much of the other"))
    if due is not None:
        low, high = sorted((due.low_kg, due.high_kg))
        around = "–".join(wording.mass(kg, unit, 0) for kg in (low, high))
        text = tr("strength today for {reps}: {range} {unit}")
        lines.append(text.format(reps=made.reps, range=around, unit=unit))
    return lines


def step(made: Step, until: date | None, what: str, value: str, today: date) -> Sequence[str]:
    """Return what to say of a record: what, how much, and how long it stood."""
    since = dates.short(made.on, today)
    if until is None:
        return [what, value, tr("since {day}, still standing").format(day=since)]
    return [what, value, tr("from {day} to {end}").format(
        day=since, end=dates.short(until, today))]  # fmt: skip


def in_short(reps: int) -> str:
    """Name a count where there is little room."""
    return ntr("{reps} rep", "{reps} reps", reps).format(reps=counts.count(reps))


def counted(reps: int) -> str:
    """Name a count: '1 repetition', '5 repetitions'."""
    return ntr("{n} repetition", "{n} repetitions", reps).format(n=counts.count(reps))


def what_it_means(known: LiftRecords, today: date) -> str:
    """Say how to read the table of a lift, or why today's strength is not in it."""
    said = [
        tr("Least help done at least so many times.")
        if helped(known.exercise)
        else tr("Heaviest load done at least so many times.")
    ]
    if known.no_load is not None:
        return passage([*said, no_load_words.why(known.no_load, today)])
    said.append(tr(
        "Beside it what today's strength allows with nothing in reserve, as your gym can load it; "
        "the range holds nine in ten, and is wider than that of the e1RM where you rarely train."
    ))  # fmt: skip
    if known.harder:
        said.append(tr("A best that is easier than the range leaves room to try."))
    return passage(said)


def none_yet(scored: bool) -> str:
    """Say what will stand here, and when."""
    if scored:
        return tr("This has no load and repetitions to keep records of. Its bests stand on the "
                   "first page.")  # fmt: skip
    return tr("The first work set with repetitions starts the records of this exercise; warm-ups "
               "and drop sets are left out.")  # fmt: skip
