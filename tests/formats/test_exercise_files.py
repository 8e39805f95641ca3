"""Reading exercise files."""

from __future__ import annotations

import pytest

from planner.engine.terms import (
    Complexity,
    Equipment,
    Exercise,
    Limit,
    LoadKind,
    Measure,
    Muscle,
    Neuromuscular,
    Pattern,
    Skill,
)
from planner.formats.library import BadLibrary, exercises

SQUATS = """
pattern = "squat"
complexity = "barbell"

[squat]
name = "Squat"
equipment = "barbell"
prime = ["quads", "glutes"]
helpers = ["adductors"]
aliases = ["Kniebeuge"]
cues = ["Brace.", "Sit."]

[front-squat]
parent = "squat"
similarity = 0.7
name = "Front squat"
prime = ["quads"]

[split-squat]
parent = "front-squat"
similarity = 0.5
name = "Split squat"
equipment = "dumbbell"
per_side = true
rest_s = 90
helpers = ["glutes"]
"""


def read(text: str) -> dict[str, Exercise]:
    return {each.slug: each for each in exercises({"some.toml": text})}


def test_an_exercise_says_everything_in_one_table() -> None:
    assert read(SQUATS)["squat"] == Exercise(
        slug="squat",
        name="Squat",
        pattern=Pattern.SQUAT,
        muscles=((Muscle.QUADS, 1.0), (Muscle.GLUTES, 1.0), (Muscle.ADDUCTORS, 0.5)),
        load_kind=LoadKind.EXTERNAL,
        complexity=Complexity.BARBELL,
        equipment=Equipment.BARBELL,
        measure=Measure.REPS,
        rest_s=180,
        step_kg=2.5,
        aliases=("Kniebeuge",),
        cues=("Brace.", "Sit."),
    )


def test_a_variation_takes_from_its_parents_what_it_does_not_say() -> None:
    split = read(SQUATS)["split-squat"]
    assert split.pattern is Pattern.SQUAT
    assert split.cues == ("Brace.", "Sit.")
    assert split.muscles == ((Muscle.QUADS, 1.0), (Muscle.GLUTES, 0.5))


def test_a_variation_has_its_own_aliases_and_load_step() -> None:
    split = read(SQUATS)["split-squat"]
    assert split.aliases == ()
    assert (split.equipment, split.step_kg) == (Equipment.DUMBBELL, 2.0)
    assert (split.parent, split.similarity) == ("front-squat", 0.5)


def test_a_variation_that_says_its_prime_movers_says_its_helpers_too() -> None:
    assert read(SQUATS)["front-squat"].muscles == ((Muscle.QUADS, 1.0),)


def test_a_parent_may_stand_in_another_file() -> None:
    child = '[pause-squat]\nparent = "squat"\nsimilarity = 0.9\nname = "Pause squat"'
    found = exercises({"child.toml": child, "squats.toml": SQUATS})
    assert found[0].muscles == found[1].muscles


def test_the_bodyweight_counts_only_where_it_is_part_of_the_load() -> None:
    text = """
    equipment = "bodyweight"
    complexity = "barbell"
    pattern = "vertical_pull"
    [pull-up]
    name = "Pull-up"
    load_kind = "added"
    bodyweight_share = 0.96
    [pulldown]
    parent = "pull-up"
    similarity = 0.6
    name = "Pulldown"
    load_kind = "external"
    """
    found = read(text)
    assert (found["pull-up"].bodyweight_share, found["pulldown"].bodyweight_share) == (0.96, 0.0)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (('name = "Squat"', 'name = "Squat'), "some.toml"),
        (('name = "Squat"', 'nome = "Squat"'), "some.toml: squat has unknown fields: nome"),
        (('complexity = "barbell"', "sets = 3"), "the defaults has unknown fields: sets"),
        (('equipment = "barbell"', 'equipment = "anvil"'), "squat: 'anvil' is not a valid Equip"),
        (('equipment = "barbell"', ""), "squat: 'equipment'"),
        (('["adductors"]', '["quads"]'), "squat: a muscle is named twice"),
        (('parent = "squat"', 'parent = "press"'), "front-squat: no such parent: press"),
        (('parent = "squat"', 'parent = "split-squat"'), "no such parent"),
    ],
)
def test_a_mistake_is_named_with_its_place(change: tuple[str, str], complaint: str) -> None:
    with pytest.raises(BadLibrary, match=complaint):
        read(SQUATS.replace(*change, 1))


def test_a_slug_stands_once_in_all_files() -> None:
    with pytest.raises(BadLibrary, match=r"b\.toml: squat stands twice"):
        exercises({"a.toml": SQUATS, "b.toml": SQUATS})


def test_an_exercise_says_whom_it_may_not_suit_and_what_goes_wrong() -> None:
    said = """
faults = ["Heels lift."]
limits = ["knee", "pressure"]
tempo = "3-1-1-0"
skill = [3, 1, 0, 1, 0, 2]
functional = true
neuromuscular = "intermuscular"
activations = ["glute-bridge"]
cues ="""
    squat = read(SQUATS.replace("cues =", said, 1))["squat"]
    assert squat.faults == ("Heels lift.",)
    assert squat.limits == (Limit.KNEE, Limit.PRESSURE)
    assert (squat.tempo, squat.functional) == ("3-1-1-0", True)
    assert squat.skill == Skill(3, 1, 0, 1, 0, 2)
    assert squat.neuromuscular is Neuromuscular.INTERMUSCULAR
    assert squat.activations == ("glute-bridge",)
