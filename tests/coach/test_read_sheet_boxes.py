"""What is written into a box of a sheet, and how it is read when it is typed back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from planner.coach import logging
from planner.coach.sheet_boxes import planned_text, read_line, typed_text
from planner.engine.terms import (
    SUSPECT,
    Exercise,
    LoadKind,
    LoggedSet,
    Measure,
    PlannedSet,
    SetKind,
    Unit,
)

HEAVY = PlannedSet(5, 5, rir=2.0, load_kg=100.0, load=100.0)
SQUAT = Exercise("back-squat", "Back squat")


def row(target: PlannedSet | None = HEAVY, last: LoggedSet | None = None) -> logging.SetRow:
    return logging.SetRow(1, target, last, None, None)


def says(*texts: str, exercise: Exercise = SQUAT, target: PlannedSet | None = HEAVY) -> list[str]:
    """Return what boxes in a row say: the sets as they would be typed, or the problem."""
    read = read_line(texts, [row(target)] * len(texts), exercise, Unit.KG)
    return [
        made.problem or " ".join(typed_text(entry, exercise, Unit.KG) for entry in made.sets)
        for made in read
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("5", "100x5"),
        ("4", "100x4"),
        ("100x5", "100x5"),
        ("100 5", "100x5"),
        ("100x5@1", "100x5@1"),
        ("102,5x5", "102.5x5"),
        ("102.5 × 5", "102.5x5"),
        (".", "100x5"),
        ("=", "100x5"),
        ("?", "?"),
        ("", ""),
        ("5,5,4", "100x5 100x5 100x4"),
        ("100x5, 100x5, 90x6", "100x5 100x5 90x6"),
        ("45x8, 45x8, 42,5x7", "45x8 45x8 42.5x7"),
        ("45×8@2; 45×7", "45x8@2 45x7"),
        ("45x8, 8, 40x6", "45x8 45x8 40x6"),
        ("225lb 5", "225lbx5"),
        ("5@9", "100x5@1"),
        ("5f", "100x5f"),
        ("0", "100x0"),
        ("five", "Not understood. Try 100x8@2, 100x8,8,6, bw+10x5 or 45s."),
    ],
)
def test_a_box_is_read_as_it_is_written(text: str, meant: str) -> None:
    assert says(text) == [meant]


def test_reps_alone_go_on_with_the_load_of_the_box_before() -> None:
    assert says("105x5", "5", "?", "4", ".") == ["105x5", "105x5", "?", "105x4", "100x5"]


def test_a_load_planned_for_the_next_box_only_is_not_carried_over() -> None:
    back_off = PlannedSet(8, 8, load_kg=80.0, load=80.0)
    read = read_line(["105x5", "8"], [row(), row(back_off)], SQUAT, Unit.KG)
    assert [made.sets[0].load_kg for made in read] == [105.0, 80.0]


def test_holds_are_seconds_distances_metres_and_help_stays_help() -> None:
    hold = Exercise("plank", "Plank", load_kind=LoadKind.NONE, measure=Measure.SECONDS)
    assert says("45", ".", exercise=hold, target=PlannedSet(seconds=40.0)) == ["45s", "40s"]
    carry = Exercise("carry", "Carry", measure=Measure.DISTANCE)
    assert says("40", "24x40m", exercise=carry, target=None) == ["40m", "24x40m"]
    assert says("40/left", "40 @2", exercise=carry, target=None) == ["40m/left", "40m@2"]
    reach = Exercise("reach", "Reach", load_kind=LoadKind.NONE, measure=Measure.REACH)
    assert says("85", "85/left", exercise=reach, target=None) == ["85cm", "85cm/left"]
    pull = Exercise("pull-up", "Pull-up", load_kind=LoadKind.ADDED)
    assert says("bw+10 8", "bwx8", "-5x8", exercise=pull, target=None) == [
        "bw+10x8", "bwx8", "bw-5x8",
    ]  # fmt: skip
    helped = Exercise("assisted", "Assisted pull-up", load_kind=LoadKind.ASSISTED)
    assert says("-20x8", exercise=helped, target=None) == ["-20x8"]


@pytest.mark.parametrize(
    ("target", "asked"),
    [
        (PlannedSet(8, 12, load_kg=50.0, load=50.0), "How many? 8–12 planned."),
        (PlannedSet(5, amrap=True), "How many reps?"),
        (None, "Nothing is planned here. Type what is written."),
    ],
)
def test_as_planned_invents_no_number(target: PlannedSet | None, asked: str) -> None:
    (made,) = read_line(["="], [row(target, LoggedSet(50.0, 10))], SQUAT, Unit.KG)
    assert (made.problem, made.sets) == (asked, ())


def test_what_is_planned_to_be_left_in_reserve_is_not_taken_for_what_was() -> None:
    read = read_line(["=", "5", "100x5@1"], [row()] * 3, SQUAT, Unit.KG)
    assert [made.sets[0].rir for made in read] == [None, None, 1.0]


@pytest.mark.parametrize(
    ("text", "last", "asked"),
    [
        ("1000x5", None, "1000 kg? Planned 100."),
        ("1000x5", LoggedSet(97.5, 5, load=97.5), "1000 kg? Last time 97.5."),
        ("225lbx5", LoggedSet(97.5, 5, load=97.5), ""),
        ("225x5", LoggedSet(97.5, 5, load=97.5), "225 kg? Last time 97.5."),
        ("55", LoggedSet(97.5, 6, load=97.5), "55 reps? Last time 6."),
        ("55", None, "55 reps? Planned 5."),
        ("105x6", None, ""),
    ],
)
def test_slips_are_asked_about_and_taken_all_the_same(
    text: str, last: LoggedSet | None, asked: str
) -> None:
    (made,) = read_line([text], [row(last=last)], SQUAT, Unit.KG)
    assert made.question == asked
    assert [SUSPECT in entry.flags for entry in made.sets] == [bool(asked)]
    (sure,) = read_line([f"{text}!"], [row(last=last)], SQUAT, Unit.KG)
    assert (sure.question, sure.sets[0].flags) == ("", frozenset())


def test_a_load_that_nobody_wrote_is_told() -> None:
    open_load, last = PlannedSet(5, 5), LoggedSet(90.0, 5, load=90.0)
    read = [read_line(["5"], [row(open_load, each)], SQUAT, Unit.KG)[0] for each in (None, last)]
    assert read[0].remark == "No load? Type 60x5 for 60 and 5."
    assert read[1].remark == "No load written: last time's 90 is taken."


def test_the_empty_box_shows_what_is_planned() -> None:
    assert planned_text(row(), SQUAT, Unit.KG) == "100×5"
    assert planned_text(row(PlannedSet(8, 12)), SQUAT, Unit.KG) == "8–12"
    assert planned_text(row(PlannedSet(seconds=45.0)), SQUAT, Unit.KG) == "45 s"


@given(
    load=st.decimals(1, 400, places=2).map(float),
    reps=st.integers(0, 60),
    rir=st.one_of(st.none(), st.sampled_from([0.0, 1.5, 2.0, 7.0, 10.0])),
    kind=st.sampled_from(list(SetKind)),
    unit=st.sampled_from(list(Unit)),
)
def test_what_is_stored_reads_back_as_it_was(
    load: float, reps: int, rir: float | None, kind: SetKind, unit: Unit
) -> None:
    fields = logging.load_fields(load, unit)
    stored = LoggedSet(**fields, reps=reps, rir=rir, kind=kind)
    text = typed_text(stored, SQUAT, Unit.KG)
    (made,) = read_line([text], [replace(row(None), logged=stored)], SQUAT, Unit.KG)
    assert made.sets == (stored,)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("70*81:10", "1:21:10? Reps are counted here."),
        ("40s", "40 s? Reps are counted here."),
        ("100x40m", "40 m? Reps are counted here."),
        ("40s!", ""),
        ("5", ""),
    ],
)
def test_a_time_or_a_way_is_asked_about_where_repetitions_are_counted(
    text: str, question: str
) -> None:
    (made,) = read_line([text], [row()], SQUAT, Unit.KG)
    assert (made.question, SUSPECT in made.sets[0].flags) == (question, bool(question))


def test_a_time_or_a_way_that_is_planned_is_not_asked_about() -> None:
    for text, target in (("40s", PlannedSet(seconds=45.0)), ("40m", PlannedSet(distance_m=30.0))):
        (made,) = read_line([text], [row(target)], SQUAT, Unit.KG)
        assert made.question == ""
