"""程序图: what the pictures of the tables show."""

from datetime import date
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from typer.testing import CliRunner

from deploy.diagram import editions_of, procedures
from deploy.diagram.chart import Chart, charts, running
from deploy.diagram.mermaid import mermaid
from deploy.diagram.svg import svg
from deploy.hub import app

CHARTS: Final = [chart for one in procedures() for chart in charts(one)]
every_chart = pytest.mark.parametrize(
    "chart", CHARTS, ids=lambda chart: f"{chart.title} {chart.edition}"
)


def texts(picture: str) -> list[str]:
    """Every line of a picture that is read."""
    root = ET.fromstring(picture)  # noqa: S314 - drawn by ourselves
    return [node.text or "" for node in root.iter("{http://www.w3.org/2000/svg}text")]


@every_chart
def test_a_picture_shows_every_state_every_move_and_every_period(chart: Chart) -> None:
    shown = "\n".join(texts(svg(chart)))
    for box in chart.boxes:
        assert box.term in shown
        assert all(row.act in shown and str(row.article) in shown for row in box.rows)
        assert all(f"{limit.term}：{limit.within}" in shown for limit in box.limits)
    assert all(row.act in shown for row, _ in chart.common)


@every_chart
def test_nothing_in_a_picture_is_cut_off_or_covered(chart: Chart) -> None:
    root = ET.fromstring(svg(chart))  # noqa: S314 - drawn by ourselves
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    tops = [
        float(node.attrib["y"])
        for node in root.iter("{http://www.w3.org/2000/svg}text")
        if node.attrib.get("class") != "title"
    ]
    assert max(tops) < height
    assert len(tops) == len(set(tops))
    boxes = [n for n in root.iter("{http://www.w3.org/2000/svg}rect") if n.attrib.get("class")]
    assert all(float(n.attrib["x"]) + float(n.attrib["width"]) <= width for n in boxes)


@every_chart
def test_a_picture_can_be_heard_by_whoever_does_not_see_it(chart: Chart) -> None:
    root = ET.fromstring(svg(chart))  # noqa: S314 - drawn by ourselves
    assert root.attrib["role"] == "img"
    title, described = root[0].text or "", root[1].text or ""
    assert title == chart.title
    targets = {row.target for box in chart.boxes for row in box.rows} - {None}
    assert all(box.term in described for box in chart.boxes if box.name in targets)


@every_chart
def test_the_text_of_a_picture_has_an_arrow_for_every_move_to_another_state(chart: Chart) -> None:
    lines = mermaid(chart).splitlines()
    for box in chart.boxes:
        for row in box.rows:
            if row.target:
                start = f"    {box.name or '[*]'} --> {row.target} : "
                assert any(line.startswith(start) and row.act in line for line in lines)


@every_chart
def test_all_words_of_a_picture_are_chinese(chart: Chart) -> None:
    words = [box.term for box in chart.boxes]
    words += [text for box in chart.boxes for row in box.rows for text in (row.act, row.who)]
    assert all("\u4e00" <= sign <= "\u9fff" or sign in "、，（）" for w in words for sign in w)


def test_a_state_shows_the_periods_that_run_in_it_and_no_others() -> None:
    """审查期限只在收到之后、受理之前 (ARL 30)."""
    (table,) = [one for one in editions_of("ordinary") if one.since == date(2024, 1, 1)]
    review = running(table.moves, table.by_name["review"], table.closed)
    assert "received" in review
    assert not review & {"accepted", "decided", "declined"}


def test_the_command_draws_lists_and_knows_what_there_is_not() -> None:
    def law(*words: str) -> tuple[int, str]:
        done = CliRunner().invoke(app, ["law", "diagram", *words])
        return done.exit_code, done.output

    assert law()[1].count("\n") >= len({one.name for one in procedures()})
    assert law("whistle", "--svg")[1].startswith("<svg")
    assert "已召集" in law("whistle", "--track")[1]
    assert law("nosuch")[0] == law("consultation", "--track")[0] == 2
