"""管辖: whose act it is, and which authority reviews it (ARL 19, 24 to 28)."""

from datetime import date
from typing import Final

from services.reconsideration.domain.jurisdiction import (
    Open,
    Way,
    overtaken,
    way_by_kind,
    way_by_kinds,
    way_of,
)
from services.reconsideration.domain.respondent import Acting, Respondents, respondents
from services.reconsideration.lawdesk.naming import code_of, name_of, names_of
from shared.contracts.reconsideration.respondent import Capacity
from shared.law.article import ARL
from shared.law.reconsidering.jurisdiction import Accused, authorities
from shared.lawdesk import Answer, Assumed, Facts, Question, Reason, Setting, told


class JurisdictionFacts(Facts):
    """The respondent by name or by kind, and as what it acted."""

    respondent: str | None = told(
        "作出行政行为的机关，名录中的名称或者代码", "决定由哪个行政复议机关管辖", None
    )
    kind: Accused | None = told(
        "被申请人的类别，机关不在名录中时填写", "决定由哪一类行政复议机关管辖", None
    )
    other_kinds: tuple[Accused, ...] = told(
        "共同作出的其他机关的类别，机关不在名录中时填写",
        "共同作出的，可以向其中任何一个有管辖权的机关申请",
        (),
    )
    capacity: Capacity = told(
        "以什么身份作出：自己的名义、授权、共同、委托、未经授权、经批准、被撤销",
        "决定谁是被申请人",
        Capacity.OWN,
    )
    others: tuple[str, ...] = told(
        "共同作出行政行为的其他机关、组织", "共同作出的都是被申请人，可以选择的机关随之增加", ()
    )
    behind: str | None = told(
        "委托、设立、批准该机关或者继续行使其职权的机关", "这时它才是被申请人", None
    )
    on: date | None = told("提出申请之日", "2026年7月1日前后的实施条例不同", None)


def _answer(facts: JurisdictionFacts, setting: Setting) -> Answer:
    on = facts.on or setting.today
    assumed = () if facts.on else (Assumed("on", f"今天（{on}）", "2026年7月1日前后的规定不同"),)
    if facts.kind:
        return _by_kind(facts.kind, facts, on, assumed, setting)
    if facts.respondent is None:
        reason = Reason("没有说明作出行政行为的机关，也没有说明它的类别", ARL[19])
        return Answer(
            result="unknown",
            says="须先说明被申请人或者其类别。",
            reasons=(reason,),
            assumed=assumed,
        )
    who = respondents(_acting(facts, setting), on)
    assumed = (*assumed, *_unknown(who, setting))
    found = [authorities(code, setting.directory) for code in who.organs]
    return _told(way_of(found, on), _of_respondents(who, setting), assumed, setting, who, on=on)


def _by_kind(
    kind: Accused,
    facts: JurisdictionFacts,
    on: date,
    assumed: tuple[Assumed, ...],
    setting: Setting,
) -> Answer:
    """The row of its kind; of those who acted together, the rows of all of them."""
    others = facts.other_kinds
    if facts.capacity is Capacity.JOINT and not others:
        others = (kind,)
        says = "共同作出的，可以选择的机关随之增加"
        assumed = (*assumed, Assumed("other_kinds", "与kind同类", says))
    way = way_by_kinds((kind, *others), on) if others else way_by_kind(kind, on)
    return _told(way, (), assumed, setting, on=on)


def _unknown(who: Respondents, setting: Setting) -> list[Assumed]:
    """What is still to be told before anybody can say who is competent."""
    if not who.organs:
        return [Assumed("behind", "未说明", "填写后才能确定被申请人和管辖机关")]
    strangers = [each for each in who.organs if code_of(each, setting.directory) is None]
    return [
        Assumed("kind", f"名录中没有“{each}”，或者不止一个", "按类别判定") for each in strangers
    ]


def _acting(facts: JurisdictionFacts, setting: Setting) -> Acting:
    def code(written: str) -> str:
        return code_of(written, setting.directory) or written

    return Acting(
        organ=code(facts.respondent or ""),
        capacity=facts.capacity,
        others=tuple(code(each) for each in facts.others),
        behind=code(facts.behind) if facts.behind else None,
    )


def _of_respondents(who: Respondents, setting: Setting) -> tuple[Reason, ...]:
    names = names_of(who.organs, setting.directory) or "尚须说明"
    return (Reason(f"{who.because}：{names}", who.article, bool(who.organs)),)


def _told(
    way: Way,
    before: tuple[Reason, ...],
    assumed: tuple[Assumed, ...],
    setting: Setting,
    who: Respondents | None = None,
    *,
    on: date,
) -> Answer:
    names = names_of(way.authorities, setting.directory)
    says = _SAYS[way.open].format(names=names)
    row = (Reason(says, way.article),) if way.article else ()
    notes = (Reason(way.note, way.article),) if way.note else ()
    older = overtaken(way, on)
    return Answer(
        result=way.open.value,
        says=says,
        reasons=(*before, *row, *notes, *((Reason(*older),) if older else ())),
        assumed=assumed,
        values={
            "respondents": list(who.organs) if who else [],
            "third_parties": list(who.third) if who else [],
            "authorities": [
                {"code": each, "name": name_of(each, setting.directory)} for each in way.authorities
            ],
        },
    )


_SAYS: Final = {
    Open.ONE: "向{names}申请行政复议。",
    Open.CHOICE: "可以选择向下列任何一个机关申请行政复议：{names}。",
    Open.ANY_JOINTLY: "可以向下列任何一个机关申请，由它们共同作出行政复议决定：{names}。",
    Open.ELSEWHERE: "不申请行政复议，依专门法律的规定请求救济。",
    Open.UNKNOWN: "名录不能判定管辖机关，请说明被申请人的类别。",
}

QUESTION: Final = Question(
    name="jurisdiction",
    term="管辖",
    says="对某机关的行政行为不服，应当向哪个行政复议机关申请？",
    facts=JurisdictionFacts,
    answer=_answer,
    results={
        "one": "只有一个行政复议机关",
        "choice": "申请人可以选择其中一个",
        "any_jointly": "可以向任何一个申请，由它们共同决定",
        "elsewhere": "不由行政复议管辖",
        "unknown": "名录不能判定",
    },
    example={"respondent": "张掖市公安局甘州分局", "on": "2026-09-01"},
)
"""管辖 (ARL 24 to 28)."""
