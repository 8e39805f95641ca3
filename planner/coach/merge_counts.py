"""How many of a thing a merge brings, changes or takes: 'session', 'planned set', 'check-in' …"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from planner.coach import counts
from planner.coach.counts import digits
from planner.language import ntr


def counted(number: int, what: str) -> str:
    """Write how many of a thing there are, by what `Count` calls it: '1 check-in', '24 sets'."""
    return _WRITTEN[what](number)


def _details(number: int) -> str:
    return ntr("{n} personal detail", "{n} personal details", number).format(n=digits(number))


def _logged_exercises(number: int) -> str:
    return ntr("{n} logged exercise", "{n} logged exercises", number).format(n=digits(number))


def _planned_sets(number: int) -> str:
    return ntr("{n} planned set", "{n} planned sets", number).format(n=digits(number))


def _planned_exercises(number: int) -> str:
    return ntr("{n} planned exercise", "{n} planned exercises", number).format(n=digits(number))


def _bodyweights(number: int) -> str:
    return ntr("{n} bodyweight", "{n} bodyweights", number).format(n=digits(number))


def _times_off(number: int) -> str:
    return ntr("{n} time off", "{n} time offs", number).format(n=digits(number))


def _decisions(number: int) -> str:
    return ntr("{n} decision", "{n} decisions", number).format(n=digits(number))


def _health_forms(number: int) -> str:
    return ntr("{n} health form", "{n} health forms", number).format(n=digits(number))


def _referrals(number: int) -> str:
    return ntr("{n} referral", "{n} referrals", number).format(n=digits(number))


def _imports(number: int) -> str:
    return ntr("{n} import", "{n} imports", number).format(n=digits(number))


def _settings(number: int) -> str:
    return ntr("{n} setting", "{n} settings", number).format(n=digits(number))


_WRITTEN: Mapping[str, Callable[[int], str]] = {
    "personal detail": _details,
    "session": counts.sessions,
    "set": counts.sets,
    "logged exercise": _logged_exercises,
    "plan": counts.plans,
    "week": counts.weeks,
    "planned session": counts.planned_sessions,
    "planned set": _planned_sets,
    "planned exercise": _planned_exercises,
    "check-in": counts.check_ins,
    "bodyweight": _bodyweights,
    "time off": _times_off,
    "decision": _decisions,
    "health form": _health_forms,
    "referral": _referrals,
    "limit": counts.limits,
    "import": _imports,
    "exercise": counts.exercises,
    "program": counts.programs,
    "setting": _settings,
}
