"""How what is in the trash is told: what it is, what it is called, and what it holds."""

from __future__ import annotations

from planner.coach.counts import plans as plans_of
from planner.coach.trash import Deleted, Holding, Kind
from planner.language import tr
from planner.ui import counts
from planner.ui.session_header import session_name


def kind(made: Deleted) -> str:
    """Write 'Session', 'Plan', 'Lifter'."""
    return {
        Kind.SESSION: tr("Session"),
        Kind.PLAN: tr("Plan"),
        Kind.LIFTER: tr("Lifter"),
    }[made.kind]


def name(made: Deleted) -> str:
    """Write what it is called; a session has a word when it has no name."""
    return session_name(made.name) if made.kind is Kind.SESSION else made.name


def holds(made: Deleted) -> str:
    """Write '12 sets', '6 weeks', '184 sessions'."""
    write = {
        Kind.SESSION: counts.sets,
        Kind.PLAN: counts.weeks,
        Kind.LIFTER: counts.sessions,
    }[made.kind]
    return write(made.holds)


def holding(made: Holding) -> str:
    """Write '184 sessions with 6,625 sets and 3 plans'."""
    plans = plans_of(made.plans)
    if not made.sessions:
        return plans
    with_sets = tr("{sessions} with {sets}")
    log = with_sets.format(sessions=counts.sessions(made.sessions), sets=counts.sets(made.sets))
    return tr("{log} and {plans}").format(log=log, plans=plans) if made.plans else log
