"""期限说明, the same proof as a sentence, a table and data."""

import json
from datetime import date, datetime

from shared.law.article import ALL, ARL, ARR2007, ARR2026, RULES
from shared.law.calendar import CALENDAR
from shared.law.course import Cap, Exclusion, Extension, Request
from shared.law.period import CITY, CalendarDays, Hours, Minutes, Period, WorkingDays, Years
from shared.law.proof import Proof
from shared.law.reckoning import Reckoning
from shared.law.wording import at, between, cite, listed, runs

SUSPENDED = Exclusion(date(2026, 7, 20), date(2026, 8, 10), "行政复议中止", ARL[39], "李明")
INSPECTED = Exclusion(date(2026, 8, 5), date(2026, 8, 14), "现场勘验", ARR2026[45])
EXTENDED = Extension(CalendarDays(30), "情况复杂", ARL[62].par(1), "王芳", date(2026, 9, 1))


def proof(reckoning: Reckoning, because: str = "受理行政复议申请") -> Proof:
    return Proof(
        term="审理期限", article=ARL[62].par(1), because=because, reckoning=reckoning, rule="decide"
    )


def review(period: Period, start: date) -> Proof:
    return Proof(
        term="受理审查期限",
        article=ARL[30].par(1),
        because="收到行政复议申请",
        reckoning=period.reckon(start, CALENDAR),
    )


def test_the_sentence_names_rule_edition_start_days_skipped_and_end() -> None:
    """一句话说明期限如何得出 (ARL 30, 88)."""
    assert review(WorkingDays(5), date(2026, 9, 23)).sentence() == (
        "2026年9月23日收到行政复议申请，受理审查期限为5个工作日（《行政复议法》（2023）第30条第1款），"
        "自次日起算；跳过休息日10日，即9月25日至27日中秋节、10月1日至7日国庆节；"
        "于2026年10月8日（周四）24时届满。"
    )


def test_the_sentence_names_makeup_days_counted() -> None:
    said = review(WorkingDays(5), date(2026, 2, 12)).sentence()
    assert "计入调休上班日1日，即2月14日春节调休上班" in said
    assert "即2月15日至23日春节" in said


def test_the_sentence_names_the_roll_and_its_article() -> None:
    """届满日为周日，顺延 (CPL 85)."""
    said = review(CalendarDays(60), date(2025, 6, 4)).sentence()
    assert "最后一日遇8月3日周日，顺延1日（《民事诉讼法》第85条第3款）" in said
    assert said.endswith("于2025年8月4日（周一）24时届满。")


def test_the_sentence_names_what_was_left_out_and_who_approved_it() -> None:
    held = CalendarDays(60).reckon(
        date(2026, 7, 2),
        CALENDAR,
        exclusions=[INSPECTED, SUSPENDED],
        extensions=[EXTENDED],
    )
    said = proof(held).sentence()
    assert (
        "7月21日至8月10日行政复议中止，不计入21日（《行政复议法》（2023）第39条，李明批准）" in said
    )
    assert (
        "8月6日至14日现场勘验，其中8月11日至14日不计入4日（《行政复议法实施条例》（2026）第45条）"
        in said
    )
    assert "2026年9月1日因情况复杂延长30日" in said
    assert "王芳批准），自2026年9月25日接续计算" in said
    assert said.count("。") == 1


def test_a_period_that_stands_still_shows_no_date() -> None:
    """中止期间不显示届满日 (ARL 39)."""
    still = Exclusion(date(2026, 7, 20), None, "行政复议中止", ARL[39])
    told = proof(CalendarDays(60).reckon(date(2026, 7, 2), CALENDAR, exclusions=[still]))
    assert "期间停止计算，尚余42日" in told.sentence()
    assert "届满" not in told.sentence()
    assert ("届满", "待恢复计算后确定") in told.table()
    data = told.data()
    assert (data["last_day"], data["until"], data["left"]) == (None, None, ["42d"])
    assert "9999" not in told.sentence() + str(told.table()) + told.svg() + str(data)


def test_a_cap_that_binds_is_told_with_its_article() -> None:
    """自知道内容之日起最长一年 (ARL 20(3))."""
    year = Cap(Years(1), date(2025, 3, 2), ARL[20].par(3))
    held = CalendarDays(60).reckon(date(2026, 2, 10), CALENDAR, caps=[year])
    said = proof(held).sentence()
    assert "自2025年3月2日起最长1年（《行政复议法》（2023）第20条第3款）" in said
    assert "最迟2026年3月2日（周一），以此为准；于2026年3月2日（周一）24时届满" in said


def test_a_period_that_stands_still_under_a_cap_ends_with_it_at_the_latest() -> None:
    still = Exclusion(date(2026, 7, 20), None, "不可抗力", ARL[20].par(2))
    year = Cap(Years(1), date(2025, 8, 20), ARL[20].par(3))
    told = proof(
        CalendarDays(60).reckon(date(2026, 7, 2), CALENDAR, exclusions=[still], caps=[year])
    )
    assert told.sentence().endswith("以此为准；最迟于2026年8月20日（周四）24时届满。")
    assert "最迟2026年8月20日（周四）24时届满" in told.svg()
    assert told.data()["last_day"] == "2026-08-20"


def test_a_cap_that_does_not_bind_stands_in_the_table_only() -> None:
    five = Cap(Years(5), date(2025, 3, 3), ARL[21])
    told = proof(CalendarDays(60).reckon(date(2026, 2, 10), CALENDAR, caps=[five]))
    assert "最长5年" not in told.sentence()
    assert any(label == "最长期限" and text.endswith("未超过") for label, text in told.table())


