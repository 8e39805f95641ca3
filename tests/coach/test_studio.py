"""The studio's logo and line, kept in the file."""

import pytest

from planner.coach import print_choice, studio
from planner.coach.print_choice import Layout, PaperName, PrintChoice, Turn
from planner.coach.refused import Refused
from planner.coach.steps import do, revert
from planner.coach.studio import NO_STUDIO, Studio


def test_a_logo_comes_back_byte_for_byte_and_goes_with_undo(database):
    made = Studio(bytes(range(256)), "12 Main Street · 555 0100")
    _, step = do(lambda: studio.change(made))
    assert studio.studio() == made
    revert(step)
    assert studio.studio() == NO_STUDIO


def test_a_logo_that_is_too_large_is_refused_with_both_sizes(database):
    with pytest.raises(Refused, match=r"has 513 KB; a logo may have 512 KB"):
        studio.change(Studio(bytes(512 * 1024 + 1)))
    assert studio.studio() == NO_STUDIO


def test_how_sheets_are_laid_out_is_remembered_and_unknown_words_are_not(database):
    assert print_choice.remembered(PaperName.LETTER) == PrintChoice(PaperName.LETTER)
    made = PrintChoice(PaperName.LETTER, Layout.SINGLE, Turn.PORTRAIT)
    print_choice.remember(made)
    assert print_choice.remembered(PaperName.A4) == made
