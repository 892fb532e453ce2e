"""轨迹: the way of one dispute through the offices, and every date that still runs on it.

It is the case page read crosswise: a line a file, in the order in which they were opened. A date
of a statute runs wherever the dispute is, so the line that holds it shows it even while another
office is at work (RULES 58).
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from pydantic import AwareDatetime, Field

from shared.casepage.answers import ArticleOut, DeadlineOut, DisputeOut, FileOut, Out, PageOut
from shared.contracts.clock import DeadlineWarned
from shared.contracts.reconsideration.pausing import Suspension
from shared.contracts.routing import Road, RoadCorrected
from shared.law.article import RULES, Article
from shared.law.casefile import UNLISTED
from shared.law.day import CITY, day_of_expiry
from shared.law.holding import APART
from shared.law.terms import zh
from shared.work import Shelf

ROADS: Final[Mapping[str, str]] = {
    Road.PEOPLES_MEDIATION: "人民调解",
    Road.ADMINISTRATIVE_MEDIATION: "行政调解",
    Road.ADJUDICATION: "行政裁决",
    Road.RECONSIDERATION: "行政复议",
    Road.LABOUR_ARBITRATION: "劳动仲裁",
    Road.LAND_CONTRACT_ARBITRATION: "农村土地承包仲裁",
    Road.PETITION: "信访",
    Road.DISCLOSURE: "政府信息公开",
    Road.COURT: "诉讼",
    Road.POLICE: "公安机关处置",
}
"""途径的名称."""

CAUSES: Final[Mapping[str, str]] = {
    Suspension.DEATH: "申请人死亡",
    Suspension.INCAPACITY: "申请人丧失行为能力",
    Suspension.MISSING: "申请人下落不明",
    Suspension.DISSOLVED: "申请人的组织终止",
    Suspension.PREVENTED: "不能参加行政复议",
    Suspension.TALKS: "调解、和解",
    Suspension.LAW_UNCLEAR: "法律适用待解释",
    Suspension.OTHER_CASE: "其他案件尚未审结",
    Suspension.DOCUMENT: "附带审查",
    Suspension.OTHER: "其他情形",
}
"""中止的情形, in short: whose period to resume or to terminate runs (ARL 39)."""

OF_OFFICE: Final[Mapping[str, Road]] = {
    "mediation": Road.PEOPLES_MEDIATION,
    "adjudication": Road.ADJUDICATION,
    "reconsideration": Road.RECONSIDERATION,
}
"""The road that an office's own files are on."""

BESIDE: Final = UNLISTED | {"alert", "papers_served"}
"""Files that stand beside others and are no stage of the way."""

_CASE: Final = "7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"


class RunsOut(Out):
    """在走的期限: what runs until when, under which article."""

    name: str = Field(title="期限", examples=["apply"])
    term: str = Field(title="名称", examples=["当事人申请期限"])
    subject: str = Field(title="对象", examples=["行政复议"])
    article: ArticleOut | None = Field(None, title="依据")
    statutory: bool = Field(title="法定期限", description="否为本市规则所定", examples=[True])
    started_on: date = Field(title="起算日", examples=["2026-11-02"])
    last_day: date | None = Field(
        None, title="届满日", description="停止计算时为空", examples=["2027-01-04"]
    )
    until: AwareDatetime | None = Field(None, title="届满时刻")
    provisional: bool = Field(title="暂定", description="相关年度的放假安排尚未公布")
    warned_on: list[date] = Field(title="已预警", description="各次预警的日期")


class CorrectionOut(Out):
    """更正途径: from which road to which, when, for which article."""

    on: date = Field(title="更正日", examples=["2026-11-25"])
    was: str = Field(title="原途径", examples=["人民调解"])
    road: str = Field(title="新途径", examples=["行政复议"])
    article: ArticleOut = Field(title="依据")


class StageOut(Out):
    """一段: one file of the dispute, since when, until when, how it ended."""

    case_id: UUID = Field(title="案卷编号", examples=[_CASE])
    office: str = Field(title="机构", examples=["mediation"])
    term: str = Field(title="程序名称", examples=["人民调解程序"])
    road: str = Field("", title="途径", examples=["人民调解"])
    since: date = Field(title="自", examples=["2026-11-23"])
    until: date | None = Field(None, title="至", description="未结的为空", examples=["2026-12-01"])
    state: str = Field(title="状态", examples=["failed"])
    state_term: str = Field(title="状态名称", examples=["调解未成"])
    ended: str = Field("", title="如何终结", description="未结的为空", examples=["调解不成"])
    came_from: UUID | None = Field(None, title="来自案卷", examples=[_CASE])
    corrections: list[CorrectionOut] = Field(title="更正途径")
    running: list[RunsOut] = Field(title="在走的期限")


