"""Programs of the user's own: a name and a document each."""

from __future__ import annotations

from dataclasses import dataclass

from planner.language import collated
from planner.storage import models, rows
from planner.storage.fields import clean
from planner.storage.rows import Layout, fetch, fetch_one
from planner.storage.undo import step


@dataclass(frozen=True, slots=True)
class StoredProgram:
    """A program as it is kept; `document` is its JSON."""

    slug: str
    name: str
    document: str
    id: int | None = None
    uid: str = ""


_PROGRAM = Layout(models.Program, StoredProgram)


def programs() -> list[StoredProgram]:
    """List all programs by name."""
    found = fetch(f"SELECT {_PROGRAM.columns('p')} FROM program p")
    made = _PROGRAM.read(found)
    return sorted(made, key=lambda program: (collated(program.name), program.slug))


def program(slug: str) -> StoredProgram:
    """Return one program; LookupError when there is none."""
    sql = f"SELECT {_PROGRAM.columns('p')} FROM program p WHERE slug = ?"
    return _PROGRAM.read([rows.found(fetch_one(sql, slug), slug)])[0]


def save(slug: str, name: str, document: str) -> int:
    """Store a new or changed program, matched by its slug; return its id."""
    made = StoredProgram(slug, name, clean(document))
    with step():
        row = fetch_one("SELECT id FROM program WHERE slug = ?", slug)
        if row is None:
            return rows.add(_PROGRAM, [made])[0]
        key = int(row[0])
        rows.change(_PROGRAM, StoredProgram(slug, name, made.document, id=key))
        return key


def delete(slug: str) -> None:
    """Delete a program; blocks made from it stay. LookupError when there is none."""
    key = program(slug).id
    with step():
        rows.remove("program", key or 0)
