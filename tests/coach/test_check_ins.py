"""The answers of a check-in: counted when given, and soreness known from the areas too."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from planner.coach import bodyweight, check_ins
from planner.engine.phase import hooper
from planner.engine.terms import (
    AREA_MUSCLES,
    CheckIn,
    Muscle,
    Side,
    SoreArea,
    Unit,
    area_and_side,
    soreness_of,
    stored_area,
)
from planner.storage import clients

TODAY = date(2026, 11, 5)
EMPTY = CheckIn(TODAY)


def test_what_is_missing_counts_neither_way() -> None:
    assert check_ins.given(EMPTY) == 0
    assert hooper(EMPTY) is None
    assert hooper(CheckIn(TODAY, sleep=3)) == hooper(CheckIn(TODAY, sleep=3, energy=3))
    assert check_ins.given(CheckIn(TODAY, sleep=4, motivation=1, energy=5)) == 3


@pytest.mark.parametrize("question", [*check_ins.QUESTIONS, check_ins.MOOD])
def test_one_answer_changes_and_the_others_stay(question: str) -> None:
    made = check_ins.with_answer(CheckIn(TODAY, sleep=1, sleep_hours=6.0, note="x"), question, 4)
    assert check_ins.answer(made, question) == 4
    assert (made.sleep_hours, made.note) == (6.0, "x")
    assert check_ins.answer(check_ins.with_answer(made, question, None), question) is None


def test_soreness_is_that_of_the_sorest_area_unless_it_is_answered() -> None:
    made = check_ins.with_marks(EMPTY, {"calves": (2, Side.LEFT), "chest": (4, Side.BOTH)})
    assert made.sore_areas == (("calves_left", 2), ("chest", 4))
    assert (made.soreness, soreness_of(made), check_ins.given(made)) == (None, 4, 1)
    assert hooper(made) == hooper(CheckIn(TODAY, soreness=4))
    own = check_ins.with_answer(made, "soreness", 2)
    assert soreness_of(own) == 2
    assert soreness_of(check_ins.with_answer(own, "soreness", None)) == 4
    assert soreness_of(check_ins.with_marks(made, {})) is None


def test_areas_of_another_program_stay_as_they_were() -> None:
    made = CheckIn(TODAY, sore_areas=(("thumb", 2), ("calves_left", 3), ("calves_right", 2)))
    marks = check_ins.marks(made)
    assert marks == {"thumb": (2, Side.BOTH), "calves": (3, Side.LEFT)}
    changed = check_ins.with_marks(made, {**marks, "abs": (5, Side.BOTH)})
    assert changed.sore_areas == (*made.sore_areas, ("abs", 5))


@given(st.dictionaries(st.sampled_from(SoreArea), st.tuples(st.integers(1, 5), st.sampled_from(
    [Side.BOTH, Side.LEFT, Side.RIGHT]
))))  # fmt: skip
def test_marks_come_back_as_they_were_made(wanted: dict[str, check_ins.Mark]) -> None:
    assert check_ins.marks(check_ins.with_marks(EMPTY, wanted)) == wanted


def test_every_muscle_is_in_one_area_and_no_area_ends_like_a_side() -> None:
    muscles = [muscle for area in SoreArea for muscle in AREA_MUSCLES[area]]
    assert sorted(muscles) == sorted(Muscle)
    for area in SoreArea:
        assert area_and_side(stored_area(area, Side.RIGHT)) == (area, Side.RIGHT)
        assert area_and_side(area) == (area, Side.BOTH)


def test_a_day_with_sore_areas_comes_back_from_the_file(lifter: int) -> None:
    made = check_ins.with_marks(EMPTY, {"knees": (3, Side.RIGHT)})
    clients.save_check_in(lifter, made)
    stored = clients.check_in(lifter, TODAY)
    assert stored is not None
    assert stored.sore_areas == (("knees_right", 3),)


@pytest.mark.parametrize(
    ("text", "unit", "kg"),
    [
        ("82,5", Unit.KG, 82.5), ("82.5 kg", Unit.LB, 82.5), ("180lb", Unit.KG, 81.647),
        ("180", Unit.LB, 81.647), ("8", Unit.KG, None), ("1e2", Unit.KG, None), ("", Unit.KG, None),
    ],
)  # fmt: skip
def test_a_bodyweight_is_read_with_or_without_its_unit(
    text: str, unit: Unit, kg: float | None
) -> None:
    assert bodyweight.read(text, unit) == pytest.approx(kg, abs=0.001)


def test_a_bodyweight_far_from_the_last_is_doubted_and_the_first_never() -> None:
    assert bodyweight.doubt(181.0, 82.0, Unit.KG) == "181 kg? Last time 82."
    assert bodyweight.doubt(820.0, 82.0, Unit.KG)
    assert bodyweight.doubt(84.0, 82.0, Unit.KG) == ""
    assert bodyweight.doubt(181.0, None, Unit.KG) == ""
