"""What the environment says, read once, and every setting for the documents."""

import difflib
import os
from functools import lru_cache

from pydantic import ValidationError

from shared.settings.faults import PREFIX
from shared.settings.model import Settings


class BadSettings(ValueError):
    """配置有误: settings that are wrong or contradict each other, told in Chinese and English."""


@lru_cache(maxsize=1)
def settings() -> Settings:
    """What the environment said when it was first asked.

    Raises:
        BadSettings: A setting is wrong, misspelt, or contradicts another.
    """
    _refuse_misspelt()
    try:
        return Settings()
    except ValidationError as wrong:
        lines = []
        for error in wrong.errors(include_input=False, include_url=False):
            name = PREFIX + "_".join(map(str, error["loc"])).upper()
            said = str(error.get("ctx", {}).get("error", error["msg"]))
            lines.append(said if not error["loc"] else f"{name} 的值不合要求 / {said}")
        # The original repeats the values, passwords among them.
        raise BadSettings("\n".join(lines)) from None


def explained() -> list[tuple[str, str, str]]:
    """Every setting for the documents: variable, default, meaning."""
    return [
        (
            PREFIX + name.upper(),
            "" if field.default is None or field.default_factory else str(field.default),
            " ".join((field.description or "").split()),
        )
        for name, field in Settings.model_fields.items()
    ]


def _refuse_misspelt() -> None:
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    for name in os.environ:
        near = difflib.get_close_matches(name, known, n=1, cutoff=0.87)
        if name.startswith(PREFIX) and name not in known and near:
            raise BadSettings(f"没有 {name} 这个设置，是否为 {near[0]} / no such setting: {name}")
