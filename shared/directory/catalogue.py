"""The matter catalogue 纠纷类型 with its duty list 职责清单, read from a file."""

from pathlib import Path

from shared.directory.model import Matter, Nature
from shared.directory.source import CODE, Record, Source

OWN = Path(__file__).with_name("matters.json")


def load_matters(path: Path | None, departments: frozenset[str]) -> dict[str, Matter]:
    """纠纷类型: the catalogue by code, every department in it known."""
    matters: dict[str, Matter] = {}
    for record in Source.read(path or OWN).many("matter"):
        matter = _matter(record, departments)
        if matter.code in matters:
            raise record.wrong("code", f"“{matter.code}”重复")
        matters[matter.code] = matter
    return matters


def _matter(record: Record, departments: frozenset[str]) -> Matter:
    code, lead, assist = (
        record.code(CODE, "小写字母代码"),
        record.text("lead"),
        record.texts("assist"),
    )
    for key, named in (("lead", (lead,)), ("assist", assist)):
        for each in named:
            if each not in departments:
                raise record.wrong(key, f"没有代码为“{each}”的部门")
    nature = record.text("nature")
    if nature not in set(Nature):
        raise record.wrong("nature", f"“{nature}”应为 {'、'.join(Nature)} 之一")
    return Matter(
        code=code,
        name=record.text("name"),
        nature=Nature(nature),
        lead=lead,
        assist=assist,
        adjudicator=_adjudicator(record, Nature(nature), departments),
        basis=record.get("basis", str, ""),
        words=record.texts("words"),
    )


def _adjudicator(record: Record, nature: Nature, departments: frozenset[str]) -> str | None:
    named = record.values.get("adjudicator")
    if named is None and nature is not Nature.ADJUDICATION:
        return None
    if named not in departments | {"government", "province"}:
        raise record.wrong(
            "adjudicator", "行政裁决事项须写明裁决机关：government、province 或部门代码"
        )
    if nature is not Nature.ADJUDICATION or not record.get("basis", str, ""):
        raise record.wrong(
            "adjudicator", "只有法律规定的裁决事项才能写裁决机关，并须写明依据 basis"
        )
    return str(named)
