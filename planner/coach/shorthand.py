"""The shorthand of the log, as it is written: `100x8@2`, `40kg 30m`, `5km 25:00`, `12/leg`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from planner.engine.terms import N_, SetKind, Side, Technique, Unit
from planner.language import tr

MOST_EFFORT = 10.0  # RPE of a set that leaves nothing in reserve
RPE_FROM = 6.0  # `@6` and above is an RPE, below it a RIR: nobody logs six reps in reserve
METRES = {"m": 1.0, "km": 1000.0, "mi": 1609.344}
SECONDS = {"s": 1.0, "sec": 1.0, "min": 60.0}
QUALITIES = {"3": Technique.SOUND, "2": Technique.MINOR, "1": Technique.BREAKDOWN}
KINDS = {"w": SetKind.WARMUP, "d": SetKind.DROP, "f": SetKind.FAILURE}
SIDES = {
    **dict.fromkeys(("l", "left"), Side.LEFT),
    **dict.fromkeys(("r", "right"), Side.RIGHT),
    **dict.fromkeys(("leg", "side", "arm", "hand", "foot", "each", "both", "b"), Side.EACH),
}

NUMBER = r"\d+(?:[.,]\d+)?"
_LOAD = rf"(?:bw|(?:bw)?\s*[+-]?\s*{NUMBER})"
CLOCK = r"(?:\d+:[0-5]\d:[0-5]\d|\d+:[0-5]\d(?:\s*min)?)"
_TIMED = rf"(?:{NUMBER}\s*(?:sec|s|min|cm|m|km|mi)(?![a-z])|{CLOCK})"
_DONE = rf"{_TIMED}(?:\s+{_TIMED})?"  # so long, so far, or both
_COUNT = r"(?:\d{1,2}|x)"
MOST_SETS = 10  # typed at once; of 60x5x3 the first is a load, the sets stand last: not understood
TEMPO = rf"(?:{_COUNT}(?:-{_COUNT}){{2,3}}|[0-9][0-9x]{{3}})"
_MARK = rf"""\s*(?P<mark>[wdf])(?![a-z])
    |\s*/\s*(?P<side>[a-z]+)|\s+(?P<word>left|right|each)\b
    |\s*(?:@|(?=rir|rpe))\s*(?P<scale>rir|rpe)?\s*(?P<effort>{NUMBER})
    |\s*q(?P<quality>[123])(?!\d)
    |\s*p\s?(?P<pain>10|\d)(?!\d)"""
_TAIL = rf"(?:{_MARK}|\s+(?P<tempo>{TEMPO})(?![\w-]))"
_NAME = re.compile("[?]P<[a-z]+>")
_HEAD = rf"""(?:(?P<before>[wdf])\s*)?
    (?:(?P<count>{MOST_SETS}|[1-9])\s*x\s*(?={_LOAD}\s*(?:kgs?|lbs?)?\s*x))?
    (?:(?P<load>{_LOAD})\s*(?P<unit>kgs?|lbs?)?
        (?:\s*x\s*|(?<=[gbsw])\s+|\s+(?={_TIMED})))?"""
_ENTRY = re.compile(
    rf"""{_HEAD}
    (?P<amount>{_DONE}(?:\s*,\s*{_DONE})*|\d+(?:\s*,\s*\d+)*(?:\s*reps?)?|\d+\.\d+)
    (?P<tail>(?:{_NAME.sub("?:", _TAIL)})*)""",
    re.VERBOSE,
)
_BEGIN = re.compile(_HEAD, re.VERBOSE)
_TAILS = re.compile(_TAIL, re.VERBOSE)
_PARTED = re.compile(rf"([wdf]\s*)?(.*?)((?:{_NAME.sub('?:', _MARK)})*)", re.VERBOSE)
_SIGNS = str.maketrans({"×": "x", "*": "x", "−": "-", "–": "-", "٫": ".", "\u00a0": " "})
_SETS = N_("Not understood. Try 100x8@2, 100x8,8,6, bw+10x5 or 45s.")
_PAIN = N_("Not understood. Pain stands behind a set, from p0 (none) to p10: 60x5 p4.")
_TWO = {
    "mark": N_("One mark a set: w for warm-up, d for drop or f for failure."),
    "side": N_("One side a set: /left, /right or /each."),
    "effort": N_("One effort a set: @2 is two reps in reserve."),
    "tempo": N_("One tempo a set: 3-1-3-0."),
    "quality": N_("One quality a set: q3 is sound, q2 shaky, q1 lost."),
    "pain": N_("One pain a set: p0 is none, p10 the worst."),
}


class UnclearText(Exception):
    """The text cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Shorthand:
    """What was written: `load` is signed text without the unit, `amounts` one text a set.

    What was not written is None, or '' for the tempo.
    """

    amounts: tuple[str, ...]
    count: int = 1
    load: str | None = None
    unit: Unit | None = None
    kind: SetKind | None = None
    side: Side | None = None
    rir: float | None = None
    tempo: str = ""
    quality: Technique | None = None
    pain: int | None = None


