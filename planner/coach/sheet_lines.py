"""The planned exercises of a session in the words and numbers that go on paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from planner.coach import amounts, library_words, wording
from planner.coach.entry import MOST_EFFORT, sided
from planner.coach.prescription import load_on_paper, prescription_text
from planner.coach.sheet import NOTHING, SheetLine
from planner.coach.sheet_boxes import SIDE_LETTERS, SIDES
from planner.engine.in_turn import in_turn
from planner.engine.terms import (
    N_,
    Exercise,
    LoadKind,
    Measure,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    SetKind,
    Unit,
)
from planner.language import passage, tr

GLOSSARY = N_("RIR = good reps you could still have done. 8–12 = start at 8, build up to 12.")
IN_TURN = N_("A1, A2 … = one set of each in turn.")
DROP = N_("Drop = lighter, without a rest before it.")
SIDE_WORDS = N_("L, R = left, right.")
QUALITY = N_("Write how it went behind: q3 = sound, q2 = shaky, q1 = lost.")
PAIN = N_("Pain in a set: write p0 (none) to p10 (worst) behind it.")
EFFORT = N_("RPE = effort from 1 to 10, 10 is all you have.")
ENDURANCE = ("min", "m", "RPE")  # the boxes of a set of endurance
ONE_BY_ONE = N_("5/3/1 = a set of 5, one of 3, one of 1.")


def lines(
    made: PlannedSession, exercises: Mapping[str, Exercise], unit: Unit
) -> tuple[SheetLine, ...]:
    """Return a line for every exercise of a session, in its order."""
    places = _places(in_turn(made.exercises))
    return tuple(
        _line(each, place, exercises[each.exercise], unit)
        for each, place in zip(made.exercises, places, strict=True)
    )


def glossary(sessions: Sequence[PlannedSession], rows: Sequence[SheetLine]) -> str:
    """Explain what the sheet shortens, and each tempo that stands on it; `rows` are its lines."""
    planned = [each for made in sessions for each in made.exercises]
    tempos = dict.fromkeys(each.tempo for each in planned if each.tempo)
    written = ((tempo, library_words.tempo(tempo)) for tempo in tempos)
    words_of = tr("Tempo {tempo} = {words}.")
    told = [
        words_of.format(tempo=tempo, words=words)
        for tempo, words in written
        if words not in ("", tempo)
    ]
    if any("/" in line.sets for line in rows):
        told.insert(0, tr(ONE_BY_ONE))
    if any(line.superset for line in rows):
        told.insert(0, tr(IN_TURN))
    if any(entry.kind is SetKind.DROP for each in planned for entry in each.sets):
        told.insert(0, tr(DROP))
    marked = {word.split(" ")[0] for line in rows for word in line.box_words}
    if marked.intersection(SIDE_LETTERS.values()):
        told.insert(0, tr(SIDE_WORDS))
    if marked.intersection((*SIDE_LETTERS.values(), "")):
        told.append(tr(QUALITY))
    if marked.intersection(ENDURANCE[2:]):
        told.append(tr(EFFORT))
    told.append(tr(PAIN))
    loaded = not rows or any(line.rir != NOTHING for line in rows)
    return passage((*((tr(GLOSSARY),) if loaded else ()), *told))


def done(sessions: Sequence[PlannedSession], rows: Sequence[SheetLine]) -> str:
    """Say what is to be written into the boxes; `rows` are the lines of the sheet."""
    if rows and all(line.box_words for line in rows):
        return tr("Done")
    sets = (entry for made in sessions for each in made.exercises for entry in each.sets)
    held = any(entry.seconds is not None for entry in sets)
    return tr("Done (load × reps, or seconds)" if held else "Done (load × reps)")


def _places(planned: Iterable[PlannedExercise]) -> Iterator[str]:
    """Yield 'A1', 'A2' for what is done in turn, '' for what stands alone."""
    counted: Counter[int] = Counter()
    for each in planned:
        if each.superset is None:
            yield ""
        else:
            counted[each.superset] += 1
            yield f"{chr(ord('A') + each.superset % 26)}{counted[each.superset]}"


def _line(made: PlannedExercise, place: str, exercise: Exercise, unit: Unit) -> SheetLine:
    warming = [entry for entry in made.sets if entry.kind is SetKind.WARMUP]
    work = [entry for entry in made.sets if entry.kind is not SetKind.WARMUP]
    text, load = prescription_text(work, unit)
    sets = "; ".join(part.split(" @")[0] for part in text.split("; "))
    efforts = {entry.rir for entry in work if entry.rir is not None}
    rirs = "–".join(wording.number(rir, 2) for rir in sorted(efforts))
    if rirs and amounts.endures(exercise):
        rpes = sorted(MOST_EFFORT - rir for rir in efforts)
        rirs = "RPE " + "–".join(wording.number(rpe, 2) for rpe in rpes)
    return SheetLine(
        exercise=exercise.name,
        sets=_sets_words(sets, exercise),
        load=load_on_paper(exercise, load),
        rir=rirs or NOTHING,
        tempo=made.tempo,
        rest=wording.rest_on_paper(made.rest_s or exercise.rest_s),
        boxes=len(_box_words(exercise, len(work))) or len(work),
        superset=place,
        note=made.note,
        warm_up=tuple(_warm_up(entry, unit) for entry in warming),
        box_words=_box_words(exercise, len(work)),
    )


def _box_words(exercise: Exercise, sets: int) -> tuple[str, ...]:
    """Return the side and the unit of each box of what has no load; none where load is written.

    Endurance has three a set.
    """
    if exercise.load_kind is not LoadKind.NONE:
        return ()
    if amounts.endures(exercise):
        return ENDURANCE * sets
    sides = (f"{SIDE_LETTERS[side]} " for side in SIDES) if sided(exercise) else ("",)
    unit = tr(_UNITS.get(exercise.measure, ""))
    return tuple(f"{side}{unit}".strip() for side in sides) * sets


_UNITS = {
    Measure.SECONDS: "s",
    Measure.DISTANCE: "m",
    Measure.REACH: "cm",
    Measure.REPS: N_("reps"),
}


def _warm_up(entry: PlannedSet, unit: Unit) -> str:
    """Write a warm-up set: '60×5', 'bar×8', '60×30s'."""
    load = prescription_text((entry,), unit)[1].partition(" (")[0]
    amount = f"{wording.number(entry.seconds)}s" if entry.seconds else entry.reps_low or ""
    if entry.distance_m is not None:
        amount = amounts.asked_length(entry.distance_m)
    return f"{load or tr('bar')}×{amount}"


def _sets_words(sets: str, exercise: Exercise) -> str:
    one_sided = exercise.per_side and exercise.measure is not Measure.DISTANCE
    return f"{sets}\n{tr('each side')}" if one_sided else sets
