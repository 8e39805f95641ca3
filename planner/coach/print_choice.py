"""How sheets are laid out on which paper; the file remembers what was chosen last.

What is only remembered is no step to take back, as in `sheet_drafts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from planner.storage import clients

SETTING = "print"


class Layout(StrEnum):
    """All sessions of a week side by side, or each on a page of its own."""

    OVERVIEW = "overview"
    SINGLE = "single"


class PaperName(StrEnum):
    """A size of paper."""

    A4 = "a4"
    LETTER = "letter"


class Turn(StrEnum):
    """Which way a page is held."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


USUAL_TURN = {Layout.OVERVIEW: Turn.LANDSCAPE, Layout.SINGLE: Turn.PORTRAIT}


@dataclass(frozen=True, slots=True)
class PrintChoice:
    """What a page looks like."""

    paper: PaperName = PaperName.A4
    layout: Layout = Layout.OVERVIEW
    turn: Turn = Turn.LANDSCAPE


def remembered(usual_paper: PaperName) -> PrintChoice:
    """Return what was chosen last; at first an overview on the usual paper."""
    try:
        paper, layout, turn = clients.setting(SETTING).split()
        return PrintChoice(PaperName(paper), Layout(layout), Turn(turn))
    except ValueError:  # nothing was chosen, or by a newer version
        return PrintChoice(usual_paper)


def remember(choice: PrintChoice) -> None:
    """Keep what was chosen for the next time."""
    clients.change_setting(SETTING, f"{choice.paper} {choice.layout} {choice.turn}")
