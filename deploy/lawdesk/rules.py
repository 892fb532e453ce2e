"""期限规则 as a question: every period of every procedure, with article, start, end and lapse.

Beside those that run in files by a clock stand those that only another question reckons.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from deploy.compose import offices
from deploy.lawdesk import unclocked
from deploy.lawdesk.unclocked import Unclocked, every_unclocked
from shared.contracts.fact import Fact
from shared.errors import Malformed
from shared.law.article import STATUTES
from shared.law.procedure import Deadline, Procedure
from shared.law.quoted import is_provision, quoted, statute
from shared.law.terms import zh
from shared.lawdesk import Answer, Facts, Question, Setting, Table, told
from shared.office import Office

_TITLES: Final = (
    "规则",
    "期限",
    "长度",
    "依据",
    "版本",
    "自",
    "至",
    "逾期",
    "各自计算",
    "预警",
    "不计入",
    "延长",
)

_SAME: Final = {"body_head": "head_of_body"}
"""Words of the tables that the terms have under another name."""


@dataclass(frozen=True, slots=True)
class Found:
    """One rule with the table in which it stands."""

    office: Office
    procedure: Procedure
    deadline: Deadline

    @property
    def name(self) -> str:
        """As `reconsideration.ordinary.review`."""
        return f"{self.office.name}.{self.procedure.name}.{self.deadline.name}"


class RulesFacts(Facts):
    """Which rules are asked for."""

    office: str | None = told("机构，如 reconsideration", "只列这个机构的期限", None)
    procedure: str | None = told(
        "程序或者一组期限，如 ordinary、remedy", "只列这个程序的期限", None
    )
    article: str | None = told(
        "条文或者法律，如行政复议法第六十二条、行政复议法", "只列以此为依据的期限", None
    )


def every_rule() -> Iterator[Found]:
    """Every rule of every office, in every edition."""
    for office in offices():
        for procedure in (each for shelf in office.shelves for each in shelf.editions):
            for deadline in procedure.deadlines:
                yield Found(office, procedure, deadline)


def called(kind: type[Fact]) -> str:
    """What people call an act: the Chinese with which its description begins."""
    said = (kind.__doc__ or kind.__name__).split("\n")[0]
    return said.split(":")[0].split("(")[0].strip().rstrip(".")


def word(english: str) -> str:
    """The Chinese for a word of the tables; the word itself where the terms do not have it."""
    try:
        return zh(_SAME.get(english, english))
    except LookupError:
        return english


def _answer(facts: RulesFacts, setting: Setting) -> Answer:
    if facts.article:
        facts = facts.model_copy(update={"article": _cited(facts.article, setting.today)})
    _check(facts)
    found = [one for one in every_rule() if _fits(one, facts)]
    beside = [one for one in every_unclocked() if _fits(one, facts)]
    if not found and not beside:
        return Answer(result="none", says="没有符合条件的期限规则。", reasons=())
    return Answer(
        result="found",
        says=_says(found, beside),
        reasons=(),
        values={"rules": [*map(_data, found), *map(unclocked.data, beside)]},
        table=Table(_TITLES, (*map(_row, found), *map(unclocked.row, beside))),
    )


def _says(found: list[Found], beside: list[Unclocked]) -> str:
    tables = len({(one.office.name, one.procedure.name) for one in found})
    clocked = f"{tables}个程序中共有{len(found)}条期限规则"
    other = f"共有{len(beside)}条期限枢纽不设时钟，由各个提问计算"
    if found and beside:
        return f"{clocked}；另{other[1:]}。"
    return f"{clocked if found else other}。"


def _check(facts: RulesFacts) -> None:
    known = [one.name for one in offices()]
    if facts.office and facts.office not in known:
        raise Malformed(f"没有这个机构；可用的有{'、'.join(known)}", "office")
    groups = {one.group.name for one in every_unclocked()}
    tables = sorted({one.procedure.name for one in every_rule()} | groups)
    if facts.procedure and facts.procedure not in tables:
        raise Malformed(f"没有这个程序；可用的有{'、'.join(tables)}", "procedure")


def _cited(said: str, today: date) -> str:
    """The code of a provision or of a whole statute, in words or by its code.

    Raises:
        Malformed: There is none.
    """
    if said.partition(" ")[0] in STATUTES:
        return said
    if said.isascii():
        raise Malformed(f"没有这部法律；可用的有{'、'.join(STATUTES)}", "article")
    try:
        return quoted(said, today).code if is_provision(said) else statute(said, today).key
    except ValueError as no:
        raise Malformed(str(no), "article") from None


def _fits(one: Found | Unclocked, facts: RulesFacts) -> bool:
    if isinstance(one, Found):
        code, table = one.deadline.article.code, one.procedure.name
    else:
        code, table = one.rule.article.code, one.group.name
    return (
        facts.office in (None, one.office.name)
        and facts.procedure in (None, table)
        and (not facts.article or f"{code}(".startswith((f"{facts.article}(", f"{facts.article} ")))
    )


def _row(one: Found) -> tuple[str, ...]:
    rule = one.deadline
    return (
        one.name,
        rule.term,
        str(rule.within),
        str(rule.article),
        f"自{one.procedure.edition}",
        _acts(rule.starts),
        _acts(rule.ends),
        called(rule.lapse),
        word(rule.subject) if rule.subject else "",
        "、".join(one.term for one in rule.warnings),
        "；".join(f"{one.term}（{one.article}）" for one in rule.pauses),
        "；".join(str(one) for one in (*rule.prolongings, *rule.askings)),
    )


def _acts(kinds: Iterable[type[Fact]]) -> str:
    return "、".join(called(kind) for kind in kinds)


def _data(one: Found) -> dict[str, Any]:
    rule = one.deadline
    return {
        "rule": one.name,
        "office": one.office.name,
        "office_term": one.office.term,
        "procedure": one.procedure.name,
        "procedure_term": one.procedure.term,
        "edition": one.procedure.edition,
        "until": None,
        "deadline": rule.name,
        "term": rule.term,
        "period": getattr(rule.within, "code", None),
        "period_text": str(rule.within),
        "article": {"code": rule.article.code, "text": str(rule.article)},
        "starts": [_act(kind) for kind in rule.starts],
        "ends": [_act(kind) for kind in rule.ends],
        "lapse": _act(rule.lapse),
        "subject": rule.subject or None,
        "warnings": [{"code": one.code, "term": one.term} for one in rule.warnings],
        "pauses": [{"term": one.term, "article": one.article.code} for one in rule.pauses],
        "prolongings": [
            {"term": one.term, "by": str(one.by), "article": one.article.code}
            for one in rule.prolongings
        ],
        "askings": [{"term": one.term, "article": one.article.code} for one in rule.askings],
        "clock": True,
        "question": None,
    }


def _act(kind: type[Fact]) -> dict[str, str]:
    return {"fact": kind.__name__, "term": called(kind)}


QUESTION: Final = Question(
    name="rules",
    term="期限规则",
    says="各个程序有哪些期限，依据、长度、起止和逾期的后果是什么？",
    facts=RulesFacts,
    answer=_answer,
    results={"found": "有这样的期限规则", "none": "没有这样的期限规则"},
    example={"procedure": "ordinary", "article": "ARL 48"},
)
"""期限规则."""