class TrackOut(Out):
    """轨迹: the stages that the reader may see, in order."""

    dispute_id: UUID = Field(title="纠纷标识", examples=[_CASE])
    number: str | None = Field(None, title="纠纷编号", examples=["620702-20261123-000017-3"])
    position: int = Field(title="流位", description="从这里起续读事实流，不缺页", examples=[42])
    stages: list[StageOut] = Field(title="各段")


def track(page: DisputeOut, shelves: Mapping[tuple[str, str], Shelf[Any]]) -> TrackOut:
    """The way of a dispute, from its case page."""
    return TrackOut(
        dispute_id=page.dispute_id,
        number=page.number,
        position=page.position,
        stages=[
            _stage(file, _closed(file, shelves), page.names)
            for file in page.files
            if file.procedure not in BESIDE
        ],
    )


def _stage(file: FileOut, closed: frozenset[str], names: Mapping[str, str]) -> StageOut:
    first, last = file.pages[0], file.pages[-1]
    ended = file.state in closed
    return StageOut(
        case_id=file.case_id,
        office=file.office,
        term=file.term,
        road=ROADS.get(OF_OFFICE.get(file.office) or _road(file), ""),
        since=first.on,
        until=last.on if ended else None,
        state=file.state,
        state_term=_called(file.state),
        ended=last.term if ended else "",
        came_from=next(_links(file), None),
        corrections=[_correction(page) for page in file.pages if _is_correction(page)],
        running=[_runs(one, names) for one in file.running],
    )


def _closed(file: FileOut, shelves: Mapping[tuple[str, str], Shelf[Any]]) -> frozenset[str]:
    """The states in which such a file is at an end, in the edition of its opening."""
    shelf = shelves.get((file.office, file.procedure))
    editions = shelf.editions if shelf else ()
    return frozenset(s for one in editions if one.edition == file.edition for s in one.closed)


def _road(file: FileOut) -> str:
    return file.labels.get("road", "") if file.procedure == "triage" else ""


def _links(file: FileOut) -> Iterator[UUID]:
    for page in file.pages:
        if (earlier := page.findings.get("came_from")) and not _is_correction(page):
            yield UUID(earlier)


def _is_correction(page: PageOut) -> bool:
    return page.kind == RoadCorrected.kind_name()


def _correction(page: PageOut) -> CorrectionOut:
    article = Article.parse(page.findings["article"])
    return CorrectionOut(
        on=page.on,
        was=ROADS[page.findings["was"]],
        road=ROADS[page.findings["road"]],
        article=ArticleOut(code=article.code, text=str(article)),
    )


ONE: Final = "（申请人之一）"
"""After a cause that is one applicant's of several; whose, its page says."""


def said_of(subject: str) -> str:
    """What the subject of a period is called where it is no organ and no person; else nothing."""
    said, _, person = subject.partition(APART)
    return ROADS.get(said) or CAUSES.get(said, "") + (ONE if said in CAUSES and person else "")


_PERSON: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def subject_of(subject: str) -> str:
    """What the subject of a period is called where it is no organ; a person is not named."""
    return said_of(subject) or ("一名当事人" if _PERSON.fullmatch(subject) else "")


def _runs(one: DeadlineOut, names: Mapping[str, str]) -> RunsOut:
    statute = one.article.code.partition(" ")[0] if one.article else RULES.key
    return RunsOut(
        name=one.name,
        term=one.term,
        subject=said_of(one.subject) or names.get(one.subject, one.subject),
        article=one.article,
        statutory=statute != RULES.key,
        started_on=one.started_on,
        last_day=day_of_expiry(one.until.astimezone(CITY)) if one.until else None,
        until=one.until,
        provisional=one.provisional,
        warned_on=[rung.on for rung in one.clock if rung.kind == DeadlineWarned.kind_name()],
    )


def _called(state: str) -> str:
    try:
        return zh(state)
    except LookupError:
        return state
