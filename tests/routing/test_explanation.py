"""分流说明：所依规则、各条规则的条件、相近规则和管辖依据 (RULES 6, 54)."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from typer.testing import CliRunner

from deploy.cli.routing import app as line
from services.intake.commands import Taken
from services.routing.domain.explaining import explain
from services.routing.domain.road import choose, routed
from services.routing.rulebook import usual
from services.routing.rulebooks.routes import router
from services.routing.store import routing_of
from shared.auth import Role
from shared.casepage.routes import router as pages
from shared.clock import StillClock, WallClock
from shared.contracts.intake import ActKind, DisputeRegistered, Willingness
from shared.contracts.routing import DisputeRouted
from shared.settings import settings
from shared.work import Hub
from tests.routing.books import GRID_TEXT, book
from tests.routing.cases import BOOK, DIRECTORY, head, registered
from tests.routing.desks import Desk, open_desk
from tests.routing.test_rulebook_care import approved
from tests.shared.case_reader import register, route

RUNNER = CliRunner()
SUPERVISOR, ORGAN = Role.SUPERVISOR, "620700-centre"


def page_of(fact: DisputeRegistered) -> DisputeRouted:
    return routed(fact, choose(fact, DIRECTORY, BOOK), DIRECTORY, BOOK, head())


def test_every_rule_is_told_with_what_held_and_what_did_not() -> None:
    """逐条说明哪些条件符合、哪些不符 (RULES 54)."""
    fact = registered("wuye")
    told = explain(fact, page_of(fact), BOOK, DIRECTORY)
    assert [one.name for one in told.lines] == [rule.name for rule in BOOK.rules]
    assert [one.name for one in told.lines if one.fired] == ["department"]
    assert [one.name for one in told.lines if one.holds] == ["department", "civil"]
    refused = next(one for one in told.lines if one.name == "department_refused")
    [[nature, willing]] = refused.alternatives
    assert (nature.wanted, nature.holds) == ("纠纷性质：主管部门职责事项", True)
    assert (willing.wanted, willing.said, willing.holds) == (
        "调解意愿：一方明确拒绝",
        "尚未征询",
        False,
    )
    assert [(near.name, near.lacked) for near in told.nearly] == [
        ("department_refused", "调解意愿：一方明确拒绝")
    ]


def test_the_competent_organ_is_told_with_its_article() -> None:
    """有管辖权的机关及其依据 (ARL 24)."""
    fact = registered("wuye", act=ActKind.PENALTY, respondent="620702-chengguan")
    told = explain(fact, page_of(fact), BOOK, DIRECTORY)
    assert told.organs == ("甘州区人民政府",)
    assert told.competence is not None
    assert told.competence.code == "ARL 24(1)(1)"
    assert told.article.code == "ARL 11 item 1"
    assert told.compulsory is None or told.compulsory.statute.key.startswith("AR")


def test_the_catalogue_s_own_words_stand_for_codes() -> None:
    fact = registered("wuye")
    told = explain(fact, page_of(fact), BOOK, DIRECTORY)
    disclosure = next(one for one in told.lines if one.name == "disclosure_request")
    assert disclosure.alternatives[0][0].said == DIRECTORY.matter("wuye").name
    assert "gongkai" not in disclosure.alternatives[0][0].wanted


def test_a_page_of_an_older_release_is_explained_by_the_usual_book() -> None:
    """此前的分流没有记下相近规则的，重新比对."""
    fact = registered("linli")
    old = page_of(fact).model_copy(update={"reason": "", "nearly": (), "rules": ""})
    told = explain(fact, old, usual(), DIRECTORY)
    assert told.reason == "民间纠纷，由人民调解委员会调解"
    assert [near.name for near in told.nearly] == ["civil_refused"]


def test_a_code_that_the_directory_no_longer_knows_stands_for_itself() -> None:
    fact = registered("linli")
    page = page_of(fact).model_copy(update={"organs": ("110101-mediation",)})
    assert explain(fact, page, BOOK, DIRECTORY).organs == ("110101-mediation",)


def test_the_conditions_of_a_draft_are_told_in_chinese_too() -> None:
    fact = registered("linli")
    told = explain(fact, page_of(fact), book(GRID_TEXT), DIRECTORY)
    grid = next(one for one in told.lines if one.name == "grid_civil")
    assert [one.wanted for one in grid.alternatives[0]] == [
        "来源渠道：网格",
        "纠纷性质：民间纠纷",
        "调解意愿：双方同意、尚未征询",
    ]
    assert [one.said for one in grid.alternatives[0] if not one.holds] == ["窗口"]


# -- at the doors


@pytest.fixture
async def desk(hub: Hub, clock: StillClock) -> AsyncIterator[Desk]:
    async with open_desk(hub, clock, [router, pages]) as found:
        yield found


async def registered_and_routed(hub: Hub, n: int = 1, **said: str) -> Taken:
    taken = await register(hub, n, **said)
    await route(hub, taken)
    return taken


def routing_path(case_id: UUID) -> str:
    return f"/routings/{routing_of(case_id)}/explanation"


async def test_whoever_sees_a_dispute_is_told_why_it_went_there(hub: Hub, desk: Desk) -> None:
    """分流理由可查 (RULES 6, 54)."""
    taken = await registered_and_routed(hub)
    answer = await desk.get(routing_path(taken.case_id), Role.WINDOW, "620702-window-1")
    assert answer.status_code == 200
    told = answer.json()
    assert told["number"] == taken.number
    assert (told["edition"], told["book"]) == ("2026-01-01", "通用规则簿")
    assert [one["name"] for one in told["rules"] if one["fired"]] == [told["rule"]]
    assert told["article"]["text"].startswith("《")
    answer = await desk.get(routing_path(taken.case_id), Role.WINDOW, "620725-window-1")
    assert answer.status_code == 404


async def test_an_explanation_goes_by_the_book_of_the_day_of_the_page(
    hub: Hub, desk: Desk, clock: StillClock
) -> None:
    """说明以分流之日的规则簿为准 (RULES 54)."""
    before = await registered_and_routed(hub)
    await approved(hub)
    clock.forward(timedelta(days=1))
    after = await registered_and_routed(hub, 2)
    old = (await desk.get(routing_path(before.case_id), SUPERVISOR, ORGAN)).json()
    new = (await desk.get(routing_path(after.case_id), SUPERVISOR, ORGAN)).json()
    assert (old["edition"], new["edition"]) == ("2026-01-01", "2026-11-24")
    assert "grid_civil" not in {one["name"] for one in old["rules"]}
    assert "grid_civil" in {one["name"] for one in new["rules"]}


async def test_the_case_page_shows_the_rule_the_edition_and_what_came_near(
    hub: Hub, desk: Desk
) -> None:
    """案卷里写明版本、所依规则和相近规则 (RULES 54, PLAN 33)."""
    taken = await registered_and_routed(hub)
    told = (await desk.get(f"/disputes/{taken.number}", SUPERVISOR, ORGAN)).json()
    [file] = [one for one in told["files"] if one["procedure"] == "triage"]
    findings = file["pages"][0]["findings"]
    assert findings["rules"] == "2026-01-01"
    assert findings["reason"]
    assert findings["rule"] in BOOK.by_name
    assert all({"rule", "lacked"} == set(near) for near in findings["nearly"])


# -- at a terminal


@pytest.fixture
def told(database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A hub's database and no running hub."""
    monkeypatch.setenv("HUB_DATA", str(tmp_path))
    monkeypatch.setenv("HUB_DATABASE_URL", database)
    settings.cache_clear()
    yield
    settings.cache_clear()


