"""Whatever a person reads can be said in another language: no text is written unmarked."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from planner.coach import names
from planner.coach.merge_words import COUNTED
from planner.formats import dates, units
from planner.storage import driver

ROOT = Path(__file__).resolve().parent.parent / "planner"
# each room with what it writes that is no text: keys of what is kept in memory, codes, names that
# are looked for, units that are marked elsewhere
ROOMS: dict[str, frozenset[str]] = {
    "engine": frozenset({"a number", "can't tell", "fairly sure", "meadows row", "per kg"}),
    "coach/charts": frozenset({
        "all check-ins", "body parts", "check-in answers", "compared lift", "days trained",
        "done by side",
        "lift measure", "records of all lifts", "sets by exercise", "sleep and strength",
        "training days page", "weekly sets", "weekly tonnage", "weekly zones",
    }),
    "coach/[a-k]*.py": frozenset({"texts of sessions", "under way"}),
    "coach/[l-z]*.py": frozenset({
        " with about half of the sets", "was a deload",  # notes as they are stored
        ")?) than usual \\(counted in already\\)", "closer to the limit", "further from the limit",
        "your own", "from imports", "not yet",  # values of enums
        *names.SPELLINGS, *names.SPELLINGS.values(), *COUNTED.values(),
        "e1RM not known", ", levelled off on ",  # of the command line
        "  This would change with: ", "  Other ways: ",
    }),
    "formats": frozenset({
        "file defaults", "the defaults",  # of the shipped library
        "weight in kg", "weight in lb", "weight unit", "distance unit", "rest timer",
        "start time",  # columns
        "Local date and time, ISO 8601.",  # of the schema of JSON
        "deload: about half of the sets, two more reps in reserve", "closer to", "further from",
        " the limit", " than usual (counted in already)",  # notes as they are stored
        *(kind.pattern for kind, _ in units._USUAL_KG), *dates._MONTHS,
    }),
    "storage": frozenset({
        "python -m pip install 'workout-planner[passphrase]'",
        *driver._BY_WORDS, "FOREIGN KEY constraint failed", "Could not decode to UTF-8",
        # what SQLite and Python say
        " on delete ",  # of the shape of a file
        '", position, changed_at, uid', "microcycle w",  # of SQL
    }),
    "ui": frozenset({"w ramp; ", "Traceback (most recent call last):\n"}),  # notation, a report
}  # fmt: skip
# what is raised for developers may stay English; these are shown
SHOWN = {"DamagedDatabase", "DatabaseProblem", "EarlierDatabase", "ExerciseInUse", "FileLost",
         "FolderGone", "FormatProblem", "ImportProblem", "NewerDatabase", "NoSuchLifter",
         "NotADatabase", "PassphraseNeeded", "ReadOnlyDatabase", "Refused", "RowProblem",
         "UnclearText", "UndoConflict", "WrongPassphrase"}  # fmt: skip
MARKED = {"tr", "ntr", "N_", "phrase", "tell", "Constant", "Source"}
OF_SCREENS = {"tr", "ntr", "N_"}  # a window's `tell` shows what is said already
LOOKS_UP = {"has", "index"}  # columns, by the names that other programs give them
SQL = re.compile(r"\b(?:AND|CREATE|DELETE|FROM|INSERT|JOIN|ORDER BY|PRAGMA|SELECT|SET|WHERE)\b")
WORD = re.compile(r"[A-Za-z][a-z'’-]*[.,:;?!]?")


@cache
def nodes(room: str) -> tuple[tuple[Path, ast.AST], ...]:
    paths = sorted(ROOT.glob(room if room.endswith(".py") else f"{room}/**/*.py"))
    return tuple((path, node) for path in paths for node in ast.walk(_tree(path)))


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def place(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


def called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def reads_as_text(written: str) -> bool:
    """Tell whether a string has two words or more, of which one has small letters alone."""
    if SQL.search(written):
        return False
    words = written.split()
    plain = [word for word in words if WORD.fullmatch(word)]
    return len(plain) > 1 and any(word[0].islower() or word[-1] in ".,:;?!" for word in plain)


def is_shown(node: ast.Raise) -> bool:
    return isinstance(node.exc, ast.Call) and called(node.exc) in SHOWN


def marks(room: str) -> set[str]:
    return OF_SCREENS if room == "ui" else MARKED


def not_said(node: ast.AST, room: str) -> Iterator[ast.AST]:
    """Give the parts of a node in which a text is marked, or is for developers alone."""
    if isinstance(node, ast.Call) and called(node) in marks(room) | LOOKS_UP:
        yield from node.args
    elif isinstance(node, ast.Assert) or (isinstance(node, ast.Raise) and not is_shown(node)):
        yield node
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node  # a docstring
    elif isinstance(node, ast.AnnAssign):
        yield node.annotation
        if ast.unparse(node.annotation) == "TypeAlias" and node.value is not None:
            yield node.value


@pytest.mark.parametrize("room", ROOMS)
def test_every_text_is_marked(room: str) -> None:
    exempt = {id(each) for _, node in nodes(room) for part in not_said(node, room)
              for each in ast.walk(part)}  # fmt: skip
    unmarked = [
        f"{place(path, node)} {node.value!r}"
        for path, node in nodes(room)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in exempt
        and node.value not in ROOMS[room]
        and reads_as_text(node.value)
    ]
    assert unmarked == []


@pytest.mark.parametrize("room", ROOMS)
def test_a_text_is_written_whole(room: str) -> None:
    """A text put together in the code stands in no catalogue."""
    glued = [
        f"{place(path, node)} {ast.unparse(node)[:80]}"
        for path, node in nodes(room)
        if isinstance(node, ast.Call) and called(node) in marks(room)
        for first in node.args[:1]
        if any(isinstance(each, (ast.JoinedStr, ast.BinOp)) for each in ast.walk(first))
    ]
    assert glued == []