def test_a_provisional_date_says_so_everywhere() -> None:
    """放假安排未公布的年份，日期暂定."""
    told = review(CalendarDays(60), date(2026, 11, 24))
    assert told.sentence().endswith("以上日期为暂定。")
    assert told.table()[-1][0] == "暂定"
    assert told.data()["provisional"] is True
    assert "（暂定）" in told.svg()


def test_hours_are_told_by_the_clock() -> None:
    moment = datetime(2026, 11, 20, 9, 20, tzinfo=CITY)
    two = Proof(
        term="答复期限",
        article=RULES[4],
        because="收到紧急哨",
        reckoning=Hours(2).reckon(moment.date(), CALENDAR, moment),
    )
    assert two.sentence().startswith("2026年11月20日（周五）9时20分收到紧急哨")
    assert two.sentence().endswith("自下一整点起算；于2026年11月20日（周五）12时届满。")
    half = Minutes(30).reckon(moment.date(), CALENDAR, moment)
    assert "自该时刻起算；于2026年11月20日（周五）9时50分届满" in proof(half).sentence()


def test_the_table_has_a_row_for_each_part() -> None:
    held = CalendarDays(60).reckon(
        date(2026, 7, 2), CALENDAR, exclusions=[SUSPENDED], extensions=[EXTENDED]
    )
    labels = [label for label, _ in proof(held).table()]
    assert labels == ["期限", "依据", "规则", "起算", "不计入的期间", "延长", "届满"]


def test_time_that_took_nothing_is_in_the_table_with_that_remark() -> None:
    early = Exclusion(date(2026, 6, 1), date(2026, 6, 9), "现场勘验", ARR2026[45])
    told = proof(CalendarDays(60).reckon(date(2026, 7, 2), CALENDAR, exclusions=[early]))
    assert "勘验" not in told.sentence()
    assert any("不影响计算" in text for _, text in told.table())


def test_the_data_is_plain_json_and_reads_back() -> None:
    held = CalendarDays(60).reckon(
        date(2026, 7, 2),
        CALENDAR,
        exclusions=[SUSPENDED, INSPECTED],
        extensions=[EXTENDED],
        caps=[Cap(Years(1), date(2026, 7, 2), ARL[20].par(3))],
    )
    data = proof(held).data()
    assert json.loads(json.dumps(data)) == data
    assert data["last_day"] == "2026-10-26"
    assert data["until"] == "2026-10-27T00:00:00+08:00"
    assert data["article"] == {"code": "ARL 62(1)", "text": "《行政复议法》（2023）第62条第1款"}
    assert data["exclusions"][1]["first"] == "2026-08-11"
    assert data["extensions"][0]["approved_by"] == "王芳"
    assert data["caps"][0]["binds"] is False


def test_a_proof_is_made_with_four_facts_and_no_more() -> None:
    told = review(WorkingDays(5), date(2026, 9, 23))
    assert (told.rule, told.edition) == ("", "")
    assert "规则" not in dict(told.table())


def test_a_citation_says_its_edition_whichever_it_is() -> None:
    assert cite(ARR2007[15].par(1, 2)) == "《行政复议法实施条例》（2007）第15条第1款第2项"
    assert cite(ARR2026[23]) == "《行政复议法实施条例》（2026）第23条"
    assert cite(ALL[46].par(1)) == "《行政诉讼法》（2017）第46条第1款"


def test_days_that_follow_one_another_are_written_as_a_range() -> None:
    saturday = date(2026, 12, 26)
    days = [(saturday, "周六"), (date(2026, 12, 27), "周日"), (date(2027, 1, 1), "元旦")]
    assert runs(days)[0] == (saturday, date(2026, 12, 27), "周末")
    assert listed(days, 2026) == "12月26日至27日周末、2027年1月1日元旦"
    assert listed([(saturday, "周六")], 2026) == "12月26日周六"
    assert between(date(2026, 9, 30), date(2026, 10, 2), 2026) == "9月30日至10月2日"
    assert between(date(2026, 12, 30), date(2027, 1, 2), 2026) == "12月30日至2027年1月2日"


def test_midnight_is_the_end_of_the_day_before() -> None:
    """二十四时，而非次日零时 (CCL 203)."""
    assert at(datetime(2026, 11, 22, 0, 0, tzinfo=CITY)) == "2026年11月21日（周六）24时"


def test_a_request_that_waits_is_told_with_what_it_does_to_the_end() -> None:
    """期限说明写明何日申请、为何尚未届满；不影响届满之日的也写明 (RULES 29)."""

    def told(asked: date, decided: date | None) -> Proof:
        made = Request(asked, WorkingDays(1), "申请延期", RULES[29], decided)
        return proof(WorkingDays(2).reckon(date(2026, 11, 23), CALENDAR, requests=[made]))

    waits = told(date(2026, 11, 25), None)
    assert waits.sentence().endswith(
        "2026年11月25日申请延期（《枢纽办理规则》（2026）第29条），决定之前不届满，决定期限至该日，"
        "以2026年11月26日（周四）为准；于2026年11月26日（周四）24时届满。"
    )
    assert "于该日决定" in told(date(2026, 11, 25), date(2026, 11, 26)).sentence()
    early = dict(told(date(2026, 11, 23), date(2026, 11, 24)).table())
    assert early["待决的申请"].endswith("第29条），不影响届满之日")
    [one] = waits.data()["requests"]
    assert (one["asked"], one["last_day"], one["binds"]) == ("2026-11-25", "2026-11-26", True)
    assert "届满之日：申请延期，决定之前不届满" in waits.svg()
