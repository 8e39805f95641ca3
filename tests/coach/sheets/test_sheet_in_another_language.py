"""Each client gets the sheet in the own language, whatever the program speaks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner import language
from planner.coach import (
    printing,
    settings_travel,
    sheet_grid,
    sheet_language,
    steps,
    templates,
    week_edits,
    wording,
)
from planner.coach.sheet import Sheet
from planner.engine.terms import Mesocycle, Microcycle, PlannedExercise, PlannedSession, PlannedSet
from planner.storage import clients, plan
from tests.coach.sheets.conftest import HEAVY, MONDAY


@pytest.fixture
def halves(week: int) -> None:
    """Load the squats by 102.5."""
    squats = plan.week(week).sessions[0].exercises[0]
    plan.set_planned_sets(squats.id or 0, (replace(HEAVY, load_kg=102.5, load=102.5),))


def sheet(lifter: int) -> Sheet:
    return printing.week_sheet(lifter, MONDAY, MONDAY)


def grid(lifter: int) -> sheet_grid.SheetGrid:
    week = plan.mesocycle_on(lifter, MONDAY).weeks[0]
    return sheet_grid.sheet_grid(lifter, week.id or 0, MONDAY)


def first_called(made: sheet_grid.SheetGrid) -> str:
    return made.called[made.sessions[0].key]


def start(lifter: int, program: str, made_in: str = "en") -> tuple[PlannedSession, ...]:
    """Begin a program in a language; return its first week's sessions."""
    with language.saying(made_in):
        plan.add_mesocycle(lifter, templates.block(program, MONDAY))
    return plan.mesocycle_on(lifter, MONDAY).weeks[0].sessions


@pytest.mark.usefixtures("halves")
def test_exercises_captions_and_decimals_are_those_of_the_client(lifter: int) -> None:
    english = sheet(lifter)
    sheet_language.choose(lifter, "de")
    german = sheet(lifter)
    assert german.sessions[0].lines[0].exercise == "Kniebeuge"
    assert "102,5" in german.sessions[0].lines[0].load
    assert english.unit_note != german.unit_note
    assert english.sessions[0].lines[0].exercise == "Back squat"
    assert "102.5" in english.sessions[0].lines[0].load


@pytest.mark.parametrize("code", ["de", "es", "fr", "ja"])
def test_exercises_by_percent_are_called_as_the_client_calls_them(
    lifter: int, week: int, code: str
) -> None:
    sheet_language.choose(lifter, code)
    called = [line.exercise for line in sheet(lifter).sessions[0].lines]
    squats = plan.week(week).sessions[0].exercises[0]
    plan.set_planned_sets(squats.id or 0, (PlannedSet(5, 5, percent_e1rm=80.0),) * 3)
    assert [line.exercise for line in sheet(lifter).sessions[0].lines] == called
    assert "Back squat" not in called


@pytest.mark.usefixtures("week")
def test_the_code_is_the_same_in_every_language(lifter: int) -> None:
    english = sheet(lifter).code
    sheet_language.choose(lifter, "ja")
    assert sheet(lifter).code == english
    with language.saying("ja"):
        assert [wording.rest_on_paper(each) for each in (90, 120, 150)] == [
            "90秒", "2分", "2分30秒",
        ]  # fmt: skip
    assert wording.rest_on_paper(150) == "2:30 min"


@pytest.mark.usefixtures("week")
def test_no_choice_is_the_language_of_the_program_and_a_choice_is_undone(lifter: int) -> None:
    assert sheet(lifter).language == sheet_language.AS_PROGRAM
    _, step = steps.do(lambda: sheet_language.choose(lifter, "fr"))
    assert sheet(lifter).language == "fr"
    steps.revert(step)
    assert sheet(lifter).language == sheet_language.AS_PROGRAM


def test_the_choice_goes_along_to_another_computer(lifter: int) -> None:
    sheet_language.choose(lifter, "es")
    along = settings_travel.travelling([clients.lifter(lifter).uid], everything=False)
    assert [settings_travel.is_sound(key, value) for key, value in along.items()] == [True]
    assert not settings_travel.is_sound(next(iter(along)), '{"language": "xx"}')


