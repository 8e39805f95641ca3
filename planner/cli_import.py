"""The import command: another app's log, or whole lifters of our own JSON."""

from __future__ import annotations

import argparse
import json
from contextlib import nullcontext
from datetime import date
from pathlib import Path

from planner import cli_lifters
from planner.coach import (
    adopting,
    clients,
    counts,
    files,
    importing,
    library,
    steps,
    taken_in,
    wording,
)
from planner.coach.refused import Refused
from planner.engine.terms import Lifter, Unit

FIRST_LIFTER = "Me"


def run(options: argparse.Namespace) -> None:
    """Bring in every file named, and say what came of it."""
    for path in options.files:
        document = _newcomers(path, options)
        again = None if options.lifter or document else taken_in.look(path)
        if document is not None:
            _adopt(document, path, options)
        elif again is not None:
            _adopt_again(again, path, options)
        else:
            _bring_in(path, options, cli_lifters.known(options))


def _newcomers(path: Path, options: argparse.Namespace) -> adopting.Document | None:
    """Return our own document when who is meant by it is not here yet, else None."""
    if not options.lifter:
        return adopting.newcomers(path)
    if clients.namesake(Lifter(name=options.lifter)):
        return None
    document = adopting.newcomers(path)
    return document and adopting.alone(document, options.lifter)


def _adopt_again(again: taken_in.Document, path: Path, options: argparse.Namespace) -> None:
    """Answer to lifters who are here already; more sessions of a single one come in."""
    if again.all_here():
        said = f"{path.name}: everything in it is here already ({again.names()})."
        facts = {
            "format": adopting.NAME,
            "lifters": [],
            "sessions": 0,
            "here_already": [each.name for each in again.known],
        }
        print(json.dumps(facts) if options.json else said)
    elif again.is_one_log():
        cli_lifters.unlock(clients.lifter(again.known[0].id))
        _bring_in(path, options, again.known[0].id)
    else:
        raise Refused(again.refusal(path.name))


def _bring_in(path: Path, options: argparse.Namespace, lifter_id: int | None) -> None:
    unit = Unit(options.unit) if options.unit else None
    new = None if lifter_id is not None else options.lifter or FIRST_LIFTER
    hint = "" if new is None else _new_lifter_text(new, options.dry_run)
    with steps.trial() if new else nullcontext():
        preview = importing.preview(lifter_id or _make(new), path, unit)
    if not options.dry_run:
        _store(lifter_id, preview, options)
    said = json.dumps(_facts(preview, new)) if options.json else _text(preview, unit)
    print(said if options.json or not hint else f"{said}\n  {hint}")


def _new_lifter_text(name: str, dry_run: bool) -> str:
    """Say that a lifter is made, and whom else the name could mean."""
    near, known = cli_lifters.close_to(name), cli_lifters.names() or "nobody yet"
    said = f"A new lifter, {name}, was made."
    if dry_run:
        said = f"A new lifter, {name}, would be made; known: {known}."
    if near is None:
        return said
    back = "" if dry_run else "archive the new one and "
    return f"{said} If {near.name} was meant, {back}say --lifter '{near.name}'."


def _make(name: str | None, unit: Unit = Unit.KG) -> int:
    return clients.add_named(name or FIRST_LIFTER, unit)


def _store(
    lifter_id: int | None, preview: importing.ImportPreview, options: argparse.Namespace
) -> None:
    """Bring a log in; a lifter made for it is stored together with it, or not at all."""
    today = date.today()
    if lifter_id is not None:
        importing.commit(lifter_id, preview, today)
        return
    files.back_up(reason=files.Reason.IMPORT, of=preview.path.name)
    steps.do(lambda: importing.commit(_make(options.lifter, preview.unit), preview, today))


def _adopt(document: adopting.Document, path: Path, options: argparse.Namespace) -> None:
    if not options.dry_run:
        files.back_up(reason=files.Reason.IMPORT, of=path.name)
        steps.do(lambda: adopting.adopt(document))
    names = [made.lifter.name for made in document.lifters]
    sessions = sum(len(made.sessions) for made in document.lifters)
    facts = {"format": adopting.NAME, "lifters": names, "sessions": sessions}
    done = "would be taken in" if options.dry_run else "taken in"
    counted = counts.sessions(sessions)
    said = f"{', '.join(names)}: {done} with {counted}, plans and check-ins"
    print(json.dumps(facts) if options.json else said)


def _facts(made: importing.ImportPreview, new_lifter: str | None) -> dict[str, object]:
    return {
        "format": made.format,
        "unit": made.unit,
        "unit_stated": made.unit_stated,
        "unit_confidence": round(made.unit_confidence, 3),
        "rows": made.rows,
        "sets": made.sets,
        "sessions": len(made.sessions),
        "exercises": len(made.matches),
        "first_date": made.first_date and made.first_date.isoformat(),
        "last_date": made.last_date and made.last_date.isoformat(),
        "new_sets": made.new_sets,
        "duplicates": made.duplicates,
        "kept_out": [{"line": row.line, "reason": row.reason} for row in made.kept_out],
        "new_lifter": new_lifter,
        "matches": _matches(made),
        "skipped": [{"line": row.line, "reason": row.reason} for row in made.skipped],
        "flagged": [{"line": row.line, "reason": row.reason} for row in made.flagged],
    }


def _matches(made: importing.ImportPreview) -> list[dict[str, object]]:
    """Say what each name of the file is taken for; None is a new exercise of that name."""
    names = {exercise.slug: exercise.name for exercise in library.exercises()}
    return [
        {
            "name": match.said(),
            "exercise": None if match.slug is None else names.get(match.slug, match.slug),
            "sets": match.sets,
            "sure": match.sure,
        }
        for match in made.matches
    ]


def _text(made: importing.ImportPreview, said: Unit | None) -> str:
    how = "stated" if made.unit_stated else f"guessed, {wording.odds(made.unit_confidence)} sure"
    how = "as you said" if made.unit is said and not made.unit_stated else how
    lines = [
        f"{made.path.name}: {made.format}, loads in {made.unit} ({how})",
        f"  {counts.rows(made.rows)}, {counts.sets(made.sets)} in "
        f"{counts.sessions(len(made.sessions))}, {counts.exercises(len(made.matches))}, "
        f"{made.first_date} to {made.last_date}",
        f"  {counts.new_sets(made.new_sets)}, {made.duplicates} already stored",
    ]
    lines += [f"  {counts.kept_out(made.kept_out_sets)}"] if made.kept_out_sets else []
    lines += [
        f"  please check: '{match['name']}' is taken for {match['exercise'] or 'a new exercise'}"
        for match in _matches(made)
        if not match["sure"]
    ]
    left_out = sorted([*made.skipped, *made.kept_out], key=lambda row: row.line)
    lines += [f"  skipped line {row.line}: {row.reason}" for row in left_out]
    lines += [f"  look at line {row.line}: {row.reason}" for row in made.flagged]
    return "\n".join(lines)
