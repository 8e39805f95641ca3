"""The schema that others read our document by describes each field, and each document fits it."""

import json
from datetime import date, datetime

import pytest

from planner.engine.terms import (
    CheckIn,
    Lifter,
    LoggedExercise,
    LoggedSet,
    Session,
    SuggestionKind,
    Technique,
)  # fmt: skip
from planner.formats import json_log
from planner.formats.json_log import Document, LifterFile, SavedDecision
from planner.formats.json_schema import schema

KINDS = {
    "string": str, "boolean": bool, "integer": int, "number": (int, float), "null": type(None),
    "array": list, "object": dict,
}  # fmt: skip
MADE = schema()


def fits(value, rule) -> bool:
    """Say whether a value is as a rule of the schema has it."""
    if "$ref" in rule:
        return fits(value, MADE["$defs"][rule["$ref"].rpartition("/")[2]])
    if "anyOf" in rule:
        return any(fits(value, each) for each in rule["anyOf"])
    if "const" in rule or "enum" in rule:
        return value in rule.get("enum", [rule.get("const")])
    if not isinstance(value, KINDS[rule["type"]]):
        return False
    if isinstance(value, dict):
        others = rule.get("additionalProperties", True)
        known = rule.get("properties", {})
        return set(rule.get("required", ())) <= set(value) and all(
            fits(each, known[name]) if name in known else bool(others) and fits(each, others)
            for name, each in value.items()
        )
    if isinstance(value, list):
        first = rule.get("prefixItems", [rule["items"]] * len(value))
        return all(fits(each, part) for each, part in zip(value, first, strict=True))
    return True


def document() -> dict:
    """Return a document with some of everything as it is written."""
    entry = LoggedSet(100.0, 5, technique=Technique.SOUND, logged_at=datetime(2026, 11, 2, 18, 30))
    slot = LoggedExercise("back-squat", (entry,))
    mind = SavedDecision(
        date(2026, 11, 2), "back-squat", SuggestionKind.INCREASE, "level", "accepted",
        numbers=(("since", date(2026, 11, 1)), ("kg", 2.5)),
    )  # fmt: skip
    one = LifterFile(
        Lifter(name="Ada"),
        bodyweights=((date(2026, 11, 1), 80.0),),
        sessions=(Session(date(2026, 11, 2), (slot,)),),
        check_ins=(CheckIn(date(2026, 11, 2), sore_areas=(("knee", 2),)),),
        decisions=(mind,),
    )
    return json.loads(json_log.write(Document((one,), settings={"a": "b"})))


def test_a_document_fits():
    assert fits(document(), MADE)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda made: made.update(schema=99),
        lambda made: made.update(unknown=1),
        lambda made: made["lifters"][0]["sessions"][0].pop("on"),
        lambda made: made["lifters"][0]["sessions"][0].update(on=5),
        lambda made: made["lifters"][0]["lifter"].update(unit="stone"),
        lambda made: made["settings"].update(a=1),
    ],
)
def test_what_differs_does_not_fit(spoil):
    made = document()
    spoil(made)
    assert not fits(made, MADE)


def test_each_part_says_what_it_is():
    assert MADE["properties"]["schema"] == {"const": json_log.SCHEMA}
    assert all(part["description"] for part in MADE["$defs"].values())
    assert "load_kg" in MADE["$defs"]["LoggedSet"]["properties"]
    assert json.loads(json.dumps(MADE)) == MADE
