"""What the command line suggests and asks, for people and as JSON."""

import json
from datetime import date, timedelta

import pytest

from planner.coach import files, health
from planner.engine.terms import (
    CheckIn,
    Intake,
    Lifter,
    LoggedExercise,
    LoggedSet,
    Session,
    Topic,
)
from planner.storage import clients, log

pytestmark = pytest.mark.usefixtures("stocked")

TODAY = date(2026, 11, 5)


def test_suggestions_carry_reason_numbers_and_confidence(run, strong):
    run("import", strong, "--unit", "kg")
    code, out, _ = run("suggest", "--on", "2026-02-24", "--json")
    assert code == 0
    suggested = json.loads(out)["suggestions"]
    assert suggested
    for made in suggested:
        assert made["reason"]
        assert made["numbers"]
        assert made["confidence"]
        assert made["rule"]


def test_without_anything_to_suggest_the_reason_is_told(run, strong):
    run("import", strong, "--lifter", "Ada", "--unit", "kg")
    code, out, _ = run("suggest", "--on", "2025-12-24")
    assert code == 0
    assert out.startswith("Ada, 2025-12-24: Nothing is logged yet.")


def test_people_get_sentences_of_a_suggestion(run, strong):
    run("import", strong, "--unit", "kg")
    code, out, _ = run("suggest", "--on", "2026-02-24")
    assert code == 0
    assert "squat" in out.lower()
    assert "Open questions" not in out


def test_with_several_lifters_one_must_be_named(run, strong):
    run("import", strong, "--lifter", "Ada", "--unit", "kg")
    run("import", strong, "--lifter", "Ben", "--unit", "kg")
    code, _, err = run("suggest")
    assert code == 1
    assert "Ada, Ben" in err


def test_who_waits_for_a_clearance_is_told_from_who_has_nothing_to_change(run, strong, tmp_path):
    run("import", strong, "--unit", "kg")
    _, out, _ = run("suggest", "--on", "2026-02-24", "--json")
    assert json.loads(out)["waiting"] is None
    files.open_file(tmp_path / "planner.db")
    health.answer(
        clients.lifters()[0].id, Intake(date(2026, 2, 23), ((Topic.CARDIAC_EVENT, True),))
    )
    files.close_file()
    _, out, _ = run("suggest", "--on", "2026-02-24", "--json")
    told = json.loads(out)
    assert told["suggestions"] == []
    assert told["waiting"].startswith("Waiting for clearance since 23 Feb")


@pytest.fixture
def train(tmp_path):
    """Return a function that logs one lift, every so many days, and the check-ins with it."""

    def store(slug, loads, days_between, check_in=None):
        files.open_file(tmp_path / "planner.db")
        known = clients.lifters()
        lifter = known[0].id if known else clients.add_lifter(Lifter(name="Sam"))
        for back, load in enumerate(reversed(loads)):
            on = TODAY - timedelta(days=1 + days_between * back)
            sets = (LoggedSet(load, 8, rir=0.0, load=load),) * 3
            log.add_session(lifter, Session(on, (LoggedExercise(slug, sets),), finished=True))
            if check_in is not None:
                answer = check_in(back)
                made = CheckIn(on, sleep=answer, soreness=6 - answer, energy=answer)
                clients.save_check_in(lifter, made)
        files.close_file()

    return store


def poor_at_last(back):
    return 3 if back else 1


def test_loads_that_jumped_are_asked_about_after_the_suggestions(run, train):
    train("dumbbell-bench-press", [40.0] * 20 + [20.0] * 6, 3)
    _, out, _ = run("suggest", "--on", TODAY)
    assert out.endswith(
        "\n\nOpen questions:\n"
        "  Dumbbell bench press: From 20 Oct the loads are about half of those before: "
        "3 × 8 with 20 kg, 40 kg before. What changed?\n"
    )
    _, out, _ = run("suggest", "--on", TODAY, "--json")
    assert json.loads(out)["questions"] == [
        {
            "kind": "jump",
            "exercise": "dumbbell-bench-press",
            "text": "From 20 Oct the loads are about half of those before: "
            "3 × 8 with 20 kg, 40 kg before. What changed?",
        }
    ]


def test_lifts_that_may_be_tired_share_a_line_and_have_each_their_own_in_json(run, train):
    for slug in ("back-squat", "bench-press"):
        train(slug, [100.0] * 12, 7, poor_at_last)
    _, out, _ = run("suggest", "--on", TODAY)
    (asked,) = out.split("\n\nOpen questions:\n")[1].splitlines()
    names, _, text = asked.strip().partition(": ")
    assert sorted(names.split(", ")) == ["Back squat", "Bench press"]
    assert text == (
        "this could be tiredness. A check-in before each of the next two sessions would settle it."
    )
    _, out, _ = run("suggest", "--on", TODAY, "--json")
    told = json.loads(out)["questions"]
    assert {each["exercise"] for each in told} == {"back-squat", "bench-press"}
    assert {(each["kind"], each["text"]) for each in told} == {("tiredness", text)}
