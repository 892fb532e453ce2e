"""翻到末页以后: a list says that nothing is on this page, not that there is nothing at all."""

import re
from base64 import b64encode
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import Final
from urllib.parse import unquote
from uuid import UUID

from deploy.compose import offices
from shared.auth import Role
from shared.frame.paging import cursor_of, word_for
from shared.law.day import CITY
from shared.parking import Parking
from shared.work import Hub
from tests.desks.visitor import building

LAST: Final = UUID(int=2**128 - 1)
CURSOR: Final = cursor_of(datetime(2099, 1, 1, tzinfo=CITY), LAST)
OF_CENTRE: Final = word_for(["", "2099-01-01T00:00:00+08:00", str(LAST), "x", "x"])
OF_BODY: Final = word_for(["", "2099-01-01T00:00:00+08:00", str(LAST)])
OF_NOTICES: Final = b64encode(f"0/2000-01-01T00:00:00+08:00/{LAST}".encode()).decode().rstrip("=")

GOVERNMENT: Final = "620702-government"
COMMITTEE: Final = "620702-committee"

LISTS: Final = (
    (Role.ADMINISTRATOR, "620700-centre", "/desk/rules?after=900"),
    (Role.ADMINISTRATOR, "620700-centre", "/desk/parked?after=900"),
    (Role.ADMINISTRATOR, "620700-centre", f"/desk/notices/sendings?cursor={OF_NOTICES}"),
    (Role.WINDOW, "620702-window-1", "/desk/window?tab=all&page=9"),
    (Role.WINDOW, "620702-window-1", "/desk/directory?q=甘州&after=90000"),
    (Role.WINDOW, "620702-window-1", "/desk/directory/duties?after=90000"),
    (Role.WINDOW, "620702-window-1", "/desk/law?q=补正&after=90000"),
    (Role.SUPERVISOR, "620702-centre", f"/desk/centre?what=callback&cursor={OF_CENTRE}"),
    (Role.DEPARTMENT, "620702-zhujian", f"/desk/department?late=overdue&cursor={CURSOR}"),
    (Role.DEPARTMENT, "620702-zhujian", "/desk/department/owed?others=9"),
    (Role.DEPARTMENT, "620702-zhujian", "/desk/department/owed?ruled=9"),
    (Role.DEPARTMENT, "620702-zhujian", "/desk/reconsideration/responding?page=9"),
    (Role.RECONSIDERATION, GOVERNMENT, f"/desk/reconsideration/mine?cursor={OF_BODY}"),
    (Role.RECONSIDERATION, GOVERNMENT, "/desk/reconsideration/following?late=overdue&page=9"),
    (Role.RECONSIDERATION, GOVERNMENT, "/desk/reconsideration/overseeing?skip=900"),
    (Role.RECONSIDERATION_HEAD, GOVERNMENT, "/desk/reconsideration/approvals?page=9"),
    (Role.RECONSIDERATION_HEAD, GOVERNMENT, "/desk/reconsideration/reviewers?page=9"),
    (Role.SECRETARY, COMMITTEE, "/desk/consultation?page=9"),
    (Role.SECRETARY, COMMITTEE, "/desk/consultation/roster?page=9"),
    (Role.SECRETARY, COMMITTEE, "/desk/consultation/load?page=9"),
    (Role.WINDOW, "620702-window-1", f"/party/decisions?cursor={CURSOR}"),
)
"""Who opens which list far behind its last page."""

AT: Final = re.compile(r"[?&](?:page|cursor|after|skip|others|ruled)=[^&]+")


async def test_a_page_behind_the_last_one_says_so_and_leads_back_to_the_first(hub: Hub) -> None:
    """清单翻过了末页的，写明这一页没有内容了，可以回到首页，条件还在；不说清单是空的."""
    told = {}
    async with building(hub) as house:
        house.app.state.parking = Parking(hub, offices(), "hub")
        for role, organ, path in LISTS:
            answer = await house.visitor(role, organ=organ).get(path)
            links = re.findall(r'<a href="([^"]+)">回到首页</a>', answer.text)
            kept = AT.sub("", path)
            said = "这一页没有" in answer.text
            told[path] = (
                answer.status_code,
                said,
                kept in [unquote(unescape(one)) for one in links],
            )
    assert {path: says for path, says in told.items() if says != (200, True, True)} == {}


ROOT: Final = Path(__file__).parents[2]
CLAMPED: Final = {"case.html"}
"""Lists whose page behind the last one is the last one."""


def test_every_list_that_is_turned_over_says_where_it_ends() -> None:
    """能翻页的页面都写了翻过末页说什么."""
    folders = ("shared", "services", "deploy/desk", "deploy/boards")
    pages = [one for folder in folders for one in (ROOT / folder).rglob("*.html")]
    turned = {
        one.name: one.read_text()
        for one in pages
        if 'rel="next"' in one.read_text() or "ui.pager(" in one.read_text()
    }
    silent = {name for name, text in turned.items() if "ui.past(" not in text}
    assert len(turned) > 20
    assert silent - {"macros.html", "calendar.html", "law_article.html"} == CLAMPED


async def test_the_first_page_is_no_page_behind_the_last_one(hub: Hub) -> None:
    """第一页没有内容的，照常说明."""
    async with building(hub) as house:
        clerk = house.visitor(Role.SECRETARY, organ=COMMITTEE)
        for said in ("page=1", "after=0", "skip=0", "sort=-at"):
            answer = await clerk.get(f"/desk/consultation/roster?{said}")
            assert "这一页没有" not in answer.text, said
