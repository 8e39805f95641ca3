"""What the comparison of lifts says: which rose most and least, and what is compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from planner.coach import wording
from planner.coach.charts.compare import Change, Compared, LiftLine
from planner.engine.terms import Exercise, LoadKind, Unit
from planner.language import filled, passage, tr
from planner.ui import dates
from planner.ui.charts.compare_table import Measured

NO_BREAK = "\u00a0"
FAR_APART_DAYS = 14  # between first sessions in view that are worth a word


def sentences(found: Compared, lines: Sequence[LiftLine], today: date) -> list[str]:
    """Say which lift rose most and which least, whether that can be told, and what can't."""
    if not lines:
        return [tr("Tick the lifts to compare in the list above the plot.")]
    said = [*_movement(found, today), _doubt(found), _jumps(found, today)]
    said += _unknown(found)
    if len(found.changes) > 1:
        said.append(tr("Each lift has its own pace: lines that part are no sign of imbalance."))
    return [words for words in said if words]


def change(made: Change) -> str:
    """Write a change with its 90 % range: '+12 % (+8 to +16 %)'."""
    low = wording.change(made.low).removesuffix(" %")
    words = tr("{change} ({low} to {high})")
    said = words.format(change=wording.change(made.gain), low=low, high=wording.change(made.high))
    return said.replace(" %", NO_BREAK + "%")


def nothing_yet() -> str:
    """Say what will be here, before any lift has a strength to show."""
    return tr("Lifts with a load are compared here: after two sessions of each, lines appear.")


def hint(lines: Sequence[LiftLine], measured: Measured, unit: Unit) -> str:
    """Say under the title what is compared, or what is missing before there is a line."""
    if measured is Measured.SETS:
        started = not lines or any(line.weeks for line in lines)
        return "" if started else tr("A line begins when a lift's first week is over.")
    short = bool(lines) and all(len(line.days) < 2 for line in lines)
    begins = tr("A line begins with a lift's second session.") if short else ""
    return f"{begins} {what_counts(lines, unit)}".strip()


def what_counts(lines: Iterable[LiftLine], unit: Unit) -> str:
    """Say what is compared of lifts that move the body; '' without any."""
    made = list(lines)
    kinds = [
        (LoadKind.ADDED, tr("{lifts}: bodyweight and added load together.")),
        (LoadKind.ASSISTED, tr("{lifts}: bodyweight less the help.")),
        (LoadKind.BODYWEIGHT, tr("{lifts}: the share of bodyweight that is moved.")),
    ]
    said = [words.format(lifts=names) for kind, words in kinds if (names := _of(made, kind))]
    assumed = next((each.assumed_kg for each in made if each.assumed_kg is not None), None)
    if said and assumed is not None:
        words = tr("Your bodyweight is taken for {kg} {unit}: enter it to be exact.")
        said.append(words.format(kg=wording.mass(assumed, unit, 0), unit=unit))
    return passage(said)


def _of(lines: Iterable[LiftLine], kind: LoadKind) -> str:
    return _names(line.exercise for line in lines if line.exercise.load_kind is kind)


def _movement(found: Compared, today: date) -> list[str]:
    if not found.changes:
        return []
    most, least = found.changes[0], found.changes[-1]
    if len(found.changes) == 1:
        words = tr("{lift}: {change} from {since} to {until}.")
        since, until = (dates.short(day, today) for day in (most.since, most.until))
        said = change(most)
        return [filled(words, lift=most.exercise.name, change=said, since=since, until=until)]
    told = f"{_told(found, most, least)} {_starts(found.changes)}".strip()
    return [f"{_most(most)} {_least(least)}", told]


def _most(made: Change) -> str:
    if round(100 * made.low) > 0:
        words = tr("{lift} gained most strength: {change}.")
    elif made.gain > 0:
        words = tr("{lift} gained most strength, if any: {change}.")
    else:
        words = tr("{lift} kept most strength: {change}.")
    return words.format(lift=made.exercise.name, change=change(made))


def _least(made: Change) -> str:
    if round(100 * made.low) > 0:
        words = tr("{lift} gained least: {change}.")
    elif round(100 * made.high) < 0:
        words = tr("{lift} is lower than at the start: {change}.")
    else:
        words = tr("{lift} did not clearly change: {change}.")
    return words.format(lift=made.exercise.name, change=change(made))


def _told(found: Compared, most: Change, least: Change) -> str:
    if not found.apart:
        return tr("Their ranges overlap: these sessions can't tell which gained more.")
    words = tr("Their ranges do not overlap: {most} likely gained more than {least}.")
    return words.format(most=most.exercise.name, least=least.exercise.name)


def _starts(changes: Sequence[Change]) -> str:
    """Say that lifts do not begin together, where they do not."""
    first, last = (pick(each.since for each in changes) for pick in (min, max))
    if (last - first).days <= FAR_APART_DAYS:
        return ""
    return tr("Each counts from its own first session in the days shown.")


def _jumps(found: Compared, today: date) -> str:
    """Name the lifts of which no change is known: their loads jumped, and nobody said why."""
    on = tr("{lift} on {day}")
    told = [on.format(lift=each.name, day=dates.short(day, today)) for each, day in found.jumped]
    said = tr("Loads jumped, so the change can't be told: {jumps}. The line in % begins there.")
    return filled(said, jumps=wording.in_row(told)) if told else ""


def _doubt(found: Compared) -> str:
    """Name the lifts that moved farther than strength does, so that they are not compared."""
    words = tr(
        "{lifts}: not compared, as so large a change may be another machine or way of counting "
        "loads."
    )
    return words.format(lifts=_names(found.doubted)) if found.doubted else ""


def _unknown(found: Compared) -> list[str]:
    said = []
    if found.open:
        words = tr("{lifts}: too few sessions in the days shown to tell a change.")
        said.append(words.format(lifts=_names(found.open)))
    if found.at_least:
        words = tr("{lifts}: sets stopped at their target, so only a least strength is known.")
        said.append(words.format(lifts=_names(found.at_least)))
    return said


def _names(exercises: Iterable[Exercise]) -> str:
    return wording.in_row(each.name for each in exercises)
