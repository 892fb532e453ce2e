"""YAML as people read it: `on` and `no` are words, and `10:30` is no number (YAML 1.2)."""

import re
from typing import Any, Final

import yaml

_RESOLVERS: Final = {
    "tag:yaml.org,2002:bool": (re.compile(r"true|false"), "tf"),
    "tag:yaml.org,2002:int": (re.compile(r"[-+]?(?:0|[1-9][0-9]*)"), "-+0123456789"),
}


class _Plain(yaml.SafeLoader):
    """The safe loader, without the words and numbers that YAML 1.1 saw everywhere."""


_Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if tag not in _RESOLVERS]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
for _tag, (_pattern, _firsts) in _RESOLVERS.items():
    _Plain.add_implicit_resolver(_tag, re.compile(f"^(?:{_pattern.pattern})$"), list(_firsts))


def load(text: str) -> Any:  # noqa: ANN401 - whatever the text holds
    """The value of a YAML text.

    Raises:
        yaml.YAMLError: It is no YAML.
    """
    return yaml.load(text, Loader=_Plain)  # noqa: S506 - it stands on the safe loader
