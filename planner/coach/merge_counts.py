"""How many of a thing a merge brings, changes or takes: 'session', 'planned set', 'check-in' …"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from planner.coach import counts
from planner.coach.counts import Digits
from planner.language import ntr


def counted(number: int, what: str, write: Digits = counts.digits) -> str:
    """Write how many of a thing there are, by what `Count` calls it: '1 check-in', '24 sets'."""
    return _WRITTEN[what](number, write)


def _details(number: int, write: Digits) -> str:
    return ntr("{n} personal detail", "{n} personal details", number).format(n=write(number))


def _logged_exercises(number: int, write: Digits) -> str:
    return ntr("{n} logged exercise", "{n} logged exercises", number).format(n=write(number))


def _plans(number: int, write: Digits) -> str:
    return ntr("{n} plan", "{n} plans", number).format(n=write(number))


def _planned_sets(number: int, write: Digits) -> str:
    return ntr("{n} planned set", "{n} planned sets", number).format(n=write(number))


def _planned_exercises(number: int, write: Digits) -> str:
    return ntr("{n} planned exercise", "{n} planned exercises", number).format(n=write(number))


def _check_ins(number: int, write: Digits) -> str:
    return ntr("{n} check-in", "{n} check-ins", number).format(n=write(number))


def _bodyweights(number: int, write: Digits) -> str:
    return ntr("{n} bodyweight", "{n} bodyweights", number).format(n=write(number))


def _times_off(number: int, write: Digits) -> str:
    return ntr("{n} time off", "{n} time offs", number).format(n=write(number))


def _decisions(number: int, write: Digits) -> str:
    return ntr("{n} decision", "{n} decisions", number).format(n=write(number))


def _health_forms(number: int, write: Digits) -> str:
    return ntr("{n} health form", "{n} health forms", number).format(n=write(number))


def _referrals(number: int, write: Digits) -> str:
    return ntr("{n} referral", "{n} referrals", number).format(n=write(number))


def _limits(number: int, write: Digits) -> str:
    return ntr("{n} limit", "{n} limits", number).format(n=write(number))


def _imports(number: int, write: Digits) -> str:
    return ntr("{n} import", "{n} imports", number).format(n=write(number))


def _settings(number: int, write: Digits) -> str:
    return ntr("{n} setting", "{n} settings", number).format(n=write(number))


_WRITTEN: Mapping[str, Callable[[int, Digits], str]] = {
    "personal detail": _details,
    "session": counts.sessions,
    "set": counts.sets,
    "logged exercise": _logged_exercises,
    "plan": _plans,
    "week": counts.weeks,
    "planned session": counts.planned_sessions,
    "planned set": _planned_sets,
    "planned exercise": _planned_exercises,
    "check-in": _check_ins,
    "bodyweight": _bodyweights,
    "time off": _times_off,
    "decision": _decisions,
    "health form": _health_forms,
    "referral": _referrals,
    "limit": _limits,
    "import": _imports,
    "exercise": counts.exercises,
    "program": counts.programs,
    "setting": _settings,
}
