"""登记表: what a window fills in to register a dispute (RULES 1)."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import Annotated, Any, Final

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic.config import JsonDict

from services.intake.commands import Applicant, Entry, Party, comers_of
from services.intake.commands.entry import Hasher, entry_key
from services.intake.domain.applicants import Newcomers
from services.intake.domain.registration import Particulars
from services.intake.schemas.party import Line, PartyIn
from shared.contracts.intake import (
    ActKind,
    Channel,
    Risk,
    Side,
    Tried,
    Urgency,
    Willingness,
)
from shared.directory import Directory
from shared.frame.meanings import worded
from shared.law.written import Within

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
Code = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z][0-9A-Za-z_-]{0,63}$")]

LATER: Final = ("omission", "requested_on", "duty_within", "urgent")
"""What the form did not ask from the beginning."""

CHOSEN: Final = ("newcomers",)
"""What is no content of it, but chosen where the dispute is there already."""

_CIVIL: Final[JsonDict] = {
    "channel": "window",
    "matter": "wuye",
    "place": "甘州区东街街道",
    "subject": "小区电梯停运两周",
    "content": "三号楼电梯停运两周，物业公司一直未修。",
    "demand": "请求尽快修复电梯。",
    "parties": [
        {"side": "applicant", "name": "张某", "phone": "13800000000"},
        {"side": "opponent", "kind": "legal", "name": "某物业服务有限公司"},
    ],
    "willingness": "unknown",
}
_STATUTORY: Final[JsonDict] = {
    "channel": "window",
    "matter": "chufa",
    "place": "620702",
    "subject": "不服占道经营的罚款",
    "content": "本人在店门口摆放货物，被处罚款二百元，认为过重。",
    "demand": "请求撤销处罚决定。",
    "parties": [{"side": "applicant", "name": "李某", "phone": "13900000000"}],
    "respondent": "620702-chengguan",
    "act": "penalty",
    "happened_on": "2026-11-09",
    "learnt_on": "2026-11-10",
    "told_remedies": True,
}


class DisputeIn(BaseModel):
    """登记表 (RULES 1)."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_CIVIL, _STATUTORY]})

    channel: Channel = Field(
        title="来源渠道", description="窗口、热线、网上、网格、来信、移送", examples=["window"]
    )
    matter: Code = Field(title="纠纷类型", description="类型目录中的代码", examples=["wuye"])
    place: Line = Field(
        title="发生地",
        description="区划代码或者地址；可以是别的县区（异地代收）",
        examples=["甘州区东街街道"],
    )
    subject: Line = Field(title="主题", examples=["小区电梯停运两周"])
    content: Text = Field(title="事实经过", examples=["三号楼电梯停运两周，物业公司一直未修。"])
    demand: Text = Field(title="诉求", examples=["请求尽快修复电梯，并公开维修资金使用情况。"])
    parties: list[PartyIn] = Field(
        title="当事人",
        description="至少有一名申请一方",
        min_length=1,
        max_length=200,
        examples=[[{"side": "applicant", "name": "张某", "phone": "13800000000"}]],
    )
    respondent: Code | None = Field(
        None, title="被投诉的机关", description="机构代码", examples=["620702-chengguan"]
    )
    act: ActKind | None = Field(
        None, title="行政行为", description="对行政行为不服时填写其种类", examples=["penalty"]
    )
    happened_on: date | None = Field(None, title="发生日期", examples=["2026-11-09"])
    learnt_on: date | None = Field(None, title="知道日期", examples=["2026-11-09"])
    told_remedies: bool = Field(
        default=True,
        title="已告知救济途径",
        description="作出行政行为时是否告知了复议权利、机关和期限",
        examples=[True],
    )
    omission: bool | None = Field(
        None,
        title="行政机关没有处理履职申请",
        description="申请许可、保护、社会保障待遇、信息公开，没有受理、答复或者履行的写是，"
        "作出了决定或者答复的写否",
        examples=[None],
    )
    requested_on: date | None = Field(
        None,
        title="行政机关收到履职申请之日",
        description="没有处理的填写，申请期限由此计算；不知道的，填写应当办完之日为知道日期",
        examples=[None],
    )
    duty_within: Within | None = Field(
        None,
        title="规定的履行期限",
        description="如20个工作日；没有规定的不填，收到履职申请满六十日起算",
        examples=[None],
    )
    urgent: bool = Field(
        default=False,
        title="紧急情况下请求保护人身权、财产权",
        description="只在请求保护的没有得到处理时填写，不必等待履行期限届满",
        examples=[False],
    )
    tried: list[Tried] = Field(
        default_factory=list,
        title="此前办理情况",
        json_schema_extra=worded(Tried),
        max_length=6,
        examples=[["negotiated"]],
    )
    willingness: Willingness = Field(Willingness.UNKNOWN, title="调解意愿", examples=["unknown"])
    urgency: Urgency = Field(Urgency.ORDINARY, title="紧急程度", examples=["ordinary"])
    risk: Risk = Field(Risk.BLUE, title="风险等级", examples=["blue"])
    on: date | None = Field(
        None, title="收到日期", description="不填为当天", examples=["2026-11-23"]
    )
    newcomers: Newcomers | None = Field(
        None,
        title="同一纠纷已经登记、另有新的申请人的",
        description="没有选择的，不予登记并告知该件的编号",
        json_schema_extra=worded(Newcomers),
        examples=[None],
    )

    def entry(
        self,
        *,
        window: str,
        key: str,
        by: str,
        directory: Directory,
        hasher: Hasher,
        reader: str = "",
    ) -> Entry:
        """The form as an entry; everything in it was found in the directory before.

        Args:
            window: Code of the organ that takes it in.
            key: The key that its sender gave it.
            by: Who takes it in.
            directory: The directory.
            hasher: Keyed hash of what identifies somebody.
            reader: Code of the authority to which it came, which is no window.
        """
        known = self._known(window, directory)
        parties = tuple(party.party() for party in self.parties)
        applicants = applicants_of(parties, known, self.subject)
        return Entry(
            key=entry_key(window, key),
            digest=sha256(self.model_dump_json(exclude=self._unsaid).encode()).hexdigest(),
            known=known,
            parties=parties,
            text=f"{self.subject}\n{self.content}\n诉求：{self.demand}",
            comers=comers_of(applicants, hasher),
            by=by,
            on=self.on,
            reader=reader,
            newcomers=self.newcomers,
        )

    @property
    def _unsaid(self) -> dict[str, Any]:
        """What was asked later and not said: what came in before it was asked keeps its digest.

        What is chosen where the dispute is there already is no content, and is never in it.
        """
        left = (n for n in LATER if getattr(self, n) == DisputeIn.model_fields[n].default)
        return {
            **dict.fromkeys((*left, *CHOSEN), True),
            "parties": {at: one.unsaid for at, one in enumerate(self.parties)},
        }

    def _known(self, window: str, directory: Directory) -> Particulars:
        place = directory.find_place(self.place) or directory.city
        return Particulars(
            window=window,
            county=directory.county_of(place.code).code,
            place=place.code,
            channel=self.channel,
            matter=self.matter,
            willingness=self.willingness,
            urgency=self.urgency,
            risk=self.risk,
            respondent=self.respondent,
            act=self.act,
            happened_on=self.happened_on,
            learnt_on=self.learnt_on,
            told_remedies=self.told_remedies,
            tried=tuple(dict.fromkeys(self.tried)),
            omission=self.omission,
            requested_on=self.requested_on,
            duty_within=self.duty_within,
            urgent=self.urgent,
        )


def applicants_of(
    parties: Sequence[Party], known: Particulars, subject: str
) -> tuple[Applicant, ...]:
    """Who brings the matter, against whom: from this it is known again."""
    opponents = tuple(p.person.name for p in parties if p.side is Side.OPPONENT)
    return tuple(
        Applicant(person=p.person, known=known, subject=subject, opponents=opponents)
        for p in parties
        if p.side is Side.APPLICANT
    )
