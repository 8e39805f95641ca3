"""What a day asks of a lifter: how recovered they are, the verdict, and their own one instead."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from datetime import date

from planner.coach import deciding, override, readings, recovering, verdict_facts, wording
from planner.coach.override import CHOSEN, PROPOSED, RULE
from planner.coach.quiet import quiet
from planner.coach.recovering import RecoveryLog
from planner.coach.refused import Refused
from planner.engine import recovery, recovery_central, recovery_local, recovery_verdict
from planner.engine.terms import N_, DayVerdict, Gauge, Phrase, SuggestionKind, Today
from planner.language import tr
from planner.storage import clients, decisions, log_reads
from planner.storage.decisions import Decision
from planner.storage.unchanged import unchanged

NO_VERDICT = N_("Nothing is said of this day, so there is nothing to set aside.")


# reads
def today(lifter_id: int, on: date) -> Today:
    """Return what a day asks of a lifter, as it was known in its morning, and their recovery.

    No verdict is given before the first log, to the ill, and to whoever waits for clearance: the
    reason says so. Recovery and gauges count what was logged on the day; `overall.group` is ''.
    """
    return unchanged(("today", lifter_id, on), lambda: _today(lifter_id, on))


def reading(lifter_id: int, on: date) -> Generator[None, None, Today]:
    """Read part by part what `today` returns."""
    yield from readings.replaying(lifter_id, on)
    yield
    return today(lifter_id, on)


def days(lifter_id: int, wanted: Iterable[date]) -> Iterator[Today]:
    """Yield what `today` returns for each of many days, and remember none of it."""
    for on in wanted:
        yield _today(lifter_id, on)


def _today(lifter_id: int, on: date) -> Today:
    read = recovering.lately(lifter_id, on)
    known, done = recovering.groups(read), recovering.bouts(read)
    signs = recovering.signs(read, done)
    said: DayVerdict | None = None
    reasons = _silent(lifter_id, on)
    planned: bool | None = None
    trained = _is_trained(lifter_id, read)
    if known and not reasons:
        facts = verdict_facts.facts(lifter_id, read, done, known, signs)
        said, reasons = recovery_verdict.verdict(facts)
        if trained:
            reasons = verdict_facts.after_training(reasons, lifter_id, on)
        planned = facts.planned
    return Today(
        on=on,
        verdict=said,
        reasons=reasons,
        central=recovery_central.central(signs) if known else Gauge(None),
        peripheral=recovery_local.peripheral(done, read.check_in, known, on),
        recoveries=tuple(recovery.recoveries(done, known, on)),
        overall=recovery.overall(done, recovering.shares(read), on),
        chosen=_chosen(lifter_id, on, said),
        planned=planned,
        trained=trained,
    )


def _is_trained(lifter_id: int, read: RecoveryLog) -> bool:
    """Say whether a day has its training behind it: some is logged, and no session goes on."""
    return read.on in read.days() and log_reads.unfinished(lifter_id) is None


def _silent(lifter_id: int, on: date) -> tuple[Phrase, ...]:
    """Return why nothing is said of a day: a clearance is waited for, or the lifter is ill."""
    why = quiet(lifter_id, on).everything
    return () if why is None else (why,)


def _chosen(lifter_id: int, on: date, said: DayVerdict | None) -> DayVerdict | None:
    """Return the verdict that the lifter took last on a day, where it is not the one said."""
    made = override.last(lifter_id, on)
    if made is None:
        return None
    chosen = DayVerdict(str(dict(made.numbers)[CHOSEN]))
    return None if chosen is said else chosen


# writes
def choose(lifter_id: int, on: date, wanted: DayVerdict, reason: str = "") -> None:
    """Keep that a lifter sets the verdict of a day aside for another, and why.

    Refused where there is none.
    """
    known = today(lifter_id, on)
    if known.verdict is None:
        raise Refused(tr(NO_VERDICT))
    lifter = clients.lifter(lifter_id)
    numbers = ((PROPOSED, known.verdict.value), (CHOSEN, wanted.value))
    told = (wording.render(each, lifter.unit, date.isoformat) for each in known.reasons)
    verdict = tr("Verdict of the day: {verdict}").format(verdict=override.said(known.verdict.value))
    text = ". ".join([verdict, *(each.strip(". ") for each in told)])
    made = Decision(
        on, "", SuggestionKind.VERDICT, RULE, "accepted", reason, text, numbers,
        changed=wanted.value, decided_by=deciding.decider(lifter),
    )  # fmt: skip
    decisions.keep_decision(lifter_id, made)


def unchoose(lifter_id: int, on: date) -> None:
    """Keep that a lifter goes by what was said after all; refused where nothing is said."""
    known = today(lifter_id, on)
    if known.verdict is None:
        raise Refused(tr(NO_VERDICT))
    choose(lifter_id, on, known.verdict)
