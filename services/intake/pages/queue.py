"""窗口办件页: the tabs of the queue, narrowed, sorted and paged in the address."""

from typing import Annotated, Any, Final

from starlette.responses import Response

from services.intake.queries import Tab
from shared.auth import Identity, Role
from shared.casepage.track import ROADS, subject_of
from shared.frame import Page, PageDep, page_router
from shared.problem.model import Problem
from shared.web import needs

router = page_router()

Window = Annotated[Identity, needs(Role.WINDOW)]

TABS: Final = {
    Tab.TODAY: "今日登记",
    Tab.RUNNING: "期限在走",
    Tab.CALLBACK: "待回访",
    Tab.RETURNED: "退回",
    Tab.ELSEWHERE: "异地代收",
    Tab.ALL: "全部",
}

EMPTY: Final = {
    Tab.TODAY: ("今天还没有登记", "登记一件", "/desk/window/register"),
    Tab.RUNNING: ("没有正在计算的期限", "到“全部”里查看已经办结的", "/desk/window?tab=all"),
    Tab.CALLBACK: ("没有待回访的", "部门办结以后会出现在这里", ""),
    Tab.RETURNED: ("没有被退回的", "哨被退回、需要另行处理的会出现在这里", ""),
    Tab.ELSEWHERE: ("本窗口没有代别的县区收过件", "登记时发生地选别的县区即为异地代收", ""),
    Tab.ALL: ("没有符合条件的纠纷", "登记一件", "/desk/window/register"),
}

RISKS: Final = {"red": "红", "yellow": "黄", "blue": "蓝"}
WHY: Final = "窗口按号码查件"


@router.get("/desk/window")
async def queue(page: PageDep, who: Window) -> Response:
    """窗口办件: what this window and its county have to see to."""
    del who
    return await _show(page)


@router.post("/desk/window")
async def search(page: PageDep, who: Window) -> Response:
    """按号码查件: the number goes into no address; the reading is put on record."""
    del who
    form = await page.form()
    asked = {"number": form.get("phone"), "purpose": WHY}
    answer = await page.call("POST", "/parties/search", asked)
    return await _show(
        page,
        status=answer.status,
        people=answer.body if answer.ok else None,
        faults=_of_phone(answer.problem),
        typed=form,
    )


def _of_phone(problem: Problem | None) -> Problem | tuple[()]:
    """What is wrong, at the field of this page: `number` is the filter beside it."""
    if problem is None:
        return ()
    moved = tuple(one.model_copy(update={"pointer": "#/phone"}) for one in problem.fields)
    return problem.model_copy(update={"fields": moved})


async def _show(page: Page, *, status: int = 200, **more: Any) -> Response:  # noqa: ANN401
    answer = await page.call("GET", "/window/queue", query=page.narrowed)
    if answer.problem:
        return page.fault(answer.problem)
    tab = Tab(page.query.get("tab") or Tab.TODAY)
    directory = page.hub.directory
    return page.show(
        "intake/queue.html",
        title="窗口办件",
        status=status,
        block="list" if page.query.get("part") else "",
        found=answer.body,
        tab=tab,
        tabs=TABS,
        empty=EMPTY[tab],
        roads={str(code): says for code, says in ROADS.items()},
        risks=RISKS,
        said_of=subject_of,
        counties=[("", "全部县区"), *((p.code, p.name) for p in directory.counties())],
        matters=[("", "全部类型"), *((m.code, m.name) for m in directory.matters.values())],
        sort=page.query.get("sort", "due" if tab is Tab.RUNNING else "-registered"),
        number=int(page.query.get("page") or 1),
        **{"people": None, **more},
    )
