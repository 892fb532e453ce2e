"""Findings 审理认定, as a request says them (ARL 61 to 72)."""

from datetime import date
from typing import Any, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from services.reconsideration.domain.findings import Findings
from services.reconsideration.domain.items import finding
from services.reconsideration.schemas.fields import PERSON, Dated, Text
from shared.contracts.reconsideration import Outcome
from shared.contracts.reconsideration.judged import (
    Basis,
    Breach,
    ClaimFound,
    Duty,
    Hopeless,
    Item,
    Procedure,
    Unpaid,
)


class FindingIn(BaseModel):
    """一项行政行为、不作为或者行政协议的认定."""

    model_config = ConfigDict(extra="forbid")

    text: Text = Field(
        title="认定的内容",
        description="写明是哪一项行政行为，查明的事实、证据、依据和程序",
        examples=["被诉处罚决定：经查，作出前未告知听证权利，违反法定程序。"],
    )
    evidence_submitted: bool | None = Field(
        None,
        title="被申请人提交了证据、依据",
        description="不填的，以证据目录为准；随答复提交而没有列入目录的填写，并在内容中写明",
        examples=[None],
    )
    facts_clear: bool | None = Field(None, title="主要事实清楚、证据确凿", examples=[True])
    cleared: bool = Field(default=False, title="事实不清的，本机关已经查清", examples=[False])
    basis: Basis | None = Field(None, title="适用的依据", examples=["right"])
    procedure: Procedure | None = Field(None, title="程序", examples=["violated"])
    beyond_powers: bool | None = Field(None, title="超越职权或者滥用职权", examples=[False])
    proper: bool | None = Field(None, title="内容适当", examples=[True])
    partly: bool = Field(default=False, title="违法的只是一部分", examples=[False])
    duty: Duty | None = Field(
        None, title="履行法定职责", description="不作为的案件必填", examples=[None]
    )
    breach: Breach | None = Field(
        None, title="行政协议", description="行政协议的案件必填", examples=[None]
    )
    applicant_shows: bool = Field(
        default=False,
        title="申请人自己的材料证明受理前已经履行",
        description="被申请人逾期未答复的填写",
        examples=[False],
    )
    qualifies: bool | None = Field(
        None,
        title="符合受理条件",
        description="不填为符合；受理后发现不符合的，驳回申请",
        examples=[None],
    )
    hopeless: Hopeless | None = Field(None, title="受理后应当驳回申请的情形", examples=[None])
    grave: bool = Field(default=False, title="重大且明显违法", examples=[False])
    asks_invalid: bool = Field(default=False, title="申请确认无效", examples=[False])
    insists_invalid: bool | None = Field(
        None,
        title="经释明拒绝变更请求",
        description="申请确认无效而不属于无效情形的，先释明，必填",
        examples=[None],
    )
    harms_public: bool = Field(
        default=False, title="撤销会给国家利益、社会公共利益造成重大损害", examples=[False]
    )
    nothing_to_revoke: bool = Field(default=False, title="不具有可撤销内容", examples=[False])
    respondent_changed: bool = Field(
        default=False,
        title="被申请人已经改变原行为",
        description="申请人仍要求撤销或者确认违法",
        examples=[False],
    )
    worse: bool = Field(
        default=False,
        title="变更对申请人更为不利",
        description="2026年6月30日以前作出决定的，任何一种决定更为不利的都填写",
        examples=[False],
    )
    opposite_request: bool = Field(default=False, title="第三人提出相反请求", examples=[False])
    third_party_evidence: bool = Field(
        default=False,
        title="第三人提供了证据",
        description="被申请人逾期未答复，而行政行为涉及第三人合法权益",
        examples=[False],
    )
    sum_wrong: bool = Field(default=False, title="行政赔偿决定的数额确有错误", examples=[False])
    repeats: bool = Field(
        default=False,
        title="重作的相同行为",
        description="被撤销并责令重作后，以同一事实和理由作出",
        examples=[False],
    )
    repeated_number: str | None = Field(
        None,
        title="责令重作的原决定的字号",
        description="重作的相同行为必填，枢纽据此核对",
        min_length=1,
        max_length=100,
        examples=[None],
    )
    repeated_outside: bool = Field(
        default=False,
        title="原决定不在枢纽",
        description="在认定的内容中写明原决定的机关、撤销的理由和送达日期",
        examples=[False],
    )
    compensation_asked: bool = Field(default=False, title="一并提出赔偿请求", examples=[False])
    compensation_due: bool | None = Field(
        None, title="应当赔偿", description="依国家赔偿法认定", examples=[None]
    )
    unpaid: Unpaid | None = Field(
        None, title="不应当赔偿的理由", description="驳回赔偿请求的必填", examples=[None]
    )
    property_taken: bool = Field(
        default=False,
        title="涉及财产",
        description="罚款、没收、征收征用、摊派、查封扣押冻结等",
        examples=[False],
    )
    fined: bool = Field(
        default=False,
        title="其中有罚款",
        description="变更罚款的，也应当同时责令返还",
        examples=[False],
    )
    effective_decision: Outcome | None = Field(
        None,
        title="已经生效的决定种类",
        description="他人就同一或者同样行政行为申请而作出的，可以据此直接决定",
        examples=[None],
    )
    effective_number: str | None = Field(
        None,
        title="生效决定的字号",
        description="据生效决定直接决定的必填，枢纽据此核对",
        min_length=1,
        max_length=100,
        examples=[None],
    )
    same_act: bool | None = Field(
        None,
        title="同一或者同样行政行为",
        description="据生效决定直接决定的填写；不填为是",
        examples=[None],
    )

    items: tuple[Item, ...] = Field(
        (), title="具体情形", description="实施条例列明的各项", max_length=30, examples=[[]]
    )

    @model_validator(mode="after")
    def _agreeing(self) -> Self:
        """What is said item by item does not contradict what is said as a whole."""
        whole = {name: getattr(self, name) for name in ("proper", "basis", "procedure")}
        finding(Findings(on=date.min, **whole), self.items)
        return self


