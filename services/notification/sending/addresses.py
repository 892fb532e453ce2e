"""外发地址: the addresses of organs, never of persons, from a file beside the directory.

```toml
[organ."620702-gongan"]
mail = "zhiban@gongan.example.gov.cn"
gateway = "620702-gongan-zhiban"
```
"""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from shared.directory import Directory

MAIL, GATEWAY = "mail", "gateway"
CHANNELS: Final = (MAIL, GATEWAY)
MAILBOX: Final = re.compile(r"[^@\s<>,;:\"]+@[^@\s<>,;:\"]+")

Addresses = Mapping[str, Mapping[str, str]]
"""By channel, the addresses by the code of the organ; of supervisors by that of their place."""


class BadAddresses(ValueError):
    """外发地址有误: what is wrong, in Chinese."""


def load_addresses(path: Path | None, directory: Directory) -> Addresses:
    """The addresses in a file; none without one.

    Raises:
        BadAddresses: It cannot be read, or names what the directory does not know.
    """
    if path is None:
        return {channel: {} for channel in CHANNELS}
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadAddresses(f"外发地址文件读不出：{error}") from None
    organs = told.get("organ", {})
    found: dict[str, dict[str, str]] = {channel: {} for channel in CHANNELS}
    for organ, row in organs.items():
        for channel, address in _row(organ, row, directory).items():
            found[channel][organ] = address
    return found


def _row(organ: str, row: Any, directory: Directory) -> Mapping[str, str]:  # noqa: ANN401 - as the file has it
    if not _is_known(organ, directory):
        raise BadAddresses(f"外发地址：名录中没有“{organ}”")
    if not isinstance(row, dict) or not row.keys() <= set(CHANNELS):
        raise BadAddresses(f"外发地址：“{organ}”只能写 {'、'.join(CHANNELS)}")
    if any(not isinstance(said, str) or not said.strip() for said in row.values()):
        raise BadAddresses(f"外发地址：“{organ}”的地址须为文字")
    if MAIL in row and not (row[MAIL].isascii() and MAILBOX.fullmatch(row[MAIL])):
        raise BadAddresses(f"外发地址：“{organ}”的 mail 不是邮件地址")
    return row


def _is_known(code: str, directory: Directory) -> bool:
    for find in (directory.organ, directory.place):
        try:
            find(code)
        except LookupError:
            continue
        return True
    return False
