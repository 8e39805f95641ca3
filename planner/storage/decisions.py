"""What lifters decided on suggestions, kept with the numbers that the suggestion was made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.engine.terms import PhraseValue, Suggestion, SuggestionKind
from planner.storage import library, models, rows
from planner.storage.rows import Layout, fetch
from planner.storage.undo import step


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on a suggestion; `exercise` is '' for one to the whole lifter.

    `verdict` is 'accepted', 'dismissed' or 'later', `reason` the lifter's, `text` what the
    suggestion said, `changed` what accepting it did. `decided_by` is '' where nobody noted who.
    """

    on: date
    exercise: str
    kind: SuggestionKind
    rule: str
    verdict: str
    reason: str
    text: str
    numbers: tuple[tuple[str, PhraseValue], ...]
    changed: str = ""
    decided_by: str = ""
    id: int | None = None
    uid: str = ""


_DECISION = Layout(models.Decision, Decision)


def add_decision(
    lifter_id: int,
    on: date,
    suggestion: Suggestion,
    verdict: str,
    text: str,
    reason: str = "",
    changed: str = "",
    decided_by: str = "",
) -> int:
    """Store that a suggestion was 'accepted', 'dismissed' or put off ('later'); return the id.

    `text` is what it said, as the lifter read it.

    Raises sqlite3.IntegrityError for another verdict and for a suggestion without rule, numbers
    or text, LookupError for an exercise that is not in the library.
    """
    made = Decision(
        on=on,
        exercise=suggestion.exercise,
        kind=suggestion.kind,
        rule=suggestion.rule,
        verdict=verdict,
        reason=reason,
        text=text,
        numbers=suggestion.numbers,
        changed=changed,
        decided_by=decided_by,
    )
    return keep_decision(lifter_id, made)


def keep_decision(lifter_id: int, made: Decision) -> int:
    """Store a decision as it was made, here or elsewhere; return the id. Raises as above."""
    exercise_id = library.id_of(made.exercise) if made.exercise else None
    with step():
        return rows.add(_DECISION, [made], lifter_id=[lifter_id], exercise_id=[exercise_id])[0]


def decisions(lifter_id: int, slug: str | None = None) -> list[Decision]:
    """List a lifter's decisions, oldest first: all, on one exercise, or ('') on the lifter."""
    sql = (
        f"SELECT ifnull(e.slug, '') AS slug, {_DECISION.columns('d')} FROM decision d "
        "LEFT JOIN exercise e ON e.id = d.exercise_id "
        "WHERE d.lifter_id = ?1 AND (?2 IS NULL OR ifnull(e.slug, '') = ?2) "
        'ORDER BY d."on", d.id'
    )
    found = fetch(sql, lifter_id, slug)
    return _DECISION.read(found, skip=1, exercise=[row[0] for row in found])
