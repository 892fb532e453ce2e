"""Whether an act of a batch is let in: by who may see, by the page it goes by, by its lane."""

from collections.abc import Collection, Hashable, Sequence

from shared.errors import Behind, Stale, Unknown
from shared.law.procedure import Refused
from shared.work.act import Act
from shared.work.memory import Memory


def failed(act: Act) -> bool:
    """Whether it did not come about, other than by the law's answer."""
    return act.error is not None and not isinstance(act.error, Refused)


def leave_behind(acts: Sequence[Act], stuck: Collection[Hashable]) -> Sequence[Act]:
    """Those whose lane is free; the others wait behind the page that failed."""
    for act in acts:
        if act.lane in stuck:
            act.reset()
            act.error = Behind("前一页尚未办理")
    return [act for act in acts if act.lane not in stuck]


def admit(act: Act, memory: Memory) -> None:
    """Whether this reader may see the files, and has read the page that it goes by."""
    for case_id in act.files if act.viewer else ():
        file = memory.files.get(case_id)
        if (
            file
            and act.viewer
            and case_id not in act.goes_by
            and not act.viewer(file.value.dispute_id, {**file.labels, "office": file.shelf.office})
        ):
            raise Unknown("没有这份案卷")
    if act.if_match:
        case_id, version = act.if_match
        file = memory.files.get(case_id)
        # One that is not opened yet stands before its first page.
        if version != (file.value.version if file else 0):
            raise Stale("案卷已有变动，请重新读取后再办理")
