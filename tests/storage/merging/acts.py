"""What somebody does at a computer: each act picks what it is about by the uids there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from planner.engine.terms import (
    CheckIn,
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Session,
)
from planner.storage import (
    clients,
    exercise_merge,
    library,
    log,
    plan,
    plan_order,
    rows,
    trash,
)
from tests.purging import purge

DAY = date(2026, 3, 2)
SETS = (LoggedSet(100.0, 5), LoggedSet(105.0, 5))
LINE = PlannedExercise("squat", (PlannedSet(5, 5), PlannedSet(5, 5)))
WEEK = Microcycle(1, DAY, (PlannedSession("Legs", 0, (LINE, LINE)), PlannedSession("Rest", 2)))


def _pick(table: str, pick: int, where: str = "1") -> int | None:
    keys = rows.fetch(f'SELECT id FROM "{table}" WHERE {where} ORDER BY uid')
    return keys[pick % len(keys)][0] if keys else None


def _lifter(pick: int) -> int:
    return _pick("lifter", pick) or 0


def _on_one(
    table: str, write: Callable[[int], object], where: str = "1"
) -> Callable[[int], object]:
    def act(pick: int) -> object:
        key = _pick(table, pick, where)
        return None if key is None else write(key)

    return act


def _log(pick: int) -> object:
    planned = _pick("planned_session", pick)
    slot = _pick("planned_exercise", pick)
    made = LoggedExercise("squat", SETS[: pick % 3], planned_exercise_id=slot)
    return log.add_session(_lifter(pick), Session(DAY, (made,), planned_session_id=planned))


def _change_set(key: int) -> object:
    entry = log.set_(key)
    return log.update_set(replace(entry, load_kg=(entry.load_kg or 0) + 2.5))


def _unlink(key: int) -> object:
    return log.update_session(replace(log.session(key), planned_session_id=None, note="alone"))


def _move(key: int) -> object:
    target = _pick("planned_session", key)
    return None if target is None else plan_order.place_exercises(target, [key])


def _own_exercise(pick: int) -> object:
    mine = replace(
        library.exercise("squat"), slug=f"own-{pick % 2}", name=f"Own {pick}", aliases=()
    )
    return library.save_exercise(replace(mine, custom=True, uid="", id=None))


def _delete_own(pick: int) -> object:
    slug = f"own-{pick % 2}"
    known = slug in library.by_slug() and not library.in_use(slug)
    return library.delete_exercise(slug) if known else None


def _restore(table: str) -> Callable[[int], object]:
    return _on_one(table, lambda key: trash.restore(table, key), TRASHED)


ALIVE, TRASHED = "deleted_at IS NULL", "deleted_at IS NOT NULL"
ACTIONS: dict[str, Callable[[int], object]] = {
    "log": _log,
    "add a set": _on_one("logged_exercise", lambda key: log.add_set(key, LoggedSet(60.0, 8), 0)),
    "change a set": _on_one(
        "logged_set", _change_set,
        "logged_exercise_id IN (SELECT x.id FROM logged_exercise x JOIN session s "
        "ON s.id = x.session_id WHERE s.deleted_at IS NULL)",
    ),
    "delete a set": _on_one("logged_set", log.delete_set),
    "delete a slot": _on_one("logged_exercise", lambda key: rows.remove("logged_exercise", key)),
    "trash": _on_one("session", log.trash_session, ALIVE),
    "restore": _restore(trash.SESSION),
    "trash a plan": _on_one("mesocycle", plan.trash_mesocycle, ALIVE),
    "restore a plan": _restore(trash.PLAN),
    "trash a client": _on_one("lifter", trash.put_lifter, f"id > 1 AND {ALIVE}"),
    "restore a client": _restore(trash.LIFTER),
    "purge": lambda _: purge(),
    "unlink": _on_one("session", _unlink, ALIVE),
    "plan": lambda pick: plan.add_mesocycle(_lifter(pick), Mesocycle("Base", DAY, (WEEK,))),
    "prescribe": _on_one("planned_exercise", lambda key: plan.set_planned_sets(
        key, [*plan.planned_exercise(key).sets[:1], PlannedSet(8, 12)])),
    "move": _on_one("planned_exercise", _move),
    "unplan": _on_one("planned_session", plan.delete_planned_session),
    "delete a week": _on_one("microcycle", plan_order.delete_week),
    "check in": lambda pick: clients.save_check_in(_lifter(pick), CheckIn(DAY, sleep=pick % 5)),
    "weigh": lambda pick: clients.record_bodyweight(_lifter(pick), DAY, 70.0 + pick),
    "do not weigh": lambda pick: clients.forget_bodyweight(_lifter(pick), DAY),
    "rename": _on_one("lifter", lambda key: clients.update_lifter(
        replace(clients.lifter(key), name=f"{clients.lifter(key).name}!", bodyweight_kg=None)),
        ALIVE),
    "new client": _on_one("lifter", lambda key: clients.add_lifter(
        replace(clients.lifter(key), id=None)), ALIVE),
    "forget a client": _on_one("lifter", lambda key: rows.remove("lifter", key), "id > 1"),
    "own exercise": _own_exercise,
    "use own": lambda pick: "own-0" in library.by_slug() and log.add_session(
        _lifter(pick), Session(DAY, (LoggedExercise("own-0", SETS[:1]),))),
    "delete own": _delete_own,
    "merge own": lambda _: "own-0" in library.by_slug() and exercise_merge.merge("own-0", "squat"),
    "set": lambda pick: clients.change_setting(f"goes/{pick % 2}", str(pick)),
}  # fmt: skip
