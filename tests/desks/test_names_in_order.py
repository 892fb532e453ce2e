"""名称的次序: lists of names are sorted as the names sound, and not as they are coded."""

import re

from shared.auth import Role
from shared.spelling import by_sound
from tests.desks.test_window import house
from tests.desks.visitor import Building

__all__ = ["house"]


def test_names_stand_by_syllable_and_tone_and_the_shorter_one_first() -> None:
    """音序：依次比各字的音节和声调，全同的再比字；开头相同的，短的在前."""
    names = ["李明", "黎强", "Zoe", "李安", "阿依", "李", "里安"]
    assert sorted(names, key=by_sound) == ["阿依", "黎强", "李", "李安", "里安", "李明", "Zoe"]


async def test_organs_are_sorted_by_the_sound_of_their_names(house: Building) -> None:
    """组织名录按名称排列的，依音序."""
    clerk = house.visitor(Role.WINDOW)
    path = "/desk/directory?kind=street&sort="
    up = [f"{one}街道办事处" for one in ("北街", "东街", "火车站", "南街", "西街")]
    named = re.compile(r'<th scope="row">([^<]+)</th>')
    assert named.findall((await clerk.get(f"{path}name")).text) == up
    assert named.findall((await clerk.get(f"{path}-name")).text) == up[::-1]


async def test_duties_name_the_departments_of_the_city_and_are_sorted_by_the_sound(
    house: Building,
) -> None:
    """职责清单所列的部门不冠某一个县区的名称；按主办排列的，依所列名称的音序."""
    clerk = house.visitor(Role.WINDOW)
    page = (await clerk.get("/desk/directory/duties?sort=lead")).text
    led = list(dict.fromkeys(re.findall(r"</span></th><td>([^<]+)</td>", page)))
    assert led[:3] == ["财政局", "城市管理综合执法局", "公安局"]
    assert led.index("民政局") < led.index("民族宗教事务委员会") < led.index("水务局")
    assert "山丹县" not in page
