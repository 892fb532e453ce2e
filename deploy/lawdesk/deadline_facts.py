"""期限计算 asks for these facts: a rule or a bare period, its start, and its course."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from deploy.lawdesk.rules import Found, every_rule
from deploy.lawdesk.unclocked import Unclocked, every_unclocked
from shared.contracts.service import Manner
from shared.errors import Malformed
from shared.law.article import Article
from shared.law.course import Cap, Exclusion, Extension
from shared.law.period import Period, parse_period
from shared.law.procedure import AsStated, Deadline
from shared.law.quoted import quoted
from shared.law.written import any_code_of
from shared.lawdesk import Facts, told

_PERIOD: Final = "如60日、5个工作日、1个月、1年、2小时、30分钟"
_BASIS: Final = "所依据的法条，如行政复议法第三十九条"


class ExclusionIn(Facts):
    """不计入的一段期间."""

    after: date = told("停止计算之日，次日起不计入", "不计入的期间由此开始")
    until: date | None = told(
        "恢复计算之日，当日仍不计入；尚未恢复的不填", "没有的，期间停止计算", None
    )
    reason: str = told("不计入的事由，如行政复议中止", "写入期限说明")
    article: str = told(_BASIS, "没有法律依据的不得扣除")
    approved_by: str = told("批准人", "写入期限说明", "")


class ExtensionIn(Facts):
    """一次延长."""

    by: str = told(f"延长多久，{_PERIOD}", "加在原期限之后，期满日只顺延一次")
    reason: str = told("延长的事由", "写入期限说明")
    article: str = told(_BASIS, "没有法律依据的不得延长")
    approved_by: str = told("批准人", "写入期限说明", "")
    on: date | None = told("批准延长之日", "写入期限说明", None)


class CapIn(Facts):
    """一个最长期限."""

    within: str = told(f"最长多久，{_PERIOD}", "期满日不晚于此")
    start: date = told("最长期限起算之日", "最长期限由此起算")
    article: str = told(_BASIS, "没有法律依据的不设上限")


class DeadlineFacts(Facts):
    """A rule or a bare period, its start, and what befell it."""

    rule: str | None = told(
        "期限规则，如 ordinary.decide、remedy.sue_decision，名称见 hub law rules",
        "决定期限的长度和依据",
        None,
    )
    period: str | None = told(f"期限的长度，{_PERIOD}；没有规则时才填", "决定期限的长度", None)
    article: str | None = told(
        "期限所依据的法条，如行政复议法第二十条；没有规则时才填", "写入期限说明", None
    )
    start: date = told("起算的事实发生之日，当日不计入", "期限由此起算；规则的版本也由此确定")
    moment: datetime | None = told(
        "起算的时刻，按小时、分钟计的期限须填", "按小时、分钟计的期限由此起算", None
    )
    manner: Manner | None = told(
        "文书的送达方式", "起算之日由此确定，例如公告送达自公告期满起算", None
    )
    as_of: date | None = told("截至哪一天", "决定是否已经届满，还剩几日", None)
    exclusions: tuple[ExclusionIn, ...] = told("不计入的各段期间", "期限相应推后", ())
    extensions: tuple[ExtensionIn, ...] = told("各次延长", "期限相应推后", ())
    caps: tuple[CapIn, ...] = told("各个最长期限", "期限不晚于此", ())


def rule_of(facts: DeadlineFacts) -> Found | Unclocked | None:
    """The rule in the edition of the day of the start; None if a bare period is asked for.

    Raises:
        Malformed: There is no such rule, or several have this name.
    """
    if facts.rule is None:
        return None
    every: tuple[Found | Unclocked, ...] = (*every_rule(), *every_unclocked())
    named = [one for one in every if f".{one.name}".endswith(f".{facts.rule}")]
    names = sorted({one.name for one in named})
    if len(names) != 1:
        hint = f"有多个，请写全：{'、'.join(names)}" if names else "没有这条规则，见 hub law rules"
        raise Malformed(hint, "rule")
    in_force = [one for one in named if _since(one) <= facts.start]
    if not in_force:
        raise Malformed(f"这条规则自{min(map(_since, named))}起才有", "start")
    latest = max(in_force, key=_since)
    if isinstance(latest, Unclocked) and latest.rule.until and latest.rule.until < facts.start:
        raise Malformed(f"这条规则适用到{latest.rule.until}", "start")
    return latest


def _since(one: Found | Unclocked) -> date:
    return one.rule.since if isinstance(one, Unclocked) else one.procedure.since


def period_of(facts: DeadlineFacts, found: Found | Unclocked | None) -> tuple[Period, Article, str]:
    """The period, its provision, and what it is called.

    Raises:
        Malformed: Both or neither are told, or the day stands in the paper itself.
    """
    if found is not None:
        if facts.period or facts.article:
            raise Malformed("写了规则的，不再写期限和依据", "rule")
        if isinstance(found, Unclocked):
            return found.rule.period, found.rule.article, found.rule.term
        within, rule = found.deadline.within, found.deadline
        if not isinstance(within, Period):
            raise Malformed("这一期限按文书载明的日期届满，无须计算", "rule")
        return within, rule.article, rule.term
    if facts.period is None:
        raise Malformed("须写明规则，或者写明期限和依据", "rule")
    if facts.article is None:
        raise Malformed("没有规则的，须写明依据", "article")
    period = length(facts.period, "period")
    return period, basis(facts.article, "article", facts.start), "期限"


def exclusions(facts: DeadlineFacts) -> list[Exclusion]:
    """不计入的期间.

    Raises:
        Malformed: One ends before it begins, or rests on no article.
    """
    found = []
    for n, one in enumerate(facts.exclusions):
        if one.until is not None and one.until < one.after:
            raise Malformed("恢复计算之日早于停止计算之日", f"exclusions.{n}.until")
        article = basis(one.article, f"exclusions.{n}.article", facts.start)
        found.append(Exclusion(one.after, one.until, one.reason, article, one.approved_by))
    return found


def extensions(facts: DeadlineFacts) -> list[Extension]:
    """延长."""
    return [
        Extension(
            length(one.by, f"extensions.{n}.by"),
            one.reason,
            basis(one.article, f"extensions.{n}.article", facts.start),
            one.approved_by,
            one.on,
        )
        for n, one in enumerate(facts.extensions)
    ]


def need_allowed(found: Found | Unclocked | None, asked: Sequence[Extension]) -> None:
    """可以延长, and within what its article allows in all (ARL 62); a bare period bears its own.

    Raises:
        Malformed: The rule is not prolonged at all, or not by so much.
    """
    if found is None or not asked:
        return
    if isinstance(found, Unclocked):
        bare = found.rule
        if bare.longer is None:
            raise Malformed(f"{bare.article}的这一期限没有规定可以延长", "extensions")
        _need_within(bare.longest, bare.longer, asked)
        return
    rule = found.deadline
    if not rule.prolongings:
        anew = "、".join(
            each.name for each in found.procedure.deadlines if _states_anew(each, rule)
        )
        hint = f"；延长后的日期由文书写明，见规则{anew}" if anew else ""
        raise Malformed(f"{rule.article}的这一期限没有规定可以延长{hint}", "extensions")
    for bound in rule.prolongings:
        _need_within(bound.most, bound.article, asked)


def _need_within(most: Period | None, article: Article, asked: Sequence[Extension]) -> None:
    if most is None:
        return
    added = [each.by for each in asked]
    alike = all(type(each) is type(most) for each in added)
    if not alike or sum(each.n for each in added) > most.n:
        raise Malformed(f"{article}规定延长合计不得超过{most}", "extensions")


def _states_anew(other: Deadline, rule: Deadline) -> bool:
    """Whether a paper that ends `rule` states a later day, which is a rule of its own."""
    stated = isinstance(other.within, AsStated) and other.article == rule.article
    return stated and bool(set(other.starts) & set(rule.ends))


def caps(facts: DeadlineFacts) -> list[Cap]:
    """最长期限."""
    return [
        Cap(
            length(one.within, f"caps.{n}.within"),
            one.start,
            basis(one.article, f"caps.{n}.article", facts.start),
        )
        for n, one in enumerate(facts.caps)
    ]


def length(said: str, field: str) -> Period:
    """A period as it is written, in words or by its code.

    Raises:
        Malformed: It is none.
    """
    try:
        return parse_period(str(any_code_of(said)))
    except ValueError:
        raise Malformed(f"不是期限的长度，{_PERIOD}", field) from None


def basis(said: str, field: str, on: date) -> Article:
    """An article as it is written, else in the edition of the day.

    Raises:
        Malformed: There is none.
    """
    try:
        return quoted(said, on)
    except ValueError as no:
        raise Malformed(str(no), field) from None
