"""答复的形式: one form of answer for every question, as HTTP and `--json` give it."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field

from deploy.lawdesk.asking import changes_of
from shared.law.article import Article
from shared.law.proof import Proof
from shared.lawdesk import Answer, Question


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class ArticleOut(_Part):
    """法条, as programs and as people cite it."""

    code: str = Field(title="条文代号", examples=["ARL 20(1)"])
    """条文代号."""
    text: str = Field(title="条文", examples=["《行政复议法》第20条第1款"])
    """条文."""

    @classmethod
    def of(cls, article: Article) -> Self:
        """Of an article."""
        return cls(code=article.code, text=str(article))


class ReasonOut(_Part):
    """理由, with the provision that it rests on."""

    text: str = Field(title="理由", examples=["自知道行政行为之日起六十日内可以申请"])
    """理由."""
    article: ArticleOut | None
    """法律依据."""
    met: bool | None = Field(title="条件是否具备", examples=[True])
    """条件是否具备；不涉及条件的为空."""


class AssumedOut(_Part):
    """未说明的事实, with what was taken for it."""

    field: str = Field(title="字段", examples=["on"])
    """字段."""
    taken: str = Field(title="按此处理", examples=["今天"])
    """按此处理."""
    changes: str = Field(title="说明后的影响", examples=["期限由此起算"])
    """说明后的影响."""


class AnswerOut(_Part):
    """答复: the result, why, how each date came about, and what was not told."""

    question: str = Field(title="问题", examples=["deadline"])
    """问题的名称."""
    result: str = Field(title="结果", examples=["running"])
    """结果, for programs."""
    meaning: str = Field(title="结果的含义", examples=["期限尚未届满"])
    """结果的含义."""
    says: str = Field(title="结论", examples=["最后一日为2026年11月30日"])
    """结论, one sentence."""
    reasons: tuple[ReasonOut, ...] = Field(title="理由")
    """理由."""
    articles: tuple[ArticleOut, ...] = Field(title="法律依据")
    """所依据的全部条文."""
    proofs: tuple[dict[str, Any], ...] = Field(title="期限说明", examples=[[]])
    """期限说明: how each date came about, day by day."""
    assumed: tuple[AssumedOut, ...] = Field(title="未说明的事实")
    """未说明的事实."""
    values: dict[str, Any] = Field(title="其他结果", examples=[{}])
    """其他结果, for programs."""

    @classmethod
    def of(cls, question: Question[Any], answer: Answer) -> Self:
        """Of an answer."""
        return cls(
            question=question.name,
            result=answer.result,
            meaning=question.results[answer.result],
            says=answer.says,
            reasons=tuple(
                ReasonOut(
                    text=one.text,
                    article=ArticleOut.of(one.article) if one.article else None,
                    met=one.met,
                )
                for one in answer.reasons
            ),
            articles=tuple(ArticleOut.of(one) for one in answer.articles),
            proofs=tuple({**one.data(), "steps": _steps(one)} for one in answer.proofs),
            assumed=tuple(
                AssumedOut(field=one.field, taken=one.taken, changes=one.changes)
                for one in answer.assumed
            ),
            values=dict(answer.values),
        )


def _steps(proof: Proof) -> list[dict[str, str]]:
    """分步说明: how the date came about, step by step, for people."""
    return [{"term": term, "says": says} for term, says in proof.table()]


class FieldOut(_Part):
    """一项事实 that a question asks for."""

    name: str = Field(title="字段", examples=["start"])
    """字段."""
    says: str = Field(title="说明", examples=["期限开始之日"])
    """说明."""
    changes: str = Field(title="影响", examples=["期限由此起算"])
    """影响: what it would change."""
    needed: bool = Field(title="是否必填", examples=[True])
    """是否必填."""


class QuestionOut(_Part):
    """法律问题: what may be asked, with which facts, and what the result may be."""

    name: str = Field(title="名称", examples=["deadline"])
    """名称, as in the path."""
    term: str = Field(title="术语", examples=["期限计算"])
    """术语."""
    says: str = Field(title="问题", examples=["一个期限何时届满？"])
    """问题."""
    facts: tuple[FieldOut, ...] = Field(title="所需事实")
    """所需事实."""
    results: dict[str, str] = Field(title="可能的结果", examples=[{"running": "期限尚未届满"}])
    """可能的结果 and their meaning."""
    example: dict[str, Any] = Field(title="示例", examples=[{"period": "60d"}])
    """示例: facts that make a good example."""

    @classmethod
    def of(cls, question: Question[Any]) -> Self:
        """Of a question."""
        fields = question.facts.model_fields.items()
        return cls(
            name=question.name,
            term=question.term,
            says=question.says,
            facts=tuple(
                FieldOut(
                    name=name,
                    says=field.description or "",
                    changes=changes_of(field),
                    needed=field.is_required(),
                )
                for name, field in fields
            ),
            results=dict(question.results),
            example=dict(question.example),
        )
