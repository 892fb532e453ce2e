"""Requests about 意见书、建议书 and 移送 (ARL 76, 85, 86; ARR2026 69; RULES 48)."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from services.reconsideration.schemas.fields import Code, Dated, Text
from shared.contracts.reconsideration.letters import Deed, Flaw, Level, Recipient
from shared.frame.forms import Chosen


class OpinionLetterIn(Dated):
    """制发行政复议意见书 (ARL 76)."""

    organ: Code = Field(
        title="有关机关", description="被申请人或者其他下级行政机关", examples=["620702-chengguan"]
    )
    flaw: Flaw = Field(title="发现的情形", examples=["illegal"])
    text: Text = Field(title="意见书正文", examples=["同类处罚均未告知陈述、申辩的权利，请纠正。"])


class OfOrgan(Dated):
    """An act of an organ to which a letter was sent."""

    organ: Code | None = Field(
        None,
        title="有关机关",
        description="只有一个机关待办的可以不填；机关自己办理的不填",
        examples=["620702-chengguan"],
    )


class CorrectionReportIn(OfOrgan):
    """报送纠正情况 (ARL 76)."""

    letter: Annotated[UUID | None, Chosen("unreported", "没有待报送纠正情况的意见书。")] = Field(
        None,
        title="哪一份意见书",
        description="同一机关有几份待报送的可以写明；不填的为最近收到的一份",
        examples=[None],
    )
    text: Text = Field(title="纠正情况的报告", examples=["已经撤销同类处罚三件，并修订告知书。"])


class LetterUnheededIn(OfOrgan):
    """认定不履行意见书 (ARL 77)."""

    letter: Annotated[UUID | None, Chosen("unfound", "没有可以认定不履行的意见书。")] = Field(
        None,
        title="哪一份意见书",
        description="同一机关有几份按期报送的填写",
        examples=[None],
    )
    text: Text = Field(
        title="不履行的情形",
        description="认定以后开立履行监督，责令限期履行",
        examples=["报告称不予纠正，同类处罚没有撤销。"],
    )


class LetterReceiptIn(OfOrgan):
    """有关机关收到意见书 (ARL 76)."""

    letter: Annotated[UUID | None, Chosen("unreceived", "没有尚待收到的意见书。")] = Field(
        None,
        title="哪一份意见书",
        description="同一机关有几份尚待收到的填写",
        examples=[None],
    )


class LetterCopyIn(Dated):
    """抄告意见书 (ARL 79)."""

    organ: Annotated[Code, Chosen("above_letter")] = Field(
        title="上一级主管部门", examples=["620700-chengguan"]
    )
    of_organ: Code | None = Field(
        None,
        title="哪一个机关的意见书",
        description="几份意见书抄告同一个主管部门的填写",
        examples=[None],
    )
    letter: Annotated[UUID | None, Chosen("uncopied", "没有应当抄告的意见书。")] = Field(
        None,
        title="哪一份意见书",
        description="同一机关有几份应当抄告的填写",
        examples=[None],
    )


class RecommendationIn(Dated):
    """制作行政复议建议书 (ARR2026 69; RULES 48)."""

    organ: Code = Field(title="有关机关", examples=["620702-chengguan"])
    level: Level = Field(title="问题出在哪一类规定的实施中", examples=["document"])
    general: bool = Field(title="是否带有普遍性", examples=[True])
    answer_by: date = Field(title="希望答复的期限", examples=["2026-08-31"])
    text: Text = Field(title="建议书正文", examples=["建议统一占道经营处罚的告知格式。"])


class RecommendationAnswerIn(OfOrgan):
    """答复建议书 (RULES 48)."""

    letter: Annotated[UUID | None, Chosen("unanswered", "没有待答复的建议书。")] = Field(
        None,
        title="哪一份建议书",
        description="同一机关有几份待答复的可以写明；不填的为最近的一份",
        examples=[None],
    )
    text: Text = Field(title="答复", examples=["已经采纳，修订了格式文书。"])


class HandOverIn(Dated):
    """移送违法事实材料、问题线索 (ARL 84 to 86)."""

    deed: Deed = Field(title="行为", examples=["no_reply"])
    done_on: date = Field(title="行为之日", examples=["2026-04-01"])
    recipient: Recipient = Field(title="接受移送的机关", examples=["appointing"])
    official: bool | None = Field(
        None, title="行为人是否公职人员", description="机关的行为不填", examples=[None]
    )
    duty_crime: bool = Field(
        default=False,
        title="是否涉嫌职务违法、职务犯罪",
        description="是的，应当移送监察机关",
        examples=[False],
    )
    text: Text = Field(title="移送的事实材料", examples=["被申请人逾期未提出书面答复的经过。"])
