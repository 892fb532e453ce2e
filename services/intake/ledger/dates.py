"""Dates as ledgers write them, all of them read as Asia/Shanghai."""

import re
import unicodedata
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

SHANGHAI: Final = ZoneInfo("Asia/Shanghai")
EARLIEST: Final = datetime(1949, 10, 1, tzinfo=SHANGHAI)
FIRST_DAY: Final = datetime(1899, 12, 30, tzinfo=UTC)
"""Day 0 of a spreadsheet, which counts a 29 February 1900 that never was."""

WRITTEN: Final = re.compile(
    r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*[日号]?"
    r"(?:\s*(?:星期|周)[一二三四五六日天])?"
    r"(?:[T\s]*(?P<half>上午|下午|中午|晚上|早上|凌晨|[AaPp][Mm])?\s*"
    r"(?P<hour>\d{1,2})\s*[:时点]\s*(?:(?P<minute>\d{1,2})\s*分?)?"
    r"(?:\s*:?\s*(?P<second>\d{1,2})(?:\.\d+)?\s*秒?)?\s*(?P<after>[AaPp][Mm])?)?"
)
COMPACT: Final = re.compile(r"(\d{8})\s*(\d{2}):?(\d{2}):?(\d{2})?")
SERIAL: Final = re.compile(r"\d{5}(?:\.\d+)?")
NOON: Final = 12


def read_moment(value: str | datetime, now: datetime) -> datetime:
    """时间: the moment that a cell tells.

    Raises:
        ValueError: Nothing readable, or not possible as of `now`; says why in Chinese.
    """
    moment = value if isinstance(value, datetime) else _parse(value)
    moment = moment.replace(tzinfo=SHANGHAI) if moment.tzinfo is None else moment
    if moment > now:
        raise ValueError(f"日期 {moment:%Y-%m-%d %H:%M} 在今后")
    if moment < EARLIEST:
        raise ValueError(f"日期 {moment.year}-{moment:%m-%d} 早得不合常理")
    return moment.astimezone(SHANGHAI)


def _parse(value: str) -> datetime:
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        pass  # not as ISO writes it: the other ways follow, and the last says what is wrong
    text = unicodedata.normalize("NFKC", value).strip()
    try:
        if found := WRITTEN.fullmatch(text):
            return _written(found)
        if found := COMPACT.fullmatch(text):
            return datetime.fromisoformat(f"{found[1]}T{found[2]}{found[3]}{found[4] or '00'}")
        if SERIAL.fullmatch(text):
            return _serial(float(text))
        return datetime.fromisoformat(text)
    except (ValueError, TypeError):
        raise ValueError(f"日期“{text}”读不出，可写作 2026-04-25 09:32") from None


def _written(found: re.Match[str]) -> datetime:
    year, month, day = (int(found[part]) for part in ("year", "month", "day"))
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    half = (found["half"] or found["after"] or "").lower()
    if half in ("下午", "晚上", "pm", "中午") and 0 < hour < NOON - (half == "中午"):
        hour += NOON
    if half in ("上午", "凌晨", "am") and hour == NOON:
        hour = 0
    return datetime(year, month, day, hour, minute, second, tzinfo=SHANGHAI)


def _serial(days: float) -> datetime:
    moment = FIRST_DAY + timedelta(seconds=round(days * 86_400))
    return moment.replace(tzinfo=SHANGHAI)
