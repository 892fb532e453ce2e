"""看板的答复: what a board has counted, with names, ratios, rankings and how each is reckoned."""

from collections.abc import Mapping
from typing import Final

from services.routing.domain.yardsticks import USUAL, Yardsticks
from services.routing.figures import measures as m
from services.routing.figures import telling
from services.routing.figures.fold import Board, Question, Tally
from services.routing.figures.measures import LEVEL_TERMS, RATIOS, By, Ratio
from services.routing.figures.schemas import (
    BandOut,
    FiguresOut,
    GroupOut,
    RankingOut,
    RatioOut,
    ReckonedOut,
    ScoreOut,
    StepOut,
    TimeOut,
    by_term,
    counts,
)
from shared.contracts.routing import Rung
from shared.directory import Directory
from shared.law.article import RULES, Article
from shared.law.day import in_city

_WHOLE: Final = "总数"

RANKED: Final[Mapping[By, tuple[Ratio, ...]]] = {
    By.DEPARTMENT: (m.RESPONSE, m.SOLUTION, m.SATISFACTION),
    By.COUNTY: (m.RESPONSE, m.SOLUTION, m.SATISFACTION),
    By.TOWNSHIP: (m.RESPONSE, m.SOLUTION, m.SATISFACTION),
    By.CENTRE: (m.SOLUTION, m.SATISFACTION),
    By.WHISTLER: (m.SOLUTION, m.SATISFACTION),
}
"""By which ratios groups are ranked; months, levels and matters compete with nobody."""


def answered(board: Board, directory: Directory, by: Yardsticks = USUAL) -> FiguresOut:
    """The answer to the board's question."""
    asked = board.question
    names = {group: name_of(directory, asked.by, group) for group in board.groups}
    return FiguresOut(
        as_of=in_city(asked.as_of),
        start=asked.start,
        until=asked.until,
        by=asked.by,
        by_term=by_term(asked.by),
        narrowed=asked.narrowed,
        files=board.files,
        whole=_group("", _WHOLE, board.total, _only(asked), by),
        groups=[
            _group(group, names[group], board.groups[group], asked.by, by)
            for group in _order(board)
        ],
        rankings=[
            RankingOut.of(telling.ranking(board, ratio, by), names)
            for ratio in RANKED.get(asked.by, ())
        ]
        if asked.by
        else [],
        reckoned=reckoned(by),
    )


def _only(asked: Question) -> By | None:
    """What the total is the number of, if it is that of one department, whistler or centre."""
    named = ((By.DEPARTMENT, asked.department), (By.WHISTLER, asked.whistler))
    return next((by for by, said in (*named, (By.CENTRE, asked.centre)) if said), None)


def _order(board: Board) -> list[str]:
    """Levels from below, all else by code or month."""
    if board.question.by is By.LEVEL:
        return [level for level in Rung if level in board.groups]
    return sorted(board.groups)


def _group(group: str, name: str, tally: Tally, by: By | None, yard: Yardsticks) -> GroupOut:
    scored = by in {By.DEPARTMENT, By.WHISTLER}
    score = telling.score(tally, yard, whistler=by is By.WHISTLER) if scored else None
    band = telling.band(tally, yard) if by is By.CENTRE else None
    return GroupOut(
        group=group,
        name=name,
        counts=counts(tally.n),
        ratios=[RatioOut.of(one) for one in telling.ratios(tally)],
        times=[TimeOut.of(one) for one in telling.times(tally)],
        ladder=[StepOut.of(one) for one in telling.funnel(tally)],
        score=ScoreOut.model_validate(score) if score else None,
        band=BandOut.model_validate(band) if band else None,
    )


def name_of(directory: Directory, by: By | None, code: str) -> str:
    """What a group is called; its code if the directory does not know it any more."""
    try:
        match by:
            case By.COUNTY | By.TOWNSHIP:
                return directory.place(code).name
            case By.DEPARTMENT | By.CENTRE | By.WHISTLER:
                return directory.organ(code).name
            case By.MATTER:
                return directory.matter(code).name
            case By.LEVEL:
                return LEVEL_TERMS[Rung(code)]
            case _:
                return code
    except (LookupError, ValueError):
        return code


def organ_name(directory: Directory, code: str) -> str:
    """What an organ is called."""
    return name_of(directory, By.DEPARTMENT, code)


def reckoned(by: Yardsticks = USUAL) -> list[ReckonedOut]:
    """怎样计算: each number with its reckoning and its rule."""
    rows = [*((one.name, one.term, one.how, one.article) for one in RATIOS), *_others(by)]
    return [
        ReckonedOut(name=name, term=term, how=how, article=article.code, article_text=str(article))
        for name, term, how, article in rows
    ]


def _others(by: Yardsticks) -> tuple[tuple[str, str, str, Article], ...]:
    """How whatever is no ratio is reckoned."""
    weights = f"{by.response}、{by.solution}、{by.satisfaction}"
    return (
        ("files", "案卷", "案卷按首页之日归入期间和月份；只计截至时刻已经记录的事实", RULES[61]),
        (
            "times",
            "部门自己所用的时间",
            (
                "自然时间，单位分钟，以最近秩法取中位数和第九十百分位数，只计已经履行的职责；"
                "等待当事人、权属裁定、其他部门的时间不计"
            ),
            RULES[61],
        ),
        ("intervals", "区间", "威尔逊区间，百分之九十五", RULES[61]),
        ("ladder", "四级七天", "每件在所到的每一级各计一次；期满数与去向并计", RULES[37]),
        (
            "score",
            "评分",
            (
                f"响应率、解决率、满意率按{weights}加权，吹哨单位以未被退哨的比例代替响应率；"
                f"任何一项分母不足{by.least}的不评分"
            ),
            RULES[62],
        ),
        (
            "ranking",
            "排名",
            (
                f"分母不足{by.least}的不排名；比率按贝塔二项模型以矩估计向全体平均收缩，"
                "附百分之九十五区间和按区间可能的名次"
            ),
            RULES[62],
        ),
        (
            "band",
            "吹哨率提示",
            (
                f"吹哨率的区间整个低于{by.rate_low:.0%}或者高于{by.rate_high:.0%}的提示；"
                f"登记不足{by.least_registered}件的不提示"
            ),
            RULES[63],
        ),
    )
