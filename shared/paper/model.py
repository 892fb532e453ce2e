"""What stands on a paper 文书, block by block; how it looks is the writers' business."""

from dataclasses import dataclass
from datetime import date

from shared.law.wording import full as full_day

__all__ = ["Block", "Grid", "Paper", "Paragraph", "full_day"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """一段; a heading 小标题 stands in 黑体."""

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """表格 of two columns, what is asked and what is filled in, as on a 送达回证."""

    rows: tuple[tuple[str, str], ...]


Block = Paragraph | Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """一件文书, complete: a writer adds nothing to it but its look."""

    name: str
    """文种, as 行政复议决定书."""
    organ: str
    """发文机关, by its full name; empty of what a party signs."""
    reference: str
    """纠纷编号, by which it is found again; empty before there is one."""
    body: tuple[Block, ...]
    form: str
    """模板 and its version, which the file says of itself too."""
    number: str = ""
    """发文字号; empty until it is numbered, and as long the paper is a draft 稿."""
    red: bool = False
    """红头: whether this sort of paper has the red head of an official document."""
    addressee: str = ""
    """主送; empty where it is addressed to nobody."""
    dated: date | None = None
    """成文日期; None where nobody signs."""
    copies: tuple[str, ...] = ()
    """抄送."""
    record: bool = False
    """笔录: it stays in the file, has no number, and is no draft."""
    jointly: tuple[str, ...] = ()
    """联合署名的其他机关, each with a place for its seal; the head of the paper names the first."""
    printed: bool = False
    """版记: whether a line says who printed it and when 印发."""

    @property
    def signers(self) -> tuple[str, ...]:
        """署名, from the top: who issues it, and who does together with it."""
        return (self.organ, *self.jointly)

    @property
    def is_draft(self) -> bool:
        """稿: what has no number was not issued."""
        return not self.number and not self.record

    @property
    def numbered(self) -> str:
        """What stands where the number belongs; a record or a 送达回证 never has one of its own."""
        known = f"纠纷编号 {self.reference}" if self.reference else ""
        if self.dated is None:
            return known
        return self.number or f"（{'　'.join(filter(None, ('文号待编', known)))}）"

    @property
    def printing(self) -> str:
        """印发日期, as 版记 says it."""
        return f"{full_day(self.dated)}印发" if self.dated else ""
