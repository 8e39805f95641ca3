"""Work without a load on paper: a box for each side, in its own unit, typed back as it was."""

from __future__ import annotations

from datetime import date

import pytest

from planner.coach import entry, printing, scores, sheet_grid, sheet_saving
from planner.engine.terms import (
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Side,
    Technique,
    Unit,
)
from planner.storage import log, plan

MONDAY = date(2026, 11, 2)
SECONDS, REPS = PlannedSet(seconds=30.0), PlannedSet(4, 4)
MIXED = (
    PlannedExercise("back-squat", (PlannedSet(5, 5, rir=2.0, load_kg=60.0, load=60.0),) * 2),
    PlannedExercise("single-leg-balance", (SECONDS,) * 2),
    PlannedExercise("single-leg-balance-reach", (REPS,)),
    PlannedExercise("single-leg-hop-and-stick", (REPS,)),
    PlannedExercise("rowing", (PlannedSet(seconds=600.0),)),
    PlannedExercise("hip-flexor-stretch", (SECONDS,)),
)


@pytest.fixture
def mixed(lifter: int, today: date) -> sheet_grid.SheetGrid:
    """Plan strength, balance, reach, landing, endurance and mobility in one session."""
    week = Microcycle(1, MONDAY, (PlannedSession("Mixed", 0, MIXED),))
    block = plan.add_mesocycle(lifter, Mesocycle("Block", MONDAY, weeks=(week,)))
    return sheet_grid.sheet_grid(lifter, plan.mesocycle(block).weeks[0].id or 0, today)


def test_the_sheet_has_a_box_for_each_side_and_says_its_unit(mixed, today) -> None:
    made = printing.week_sheet(mixed.lifter_id, MONDAY, today)
    (session,) = made.sessions
    assert [line.box_words for line in session.lines] == [
        (),
        ("L s", "R s", "L s", "R s"),
        ("L cm", "R cm"),
        ("L", "R"),
        ("min", "m", "RPE"),
        ("L s", "R s"),
    ]
    assert [line.loadless for line in session.lines] == [False, *[True] * 5]
    assert "L, R = left, right." in made.glossary
    typed = [len(line.boxes) for line in mixed.sessions[0].lines]
    paper = [line.boxes for line in session.lines]
    assert typed == [2, 4, 2, 2, 1, 2]
    assert paper == [2, 4, 2, 2, 3, 2]  # three boxes of endurance are typed as one: '10 2000 7'


def test_four_kinds_of_training_are_typed_back_as_they_stand_on_paper(paper, mixed) -> None:
    written = (
        ("60x5@2", "5"),
        ("28 q3", "", "31", "19 q1"),
        ("64,5", "62"),
        ("4 q2", "4 q3"),
        ("2000",),
        (".", "45"),
    )
    edits = {}
    for line, texts in enumerate(written):
        edits |= paper.typed(mixed, 0, line, *texts)
    assert sheet_saving.save(mixed, edits) == (12, 0, 0, {}, 0, ())
    (session,) = log.sessions(mixed.lifter_id)
    squat, stand, reach, hop, row, stretch = (slot.sets for slot in session.exercises)
    assert [(s.load, s.reps) for s in squat] == [(60.0, 5)] * 2
    assert [(s.side, s.seconds, s.technique) for s in stand] == [
        (Side.LEFT, 28.0, Technique.SOUND),
        (Side.LEFT, 31.0, None),
        (Side.RIGHT, 19.0, Technique.BREAKDOWN),
    ]
    assert [(s.side, round(s.distance_m, 4)) for s in reach] == [
        (Side.LEFT, 0.645),
        (Side.RIGHT, 0.62),
    ]
    assert [s.technique for s in hop] == [Technique.MINOR, Technique.SOUND]
    assert [(s.distance_m, s.load_kg) for s in row] == [(2000.0, None)]
    assert [(s.side, s.seconds) for s in stretch] == [(Side.LEFT, 30.0), (Side.RIGHT, 45.0)]
    again = paper.again(mixed)
    assert paper.texts(again, 0, 1) == ["28s q3", "", "31s", "19s q1"]
    assert paper.texts(again, 0, 2) == ["64.5cm", "62cm"]
    assert sheet_saving.save(again, {}) == (0, 0, 0, {}, 0, ())


def test_a_side_left_empty_on_paper_is_missing_in_the_chart(paper, mixed, today) -> None:
    sheet_saving.save(mixed, paper.typed(mixed, 0, 1, "28", "", "31", ""))
    chart = scores.chart(mixed.lifter_id, "single-leg-balance", today)
    assert {each.side: each.middle for each in chart.scores} == {Side.LEFT: 29.5, Side.RIGHT: None}


def test_a_box_typed_for_each_side_holds_for_both(paper, mixed) -> None:
    sheet_saving.save(mixed, paper.typed(mixed, 0, 1, "30/each", "", "25"))
    (session,) = log.sessions(mixed.lifter_id)
    assert [s.side for s in session.exercises[1].sets][:2] == [Side.EACH, Side.LEFT]
    assert paper.texts(paper.again(mixed), 0, 1) == ["30s/each", "", "25s", ""]


