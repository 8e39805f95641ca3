"""The letter to a professional: what it says, and how it is laid out on paper."""

from __future__ import annotations

from datetime import timedelta

import pytest

from planner.coach import health, letter, logging
from planner.coach.print_choice import PaperName
from planner.engine.terms import Intake, LoggedSet, ReferralSource, Topic
from planner.ui import health_stories, letter_print
from planner.ui.letter_dialog import LetterDialog
from planner.ui.referral_dialog import ReferralDialog
from planner.ui.sheet_marks import Text

HURT = LoggedSet(100.0, 5, load=100.0, pain=6)


def words_of(made, paper=PaperName.A4) -> list[str]:
    """Return what stands on each page of a letter."""
    pages = letter_print.laid_out(made, paper)
    return [" ".join(mark.words for mark in page if isinstance(mark, Text)) for page in pages]


@pytest.mark.parametrize("paper", PaperName)
def test_a_letter_has_the_data_and_room_for_an_answer_and_only_the_answers_that_are_ticked(
    desk, at, tmp_path, paper, shown
):
    health.answer(desk.lifter, Intake(desk.today, ((Topic.CARDIAC_EVENT, True),), "stent in May"))
    session = logging.start_free(desk.lifter, desk.today)
    logging.log_sets(logging.add_exercise(session, "back-squat"), [HURT])
    health_stories.show(at)
    referrals = shown(desk.window, ReferralDialog)
    referrals.cards[0].print_it.click()
    dialog = shown(referrals, LetterDialog)
    dialog.papers.setCurrentIndex(dialog.papers.findData(paper))
    dialog.save_pdf(tmp_path / "letter.pdf")
    assert (tmp_path / "letter.pdf").read_bytes().startswith(b"%PDF")
    [words] = words_of(dialog.letter(), paper)
    for part in ("Cardiologist, or doctor", "up to 100 kg × 5", "pain 6 of 10", "Signature"):
        assert part in words
    assert "stent" not in words
    assert health.referrals(desk.lifter)[0].letter_on == desk.today
    dialog.ticks[letter.LetterPart.ANSWERS].setChecked(True)
    assert "stent in May" in words_of(dialog.letter(), paper)[0]


def test_a_long_letter_goes_on_over_pages_and_keeps_the_answer_together(lifter, today):
    note = "An old story. " * 600
    health.answer(lifter, Intake(today, ((Topic.HEART, True),), note))
    made = letter.letter(lifter, health.waiting(lifter, today)[0], today, set(letter.LetterPart))
    pages = words_of(made)
    assert len(pages) > 2
    assert "Your answer" in pages[-1]
    assert "Signature" in pages[-1]


def test_a_letter_of_a_lift_tells_of_that_lift_alone(lifter, today):
    for slug in ("back-squat", "bench-press"):
        session = logging.start_free(lifter, today - timedelta(days=1))
        logging.log_sets(logging.add_exercise(session, slug), [HURT])
    health.raise_referral(
        lifter, Topic.STRONG_PAIN, today, ReferralSource.LOG, "back-squat", "it clicks"
    )
    [waits] = health.waiting(lifter, today)
    made = letter.letter(lifter, waits, today, set(letter.LetterPart))
    said = " ".join(line for section in made.sections for line in section.lines)
    assert made.topic == "Strong pain in a lift: Back squat"
    assert ("Bench press" in said, "it clicks" in said) == (False, True)


def test_a_letter_names_a_main_lift_of_each_movement_first(lifter, today):
    small = ("dumbbell-curl", "lateral-raise", "dumbbell-curl", "lateral-raise")
    for days, slug in enumerate((*small, "pull-up", "bench-press", "back-squat", "back-squat")):
        for early in (20, 10):
            session = logging.start_free(lifter, today - timedelta(days=days + early))
            logging.log_sets(logging.add_exercise(session, slug), [LoggedSet(20.0, 5, load=20.0)])
    health.raise_referral(lifter, Topic.HEART, today, ReferralSource.INTAKE)
    [waits] = health.waiting(lifter, today)
    made = letter.letter(lifter, waits, today, {letter.LetterPart.STRENGTH})
    [told] = [section.lines for section in made.sections if section.lines]
    named = ["Back squat", "Bench press", "Pull-up"]
    assert [line.split(":")[0] for line in told][:3] == named
    assert told[2].endswith("bodyweight included")
    assert len(told) == letter.LIFTS
