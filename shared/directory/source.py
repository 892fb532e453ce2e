"""Reads a file of the city's own and says in Chinese, with line and field, what is wrong in it."""

import json
import re
import tomllib
from pathlib import Path
from typing import TypeVar, cast

from shared.directory.model import DirectoryError

Value = TypeVar("Value")
CODE = re.compile(r"[a-z][a-z0-9-]*")
TYPES = {str: "文字", int: "整数", bool: "true 或 false", list: "列表", dict: "分组"}


class Record:
    """One entry of the file: its values, and where they stand."""

    def __init__(
        self, source: "Source", values: dict[str, object], section: str, number: int = 0
    ) -> None:
        self.source = source
        self.values = values
        self.section = section
        self.number = number

    def wrong(self, key: str, reason: str) -> ValueError:
        """有误: the error to raise about one field."""
        return self.source.wrong(self.section, self.number, key, reason)

    def get(self, key: str, kind: type[Value], default: Value) -> Value:
        """A value that may be absent."""
        value = self.values.get(key, default)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.wrong(key, f"应为{TYPES[kind]}")
        return value

    def text(self, key: str) -> str:
        """A text that must be there."""
        value = self.get(key, str, "").strip()
        if not value:
            raise self.wrong(key, "必须填写")
        return value

    def code(self, pattern: re.Pattern[str], form: str) -> str:
        """The entry's code, of the form asked for."""
        value = self.text("code")
        if not pattern.fullmatch(value):
            raise self.wrong("code", f"“{value}”应为{form}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, perhaps empty."""
        values: list[object] = self.get(key, list, [])
        if not all(isinstance(value, str) and value.strip() for value in values):
            raise self.wrong(key, "列表中每一项都应为文字")
        return tuple(cast("list[str]", values))

    def table(self, key: str) -> dict[str, str]:
        """A table of texts, perhaps empty."""
        values: dict[str, object] = self.get(key, dict, {})
        return Record(self.source, values, self.section, self.number).all_texts()

    def all_texts(self) -> dict[str, str]:
        """The entry itself, as a table of texts."""
        for name, value in self.values.items():
            if not isinstance(value, str) or not value.strip():
                raise self.wrong(name, "应为文字")
        return cast("dict[str, str]", self.values)


class Source:
    """A text in TOML, or in JSON with the same names; a directory or another file of the city."""

    def __init__(
        self,
        name: str,
        text: str,
        *,
        json_: bool = False,
        fault: type[ValueError] = DirectoryError,
    ) -> None:
        """`fault` is what is raised about this kind of file."""
        self.name = name
        self.text = text
        self._fault = fault
        try:
            self.values = json.loads(text) if json_ else tomllib.loads(text)
        except (tomllib.TOMLDecodeError, json.JSONDecodeError) as error:
            raise fault(f"{name}：写法有误，{error}") from error

    @classmethod
    def read(cls, path: Path) -> "Source":
        """A directory file."""
        try:
            text = path.read_text(encoding="utf-8-sig")
        except FileNotFoundError as error:
            raise DirectoryError(f"找不到名录文件 {path}") from error
        except UnicodeDecodeError as error:
            raise DirectoryError(f"{path.name}：应为 UTF-8 编码") from error
        return cls(path.name, text, json_=path.suffix == ".json")

    def one(self, section: str) -> Record:
        """A section that occurs once."""
        values = self.values.get(section, {})
        if not isinstance(values, dict):
            raise self.wrong(section, 0, "", "应为一个分组")
        return Record(self, values, section)

    def many(self, section: str) -> list[Record]:
        """A section that is repeated; a bare JSON list is a section without a name."""
        entries = self.values.get(section, []) if isinstance(self.values, dict) else self.values
        if not isinstance(entries, list) or not all(isinstance(each, dict) for each in entries):
            raise self.wrong(section, 0, "", f"应写作多个 [[{section}]]")
        return [Record(self, each, section, at) for at, each in enumerate(entries, start=1)]

    def wrong(self, section: str, number: int, key: str, reason: str) -> ValueError:
        """有误, with file, line and field."""
        entry = f"{section} 第{number}项" if number else section
        line = self._line(section, number, key)
        where = f"第{line}行，" if line else ""
        named = f"{entry} {key}".strip()
        return self._fault(f"{self.name} {where}{named}：{reason}")

    def _line(self, section: str, number: int, key: str) -> int:
        """The line of a field, else of its entry; neither parser tells where a value stood."""
        header = re.compile(rf'\s*\[+{section}\]|[\s,\[]*\{{\s*"code"')
        other = re.compile(rf"\s*\[+(?!{section}[\].])\w")
        named = re.compile(rf"""(?:^\s*|[{{,\s])["']?{re.escape(key)}["']?\s*[=:]""")
        seen, entry = 0, 0
        for at, line in enumerate(self.text.splitlines(), start=1):
            seen += bool(header.match(line))
            inside = seen == max(number, 1)
            if inside and entry and other.match(line):
                break
            entry = entry or (at if inside else 0)
            if key and inside and named.search(line):
                return at
        return entry
