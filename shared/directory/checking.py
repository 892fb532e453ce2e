"""Whether what a directory file lists goes together."""

from collections.abc import Sequence

from shared.directory.model import DirectoryError, Organ
from shared.directory.source import Source


def check_organs(source: Source, organs: Sequence[Organ]) -> None:
    """机构 each once, below organs that are there, too.

    Raises:
        DirectoryError: One is listed twice, or what stands above it is not listed.
    """
    codes = [each.code for each in organs]
    once(source, codes, "机构")
    for organ in organs:
        if organ.parent and organ.parent not in codes:
            raise DirectoryError(f"{source.name}：{organ.name}的上级 {organ.parent} 不在名录中")


def once(source: Source, codes: Sequence[str], what: str) -> None:
    """Each code once.

    Raises:
        DirectoryError: One is there twice.
    """
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            raise DirectoryError(f"{source.name}：{what}代码 {code} 重复")
        seen.add(code)
