"""What display groups of muscles are called, alone and in a sentence."""

from __future__ import annotations

from planner.engine.terms import N_
from planner.language import tr

_WITHIN = {
    "": N_("all groups"),
    "Quads": N_("quads"),
    "Hamstrings": N_("hamstrings"),
    "Glutes": N_("glutes"),
    "Calves": N_("calves"),
    "Chest": N_("chest"),
    "Back": N_("back"),
    "Shoulders": N_("shoulders"),
    "Biceps": N_("biceps"),
    "Triceps": N_("triceps"),
    "Core": N_("core"),
}


def alone(group: str) -> str:
    """Return what a group is called where it stands alone: 'Chest'; '' is all of them."""
    return tr(group) if group else tr("All groups")


def within(group: str) -> str:
    """Return what a group is called in a sentence: 'chest'; '' is all of them."""
    return tr(_WITHIN[group])
