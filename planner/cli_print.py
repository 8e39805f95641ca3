"""Write weekly sheets as one PDF, of one lifter or of all, as they come."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from planner import cli_lifters
from planner.coach import lifter_lock, printing, sheet_stop
from planner.coach.print_choice import USUAL_TURN, Layout, PaperName, PrintChoice, Turn
from planner.coach.refused import Refused
from planner.coach.sheet import Sheet


def run(options: argparse.Namespace) -> None:
    """Write the sheets and say how many; raises Refused, NothingPlanned, OSError."""
    from planner.ui import offscreen
    from planner.ui.printing_words import title
    from planner.ui.sheet import write_pdf

    if options.out.suffix.lower() != ".pdf":
        raise Refused(f"{options.out.name} would hold a PDF: call it {options.out.stem}.pdf.")
    today = date.today()
    of = options.week or today
    chosen = lifter_lock.lifters() if options.all else [cli_lifters.lifter(options)]
    planned = printing.planned_ids(of)
    ids = [made.id for made in chosen if made.id is not None and made.id in planned]
    if not ids:
        raise printing.nothing_planned([made.name for made in chosen], of, today)
    _app = offscreen.application()
    sheets = _counted(printing.sheets(ids, of, today), len(ids))
    with _nothing_collected():
        made = write_pdf(options.out, sheets, _choice(options), title(len(ids), of))
    print(f"{made.sheets} sheet{'s' if made.sheets != 1 else ''} written to {options.out}")
    if made.missing:
        print(f"No font on this computer has {' '.join(made.missing)}; '?' is printed instead.")
    if stopped := [e.name for e in chosen if e.id in ids and sheet_stop.is_stopped(e.id, today)]:
        print(f"Not to train until cleared: {', '.join(stopped)}")
    if options.all and (without := printing.without_plan(chosen, of)):
        print(f"Nothing planned that week: {', '.join(without)}")
    if options.all and (locked := lifter_lock.left_out()):
        print(locked)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Look for no cycles: what sheets are made of holds none, and looking takes a fifth longer."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _choice(options: argparse.Namespace) -> PrintChoice:
    layout = Layout(options.layout)
    turn = Turn(options.orientation) if options.orientation else USUAL_TURN[layout]
    return PrintChoice(PaperName(options.paper), layout, turn)


def _counted(sheets: Iterable[Sheet], count: int) -> Iterator[Sheet]:
    """Yield the sheets; somebody who watches sees which one is made."""
    watched = count > 1 and sys.stderr.isatty()
    for number, made in enumerate(sheets, start=1):
        if watched:
            print(f"\r\033[K{number} of {count}: {made.lifter}", end="", file=sys.stderr)
        yield made
    if watched:
        print("\r\033[K", end="", file=sys.stderr)
