"""Why somebody comes, as a letter says it of them: what was said to them, in the third person."""

from __future__ import annotations

import re
from dataclasses import replace

from planner.engine.terms import N_, Phrase

_PERSONS = (
    (r"\b(suits?|tell) you\b", r"\1 them"),
    (r"\byou\b", "they"),
    (r"\bYou\b", "They"),
    (r"\byour\b", "their"),
    (r"\bYour\b", "Their"),
)
SAID = (  # what `of_them` makes of the reasons, for the catalogues of translations
    N_("With a heart condition, a doctor should say how hard they may train."),
    N_("After a cardiac event, a cardiologist should say when and how hard they may train."),
    N_("Pain or pressure in the chest should be looked at before they lift."),
    N_("A doctor should know why they fainted or were dizzy before they lift."),
    N_("Their doctor can say what training suits their condition."),
    N_("With kidney disease, protein and drinks are for their doctor to say."),
    N_("Some medicines change how exercise feels; their doctor can tell them which."),
    N_("Training is mostly welcome now; their midwife or doctor should say which loads."),
    N_("After surgery, their surgeon or physiotherapist should say what may be loaded."),
    N_("A physiotherapist can say which movements suit them."),
    N_("A sports physician can test when their sport is safe again."),
    N_("They were told to train under supervision; their doctor should say what they may do here."),
    N_("A heart that races or stumbles should be looked at before they lift."),
    N_("Breathlessness that does not fit the effort should be looked at before they lift."),
    N_("A sudden severe headache should be looked at before they lift."),
    N_("Pain that does not ease should be looked at before they go on."),
    N_(
        "Pain of {pain} out of 10 or more: have it looked at by a doctor or physiotherapist before "
        "they do it again."
    ),
    N_("A professional should say first how they may train; why stays with the lifter."),
)


def of_somebody(reason: Phrase) -> Phrase:
    """Return what was said to somebody as a letter says it of them."""
    return replace(reason, sentences=tuple(map(of_them, reason.sentences)))


def of_them(text: str) -> str:
    """Say of somebody what was said to them: 'how hard you may train', 'how hard they may train'.

    A letter speaks to whoever is asked.
    """
    for said, instead in _PERSONS:
        text = re.sub(said, instead, text)
    return text
