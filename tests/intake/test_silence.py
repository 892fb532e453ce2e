"""登记时询问的不作为: at the window's door and in a ledger (ARR2026 24)."""

import csv
import json
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import pytest

from services.intake.domain.registration import Particulars
from services.intake.importing import ImportOptions, import_ledger
from services.intake.ledger import Reject, Row, read_ledger
from services.intake.schemas import DisputeIn
from services.intake.schemas.form import CHOSEN, LATER
from services.intake.schemas.party import LATER_OF_PARTY
from shared.contracts.intake import ActKind, Channel
from shared.db import Pool
from shared.law.day import CITY
from shared.work import Hub
from tests.intake.at_the_window import FORM, Window, window  # noqa: F401 - a fixture

SILENT: Final[dict[str, Any]] = {
    "matter": "xuke",
    "respondent": "620702-chengguan",
    "act": "licence",
    "omission": True,
    "requested_on": "2026-09-01",
    "duty_within": "20个工作日",
}
HEADER: Final = (
    *("编号", "姓名", "主题", "内容", "时间", "被申请人", "行政行为", "没有处理履职申请"),
    *("收到履职申请日期", "规定的履行期限", "紧急情况下请求保护"),
)
ROW: Final = (
    *("7", "张某", "许可申请一直没有答复", "申请占道许可，两个多月没有答复", "2026-11-20"),
    *("甘州区城市管理综合执法局", "行政许可", "是", "2026-09-01", "20个工作日", ""),
)


async def pages(db: Pool) -> list[dict[str, Any]]:
    found = await db.fetch("SELECT body FROM hub.outbox WHERE kind = 'intake.registered.v1'")
    return [json.loads(row["body"]) for row in found]


@pytest.mark.parametrize("act", ["licence", "inaction", "benefit", "disclosure"])
async def test_what_is_said_of_an_organ_s_silence_is_on_the_page_of_registration(
    window: Window,  # noqa: F811 - a fixture
    db: Pool,
    act: str,
) -> None:
    """登记写明没有处理、何时收到申请、规定的履行期限 (ARR2026 24)."""
    answer = await window.register(**{**SILENT, "act": act})
    assert answer.status_code == 201, answer.text
    [page] = await pages(db)
    said = {name: page[name] for name in LATER}
    assert said == {
        "omission": True,
        "requested_on": "2026-09-01",
        "duty_within": "20wd",
        "urgent": False,
    }


async def test_a_missing_day_is_asked_once_together_with_all_that_is_missing(
    window: Window,  # noqa: F811 - a fixture
) -> None:
    """没有处理而没有日期的，一次告知，写明条文；写明应当办完之日的也可以 (ARR2026 24)."""
    undated = {**SILENT, "requested_on": None, "respondent": None, "duty_within": "很快"}
    answer = await window.register(**undated)
    assert answer.status_code == 422
    told = {one["pointer"]: one["message"] for one in answer.json()["fields"]}
    assert told.keys() == {"#/requested_on", "#/respondent", "#/duty_within"}
    assert "《行政复议法实施条例》第24条" in told["#/requested_on"]
    over = {**SILENT, "requested_on": None, "learnt_on": "2026-09-29"}
    assert (await window.register("key-00002", **over)).status_code == 201
    late = await window.register("key-00003", **{**SILENT, "requested_on": "2026-11-24"})
    assert [one["pointer"] for one in late.json()["fields"]] == ["#/requested_on"]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"act": "penalty"}, "ARR2026 24(1)"),
        ({"act": None, "respondent": None}, "ARR2026 24(1)"),
        ({"happened_on": "2026-10-09"}, "ARR2026 24(1)"),
        ({"omission": False}, "ARR2026 24(1)"),
        ({"omission": None}, "ARR2026 24(1)"),
        ({"urgent": True}, "ARR2026 24(2)"),
    ],
)
async def test_what_does_not_go_together_is_refused_with_its_article(
    window: Window,  # noqa: F811 - a fixture
    db: Pool,
    said: dict[str, Any],
    code: str,
) -> None:
    """自相矛盾的不予登记，写明条文 (ARR2026 24)."""
    answer = await window.register(**{**SILENT, **said})
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, code), answer.text
    assert await pages(db) == []


