"""文书模板: what a sort of paper says, versioned, with gaps; a city may put its own in their place.

A template is a TOML file. Its body is a list of paragraphs in Jinja: `{{ }}` are gaps, `law('ARL
30')` cites a provision that there is, a paragraph that turns out empty is left out, one that begins
with `# ` is a heading. A gap that nobody fills is an error, so that no paper goes out with a hole.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, Self

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from shared.errors import Malformed
from shared.paper.cited import citation, period
from shared.paper.model import Grid, Paper, Paragraph, full_day

_SUFFIX: Final = ".toml"
_HEADING: Final = "# "
_BLANK: Final = " \n\t"
"""What is cut off at both ends; the wide blank of Chinese is kept, as room for a signature."""
_UNSEEN: Final = dict.fromkeys({*range(32), 127} - {ord(sign) for sign in _BLANK})
"""Signs that nobody sees and no document may hold."""


class BadTemplate(Malformed):
    """模板有误: which one, and where, in Chinese."""


class _Said(BaseModel):
    """The fields of a template's file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str = Field(min_length=1, max_length=40)
    name: str = Field(min_length=2)
    series: str = Field("", max_length=10)
    """字: how numbers of this sort name it, as 复受字; empty where it has none of its own."""
    record: bool = False
    red: bool = False
    printed: bool = False
    addressee: str = ""
    copies: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()


_JINJA: Final = ImmutableSandboxedEnvironment(
    undefined=StrictUndefined,
    autoescape=False,  # what is filled in becomes text of a document, never markup
    trim_blocks=True,
    lstrip_blocks=True,
)
_JINJA.globals["law"] = citation
_JINJA.filters["day"] = full_day
_JINJA.filters["period"] = period


@dataclass(frozen=True)
class Template:
    """A template as it was read."""

    sort: str
    said: _Said
    digest: str
    """Of its file: two of one version that differ are told apart."""

    @classmethod
    def read(cls, path: Path) -> Self:
        """The template in a file.

        Raises:
            BadTemplate: It is none.
        """
        content = path.read_bytes()
        try:
            said = _Said.model_validate(tomllib.loads(content.decode()))
        except (ValidationError, ValueError) as wrong:
            raise BadTemplate(f"文书模板 {path.name} 有误：{wrong}") from wrong
        return cls(path.stem, said, sha256(content).hexdigest()[:12])

    @property
    def form(self) -> str:
        """模板、版本, as the record of a paper names it."""
        return f"{self.sort} {self.said.version} ({self.digest})"

    @property
    def series(self) -> str:
        """字, by which its numbers go."""
        return self.said.series

    @cached_property
    def _lines(self) -> Mapping[str, tuple[Any, ...]]:
        texts = {
            "addressee": (self.said.addressee,),
            "copies": self.said.copies,
            "body": self.said.body,
            "name": (self.said.name,),
            "rows": tuple(cell for row in self.said.rows for cell in row),
        }
        try:
            return {name: tuple(map(_JINJA.from_string, those)) for name, those in texts.items()}
        except TemplateError as wrong:
            raise BadTemplate(f"文书模板 {self.sort} 有误：{wrong}") from wrong

    def fill(self, part: str, values: Mapping[str, Any]) -> tuple[str, ...]:
        """What a field says with these values, entry by entry, the empty ones too.

        Raises:
            BadTemplate: It asks for what there is not, or cites what there is not.
        """
        try:
            filled = [line.render(values) for line in self._lines[part]]
        except (TemplateError, LookupError, ValueError, TypeError) as wrong:
            raise BadTemplate(f"文书模板 {self.sort} 有误：{wrong}") from wrong
        return tuple(text.translate(_UNSEEN).strip(_BLANK) for text in filled)

    def paper(
        self,
        values: Mapping[str, Any],
        *,
        organ: str,
        reference: str,
        dated: date | None,
        number: str = "",
        jointly: tuple[str, ...] = (),
    ) -> Paper:
        """The paper that it makes of these values.

        Args:
            values: What its gaps are filled with.
            organ: 发文机关 by its full name.
            reference: 纠纷编号.
            dated: 成文日期; None where nobody signs. A record 笔录 is of no day but its own.
            number: 发文字号; empty for a draft.
            jointly: 联合署名的其他机关, by their full names.

        Raises:
            BadTemplate: As `fill`.
        """
        [name], [addressee] = self.fill("name", values), self.fill("addressee", values)
        return Paper(
            name=name,
            organ=organ,
            jointly=jointly,
            reference=reference,
            number=number,
            red=self.said.red,
            addressee=addressee,
            body=(*self._grid(values), *self._paragraphs(values)),
            dated=None if self.said.record else dated,
            copies=tuple(filter(None, self.fill("copies", values))),
            record=self.said.record,
            printed=self.said.printed,
            form=self.form,
        )

    def _paragraphs(self, values: Mapping[str, Any]) -> tuple[Paragraph, ...]:
        """What was written in several lines is as many paragraphs."""
        lines = [line.strip() for text in self.fill("body", values) for line in text.splitlines()]
        return tuple(
            Paragraph(line.removeprefix(_HEADING), heading=line.startswith(_HEADING))
            for line in lines
            if line
        )

    def _grid(self, values: Mapping[str, Any]) -> tuple[Grid, ...]:
        cells = self.fill("rows", values)
        rows = tuple(zip(cells[::2], cells[1::2], strict=True))
        return (Grid(rows),) if rows else ()


def template_of(sort: str, own: Path, replaced: Path | None) -> Template:
    """The template of a sort of paper: the city's where it has one, else that of the office.

    Args:
        sort: Name of the file, without its ending.
        own: Folder of the office's templates; the last part of it but one names the office.
        replaced: Folder of the city's, with a folder for each office (`HUB_PAPERS`).

    Raises:
        BadTemplate: It is none.
    """
    name = f"{sort}{_SUFFIX}"
    city = replaced / own.parents[1].name / name if replaced else None
    return Template.read(city if city and city.is_file() else own / name)
