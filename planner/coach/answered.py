"""Which suggestions for a lift were answered already, or put off until tomorrow."""

from __future__ import annotations

from datetime import date

from planner.coach.circumstances import STRUCTURAL, Circumstances
from planner.engine import safety
from planner.engine.progression import NOTICE_RULE
from planner.engine.terms import Reading, Suggestion, SuggestionKind
from planner.storage.decisions import Decision


def answered(
    made: Suggestion, around: Circumstances, reading: Reading, last_on: date | None
) -> bool:
    """Say whether a suggestion was answered: since the lift's last session, or in this phase.

    A change of structure is not asked for in a session for which anything else was answered, and
    a change that was accepted is also the answer to levelling off, and to pain. Levelling off is
    news once: a movement has one early phase, even where the day on which it ended is estimated
    anew.
    """
    own = [entry for entry in around.decided if entry.exercise == made.exercise]
    if made.rule == NOTICE_RULE and any(entry.rule == made.rule for entry in own):
        return True
    since = reading.levelled_off_on if made.kind is SuggestionKind.LEVEL_OFF else last_on
    decided = since is not None and any(since <= each.on and _answers(each, made) for each in own)
    return decided or _put_off(made, around, last_on)


def _answers(entry: Decision, made: Suggestion) -> bool:
    if made.kind is SuggestionKind.LEVEL_OFF:
        changed = entry.kind in STRUCTURAL and entry.verdict == "accepted"
        return changed or entry.rule == made.rule
    swapped = entry.kind in STRUCTURAL and entry.verdict == "accepted" and safety.stops(made)
    return swapped or made.kind in STRUCTURAL or entry.rule == made.rule


def _put_off(made: Suggestion, around: Circumstances, last_on: date | None) -> bool:
    """Say whether a lift's advice waits until tomorrow; a session of today may bring other."""
    own = [entry for entry in around.put_off if entry.exercise == made.exercise]
    if last_on == around.today:
        return any((entry.rule, entry.numbers) == (made.rule, made.numbers) for entry in own)
    return bool(own)
