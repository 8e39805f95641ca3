"""What is private leaves the file only when ticked; what protects always goes along."""

from __future__ import annotations

import json
from datetime import date

import pytest

from planner.coach import adopting, files, fuel, health, private_answers
from planner.coach.fuel import DoctorLimit, Goals, Withheld
from planner.coach.health import Clearance
from planner.coach.quiet import quiet
from planner.engine.terms import Intake, Limit, ReferralSource, Restriction, Topic
from planner.storage import health as storage

ON = date(2026, 11, 5)
SAID = Intake(ON, ((Topic.CARDIAC_EVENT, True), (Topic.SURGERY, True)), "a stent in May")


@pytest.fixture
def patient(lifter):
    """Store answers, two referrals of which one was cleared with a limit, and their notes."""
    health.answer(lifter, SAID)
    first = health.waiting(lifter, ON)[1]
    limit = Restriction(ON, limit=Limit.KNEE, words="Not below parallel")
    health.clear(lifter, first, Clearance(ON, "Dr. Knie", note="healed well"), [limit])
    return lifter


def test_an_export_has_no_private_answers_and_still_says_who_waits(patient, tmp_path, export):
    path = tmp_path / "all.json"
    export(path, patient)
    text = path.read_text("utf-8")
    assert not any(word in text for word in ("stent", "healed", "Knie", "surgery", "intakes"))
    [made] = json.loads(text)["lifters"]
    assert [each["topic"] for each in made["referrals"]] == ["other"]
    assert "cardiac" not in text
    assert made["restrictions"][0]["words"] == "Not below parallel"


def test_a_ticked_export_brings_answers_and_notes_back_whole(
    patient, tmp_path, stocked, database, export
):
    path = tmp_path / "all.json"
    export(path, patient, private=True)
    before = [read(patient) for read in (storage.intakes, storage.referrals)]
    limits = storage.restrictions(patient)
    files.open_file(tmp_path / "other.db")
    document = adopting.newcomers(path)
    [other] = adopting.adopt(document)
    assert [read(other) for read in (storage.intakes, storage.referrals)] == before
    assert storage.restrictions(other) == limits
    assert quiet(other, ON).blocked is not None


def test_the_command_says_what_stayed_out_and_hands_it_out_when_asked(patient, run, tmp_path):
    files.close_file()
    out = tmp_path / "out.json"
    _, said, _ = run("export", "--format", "json", "--out", out)
    assert private_answers.LEFT_OUT in said
    _, said, _ = run("export", "--format", "json", "--out", out, "--private")
    assert "stayed out" not in said
    assert "a stent in May" in out.read_text("utf-8")


def test_without_answers_the_other_file_holds_back_what_this_one_does(lifter, tmp_path, export):
    asked = ((Topic.KIDNEY, True), (Topic.PREGNANCY, True))
    health.answer(lifter, Intake(ON, asked))
    clear = health.waiting(lifter, ON)[0]
    health.raise_referral(lifter, Topic.STRONG_PAIN, ON, ReferralSource.LOG, "back-squat", "sharp")
    fuel.change(lifter, Goals(drinks_limit=DoctorLimit(1.2, "Dr. Niere")))
    path = tmp_path / "all.json"
    export(path, lifter)
    text = path.read_text("utf-8")
    assert not any(word in text for word in ("kidney", "pregnancy", "Niere", "sharp"))
    health.clear(lifter, clear, Clearance(ON, "Hebamme"))
    export(tmp_path / "cleared.json", lifter)
    files.open_file(tmp_path / "other.db")
    (other,) = adopting.adopt(adopting.newcomers(path))
    assert quiet(other, ON).blocked is not None
    assert set(quiet(other, ON).lifts) == {"back-squat"}
    assert fuel.targets(other, ON).withheld is Withheld.PROFESSIONAL
    assert fuel.goals(other).drinks_limit is None
    health.answer(other, Intake(ON, tuple((topic, False) for topic, _ in asked)))
    assert fuel.targets(other, ON).withheld is None
    files.open_file(tmp_path / "third.db")
    (third,) = adopting.adopt(adopting.newcomers(tmp_path / "cleared.json"))
    assert quiet(third, ON).blocked is None
    assert fuel.targets(third, ON).withheld is Withheld.PROFESSIONAL


def test_nothing_is_said_of_private_answers_where_there_are_none(lifter):
    assert not private_answers.are_kept(lifter)
    assert not private_answers.are_kept(None)
