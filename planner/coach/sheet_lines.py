"""The planned exercises of a session in the words and numbers that go on paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from planner.coach import library_words, wording
from planner.coach.prescription import load_on_paper, prescription_text
from planner.coach.sheet import SheetLine
from planner.engine.in_turn import in_turn
from planner.engine.terms import (
    Exercise,
    Measure,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    SetKind,
    Unit,
)

GLOSSARY = "RIR = good reps you could still have done. 8–12 = start at 8, build up to 12."
EACH_SIDE = "each side"
IN_TURN = "A1, A2 … = one set of each in turn."
DROP = "Drop = lighter, without a rest before it."
ONE_BY_ONE = "5/3/1 = a set of 5, one of 3, one of 1."


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
    told = [f"Tempo {tempo} = {words}." for tempo, words in written if words not in ("", tempo)]
    if any("/" in line.sets for line in rows):
        told.insert(0, ONE_BY_ONE)
    if any(line.superset for line in rows):
        told.insert(0, IN_TURN)
    if any(entry.kind is SetKind.DROP for each in planned for entry in each.sets):
        told.insert(0, DROP)
    return " ".join((GLOSSARY, *told))


def done(sessions: Sequence[PlannedSession]) -> str:
    """Say what is to be written into the boxes."""
    sets = (entry for made in sessions for each in made.exercises for entry in each.sets)
    held = any(entry.seconds is not None for entry in sets)
    return "Done (load × reps, or seconds)" if held else "Done (load × reps)"


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
    return SheetLine(
        exercise=exercise.name,
        sets=_sets_words(sets, exercise),
        load=load_on_paper(exercise, load),
        rir=rirs or "–",
        tempo=made.tempo,
        rest=wording.rest(made.rest_s or exercise.rest_s),
        boxes=len(work),
        superset=place,
        note=made.note,
        warm_up=tuple(_warm_up(entry, unit) for entry in warming),
    )


def _warm_up(entry: PlannedSet, unit: Unit) -> str:
    """Write a warm-up set: '60×5', 'bar×8', '60×30s'."""
    load = prescription_text((entry,), unit)[1].partition(" (")[0]
    amount = f"{wording.number(entry.seconds)}s" if entry.seconds else entry.reps_low or ""
    return f"{load or 'bar'}×{amount}"


def _sets_words(sets: str, exercise: Exercise) -> str:
    one_sided = exercise.per_side and exercise.measure is not Measure.DISTANCE
    return f"{sets}\n{EACH_SIDE}" if one_sided else sets