class ClaimFoundIn(BaseModel):
    """对一人赔偿请求的认定 (ARL 72; ARR2026 64)."""

    model_config = ConfigDict(extra="forbid")

    act: int = Field(1, title="第几项认定", ge=1, le=20, examples=[1])
    person_id: UUID = Field(title="提出赔偿请求的申请人", examples=[PERSON])
    compensation_due: bool | None = Field(
        None, title="应当赔偿", description="依国家赔偿法认定", examples=[True]
    )
    unpaid: Unpaid | None = Field(
        None, title="不应当赔偿的理由", description="驳回赔偿请求的必填", examples=[None]
    )


class FindingsIn(Dated):
    """审理认定 (ARL 61)."""

    findings: tuple[FindingIn, ...] = Field(
        title="逐项认定",
        description="一并申请的各项行政行为分别认定",
        min_length=1,
        max_length=20,
        examples=[[{"text": "作出处罚前未告知听证权利。", "procedure": "violated"}]],
    )

    claims: tuple[ClaimFoundIn, ...] = Field(
        (),
        title="分别认定的赔偿请求",
        description="数人分别提出赔偿请求、认定不同的，逐人写明；其余的随各项认定",
        max_length=100,
        examples=[[]],
    )

    @model_validator(mode="after")
    def _of_an_act(self) -> Self:
        if any(one.act > len(self.findings) for one in self.claims):
            raise ValueError("分别认定的赔偿请求，没有这一项认定")
        return self

    @property
    def numbers(self) -> set[str]:
        """The decisions in force that are named 生效决定、原决定的字号."""
        named = (
            number
            for one in self.findings
            for number in (one.effective_number, one.repeated_number)
        )
        return {number for number in named if number}

    def found(self) -> list[tuple[str, dict[str, Any]]]:
        """What the command takes of it."""
        return [
            (one.text, one.model_dump(exclude={"text"}, exclude_none=True)) for one in self.findings
        ]

    def found_apart(self) -> tuple[ClaimFound, ...]:
        """What the command takes of the claims that are found of apart."""
        return tuple(ClaimFound(**one.model_dump()) for one in self.claims)
