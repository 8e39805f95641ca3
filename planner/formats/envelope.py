"""What our own JSON files say of themselves: the program, what they hold, a schema number."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from planner.engine.terms import N_
from planner.formats import plain
from planner.formats.parsed import FormatProblem
from planner.language import tr

T = TypeVar("T")

PROGRAM = "workout-planner"
LOG = "log"
LIBRARY = "library"
_OTHERS = {
    LOG: N_("It holds a log: File › Import log takes that in."),
    LIBRARY: N_("It holds exercises and programs: Library › Import takes those in."),
}


def closed(content: Mapping[str, Any], schema: int, holds: str = LOG) -> str:
    """Write a file's content with what it says of itself.

    What is an iterator is written as a list, one by one: who has much to write lets others at
    Python in between.
    """
    kind = {} if holds == LOG else {"holds": holds}  # the first files held logs and did not say so
    whole = {"program": PROGRAM, **kind, "schema": schema, **content}
    written = (f" {_dumped(key)}: {_member(value)}" for key, value in whole.items())
    return "{\n" + ",\n".join(written) + "\n}\n"


def _member(value: Any) -> str:
    if not isinstance(value, Iterator):
        return _dumped(value).replace("\n", "\n ")
    each = ("\n  " + _dumped(item).replace("\n", "\n  ") for item in value)
    return "[" + ",".join(each) + "\n ]"


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1)


def read(kind: type[T], text: str, looked_for: str, schema: int, holds: str = LOG) -> T:
    """Return what a file holds; raises FormatProblem when it is broken, foreign or newer."""
    content = _opened(text, looked_for, schema, holds)
    try:
        return plain.from_plain(kind, content)
    except (AttributeError, TypeError, ValueError, LookupError) as problem:
        damaged = tr("It is {looked_for}, but damaged: {problem}")
        raise FormatProblem(damaged.format(looked_for=tr(looked_for), problem=problem)) from None


def _opened(text: str, looked_for: str, schema: int, holds: str) -> dict[str, Any]:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):  # a number of 5000 digits too
        raise FormatProblem(tr("It looks like JSON but breaks off or is damaged.")) from None
    if not isinstance(content, dict) or content.pop("program", None) != PROGRAM:
        foreign = tr("It is JSON, but not {looked_for}.")
        raise FormatProblem(foreign.format(looked_for=tr(looked_for)))
    held = content.pop("holds", LOG)
    if held != holds and held in (LOG, LIBRARY):
        raise FormatProblem(tr(_OTHERS[held]))
    found = content.pop("schema", None)
    if held != holds or not isinstance(found, int) or found > schema:
        newer = tr("A newer version of this program wrote it. Please update, then retry.")
        raise FormatProblem(newer)
    return content
