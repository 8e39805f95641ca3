"""What is red or amber on a sheet in the window: which box is told of, and what stays where."""

from __future__ import annotations

from planner.storage import log

SQUAT = ("back-squat",)


def test_a_red_box_behind_several_sets_in_one_is_corrected_and_costs_no_set(
    typist, plan_week
) -> None:
    ada = plan_week("Ada", SQUAT)
    typist.type(f"{typist.code(ada)}\n60x5,5,4\n60c3")
    typist.save()
    assert typist.texts() == ["60x5", "60x5", "60x4", "60c3", ""]
    assert typist.field().text() == "60c3"
    typist.type("60x3")
    typist.save()
    assert typist.work(ada) == [[[(60.0, 5), (60.0, 5), (60.0, 4), (60.0, 3)]]]


def test_all_that_is_amber_is_counted(typist, plan_week) -> None:
    ada = plan_week("Ada", SQUAT, load=None)
    typist.type(f"{typist.code(ada)}\n8,8\n?\n1000x5\n")
    typist.save()
    boxes = typist.desk.form.sessions[0].lines[0].boxes
    assert [box.property("state") for box in boxes] == ["asked"] * 4 + [""]
    said = "2 sets of Ada saved. 1 box could not be read, 1 is in doubt, 2 boxes have no load. "
    assert typist.desk.outcome.text().startswith(said)


def test_a_note_without_a_set_stays_on_the_sheet_and_the_line_says_so(typist, plan_week) -> None:
    ada = plan_week("Ada", SQUAT)
    typist.type(f"{typist.code(ada)}\nn")
    typist.type("pain, too heavy")
    typist.save()
    assert log.sessions(ada) == []
    said = "A note without a set stays on the sheet: its session is not done."
    assert said in typist.desk.outcome.text()
    assert typist.listed() == ["Ada, week 1: partly typed"]
    typist.desk.pile.take_code(typist.code(ada))
    assert typist.desk.form.sessions[0].lines[0].note.text() == "pain, too heavy"
