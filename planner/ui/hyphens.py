"""Where long German words may be parted: between the words that they are made of."""

from __future__ import annotations

import re
from functools import lru_cache

from planner import language

SOFT = "\u00ad"  # a hyphen that is seen only where a line ends
LONG = 8  # letters from which a word is parted
_SHORTEST = 3  # letters of what stands before a part
_PARTS = (
    "abduktion", "adduktion", "arm", "auflage", "ball", "bank", "beuge", "beuger", "blatt", "brust",
    "curl", "dehnung", "drehen", "drehung", "drücken", "durchführung", "flexion", "gehen", "gelenk",
    "gewicht", "gleiten", "griff", "halten", "hantel", "heben", "höhe", "kniebeuge", "kopf",
    "körper", "kreisen", "lauf", "leiter", "liegestütz", "maschine", "position", "presse", "roller",
    "rolle", "rotation", "rudern", "schenkel", "schritt", "sche", "senken", "spannung", "springen",
    "sprung", "stand", "strecken", "strecker", "streckung", "stütz", "tippen", "training", "übung",
    "umsetzen", "wechsel", "wirbel", "wurf", "ziehen", "zug",
)  # fmt: skip
_LAST = re.compile(
    rf"(?<=\w{{{_SHORTEST}}})({'|'.join(sorted(_PARTS, key=len, reverse=True))})(?:e?n|e?s)?$",
    re.IGNORECASE,
)
_WORD = re.compile(rf"\w{{{LONG},}}")


def soft(text: str) -> str:
    """Mark where the long words of a text may be parted, if the language in use is German."""
    return _parted(text) if language.in_use() == "de" else text


def shown(line: str) -> str:
    """Write a line of a text that was marked: with a hyphen where a word goes on in the next."""
    return line.replace(SOFT, "") + ("-" if line.endswith(SOFT) else "")


@lru_cache(maxsize=1024)
def _parted(text: str) -> str:
    return _WORD.sub(lambda word: _with_marks(word[0]), text)


def _with_marks(word: str) -> str:
    """Part a word from its end on: what stands before a known part may be two words itself."""
    last = _LAST.search(word)
    if last is None:
        return word
    return _with_marks(word[: last.start()]) + SOFT + word[last.start() :]
