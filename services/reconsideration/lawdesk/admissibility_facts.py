"""What decides whether an application is accepted 受理条件的事实 (ARL 30; ARR2026 11 to 37)."""

from datetime import date
from typing import Final, Self

from pydantic import model_validator

from services.reconsideration.domain.applicant import Interest, asks_of_owners
from services.reconsideration.domain.scope import Agreement, Named, Outside
from services.reconsideration.domain.stated import Share
from services.reconsideration.domain.untried import Earlier
from services.reconsideration.lawdesk.filing import changes
from services.reconsideration.lawdesk.filing_facts import FilingFacts
from shared.contracts.reconsideration.admissibility import Groundless
from shared.contracts.reconsideration.attached import Document
from shared.contracts.reconsideration.capacity import Applicant
from shared.contracts.reconsideration.respondent import Capacity
from shared.lawdesk import Assumed, told


class AdmissibilityFacts(FilingFacts):
    """The seven conditions, on top of what decides about time."""

    applicant: Applicant = told("申请人的类别", "决定以谁的名义申请", Applicant.PERSON)
    applying: int | None = told("申请的成员人数或者业主户数", "须达到半数或者过半数", None, ge=0)
    total: int | None = told("成员总人数或者业主总户数", "须达到半数或者过半数", None, ge=1)
    area_percent: float | None = told(
        "申请业主专有部分占建筑物总面积的百分比", "须过半数", None, ge=0, le=100
    )
    interest: Interest | None = told("申请人与行政行为的利害关系", "没有的，不予受理", None)
    respondent: str | None = told(
        "申请书所列的被申请人，名称或者代码", "错列的，告知变更；并决定管辖机关", None
    )
    capacity: Capacity = told("所列机关以什么身份作出行政行为", "决定谁是被申请人", Capacity.OWN)
    others: tuple[str, ...] = told("共同作出的其他机关、组织", "共同作出的都是被申请人", ())
    behind: str | None = told("委托、设立、批准或者继续行使职权的机关", "它才是被申请人", None)
    refuses_change: bool = told(
        "是否不同意变更被申请人，或者变更后仍不符合规定", "不予受理", default=False
    )
    request_clear: bool | None = told("是否有具体的复议请求和理由", "没有的，不予受理", None)
    complete: bool = told(
        "材料是否齐全、表述清楚，足以判断受理条件", "不足的，通知补正", default=True
    )
    outside: Outside | None = told("是否属于不予受理的事项", "属于的，不予受理", None)
    named: Named | None = told("属于条例列明的哪一种其他行政行为", "列明的属于复议范围", None)
    agreement: Agreement | None = told("行政协议的种类", "列明的属于复议范围", None)
    authority: str | None = told(
        "收到申请的行政复议机关，名称或者代码", "没有管辖权的，不予受理并告知", None
    )
    earlier: Earlier = told("此前就同一行政行为的申请和诉讼", "受理过的，不予受理", Earlier.NONE)
    against_will: bool = told("能否证明撤回违背真实意愿", "能证明的，可以再申请", default=False)
    compulsory: bool = told(
        "是否属于复议前置", "因没有先申请复议而被驳回起诉的，可以申请复议", default=False
    )
    chosen: bool = told("同日申请复议又起诉的，是否选择复议", "选择的，可以受理", default=True)
    new_facts: bool = told("再次申请是否有新的事实和理由", "没有的，不再处理", default=False)
    accepted: bool = told("是否已经受理", "已经受理的，不符合条件应当驳回申请", default=False)
    several_acts: bool = told("一份申请是否针对两个以上行政行为", "应当分别申请", default=False)
    document: Document | None = told("要求附带审查的规范性文件的种类", "决定能否附带审查", None)
    document_later: bool = told(
        "附带审查是否在申请之后才提出", "须是申请时尚不知道该文件", default=False
    )
    decided: bool = told("行政复议决定是否已经作出", "作出后不能再提附带审查", default=False)
    groundless: Groundless | None = told("受理后发现的驳回情形", "应当驳回申请", None)
    found_on: date | None = told(
        "受理后发现不符合条件、具有驳回情形之日", "驳回按该日的规定，2026年7月1日前后不同", None
    )
    notice_received_on: date | None = told("申请人收到补正通知之日", "补正期限由此起算", None)
    supplemented_on: date | None = told("收到补正材料之日", "补正后的审查期限由此起算", None)
    supplement_posted_on: date | None = told(
        "邮寄补正材料的，交邮之日", "期满前交邮的，以后收到的也不算逾期", None
    )
    supplement_until: date | None = told(
        "延长补正期限的，延长到的最后一日", "补正是否逾期，按延长的期限", None
    )

    @model_validator(mode="after")
    def _after_acceptance(self) -> Self:
        """What is found after acceptance is not found before, and nothing comes before its post."""
        if self.found_on and not self.accepted:
            raise ValueError("填写了found_on的，应当填写accepted")
        if self.found_on and self.filed_on and self.found_on < self.filed_on:
            raise ValueError("found_on不得早于收到申请之日filed_on")
        posted, came = self.supplement_posted_on, self.supplemented_on
        if posted and came and posted > came:
            raise ValueError("supplement_posted_on不得晚于收到补正材料之日supplemented_on")
        return self


def share_of(facts: AdmissibilityFacts) -> Share:
    """申请的人数、户数和面积."""
    return Share(facts.applying, facts.total, facts.area_percent)


def presumed_of(facts: AdmissibilityFacts, today: date) -> tuple[Assumed, ...]:
    """未说明的事实, with what is taken for them."""
    taken = {
        "interest": "有利害关系" if facts.interest is None else "",
        "request_clear": "有具体的请求和理由" if facts.request_clear is None else "",
        "act": "" if facts.act or facts.outside or facts.named else "属于复议范围",
        "respondent": "所列正确" if facts.respondent is None else "",
        "authority": "有管辖权" if facts.authority is None else "",
        "earlier": "没有" if facts.earlier is Earlier.NONE else "",
        "supplement_posted_on": "不是邮寄" if facts.supplemented_on else "",
        "found_on": f"今天（{today}）" if facts.accepted else "",
        "new_facts": "没有新的事实和理由" if facts.earlier in _AGAIN else "",
    }
    asked = asks_of_owners(facts.applicant, share_of(facts))
    taken |= dict.fromkeys(asked, "未说明，面积、户数其一过半数即可")
    told = facts.model_fields_set
    return tuple(
        Assumed(field, text, changes(AdmissibilityFacts, field))
        for field, text in taken.items()
        if text and field not in told
    )


_AGAIN: Final = (Earlier.DECIDED, Earlier.JUDGED)
"""After which something new may still matter to whoever reviews the application."""
