"""What a card says of the sessions after the next one, whose loads come down with it."""

from planner.engine.terms import Unit
from planner.ui import suggestion_words


def test_later_sessions_that_come_down_are_told_with_their_loads() -> None:
    assert suggestion_words.lowered_later([107.5, 110.0], Unit.KG) == (
        "Also 2 later sessions planned with 107.5–110 kg: no more than this there, either. "
        "Lighter sessions stay as they are."
    )
