"""The questions on health, and the signs of a moment that speak against training.

Nothing here says what somebody has; `health` says who can find out.
"""

from __future__ import annotations

from dataclasses import dataclass

from planner.engine import evidence
from planner.engine.terms import Phrase, Topic, phrase

_FAINTED = evidence.FAINTING_MONTHS.value
_RECENT = evidence.RECENT_MONTHS.value
_CHRONIC = evidence.CHRONIC_MONTHS.value
_LASTING = evidence.LASTING_WEEKS.value


@dataclass(frozen=True, slots=True)
class Question:
    """A question on health, and why it is asked."""

    topic: Topic
    text: Phrase
    why: Phrase


@dataclass(frozen=True, slots=True)
class Sign:
    """Something felt now; an `urgent` one calls for help at once."""

    topic: Topic
    text: Phrase
    urgent: bool = False


QUESTIONS = (
    Question(Topic.HEART, phrase("Do you have a heart condition?"),
             phrase("Some hearts need a limit on effort.")),
    Question(Topic.CARDIAC_EVENT,
             phrase("Have you had a heart attack, a stroke or an operation on your heart?"),
             phrase("Training helps afterwards, in steps that a cardiologist sets.")),
    Question(Topic.BLOOD_PRESSURE,
             phrase("Do you have high blood pressure that is not under control?"),
             phrase("Heavy lifting raises it for a moment.")),
    Question(Topic.CHEST_PAIN,
             phrase("Do you get pain or pressure in your chest, at rest or with effort?"),
             phrase("It can come from the heart.")),
    Question(Topic.FAINTING,
             phrase("Have you fainted, or lost balance from dizziness, in the last {months} "
                    "months?", months=_FAINTED),
             phrase("A fall with a load is dangerous.")),
    Question(Topic.CONDITION,
             phrase("Do you have another long-term condition, such as diabetes, asthma or "
                    "epilepsy?"),
             phrase("Training mostly helps, if it suits the condition.")),
    Question(Topic.KIDNEY, phrase("Do you have kidney disease?"),
             phrase("Targets for protein and drinks would not suit you; they stay hidden.")),
    Question(Topic.MEDICATION, phrase("Do you take prescribed medicine regularly?"),
             phrase("Some change heart rate, balance or bleeding.")),
    Question(Topic.PREGNANCY,
             phrase("Are you pregnant, or did you give birth in the last {months} months?",
                    months=_RECENT),
             phrase("Training is mostly welcome; the usual numbers do not apply.")),
    Question(Topic.SURGERY, phrase("Have you had surgery in the last {months} months?",
                                   months=_RECENT),
             phrase("What was repaired needs time before it bears loads.")),
    Question(Topic.INJURY, phrase("Do you have an injury that is not healed?"),
             phrase("Then some lifts should wait, and others need not.")),
    Question(Topic.JOINT,
             phrase("Do you have a bone, joint or muscle problem that training could make worse?"),
             phrase("There is mostly a lift that suits.")),
    Question(Topic.MOVEMENT,
             phrase("Does a joint move less than before, since an injury or an operation?"),
             phrase("Loads should keep to the range that is there.")),
    Question(Topic.CHRONIC_PAIN, phrase("Have you had pain for {months} months or longer?",
                                        months=_CHRONIC),
             phrase("Such pain needs more than a lighter week.")),
    Question(Topic.SPORT, phrase("Are you training to return to a sport after an injury?"),
             phrase("The weight room cannot test what a sport asks for.")),
    Question(Topic.SUPERVISED,
             phrase("Has a doctor told you to train only under supervision?"),
             phrase("Then a program alone is not enough.")),
)  # fmt: skip

SIGNS = (
    Sign(Topic.CHEST_PAIN, phrase("Pain or pressure in the chest"), urgent=True),
    Sign(Topic.FAINTING, phrase("Fainted, or about to"), urgent=True),
    Sign(Topic.HEARTBEAT, phrase("Heart races or stumbles without reason"), urgent=True),
    Sign(Topic.BREATHLESSNESS, phrase("Much more out of breath than the effort explains"),
         urgent=True),
    Sign(Topic.WEAKNESS, phrase("Sudden weakness, or weak on one side"), urgent=True),
    Sign(Topic.NUMBNESS,
         phrase("Numb between the legs, or bladder or bowel out of control"), urgent=True),
    Sign(Topic.HEADACHE, phrase("Sudden severe headache while lifting"), urgent=True),
    Sign(Topic.DARK_URINE, phrase("Dark urine, with strong muscle pain or swelling"), urgent=True),
    Sign(Topic.DEFORMITY, phrase("A joint or limb out of shape, or it cannot bear weight"),
         urgent=True),
    Sign(Topic.LOCKING, phrase("A joint locks or gives way")),
    Sign(Topic.LASTING_PAIN,
         phrase("Pain at night, or for more than {weeks} weeks without easing", weeks=_LASTING)),
)  # fmt: skip

HELP_NOW = phrase(
    "Stop training and get medical help now. If it is there at this moment, or gets worse, call "
    "the emergency number; do not drive yourself."
)
"""What is said of urgent signs; numbers differ by country, so none is named."""

_SPARE = phrase("What may bear loads depends on it.")
AFTER_INJURY = (
    Question(Topic.SURGERY, phrase("Was it operated on, or will it be?"), _SPARE),
    Question(Topic.DEFORMITY, phrase("Is it out of shape, or can it not bear weight?"), _SPARE),
    Question(Topic.WEAKNESS, phrase("Is anything numb or weak since then?"), _SPARE),
    Question(Topic.LOCKING, phrase("Does the joint lock or give way?"), _SPARE),
    Question(Topic.MOVEMENT, phrase("Does it move less than before?"), _SPARE),
    Question(Topic.LASTING_PAIN,
             phrase("Does it hurt at night, or has it not eased for {weeks} weeks?",
                    weeks=_LASTING), _SPARE),
    Question(Topic.SPORT, phrase("Are you training to return to a sport?"), _SPARE),
)  # fmt: skip
"""What whoever is injured is asked, the gravest first."""