def test_a_programs_names_are_those_of_the_client_and_ones_own_stay(lifter: int) -> None:
    language.choose("de")
    try:
        block = templates.block("upper-lower-four", MONDAY)
        first, *others = block.weeks[0].sessions
        sessions = (replace(first, name="Beine à la Ada"), *others)
        weeks = (replace(block.weeks[0], sessions=sessions), *block.weeks[1:])
        plan.add_mesocycle(lifter, replace(block, weeks=weeks))
        sheet_language.choose(lifter, "fr")
        french = sheet(lifter)
    finally:
        language.choose("en")
    assert french.heading.startswith("Haut")
    assert french.sessions[0].title.endswith("Beine à la Ada")
    assert "Oberkörper" not in french.sessions[1].title


@pytest.mark.parametrize("window", ["en", "de", "ja"])
@pytest.mark.parametrize("made_in", ["en", "de", "ja"])
def test_a_programs_names_are_those_of_the_sheet_whatever_the_window_said(
    lifter: int, made_in: str, window: str
) -> None:
    with language.saying(made_in):
        plan.add_mesocycle(lifter, templates.block("full-body-start", MONDAY))
    sheet_language.choose(lifter, "de")
    with language.saying(window):
        german = sheet(lifter)
        to_type_in = grid(lifter)
    assert to_type_in.heading == "Ganzkörper-Einstieg"
    assert first_called(to_type_in) == "Ganzkörper A"
    assert german.heading.startswith("Ganzkörper-Einstieg ")
    assert german.sessions[0].title.endswith("Ganzkörper A")


def test_without_a_choice_names_are_in_the_language_of_the_window(lifter: int) -> None:
    plan.add_mesocycle(lifter, templates.block("full-body-start", MONDAY))
    assert sheet(lifter).sessions[0].title.endswith("Full body A")
    with language.saying("de"):
        assert sheet(lifter).sessions[0].title.endswith("Ganzkörper A")


@pytest.mark.parametrize(
    ("program", "made_in", "window", "typed"),
    [
        ("upper-lower-four", "en", "en", "Peso muerto"),
        ("upper-lower-four", "en", "fr", "Deadlift"),
        ("push-pull-legs-three", "de", "de", "Legs"),
        ("ankle-block", "de", "de", "Land"),
    ],
)
def test_a_name_that_was_typed_stays_though_a_program_has_it_in_some_language(
    lifter: int, program: str, made_in: str, window: str, typed: str
) -> None:
    first, *_ = start(lifter, program, made_in)
    week_edits.rename_session(first.id or 0, typed)
    with language.saying(window):
        assert sheet(lifter).sessions[0].title.endswith(f" · {typed}")
        assert first_called(grid(lifter)) == typed


def test_the_others_of_a_program_are_still_said_beside_a_name_that_was_typed(lifter: int) -> None:
    first, *_ = start(lifter, "upper-lower-four")
    week_edits.rename_session(first.id or 0, "Peso muerto")
    sheet_language.choose(lifter, "de")
    assert [*grid(lifter).called.values()][:2] == ["Peso muerto", "Oberkörper A"]


def test_a_block_of_ones_own_keeps_its_words_in_every_language(lifter: int) -> None:
    line = PlannedExercise("deadlift", note="From above the knee.")
    made = PlannedSession("Deadlift", 0, (line,))
    block = Mesocycle("Twice a week", MONDAY, (Microcycle(1, MONDAY, (made,)),))
    plan.add_mesocycle(lifter, block)
    sheet_language.choose(lifter, "de")
    german = sheet(lifter)
    assert german.heading.startswith("Twice a week · ")
    assert german.sessions[0].title.endswith("Deadlift")
    assert german.sessions[0].lines[0].note == "From above the knee."


def test_a_programs_notes_on_lines_are_said_and_ones_own_stay(lifter: int) -> None:
    first, *_ = start(lifter, "steady-on-the-feet")
    last = first.exercises[-1]
    plan.update_planned_exercise(replace(last, note="From above the knee."))
    sheet_language.choose(lifter, "de")
    notes = [line.note for line in sheet(lifter).sessions[0].lines]
    assert "Rail within reach." not in " ".join(notes)
    assert "From above the knee." in notes[-1]
