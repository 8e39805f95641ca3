"""What a lifter says of their health, whom they are sent to, and what they are limited to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.engine.terms.kinds import Limit, Pattern


class Topic(StrEnum):
    """What somebody is asked about, or what they feel; then come signs of a moment.

    OTHER stands for what stays with the lifter, where only the wait for a clearance is handed on.
    """

    HEART = "heart"
    CARDIAC_EVENT = "cardiac_event"
    BLOOD_PRESSURE = "blood_pressure"
    CHEST_PAIN = "chest_pain"
    FAINTING = "fainting"
    CONDITION = "condition"
    KIDNEY = "kidney"
    MEDICATION = "medication"
    PREGNANCY = "pregnancy"
    SURGERY = "surgery"
    INJURY = "injury"
    JOINT = "joint"
    MOVEMENT = "movement"
    CHRONIC_PAIN = "chronic_pain"
    SPORT = "sport"
    SUPERVISED = "supervised"
    HEARTBEAT = "heartbeat"
    BREATHLESSNESS = "breathlessness"
    WEAKNESS = "weakness"
    NUMBNESS = "numbness"
    HEADACHE = "headache"
    DARK_URINE = "dark_urine"
    DEFORMITY = "deformity"
    LOCKING = "locking"
    LASTING_PAIN = "lasting_pain"
    STRONG_PAIN = "strong_pain"
    OTHER = "other"


class Profession(StrEnum):
    """Who can judge what a training program cannot."""

    PHYSICIAN = "physician"
    CARDIOLOGIST = "cardiologist"
    SPORTS_PHYSICIAN = "sports_physician"
    SURGEON = "surgeon"
    PHYSIOTHERAPIST = "physiotherapist"
    PAIN_SPECIALIST = "pain_specialist"
    MIDWIFE = "midwife"
    DIETITIAN = "dietitian"
    OTHER = "other"


class ReferralSource(StrEnum):
    """What a referral came from: the health questions, time away, a sign, or pain in the log."""

    INTAKE = "intake"
    ABSENCE = "absence"
    SIGN = "sign"
    LOG = "log"


@dataclass(frozen=True, slots=True)
class Intake:
    """The health questions as answered on a day; what was not answered is not among `answers`."""

    on: date
    answers: tuple[tuple[Topic, bool], ...] = ()
    note: str = ""
    id: int | None = None
    uid: str = ""

    def answer(self, topic: Topic) -> bool | None:
        """Return what was said of a topic, None where nothing was."""
        return dict(self.answers).get(topic)


@dataclass(frozen=True, slots=True)
class Referral:
    """That somebody is asked to see a professional, and what came of it.

    `exercise` is the slug of the one that hurt, None where it is about all training. `letter_on`
    is the day a letter was last made. It is open until `cleared_on`; `cleared_by` is a name.
    """

    on: date
    topic: Topic
    source: ReferralSource
    exercise: str | None = None
    note: str = ""
    letter_on: date | None = None
    cleared_on: date | None = None
    cleared_by: str = ""
    cleared_as: Profession | None = None
    clearance_note: str = ""
    id: int | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Restriction:
    """What somebody may not do from a day on, `until` (included) or, with None, for good.

    It holds for an exercise (its slug), a movement pattern, or all that does not suit a `limit`;
    with none of them for all training. With `most_kg` loads up to that are allowed. `set_by` is a
    name, `profession` None for a trainer's or the lifter's own; `words` say it as it was told.
    """

    since: date
    until: date | None = None
    set_by: str = ""
    profession: Profession | None = None
    limit: Limit | None = None
    exercise: str | None = None
    pattern: Pattern | None = None
    most_kg: float | None = None
    words: str = ""
    id: int | None = None
    uid: str = ""
