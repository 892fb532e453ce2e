"""派出机构、内设机构、授权的组织 as respondents and successors (ARL 19, 24; ARR2026 20-22)."""

from datetime import date
from pathlib import Path

import pytest

from services.intake.pages.catalogue import organs_of
from services.reconsideration.commands.joint import check_accused
from shared.directory import Directory, DirectoryError, load
from shared.law.article import ARL, ARR2007, ARR2026
from shared.law.procedure import Refused
from shared.law.reconsidering.jurisdiction import authorities
from tests.directories import MATTER, SMALL
from tests.reconsideration.test_routes import APPLICATION, OFFICER, PARTY, Door
from tests.reconsideration.test_succeeding import REPORT
from tests.reconsideration.two_respondents import case, clock, done, door

__all__ = ["case", "clock", "door"]

STATION, BRIGADE, SETS_UP = "620702-dongjie-paichusuo", "620702-zhifa-dadui", "城市管理"

UNITS = """
[[unit]]
code = "paichusuo"
name = "东岸派出所"
form = "outpost"
of = "990102-sifa"
granted = "某法"

[[unit]]
code = "keshi"
name = "市政府某办"
form = "internal"
of = "990100-government"
granted = "某条例"

[[unit]]
code = "chushi"
name = "市司法局某处"
form = "internal"
of = "990100-sifa"
granted = "某条例"

[[unit]]
code = "zhongxin"
name = "东岸区某中心"
form = "organisation"
of = "990102-government"
granted = "某条例"

[[unit]]
code = "dadui"
name = "东岸区某大队"
form = "internal"
of = "990102-sifa"
"""


def city(folder: Path, units: str = UNITS) -> Directory:
    (folder / "own.toml").write_text(SMALL.replace("[hotline]", f"{units}\n[hotline]"), "utf-8")
    (folder / "own.json").write_text(MATTER, "utf-8")
    return load(folder / "own.toml", folder / "own.json")


@pytest.mark.parametrize(
    ("unit", "over", "kind", "article"),
    [
        ("990102-paichusuo", ("990102-government",), "branch", "ARL 24(4)"),
        ("990100-keshi", ("990100-government",), "internal", "ARR2026 33"),
        ("990100-chushi", ("990100-sifa",), "internal", "ARR2026 33"),
        ("990102-zhongxin", ("990102-government",), "authorised", "ARL 24(1)(4)"),
        ("990102-dadui", (), None, None),
    ],
)
def test_the_authority_over_a_unit_follows_from_its_grant_and_who_set_it_up(
    tmp_path: Path, unit: str, over: tuple[str, ...], kind: str | None, article: str | None
) -> None:
    """派出机构、内设机构、组织依授权作被申请人的，各有管辖 (ARL 24; ARR2026 33)."""
    found = authorities(unit, city(tmp_path))
    assert (found.organs, found.accused) == (over, kind)
    assert (found.article and found.article.code) == article


@pytest.mark.parametrize(
    ("field", "text", "says"),
    [
        ("form", 'form = "vertical"', "outpost、internal、organisation"),
        ("of", 'of = "990102-centre"', "政府、街道办事处或者部门"),
    ],
)
def test_a_unit_stands_under_whoever_set_it_up_or_manages_it(
    tmp_path: Path, field: str, text: str, says: str
) -> None:
    """派出机构、内设机构、组织写明类别和设立、管理它的机关 (ARL 24)."""
    unit = {"form": 'form = "internal"', "of": 'of = "990102-sifa"', field: text}
    lines = "\n".join(('[[unit]]\ncode = "dadui"\nname = "某大队"', *unit.values()))
    with pytest.raises(DirectoryError, match=says):
        city(tmp_path, lines)


@pytest.mark.parametrize(
    ("on", "article"), [(date(2026, 3, 2), ARR2007[14]), (date(2026, 7, 1), ARR2026[21])]
)
def test_of_a_unit_without_a_grant_whoever_set_it_up_is_the_respondent(
    tmp_path: Path, on: date, article: object
) -> None:
    """未经授权的，设立该机构的行政机关为被申请人 (ARR2007 14; ARR2026 21)."""
    with pytest.raises(Refused, match="应当列东岸区司法局") as refusal:
        check_accused(city(tmp_path), "990102-dadui", "joint", on)
    assert refusal.value.article == article


def test_whoever_acts_by_a_grant_is_named_and_takes_over(tmp_path: Path) -> None:
    """法律、法规、规章授权的，以自己名义作被申请人、共同被申请人 (ARL 19; ARR2026 20, 22)."""
    directory = city(tmp_path)
    for unit in ("990102-paichusuo", "990100-chushi", "990102-zhongxin"):
        for field in ("joint", "respondent"):
            assert check_accused(directory, unit, field, date(2026, 7, 1)) is None  # type: ignore[func-returns-value]


async def test_a_station_is_named_jointly_and_a_brigade_is_not(door: Door) -> None:
    """依法授权的可以列为共同被申请人，没有授权的写明应当列谁 (ARL 19; ARR2007 12, 14)."""
    said = APPLICATION | {"joint": [BRIGADE]}
    answer = await door.post("/reconsiderations", PARTY, **said)
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "ARR2007 14")
    assert SETS_UP in answer.text
    file = await done(door, "/reconsiderations", PARTY, **APPLICATION | {"joint": [STATION]})
    assert [one["organ"] for one in file["joint"]] == [STATION]


async def test_powers_go_to_whoever_may_exercise_them_by_itself(door: Door, case: str) -> None:
    """没有授权的内设机构不能继续行使职权，由设立它的机关作被申请人 (ARL 19; ARR2007 14)."""
    door.on("2026-03-10")
    path = f"{case}/respondent-succession"
    answer = await door.post(path, OFFICER, **REPORT | {"respondent": BRIGADE})
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "ARR2007 14")
    file = await done(door, path, OFFICER, **REPORT | {"respondent": STATION})
    assert file["respondent"] == STATION


def test_the_respondent_of_a_joint_act_is_an_organ_or_acts_by_grant(tmp_path: Path) -> None:
    """既不是行政机关也没有授权的，不作被申请人 (ARL 19)."""
    with pytest.raises(Refused) as refusal:
        check_accused(city(tmp_path), "990102-centre", "joint", date(2026, 7, 1))
    assert refusal.value.article == ARL[19]


def test_the_window_registers_a_dispute_about_whoever_acts_by_a_grant(tmp_path: Path) -> None:
    """窗口登记时可以选依法授权的派出机构；没有授权的选设立它的机关 (ARL 19; ARR2026 21, 22)."""
    codes = [code for _, organs in organs_of(city(tmp_path)) for code, _ in organs]
    assert {"990102-paichusuo", "990100-chushi", "990102-zhongxin"} <= set(codes)
    assert "990102-dadui" not in codes
    assert "990102-sifa" in codes


def test_above_a_unit_stands_the_department_that_set_it_up(tmp_path: Path) -> None:
    """派出机构、内设机构不履行的，设立它的部门是有关上级行政机关，可以责令其履行 (ARL 77)."""
    directory = city(tmp_path)
    above = directory.departments_above("990102-paichusuo")
    assert above == ("990102-sifa", *directory.departments_above("990102-sifa"))
    assert above[:2] == ("990102-sifa", "990100-sifa")
    assert directory.departments_above("990102-zhongxin") == ()
    assert directory.departments_above("nobody") == ()
