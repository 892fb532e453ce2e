"""Requests and answers about evidence on file and reading it 查阅复制 (ARL 43, 44, 47)."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from services.reconsideration.commands.access import Kept
from services.reconsideration.domain.access import Readable
from services.reconsideration.domain.conduct.proving import burden
from services.reconsideration.domain.evidence import Piece
from services.reconsideration.schemas.fields import (
    DIGEST,
    ONE_OF_SEVERAL,
    PERSON,
    Attachments,
    Code,
    Dated,
    Text,
)
from services.reconsideration.schemas.proving import Listed
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.access import Excepted
from shared.contracts.reconsideration.proving import EvidenceKind, Examined, Proving


class FileAccessRequestIn(Dated):
    """申请查阅、复制 (ARL 47)."""

    reader_id: UUID | None = Field(
        None,
        title="谁申请",
        description="申请人、第三人或者其代理人；本人在网上申请的不填",
        examples=[PERSON],
    )
    text: Text = Field(title="申请查阅、复制的内容", examples=["查阅被申请人的答复和全部证据"])


WhoseReply = Annotated[
    Code | None,
    ONE_OF_SEVERAL,
    Field(
        title="哪一个被申请人的书面答复",
        description="有数份书面答复的写明；证据不填",
        examples=[None],
    ),
]


class WithheldIn(BaseModel):
    """不予查阅的一项材料 (ARL 47)."""

    model_config = ConfigDict(extra="forbid")

    evidence: Listed | None = Field(
        None, title="证据编号", description="书面答复不填", examples=[2]
    )
    organ: WhoseReply = None
    excepted: Excepted = Field(title="法定的情形", examples=["privacy"])
    reason: Text = Field(title="理由", examples=["载有举报人的姓名、住址和电话"])
    redacted: Text | None = Field(
        None,
        title="遮盖后的文本",
        description="遮盖有关内容以后可以查阅的；整件都不能查阅的不填",
        examples=["举报人某某称……"],
    )

    @model_validator(mode="after")
    def _of_one(self) -> Self:
        if self.evidence and self.organ:
            raise ValueError("写明证据编号的，不再写是哪一个被申请人的书面答复")
        return self

    def kept(self) -> Kept:
        """What the command takes of it."""
        return Kept(
            excepted=self.excepted,
            evidence=self.evidence or 0,
            organ=self.organ,
            reason=self.reason,
            redacted=self.redacted,
        )


class FileAccessIn(Dated):
    """同意查阅、复制 (ARL 47)."""

    reader_id: UUID | None = Field(
        None, title="同意谁的申请", description="只有一人申请的可以不填", examples=[PERSON]
    )
    withheld: tuple[WithheldIn, ...] = Field(
        (),
        title="不予查阅的材料",
        description="只有法律规定的情形才可以除外，其余材料都应当同意",
        max_length=50,
        examples=[[]],
    )
    attachments: Attachments = Field(
        (), title="遮盖后的附件副本", description="代替不予查阅的附件", examples=[[DIGEST]]
    )

    def kept(self) -> tuple[Kept, ...]:
        """What the command takes of it."""
        return tuple(one.kept() for one in self.withheld)


class PieceOut(BaseModel):
    """证据目录中的一件 (ARL 43, 44)."""

    number: int = Field(title="证据编号")
    standing: Standing | None = Field(title="谁提出", description="行政复议机构自己取得的没有")
    organ: str = Field(title="提出的其他共同被申请人", description="列在首位的为空")
    submitted_on: date = Field(title="提出之日")
    evidence_kind: EvidenceKind = Field(title="证据种类")
    proving: Proving = Field(title="待证事项")
    bears: str | None = Field(title="由谁举证", description="依第四十四条，没有其第二款所列例外时")
    shows_id: UUID = Field(title="名称和证明目的")
    attachments: tuple[str, ...] = Field(title="附件的校验值")
    collected_on: date | None = Field(title="取得之日")
    supplements: bool = Field(title="经同意补充的")
    examined: Examined | None = Field(title="审查的结果", description="没有的，尚未审查")

    @classmethod
    def of(cls, piece: Piece) -> Self:
        """A piece as its list shows it."""
        who = burden(
            piece.proving, kind=piece.evidence_kind, ex_officio=None, excused=None, prevented=None
        )
        fields = {name: getattr(piece, name) for name in Piece.__slots__}
        return cls(**fields, bears=str(who.values["bears"]))


class ReadableOut(BaseModel):
    """可以查阅的一份材料 (ARL 47)."""

    model_config = ConfigDict(from_attributes=True)

    evidence: int = Field(title="证据编号", description="书面答复、遮盖后的副本为 0")
    document_id: UUID | None = Field(title="文书编号", description="只有附件的没有")
    redacted: bool = Field(title="经过遮盖")
    attachments: tuple[str, ...] = Field(title="附件的校验值")

    @classmethod
    def of(cls, one: Readable) -> Self:
        """As a reader is told it."""
        return cls.model_validate(one)


class ReadOut(BaseModel):
    """查阅的文书正文 (ARL 47)."""

    document_id: UUID = Field(title="文书编号")
    text: str = Field(title="正文")
