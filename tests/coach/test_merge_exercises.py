"""Two names for one exercise: both histories together, everything that points to it, one undo."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.coach import (
    circumstances,
    exercise_merge,
    favourites,
    importing,
    library,
    library_view,
    lifter_settings,
    own_programs,
    trash,
    wording,
)
from planner.coach.own_programs import OwnProgram, OwnWeek
from planner.coach.refused import Refused
from planner.coach.steps import do, revert
from planner.engine.terms import (
    Confidence,
    Exercise,
    LoadKind,
    LoggedSet,
    Measure,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Suggestion,
    SuggestionKind,
    phrase,
)
from planner.storage import clients, decisions, history, library as storage, log, plan
from tests.content import content

MINE = "kniebeuge"
MONDAY, FRIDAY = ("2024-01-01 18:00:00", "A"), ("2024-01-05 18:00:00", "B")


@pytest.fixture
def mine(squatter):
    """An own exercise beside ten weeks of back squats, done twice: 60 and 62.5 kg."""
    storage.save_exercise(Exercise(MINE, "Kniebeuge", aliases=("KB tief",), custom=True))
    return squatter


@pytest.fixture
def done(mine, train, today):
    for back, kg in ((80, 60.0), (78, 62.5)):
        train(mine, MINE, today - timedelta(days=back), LoggedSet(kg, 5, load=kg))
    return mine


def dump():
    return content()


def test_both_histories_come_together_and_one_undo_parts_them(done):
    before = dump()
    _, step = do(lambda: exercise_merge.merge(MINE, "back-squat"))
    assert len(history.history(done, "back-squat")) == 12
    assert MINE not in storage.by_slug()
    again = revert(step)
    assert dump() == before
    revert(again)
    assert len(history.history(done, "back-squat")) == 12


def test_the_names_of_what_is_gone_mean_what_stays(done):
    exercise_merge.merge(MINE, "back-squat")
    assert library.match("KNIEBEUGE") == ("back-squat", True)
    assert library.match("kb tief") == ("back-squat", True)


def test_a_name_that_a_third_exercise_has_stays_with_that(mine):
    storage.save_exercise(Exercise("twin", "Bench press", custom=True))
    exercise_merge.merge("twin", MINE)
    assert "Bench press" not in library.exercise(MINE).aliases


def test_what_was_planned_is_of_the_exercise_that_stays(mine, today):
    slot = PlannedExercise(MINE, (PlannedSet(5, 5, rir=2.0),))
    week = Microcycle(1, today, (PlannedSession("Legs", 0, (slot,)),))
    block = plan.add_mesocycle(mine, Mesocycle("Block", today, weeks=(week,)))
    exercise_merge.merge(MINE, "back-squat")
    [session] = plan.mesocycle(block).weeks[0].sessions
    assert [planned.exercise for planned in session.exercises] == ["back-squat"]


def test_decisions_are_about_the_exercise_that_stays_and_swap_to_it(mine, today):
    said = phrase("Swap")
    swap = Suggestion(
        SuggestionKind.VARIATION, MINE, "swap", said, said, said, Confidence.LIKELY, (("to", MINE),)
    )
    decisions.add_decision(mine, today, swap, "accepted", "Swap", "", "swapped", "")
    exercise_merge.merge(MINE, "back-squat")
    [made] = decisions.decisions(mine, "back-squat")
    assert circumstances.swapped_to(made) == "back-squat"


def test_variations_and_drills_follow(mine):
    storage.save_exercise(
        Exercise("child", "Child", parent=MINE, similarity=0.8, custom=True,
                 activations=(MINE, "back-squat"))
    )  # fmt: skip
    exercise_merge.merge(MINE, "back-squat")
    child = library.exercise("child")
    assert (child.parent, child.similarity) == ("back-squat", 0.8)
    assert child.activations == ("back-squat",)


@pytest.mark.parametrize(("above", "expected"), [("front-squat", "front-squat"), (None, None)])
def test_a_variation_into_which_its_original_goes_varies_what_that_varied(mine, above, expected):
    storage.save_exercise(replace(library.exercise(MINE), parent=above, similarity=0.7))
    child = Exercise("child", "Child", parent=MINE, similarity=0.8, custom=True,
                     activations=(MINE,))  # fmt: skip
    storage.save_exercise(child)
    exercise_merge.merge(MINE, "child")
    assert library.exercise("child").parent == expected
    assert library.exercise("child").activations == ()


def test_drills_of_another_exercise_follow_and_what_it_varies_stays(mine):
    storage.save_exercise(
        Exercise("other", "Other", parent="deadlift", activations=(MINE,), custom=True)
    )
    exercise_merge.merge(MINE, "back-squat")
    other = library.exercise("other")
    assert (other.parent, other.activations) == ("deadlift", ("back-squat",))


def test_a_loop_of_two_that_vary_each_other_ends(mine):
    storage.save_exercise(Exercise("child", "Child", parent=MINE, similarity=0.8, custom=True))
    storage.save_exercise(replace(library.exercise(MINE), parent="child", similarity=0.7))
    exercise_merge.merge(MINE, "child")
    assert (library.exercise("child").parent, library.exercise("child").similarity) == (None, 0.0)


@pytest.mark.parametrize("both", [False, True])
def test_a_star_stays(mine, both):
    for slug in (MINE, *(("back-squat",) if both else ())):
        favourites.toggle(slug)
    exercise_merge.merge(MINE, "back-squat")
    assert favourites.starred() == {"back-squat"}


def test_rests_of_ones_own_follow_and_those_of_what_stays_win(mine):
    other = clients.add_lifter(replace(clients.lifter(mine), name="Ada", id=None, uid=""))
    lifter_settings.store(mine, lifter_settings.REST_LENGTHS, {MINE: 100, "deadlift": 90})
    lifter_settings.store(other, lifter_settings.REST_LENGTHS, {MINE: 100, "back-squat": 200})
    lifter_settings.store(other, lifter_settings.CHECKED, {"deadlift": 730000})
    exercise_merge.merge(MINE, "back-squat")
    read = lifter_settings.read
    assert read(mine, lifter_settings.REST_LENGTHS) == {"back-squat": 100, "deadlift": 90}
    assert read(other, lifter_settings.REST_LENGTHS) == {"back-squat": 200}


def test_own_programs_have_the_exercise_that_stays(mine):
    slots = (PlannedExercise(MINE, (PlannedSet(5, 5),)),)
    week = OwnWeek(0, (PlannedSession("A", 0, slots),))
    slug = own_programs.store(OwnProgram("", "Mine", (week,)))
    kept = own_programs.store(OwnProgram("", "Rest", (OwnWeek(0),)))
    exercise_merge.merge(MINE, "back-squat")
    assert list(own_programs.exercises(own_programs.program(slug))) == ["back-squat"]
    assert own_programs.program(kept).name == "Rest"


def test_an_import_can_still_be_taken_back_weeks_later(lifter, write, bring):
    key = bring(lifter, write((*MONDAY, "Zwerg", 20.0, 9), (*FRIDAY, "Zwerg", 20.0, 9)))
    edited = log.sessions(lifter)[0]
    log.update_session(replace(edited, note="felt good"))
    exercise_merge.merge("zwerg", "hammer-curl")
    [kept] = importing.undo_import(key)
    assert kept.endswith(f"({wording.short_date(edited.on)} {edited.on.year})")
    assert [session.note for session in log.sessions(lifter)] == ["felt good"]


def test_an_import_taken_back_after_a_merge_leaves_in_the_trash_what_was_edited(
    lifter, write, bring
):
    key = bring(lifter, write((*MONDAY, "Zwerg", 20.0, 9), (*FRIDAY, "Zwerg", 20.0, 9)))
    edited, untouched = log.sessions(lifter)
    log.update_session(replace(edited, note="felt good"))
    for each in (edited, untouched):
        log.trash_session(each.id)
    exercise_merge.merge("zwerg", "hammer-curl")
    importing.undo_import(key)
    assert [made.on for made in trash.contents()] == [edited.on]


def test_the_same_log_adds_nothing_after_a_merge(lifter, write, bring):
    path = write((*MONDAY, "Zwerg", 20.0, 9))
    bring(lifter, path)
    exercise_merge.merge("zwerg", "hammer-curl")
    assert importing.preview(lifter, path).new_sets == 0


def test_what_an_import_made_is_known_until_it_is_described(lifter, write, bring):
    bring(lifter, write((*MONDAY, "Zwerg", 20.0, 9), (*FRIDAY, "Zwerg", 20.0, 9)))
    storage.save_exercise(Exercise(MINE, "Kniebeuge", custom=True))
    assert exercise_merge.made_by_imports() == {"zwerg": 2}
    assert [each.slug for each in library_view.found(kind=library_view.Kind.IMPORTED)] == ["zwerg"]
    assert library_view.view("zwerg").tags == ("your own", "made by an import: 2 sets")
    assert library_view.any_from_imports()
    muscles = library.exercise("hammer-curl").muscles
    storage.save_exercise(replace(library.exercise("zwerg"), muscles=muscles))
    assert exercise_merge.made_by_imports() == {}


# what had better stay, and what is refused
def test_what_ships_stays_and_else_what_was_done_more(done):
    storage.save_exercise(Exercise("other", "Other", custom=True))
    assert exercise_merge.stays(MINE, "back-squat") == "back-squat"
    assert exercise_merge.stays("back-squat", MINE) == "back-squat"
    assert exercise_merge.stays(MINE, "other") == MINE
    assert exercise_merge.stays("other", MINE) == MINE
    with pytest.raises(Refused, match="both come with the program"):
        exercise_merge.stays("back-squat", "deadlift")


def test_the_plan_counts_both_sides(done, today):
    made = exercise_merge.plan(MINE, "back-squat")
    assert (made.gone.use.sets, made.kept.use.sets) == (2, 30)
    assert made.gone.use.first == today - timedelta(days=80)
    assert made.remarks == ()
    assert exercise_merge.may_stay(MINE, "back-squat")


def test_what_a_name_may_mean_is_offered_first(mine):
    storage.save_exercise(Exercise("keller", "Leg Press Keller", custom=True))
    first, *others = exercise_merge.likely_first("keller")
    assert first.slug == "leg-press"
    assert len(others) == len(library.exercises()) - 2


@pytest.mark.parametrize(
    ("changes", "slug", "into", "words"),
    [
        ({}, "back-squat", MINE, "Back squat comes with the program and stays"),
        ({}, "back-squat", "deadlift", "both come with the program"),
        ({}, MINE, MINE, "two different"),
        ({"measure": Measure.SECONDS}, MINE, "back-squat", "would make no sense"),
        ({"load_kind": LoadKind.ASSISTED}, MINE, "back-squat", "more is easier"),
        ({}, MINE, "assisted-pull-up", "more is easier"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(done, changes, slug, into, words):
    storage.save_exercise(replace(library.exercise(MINE), **changes))
    with pytest.raises(Refused, match=words):
        exercise_merge.merge(slug, into)
    assert not exercise_merge.may_stay(slug, into)


def test_another_kind_of_load_and_of_sides_is_said_before(done):
    changed = replace(library.exercise(MINE), load_kind=LoadKind.ADDED, per_side=True)
    storage.save_exercise(changed)
    kind, sides = exercise_merge.plan(MINE, "back-squat").remarks
    assert "stay as they were typed" in kind
    assert sides.startswith("Kniebeuge is done one side at a time, Back squat with both")
    storage.save_exercise(replace(changed, load_kind=LoadKind.EXTERNAL, per_side=False))
    assert exercise_merge.plan(MINE, "bulgarian-split-squat").remarks[0].startswith("Bulgarian")


def test_without_sets_there_is_nothing_to_remark(mine):
    changed = replace(library.exercise(MINE), load_kind=LoadKind.ASSISTED, per_side=True)
    storage.save_exercise(changed)
    assert exercise_merge.plan(MINE, "back-squat").remarks == ()
