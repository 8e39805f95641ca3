"""What is said of the week's hard sets: calmly, and of whom the range is."""

from __future__ import annotations

from collections.abc import Sequence

from planner.coach import wording
from planner.coach.planning import Jump, MuscleVolume
from planner.coach.tags import Tagged
from planner.engine.terms import Experience
from planner.language import tr
from planner.ui import counts, group_words

_FEW_SETS = 2.0  # a week: a percentage of so few says nothing


def legend(volumes: Sequence[MuscleVolume], experience: Experience) -> str:
    """Write the range and for whom it is: 'this week · 5–12 serve most novices'; '' for none."""
    if not volumes:
        return ""
    return tr("this week · {low}–{high} serve {whom}, {keep} keep what is there").format(
        **_numbers(volumes[0]), whom=_whom(experience)
    )


def explained(volumes: Sequence[MuscleVolume], experience: Experience) -> str:
    """Say in full what the range is for, and that less is no fault; '' without a group."""
    if not volumes:
        return ""
    words = tr(
        "{low} to {high} hard sets a week for a muscle serve {whom} when it is to grow. "
        "From {keep} a week on, young adults kept what they had: a small program, or a muscle "
        "that only helps (a set counts half), maintains. Change the experience under "
        "Lifter › Edit lifter…"
    )
    return words.format(**_numbers(volumes[0]), whom=_whom(experience))


def amount(volume: MuscleVolume) -> str:
    """Write the sets as a number."""
    return wording.number(volume.sets)


def place(volume: MuscleVolume) -> str:
    """Say in a word or two where the sets lie; '' inside the range. A jump comes first."""
    if volume.jump is not None:
        return f"▲ {rise(volume.jump)}"
    if volume.sets > volume.high:
        return tr("{sets} over").format(sets=wording.number(volume.sets - volume.high))
    if volume.sets >= volume.low:
        return ""
    if volume.sets >= volume.keep:
        return tr("maintains")
    return tr("a little") if volume.sets else tr("none", "sets")


def spoken(volume: MuscleVolume) -> str:
    """Say the sets of a group, the range, and where the sets lie."""
    words = tr("{group}: {sets}, range {low}–{high}").format(
        group=group_words.alone(volume.group),
        sets=counts.hard_sets(volume.sets),
        **_numbers(volume),
    )
    told = jump_words(volume.jump) if volume.jump is not None else place(volume)
    return wording.in_row(part for part in (words, told) if part)


def jumps(volumes: Sequence[MuscleVolume]) -> str:
    """Say which muscles get much more than in the last weeks; '' when none does."""
    return "  ·  ".join(
        tr("{group}: {words}").format(
            group=group_words.alone(volume.group), words=jump_words(volume.jump)
        )
        for volume in volumes
        if volume.jump is not None
    )


def jump_words(jump: Jump) -> str:
    """Write a jump as '14, about 9 a week lately: +55 %', or '6, almost none lately'."""
    sets = wording.number(round(2 * jump.sets) / 2)
    if _is_from_nothing(jump):
        few = tr("{sets}, almost none lately") if jump.usual else tr("{sets}, none lately")
        return few.format(sets=sets)
    usual = wording.number(round(jump.usual))
    words = tr("{sets}, about {usual} a week lately: {rise}")
    return words.format(sets=sets, usual=usual, rise=rise(jump))


def jumps_explained() -> str:
    """Say what is compared, and what may be done about it."""
    return tr(
        "More than 40 % above the mean of the last four training weeks; lighter weeks and weeks "
        "away are passed over. Nothing forbids it: a step in between is easier to recover from."
    )


def tags(counted: Tagged) -> str:
    """Write '24 sets, 9 neuromuscular, 12 functional'; '' for a week with neither."""
    if not counted.neuromuscular and not counted.functional:
        return ""
    parts = [counts.sets(counted.total)]
    if counted.neuromuscular:
        parts.append(tr("{0} neuromuscular").format(counted.neuromuscular))
    if counted.functional:
        parts.append(tr("{0} functional").format(counted.functional))
    return wording.in_row(parts)


def tags_explained(counted: Tagged) -> str:
    """Say how sets are counted by their tags; '' where there is none."""
    if not tags(counted):
        return ""
    return tr(
        "Sets of the week without warm-ups. One that is both neuromuscular and functional counts "
        "for each of them, and once in total."
    )


def rise(jump: Jump) -> str:
    """Write by how much a muscle gets more: '+55 %', or 'new' where there was next to nothing."""
    if jump.rise is None or _is_from_nothing(jump):
        return tr("new")
    return f"+{round(100 * jump.rise)} %"


def _is_from_nothing(jump: Jump) -> bool:
    return jump.usual < _FEW_SETS


def _numbers(volume: MuscleVolume) -> dict[str, str]:
    return {name: wording.number(getattr(volume, name)) for name in ("low", "high", "keep")}


def _whom(experience: Experience) -> str:
    return {
        Experience.NOVICE: tr("most novices"),
        Experience.RETURNER: tr("most who are coming back"),
        Experience.INTERMEDIATE: tr("most intermediate lifters"),
        Experience.UNKNOWN: tr("most lifters"),
    }[experience]
