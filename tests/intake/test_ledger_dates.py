"""Dates as ledgers write them."""

from datetime import datetime

import pytest

from services.intake.ledger.dates import SHANGHAI, read_moment

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2019-04-25 09:32:09", "2019-04-25 09:32:09"),
        ("2019/4/25 9:32", "2019-04-25 09:32:00"),
        ("2019/4/25 9:32:09", "2019-04-25 09:32:09"),
        ("2019年4月25日", "2019-04-25 00:00:00"),
        ("2019年4月25日 星期四 9时32分", "2019-04-25 09:32:00"),
        ("2019年4月25日9时", "2019-04-25 09:00:00"),
        ("２０１９．４．２５", "2019-04-25 00:00:00"),  # noqa: RUF001 - full-width on purpose
        ("20190425", "2019-04-25 00:00:00"),
        ("20190425093209", "2019-04-25 09:32:09"),
        ("20190425 0932", "2019-04-25 09:32:00"),
        ("2019/4/25 下午 3:20:05", "2019-04-25 15:20:05"),
        ("2019/4/25 上午 12:20", "2019-04-25 00:20:00"),
        ("2019/4/25 中午 12:20", "2019-04-25 12:20:00"),
        ("2019-04-25T01:32:09Z", "2019-04-25 09:32:09"),
        ("43580.4", "2019-04-25 09:36:00"),
        ("43580", "2019-04-25 00:00:00"),
    ],
)
def test_a_date_is_read_however_it_is_written(written: str, moment: str) -> None:
    """一律按北京时间."""
    found = read_moment(written, NOW)
    assert f"{found:%Y-%m-%d %H:%M:%S}" == moment
    assert found.tzinfo == SHANGHAI


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("去年冬天", "读不出"),
        ("2019-02-30", "读不出"),
        ("19-4-25", "读不出"),
        ("4/25/2019", "读不出"),
        ("25:61", "读不出"),
        ("2019-04-25 25:00", "读不出"),
        ("2026-11-23 18:01", "在今后"),
        ("1019-04-25", "早得不合常理"),
        ("12345", "早得不合常理"),
    ],
)
def test_a_date_that_cannot_be_is_refused(written: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_moment(written, NOW)
