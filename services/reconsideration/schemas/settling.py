"""Requests of mediation 调解, settlement 和解 and applying again (ARL 5, 73, 74)."""

from datetime import date
from uuid import UUID

from pydantic import Field

from services.reconsideration.domain.settling_acts import Agreed
from services.reconsideration.schemas.fields import (
    PERSON,
    Dated,
    ObligesParties,
    OfSeveral,
    Reasoned,
    Text,
)
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.settling import Breach, Refiling


class MediationIn(Dated):
    """开始调解 (ARL 5)."""

    applicants_willing: bool = Field(title="申请人都愿意调解", examples=[True])
    respondent_willing: bool = Field(
        title="被申请人愿意调解", description="共同被申请人的，全体愿意", examples=[True]
    )
    record: Text = Field(title="各方同意调解的情况", examples=["电话征得双方同意"])


class MediationFailureIn(Dated):
    """调解不成 (ARL 73)."""

    breach: Breach = Field(title="调解不成的情形", examples=["repented"])
    standing: Standing | None = Field(
        None, title="反悔的一方", description="一方反悔的必填", examples=["respondent"]
    )
    record: Text = Field(
        title="调解的经过",
        description="其中对协商条件、方案的认可，不得在其后的审理中作为不利证据",
        examples=["双方对退还数额没有达成一致"],
    )


class MediationDocumentIn(ObligesParties, Dated):
    """制作行政复议调解书 (ARL 73)."""

    text: Text = Field(
        title="调解书正文",
        description="载明复议请求、事实、理由和调解结果",
        examples=["被申请人于三月三十一日前退还罚款三百元"],
    )
    harmless: bool = Field(
        title="内容不损害国家利益、社会公共利益和他人合法权益，不违反强制性规定", examples=[True]
    )
    obliges: bool = Field(title="被申请人有需要履行的内容", examples=[True])
    perform_by: date | None = Field(
        None,
        title="履行期限届满之日",
        description="调解书写明日期的填写",
        examples=["2026-03-31"],
    )

    def agreed(self) -> Agreed:
        """What the domain takes of it."""
        said = self.model_dump(include={"harmless", "obliges", "perform_by"})
        return Agreed(**said, duties=self.owed())


class MediationSignatureIn(Dated):
    """在调解书上签字或者签章 (ARL 73)."""

    standing: Standing = Field(title="哪一方", examples=["applicant"])
    signers: tuple[UUID, ...] = Field(
        (),
        title="签字的申请人、第三人",
        description="不填为该方尚未签字的全部；被申请人不填",
        max_length=1000,
        examples=[[PERSON]],
    )
    organ: OfSeveral = None


class SettlementIn(Dated):
    """提交和解协议 (ARL 74)."""

    text: Text = Field(title="和解协议的内容", examples=["被申请人减收罚款，申请人撤回申请"])


class RefilingIn(Reasoned):
    """认定可以再次申请 (ARL 74)."""

    ground: Refiling = Field(title="可以再次申请的情形", examples=["against_will"])
    applicants: tuple[UUID, ...] = Field(
        (),
        title="可以再次申请的申请人",
        description="本案的申请人，各自证明；只有一名申请人的不填",
        max_length=1000,
        examples=[[]],
    )
