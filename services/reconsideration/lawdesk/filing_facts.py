"""What decides whether an application is in time 申请期限的事实 (ARL 20, 21)."""

from datetime import date
from typing import Final, Self

from pydantic import AwareDatetime, model_validator

from shared.contracts.intake import ActKind
from shared.contracts.service import Manner
from shared.law.period import legal_day
from shared.law.reconsidering.omission import Said, at_once
from shared.law.written import Lasting
from shared.lawdesk import Facts, told


class FilingFacts(Facts):
    """The act, how it was told, what stood in the way, and when the application came."""

    act: ActKind | None = told("行政行为的种类，按行政复议法第十一条各项", "决定起算的规定", None)
    done_on: date | None = told("行政行为作出之日", "自该日起五年或者二十年后不再受理", None)
    served: Manner | None = told("告知、送达的方式", "不同方式的起算之日不同", None)
    served_on: date | None = told(
        "送达之日：作出、签收或者拒收、到达系统、公告发布、收到补充告知之日", "由此起算", None
    )
    notice_days: int | None = told("公告规定的期限，日", "公告期限届满之日起算", None, ge=1)
    learnt_on: date | None = told(
        "知道或者应当知道行政行为内容之日",
        "没有送达的由此起算；没有告知救济途径的，最长一年也由此起算",
        None,
    )
    proved_on: date | None = told(
        "被申请人有证据证明的知道或者应当知道之日", "以证据证明之日起算", None
    )
    told_remedies: bool | None = told(
        "作出行为时是否全部告知了申请复议的权利、机关和期限",
        "没有全部告知的，自知道之日起算，最长一年",
        None,
    )
    remedies_learnt_on: date | None = told(
        "没有告知的，后来知道权利、机关和期限之日", "六十日由此起算", None
    )
    real_estate: bool = told("是否因不动产提出", "最长保护期为二十年而不是五年", default=False)
    omission: bool | None = told("是否因行政机关未履行职责", "自履行期限届满之日起算", None)
    requested_on: date | None = told("行政机关收到履职申请之日", "履行期限由此起算", None)
    perform_within: Lasting | None = told(
        "规定的履行期限，如20个工作日、30日",
        "没有规定的，收到申请满60日起算",
        None,
        examples=["20个工作日"],
    )
    perform_by: date | None = told("履行期限届满之日", "由此起算", None)
    urgent: bool = told(
        "是否在紧急情况下请求保护人身权、财产权", "可以立即申请，不必等待", default=False
    )
    days: int = told("法律规定的申请期限，日，不少于60", "更长的从其规定", 60, ge=60)
    obstacle_from: date | None = told("不可抗力或者其他正当理由开始之日", "其间不计入期限", None)
    obstacle_until: date | None = told("障碍消除之日", "剩余期限由此继续计算", None)
    sued_on: date | None = told("未被告知前置而直接起诉之日", "起诉期间不计入期限", None)
    ruling_served_on: date | None = told("驳回起诉裁定送达之日", "期限由此继续计算", None)
    handed_in_on: date | None = told(
        "通过作出处罚决定的机关提交申请之日", "以该日为提出之日；自行纠正的，期间不计入", None
    )
    corrected_told_on: date | None = told("该机关告知自行纠正情况之日", "期限由此继续计算", None)
    posted_on: date | None = told("交邮之日", "以交邮之日为提出之日", None)
    arrived_at: AwareDatetime | None = told(
        "网上申请到达指定系统的时刻，带时区", "到达之日为收到之日", None
    )
    filed_on: date | None = told("行政复议机关收到申请之日", "判断是否逾期", None)

    @property
    def said(self) -> Said:
        """What is said of an organ that was asked."""
        return Said(
            act=self.act,
            done_on=self.done_on,
            learnt_on=self.learnt_on,
            omission=self.omission,
            requested_on=self.requested_on,
            duty_within=self.perform_within,
            urgent=self.urgent,
        )

    @property
    def omits(self) -> bool:
        """Whether it is about an omission; of head 11 without an act that is presumed."""
        return self.said.silent

    @property
    def at_once(self) -> bool:
        """Whether nobody waits for the organ; of no other head than 11 (ARR2026 24)."""
        return self.omits and at_once(self.act or ActKind.INACTION, urgent=self.urgent)

    @property
    def told_later(self) -> bool:
        """事后补充告知: the remedies were told after the act (ARR2026 23; ARR2007 15)."""
        return self.served is Manner.LATER

    @property
    def untold(self) -> bool:
        """Whether not all was told when the act was made; who learnt it later was not told."""
        if self.told_later:
            return True
        if self.told_remedies is None:
            return self.remedies_learnt_on is not None
        return not self.told_remedies

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        """What begins ends later."""
        for begins, ends in _SPANS:
            first, last = getattr(self, begins), getattr(self, ends)
            if last and first is None:
                raise ValueError(f"填写了{ends}的，应当填写{begins}")
            if last and last < first:
                raise ValueError(f"{ends}不得早于{begins}")
        after = (self.learnt_on, self.proved_on, self.served_on, self.remedies_learnt_on)
        if self.done_on and any(day < self.done_on for day in after if day):
            raise ValueError("送达、知道之日不得早于行政行为作出之日done_on")
        came = legal_day(self.arrived_at) if self.arrived_at else self.filed_on
        sent = [day for day in (self.posted_on, self.handed_in_on) if day]
        if came and any(came < day for day in sent):
            raise ValueError("收到申请之日不得早于交邮或者提交之日")
        return self

    @model_validator(mode="after")
    def _in_pairs(self) -> Self:
        """What goes together, and what does not."""
        if self.filed_on and self.arrived_at:
            raise ValueError("filed_on和arrived_at填写其一")
        if self.served and self.served_on is None:
            raise ValueError("填写了served的，应当填写served_on")
        if self.told_later and self.told_remedies:
            raise ValueError("事后补充告知（later）的，作出行为时没有全部告知救济途径")
        if self.handed_in_on and self.act not in (None, ActKind.PENALTY):
            raise ValueError("只有对行政处罚决定，才可以通过作出机关提交申请（handed_in_on）")
        return self


_SPANS: Final = (
    ("obstacle_from", "obstacle_until"),
    ("sued_on", "ruling_served_on"),
    ("handed_in_on", "corrected_told_on"),
)
