from datetime import UTC, datetime
from uuid import UUID

import asyncpg
import pytest

from shared.contracts.intake import PersonKind
from shared.db import Pool
from shared.documents import read_documents
from shared.people import (
    Person,
    citizen_number,
    credit_code,
    keyed_hash,
    mobile,
    normalised,
    read_people,
    telephone,
)

AT = datetime(2026, 11, 23, 1, tzinfo=UTC)
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
ZHANG = Person("张三", PersonKind.NATURAL, "11010519491231002X", "13912345678", "东街1号")
SHOP = Person("某某商贸有限公司", PersonKind.LEGAL, "91350100M000100Y43")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("张 三", "张三"),
        ("张\u3000三\u200b", "张三"),
        ("阿依古丽·买买提", "阿依古丽•买买提"),
        ("某某商贸（张掖）有限公司", "某某商贸(张掖)有限公司"),
        ("11010519491231002x", "11010519491231002X".translate(WIDE)),
        ("+86 139-1234-5678", "13912345678"),
        ("008613912345678", "139 1234 5678"),
    ],
)
def test_the_same_written_in_two_ways_has_one_hash(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)
    assert keyed_hash("s", one) == keyed_hash(b"s", other)


def test_a_hash_needs_its_key_and_tells_people_apart() -> None:
    assert keyed_hash("s", "张三") != keyed_hash("t", "张三")
    assert keyed_hash("s", "张三") != keyed_hash("s", "张山")


def test_a_citizens_number_is_read_as_people_write_it() -> None:
    assert citizen_number(" 110105 19491231 002x ") == "11010519491231002X"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("110105194912310021", "校验位"),
        ("11010519490231002X", "出生日期"),
        ("1101051949123100", "18 位"),
        ("A1010519491231002X", "18 位"),
        ("110105491231002", "18 位"),
    ],
)
def test_a_wrong_citizens_number_is_told_without_repeating_it(number: str, said: str) -> None:
    with pytest.raises(ValueError, match=said) as told:
        citizen_number(number)
    assert number not in str(told.value)


def test_every_swap_of_neighbours_in_a_citizens_number_is_noticed() -> None:
    number = "11010519491231002X"
    for place in range(16):
        swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
        if swapped != number:
            with pytest.raises(ValueError, match="公民身份号码"):
                citizen_number(swapped)


def test_a_credit_code_is_known_by_its_check_character() -> None:
    assert credit_code("91350100m000100y43") == "91350100M000100Y43"
    for wrong in ("91350100M000100Y44", "91350100M000100Y4", "91350100I000100Y43"):
        with pytest.raises(ValueError, match="统一社会信用代码"):
            credit_code(wrong)


def test_a_telephone_is_a_mobile_or_a_landline() -> None:
    assert mobile("+86 139 1234 5678") == "13912345678"
    assert telephone("（0936）8212345") == "09368212345"
    assert telephone("12345") == "12345"
    for wrong in ("12912345678", "1391234567", "139123456789"):
        with pytest.raises(ValueError, match="手机号"):
            mobile(wrong)
    with pytest.raises(ValueError, match="联系电话"):
        telephone("09")


def test_a_person_does_not_show_themselves() -> None:
    shown = f"{ZHANG} {ZHANG!r} {[ZHANG]}"
    assert not any(part in shown for part in ("张三", "1101", "139", "东街"))


async def _kept(db: Pool, *people: Person) -> list[UUID]:
    ids = [UUID(int=number) for number in range(1, len(people) + 1)]
    for person_id, one in zip(ids, people, strict=True):
        await db.execute(
            "INSERT INTO hub.people (person_id, dispute_id, side, kind, name, id_number, phone,"
            " address, at) VALUES ($1, $1, 'applicant', $2, $3, $4, $5, $6, $7)",
            *(person_id, one.kind, one.name, one.id_number, one.phone, one.address, AT),
        )
    return ids


async def test_reading_people_leaves_one_row_a_batch(db: Pool) -> None:
    ids = await _kept(db, ZHANG, SHOP)
    missing = UUID(int=99)
    found = await read_people(db, {*ids, missing}, reader="o-1", purpose="送达决定书", at=AT)
    assert found == dict(zip(ids, (ZHANG, SHOP), strict=True))
    [row] = await db.fetch(
        "SELECT reader, purpose, at, ARRAY(SELECT jsonb_array_elements_text(ids)) AS ids"
        " FROM hub.people_read"
    )
    assert dict(row) == {
        "reader": "o-1",
        "purpose": "送达决定书",
        "at": AT,
        "ids": [str(one) for one in (*ids, missing)],
    }


async def test_whoever_may_not_record_a_read_reads_nothing(db: Pool) -> None:
    ids = await _kept(db, ZHANG)
    async with db.acquire() as conn, conn.transaction(readonly=True):
        with pytest.raises(asyncpg.ReadOnlySQLTransactionError):
            await read_people(conn, ids, reader="o-1", purpose="送达决定书", at=AT)


async def test_to_ask_for_nobody_is_no_read(db: Pool) -> None:
    assert await read_people(db, [], reader="o-1", purpose="送达决定书", at=AT) == {}
    assert await read_documents(db, [], reader="o-1", purpose="分流", at=AT) == {}
    assert await db.fetchval("SELECT count(*) FROM hub.people_read") == 0
    assert await db.fetchval("SELECT count(*) FROM hub.documents_read") == 0


async def test_reading_texts_leaves_one_row_a_batch(db: Pool) -> None:
    ids = [UUID(int=1), UUID(int=2)]
    for document_id in ids:
        await db.execute(
            "INSERT INTO hub.documents (document_id, case_id, dispute_id, kind, text, sha256, at)"
            " VALUES ($1, $1, $1, 'request', '楼上漏水', '', $2)",
            *(document_id, AT),
        )
    found = await read_documents(db, ids, reader="routing", purpose="分流", at=AT)
    assert found == dict.fromkeys(ids, "楼上漏水")
    [row] = await db.fetch(
        "SELECT reader, purpose, jsonb_array_length(ids) FROM hub.documents_read"
    )
    assert tuple(row) == ("routing", "分流", 2)
