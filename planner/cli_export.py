"""The command that exports data: a log, a plan, or everything."""

from __future__ import annotations

import argparse
import json
from datetime import datetime

from planner import cli_lifters
from planner.coach import export_files, exporting, lifter_lock, plan_calendar
from planner.coach.export_files import Export, Kind
from planner.coach.parts import at_once

ONE_A_FILE = (
    "{what} of one lifter: say whose with --lifter NAME ({{names}}), or export everybody with "
    "--format json."
)
WHAT = {
    Kind.TABLE: "A CSV holds the log",
    Kind.SPREADSHEET: "A spreadsheet holds the log",
    Kind.PLAN: "A spreadsheet holds the plan",
    Kind.CALENDAR: "A calendar holds the plan",
}


def run(options: argparse.Namespace) -> None:
    """Write a file and say what is in it, and what stayed out."""
    ready = at_once(export_files.reading(_wanted(options)))
    export_files.write(ready, options.out)
    left_out = f"; {ready.left_out} (--private takes them along);" if ready.left_out else ""
    print(f"{ready.said}{left_out} written to {options.out}")
    if ready.shortened:
        print(ready.shortened)
    if not options.lifter and (locked := lifter_lock.left_out()):
        print(locked)


def schema(_options: argparse.Namespace) -> None:
    """Print the JSON Schema of what is written as JSON."""
    print(json.dumps(exporting.schema(), indent=1))


def _wanted(options: argparse.Namespace) -> Export:
    kind, now = Kind(options.format), datetime.now()
    if kind is Kind.EVERYTHING and not options.lifter:
        everybody = tuple(exporting.everybody())
        return Export(kind, everybody, now, options.private, everything=True)
    several = ONE_A_FILE.format(what=WHAT[kind]) if kind.holds_one else ""
    lifter_id = cli_lifters.key(cli_lifters.lifter(options, *filter(None, [several])))
    at = plan_calendar.usual_time(lifter_id) if options.at_usual_time else None
    return Export(kind, (lifter_id,), now, options.private, at)
