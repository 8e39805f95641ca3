"""Cards of a session that go, and what was half-typed on them until they are back."""

from __future__ import annotations

from collections.abc import Sequence

from planner.coach.logging import ExerciseCard
from planner.ui.at_hand import card_in_focus
from planner.ui.card_rows import Drafts
from planner.ui.exercise_entry import ExerciseEntry
from planner.ui.half_typed import HalfTyped


class CardsKept:
    """Goes by the uid of the slot: undone and done again, it is the same."""

    def __init__(self) -> None:
        self._drafts: dict[str, Drafts] = {}
        self._whose: dict[str, tuple[int, ExerciseCard]] = {}

    def take(self, uid: str) -> Drafts | None:
        """Return what was half-typed in a slot, once."""
        return self._drafts.pop(uid, None)

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
        """Take cards away whose slot has another exercise now; return the slot that had the
        focus. Of what was half-typed, words alone stay: sets are of an exercise."""
        now = {card.uid: card.exercise.slug for card in cards}
        gone = [c for c in shown if now[c.card.uid] != c.card.exercise.slug]
        held = card_in_focus(gone)
        self.drop(shown, gone)
        for card in gone:
            kept = self.take(card.card.uid)
            if kept is not None and kept.note is not None:
                self._drafts[card.card.uid] = Drafts(note=kept.note)
        return held.card.logged_exercise_id if held is not None else None
