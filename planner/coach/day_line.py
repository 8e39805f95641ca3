"""What one line says of a day: who waits, is ill or away, else the verdict."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.coach import (
    absences,
    check_ins,
    day_ahead,
    easing_today,
    finding_sessions,
    suggesting,
    switches,
    today,
    verdict_facts,
)
from planner.coach.day_ahead import DayAhead
from planner.coach.quiet import quiet
from planner.coach.suggesting import Advised
from planner.coach.switches import Switch
from planner.engine.recovery_central import COUNTED as COUNTED
from planner.engine.recovery_verdict import AS_PLANNED, AS_USUAL, NOTHING_PLANNED
from planner.engine.terms import (
    N_,
    Absence,
    CheckIn,
    DayVerdict,
    Phrase,
    Suggestion,
    SuggestionKind,
    phrase,
)
from planner.storage import clients

SAYS_NO_MORE = (AS_PLANNED, AS_USUAL, NOTHING_PLANNED)  # reasons that the verdict has in it
AWAY = N_("Away since {since}.")
_SUGGESTS = {
    DayVerdict.REST: SuggestionKind.REST_DAY,
    DayVerdict.EASE: SuggestionKind.DELOAD,
}  # what does to the plan what a verdict asks for


class DayKind(StrEnum):
    """What a day is; what outweighs the others comes first."""

    WAITING = "waiting"  # for a clearance
    ILL = "ill"
    AWAY = "away"
    CHOSEN = "chosen"  # the lifter set the verdict aside
    FREE = "free"  # nothing is planned, and nothing asks for rest
    SAID = "said"


PROTECTS = (DayKind.WAITING, DayKind.ILL)  # shown whatever is switched off or put away


@dataclass(frozen=True, slots=True)
class DayLine:
    """What holds on a day, with its weightiest reason.

    `verdict` is the one that holds, None for who waits, is ill or away `since` a day. `offer` is
    the suggestion that does to the plan what the verdict asks for, `ends` are days away that may
    end today. `unasked`: no question on the day was answered. `planned` is that of the day, and
    `ahead` what a day without training has to say of the next one. `eases` says that what is left
    of the day's sessions can be made lighter, `eased` that it was,
    `trained` that the day's training is over.
    """

    on: date
    standing: DayKind
    verdict: DayVerdict | None
    reason: Phrase | None
    since: date | None = None
    offer: Suggestion | None = None
    ends: Absence | None = None
    unasked: bool = False
    planned: bool | None = None
    ahead: DayAhead | None = None
    eases: bool = False
    eased: bool = False
    trained: bool = False

    @property
    def meant(self) -> bool:
        """Whether the reason says what to do of the plan, eased by now or not."""
        told = self.reason
        return verdict_facts.tells_back(told) or verdict_facts.leaves_out(told)

    @property
    def telling(self) -> Phrase | None:
        """The reason, where it says more than the verdict does."""
        return None if self.reason in SAYS_NO_MORE else self.reason


def name(made: DayLine) -> str:
    """Return what tells a line from others, to be kept."""
    return f"{made.on.isoformat()} {made.standing} {made.verdict or ''}".rstrip()


def may_say(lifter_id: int, on: date) -> bool:
    """Say, without asking the engine, whether a line has its place on a day, even an empty one.

    A place that does not depend on what the day comes to say moves nothing below it.
    """
    if instead(lifter_id, on) is not None:
        return True
    wanted = switches.is_on(lifter_id, Switch.VERDICT)
    return wanted and bool(finding_sessions.heads(lifter_id))


def reading(lifter_id: int, on: date) -> Generator[None, None, DayLine | None]:
    """Read the line of a day part by part; None when there is nothing to say, or it is unwanted."""
    if not may_say(lifter_id, on):
        return None
    advised = yield from suggesting.advised_in_parts(lifter_id, on)
    yield
    made = day_line(lifter_id, on, advised)
    wanted = switches.is_on(lifter_id, Switch.VERDICT)
    if made is None or (made.standing is DayKind.FREE and made.ahead is None):
        return None
    return made if wanted or made.standing in PROTECTS else None


def day_line(lifter_id: int, on: date, advised: Advised) -> DayLine | None:
    """Return what a day is to a lifter for whom something is `advised`; None without a log."""
    other = at_once(lifter_id, on)
    if other is not None:
        return other
    made = today.today(lifter_id, on)
    holds = made.chosen or made.verdict
    if holds is None:
        return None
    if made.chosen is None and holds is DayVerdict.HOLD and made.planned is False:
        wanted = switches.is_on(lifter_id, Switch.RECOVERY)
        ahead = day_ahead.day_ahead(lifter_id, made) if wanted else None
        return DayLine(on, DayKind.FREE, holds, NOTHING_PLANNED, planned=False, ahead=ahead)
    standing = DayKind.SAID if made.chosen is None else DayKind.CHOSEN
    offer = next((each for each in advised.asked if each.kind is _SUGGESTS.get(holds)), None)
    unasked = switches.is_on(lifter_id, Switch.CHECK_IN) and answered(lifter_id, on)[0] == 0
    easing = holds is DayVerdict.EASE and not verdict_facts.returns(made.reasons)
    return DayLine(
        on,
        standing,
        holds,
        next(iter(made.reasons), None),
        offer=offer,
        unasked=unasked,
        planned=made.planned,
        eases=easing and bool(easing_today.eased(lifter_id, on)),
        eased=easing and easing_today.was_eased(lifter_id, on),
        trained=made.trained,
    )


def instead(lifter_id: int, on: date) -> Phrase | None:
    """Return why a day has no verdict, for whom a clearance is waited for or who is ill."""
    return quiet(lifter_id, on).everything


def at_once(lifter_id: int, on: date) -> DayLine | None:
    """Return the line of who waits, is ill, or is away for another reason, without asking the
    engine; None for others."""
    blocked = quiet(lifter_id, on).blocked
    if blocked is not None:
        since = dict(blocked.values).get("since")
        day = since if isinstance(since, date) else None
        return DayLine(on, DayKind.WAITING, None, blocked, day)
    known = absences.known_on(absences.absences(lifter_id), on, on)
    found = min(known, key=lambda each: not _is_ill(each), default=None)
    if found is None:
        return None
    standing = DayKind.ILL if _is_ill(found) else DayKind.AWAY
    said = instead(lifter_id, on) or phrase(AWAY, since=found.since)
    return DayLine(on, standing, None, said, found.since, ends=found)


def _is_ill(absence: Absence) -> bool:
    return absences.reason(absence) is absences.Reason.ILL


def without_verdict(lifter_id: int, on: date) -> Phrase | None:
    """Return why a day has no verdict, for those who are away, too; None where it has one."""
    made = at_once(lifter_id, on)
    return None if made is None else made.reason


def answered(lifter_id: int, on: date) -> tuple[int, int]:
    """Return how many questions of a day are answered, of how many that are asked."""
    made = clients.check_in(lifter_id, on) or CheckIn(on)
    return check_ins.given(made), len(check_ins.QUESTIONS)
