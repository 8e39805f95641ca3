"""What was accepted is said in the language in use, whatever it was said in then."""

from datetime import date

from planner import language
from planner.coach import said_again, wording
from planner.engine.terms import SuggestionKind, phrase
from planner.storage.decisions import Decision


def kept(rule: str, *numbers: tuple[str, float]) -> Decision:
    text = "Plan what you did: 92.5 kg. Last time it was 92.5 kg"
    on, kind = date(2026, 11, 23), SuggestionKind.INCREASE
    return Decision(on, "bench-press", kind, rule, "accepted", "", text, numbers)


def said(made: Decision) -> str:
    with language.saying("de"):
        return wording.render(phrase("{what}", what=said_again.headline(made)))


def test_an_accepted_load_is_said_anew_with_the_readers_comma() -> None:
    assert said(kept("increase.as_done", ("new_kg", 92.5), ("reps", 5))).endswith("92,5 kg")


def test_what_its_numbers_do_not_tell_stays_as_it_was_said() -> None:
    for made in (kept("increase.as_done"), kept("return.ramp", ("new_kg", 92.5))):
        assert said(made) == "Plan what you did: 92.5 kg"
