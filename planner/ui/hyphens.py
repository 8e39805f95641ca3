"""Where long words may be parted: German ones between the words that they are made of, Spanish and
French ones between syllables."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from itertools import pairwise

from planner import language

SOFT = "\u00ad"  # a hyphen that is seen only where a line ends
LONG = 8  # letters from which a word is parted
_SHORTEST = 3  # letters of what stands before a part, and after the parting of syllables
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
_VOWELS = "aeiouyáéíóúüàâæèêëîïôœùû"
_TWO = {  # consonants that begin a syllable together
    "es": "[bcfgp][lr]|[dt]r|ch|ll|rr",
    "fr": "[bcfgp][lr]|[dtv]r|[cpt]h|gn",
}
_SYLLABLE = {
    code: re.compile(
        rf"[{_VOWELS}][^\W{_VOWELS}]*?"
        rf"(?=(?:{two}|[^\W{_VOWELS}])[{_VOWELS}]\w)",
        re.IGNORECASE,
    )
    for code, two in _TWO.items()
}
_WORD = re.compile(rf"\w{{{LONG},}}")


def soft(text: str) -> str:
    """Mark where the long words of a text may be parted in the language in use, if that is told."""
    code = language.in_use()
    return _parted(text, code) if code == "de" or code in _TWO else text


def shown(line: str) -> str:
    """Write a line of a text that was marked: with a hyphen where a word goes on in the next."""
    return line.replace(SOFT, "") + ("-" if line.endswith(SOFT) else "")


@lru_cache(maxsize=1024)
def _parted(text: str, code: str) -> str:
    part = _with_marks if code == "de" else partial(_in_syllables, _SYLLABLE[code])
    return _WORD.sub(lambda word: part(word[0]), text)


def _with_marks(word: str) -> str:
    """Part a word from its end on: what stands before a known part may be two words itself."""
    last = _LAST.search(word)
    if last is None:
        return word
    return _with_marks(word[: last.start()]) + SOFT + word[last.start() :]


def _in_syllables(ends: re.Pattern[str], word: str) -> str:
    places = [found.end() for found in ends.finditer(word) if found.end() >= _SHORTEST]
    parts = [word[start:end] for start, end in pairwise((0, *places, len(word)))]
    return SOFT.join(parts)