def test_a_form_that_says_nothing_of_it_is_known_by_its_digest_as_before(hub: Hub) -> None:
    """没有填写新栏目的，重发时仍是同一内容 (RULES 1)."""
    form = DisputeIn.model_validate(FORM)
    later = {**dict.fromkeys((*LATER, *CHOSEN), True), "parties": {"__all__": set(LATER_OF_PARTY)}}
    old = sha256(form.model_dump_json(exclude=later).encode()).hexdigest()
    made = {"window": "620702-window-1", "key": "key-00001", "by": "officer-1"}
    tools = {"directory": hub.directory, "hasher": hub.hasher}
    assert form.entry(**made, **tools).digest == old
    said = DisputeIn.model_validate({**FORM, **SILENT, "omission": False})
    assert said.entry(**made, **tools).digest != old


def ledger(folder: Path, *rows: tuple[str, ...], header: tuple[str, ...] = HEADER) -> Path:
    path = folder / "台账.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return path


def read(path: Path) -> list[Row | Reject]:
    return list(read_ledger(path, now=datetime(2026, 11, 23, 18, tzinfo=CITY)))


def test_a_ledger_may_say_it_in_columns_of_its_own(tmp_path: Path) -> None:
    """台账可以有这些栏目，也可以没有 (ARR2026 24)."""
    [row] = read(ledger(tmp_path, ROW))
    assert isinstance(row, Row)
    assert (row.omission, row.requested, row.duty_within) == (True, date(2026, 9, 1), "20wd")
    [bare] = read(ledger(tmp_path, ROW[:6], header=HEADER[:6]))
    assert isinstance(bare, Row)
    assert (bare.omission, bare.requested, bare.duty_within, bare.urgent) == (
        *(None, None, None, False),
    )


@pytest.mark.parametrize(
    ("at", "said", "reason"),
    [(7, "也许", "应为是或者否"), (8, "前天", "读不出"), (9, "很快", "不是期限")],
)
def test_what_of_it_cannot_be_read_comes_back_with_its_column(
    tmp_path: Path, at: int, said: str, reason: str
) -> None:
    """读不出的退回，写明栏目 (RULES 1)."""
    cells = (*ROW[:at], said, *ROW[at + 1 :])
    [reject] = read(ledger(tmp_path, cells))
    assert isinstance(reject, Reject)
    assert reject.column == HEADER[at]
    assert reason in reject.reason


async def test_a_ledger_s_row_is_registered_with_it_and_one_that_contradicts_itself_comes_back(
    hub: Hub, db: Pool, tmp_path: Path
) -> None:
    """台账所写的不作为一并登记；自相矛盾的退回 (ARR2026 24)."""
    wrong = ("8", "李某", "罚款一直没有处理", *ROW[3:6], "行政处罚", *ROW[7:])
    path = ledger(tmp_path, ROW, wrong)
    rejects = tmp_path / "退回.csv"
    options = ImportOptions(window="620702-window-1", source="台账", rejects=rejects)
    result = await import_ledger(hub, path, options)
    assert (result.registered, result.rejected) == (1, 1), rejects.read_text("utf-8")
    assert "没有处理的，只在申请许可" in rejects.read_text("utf-8")
    [page] = await pages(db)
    assert (page["act"], page["omission"], page["requested_on"]) == ("licence", True, "2026-09-01")


async def test_a_row_whose_organ_nobody_knows_is_registered_with_all_that_it_says(
    hub: Hub, db: Pool, tmp_path: Path
) -> None:
    """被申请机关对不上的，不作为的各栏写入内容，不退回、不丢失 (RULES 1; ARR2026 24)."""
    row = (*ROW[:5], "某某执法分队", *ROW[6:])
    rejects = tmp_path / "退回.csv"
    options = ImportOptions(window="620702-window-1", source="台账", rejects=rejects)
    result = await import_ledger(hub, ledger(tmp_path, row), options)
    assert (result.registered, result.rejected) == (1, 0)
    [page] = await pages(db)
    assert (page["act"], page["omission"], page["requested_on"]) == (None, None, None)
    text = await db.fetchval("SELECT string_agg(text, '') FROM hub.documents")
    for said in ("某某执法分队", "行政许可", "没有处理履职申请：是", "2026-09-01", "20个工作日"):
        assert said in text


def test_what_a_registration_says_is_one_value_for_the_law() -> None:
    """登记事项所说的不作为，依同一规则判定 (ARR2026 24)."""
    known = Particulars(
        window="w",
        county="620702",
        place="620702",
        channel=Channel.WINDOW,
        matter="xuke",
        act=ActKind.LICENCE,
        omission=True,
        happened_on=None,
    )
    assert known.said.silent
