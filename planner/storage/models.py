"""The tables of the training database. Column names are the vocabulary's field names.

Only shape lives here: what is read and written goes through the modules beside this one.
A table that hangs below another one is deleted with it.
"""

from __future__ import annotations

from peewee import SQL, FloatField, IntegerField, Model, TextField

from planner.engine import terms
from planner.storage import base, fields
from planner.storage.health_tables import (
    Intake as Intake,
    Referral as Referral,
    Restriction as Restriction,
)
from planner.storage.library_tables import (
    Exercise as Exercise,
    ExerciseAlias as ExerciseAlias,
    ExerciseMuscle as ExerciseMuscle,
    Program as Program,
    which_exercise,
)
from planner.storage.lifter_tables import (
    Absence as Absence,
    Bodyweight as Bodyweight,
    CheckIn as CheckIn,
    Lifter as Lifter,
)

db = base.db


class Setting(base.Table):
    """A setting of the program; `changed_at` is 0 when nobody knows (milliseconds UTC)."""

    key = TextField(primary_key=True)
    value = fields.text()
    changed_at = IntegerField(constraints=[SQL("DEFAULT 0")])

    class Meta:
        without_rowid = True


class Gone(base.Table):
    """That a row was deleted: its uid (a setting's key), its table, whose it was, and when.

    `lifter_uid` is '' for what is nobody's. What hung below the row went with it and is not named.
    What goes by another uid now stands here by the old one, see `merge_known`.
    """

    uid = TextField(primary_key=True)
    place = TextField()
    lifter_uid = TextField()
    gone_at = IntegerField()

    class Meta:
        without_rowid = True


class Mesocycle(base.Travelling):
    """A block of microcycles; in the trash when `deleted_at` (milliseconds UTC) is set."""

    lifter = base.below(Lifter)
    name = fields.text()
    started_on = fields.day()
    goal = fields.text()
    program = fields.text(null=True)
    note = fields.text()
    deleted_at = IntegerField(null=True)


class Microcycle(base.Travelling):
    """A training week."""

    mesocycle = base.below(Mesocycle)
    number = IntegerField()
    starts_on = fields.day()
    days = IntegerField(constraints=[base.check('"days" > 0')])
    deload = fields.flag()
    note = fields.text()


class PlannedSession(base.Travelling):
    """A session of a microcycle."""

    microcycle = base.below(Microcycle)
    position = IntegerField()
    name = fields.text()
    day = IntegerField(constraints=[base.not_negative("day")])
    note = fields.text()


class PlannedExercise(base.Travelling):
    """An exercise of a planned session."""

    planned_session = base.below(PlannedSession)
    position = IntegerField()
    exercise = which_exercise()
    superset = IntegerField(null=True)
    rest_s = IntegerField(null=True)
    tempo = fields.text()
    note = fields.text()


class PlannedSet(base.Travelling):
    """A prescribed set."""

    planned_exercise = base.below(PlannedExercise)
    position = IntegerField()
    reps_low = IntegerField(null=True, constraints=[base.not_negative("reps_low")])
    reps_high = IntegerField(null=True, constraints=[base.not_negative("reps_high")])
    rir = FloatField(null=True, constraints=[base.finite("rir")])
    load_kg = FloatField(null=True, constraints=[base.finite("load_kg")])
    percent_e1rm = FloatField(null=True, constraints=[base.finite("percent_e1rm")])
    amrap = fields.flag()
    kind = fields.word(terms.SetKind)
    seconds = FloatField(null=True, constraints=[base.finite("seconds")])
    distance_m = FloatField(null=True, constraints=[base.finite("distance_m")])
    load = FloatField(null=True, constraints=[base.finite("load")])
    unit = fields.word(terms.Unit)


class Import(base.Travelling):
    """A file that was brought in; `changed_at` is also that of the rows it brought."""

    lifter = base.below(Lifter)
    file_name = fields.text()
    format = fields.text()
    on = fields.day()
    text_sha256 = TextField()


class Session(base.Travelling):
    """A training session; in the trash when `deleted_at` (milliseconds UTC) is set."""

    lifter = base.below(Lifter)
    on = fields.day()
    name = fields.text()
    started_at = fields.moment(null=True)
    duration_s = IntegerField(null=True)
    utc_offset_min = IntegerField(null=True)
    note = fields.text()
    finished = fields.flag()
    planned_session = base.link(PlannedSession)
    imported_by = base.link(Import, column_name="import_id")
    deleted_at = IntegerField(null=True)


