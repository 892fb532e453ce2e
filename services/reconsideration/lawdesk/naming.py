"""Names and codes 机构名称和代码: what a questioner wrote, found in the directory."""

from collections.abc import Iterable

from shared.directory import Directory


def code_of(written: str, directory: Directory) -> str | None:
    """The code of an organ by its code, its name, or a part of the name that only one has."""
    text = written.strip()
    organs = directory.organs()
    for exact in organs:
        if text in (exact.code, exact.name):
            return exact.code
    part = [each.code for each in organs if text and text in each.name]
    return part[0] if len(part) == 1 else None


def name_of(code: str, directory: Directory) -> str:
    """What people call it; whatever the directory does not know is called as it was written."""
    try:
        return directory.organ(code).name
    except LookupError:
        return code


def names_of(codes: Iterable[str], directory: Directory) -> str:
    """Several of them, in one sentence."""
    return "、".join(name_of(code, directory) for code in codes)
