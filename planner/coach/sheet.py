"""A printed week as values: every text is final, in the reader's unit and language."""

from __future__ import annotations

from dataclasses import dataclass

from planner.coach.studio import NO_STUDIO, Studio
from planner.engine.terms import N_

NOTHING = "–"  # stands for a load or a reserve that there is none of


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One exercise on paper; `boxes` is how many empty boxes to draw, one a set.

    `superset` is '' or its place in what is done in turn, 'A1'; lines of a letter belong together.
    `warm_up` has a text a set, '60×5', each to be ticked off. `box_words` say, a word a box, what
    is written into it: 'L s' for the seconds of the left side; without any, load and repetitions.
    `done` is what was done, in place of boxes.
    """

    exercise: str
    sets: str
    load: str
    rir: str
    tempo: str
    rest: str
    boxes: int
    superset: str
    note: str
    warm_up: tuple[str, ...] = ()
    box_words: tuple[str, ...] = ()
    done: str = ""

    @property
    def loadless(self) -> bool:
        """Whether there is neither a load nor a reserve to print."""
        return self.load == NOTHING and self.rir == NOTHING


@dataclass(frozen=True, slots=True)
class SheetSession:
    """One session on paper: 'Mon 2 · Lower A', its note and lines; `done` says on which day."""

    title: str
    note: str
    lines: tuple[SheetLine, ...]
    done: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One lifter's week. `this_week` begins with the note of the week, when there is one.

    `re_entry` tells that it begins training again after time off; `stop` is '' unless all loads
    wait for a clearance.
    """

    lifter: str
    heading: str
    coach: str
    sessions: tuple[SheetSession, ...]
    this_week: tuple[str, ...]
    glossary: str
    check_in: tuple[str, ...]
    bodyweight_unit: str
    unit_note: str
    printed: str
    code: str
    done: str = N_("Done (load × reps)")
    studio: Studio = NO_STUDIO
    re_entry: bool = False
    stop: str = ""
    language: str = ""  # it is laid out in; that of the program without one
