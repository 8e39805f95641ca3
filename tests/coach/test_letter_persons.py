"""A letter speaks of the lifter to somebody else."""

from __future__ import annotations

import re

import pytest

from planner.coach import letter, letter_reasons
from planner.coach.wording import render
from planner.engine.health import JUDGEMENTS
from planner.engine.terms import Topic


@pytest.mark.parametrize("topic", JUDGEMENTS)
def test_no_reason_in_a_letter_speaks_to_the_lifter(topic: Topic) -> None:
    said = letter.of_them(render(JUDGEMENTS[topic].reason))
    assert not re.search(r"\byou", said, re.IGNORECASE)


def test_every_reason_of_a_letter_can_be_translated() -> None:
    reasons = (sentence for made in JUDGEMENTS.values() for sentence in made.reason.sentences)
    changed = {letter.of_them(each) for each in reasons if letter.of_them(each) != each}
    assert changed == set(letter_reasons.SAID)
