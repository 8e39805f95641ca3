"""Walk over a typed prescription; what cannot be read knows where in the text it stands."""

from __future__ import annotations

import re
from typing import TypeAlias

from planner.coach.entry import UnclearText

Place: TypeAlias = tuple[int, int]  # first character, and the one after the last
_BLANK = re.compile(r"\s*")
_WORD = re.compile(r"\S+")


class UnclearPart(UnclearText):
    """A part of the text cannot be read; `at` is its place."""

    def __init__(self, message: str, at: Place) -> None:
        super().__init__(message)
        self.at = at


class Scan:
    """A part of a text, read from left to right."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._end = text, end
        self._at = start
        self._skip()

    @property
    def done(self) -> bool:
        """Whether nothing is left."""
        return self._at >= self._end

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Read what fits a pattern here and go on behind it; None when it does not fit."""
        found = pattern.match(self._text, self._at, self._end)
        if found is not None:
            self._at = found.end()
            self._skip()
        return found

    def sees(self, pattern: re.Pattern[str]) -> bool:
        """Say whether a pattern fits here, without reading on."""
        return pattern.match(self._text, self._at, self._end) is not None

    def word(self) -> Place:
        """Return the place of the next word; an empty place at the end of the text."""
        found = _WORD.match(self._text, self._at, self._end)
        return found.span() if found else (self._end, self._end)

    @property
    def rest(self) -> str:
        """Return what is left to read."""
        return self._text[self._at : self._end]

    def said(self, place: Place) -> str:
        """Return the text of a place."""
        return self._text[slice(*place)]

    def _skip(self) -> None:
        blank = _BLANK.match(self._text, self._at, self._end)
        self._at = blank.end() if blank else self._at


def plain(text: str) -> str:
    """Return a text in small letters and plain signs, every character in its place."""
    small = (low if len(low := letter.lower()) == 1 else letter for letter in text)
    return "".join(small).replace("×", "x").replace("*", "x").replace("–", "-").replace("−", "-")
