"""推演: the scenarios of the documents come out as they say, and a rehearsal is the hub itself."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from fastapi.routing import APIRoute

from deploy.doors import routers
from deploy.rehearse.picture import LEFT, WIDTH, as_svg
from deploy.rehearse.play import doors, play
from deploy.rehearse.script import BadScript, acts_of, read, read_file
from deploy.rehearse.show import as_data, as_text
from deploy.rehearse.story import Came, Story
from shared.frame.words import day, said
from shared.law.period import CITY
from shared.law.picture.canvas import width_of

SCENARIOS = Path(__file__).parents[2] / "docs" / "scenarios"
ALL = sorted(SCENARIOS.glob("*.yaml"))


async def story_of(name: str, until: datetime | None = None, *more: str) -> Story:
    return await play(read_file(SCENARIOS / f"{name}.yaml"), until=until, more=acts_of(more))


def last_days(story: Story) -> dict[str, date]:
    return {period.term: period.last_day for period in story.periods}


def test_there_are_a_dozen_scenarios_or_more() -> None:
    assert len(ALL) >= 12


@pytest.mark.parametrize("file", ALL, ids=lambda file: file.stem)
async def test_a_scenario_of_the_documents_comes_out_as_it_says(file: Path) -> None:
    story = await play(read_file(file))
    assert story.unmet == ()
    assert all(line.article for line in story.lines if line.came is not Came.MALFORMED)


async def test_the_review_skips_the_spring_festival_and_counts_its_make_up_days() -> None:
    """五个工作日跳过春节，二月十四日补班照算；六十日末日是星期日，顺延一天 (ARL 30, 62, 88)."""
    story = await story_of("deemed-accepted")
    assert last_days(story)["审查"] == date(2026, 2, 25)
    assert last_days(story)["作出决定"] == date(2026, 4, 27)
    lapsed = [line for line in story.lines if line.came is Came.BY_ITSELF]
    assert (date(2026, 2, 25), "reconsideration.accepted.v1") in [(x.on, x.kind) for x in lapsed]


async def test_a_simplified_case_that_is_converted_gets_the_periods_of_the_ordinary_procedure() -> (
    None
):
    """五日答复改为十日，六十日自受理起算，末日是星期日，顺延一天 (ARL 48, 55, 62)."""
    simple, turned = await story_of("simplified"), await story_of("converted")
    assert last_days(simple)["简易程序书面答复"] == date(2026, 7, 17)
    assert last_days(simple)["简易程序作出决定"] == date(2026, 8, 7)
    assert last_days(turned)["简易程序书面答复"] == date(2026, 7, 24)
    begun = [one for one in turned.periods if one.name == "decide"]
    [sixty] = [one for one in begun if one.ended_on != date(2026, 7, 8)]  # ended by the choice
    assert len(begun) == 2
    assert (sixty.started_on, sixty.last_day) == (date(2026, 7, 8), date(2026, 9, 7))
    assert sixty.proof is not None
    assert sixty.proof.because == "受理"
    assert (date(2026, 9, 7), Came.BY_ITSELF) in [(x.on, x.came) for x in turned.lines]


async def test_the_periods_of_an_attached_review_run_from_the_suspension() -> None:
    """自中止之日起七个工作日转送，收到起六十日回复，逾期记录；本案不因等待逾期 (ARL 56, 60)."""
    story = await story_of("attached-forwarded")
    days = last_days(story)
    assert days["转送期限"] == date(2026, 7, 29)
    assert days["回复处理意见期限"] == date(2026, 9, 22)
    late = [line for line in story.lines if line.came is Came.BY_ITSELF]
    assert (date(2026, 9, 22), "reconsideration.handling_opinion_overdue.v1") in [
        (line.on, line.kind) for line in late
    ]
    assert "reconsideration.decision_overdue.v1" not in {line.kind for line in late}


async def test_a_case_that_was_accepted_in_june_is_rehearsed_by_the_edition_of_each_step() -> None:
    """6月受理、7月提级的，移送、不计入、重新计算都依新条例 (ARR2026 40, 77)."""
    text = (SCENARIOS / "elevated.yaml").read_text(encoding="utf-8")
    story = await play(read(text.replace("2026-07-06", "2026-06-29").replace("07-07", "06-30")))
    assert last_days(story)["移送案件材料"] == date(2026, 7, 27)
    sixty = [(x.started_on, x.ended, x.last_day) for x in story.periods if x.name == "decide"]
    first, anew = sorted(sixty)
    assert first == (date(2026, 6, 29), "met", None)  # it stood still when the file came
    assert anew == (date(2026, 7, 24), "met", date(2026, 9, 22))


async def test_a_rehearsal_may_stop_before_its_end() -> None:
    story = await story_of("deemed-accepted", datetime(2026, 2, 20, tzinfo=CITY))
    assert story.until.date() == date(2026, 2, 20)
    assert {line.on for line in story.lines} == {date(2026, 2, 10), date(2026, 2, 11)}


async def test_one_more_act_changes_what_follows() -> None:
    """如果在审查期限内受理了，就不是视为受理 (ARL 30)."""
    accept = "{on: 2026-02-24, do: reconsideration.accept, who: reconsideration@620702-government}"
    story = await story_of("deemed-accepted", None, accept)
    [accepted] = [x for x in story.lines if x.kind == "reconsideration.accepted.v1"]
    assert (accepted.on, accepted.came) == (date(2026, 2, 24), Came.DONE)
    assert last_days(story)["作出决定"] == date(2026, 4, 27)


async def test_a_refusal_names_its_article_and_leaves_the_file_as_it_was() -> None:
    story = await story_of("too-late")
    [no] = [line for line in story.lines if line.came is Came.REFUSED]
    assert no.article is not None
    assert no.article.code == "ARL 30(1)(4)"
    assert "2026-04-07" in no.says


async def test_an_expectation_that_does_not_come_about_is_told() -> None:
    text = (SCENARIOS / "too-late.yaml").read_text(encoding="utf-8")
    story = await play(read(text.replace("ARL 30(1)(4)", "ARL 30(1)(2)")))
    [unmet] = story.unmet
    assert "ARL 30(1)(2)" in unmet
    assert "ARL 30(1)(4)" in unmet


async def test_the_picture_is_a_document_that_tells_every_line_in_words() -> None:
    story = await story_of("silent-departments")
    root = ET.fromstring(as_svg(story))  # noqa: S314 - our own text
    told = " ".join(text for text in root.itertext())
    assert root.get("role") == "img"
    assert all(f"{n}. {day(line.on)} " in told for n, line in enumerate(story.lines, 1))
    assert all(said(line.says) in told for line in story.lines)


async def test_a_period_that_ends_behind_the_picture_is_told_with_its_day_and_an_arrow() -> None:
    story = await story_of("no-reply")
    root = ET.fromstring(as_svg(story))  # noqa: S314 - our own text
    behind = [
        f"{one.last_day.month}月{one.last_day.day}日 →"
        for one in story.periods
        if one.last_day and one.last_day > story.until.date()
    ]
    assert len(behind) == 3
    assert set(behind) <= set(root.itertext())


def marks(picture: str) -> dict[int, tuple[float, float]]:
    """Where each numbered mark of a picture stands."""
    root = ET.fromstring(picture)  # noqa: S314 - our own text
    found = root.iter("{http://www.w3.org/2000/svg}text")
    numbered = [one for one in found if one.get("class", "").split()[:1] == ["n"]]
    return {
        int(one.text or 0): (float(one.get("x", 0)), float(one.get("y", 0))) for one in numbered
    }


async def test_each_mark_of_the_picture_stands_at_its_day_and_touches_no_other() -> None:
    story = await story_of("silent-departments")
    found = marks(as_svg(story))
    assert len(found) == len([one for one in story.lines if one.file]) > 5
    by_day: dict[date, set[float]] = {}
    for n, line in enumerate(story.lines, 1):
        if line.file:
            by_day.setdefault(line.on, set()).add(found[n][0])
    places = [by_day[on] for on in sorted(by_day)]
    assert all(len(one) == 1 for one in places), "what happened on one day stands above each other"
    assert sorted(x for one in places for x in one) == [x for one in places for x in one]
    for one, (x, y) in found.items():
        near = [n for n, (u, v) in found.items() if abs(u - x) < 18 and abs(v - y) < 18]
        assert near == [one]


async def test_where_nothing_will_happen_the_picture_shows_the_files_as_they_stand() -> None:
    story = replace(await story_of("silent-departments"), lines=())
    assert marks(as_svg(story)) == {}
    assert story.endings[0].term in as_svg(story)


async def test_the_axis_of_the_picture_begins_with_the_day_from_which_it_was_played() -> None:
    story = await story_of("silent-departments")
    later = [one for one in story.lines if one.on > story.since.date() + timedelta(days=3)]
    alone = marks(as_svg(replace(story, lines=tuple(later))))
    assert min(x for x, _ in alone.values()) > LEFT


async def test_no_name_in_the_picture_is_cut_short() -> None:
    """时间轴上的案卷、期限、对象、事项再长也写全，分行，不出图外."""
    story = await story_of("no-reply")
    long = "甘肃张掖国家级现代农业示范区综合管理委员会市政公用事业和住房保障服务中心" * 2
    periods = tuple(replace(one, subject=long) for one in story.periods)
    lines = tuple(replace(one, says=one.says + long) for one in story.lines)
    told = replace(story, title=long, lines=lines, periods=periods)
    root = ET.fromstring(as_svg(told))  # noqa: S314 - our own text
    texts = list(root.iter("{http://www.w3.org/2000/svg}text"))
    drawn = "".join(text.text or "" for text in texts)
    assert "…" not in drawn
    assert drawn.count(long) == 1 + len(lines) + len(periods)
    for text in texts:
        wide = width_of(text.text or "", 18 if text.get("class") == "h" else 13)
        x = float(text.attrib["x"])
        left = x - wide if "e" in text.get("class", "").split() else x
        assert 0 <= left <= left + wide <= WIDTH, text.text
    high = float(root.attrib["viewBox"].split()[-1])
    assert max(float(text.attrib["y"]) for text in texts) < high


async def test_where_nothing_happens_yet_the_picture_shows_what_runs() -> None:
    """到推演日没有事项的，时间轴从在走的期限画起."""
    story = await story_of("no-reply")
    root = ET.fromstring(as_svg(replace(story, lines=())))  # noqa: S314 - our own text
    assert all(one.term in "".join(root.itertext()) for one in story.periods)


async def test_the_text_and_the_data_show_each_period_with_its_proof() -> None:
    story = await story_of("deemed-accepted")
    assert "2026-04-27 周一" in as_text(story)
    proofs = [one["proof"] for one in as_data(story)["periods"]]
    assert proofs
    assert all(proofs)


@pytest.mark.parametrize(
    ("act", "fault"),
    [
        ("{on: 2026-02-12, do: court.rule, who: 窗口}", "没有“court.rule”这个行为"),
        ("{on: 2026-02-12, do: reconsideration.accept, who: 张三}", "人物“张三”"),
        ("{on: 2026-02-12, do: routing.check_in, who: 窗口, file: whistle}", "不是已有的案卷"),
    ],
)
async def test_an_act_that_names_what_there_is_not_is_told_in_chinese(act: str, fault: str) -> None:
    with pytest.raises(BadScript, match=fault):
        await story_of("deemed-accepted", None, act)


async def test_a_day_that_no_calendar_has_is_malformed_and_no_crash() -> None:
    parts = {
        "dispute_id": "#纠纷",
        "authority": "620702-government",
        "applicants": ["@李某"],
        "respondent": "620702-chengguan",
        "act": "penalty",
        "received_on": "2026-02-12",
        "act_done_on": "0001-01-02",
        "learnt_on": "0001-01-03",
        "text": "请求撤销。",
    }
    told = {"on": "2026-02-12", "do": "reconsideration.receive", "who": "窗口", "as": "另案"}
    accept = {"on": "2026-02-13", "do": "reconsideration.accept", "file": "另案"}
    who = "reconsideration@620702-government"
    acts = (json.dumps({**told, "with": parts}), json.dumps({**accept, "who": who}))
    script = read_file(SCENARIOS / "deemed-accepted.yaml")
    script = script.model_copy(update={"acts": script.acts[:1], "ends": {}})
    story = await play(script, more=acts_of(acts))
    assert ("日期或者期间过远，不能计算", Came.MALFORMED) in [(x.says, x.came) for x in story.lines]


async def test_an_adjudication_is_not_accepted_before_it_was_applied_for() -> None:
    """受理之日不得早于申请之日."""
    who = "adjudicator@620702-government"
    accept = f"{{on: 2026-03-09, do: adjudication.accept, who: {who}, with: {{on: 2025-01-10}}}}"
    story = await story_of("land-ruling", None, accept)
    assert "日期不得早于前一步骤之日2026-03-03" in [line.says for line in story.lines]


async def test_a_dispute_that_was_never_registered_is_not_adjudicated() -> None:
    """没有登记的纠纷，推演同样不立裁决案卷."""
    dispute = "7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"
    said = f"dispute_id: {dispute}, matter: lindi, authority: 620702-government"
    said += ", applicants: ['@赵某'], respondents: ['@钱某'], text: 请求确认林地使用权"
    act = f"{{on: 2026-03-09, do: adjudication.apply, who: 窗口, with: {{{said}}}}}"
    story = await story_of("land-ruling", None, act)
    assert "没有这件纠纷，请先登记" in [line.says for line in story.lines]


async def test_a_malformed_act_says_which_of_its_fields_are_wrong() -> None:
    who = "reconsideration@620702-government"
    act = f"{{on: 2026-02-12, do: reconsideration.decline, who: {who}, with: {{missing: time}}}}"
    story = await story_of("deemed-accepted", None, act)
    [wrong] = [line.says for line in story.lines if line.came is Came.MALFORMED]
    assert "理由：必须填写" in wrong


async def test_a_file_of_another_kind_is_told_in_chinese() -> None:
    act = "{on: 2026-02-12, do: reconsideration.withdraw, who: 窗口, file: 纠纷}"
    story = await story_of("deemed-accepted", None, act)
    assert "这份案卷不是办理这一行为的案卷" in [line.says for line in story.lines]


async def test_an_act_on_a_dispute_before_any_is_registered_is_told() -> None:
    script = (
        "{title: x, acts: [{on: 2026-03-02, do: intake.withdraw, who: window@620702-window-1}]}"
    )
    with pytest.raises(BadScript, match="还没有登记纠纷"):
        await play(read(script))


def test_what_is_wrong_with_a_script_is_told_in_chinese_at_its_place() -> None:
    with pytest.raises(BadScript, match=r"acts\.0\.on：应为日期"):
        read("{title: x, acts: [{on: 明天, do: a.b}]}")
    with pytest.raises(BadScript, match=r"on：应为日期.*do：必须填写"):
        acts_of(["{on: 明天}"])


def test_acts_out_of_order_are_told() -> None:
    with pytest.raises(BadScript, match="2026-03-01"):
        read("{title: x, acts: [{on: 2026-03-02, do: a.b}, {on: 2026-03-01, do: c.d}]}")


def test_a_script_that_is_not_there_is_told_in_chinese(tmp_path: Path) -> None:
    with pytest.raises(BadScript, match="没有这个文件"):
        read_file(tmp_path / "none.yaml")
    (tmp_path / "old.yaml").write_bytes("标题".encode("gb18030"))
    with pytest.raises(BadScript, match="UTF-8"):
        read_file(tmp_path / "old.yaml")


def test_a_file_that_is_no_script_is_told() -> None:
    with pytest.raises(BadScript, match="title"):
        read("acts: 3")


def test_every_act_of_every_office_can_stand_in_a_script() -> None:
    offices = {name.partition(".")[0] for name in doors()}
    assert {"intake", "routing", "mediation", "adjudication", "reconsideration"} < offices


def test_no_two_acts_of_an_office_have_the_same_name_in_a_script() -> None:
    """同一机构的两件事不能同名，否则剧本分不清."""
    posts = [
        (route.endpoint.__module__.split(".")[1], route.endpoint.__name__)
        for router in routers()
        for route in router.routes
        if isinstance(route, APIRoute)
        and "POST" in (route.methods or ())
        and route.endpoint.__module__.startswith("services.")
    ]
    assert [name for name, times in Counter(posts).items() if times > 1] == []
