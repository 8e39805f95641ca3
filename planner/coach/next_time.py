"""What changes the next time the lifts of a session are done, as the planner's cards say it."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass, replace
from datetime import date

from planner.coach import load_jumps, readings, suggesting, verdict_facts
from planner.coach.quiet import quiet
from planner.coach.session_view import SessionView
from planner.coach.suggesting import Advised
from planner.engine import doubt, evidence
from planner.engine.strength import measurable
from planner.engine.terms import Phrase, Suggestion, SuggestionKind, phrase
from planner.storage import decisions

_LEAST_SESSIONS = int(evidence.ADVICE_SESSIONS.value)
NOTHING = phrase("Nothing changes.")


@dataclass(frozen=True, slots=True)
class NextLift:
    """What to do of a lift next time, and why; `why` is None where there is no more to say."""

    slug: str
    headline: Phrase
    why: Phrase | None = None
    changes: bool = False
    past: bool = False  # done again since


@dataclass(frozen=True, slots=True)
class NextTime:
    """The next time of each lift of a session, and the advice for the lifter as a whole.

    `later` says that the session's day is over, `why` the one reason why nothing changes for any
    lift, and `back` which session after time off comes next.
    """

    lifts: tuple[NextLift, ...]
    whole: tuple[Suggestion, ...]
    later: bool = False
    why: Phrase | None = None
    back: Phrase | None = None

    @property
    def changes(self) -> bool:
        """Whether anything is to change."""
        return bool(self.whole) or any(made.changes for made in self.lifts)

    @property
    def stays(self) -> bool:
        """Whether a next time is still to come, in which nothing is to change."""
        return not self.changes and any(not made.past for made in self.lifts)

    @property
    def stays_for_all(self) -> bool:
        """Whether that is so of several lifts, and said once for all."""
        return self.stays and len(self.lifts) > 1


def looking_ahead(
    lifter_id: int, view: SessionView, today: date
) -> Generator[None, None, NextTime]:
    """Find out part by part what is advised today for the lifts of a session that were done.

    It is what the planner's cards say on that day; what was done since, or decided on, is named.
    """
    yield from readings.replaying(lifter_id, today)
    advised = yield from suggesting.advised_in_parts(lifter_id, today)
    done = {card.exercise.slug: None for card in view.cards if any(r.logged for r in card.rows)}
    yield
    lifts = tuple(_lift(lifter_id, slug, view, advised, today) for slug in done)
    newest = any(not made.past for made in lifts)
    whole = tuple(made for made in advised.asked if newest and _of_whole(made))
    later = view.session.on < today
    back = None if later else verdict_facts.next_back(lifter_id, today)
    return said_once(NextTime(lifts, whole, later, back=back))


def said_once(made: NextTime) -> NextTime:
    """Return it with the reason why nothing changes told once, where all lifts have the same."""
    reasons = {each.why for each in made.lifts}
    if not made.stays_for_all or len(reasons) > 1 or any(each.past for each in made.lifts):
        return made
    lifts = tuple(replace(each, why=None) for each in made.lifts)
    return replace(made, lifts=lifts, why=reasons.pop())


def _of_whole(made: Suggestion) -> bool:
    return not made.exercise and made.kind is not SuggestionKind.EXPECT


def _lift(lifter_id: int, slug: str, view: SessionView, advised: Advised, today: date) -> NextLift:
    again_on = _done_again(lifter_id, slug, view.session.on, today)
    if again_on is not None:
        return NextLift(slug, phrase("Done again on {again_on}.", again_on=again_on), past=True)
    asked = _first(slug, advised.asked)
    if asked is not None:
        return NextLift(slug, asked.headline, asked.reason, changes=True)
    return NextLift(slug, NOTHING, _why_nothing(lifter_id, slug, view.session.on, advised, today))


def _first(slug: str, made: Iterable[Suggestion]) -> Suggestion | None:
    own = (each for each in made if each.exercise == slug)
    return next((each for each in own if each.kind is not SuggestionKind.EXPECT), None)


def _done_again(lifter_id: int, slug: str, on: date, today: date) -> date | None:
    replay = readings.replays(lifter_id, today).get(slug)
    days = (step.day.on for step in replay.steps) if replay is not None else ()
    return next((day for day in days if on < day <= today), None)


def _why_nothing(
    lifter_id: int, slug: str, on: date, advised: Advised, today: date
) -> Phrase | None:
    waits = quiet(lifter_id, today).of(slug)
    if waits is not None:
        return waits
    given = decisions.decisions(lifter_id, slug)
    decided = [made.on for made in given if on <= made.on <= today]
    if decided:
        return phrase("It was decided on in the planner on {on}.", on=decided[-1])
    replay = readings.replays(lifter_id, today).get(slug)
    if replay is None or not measurable(replay.exercise):
        return None
    if load_jumps.asked_of(replay, given, today):
        return phrase("Its loads jumped: the planner asks about them first.")
    state = replay.state(today)
    if state is None or state.sessions < _LEAST_SESSIONS:
        return phrase("Too little is known yet: it takes two or three sessions.")
    held = _first(slug, advised.every)
    if held is None or held.kind is not SuggestionKind.HOLD:
        return None
    return doubt.brief(held) if doubt.is_doubt(held) else held.reason
