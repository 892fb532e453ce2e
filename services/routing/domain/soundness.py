"""合法性检查: what no rule book may do, tried on every situation that it can tell apart (RULES 50).

A city may order its roads as it likes where the law leaves it free. It may not send to mediation
whoever refused it, nor keep from a party the road that a statute opens on its application.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from services.routing.domain.condition import ANY, Field, Situation
from services.routing.domain.possible import MOST, Possible
from services.routing.domain.rulebook import RuleBook
from services.routing.domain.triage import Choice, decide
from shared.contracts.intake import Risk, Tried, Urgency, Willingness
from shared.contracts.routing import Road
from shared.directory import Directory
from shared.directory.model import Nature
from shared.law.article import ARL, LDMA, PLAN, PML, RLCD, RULES, Article

BY_APPLICATION: Final = frozenset({
    Road.ADJUDICATION,
    Road.RECONSIDERATION,
    Road.LABOUR_ARBITRATION,
    Road.LAND_CONTRACT_ARBITRATION,
    Road.DISCLOSURE,
})  # fmt: skip
"""Roads that only the party's own application opens."""

_MUST_BE_TOLD: Final[Mapping[str, tuple[Road, Article]]] = {
    Nature.ADJUDICATION: (Road.ADJUDICATION, PLAN[24]),
    Nature.LABOUR: (Road.LABOUR_ARBITRATION, LDMA[5]),
    Nature.LAND_CONTRACT: (Road.LAND_CONTRACT_ARBITRATION, RLCD[4]),
}
"""By nature, the road that the party is told of, whatever is tried first."""


@dataclass(frozen=True, slots=True)
class Fault:
    """不合法之处: what is wrong, in Chinese, and the article that says so."""

    says: str
    article: Article


def faults(book: RuleBook, directory: Directory) -> tuple[Fault, ...]:
    """Everything for which this book must not come into force in this city; each once."""
    found = [*_unknown(book, directory), *_untold(book)]
    if found:  # matters that nobody knows cannot be tried
        return tuple(dict.fromkeys(found))
    possible = Possible(book.rules, directory.matters.values(), directory.places)
    if possible.count > MOST:
        return (Fault("分流规则区分的情形过多，无法逐一核对，请减少条件", RULES[50]),)
    return tuple(
        dict.fromkeys(fault for situation in possible for fault in _unlawful(book, situation))
    )


def _unknown(book: RuleBook, directory: Directory) -> Iterator[Fault]:
    """Codes that the directory does not have."""
    known: Mapping[Field, Iterable[str]] = {
        Field.MATTER: directory.matters,
        Field.PLACE: directory.places,
    }
    for rule in book.rules:
        for one in (each for together in rule.when for each in together):
            for code in sorted(one.among - set(known.get(one.field, one.among))):
                yield Fault(f"规则 {rule.name}：名录中没有{one.field.term} {code}", RULES[50])
    for matter, row in book.duties.items():
        if matter not in directory.matters:
            yield Fault(f"职责清单：名录中没有纠纷类型 {matter}", RULES[50])
        for code in (row.lead, *row.assist):
            if missing := [
                c.name for c in directory.counties() if not _has(directory, code, c.code)
            ]:
                where = "、".join(missing)
                yield Fault(f"职责清单 {matter}：{where}没有代码为 {code} 的部门", RULES[50])


def _has(directory: Directory, code: str, county: str) -> bool:
    try:
        directory.department(code, county)
    except LookupError:
        return False
    return True


def _untold(book: RuleBook) -> Iterator[Fault]:
    for rule in book.rules:
        if rule.road in BY_APPLICATION and not rule.told:
            yield Fault(f"规则 {rule.name}：须由当事人申请的途径应当告知，写 told = true", RULES[7])


def _unlawful(book: RuleBook, situation: Situation) -> Iterator[Fault]:
    choice = decide(book.rules, situation)
    name, said = choice.taken.name, situation.said
    refused = Willingness.REFUSED in said[Field.WILLINGNESS]
    if refused and choice.taken.road is Road.PEOPLES_MEDIATION:
        yield Fault(f"规则 {name}：一方明确拒绝调解的，不得送人民调解", PML[17])
    grave = Risk.RED in said[Field.RISK] and Urgency.EMERGENCY in said[Field.URGENCY]
    if grave and choice.taken.road is not Road.POLICE:
        yield Fault(f"规则 {name}：红色风险且应急的，应当立即报公安机关", PML[25])
    yield from _hidden(choice, situation)


def _hidden(choice: Choice, situation: Situation) -> Iterator[Fault]:
    """A statutory road that is open and not told."""
    if Tried.IN_COURT in situation.said[Field.TRIED]:
        return  # the court has it: no other road is open beside it (ARL 29)
    (nature,) = situation.said[Field.NATURE]
    told = choice.told.road if choice.told else None
    if ANY in situation.said[Field.ACT]:
        wanted, article, what = Road.RECONSIDERATION, ARL[11], "不服行政行为的，应当告知行政复议"
    elif nature in _MUST_BE_TOLD:
        wanted, article = _MUST_BE_TOLD[nature]
        what = "法律规定的裁决、仲裁途径应当告知"
    else:
        return
    if told is not wanted:
        yield Fault(f"规则 {(choice.told or choice.taken).name}：{what}", article)
