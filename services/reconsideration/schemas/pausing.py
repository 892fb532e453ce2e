"""Requests that suspend, resume, terminate and stay (ARL 39 to 42)."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.reconsideration.domain.pausing_acts import Found
from services.reconsideration.schemas.fields import PERSON, Code, Dated, Reasoned, Text
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.pausing import Stay, Suspension, Termination, Unsucceeded


class SuspensionIn(Dated):
    """中止行政复议 (ARL 39)."""

    cause: Suspension = Field(title="中止的情形", examples=["death"])
    agreed: bool | None = Field(
        None,
        title="申请人和被申请人是否都同意中止",
        description="因调解、和解中止的填写",
        examples=[None],
    )
    applicant: UUID | None = Field(
        None,
        title="有该情形的申请人",
        description="申请人死亡、丧失行为能力、下落不明、终止的，申请人有数人的必填，各人分别中止",
        examples=[None],
    )
    text: Text = Field(
        title="中止通知书正文", description="书面告知当事人", examples=["申请人死亡，本案中止审理"]
    )


class CauseGoneIn(Reasoned):
    """中止的原因消除 (ARL 39)."""

    cause: Suspension | None = Field(
        None, title="中止的情形", description="只因一种情形中止的可以不填", examples=["death"]
    )
    applicant: UUID | None = Field(
        None,
        title="有该情形的申请人",
        description="同一情形在数人的填写",
        examples=[None],
    )


class ResumptionIn(Dated):
    """恢复审理 (ARL 39)."""

    cause: Suspension | None = Field(
        None, title="中止的情形", description="只因一种情形中止的可以不填", examples=["death"]
    )
    applicant: UUID | None = Field(
        None,
        title="有该情形的申请人",
        description="同一情形在数人的填写",
        examples=[None],
    )
    text: Text = Field(
        title="恢复审理通知书正文",
        description="书面告知当事人",
        examples=["近亲属已参加行政复议，恢复审理"],
    )


class ResumptionOrderIn(Dated):
    """责令恢复审理 (ARL 40)."""

    organ: Code | None = Field(
        None,
        title="责令的上级行政机关",
        description="上级自己责令的不填；下级收到上级通知时填写",
        examples=["620700-government"],
    )
    cause: Suspension | None = Field(
        None, title="中止的情形", description="只因一种情形中止的可以不填", examples=["other"]
    )
    applicant: UUID | None = Field(
        None,
        title="有该情形的申请人",
        description="同一情形在数人的填写",
        examples=[None],
    )
    text: Text = Field(title="责令恢复审理通知书正文", examples=["没有正当理由，责令恢复审理"])


class EndingIn(Dated):
    """What is found for a termination, of the case or for some of its applicants (ARL 41, 74)."""

    ground: Termination = Field(Termination.WITHDRAWN, title="终止的情形", examples=["withdrawn"])
    liberty: bool | None = Field(
        None,
        title="行政行为是否为行政拘留或者限制人身自由的行政强制措施",
        description="因刑事强制措施终止的填写",
        examples=[None],
    )
    harmless: bool | None = Field(
        None,
        title="和解内容不损害国家利益、社会公共利益和他人合法权益，不违反强制性规定",
        description="因和解撤回的必填",
        examples=[None],
    )
    unsucceeded: Unsucceeded | None = Field(
        None,
        title="没有承受人的情形",
        description="因申请人死亡、组织终止而终止的必填",
        examples=[None],
    )
    basis: Text | None = Field(
        None,
        title="终止的依据",
        description="因申请人死亡、组织终止而终止的必填，写明怎样查明没有近亲属、承受人或者其放弃；"
        "因刑事强制措施终止的必填，写明何机关于何日因同一违法行为采取何种措施",
        examples=[None],
    )

    def found(self) -> Found:
        """What the domain takes of it."""
        return Found(**self.model_dump(exclude={"on", "text", "basis", "goes_on"}))


class TerminationIn(EndingIn):
    """终止行政复议 (ARL 41)."""

    applicants: frozenset[UUID] | None = Field(
        None,
        title="涉及的申请人",
        description="申请人有数人的必填；部分申请人有该情形的，办理部分申请人退出",
        min_length=1,
        examples=[[PERSON]],
    )
    text: Text | None = Field(
        None,
        title="终止决定书正文",
        description="准予撤回以外的情形必填",
        examples=["准予撤回，终止行政复议"],
    )


class StayRequestIn(Dated):
    """申请停止执行 (ARL 42)."""

    standing: Standing = Field(Standing.APPLICANT, title="谁申请", examples=["applicant"])
    askers: frozenset[UUID] = Field(
        frozenset(),
        title="申请停止执行的人",
        description="申请人或者第三人有数人、只有部分申请的填写；不填为该方全体，本人办理的为本人",
        examples=[[]],
    )
    text: Text = Field(title="停止执行的请求和理由", examples=["房屋一旦拆除无法恢复"])


class StayRefusalIn(Reasoned):
    """不予停止执行 (ARL 42)."""

    askers: frozenset[UUID] = Field(
        frozenset(),
        title="不予停止执行的是哪些人的申请",
        description="数人分别申请的，只答复其中部分的填写；不填为尚未答复的全部申请",
        examples=[[]],
    )


class StayAskedOut(BaseModel):
    """尚未答复的停止执行申请 (ARL 42)."""

    model_config = ConfigDict(from_attributes=True)

    standing: Standing = Field(title="谁申请")
    askers: tuple[UUID, ...] = Field(title="申请的人", description="没有写明的为该方全体")
    asked_on: date = Field(title="申请之日")


class StayIn(Dated):
    """停止执行 (ARL 42)."""

    ground: Stay = Field(title="停止执行的情形", examples=["asked"])
    text: Text = Field(title="停止执行决定书正文", examples=["复议期间停止执行"])


class RespondentStayIn(Dated):
    """被申请人停止执行 (ARL 42)."""

    text: Text = Field(title="停止执行的说明", examples=["复议期间暂不拆除"])
