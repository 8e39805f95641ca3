"""Ways to break a file: what cables, editors, spreadsheets and hands do to exports."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from copy import deepcopy
from random import Random
from typing import Any, TypeAlias

Break: TypeAlias = Callable[[Random, bytes], bytes]
MOST = 4  # ways at once
ODD = (
    b"", b"0", b"-1", b"1e999", b"9" * 400, b"nan", b"inf", b"\xff\xfe", b"\0\0", b'"', b'""', b"'",
    b"=1+1", b"31/02/2024", b"0000-00-00", b"9999-12-31 23:59:59", b"12/31/99", b"2024-01-01T25:61",
    b"5 Foo 2026", b"12,5", b"\xc3", b"\xe4\xf6", b"\n", b"\r", b"\t;,", b"x" * 5000, b"15x", b"x5",
    b"###", b"### EXERCISE LOGS ###", "٣".encode(), "１２".encode(), "∞".encode(), b"1_000",
    b"0x10", b"[", b"{", b"null", b"true", b"-0.0", b"1e-400", b"99999999999999999999",
)  # fmt: skip
MARKS = (b",", b";", b"\t", b"|", b'"', b"'", b"\n", b"\r", b"\r\n", b":", b".")


def broken(rng: Random, data: bytes) -> bytes:
    """Return a file broken in one to four ways; packed files also inside."""
    inside = _PACKED.get(data[:4]) if rng.random() < 0.6 else None
    if inside is not None:
        return inside(rng, data)
    for _ in range(rng.randint(1, MOST)):
        data = rng.choice(WAYS)(rng, data)
    return data


def _cut(rng: Random, data: bytes) -> bytes:
    start, end = sorted(rng.randrange(len(data) + 1) for _ in range(2))
    return rng.choice((data[:start], data[start:], data[:start] + data[end:]))


def _flip(rng: Random, data: bytes) -> bytes:
    made = bytearray(data)
    for _ in range(rng.randint(1, 20)):
        if made:
            made[rng.randrange(len(made))] ^= 1 << rng.randrange(8)
    return bytes(made)


def _put(rng: Random, data: bytes) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + rng.choice(ODD) + data[at:]


def _zeros(rng: Random, data: bytes) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + b"\0" * rng.randint(1, 5000) + data[at:]


def _lines(rng: Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    at, other = (rng.randrange(len(lines)) for _ in range(2))
    way = rng.randrange(5)
    if way == 0:
        del lines[at]
    elif way == 1:
        lines.insert(other, lines[at])
    elif way == 2:
        lines[at], lines[other] = lines[other], lines[at]
    elif way == 3:
        lines[at] = lines[at] * rng.randint(2, 300)
    else:
        rng.shuffle(lines)
    return b"".join(lines)


def _cells(rng: Random, data: bytes) -> bytes:
    mark = max(b",;\t", key=data[:300].count)
    lines = data.split(b"\n")
    at = rng.randrange(len(lines))
    cells = lines[at].split(bytes([mark]))
    cell, other = (rng.randrange(len(cells)) for _ in range(2))
    way = rng.randrange(4)
    if way == 0:
        del cells[cell]
    elif way == 1:
        cells.insert(other, cells[cell])
    elif way == 2:
        cells[cell], cells[other] = cells[other], cells[cell]
    else:
        cells[cell] = rng.choice(ODD)
    lines[at] = bytes([mark]).join(cells)
    return b"\n".join(lines)


def _column(rng: Random, data: bytes) -> bytes:
    """Put something odd into a whole column."""
    mark = bytes([max(b",;\t", key=data[:300].count)])
    at, odd = rng.randrange(12), rng.choice(ODD)
    rows = [line.split(mark) for line in data.split(b"\n")]
    for row in rows[1:]:
        row[at : at + 1] = [odd] if at < len(row) else []
    return b"\n".join(map(mark.join, rows))


def _marks(rng: Random, data: bytes) -> bytes:
    old, new = rng.sample(MARKS, 2)
    return data.replace(old, new, rng.choice((1, 3, -1)))


def _encode(rng: Random, data: bytes) -> bytes:
    with suppress(UnicodeDecodeError):
        text = data.decode("utf-8-sig")
        return text.encode(rng.choice(("utf-16", "utf-8-sig", "cp1252", "utf-16-le")), "replace")
    return data


def _digits(rng: Random, data: bytes) -> bytes:
    """Write other digits over some, so that dates, loads and counts stay ones or nearly so."""
    made = bytearray(data)
    places = [at for at, byte in enumerate(made) if 48 <= byte <= 57]
    for at in rng.sample(places, min(len(places), rng.randint(1, 30))):
        made[at] = rng.choice(b"0123456789-.")
    return bytes(made)


def _in_database(rng: Random, data: bytes) -> bytes:
    """Write odd values into the rows of a database."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        made.deserialize(data)
        tables = [name for (name,) in made.execute("SELECT name FROM sqlite_master")]
        for _ in range(rng.randint(1, MOST)):
            table = rng.choice(tables)
            columns = [row[1] for row in made.execute(f"PRAGMA table_info({table})")]
            value = rng.choice([*ODD, *(odd.decode("latin-1") for odd in ODD), 2**62, -1, 1e300])
            odd = rng.randint(1, 5)
            column = rng.choice(columns)
            with suppress(sqlite3.Error):
                made.execute(f"UPDATE {table} SET {column} = ? WHERE _id % ? = 0", (value, odd))
            if rng.random() < 0.1:
                made.execute(f"DROP TABLE {tables.pop(tables.index(table))}")
        return made.serialize()


def _in_document(rng: Random, data: bytes) -> bytes:
    """Put odd values, or values of elsewhere, into a JSON document."""
    document = json.loads(data)
    odd: list[Any] = [
        *(each.decode("latin-1") for each in ODD),
        None,
        True,
        -1,
        2**70,
        1e308,
        [],
        {},
        "\ud800",
    ]
    for _ in range(rng.randint(1, MOST)):
        places = list(_places(document))
        holder, key = rng.choice(places)
        way = rng.randrange(4)
        if way == 0:
            del holder[key]
        elif way == 1:
            other, its = rng.choice(places)
            holder[key] = deepcopy(other[its])
        else:
            holder[key] = rng.choice(odd)
    return json.dumps(document).encode() if not rng.randrange(10) else _dumped(document)


def _dumped(document: Any) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each place of a document as (list or dict, index or key)."""
    keys = value if isinstance(value, dict) else range(len(value))
    for key in list(keys):
        yield value, key
        if isinstance(value[key], (dict, list)):
            yield from _places(value[key])


def _in_archive(rng: Random, data: bytes) -> bytes:
    """Break one of the files in an archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        broken_one = rng.choice(old.namelist())
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, rng.choice(WAYS)(rng, content) if name == broken_one else content)
    return packed.getvalue()


WAYS: tuple[Break, ...] = (
    _cut, _flip, _put, _put, _zeros, _lines, _lines, _cells, _cells, _column, _marks, _encode,
    _digits, _digits,
)  # fmt: skip
_PACKED: dict[bytes, Break] = {
    b"SQLi": _in_database,
    b"PK\3\4": _in_archive,
    b'{\n "': _in_document,
}
