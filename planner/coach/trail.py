"""What was decided: every suggestion that was answered, by whom, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.coach import jump_words, load_jumps, override, untyped
from planner.coach.load_jumps import RULE
from planner.coach.override import PROPOSED
from planner.engine.terms import N_, SuggestionKind
from planner.language import tr
from planner.storage import clients, decisions, library
from planner.storage.decisions import Decision


class DecisionVerdict(StrEnum):
    """What became of a suggestion."""

    ACCEPTED = "accepted"
    CHANGED = "changed"  # accepted, but not as it was suggested
    DISMISSED = "dismissed"
    LATER = "later"
    ANSWERED = "answered"  # a question, not a suggestion


_VERDICTS = {
    DecisionVerdict.ACCEPTED: N_("accepted"),
    DecisionVerdict.CHANGED: N_("accepted, changed"),
    DecisionVerdict.DISMISSED: N_("dismissed"),
    DecisionVerdict.LATER: N_("later"),
    DecisionVerdict.ANSWERED: N_("answered"),
}


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision; `lift` is '' where it was for the lifter as a whole.

    `said` is what the engine suggested and why, `proposed` the change it suggested where the
    lifter wanted another, `changed` what accepting it did; each is '' where there was none.
    """

    on: date
    lift: str
    kind: SuggestionKind
    said: str
    verdict: DecisionVerdict
    proposed: str
    changed: str
    reason: str
    by: str

    @property
    def headline(self) -> str:
        """What was suggested, without why."""
        return self.said.partition(". ")[0]


def decided(lifter_id: int, slug: str | None = None) -> list[Decided]:
    """Return a lifter's decisions, newest first: all of them, or those on one lift."""
    names = {each.slug: each.name for each in library.by_slug().values()}
    kept = decisions.decisions(lifter_id, slug)
    return [_decided(made, names.get(made.exercise, made.exercise)) for made in reversed(kept)]


def found(
    made: Iterable[Decided],
    text: str = "",
    lift: str | None = None,
    verdict: DecisionVerdict | None = None,
) -> list[Decided]:
    """Return the decisions on a lift with a verdict that have every word of a text."""
    words = text.casefold().split()
    return [
        each
        for each in made
        if lift in (None, each.lift)
        and verdict in (None, each.verdict)
        and all(word in _all_words(each) for word in words)
    ]


def as_text(lifter_id: int, made: Iterable[Decided]) -> str:
    """Write decisions to be kept elsewhere, a line each under the lifter's name."""
    lines = (" – ".join(part for part in _parts(each) if part) for each in made)
    return "\n".join([clients.lifter(lifter_id).name, *lines])


def _decided(made: Decision, lift: str) -> Decided:
    proposed = str(dict(made.numbers).get(PROPOSED) or "")
    say = override.said if made.rule == override.RULE else str
    return Decided(
        on=made.on,
        lift=lift,
        kind=made.kind,
        said=made.text,
        verdict=_verdict(made, proposed),
        proposed=say(proposed),
        changed=say(made.changed),
        reason=jump_words.told(made.reason) if made.rule == RULE else made.reason,
        by=made.decided_by,
    )


def _verdict(made: Decision, proposed: str) -> DecisionVerdict:
    if made.rule in (load_jumps.RULE, untyped.RULE):
        return DecisionVerdict.ANSWERED
    return DecisionVerdict.CHANGED if proposed else DecisionVerdict(made.verdict)


def _all_words(made: Decided) -> str:
    return " ".join(_parts(made)).casefold()


def _parts(made: Decided) -> tuple[str, ...]:
    instead = made.changed
    if made.proposed:
        words = tr("{taken} instead of {suggested}")
        instead = words.format(taken=made.changed, suggested=made.proposed)
    verdict = tr(_VERDICTS[made.verdict])
    by = tr("{verdict} by {name}").format(verdict=verdict, name=made.by) if made.by else verdict
    return made.on.isoformat(), made.lift, made.said, by, instead, made.reason
