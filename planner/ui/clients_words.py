"""All lifters in the words of their list: verdicts, phases, what is not trained, sessions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from planner.coach import non_use, scope, wording
from planner.coach.client_list import Client, ClientState, ClientVerdict
from planner.engine.terms import Lifter, Unit
from planner.language import ntr, tr
from planner.ui import counts, dates, phases, suggestion_words
from planner.ui.phases import PhaseLook

_ORDER = ("early", "levelling", "steady", "plateau", "fatigue", "return", "unclear")
A_YEAR = 365  # days
_LOOK_AT = ("plateau", "fatigue", "return")  # phases that ask for a look


def phase_mix(state: ClientState) -> list[tuple[PhaseLook, int]]:
    """Return each phase of the lifts in use with how many are in it."""
    looks = Counter(map(phases.look, state.readings))
    return sorted(looks.items(), key=lambda each: _ORDER.index(each[0].key))


def to_look_at(state: ClientState) -> int:
    """Count the lifts whose phase asks for a look."""
    return sum(count for look, count in phase_mix(state) if look.key in _LOOK_AT)


def marks(mix: Sequence[tuple[PhaseLook, int]]) -> str:
    """Write a phase mix with its marks: '▲ 5  ■ 2'."""
    return "  ".join(f"{look.mark} {count}" for look, count in mix)


def phase_words(mix: Sequence[tuple[PhaseLook, int]]) -> str:
    """Write a phase mix in words: '5 steady gain, 2 plateau'."""
    return wording.in_row(f"{count} {look.word}" for look, count in mix)


def verdict(state: ClientState) -> str:
    """Return the verdict of the day in a word or two; of the ill also since when."""
    made = state.verdict
    if made is None:
        return tr("no log yet")
    since = dict(state.why.values).get("since") if state.why is not None else None
    if made is ClientVerdict.ILL and isinstance(since, date):
        return tr("ill since {since}").format(since=dates.short(since))
    word = {
        ClientVerdict.WAITING: tr("no clearance"),
        ClientVerdict.REST: tr("rest"),
        ClientVerdict.EASE: tr("ease"),
        ClientVerdict.QUESTION: tr("question open"),
        ClientVerdict.ILL: tr("ill"),
        ClientVerdict.AWAY: tr("away"),
        ClientVerdict.HOLD: tr("hold"),
        ClientVerdict.PUSH: tr("push"),
        ClientVerdict.FREE: tr("no session"),
        ClientVerdict.UNSHOWN: "–",
    }[made]
    own = state.chosen and made in (
        ClientVerdict.REST,
        ClientVerdict.EASE,
        ClientVerdict.HOLD,
        ClientVerdict.PUSH,
    )
    return tr("{0}, own choice").format(word) if own else word


def today(client: Client) -> str:
    """Return the verdict of the day, and that a limit ended lately."""
    said = verdict(client.state) if client.state is not None else ""
    return " · ".join(part for part in (said, _over(client)) if part)


def _over(client: Client) -> str:
    last = max((each.until for each in client.over if each.until is not None), default=None)
    if last is None:
        return ""
    return tr("limit over since {0}").format(dates.short(last + timedelta(days=1)))


def limits(client: Client) -> str:
    """Say a line each of the limits in force, and of those that ended lately."""
    unit = client.lifter.unit
    ended = (scope.words(each, unit) for each in client.over)
    over = [tr("Over: {0}").format(each) for each in ended]
    return "\n".join([*(scope.words(each, unit) for each in client.limits), *over])


def reason(client: Client) -> str:
    """Say why the verdict is what it is, how many suggestions wait, and what is limited."""
    return "\n".join(part for part in (_reason(client), limits(client)) if part)


def _reason(client: Client) -> str:
    state = client.state
    if state is None or state.verdict is None:
        return ""
    if state.why is not None:
        why = suggestion_words.said(state.why, client.lifter.unit)
    elif state.verdict is ClientVerdict.QUESTION:
        why = tr("Loads of a lift jumped; the planner asks what that means.")
    else:
        why = ""
    return "\n".join(part for part in (why, _waiting(state.waiting)) if part)


def _waiting(number: int) -> str:
    if number == 0:
        return ""
    words = ntr(
        "{count} suggestion waits in the planner.",
        "{count} suggestions wait in the planner.",
        number,
    )
    return words.format(count=counts.count(number))


def unused(state: ClientState) -> str:
    """Write what was not trained for longest: 'Calves: not trained for 23 days'; '–' for nothing.

    Of who trains nothing at all it says so: 'Nothing for 9 weeks'.
    """
    if state.unused:
        return suggestion_words.said(non_use.line(state.unused[0]), Unit.KG)
    if state.idle_days > A_YEAR:
        return tr("Nothing for over a year")
    span = wording.span(state.idle_days)
    return tr("Nothing for {span}").format(span=span) if state.idle_days else "–"


def all_unused(state: ClientState) -> str:
    """Write all that was not trained for weeks, a line each."""
    lines = (non_use.line(each) for each in state.unused)
    return "\n".join(suggestion_words.said(each, Unit.KG) for each in lines)


def kept(client: Client) -> str:
    """Write how many of the sessions due were done: '9 of 12'."""
    if not client.due:
        return "–"
    return tr("{done} of {due}").format(done=client.done, due=client.due)


def day(on: date | None, today: date) -> str:
    """Write a day as 'Mon 2 Nov', or that it is today; '–' for none."""
    if on is None:
        return "–"
    if on == today:
        return tr("today")
    return dates.with_weekday(on, today)


def coming(client: Client, today: date) -> str:
    """Write the next planned session with its day: 'today · Upper A'."""
    if client.next is None:
        return "–"
    return " · ".join(part for part in (day(client.next.on, today), client.next.name) if part)


def named(lifters: Sequence[Lifter]) -> str:
    """Return the name of one lifter, or how many there are."""
    return lifters[0].name if len(lifters) == 1 else counts.lifters(len(lifters))
