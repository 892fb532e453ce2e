"""送达, as whoever records it says it, and as it stands of each paper (ARL 75, 88)."""

from collections.abc import Collection
from dataclasses import fields
from datetime import date
from typing import Annotated, Final, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.reconsideration.domain.papers_served import Addressee, OneService, Outgoing
from services.reconsideration.domain.papers_served import PapersServed as File
from services.reconsideration.domain.serving import Serving
from services.reconsideration.schemas.fields import PERSON, Code, Dated, OfSeveral, Text
from shared.contracts.reconsideration import Standing
from shared.contracts.service import Manner
from shared.frame.forms import But, Chosen

By = Annotated[Manner, But((Manner.LATER,)), Field(title="送达方式", examples=["direct"])]
ShownOn = Annotated[
    date,
    Field(
        title="回证载明的日期",
        description="签收、留置、系统到达之日；公告的，发出公告之日，期满才能记载",
        examples=["2026-04-21"],
    ),
]
ConditionMet = Annotated[
    bool,
    Field(
        title="具备该方式的条件",
        description="留置、同住家属、单位、代理人、代收人、电子、公告、委托、转交送达的，核实后写是",
        examples=[False],
    ),
]
Receiver = Annotated[
    UUID | None,
    Field(title="签收的代理人", description="代理人签收的填写", examples=[None]),
]
Receipt = Annotated[
    Text,
    Field(
        title="送达回证的记载",
        description="谁签收、见证人或者录像、拒收事由、公告的原因和经过",
        examples=["受送达人本人在送达回证上签名。"],
    ),
]


class ServiceIn(BaseModel):
    """送达一名当事人 (ARL 75, 88)."""

    model_config = ConfigDict(extra="forbid")

    standing: Standing = Field(title="受送达人的地位", examples=["applicant"])
    person_id: UUID | None = Field(
        None, title="申请人或者第三人", description="被申请人不填", examples=[PERSON]
    )
    organ: OfSeveral = None
    manner: By
    shown_on: ShownOn
    condition_met: ConditionMet = False
    receiver_id: Receiver = None
    receipt: Receipt

    def serving(self) -> Serving:
        """What the domain takes of it."""
        return Serving(**self.model_dump(include={one.name for one in fields(Serving)}))


class AnnouncementIn(Dated):
    """公告送达决定书 (CPL 95)."""

    person_id: UUID = Field(
        title="申请人或者第三人", description="下落不明或者其他方式无法送达的", examples=[PERSON]
    )
    condition_met: ConditionMet = False
    reason: Text = Field(
        title="公告的原因和经过", examples=["邮寄两次均退回，村委会证明外出，去向不明。"]
    )


KEY: Final = r"^[a-z-]{1,40}/[1-9]\d{0,5}$"

Key = Annotated[
    str,
    Field(
        title="文书",
        description="已经编号、还有人没有送达的",
        pattern=KEY,
        examples=["acceptance/4"],
    ),
]


class PaperServiceIn(BaseModel):
    """送达一件文书于一名受送达人 (ARL 88)."""

    model_config = ConfigDict(extra="forbid")

    paper: Annotated[Key, Chosen("unserved", "没有尚待送达的文书；还没有编号的，先编发文字号。")]
    person_id: UUID | None = Field(
        None,
        title="受送达人",
        description="申请人、第三人或者文书写明的人；只剩一名没有送达的可以不填，机关不填",
        examples=[PERSON],
    )
    organ: Code | None = Field(
        None,
        title="受送达的机关",
        description="被申请人或者文书写明的机关；只剩一名没有送达的可以不填",
        examples=[None],
    )
    manner: By
    shown_on: ShownOn
    condition_met: ConditionMet = False
    receiver_id: Receiver = None
    receipt: Receipt

    def serving(self) -> Serving:
        """What the domain takes of it; as what they take part, the paper says."""
        said = self.model_dump(include={one.name for one in fields(Serving)})
        return Serving(standing=None, **said)


class PaperServedAgainIn(PaperServiceIn):
    """重新送达一件文书于一名受送达人 (ARL 31, 88)."""

    paper: Annotated[
        Annotated[str, Field(title="文书", pattern=KEY, examples=["supplement/3"])],
        Chosen("served", "没有可以重新送达的文书。"),
    ]
    reason: Text = Field(
        title="重新送达的理由", examples=["签收的不是同住的成年家属，申请人没有收到。"]
    )


class PaperReceiptIn(Dated):
    """同意电子送达，网上签收一件文书 (CPL 90)."""

    paper: Key


class ToOut(BaseModel):
    """一名受送达人，何时以何种方式送达."""

    standing: Standing | None = Field(title="地位", description="不是当事人的为空")
    person_id: UUID | None = Field(title="受送达人", description="机关为空")
    organ: str = Field(title="受送达的机关", description="个人为空")
    served_on: date | None = Field(title="送达之日", description="尚未送达的为空")
    manner: Manner | None = Field(title="送达方式", description="没有记载方式的为空")
    heirless: bool = Field(title="无承受人，不再送达")

    @classmethod
    def of(cls, to: Addressee, service: OneService | None) -> Self:
        """Of a service, or of the receipt that the paper's own file tells."""
        if service is None:
            return cls.at(to, to.had_on, None)
        return cls.at(to, service.served_on, service.manner)

    @classmethod
    def at(cls, to: Addressee, on: date | None, manner: Manner | None) -> Self:
        """One who has it since a day, in a manner."""
        return cls(
            standing=to.standing,
            person_id=to.person_id,
            organ=to.organ,
            served_on=on,
            manner=manner,
            heirless=to.heirless and on is None,
        )


class PaperOut(BaseModel):
    """一件文书，向谁送达、送达了没有."""

    paper: str = Field(title="文书", description="种类和案卷的页码", examples=["acceptance/4"])
    term: str = Field(title="名称", examples=["受理通知书"])
    on: date = Field(title="作出之日", examples=["2026-03-05"])
    document_number: str = Field(
        title="发文字号", description="没有编号的为空", examples=["甘政复受字〔2026〕3号"]
    )
    authority: str = Field(title="出具的机关", examples=["620702"])
    to: list[ToOut] = Field(title="受送达人")

    @classmethod
    def of(cls, paper: Outgoing, file: File | None, only: Collection[UUID] | None = None) -> Self:
        """A paper, with all whom it is written to; or with those of `only` among them."""
        return cls(
            paper=key_of(paper),
            term=paper.term,
            on=paper.on,
            document_number=paper.number,
            authority=paper.authority,
            to=[
                ToOut.of(one, file.service_of(paper, one) if file else None)
                for one in paper.to
                if only is None or one.person_id in only
            ],
        )


def key_of(paper: Outgoing) -> str:
    """种类和页码, as a form names a paper."""
    sort, page = paper.key
    return f"{sort}/{page}"


class ServedOut(BaseModel):
    """文书送达的案卷，记下一次送达以后."""

    case_id: UUID = Field(title="案卷")
    dispute_id: UUID = Field(title="纠纷")
    about: UUID | None = Field(title="文书所在的案卷")
    version: int = Field(title="页码", examples=[1])

    @classmethod
    def of(cls, file: File) -> Self:
        """As the file stands."""
        return cls.model_validate(file, from_attributes=True)