def call(*args: str) -> tuple[int, str]:
    result = RUNNER.invoke(line, args)
    if isinstance(result.exception, Exception) and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


@pytest.mark.usefixtures("told")
async def test_a_road_is_explained_by_its_number(hub: Hub) -> None:
    """Hub routing explain 编号 (RULES 54)."""
    taken = await registered_and_routed(hub)
    code, said = await asyncio.to_thread(call, "explain", taken.number)
    assert code == 0
    assert said.startswith(f"纠纷 {taken.number}")
    assert "规则簿：通用规则簿（2026-01-01版）" in said
    assert "● " in said
    assert "（登记的是" in said
    code, said = await asyncio.to_thread(call, "explain", taken.number, "--json")
    assert json.loads(said)["number"] == taken.number


@pytest.mark.usefixtures("told")
async def test_rule_books_are_kept_from_a_terminal(hub: Hub, tmp_path: Path) -> None:
    """Hub routing rules：起草、推演、批准、撤回 (RULES 50 to 53)."""
    file, svg = tmp_path / "新稿.toml", tmp_path / "变动.svg"
    file.write_text(GRID_TEXT, encoding="utf-8")
    await registered_and_routed(hub)
    run = partial(asyncio.to_thread, call)
    code, said = await run("rehearse", str(file), "--months", "60", "--svg", str(svg), "--json")
    assert (code, json.loads(said)["title"]) == (0, "网格先行规则簿")
    assert svg.read_text(encoding="utf-8").startswith("<svg")
    code, said = await run("rules", "draft", str(file), "--by", "admin-1", "--json")
    number = json.loads(said)["case_id"]
    assert (await run("rehearse", number, "--months", "6", "--by", "admin-1"))[0] == 0
    since = ("--since", (WallClock().now() + timedelta(days=9)).date().isoformat())
    code, said = await run("rules", "approve", number, *since, "--by", "admin-1")
    assert code == 1
    code, said = await run("rules", "approve", number, *since, "--by", "supervisor-1")
    assert (code, said.splitlines()[-1]) == (0, f"编号 {number}")
    code, said = await run("rules", "list", "--json")
    [listed] = json.loads(said)["rulebooks"]
    assert (listed["state"], listed["since"], listed["in_force"]) == ("approved", since[1], False)
    code, said = await run("rules", "list")
    assert "现行：通用规则簿（2026-01-01版）" in said
    assert "已批准" in said
    assert (await run("rules", "show", number))[1] == GRID_TEXT
    assert "通用规则簿" in (await run("rules", "show"))[1]
    code, said = await run("rules", "withdraw", number, "--reason", "试行", "--by", "s-1", "--json")
    assert (code, json.loads(said)["state"]) == (0, "withdrawn")


@pytest.mark.usefixtures("told")
async def test_a_draft_that_is_not_there_or_not_readable_is_told(tmp_path: Path) -> None:
    code, said = await asyncio.to_thread(hub_call, "rehearse", "没有.toml")
    assert (code, "找不到规则簿文件" in said) == (1, True)
    file = tmp_path / "gbk.toml"
    file.write_bytes("规则".encode("gb18030"))
    code, said = await asyncio.to_thread(hub_call, "rehearse", str(file))
    assert (code, "应为 UTF-8 编码" in said) == (1, True)


def hub_call(*args: str) -> tuple[int, str]:
    """The same through the root, which tells an error in one line."""
    from deploy.hub import app as root  # noqa: PLC0415 - only here

    result = RUNNER.invoke(root, ["routing", *args])
    return result.exit_code, result.output


def test_refused_willingness_is_named_in_the_explanation_of_a_court_road() -> None:
    """一方明确拒绝调解的，说明可以起诉 (PML 17)."""
    fact = registered("linli", willingness=Willingness.REFUSED)
    told = explain(fact, page_of(fact), BOOK, DIRECTORY)
    assert (told.road, told.article.code) == ("诉讼", "PML 17")
