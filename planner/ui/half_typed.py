"""What is typed on a card of the log, shown or left, and is not on disk."""

from __future__ import annotations

from dataclasses import dataclass, replace

from planner.coach.logging import ExerciseCard
from planner.engine.terms import Unit
from planner.ui import row_draft
from planner.ui.card_rows import Drafts
from planner.ui.row_draft import Draft


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """An exercise of a lifter's session with what is typed for it, in a unit, and not on disk."""

    lifter_id: int
    card: ExerciseCard
    drafts: Drafts
    unit: Unit

    def in_unit(self, unit: Unit) -> Drafts:
        """Return what is typed as it is for a reader of a unit: it means what it meant."""
        if unit is self.unit:
            return self.drafts
        made = {row.logged.uid: row.logged for row in self.card.rows if row.logged is not None}

        def now(draft: Draft, uid: str = "") -> Draft:
            return row_draft.in_unit(draft, made.get(uid), self.card.exercise, self.unit, unit)

        stored = {uid: now(draft, uid) for uid, draft in self.drafts.stored.items()}
        typed = tuple(replace(each, draft=now(each.draft)) for each in self.drafts.typed)
        return replace(self.drafts, stored=stored, typed=typed)

    def texts(self) -> list[str]:
        """Return what is typed, a set or note each."""
        drafts = [*self.drafts.stored.values(), *(each.draft for each in self.drafts.typed)]
        sets = [text for made in drafts if (text := _text(made))]
        sets += self._notes()
        note = (self.drafts.note or "").strip()
        return [*sets, note] if note and note != self.card.note else sets

    def _notes(self) -> list[str]:
        """Return the notes half-typed on stored sets, where they are others than those on disk."""
        made = {row.logged.uid: row.logged.note for row in self.card.rows if row.logged is not None}
        typed = ((uid, text.strip()) for uid, text in self.drafts.notes.items())
        return [text for uid, text in typed if text and text != made.get(uid)]


def _text(draft: Draft) -> str:
    texts = [text for text in (*draft.texts.values(), draft.note) if text]
    return " – ".join(texts)
