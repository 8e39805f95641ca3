"""What a trainer may type as a prescription, and how it is written back."""

import pytest
from hypothesis import given, strategies as st

from planner.coach.entry import load_fields
from planner.coach.prescription import parse_prescription, parted
from planner.coach.prescription_words import prescription_source, prescription_text
from planner.engine.terms import Equipment, Exercise, LoadKind, PlannedSet, SetKind, Unit

SQUAT = Exercise("back-squat", "Back squat")
PULL_UP = Exercise("pull-up", "Pull-up", load_kind=LoadKind.ADDED, bodyweight_share=1.0)
PLANK = Exercise("plank", "Plank", load_kind=LoadKind.NONE)


def read(text, exercise=SQUAT, unit=Unit.KG):
    made = parse_prescription(text, unit, exercise)
    assert not made.problem, made.problem
    return made.sets


@pytest.mark.parametrize(
    ("typed", "count", "first"),
    [
        ("4x6 @2 102.5", 4, PlannedSet(6, 6, 2, load_kg=102.5, load=102.5)),
        ("4×6 @2 102,5", 4, PlannedSet(6, 6, 2, load_kg=102.5, load=102.5)),
        ("3x8-12 @RIR1", 3, PlannedSet(8, 12, 1)),
        ("3x8–12 @8", 3, PlannedSet(8, 12, 2)),
        ("5x5 80%", 5, PlannedSet(5, 5, percent_e1rm=80)),
        ("3x30s", 3, PlannedSet(seconds=30)),
        ("3xAMRAP", 3, PlannedSet(amrap=True)),
        ("w 2x5 60", 2, PlannedSet(5, 5, load_kg=60, load=60, kind=SetKind.WARMUP)),
        ("3x8 2x18", 3, PlannedSet(8, 8, load_kg=18, load=18)),
    ],
)
def test_prescriptions(typed, count, first):
    sets = read(typed)
    assert (len(sets), sets[0]) == (count, first)


def test_a_plus_asks_for_as_many_as_possible_in_the_last_set():
    assert [entry.amrap for entry in read("3x5+ 100")] == [False, False, True]


def test_groups_are_parted_by_a_semicolon():
    assert [(s.reps_low, s.load_kg) for s in read("1x3 100; 2x8 80")] == [
        (3, 100),
        (8, 80),
        (8, 80),
    ]


def test_a_pull_up_is_prescribed_with_load_on_top():
    assert read("4x6 @2 bw+5", PULL_UP)[0].load_kg == 5
    assert read("4x6 bw", PULL_UP)[0].load_kg == 0


@pytest.mark.parametrize(
    "typed", ["", "abc", "4x", "0x5", "99x5", "4x6 @12", "4x12-6", "5x5 900%", "4x6 -20",
              "3x8 99999999999999", "3x99999999999999999999s"],
)  # fmt: skip
def test_what_cannot_be_read_is_said(typed):
    made = parse_prescription(typed, Unit.KG, SQUAT)
    assert made.problem
    assert made.sets == ()


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("3x8 99999999999999", "A load is at most 10,000 kg."),
        ("3x99999999999999999999s", "A set lasts at most 24 hours."),
        ("9" * 5000 + "x8", "Between 1 and 20 sets, please."),
        ("3x" + "9" * 5000, "Reps run from low to high, 1 to 100."),
    ],
)
def test_more_than_anybody_can_do_is_not_prescribed(typed, problem):
    made = parse_prescription(typed, Unit.KG, SQUAT)
    assert (made.problem, made.sets) == (problem, ())


def test_a_hold_takes_no_load():
    assert "no load" in parse_prescription("3x30s 20", Unit.KG, PLANK).problem


def test_the_card_shows_sets_and_load_apart():
    assert prescription_text(read("4x6 @2 102.5"), Unit.KG) == ("4×6 @2", "102.5")
    assert prescription_text(read("1x3 100; 2x8 80"), Unit.KG) == ("1×3; 2×8", "100; 80")
    assert prescription_text(read("5x5 80%"), Unit.KG) == ("5×5", "80 %")


def test_a_load_typed_in_pounds_is_shown_as_typed_to_who_lifts_in_pounds():
    sets = read("3x5 225", unit=Unit.LB)
    assert prescription_text(sets, Unit.LB)[1] == "225"
    assert prescription_text(sets, Unit.KG)[1] == "102.1"


