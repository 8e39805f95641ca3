"""What an answer about health means: who should judge it, why, and whether loads wait for that.

Nothing here says what somebody has; it only says who can find out.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from planner.engine import evidence
from planner.engine.terms import Phrase, Profession, Topic, phrase

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


JUDGEMENTS = MappingProxyType({made.topic: made for made in (
    HealthJudgement(Topic.HEART, phrase("Heart condition"), (_HEART, _DOCTOR),
                    phrase("With a heart condition, a doctor should say how hard you may train."),
                    blocks=True),
    HealthJudgement(Topic.CARDIAC_EVENT, phrase("Heart attack, stroke or heart operation"),
                    (_HEART, _DOCTOR),
                    phrase("After a cardiac event, a cardiologist should say when and how hard "
                           "you may train."), blocks=True),
    HealthJudgement(Topic.BLOOD_PRESSURE, phrase("High blood pressure"), (_DOCTOR, _HEART),
                    phrase("Heavy loads raise blood pressure; a doctor should see that it is "
                           "under control."), blocks=True),
    HealthJudgement(Topic.CHEST_PAIN, phrase("Pain or pressure in the chest"), (_DOCTOR, _HEART),
                    phrase("Pain or pressure in the chest should be looked at before you lift."),
                    blocks=True),
    HealthJudgement(Topic.FAINTING, phrase("Fainting or dizziness"), (_DOCTOR, _HEART),
                    phrase("A doctor should know why you fainted or were dizzy before you lift."),
                    blocks=True),
    HealthJudgement(Topic.CONDITION, phrase("Long-term condition"), (_DOCTOR,),
                    phrase("Your doctor can say what training suits your condition.")),
    HealthJudgement(Topic.KIDNEY, phrase("Kidney disease"), (_DOCTOR, Profession.DIETITIAN),
                    phrase("With kidney disease, protein and drinks are for your doctor to say."),
                    sources=_THUMB),
    HealthJudgement(Topic.MEDICATION, phrase("Prescribed medicine"), (_DOCTOR,),
                    phrase("Some medicines change how exercise feels; your doctor can tell you "
                           "which.")),
    HealthJudgement(Topic.PREGNANCY, phrase("Pregnancy or recent birth"),
                    (Profession.MIDWIFE, _DOCTOR),
                    phrase("Training is mostly welcome now; your midwife or doctor should say "
                           "which loads."), blocks=True, sources=("mottola-2018",)),
    HealthJudgement(Topic.SURGERY, phrase("Recent surgery"), (Profession.SURGEON, _PHYSIO),
                    phrase("After surgery, your surgeon or physiotherapist should say what may be "
                           "loaded."), blocks=True, sources=_THUMB),
    HealthJudgement(Topic.INJURY, phrase("Injury"), (_PHYSIO, _SPORTS),
                    phrase("A physiotherapist can say what to spare and how to build it up again."),
                    sources=("ardern-2016",)),
    HealthJudgement(Topic.JOINT, phrase("Bone, joint or muscle problem"), (_PHYSIO, _DOCTOR),
                    phrase("A physiotherapist can say which movements suit you.")),
    HealthJudgement(Topic.MOVEMENT, phrase("Range of motion after an injury or operation"),
                    (_PHYSIO,),
                    phrase("A physiotherapist can measure what the joint allows, and win it back."),
                    sources=("ardern-2016",)),
    HealthJudgement(Topic.CHRONIC_PAIN, phrase("Long-lasting pain"),
                    (Profession.PAIN_SPECIALIST, _DOCTOR),
                    phrase("Long-lasting pain is best looked at by somebody who knows pain; "
                           "training often helps."), sources=("treede-2019",)),
    HealthJudgement(Topic.SPORT, phrase("Return to a sport"), (_SPORTS, _PHYSIO),
                    phrase("A sports physician can test when your sport is safe again."),
                    sources=("ardern-2016",)),
    HealthJudgement(Topic.SUPERVISED, phrase("Training under supervision"), (_DOCTOR,),
                    phrase("You were told to train under supervision; your doctor should say what "
                           "you may do here."), blocks=True),
    HealthJudgement(Topic.HEARTBEAT, phrase("Racing or stumbling heart"), (_DOCTOR, _HEART),
                    phrase("A heart that races or stumbles should be looked at before you lift."),
                    blocks=True),
    HealthJudgement(Topic.BREATHLESSNESS, phrase("Unusual breathlessness"), (_DOCTOR, _HEART),
                    phrase("Breathlessness that does not fit the effort should be looked at "
                           "before you lift."), blocks=True),
    HealthJudgement(Topic.WEAKNESS, phrase("Sudden weakness or numbness"), (_DOCTOR,),
                    phrase("Sudden weakness should be looked at at once."),
                    blocks=True, sources=_SPINE),
    HealthJudgement(Topic.NUMBNESS, phrase("Numbness, bladder or bowel"), (_DOCTOR,),
                    phrase("Numbness there, or a bladder or bowel out of control, should be "
                           "looked at at once."), blocks=True, sources=_SPINE),
    HealthJudgement(Topic.HEADACHE, phrase("Sudden severe headache"), (_DOCTOR,),
                    phrase("A sudden severe headache should be looked at before you lift."),
                    blocks=True, sources=_THUMB),
    HealthJudgement(Topic.DARK_URINE, phrase("Dark urine with muscle pain"), (_DOCTOR,),
                    phrase("Dark urine with strong pain or swelling should be looked at at once."),
                    blocks=True, sources=_THUMB),
    HealthJudgement(Topic.DEFORMITY, phrase("Joint or limb out of shape"),
                    (_DOCTOR, Profession.SURGEON),
                    phrase("It should be looked at before anything is loaded."),
                    blocks=True, sources=_THUMB),
    HealthJudgement(Topic.LOCKING, phrase("Joint that locks or gives way"), (_PHYSIO, _DOCTOR),
                    phrase("A joint that locks or gives way should be looked at before it is "
                           "loaded."), blocks=True, sources=_THUMB),
    HealthJudgement(Topic.LASTING_PAIN, phrase("Pain that does not ease"), (_DOCTOR, _PHYSIO),
                    phrase("Pain that does not ease should be looked at before you go on."),
                    blocks=True, sources=_SPINE),
    HealthJudgement(Topic.STRONG_PAIN, phrase("Strong pain in a lift"), (_PHYSIO, _DOCTOR),
                    phrase("Pain of {pain} out of 10 or more: have it looked at by a doctor or "
                           "physiotherapist before you do it again.", pain=_PAIN), sources=_THUMB),
    HealthJudgement(Topic.OTHER, phrase("A clearance"), (_DOCTOR,),
                    phrase("A professional should say first how you may train; why stays with the "
                           "lifter."), blocks=True, sources=_THUMB),
)})  # fmt: skip


def judgement(topic: Topic) -> HealthJudgement:
    """Return what a yes to a topic means."""
    return JUDGEMENTS[topic]
