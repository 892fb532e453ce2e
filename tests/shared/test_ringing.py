"""时钟所记的说明 (RULES 16, 17): what whoever holds a case reads of its clock."""

from datetime import date, datetime
from uuid import UUID

from shared.casepage.ringing import called, says
from shared.contracts.clock import DeadlineConfirmed, DeadlineMoved, DeadlineWarned
from shared.law.day import CITY
from tests.shared.pages import head

OLD, NEW = datetime(2027, 1, 8, tzinfo=CITY), datetime(2027, 1, 9, tzinfo=CITY)
PLACE = {
    "office_name": "mediation",
    "of_case_id": UUID(int=7),
    "deadline": "term",
    "subject": "",
    "opened": 1,
}
NOTICE = {
    "notice_year": 2027,
    "notice_number": "国办发明电〔2026〕9号",
    "notice_issued": date(2026, 11, 20),
}


def moved(before: datetime, now: datetime, *, provisional: bool = False) -> DeadlineMoved:
    return DeadlineMoved.model_validate(
        {
            **PLACE,
            **NOTICE,
            "head": head(1),
            "until_before": before,
            "until": now,
            "provisional": provisional,
        }
    )


def test_a_date_that_moved_is_told_with_the_one_before() -> None:
    """届满之日变动的，写明原届满之日、新届满之日和通知 (RULES 17)."""
    assert called(moved(OLD, NEW)) == "期限变动"
    assert says(moved(OLD, NEW)) == (
        "原于2027年1月7日（周四）24时届满，按国办发明电〔2026〕9号改为2027年1月8日（周五）24时届满"
    )
    assert says(moved(OLD, NEW, provisional=True)).endswith("，仍属暂定")


def test_a_date_that_became_firm_is_told_not_to_have_moved() -> None:
    """届满之日不变、由暂定转为确定的，写明没有变动 (RULES 17)."""
    fact = DeadlineConfirmed.model_validate({**PLACE, **NOTICE, "head": head(1), "until": NEW})
    assert called(fact) == "期限确定"
    assert says(fact) == (
        "仍于2027年1月8日（周五）24时届满，没有变动；按国办发明电〔2026〕9号由暂定转为确定"
    )


def test_an_old_page_that_moved_a_date_to_itself_is_read_as_confirmed() -> None:
    """此前记为变动而日期未变的，读作期限确定 (RULES 17)."""
    old = moved(NEW, NEW)
    assert called(old) == "期限确定"
    assert "没有变动" in says(old)


def test_a_warning_says_which_and_whether_the_date_is_firm() -> None:
    """期限预警写明届满之日，放假安排未公布的写明暂定 (RULES 16)."""
    warned = DeadlineWarned.model_validate(
        {**PLACE, "head": head(1), "warning": "share_80", "until": NEW, "provisional": True}
    )
    assert says(warned) == (
        "期限已过80%，将于2027年1月8日（周五）24时届满，所涉年份的放假安排尚未公布，暂定"
    )