def seen(typed, exercise=SQUAT, **values):
    """Return the sets in short: (reps or words, load or share)."""
    return [
        (each.reps_low, each.load_kg or each.percent_e1rm, each.amrap, each.kind.value)
        for each in parse_prescription(typed, Unit.KG, exercise, **values).sets
    ]


def test_sets_may_differ_each_with_its_own_amount_reserve_and_load():
    assert seen("5/3/1+ 75/85/95%") == [
        (5, 75, False, "work"), (3, 85, False, "work"), (1, 95, True, "work"),
    ]  # fmt: skip
    assert [each.rir for each in read("3x5 @3/2/1 100/105/110")] == [3, 2, 1]
    assert [each.load for each in read("3x8 100/105/110lb")] == [100, 105, 110]
    assert read("5,3,1+ 80%/85%/90%") == read("5/3/1+ 80/85/90%")


def test_a_drop_set_follows_on_less_weight():
    assert seen("1x8 60; d 1xAMRAP 45") == [(8, 60, False, "work"), (None, 45, True, "drop")]
    assert prescription_text(read("1x8 60; d 1xAMRAP 45"), Unit.KG) == (
        "1×8; drop 1×AMRAP", "60; 45",
    )  # fmt: skip


BARBELL = Exercise("back-squat", "Back squat", equipment=Equipment.BARBELL)


def test_a_ramp_leads_up_to_the_first_work_set_with_what_the_gym_loads():
    ramp = seen("w ramp; 4x6 @2 100", BARBELL)[:-4]
    assert ramp == [(8, 20, False, "warmup"), (5, 50, False, "warmup"),
                    (3, 70, False, "warmup"), (1, 85, False, "warmup")]  # fmt: skip


def test_a_ramp_of_shares_is_made_of_shares_and_an_open_one_is_open():
    assert [load for _, load, _, _ in seen("w ramp; 5/3/1+ 75/85/95%", BARBELL)[:-3]] == [
        20, 38, 52, 64,
    ]  # fmt: skip
    assert [load for _, load, _, _ in seen("w ramp; 3x10 @2", BARBELL)] == [20, None, None] + [
        None
    ] * 3


def test_rest_tempo_note_and_the_letter_of_a_superset_are_read_in_the_same_text():
    made = parse_prescription(
        "A 4x6 @2 102.5 rest 2:30 tempo 3130 note Elbows in; slow", Unit.KG, SQUAT
    )
    assert (made.superset, made.rest_s, made.tempo, made.note) == (
        0, 150, "3-1-3-0", "Elbows in; slow",
    )  # fmt: skip
    assert made.sets == read("4x6 @2 102.5")
    assert parse_prescription("D 1x8", Unit.KG, SQUAT).superset == 3
    assert read("d 1x8")[0].kind is SetKind.DROP


@pytest.mark.parametrize(
    ("typed", "wrong", "says"),
    [
        ("4x6 @2 heavy", "heavy", "‘heavy’ is not understood"),
        ("4x6 @12 100", "@12", "up to 10"),
        ("1x5 100 3x8 85", "3x8", "Put ;"),
        ("1x5 100; 3x8 85; 4y", "4y", "Not understood"),
        ("3x5/3 100", "5/3", "3 sets, but 2 amounts of reps"),
        ("3x5 100/105", "100/105", "3 sets, but 2 loads"),
        ("4x6 100 rest long", "rest long", "Rest is"),
        ("4x6 100 tempo slow", "tempo slow", "Tempo is"),
        ("w ramp", "ramp", "leads up to work sets"),
        ("3x12-8 60", "12-8", "from low to high"),
        ("3x5 80%/100kg/90%", "100kg", "Either loads or shares"),
        ("4x", "4x", "come reps"),
        (
            "1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1",
            "1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1",
            "Between 1 and 20",
        ),
        ("3x5 @3/x 100", "x", "reserve of the next"),
        ("3x5 100/x", "x", "next set"),
        ("w ramp 5; 3x5 60", "5", "not understood"),
        ("12,5x10", "12,5x10", "the load last: 3x10 12,5."),
        ("100x5", "100x5", "The load comes last: 3x5 100."),
        ("bw+10 3x8", "bw+10", "The load comes after the sets: 3x8 bw+10."),
        ("3 8", "3", "Write sets x reps: 3x8."),
        ("4", "4", "4x8 is 4 sets of 8"),
        ("x8", "x8", "How many sets? 3x8"),
        ("@2 3x8", "@2", "Sets first"),
        ("4x6 100; drop 1x8 30", "drop", "d 1x8 45"),
        ("warmup; 3x5 100", "warmup", "w ramp; 3x5 100"),
        ("3x8 dropset", "dropset", "d 1x8 45"),
        ("3x8 reps", "reps", "Write sets x reps"),
        ("3x8 failure", "failure", "f 1x8"),
    ],
)
def test_an_error_says_what_is_expected_and_where(typed, wrong, says):
    made = parse_prescription(typed, Unit.KG, SQUAT)
    assert says in made.problem
    assert typed[slice(*made.at)].strip() == wrong


