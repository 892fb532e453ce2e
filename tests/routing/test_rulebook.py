"""规则簿的读法和合法性检查 (RULES 50)."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.routing.domain.condition import VALUES, Condition, Field, Situation
from services.routing.domain.possible import Possible
from services.routing.domain.rulebook import RuleBookError
from services.routing.domain.rulebook_text import read_book
from services.routing.domain.soundness import faults
from services.routing.domain.times import USUAL
from services.routing.domain.triage import Rule, decide
from services.routing.rulebook import usual
from shared.contracts.intake import DisputeRegistered
from shared.contracts.routing import Road, Tier
from shared.law.article import PLAN
from shared.law.period import CalendarDays, Minutes, WorkingDays
from tests.routing.books import AT, BY_GRID, DUTY_TEXT, SINCE, USUAL_TEXT, book, changed
from tests.routing.cases import BOOK, DIRECTORY
from tests.routing.test_triage import SITUATIONS

DANGER = '{ risk = ["red"], urgency = ["emergency"] },'


def said_of(text: str) -> str:
    """What is said of a text that does not read."""
    with pytest.raises(RuleBookError) as wrong:
        read_book(text, SINCE, "新稿.toml")
    return str(wrong.value)


def line_of(text: str, words: str) -> int:
    """The line on which some words stand."""
    return text[: text.index(words)].count("\n") + 1


# -- what comes with the hub


def test_the_times_that_come_with_the_hub_are_those_of_its_file() -> None:
    """随附规则簿的时限与通用时限一致 (RULES 4, 11, 12, 20, 24, 25, 37)."""
    assert usual().times == USUAL


def test_the_rule_book_that_comes_with_the_hub_is_lawful() -> None:
    assert faults(BOOK, DIRECTORY) == ()


def test_every_rule_of_it_can_be_reached_by_some_dispute() -> None:
    every = Possible(BOOK.rules, DIRECTORY.matters.values(), DIRECTORY.places)
    assert {decide(BOOK.rules, one).taken for one in every} == set(BOOK.rules)


def test_the_file_explains_in_chinese_every_word_that_a_rule_may_use() -> None:
    """综治中心负责人读得懂、改得了."""
    comments = "".join(line for line in USUAL_TEXT.splitlines(keepends=True) if line[0] == "#")
    words = {one for field, said in VALUES.items() if field is not Field.PARTIES for one in said}
    for word in {*words, *Field, *Road}:
        assert re.search(rf"\b{word}\b [\u4e00-\u9fff]|\b{word} +[\u4e00-\u9fff]", comments), word


def test_a_time_is_written_as_people_write_it() -> None:
    text = changed(
        ('check_in = "30分钟"', 'check_in = "20 分钟"'), ('close = "20日"', 'close = "30日"')
    )
    tiers = book(text).times.tiers
    assert tiers[Tier.EMERGENCY].check_in == Minutes(20)
    assert tiers[Tier.COMPLEX].close == CalendarDays(30)


def test_what_a_tier_may_leave_out_is_left_out() -> None:
    text = changed(('visit = "24小时" # 首次到场；不写为不要求\n', ""))
    assert book(text).times.tiers[Tier.URGENT].visit is None


def test_a_book_of_before_there_was_a_time_to_decide_an_extension_still_reads() -> None:
    """此前施行的规则簿没有写延期决定期限的，按出厂值 (RULES 29, 54)."""
    line = 'extension = "1个工作日" # 延期的决定，自部门申请之日起算\n'
    assert read_book(changed((line, "")), SINCE).times.extension == WorkingDays(1)
    longer = changed(('extension = "1个工作日"', 'extension = "2个工作日"'))
    assert read_book(longer, SINCE).times.extension == WorkingDays(2)
    with pytest.raises(RuleBookError, match="应以工作日或者日计"):
        read_book(changed(('extension = "1个工作日"', 'extension = "8小时"')), SINCE)


def test_the_same_text_is_read_once() -> None:
    assert read_book(USUAL_TEXT, SINCE) is read_book(USUAL_TEXT, SINCE)


# -- what does not read, told by line and field

WRONG: list[tuple[str, str, str, str]] = [
    ('road = "police"', 'road = "taxi"', 'road = "taxi"', "road：“taxi”应为"),
    ('article = "PML 25"', 'article = "PML 99"', '"PML 99"', "article：“PML 99”不是可以引用的条文"),
    (
        'risk = ["red"]',
        'risk = ["rot"]',
        '"rot"',
        "risk：“rot”不是风险等级，应为 blue、red、yellow",
    ),
    ('risk = ["red"]', 'risc = ["red"]', "risc", "risc：没有这一栏"),
    ('risk = ["red"]', 'risk = "red"', 'risk = "red"', "risk：风险等级应为列表"),
    ('matter = ["zhian"]', "matter = [7]", "matter = [7]", "matter：“7”不是纠纷类型"),
    ('name = "danger"', 'name = "Danger 1"', "Danger 1", "name：“Danger 1”应为小写字母"),
    ('name = "civil"', 'name = "act"', 'name = "act"\nroad = "peoples', "name：“act”重复"),
    (DANGER, "7,", "when = [", "when：每一项应为花括号"),
    ('sign_off = "1小时"', 'sign_off = "一小时"', "一小时", "sign_off：“一小时”读不出"),
    ('sign_off = "1小时"', 'sign_off = "0小时"', "0小时", "sign_off：“0小时”读不出"),
    ("callback_attempts = 3", "callback_attempts = 0", "attempts = 0", "应为 1 以上的整数"),
    ('sign_off_from = "red"', 'sign_off_from = "rot"', '"rot"', "“rot”应为 blue、yellow、red 之一"),
    ('grid = "1个工作日"', 'grid = "8小时"', "8小时", "grid：“8小时”应以工作日或者日计"),
    ('opinion = "7个工作日"', 'opinion = "7小时"', "7小时", "opinion：“7小时”应以工作日或者日计"),
    ('finish = "20日"\n', "", "[tier.complex]", "finish：必须填写"),
    ('plan = "7', 'plam = "7', "plam", "plam：没有这一栏"),
    ('city = "10', 'town = "10', "town = ", "town：没有这一栏"),
    ('grid = "grid"', 'pigeon = "grid"', "pigeon", "pigeon：没有这一栏"),
    ('grid = "grid"', 'grid = "sky"', '"sky"', "grid：“sky”应为"),
    ('title = "通用规则簿"', 'since = "2026-12-01"', 'since = "2026', "since：没有这一栏"),
    ("[entry]", "[entries]", "[entries]", "entries：没有这一部分"),
]


@pytest.mark.parametrize(("old", "new", "mark", "says"), WRONG, ids=[one[3] for one in WRONG])
def test_what_does_not_read_is_told_with_its_line(old: str, new: str, mark: str, says: str) -> None:
    """写法有误的，指出第几行、哪一栏 (RULES 50)."""
    text = changed((old, new))
    told = said_of(text)
    assert says in told
    assert told.startswith(f"新稿.toml 第{line_of(text, mark)}行，"), told


def test_only_the_last_rule_has_no_condition_and_it_must_have_none() -> None:
    """每件纠纷都有途径 (RULES 6)."""
    early = changed(('when = [{ nature = ["petition"] }]', ""))
    assert "只有最后一条可以没有条件" in said_of(early)
    late = USUAL_TEXT.replace(
        '由人民调解委员会调解"\nwhistle = true',
        '由人民调解委员会调解"\nwhen = [{ nature = ["civil"] }]',
    )
    assert "最后一条不得有条件" in said_of(late)


def test_no_rules_are_no_rule_book_and_an_empty_condition_is_none() -> None:
    without = (
        "\n".join(USUAL_TEXT.split("[[rule]]")[0:1]) + USUAL_TEXT[USUAL_TEXT.index("# ==== 二") :]
    )
    assert "至少要有一条分流规则" in said_of(without)
    assert "没有条件的，不写这一栏" in said_of(
        changed(('when = [{ nature = ["petition"] }]', "when = []"))
    )


def test_a_text_that_is_no_toml_says_where() -> None:
    assert said_of('[book\ntitle = "x"').startswith("新稿.toml：写法有误")


def test_a_department_stands_in_a_duty_once() -> None:
    twice = changed(more='\n[[duty]]\nmatter = "wuye"\nlead = "zhujian"\nassist = ["zhujian"]\n')
    assert "同一部门只能列一次" in said_of(twice)
    again = DUTY_TEXT + '\n[[duty]]\nmatter = "wuye"\nlead = "zhujian"\n'
    assert "matter：“wuye”重复" in said_of(again)


# -- what the law forbids

UNLAWFUL: list[tuple[str, str, str, str]] = [
    (
        'when = [{ nature = ["civil"], willingness = ["refused"] }]',
        'when = [{ nature = ["civil"], willingness = ["refused"], channel = ["online"] }]',
        "PML 17",
        "规则 civil：一方明确拒绝调解的，不得送人民调解",
    ),
    (
        DANGER,
        '{ risk = ["red"], urgency = ["emergency"], channel = ["grid"] },',
        "PML 25",
        "公安机关",
    ),
    (
        'when = [{ act = ["any"] }, { nature = ["act"] }]',
        'when = [{ act = ["penalty"] }, { nature = ["act"] }]',
        "ARL 11",
        "不服行政行为的，应当告知行政复议",
    ),
    (
        'when = [{ nature = ["adjudication"] }]',
        'when = [{ nature = ["adjudication"], respondent = ["given"] }]',
        "PLAN 24",
        "法律规定的裁决、仲裁途径应当告知",
    ),
    (
        'reason = "劳动争议应当先申请劳动仲裁，法律另有规定的除外"\ntold = true',
        'reason = "劳动争议应当先申请劳动仲裁，法律另有规定的除外"',
        "RULES 7",
        "规则 labour_arbitration：须由当事人申请的途径应当告知",
    ),
    ('matter = ["lvzhi"]', 'matter = ["mofa"]', "RULES 50", "名录中没有纠纷类型 mofa"),
    (
        'when = [{ nature = ["petition"] }]',
        'when = [{ nature = ["petition"], place = ["110101"] }]',
        "RULES 50",
        "名录中没有发生地 110101",
    ),
]


@pytest.mark.parametrize(("old", "new", "article", "says"), UNLAWFUL, ids=[u[3] for u in UNLAWFUL])
def test_a_rule_book_that_the_law_forbids_is_found_out(
    old: str, new: str, article: str, says: str
) -> None:
    """不得把拒绝调解的送去调解，不得隐去法定途径 (RULES 50)."""
    found = faults(book(changed((old, new))), DIRECTORY)
    assert found
    assert any(says in each.says and each.article.code == article for each in found), found


def test_a_duty_names_a_matter_and_departments_that_there_are() -> None:
    """职责清单只列名录中的部门 (RULES 9, 50)."""
    strange = changed(more='\n[[duty]]\nmatter = "mofa"\nlead = "mofabu"\n')
    said = [each.says for each in faults(book(strange), DIRECTORY)]
    assert said[0] == "职责清单：名录中没有纠纷类型 mofa"
    assert said[1].endswith("没有代码为 mofabu 的部门")


def test_rules_that_tell_too_much_apart_are_not_taken() -> None:
    when = tuple(
        (Condition(Field.PARTIES, frozenset({one})), Condition(Field.CHANNEL, frozenset({two})))
        for one in VALUES[Field.PARTIES]
        for two in VALUES[Field.CHANNEL]
    )
    acts = tuple((Condition(Field.ACT, frozenset({one})),) for one in VALUES[Field.ACT] - {"any"})
    matters = tuple((Condition(Field.MATTER, frozenset({one})),) for one in DIRECTORY.matters)
    places = tuple((Condition(Field.PLACE, frozenset({one})),) for one in DIRECTORY.places)
    fine = Rule("fine", Road.COURT, PLAN[23], "过细", (*when, *acts, *matters, *places), told=True)
    found = faults(replace(BOOK, rules=(fine, *BOOK.rules)), DIRECTORY)
    assert [each.says for each in found] == ["分流规则区分的情形过多，无法逐一核对，请减少条件"]


@given(SITUATIONS, st.sampled_from([USUAL_TEXT, changed((AT, BY_GRID + AT)), DUTY_TEXT]))
def test_what_is_tried_of_a_rule_book_stands_for_every_dispute(
    dispute: DisputeRegistered, text: str
) -> None:
    """逐一核对的情形涵盖每一件纠纷."""
    tried = book(text)
    every = Possible(tried.rules, DIRECTORY.matters.values(), DIRECTORY.places)
    situation = Situation.of(dispute, DIRECTORY.matter(dispute.matter))
    choice = decide(tried.rules, situation)
    pairs = {
        (c.taken.name, c.told and c.told.name) for c in (decide(tried.rules, s) for s in every)
    }
    assert (choice.taken.name, choice.told and choice.told.name) in pairs
