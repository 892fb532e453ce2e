"""申请人: who of those that come is there already, and who is new (RULES 2, 168)."""

from uuid import uuid4

import pytest

from services.intake.domain.applicants import Marks, There, is_nameless, newcomers

ZHANG = Marks(name="张三丰", phone="1380")
LI = Marks(name="李四海", phone="1390")


def new(coming: list[Marks], there: list[Marks]) -> tuple[int, ...]:
    return newcomers(coming, [There(uuid4(), one) for one in there])


def test_whoever_is_there_is_not_new_and_whoever_comes_along_is() -> None:
    """来的都在首件之中的不是新的申请人，另外来的是 (RULES 2, 168)."""
    assert new([ZHANG], [ZHANG, LI]) == ()
    assert new([LI, ZHANG], [ZHANG, LI]) == ()
    assert new([ZHANG, LI], [ZHANG]) == (1,)


def test_a_telephone_that_two_names_share_is_no_person() -> None:
    """一家人合用一个电话，姓名不同的是两个人 (RULES 2)."""
    wife = Marks(name="李四海", phone="1380")
    assert new([ZHANG, wife], [ZHANG]) == (1,)
    assert new([wife], [ZHANG]) == (0,)


def test_a_name_that_says_nothing_is_told_by_its_telephone() -> None:
    """只写“张先生”的，凭电话认得；什么号码也没有留的，不作为新的申请人 (RULES 2)."""
    mister = Marks(name="张先生", phone="1380", nameless=True)
    assert new([mister], [ZHANG]) == ()
    assert new([Marks(name="张先生", phone="1391", nameless=True)], [ZHANG]) == (0,)
    assert new([Marks(name="群众", nameless=True)], [ZHANG]) == ()


def test_a_number_tells_two_of_one_name_apart_and_one_of_two_spellings_together() -> None:
    """证件号码不同的是两个人，相同的是一个人 (RULES 2)."""
    one, other = Marks(name="张三丰", number="6207-1"), Marks(name="张三丰", number="6207-2")
    assert new([one], [other]) == (0,)
    assert new([Marks(name="张三峰", number="6207-1")], [one]) == ()
    assert new([one, other], [one]) == (1,)


def test_whoever_gives_another_telephone_is_the_same() -> None:
    """同名换了电话的，还是同一个人，电话另行更正 (RULES 163)."""
    assert new([Marks(name="张三丰", phone="1399")], [ZHANG]) == ()
    assert new([Marks(name="张三丰")], [ZHANG]) == ()


def test_nobody_there_is_two_of_those_who_come() -> None:
    """一个人不能当两个人 (RULES 168)."""
    assert new([ZHANG, Marks(name="张三丰", phone="1399")], [ZHANG]) == (1,)


@pytest.mark.parametrize("name", ["张某", "李先生", "热心市民王", "网友", "未具名"])
def test_what_is_no_name(name: str) -> None:
    assert is_nameless(name)
    assert not is_nameless("张三丰")
