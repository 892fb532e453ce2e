"""看板: in a real browser, drawn and readable, wide and narrow."""

import re
from datetime import timedelta
from typing import Final

from deploy.boards.catalogue import BOARDS
from shared.auth import Role
from shared.work import Hub
from tests.boards.filling import TODAY, filled
from tests.desks.conftest import SignIn
from tests.desks.looking import look

CUT: Final = """
const write = CanvasRenderingContext2D.prototype.fillText;
window.cut = [];
CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...more) {
  write.call(this, text, x, y, ...more);
  const wide = this.measureText(text).width;
  const before = { left: 0, start: 0, center: wide / 2, right: wide, end: wide }[this.textAlign];
  const at = (place) => this.getTransform().transformPoint({ x: place, y }).x;
  const [left, right] = [at(x - before), at(x - before + wide)];
  if (this.canvas.isConnected && (left < -1 || right > this.canvas.width + 1)) cut.push(text);
};
"""
"""Notes what is written over an edge of a chart."""

DRAWN_AGAIN: Final = """async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  window.cut = [];
  for (const one of document.querySelectorAll("[data-chart] .canvas")) {
    echarts.getInstanceByDom(one).getZr().painter.refresh(true);
  }
  return window.cut;
}"""
"""What is cut off of the charts as they stand now; while a chart is given a new size, much is."""

DAYS: Final = """() => {
  const chart = echarts.getInstanceByDom(document.querySelector("[data-chart] .canvas"));
  const axis = chart.getModel().getComponent("xAxis").axis;
  return {
    began: chart.getOption().series[0].data.map((row) => row[1]),
    ticks: axis.scale.getTicks().map((tick) => tick.value),
    labels: axis.getViewLabels().map((label) => label.formattedLabel),
  };
}"""
"""Where the bars of a time axis begin, and its ticks, in milliseconds; and what the ticks say."""

A_DAY: Final = 24 * 3600 * 1000


async def test_every_board_is_drawn_and_read_by_everybody(hub: Hub, sign_in: SignIn) -> None:
    """看板有图有表，数字可以打开，宽窄屏都不横向滚动，图上的字不截断，无障碍检查没有问题."""
    await filled(hub)
    page = await sign_in(Role.SUPERVISOR, "620700-centre", reduced_motion="reduce")
    await page.add_init_script(CUT)
    since = f"from={TODAY - timedelta(days=60)}&to={TODAY}"
    await page.goto("/desk/boards")
    await look(page, "boards")
    for name in BOARDS:
        await page.goto(f"/desk/boards/{name}?{since}")
        await page.wait_for_selector("[data-chart] canvas")
        await look(page, f"board-{name}")
        assert await page.evaluate(DRAWN_AGAIN) == [], name
        if name == "hotspots":
            drawn = await page.evaluate(DAYS)
            told = {at % A_DAY for at in (*drawn["began"], *drawn["ticks"])}
            assert told == {0}, "a bar begins where its day does"
            assert all(re.fullmatch(r"\d+月\d+日", says) for says in drawn["labels"]), drawn
    await page.goto(f"/desk/boards/ladder?{since}")
    await page.click("td.number a >> nth=0")
    await look(page, "board-cases")
    assert await page.locator("tbody tr").count()


async def test_a_chart_is_saved_as_a_picture(hub: Hub, sign_in: SignIn) -> None:
    """图可以存为 PNG 和 SVG，用于报告；图上写明截至何时、哪里、什么期间."""
    await filled(hub)
    page = await sign_in(Role.SUPERVISOR, "620700-centre")
    await page.goto(f"/desk/boards/load?from={TODAY - timedelta(days=60)}&to={TODAY}")
    for kind, begins in (("png", b"\x89PNG"), ("svg", b"<svg")):
        async with page.expect_download() as waiting:
            await page.click(f"[data-picture={kind}] >> nth=0")
        saved = await (await waiting.value).path()
        assert saved.read_bytes().startswith(begins)
    drawn = saved.read_text(encoding="utf-8")
    assert all(word in drawn for word in ("截至", "县区", "期间")), drawn
