"""Words for what the library says of an exercise: kinds, muscles, tempo, skill, likeness."""

from __future__ import annotations

import re
from dataclasses import astuple

from planner.coach import wording
from planner.coach.library_names import (
    limit as limit,
    limit_name as limit_name,
    plain as plain,
    within as within,
)
from planner.engine.terms import (
    N_,
    Equipment,
    LoadKind,
    Measure,
    Muscle,
    Neuromuscular,
    Skill,
)
from planner.language import tr

MOST_POINTS = 16  # of a skill: three of each part, and one of the side
_LIKE = (
    (0.9, N_("almost the same")),
    (0.75, N_("very similar")),
    (0.6, N_("similar")),
    (0.0, N_("related")),
)
_NEEDS = {
    Equipment.BODYWEIGHT: N_("with bodyweight alone"),
    Equipment.BARBELL: N_("needs only a barbell"),
    Equipment.DUMBBELL: N_("needs only dumbbells"),
    Equipment.KETTLEBELL: N_("needs only a kettlebell"),
    Equipment.MACHINE: N_("on a machine"),
    Equipment.PLATE_MACHINE: N_("on a plate-loaded machine"),
    Equipment.SMITH: N_("in the Smith machine"),
    Equipment.CABLE: N_("on the cable"),
    Equipment.BAND: N_("needs only a band"),
    Equipment.BALL: N_("needs only a ball"),
    Equipment.BOARD: N_("needs only a balance board"),
    Equipment.CARDIO: N_("as endurance work"),
    Equipment.OTHER: N_("with other equipment"),
}
_MEASURES = {
    Measure.REPS: N_("repetitions"),
    Measure.SECONDS: N_("seconds"),
    Measure.DISTANCE: N_("metres"),
    Measure.QUALITY: N_("quality: sound, shaky or lost"),
    Measure.REACH: N_("reach in centimetres"),
}
_AMOUNTS = {
    Measure.REPS: "{n}",
    Measure.SECONDS: N_("{n} s"),
    Measure.DISTANCE: N_("{n} m"),
    Measure.QUALITY: N_("sound"),
    Measure.REACH: N_("{n} cm"),
}
_LOADS = {
    LoadKind.EXTERNAL: N_("the weight moved"),
    LoadKind.ADDED: N_("the weight added to the body's"),
    LoadKind.ASSISTED: N_("the help, taken off the body's weight"),
    LoadKind.BODYWEIGHT: N_("none, the body's weight is moved"),
    LoadKind.NONE: N_("none"),
}
_TRAINS = {
    Neuromuscular.BALANCE: N_("balance"),
    Neuromuscular.STABILITY: N_("stability of a joint"),
    Neuromuscular.PROPRIOCEPTION: N_("the sense of position"),
    Neuromuscular.ACTIVATION: N_("activation"),
    Neuromuscular.INTERMUSCULAR: N_("coordination between muscles"),
    Neuromuscular.INTRAMUSCULAR: N_("coordination within a muscle"),
    Neuromuscular.REACTIVE: N_("reactive strength"),
    Neuromuscular.ISOKINETIC: N_("steady, slow speed"),
}
_MEANINGS = {
    N_("neuromuscular"): N_(
        "Trains how nerves steer muscles: balance, joint control, reaction and coordination. "
        "It is practised rather than taken to the limit."
    ),
    N_("functional"): N_(
        "Close to what everyday life and sport ask for: several joints at once, standing, "
        "carrying, stepping or turning."
    ),
    N_("your own"): N_("You made it; it can be edited and deleted."),
    N_("made by an import"): N_(
        "A log had this name and nothing here matched. If it is an exercise that is here already, "
        "merge it with that."
    ),
    "from imports": N_("Names of imported logs that nothing here matched, the most trained first."),
}
_TEMPO = (N_("{s} s down"), N_("{s} s at the bottom"), N_("{s} s up"), N_("{s} s at the top"))
_FAST = (N_("fast down"), N_("fast at the bottom"), N_("fast up"), N_("fast at the top"))
_TEMPO_PART = re.compile(r"\d+|[xX]")
_SKILL = (
    (
        N_("Joints"),
        ("", N_("one joint moves"), N_("two joints move together"), N_("the whole body moves")),
    ),
    (N_("Planes"), ("", N_("in one plane"), N_("in two planes"), N_("in all three planes"))),
    (
        N_("Speed"),
        (N_("slow, at your own pace"), N_("brisk"), N_("fast"), N_("as fast as you can")),
    ),
    (
        N_("Balance"),
        (N_("supported"), N_("on both feet"), N_("easily lost"), N_("hard to keep")),
    ),
    (N_("Sides"), (N_("both at once"), N_("one side at a time"))),
    (
        N_("Load"),
        (
            N_("guided, or none"),
            N_("free in the hands"),
            N_("free and heavy, to be steered"),
            N_("overhead or in flight"),
        ),
    ),
)


def needs(kind: Equipment) -> str:
    """Write what has to be there: 'needs only a barbell', 'with bodyweight alone'."""
    return tr(_NEEDS[kind])


def measure(kind: Measure) -> str:
    """Write what a set counts."""
    return tr(_MEASURES[kind])


def amount(count: int, kind: Measure) -> str:
    """Write what a set should reach: '12', '30 s', 'sound'."""
    return tr(_AMOUNTS[kind]).format(n=count)


def load(kind: LoadKind) -> str:
    """Write what a load that is typed means."""
    return tr(_LOADS[kind])


def trains(kind: Neuromuscular) -> str:
    """Write what an exercise trains the nervous system in."""
    return tr(_TRAINS[kind])


def tempo(given: str) -> str:
    """Write a tempo such as '3-1-1-0', '311' or '30X0' out, without the parts that last no time.

    A tempo of another form stays as it is.
    """
    parts = given.split("-") if "-" in given else list(given)
    if not 3 <= len(parts) <= len(_TEMPO) or not all(map(_TEMPO_PART.fullmatch, parts)):
        return given
    return wording.in_row(
        tr(fast if part in "xX" else words).format(s=part)
        for words, fast, part in zip(_TEMPO, _FAST, parts, strict=False)
        if part != "0"
    )


def meaning(tag: str) -> str:
    """Say what a tag means as it is shown, 'functional', 'neuromuscular: balance'; '' for others.

    Kinds of exercises may be asked for by their own name, too.
    """
    tags = (each for each in _MEANINGS if tag == each or tag.startswith(tr(each)))
    return tr(_MEANINGS.get(next(tags, ""), ""))


def likeness(similarity: float) -> str:
    """Write how alike two exercises are, from 'almost the same' (0.9 and more) to 'related'."""
    return tr(next(words for least, words in _LIKE if similarity >= least))


def skill(parts: Skill) -> tuple[tuple[str, str, int], ...]:
    """Write the parts of a skill as (part, what it asks, points)."""
    points = astuple(parts)
    return tuple(
        (tr(name), tr(words[point]), point)
        for (name, words), point in zip(_SKILL, points, strict=True)
    )


def muscles(shares: tuple[tuple[Muscle, float], ...]) -> tuple[str, str]:
    """Write (prime movers, helpers) of an exercise; '' where there are none."""
    prime = (within(muscle) for muscle, share in shares if share >= 1.0)
    helpers = (within(muscle) for muscle, share in shares if 0.0 < share < 1.0)
    return wording.in_row(prime), wording.in_row(helpers)
