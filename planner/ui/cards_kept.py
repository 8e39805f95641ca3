"""Cards of a session that go, and what was half-typed on them until they are back."""

from __future__ import annotations

from collections.abc import Sequence

from planner.coach.logging import ExerciseCard
from planner.engine.terms import Exercise, Unit
from planner.ui.at_hand import card_in_focus
from planner.ui.card_rows import Drafts
from planner.ui.exercise_entry import ExerciseEntry
from planner.ui.half_typed import HalfTyped
from planner.ui.set_columns import columns


class CardsKept:
    """Goes by the uid of the slot: undone and done again, it is the same."""

    def __init__(self) -> None:
        self._drafts: dict[str, Drafts] = {}
        self._whose: dict[str, tuple[int, ExerciseCard]] = {}

    def take(self, card: ExerciseCard) -> Drafts | None:
        """Return what was half-typed in a slot, once.

        Where its sets are of another exercise now, or are typed into other cells, words alone stay.
        """
        kept = self._drafts.pop(card.uid, None)
        if kept is None or _cells(self._whose[card.uid][1].exercise) == _cells(card.exercise):
            return kept
        return Drafts(note=kept.note) if kept.note is not None else None

    def half_typed(self) -> list[HalfTyped]:
        """Return what is kept, and whose it is."""
        return [HalfTyped(*self._whose[uid], drafts) for uid, drafts in self._drafts.items()]

    def drop(self, shown: list[ExerciseEntry], gone: Sequence[ExerciseEntry]) -> None:
        """Take cards away from those shown."""
        for card in list(gone):
            self._drafts[card.card.uid] = card.drafts()
            self._whose[card.card.uid] = card.lifter_id, card.card
            shown.remove(card)
            card.head.note.leave()
            card.hide()
            card.deleteLater()

    def drop_swapped(self, shown: list[ExerciseEntry], cards: Sequence[ExerciseCard]) -> int | None:
        """Take cards away whose slot has another exercise now, or whose exercise was edited;
        return the slot that had the focus."""
        now = {card.uid: card.exercise for card in cards}
        gone = [c for c in shown if now[c.card.uid] != c.card.exercise]
        held = card_in_focus(gone)
        self.drop(shown, gone)
        return held.card.logged_exercise_id if held is not None else None


def _cells(exercise: Exercise) -> tuple[object, ...]:
    """Return what says which cells the sets of an exercise are typed into, and whose they are."""
    return exercise.slug, exercise.per_side, columns(exercise, Unit.KG)
