"""What a number that the engine relies on is told with."""

from __future__ import annotations

from dataclasses import dataclass

from planner.engine.terms import N_, Phrase, phrase

Part = str | int  # of a name: words, or a number

UNITS = frozenset({
    N_("%"), N_("0-10"), N_("1-5"), N_("US cups"), N_("a number"), N_("answers"), N_("check-ins"),
    N_("days"), N_("days off"), N_("days untrained"), N_("exercises"), N_("factor"),
    N_("factor per session"), N_("fraction"), N_("fraction per point"), N_("fraction recovered"),
    N_("fraction rested"), N_("g/kg"), N_("g/lb"), N_("hours"), N_("kg"), N_("l"),
    N_("learning steps"), N_("lifts"), N_("log"), N_("log of recovery"), N_("log per log"),
    N_("log units"), N_("log units in 28 days"), N_("log/day"), N_("logit"),
    N_("logit per logit"), N_("metres a second"), N_("misses"), N_("months"), N_("nights"),
    N_("of a whole one"), N_("of e1RM"), N_("of its load"), N_("of learning"), N_("of that time"),
    N_("of the other's sets"), N_("of weeks"), N_("people"), N_("per kg"), N_("per kg²"),
    N_("per kg³"), N_("per kg⁴"), N_("per kg⁵"), N_("per session"), N_("points"),
    N_("points of skill"), N_("power"), N_("probability"), N_("repetitions"), N_("reps"),
    N_("results"), N_("s"), N_("sd"), N_("seconds"), N_("sessions"),
    N_("sessions per point of skill"), N_("sets"), N_("sets with two in reserve"),
    N_("sets, standard deviation"), N_("share"), N_("share of the lightest set"),
    N_("share of the practice"), N_("share of the strength expected"), N_("similarity, 0 to 1"),
    N_("standard deviations"), N_("steps"), N_("studies"), N_("such sets"), N_("times"),
    N_("times the load at most"), N_("weeks"), N_("windows"), N_("years"),
})  # fmt: skip
"""The units of all constants, to be said in the language in use."""


@dataclass(frozen=True, slots=True)
class Constant:
    """A number the engine relies on; `source` is a key of SOURCES.

    `text` is what it is called, with the `parts` that are named in it.
    """

    text: str
    value: float
    unit: str
    source: str
    parts: tuple[tuple[str, Part], ...] = ()

    @property
    def name(self) -> str:
        """What it is called, in English."""
        return self.text.format(**dict(self.parts))

    @property
    def words(self) -> Phrase:
        """What it is called, to be said in the language in use."""
        parts = {name: phrase(p) if isinstance(p, str) else p for name, p in self.parts}
        return phrase(self.text, **parts)
