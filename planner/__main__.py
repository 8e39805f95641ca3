"""Where the program starts: the window without arguments, the command line with a command."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from planner import preflight
from planner.coach.places import default_database

HANDED_OVER = ".planner"  # what a file ends in that another computer handed over
# Of numpy's: our matrices are small, and threads that wait for each other hold the window up for
# a quarter of a second on a busy computer, and make the import of numpy take twice the time.
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "1")
DRAWING_COMMANDS = frozenset({"print", "demo"})  # they need Qt, but no screen


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; return 0 when done, 1 when refused with a message, 2 for wrong use."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    os.environ.setdefault(*ONE_THREAD)
    if not arguments:
        return _window()
    import argparse

    own = argparse.ArgumentParser(prog="planner", add_help=False, allow_abbrev=False)
    own.add_argument("--db", type=Path, metavar="FILE")
    own.add_argument("--read-only", action="store_true")
    own.add_argument("--self-test", action="store_true")
    options, others = own.parse_known_args(arguments)
    if options.self_test:
        return _self_test()
    if len(others) == 1 and _is_file(others[0]):
        return _window(options.db, options.read_only, Path(others[0]))
    if others:
        return _command(arguments)
    return _window(options.db, options.read_only)


def _is_file(argument: str) -> bool:
    """Say whether an argument is a file to take in, and no command."""
    path = Path(argument)
    return path.suffix.lower() == HANDED_OVER or bool(path.suffix and path.is_file())


def _command(arguments: Sequence[str]) -> int:
    draws = not DRAWING_COMMANDS.isdisjoint(arguments)
    if draws and _refused(screen=False):
        return 1
    from planner import cli

    return cli.main(arguments, default_database())


def _window(named: Path | None = None, read_only: bool = False, brought: Path | None = None) -> int:
    gc.disable()  # until the data are shown; the window looks for garbage by itself then
    if _refused(screen=True):
        return 1
    from planner.coach import paths
    from planner.coach.refused import Refused
    from planner.ui import app

    try:
        if named is not None:
            paths.require_folder(named)
    except Refused as problem:
        print(problem, file=sys.stderr)
        return 1
    return app.run(named or default_database(), read_only, brought)


def _self_test() -> int:
    if preflight.lacks_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if _refused(screen=True):
        return 1
    from planner import self_test

    gc.disable()
    return self_test.run()


def _refused(screen: bool) -> bool:
    problem = preflight.problem(screen)
    if problem:
        print(problem, file=sys.stderr)
    return problem is not None


if __name__ == "__main__":
    sys.exit(main())
