"""What is told below a row of a typed sheet: what is wrong, asked or taken, box by box."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planner.coach.sheet_boxes import Reading
from planner.coach.wording import in_row
from planner.language import tr

_ROLES = ("error", "asked", "remark")  # the gravest first


class Told(NamedTuple):
    """A box by what stands in it, what it says, and whether it has the focus."""

    text: str
    made: Reading
    held: bool


def said(made: Reading) -> str:
    """Return what is to be told of a box, with the key that answers it; '' for nothing."""
    if made.question and not made.problem:
        return tr("{0} Enter on the box again keeps it.").format(made.question)
    return _asked(made)


def of_row(boxes: Sequence[Told]) -> tuple[str, str]:
    """Return what is told of the boxes of a row, and the role of the words: 'error' or 'warn'.

    The box with the focus comes first, then the gravest. Where different things are told, each
    stands in a line behind the texts of its boxes.
    """
    groups: dict[str, list[Told]] = {}
    for box in sorted((box for box in boxes if _asked(box.made)), key=_order):
        groups.setdefault(_asked(box.made), []).append(box)
    role = "error" if any(box.made.problem for box in boxes) else "warn"
    if len(groups) == 1:
        return said(next(iter(groups.values()))[0].made), role
    return "\n".join(map(_line, groups.values())), role


def _order(box: Told) -> tuple[bool, int]:
    return not box.held, _ROLES.index(_role(box.made))


def _role(made: Reading) -> str:
    return "error" if made.problem else "asked" if made.question else "remark"


def _asked(made: Reading) -> str:
    return made.problem or made.question or made.remark


def _line(boxes: Sequence[Told]) -> str:
    """Write what boxes are told alike: '8x, 9x: Not understood.'"""
    first = boxes[0]
    words = said(first.made) if first.held else _asked(first.made)
    return tr("{0}: {1}").format(in_row(dict.fromkeys(box.text for box in boxes)), words)