def shorthand(text: str) -> Shorthand:
    """Read a text by itself, whatever it is for; raises UnclearText."""
    found = _ENTRY.fullmatch(plain(text))
    if found is None:
        told = _PAIN if re.search(r"p\s?\d", text.lower()) else _SETS
        raise UnclearText(tr(told))
    tail = _tail(found["tail"], found["before"])
    word = tail.get("side")
    if word and word not in SIDES:
        words = tr("'/{word}' is no side. Try 12/leg, 12/left or 12/right.")
        raise UnclearText(words.format(word=word))
    return Shorthand(
        tuple(part.strip() for part in _amounts(found["amount"])),
        int(found["count"] or 1),
        found["load"] and found["load"].replace(" ", ""),
        Unit(found["unit"][:2]) if found["unit"] else None,
        KINDS[tail["mark"]] if "mark" in tail else None,
        SIDES[word] if word else None,
        read_rir(tail.get("scale"), tail.get("effort")),
        tempo_text(tail.get("tempo", "")),
        QUALITIES.get(tail.get("quality", "")),
        int(tail["pain"]) if "pain" in tail else None,
    )


def bare_load(text: str) -> tuple[Shorthand, int] | None:
    """Find the load of a plain text that names no unit, also where the text is half-typed.

    Return what stands up to its end, without amounts, and where that end is; None for none.
    """
    found = _BEGIN.match(text)
    if found is None or not found["load"] or found["unit"]:
        return None
    load = found["load"].replace(" ", "")
    return Shorthand((), int(found["count"] or 1), load), found.end("load")


def parted(text: str) -> tuple[str, str, str]:
    """Split a plain text into a mark before what was done, what was done, and the marks behind.

    A tempo counts as done: `3130` may be metres as well.
    """
    found = _PARTED.fullmatch(text)
    before, done, marks = found.groups("") if found is not None else ("", text, "")
    return before, done, marks


def plain(text: str) -> str:
    """Return a text with the signs that the shorthand is made of, in small letters."""
    return text.strip().lower().translate(_SIGNS)


def read_rir(scale: str | None, effort: str | None) -> float | None:
    """Read an effort as RIR; raises UnclearText for more than ten."""
    if effort is None:
        return None
    value = read_float(effort)
    if value > 10:
        raise UnclearText(tr("RIR and RPE go up to 10."))
    is_rpe = scale == "rpe" or (scale is None and value >= RPE_FROM)
    return 10 - value if is_rpe else value


def read_float(text: str) -> float:
    """Read text that matches NUMBER, signed or not."""
    return float(text.replace(",", ".").replace(" ", ""))


def tempo_text(text: str) -> str:
    """Write a tempo with a dash between its counts: '31x0' is '3-1-X-0'."""
    return text.upper() if "-" in text else "-".join(text.upper())


def _amounts(text: str) -> list[str]:
    """Split what is done set by set; a comma is a decimal sign only before a unit."""
    timed = ":" in text or (text[-1].isalpha() and "rep" not in text)
    return re.findall(_DONE, text) if timed else text.split(",")


def _tail(text: str, before: str | None) -> dict[str, str]:
    """Return what follows the amount, each kind of it once; a mark may also stand before."""
    parts = [("mark", before)] if before else []
    for found in _TAILS.finditer(text):
        made = {name: value for name, value in found.groupdict().items() if value}
        parts += [("side" if name == "word" else name, value) for name, value in made.items()]
    names = [name for name, _ in parts]
    if twice := next((name for name in _TWO if names.count(name) > 1), None):
        raise UnclearText(tr(_TWO[twice]))
    return {name: value or "" for name, value in parts}
