"""案卷: one dispute page by page, as far as one may see."""

from datetime import timedelta
from uuid import uuid4

import pytest

from shared.auth import Role
from shared.casepage.answers import PageOut
from shared.casepage.desk.findings import findings
from shared.clock import StillClock
from shared.sweep import Sweep
from shared.work import Act, Hub
from tests.shared.case_reader import Reader, reader, register, route

__all__ = ["reader"]


async def test_the_case_file_says_who_did_what_under_which_article(
    hub: Hub, reader: Reader
) -> None:
    """每一页有办理人、日期和依据 (PLAN 33)."""
    taken = await register(hub)
    answer = await reader.get(f"/disputes/{taken.number}")
    assert answer.status_code == 200
    told = answer.json()
    assert (told["number"], told["dispute_id"]) == (taken.number, str(taken.case_id))
    [file] = told["files"]
    [page] = file["pages"]
    assert (page["term"], page["by"], page["on"]) == ("登记", "officer-1", "2026-11-23")
    assert page["article"]["code"].startswith("RULES ")
    assert page["article"]["text"].startswith("《枢纽办理规则》第")
    assert told["names"]["620702"] == "甘州区"
    assert answer.json() == (await reader.get(f"/disputes/{taken.case_id}")).json()


async def test_running_periods_are_told_with_their_names_and_articles(
    hub: Hub, reader: Reader
) -> None:
    """在走的期限：名称、依据、起算、届满."""
    taken = await register(hub)
    await route(hub, taken)
    told = (await reader.get(f"/disputes/{taken.number}")).json()
    running = [one for file in told["files"] for one in file["running"]]
    assert running
    names = {(file["office"], d["name"]) for file in told["files"] for d in file["running"]}
    assert names == {
        (row["office"], row["name"])
        for row in await hub.pool.fetch("SELECT office, name FROM hub.deadline WHERE ended IS NULL")
    }
    for one in running:
        assert one["term"] != one["name"]
        assert one["article"]["text"].startswith("《")
        assert one["started_on"] == "2026-11-23"
        assert one["until"].endswith("T00:00:00+08:00")


async def test_each_page_of_each_file_has_its_article(hub: Hub, reader: Reader) -> None:
    taken = await register(hub)
    await route(hub, taken)
    told = (await reader.get(f"/disputes/{taken.number}")).json()
    pages = [page for file in told["files"] for page in file["pages"]]
    assert len(pages) == await hub.pool.fetchval("SELECT count(*) FROM hub.outbox")
    assert [page["kind"] for page in pages if page["article"] is None] == []


async def test_only_who_handles_cases_reads_ids_of_people(hub: Hub, reader: Reader) -> None:
    taken = await register(hub)
    path = f"/disputes/{taken.number}"
    by_window = (await reader.get(path, Role.WINDOW, "620702-window-1")).json()
    by_supervisor = (await reader.get(path)).json()
    assert "parties" in by_window["files"][0]["pages"][0]["findings"]
    assert "parties" not in by_supervisor["files"][0]["pages"][0]["findings"]


async def test_who_has_the_file_already_is_told_so(hub: Hub, reader: Reader) -> None:
    """If-None-Match 相符，答 304."""
    taken = await register(hub)
    path = f"/disputes/{taken.number}"
    first = await reader.get(path)
    again = await reader.get(path, If_None_Match=first.headers["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    await route(hub, taken)
    after = await reader.get(path, If_None_Match=first.headers["ETag"])
    assert after.status_code == 200
    assert after.headers["ETag"] != first.headers["ETag"]


async def test_anothers_dispute_is_unknown(hub: Hub, reader: Reader) -> None:
    """他人的纠纷，答 404，与没有一样."""
    taken = await register(hub)
    seen = [
        (await reader.get(f"/disputes/{key}", Role.DEPARTMENT, "620721-gongan")).json()["detail"]
        for key in (taken.number, "620702-20261123-9999999-1", str(uuid4()))
    ]
    assert len(set(seen)) == 1


async def test_a_read_waits_for_the_page_that_was_written(hub: Hub, reader: Reader) -> None:
    """写后即读."""
    taken = await register(hub)
    here = await reader.get(f"/disputes/{taken.number}?after={taken.case_id}:1")
    assert here.status_code == 200
    wrong = await reader.get(f"/disputes/{taken.number}?after=soon")
    assert wrong.status_code == 422


async def test_a_page_that_does_not_come_is_told_as_such(
    hub: Hub, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.casepage.reading.PATIENCE_SECONDS", 0.05)
    taken = await register(hub)
    answer = await reader.get(f"/disputes/{taken.number}?after={taken.case_id}:2")
    assert answer.status_code == 503


async def test_lapses_stand_on_the_page_of_the_day_they_expired(
    hub: Hub, clock: StillClock, reader: Reader
) -> None:
    """届满由时钟记录，写明届满之日."""
    taken = await register(hub)
    await route(hub, taken)
    clock.forward(timedelta(days=30))
    files = [row["case_id"] for row in await hub.pool.fetch("SELECT case_id FROM hub.file")]
    await hub.act(Act(lambda w: [w.sweep(case_id) for case_id in files], files=files))
    told = (await reader.get(f"/disputes/{taken.number}")).json()
    lapsed = [d for file in told["files"] for d in file["ended"] if d["ended"] == "lapsed"]
    assert lapsed
    pages = [p for file in told["files"] for p in file["pages"] if p["by"] == "clock"]
    assert {p["on"] for p in pages} - {"2026-11-23"}


async def test_a_period_shows_its_proof_and_what_clocks_told_of_it(
    hub: Hub, clock: StillClock, reader: Reader
) -> None:
    """期限附说明，预警列在其旁 (RULES 16)."""
    taken = await register(hub)
    await route(hub, taken)
    clock.forward(timedelta(hours=1))
    row = await hub.pool.fetchrow(
        "SELECT name, next_at, until FROM hub.deadline"
        " WHERE ended IS NULL AND next_at < until ORDER BY until DESC LIMIT 1"
    )
    clock.move_to(row["next_at"])
    while await Sweep(hub).once():
        pass
    told = (await reader.get(f"/disputes/{taken.number}")).json()
    [one] = [d for f in told["files"] for d in f["running"] if d["name"] == row["name"]]
    assert one["proof"]["sentence"].endswith("。")
    assert one["proof"]["until"] == one["until"]
    assert {rung["kind"] for rung in one["clock"]} == {"clock.warned.v1"}
    assert one["standing_still"] is False
    assert not any(file["straddles"] for file in told["files"])


def test_who_came_to_a_hearing_is_read_out_one_by_one_and_by_no_id() -> None:
    """听证逐名记载的，案卷逐名列出参加、签名；姓名须另行查阅，不显示标识 (ARL 51)."""
    page = PageOut.model_construct(
        kind="reconsideration.hearing_held.v1",
        findings={
            "attended": [
                {"person": str(uuid4()), "came": True, "waived": False, "signed": True},
                {"person": str(uuid4()), "came": False, "waived": True, "signed": False},
            ]
        },
    )
    [told] = findings(page, lambda code: code, {})
    first, second = told.says.split("、")
    assert (told.label, first) == ("出席", "一名当事人：参加：签名")
    assert second.startswith("一名当事人：")
    assert "参加" not in second.removeprefix("一名当事人：")
