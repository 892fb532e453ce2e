"""护照、通行证等其他证件: whoever was registered by one is found by it again, in any spelling."""

from collections.abc import AsyncIterator

import pytest

from shared.auth import Role
from shared.clock import StillClock
from shared.people import other_number
from shared.work import Hub
from tests.routing.town import Town, town

GANZHOU = "620702-window-1"
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


@pytest.fixture
async def place(hub: Hub, clock: StillClock) -> AsyncIterator[Town]:
    async with town(hub, clock) as found:
        yield found


@pytest.mark.parametrize(
    ("stored", "asked"),
    [
        ("E12345678", "e 1234-5678"),
        ("H01234567", "H01234567".translate(WIDE)),
        ("M0123456700", "M0123456700"),
        ("00123456", "00123456"),
        ("CHN110102030405", "chn 110102 030405"),
        ("512345678", "512345678"),
        ("军字第1234567号", "军字第1234567号"),
    ],
)
async def test_a_party_with_another_paper_is_found_by_its_number(
    place: Town, stored: str, asked: str
) -> None:
    """用护照、往来内地通行证、台胞证、外国人居留证件、军官证登记的，按号码查得到，写法不同也一样."""
    party = {"side": "applicant", "name": "马某", "id_number": stored}
    number, _ = await place.register(parties=[party])
    answer = await place.ask(
        "/parties/search", Role.WINDOW, GANZHOU, number=asked, purpose="登记时核对当事人"
    )
    assert answer.status_code == 200, answer.text
    [found] = answer.json()
    assert (found["name"], found["id_number"]) == ("马某", stored)
    assert [one["number"] for one in found["disputes"]] == [number]


@pytest.mark.parametrize(
    "wrong",
    [
        *("110105194912310021", "1101051949123100X", "91350100M000100Y44"),
        *("1380000", "1380000123", "E12****78", "H0XXX4567", "00000000", "马某2号"),
    ],
)
async def test_what_no_paper_has_is_told_and_not_repeated(place: Town, wrong: str) -> None:
    """抄错的公民身份号码、信用代码、电话和隐去数字的号码，说明原因，不当作其他证件."""
    answer = await place.ask("/parties/search", Role.WINDOW, GANZHOU, number=wrong, purpose="登记")
    assert answer.status_code == 422
    assert "护照等其他证件的号码" in answer.json()["fields"][0]["message"]
    assert wrong not in answer.text
    with pytest.raises(ValueError, match="其他证件的号码"):
        other_number(wrong)
