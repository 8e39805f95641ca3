"""Our own JSON once more: which of its lifters are here, and what of theirs is not."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from planner.coach import adopting, counts, exporting, garbage, parts, wording
from planner.engine.terms import N_
from planner.formats.json_log import LifterFile
from planner.language import passage, tr
from planner.storage import clients

NOT_WHOLE = N_("{file} holds lifters who are here already, so it does not come in whole.")
ALONE = N_("Export one of them alone (--lifter NAME, there) and import that.")


@dataclass(frozen=True, slots=True)
class Known:
    """A lifter of a document who is here; `missing` counts the entries that are not."""

    id: int
    name: str
    missing: int


@dataclass(frozen=True, slots=True)
class Document:
    """A document some of whose lifters are here, and the names of those who are not."""

    known: tuple[Known, ...]
    new: tuple[str, ...]

    def all_here(self) -> bool:
        """Say whether nothing in it is new."""
        return not self.new and not any(each.missing for each in self.known)

    def is_one_log(self) -> bool:
        """Say whether it holds one lifter, whose new sessions can come in as a log."""
        return len(self.known) == 1 and not self.new

    def names(self) -> str:
        """Name the lifters who are here."""
        return wording.in_row(each.name for each in self.known)

    def refusal(self, file: str) -> str:
        """Say what is new in a document of several lifters, and how it can come in."""
        some = [each for each in self.known if each.missing]
        of_lifter = tr("{items} of {lifter}")
        items = (
            of_lifter.format(items=counts.items(each.missing), lifter=each.name) for each in some
        )
        news = tr("New in it: {news}.").format(news=wording.in_row([*self.new, *items]))
        return passage((tr(NOT_WHOLE).format(file=file), news, tr(ALONE)))


def look(path: Path) -> Document | None:
    """Compare our own JSON with what is stored; None for anything else, or if all are new."""
    document = adopting.read(path)
    return None if document is None else parts.at_once(looking(document))


def looking(document: adopting.Document) -> Generator[None, None, Document | None]:
    """Do what `look` does with what was read of it, part by part."""
    lifters = document.lifters
    here = {made.uid: made for made in clients.lifters(include_archived=True)}
    known = []
    for each in lifters:
        lifter = here.get(each.lifter.uid)
        if lifter is not None and lifter.id is not None:
            missing = yield from _missing(lifter.id, each)
            known.append(Known(lifter.id, lifter.name, missing))
    new = tuple(each.lifter.name for each in lifters if each.lifter.uid not in here)
    return Document(tuple(known), new) if known else None


def _missing(lifter_id: int, other: LifterFile) -> Generator[None, None, int]:
    with garbage.uncollected():
        document = yield from exporting.reading_document([lifter_id], private=True)
        (own,) = document.lifters
        return len(_entries(other) - _entries(own))


def _entries(one: LifterFile) -> set[object]:
    """Return what tells the entries of a lifter apart, wherever they are stored."""
    return {
        *(block.uid for block in one.mesocycles),
        *(session.uid for session in one.sessions),
        *(check_in.uid for check_in in one.check_ins),
        *(absence.uid for absence in one.absences),
        *(decision.uid for decision in one.decisions),
        *(intake.uid for intake in one.intakes),
        *(restriction.uid for restriction in one.restrictions),
        *(referral.uid for referral in one.referrals),
        *((made.uid, made.cleared_on) for made in one.referrals if made.cleared_on),
        *one.bodyweights,
    }
