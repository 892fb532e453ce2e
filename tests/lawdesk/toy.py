"""A toy question with one field of every shape, for tests of the frame."""

from datetime import date
from enum import StrEnum
from typing import Final

from shared.errors import Malformed
from shared.law.article import ARL
from shared.law.period import CalendarDays
from shared.law.proof import Proof
from shared.lawdesk import Answer, Assumed, Facts, Question, Reason, Setting, told


class Colour(StrEnum):
    """A choice."""

    RED = "red"
    BLUE = "blue"


class Part(Facts):
    """What only a file can hold."""

    name: str = told("部分的名称", "决定是否计入")
    since: date = told("部分开始之日", "部分由此起算")


class ToyFacts(Facts):
    """One field of every shape."""

    start: date = told("知道行政行为之日", "申请期限由此起算")
    colour: Colour = told("颜色", "决定结果", Colour.RED)
    posted: bool | None = told("是否邮寄", "邮寄的以寄出之日为准", None)
    fine_yuan: int = told("罚款数额，元", "决定是否超过限额", 0, ge=0)
    days: tuple[date, ...] = told("不计入的日子", "从期限中扣除", ())
    parts: tuple[Part, ...] = told("各个部分", "逐一计算", ())


def _answer(facts: ToyFacts, setting: Setting) -> Answer:
    if facts.colour is Colour.BLUE and not facts.days:
        raise Malformed("蓝色的须写明日子", "days")
    reckoning = CalendarDays(60).reckon(facts.start, setting.calendar)
    proof = Proof(
        term="申请期限", article=ARL[20].par(1), because="知道行政行为", reckoning=reckoning
    )
    late = setting.today > reckoning.last_day
    return Answer(
        result="late" if late else "in_time",
        says=f"申请期限至{reckoning.last_day}届满。",
        reasons=(
            Reason("自知道之日起六十日内", ARL[20].par(1)),
            Reason("没有超过期限", met=not late),
        ),
        proofs=(proof,),
        assumed=() if facts.posted is not None else (Assumed("posted", "没有邮寄", "以寄出为准"),),
        values={"last_day": reckoning.last_day.isoformat(), "parts": len(facts.parts)},
    )


TOY: Final = Question(
    name="toy",
    term="示例问题",
    says="这是一个示例吗？",
    facts=ToyFacts,
    answer=_answer,
    results={"in_time": "在期限内", "late": "已经超过期限"},
    example={"start": "2026-09-30"},
)
