"""本市规则, the register of the hub's own rules, against whatever cites it."""

import re
from collections.abc import Iterator
from pathlib import Path

from deploy.compose import offices
from services.routing.domain.times import USUAL as TIMES
from shared.law.article import RULES
from shared.law.period import Period
from shared.law.procedure import AsReckoned, AsSet, AsStated, Deadline, Procedure
from shared.law.rules import REGISTER
from shared.work.clockfile import COMPANION

ROOT = Path(__file__).parents[2]
RULE_FILES = ROOT / "shared/law/rules"
NUMBERS = {rule.number for rule in REGISTER}
BY_NUMBER = {rule.number: rule for rule in REGISTER}
CITED = re.compile(r"\bRULES\[(\d+)\]|\bRULES ((?:\d+(?:, | to | and )?)+)")


def procedures() -> Iterator[Procedure]:
    yield COMPANION
    for office in offices():
        for shelf in office.shelves:
            yield from shelf.editions


def deadlines() -> Iterator[Deadline]:
    for procedure in procedures():
        yield from (each for each in procedure.deadlines if each.article.statute is RULES)


def cited_in(text: str) -> set[int]:
    """Every number that a text cites, those within “4 to 13” too."""
    found: set[int] = set()
    for indexed, listed in CITED.findall(text):
        found |= {int(indexed)} if indexed else set()
        for part in re.split(", | and ", listed):
            ends = [int(number) for number in re.findall(r"\d+", part)]
            found |= set(range(ends[0], ends[-1] + 1)) if ends else set()
    return found


def test_what_a_text_cites_is_read_whole() -> None:
    assert cited_in("RULES[3], PATENT_RULES 98 (RULES 4, 8 to 10, PLAN 23)") == {3, 4, 8, 9, 10}


def test_a_number_stands_for_one_rule() -> None:
    assert [rule.number for rule in REGISTER] == sorted(NUMBERS)
    assert len({rule.title for rule in REGISTER}) == len(REGISTER)


def test_a_number_stands_in_one_file_and_every_file_in_the_register() -> None:
    """一条规则只写在一处，各处所写的都在规则之列."""
    texts = [file.read_text(encoding="utf-8") for file in RULE_FILES.glob("*.py")]
    written = [int(number) for text in texts for number in re.findall(r" Rule\(\n +(\d+),", text)]
    assert sorted(written) == sorted(NUMBERS)


def test_the_rules_have_as_many_articles_as_the_register_counts() -> None:
    assert max(NUMBERS) == RULES.articles


def test_a_rule_speaks_chinese_in_whole_sentences() -> None:
    for rule in REGISTER:
        assert re.fullmatch(r"[\u4e00-\u9fff]+", rule.title), rule
        assert re.fullmatch(r"([\u4e00-\u9fff，；：、]+。)+", rule.text), rule


def test_every_row_of_a_table_cites_a_rule_that_stands() -> None:
    rows = [row for each in procedures() for row in (*each.all_moves(), *each.deadlines)]
    cited = {row.article.number for row in rows if row.article.statute is RULES}
    assert cited <= NUMBERS
    assert len(cited) > len(NUMBERS) // 2


def test_whatever_cites_a_rule_in_the_code_cites_one_that_stands() -> None:
    cited: set[int] = set()
    for room in ("services", "shared", "deploy"):
        for file in (ROOT / room).rglob("*.py"):
            numbers = cited_in(file.read_text(encoding="utf-8"))
            assert numbers <= NUMBERS, (file.name, numbers - NUMBERS)
            cited |= numbers if file.parent != RULE_FILES else set()
    assert cited == NUMBERS, "a rule that nothing carries out is no rule"


def usual(deadline: Deadline) -> object:
    """The length of a period, as the rules come with the hub."""
    return deadline.within.usual if isinstance(deadline.within, AsSet) else deadline.within


def set_by_the_city() -> set[tuple[int, Period]]:
    """The times of every tier and level as they come with the hub, each under its rule."""
    tiers = TIMES.tiers.values()
    found = {(37, period) for period in TIMES.ladder.values()}
    named = {4: "check_in", 20: "visit", 11: "opinion", 24: "finish", 12: "close"}
    for tier in tiers:
        found |= {(30, tier.to_leader), (30, tier.to_inspection)}
        found |= {(25, each) for each in (tier.meeting, tier.plan) if each}
        found |= {(n, each) for n, name in named.items() if (each := getattr(tier, name))}
    return found


def test_every_time_that_the_city_may_set_comes_as_its_rule_gives_it() -> None:
    """本市可以设定的时限，出厂值与规则一致."""
    for number, period in set_by_the_city():
        assert period in BY_NUMBER[number].periods, (number, period)


def test_a_deadline_under_a_rule_has_the_period_that_the_rule_gives() -> None:
    """期限以规则为准."""
    for each in deadlines():
        if not isinstance(each.within, AsStated | AsReckoned):
            assert usual(each) in BY_NUMBER[each.article.number].periods, each.name


def test_a_period_that_a_rule_gives_runs_somewhere() -> None:
    """规则所定期限均有案卷适用；重复件的一年由登记时比对，不是期限 (RULES 2)."""
    running = {(each.article.number, usual(each)) for each in deadlines()} | set_by_the_city()
    given = {(rule.number, period) for rule in REGISTER for period in rule.periods}
    assert {number for number, _ in given - running} == {2}
