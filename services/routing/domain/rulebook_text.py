"""规则簿的读法: from the text of its file to a value; what is wrong is told by line and field."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from hashlib import sha256
from typing import Final

from services.routing.domain.condition import VALUES, Condition, Field, Together
from services.routing.domain.reading import only, word
from services.routing.domain.rulebook import DutyRow, RuleBook, RuleBookError
from services.routing.domain.rulebook_times import read_times
from services.routing.domain.triage import Rule
from services.routing.domain.yardsticks import read_yardsticks
from shared.contracts.routing import Road
from shared.directory.source import CODE, Record, Source
from shared.law.article import Article

SECTIONS: Final = frozenset(
    {"book", "rule", "tier", "ladder", "start", "entry", "whistle", "figures", "duty"}
)
NAME: Final = re.compile(r"[a-z]+(_[a-z]+)*")
PLACE: Final = re.compile(r"\d{6}(\d{3})?")
_OF_RULE: Final = frozenset({"name", "road", "article", "reason", "whistle", "told", "when"})
_KEPT: Final = 16
"""Editions that a process keeps read."""


def digest_of(text: str) -> str:
    """校验值 of a rule book's text, by which a draft is known."""
    return sha256(text.encode()).hexdigest()


@lru_cache(maxsize=_KEPT)
def read_book(text: str, since: date, name: str = "规则簿") -> RuleBook:
    """The rule book that a text is.

    Raises:
        RuleBookError: It is none; says in Chinese in which line and field.
    """
    source = Source(name, text.removeprefix("\ufeff"), fault=RuleBookError)
    for section in source.values:
        if section not in SECTIONS:
            known = "、".join(sorted(SECTIONS))
            raise source.wrong(section, 0, "", f"没有这一部分，可写 {known}")
    head = source.one("book")
    only(head, {"title"})
    return RuleBook(
        title=head.text("title"),
        since=since,
        rules=_rules(source),
        times=read_times(source),
        yardsticks=read_yardsticks(source),
        duties=_duties(source),
    )


# -- rules


def _rules(source: Source) -> tuple[Rule, ...]:
    records = source.many("rule")
    rules = tuple(_rule(record) for record in records)
    if not rules:
        raise source.wrong("rule", 0, "", "至少要有一条分流规则")
    names: set[str] = set()
    for record, rule in zip(records, rules, strict=True):
        if rule.name in names:
            raise record.wrong("name", f"“{rule.name}”重复")
        names.add(rule.name)
        if not rule.when and rule is not rules[-1]:
            raise record.wrong("when", "只有最后一条可以没有条件，否则其后各条永不适用")
    if rules[-1].when:
        raise records[-1].wrong("when", "最后一条不得有条件，以便每件纠纷都有途径")
    return rules


def _rule(record: Record) -> Rule:
    only(record, _OF_RULE)
    name = record.text("name")
    if not NAME.fullmatch(name):
        raise record.wrong("name", f"“{name}”应为小写字母，可用下划线连接")
    return Rule(
        name=name,
        road=word(record, "road", Road),
        article=_article(record),
        reason=record.text("reason"),
        when=_alternatives(record),
        whistle=record.get("whistle", bool, default=False),
        told=record.get("told", bool, default=False),
    )


def _article(record: Record) -> Article:
    said = record.text("article")
    try:
        return Article.parse(said)
    except (ValueError, LookupError):
        raise record.wrong("article", f"“{said}”不是可以引用的条文，例如 PML 17") from None


def _alternatives(record: Record) -> tuple[Together, ...]:
    given: list[object] = record.get("when", list, [])
    if "when" in record.values and not given:
        raise record.wrong("when", "没有条件的，不写这一栏")
    return tuple(_together(record, each) for each in given)


def _together(record: Record, given: object) -> Together:
    if not isinstance(given, dict) or not given:
        raise record.wrong("when", '每一项应为花括号，例如 { nature = ["civil"] }')
    only(record, Field, given)
    return tuple(_condition(record, Field(key), said) for key, said in given.items())


def _condition(record: Record, field: Field, given: object) -> Condition:
    if not isinstance(given, list) or not given:
        raise record.wrong(field, f'{field.term}应为列表，例如 ["civil"]')
    for said in given:
        if not _may_be_said(field, said):
            told = "、".join(sorted(VALUES[field])) if field in VALUES else "名录中的代码"
            raise record.wrong(field, f"“{said}”不是{field.term}，应为 {told}")
    return Condition(field, frozenset(map(str, given)))


def _may_be_said(field: Field, said: object) -> bool:
    if not isinstance(said, str):
        return False
    if field in VALUES:
        return said in VALUES[field]
    return bool((PLACE if field is Field.PLACE else CODE).fullmatch(said))


# -- duty list


def _duties(source: Source) -> Mapping[str, DutyRow]:
    duties: dict[str, DutyRow] = {}
    for record in source.many("duty"):
        only(record, {"matter", "lead", "assist"})
        matter = record.text("matter")
        if matter in duties:
            raise record.wrong("matter", f"“{matter}”重复")
        row = DutyRow(record.text("lead"), record.texts("assist"))
        if row.lead in row.assist or len(set(row.assist)) < len(row.assist):
            raise record.wrong("assist", "同一部门只能列一次，主办的不再列为协办")
        duties[matter] = row
    return duties
