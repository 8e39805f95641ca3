"""Cards of a session that go, and what was half-typed on them until they are back."""

from __future__ import annotations

from collections.abc import Sequence

from planner.coach import same_slot
from planner.coach.logging import ExerciseCard
from planner.engine.terms import Exercise, Unit
from planner.ui import way_back
from planner.ui.at_hand import has_focus
from planner.ui.card_rows import Drafts
from planner.ui.exercise_entry import ExerciseEntry
from planner.ui.half_typed import HalfTyped
from planner.ui.set_columns import columns
from planner.ui.way_back import Stop


class CardsKept:
    """Goes by the uid of the slot: undone and done again, it is the same."""

    def __init__(self) -> None:
        self._left: dict[str, HalfTyped] = {}
        self._merged: dict[str, str] = {}  # what the exercise of a slot was before it was merged

    def take(self, card: ExerciseCard, unit: Unit) -> Drafts | None:
        """Return what was half-typed in a slot, once, as it is for a reader of a unit; of another
        exercise, the note alone."""
        left = self._left.pop(card.uid, None)
        if left is None:
            return None
        if not self._goes_on(left.card, card):
            return Drafts(note=left.drafts.note)
        same = _columns(left.card.exercise) == _columns(card.exercise)
        return left.in_unit(unit) if same else left.drafts.words()

    def _goes_on(self, was: ExerciseCard, now: ExerciseCard) -> bool:
        """Say whether a slot has the same exercise, merged or, by Undo, parted again."""
        if was.exercise.slug == now.exercise.slug:
            return True
        parted = self._merged.pop(now.uid, None) == now.exercise.slug
        merged = same_slot.goes_on(was, now)
        if merged:
            self._merged[now.uid] = was.exercise.slug
        return parted or merged

    def half_typed(self, shown: Sequence[ExerciseEntry]) -> list[HalfTyped]:
        """Return what is typed on the cards shown and what is kept of others, and whose it is."""
        return [*map(_half_typed, shown), *self._left.values()]

    def drop(self, shown: list[ExerciseEntry], gone: Sequence[ExerciseEntry]) -> None:
        """Take cards away from those shown; each note half-typed comes back with what it is on."""
        for card in list(gone):
            self._left[card.card.uid] = _half_typed(card)
            shown.remove(card)
            card.head.note.leave()
            for line in card.rows:
                line.foot.leave_note()
            card.hide()
            card.deleteLater()

    def drop_gone(self, shown: list[ExerciseEntry], cards: Sequence[ExerciseCard]) -> int | None:
        """Take cards away whose slot is gone; return the place, from 0, of the one that had the
        keyboard. To be done before `drop_changed`."""
        wanted = {card.uid for card in cards}
        gone = [c for c in shown if c.card.uid not in wanted]
        place = next((shown.index(c) for c in gone if has_focus(c)), None)
        self.drop(shown, gone)
        return place

    def drop_changed(
        self, shown: list[ExerciseEntry], cards: Sequence[ExerciseCard], unit: Unit
    ) -> Stop | None:
        """Take cards away whose slot has another exercise now, other cells or another unit; return
        where the keyboard was on one of them."""
        now = {card.uid: _cells(card.exercise, unit) for card in cards}
        gone = [c for c in shown if now[c.card.uid] != _cells(c.card.exercise, c.unit)]
        left = way_back.stop(gone)
        self.drop(shown, gone)
        return left


def _half_typed(card: ExerciseEntry) -> HalfTyped:
    return HalfTyped(card.lifter_id, card.card, card.drafts(), card.unit)


def _cells(exercise: Exercise, unit: Unit) -> tuple[object, ...]:
    """Return what says whose sets a card has, and what is in each of its rows."""
    return exercise.slug, exercise.per_side, unit, _columns(exercise)


def _columns(exercise: Exercise) -> object:
    return columns(exercise, Unit.KG)
