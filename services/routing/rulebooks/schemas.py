"""What rule books are asked and answer over HTTP, and what `hub routing` prints as JSON."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from services.routing.domain.rehearsal import Figures
from services.routing.domain.rehearsal_course import Course, Stage
from services.routing.domain.rulebook import RuleBook
from services.routing.domain.rulebook_file import Act, RuleBookFile, State, open_to
from services.routing.rulebooks.looking import MOST, Shown
from services.routing.rulebooks.replay import MOST_MONTHS
from shared.contracts.routing import Road
from shared.db import HIGHEST
from shared.directory import Directory
from shared.web import FileOut

LONGEST: Final = 200_000
"""Characters of a rule book."""

LISTED: Final = 20
"""Rehearsals of a rule book on a page, if nobody says how many."""

_TEXT: Final = '[book]\ntitle = "2027年规则簿"\n'


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class DraftIn(_In):
    """起草的规则簿."""

    text: str = Field(
        title="规则簿正文",
        description="TOML，写法见随附的 rulebook.toml",
        min_length=1,
        max_length=LONGEST,
        examples=[_TEXT],
    )


class ListedIn(BaseModel):
    """一览的范围和次序."""

    state: State | Literal[""] = Field("", title="状态", examples=["approved"])
    sort: Literal["", "drafted", "-drafted"] = Field(
        "", title="次序", description="起草先后；不填为新起草的在前"
    )
    after: int = Field(0, ge=0, le=HIGHEST, title="略过前几份", examples=[0])
    limit: int = Field(MOST, ge=1, le=MOST, title="最多几份", examples=[50])


class PlayedIn(BaseModel):
    """推演记录的范围、次序和页次."""

    state: Stage | Literal[""] = Field("", title="状态", examples=["done"])
    sort: Literal["", "at", "-at"] = Field(
        "", title="次序", description="开始先后；不填为最近的在前"
    )
    after: int = Field(0, ge=0, le=HIGHEST, title="略过前几次", examples=[0])
    limit: int = Field(LISTED, ge=1, le=MOST, title="最多几次", examples=[20])


class RehearsalIn(_In):
    """推演的范围."""

    months: int = Field(
        title="月数",
        description="以过去几个月登记的纠纷推演",
        ge=1,
        le=MOST_MONTHS,
        examples=[6],
    )


class ApprovalIn(_In):
    """批准的内容."""

    since: date = Field(title="施行日", description="最早为批准的次日", examples=["2026-12-01"])


class WithdrawalIn(_In):
    """撤回的内容."""

    reason: str = Field(
        title="撤回理由", min_length=1, max_length=2_000, examples=["试行期间转办过多"]
    )


class _Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class BookOut(FileOut):
    """规则簿卷."""

    title: str = Field(title="名称", examples=["2027年规则簿"])
    digest: str = Field(title="正文校验值", examples=["9f2c…"])
    drafted_by: str = Field(title="起草人代码", examples=["admin-1"])
    drafted_on: date = Field(title="起草日", examples=["2026-11-23"])
    months: int = Field(title="推演月数", description="0 为尚未推演", examples=[6])
    cases: int = Field(title="推演件数", examples=[1200])
    moved: int = Field(title="改走途径的件数", examples=[31])
    approved_by: str = Field(title="批准人代码", examples=["supervisor-1"])
    since: date | None = Field(title="施行日", examples=["2026-12-01"])
    until: date | None = Field(title="停止施行日", description="撤回的", examples=[None])


class ListedOut(BookOut):
    """规则簿一览中的一份."""

    in_force: bool = Field(default=False, title="现行", examples=[True])

    @classmethod
    def shown(cls, one: Shown) -> Self:
        """The answer for a rule book as it is listed."""
        return cls.of(one.file).model_copy(update={"in_force": one.in_force})


class CurrentOut(_Out):
    """现行规则簿."""

    edition: str = Field(title="版本", examples=["2026-01-01"])
    title: str = Field(title="名称", examples=["通用规则簿"])
    text: str = Field(title="正文", examples=[_TEXT])

    @classmethod
    def of(cls, book: RuleBook, text: str) -> Self:
        """The answer for the book in force."""
        return cls(edition=book.edition, title=book.title, text=text)


class TextOut(BookOut):
    """规则簿卷，带正文."""

    text: str = Field(default="", title="正文", examples=[_TEXT])
    acts: tuple[Act, ...] = Field(
        default=(),
        title="可办的事",
        description="查看的人此时可以办的：推演、批准、撤回",
        examples=[["rehearsals", "withdrawal"]],
    )

    @classmethod
    def whole(cls, value: RuleBookFile, text: str, reader: str) -> Self:
        """The answer for a file with its text, and what the reader may do with it."""
        acts = open_to(value, reader)
        return cls.of(value).model_copy(update={"text": text, "acts": acts})


# -- rehearsal


class MovedOut(_Out):
    """改走的纠纷."""

    before: Road = Field(title="原途径", examples=["peoples_mediation"])
    after: Road = Field(title="改走途径", examples=["administrative_mediation"])
    count: int = Field(title="件数", examples=[12])
    samples: tuple[str, ...] = Field(title="举例", examples=[["620702-20261123-0000001-5"]])


class LoadOut(_Out):
    """部门办件的增减."""

    department: str = Field(title="部门", examples=["620702-zhujian"])
    name: str = Field(default="", title="部门名称", examples=["甘州区住房和城乡建设局"])
    lead_before: int = Field(title="原主办", examples=[10])
    lead_after: int = Field(title="改后主办", examples=[14])
    assist_before: int = Field(title="原协办", examples=[3])
    assist_after: int = Field(title="改后协办", examples=[3])
    more: int = Field(title="增减", examples=[4])


class HiddenOut(_Out):
    """先行的规则."""

    rule: str = Field(title="规则", examples=["danger"])
    count: int = Field(title="件数", examples=[2])


class UseOut(_Out):
    """规则的适用."""

    rule: str = Field(title="规则", examples=["civil"])
    road: Road = Field(title="途径", examples=["peoples_mediation"])
    fired: int = Field(title="决定途径的件数", examples=[310])
    held: int = Field(title="符合条件的件数", examples=[1200])
    hidden_by: tuple[HiddenOut, ...] = Field(title="被哪些规则抢先", examples=[[]])
    possible: bool = Field(title="有无可能适用", examples=[True])


class FiguresOut(_Out):
    """推演结果."""

    title: str = Field(title="规则簿", examples=["2027年规则簿"])
    months: int = Field(title="月数", examples=[6])
    cases: int = Field(title="件数", examples=[1200])
    history: int = Field(title="其中历史台账", examples=[0])
    unknown: int = Field(title="名录已不能识别", examples=[0])
    moved: int = Field(title="改走途径的件数", examples=[31])
    rerouted: tuple[MovedOut, ...] = Field(title="改走的纠纷")
    before: dict[Road, int] = Field(title="原各途径件数", examples=[{"court": 3}])
    after: dict[Road, int] = Field(title="改后各途径件数", examples=[{"court": 3}])
    told_before: int = Field(title="原告知件数", examples=[40])
    told_after: int = Field(title="改后告知件数", examples=[40])
    blown_before: int = Field(title="原吹哨件数", examples=[900])
    blown_after: int = Field(title="改后吹哨件数", examples=[910])
    loads: tuple[LoadOut, ...] = Field(title="部门办件的增减")
    uses: tuple[UseOut, ...] = Field(title="规则的适用")
    never: tuple[str, ...] = Field(title="从未适用的规则", examples=[["duty_request"]])

    @classmethod
    def of(cls, found: Figures, months: int, directory: Directory) -> Self:
        """The answer for a rehearsal over so many months."""
        told = {name: getattr(found, name) for name in cls.model_fields if name != "months"}
        told["loads"] = [
            LoadOut.model_validate(load).model_copy(
                update={"name": name_of(load.department, directory)}
            )
            for load in found.loads
        ]
        told["uses"] = [_use(one) for one in found.uses]
        return cls.model_validate({**told, "months": months})


def _use(one: Any) -> dict[str, Any]:  # noqa: ANN401 - a row of the figures
    hidden = [{"rule": rule, "count": count} for rule, count in one.hidden_by]
    plain = ("rule", "road", "fired", "held", "possible")
    return {**{name: getattr(one, name) for name in plain}, "hidden_by": hidden}


def name_of(code: str, directory: Directory) -> str:
    """What an organ is called; its code where the directory no longer knows it."""
    try:
        return directory.organ(code).name
    except LookupError:
        return code


class RehearsalOut(_Out):
    """一次推演办到哪里."""

    rehearsal_id: UUID = Field(title="推演标识")
    case_id: UUID = Field(title="规则簿卷")
    state: Stage = Field(title="状态", examples=["running"])
    months: int = Field(title="月数", examples=[6])
    months_done: int = Field(title="已经推演的月数", examples=[2])
    first_on: date = Field(title="登记日自", examples=["2026-05-24"])
    last_on: date = Field(title="登记日至", examples=["2026-11-23"])
    reached_on: date = Field(title="已经推演到登记日", examples=["2026-07-30"])
    total: int = Field(title="件数", examples=[1200])
    done: int = Field(title="已经推演的件数", examples=[400])
    by: str = Field(title="推演人代码", examples=["admin-1"])
    at: AwareDatetime = Field(title="开始时间")
    why: str = Field(title="中断的原因", examples=[""])
    ended_by: str = Field(title="取消人代码", examples=[""])
    ended_at: AwareDatetime | None = Field(title="结束时间", examples=[None])

    @classmethod
    def of_row(cls, row: Mapping[str, Any]) -> Self:
        """The answer for a row of `routing.rehearsal`."""
        course = Course(
            months=row["months"],
            last=row["last_on"],
            reached=row["reached_on"],
            total=row["total"],
            done=row["done"],
        )
        return cls.model_validate({**row, "months_done": course.months_done})
