"""The form that is nearest to what was typed and cannot be read as sets."""

from __future__ import annotations

import re

from planner.engine.terms import N_
from planner.language import tr

_START = N_("Not understood. Try 4x6 @2 102.5, 3x8-12 @RIR1, 5x5 80%, 5/3/1+ 75/85/95% or 3x30s.")
_AFTER = N_("‘{word}’ is not understood here. @2, a load, 80 %, rest, tempo or note may follow.")
_NUMBER = r"\d+(?:[.,]\d+)?"
_AT_START = (
    (
        re.compile(rf"(?P<load>{_NUMBER})\s*x\s*(?P<reps>\d+)$"),
        N_("Sets come before x, the load last: {reps_form} {load}."),
    ),
    (
        re.compile(rf"(?P<load>(?:bw\s*)?[+-]?\s*{_NUMBER}\s*(?:kg|lb|%)?|bw)\s+(?P<sets>\d+x\S+)"),
        N_("The load comes after the sets: {sets} {load}."),
    ),
    (re.compile(r"(?P<sets>\d+)\s+(?P<reps>\d+)"), N_("Write sets x reps: {sets}x{reps}.")),
    (re.compile(r"(?P<sets>\d+)\s*$"), N_("How many reps? {sets}x8 is {sets} sets of 8.")),
    (re.compile(r"x\s*(?P<reps>\d+)"), N_("How many sets? 3x{reps} is 3 sets of {reps}.")),
    (re.compile(r"@|rir|rpe"), N_("Sets first, then the effort: 3x8 @2.")),
)
_WORDS = (
    (re.compile(r"drop"), N_("A drop set is written 3x8 60; d 1x8 45.")),
    (re.compile(r"warm|ramp"), N_("Warm-ups are written w ramp; 3x5 100 or w 8/5/3 40/60/80.")),
    (re.compile(r"fail"), N_("Sets to failure are written f 1x8 60.")),
    (re.compile(r"super|ss$"), N_("A superset's letter stands first: A 3x10 60.")),
    (re.compile(r"sets?$|reps?$|times$|of$"), N_("Write sets x reps: 3x8 for 3 sets of 8.")),
    (re.compile(r"max$"), N_("As many as possible: 3xAMRAP, or 3x5+ in the last set.")),
    (re.compile(rf"{_NUMBER}(?:sec|secs|seconds)$"), N_("Seconds are written 3x30s.")),
    (re.compile(rf"{_NUMBER}(?:metres|meters|metre|meter)$"), N_("Metres are written 3x40m.")),
)


def at_start(text: str, word: str) -> str:
    """Say how a group of sets may begin; `text` is what stands there, `word` its first word."""
    for pattern, words in _AT_START:
        if found := pattern.match(text):
            return tr(words).format(**_filled(found))
    return _of_word(word) or tr(_START)


def load_first(text: str) -> str:
    """Say where the load belongs when it stands where sets do, in '100x5'; '' otherwise."""
    found = re.match(r"(?P<load>\d{1,3})\s*x\s*(?P<reps>\d{1,2})\s*$", text)
    return tr("The load comes last: {reps_form} {load}.").format(**_filled(found)) if found else ""


def after_reps(word: str) -> str:
    """Say what may stand where a word cannot be read."""
    return _of_word(word) or tr(_AFTER).format(word=word)


def _of_word(word: str) -> str:
    said = (words for pattern, words in _WORDS if pattern.match(word))
    told = next(said, "")
    words = tr("‘{word}’ is not understood. {hint}")
    return words.format(word=word, hint=tr(told)) if told else ""


def _filled(found: re.Match[str]) -> dict[str, str]:
    told = {name: text.strip() for name, text in found.groupdict().items()}
    return {**told, "reps_form": f"3x{told.get('reps', '8')}"}
