"""The lifter's own verdict in place of the one said: on record as a decision, until it ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.engine.terms import N_, DayVerdict
from planner.language import tr
from planner.storage import decisions
from planner.storage.decisions import Decision

RULE = "today.verdict"
CHOSEN = "chosen"
PROPOSED = "proposed"  # the number of a decision that keeps what was suggested, when changed
_VERDICTS = {
    DayVerdict.PUSH: N_("push"),
    DayVerdict.HOLD: N_("hold"),
    DayVerdict.EASE: N_("ease"),
    DayVerdict.REST: N_("rest"),
}


def said(stored: str) -> str:
    """Say a verdict as it is stored, 'ease'; '' for none, and what is unknown as it stands."""
    known = {str(verdict): words for verdict, words in _VERDICTS.items()}
    return tr(known.get(stored, stored))


def last(lifter_id: int, on: date) -> Decision | None:
    """Return the verdict that a lifter took last on a day; None where none was taken."""
    known = decisions.decisions(lifter_id, "")
    return next((each for each in reversed(known) if (each.on, each.rule) == (on, RULE)), None)


def against_rest(lifter_id: int, on: date) -> bool:
    """Say whether a lifter decided to train on a day, whatever it asks for."""
    made = last(lifter_id, on)
    numbers = dict(made.numbers) if made is not None else {}
    return bool(numbers) and numbers[CHOSEN] not in (numbers[PROPOSED], DayVerdict.REST.value)


def end(lifter_id: int, since: date, until: date | None = None) -> None:
    """End the verdicts that a lifter took from a day to another (None: without an end).

    What blocks or makes ill ends them; the day's own verdict holds once that is over.
    """
    known = decisions.decisions(lifter_id, "")
    days = {made.on for made in known if made.rule == RULE}
    for on in sorted(day for day in days if since <= day <= (until or date.max)):
        made = last(lifter_id, on)
        numbers = dict(made.numbers) if made is not None else {}
        if made is not None and numbers[CHOSEN] != numbers[PROPOSED]:
            said = numbers[PROPOSED]
            ended = ((PROPOSED, said), (CHOSEN, said))
            decisions.keep_decision(
                lifter_id,
                replace(made, id=None, uid="", reason="", numbers=ended, changed=str(said)),
            )