class LoggedExercise(base.Travelling):
    """A slot of a session."""

    session = base.below(Session)
    position = IntegerField()
    exercise = which_exercise()
    superset = IntegerField(null=True)
    rest_s = IntegerField(null=True)
    note = fields.text()
    planned_exercise = base.link(PlannedExercise)


class LoggedSet(base.Travelling):
    """A performed set; `load` and `unit` as typed, `load_kg` for computing."""

    logged_exercise = base.below(LoggedExercise)
    position = IntegerField()
    load_kg = FloatField(null=True, constraints=[base.finite("load_kg")])
    reps = IntegerField(null=True, constraints=[base.not_negative("reps")])
    rir = FloatField(null=True, constraints=[base.finite("rir")])
    kind = fields.word(terms.SetKind)
    target_reps = IntegerField(null=True)
    seconds = FloatField(null=True, constraints=[base.finite("seconds")])
    distance_m = FloatField(null=True, constraints=[base.finite("distance_m")])
    tempo = fields.text()
    technique = fields.word(terms.Technique, null=True)
    pain = IntegerField(null=True, constraints=[base.check('"pain" BETWEEN 0 AND 10')])
    side = fields.word(terms.Side)
    note = fields.text()
    load = FloatField(null=True, constraints=[base.finite("load")])
    unit = fields.word(terms.Unit)
    logged_at = fields.moment(null=True)
    flags = fields.words()
    source_line = IntegerField(null=True)
    source_text = fields.text()


class Decision(base.Travelling):
    """What a lifter decided on a suggestion, with the numbers it was made of.

    Without an exercise the suggestion was for the lifter as a whole.
    """

    lifter = base.below(Lifter)
    on = fields.day()
    exercise = which_exercise(null=True)
    kind = fields.word(terms.SuggestionKind)
    rule = fields.text(constraints=[base.check("\"rule\" <> ''")])
    verdict = fields.text(
        constraints=[base.check("\"verdict\" IN ('accepted', 'dismissed', 'later')")]
    )
    reason = fields.text()
    text = fields.text(constraints=[base.check("\"text\" <> ''")])
    numbers = fields.structure(
        store=fields.plain_numbers,
        load=fields.numbers,
        constraints=[base.check("\"numbers\" NOT IN ('', '{}')")],
    )
    changed = fields.text()
    decided_by = fields.text()


TABLES: tuple[type[Model], ...] = (
    Setting, Lifter, Bodyweight, CheckIn, Absence, Exercise, ExerciseMuscle, ExerciseAlias,
    Mesocycle, Microcycle, PlannedSession, PlannedExercise, PlannedSet, Import, Session,
    LoggedExercise, LoggedSet, Decision, Program, Intake, Referral, Restriction, Gone,
)  # fmt: skip

# Every way in which rows are looked up; a unique index is also a rule.
Bodyweight.add_index(Bodyweight.lifter, Bodyweight.on, unique=True)
CheckIn.add_index(CheckIn.lifter, CheckIn.on, unique=True)
Absence.add_index(Absence.lifter, Absence.since)
ExerciseMuscle.add_index(ExerciseMuscle.exercise, ExerciseMuscle.position, unique=True)
ExerciseAlias.add_index(ExerciseAlias.exercise)
Mesocycle.add_index(Mesocycle.lifter, Mesocycle.started_on)
Microcycle.add_index(Microcycle.mesocycle, Microcycle.number)
PlannedSession.add_index(PlannedSession.microcycle, PlannedSession.day, PlannedSession.position)
PlannedExercise.add_index(PlannedExercise.planned_session, PlannedExercise.position)
PlannedExercise.add_index(PlannedExercise.exercise)
PlannedSet.add_index(PlannedSet.planned_exercise, PlannedSet.position)
Import.add_index(Import.lifter)
Session.add_index(Session.lifter, Session.on)
LoggedExercise.add_index(LoggedExercise.session, LoggedExercise.position)
LoggedExercise.add_index(LoggedExercise.exercise, LoggedExercise.session)
LoggedSet.add_index(LoggedSet.logged_exercise, LoggedSet.position)
Decision.add_index(Decision.lifter, Decision.on)
Intake.add_index(Intake.lifter, Intake.on, unique=True)
Referral.add_index(Referral.lifter, Referral.on)
Restriction.add_index(Restriction.lifter, Restriction.since)
# Rows without such a link stay out of its index, and most rows have none.
Session.add_index(Session.planned_session, where=Session.planned_session.is_null(False))
Session.add_index(Session.imported_by, where=Session.imported_by.is_null(False))
LoggedExercise.add_index(
    LoggedExercise.planned_exercise, where=LoggedExercise.planned_exercise.is_null(False)
)
