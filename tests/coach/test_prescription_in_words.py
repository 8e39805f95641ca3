"""A prescription said in words, below the field in which it is typed."""

import pytest

from planner.coach.prescription import parse_prescription
from planner.coach.prescription_spoken import spoken
from planner.coach.prescription_words import prescription_source, prescription_text
from planner.engine.terms import Category, Equipment, Exercise, LoadKind, Measure, Unit

SQUAT = Exercise("back-squat", "Back squat", equipment=Equipment.BARBELL)
PULL_UP = Exercise("pull-up", "Pull-up", load_kind=LoadKind.ADDED, bodyweight_share=1.0)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("4x6 @2 102.5", "4 sets of 6 reps, 2 left, 102.5 kg"),
        ("1x1 140", "1 set of 1 rep, 140 kg"),
        ("3x8-12 @RPE10", "3 sets of 8 to 12 reps, none left"),
        ("3x5+ 100", "3 sets of 5 reps, in the last as many as possible, 100 kg"),
        ("5/3/1+ 75/85/95%", "3 sets of 5, 3 and at least 1 rep, 75, 85, 95 %"),
        ("3x5 @3/2/1 100/105/110", "3 sets of 5 reps, 3, 2 and 1 left, 100, 105, 110 kg"),
        ("8-12/6-10 60", "2 sets of 8 to 12 and 6 to 10 reps, 60 kg"),
        ("3x30s", "3 sets of 30 s"),
        ("1x8 60; d 1xAMRAP 45",
         "1 set of 8 reps, 60 kg; drop: 1 set of as many reps as possible, 45 kg"),
        ("w ramp; 1x5 100", "Warm-up: 4 sets of 8, 5, 3 and 1 rep, 20, 50, 70, 85 kg;"
         " 1 set of 5 reps, 100 kg"),
    ],
)  # fmt: skip
def test_a_prescription_reads_like_a_sentence(typed, says):
    assert spoken(parse_prescription(typed, Unit.KG, SQUAT).sets, Unit.KG, SQUAT) == says


def test_a_pull_up_says_what_hangs_on_the_body():
    sets = parse_prescription("3x5 bw+10", Unit.KG, PULL_UP).sets
    assert spoken(sets, Unit.KG, PULL_UP) == "3 sets of 5 reps, bw+10 kg"


def test_the_effort_of_endurance_is_an_rpe_in_words_on_the_card_and_as_typed():
    run = Exercise(
        "run", "Run", category=Category.ENDURANCE, measure=Measure.SECONDS, load_kind=LoadKind.NONE
    )
    sets = parse_prescription("2x20min @rpe6", Unit.KG, run).sets
    assert spoken(sets, Unit.KG, run) == "2 sets of 20 min, RPE 6"
    assert prescription_text(sets, Unit.KG, run) == ("2×20min @RPE6", "")
    assert prescription_source(sets, Unit.KG, exercise=run).strip() == "2x20min @RPE6"
    assert parse_prescription("2x20min @RPE6", Unit.KG, run).sets == sets
