"""What was typed into a form 表单, as a page reads it and shows it again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from starlette.datastructures import UploadFile


@dataclass(frozen=True, slots=True)
class Form:
    """What was typed 表单, kept to be shown again."""

    values: Mapping[str, Sequence[str]] = field(default_factory=dict)
    files: Mapping[str, Sequence[UploadFile]] = field(default_factory=dict)

    def get(self, name: str, otherwise: str = "") -> str:
        """The last value of a field, without blanks around it."""
        found = self.values.get(name)
        return found[-1].strip() if found else otherwise

    def all(self, name: str) -> list[str]:
        """Every value of a field that says something."""
        return [said for value in self.values.get(name, ()) if (said := value.strip())]

    def body(self, *names: str) -> dict[str, str]:
        """These fields, as far as they say something, for the body of a request."""
        return {name: said for name in names if (said := self.get(name))}
