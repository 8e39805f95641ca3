"""What an answer about health means: who should judge it, why, and whether loads wait for that.

Nothing here says what somebody has; it only says who can find out.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from planner.engine import evidence
from planner.engine.terms import Phrase, Profession, Topic, phrase

_FAINTED = evidence.FAINTING_MONTHS.value
_RECENT = evidence.RECENT_MONTHS.value
_CHRONIC = evidence.CHRONIC_MONTHS.value
_LASTING = evidence.LASTING_WEEKS.value
_PAIN = evidence.PAIN_REFER.value

_SCREENING = ("warburton-2011", "riebe-2015")
_SPINE = ("finucane-2020",)
_THUMB = ("thumb",)

_DOCTOR, _HEART = Profession.PHYSICIAN, Profession.CARDIOLOGIST
_PHYSIO, _SPORTS = Profession.PHYSIOTHERAPIST, Profession.SPORTS_PHYSICIAN


@dataclass(frozen=True, slots=True)
class HealthJudgement:
    """Who should look at a topic, the fittest profession first, and why, in one sentence.

    `name` is what the topic is called; `blocks` says that no load is suggested until they have.
    """

    topic: Topic
    name: Phrase
    professions: tuple[Profession, ...]
    reason: Phrase
    blocks: bool = False
    sources: tuple[str, ...] = _SCREENING


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


def _judged(
    topic: Topic,
    name: str,
    professions: tuple[Profession, ...],
    reason: str,
    *,
    blocks: bool = False,
    sources: tuple[str, ...] = _SCREENING,
    **values: float,
) -> HealthJudgement:
    return HealthJudgement(
        topic, phrase(name), professions, phrase(reason, **values), blocks, sources
    )


JUDGEMENTS = MappingProxyType({made.topic: made for made in (
    _judged(Topic.HEART, "Heart condition", (_HEART, _DOCTOR),
            "With a heart condition, a doctor should say how hard you may train.", blocks=True),
    _judged(Topic.CARDIAC_EVENT, "Heart attack, stroke or heart operation", (_HEART, _DOCTOR),
            "After a cardiac event, a cardiologist should say when and how hard you may train.",
            blocks=True),
    _judged(Topic.BLOOD_PRESSURE, "High blood pressure", (_DOCTOR, _HEART),
            "Heavy loads raise blood pressure; a doctor should see that it is under control.",
            blocks=True),
    _judged(Topic.CHEST_PAIN, "Pain or pressure in the chest", (_DOCTOR, _HEART),
            "Pain or pressure in the chest should be looked at before you lift.", blocks=True),
    _judged(Topic.FAINTING, "Fainting or dizziness", (_DOCTOR, _HEART),
            "A doctor should know why you fainted or were dizzy before you lift.", blocks=True),
    _judged(Topic.CONDITION, "Long-term condition", (_DOCTOR,),
            "Your doctor can say what training suits your condition."),
    _judged(Topic.KIDNEY, "Kidney disease", (_DOCTOR, Profession.DIETITIAN),
            "With kidney disease, protein and drinks are for your doctor to say.", sources=_THUMB),
    _judged(Topic.MEDICATION, "Prescribed medicine", (_DOCTOR,),
            "Some medicines change how exercise feels; your doctor can tell you which."),
    _judged(Topic.PREGNANCY, "Pregnancy or recent birth", (Profession.MIDWIFE, _DOCTOR),
            "Training is mostly welcome now; your midwife or doctor should say which loads.",
            blocks=True, sources=("mottola-2018",)),
    _judged(Topic.SURGERY, "Recent surgery", (Profession.SURGEON, _PHYSIO),
            "After surgery, your surgeon or physiotherapist should say what may be loaded.",
            blocks=True, sources=_THUMB),
    _judged(Topic.INJURY, "Injury", (_PHYSIO, _SPORTS),
            "A physiotherapist can say what to spare and how to build it up again.",
            sources=("ardern-2016",)),
    _judged(Topic.JOINT, "Bone, joint or muscle problem", (_PHYSIO, _DOCTOR),
            "A physiotherapist can say which movements suit you."),
    _judged(Topic.MOVEMENT, "Range of motion after an injury or operation", (_PHYSIO,),
            "A physiotherapist can measure what the joint allows, and win it back.",
            sources=("ardern-2016",)),
    _judged(Topic.CHRONIC_PAIN, "Long-lasting pain", (Profession.PAIN_SPECIALIST, _DOCTOR),
            "Long-lasting pain is best looked at by somebody who knows pain; training often helps.",
            sources=("treede-2019",)),
    _judged(Topic.SPORT, "Return to a sport", (_SPORTS, _PHYSIO),
            "A sports physician can test when your sport is safe again.",
            sources=("ardern-2016",)),
    _judged(Topic.SUPERVISED, "Training under supervision", (_DOCTOR,),
            "You were told to train under supervision; your doctor should say what you may do "
            "here.", blocks=True),
    _judged(Topic.HEARTBEAT, "Racing or stumbling heart", (_DOCTOR, _HEART),
            "A heart that races or stumbles should be looked at before you lift.", blocks=True),
    _judged(Topic.BREATHLESSNESS, "Unusual breathlessness", (_DOCTOR, _HEART),
            "Breathlessness that does not fit the effort should be looked at before you lift.",
            blocks=True),
    _judged(Topic.WEAKNESS, "Sudden weakness or numbness", (_DOCTOR,),
            "Sudden weakness should be looked at at once.", blocks=True, sources=_SPINE),
    _judged(Topic.NUMBNESS, "Numbness, bladder or bowel", (_DOCTOR,),
            "Numbness there, or a bladder or bowel out of control, should be looked at at once.",
            blocks=True, sources=_SPINE),
    _judged(Topic.HEADACHE, "Sudden severe headache", (_DOCTOR,),
            "A sudden severe headache should be looked at before you lift.", blocks=True,
            sources=_THUMB),
    _judged(Topic.DARK_URINE, "Dark urine with muscle pain", (_DOCTOR,),
            "Dark urine with strong pain or swelling should be looked at at once.", blocks=True,
            sources=_THUMB),
    _judged(Topic.DEFORMITY, "Joint or limb out of shape", (_DOCTOR, Profession.SURGEON),
            "It should be looked at before anything is loaded.", blocks=True, sources=_THUMB),
    _judged(Topic.LOCKING, "Joint that locks or gives way", (_PHYSIO, _DOCTOR),
            "A joint that locks or gives way should be looked at before it is loaded.",
            blocks=True, sources=_THUMB),
    _judged(Topic.LASTING_PAIN, "Pain that does not ease", (_DOCTOR, _PHYSIO),
            "Pain that does not ease should be looked at before you go on.", blocks=True,
            sources=_SPINE),
    _judged(Topic.STRONG_PAIN, "Strong pain in a lift", (_PHYSIO, _DOCTOR),
            "Pain of {pain} out of 10 or more: have it looked at by a doctor or physiotherapist "
            "before you do it again.", sources=_THUMB, pain=_PAIN),
    _judged(Topic.OTHER, "A clearance", (_DOCTOR,),
            "A professional should say first how you may train; why stays with the lifter.",
            blocks=True, sources=_THUMB),
)})  # fmt: skip


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


def judgement(topic: Topic) -> HealthJudgement:
    """Return what a yes to a topic means."""
    return JUDGEMENTS[topic]
