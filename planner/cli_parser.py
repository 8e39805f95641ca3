"""The words of the command line: its commands and what each of them takes."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from planner import __version__
from planner.engine.terms import Unit

Add = Callable[..., argparse.ArgumentParser]  # name, description, shared flags


def parser() -> argparse.ArgumentParser:
    """Return the parser of every command; the command's name ends up in `command`."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--db", type=Path, metavar="FILE", default=argparse.SUPPRESS,
                        help="the database to use instead of your own")  # fmt: skip
    shared.add_argument("--passphrase-file", type=Path, metavar="FILE", default=argparse.SUPPRESS,
                        help="its first line is the passphrase; else it is asked for")  # fmt: skip
    top = argparse.ArgumentParser(
        prog="planner", parents=[shared],
        description="Plan weeks, log sets, draw charts, print sheets; offline. "
        "Without a command, the window opens; with --read-only, to look at the data only. "
        "With --self-test, the program says whether this installation is whole.",
        epilog="What only reads leaves the database as it is; but one that an earlier version "
        "wrote is backed up and brought up to date first.",
    )  # fmt: skip
    top.add_argument("--version", action="version", version=f"planner {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, about: str, *flags: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, parents=[shared], help=about, description=about)
        for flag in flags:
            _add_flag(made, flag)
        return made

    _add_training(add)
    _add_export(add)
    _add_between_computers(add)
    _add_library(add, shared)
    _add_care(add)
    return top


def _add_training(add: Add) -> None:
    bring = add("import", "Bring in another app's log.", "lifter", "json")
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE")
    bring.add_argument("--unit", choices=[*Unit], help="of loads, when the file does not say")
    bring.add_argument("--dry-run", action="store_true", help="say what would come in")
    say = add("suggest", "What the engine suggests that day.", "lifter", "json")
    say.add_argument("--on", type=_day, metavar="DATE", help="a day like 2026-11-02")
    again = add("replay", "What it would have said.", "lifter", "json")
    again.add_argument("--exercise", metavar="NAME")


def _add_export(add: Add) -> None:
    paper = add("print", "Write weekly sheets as PDF.", "lifter")
    paper.add_argument("--all", action="store_true", help="a sheet for every lifter")
    paper.add_argument("--week", type=_day, metavar="DATE", help="any day of the week")
    paper.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    paper.add_argument("--paper", choices=["a4", "letter"], default="a4")
    paper.add_argument("--layout", choices=["overview", "single"], default="overview",
                       help="all sessions side by side, or one session a page")  # fmt: skip
    paper.add_argument("--orientation", choices=["portrait", "landscape"],
                       help="landscape for the overview, portrait for single")  # fmt: skip
    hand = add("export", "Hand a log, a plan or everything out.", "lifter")
    kinds = "csv and xlsx: the log; plan-xlsx and ics (a calendar): the plan; json: everything"
    hand.add_argument("--format", choices=["csv", "xlsx", "json", "plan-xlsx", "ics"],
                      required=True, help=kinds)  # fmt: skip
    hand.add_argument("--out", type=Path, required=True, metavar="FILE")
    told = "with ics: sessions begin at the usual time, not all day"
    hand.add_argument("--at-usual-time", action="store_true", help=told)
    told = "with json: export answers on health, what referrals are for, clearances, who set "
    told += "limits, mood, a doctor's limits on food and drink, too; with xlsx mood"
    hand.add_argument("--private", action="store_true", help=told)
    add("schema", "Print the JSON Schema of what export writes as JSON.")


def _add_between_computers(add: Add) -> None:
    hand = add("handover", "Write a lifter into a file that another computer merges.", "lifter")
    hand.add_argument("--all", action="store_true", help="every lifter who is not locked")
    hand.add_argument("--out", type=Path, required=True, metavar="FILE.planner")
    hand.add_argument("--plan-only", action="store_true", help="without what was logged")
    told = "answers on health, what referrals are for, clearances, who set limits, mood, too"
    hand.add_argument("--private", action="store_true", help=told)
    bring = add("merge", "Merge another computer's file; what was changed later stands.", "json")
    bring.add_argument("file", type=Path, metavar="FILE")
    bring.add_argument("--dry-run", action="store_true", help="say what would change")


def _add_library(add: Add, shared: argparse.ArgumentParser) -> None:
    own = add("library", "Carry exercises and programs of your own to and from a file.")
    ways = own.add_subparsers(required=True, metavar="export|import")
    about = "Write your own exercises and programs to a file."
    out = ways.add_parser("export", parents=[shared], help=about, description=about)
    out.add_argument("out", type=Path, metavar="FILE")
    out.set_defaults(command="library export")
    about = "Take in what another library wrote; what is here stays."
    bring = ways.add_parser("import", parents=[shared], help=about, description=about)
    bring.add_argument("file", type=Path, metavar="FILE")
    bring.set_defaults(command="library import")


def _add_care(add: Add) -> None:
    add("backup", "Back the database up now.")
    back = add("restore", "Go back to a backup; today's file is backed up first.")
    back.add_argument("file", type=Path, metavar="FILE")
    add("check", "Check the database: integrity, keys, schema, counts.")
    show = add("demo", "Make sample lifters, a sheet and a picture of each tab.")
    show.add_argument("--out", type=Path, required=True, metavar="DIR")


def _add_flag(made: argparse.ArgumentParser, flag: str) -> None:
    if flag == "lifter":
        made.add_argument("--lifter", metavar="NAME", help="needed when there are several")
    else:
        made.add_argument("--json", action="store_true", help="answer as JSON")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as problem:
        raise argparse.ArgumentTypeError(f"'{text}' is no date like 2026-11-02") from problem
