"""Who takes part in a case 参加人, as an answer."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.reconsideration.schemas.co_applying import CoApplicantOut
from services.reconsideration.schemas.requesting import ThirdRequestAdmissionOut
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.capacity import Applicant, Paper, Through
from shared.contracts.reconsideration.people import AgentSort, Power


class ThirdPersonOut(BaseModel):
    """第三人 (ARL 16)."""

    model_config = ConfigDict(from_attributes=True)

    person_id: UUID = Field(title="第三人")
    called: bool = Field(title="由行政复议机构通知参加")
    takes_part: bool = Field(title="参加行政复议")


class AskingOut(BaseModel):
    """申请作为第三人参加、尚未答复的人 (ARL 16)."""

    model_config = ConfigDict(from_attributes=True)

    person_id: UUID = Field(title="申请参加的人")
    asked_on: date = Field(title="申请参加之日")


class AgentOut(BaseModel):
    """代理人 (ARL 14, 17)."""

    model_config = ConfigDict(from_attributes=True)

    agent_id: UUID = Field(title="代理人")
    standing: Standing = Field(title="哪一方的代理人")
    principal_id: UUID | None = Field(title="委托人", description="被申请人的代理人没有")
    organ: str = Field(title="哪一个其他共同被申请人", description="其他人的代理人没有")
    sort: AgentSort | None = Field(title="代理人的身份", description="法定代理人没有")
    powers: tuple[Power, ...] = Field(title="代理权限")
    until: date | None = Field(title="委托期限至")


class StatedOut(BaseModel):
    """申请书写明的申请人身份 (ARR2026 12 to 16)."""

    model_config = ConfigDict(from_attributes=True)

    sort: Applicant = Field(title="申请人的类别")
    through: Through | None = Field(title="由谁代表参加行政复议")
    papers: tuple[Paper, ...] = Field(title="提交的身份、代表资格证明")


class OwnStatedOut(StatedOut):
    """数名申请人中一名的身份 (ARR2026 27)."""

    person_id: UUID = Field(title="申请人")


class ElectionOut(BaseModel):
    """通知推选代表人 (RULES 124)."""

    model_config = ConfigDict(from_attributes=True)

    asked_on: date = Field(title="通知之日")
    over: bool = Field(title="逾期没有推选")


class ChoiceOut(BaseModel):
    """本人推选的代表人, while not all have chosen the same (RULES 173)."""

    model_config = ConfigDict(from_attributes=True)

    person_id: UUID = Field(title="谁推选的")
    representatives: tuple[UUID, ...] = Field(title="推选的代表人")
    chosen_on: date = Field(title="推选之日")


class AgreedOut(BaseModel):
    """同意适用简易程序的当事人 (ARL 53)."""

    model_config = ConfigDict(from_attributes=True)

    persons: tuple[UUID, ...] = Field(title="申请人、第三人")
    organs: tuple[str, ...] = Field(title="被申请人")


class ParticipantsOut(BaseModel):
    """参加人 beside applicants and respondent (ARL 14 to 17)."""

    model_config = ConfigDict(from_attributes=True)

    stated: StatedOut | None = Field(title="申请人的身份")
    stated_each: tuple[OwnStatedOut, ...] = Field(title="各申请人的身份")
    third_persons: tuple[ThirdPersonOut, ...] = Field(title="第三人")
    asking: tuple[AskingOut, ...] = Field(title="申请参加而尚未答复的")
    admitted: tuple[ThirdRequestAdmissionOut, ...] = Field(title="承认的第三人请求")
    co_applicants: tuple[CoApplicantOut, ...] = Field(title="写明的共同申请人")
    representatives: tuple[UUID, ...] = Field(title="申请人的代表人")
    election: ElectionOut | None = Field(title="通知推选代表人")
    third_representatives: tuple[UUID, ...] = Field(title="第三人的代表人")
    choices: tuple[ChoiceOut, ...] = Field(title="各人推选而尚未一致的")
    agents: tuple[AgentOut, ...] = Field(title="代理人")
    heirless: tuple[UUID, ...] = Field(title="没有承受人、不再送达的")
    withdrawing: tuple[UUID, ...] = Field(
        title="撤回而尚未答复的申请人", description="全体申请人撤回的为空"
    )
    simplified_by: AgreedOut | None = Field(
        title="同意适用简易程序的", description="不是经各方同意适用简易程序的为空"
    )
