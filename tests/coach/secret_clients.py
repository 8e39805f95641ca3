"""Clients of whom a word tells what is theirs, wherever it turns up."""

from dataclasses import replace
from datetime import date

from planner.coach import own_exercises, own_programs
from planner.coach.own_programs import OwnProgram, OwnWeek
from planner.engine.terms import (
    Absence,
    CheckIn,
    Intake,
    Lifter,
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Referral,
    ReferralSource,
    Restriction,
    Session,
    Topic,
)
from planner.storage import clients, health, library, log, plan

DAY = date(2026, 11, 2)


def client(name: str, secret: str) -> int:
    """Store a client whose every note, name and exercise holds a word that is theirs alone."""
    lifter = clients.add_lifter(Lifter(name=name, note=secret, coach=secret))
    copied = replace(own_exercises.copied(library.exercise("bench-press")), name=f"Press {secret}")
    slug = own_exercises.save(replace(copied, cues=(secret,), aliases=(f"alias {secret}",)))
    library.add_alias("back-squat", f"squat {secret}")
    slots = tuple(
        LoggedExercise(each, (LoggedSet(100.0, 5, note=secret, source_text=secret),), note=secret)
        for each in ("back-squat", slug)
    )
    log.add_session(lifter, Session(DAY, slots, f"A {secret}", note=secret, finished=True))
    line = PlannedExercise(slug, (PlannedSet(5, 5, 2.0),), note=secret)
    session = PlannedSession(f"B {secret}", 2, (line,), note=secret)
    weeks = (Microcycle(1, DAY, (session,), note=secret),)
    plan.add_mesocycle(lifter, Mesocycle(f"Block {secret}", DAY, weeks, note=secret))
    clients.save_check_in(lifter, CheckIn(DAY, sleep=3, mood=2, note=secret))
    clients.record_bodyweight(lifter, DAY, 80.0)
    clients.add_absence(lifter, Absence(date(2026, 9, 1), date(2026, 9, 3), note=secret))
    health.save_intake(lifter, Intake(DAY, ((Topic.HEART, True),), secret))
    health.add_referral(lifter, Referral(DAY, Topic.KIDNEY, ReferralSource.INTAKE, note=secret))
    health.add_restriction(lifter, Restriction(DAY, set_by=secret, words=secret))
    clients.change_setting(f"rest_lengths/{clients.lifter(lifter).uid}", f'{{"{slug}": 90}}')
    week = OwnWeek(0, (PlannedSession("A", 0, (line,)),))
    own_programs.save(OwnProgram("", f"Program {secret}", (week,)))
    return lifter
