"""Hard sets a week and the length of a session."""

from planner.engine import volume
from planner.engine.terms import (
    Category,
    Equipment,
    Exercise,
    Experience,
    LoadKind,
    LoggedSet,
    Muscle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    SetKind,
    Side,
)

BENCH = Exercise("bench", muscles=((Muscle.CHEST, 1.0), (Muscle.TRICEPS, 0.5)))
ROW = Exercise("row", muscles=((Muscle.LATS, 1.0), (Muscle.UPPER_BACK, 1.0), (Muscle.BICEPS, 0.5)))


def test_a_set_is_hard_unless_it_is_a_warm_up_or_far_from_failure() -> None:
    sets = [
        LoggedSet(100.0, 5, 1),
        LoggedSet(100.0, 5),
        LoggedSet(60.0, 5, kind=SetKind.WARMUP),
        LoggedSet(60.0, 5, 6),
        LoggedSet(100.0, 0),
        PlannedSet(8, 8, rir=2),
    ]
    assert volume.hard_sets(sets) == 3


def test_a_set_of_the_left_and_one_of_the_right_are_one_hard_set() -> None:
    left, right = (LoggedSet(20.0, 10, 1, side=side) for side in (Side.LEFT, Side.RIGHT))
    assert volume.hard_sets([left, right, left, right]) == 2
    assert volume.hard_sets([left, left, right]) == 2
    assert volume.hard_sets([left, right, LoggedSet(20.0, 10, 1, side=Side.EACH)]) == 2


def test_a_row_counts_once_for_the_back_however_many_of_its_muscles_work() -> None:
    groups = volume.group_sets([(ROW, 3), (BENCH, 2)])
    assert groups["Back"] == 3.0
    assert groups["Biceps"] == 1.5
    assert groups["Chest"] == 2.0
    assert list(groups) == [name for name, _ in volume.GROUPS]


def test_novices_need_fewer_weekly_sets() -> None:
    novice = volume.weekly_range(Experience.NOVICE)
    trained = volume.weekly_range(Experience.INTERMEDIATE)
    assert novice.low < trained.low
    assert novice.high < trained.high


def test_a_session_is_as_long_as_its_sets_and_rests() -> None:
    three = PlannedExercise("bench", (PlannedSet(8, 8),) * 3, rest_s=120)
    session = PlannedSession("Upper", 0, (three,))
    assert volume.session_minutes(session, {"bench": BENCH}) == 17
    assert volume.session_minutes(PlannedSession("Rest", 1), {}) == 0


def test_supersets_and_held_sets_are_told_apart_in_the_estimate() -> None:
    straight = PlannedExercise("bench", (PlannedSet(8, 8),) * 4, rest_s=180)
    lettered = PlannedExercise("bench", (PlannedSet(8, 8),) * 4, rest_s=180, superset=1)
    held = PlannedExercise("plank", (PlannedSet(seconds=60.0),) * 2)
    lunge = Exercise("lunge", per_side=True)

    def minutes(*planned: PlannedExercise, exercise: Exercise = BENCH) -> int:
        session = PlannedSession("A", 0, planned)
        return volume.session_minutes(session, {planned[0].exercise: exercise})

    assert minutes(lettered, lettered) < minutes(straight, straight)
    assert minutes(lettered) == minutes(straight)  # nothing to do in turn with
    assert minutes(held, exercise=lunge) > minutes(held)


def test_what_needs_no_load_is_set_up_at_once_and_what_joins_a_session_is_warm() -> None:
    hold = PlannedExercise("stand", (PlannedSet(seconds=30.0),) * 2, rest_s=30)
    session = PlannedSession("A", 0, (hold,))
    stand = Exercise("stand", equipment=Equipment.BODYWEIGHT)
    barbell = Exercise("stand")
    assert volume.joining_minutes(session, {"stand": stand}) == 2
    assert volume.joining_minutes(session, {"stand": barbell}) == 4
    assert volume.session_minutes(session, {"stand": stand}) == 10


RAISE = Exercise("raise", load_kind=LoadKind.BODYWEIGHT)


def test_drills_alone_take_no_longer_than_they_do_in_a_session() -> None:
    hold = PlannedExercise("stand", (PlannedSet(seconds=30.0),) * 2, rest_s=30)
    easy = PlannedExercise("raise", (PlannedSet(10, 15, 5.0),), rest_s=30)
    stand = Exercise("stand", equipment=Equipment.BODYWEIGHT, category=Category.NEUROMUSCULAR)
    known, made = {"stand": stand, "raise": RAISE}, PlannedSession("A", 0, (hold, easy))
    assert volume.session_minutes(made, known) == volume.joining_minutes(made, known)