def test_a_box_typed_anew_keeps_its_rating_unless_another_is_written(paper, mixed) -> None:
    sheet_saving.save(mixed, paper.typed(mixed, 0, 1, "28 q1", "30"))
    again = paper.again(mixed)
    sheet_saving.save(again, paper.typed(again, 0, 1, "29 q2", "31 q3"))
    (session,) = log.sessions(mixed.lifter_id)
    assert [(s.seconds, s.technique) for s in session.exercises[1].sets] == [
        (29.0, Technique.MINOR),
        (31.0, Technique.SOUND),
    ]


@pytest.mark.parametrize(
    ("text", "technique"),
    [("30s q3", Technique.SOUND), ("30q2", Technique.MINOR), ("30 /left q1", Technique.BREAKDOWN)],
)
def test_the_log_reads_quality_behind_a_set_as_paper_does(mixed, text, technique) -> None:
    line = mixed.sessions[0].lines[1]
    draft = entry.parse_entry(text, line.exercise, Unit.KG, line.boxes[0].row)
    assert [(made.seconds, made.technique) for made in draft.sets] == [(30.0, technique)]
    asked = entry.parse_entry(f"{text} q1", line.exercise, Unit.KG, line.boxes[0].row)
    assert asked.problem == "One quality a set: q3 is sound, q2 shaky, q1 lost."


FILLED = "Both boxes of this set are filled: type them without /each, /left or /right."


@pytest.mark.parametrize(
    "texts", [("30", "28/each"), ("30", "28/left"), ("?", "28 /each"), ("thirty", "28/each")]
)
def test_each_beside_a_filled_box_is_refused_and_moves_nowhere(paper, mixed, texts) -> None:
    typed = paper.typed(mixed, 0, 1, *texts, "", "25")
    readings = sheet_grid.read(mixed.sessions[0].lines[1], typed, mixed.unit)
    assert [made.problem for made in readings[1:]] == [FILLED, "", ""]
    left = sheet_saving.save(mixed, typed).left
    again = paper.again(mixed)
    assert left[paper.keys(again, 0, 1)[1]] == texts[1]
    first = "30s" if texts[0] == "30" else "?"
    assert paper.texts(again, 0, 1) == [first, "?", "", "25s"]


def test_the_other_side_typed_into_a_left_box_is_refused_once_the_right_one_is_filled(
    paper, mixed
) -> None:
    typed = paper.typed(mixed, 0, 1, "30/right", "28")
    readings = sheet_grid.read(mixed.sessions[0].lines[1], typed, mixed.unit)
    assert [made.problem for made in readings] == [FILLED, "", "", ""]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (("", "", "", "28/each"), ["", "", "28s/each", ""]),
        (("", "", "", "28/left"), ["", "", "28s", ""]),
        (("28/right", "", "31"), ["", "28s", "31s", ""]),
        (("30", "?", "", "?"), ["30s", "?", "", "?"]),
    ],
)
def test_what_is_typed_for_another_side_stays_in_its_set(paper, mixed, typed, stored) -> None:
    sheet_saving.save(mixed, paper.typed(mixed, 0, 1, *typed))
    assert paper.texts(paper.again(mixed), 0, 1) == stored


def test_each_typed_beside_a_box_that_is_emptied_takes_its_place(paper, mixed) -> None:
    sheet_saving.save(mixed, paper.typed(mixed, 0, 1, "30", "", "31"))
    again = paper.again(mixed)
    sheet_saving.save(again, paper.typed(again, 0, 1, "", "28/each"))
    assert paper.texts(paper.again(mixed), 0, 1) == ["28s/each", "", "31s", ""]


def test_each_on_the_left_and_a_number_on_the_right_are_refused_both(paper, mixed) -> None:
    typed = paper.typed(mixed, 0, 1, "28/each", "30", "31")
    readings = sheet_grid.read(mixed.sessions[0].lines[1], typed, mixed.unit)
    assert [made.problem for made in readings] == [FILLED, FILLED, "", ""]
    assert sheet_saving.save(mixed, typed).unread == 2
    assert paper.texts(paper.again(mixed), 0, 1) == ["?", "?", "31s", ""]


def test_the_right_side_is_refused_while_each_stands_in_the_log(paper, mixed) -> None:
    sheet_saving.save(mixed, paper.typed(mixed, 0, 1, "28/each"))
    again = paper.again(mixed)
    edits = {paper.keys(again, 0, 1)[1]: "25"}
    assert sheet_saving.save(again, edits).left == edits
    assert paper.texts(paper.again(mixed), 0, 1) == ["28s/each", "", "", ""]


MORE = "The box of the next set is filled: type one set in each box."


def test_several_sets_of_a_side_are_refused_where_the_next_box_is_filled(paper, mixed) -> None:
    typed = paper.typed(mixed, 0, 1, "30, 28", "29", "31")
    readings = sheet_grid.read(mixed.sessions[0].lines[1], typed, mixed.unit)
    assert [made.problem for made in readings] == [MORE, "", "", ""]


def test_several_sets_of_a_side_fill_its_empty_boxes(paper, mixed) -> None:
    sheet_saving.save(mixed, paper.typed(mixed, 0, 1, "30, 28", "29, 27"))
    assert paper.texts(paper.again(mixed), 0, 1) == ["30s", "29s", "28s", "27s"]
