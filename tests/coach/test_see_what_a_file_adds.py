"""What is new in our own JSON of a lifter who is here is counted, and the import says it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from planner.coach import health, importing, taken_in
from planner.coach.health import Clearance
from planner.engine.terms import Intake, Limit, Restriction, Topic

ON = date(2026, 11, 5)


def missing(path: Path) -> int:
    found = taken_in.look(path)
    assert found is not None
    assert found.all_here() is (found.known[0].missing == 0)
    return found.known[0].missing


@pytest.fixture
def sent(lifter: int, tmp_path: Path, export: Callable[..., object]) -> Path:
    """Store what a trainer's file would add: answers, a referral that was cleared, and a limit."""
    bare = tmp_path / "bare.json"
    export(bare, lifter, private=True)
    health.answer(lifter, Intake(ON, ((Topic.CHEST_PAIN, True),)))
    made = health.waiting(lifter, ON)[0]
    export(tmp_path / "waiting.json", lifter, private=True)
    limit = Restriction(ON, limit=Limit.KNEE)
    health.clear(lifter, made, Clearance(ON, "Dr Ruiz"), [limit])
    export(tmp_path / "cleared.json", lifter, private=True)
    return bare


def test_answers_referrals_limits_and_clearances_count_as_new(
    lifter: int, sent: Path, tmp_path: Path
) -> None:
    assert missing(tmp_path / "cleared.json") == 0
    health.take_back(health.referrals(lifter)[0])
    assert missing(tmp_path / "waiting.json") == 1
    assert missing(tmp_path / "cleared.json") == 2


def test_what_an_older_file_does_not_know_is_not_missing(
    lifter: int, sent: Path, tmp_path: Path
) -> None:
    assert missing(sent) == missing(tmp_path / "waiting.json") == 0


def test_the_import_says_what_of_health_has_to_be_entered(
    squatter: int, sent: Path, tmp_path: Path
) -> None:
    made = importing.preview(squatter, tmp_path / "cleared.json")
    said = [row.reason for row in (*made.skipped, *made.flagged)]
    assert (
        "referrals in this file: 1; enter what is new under Lifter › Referrals and letters" in said
    )
    assert "limits in this file: 1; enter what is new under Lifter › Limits" in said
