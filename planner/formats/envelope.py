"""What our own JSON files say of themselves: the program, what they hold, a schema number."""

from __future__ import annotations

import json
from collections.abc import Mapping
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
    """Write a file's content with what it says of itself."""
    kind = {} if holds == LOG else {"holds": holds}  # the first files held logs and did not say so
    whole = {"program": PROGRAM, **kind, "schema": schema, **content}
    return json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


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
