"""程序图 as mermaid, which the documents hold and others can draw."""

from collections.abc import Iterator

from deploy.diagram.chart import Box, Chart, Row


def mermaid(chart: Chart) -> str:
    """A state diagram: states, moves with who makes them, and notes of periods."""
    return "\n".join(["stateDiagram-v2", *(f"    {line}" for line in _lines(chart))]) + "\n"


def _lines(chart: Chart) -> Iterator[str]:
    for box in chart.boxes:
        if box.name:
            yield f'state "{box.term}" as {box.name}'
    for box in chart.boxes:
        yield from _moves(box)
        yield from _note(box, chart)


def _moves(box: Box) -> Iterator[str]:
    targets = dict.fromkeys(row.target for row in box.rows if row.target)
    for target in targets:
        acts = "；".join(_said(row) for row in box.rows if row.target == target)
        yield f"{box.name or '[*]'} --> {target} : {acts}"
    if box.closed:
        yield f"{box.name} --> [*]"


def _note(box: Box, chart: Chart) -> Iterator[str]:
    told = [f"期限 {one.term}，{one.within}（{one.article}）" for one in box.limits]
    told += [f"{'说明' if box.limits else '没有期限'} {box.patient}"] if box.patient else []
    staying = [row for row in box.rows if row.target is None]
    staying += [row for row, states in chart.common if box.term in states]
    told += [f"另可 {'；'.join(_said(row) for row in staying)}"] if staying else []
    if told and box.name:
        yield f"note right of {box.name}"
        yield from (f"    {line}" for line in told)
        yield "end note"


def _said(row: Row) -> str:
    return f"{row.act}（{row.who}）"
