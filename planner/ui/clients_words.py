"""All lifters in the words of their list: verdicts, phases, rests, sessions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.coach import wording
from planner.coach.client_list import Client, ClientState, Verdict
from planner.engine.terms import Lifter, Phrase, phrase
from planner.ui import counts, dates, phases, suggestion_words
from planner.ui.phases import PhaseLook

NEWS_DAYS = 14  # of rest, from which a muscle group is named in the tooltip
_ORDER = ("early", "levelling", "steady", "plateau", "fatigue", "return", "unclear")
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
    return ", ".join(f"{count} {look.word}" for look, count in mix)


def verdict(made: Verdict | None, why: Phrase | None = None) -> str:
    """Return the verdict of the day in a word or two; of the ill also since when, by the reason."""
    if made is None:
        return _tr("no log yet")
    since = dict(why.values).get("since") if why is not None and made is Verdict.ILL else None
    if since is not None:
        return wording.render(phrase("ill since {since}", since=since), dates=dates.short)
    return {
        Verdict.REST: _tr("rest"),
        Verdict.EASE: _tr("ease off"),
        Verdict.QUESTION: _tr("question open"),
        Verdict.ILL: _tr("ill"),
        Verdict.PLANNED: _tr("as planned"),
    }[made]


def reason(client: Client) -> str:
    """Say why the verdict is what it is, and how many suggestions wait."""
    state = client.state
    if state is None or state.verdict is None:
        return ""
    if state.why is not None:
        why = suggestion_words.said(state.why, client.lifter.unit)
    elif state.verdict is Verdict.QUESTION:
        why = _tr("Loads of a lift jumped; the planner asks what that means.")
    else:
        why = _tr("Nothing speaks against the plan today.")
    return "\n".join(part for part in (why, _waiting(state.waiting)) if part)


def _waiting(number: int) -> str:
    if number == 0:
        return ""
    if number == 1:
        return _tr("1 suggestion waits in the planner.")
    return _tr("{count} suggestions wait in the planner.").format(count=counts.count(number))


def rest(state: ClientState) -> str:
    """Write which muscle group was not trained for longest: 'Calves · 23 days'."""
    if not state.rested:
        return "–"
    group, days = state.rested[0]
    return _tr("{group} · {days}").format(group=group, days=counts.days(days))


def rests(state: ClientState) -> str:
    """Write all muscle groups that were not trained for two weeks; '' when all were."""
    long = [each for each in state.rested if each[1] >= NEWS_DAYS]
    lines = [_tr("{group}: {days}").format(group=g, days=counts.days(d)) for g, d in long]
    return "\n".join([_tr("Not trained for two weeks or more:"), *lines]) if lines else ""


def kept(client: Client) -> str:
    """Write how many of the sessions due were done: '9 of 12'."""
    if not client.due:
        return "–"
    return _tr("{done} of {due}").format(done=client.done, due=client.due)


def day(on: date | None, today: date) -> str:
    """Write a day as 'Mon 2 Nov', or that it is today; '–' for none."""
    if on is None:
        return "–"
    if on == today:
        return _tr("today")
    return f"{dates.weekday(on.isoweekday())} {dates.short(on, today)}"


def coming(client: Client, today: date) -> str:
    """Write the next planned session with its day: 'today · Upper A'."""
    if client.next is None:
        return "–"
    return " · ".join(part for part in (day(client.next.on, today), client.next.name) if part)


def named(lifters: Sequence[Lifter]) -> str:
    """Return the name of one lifter, or how many there are."""
    return lifters[0].name if len(lifters) == 1 else counts.lifters(len(lifters))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Clients", text)
