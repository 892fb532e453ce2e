"""法律服务台: every question of the hub, as the command line, HTTP and the documents see it.

An office adds a question in its room `lawdesk`: a form of `Facts` whose fields are all `told`, the
function that answers by those of `domain/`, and the `Question` in its `QUESTIONS`. The command
`hub law NAME`, the route `/law/NAME` and the page in `docs/lawdesk.md` follow from it. Facts that
are well formed but name what there is not are told by raising `Malformed(message, field)`.
"""

from functools import cache
from typing import Any

from deploy.compose import offices
from shared.lawdesk import Question


@cache
def questions() -> tuple[Question[Any], ...]:
    """The hub's own questions, then those of each office."""
    from deploy.lawdesk import deadline, rules  # noqa: PLC0415 - they stand on this package

    return (
        rules.QUESTION,
        deadline.QUESTION,
        *(each for office in offices() for each in office.questions()),
    )


def question(name: str) -> Question[Any]:
    """A question by its name.

    Raises:
        LookupError: There is none.
    """
    found = next((each for each in questions() if each.name == name), None)
    if found is None:
        raise LookupError(f"没有问题 {name}")
    return found
