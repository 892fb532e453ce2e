"""The special statutes 单行法 that only adjudication cites."""

from datetime import date
from typing import Final

from shared.law.article import Statute

LAND_DISPUTES: Final = Statute(
    "LAND_DISPUTES", "土地权属争议调查处理办法", "2010", 36, since=date(2010, 11, 30)
)
"""Measures on investigating and handling disputes over land 土地权属争议调查处理办法."""

PROCUREMENT_COMPLAINTS: Final = Statute(
    "PROCUREMENT_COMPLAINTS", "政府采购质疑和投诉办法", "2017", 45, since=date(2018, 3, 1)
)
"""Measures on queries and complaints in government procurement 政府采购质疑和投诉办法."""

MINERALS: Final = Statute("MINERALS", "矿产资源法实施条例", "2026", 79, since=date(2026, 6, 15))
"""Regulation for the implementation of the Mineral Resources Law 矿产资源法实施条例."""

SEED: Final = Statute("SEED", "种子法", "2021", 92, since=date(2022, 3, 1))
"""Seed Law 种子法, which also protects new plant varieties."""
