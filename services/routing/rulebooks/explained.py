"""分流说明 as it is answered over HTTP, and as `hub routing explain` prints it as JSON."""

from datetime import date
from typing import Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.routing.domain.explaining import Explanation, Line
from shared.contracts.routing import Compulsory
from shared.law.article import Article


class _Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class ArticleOut(_Out):
    """法条."""

    code: str = Field(title="代码", examples=["PML 17"])
    text: str = Field(title="条文", examples=["《人民调解法》第17条"])

    @classmethod
    def of(cls, article: Article | None) -> "ArticleOut | None":
        """The answer for an article, where there is one."""
        return cls(code=article.code, text=str(article)) if article else None


class TriedOut(_Out):
    """一项条件."""

    wanted: str = Field(title="条件", examples=["调解意愿：双方同意"])
    said: str = Field(title="登记的是", examples=["尚未征询"])
    holds: bool = Field(title="符合", examples=[False])


class LineOut(_Out):
    """一条规则."""

    name: str = Field(title="规则", examples=["civil"])
    road: str = Field(title="途径", examples=["人民调解"])
    article: ArticleOut | None = Field(title="依据")
    reason: str = Field(title="理由", examples=["民间纠纷，由人民调解委员会调解"])
    fired: bool = Field(title="决定了途径", examples=[True])
    holds: bool = Field(title="条件符合", examples=[True])
    told: bool = Field(title="须由当事人申请", examples=[False])
    alternatives: tuple[tuple[TriedOut, ...], ...] = Field(title="条件，符合其一即可")

    @classmethod
    def of(cls, line: Line) -> Self:
        """The answer for a rule."""
        alternatives = tuple(
            tuple(TriedOut.model_validate(one) for one in together)
            for together in line.alternatives
        )
        return cls(
            name=line.name,
            road=line.road,
            article=ArticleOut.of(line.article),
            reason=line.reason,
            fired=line.fired,
            holds=line.holds,
            told=line.told,
            alternatives=alternatives,
        )


class NearlyOut(_Out):
    """相近规则."""

    name: str = Field(title="规则", examples=["civil_refused"])
    road: str = Field(title="途径", examples=["诉讼"])
    reason: str = Field(title="理由", examples=["一方明确拒绝调解，不得调解"])
    lacked: str = Field(title="只差", examples=["调解意愿：一方明确拒绝"])


class ExplanationOut(_Out):
    """分流说明."""

    number: str = Field(title="纠纷编号", examples=["620702-20261123-0000001-5"])
    case_id: UUID = Field(title="分流案卷")
    on: date = Field(title="分流日", examples=["2026-11-23"])
    edition: str = Field(title="规则簿版本", examples=["2026-01-01"])
    book: str = Field(title="规则簿", examples=["通用规则簿"])
    rule: str = Field(title="所依规则", examples=["civil"])
    road: str = Field(title="途径", examples=["人民调解"])
    article: ArticleOut | None = Field(title="依据")
    reason: str = Field(title="理由", examples=["民间纠纷，由人民调解委员会调解"])
    organs: tuple[str, ...] = Field(title="承办或者有管辖权的机关", examples=[["梁家墩镇"]])
    competence: ArticleOut | None = Field(title="管辖依据")
    compulsory: Compulsory = Field(title="复议前置", examples=["free"])
    compulsory_article: ArticleOut | None = Field(title="前置依据")
    nearly: tuple[NearlyOut, ...] = Field(title="相近规则")
    rules: tuple[LineOut, ...] = Field(title="各条规则，按次序")

    @classmethod
    def of(cls, one: Explanation) -> Self:
        """The answer for an explanation."""
        return cls(
            number=one.number,
            case_id=one.page.head.case_id,
            on=one.page.head.on,
            edition=one.book.edition,
            book=one.book.title,
            rule=one.page.rule,
            road=one.road,
            article=ArticleOut.of(one.article),
            reason=one.reason,
            organs=one.organs,
            competence=ArticleOut.of(one.competence),
            compulsory=one.page.compulsory,
            compulsory_article=ArticleOut.of(one.compulsory),
            nearly=tuple(NearlyOut.model_validate(near) for near in one.nearly),
            rules=tuple(LineOut.of(line) for line in one.lines),
        )