@pytest.mark.parametrize("typed", ["4*6 100", "4×6 100", "4 * 6 100"])
def test_times_may_be_a_star_or_a_cross(typed):
    assert len(read(typed)) == 4
    assert parted(f"bench {typed}") == ("bench", typed)


def test_what_cannot_be_led_up_to_says_so_and_help_is_never_below_zero():
    made = parse_prescription("w ramp; 3x30s", Unit.KG, PLANK)
    assert "A ramp is for what is loaded" in made.problem
    dip = Exercise("assisted-dip", "Dip", load_kind=LoadKind.ASSISTED)
    assert read("3x8 -20;", dip)[0].load_kg == 20


@pytest.mark.parametrize(
    ("typed", "apart"),
    [
        ("bench 4x6 @2 100", ("bench", "4x6 @2 100")),
        ("back squat w ramp; 3x5 100", ("back squat", "w ramp; 3x5 100")),
        ("row A 3x10", ("row", "A 3x10")),
        ("press 5/3/1+ 75/85/95%", ("press", "5/3/1+ 75/85/95%")),
        ("90/90 hip switch", ("90/90 hip switch", "")),
        ("hip 90/90", ("hip 90/90", "")),
        ("4x6 100", ("4x6 100", "")),
        ("bench ", ("bench", "")),
    ],
)
def test_a_search_may_end_with_a_prescription(typed, apart):
    assert parted(typed) == apart


quarters = st.integers(1, 800).map(lambda n: n / 4)
amounts = st.one_of(
    st.builds(lambda low, more, plus: {"reps_low": low, "reps_high": low + more, "amrap": plus},
              st.integers(1, 20), st.integers(0, 6), st.booleans()),
    st.just({"amrap": True}),
    st.builds(lambda s: {"seconds": float(s)}, st.integers(5, 120)),
)  # fmt: skip
loads = st.one_of(
    st.just({}),
    quarters.map(lambda kg: {"load_kg": kg, "load": kg}),
    quarters.map(lambda lb: load_fields(lb, Unit.LB)),
    st.integers(4, 480).map(lambda n: {"percent_e1rm": n / 4}),
)
any_set = st.builds(
    lambda amount, load, rir, kind: PlannedSet(rir=rir, kind=kind, **amount, **load),
    amounts,
    loads,
    st.one_of(st.none(), st.integers(0, 20).map(lambda n: n / 2)),
    st.sampled_from(SetKind),
)


@given(st.lists(st.tuples(any_set, st.integers(1, 4)), min_size=1, max_size=6),
       st.one_of(st.none(), st.integers(0, 25)), st.sampled_from(Unit))  # fmt: skip
def test_what_is_written_reads_back_as_the_same_sets(made, superset, unit):
    sets = tuple(each for each, count in made for _ in range(count))
    text = prescription_source(sets, unit, superset)
    back = parse_prescription(text, unit, SQUAT)
    assert (back.problem, back.sets, back.superset) == ("", sets, superset)


@given(st.one_of(st.text(max_size=40), st.text("0123456789x/@+-,;. wdframpst%kgbAB", max_size=24)))
def test_no_text_ever_crashes_the_prescription(text):
    made = parse_prescription(text, Unit.KG, SQUAT)
    assert bool(made.sets) != bool(made.problem)
    assert 0 <= made.at[0] <= made.at[1] <= len(text)
