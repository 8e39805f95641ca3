"""What a reader says of a file and of its rows is said in the language in use."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import GNUTranslations

import pytest

from planner import language
from planner.formats import detection
from planner.formats.parsed import FormatProblem

STRONG = """Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE
2026-11-02 18:00:00,Legs,Squat,1,heavy,5,,,
2026-11-02 18:00:00,Legs,Squat,1,100,,,,
2026-11-02 18:00:00,Legs,Squat,2,100,2.5,,,99
2026-11-02 18:00:00,Legs,Squat,X,100,5,3,soon,
2026-11-02 18:00:00,Legs,Squat,Rest Timer,,,,90,
2026-11-02 18:00:00,Legs,,3,100,5,,,
yesterday,Legs,Squat,4,100,5,,,
2026-11-02 18:00:00,Legs,Squat,5,5000,5,,,
2026-11-02 18:00:00,Legs,Squat,6,100,5000,,,
2026-11-02 18:00:00,Legs,Squat
"""


class Marked(GNUTranslations):
    """English behind a mark."""

    def gettext(self, message: str) -> str:
        return f"§{message}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def info(self) -> dict[str, str]:
        return {"language": "marked"}


@pytest.fixture
def marked() -> Iterator[None]:
    language.use(Marked())
    yield
    language.use(None)


def remarks() -> list[str]:
    log = detection.read(STRONG.encode(), "strong.csv")
    return [row.reason for row in (*log.skipped, *log.flagged)]


def test_rows_that_were_read_in_english_before_are_told_in_the_language_in_use() -> None:
    english = remarks()
    language.use(Marked())
    said = remarks()
    language.use(None)
    assert len(said) > 8
    assert all(each.startswith("§") for each in said)
    assert [each.replace("§", "") for each in said] == english
    assert remarks() == english


@pytest.mark.parametrize(
    "data", [b"", b"\0\1\2", b"{", b'{"a": 1}', b"a,b\n1,2\n", b"PK\3\4", b"SQLite format 3\0"]
)
def test_what_is_no_log_is_refused_in_the_language_in_use(marked: None, data: bytes) -> None:
    with pytest.raises(FormatProblem) as refused:
        detection.read(data, "file")
    assert str(refused.value).startswith("§file cannot be imported. §")
